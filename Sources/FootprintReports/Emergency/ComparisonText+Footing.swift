// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

extension ComparisonText {
    var sensitivity: [String] {
        guard let sensitivity = appraisal.sensitivity, !sensitivity.figures.isEmpty else { return [] }
        return [""]
            + SensitivityText(sensitivity: sensitivity, winner: "winner").lines(
                "The assumed figures that move the winner's saving most (saving, £m a year, at each end):")
    }

    var resilience: [String] {
        guard !appraisal.resilience.isEmpty else { return [] }
        var lines = ["", "On a bad day:"]
        for row in appraisal.resilience {
            lines.append("  \(row.isToday ? "Today's sites" : "The winner")")
            for winter in row.winterPeak {
                let short = [
                    winter.bedsShort > 0.5 ? Words.beds(winter.bedsShort) : nil,
                    winter.spacesShort > 0.05 ? Words.spaces(winter.spacesShort) : nil,
                ].compactMap(\.self)
                lines += wrapped(
                    "winter peak: \(winter.name) \(short.isEmpty ? "has enough beds and spaces" : "lacks \(short.joined(separator: " and "))")",
                    first: "    · ", rest: "      ")
            }
            for shut in row.oneSiteShut {
                lines += wrapped(
                    "\(shut.name) shut for a day (\(Words.number(shut.patientsThatDay)) patients): \(shut.mostAffectedName) receives \(Words.number(shut.extraPatients)) more\(shut.spacesShort > 0.05 ? " and lacks \(Words.spaces(shut.spacesShort))" : "")",
                    first: "    · ", rest: "      ")
            }
        }
        return lines
    }

    var basis: [String] { BasisText.lines(appraisal.provenance, saving: "winner's saving") }
}
