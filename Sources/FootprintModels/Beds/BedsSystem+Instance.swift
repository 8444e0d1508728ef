// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

extension BedsSystem {
    /// The figures of an instance.
    /// - Parameter instance: its view as `.beds`. The loader has checked that every figure is there and in range.
    /// - Returns: nil when the instance does not declare the family.
    public init?(_ instance: Instance) {
        guard let tables = instance.beds else { return nil }
        let figures = instance.figures
        func figure(_ table: String, _ key: [String], _ name: String) -> Double? {
            figures.index(table, key, name).map { figures[$0] }
        }
        /// A figure that the schema requires.
        func required(_ table: String, _ key: [String], _ name: String) -> Double {
            guard let value = figure(table, key, name) else {
                preconditionFailure("\(table)[\((key + [name]).joined(separator: ","))] is required by the schema")
            }
            return value
        }
        let poolPlaces = Dictionary(uniqueKeysWithValues: tables.pools.enumerated().map { ($1.code, $0) })
        let schemePlaces = Dictionary(uniqueKeysWithValues: tables.schemes.enumerated().map { ($1.code, $0) })
        let settings = instance.settings
        let pools = tables.pools.map { pool in
            func value(_ name: String) -> Double { required("pool_figures", [pool.code], name) }
            return Pool(
                code: pool.code, title: pool.title, type: pool.bedType, openBeds: value("openBeds"),
                occupiedBeds: value("occupiedBeds"), wardSize: value("wardSize"),
                variableCostPerBed: value("variableCostPerBed"), fixedCostPerWard: value("fixedCostPerWard"),
                peakFactor: value("peakFactor"), closableWards: Int(value("closableWards")),
                wardsThatCanOpen: Int(value("wardsThatCanOpen")), earliestClosureYear: Int(value("earliestClosureYear")),
                rule: BedsNeeded(
                    rule: pool.bedRule, maximumOccupancy: value("occupancyLimit"),
                    overflowProbability: value("overflowProbability"), quantileZ: value("quantileZ"),
                    varianceRatio: value("varianceRatio")),
                shares: tables.cohorts.map { figure("pool_cohorts", [pool.code, $0.code], "share") ?? 0 })
        }
        let siteCodes = Set(tables.pools.map(\.site))
        self.init(
            title: settings.title, baseYear: settings.baseYear, targetYear: settings.targetYear,
            horizonYear: settings.horizonYear, pools: pools,
            cohorts: tables.cohorts.map {
                Cohort(
                    code: $0.code, growthPerYear: required("cohort_figures", [$0.code], "growthPerYear"),
                    removableShare: figure("cohort_figures", [$0.code], "removableShare"))
            },
            moves: tables.moves.map { Move(from: poolPlaces[$0.from]!, to: poolPlaces[$0.to]!) },
            schemes: tables.schemes.map { scheme in
                func value(_ name: String) -> Double { required("bed_scheme_figures", [scheme.code], name) }
                return Scheme(
                    code: scheme.code, title: scheme.title, startYear: Int(value("startYear")), rampYears: value("rampYears"),
                    costPerBedAvoided: value("costPerBedAvoided"), fixedCost: value("fixedCost"),
                    oneOffCost: value("oneOffCost"),
                    effects: tables.cohorts.map { figure("bed_effects", [scheme.code, $0.code], "effect") ?? 0 },
                    needs: tables.alternatives.map { figure("alternative_needs", [scheme.code, $0.code], "perBed") ?? 0 },
                    after: scheme.after.map { schemePlaces[$0]! })
            },
            alternatives: tables.alternatives.map { alternative in
                func value(_ name: String) -> Double { required("alternative_figures", [alternative.code], name) }
                return Alternative(
                    code: alternative.code, title: alternative.title, spare: value("spare"), maximum: value("maximum"),
                    price: value("price"), leadYears: Int(value("leadYears")))
            },
            sites: instance.sites.filter { siteCodes.contains($0.code) }.map { site in
                Site(
                    code: site.code, name: site.name, pools: tables.pools.indices.filter { tables.pools[$0].site == site.code },
                    fixedCostReleased: figure("bed_site_figures", [site.code], "fixedCostReleased"))
            },
            floors: tables.floors.map {
                Floor(
                    place: $0.place, title: $0.title, pools: $0.pools.map { poolPlaces[$0]! },
                    beds: $0.residents / 1000 * $0.bedsPerThousand)
            },
            wardsClosedPerYear: required("bed_parameters", [], "wardsClosedPerYear"),
            discountRate: required("parameters", [], "discountRate"),
            assetLifeYears: required("parameters", [], "assetLifeYears"),
            capitalPerBed: required("parameters", [], "capitalPerBed"),
            doubleRunningMonths: required("parameters", [], "doubleRunningMonths"))
    }
}
