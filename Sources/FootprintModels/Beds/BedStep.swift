// SPDX-License-Identifier: GPL-3.0-or-later

/// From one state of a pool to the next: so many beds and wards closed, or opened, and the capacity that goes or comes.
public struct BedStep: Sendable, Hashable {
    /// All three are above zero, but `wards`, which a part of a ward leaves at 0, and `capacity`, which a bed or two may.
    public let beds: Double
    public let wards: Double
    public let capacity: Double
}

/// A row of the table of beds needed: a state a pool may be in.
public struct BedState: Sendable, Hashable {
    public let wardsClosed: Double
    public let wardsOpened: Double
    public let beds: Double
    public let wards: Double
    /// Mean occupied beds at the peak that the beds carry.
    public let capacity: Double
}

/// The steps a pool may take in a case: section *Steps* of the page.
public struct BedSteps: Sendable {
    public let today: BedState
    public let closing: [BedStep]
    public let opening: [BedStep]

    public init(_ system: BedsSystem, pool place: Int, in situation: BedsCase) {
        let pool = system.pools[place]
        let rule = system.rule(place, withMoves: situation.allowsMoves)
        let today = BedState(
            wardsClosed: 0, wardsOpened: 0, beds: pool.openBeds, wards: Double(pool.wards),
            capacity: rule.capacity(of: pool.openBeds))
        self.today = today
        /// Beds and wards closed in all at each step.
        let closed: [(beds: Double, wards: Double)]
        switch situation.closures {
        case .none: closed = []
        case .free:
            closed = (0..<pool.closableWards).map { (min(Double($0 + 1) * pool.wardSize, pool.openBeds), Double($0 + 1)) }
        case .option(let beds):
            closed = beds[place].map { [($0, Self.wards(closing: $0, of: pool))] } ?? []
        }
        var before = (beds: 0.0, wards: 0.0, capacity: today.capacity)
        closing = closed.map { beds, wards in
            let capacity = rule.capacity(of: pool.openBeds - beds)
            defer { before = (beds, wards, capacity) }
            return BedStep(beds: beds - before.beds, wards: wards - before.wards, capacity: before.capacity - capacity)
        }
        var reached = today.capacity
        opening = (0..<pool.wardsThatCanOpen).map {
            let capacity = rule.capacity(of: pool.openBeds + Double($0 + 1) * pool.wardSize)
            defer { reached = capacity }
            return BedStep(beds: pool.wardSize, wards: 1, capacity: capacity - reached)
        }
    }

    /// Wards that closing `beds` of a pool empties: all when all its beds close, else the whole ones.
    public static func wards(closing beds: Double, of pool: BedsSystem.Pool) -> Double {
        beds >= pool.openBeds ? Double(pool.wards) : (beds / pool.wardSize).rounded(.down)
    }

    /// Whether the last closing step leaves no beds.
    public var canEmpty: Bool { !closing.isEmpty && closing.reduce(0) { $0 + $1.beds } >= today.beds }

    /// Every state, fewest beds first.
    public var states: [BedState] {
        var closed: [BedState] = []
        var state = today
        for step in closing {
            state = BedState(
                wardsClosed: state.wardsClosed + step.wards, wardsOpened: 0, beds: state.beds - step.beds,
                wards: state.wards - step.wards, capacity: state.capacity - step.capacity)
            closed.append(state)
        }
        var opened: [BedState] = []
        state = today
        for step in opening {
            state = BedState(
                wardsClosed: 0, wardsOpened: state.wardsOpened + step.wards, beds: state.beds + step.beds,
                wards: state.wards + step.wards, capacity: state.capacity + step.capacity)
            opened.append(state)
        }
        return closed.reversed() + [today] + opened
    }
}
