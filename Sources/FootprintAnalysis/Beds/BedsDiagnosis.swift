// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Why a named option fails, and the least that would have to give, in a planner's words.
struct BedsDiagnosis {
    let system: BedsSystem
    /// Beds the option closes, by place of pool, as published.
    let closures: [Int: Double]
    /// Of one kind of thing, such as `home-care package`, by alternative.
    let units: [String]
    let stop: StopSignal?

    /// What is wrong before anything is solved: more beds or wards than there are, or too late a gate.
    var plainReasons: [ConfigurationResult.Reason] {
        closures.keys.sorted().flatMap { place -> [ConfigurationResult.Reason] in
            let pool = system.pools[place]
            let beds = closures[place]!
            let name = siteName(place)
            var reasons: [ConfigurationResult.Reason] = []
            if beds > pool.openBeds {
                let over = beds - pool.openBeds
                reasons.append(
                    .init(
                        requirement: "beds that are there", site: pool.code, conflict: 1,
                        sentence: "closes \(Words.amount(beds, "beds")) at \(name), which has \(Words.number(pool.openBeds)): "
                            + "\(Words.number(over)) too many",
                        leastChange: over, unit: "beds"))
            }
            let wards = BedSteps.wards(closing: min(beds, pool.openBeds), of: pool)
            if wards > Double(pool.closableWards) {
                reasons.append(
                    .init(
                        requirement: "closable wards", site: pool.code, conflict: 1,
                        sentence: "closes \(Words.amount(wards, "wards")) at \(name), where \(Words.number(Double(pool.closableWards))) may close",
                        leastChange: wards - Double(pool.closableWards), unit: "wards"))
            }
            if pool.earliestClosureYear > system.targetYear {
                reasons.append(
                    .init(
                        requirement: "consultation gate", site: pool.code, conflict: 1,
                        sentence: "\(name) may close no ward before \(Words.year(pool.earliestClosureYear)), after the target year",
                        leastChange: Double(pool.earliestClosureYear - system.targetYear), unit: "years"))
            }
            return reasons
        }
    }

    /// The closures without the beds that are not there.
    var possibleClosures: [Int: Double] {
        closures.reduce(into: [:]) { $0[$1.key] = min($1.value, system.pools[$1.key].openBeds) }
    }

    /// What has to give for the option's program, which has no solution.
    func reasons(_ model: BedsModel) throws(AnalysisFailure) -> [ConfigurationResult.Reason] {
        if BedsSolving.isLarge(system) { return try reasonsByArea(model) }
        var reasons: [ConfigurationResult.Reason] = []
        if let short = try occupiedBedsWithoutABed(model) {
            reasons.append(
                .init(
                    requirement: "safe to run", site: nil, conflict: 2,
                    sentence: "in \(Words.year(system.targetYear)), with every ward opened that there is room for and all the care that can be bought, "
                        + "\(Words.amount(short, "occupied beds")) at the winter peak would have no safe bed",
                    leastChange: short, unit: "occupied beds"))
        }
        if let most = try bedsThatCanClose() {
            let published = possibleClosures.values.reduce(0, +)
            reasons.append(
                .init(
                    requirement: "beds that have to stay", site: nil, conflict: 2,
                    sentence: "in whole wards at these places \(Words.number(most)) of the \(Words.number(published)) beds can close; "
                        + "at least \(Words.number(published - most)) have to stay",
                    leastChange: published - most, unit: "beds"))
        }
        for (place, alternative) in system.alternatives.enumerated() {
            let row = model.rows.maximum[place]
            let least = GLPKSolver().leastRelaxations(in: model.model, of: [row], timeLimit: 10)[0].amount
            guard let least, least > 1e-6 else { continue }
            reasons.append(
                .init(
                    requirement: "as much as can be bought", site: nil, conflict: 2,
                    sentence: "with \(Words.number(least.rounded(.up))) more of \(alternative.title.lowercasedFirst) than the "
                        + "\(Words.number(alternative.maximum)) that can be bought it would hold",
                    leastChange: least, unit: units[place]))
        }
        for (t, row) in model.rows.wardsPerYear.enumerated() {
            guard let row else { continue }
            let least = GLPKSolver().leastRelaxations(in: model.model, of: [row], timeLimit: 10)[0].amount
            guard let least, least > 1e-6 else { continue }
            reasons.append(
                .init(
                    requirement: "wards closed a year", site: nil, conflict: 2,
                    sentence: "with \(Words.number(least.rounded(.up))) more wards closed in \(Words.year(system.years[t])) than the "
                        + "\(Words.number(system.wardsClosedPerYear)) that may close in a year it would hold",
                    leastChange: least, unit: "wards"))
        }
        return reasons
    }

    /// The least total of occupied beds, in the target year at the peak, that the beds of their pools do not carry; nil where
    /// that is not what is in the way, or was not settled.
    private func occupiedBedsWithoutABed(_ model: BedsModel) throws(AnalysisFailure) -> Double? {
        var program = model.model
        var entries: [(row: Int, column: Int, coefficient: Double)] = []
        var shortage = Expression<ThousandPounds>.zero
        for one in model.rows.safeTogether { program.release(one.row) }
        for rows in model.rows.safeToRun {
            for (t, row) in rows.enumerated() {
                let short = program.variable("occupied beds without a bed", in: 0..., of: Beds.self)
                entries.append((row.index, Int(short.index), -1))
                if t == system.years.count - 1 { shortage += Rate<ThousandPounds, Beds>(1) * short }
            }
        }
        program.program.appendTerms(entries)
        program.minimise(shortage)
        guard case .optimal(let solution) = try BedsSolving.solve(program, options: Self.limited, stop: stop),
            solution.objective > 1e-6
        else { return nil }
        return solution.objective
    }

    /// The most beds that can close at the option's pools, in whole wards and no more wards than it closes at each.
    private func bedsThatCanClose() throws(AnalysisFailure) -> Double? {
        var limited = system
        for place in system.pools.indices {
            let wards = possibleClosures[place].map { BedSteps.wards(closing: $0, of: system.pools[place]) } ?? 0
            limited.pools[place].closableWards = min(Int(wards), system.pools[place].closableWards)
        }
        let model = BedsModel(limited, limited.free)
        var program = model.model
        program.minimise(model.openBedsInTheTargetYear)
        guard case .optimal(let solution) = try BedsSolving.solve(program, options: Self.limited, stop: stop) else { return nil }
        return model.plan(solution).last.pools.reduce(0) { $0 + $1.bedsClosed }
    }

    private static var limited: SolveOptions {
        var options = BedsSolving.options
        options.timeLimit = 20
        return options
    }

    func siteName(_ pool: Int) -> String {
        system.sites.first { $0.pools.contains(pool) }?.name ?? system.pools[pool].title
    }
}

extension String {
    /// “Home-care packages” within a sentence.
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
