// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// Small systems of beds, written down in a test.
public enum BedsFixtures {
    public static func occupancy(_ limit: Double) -> BedsNeeded {
        BedsNeeded(rule: .occupancy, maximumOccupancy: limit, overflowProbability: 0.02, quantileZ: 1.645, varianceRatio: 1.5)
    }

    public static func overflow(_ probability: Double) -> BedsNeeded {
        BedsNeeded(rule: .overflow, maximumOccupancy: 1, overflowProbability: probability, quantileZ: 1.645, varianceRatio: 1)
    }

    public static func quantile(_ ratio: Double, z: Double = 1.645) -> BedsNeeded {
        BedsNeeded(rule: .quantile, maximumOccupancy: 1, overflowProbability: 0.02, quantileZ: z, varianceRatio: ratio)
    }

    public static func pool(
        _ code: String, open: Double, occupied: Double, ward: Double = 10, closable: Int = 2, canOpen: Int = 0,
        rule: BedsNeeded = occupancy(0.9), shares: [Double] = [1]
    ) -> BedsSystem.Pool {
        BedsSystem.Pool(
            code: code, title: code, type: .community, openBeds: open, occupiedBeds: occupied, wardSize: ward,
            variableCostPerBed: 20_000, fixedCostPerWard: 50_000, peakFactor: 1, closableWards: closable, wardsThatCanOpen: canOpen,
            earliestClosureYear: 2017, rule: rule, shares: shares)
    }

    /// The example that the page works by hand.
    public static var worked: BedsSystem {
        BedsSystem(
            title: "worked", baseYear: 2016, targetYear: 2018, horizonYear: 2019, pools: [pool("P", open: 30, occupied: 18)],
            cohorts: [.init(code: "all", growthPerYear: 0, removableShare: nil)], moves: [],
            schemes: [
                .init(
                    code: "home", title: "home", startYear: 2017, rampYears: 1, costPerBedAvoided: 1000, fixedCost: 0,
                    oneOffCost: 20_000, effects: [0.5], needs: [1], after: [])
            ],
            alternatives: [.init(code: "packages", title: "packages", spare: 0, maximum: 20, price: 10_000, leadYears: 1)],
            sites: [.init(code: "S", name: "S", pools: [0], fixedCostReleased: nil)], floors: [], wardsClosedPerYear: 1,
            discountRate: 0, assetLifeYears: 40, capitalPerBed: 150_000, doubleRunningMonths: 3)
    }
}
