// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// One level for every site: the thing a planner chooses.
public struct Configuration: Hashable, Sendable {
    /// In the order of the instance's sites.
    public let levels: [Level]

    public init(levels: [Level]) { self.levels = levels }
}

extension EmergencySystem {
    /// Today's levels.
    public var today: Configuration { Configuration(levels: sites.map(\.levelToday)) }

    /// Every combination of the admissible levels of inside sites, in a fixed order (the last site's level changes fastest).
    /// There are `configurationCount` of them, so ask that first.
    public var configurations: [Configuration] {
        var all = [sites.map(\.levelToday)]
        for site in decided {
            all = all.flatMap { levels in
                admissible(site).map { level in
                    var changed = levels
                    changed[site] = level
                    return changed
                }
            }
        }
        return all.map(Configuration.init)
    }

    public var configurationCount: Int {
        // A country's sites have more than fit: the largest number then stands for all of them.
        decided.reduce(1) { count, site in
            let (product, overflows) = count.multipliedReportingOverflow(by: admissible(site).count)
            return overflows ? .max : product
        }
    }

    func admissible(_ site: Int) -> [Level] { instance.admissibleLevels[sites[site].code] ?? [sites[site].levelToday] }

    /// The name of a configuration: its decisions in the order of the sites that have a choice, such as
    /// `RJE01=type1 RJE09=ucc RJF02=type1`.
    public func name(of configuration: Configuration) -> String {
        decided.map { "\(sites[$0].code)=\(configuration.levels[$0].rawValue)" }.joined(separator: " ")
    }

    /// The configuration that changes today's by `decisions` (site code to level); nil when a code is not an inside site with
    /// that level among its admissible ones.
    public func configuration(_ decisions: [String: Level]) -> Configuration? {
        var levels = today.levels
        for (code, level) in decisions {
            guard let site = sites.firstIndex(where: { $0.code == code }) else { return nil }
            guard admissible(site).contains(level) else { return nil }
            levels[site] = level
        }
        return Configuration(levels: levels)
    }
}
