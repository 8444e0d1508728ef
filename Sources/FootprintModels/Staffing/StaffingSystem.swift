// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The figures of the family `staffing` as `Models/staffing/formulation.md` names them: a value that a model is made from.
/// Groups and organisations are places in these lists.
public struct StaffingSystem: Sendable {
    public var title: String
    public var groups: [Group]
    public var organisations: [Organisation]
    /// By group and organisation.
    public var workforce: [[Workforce]]
    public var sharedBank: [Share]
    /// The pattern of a year.
    public var weeks: [Week]
    /// What a year may bring; their probabilities add up to 1.
    public var scenarios: [Scenario]
    public var parameters: Parameters

    /// Staff that fill the same shifts. Shares are from 0 to 1, money in £.
    public struct Group: Sendable {
        public var code: String
        public var title: String
        /// Places of the groups whose shifts it may fill as well as its own.
        public var mayFill: [Int]
        /// Agencies' tiers, the cheapest first.
        public var tiers: [Tier]
        /// A week of one WTE.
        public var contractHours: Double
        /// £ a paid hour, before employer's on-costs.
        public var substantiveRate: Double
        /// Employer's national insurance and pension, over pay.
        public var onCostShare: Double
        public var overtimeFactor: Double
        /// Of contract hours, at most.
        public var overtimeShare: Double
        public var bankRate: Double
        public var sharedBankRate: Double
        /// How the hours that somebody takes elsewhere follow the shared bank's rate over the own bank's: an elasticity.
        public var takeUpForRate: Double
        /// A week.
        public var bankHoursPerPerson: Double
        /// £ an hour that nobody fills, before it is held against agency's; see `unfilledPaid`.
        public var unfilledPrice: Double
        /// People who would sign up, over those on the bank today; nil: no limit.
        public var signUpFactor: Double?
        public var recruitmentCost: Double
        public var recruitmentLagWeeks: Double
        public var recruitsPerYear: Double
        public var attritionPerYear: Double
        public var leaveShare: Double
        public var sicknessShare: Double

        /// £ a paid hour of those in post, on-costs in it.
        public var substantiveCost: Double { substantiveRate * (1 + onCostShare) }

        /// The share of those in post who are at work, the mean of a year.
        public var present: Double { 1 - leaveShare - sicknessShare }

        /// `take_gss'`: hours worked elsewhere for each that would be worked at home. It falls with the distance, as the table of shares has it,
        /// and rises with the shared bank's rate over the own bank's; less than a thousandth is nobody.
        public func takes(_ share: Share) -> Double {
            let forRate = bankRate > 0 ? pow(sharedBankRate / bankRate, takeUpForRate) : 1
            let take = min(1, share.hoursFactor * forRate)
            return take < 0.001 ? 0 : take
        }

        /// The share of people who are still there after so many weeks.
        public func stays(weeks: Double) -> Double { pow(1 - attritionPerYear, weeks / 52) }

        public init(
            code: String, title: String, mayFill: [Int], tiers: [Tier], contractHours: Double, substantiveRate: Double,
            onCostShare: Double = 0, overtimeFactor: Double, overtimeShare: Double, bankRate: Double, sharedBankRate: Double,
            takeUpForRate: Double = 0, bankHoursPerPerson: Double, unfilledPrice: Double, signUpFactor: Double?, recruitmentCost: Double,
            recruitmentLagWeeks: Double, recruitsPerYear: Double, attritionPerYear: Double, leaveShare: Double,
            sicknessShare: Double
        ) {
            self.code = code
            self.title = title
            self.mayFill = mayFill
            self.tiers = tiers
            self.contractHours = contractHours
            self.substantiveRate = substantiveRate
            self.onCostShare = onCostShare
            self.overtimeFactor = overtimeFactor
            self.overtimeShare = overtimeShare
            self.bankRate = bankRate
            self.sharedBankRate = sharedBankRate
            self.takeUpForRate = takeUpForRate
            self.bankHoursPerPerson = bankHoursPerPerson
            self.unfilledPrice = unfilledPrice
            self.signUpFactor = signUpFactor
            self.recruitmentCost = recruitmentCost
            self.recruitmentLagWeeks = recruitmentLagWeeks
            self.recruitsPerYear = recruitsPerYear
            self.attritionPerYear = attritionPerYear
            self.leaveShare = leaveShare
            self.sicknessShare = sicknessShare
        }
    }

    /// What agencies offer at a rate.
    public struct Tier: Sendable, Hashable {
        public var code: String
        /// £ an hour, commission included.
        public var rate: Double
        /// Of the hours needed, before `offerFactor`.
        public var availableShare: Double

        public init(code: String, rate: Double, availableShare: Double) {
            self.code = code
            self.rate = rate
            self.availableShare = availableShare
        }
    }

    public struct Organisation: Sendable, Hashable {
        public var code: String
        public var name: String
        /// £ a year.
        public var payBill: Double
        /// £ a year, part of the pay bill.
        public var agencySpend: Double

        public init(code: String, name: String, payBill: Double, agencySpend: Double) {
            self.code = code
            self.name = name
            self.payBill = payBill
            self.agencySpend = agencySpend
        }
    }

    /// A group at an organisation, base year. Hours are a year's.
    public struct Workforce: Sendable, Hashable {
        public var wteInPost: Double
        public var vacancyShare: Double
        public var agencyHours: Double
        public var bankHours: Double
        public var unfilledShare: Double
        /// On its bank today.
        public var bankPeople: Double
        /// A roster's own hours needed, one for each week of the year, in place of what is worked out; nil: none.
        public var rosterHours: [Double]?

        /// Posts there are, filled or not.
        public var posts: Double { wteInPost / (1 - vacancyShare) }

        public init(
            wteInPost: Double, vacancyShare: Double, agencyHours: Double, bankHours: Double, unfilledShare: Double,
            bankPeople: Double, rosterHours: [Double]? = nil
        ) {
            self.wteInPost = wteInPost
            self.vacancyShare = vacancyShare
            self.agencyHours = agencyHours
            self.bankHours = bankHours
            self.unfilledShare = unfilledShare
            self.bankPeople = bankPeople
            self.rosterHours = rosterHours
        }
    }

    /// People on the bank of one organisation who may take shifts at another.
    public struct Share: Sendable, Hashable {
        public var from: Int
        public var to: Int
        /// Hours given there for each that would be given at home.
        public var hoursFactor: Double

        public init(from: Int, to: Int, hoursFactor: Double) {
            self.from = from
            self.to = to
            self.hoursFactor = hoursFactor
        }
    }

    public struct Week: Sendable, Hashable {
        /// Hours needed over the mean week.
        public var demandFactor: Range
        public var leaveFactor: Double
        public var sicknessFactor: Double

        public init(demandFactor: Range, leaveFactor: Double, sicknessFactor: Double) {
            self.demandFactor = demandFactor
            self.leaveFactor = leaveFactor
            self.sicknessFactor = sicknessFactor
        }
    }

    public struct Scenario: Sendable, Hashable {
        public var code: String
        public var probability: Double
        public var demandFactor: Range
        public var sicknessFactor: Range

        public init(code: String, probability: Double, demandFactor: Range, sicknessFactor: Range) {
            self.code = code
            self.probability = probability
            self.demandFactor = demandFactor
            self.sicknessFactor = sicknessFactor
        }
    }

    /// A figure with its uncertainty: `low ≤ value ≤ high`.
    public struct Range: Sendable, Hashable {
        public var value: Double
        public var low: Double
        public var high: Double

        /// - Parameters:
        ///   - low: the value itself where it is not given.
        ///   - high: the value itself where it is not given.
        public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
            self.value = value
            self.low = low ?? value
            self.high = high ?? value
        }
    }

    public struct Parameters: Sendable, Hashable {
        /// A year, real.
        public var discountRate: Double
        /// Mean weekly hours a head, at most.
        public var workingTimeHours: Double
        public var workingTimeWeeks: Double
        public var conversionShare: Double
        /// Weeks of the plan after which the conversion holds.
        public var conversionWeek: Double
        /// £ once.
        public var bankSetUpCost: Double
        /// £ a year.
        public var bankRunningCost: Double
        /// £ a person signed up, once.
        public var bankPersonCost: Double
        /// Over pay, as a plan claims it: to be set beside what is worked out, and used for nothing else.
        public var agencyPremium: Double

        public init(
            discountRate: Double, workingTimeHours: Double, workingTimeWeeks: Double, conversionShare: Double,
            conversionWeek: Double, bankSetUpCost: Double, bankRunningCost: Double, bankPersonCost: Double,
            agencyPremium: Double = 0
        ) {
            self.discountRate = discountRate
            self.workingTimeHours = workingTimeHours
            self.workingTimeWeeks = workingTimeWeeks
            self.conversionShare = conversionShare
            self.conversionWeek = conversionWeek
            self.bankSetUpCost = bankSetUpCost
            self.bankRunningCost = bankRunningCost
            self.bankPersonCost = bankPersonCost
            self.agencyPremium = agencyPremium
        }
    }

    public init(
        title: String, groups: [Group], organisations: [Organisation], workforce: [[Workforce]], sharedBank: [Share],
        weeks: [Week], scenarios: [Scenario], parameters: Parameters
    ) {
        self.title = title
        self.groups = groups
        self.organisations = organisations
        self.workforce = workforce
        self.sharedBank = sharedBank
        self.weeks = weeks
        self.scenarios = scenarios
        self.parameters = parameters
    }
}

extension StaffingSystem {
    /// `(g, h) ∈ F`, by place.
    public var fills: [(from: Int, to: Int)] {
        groups.indices.flatMap { g in groups[g].mayFill.map { (g, $0) } }
    }

    /// `signUpLimit_gs`, people beyond today's; nil: no limit.
    public func signUpLimit(_ group: Int, _ organisation: Int) -> Double? {
        groups[group].signUpFactor.map { $0 * workforce[group][organisation].bankPeople }
    }
}
