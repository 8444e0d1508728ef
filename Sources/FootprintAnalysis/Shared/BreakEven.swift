// SPDX-License-Identifier: GPL-3.0-or-later

/// Where something stops holding on the way from a value at which it holds to one at which it does not, by bisection: a value
/// at which it does not, within 1/4096 of the way of one at which it does.
/// - Parameter isKept: whether it holds at a value.
func breakEven(
    from holds: Double, to fails: Double, _ isKept: (Double) throws(AnalysisFailure) -> Bool
) throws(AnalysisFailure) -> Double {
    var (holds, fails) = (holds, fails)
    for _ in 0..<12 {
        let middle = (holds + fails) / 2
        if try isKept(middle) { holds = middle } else { fails = middle }
    }
    return fails
}
