// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// Savings, their split, net present value, payback, and who gains and loses: a plan held against do-nothing.
struct EmergencyAccounts {
    let family: EmergencyFamily
    let doNothing: EmergencyPlan
    /// Today's sites with the levers that are on.
    let today: EmergencyPlan
    let baseYearCost: Double

    private var system: EmergencySystem { family.system }
    private var settings: Settings { system.instance.settings }

    func reference(_ title: String, _ levers: [String], _ plan: EmergencyPlan) -> Appraisal.Reference {
        .init(
            title: title, leversOn: levers, annualCost: plan.annualCost,
            annualSaving: doNothing.annualCost - plan.annualCost, costLines: lines(plan.costLines),
            capital: plan.capital, travel: Travel(all: plan.travel.all, mostDeprivedFifth: plan.travel.mostDeprivedFifth),
            sites: sites(plan))
    }

    func result(_ answer: ConfigurationAnswer, _ option: String?) -> ConfigurationResult {
        let status: ConfigurationResult.Status
        var reasons: [ConfigurationResult.Reason] = []
        switch answer.verdict {
        case .feasible: status = .feasible
        case .noWorseThanToday(_, let missed): (status, reasons) = (.noWorseThanToday, missed)
        case .infeasible(let why): (status, reasons) = (.infeasible, why)
        }
        let travel = answer.plan?.travel ?? answer.travel ?? doNothing.travel
        var result = ConfigurationResult(
            rank: nil, name: system.name(of: answer.configuration), option: option,
            isToday: answer.configuration == system.today, status: status, proof: .optimal, gap: 0,
            decisions: Dictionary(
                uniqueKeysWithValues: system.sites.indices.filter { system.sites[$0].isInside }.map {
                    (system.sites[$0].code, answer.configuration.levels[$0].rawValue)
                }),
            travel: Travel(all: travel.all, mostDeprivedFifth: travel.mostDeprivedFifth), sites: [], flows: [],
            organisations: [], reasons: reasons)
        guard let plan = answer.plan else { return result }
        let saving = doNothing.annualCost - plan.annualCost
        result.annualCost = plan.annualCost
        result.annualSaving = saving
        result.savingSplit = split(saving, plan)
        result.netPresentValue = netPresentValue(plan)
        result.capital = plan.capital - doNothing.capital
        let runningSaving = doNothing.running - plan.running
        result.paybackYears = runningSaving > 0 ? max(0, plan.once - doNothing.once) / runningSaving : nil
        result.costLines = lines(plan.costLines)
        result.sites = sites(plan)
        result.flows = flows(plan)
        result.organisations = organisations(plan)
        return result
    }

    private func lines(_ lines: CostLines) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: CostLine.allCases.map { ($0.rawValue, lines[$0]) })
    }

    private func split(_ saving: Double, _ plan: EmergencyPlan) -> ConfigurationResult.SavingSplit {
        let levers = doNothing.annualCost - today.annualCost
        let cash = max(0, min(saving, baseYearCost - plan.annualCost))
        return .init(
            cashReleasing: cash, growthAvoided: saving - cash, levers: levers, configuration: saving - levers)
    }

    /// To the base year: capital and double running the year before opening, redundancy in the year of opening, the running
    /// saving from opening to the horizon. No terminal value.
    private func netPresentValue(_ plan: EmergencyPlan) -> Double {
        let before = family.discount(settings.openingYear - 1)
        let running = (settings.openingYear...settings.horizonYear).reduce(0.0) {
            $0 + family.discount($1) * (doNothing.running - plan.running)
        }
        return running - before * (plan.capital - doNothing.capital) - before * plan.doubleRunningOnce
            - family.discount(settings.openingYear) * (plan.redundancyOnce - doNothing.redundancyOnce)
    }

    private func sites(_ plan: EmergencyPlan) -> [SiteResult] {
        system.sites.indices.compactMap { place in
            let site = system.sites[place]
            let found = plan.sites[place]
            guard site.isInside || found.attendances > 0 else { return nil }
            let hasBeds = found.bedsStanding > 0
            let hasSpaces = found.spacesStanding > 0 || found.spacesNeeded > 0
            return SiteResult(
                code: site.code, name: site.name, level: plan.levels[place].rawValue, isInside: site.isInside,
                attendances: found.attendances, admissions: found.admissions,
                bedsNeeded: hasBeds ? found.bedsNeeded : nil, bedsToday: hasBeds ? found.bedsStanding : nil,
                bedsBuilt: hasBeds ? found.bedsBuilt : nil, bedsReleased: hasBeds ? found.bedsReleased : nil,
                spacesNeeded: hasSpaces ? found.spacesNeeded : nil, spacesToday: hasSpaces ? found.spacesStanding : nil,
                spacesBuilt: hasSpaces ? found.spacesBuilt : nil, agencyWTE: site.isInside ? found.agencyWTE : nil,
                redeployedWTE: site.isInside ? found.redeployedWTE : nil,
                leavingWTE: site.isInside ? found.leavingWTE : nil)
        }
    }

    private func flows(_ plan: EmergencyPlan) -> [ConfigurationResult.Flow] {
        plan.moved.indices.flatMap { from in
            plan.moved[from].keys.sorted().filter { $0 != from }.map { to in
                .init(
                    from: system.sites[from].code, to: system.sites[to].code, attendances: plan.moved[from][to]!)
            }
        }
    }

    /// Transfers between organisations cancel: the changes that count add up to the saving.
    private func organisations(_ plan: EmergencyPlan) -> [ConfigurationResult.OrganisationResult] {
        let instance = system.instance
        func income(_ site: EmergencyPlan.SitePlan) -> Double {
            site.byClass.enumerated().reduce(0) { $0 + family.tariff($1.offset) * $1.element }
        }
        func ownCost(_ site: EmergencyPlan.SitePlan) -> Double { site.lines.total - site.lines[.outsideTariff] }
        // An organisation may run sites inside the footprint and outside it: they are told apart, because only what happens
        // inside is part of the saving.
        var insideChange: [String: Double] = [:]
        var outsideChange: [String: Double] = [:]
        var tariffPaid = 0.0
        for place in system.sites.indices {
            let (after, before) = (plan.sites[place], doNothing.sites[place])
            let gained = income(after) - income(before)
            tariffPaid += gained
            let organisation = system.sites[place].organisation
            if system.sites[place].isInside {
                insideChange[organisation, default: 0] += gained - (ownCost(after) - ownCost(before))
            } else {
                outsideChange[organisation, default: 0] += gained
            }
        }
        let shared = plan.sharedLines
        let was = doNothing.sharedLines
        let ambulance =
            (was[.ambulance] + was[.reconveyed]) - (shared[.ambulance] + shared[.reconveyed])
        let commissioners = -tariffPaid - (shared[.replacementCare] - was[.replacementCare])

        let providers = instance.organisations.filter { $0.kind == .provider }
        var results: [ConfigurationResult.OrganisationResult] = []
        for organisation in providers {
            if let value = insideChange[organisation.code] {
                results.append(
                    .init(code: organisation.code, name: organisation.name, change: value, countsInSaving: true))
            }
        }
        func named(_ kind: OrganisationKind, _ fallback: String) -> (code: String, name: String) {
            instance.organisations.first { $0.kind == kind }.map { ($0.code, $0.name) } ?? (fallback, fallback)
        }
        let service = named(.ambulance, "ambulance service")
        results.append(.init(code: service.code, name: service.name, change: ambulance, countsInSaving: true))
        let payers = named(.commissioner, "commissioners")
        results.append(.init(code: payers.code, name: payers.name, change: commissioners, countsInSaving: true))
        for organisation in providers {
            if let value = outsideChange[organisation.code], value != 0 {
                results.append(
                    .init(
                        code: organisation.code, name: organisation.name + " (outside sites)", change: value,
                        countsInSaving: false))
            }
        }
        return results
    }

    /// No configuration can save more than all that do-nothing spends on lines that a configuration can take out.
    var largestPossibleSaving: Double {
        let stays: [CostLine] = [.pfiUnitaryCharge, .capitalCharge, .bedOverheads, .strandedBedOverheads]
        return doNothing.annualCost - stays.reduce(0) { $0 + doNothing.costLines[$1] }
    }
}
