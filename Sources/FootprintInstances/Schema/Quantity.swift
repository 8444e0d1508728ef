// SPDX-License-Identifier: GPL-3.0-or-later

/// What a number counts, and the values that make sense of it.
public struct Quantity: Sendable, Hashable {
    /// The unit in the plural, such as `minutes`.
    public let unit: String
    public let lower: Double
    public let upper: Double
    /// Whether `lower` itself is allowed.
    public let includesLower: Bool
    /// Whether `upper` itself is allowed.
    public let includesUpper: Bool
    public let isWhole: Bool

    init(
        _ unit: String, from lower: Double = 0, to upper: Double = .infinity, includesLower: Bool = true,
        includesUpper: Bool = true, isWhole: Bool = false
    ) {
        self.unit = unit
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
        self.isWhole = isWhole
    }

    /// Whether the quantity can have this value.
    public func contains(_ value: Double) -> Bool {
        value.isFinite && (includesLower ? value >= lower : value > lower) && (includesUpper ? value <= upper : value < upper)
            && (!isWhole || value.rounded() == value)
    }

    /// The unit and the range in words, such as `a share from 0 to 1` or `minutes from 0 upwards`.
    public var description: String {
        if isWhole, lower == 0, upper == 1 { return "0 or 1" }
        if !lower.isFinite, !upper.isFinite { return "\(unit) of either sign" }
        let start = includesLower ? "from \(Self.plain(lower))" : "above \(Self.plain(lower))"
        let end =
            switch (upper.isFinite, includesUpper) {
            case (false, _): includesLower ? " upwards" : ""
            case (true, true): includesLower ? " to \(Self.plain(upper))" : " and at most \(Self.plain(upper))"
            case (true, false): " and below \(Self.plain(upper))"
            }
        return "\(isWhole ? "whole " : "")\(unit) \(start)\(end)"
    }

    private static func plain(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    static let share = Quantity("a share", to: 1)
    /// A share that something is divided by.
    static let positiveShare = Quantity("a share", to: 1, includesLower: false)
    /// A share whose complement something is divided by.
    static let shareBelowOne = Quantity("a share", to: 1, includesUpper: false)
    static let probability = Quantity("a probability", to: 1, includesLower: false, includesUpper: false)
    /// A change that may be a fall.
    static let growth = Quantity("a share", from: -1, to: 1, includesLower: false)
    static let factor = Quantity("a factor")
    static let positiveFactor = Quantity("a factor", includesLower: false)
    static let pounds = Quantity("pounds")
    static let minutes = Quantity("minutes")
    static let years = Quantity("years", includesLower: false)
    static let months = Quantity("months")
    static let people = Quantity("people")
    static let attendances = Quantity("attendances")
    static let beds = Quantity("beds")
    static let positiveBeds = Quantity("beds", includesLower: false)
    static let spaces = Quantity("treatment spaces")
    static let staff = Quantity("WTE")
    static let sites = Quantity("sites", isWhole: true)
    static let hoursPerWeek = Quantity("hours", to: 168, includesLower: false)
    static let perBed = Quantity("units for a bed")
    static let units = Quantity("units")
    static let wards = Quantity("wards", isWhole: true)
    static let wardSize = Quantity("beds", from: 1)
    /// A financial year by its first calendar year: 2016 is 2016/17.
    static let year = Quantity("a year", from: 1948, to: 2200, isWhole: true)
    static let spells = Quantity("spells")
    static let days = Quantity("days")
    static let sessions = Quantity("sessions")
    static let pathways = Quantity("pathways")
    static let hours = Quantity("hours")
    static let weeks = Quantity("weeks", includesLower: false)
    static let squareMetres = Quantity("square metres")
    static let poundsPerHour = Quantity("pounds an hour")
    /// An amount that may be a cost or a gain.
    static let balance = Quantity("pounds", from: -.infinity)
    /// Any number.
    static let anyNumber = Quantity("a number", from: -.infinity)
    static let count = Quantity("a number", isWhole: true)
    static let zeroOrOne = Quantity("0 or 1", to: 1, isWhole: true)
    /// Metres on the British National Grid.
    static let easting = Quantity("metres", to: 700_000)
    /// Metres on the British National Grid.
    static let northing = Quantity("metres", to: 1_300_000)
}
