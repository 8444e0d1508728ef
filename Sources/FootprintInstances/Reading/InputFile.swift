// SPDX-License-Identifier: GPL-3.0-or-later

/// A file that an instance was read from, with enough to tell it from any other.
public struct InputFile: Sendable, Hashable, Codable {
    /// Relative to the instance's folder, with `/`.
    public let path: String
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    public let sha256: String
    /// Its length.
    public let bytes: Int
}
