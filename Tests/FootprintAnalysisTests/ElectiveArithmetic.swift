// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation

/// What a decision of planned care costs by the page's arithmetic, without a linear program: for systems that
/// `ElectiveFixtures.random(plain: true)` makes.
///
/// With hubs and inpatients given, and a list that either is empty or has one year, who is treated follows. What is left is where
/// they go: minutes of patients, from specialties, modes and zones to the sessions of sites, at a cost a minute. That is a
/// transport problem, whose flows are sent along cheapest paths (Busacker and Gowen, 1960). None of the project's figures is used.
struct ElectiveArithmetic {
    let system: ElectiveSystem
    let levers: Set<ElectiveLever>

    /// £, the least present value of a decision; nil where it breaks a requirement.
    func presentValue(_ decision: ElectiveCase) -> Double? {
        let (sites, parameters) = (system.sites, system.parameters)
        let hubs = decision.hubs.map { $0! }
        func keeps(_ j: Int, _ s: Int) -> Bool { system.places[j][s] != nil && decision.open[j][s]! }
        let centres = Double(sites.indices.count { s in system.specialties.indices.contains { keeps($0, s) } })
        guard centres >= parameters.minimumInpatientCentres, centres <= parameters.maximumInpatientCentres else { return nil }
        for need in system.needs where sites.indices.contains(where: { keeps(need.specialty, $0) && !keeps(need.needs, $0) }) { return nil }
        let capital = sites.indices.reduce(0) { $0 + (hubs[$1] && !sites[$1].isHubToday ? sites[$1].hubCapital : 0) }
        if let limit = parameters.capitalLimit, capital > limit { return nil }
        var value = capital / pow(1 + parameters.discountRate, Double(system.openingYear - 1 - system.baseYear))
        for year in (system.baseYear + 1)...system.targetYear {
            let isOpen = year >= system.openingYear
            let cost = annualCost(
                year, hubs: isOpen ? hubs : sites.map(\.isHubToday),
                keeps: { j, s in isOpen ? keeps(j, s) : system.places[j][s]?.hasInpatientsToday ?? false })
            let last = year == system.targetYear ? system.horizonYear : year
            for paid in year...last { value += cost / pow(1 + parameters.discountRate, Double(paid - system.baseYear)) }
        }
        return value
    }

    private func annualCost(_ year: Int, hubs: [Bool], keeps: (Int, Int) -> Bool) -> Double {
        let (sites, zones, parameters) = (system.sites, system.zones, system.parameters)
        func on(_ lever: ElectiveLever) -> Bool { levers.contains(lever) && year >= system.levers.startYear[lever] ?? system.openingYear }
        let bed = parameters.bedRunningCost * parameters.bedCostReleasedShare
        var cost = sites.reduce(0) { $0 + parameters.bedRunningCost * (1 - parameters.bedCostReleasedShare) * $1.beds }
        /// Minutes of patients in a session.
        func minutesGiven(_ s: Int, today: Bool = false) -> Double {
            let site = sites[s]
            if hubs[s], !today { return parameters.sessionMinutes * site.hubUtilisation * parameters.hubGain }
            let used = on(.theatres) && !today ? max(site.utilisation, system.levers.utilisationTarget) : site.utilisation
            return parameters.sessionMinutes * used * (1 - site.cancelledShare)
        }
        // Nodes: 0 is where minutes come from, 1 where they end, then the sites, then patients.
        var transport = CheapestPaths(nodes: 2 + sites.count + 3 * zones.count * system.specialties.count)
        for s in sites.indices {
            if hubs[s] { cost += sites[s].hubFixedCost }
            transport.add(from: 2 + s, to: 1, room: sites[s].maximumSessions * minutesGiven(s), cost: 0)
        }
        for (j, specialty) in system.specialties.enumerated() {
            for s in sites.indices where keeps(j, s) { cost += system.places[j][s]!.fixedCost }
            let demand = specialty.care.map { $0.spells * pow(1 + $0.growthPerYear, Double(year - system.baseYear)) }
            let admitted = demand[0] + demand[1]
            let arrivals = admitted / specialty.spellsPerPathway
            let left = (1 - specialty.removedShare) * specialty.waitingList
            let standard = year >= parameters.waitingTargetYear ? parameters.waitingWeeks / 52 * parameters.waitingStandard * arrivals : .infinity
            let treated = max(0, left + arrivals - min(specialty.waitingList, standard))
            let spells = [
                demand[0] / admitted * specialty.spellsPerPathway * treated, demand[1] / admitted * specialty.spellsPerPathway * treated, demand[2],
            ]
            let followUps = on(.followUps) ? (1 - system.levers.followUpReduction) * (1 - system.levers.followUpUnitCostReduction) : 1
            for (i, care) in specialty.care.enumerated() {
                cost += followUps * care.followUpsPerSpell * specialty.followUpCost * spells[i]
                let limits = system.limits[i]
                func isToday(_ s: Int) -> Bool { system.places[j][s].map { i != 0 || $0.hasInpatientsToday } ?? false }
                let elsewhere = max(
                    care.outsourcePrice,
                    1.01 * sites.indices.filter { system.places[j][$0] != nil }.map { s in
                        care.variableCost + sites[s].sessionCost * care.minutes / minutesGiven(s, today: true)
                            + bed * care.lengthOfStay / 365 / parameters.maximumOccupancy
                            + limits.travelSupportPerMinute * zones.map { $0.minutes[s] - $0.minutes.min()! }.max()!
                    }.max()!)
                for (z, zone) in zones.enumerated() {
                    func node(_ mode: Int) -> Int { 2 + sites.count + (j * 3 + mode) * zones.count + z }
                    let minutes = care.minutes * spells[i] * zone.peopleShare
                    transport.add(from: 0, to: node(i), room: minutes, cost: 0)
                    if i == 0, on(.dayCases) { transport.add(from: node(0), to: node(1), room: specialty.dayCaseCeiling * minutes, cost: 0) }
                    transport.add(from: node(i), to: 1, room: .infinity, cost: elsewhere / care.minutes)
                    let quickestToday = sites.indices.filter(isToday).map { zone.minutes[$0] }.min() ?? 0
                    for s in sites.indices where system.places[j][s] != nil && (i != 0 || keeps(j, s)) {
                        guard zone.minutes[s] <= max(limits.hardLimitMinutes, quickestToday) else { continue }
                        let stay = care.lengthOfStay * (on(.stays) ? 1 - system.levers.stayReduction : 1) * (hubs[s] ? parameters.hubStayFactor : 1)
                        let perSpell = care.variableCost + sites[s].sessionCost * care.minutes / minutesGiven(s)
                            + bed * stay / 365 / parameters.maximumOccupancy
                            + limits.travelSupportPerMinute * (zone.minutes[s] - zone.minutes.min()!)
                        transport.add(from: node(i), to: 2 + s, room: .infinity, cost: perSpell / care.minutes)
                    }
                }
            }
        }
        return cost + transport.send(from: 0, to: 1)
    }
}

/// As much as can flow from one node to another, each time along the path that is cheapest with what has been sent.
struct CheapestPaths {
    private struct Edge {
        let from, to: Int
        var room: Double
        let cost: Double
    }
    private let nodes: Int
    /// Each edge is followed by its way back.
    private var edges: [Edge] = []

    init(nodes: Int) { self.nodes = nodes }

    mutating func add(from: Int, to: Int, room: Double, cost: Double) {
        edges.append(Edge(from: from, to: to, room: room, cost: cost))
        edges.append(Edge(from: to, to: from, room: 0, cost: -cost))
    }

    /// What it costs.
    mutating func send(from source: Int, to sink: Int) -> Double {
        var total = 0.0
        while true {
            var cost = Array(repeating: Double.infinity, count: nodes)
            var way = Array(repeating: -1, count: nodes)
            cost[source] = 0
            var isShorter = true
            while isShorter {
                isShorter = false
                for (number, edge) in edges.enumerated() where edge.room > 1e-7 && cost[edge.from] + edge.cost < cost[edge.to] - 1e-10 {
                    cost[edge.to] = cost[edge.from] + edge.cost
                    way[edge.to] = number
                    isShorter = true
                }
            }
            guard way[sink] >= 0 else { return total }
            var path: [Int] = []
            var node = sink
            while node != source {
                path.append(way[node])
                node = edges[way[node]].from
            }
            let amount = path.map { edges[$0].room }.min()!
            for number in path {
                edges[number].room -= amount
                edges[number ^ 1].room += amount
            }
            total += amount * cost[sink]
        }
    }
}
