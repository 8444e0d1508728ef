// SPDX-License-Identifier: GPL-3.0-or-later

/// Services that a level needs have to be known at every site that could need them: no row is not the same as “no”.
extension InstanceReading {
    mutating func checkServices() {
        guard let services = tables["site_services"], let needs = tables["level_services"],
            let sites = codes.lists[.insideAcuteSites]
        else { return }
        let known = Set(services.rows.indices.map { services.key($0) })
        for service in Set(needs.rows.indices.map { needs.text($0, "service") }).sorted()
        where codes.sets[.services]?.contains(service) == true {
            for site in sites where !known.contains([site, service]) {
                report(
                    Fault(
                        file: services.schema.path, fault: "It does not say whether \(site) has \(service).",
                        fix: "Add the row “\(site),\(service),yes,…” or “\(site),\(service),no,…”."))
            }
        }
    }
}
