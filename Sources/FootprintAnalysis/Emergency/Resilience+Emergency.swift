// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

extension Resilience {
    /// - Parameter answer: a feasible one.
    init(_ family: EmergencyFamily, _ answer: ConfigurationAnswer, isToday: Bool) {
        let system = family.system
        let bad = family.badDays(answer.configuration, answer.plan!)
        func name(_ site: Int) -> (String, String) { (system.sites[site].code, system.sites[site].name) }
        self.init(
            configuration: system.name(of: answer.configuration), isToday: isToday,
            winterPeak: bad.winter.map {
                .init(
                    site: name($0.site).0, name: name($0.site).1, bedsShort: $0.bedsShort, spacesShort: $0.spacesShort)
            },
            oneSiteShut: bad.shut.map {
                .init(
                    site: name($0.site).0, name: name($0.site).1, patientsThatDay: $0.patients,
                    mostAffected: name($0.receiver).0, mostAffectedName: name($0.receiver).1,
                    extraPatients: $0.extra, spacesShort: $0.spacesShort)
            })
    }
}
