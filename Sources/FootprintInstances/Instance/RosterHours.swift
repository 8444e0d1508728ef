// SPDX-License-Identifier: GPL-3.0-or-later

/// Hours needed by week, as a rostering system has them: the rows of its export added up by organisation, group and week.
/// They take the place of the hours that are worked out for an organisation's group; what the export does not have keeps
/// those.
public struct RosterHours: Sendable, Hashable {
    /// Weeks of a year; week 1 is the first of April.
    public static let weeksOfAYear = 52

    /// A group of staff at an organisation.
    public struct Place: Sendable, Hashable, Comparable {
        public let organisation: String
        public let group: String

        public static func < (left: Place, right: Place) -> Bool { (left.organisation, left.group) < (right.organisation, right.group) }
    }

    /// The export, relative to the instance's folder; its hash is among the input files.
    public let file: String
    /// The rows that were added up.
    public let rows: Int
    /// The rows of organisations or groups that `footprint.yaml` leaves out.
    public let rowsLeftOut: Int
    let hours: [Place: [Double]]

    /// What the export has hours of, sorted.
    public var places: [Place] { hours.keys.sorted() }

    /// Hours needed in each of the 52 weeks; nil where the export has none of the place.
    public func weeks(organisation: String, group: String) -> [Double]? {
        hours[Place(organisation: organisation, group: group)]
    }

    /// Hours needed in a week from 1 to 52; nil where the export has none of the place.
    public subscript(organisation: String, group: String, week: Int) -> Double? {
        weeks(organisation: organisation, group: group).flatMap { $0.indices.contains(week - 1) ? $0[week - 1] : nil }
    }
}
