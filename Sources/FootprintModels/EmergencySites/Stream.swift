// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// A class of attendance by way of arrival: the page's `a ∈ A`.
public struct Stream: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    public let attendanceClass: AttendanceClass
    public let arrival: Arrival

    public static let allCases: [Stream] = AttendanceClass.allCases.flatMap { attendanceClass in
        Arrival.allCases.map { Stream(attendanceClass: attendanceClass, arrival: $0) }
    }

    public var description: String { "\(attendanceClass.rawValue)-\(arrival.rawValue)" }
}

/// A part of the day: some departments take nobody at night.
public enum Period: Int, CaseIterable, Sendable {
    case day
    case night
}
