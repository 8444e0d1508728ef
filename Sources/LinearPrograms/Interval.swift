// SPDX-License-Identifier: GPL-3.0-or-later

/// The values a variable may take, as Swift writes ranges: `0...`, `0...1`, `...5` or `.free`.
public protocol Interval {
    /// The two bounds, infinite where there is none.
    var ends: (lower: Double, upper: Double) { get }
}

extension ClosedRange: Interval where Bound == Double {
    public var ends: (lower: Double, upper: Double) { (lowerBound, upperBound) }
}

extension PartialRangeFrom: Interval where Bound == Double {
    public var ends: (lower: Double, upper: Double) { (lowerBound, .infinity) }
}

extension PartialRangeThrough: Interval where Bound == Double {
    public var ends: (lower: Double, upper: Double) { (-.infinity, upperBound) }
}

extension Interval where Self == ClosedRange<Double> {
    /// Any number at all.
    public static var free: Self { -.infinity ... .infinity }
}
