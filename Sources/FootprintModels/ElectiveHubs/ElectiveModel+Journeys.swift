// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ElectiveModel {
    /// Adds a row of journeys to a program in totals.
    public mutating func require(_ row: ElectiveJourneys.Row) {
        let (j, t) = (row.group.specialty, row.group.year)
        var rest = Expression<ThousandPounds>.zero
        for i in row.group.modes {
            func price(_ pounds: Double) -> Rate<ThousandPounds, Spells> { Rate(pounds / 1000) }
            rest += row.prices.travel * variables.travelSupport[j][i][t]
            rest += price(row.prices.beyond[i]) * variables.beyondOf[j][i][t]
            rest -= price(row.least[i]) * variables.done[j][i][t]
            rest -= price(row.prices.elsewhere[i]) * Self.total(variables.outsourced[j][i][t])
            for s in system.sites.indices {
                rest -= price(row.prices.sites[i][s]) * Self.total(variables.going(j, i, t, s))
            }
        }
        rows.ofJourneys.insert(model.require("journeys", system.specialties[j].code, system.years[t], rest .>= 0))
    }

    /// What a solution of a program that is not by zone says of a group.
    public func volumes(_ group: ElectiveJourneys.Group, _ solution: Solution) -> ElectiveJourneys.Volumes {
        let (j, t) = (group.specialty, group.year)
        func byMode(_ value: (Int) -> Double) -> [Double] { ElectiveFigures.modes.indices.map { group.modes.contains($0) ? value($0) : 0 } }
        func total(_ flows: [Flow]) -> Double { flows.reduce(0) { $0 + $1.share * solution[$1.spells] } }
        return ElectiveJourneys.Volumes(
            sites: ElectiveFigures.modes.indices.map { i in system.sites.indices.map { total(variables.going(j, i, t, $0)) } },
            elsewhere: byMode { total(variables.outsourced[j][$0][t]) }, done: byMode { solution[variables.done[j][$0][t]] },
            beyond: byMode { solution[variables.beyondOf[j][$0][t]] },
            travel: group.modes.reduce(0) { $0 + 1000 * solution[variables.travelSupport[j][$1][t]] })
    }

    /// Prices of the rows that are not of journeys, in order: those that programs of one case share, in totals or of patterns.
    public func sharedPrices(_ prices: [Double]) -> [Double] {
        prices.indices.filter { !rows.ofJourneys.contains(Row(index: $0)) }.map { prices[$0] }
    }

    /// What a spell at a site, or elsewhere, is worth to a program in totals when all but its journeys is paid for at given prices.
    /// - Parameters:
    ///   - shared: prices of the rows of the same case that are not of journeys, £k of present value.
    ///   - countsCost: whether what is bought costs what it costs, or nothing: where the prices are the multipliers of a
    ///     contradiction.
    public func prices(_ groups: [ElectiveJourneys.Group], shared: [Double], countsCost: Bool) -> [ElectiveJourneys.Prices] {
        var left = countsCost ? model.program.costs : model.program.costs.map { _ in 0 }
        var place = 0
        for row in 0..<model.program.rowCount where !rows.ofJourneys.contains(Row(index: row)) {
            let price = shared[place]
            place += 1
            if price == 0 { continue }
            for term in model.program.terms(ofRow: row) { left[Int(term.column)] -= price * term.coefficient }
        }
        precondition(place == shared.count, "prices of another case")
        return groups.map { group in
            let (j, t) = (group.specialty, group.year)
            let pounds = 1000 / system.weight(system.years[t])
            func worth(_ flows: [Flow]) -> Double? { flows.map { -pounds * left[Int($0.spells.index)] }.max() }
            // Who is converted is whoever neither stays inpatient nor goes elsewhere as one.
            let converted = worth(variables.converted[j][t]) ?? 0
            var prices = ElectiveJourneys.Prices(
                travel: countsCost ? 1 : 0, sites: ElectiveFigures.modes.map { _ in system.sites.map { _ in 0 } },
                elsewhere: ElectiveFigures.modes.map { _ in 0 }, beyond: ElectiveFigures.modes.map { _ in 0 })
            for i in group.modes {
                let less = i == ElectiveFigures.inpatient ? converted : 0
                prices.sites[i] = system.sites.indices.map { s in worth(variables.going(j, i, t, s)).map { $0 - less } ?? -.infinity }
                prices.elsewhere[i] = (worth(variables.outsourced[j][i][t]) ?? 0) - less
                prices.beyond[i] = max(0, variables.beyondOf[j][i][t].form.terms.reduce(0) { $0 + pounds * left[Int($1.column)] })
            }
            return prices
        }
    }

    /// Spells that go as a pattern says, by its place in the list.
    public func spells(ofPattern place: Int, _ solution: Solution) -> Double { solution[variables.mixed[place]] }

    /// - Parameter solution: of this program of patterns.
    public func plan(_ solution: Solution, _ journeys: ElectiveJourneys) -> ElectivePlan {
        guard case .patterns(let patterns) = detail else { preconditionFailure("only patterns say who goes where") }
        var flows = ElectiveFlows(system)
        for (pattern, spells) in zip(patterns, variables.mixed) where solution[spells] > 0 {
            journeys.write(solution[spells], of: pattern, to: &flows)
        }
        return ElectivePlan(
            system, situation, isHub: isHub(solution), keeps: keeps(solution), treated: treated(solution), flows: flows)
    }

    /// Whether everybody who goes as a pattern says may go there.
    public func allows(_ pattern: ElectiveJourneys.Pattern) -> Bool {
        let doors = Doors(system, situation, figures, reach)
        return pattern.sites.enumerated().allSatisfy { i, sites in
            sites.enumerated().allSatisfy { s, share in
                let (j, t) = (pattern.group.specialty, pattern.group.year)
                return share == 0 || doors.hasPlain(j, i, t, s) || doors.hasHub(j, i, t, s)
            }
        }
    }
}
