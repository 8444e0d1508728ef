// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim

/// What the C function holds on to in order to report progress and to ask whether to stop.
final class Watcher {
    private let progress: ((SolveProgress) -> Void)?
    private let shouldStop: (() -> Bool)?

    init(_ progress: ((SolveProgress) -> Void)?, _ shouldStop: (() -> Bool)?) {
        self.progress = progress
        self.shouldStop = shouldStop
    }

    /// Not 0 to stop.
    func ask(_ state: shim_progress) -> Int32 {
        if let progress {
            let inSearch = state.in_search != 0
            progress(
                SolveProgress(
                    stage: inSearch ? .search : .linearProgram, iterations: Int(state.iterations),
                    nodes: Int(state.nodes), openNodes: Int(state.open_nodes),
                    incumbent: inSearch && !state.objective.isNaN ? state.objective : nil,
                    bound: state.bound.isNaN ? nil : state.bound, seconds: state.seconds))
        }
        return shouldStop?() == true ? 1 : 0
    }
}
