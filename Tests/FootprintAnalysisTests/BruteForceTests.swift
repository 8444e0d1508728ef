// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation
import LinearProgramsTesting
import TestSupport
import Testing

@testable import FootprintAnalysis

/// Every configuration, against a calculator that somebody else wrote from the page and that has no solver.
@Suite("Every configuration against the reference calculator", .enabled(if: ReferenceCalculator.python != nil, "there is no python3"))
struct BruteForceTests {
    struct Case: Sendable, CustomStringConvertible {
        var instance: String
        var levers: String
        var boundary = "open"
        var bedRule = "occupancy"

        var description: String { "\(instance), levers \(levers), boundary \(boundary), \(bedRule)" }
    }

    static let real = Repository.real.flatMap { instance in
        ["none", "all"].map { Case(instance: instance, levers: $0) }
    }

    static let tiny = ["none", "falls", "all"].flatMap { levers in
        ["open", "closed"].flatMap { boundary in
            ["occupancy", "overflow", "quantile"].map { bedRule in
                Case(instance: "tiny-instance", levers: levers, boundary: boundary, bedRule: bedRule)
            }
        }
    }

    @Test(
        "as they are",
        arguments: real + tiny + Repository.others.map { Case(instance: $0, levers: "all") } + [
            Case(instance: "staffordshire", levers: "all", boundary: "closed"),
            Case(instance: "coventry-warwickshire", levers: "none", boundary: "closed"),
        ])
    func asTheyAre(_ one: Case) throws { try compare(Repository.folder(one.instance), one) }

    /// Where every configuration is feasible, every one is shown with its costs, and is compared to the last line.
    @Test(
        "without limits, so that every configuration has a cost",
        arguments: real + [
            Case(instance: "staffordshire", levers: "all", boundary: "closed", bedRule: "quantile"),
            Case(instance: "coventry-warwickshire", levers: "none", boundary: "closed", bedRule: "overflow"),
        ] + tiny)
    func withoutLimits(_ one: Case) throws {
        let changed = try ChangedInstance(one.instance, ChangedInstance.withoutLimits)
        try changed.giveEveryService()
        try changed.changeSettings("keepOpen: [HA]", "keepOpen: []")
        let costed = try compare(changed.folder, one)
        // A closed boundary with no department left has no door for some; nothing else may fail.
        #expect(costed > (one.boundary == "open" ? 11 : 5))
    }

    /// Seeded changes of every figure by up to a fifth, and of limits by more, so that rows bind and standards are missed.
    @Test("figures changed at random", arguments: Array(1...(Repository.isLong ? 300 : 16)) as [Int])
    func changedAtRandom(_ seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed))
        let limits: Set<String> = [
            "maximumBedsBuilt", "maximumSpacesBuilt", "offeredAttendances", "offeredAdmissions",
            "allowedShareBeyondStandard", "allowedShareBeyondStandardDeprived", "meanMinutesLimit",
            "minimumType1Attendances", "capitalLimit", "standardMinutes", "hardLimitMinutes", "growthPerYear",
        ]
        let fixed: Set<String> = ["opensAtNight", "minimumType1Sites", "maximumType1Sites", "hoursPerWeek", "bedsOccupied"]
        let boundaries = ["open", "closed"]
        let rules = ["occupancy", "overflow", "quantile"]
        let names = seed % 6 == 0 ? Repository.real : ["tiny-instance"]
        let one = Case(
            instance: names[Int(random.next() % UInt64(names.count))], levers: Bool.random(using: &random) ? "all" : "none",
            boundary: boundaries[Int(random.next() % 2)], bedRule: rules[Int(random.next() % 3)])
        let changed = try ChangedInstance(one.instance) { table, cells, value in
            guard let name = cells.last, !fixed.contains(name), table != "activity" else { return nil }
            let spread = limits.contains(name) ? 0.9 : 0.2
            // Beds only grow: fewer than are occupied would be refused.
            let factor = 1 + spread * Double.random(in: (name == "beds" ? 0 : -1)...1, using: &random)
            let moved = name == "growthPerYear" ? value + 0.03 * Double.random(in: -1...1, using: &random) : value * factor
            // Shares stay shares.
            return value <= 1 && name != "growthPerYear" && moved > 0.97 && value > 0 ? min(value, 0.97) : moved
        }
        try compare(changed.folder, one)
    }

    /// Where today misses a standard, what is no worse than today passes, and what is worse by however little fails: limits
    /// set to what today reaches, and tighter.
    @Test("limits that today misses", arguments: zip(real, [0.9, 0.999, 0.999, 0.9]))
    func todayMisses(_ one: Case, _ tightness: Double) throws {
        let today = try ReferenceCalculator.answer(Repository.folder(one.instance), levers: "none").doNothing
        let travel = try #require(today.travel)
        let changed = try ChangedInstance(one.instance) { table, cells, value in
            switch (table, cells.last ?? "") {
            case ("parameters", "meanMinutesLimit"): travel.all.mean * tightness
            case ("parameters", "allowedShareBeyondStandard"): travel.all.over30 * tightness
            case ("parameters", "allowedShareBeyondStandardDeprived"): travel.deprived.over30 * tightness
            case ("parameters", "hardLimitMinutes"): travel.all.max * tightness
            case ("parameters", "standardMinutes"): 30
            // Between the attendances of the smaller and of the larger departments.
            case ("parameters", "minimumType1Attendances"): 100_000 * tightness
            default: ChangedInstance.withoutLimits(table, cells, value)
            }
        }
        try changed.giveEveryService()
        let costed = try compare(changed.folder, one)
        // Levers can take a department below the volume that do-nothing already misses; without them today stands.
        #expect(costed > 0 || one.levers == "all")
    }

    /// A department that is shut at night today is not a 24-hour one that misses the safe volume: a configuration that makes
    /// it one must reach the volume, whatever today's part-time department sees.
    @Test("safe volume of a department that is not open all day today", arguments: [60_000.0, 90_000])
    func safeVolume(_ volume: Double) throws {
        let changed = try ChangedInstance("staffordshire") { table, cells, value in
            cells.last == "minimumType1Attendances" ? volume : ChangedInstance.withoutLimits(table, cells, value)
        }
        try changed.giveEveryService()
        try compare(changed.folder, Case(instance: "staffordshire", levers: "none"))
    }

    /// What footprint.yaml asks for is an instruction: it binds where today does not follow it, and nothing is no worse than
    /// today for missing it.
    @Test("instructions that today does not follow")
    func instructions() throws {
        let today = Case(instance: "coventry-warwickshire", levers: "none")
        let changed = try ChangedInstance(today.instance) { table, cells, value in
            cells.last == "maximumType1Sites" ? 2 : ChangedInstance.withoutLimits(table, cells, value)
        }
        try changed.giveEveryService()
        try changed.changeSettings("forceClosed: []", "forceClosed: [RLT01]")
        try compare(changed.folder, today)
        let instance = try InstanceLoader.load(folder: changed.folder)
        let results = try EmergencyComparison(instance, options: .init(findsSensitivity: false)).run().configurations
        #expect(results.contains { $0.status == .feasible })
        for result in results where result.status != .infeasible {
            #expect(result.status == .feasible)
            #expect(!["type1", "type1-part-time"].contains(result.decisions["RLT01"]))
            #expect(result.decisions.values.filter { $0.hasPrefix("type1") }.count <= 2)
        }
        let todays = try #require(results.first { $0.isToday })
        #expect(Set(todays.reasons.map(\.requirement)) == ["closed", "mostSites"])
    }

    // MARK: - One case

    /// How far two amounts may differ: one part in ten million of the larger, and pence.
    private func isSame(_ found: Double?, _ expected: Double?, of scale: Double = 1e6) -> Bool {
        switch (found, expected) {
        case (nil, nil): true
        case (let found?, let expected?):
            (found - expected).magnitude <= 1e-7 * max(found.magnitude, expected.magnitude, scale)
        default: false
        }
    }

    /// Compares a folder's whole comparison; returns how many configurations had costs to compare.
    @discardableResult
    private func compare(_ folder: URL, _ one: Case) throws -> Int {
        let reference = try ReferenceCalculator.answer(
            folder, levers: one.levers, boundary: one.boundary, bedRule: one.bedRule)
        var instance = try InstanceLoader.load(folder: folder)
        instance.settings.emergency.boundary = try #require(Boundary(rawValue: one.boundary))
        instance.settings.emergency.bedRule = try #require(BedRule(rawValue: one.bedRule))
        let levers = one.levers == "all" ? instance.schemes.map(\.name) : one.levers == "none" ? [] : [one.levers]
        let comparison = EmergencyComparison(instance, options: .init(levers: levers, jobs: 1, findsSensitivity: false))
        // Where today itself cannot be built, the program says so and compares nothing; the calculator must agree.
        let blocked = reference.doNothing.violated.filter { ["room to build beds", "room to build treatment spaces"].contains($0.requirement) }
        let answer = Result { () throws(AnalysisFailure) in try comparison.run() }
        if case .failure(.instance(let sentences)) = answer {
            #expect(!blocked.isEmpty, "the program refuses do-nothing, the calculator does not: \(sentences)")
            return 0
        }
        let appraisal = try answer.get()
        #expect(blocked.isEmpty, "the calculator refuses do-nothing, the program does not: \(blocked)")

        checkCalibration(comparison, reference)
        let nothing = appraisal.doNothing
        checkMoney("do-nothing", nothing.costLines, nothing.annualCost, reference.doNothing)
        #expect(isSame(nothing.capital, reference.doNothing.capital))
        checkPlaces("do-nothing", nothing.sites, nothing.travel, reference.doNothing, hasPlan: true)

        #expect(appraisal.configurations.count == reference.configurations.count)
        let expected = Dictionary(uniqueKeysWithValues: reference.configurations.map { ($0.name, $0) })
        var costed = 0
        for found in appraisal.configurations {
            let other = try #require(expected[found.name], "\(found.name) is not in the reference")
            #expect(found.status.rawValue == other.status, "\(found.name): \(found.reasons.map(\.sentence)) against \(other.violated)")
            guard found.status.rawValue == other.status else { continue }
            if found.status == .infeasible {
                checkReasons(found, other, reference.doNothing)
                checkPlaces(found.name, [], found.travel, other, hasPlan: false)
            } else {
                costed += 1
                checkPlan(found, other)
            }
        }
        try checkWithoutRequirements(comparison, expected)
        return costed
    }

    private func checkCalibration(_ comparison: EmergencyComparison, _ reference: ReferenceCalculator.Answer) {
        let residuals = comparison.family.calibration.residuals
        #expect(residuals.count == reference.calibration.count)
        for residual in residuals {
            let other = reference.calibration.first { $0.organisation == residual.organisation && $0.measure == residual.group.rawValue }
            #expect(isSame(residual.modelled, other?.modelled, of: 1), "\(residual)")
            #expect(isSame(residual.residual, other?.residual, of: 1), "\(residual)")
            #expect(residual.published == other?.published, "\(residual)")
        }
    }

    private func checkMoney(
        _ name: String, _ lines: [String: Double], _ annualCost: Double, _ other: ReferenceCalculator.Configuration
    ) {
        #expect(isSame(annualCost, other.annualCost), "\(name): annual cost \(annualCost), reference \(other.annualCost ?? .nan)")
        #expect(lines.keys.sorted() == other.costLines?.keys.sorted())
        for (line, value) in lines {
            #expect(isSame(value, other.costLines?[line]), "\(name): \(line) \(value), reference \(other.costLines?[line] ?? .nan)")
        }
    }

    private func checkPlan(_ found: ConfigurationResult, _ other: ReferenceCalculator.Configuration) {
        let name = found.name
        checkMoney(name, found.costLines ?? [:], found.annualCost ?? .nan, other)
        // Differences of large sums: to the accuracy of the sums.
        let size = found.annualCost ?? 1e6
        #expect(isSame(found.annualSaving, other.saving, of: size), "\(name): saving")
        #expect(isSame(found.netPresentValue, other.npv, of: 10 * size), "\(name): net present value \(found.netPresentValue ?? .nan), reference \(other.npv ?? .nan)")
        #expect(isSame(found.savingSplit?.levers, other.savingByCause?["levers"], of: size), "\(name): levers")
        #expect(isSame(found.savingSplit?.configuration, other.savingByCause?["configuration"], of: size), "\(name): configuration")
        #expect(isSame(found.savingSplit?.cashReleasing, other.savingByNature?["cashReleasing"], of: size), "\(name): cash \(found.savingSplit?.cashReleasing ?? .nan), reference \(other.savingByNature?["cashReleasing"] ?? .nan)")
        #expect(isSame(found.savingSplit?.growthAvoided, other.savingByNature?["growthAvoided"], of: size), "\(name): growth avoided")
        checkPlaces(name, found.sites, found.travel, other, hasPlan: true)
        #expect(isSame(found.sites.reduce(0) { $0 + ($1.agencyWTE ?? 0) }, other.staff?.values.reduce(0) { $0 + $1.agency }, of: 100))
        // Who moves where is not settled when staff of two sites could change places for nothing.
        #expect(isSame(found.sites.reduce(0) { $0 + ($1.leavingWTE ?? 0) }, other.staff?.values.reduce(0) { $0 + $1.leaving }, of: 100))
    }

    private func checkPlaces(
        _ name: String, _ sites: [SiteResult], _ travel: FootprintAnalysis.Travel, _ other: ReferenceCalculator.Configuration, hasPlan: Bool
    ) {
        guard let expected = other.travel else { return }
        for (found, reference) in [(travel.all, expected.all), (travel.mostDeprivedFifth, expected.deprived)] {
            let pairs = [
                ("mean", found.meanMinutes, reference.mean), ("90th", found.p90Minutes, reference.p90),
                ("95th", found.p95Minutes, reference.p95), ("most", found.maxMinutes, reference.max),
                ("over 30", found.shareOver30, reference.over30), ("over 45", found.shareOver45, reference.over45),
                ("beyond the standard", found.shareBeyondStandard, reference.beyondStandard),
                ("beyond the hard limit", found.peopleBeyondHardLimit, reference.beyondHardLimit),
            ]
            for (what, value, expected) in pairs {
                #expect(isSame(value, expected, of: 1e-3), "\(name): \(what) \(value), reference \(expected)")
            }
        }
        guard hasPlan else { return }
        // Where the program leaves a site out, nobody goes there.
        for (code, expected) in other.attendances ?? [:] {
            let site = sites.first { $0.code == code }
            #expect(isSame(site?.attendances ?? 0, expected, of: 1), "\(name): attendances at \(code)")
            guard let site else { continue }
            let beds = [
                ("beds needed", site.bedsNeeded, other.bedsNeeded?[code]), ("beds built", site.bedsBuilt, other.bedsBuilt?[code]),
                ("beds released", site.bedsReleased, other.bedsReleased?[code]),
            ]
            for (what, found, expected) in beds where site.bedsToday != nil {
                #expect(isSame(found, expected, of: 100), "\(name): \(what) at \(code) \(found ?? .nan), reference \(expected ?? .nan)")
            }
            if site.isInside {
                #expect(isSame(site.spacesNeeded ?? 0, other.spacesNeeded?[code] ?? 0, of: 10), "\(name): spaces needed at \(code)")
                #expect(isSame(site.spacesBuilt ?? 0, other.spacesBuilt?[code] ?? 0, of: 10), "\(name): spaces built at \(code)")
            }
        }
        #expect(other.attendances?.isEmpty == false)
    }

    /// Under `nearest` the doors settle everything, so that each requirement that the calculator finds missed is a conflict of
    /// its own, and by how much is the least change.
    private func checkReasons(
        _ found: ConfigurationResult, _ other: ReferenceCalculator.Configuration, _ doNothing: ReferenceCalculator.Configuration
    ) {
        struct Key: Hashable {
            let requirement: String
            let site: String
        }
        func key(_ violation: ReferenceCalculator.Violation) -> Key {
            Key(requirement: ReferenceCalculator.requirements[violation.requirement] ?? violation.requirement, site: violation.site)
        }
        let reported = Dictionary(grouping: found.reasons) { Key(requirement: $0.requirement, site: $0.site ?? "") }
        #expect(reported.values.allSatisfy { $0.count == 1 }, "\(found.name): a requirement is named twice")
        if other.violated.contains(where: { $0.value == nil }) {
            #expect(reported.keys.contains(Key(requirement: "everyoneIsSeen", site: "")), "\(found.name)")
            return
        }
        let beyond = other.violated.filter { $0.noWorseThanToday == false }
        #expect(Set(reported.keys) == Set(beyond.map(key)), "\(found.name)")
        for violation in beyond {
            guard let reason = reported[key(violation)]?.first, let value = violation.value, let limit = violation.limit else { continue }
            // Standards move to what today reaches; instructions do not.
            let moves = !["fewestSites", "mostSites", "keptOpen", "closed"].contains(key(violation).requirement)
            let today = moves ? doNothing.violated.first { key($0) == key(violation) }?.value : nil
            let change = (value - (today ?? limit)).magnitude
            #expect(isSame(reason.leastChange, change, of: max(limit.magnitude, 1)), "\(found.name): \(reason.requirement) \(reason.leastChange ?? .nan), reference \(change)")
        }
    }

    /// With every requirement set aside each configuration has a least cost, feasible or not.
    private func checkWithoutRequirements(
        _ comparison: EmergencyComparison, _ expected: [String: ReferenceCalculator.Configuration]
    ) throws {
        let family = comparison.family
        let doNothing = try DoNothing(family)
        for configuration in family.system.configurations {
            let name = family.system.name(of: configuration)
            let problem = family.problem(configuration, doNothing: doNothing.reference)
            let plan = try Requirements.setAside(in: problem, start: doNothing.basis)
            guard let other = expected[name], let annualCost = other.annualCost else { continue }
            #expect(isSame(plan.annualCost, annualCost), "\(name): annual cost \(plan.annualCost), reference \(annualCost)")
            for line in CostLine.allCases {
                #expect(isSame(plan.costLines[line], other.costLines?[line.rawValue]), "\(name): \(line.rawValue) \(plan.costLines[line]), reference \(other.costLines?[line.rawValue] ?? .nan)")
            }
            #expect(isSame(plan.capital, other.capital), "\(name): capital")
            #expect(isSame(plan.redundancyOnce, other.redundancyOnce), "\(name): redundancy")
            #expect(isSame(plan.doubleRunningOnce, other.doubleRunningOnce), "\(name): double running")
            for (place, site) in family.system.sites.enumerated() where site.isInside {
                if let needed = other.bedsNeeded?[site.code] {
                    #expect(isSame(plan.sites[place].bedsNeeded, needed, of: 100), "\(name): beds needed at \(site.code)")
                }
                #expect(isSame(plan.sites[place].attendances, other.attendances?[site.code] ?? 0, of: 1), "\(name): attendances at \(site.code)")
            }
        }
    }
}
