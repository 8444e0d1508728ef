// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

extension BedsDiagnosis {
    /// Of a large program: what has to give in each area that fails even with everything that is shared to itself. One of them is
    /// enough for the option to fail.
    func reasonsByArea(_ model: BedsModel) throws(AnalysisFailure) -> [ConfigurationResult.Reason] {
        var reasons: [ConfigurationResult.Reason] = []
        for part in BedsParts(model).parts {
            let named = part.pools.enumerated().filter { closures[$0.element] != nil }
            // A part of the size of the whole would be asked for its parts again.
            guard !named.isEmpty, !BedsSolving.isLarge(part.model.system) else { continue }
            let alone = BedsModel(part.model.system, part.model.situation)
            guard case .infeasible = try BedsSolving.solve(alone.model, stop: stop) else { continue }
            let closed = Dictionary(uniqueKeysWithValues: named.map { ($0.offset, closures[$0.element]!) })
            let diagnosis = BedsDiagnosis(system: part.model.system, closures: closed, units: units, stop: stop)
            let place = named.map { siteName($0.element) }.joined(separator: " and ")
            let before = reasons.last?.conflict ?? 1
            reasons += try diagnosis.reasons(alone).map { reason in
                var reason = reason
                reason.sentence = "at \(place): \(reason.sentence)"
                reason.conflict = before + 1
                return reason
            }
        }
        return reasons
    }
}
