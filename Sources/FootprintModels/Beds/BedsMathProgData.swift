// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// The data file of `Models/beds/beds.mod` for one case: what `glpsol` needs to solve the same program without any of this
/// code. The contract is `Models/beds/README.md`.
public struct BedsMathProgData {
    private let model: BedsModel
    private var file: MathProgText

    public init(_ model: BedsModel) {
        self.model = model
        file = MathProgText(title: model.model.title, format: Self.number)
        write()
    }

    public var text: String { file.text }

    private mutating func write() {
        let system = model.system
        let situation = model.situation
        let on = system.schemes.indices.filter { situation.schemesOn[$0] }
        let pools = system.pools.map(\.code)
        func codes(_ places: [Int]) -> [String] { places.map { system.schemes[$0].code } }
        file.set("P", pools)
        file.set("C", system.cohorts.map(\.code))
        file.set("K", codes(on))
        file.set("A", system.alternatives.map(\.code))
        file.set("S", system.sites.map(\.code))
        file.set("F", system.floors.map(\.place))
        pairs("M", situation.allowsMoves ? system.moves.map { (pools[$0.from], pools[$0.to]) } : [])
        pairs("AFTER", on.flatMap { k in system.schemes[k].after.filter { situation.schemesOn[$0] }.map { (system.schemes[k].code, system.schemes[$0].code) } })
        file.set("BLOCKED", codes(on.filter { k in system.schemes[k].after.contains { !situation.schemesOn[$0] } }))
        pairs("IN_FLOOR", system.floors.flatMap { floor in floor.pools.map { (floor.place, pools[$0]) } })
        file.set("G", model.groups.indices.map { "\($0 + 1)" })
        pairs("IN_GROUP", model.groups.enumerated().flatMap { number, group in group.pools.map { ("\(number + 1)", pools[$0]) } })
        column("closes", model.groups.indices.map { (["\($0 + 1)"], model.groups[$0].isClosing ? 1 : 0) })
        let areas = system.areas(situation).filter { $0.count > 1 }
        file.set("H", areas.map { pools[$0[0]] })
        pairs("IN_AREA", areas.flatMap { area in area.map { (pools[area[0]], pools[$0]) } })
        for (name, value) in [
            ("baseYear", Double(system.baseYear)), ("targetYear", Double(system.targetYear)),
            ("horizonYear", Double(system.horizonYear)), ("discountRate", system.discountRate),
            ("capitalPerBed", system.capitalPerBed), ("assetLifeYears", system.assetLifeYears),
            ("doubleRunningMonths", system.doubleRunningMonths), ("wardsClosedPerYear", system.wardsClosedPerYear),
        ] { file.scalar(name, value) }
        switch situation.closures {
        case .none: file.word("closures", "none")
        case .free: file.word("closures", "free")
        case .option(let beds):
            file.word("closures", "option")
            column("optionBeds", beds.keys.sorted().map { ([pools[$0]], beds[$0]!) })
        }
        file.words("site", system.sites.flatMap { site in site.pools.map { (pools[$0], MathProgText.quoted(site.code)) } })
        file.words("rule", system.pools.map { ($0.code, $0.rule.rule.rawValue) })
        file.table(
            [
                "openBeds", "occupiedBeds", "wardSize", "variableCostPerBed", "fixedCostPerWard", "peakFactor", "closableWards",
                "wardsThatCanOpen", "earliestClosureYear", "occupancyLimit", "overflowProbability", "quantileZ", "varianceRatio",
            ],
            system.pools.map {
                (
                    $0.code,
                    [
                        $0.openBeds, $0.occupiedBeds, $0.wardSize, $0.variableCostPerBed, $0.fixedCostPerWard, $0.peakFactor,
                        Double($0.closableWards), Double($0.wardsThatCanOpen), Double($0.earliestClosureYear),
                        $0.rule.maximumOccupancy, $0.rule.overflowProbability, $0.rule.quantileZ, $0.rule.varianceRatio,
                    ]
                )
            })
        column(
            "share",
            system.pools.flatMap { pool in
                system.cohorts.indices.filter { pool.shares[$0] > 0 }.map { ([pool.code, system.cohorts[$0].code], pool.shares[$0]) }
            })
        file.table(["growthPerYear"], system.cohorts.map { ($0.code, [$0.growthPerYear]) })
        column("removableShare", system.cohorts.compactMap { cohort in cohort.removableShare.map { ([cohort.code], $0) } })
        file.table(
            ["startYear", "rampYears", "costPerBedAvoided", "fixedCost", "oneOffCost"],
            on.map { system.schemes[$0] }.map {
                ($0.code, [Double($0.startYear), $0.rampYears, $0.costPerBedAvoided, $0.fixedCost, $0.oneOffCost])
            })
        column(
            "effectWhole",
            on.flatMap { k in
                system.cohorts.indices.filter { system.schemes[k].effects[$0] > 0 }
                    .map { ([system.schemes[k].code, system.cohorts[$0].code], system.schemes[k].effects[$0]) }
            })
        file.table(
            ["spare", "maximum", "price", "leadYears"],
            system.alternatives.map { ($0.code, [$0.spare, $0.maximum, $0.price, Double($0.leadYears)]) })
        column(
            "perBed",
            on.flatMap { k in
                system.alternatives.indices.filter { system.schemes[k].needs[$0] > 0 }
                    .map { ([system.schemes[k].code, system.alternatives[$0].code], system.schemes[k].needs[$0]) }
            })
        column("fixedCostReleased", system.sites.compactMap { site in site.fixedCostReleased.map { ([site.code], $0) } })
        column("floorBeds", system.floors.map { ([$0.place], $0.beds) })
        writeLoads()
    }

    /// The states of pools under the rule `overflow`.
    private mutating func writeLoads() {
        var closed: [String] = []
        var opened: [String] = []
        for (place, pool) in model.system.pools.enumerated() where pool.rule.rule == .overflow {
            let today = model.steps[place].today.capacity
            /// A step's number is a number to MathProg, and stands without quotes.
            func line(_ step: Int, _ load: Double) -> String { "  \(MathProgText.quoted(pool.code)) \(step) \(Self.number(max(0, load)))" }
            closed.append(line(0, today))
            opened.append(line(0, today))
            var load = today
            for (n, step) in model.steps[place].closing.enumerated() {
                load -= step.capacity
                closed.append(line(n + 1, load))
            }
            load = today
            for (n, step) in model.steps[place].opening.enumerated() {
                load += step.capacity
                opened.append(line(n + 1, load))
            }
        }
        guard !closed.isEmpty else { return }
        file.rows("loadClosed", closed)
        file.rows("loadOpened", opened)
    }

    // MARK: MathProg

    /// A whole number is written without a point: an integer parameter takes no other.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    }

    private mutating func pairs(_ name: String, _ members: [(String, String)]) {
        file.tuples(name, members.map { [$0, $1] })
    }

    /// Nothing where there is no value: the model file has a default.
    private mutating func column(_ name: String, _ values: [([String], Double)]) {
        if !values.isEmpty { file.values(name, values) }
    }
}
