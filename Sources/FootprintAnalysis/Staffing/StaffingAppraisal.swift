// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// What a comparison of the family `staffing` found: the outer shape of every comparison's JSON with staffing's own decisions
/// and lines inside. £ are pounds a year at the instance's price base, a mean of the plan's years, unless a name says
/// otherwise; hours are a year's likewise; shares are 0 to 1. Years count from 1, the first of the plan.
public struct StaffingAppraisal: Sendable, Codable {
    public var schemaVersion = Appraisal.currentSchemaVersion
    public var program: Appraisal.ProgramVersion
    public var instance: Appraisal.InstanceSummary
    public var family = "staffing"
    /// Most figures are assumed: what is computed shows what the program does, not what should be done.
    public var isIllustrative: Bool
    public var options: Options
    public var groups: [Group]
    public var organisations: [Organisation]
    public var doNothing: StaffingResult
    public var premium: Premium
    /// Best first; those that fail last.
    public var configurations: [StaffingConfiguration]
    /// Rows there are, and how many were answered before a limit or Ctrl-C.
    public var configurationCount: Int
    public var answeredCount: Int
    /// Why it stopped before the end; absent when it did not.
    public var stopped: Appraisal.StopReason?
    /// The same options with fewer or more people who would sign up, the fewest first.
    public var signUpLimits: [StaffingSignUpLimit]
    public var claims: [ComparedClaim]
    /// A claimed saving beside what is found, and what it would take; absent where no saving and base are claimed.
    public var reach: StaffingReach?
    /// Two stages; absent unless asked for.
    public var uncertainty: StaffingUncertainty?
    /// Groups at organisations whose hours needed are a roster's own.
    public var rosters: [Roster]
    /// What the answer promises and rests on, in sentences.
    public var remarks: [String]
    public var provenance: Appraisal.ProvenanceSummary
    /// What the winner's saving at today's fill (net present value over several years) hangs on; absent unless asked for.
    public var sensitivity: Sensitivity?

    public struct Options: Sendable, Codable {
        public enum Periods: String, Sendable, Codable {
            case weeks
            case months
        }

        /// The caller's changes.
        public var changed: [String]
        public var periods: Periods
        public var years: Int
        /// Weeks of the plan that are over before the first period.
        public var firstWeek: Double
    }

    public struct Group: Sendable, Codable {
        public var code: String
        public var title: String
    }

    public struct Organisation: Sendable, Codable {
        public var code: String
        public var name: String
        public var payBill: Double
        public var agencySpend: Double
    }

    /// What agency costs today over the same hours of those in post, leave and sickness in them: a share.
    public struct Premium: Sendable, Codable {
        /// At their pay: what a published premium usually is over.
        public var overPay: Double
        /// At their pay and the employer's on-costs: what can be saved.
        public var overFullCost: Double
    }

    public struct Roster: Sendable, Codable {
        public var group: String
        public var organisation: String
    }

    /// The best that holds: the highest-ranked configuration.
    public var winner: StaffingConfiguration? { configurations.first { $0.rank == 1 } }
}

/// A row of the comparison.
public struct StaffingConfiguration: Sendable, Codable {
    /// From 1, among those that hold: by cash saved at today's fill (net present value over several years), and after them
    /// those that cannot keep today's fill, by yearly saving.
    public var rank: Int?
    public var name: String
    public var title: String
    /// Do-nothing: today's people and today's offers.
    public var isToday: Bool
    public var status: ConfigurationResult.Status
    public var proof: ConfigurationResult.Proof
    public var gap: Double
    /// Of the plan that fills what pays by the price of an unfilled hour.
    public var decisions: [Decision]
    public var annualCost: Double?
    public var annualSaving: Double?
    public var savingSplit: SavingSplit?
    /// Cash saved net of set-up, and with what is paid once added back.
    public var cashSavingNet: Double?
    public var cashSavingGross: Double?
    /// £ of cash to the end of the plan, in the base year; absent for one year.
    public var netPresentValue: Double?
    public var costLines: [String: Double]?
    public var result: StaffingResult?
    /// What one more person on a bank would be worth.
    public var bankWorth: [StaffingBankWorth]
    /// The same option with every hour filled that is filled today and no other: the measure for a claim. Absent where it
    /// has no answer then.
    public var atTodaysFill: AtTodaysFill?
    /// Why it fails; where it holds and its `atTodaysFill` does not, why that fails.
    public var reasons: [ConfigurationResult.Reason]

    /// Two parts that add up to the saving.
    public struct SavingSplit: Sendable, Codable {
        /// Below what is paid if nothing is done; negative where more is paid.
        public var cashReleasing: Double
        /// Hours filled that nobody fills today, at the price of an unfilled hour.
        public var hoursFilled: Double
    }

    /// For a group at an organisation, over all years.
    public struct Decision: Sendable, Codable {
        public var group: String
        public var organisation: String
        /// People beyond those on the bank today, rounded up to whole people.
        public var peopleToSignUp: Int
        /// As the program has them.
        public var peopleSignedUp: Double
        /// WTE, beyond replacing leavers.
        public var recruits: Double
    }

    public struct AtTodaysFill: Sendable, Codable {
        public var decisions: [Decision]
        public var cashSavingNet: Double
        public var cashSavingGross: Double
        /// £ of cash to the end of the plan, in the base year; absent for one year.
        public var netPresentValue: Double?
        public var result: StaffingResult
        public var bankWorth: [StaffingBankWorth]
    }
}

/// What one more person on a bank is worth, £ in a year, by season of it: the hours that the person gives, each at what an hour
/// more of the bank would save, before what bringing the person on costs.
public struct StaffingBankWorth: Sendable, Codable {
    public var group: String
    public var organisation: String
    public var year: Int
    /// Four quarters, the year's first first.
    public var seasons: [Double]
}

/// The options under a limit to who signs up, at today's fill.
public struct StaffingSignUpLimit: Sendable, Codable {
    public enum Kind: String, Sendable, Codable {
        case low
        case value
        case high
        /// As many as pay.
        case none
    }

    public var limit: Kind
    /// People who would sign up over those on the bank today, by group; empty without a limit.
    public var factors: [String: Double]
    /// In the order of the options.
    public var answers: [Answer]
    /// The name of the option that saves most; absent where none has an answer.
    public var winner: String?

    public struct Answer: Sendable, Codable {
        public var name: String
        /// Absent where the option has no answer.
        public var cashSavingNet: Double?
        public var netPresentValue: Double?
        public var agencySpend: Double?
        /// Rounded up by group and organisation.
        public var peopleToSignUp: Int?
        /// Where it has no answer: with how many more people it would.
        public var reason: ConfigurationResult.Reason?
    }
}
