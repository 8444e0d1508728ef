// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// What an answer rests on, and what would make it real.
extension ElectiveComparison {
    /// The figures that volumes, minutes, stays and sessions are: table, figure, what it is, and the data that would be the real thing.
    private static let core: [(table: String, figure: String, what: String, data: String)] = [
        (
            "specialty_modes", "spells", "spells by specialty and mode",
            "a year of the base year's spells of residents by treatment function and provider (Hospital Episode Statistics, or the trusts' own)"
        ),
        (
            "specialty_figures", "waitingList", "waiting lists",
            "incomplete admitted pathways by treatment function at the end of the base year (referral-to-treatment returns)"
        ),
        ("specialty_modes", "lengthOfStay", "lengths of stay", "mean stay of planned inpatients by treatment function (Hospital Episode Statistics)"),
        ("specialty_modes", "minutes", "minutes of a session for a spell", "the trusts' theatre systems: minutes by procedure, turnover included"),
        ("elective_site_figures", "sessions", "theatre sessions", "the theatre timetables: planned sessions a year by site"),
        ("elective_site_figures", "beds", "planned-care beds", "the trusts' bed registers by site"),
    ]

    private func assumed(_ table: String, _ name: String) -> (assumed: Int, total: Int) {
        let figures = instance.figures.all.filter { $0.table == table && $0.name == name }
        return (figures.count { $0.basis == .assumed }, figures.count)
    }

    /// Declared so, or because volumes, minutes, stays or sessions are assumed.
    var isIllustrative: Bool { instance.isIllustrative(.elective) || !missingData.isEmpty }

    /// The core figures that are assumed.
    var missingData: [ElectiveAppraisal.MissingData] {
        Self.core.compactMap { core in
            let count = assumed(core.table, core.figure)
            guard count.assumed > 0 else { return nil }
            return .init(
                figure: "\(core.table).\(core.figure)", what: core.what, assumed: count.assumed, total: count.total, data: core.data)
        }
    }
}
