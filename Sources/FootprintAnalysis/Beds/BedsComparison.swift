// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import GLPKSolver
import LinearPrograms

/// `compare` for the family beds: do-nothing, the schemes alone, the best, and every named option.
public struct BedsComparison: Sendable {
    let instance: Instance
    let tables: BedsTables
    let system: BedsSystem

    /// Fails when the instance does not declare the family.
    public init(_ loaded: Instance) throws(AnalysisFailure) {
        guard let instance = loaded.viewed(as: .beds), let tables = instance.beds, let system = BedsSystem(instance) else {
            throw .instance(["footprint.yaml: the instance has no tables of the family beds. Add beds to families."])
        }
        self.instance = instance
        self.tables = tables
        self.system = system
    }

    /// Called with what has been done of a phase, such as 3 of 5 `programs`.
    public typealias Progress = (_ done: Int, _ of: Int, _ what: String) -> Void

    /// What one of each alternative is.
    private var units: [String] { tables.alternatives.map(\.unit) }

    private struct Row {
        let kind: BedsConfiguration.Kind
        let name: String
        let title: String
        let situation: BedsCase
        var closures: [Int: Double]?
    }

    public func run(stop: StopSignal? = nil, progress: Progress? = nil) throws(AnalysisFailure) -> BedsAppraisal {
        let doNothing = try solvedDoNothing(stop)
        var accounts = BedsAccounts(system: system, doNothing: doNothing, schemesOnly: nil)
        let rows = self.rows
        var configurations: [BedsConfiguration] = []
        var schemesOnly: BedsPlan?
        var bound: Double?
        var isCut = false
        for (number, row) in rows.enumerated() {
            if stop?.reason != nil { break }
            progress?(number, rows.count, "programs")
            let (answered, plan, itsBound, wasCut) = try answer(row, accounts, stop)
            isCut = isCut || wasCut
            if let itsBound { bound = max(bound ?? itsBound, itsBound) }
            guard let answered else { continue }
            configurations.append(answered)
            if row.kind == .schemesOnly, let plan {
                schemesOnly = plan
                accounts.schemesOnly = plan
                for place in configurations.indices { recause(&configurations[place], accounts) }
            }
        }
        progress?(rows.count, rows.count, "programs")
        rank(&configurations)
        let settings = instance.settings
        let stopped = configurations.count < rows.count || isCut ? stop?.reason : nil
        return BedsAppraisal(
            program: .init(name: "footprint", version: footprintVersion, glpk: GLPKSolver.version),
            instance: .init(
                name: instance.name, title: settings.title, baseYear: settings.baseYear, targetYear: settings.targetYear,
                openingYear: settings.openingYear, horizonYear: settings.horizonYear, priceBase: settings.priceBase,
                files: instance.inputFiles.map { .init(path: $0.path, sha256: $0.sha256) }),
            isIllustrative: instance.isIllustrative(.beds),
            options: .init(changed: instance.overrides.map(\.description)),
            schemes: tables.schemes.map { .init(name: $0.code, title: $0.title, gate: $0.gate, source: $0.source) },
            doNothing: accounts.result(doNothing, withMoves: false), configurations: configurations,
            configurationCount: rows.count, answeredCount: configurations.count, stopped: stopped,
            netPresentValueBound: stopped == nil ? nil : bound, bedsNeeded: bedsNeeded,
            claims: claims(configurations), growth: growth(doNothing, schemesOnly),
            provenance: .init(figures: instance.provenance, savingRestingOnAssumed: nil))
    }

    /// Every row there is, in the order they are solved: the schemes first, since the split of savings needs them.
    private var rows: [Row] {
        var rows = [
            Row(
                kind: .schemesOnly, name: "schemes only", title: "Today's beds, with the schemes",
                situation: system.schemesOnly),
            Row(kind: .best, name: "best", title: "The best the program finds", situation: system.free),
        ]
        if !system.laterPhases.isEmpty {
            var without = system.free
            without.name = "best, phases overlap"
            for scheme in system.laterPhases { without.schemesOn[scheme] = false }
            rows.append(
                Row(
                    kind: .bestWithoutLaterPhases, name: without.name,
                    title: "The best if the later phases are the first ones told again", situation: without))
        }
        let places = Dictionary(uniqueKeysWithValues: system.pools.enumerated().map { ($1.code, $0) })
        for option in tables.options {
            let closures = Dictionary(uniqueKeysWithValues: option.closures.map { (places[$0.key]!, $0.value) })
            let possible = closures.reduce(into: [Int: Double]()) { $0[$1.key] = min($1.value, system.pools[$1.key].openBeds) }
            rows.append(
                Row(
                    kind: .option, name: option.name, title: option.title,
                    situation: system.option(option.name, closing: possible), closures: closures))
        }
        return rows
    }

    /// Do-nothing, which must have a solution.
    private func solvedDoNothing(_ stop: StopSignal?) throws(AnalysisFailure) -> BedsPlan {
        let model = BedsModel(system, system.doNothing)
        // Without moves pools have nothing to do with each other: there is an answer however early the stop comes.
        switch try BedsSolving.solve(model, stop: nil) {
        case .optimal(let solution), .stopped(let solution?, _): return model.plan(solution)
        case .stopped: throw .stopped
        case .infeasible: throw .instance(impossible(model))
        }
    }

    /// Which pool has no room, and how many beds more it would need.
    private func impossible(_ model: BedsModel) -> [String] {
        system.pools.indices.compactMap { place in
            let pool = system.pools[place]
            let most = model.steps[place].states.map(\.capacity).max() ?? 0
            let worst = system.years.map { pool.peakFactor * system.demand(place, $0) }.enumerated().max { $0.1 < $1.1 }!
            guard worst.1 > most + 1e-9, let beds = model.steps[place].states.last?.beds else { return nil }
            let needed = system.rule(place, withMoves: false)(worst.1)
            return
                "pool_figures[\(pool.code),wardsThatCanOpen].value: do-nothing is not possible: in \(Words.year(system.years[worst.0])) \(pool.title) "
                + "needs \(Words.beds(needed)), and has \(Words.number(beds)) with every ward opened that there is room for. "
                + "Let \(Words.amount(((needed - pool.openBeds) / pool.wardSize).rounded(.up), "wards")) open."
        }
    }

    /// One row's answer; nil where it was stopped with nothing in hand. The bound is on its net present value, £.
    private func answer(
        _ row: Row, _ accounts: BedsAccounts, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> (BedsConfiguration?, BedsPlan?, bound: Double?, wasCut: Bool) {
        var result = BedsConfiguration(
            rank: nil, name: row.name, title: row.title, kind: row.kind, isToday: row.kind == .schemesOnly, status: .feasible,
            proof: .optimal, gap: 0, decisions: [:], sites: [], alternatives: [], schemesRunning: [], prices: [], reasons: [])
        let model = BedsModel(system, row.situation)
        let diagnosis = row.closures.map { BedsDiagnosis(system: system, closures: $0, units: units, stop: stop) }
        result.reasons = diagnosis?.plainReasons ?? []
        // A gate after the target year leaves nothing to solve for: the diagnosis would only say it again.
        let answer = try BedsSolving.solve(model, stop: stop)
        switch answer {
        case .infeasible:
            result.status = .infeasible
            if let diagnosis { result.reasons += try diagnosis.reasons(model) }
            return (result, nil, nil, false)
        case .stopped(nil, let bound):
            return (nil, nil, bound.map { accounts.doNothing.presentValue - $0 * 1000 }, true)
        case .stopped(let solution?, let bound):
            let plan = model.plan(solution)
            accounts.fill(&result, with: plan, of: model, units: units)
            let most = bound.map { accounts.doNothing.presentValue - $0 * 1000 }
            result.proof = .gap
            result.gap = most.map { max(0, $0 - result.netPresentValue!) / max(1, result.netPresentValue!.magnitude) } ?? 1
            if !result.reasons.isEmpty { result.status = .infeasible }
            return (result, plan, most, true)
        case .optimal(let solution):
            let plan = model.plan(solution)
            guard (model.presentValue(of: plan) - plan.presentValue).magnitude <= 1e-6 * max(1, plan.presentValue.magnitude) else {
                throw .solver("\(model.model.title): the plan's cost, added up line by line, is not the objective")
            }
            if !result.reasons.isEmpty {
                result.status = .infeasible
                let closed = plan.last.pools.reduce(0) { $0 + $1.bedsClosed }
                result.reasons.append(
                    .init(
                        requirement: "the rest", site: nil, conflict: 1,
                        sentence: "without that the rest would hold: \(Words.amount(closed, "beds")) close, and "
                            + "\(Words.pounds(accounts.doNothing.annualCost - plan.annualCost)) a year is saved against doing nothing",
                        leastChange: nil, unit: "beds"))
                return (result, nil, nil, false)
            }
            accounts.fill(&result, with: plan, of: model, units: units)
            if row.kind == .best {
                result.prices = try BedsPrices(model: model, solution: solution, plan: plan, units: units, stop: stop).prices()
            }
            return (result, plan, result.netPresentValue, false)
        }
    }

    /// Puts the split by cause right once the schemes alone are known.
    private func recause(_ row: inout BedsConfiguration, _ accounts: BedsAccounts) {
        guard let saving = row.annualSaving, let alone = accounts.schemesOnly else { return }
        let levers = accounts.doNothing.annualCost - alone.annualCost
        row.savingSplit?.levers = levers
        row.savingSplit?.configuration = saving - levers
    }

    /// By net present value; those that fail last, in the order of the instance.
    private func rank(_ rows: inout [BedsConfiguration]) {
        let holding = rows.enumerated().filter { $0.element.status != .infeasible }.sorted {
            let (first, second) = ($0.element.netPresentValue!, $1.element.netPresentValue!)
            return first == second ? $0.offset < $1.offset : first > second
        }
        let failing = rows.filter { $0.status == .infeasible }
        rows = holding.enumerated().map { place, row in
            var row = row.element
            row.rank = place + 1
            return row
        } + failing
    }

    private var bedsNeeded: [BedsNeededRow] {
        system.pools.indices.flatMap { place in
            BedSteps(system, pool: place, in: system.free).states.map {
                BedsNeededRow(
                    pool: system.pools[place].code, wardsClosed: $0.wardsClosed, wardsOpened: $0.wardsOpened, beds: $0.beds,
                    capacity: $0.capacity)
            }
        }
    }

    private func claims(_ rows: [BedsConfiguration]) -> [BedsClaim] {
        instance.claims.filter { $0.family == .beds }.map { claim in
            let row = rows.first { $0.kind == .option && $0.name == claim.subject && $0.result != nil }
            let computed: Double? =
                switch claim.measure {
                case "beds closed": row.map { $0.decisions.values.reduce(0) { $0 + $1.bedsClosed } }
                case "annual saving": row?.annualSaving
                case "occupied bed days a year": bedDays(claim.subject, rows)
                default: nil
                }
            return BedsClaim(
                subject: claim.subject, measure: claim.measure, unit: claim.unit, year: claim.year, claimed: claim.value,
                computed: computed, note: claim.note, source: claim.source)
        }
    }

    /// Occupied bed-days a year that schemes avoid in the best plan, in the target year.
    private func bedDays(_ subject: String, _ rows: [BedsConfiguration]) -> Double? {
        guard let last = rows.first(where: { $0.kind == .best })?.result?.years.last else { return nil }
        let names = subject.split(separator: ";").map(String.init)
        guard names.allSatisfy({ last.avoided[$0] != nil }) else { return nil }
        return 365 * names.reduce(0) { $0 + last.avoided[$1]! }
    }

    private func growth(_ doNothing: BedsPlan, _ schemesOnly: BedsPlan?) -> BedsGrowth? {
        guard
            let claim = instance.claims.first(where: { $0.family == .beds && $0.measure == "acute beds added" }),
            let year = doNothing.years.first(where: { $0.year == claim.year }),
            let with = schemesOnly?.years.first(where: { $0.year == claim.year })
        else { return nil }
        let acute = system.pools.indices.filter { system.pools[$0].type == .acute }
        func total(_ value: (Int) -> Double) -> Double { acute.reduce(0) { $0 + value($1) } }
        func needed(_ pool: Int, _ occupied: Double) -> Double {
            system.rule(pool, withMoves: false)(system.pools[pool].peakFactor * occupied)
        }
        let before = total { needed($0, year.pools[$0].occupied) }
        return BedsGrowth(
            year: claim.year, claimed: claim.value, acuteBedsToday: total { system.pools[$0].openBeds },
            opened: total { year.pools[$0].bedsOpened },
            neededToday: total { needed($0, system.pools[$0].occupiedBeds) }, needed: before,
            occupiedToday: total { system.pools[$0].occupiedBeds }, occupied: total { year.pools[$0].occupied },
            removedBySchemes: before - total { needed($0, max(0, year.pools[$0].demand - with.pools[$0].avoided)) },
            openedWithSchemes: total { with.pools[$0].bedsOpened }, source: claim.source)
    }
}
