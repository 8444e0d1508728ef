// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearProgramsTesting

extension ElectiveFixtures {
    /// Small systems that look random and are the same for one seed: two or three sites, one or two specialties, two or three
    /// zones, each of which is a class of its own.
    /// - Parameter plain: leaves out what only a linear program can settle: minimum volumes, a standard for journeys, beds that
    ///   must be built, a limit on what is bought elsewhere, and a list in more than one year; a converted inpatient takes the
    ///   same minutes.
    public static func random(_ seed: Int, plain: Bool) -> ElectiveSystem {
        var numbers = SeededGenerator(state: UInt64(seed))
        while true {
            let system = random(&numbers, isWide: seed % 2 == 0, plain: plain)
            if ZoneClasses(system, reach: ElectiveReach(system)).members.count == system.zones.count { return system }
        }
    }

    private static func random(_ numbers: inout SeededGenerator, isWide: Bool, plain: Bool) -> ElectiveSystem {
        func between(_ low: Double, _ high: Double) -> Double { Double.random(in: low...high, using: &numbers).rounded() }
        func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &numbers) < share }
        let siteCount = isWide ? 3 : 2
        let specialtyCount = isWide ? 1 : 2
        let hasList = !plain || chance(0.5)
        let yearCount = plain && hasList ? 1 : Int(between(1, 3))
        let openingYear = 2016 + Int(between(1, Double(yearCount)))
        let specialties = (0..<specialtyCount).map { j in
            let minutes = between(50, 110)
            let stay = between(1, 5)
            return ElectiveSystem.Specialty(
                code: "j\(j)", title: "j\(j)", waitingList: hasList ? between(50, 300) : 0, spellsPerPathway: chance(0.5) ? 1 : 1.25,
                removedShare: 0.1, dayCaseCeiling: between(0, 3) / 10, minimumSpells: plain || chance(0.3) ? 0 : between(50, 200),
                followUpCost: between(50, 150),
                care: [
                    .init(
                        spells: between(100, 500), growthPerYear: between(-2, 5) / 100, lengthOfStay: stay, minutes: minutes,
                        variableCost: between(200, 600), outsourcePrice: between(500, 4000), followUpsPerSpell: 2),
                    .init(
                        spells: between(100, 500), growthPerYear: between(-2, 5) / 100, lengthOfStay: plain ? 0 : 0.1,
                        minutes: plain ? minutes : between(25, 60), variableCost: between(50, 200), outsourcePrice: between(200, 2000),
                        followUpsPerSpell: 1),
                    .init(
                        spells: between(0, 200), growthPerYear: 0.01, lengthOfStay: 0, minutes: 20, variableCost: 30, outsourcePrice: 200,
                        followUpsPerSpell: 0.5),
                ])
        }
        let zoneCount = Int(between(2, 3))
        let people = (0..<zoneCount).map { _ in between(1, 9) }
        let zones = people.enumerated().map { z, count in
            ElectiveSystem.Zone(
                code: "z\(z)", peopleShare: count / people.reduce(0, +), minutes: (0..<siteCount).map { _ in between(5, 60) })
        }
        let limits = (0..<3).map { _ in
            ElectiveSystem.Limits(
                hardLimitMinutes: between(25, 70), standardMinutes: plain ? 100 : between(20, 40), allowedShareBeyondStandard: plain ? 1 : between(2, 10) / 10,
                travelSupportPerMinute: between(0, 20) / 5)
        }
        let hubsToday = chance(0.2) ? 1 : 0
        let sites = (0..<siteCount).map { s in
            site(
                "s\(s)", isHub: s < hubsToday, mayBeHub: chance(0.7), sessions: 100, most: between(100, 500), utilisation: between(65, 85) / 100,
                hubUtilisation: between(75, 90) / 100, cancelled: between(0, 20) / 100, cost: between(1500, 2500),
                beds: plain ? 60 : between(0, 8), hubCapital: between(0, 400) * 1000, hubFixed: between(0, 200) * 1000,
                farthest: zones.map { $0.extraMinutes[s] }.max()!)
        }
        let places = specialties.map { _ in
            let today = Int(between(0, Double(siteCount - 1)))
            return (0..<siteCount).map { s -> ElectiveSystem.Place? in
                guard s == today || chance(0.9) else { return nil }
                return .init(
                    hasInpatientsToday: s == today || chance(0.4), mayHaveInpatients: chance(0.8), fixedCost: between(20, 400) * 1000)
            }
        }
        return ElectiveSystem(
            title: "random", baseYear: 2016, targetYear: 2016 + yearCount, openingYear: openingYear,
            horizonYear: 2016 + yearCount + Int(between(0, 4)), specialties: specialties, limits: limits, sites: sites, places: places,
            needs: specialtyCount > 1 && chance(0.3) ? [.init(specialty: 0, needs: 1)] : [], zones: zones,
            parameters: .init(
                sessionMinutes: 240, hubGain: between(100, 130) / 100, hubStayFactor: between(80, 100) / 100, waitingWeeks: 13,
                waitingStandard: 0.92, waitingTargetYear: 2016 + yearCount, minimumInpatientCentres: chance(0.1) ? 2 : 0,
                maximumInpatientCentres: Double(chance(0.3) ? siteCount - 1 : siteCount),
                maximumOutsourcedShare: plain || chance(0.7) ? 1 : 0.1, discountRate: 0.035, assetLifeYears: 30,
                maximumOccupancy: 0.85, bedRunningCost: 60_000, bedCostReleasedShare: 0.6, capitalPerBed: plain ? 1000 : between(0, 100) * 1000,
                capitalLimit: chance(0.3) ? between(0, 300) * 1000 : nil),
            levers: ElectiveLevers(
                stayReduction: 0.05, followUpReduction: 0.3, followUpUnitCostReduction: 0.5, utilisationTarget: between(70, 85) / 100,
                startYear: chance(0.3) ? [.stays: 2017, .dayCases: 2017] : [:]))
    }

    /// Every set of hubs and every place of inpatients that a system may have, each with everything fixed.
    public static func everyDecision(_ system: ElectiveSystem, levers: Set<ElectiveLever>) -> [ElectiveCase] {
        func choices(_ canBe: [Bool]) -> [[Bool]] {
            canBe.reduce([[]]) { rows, canBe in rows.flatMap { row in (canBe ? [false, true] : [false]).map { row + [$0] } } }
        }
        let pairs = system.places.enumerated().flatMap { j, row in row.indices.map { (j, $0) } }
        let hubs = choices(system.sites.map { $0.isHubToday || $0.mayBeHub })
        let opens = choices(pairs.map { j, s in system.places[j][s].map { $0.hasInpatientsToday || $0.mayHaveInpatients } ?? false })
        return hubs.flatMap { hubs in
            opens.map { open in
                var situation = system.free(levers: levers)
                situation.hubs = hubs
                for ((j, s), isOpen) in zip(pairs, open) { situation.open[j][s] = isOpen }
                return situation
            }
        }
    }
}
