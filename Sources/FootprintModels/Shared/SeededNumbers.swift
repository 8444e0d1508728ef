// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that look random and are the same everywhere for one seed (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// From 0 to below 1, each as likely.
    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(mixed >> 11) * 0x1p-53
    }

    /// From a triangle between `low` and `high` with its peak at `value`.
    mutating func next(in range: StaffingSystem.Range) -> Double {
        let share = next()
        let width = range.high - range.low
        guard width > 0 else { return range.value }
        let before = (range.value - range.low) / width
        return share < before
            ? range.low + (share * width * (range.value - range.low)).squareRoot()
            : range.high - ((1 - share) * width * (range.high - range.value)).squareRoot()
    }
}
