// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// Small systems of planned care, written down in a test.
public enum ElectiveFixtures {
    public static func care(
        _ spells: Double, minutes: Double, stay: Double = 0, variable: Double = 0, outsource: Double = 0, growth: Double = 0
    ) -> ElectiveSystem.Care {
        ElectiveSystem.Care(
            spells: spells, growthPerYear: growth, lengthOfStay: stay, minutes: minutes, variableCost: variable,
            outsourcePrice: outsource, followUpsPerSpell: 0)
    }

    public static func site(
        _ code: String, isHub: Bool = false, mayBeHub: Bool = true, sessions: Double = 0, most: Double, utilisation: Double = 0.75,
        hubUtilisation: Double = 0.8, cancelled: Double = 0.2, cost: Double = 2000, beds: Double = 0, hubCapital: Double = 0,
        hubFixed: Double = 0, farthest: Double
    ) -> ElectiveSystem.Site {
        ElectiveSystem.Site(
            code: code, name: code, isHubToday: isHub, mayBeHub: mayBeHub, sessions: sessions, maximumSessions: most,
            utilisation: utilisation, hubUtilisation: hubUtilisation, cancelledShare: cancelled, sessionCost: cost, beds: beds,
            hubCapital: hubCapital, hubFixedCost: hubFixed, farthest: farthest)
    }

    /// The example that the page works by hand.
    public static var worked: ElectiveSystem {
        let limits = ElectiveSystem.Limits(
            hardLimitMinutes: 60, standardMinutes: 35, allowedShareBeyondStandard: 1, travelSupportPerMinute: 1)
        return ElectiveSystem(
            title: "worked", baseYear: 2016, targetYear: 2018, openingYear: 2018, horizonYear: 2019,
            specialties: [
                .init(
                    code: "knees", title: "knees", waitingList: 700, spellsPerPathway: 1, removedShare: 0.1, dayCaseCeiling: 0.1,
                    minimumSpells: 100, followUpCost: 0,
                    care: [
                        care(1000, minutes: 72, stay: 3.65, variable: 400, outsource: 1000),
                        care(1000, minutes: 36, variable: 100, outsource: 500), care(0, minutes: 20),
                    ])
            ],
            limits: [limits, limits, limits],
            sites: [
                site("A", mayBeHub: false, sessions: 800, most: 1000, beds: 14, farthest: 25),
                site("B", sessions: 100, most: 300, hubCapital: 120_000, hubFixed: 100_000, farthest: 20),
            ],
            places: [
                [
                    .init(hasInpatientsToday: true, mayHaveInpatients: true, fixedCost: 50_000),
                    .init(hasInpatientsToday: false, mayHaveInpatients: true, fixedCost: 50_000),
                ]
            ],
            needs: [],
            zones: [
                .init(code: "Z1", peopleShare: 0.6, minutes: [10, 30]), .init(code: "Z2", peopleShare: 0.4, minutes: [40, 15]),
            ],
            parameters: .init(
                sessionMinutes: 240, hubGain: 1.25, waitingWeeks: 13, waitingStandard: 0.8, waitingTargetYear: 2018,
                maximumInpatientCentres: 2, discountRate: 0, assetLifeYears: 10, maximumOccupancy: 0.8, bedRunningCost: 40_000,
                bedCostReleasedShare: 0.5, capitalPerBed: 10_000),
            levers: ElectiveLevers())
    }
}
