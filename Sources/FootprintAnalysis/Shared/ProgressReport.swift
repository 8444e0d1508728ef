// SPDX-License-Identifier: GPL-3.0-or-later

/// Called from any thread with what has been done of a phase, such as 3 of 48 `configurations`.
public typealias ProgressReport = @Sendable (_ done: Int, _ of: Int, _ what: String) -> Void
