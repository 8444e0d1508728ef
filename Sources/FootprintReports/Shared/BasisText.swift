// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// What an answer rests on: figures by basis, and the share of its saving that rests on assumed ones where it is known.
enum BasisText {
    /// - Parameter saving: whose it is, such as `winner's saving`.
    static func lines(_ provenance: Appraisal.ProvenanceSummary, saving: String) -> [String] {
        let figures = provenance.figures
        var text =
            "Rests on \(figures.total) figures: \(figures.stated) stated, \(figures.derived) derived, \(figures.estimated) estimated, "
            + "\(figures.assumed) assumed\(figures.caller > 0 ? ", \(figures.caller) the caller's" : "")."
        if let share = provenance.savingRestingOnAssumed {
            text += " \(Words.percent(share)) of the \(saving) rests on assumed figures."
        }
        return wrapped(text)
    }
}
