// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// A plan's published claims about beds, each beside what is computed here, and what that is; or why nothing is.
struct BedsClaims {
    let instance: Instance
    let system: BedsSystem
    let doNothing: BedsPlan
    /// Nil where it was not solved.
    let schemesOnly, best: BedsPlan?
    /// By name. Of an option that closes more than there is: the plan without the beds that are not there.
    let options: [String: Option]
    let growth: BedsGrowth?

    struct Option {
        let plan: BedsPlan
        /// Why it fails as published; empty where it does not.
        let reasons: [String]
    }

    /// What is computed, and what it is; or nothing, and why.
    private struct Computed {
        let value: Double?
        let definition: String
    }

    var all: [ComparedClaim] {
        instance.claims.filter { $0.family == .beds }.map { claim in
            let computed = computed(claim)
            return ComparedClaim(claim, computed: computed.value, remark: computed.definition)
        }
    }

    private func computed(_ claim: Claim) -> Computed {
        if claim.measure == "acute beds added" { return added(claim) }
        if instance.beds?.options.contains(where: { $0.name == claim.subject }) == true {
            guard let option = options[claim.subject] else {
                return .init(value: nil, definition: "the option fails, for the reasons above, and nothing of it could be carried out")
            }
            switch claim.measure {
            case "beds closed": return closed(claim, option)
            case "annual saving": return saved(option)
            default: return unknown(claim)
            }
        }
        let names = claim.subject.split(separator: ";").map(String.init)
        let schemes = names.compactMap { name in system.schemes.firstIndex { $0.code == name } }
        guard schemes.count == names.count, !schemes.isEmpty else {
            return .init(value: nil, definition: "“\(claim.subject)” is neither an option nor a scheme of this instance")
        }
        if claim.measure == "annual saving" { return savedAlone(schemes) }
        if claim.measure == "occupied bed days a year" { return bedDays(schemes, claim.year) }
        if claim.measure.hasPrefix(Self.freedAt) { return freed(schemes, claim) }
        return unknown(claim)
    }

    private func unknown(_ claim: Claim) -> Computed {
        .init(value: nil, definition: "“\(claim.measure)” is not something this family computes")
    }

    // MARK: Options

    private func closed(_ claim: Claim, _ option: Option) -> Computed {
        func beds(_ year: BedsPlan.Year) -> Double { year.pools.reduce(0) { $0 + $1.bedsClosed } }
        let year = option.plan.years.last { $0.year <= claim.year } ?? option.plan.last
        let closed = claim.year < system.years[0] ? 0 : beds(year)
        var definition = "beds closed by then"
        if closed != beds(option.plan.last) { definition += ", and \(Words.number(beds(option.plan.last))) by \(Words.year(system.targetYear))" }
        if !option.reasons.isEmpty { definition += ", without what cannot be: \(option.reasons.joined(separator: "; "))" }
        let gates = Set(option.plan.last.pools.indices.filter { option.plan.last.pools[$0].bedsClosed > 0 }.map { system.pools[$0].earliestClosureYear })
        if let gate = gates.min(), gate > claim.year { definition += "; the first ward may close in \(Words.year(gate))" }
        return .init(value: closed, definition: definition)
    }

    private func saved(_ option: Option) -> Computed {
        let saving = doNothing.annualCost - option.plan.annualCost
        var definition = "against doing nothing in \(Words.year(system.targetYear)), with every scheme at work"
        if let schemesOnly {
            definition += "; its closures add \(Words.pounds(schemesOnly.annualCost - option.plan.annualCost)) to what the schemes save without any"
        }
        if !option.reasons.isEmpty { definition += "; without what cannot be: \(option.reasons.joined(separator: "; "))" }
        return .init(value: saving, definition: definition)
    }

    // MARK: Do-nothing

    private func added(_ claim: Claim) -> Computed {
        guard let growth, growth.year == claim.year else {
            return .init(value: nil, definition: "\(Words.year(claim.year)) is not a year of the program, or the run was stopped")
        }
        return .init(
            value: growth.opened,
            definition: "acute beds that do-nothing opens, in whole wards; \(Words.number(growth.needed - growth.neededToday)) more are needed than today")
    }

    // MARK: Schemes by themselves

    /// A scheme needs those that must run first.
    private func withEarlier(_ schemes: [Int]) -> [Bool] {
        var on = system.schemes.map { _ in false }
        var waiting = schemes
        while let scheme = waiting.popLast() {
            guard !on[scheme] else { continue }
            on[scheme] = true
            waiting += system.schemes[scheme].after
        }
        return on
    }

    /// The best with these schemes alone less the best with none, wards divided: whole wards would make a step of it.
    private func savedAlone(_ schemes: [Int]) -> Computed {
        var none = system.free
        none.schemesOn = system.schemes.map { _ in false }
        var alone = system.free
        alone.schemesOn = withEarlier(schemes)
        let costs = [none, alone].map { situation -> Double? in
            let model = BedsModel(system, situation)
            return BedsQuestions.divided(model, nil).map(model.annualCost)
        }
        guard let without = costs[0], let with = costs[1] else {
            return .init(value: nil, definition: "without the other schemes there are not enough beds, whatever is opened")
        }
        return .init(
            value: without - with,
            definition: "what the best saves in \(Words.year(system.targetYear)) with this scheme alone more than with none, parts of wards closing too")
    }

    /// Occupied beds that schemes can take away by themselves in a year, where nothing else is in the way; by pool.
    private func ownEffect(_ schemes: [Int], _ year: Int) -> [Double] {
        system.pools.indices.map { pool in
            schemes.reduce(0) { total, scheme in
                system.cohorts.indices.reduce(total) {
                    $0 + system.schemes[scheme].effects[$1] * system.demand($1, pool, year)
                }
            }
        }
    }

    private func bedDays(_ schemes: [Int], _ year: Int) -> Computed {
        let alone = 365 * ownEffect(schemes, year).reduce(0, +)
        var definition = "the whole effect by itself on that year's patients"
        if let last = best?.last {
            let avoided = 365 * schemes.reduce(0) { $0 + last.avoided[$1] }
            definition += "; in the best plan \(Words.number(avoided)) in \(Words.year(last.year)), each bed-day counted once"
        }
        return .init(value: alone, definition: definition)
    }

    static let freedAt = "beds freed at "

    private func freed(_ schemes: [Int], _ claim: Claim) -> Computed {
        let place = claim.measure.dropFirst(Self.freedAt.count)
        let pools = system.pools.indices.filter { system.pools[$0].title.contains(place) }
        guard !pools.isEmpty else { return .init(value: nil, definition: "no pool of beds here has “\(place)” in its title") }
        let effect = ownEffect(schemes, claim.year)
        let occupied = pools.reduce(0) { $0 + effect[$1] }
        let freed = pools.reduce(0.0) { total, pool in
            let rule = system.rule(pool, withMoves: false)
            let peak = system.pools[pool].peakFactor
            let demand = system.demand(pool, claim.year)
            return total + rule(peak * demand) - rule(peak * max(0, demand - effect[pool]))
        }
        return .init(
            value: freed,
            definition: "the whole effect by itself on that year's patients at \(system.placeNames(pools)): \(Words.number(occupied)) occupied beds, as beds at the winter peak")
    }
}
