// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The periods of a plan: `P` and `Y` of the page.
public struct StaffingCalendar: Sendable, Hashable {
    public struct Period: Sendable, Hashable {
        /// 1, or 52/12.
        public var weeks: Double
        /// Of the plan, from 1.
        public var year: Int
        /// Weeks from the first period's start.
        public var start: Double
        public var demandFactor: Double
        public var leaveFactor: Double
        public var sicknessFactor: Double
        /// Which weeks of the year it holds, and how much of each.
        public var parts: [Part]
    }

    public struct Part: Sendable, Hashable {
        public var week: Int
        public var share: Double
    }

    public private(set) var periods: [Period]
    /// Weeks of the plan that are over before the first period.
    public var firstWeek: Double
    /// Whether the years' costs are brought to the base year: five years by month.
    public var isDiscounted: Bool

    /// Weeks, one period each, or as many weeks to a period: a pattern given as it is.
    /// - Parameters:
    ///   - pattern: the periods of every year.
    ///   - weeksEach: of one entry of `pattern`.
    public init(_ pattern: [StaffingSystem.Week], weeksEach: Double = 1, firstWeek: Double = 0) {
        periods = pattern.enumerated().map { place, week in
            Period(
                weeks: weeksEach, year: 1, start: Double(place) * weeksEach, demandFactor: week.demandFactor.value,
                leaveFactor: week.leaveFactor, sicknessFactor: week.sicknessFactor, parts: [.init(week: place, share: weeksEach)])
        }
        self.firstWeek = firstWeek
        isDiscounted = false
    }

    private init(periods: [Period], isDiscounted: Bool) {
        self.periods = periods
        firstWeek = 0
        self.isDiscounted = isDiscounted
    }

    /// Years of twelve months of a twelfth of the pattern each; a week that two months share counts in each by its part.
    /// Costs are discounted.
    public static func months(of pattern: [StaffingSystem.Week], years: Int = 5) -> StaffingCalendar {
        let length = Double(pattern.count) / 12
        var periods: [Period] = []
        for place in 0..<(12 * years) {
            let from = Double(place % 12) * length
            let parts = pattern.indices.compactMap { week -> Part? in
                let share = min(from + length, Double(week + 1)) - max(from, Double(week))
                return share > 1e-9 ? Part(week: week, share: share) : nil
            }
            func mean(_ factor: (StaffingSystem.Week) -> Double) -> Double {
                parts.reduce(0) { $0 + $1.share * factor(pattern[$1.week]) } / length
            }
            periods.append(
                Period(
                    weeks: length, year: 1 + place / 12, start: Double(place) * length, demandFactor: mean(\.demandFactor.value),
                    leaveFactor: mean(\.leaveFactor), sicknessFactor: mean(\.sicknessFactor), parts: parts))
        }
        return StaffingCalendar(periods: periods, isDiscounted: true)
    }
}

extension StaffingCalendar {
    /// `Y`, from 1.
    public var years: Range<Int> { 1..<(periods[periods.count - 1].year + 1) }

    /// `P_y`, places of the year's periods.
    public func periods(of year: Int) -> [Int] { periods.indices.filter { periods[$0].year == year } }

    /// `weeks_y`.
    public func weeks(of year: Int) -> Double { periods.reduce(0) { $1.year == year ? $0 + $1.weeks : $0 } }

    /// Where each year's pattern begins again.
    public var periodsPerYear: Int { periods(of: 1).count }

    /// `δ_y` at a rate of discount.
    public func discount(_ year: Int, rate: Double) -> Double { isDiscounted ? pow(1 + rate, -Double(year)) : 1 }

    /// The windows of row 7: from each period that has them, the fewest whole periods that hold so many weeks.
    public func windows(of weeks: Double) -> [Range<Int>] {
        let end = periods[periods.count - 1].start + periods[periods.count - 1].weeks
        return periods.indices.compactMap { first in
            guard periods[first].start + weeks <= end + 1e-9 else { return nil }
            let after = periods.indices.first { periods[$0].start >= periods[first].start + weeks - 1e-9 }
            return first..<max(first + 1, after ?? periods.count)
        }
    }

    /// `D_y`: the year's periods that start at or after so many weeks of the plan.
    public func due(_ year: Int, week: Double) -> [Int] {
        periods(of: year).filter { firstWeek + periods[$0].start >= week - 1e-9 }
    }
}
