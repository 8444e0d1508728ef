// SPDX-License-Identifier: GPL-3.0-or-later

/// How ill the people of an attendance are.
public enum AttendanceClass: String, CaseIterable, Sendable, Hashable, Codable {
    /// Admitted to a bed.
    case admitted
    /// Treated by a department and sent home.
    case major
    /// Treated by a department or an urgent care centre and sent home.
    case minor
}
