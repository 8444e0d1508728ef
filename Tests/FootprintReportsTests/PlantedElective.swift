// SPDX-License-Identifier: GPL-3.0-or-later
@testable import FootprintAnalysis
@testable import FootprintInstances
@testable import FootprintModels

/// An answer of planned care in round numbers that no solver made: two sites, a row of each kind and status, each with a figure
/// that can be recognised in a report.
enum PlantedElective {
    static func make() -> ElectiveAppraisal {
        ElectiveAppraisal(
            program: .init(name: "footprint", version: "0", glpk: "5.0"),
            instance: .init(
                name: "planted", title: "Planted", baseYear: 2016, targetYear: 2018, openingYear: 2018, horizonYear: 2027,
                priceBase: "2016/17", files: [.init(path: "footprint.yaml", sha256: "00")]),
            isIllustrative: true,
            wouldMakeItReal: [
                .init(figure: "specialty_modes.minutes", what: "minutes of a session for a spell", assumed: 6, total: 7, data: "theatre systems")
            ],
            options: .init(changed: [], levers: ["day-cases", "stays"], outsideSites: []),
            levers: [
                .init(
                    name: "day-cases", title: "inpatients to day cases, as many as pays", isOn: true, startYear: 2018, figures: [],
                    savingAlone: 410_000),
                .init(
                    name: "stays", title: "shorter stays", isOn: true, startYear: 2018,
                    figures: [.init(name: "stayReduction", value: 0.05, low: 0.02, high: 0.1, source: "plan")], savingAlone: nil),
            ],
            conversions: [.init(specialty: "110", title: "Orthopaedics", ceiling: 0.2, low: 0.05, high: 0.3, published: 240, chosen: 180)],
            doNothing: result(cost: 30_000_000, sessions: 5000, beds: 40, waiting: 1200, far: 0.2),
            configurations: [
                row(
                    "to-b", rank: 1, .option, option: "to-b", title: "Orthopaedics to Bridge", cost: 27_000_000, npv: 21_000_000,
                    capital: 4_000_000, roles: ["A": .dayCases, "B": .hubWithInpatients],
                    result(cost: 27_000_000, sessions: 4100, beds: 31, waiting: 900, far: 0.3, hub: true)),
                row(
                    "hubs:none;inpatients:A", rank: 2, .configuration, title: "Hubs: none. Inpatients: Abbey Hospital.", cost: 28_000_000,
                    npv: 14_000_000, capital: 0, roles: ["A": .inpatients, "B": .dayCases], gap: 0.012,
                    result(cost: 28_000_000, sessions: 4500, beds: 35, waiting: 900, far: 0.1)),
                row(
                    "today", rank: 3, .todayWithLevers, title: "Today's sites, with the levers", cost: 29_000_000, npv: 7_000_000,
                    capital: 0, roles: ["A": .inpatients, "B": .inpatients], status: .noWorseThanToday,
                    result(cost: 29_000_000, sessions: 4700, beds: 37, waiting: 900, far: 0.2)),
                failing,
            ], configurationCount: 4, answeredCount: 4, hasEveryConfiguration: true,
            zoneClasses: .init(zones: 300, classes: 300, configuration: "to-b", gap: 0),
            rootGaps: [.init(strengthenings: "all", gap: 0.0106), .init(strengthenings: "none", gap: 0.0225)],
            liftedPrices: [.init(specialty: "110", mode: "daycase", table: 738, used: 1012)],
            claims: [],
            provenance: .init(figures: .init(stated: 3, derived: 4, estimated: 0, assumed: 90, caller: 0), savingRestingOnAssumed: nil))
    }

    /// The same, of figures that are a footprint's own, stopped before the end.
    static func stopped() -> ElectiveAppraisal {
        var appraisal = make()
        appraisal.isIllustrative = false
        appraisal.wouldMakeItReal = []
        appraisal.stopped = .cancelled
        appraisal.configurationCount = 56
        appraisal.netPresentValueBound = 25_000_000
        appraisal.options.changed = ["elective_site_figures[B,beds].value=20"]
        appraisal.options.outsideSites = ["Castle Hospital"]
        appraisal.rootGaps = []
        return appraisal
    }

    private static func row(
        _ name: String, rank: Int, _ kind: ElectiveConfiguration.Kind, option: String? = nil, title: String, cost: Double, npv: Double,
        capital: Double, roles: [String: ElectiveConfiguration.Role], gap: Double = 0,
        status: ConfigurationResult.Status = .feasible, _ result: ElectiveResult
    ) -> ElectiveConfiguration {
        let saving = 30_000_000 - cost
        return ElectiveConfiguration(
            rank: rank, name: name, title: title, kind: kind, option: option, isToday: kind == .todayWithLevers, status: status,
            proof: gap == 0 ? .optimal : .gap, gap: gap, decisions: roles, levers: ["day-cases", "stays"], annualCost: cost,
            annualSaving: saving,
            savingSplit: .init(cashReleasing: 500_000, growthAvoided: saving - 500_000, levers: 1_000_000, configuration: saving - 1_000_000),
            savingLines: ["sessions": saving], netPresentValue: npv, capital: capital, costLines: result.costLines, result: result,
            reasons: [])
    }

    private static let failing = ElectiveConfiguration(
        rank: nil, name: "hubs:none;inpatients:A+B", title: "Hubs: none. Inpatients: Abbey Hospital, Bridge Hospital.", kind: .configuration,
        option: nil, isToday: false, status: .infeasible, proof: .optimal, gap: 0, decisions: ["A": .inpatients, "B": .inpatients],
        levers: ["day-cases", "stays"],
        reasons: [
            .init(
                requirement: "minimum volume", site: "B", conflict: 1,
                sentence: "Orthopaedics at Bridge Hospital would have 150 inpatients in 2018/19; a site that keeps them needs 200",
                leastChange: 50, unit: "inpatients a year")
        ])

    private static func result(
        cost: Double, sessions: Double, beds: Double, waiting: Double, far: Double, hub: Bool = false
    ) -> ElectiveResult {
        func travel(_ mode: String, _ minutes: Double) -> ElectiveResult.ModeTravel {
            .init(
                mode: mode, all: ElectiveTravel(spells: 1000, meanMinutes: minutes, shareBeyondStandard: far),
                mostDeprivedFifth: ElectiveTravel(spells: 200, meanMinutes: minutes + 1.5, shareBeyondStandard: far / 2))
        }
        func site(_ code: String, _ name: String, _ share: Double, _ hub: Bool, _ specialties: [String]) -> ElectiveResult.Site {
            .init(
                code: code, name: name, isHub: hub, inpatientSpecialties: specialties, spells: ["inpatient": 1000 * share, "daycase": 2000 * share],
                inpatients: ["110": 1000 * share],
                sessionsToday: 2500, sessions: sessions * share, sessionsReleased: 2500 - sessions * share, bedsToday: 20, beds: beds * share,
                bedsReleased: 20 - beds * share, bedsBuilt: max(0, beds * share - 20))
        }
        return ElectiveResult(
            annualCost: cost, costLines: ["sessions": cost - 6_000_000, "treatment": 5_990_000, "outsourcing": 10_000], capital: 0, presentValue: cost * 8,
            travel: [travel("inpatient", 30), travel("daycase", 25)],
            years: [2017, 2018].map { year in
                .init(
                    year: year, cost: cost,
                    specialties: [
                        .init(code: "110", waiting: year == 2017 ? 1500 : waiting, arrivals: 5000, treated: 5100, converted: 180, outsourced: 7)
                    ])
            },
            sites: hub
                ? [site("A", "Abbey Hospital", 0.25, false, []), site("B", "Bridge Hospital", 0.75, true, ["110"])]
                : [site("A", "Abbey Hospital", 0.5, false, ["110"]), site("B", "Bridge Hospital", 0.5, false, ["110"])])
    }
}
