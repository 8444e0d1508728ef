// SPDX-License-Identifier: GPL-3.0-or-later

extension InstanceTemplate {
    /// The made-up footprint of the template: two hospitals, a neighbour, three zones.
    enum Sample {
        static let sites = ["SITE-A", "SITE-B", "SITE-X"]
        static let zones = ["ZONE-1", "ZONE-2", "ZONE-3"]
        static let minutes = [["10", "25", "40"], ["25", "10", "30"], ["20", "18", "35"]]
        private static let source = "made up for the template"

        /// The rows of the tables that are not figures.
        static let rows: [String: [[String]]] = [
            "organisations": [["TRUST", "A trust", "provider", "yes", source], ["OTHER", "Its neighbour", "provider", "no", source]],
            "sites": [
                ["SITE-A", "Larger hospital", "TRUST", "yes", "acute", "AA1 1AA", "400000", "300000", "type1", "assumed", source],
                ["SITE-B", "Smaller hospital", "TRUST", "yes", "acute", "AA2 2AA", "412000", "300000", "type1", "assumed", source],
                ["SITE-X", "Hospital next door", "OTHER", "no", "acute", "AA3 3AA", "430000", "300000", "type1", "assumed", source],
            ],
            "site_levels": [["SITE-A", "type1", source], ["SITE-B", "type1", source], ["SITE-B", "ucc", source]],
            "zones": [
                ["ZONE-1", "West", "yes", "100000", "18000", "62000", "10000", "7000", "3000", "0.15", "400000", "301000"],
                ["ZONE-2", "East", "yes", "60000", "11000", "37000", "6000", "4200", "1800", "0.12", "412000", "301000"],
                ["ZONE-3", "Middle", "yes", "40000", "7000", "25000", "4000", "2800", "1200", "0.2", "406000", "301000"],
            ],
            "site_services": ["SITE-A", "SITE-B"].map { [$0, "acute-medicine", "yes", "assumed", source] },
            "level_services": [["type1", "acute-medicine", source]],
            "level_accepts": ["admitted", "major", "minor"].flatMap { kind in ["ambulance", "foot"].map { ["type1", kind, $0, source] } }
                + [["ucc", "minor", "foot", source]],
            "options": [["smaller-ucc", "The smaller hospital an urgent care centre", "SITE-B=ucc", source]],
            "schemes": [["fewer-falls", "Fewer falls", "no", "", source]],
            "bed_pools": [
                ["SITE-A-acute", "Larger hospital: acute beds", "SITE-A", "acute", "occupancy", source],
                ["SITE-B-acute", "Smaller hospital: acute beds", "SITE-B", "acute", "occupancy", source],
            ],
            "bed_cohorts": [["frail", "Frail", source], ["other", "Everybody else", source]],
            "pool_moves": [["SITE-B-acute", "SITE-A-acute", source]],
            "bed_floors": [["all", "The whole footprint", "SITE-A-acute;SITE-B-acute", "200000", "1", "assumed", source]],
            "alternatives": [["home-care", "Home-care packages", "a package running, all year", source]],
            "bed_schemes": [["frailty", "Frailty team", "", "", source]],
            "bed_options": [["one-ward", "One ward of the smaller hospital", "SITE-B-acute=28", "", source]],
            "specialties": [["100", "General surgery", source], ["110", "Trauma and orthopaedics", source]],
            "elective_sites": [["SITE-A", "no", "yes", source], ["SITE-B", "no", "yes", source]],
            "specialty_sites": ["100", "110"].flatMap { specialty in ["SITE-A", "SITE-B"].map { [specialty, $0, "yes", "yes", source] } },
            "specialty_needs": [["110", "100", source]],
            "elective_options": [["smaller-hub", "The smaller hospital a hub", "SITE-B", "", "110:SITE-A:SITE-B", source]],
            "workforce_groups": [["nurses", "Nurses", "support", source], ["support", "Support workers", "", source]],
            "blocks": [
                ["SITE-A-estate", "Larger hospital", "TRUST", "SITE-A", "freehold", "no", source],
                ["SITE-B-estate", "Smaller hospital", "TRUST", "SITE-B", "freehold", "yes", source],
            ],
            "programmes": [["programme", "A programme", "", "", "", "", "", source]],
            "bridge_lines": [
                ["do-nothing", "1", "Do nothing", "do-nothing", "", "", source], ["programme", "2", "A programme", "solution", "programme", "", source],
            ],
            "service_gates": [["posts", "Consultant posts", "posts", "obstetrics", "", "", source]],
            "planning_scales": [["acute", "two-counties", "yes", "", source]],
        ]

        /// The keys that a long table has figures of.
        static func keys(of table: TableSchema) -> [[String]] {
            if let listed = listedKeys[table.name] { return listed }
            var keys: [[String]] = [[]]
            for column in table.columns { keys = keys.flatMap { key in values(of: column).map { key + [$0] } } }
            return keys
        }

        private static let listedKeys: [String: [[String]]] = [
            "activity": [], "site_figures": sites.map { [$0] }, "staff_figures": [["nurses"]], "effects": [["fewer-falls", "admitted", "over65"]],
            "service_moves": [], "pool_cohorts": ["SITE-A-acute", "SITE-B-acute"].flatMap { [[$0, "frail"], [$0, "other"]] },
            "bed_site_figures": [], "bed_effects": [["frailty", "frail"]], "alternative_needs": [["frailty", "home-care"]],
            "specialty_site_figures": ["100", "110"].flatMap { [[$0, "SITE-A"], [$0, "SITE-B"]] },
            "workforce": [["TRUST", "nurses"], ["TRUST", "support"]], "agency_tiers": [["nurses", "tier-1"], ["support", "tier-1"]],
            "week_figures": (1...52).map { [$0 < 10 ? "W0\($0)" : "W\($0)"] }, "scenario_figures": [["usual"], ["hard-winter"]],
            "shared_bank": [], "organisation_pay": [["TRUST"]], "bridge": [["do-nothing", "2020"], ["programme", "2020"]], "one_off_costs": [["change", "2019"]],
            "budgets": [], "organisation_accounts": [], "control_totals": [["TRUST", "2020"]],
        ]

        private static func values(of column: ColumnSchema) -> [String] {
            switch column.kind {
            case .word(.levelWithDoor): ["type1", "ucc"]
            case .word(let vocabulary): vocabulary.words
            case .reference(.staffGroups): ["nurses"]
            case .reference(.insideRotaSites): ["SITE-A", "SITE-B"]
            case .reference(let reference): (rows[reference.table] ?? []).map { $0[0] }
            default: []
            }
        }

        /// What kind of site it is; nil for what is no site.
        static func place(_ site: String) -> SitePlace? {
            switch site {
            case "SITE-A", "SITE-B": .insideAcute
            case "SITE-X": .outside
            default: nil
            }
        }

        /// A value that makes a sound and solvable instance with the others.
        static func value(of figure: FigureSchema, _ key: [String], in table: String) -> String {
            if let value = (values["\(table).\(key.first ?? "").\(figure.name)"] ?? values["\(table).\(figure.name)"]) { return value }
            return byUnit[figure.quantity.unit] ?? "1"
        }

        private static let byUnit: [String: String] = [
            "a share": "0.1", "a probability": "0.5", "a factor": "1", "pounds": "100000", "minutes": "30", "years": "10", "months": "3",
            "attendances": "1000", "beds": "20", "treatment spaces": "40", "WTE": "10", "hours": "10", "a year": "2019", "wards": "1", "units": "50",
            "units for a bed": "0.5", "spells": "1000", "days": "2", "sessions": "1500", "pathways": "300", "weeks": "18", "square metres": "20000",
            "pounds an hour": "20", "people": "20", "0 or 1": "0", "a number": "1", "sites": "2",
        ]

        private static let values: [String: String] = [
            "parameters.discountRate": "0.035", "parameters.assetLifeYears": "40", "parameters.maximumOccupancy": "0.92",
            "parameters.overflowProbability": "0.02", "parameters.quantileZ": "1.645", "parameters.emergencyBedShare": "0.7",
            "parameters.spaceUtilisation": "0.5", "parameters.bedRunningCost": "105000", "parameters.capitalPerBed": "150000",
            "parameters.capitalPerSpace": "250000", "parameters.ambulanceHourCost": "140", "parameters.reconveyedShare": "0.03",
            "parameters.hardLimitMinutes": "90", "parameters.allowedShareBeyondStandard": "0.5", "parameters.allowedShareBeyondStandardDeprived": "0.5",
            "parameters.meanMinutesLimit": "60", "parameters.minimumType1Attendances": "10000", "parameters.minimumType1Sites": "1",
            "parameters.bedCostReleasedShare": "0.6", "parameters.estateReleasedShare": "0.5",
            "site_figures.SITE-A.beds": "500", "site_figures.SITE-A.bedsOccupied": "420", "site_figures.SITE-B.beds": "300",
            "site_figures.SITE-B.bedsOccupied": "250", "site_figures.maximumBedsBuilt": "400", "site_figures.maximumSpacesBuilt": "60",
            "site_figures.inflowShare": "0.02", "site_figures.offeredAttendances": "60000", "site_figures.offeredAdmissions": "20000",
            "site_figures.estateRunningCost": "10000000", "site_figures.pfiUnitaryCharge": "0", "site_figures.capitalCharge": "3000000",
            "class_figures.spaceMinutes": "120", "class_figures.variableCost": "35", "class_figures.tariff": "150", "class_figures.growthPerYear": "0.02",
            "class_figures.ambulanceShare": "0.3", "class_figures.nightShare": "0.2",
            "level_figures.opensAtNight": "0", "level_figures.type1.opensAtNight": "1", "level_figures.hoursPerWeek": "98", "level_figures.type1.hoursPerWeek": "168",
            "rates.admitted.rate": "0.08", "rates.major.rate": "0.1", "rates.minor.rate": "0.2", "staff_figures.wtePerThousandAttendances": "0.7",
            "staff_figures.pay": "38000", "staff_figures.agencyPremium": "0.5", "staff_figures.takeUpShare": "0.6", "rota_floors.floor": "30",
            "staff_in_post.wte": "50", "effects.effect": "0.05", "scheme_figures.replacementCostPerAttendance": "46",
            "scheme_figures.replacementCostPerAdmission": "500",
            "pool_figures.SITE-A-acute.openBeds": "500", "pool_figures.SITE-A-acute.occupiedBeds": "420", "pool_figures.SITE-B-acute.openBeds": "300",
            "pool_figures.SITE-B-acute.occupiedBeds": "250", "pool_figures.wardSize": "28", "pool_figures.variableCostPerBed": "45000",
            "pool_figures.fixedCostPerWard": "400000", "pool_figures.closableWards": "3", "pool_figures.wardsThatCanOpen": "6",
            "pool_figures.occupancyLimit": "0.92", "pool_figures.overflowProbability": "0.02", "pool_figures.quantileZ": "1.645",
            "pool_figures.varianceRatio": "1.5", "pool_figures.peakFactor": "1.04", "cohort_figures.growthPerYear": "0.02", "pool_cohorts.share": "0.5",
            "alternative_figures.price": "12400", "bed_scheme_figures.rampYears": "2", "bed_scheme_figures.costPerBedAvoided": "2000",
            "specialty_modes.lengthOfStay": "0", "specialty_modes.minutes": "45", "specialty_modes.variableCost": "300", "specialty_modes.outsourcePrice": "1500",
            "mode_figures.hardLimitMinutes": "90", "mode_figures.travelSupportPerMinute": "0.15", "elective_site_figures.maximumSessions": "2500",
            "elective_site_figures.utilisation": "0.75", "elective_site_figures.hubUtilisation": "0.85", "elective_site_figures.cancelledShare": "0.05",
            "elective_site_figures.sessionCost": "2200", "elective_parameters.sessionMinutes": "240", "elective_parameters.waitingStandard": "0.92",
            "elective_parameters.waitingTargetYear": "2020",
            "elective_parameters.minimumInpatientCentres": "1", "elective_parameters.maximumOutsourcedShare": "1", "specialty_site_figures.shareToday": "0.5",
            "elective_levers.stayReduction": "0.05", "elective_levers.followUpReduction": "0.3", "elective_levers.followUpUnitCostReduction": "0.5",
            "elective_levers.utilisationTarget": "0.85", "specialty_modes.followUpsPerSpell": "1", "specialty_figures.followUpCost": "100", "workforce_group_figures.contractHours": "37.5", "workforce_group_figures.overtimeFactor": "1.5",
            "workforce_group_figures.unfilledPrice": "60", "workforce_group_figures.bankHoursPerPerson": "6", "workforce_group_figures.onCostShare": "0.25", "workforce.wteInPost": "200",
            "workforce.agencyHours": "20000", "workforce.bankHours": "15000", "workforce.unfilledShare": "0.02", "agency_tiers.rate": "30",
            "organisation_pay.payBill": "20000000", "organisation_pay.agencySpend": "1000000", "organisation_pay.bankSpend": "500000",
            "staffing_parameters.workingTimeHours": "48", "staffing_parameters.workingTimeWeeks": "17", "staffing_parameters.conversionShare": "0.25",
            "staffing_parameters.conversionWeek": "104", "staffing_parameters.bankPersonCost": "300", "staffing_parameters.agencyPremium": "0.5", "block_figures.clinicalShare": "0.7",
            "block_figures.emptyShare": "0.02", "programme_figures.rampYears": "2", "programme_figures.savingPerYear": "1000000",
            "programme_figures.elapsedYears": "0", "bridge.do-nothing.amount": "-1000000", "bridge.programme.amount": "1000000",
            "control_totals.balance": "0", "service_gate_figures.required": "12", "service_gate_figures.available": "10", "service_gate_figures.obtainable": "2",
            "system_parameters.balanceYear": "2020", "system_parameters.nonClinicalShareLimit": "0.35", "system_parameters.emptyShareLimit": "0.025",
            "bed_parameters.wardsClosedPerYear": "3",
        ]
    }
}
