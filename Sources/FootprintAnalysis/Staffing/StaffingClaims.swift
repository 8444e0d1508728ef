// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// The instance's published claims on agency beside what is computed.
struct StaffingClaims {
    let claims: [Claim]
    let situation: StaffingSituation
    let configurations: [StaffingConfiguration]
    let premium: StaffingAppraisal.Premium
    let reach: StaffingReach?

    private var system: StaffingSystem { situation.system }
    private static let everybody = "all providers"

    /// The claimed saving, the agency it is to come from and the premium; nil where no saving, or no agency, is claimed.
    static func base(_ claims: [Claim], _ system: StaffingSystem) -> StaffingReach.Claim? {
        func claim(_ measure: String) -> Claim? { claims.first { $0.measure == measure && $0.subject == everybody } }
        guard let saving = claim("annual saving"), let base = claim("agency spend"), base.value > 0 else { return nil }
        return .init(
            saving: saving.value, base: base.value,
            premium: claim("agency premium")?.value ?? system.parameters.agencyPremium, source: saving.source)
    }

    func compared() -> [ComparedClaim] {
        claims.map { claim in
            let found = computed(claim)
            return ComparedClaim(claim, computed: found?.value, remark: found?.remark)
        }
    }

    private func computed(_ claim: Claim) -> (value: Double, remark: String)? {
        switch (claim.measure, claim.subject) {
        case ("annual saving", Self.everybody):
            reach.map {
                ($0.found.reachable,
                    "\(Words.percent($0.found.share)) of agency spend, which \(title($0.found.option)) save at today's fill, of the plan's "
                        + "\(Words.pounds($0.claim.base))")
            }
        case ("agency spend", Self.everybody): (agency(nil), "\(places), at the price base")
        case ("pay", Self.everybody): (pay(nil), "\(places), at the price base")
        case ("agency over pay", Self.everybody): (agency(nil) / pay(nil), "\(places)")
        case ("agency over pay", let code):
            system.organisations.firstIndex { $0.code == code }.map { (agency($0) / pay($0), "of its whole pay bill") }
        case ("agency premium", Self.everybody):
            (premium.overPay, "over pay; \(Words.percent(premium.overFullCost)) over the full cost of an hour, which is what can be saved")
        case ("agency converted to bank", Self.everybody): converted
        default: nil
        }
    }

    /// The share of today's agency hours that the winner's banks take over at today's fill.
    private var converted: (value: Double, remark: String)? {
        guard let winner = configurations.first(where: { $0.rank == 1 }), let after = winner.atTodaysFill?.result,
            let before = configurations.first(where: \.isToday)?.result, before.agencyHours > 0
        else { return nil }
        return ((after.bankHours - before.bankHours) / before.agencyHours, "\(title(winner.name)), at today's fill")
    }

    private func title(_ option: String) -> String {
        (configurations.first { $0.name == option }?.title ?? option).lowercasedFirst
    }

    private var places: String { "the \(Words.amount(Double(system.organisations.count), "organisations")) of the tables" }

    /// £ a year of one organisation, or of all.
    private func agency(_ organisation: Int?) -> Double {
        system.organisations.indices.filter { organisation == nil || organisation == $0 }
            .reduce(0) { $0 + system.organisations[$1].agencySpend }
    }

    private func pay(_ organisation: Int?) -> Double {
        system.organisations.indices.filter { organisation == nil || organisation == $0 }
            .reduce(0) { $0 + system.organisations[$1].payBill }
    }
}
