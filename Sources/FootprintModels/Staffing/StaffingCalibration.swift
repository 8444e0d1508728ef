// SPDX-License-Identifier: GPL-3.0-or-later

/// The two things that no table has, fixed by what do-nothing must reproduce: section *Calibration* of the page.
public struct StaffingCalibration: Sendable {
    public let system: StaffingSystem
    public let calendar: StaffingCalendar
    /// Of the usual year.
    public let hours: StaffingHours
    /// `offerFactor_gs`: what agencies offer over their tiers' shares.
    public let offerFactor: [[Double]]
    /// `rateFactor_s`: the rate paid over the tiers' rates.
    public let rateFactor: [Double]
    /// `unfilledPaid_g`, £ an hour: never cheaper than the dearest agency hour.
    public let unfilledPaid: [Double]
    /// Hours of do-nothing less those of the tables, in the first year, by group and organisation.
    public let residuals: [[Residual]]

    public struct Residual: Sendable, Hashable {
        public var agency: Double
        public var bank: Double
        public var unfilled: Double
    }

    /// - Throws: ways back in `may_fill`, nobody at work, or prices by which do-nothing would not be what people do.
    public init(_ system: StaffingSystem, _ calendar: StaffingCalendar) throws(StaffingFaults) {
        let waysBack = system.waysBack
        guard waysBack.isEmpty else { throw StaffingFaults(waysBack) }
        let usual = StaffingScenario.usual(calendar)
        let hours = try StaffingHours(system, calendar, usual)
        let first = calendar.periods(of: 1)
        let share = calendar.weeks(of: 1) / 52
        var offerFactor: [[Double]] = []
        var residuals: [[Residual]] = []
        var listedSpend = system.organisations.map { _ in 0.0 }
        for (g, group) in system.groups.enumerated() {
            let available = group.tiers.reduce(0) { $0 + $1.availableShare }
            var factors: [Double] = []
            var ofGroup: [Residual] = []
            for (s, workforce) in system.workforce[g].enumerated() {
                let today = StaffingDoNothing.own(system, calendar, hours, g, s)
                let gap = first.map { hours.needed[g, s, $0] - today.substantive[$0] - today.bank[$0] }
                let factor = Self.factor(
                    of: first.map { available * hours.needed[g, s, $0] }, filling: gap, to: workforce.agencyHours * share)
                factors.append(factor)
                var left = gap
                for tier in group.tiers {
                    for (place, p) in first.enumerated() {
                        let used = min(left[place], factor * tier.availableShare * hours.needed[g, s, p])
                        left[place] -= used
                        listedSpend[s] += tier.rate * used
                    }
                }
                let unfilled = left.reduce(0, +)
                let needed = first.reduce(0) { $0 + hours.needed[g, s, $1] }
                ofGroup.append(
                    Residual(
                        agency: gap.reduce(0, +) - unfilled - workforce.agencyHours * share,
                        bank: first.reduce(0) { $0 + today.bank[$1] } - workforce.bankHours * share,
                        unfilled: unfilled - workforce.unfilledShare * needed))
            }
            offerFactor.append(factors)
            residuals.append(ofGroup)
        }
        let rateFactor = system.organisations.indices.map { s in
            listedSpend[s] > 0 ? system.organisations[s].agencySpend * share / listedSpend[s] : 1
        }
        self.system = system
        self.calendar = calendar
        self.hours = hours
        self.offerFactor = offerFactor
        self.rateFactor = rateFactor
        unfilledPaid = system.groups.map { group in
            let dearest = (group.tiers.map(\.rate).max() ?? 0) * (rateFactor.max() ?? 0)
            return max(group.unfilledPrice, dearest)
        }
        self.residuals = residuals
        let others = otherOrders
        guard others.isEmpty else { throw StaffingFaults(others) }
    }

    /// £ an hour of a tier at an organisation.
    public func agencyRate(_ group: Int, _ tier: Int, _ organisation: Int) -> Double {
        rateFactor[organisation] * system.groups[group].tiers[tier].rate
    }

    /// What a tier offers in a period, hours: that of the usual year in every scenario.
    public func offered(_ group: Int, _ tier: Int, _ organisation: Int, _ period: Int) -> Double {
        offerFactor[group][organisation] * system.groups[group].tiers[tier].availableShare * hours.needed[group, organisation, period]
    }

    /// The `k` with `Σ min(k · offers, gaps) = target`; just enough to fill every gap where the target is beyond them. The left is
    /// piecewise linear and rising: found by going through its corners.
    static func factor(of offers: [Double], filling gaps: [Double], to target: Double) -> Double {
        var open = offers.reduce(0, +)
        guard target > 0, open > 0 else { return 0 }
        var filled = 0.0
        let order = offers.indices.filter { offers[$0] > 0 }.sorted { gaps[$0] / offers[$0] < gaps[$1] / offers[$1] }
        for place in order {
            let factor = (target - filled) / open
            if factor * offers[place] <= gaps[place] + 1e-12 { return factor }
            filled += gaps[place]
            open -= offers[place]
        }
        return order.map { gaps[$0] / offers[$0] }.max() ?? 0
    }

    /// Where an hour of the bank is no cheaper than one of agency: do-nothing's closed form would then not be the least cost.
    private var otherOrders: [String] {
        system.groups.enumerated().flatMap { g, group in
            system.organisations.indices.compactMap { s -> String? in
                guard system.workforce[g][s].bankHours > 0, !group.tiers.isEmpty else { return nil }
                let cheapest = group.tiers.indices.map { agencyRate(g, $0, s) }.min()!
                guard group.bankRate >= cheapest else { return nil }
                let place = system.organisations[s].code
                return "workforce_group_figures.csv, \(group.code), bankRate: an hour of the bank costs £\(group.bankRate), no less than the "
                    + "£\((cheapest * 100).rounded() / 100) of agency at \(place) (its tier's rate times \((rateFactor[s] * 1000).rounded() / 1000), "
                    + "which makes \(place)'s agencySpend). Correct bankRate, the tiers' rates, or agencySpend and agencyHours."
            }
        }
    }
}
