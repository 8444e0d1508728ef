// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import LinearPrograms

/// The programs of a plan in every scenario, taken apart where nothing joins them.
struct StaffingStages {
    /// Groups that nothing else joins, in all scenarios.
    struct Part {
        /// Places of the part's first-stage columns in the whole program.
        let columns: [Int]
        let stages: TwoStageProgram
        /// Of the first stage.
        let start: Basis?
    }

    /// Of the mean year.
    let template: StaffingModel
    /// £k that nothing changes.
    let constant: Double
    /// The first stage that is best for the mean year; nil where it has none.
    let meanYear: [Double]?
    /// £k, the mean over the scenarios of each one's own best; 0 unless asked for.
    let waitAndSee: Double
    /// £ by scenario.
    let doNothingCosts: [Double]
    let parts: [Part]

    private struct Made: Sendable {
        let doNothing: Double
        /// £k of the scenario's own best; nil where not asked for.
        let optimum: Double?
        let parts: [TwoStageProgram.Scenario]
    }

    /// - Parameter asOne: whether all groups are one part, joined or not.
    init(
        _ plan: StaffingTwoStages, options: StaffingTwoStages.Options, asOne: Bool = false, stop: StopSignal?
    ) throws(AnalysisFailure) {
        let option = plan.option
        var situations: [StaffingSituation] = []
        let mean: StaffingSituation
        do throws(StaffingFaults) {
            for scenario in plan.scenarios { situations.append(try StaffingSituation(plan.calibration, scenario)) }
            mean = try StaffingSituation(plan.calibration, .mean(plan.scenarios))
        } catch { throw .instance(error.sentences) }
        // One shape for all.
        let windows = situations.reduce(StaffingWindows(mean, option)) { $0.union(StaffingWindows($1, option)) }
        let template = StaffingModel(mean, option, windows: windows)
        self.template = template
        var program = template.model.program
        constant = program.objectiveConstant
        program.objectiveConstant = 0
        // A risk is of all groups together.
        let places = options.riskWeight > 0 || asOne
            ? [LinearProgram.Part(columns: Array(0..<program.columnCount), rows: Array(0..<program.rowCount))] : program.parts()
        let joining = template.joiningRows.map(\.index)
        let (columns, rows) = template.firstStage
        let shapes = places.map { part in
            let own = Dictionary(uniqueKeysWithValues: part.rows.enumerated().map { ($1, $0) })
            return TwoStageProgram(
                program.program(of: part, title: program.title), columns: part.columns.count { $0 < columns },
                rows: part.rows.count { $0 < rows }, joining: joining.compactMap { own[$0] })
        }
        let keepsStarts = plan.scenarios.count <= options.checkedScenarios
        let known = situations
        let made = try parallelTry(known.count, jobs: options.jobs) { number throws(AnalysisFailure) -> Made in
            let model = StaffingModel(known[number], option, windows: windows)
            let own = model.model.program
            let start = keepsStarts ? model.start : nil
            var optimum: Double?
            if options.findsValues {
                switch try StaffingSolving.solve(model, jobs: 1, stop: stop) {
                case .optimal(let solution): optimum = solution.objective
                case .infeasible: break
                case .stopped: throw .stopped
                }
            }
            return Made(
                doNothing: known[number].doNothing.cost(known[number]), optimum: optimum,
                parts: zip(shapes, places).map { shape, part in
                    shape.scenario(
                        plan.scenarios[number].name, probability: plan.scenarios[number].probability,
                        own.program(of: part, title: own.title), start: start?.restricted(to: part))
                })
        }
        doNothingCosts = made.map(\.doNothing)
        waitAndSee = zip(plan.scenarios, made).reduce(0) { $0 + $1.0.probability * ($1.1.optimum ?? 0) }
        let start = template.start
        parts = places.enumerated().map { place, part in
            var stages = shapes[place]
            stages.scenarios = made.map { $0.parts[place] }
            let first = LinearProgram.Part(columns: part.columns.filter { $0 < columns }, rows: part.rows.filter { $0 < rows })
            return Part(columns: first.columns, stages: stages, start: start?.restricted(to: first))
        }
        switch try StaffingSolving.solve(template, jobs: options.jobs, stop: stop) {
        case .optimal(let solution): meanYear = Array(solution.values.prefix(columns))
        case .infeasible: meanYear = nil
        case .stopped: throw .stopped
        }
    }
}

extension Basis {
    /// The statuses of some columns and rows.
    func restricted(to part: LinearProgram.Part) -> Basis {
        Basis(rows: part.rows.map { rows[$0] }, columns: part.columns.map { columns[$0] })
    }
}
