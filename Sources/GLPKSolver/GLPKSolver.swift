// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim
import LinearPrograms

/// Solves models with GLPK.
///
/// A solve is one call on one thread. Calls on different threads do not share anything: sweeps can run in parallel.
public struct GLPKSolver: Sendable {
    /// A solver. It holds nothing: make one wherever one is needed.
    public init() {}

    /// GLPK's version, such as `5.0`.
    public static var version: String { String(cString: shim_version()) }

    /// Solves a model.
    /// - Parameters:
    ///   - start: a basis from an earlier solve of a like model. It changes the effort, never the optimum.
    ///   - progress: called now and then, on this thread. It must not solve anything itself.
    ///   - shouldStop: asked now and then, inside a long linear program too: every third of a second or sooner by
    ///     measurement; true ends the solve and keeps what has been found. A solve that someone watches may take another
    ///     path, and so come to another of several optima, than one that nobody does; each is the same in every run.
    public func solve<Objective>(
        _ model: Model<Objective>, options: SolveOptions = .init(), start: Basis? = nil,
        progress: ((SolveProgress) -> Void)? = nil, shouldStop: (() -> Bool)? = nil
    ) -> Outcome {
        solve(model.program, options: options, start: start, progress: progress, shouldStop: shouldStop)
    }

    /// Solves a model whose units have been taken away.
    public func solve(
        _ program: LinearProgram, options: SolveOptions = .init(), start: Basis? = nil,
        progress: ((SolveProgress) -> Void)? = nil, shouldStop: (() -> Bool)? = nil
    ) -> Outcome {
        let faults = program.faults() + options.faults(for: program)
        guard faults.isEmpty else { return .invalid(faults) }
        // GLPK aborts when it factorises a matrix without coefficients, and refuses one without rows or columns.
        if program.nonzeroCount == 0 { return options.cutOff(solveWithoutRows(program, options: options), of: program) }
        let watcher = progress == nil && shouldStop == nil ? nil : Watcher(progress, shouldStop)
        let solve = Solve(program: program, options: options, watcher: watcher)
        return options.cutOff(solve.outcome(start: start), of: program)
    }
}
