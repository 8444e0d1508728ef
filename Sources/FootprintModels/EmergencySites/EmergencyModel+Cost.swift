// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

extension EmergencyModel {
    /// The page's cost table. Lines that no variable moves are the objective's constant.
    static func setCost(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ situation: EmergencySituation,
        doors: Members<SiteCode>, acute: Members<SiteCode>, units: Members<SiteCode>, groups: Members<Group>,
        streams: Members<Stream>
    ) {
        let system = situation.system
        let numbers = situation.numbers
        let prices = EmergencyPrices(system, numbers)
        var cost = Expression<ThousandPounds>(situation.constantCosts.total / 1000)

        for site in doors {
            for (place, stream) in streams.enumerated() {
                let price = prices.attendance(site: site.place, attendanceClass: place / 2)
                cost += Rate<ThousandPounds, Patients>(price / 1000) * v.attendances[site, stream]
            }
        }
        for site in acute {
            let bed = Rate<ThousandPounds, Beds>(prices.bed(site: site.place) / 1000)
            cost += bed * v.bedsBuilt[site]
            cost -= bed * v.bedsReleased[site]
        }
        for group in groups {
            let pay = Rate<ThousandPounds, WTE>(numbers(.pay, group: group.place) / 1000)
            let agencyRate = (1 + numbers(.agencyPremium, group: group.place)) * pay
            let leaving = Rate<ThousandPounds, WTE>(prices.leaving(group: group.place) / 1000)
            for site in units {
                cost += pay * v.staying[site, group]
                cost += agencyRate * v.agency[site, group]
                cost += leaving * v.leaving[site, group]
                for other in units where other != site { cost += pay * v.redeployed[site, other, group] }
            }
        }
        cost += prices.capitalAnnuity * v.capitalSpent
        model.minimise(cost)
    }
}

/// Prices of the page's cost table that more than one place reads, in £ at the price base.
struct EmergencyPrices {
    let system: EmergencySystem
    let numbers: EmergencyNumbers
    let capitalAnnuity: Double
    let onceAnnuity: Double

    init(_ system: EmergencySystem, _ numbers: EmergencyNumbers) {
        self.system = system
        self.numbers = numbers
        capitalAnnuity = numbers.annuity(numbers(.assetLifeYears))
        let settings = system.instance.settings
        onceAnnuity = numbers.annuity(Double(settings.horizonYear - settings.openingYear + 1))
    }

    /// Variable cost inside, tariff outside.
    func attendance(site: Int, attendanceClass: Int) -> Double {
        system.sites[site].isInside
            ? numbers(.variableCost, attendanceClass) * numbers(.variableCostFactor, site: site)
            : numbers(.tariff, attendanceClass)
    }

    /// Estate running cost of one bed's room.
    func estatePerBed(site: Int) -> Double {
        let beds = numbers(.beds, site: site)
        return beds > 0 ? numbers(.estateRunningCost, site: site) / beds : 0
    }

    var bedVariable: Double { numbers(.bedRunningCost) * numbers(.bedCostReleasedShare) }
    var bedOverhead: Double { numbers(.bedRunningCost) * (1 - numbers(.bedCostReleasedShare)) }

    /// What opening a bed adds to running cost, and releasing one takes out of it: overheads and most of the room are
    /// stranded, not saved.
    func bed(site: Int) -> Double { bedVariable + estatePerBed(site: site) * numbers(.estateReleasedShare) }

    /// Redundancy, spread over the years the configuration runs.
    func leaving(group: Int) -> Double { numbers(.redundancyCost, group: group) * onceAnnuity }
}
