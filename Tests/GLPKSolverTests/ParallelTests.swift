// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import LinearPrograms
import Synchronization
import Testing

@testable import GLPKSolver

@Suite struct ParallelTests {
    /// Many solves on many threads at once, sharing one model's matrix, agree with one after another to the last bit.
    @Test func threadsDoNotDisturbEachOther() throws {
        let (base, rows) = BasisTests().transport()
        @Sendable func variant(_ number: Int) -> Model<Pounds> {
            var model = base
            model.setRightHandSide(of: rows[number % rows.count], to: 40 + Double(number) / 10)
            return model
        }
        let expected = try (0..<40).map { try optimum(of: variant($0)) }
        let found = Mutex([Int: Solution]())
        DispatchQueue.concurrentPerform(iterations: 160) { number in
            let outcome = checkedOutcome(variant(number % 40))
            found.withLock { $0[number] = outcome.optimum }
        }
        let solutions = found.withLock { $0 }
        for number in 0..<160 { #expect(solutions[number] == expected[number % 40]) }
        // The variants differ, or agreement would mean nothing.
        #expect(Set(expected.map(\.objective)).count > 20)
    }

    @Test func searchesInParallelAgree() throws {
        let model = hardModel(rows: 3, columns: 25)
        let expected = try optimum(of: model)
        #expect(expected.effort.nodes > 50)
        let found = Mutex([Solution?]())
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let outcome = checkedOutcome(model)
            found.withLock { $0.append(outcome.optimum) }
        }
        let solutions = found.withLock { $0 }
        #expect(solutions.count == 8)
        for solution in solutions { #expect(solution == expected) }
    }
}
