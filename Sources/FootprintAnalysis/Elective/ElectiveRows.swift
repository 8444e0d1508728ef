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

        init(_ kind: ElectiveConfiguration.Kind, _ title: String, _ situation: ElectiveCase, option: String? = nil, _ names: ElectiveNames) {
            self.kind = kind
            name = situation.name
            self.title = title
            self.option = option
            self.situation = situation
            decisions = names.decisions(situation)
        }
    }

    private(set) var rows: [Row]
    /// Whether every set of hubs and inpatient centres is a row.
    let hasEveryConfiguration: Bool
    /// Whether no set of hubs and inpatient centres is left out of the rows' bounds.
    var coverAll: Bool { hasEveryConfiguration || rows.contains { $0.kind == .configuration } }
    private let names: ElectiveNames

    /// - Parameters:
    ///   - capitalOfDoNothing: £.
    ///   - most: sets of hubs and centres; above this many none is a row.
    init(
        _ system: ElectiveSystem, _ options: [ElectiveOption], levers: Set<ElectiveLever>, capitalOfDoNothing: Double,
        most: Int
    ) {
        let names = ElectiveNames(system)
        self.names = names
        func row(
            _ kind: ElectiveConfiguration.Kind, _ title: String, _ situation: ElectiveCase, option: String? = nil
        ) -> Row {
            var situation = situation
            situation.capitalOfDoNothing = capitalOfDoNothing
            return Row(kind, title, situation, option: option, names)
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
        hasEveryConfiguration = sets.count <= most
        if hasEveryConfiguration {
            for (hubs, centres) in sets.all {
                let name = names.name(hubs: hubs, centres: centres)
                let situation = system.configuration(name, hubs: hubs, centres: centres, levers: levers)
                guard !rows.contains(where: { $0.situation.asks(for: situation) }) else { continue }
                rows.append(row(.configuration, names.title(hubs: hubs, centres: centres), situation))
            }
        }
        self.rows = rows
    }

    /// Sets of hubs and centres that are rows already, under the name of an option.
    var named: [ElectiveCase.Configuration] {
        rows.map(\.situation).compactMap { situation in
            let (hubs, centres) = (situation.hubs.compactMap(\.self), situation.centres.compactMap(\.self))
            let isFree = situation.open.allSatisfy { $0.allSatisfy { $0 == nil } }
            guard isFree, hubs.count == situation.hubs.count, centres.count == situation.centres.count else { return nil }
            return .init(isHub: hubs, isCentre: centres)
        }
    }

    /// Adds what the program chose where it was free to, or that it has no choice.
    mutating func append(_ free: ElectiveCase, _ plan: ElectivePlan?) {
        guard let plan else {
            rows.append(Row(.configuration, "Any hubs and centres", free, names))
            return
        }
        func places(_ holds: [Bool]) -> Set<Int> { Set(holds.indices.filter { holds[$0] }) }
        let (hubs, centres) = (places(plan.isHub), places(plan.isCentre))
        let situation = plan.system.configuration(
            names.name(hubs: hubs, centres: centres), hubs: hubs, centres: centres, levers: free.levers)
        rows.append(Row(.configuration, names.title(hubs: hubs, centres: centres), situation, names))
    }
}

/// Every set of hubs and of inpatient centres, by places of sites; without a centre only where none is needed.
struct ElectiveConfigurations {
    /// Sites that may change as hubs, and sites that can keep inpatients.
    let hubs, centres: [Int]
    private let needsCentre: Bool

    init(_ system: ElectiveSystem) {
        hubs = system.sites.indices.filter { system.sites[$0].isHubToday || system.sites[$0].mayBeHub }
        needsCentre = system.parameters.minimumInpatientCentres >= 1
        centres = system.sites.indices.filter { s in
            system.places.contains { $0[s].map { $0.hasInpatientsToday || $0.mayHaveInpatients } ?? false }
        }
    }

    /// `.max` where it is more than can be counted.
    var count: Int {
        hubs.count + centres.count < Int.bitWidth - 2 ? (1 << hubs.count) * ((1 << centres.count) - (needsCentre ? 1 : 0)) : .max
    }

    /// In the order of the sites: those with fewer and earlier hubs first.
    var all: [(hubs: Set<Int>, centres: Set<Int>)] {
        Self.subsets(hubs).flatMap { hubs in Self.subsets(centres).filter { !$0.isEmpty || !needsCentre }.map { (hubs, $0) } }
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

    /// What `name` makes of every site that may be a hub and every one that can keep inpatients.
    var ofAll: String {
        let sets = ElectiveConfigurations(system)
        return name(hubs: Set(sets.hubs), centres: Set(sets.centres))
    }

    /// The hubs and centres of a configuration that `name` makes of a set that is among those there are; nil for other names.
    func sets(named name: String) -> (hubs: Set<Int>, centres: Set<Int>)? {
        guard let codes = try? /hubs:([^;]+);inpatients:(.+)/.wholeMatch(in: name)?.output else { return nil }
        func places(_ codes: Substring) -> Set<Int> {
            Set(codes.split(separator: "+").compactMap { code in system.sites.firstIndex { $0.code == code } })
        }
        let (hubs, centres) = (places(codes.1), places(codes.2))
        let sets = ElectiveConfigurations(system)
        guard hubs.isSubset(of: sets.hubs), centres.isSubset(of: sets.centres), self.name(hubs: hubs, centres: centres) == name
        else { return nil }
        return (hubs, centres)
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
