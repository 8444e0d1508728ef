// SPDX-License-Identifier: GPL-3.0-or-later

/// Patients whom a level accepts; what no row names is not accepted.
public struct LevelAcceptance: Sendable, Hashable {
    public let level: Level
    public let attendanceClass: AttendanceClass
    public let arrival: Arrival
    public let source: String
}
