// SPDX-License-Identifier: GPL-3.0-or-later

/// Something about a model that is allowed and is seldom meant, or makes a solver slow or its answer less sure.
///
/// What a solver must not be given at all is a ``ModelFault``.
public struct ModelFinding: Sendable, Hashable, CustomStringConvertible {
    /// What was found.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Rows whose requirement no variable can change and that is not met.
        case contradiction
        /// Rows without terms.
        case emptyRows
        /// Variables in no row.
        case unusedVariables
        /// Rows that say the same, up to a factor.
        case duplicateRows
        /// Rows with the same terms, up to a factor, and sides that have nothing in common.
        case conflictingRows
        /// Rows whose coefficients differ by more than a million times.
        case rowRange
        /// Coefficients of the whole matrix that differ by more than a thousand million times.
        case matrixRange
        /// Costs that differ by more than a thousand million times.
        case costRange
        /// Rows with most of the variables in them.
        case denseRows
        /// Variables without bounds in a program with whole numbers.
        case freeVariables
    }

    /// What was found.
    public let kind: Kind
    /// How many rows or variables it is about.
    public let count: Int
    /// The names of the first of them, or of the worst; ``LinearProgram/lintExamples`` at most.
    public let examples: [String]
    /// What was found and what to do about it: a sentence or two.
    public let sentence: String

    /// The sentence with the examples behind it.
    public var description: String {
        guard !examples.isEmpty else { return sentence }
        let more = count - examples.count
        let names = examples.map { "“\($0)”" }.joined(separator: ", ")
        return "\(sentence) \(count == 1 ? "It is" : "They are") \(names)\(more > 0 ? " and \(more) more" : "")."
    }
}
