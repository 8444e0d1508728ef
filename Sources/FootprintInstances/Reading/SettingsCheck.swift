// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether settings agree with each other and with the tables.
struct SettingsCheck {
    /// Nil where the table could not be read.
    let organisations: [String]?
    let insideSites: [String]?
    /// Sites of planned care, those that are left out included.
    let electiveSites: [String]?
    /// What each scheme comes after.
    let schemes: [String: [String]]?
    /// Where each setting stands in its file.
    let lines: [String: Int]

    func faults(in settings: Settings) -> [Fault] {
        var faults: [Fault] = []
        func report(_ path: String, _ fault: String, _ fix: String) {
            faults.append(Fault(file: SettingsReader.file, row: lines[path], column: path, fault: fault, fix: fix))
        }
        func requireKnown(_ codes: [String], _ known: [String]?, _ noun: String, _ path: String) {
            guard let known else { return }
            for code in codes where !known.contains(code) {
                report(
                    path, "\(Wording.quoted(code)) is not \(noun).",
                    Wording.nearest(
                        to: code, among: known, otherwise: known.isEmpty ? "There is none." : "Use \(Wording.either(known.sorted()))."))
            }
        }
        if settings.schemaVersion != EmergencySchema.version {
            report(
                "schemaVersion", "This program reads version \(EmergencySchema.version), not \(settings.schemaVersion).",
                "Use the program the instance was made for, or bring the instance up to date.")
        }
        for (name, year, floorName, floor) in [
            ("targetYear", settings.targetYear, "baseYear", settings.baseYear),
            ("openingYear", settings.openingYear, "baseYear", settings.baseYear),
            ("horizonYear", settings.horizonYear, "openingYear", settings.openingYear),
        ] where year < floor {
            report(name, "\(name) \(year) is before \(floorName) \(floor).", "Make it \(floor) or later.")
        }
        requireKnown(settings.families, Family.allCases.map(\.rawValue), "a family of this version", "families")
        requireKnown(settings.illustrative, settings.families, "one of families", "illustrative")
        if !settings.families.contains(settings.defaultFamily) {
            report(
                "defaultFamily", "\(Wording.quoted(settings.defaultFamily)) is not one of families.",
                "Use \(Wording.either(settings.families)).")
        }
        let emergency = settings.emergency
        requireKnown(emergency.keepOpen, insideSites, "an inside site", "emergency.keepOpen")
        requireKnown(emergency.forceClosed, insideSites, "an inside site", "emergency.forceClosed")
        for site in emergency.forceClosed where emergency.keepOpen.contains(site) {
            report("emergency.forceClosed", "\(site) is also in keepOpen.", "Keep it in one of the two.")
        }
        requireKnown(emergency.levers, schemes.map { $0.keys.sorted() }, "a scheme", "emergency.levers")
        for lever in emergency.levers {
            for earlier in schemes?[lever] ?? [] where !emergency.levers.contains(earlier) {
                report("emergency.levers", "\(lever) comes after \(earlier), which is not on.", "Add \(earlier), or leave \(lever) out.")
            }
        }
        let elective = settings.elective
        requireKnown(elective.outsideSites, electiveSites, "a site of planned care", "elective.outsideSites")
        if let electiveSites, !electiveSites.isEmpty, electiveSites.allSatisfy(elective.outsideSites.contains) {
            report("elective.outsideSites", "No site of planned care is left inside.", "Leave at least one out of the list.")
        }
        if Set(elective.outsideSites).count != elective.outsideSites.count {
            report("elective.outsideSites", "A site is there twice.", "Keep one of the two: each takes its share with it once.")
        }
        if elective.levers.contains(.dayCases), elective.levers.contains(.dayCasesInFull) {
            report("elective.levers", "day-cases and day-cases-in-full are both on.", "Keep one of the two.")
        }
        for (index, note) in settings.calibrationNotes.enumerated() {
            requireKnown([note.organisation], organisations, "an organisation", "calibrationNotes[\(index + 1)].organisation")
        }
        return faults
    }
}

extension Instance {
    /// What is wrong with settings that a caller has changed; empty when nothing is.
    public func faults(in settings: Settings) -> [Fault] {
        InstanceFaults(
            SettingsCheck(
                organisations: organisations.map(\.code), insideSites: sites.filter(\.isInside).map(\.code),
                electiveSites: elective.map { $0.sites.map(\.site) + self.settings.elective.outsideSites },
                schemes: Dictionary(schemes.map { ($0.name, $0.after) }, uniquingKeysWith: { first, _ in first }), lines: [:]
            ).faults(in: settings)
        ).faults
    }
}
