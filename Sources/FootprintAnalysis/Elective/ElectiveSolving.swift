// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// Solves cases of one system on its zones themselves.
public struct ElectiveSolving: Sendable {
    private let system: ElectiveSystem
    private let reach: ElectiveReach
    /// What the cases that were searched have shown.
    private var searches: [Shared: ElectiveSearch] = [:]

    public init(_ system: ElectiveSystem) {
        self.system = system
        reach = ElectiveReach(system)
    }

    /// In the order given, the same whatever `jobs` is; a case that a stop came before has neither plan nor bound.
    /// - Parameter accuracy: a case may end at this gap: well within what counts as proven.
    public func solve(
        _ cases: [ElectiveCase], accuracy: Double = 1e-7, jobs: Int, stop: StopSignal?
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        var solving = self
        return try solving.solve(cases, .init(accuracy: accuracy), jobs: jobs, stop: stop)
    }

    /// The same, remembering what it has seen of journeys for the next time.
    ///
    /// Cases with the same hubs and levers are searched one after the other by one search, as each shows the next something of
    /// its journeys: which cases are together depends on the cases alone.
    /// - Parameter progress: called with the number that is done, from any thread.
    mutating func solve(
        _ cases: [ElectiveCase], _ limits: ElectiveSearch.Limits, jobs: Int, stop: StopSignal?,
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        let groups = Self.groups(cases)
        let begun = groups.map { searches[$0.shared] ?? ElectiveSearch(system, reach: reach) }
        let done = Counter()
        let found = try parallelTry(groups.count, jobs: jobs) { number throws(AnalysisFailure) in
            var search = begun[number]
            var answers: [ElectiveAnswer] = []
            for place in groups[number].places {
                answers.append(try search.answer(cases[place], limits: limits, stop: stop))
                progress?(done.next())
            }
            return (search, answers)
        }
        var answers: [ElectiveAnswer?] = cases.map { _ in nil }
        for (group, (search, ofGroup)) in zip(groups, found) {
            searches[group.shared] = search
            for (place, answer) in zip(group.places, ofGroup) { answers[place] = answer }
        }
        return answers.map { $0! }
    }

    /// Answers that were found before, each searched on from what that has shown.
    func improve(
        _ answers: [ElectiveAnswer], _ limits: ElectiveSearch.Limits, jobs: Int, stop: StopSignal?,
        progress: @escaping @Sendable (Int) -> Void
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        let done = Counter()
        return try parallelTry(answers.count, jobs: jobs) { number throws(AnalysisFailure) in
            let previous = answers[number]
            var search = searches[Shared(previous.situation)] ?? ElectiveSearch(system, reach: reach)
            defer { progress(done.next()) }
            return try search.answer(previous.situation, from: previous, limits: limits, stop: stop)
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

    /// So many cases at most are searched one after the other: more would keep one thread busy when the others have no more to do.
    private static let together = 8

    /// Places of cases with the same hubs and levers, so many at most, in the order of the first of each.
    private static func groups(_ cases: [ElectiveCase]) -> [(shared: Shared, places: [Int])] {
        var numbers: [Shared: Int] = [:]
        var groups: [(shared: Shared, places: [Int])] = []
        for (place, situation) in cases.enumerated() {
            let shared = Shared(situation)
            if let number = numbers[shared], groups[number].places.count < together {
                groups[number].places.append(place)
            } else {
                numbers[shared] = groups.count
                groups.append((shared, [place]))
            }
        }
        return groups
    }
}
