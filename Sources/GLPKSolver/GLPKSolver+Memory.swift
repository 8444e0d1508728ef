// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim

extension GLPKSolver {
    /// Asks the C library to keep up to 64 MiB of freed memory for the next solve instead of handing it back to the system
    /// after each. For a program that solves thousands of small models: it takes a fifth off such a run. It holds for the
    /// whole process, so a library must leave it to the program; where the C library is not glibc it does nothing.
    public static func keepFreedMemory() { shim_keep_freed_memory() }
}
