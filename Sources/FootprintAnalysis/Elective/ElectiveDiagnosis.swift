// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Why a case has no answer, in a planner's words, and the least that would have to give.
///
/// First what the case's hubs and centres say by themselves. Where that is nothing, each kind of requirement is let give
/// alone, the others kept: the least sum of what its rows lack (the elastic program of Brown and Graves, 1975).
struct ElectiveDiagnosis: Sendable {
    let system: ElectiveSystem
    private let classes: ElectiveSystem
    private let reach: ElectiveReach

    /// Seconds for one kind of requirement.
    private static let timeLimit = 20.0

    init(_ system: ElectiveSystem) {
        self.system = system
        // Who can go where is the same in every zone of a class; the requirements know nothing of travel support.
        classes = ZoneClasses(system, reach: ElectiveReach(system)).merged(.upper)
        reach = ElectiveReach(classes)
    }

    /// Never empty; after a stop what can be said without solving anything more.
    func reasons(_ situation: ElectiveCase, stop: StopSignal?) -> [ConfigurationResult.Reason] {
        let plain = plainReasons(situation)
        guard plain.isEmpty else { return plain }
        let model = ElectiveModel(classes, situation, reach: reach)
        var reasons: [ConfigurationResult.Reason] = []
        for kind in Kind.allCases {
            if stop?.reason != nil { break }
            let rows = kind.rows(of: model.model)
            guard !rows.isEmpty else { continue }
            let weights = Dictionary(uniqueKeysWithValues: rows.map { ($0, 1.0) })
            guard case .moves(let moves, _, _) = GLPKSolver().leastRelaxation(of: model.model, weights: weights, timeLimit: Self.timeLimit),
                !moves.isEmpty
            else { continue }
            reasons += kind.reasons(moves, model.model, system)
        }
        guard reasons.isEmpty else { return reasons }
        let sentence =
            stop?.reason == nil
            ? "no single kind of requirement can give enough: minimum volumes, specialties that need each other, the standard journey, the "
                + "waiting standard and the limit on capital cannot all hold at these sites"
            : "its requirements cannot all hold; stopped before it was known which"
        return [
            .init(requirement: "requirements together", site: nil, conflict: 1, sentence: sentence, leastChange: nil, unit: "")
        ]
    }

    // MARK: What the case says by itself

    private func plainReasons(_ situation: ElectiveCase) -> [ConfigurationResult.Reason] {
        var reasons: [ConfigurationResult.Reason] = []
        for (s, site) in system.sites.enumerated() {
            if situation.hubs[s] == true, !site.isHubToday, !site.mayBeHub {
                reasons.append(
                    .init(
                        requirement: "may be a hub", site: site.code, conflict: 1, sentence: "\(site.name) may not be a hub",
                        leastChange: nil, unit: ""))
            }
        }
        reasons += centres(situation) + needs(situation) + capital(situation)
        return reasons
    }

    private func centres(_ situation: ElectiveCase) -> [ConfigurationResult.Reason] {
        let kept = system.sites.indices.map { s in
            situation.centres[s] ?? system.specialties.indices.contains { system.places[$0][s] != nil && situation.open[$0][s] == true }
        }
        let possible = system.sites.indices.map { s in
            situation.centres[s] != false && system.specialties.indices.contains { system.places[$0][s] != nil && situation.open[$0][s] != false }
        }
        let (least, most) = (system.parameters.minimumInpatientCentres, system.parameters.maximumInpatientCentres)
        let (certain, atMost) = (Double(kept.count { $0 }), Double(possible.count { $0 }))
        if certain > most {
            return [
                .init(
                    requirement: "number of inpatient centres", site: nil, conflict: 1,
                    sentence: "\(Words.amount(certain, "sites")) would keep inpatients; \(Words.number(most)) may",
                    leastChange: certain - most, unit: "sites")
            ]
        }
        if atMost < least {
            return [
                .init(
                    requirement: "number of inpatient centres", site: nil, conflict: 1,
                    sentence: "\(Words.amount(atMost, "sites")) would keep inpatients; at least \(Words.number(least)) must",
                    leastChange: least - atMost, unit: "sites")
            ]
        }
        return []
    }

    /// Where a specialty is kept by instruction and one that it needs is not.
    private func needs(_ situation: ElectiveCase) -> [ConfigurationResult.Reason] {
        system.needs.flatMap { need in
            system.sites.indices.compactMap { s -> ConfigurationResult.Reason? in
                guard system.places[need.specialty][s] != nil, situation.open[need.specialty][s] == true,
                    system.places[need.needs][s] == nil || situation.open[need.needs][s] == false
                else { return nil }
                return .init(
                    requirement: "specialties that need each other", site: system.sites[s].code, conflict: 1,
                    sentence: "\(system.specialties[need.specialty].title) at \(system.sites[s].name) needs "
                        + "\(system.specialties[need.needs].title.lowercasedFirst) there",
                    leastChange: nil, unit: "")
            }
        }
    }

    private func capital(_ situation: ElectiveCase) -> [ConfigurationResult.Reason] {
        guard let limit = system.parameters.capitalLimit.map({ $0 + situation.capitalOfDoNothing }) else { return [] }
        let hubs = system.sites.indices.filter { situation.hubs[$0] == true && !system.sites[$0].isHubToday }
        let cost = hubs.reduce(0) { $0 + system.sites[$1].hubCapital }
        guard cost > limit + 1e-6 else { return [] }
        return [
            .init(
                requirement: "capital limit", site: nil, conflict: 1,
                sentence: "making hubs of \(hubs.map { system.sites[$0].name }.joined(separator: " and ")) costs \(Words.pounds(cost)); "
                    + "the limit is \(Words.pounds(limit))",
                leastChange: cost - limit, unit: "£")
        ]
    }

    // MARK: Kinds of requirement

    private enum Kind: CaseIterable {
        case capital, minimumVolume, needs, standardJourney, waiting

        private var sentence: String {
            switch self {
            case .capital: "capital limit"
            case .minimumVolume: "minimum volume"
            case .needs: "needs"
            case .standardJourney: "standard journey"
            case .waiting: "waiting standard"
            }
        }

        func rows(of model: Model<ThousandPounds>) -> [Row] {
            model.rows.filter { model.program.sentence(ofRow: $0.index) == sentence }
        }

        func reasons(
            _ moves: [LeastRelaxation.Move], _ model: Model<ThousandPounds>, _ system: ElectiveSystem
        ) -> [ConfigurationResult.Reason] {
            /// The codes in a row's name: `minimum volume[110,RJE09,2020]`.
            func codes(_ move: LeastRelaxation.Move) -> [String] {
                let name = model.name(of: move.row)
                guard let open = name.firstIndex(of: "["), name.last == "]" else { return [] }
                return name[name.index(after: open)...].dropLast().split(separator: ",").map(String.init)
            }
            func specialty(_ code: String) -> String { system.specialties.first { $0.code == code }?.title ?? code }
            func site(_ code: String) -> String { system.sites.first { $0.code == code }?.name ?? code }
            let total = moves.reduce(0) { $0 + $1.amount }
            switch self {
            case .capital:
                return [
                    .init(
                        requirement: "capital limit", site: nil, conflict: 1,
                        sentence: "building would cost \(Words.pounds(total * 1000)) more than may be spent", leastChange: total * 1000,
                        unit: "£")
                ]
            case .minimumVolume:
                // The worst year of each specialty and site.
                let worst = Dictionary(grouping: moves) { codes($0).prefix(2).joined(separator: ",") }
                return worst.keys.sorted().map { key in
                    let move = worst[key]!.max { ($0.amount, $1.row) < ($1.amount, $0.row) }!
                    let codes = codes(move)
                    let least = system.specialties.first { $0.code == codes[0] }?.minimumSpells ?? 0
                    return .init(
                        requirement: "minimum volume", site: codes[1], conflict: 1,
                        sentence: "\(specialty(codes[0])) at \(site(codes[1])) would have \(Words.number(least - move.amount)) inpatients in "
                            + "\(Words.year(Int(codes[2]) ?? 0)); a site that keeps them needs \(Words.number(least))",
                        leastChange: move.amount, unit: "inpatients a year")
                }
            case .needs:
                return moves.map { move in
                    let codes = codes(move)
                    return .init(
                        requirement: "specialties that need each other", site: codes[2], conflict: 1,
                        sentence: "\(specialty(codes[0])) would be at \(site(codes[2])) without \(specialty(codes[1]).lowercasedFirst), which it needs",
                        leastChange: nil, unit: "")
                }
            case .standardJourney:
                return moves.map { move in
                    let codes = codes(move)
                    let mode = ElectiveFigures.modes.firstIndex { $0.rawValue == codes[0] }
                    let minutes = mode.map { system.limits[$0].standardMinutes } ?? 0
                    return .init(
                        requirement: "standard journey", site: nil, conflict: 1,
                        sentence: "\(Words.number(move.amount)) more \(ElectiveWords.patients(codes[0])) than allowed would travel over "
                            + "\(Words.number(minutes)) minutes in \(Words.year(Int(codes[1]) ?? 0))",
                        leastChange: move.amount, unit: "patients a year")
                }
            case .waiting:
                return moves.map { move in
                    let codes = codes(move)
                    return .init(
                        requirement: "waiting standard", site: nil, conflict: 1,
                        sentence: "\(Words.number(move.amount)) more than allowed would wait for \(specialty(codes[0]).lowercasedFirst) at the end of "
                            + Words.year(Int(codes[1]) ?? 0),
                        leastChange: move.amount, unit: "pathways")
                }
            }
        }
    }
}
