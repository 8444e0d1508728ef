// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Who is to read why a model has no solution.
public enum ExplanationVoice: Sendable, CaseIterable {
    /// Someone who knows the requirements and not the model: sentences without algebra.
    case planner
    /// Someone who debugs the model: rows with their terms, columns with their places.
    case engineer
}

/// A number as a person writes it: without a fraction that is none, and with a proper minus.
func plainNumber(_ value: Double) -> String {
    let size = value.magnitude
    let digits = size == size.rounded() && size < 1e15 ? "\(Int(size))" : "\(size)"
    return value < 0 ? "−" + digits : digits
}
