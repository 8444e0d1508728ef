// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import Synchronization

/// Runs `body` for 0..<count on at most `jobs` threads and returns the results in order. Work is handed out one by one; as
/// each result depends on its number alone, the results do not depend on `jobs`.
func parallelMap<Result: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let next = Atomic<Int>(0)
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
        while true {
            let number = next.add(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            let result = body(number)
            results.withLock { $0[number] = result }
        }
    }
    return results.withLock { $0.map { $0! } }
}

/// The same with work that can fail: the failure of the first that did is thrown once all are done.
func parallelTry<Value: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) throws(AnalysisFailure) -> Value
) throws(AnalysisFailure) -> [Value] {
    let results = parallelMap(count, jobs: jobs) { number -> Result<Value, AnalysisFailure> in
        do throws(AnalysisFailure) { return .success(try body(number)) } catch { return .failure(error) }
    }
    var values: [Value] = []
    for result in results { values.append(try result.get()) }
    return values
}
