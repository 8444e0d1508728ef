// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import GLPKSolver

extension Appraisal.ProgramVersion {
    /// This program, with the GLPK it is linked to.
    static var current: Self { .init(name: "footprint", version: footprintVersion, glpk: GLPKSolver.version) }
}

extension Appraisal.InstanceSummary {
    init(_ instance: Instance) {
        let settings = instance.settings
        self.init(
            name: instance.name, title: settings.title, baseYear: settings.baseYear, targetYear: settings.targetYear,
            openingYear: settings.openingYear, horizonYear: settings.horizonYear, priceBase: settings.priceBase,
            files: instance.inputFiles.map { .init(path: $0.path, sha256: $0.sha256) })
    }
}
