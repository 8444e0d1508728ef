// SPDX-License-Identifier: GPL-3.0-or-later

/// What one row of a comparison is allowed to do.
public struct BedsCase: Sendable {
    public enum Closures: Sendable, Hashable {
        case none
        /// Whole wards, any number up to the closable.
        case free
        /// These beds, by place of pool, closed by the target year; nothing else closes.
        case option([Int: Double])
    }

    public var name: String
    public var closures: Closures
    /// Which schemes are on, one for each of the system.
    public var schemesOn: [Bool]
    public var allowsMoves: Bool

    public init(name: String, closures: Closures, schemesOn: [Bool], allowsMoves: Bool) {
        self.name = name
        self.closures = closures
        self.schemesOn = schemesOn
        self.allowsMoves = allowsMoves
    }
}

extension BedsSystem {
    /// No schemes, no moves, no closures: wards open as they must.
    public var doNothing: BedsCase {
        BedsCase(name: "do nothing", closures: .none, schemesOn: schemes.map { _ in false }, allowsMoves: false)
    }

    /// Schemes and moves, and every ward stays.
    public var schemesOnly: BedsCase {
        BedsCase(name: "schemes only", closures: .none, schemesOn: schemes.map { _ in true }, allowsMoves: true)
    }

    /// Everything that is allowed.
    public var free: BedsCase {
        BedsCase(name: "best", closures: .free, schemesOn: schemes.map { _ in true }, allowsMoves: true)
    }

    /// A named option, its schemes and moves free around it.
    /// - Parameter beds: closed, by place of pool; at most the pool's own.
    public func option(_ name: String, closing beds: [Int: Double]) -> BedsCase {
        BedsCase(name: name, closures: .option(beds), schemesOn: schemes.map { _ in true }, allowsMoves: true)
    }

    /// Places of the schemes that only add to others: those with an `after`.
    public var laterPhases: [Int] { schemes.indices.filter { !schemes[$0].after.isEmpty } }
}
