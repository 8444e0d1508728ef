// SPDX-License-Identifier: GPL-3.0-or-later

/// What a variable, an expression or a row is measured in: beds, patients, pounds.
///
/// A unit is a type without values. It is compared by the compiler and is gone by the time a program runs, so
/// that adding beds to pounds does not compile and checking that it does not costs nothing.
///
/// ```swift
/// enum Beds: Unit { static let symbol = "beds" }
/// ```
public protocol Unit: Sendable {
    /// How the unit is printed after a number, such as `£` or `beds`.
    static var symbol: String { get }
}

/// The unit of a yes-or-no decision, and of any other bare number.
public enum Choice: Unit {
    public static var symbol: String { "" }
}
