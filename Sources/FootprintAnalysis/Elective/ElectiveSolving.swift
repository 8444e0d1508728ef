// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// Solves cases of one system on its zones themselves.
public struct ElectiveSolving: Sendable {
    private let system: ElectiveSystem
    private let reach: ElectiveReach
    private var searches: [Shared: ElectiveSearch] = [:]

    public init(_ system: ElectiveSystem) {
        self.system = system
        reach = ElectiveReach(system)
    }

    /// A case, and what is known of it already.
    struct Task: Sendable {
        let situation: ElectiveCase
        var previous: ElectiveAnswer?
    }

    /// How far each case is searched.
    struct Effort: Sendable {
        /// A case may end at this gap: well within what counts as proven.
        var accuracy = 1e-7
        /// Of the simplex, that a case may take before it ends with what it has.
        var iterations = Int.max
        /// £: or once it is known to have no plan below this.
        var below: Double?
    }

    /// In the order given, the same whatever `jobs` is; a case that a stop came before has neither plan nor bound.
    /// - Parameters:
    ///   - accuracy: a case may end at this gap: well within what counts as proven.
    ///   - progress: called with the number that is done, from any thread.
    public func solve(
        _ cases: [ElectiveCase], accuracy: Double = 1e-7, jobs: Int, stop: StopSignal?, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        var solving = self
        return try solving.solve(cases.map { Task(situation: $0) }, Effort(accuracy: accuracy), jobs: jobs, stop: stop, progress: progress)
    }

    /// The same, remembering what it has seen of journeys for the next time.
    ///
    /// Cases with the same hubs and levers are searched one after the other by one search, as each shows the next something of
    /// its journeys: which cases are together depends on the cases alone.
    mutating func solve(
        _ tasks: [Task], _ effort: Effort, jobs: Int, stop: StopSignal?, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        let limits = ElectiveSearch.Limits(accuracy: effort.accuracy, iterations: effort.iterations)
        let groups = Self.groups(tasks)
        let begun = groups.map { searches[$0.shared] ?? ElectiveSearch(system, reach: reach) }
        let done = Counter()
        let found = try parallelTry(groups.count, jobs: jobs) { number throws(AnalysisFailure) in
            var search = begun[number]
            var answers: [ElectiveAnswer] = []
            for place in groups[number].places {
                answers.append(
                    try search.answer(
                        tasks[place].situation, from: tasks[place].previous, below: effort.below, limits: limits, stop: stop))
                progress?(done.next())
            }
            return (search, answers)
        }
        var answers: [ElectiveAnswer?] = tasks.map { _ in nil }
        for (group, (search, ofGroup)) in zip(groups, found) {
            searches[group.shared] = search
            for (place, answer) in zip(group.places, ofGroup) { answers[place] = answer }
        }
        return answers.map { $0! }
    }

    /// Cases that were searched before, each from what that has shown.
    func improve(
        _ tasks: [Task], _ effort: Effort, jobs: Int, stop: StopSignal?, progress: @escaping @Sendable (Int) -> Void
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        let limits = ElectiveSearch.Limits(accuracy: effort.accuracy, iterations: effort.iterations)
        let done = Counter()
        return try parallelTry(tasks.count, jobs: jobs) { number throws(AnalysisFailure) in
            let task = tasks[number]
            var search = searches[Shared(task.situation)] ?? ElectiveSearch(system, reach: reach)
            defer { progress(done.next()) }
            return try search.answer(task.situation, from: task.previous, below: effort.below, limits: limits, stop: stop)
        }
    }

    private struct Shared: Hashable {
        let hubs: [Bool?]
        let levers: Set<ElectiveLever>

        init(_ situation: ElectiveCase) {
            hubs = situation.hubs
            levers = situation.levers
        }
    }

    /// Places of tasks with the same hubs and levers, in the order of the first of each.
    private static func groups(_ tasks: [Task]) -> [(shared: Shared, places: [Int])] {
        var numbers: [Shared: Int] = [:]
        var groups: [(shared: Shared, places: [Int])] = []
        for (place, task) in tasks.enumerated() {
            let shared = Shared(task.situation)
            if let number = numbers[shared] {
                groups[number].places.append(place)
            } else {
                numbers[shared] = groups.count
                groups.append((shared, [place]))
            }
        }
        return groups
    }
}
