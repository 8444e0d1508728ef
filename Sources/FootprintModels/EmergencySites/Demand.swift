// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// Patients a year by zone and class, after growth and the demand levers that are on.
public struct Demand: Sendable {
    /// Zone × class.
    let patients: [Double]
    /// Bed-days per admission, by zone.
    let bedDays: [Double]
    /// Lever × class: what is removed, credited to each lever in proportion to its effect.
    let removed: [[Double]]
    /// Levers that are on, places in the instance's schemes.
    let levers: [Int]

    func callAsFunction(_ zone: Int, _ attendanceClass: Int) -> Double {
        patients[zone * AttendanceClass.allCases.count + attendanceClass]
    }

    /// - Parameters:
    ///   - years: years of growth from the base year.
    ///   - levers: the levers that are on, places in the instance's schemes.
    init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ calibration: Calibration, years: Int, levers: [Int]
    ) {
        let classes = AttendanceClass.allCases.count
        let growth = (0..<classes).map { pow(1 + numbers(.growthPerYear, $0), Double(years)) }
        // Effects by class and by the four cells of a zone's people: under 65 or over, and MIU door or not.
        var effects = Array(repeating: Array(repeating: [(lever: Int, share: Double)](), count: 4), count: classes)
        for effect in numbers.places.effects where levers.contains(effect.scheme) {
            for cell in 0..<4 where effect.cohort.covers(isOver65: cell & 1 == 1, usesMinorInjuryUnit: cell & 2 == 2) {
                effects[effect.attendanceClass][cell].append((effect.scheme, numbers.effect(effect)))
            }
        }
        let kept = effects.map { cells in cells.map { $0.reduce(1) { $0 * (1 - $1.share) } } }

        var patients = [Double](repeating: 0, count: system.instance.zones.count * classes)
        var removed = Array(
            repeating: [Double](repeating: 0, count: classes), count: system.instance.schemes.count)
        for zone in system.zones {
            let unit = system.usesMinorInjuryUnit(zone) ? 2 : 0
            for attendanceClass in 0..<classes {
                for cohort in 0..<2 {
                    let before = calibration.base[(zone * classes + attendanceClass) * 2 + cohort] * growth[attendanceClass]
                    let cell = cohort + unit
                    let after = before * kept[attendanceClass][cell]
                    patients[zone * classes + attendanceClass] += after
                    guard before > after else { continue }
                    let total = effects[attendanceClass][cell].reduce(0) { $0 + $1.share }
                    for (lever, share) in effects[attendanceClass][cell] {
                        removed[lever][attendanceClass] += (before - after) * share / total
                    }
                }
            }
        }
        self.patients = patients
        self.removed = removed
        self.levers = levers
        bedDays = calibration.bedDays
    }
}

extension Cohort {
    func covers(isOver65: Bool, usesMinorInjuryUnit: Bool) -> Bool {
        switch self {
        case .all: true
        case .under65: !isOver65
        case .over65: isOver65
        case .minorInjuryUnits: usesMinorInjuryUnit
        }
    }
}
