// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim
import LinearPrograms

/// One solve from the caller's point of view: a run of GLPK and, where its answer has to be confirmed or repaired,
/// another, within the one time limit and under the one watcher.
struct Solve {
    let program: LinearProgram
    let options: SolveOptions
    let watcher: Watcher?
    private let deadline: Deadline

    init(program: LinearProgram, options: SolveOptions, watcher: Watcher?) {
        self.program = program
        self.options = options
        self.watcher = watcher
        deadline = Deadline(after: options.timeLimit)
    }

    func outcome(start: Basis?) -> Outcome {
        let run = ShimRun(program, options: options, start: start, watcher: watcher)
        let outcome = interpret(run)
        guard case .numericalTrouble = outcome, run.ending != SHIM_BUSY else { return outcome }
        // A search that took a millionth for zero is told to look closer. A linear program is begun again by the
        // other method, which often gets through where the first lost its way.
        let other: SolveOptions.Route = options.route == .primal ? .dual : .primal
        let second = run.inSearch
            ? again(program, options, route: options.route, integerTolerance: 1e-9)
            : again(program, options, route: other)
        let secondOutcome = interpret(second)
        if case .numericalTrouble = secondOutcome { return outcome }
        return secondOutcome
    }

    /// Solves another program that the answer rests on, in what is left of the time. What the caller asked about the
    /// objective of the first is not asked of this.
    func again(_ program: LinearProgram, route: SolveOptions.Route) -> ShimRun {
        again(program, options.ofHelper, route: route)
    }

    /// Runs GLPK once more in what is left of the time.
    private func again(
        _ program: LinearProgram, _ options: SolveOptions, route: SolveOptions.Route,
        integerTolerance: Double = ShimRun.integerTolerance
    ) -> ShimRun {
        var rest = options
        rest.route = route
        rest.presolve = false
        rest.iterationLimit = nil
        if let left = deadline.secondsLeft { rest.timeLimit = max(0.001, left) }
        return ShimRun(
            program, options: rest, start: nil, watcher: watcher, integerTolerance: integerTolerance)
    }
}

extension SolveOptions {
    /// The options of a solve that only helps another: the same limits of time and memory.
    var ofHelper: SolveOptions {
        SolveOptions(
            timeLimit: timeLimit, cuts: cuts, branching: branching, memoryLimit: memoryLimit, backtracking: backtracking)
    }
}
