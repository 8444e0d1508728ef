// SPDX-License-Identifier: GPL-3.0-or-later

/// How the fields of an MPS file are told apart.
public enum MPSForm: Sendable, Hashable, CaseIterable {
    /// Free, and fixed where the file cannot be read as free: names with spaces leave lines with a field too many.
    case automatic
    /// By blanks. Names have none.
    case free
    /// By their places: columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61. Names may have spaces.
    case fixed
}

extension LinearProgram {
    /// Reads a program in MPS, the format of MIPLIB and Netlib.
    ///
    /// What the format leaves open is read so:
    /// - The first N row is the objective, or the one that OBJNAME names; every other is a row without sides.
    /// - The objective is minimised unless OBJSENSE says MAX.
    /// - A right-hand side of the objective is its constant with the sign turned, as in CPLEX, Gurobi, HiGHS and the
    ///   collections. GLPK writes it with its own sign: files that say in their first lines that GLPK wrote them are read
    ///   that way.
    /// - A range R gives a G row the sides b to b + |R|, an L row b − |R| to b, and an E row b to b + R or b + R to b
    ///   by the sign of R.
    /// - Below a negative upper bound without a lower one there is no lower bound; otherwise the lower bound is zero.
    /// - An integer column between markers without any bound is binary. One with a lower bound only is refused:
    ///   readers disagree on its upper one.
    /// - A side or bound of 1e20 or more is none.
    /// - Only one set of right-hand sides, of ranges and of bounds is taken. Semi-continuous variables, special ordered
    ///   sets, quadratic and indicator sections are refused by name.
    ///
    /// A file of ``MPSWriter`` is read back to the program it was written from, names and all.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8; `Data` and `[UInt8]` both do.
    ///   - name: what faults call the file.
    /// - Throws: ``FileFaults``, with line and column of each.
    public init(
        mps bytes: some Sequence<UInt8>, named name: String, form: MPSForm = .automatic
    ) throws(FileFaults) {
        let result = FileText.with(bytes) { text -> Result<ProgramParts, FileFaults> in
            if let fault = text.fault(named: name) { return .failure(fault) }
            var reader = MPSReader(text, form: form == .fixed ? .fixed : .free)
            guard let parts = reader.read() else {
                let faults = reader.log.faults(in: text, named: name)
                guard form == .automatic, reader.mayBeFixed else { return .failure(faults) }
                var second = MPSReader(text, form: .fixed)
                if let parts = second.read() { return .success(parts) }
                // The form that came further is the likelier one.
                let isFixed = (second.log.firstOffset ?? 0) > (reader.log.firstOffset ?? 0)
                return .failure(isFixed ? second.log.faults(in: text, named: name) : faults)
            }
            return .success(parts)
        }
        self.init(try result.get(), named: name)
    }

    /// Reads a program in the LP format of CPLEX.
    ///
    /// What the format leaves open is read so:
    /// - Headings (`Subject To`, `Bounds`, `End` …) are reserved words, wherever they stand and in any case.
    /// - Variables and constants may stand on either side of a row; terms of one variable add up.
    /// - Rows without a name are named by their place in the file.
    /// - A variable without bounds is zero or more, whatever its upper bound; a binary one has no other bounds.
    /// - A side or bound of 1e20 or more is none, as is `inf` or `infinity`.
    /// - Comments say nothing. GLPK writes the objective's constant as a comment, so that it is lost in GLPK's own files.
    /// - Quadratic terms, indicators, special ordered sets, semi-continuous variables, lazy constraints, user cuts and
    ///   general constraints are refused by name.
    ///
    /// A file of ``LPWriter`` is read back to the program it was written from, names and all.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8; `Data` and `[UInt8]` both do.
    ///   - name: what faults call the file.
    /// - Throws: ``FileFaults``, with line and column of each.
    public init(lp bytes: some Sequence<UInt8>, named name: String) throws(FileFaults) {
        let result = FileText.with(bytes) { text -> Result<ProgramParts, FileFaults> in
            if let fault = text.fault(named: name) { return .failure(fault) }
            let reader = LPReader(text)
            guard let parts = reader.read() else { return .failure(reader.log.faults(in: text, named: name)) }
            return .success(parts)
        }
        self.init(try result.get(), named: name)
    }
}

extension FileText {
    /// Why a file of either format cannot be read at all; nil where it can.
    fileprivate func fault(named name: String) -> FileFaults? {
        let isWide = count >= 2 && (self[0] == 0xFF && self[1] == 0xFE || self[0] == 0xFE && self[1] == 0xFF)
        guard isWide || count > Self.largest else { return nil }
        let fault =
            isWide
            ? FileFault(
                file: name, line: 1, column: 1, fault: "The text is not UTF-8 but UTF-16.", fix: "Save the file as UTF-8.")
            : FileFault(
                file: name, line: 1, column: 1, fault: "The file has more than \(Self.largest) bytes.",
                fix: "Write a smaller model.")
        return FileFaults(faults: [fault], mayBeMore: false)
    }
}
