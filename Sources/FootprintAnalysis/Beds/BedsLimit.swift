// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import LinearPrograms

/// A limit that a plan comes up against, and how there could be more of it.
struct BedsLimit: Sendable {
    let requirement: String
    /// What holds the plan back.
    let sentence: String
    /// What there could be more of, such as `one more safe bed`.
    let more: String
    let unit: String
    /// One more of it with the wards as they are.
    let withWardsHeld: OneMore
    /// More of it, where the wards may change too; nil where that is not asked.
    let further: Further?

    enum OneMore: Sendable {
        /// Upper sides of rows of the program, raised by so much each.
        case sides([(row: Row, by: Double)])
        /// The figures, changed.
        case system(BedsSystem)
        /// Nothing: it is the wards that it limits.
        case none
    }

    struct Further: Sendable {
        let units: Double
        let system: BedsSystem
    }
}

/// The limits that a plan comes up against: section *Prices* of the page, in its order.
struct BedsLimits {
    let model: BedsModel
    let plan: BedsPlan
    let decisions: BedsDecisions
    /// What one of each alternative is.
    let units: [String]
    /// Of each cohort.
    let cohortTitles: [String]

    static let safeToRun = "safe to run"

    private var system: BedsSystem { model.system }
    private let years: [Int]
    private static let tolerance = 1e-6

    init(model: BedsModel, plan: BedsPlan, decisions: BedsDecisions, units: [String], cohortTitles: [String]) {
        self.model = model
        self.plan = plan
        self.decisions = decisions
        self.units = units
        self.cohortTitles = cohortTitles
        years = model.system.years
    }

    var all: [BedsLimit] {
        system.alternatives.indices.flatMap { [maximum($0), spare($0), lead($0)].compactMap(\.self) } + ceilings + ownEffects
            + safeBeds + [wardsPerYear].compactMap(\.self) + gates + closableWards + roomToOpen + floors
    }

    // MARK: Care in place of beds

    private func isUsed(_ alternative: Int) -> Bool { plan.years.contains { $0.used[alternative] > Self.tolerance } }

    private func maximum(_ place: Int) -> BedsLimit? {
        let alternative = system.alternatives[place]
        guard plan.last.bought[place] >= alternative.maximum - Self.tolerance else { return nil }
        let more = max(1, (alternative.maximum / 10).rounded(.up))
        var larger = system
        larger.alternatives[place].maximum += more
        return BedsLimit(
            requirement: "as much as can be bought",
            sentence: alternative.maximum > 0
                ? "every unit of \(alternative.title.lowercasedFirst) that can be had is bought (\(Words.number(alternative.maximum)))"
                : "no \(alternative.title.lowercasedFirst) can be bought",
            more: "one more (\(units[place]))", unit: units[place],
            withWardsHeld: .sides([(model.rows.maximum[place], 1)]), further: .init(units: more, system: larger))
    }

    private func spare(_ place: Int) -> BedsLimit? {
        guard isUsed(place) else { return nil }
        let alternative = system.alternatives[place]
        var larger = system
        larger.alternatives[place].spare += 1
        return BedsLimit(
            requirement: "free today",
            sentence: "of \(alternative.title.lowercasedFirst) \(alternative.spare == 0 ? "none is" : "no more than \(Words.number(alternative.spare)) are") free today",
            more: "one more (\(units[place])), which need not be bought,", unit: units[place],
            withWardsHeld: .sides(model.rows.replacedFirst[place].compactMap { $0.map { ($0, 1) } }),
            further: .init(units: 1, system: larger))
    }

    private func lead(_ place: Int) -> BedsLimit? {
        let alternative = system.alternatives[place]
        guard alternative.leadYears > 0, isUsed(place) else { return nil }
        var sooner = system
        sooner.alternatives[place].leadYears -= 1
        return BedsLimit(
            requirement: "lead time",
            sentence: "\(alternative.title.lowercasedFirst) take patients \(Words.amount(Double(alternative.leadYears), "years")) after they are bought",
            more: "a year less", unit: "years", withWardsHeld: .system(sooner), further: .init(units: 1, system: sooner))
    }

    // MARK: What schemes can do

    private var ceilings: [BedsLimit] {
        system.cohorts.indices.compactMap { cohort in
            let rows = model.rows.together.filter { $0.cohort == cohort }
            guard !rows.isEmpty else { return nil }
            var larger: BedsSystem?
            if let share = system.cohorts[cohort].removableShare {
                larger = system
                larger?.cohorts[cohort].removableShare = min(1, share + 0.01)
            }
            return BedsLimit(
                requirement: "counted once",
                sentence: "the schemes together can take no more than \(Words.share(system.together(cohort, system.targetYear, on: model.situation.schemesOn))) "
                    + "of “\(cohortTitles[cohort])” out of beds",
                more: "one more of every hundred", unit: "per cent of the cohort",
                withWardsHeld: .sides(rows.map { ($0.row, 0.01 * system.demand(cohort, $0.pool, years[$0.year])) }),
                further: larger.map { .init(units: 1, system: $0) })
        }
    }

    private var ownEffects: [BedsLimit] {
        system.schemes.indices.filter { plan.runs[$0] }.flatMap { scheme in
            system.cohorts.indices.compactMap { cohort -> BedsLimit? in
                let rows = model.rows.ownEffect.filter { $0.scheme == scheme && $0.cohort == cohort }
                guard !rows.isEmpty else { return nil }
                var larger = system
                larger.schemes[scheme].effects[cohort] = min(1, larger.schemes[scheme].effects[cohort] + 0.01)
                return BedsLimit(
                    requirement: "own effect",
                    sentence: "“\(system.schemes[scheme].title)” can take no more than \(Words.share(system.effect(scheme, cohort, system.targetYear))) "
                        + "of “\(cohortTitles[cohort])” out of beds",
                    more: "one more of every hundred", unit: "per cent of the cohort",
                    withWardsHeld: .sides(
                        rows.map {
                            ($0.row, 0.01 * system.schemes[scheme].ramp(in: years[$0.year]) * system.demand(cohort, $0.pool, years[$0.year]))
                        }),
                    further: .init(units: 1, system: larger))
            }
        }
    }

    // MARK: Beds and wards

    /// One for each pool that has beds in the end. Those of the same worth are put together later.
    private var safeBeds: [BedsLimit] {
        system.pools.indices.filter { plan.last.pools[$0].beds > 0 }.map { pool in
            let rule = system.rule(pool, withMoves: model.situation.allowsMoves)
            return BedsLimit(
                requirement: Self.safeToRun, sentence: system.placeName(pool), more: "one more safe bed", unit: "beds",
                withWardsHeld: .sides(
                    years.indices.flatMap { t in
                        let beds = plan.years[t].pools[pool].beds
                        let more = rule.capacity(of: beds + 1) - rule.capacity(of: beds)
                        let together = model.rows.safeTogether.filter { $0.year == t && $0.area.contains(pool) }
                        return [(model.rows.safeToRun[pool][t], more)] + together.map { ($0.row, more / system.pools[pool].peakFactor) }
                    }), further: nil)
        }
    }

    private var wardsPerYear: BedsLimit? {
        let binding = years.indices.filter { t in
            let closed = plan.years[t].pools.reduce(0) { $0 + $1.wardsClosed }
            let before = t > 0 ? plan.years[t - 1].pools.reduce(0) { $0 + $1.wardsClosed } : 0
            return closed - before >= system.wardsClosedPerYear - Self.tolerance
        }
        guard !binding.isEmpty else { return nil }
        var larger = system
        larger.wardsClosedPerYear += 1
        return BedsLimit(
            requirement: "wards closed a year",
            sentence: "no more than \(Words.amount(system.wardsClosedPerYear, "wards")) may close a year, reached in "
                + binding.map { Words.year(years[$0]) }.joined(separator: " and "),
            more: "one more ward a year", unit: "wards", withWardsHeld: .none, further: .init(units: 1, system: larger))
    }

    /// Pools of one gate go together: a consultation is about all of them.
    private var gates: [BedsLimit] {
        let held = system.pools.indices.filter { pool in
            let gate = system.pools[pool].earliestClosureYear
            guard !model.steps[pool].closing.isEmpty, gate > years[0] else { return false }
            guard let t = years.firstIndex(of: gate) else { return true }
            return decisions.closed[pool][t] > 0
        }
        return Set(held.map { system.pools[$0].earliestClosureYear }).sorted().map { gate in
            let pools = held.filter { system.pools[$0].earliestClosureYear == gate }
            var sooner = system
            for pool in pools { sooner.pools[pool].earliestClosureYear -= 1 }
            return BedsLimit(
                requirement: "consultation gate",
                sentence: "no ward may close before \(Words.year(gate)) at \(system.placeNames(pools))", more: "a year sooner",
                unit: "years", withWardsHeld: .none, further: .init(units: 1, system: sooner))
        }
    }

    private var closableWards: [BedsLimit] {
        system.pools.indices.compactMap { place in
            let pool = system.pools[place]
            guard pool.closableWards < pool.wards, decisions.closed[place].last == pool.closableWards else { return nil }
            var larger = system
            larger.pools[place].closableWards += 1
            return BedsLimit(
                requirement: "closable wards",
                sentence: pool.closableWards == 0
                    ? "no ward of \(Words.number(Double(pool.wards))) may close at \(system.placeName(place))"
                    : "no more than \(Words.amount(Double(pool.closableWards), "wards")) may close at \(system.placeName(place))",
                more: "one more ward", unit: "wards", withWardsHeld: .none, further: .init(units: 1, system: larger))
        }
    }

    private var roomToOpen: [BedsLimit] {
        system.pools.indices.compactMap { place in
            let pool = system.pools[place]
            guard let opened = decisions.opened[place].last, opened > 0, opened == pool.wardsThatCanOpen else { return nil }
            var larger = system
            larger.pools[place].wardsThatCanOpen += 1
            return BedsLimit(
                requirement: "room to open wards",
                sentence: "\(system.placeName(place)) has room for no more than \(Words.amount(Double(opened), "wards")) opened",
                more: "room for one more", unit: "wards", withWardsHeld: .none, further: .init(units: 1, system: larger))
        }
    }

    /// A floor holds where the next ward of its place would go through it. As many beds fewer are tried as that ward has.
    private var floors: [BedsLimit] {
        system.floors.enumerated().compactMap { place, floor in
            let today = floor.pools.reduce(0) { $0 + model.steps[$1].today.beds }
            let least = min(floor.beds, today)
            let left = floor.pools.reduce(0) { $0 + plan.last.pools[$1].beds }
            let next = floor.pools.compactMap { pool -> Double? in
                let taken = decisions.closed[pool].last ?? 0
                return decisions.opened[pool].last == 0 && taken < model.steps[pool].closing.count
                    ? model.steps[pool].closing[taken].beds : nil
            }.min()
            guard let next, left - next < least - Self.tolerance else { return nil }
            var lower = system
            lower.floors[place].beds = max(0, left - next)
            return BedsLimit(
                requirement: "floor",
                sentence: "\(floor.title) has to keep \(Words.beds(least)) and keeps \(Words.beds(left))",
                more: "\(Words.beds(least - lower.floors[place].beds)) fewer to keep", unit: "beds", withWardsHeld: .none,
                further: .init(units: least - lower.floors[place].beds, system: lower))
        }
    }
}
