// SPDX-License-Identifier: GPL-3.0-or-later

/// How far people travel: minutes by road to the department that takes them, weighted by residents.
public struct TravelMeasures: Sendable, Hashable, Codable {
    public var meanMinutes: Double
    /// The least minutes within which at least 90% of residents are.
    public var p90Minutes: Double
    public var p95Minutes: Double
    public var maxMinutes: Double
    public var shareOver30: Double
    public var shareOver45: Double
    /// Share of residents beyond the instance's standard.
    public var shareBeyondStandard: Double
    /// Residents beyond the instance's hard limit.
    public var peopleBeyondHardLimit: Double

    /// Adds up people and minutes. Someone with no door at all (infinite minutes) counts as beyond every limit and is left
    /// out of the mean and the maximum; the requirement that everyone is seen reports them.
    struct Builder {
        private var people: [(minutes: Double, weight: Double)] = []

        mutating func add(_ minutes: Double, weight: Double) {
            if weight > 0 { people.append((minutes, weight)) }
        }

        func measures(_ numbers: EmergencyNumbers) -> TravelMeasures {
            let standard = numbers(.standardMinutes)
            let hard = numbers(.hardLimitMinutes)
            var total = 0.0
            var served = 0.0
            var travelled = 0.0
            var over30 = 0.0
            var over45 = 0.0
            var beyondStandard = 0.0
            var beyondHard = 0.0
            var longest = 0.0
            for (minutes, weight) in people {
                total += weight
                if minutes > 30 { over30 += weight }
                if minutes > 45 { over45 += weight }
                if minutes > standard { beyondStandard += weight }
                if minutes > hard { beyondHard += weight }
                guard minutes.isFinite else { continue }
                served += weight
                travelled += weight * minutes
                longest = max(longest, minutes)
            }
            // Percentiles by counting tenths of a minute would lose exact ties; the list is short, so sort it.
            let ordered = people.filter { $0.minutes.isFinite }.sorted { $0.minutes < $1.minutes }
            func percentile(_ share: Double) -> Double {
                var sum = 0.0
                for (minutes, weight) in ordered {
                    sum += weight
                    // The last digits of a sum of weights are noise: a tie is a tie.
                    if sum >= share * total * (1 - 1e-12) { return minutes }
                }
                return longest
            }
            let people = max(total, .leastNormalMagnitude)
            return TravelMeasures(
                meanMinutes: served > 0 ? travelled / served : 0, p90Minutes: percentile(0.9),
                p95Minutes: percentile(0.95), maxMinutes: longest, shareOver30: over30 / people,
                shareOver45: over45 / people, shareBeyondStandard: beyondStandard / people,
                peopleBeyondHardLimit: beyondHard)
        }
    }
}
