// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// The rows of a comparison: section *Rows of the comparison* of the page.
struct ElectiveRows: Sendable {
    struct Row: Sendable {
        let kind: ElectiveConfiguration.Kind
        let name: String
        let title: String
        var option: String?
        let situation: ElectiveCase
        /// What it asks for, by place of site; nil where the program chooses.
        let decisions: [String: ElectiveConfiguration.Role]
    }

    /// Above this many each is no longer its own program.
    static let everyConfiguration = 256

    let rows: [Row]
    let hasEveryConfiguration: Bool

    /// - Parameter capitalOfDoNothing: £.
    init(_ system: ElectiveSystem, _ options: [ElectiveOption], levers: Set<ElectiveLever>, capitalOfDoNothing: Double) {
        let names = ElectiveNames(system)
        func row(
            _ kind: ElectiveConfiguration.Kind, _ title: String, _ situation: ElectiveCase, option: String? = nil
        ) -> Row {
            var situation = situation
            situation.capitalOfDoNothing = capitalOfDoNothing
            return Row(
                kind: kind, name: situation.name, title: title, option: option, situation: situation,
                decisions: names.decisions(situation))
        }
        var rows = [row(.todayWithLevers, "Today's sites, with the levers", system.today(levers: levers))]
        var full = system.today(levers: .inFull)
        full.name = "today-levers-in-full"
        rows.append(row(.todayWithLeversInFull, "Today's sites, every published lever in full", full))
        for option in options {
            let situation = system.option(option, levers: levers)
            if let same = rows.firstIndex(where: { $0.situation.asks(for: situation) }) {
                rows[same].option = option.name
            } else {
                rows.append(row(.option, option.title, situation, option: option.name))
            }
        }
        let sets = ElectiveConfigurations(system)
        hasEveryConfiguration = sets.count <= Self.everyConfiguration
        if hasEveryConfiguration {
            for (hubs, centres) in sets.all {
                let name = names.name(hubs: hubs, centres: centres)
                let situation = system.configuration(name, hubs: hubs, centres: centres, levers: levers)
                guard !rows.contains(where: { $0.situation.asks(for: situation) }) else { continue }
                rows.append(row(.configuration, names.title(hubs: hubs, centres: centres), situation))
            }
        } else {
            rows.append(row(.configuration, "The best the program finds", system.free(levers: levers)))
        }
        self.rows = rows
    }
}

/// Every set of hubs and of inpatient centres, by places of sites.
struct ElectiveConfigurations {
    /// Sites that may change as hubs, and sites that can keep inpatients.
    let hubs, centres: [Int]

    init(_ system: ElectiveSystem) {
        hubs = system.sites.indices.filter { system.sites[$0].isHubToday || system.sites[$0].mayBeHub }
        centres = system.sites.indices.filter { s in
            system.places.contains { $0[s].map { $0.hasInpatientsToday || $0.mayHaveInpatients } ?? false }
        }
    }

    /// `.max` where it is more than can be counted.
    var count: Int {
        hubs.count + centres.count < Int.bitWidth - 2 ? (1 << hubs.count) * ((1 << centres.count) - 1) : .max
    }

    /// In the order of the sites: those with fewer and earlier hubs first.
    var all: [(hubs: Set<Int>, centres: Set<Int>)] {
        Self.subsets(hubs).flatMap { hubs in Self.subsets(centres).filter { !$0.isEmpty }.map { (hubs, $0) } }
    }

    private static func subsets(_ places: [Int]) -> [Set<Int>] {
        (0..<(1 << places.count)).map { mask in Set(places.indices.filter { mask & (1 << $0) != 0 }.map { places[$0] }) }
    }
}

extension ElectiveCase {
    /// Whether it is the same question under another name.
    func asks(for other: ElectiveCase) -> Bool {
        hubs == other.hubs && open == other.open && centres == other.centres && levers == other.levers
    }
}

extension Set<ElectiveLever> {
    /// Every published lever, conversions in full.
    static var inFull: Self { [.dayCasesInFull, .stays, .followUps, .theatres] }
}

/// What configurations are called, and what their sites are for.
struct ElectiveNames {
    let system: ElectiveSystem

    init(_ system: ElectiveSystem) { self.system = system }

    /// Such as `hubs:RJE09+RL4TC;inpatients:RJF02`: what `export --configuration` takes.
    func name(hubs: Set<Int>, centres: Set<Int>) -> String {
        func codes(_ places: Set<Int>) -> String {
            places.isEmpty ? "none" : places.sorted().map { system.sites[$0].code }.joined(separator: "+")
        }
        return "hubs:\(codes(hubs));inpatients:\(codes(centres))"
    }

    func title(hubs: Set<Int>, centres: Set<Int>) -> String {
        func names(_ places: Set<Int>) -> String {
            places.isEmpty ? "none" : places.sorted().map { system.sites[$0].name }.joined(separator: ", ")
        }
        return "Hubs: \(names(hubs)). Inpatients: \(names(centres))."
    }

    /// Of the sites whose part the case fixes.
    func decisions(_ situation: ElectiveCase) -> [String: ElectiveConfiguration.Role] {
        var decisions: [String: ElectiveConfiguration.Role] = [:]
        for (s, site) in system.sites.enumerated() {
            let fixed = system.specialties.indices.filter { system.places[$0][s] != nil }.map { situation.open[$0][s] }
            let isCentre = situation.centres[s] ?? (fixed.contains(true) ? true : fixed.contains(nil) ? nil : false)
            guard let isHub = situation.hubs[s], let isCentre else { continue }
            decisions[site.code] = .init(isHub: isHub, isCentre: isCentre)
        }
        return decisions
    }
}
