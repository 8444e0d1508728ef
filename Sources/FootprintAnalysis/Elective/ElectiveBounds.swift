// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// What can be said of answers without finding them, on zone classes: how tight the relaxation is, and what no configuration
/// can beat.
struct ElectiveBounds: Sendable {
    let classes: ZoneClasses

    init(_ system: ElectiveSystem) { classes = ZoneClasses(system, reach: ElectiveReach(system)) }

    /// The case that the program may choose everything in, relaxed, against the best answer known.
    func rootGaps(of situation: ElectiveCase, bestKnown: Double) throws(AnalysisFailure) -> [ElectiveAppraisal.RootGap] {
        let kinds: [(String, ElectiveCase.Strengthenings)] = [
            ("all", .all), ("without zones", [.volumes, .list]), ("without volumes", [.zones, .list]),
            ("without list", [.zones, .volumes]), ("none", []),
        ]
        let merged = classes.merged(.upper)
        var gaps: [ElectiveAppraisal.RootGap] = []
        for (name, strengthenings) in kinds {
            var situation = situation
            situation.strengthenings = strengthenings
            var model = ElectiveModel(merged, situation).model
            model.relaxIntegers()
            guard let root = GLPKSolver().solve(model).optimum?.objective else { continue }
            gaps.append(.init(strengthenings: name, gap: (bestKnown - root * 1000) / max(1, bestKnown.magnitude)))
        }
        return gaps
    }

    /// £: no case of these levers has a lower present value, whatever its sites, on the zones; by a relaxation that takes seconds.
    func leastPossible(of situation: ElectiveCase) throws(AnalysisFailure) -> Double? {
        var situation = situation
        situation.strengthenings = [.volumes, .list]
        var model = ElectiveModel(classes.merged(.lower), situation).model
        model.relaxIntegers()
        return GLPKSolver().solve(model).optimum.map { $0.objective * 1000 }
    }
}
