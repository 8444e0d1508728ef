// SPDX-License-Identifier: GPL-3.0-or-later

/// A claimed saving on agency beside what is in its base and what is found, and what base or premium it would take. £ are the
/// document's; premiums and what is found are shares, so that they hold at any price base.
public struct StaffingReach: Sendable, Codable {
    public var claim: Claim
    /// What a premium holds of the base, and what the claim would take, read two ways; absent where no premium is claimed.
    public var onTopOfPay: Reading?
    public var ofSpend: Reading?
    /// Where only so many would sign up as the tables say.
    public var found: Found
    /// As many as pay; absent where the tables set no limit, or it was not solved.
    public var foundWithoutLimit: Found?
    /// What agency's rates would have to become for the claim to be found; absent where it was not worked out.
    public var premiumFound: Premium?

    /// £, and the premium as a share.
    public struct Claim: Sendable, Codable {
        public var saving: Double
        public var base: Double
        public var premium: Double?
        public var source: String
    }

    /// One way to read a premium.
    public struct Reading: Sendable, Codable {
        /// All that the premium is of the base, £: the most that replacing every agency hour can save.
        public var held: Double
        /// £ of agency that hold the claim at this premium.
        public var baseNeeded: Double
        /// Over the document's base; absent where none is enough.
        public var premiumNeeded: Double?
    }

    /// What the best option saves at today's fill, brought to the document's base in proportion.
    public struct Found: Sendable, Codable {
        public var option: String
        /// Of the organisations in the tables, £ a year at the instance's price base.
        public var agencySpend: Double
        public var saving: Double
        /// Of the agency spend.
        public var share: Double
        /// £ of the document's base.
        public var reachable: Double
        /// £ of agency at that share; absent where nothing is saved.
        public var baseNeeded: Double?

        init(option: String, agencySpend: Double, saving: Double, claim: Claim) {
            self.option = option
            self.agencySpend = agencySpend
            self.saving = saving
            share = saving / agencySpend
            reachable = share * claim.base
            baseNeeded = saving > 0 ? claim.saving / share : nil
        }
    }

    /// Over pay, leave and sickness in it.
    public struct Premium: Sendable, Codable {
        public var today: Double
        /// At which the same option reaches the claim's share of spend, all of agency's rates raised alike; absent where none does.
        public var needed: Double?
        /// What the rates are multiplied by then.
        public var ratesTimes: Double?
    }
}

extension StaffingReach.Reading {
    /// The premium is over pay: of £(1 + p) of spend, £p is premium.
    static func onTopOfPay(_ claim: StaffingReach.Claim, premium: Double) -> Self {
        .init(
            held: claim.base * premium / (1 + premium), baseNeeded: claim.saving * (1 + premium) / premium,
            premiumNeeded: claim.saving < claim.base ? claim.saving / (claim.base - claim.saving) : nil)
    }

    /// The premium is a share of the spend.
    static func ofSpend(_ claim: StaffingReach.Claim, premium: Double) -> Self {
        .init(
            held: claim.base * premium, baseNeeded: claim.saving / premium,
            premiumNeeded: claim.saving < claim.base ? claim.saving / claim.base : nil)
    }
}
