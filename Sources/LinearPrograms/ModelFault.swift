// SPDX-License-Identifier: GPL-3.0-or-later

/// Something in a model or in its options that must not reach a solver, and what to do about it.
public struct ModelFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The row, variable or option it is about.
    public let subject: String
    /// What is wrong and what would be right: one sentence or two.
    public let sentence: String

    /// A fault of one subject.
    public init(subject: String, sentence: String) {
        self.subject = subject
        self.sentence = sentence
    }

    public var description: String { "“\(subject)”: \(sentence)" }
}
