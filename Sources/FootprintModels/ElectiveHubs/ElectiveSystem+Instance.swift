// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

extension ElectiveSystem {
    /// The system of an instance, its zones one by one. Sites, specialties and zones are sorted by code, so that the order of
    /// rows in a file has no effect.
    ///
    /// Nil where the instance does not declare the family.
    public init?(_ loaded: Instance) {
        guard let instance = loaded.viewed(as: .elective), let tables = instance.elective else { return nil }
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
        func parameter(_ name: String) -> Double { required("parameters", [], name) }
        func lever(_ lever: ElectiveLever, _ name: String) -> Double { required("elective_levers", [lever.rawValue], name) }
        func own(_ name: String) -> Double { required("elective_parameters", [], name) }
        let settings = instance.settings
        let sites = tables.sites.sorted { $0.site < $1.site }
        let specialties = tables.specialties.sorted { $0.code < $1.code }
        let names = Dictionary(uniqueKeysWithValues: instance.sites.map { ($0.code, $0.name) })
        let columns = Dictionary(uniqueKeysWithValues: instance.travel.siteCodes.enumerated().map { ($1, $0) })
        let inside = (0..<instance.zones.count).filter { instance.zones.isInside[$0] }
        let people = inside.reduce(0) { $0 + instance.zones.population[$1] }
        let deprived = instance.zones.mostDeprivedFifth
        let zones = inside.map { zone in
            let population = instance.zones.population[zone]
            return Zone(
                code: instance.zones.codes[zone], peopleShare: population / people,
                deprivedShare: population > 0 ? deprived[zone] / population : 0,
                minutes: sites.map { instance.travel.minutes(zone: zone, site: columns[$0.site]!) })
        }
        let places = Dictionary(
            uniqueKeysWithValues: tables.specialtySites.map { one in
                (
                    [one.specialty, one.site],
                    Place(
                        hasInpatientsToday: one.hasInpatientsToday, mayHaveInpatients: one.mayHaveInpatients,
                        fixedCost: figure("specialty_site_figures", [one.specialty, one.site], "fixedCost") ?? 0)
                )
            })
        let specialtyPlaces = Dictionary(uniqueKeysWithValues: specialties.enumerated().map { ($1.code, $0) })
        self.init(
            title: settings.title, baseYear: settings.baseYear, targetYear: settings.targetYear,
            openingYear: settings.openingYear, horizonYear: settings.horizonYear,
            specialties: specialties.map { specialty in
                func value(_ name: String) -> Double { required("specialty_figures", [specialty.code], name) }
                let inside = instance.electiveShareInside(of: specialty.code)
                return Specialty(
                    code: specialty.code, title: specialty.title, waitingList: inside * value("waitingList"),
                    spellsPerPathway: value("spellsPerPathway"),
                    removedShare: value("removedShare"), dayCaseCeiling: value("dayCaseCeiling"),
                    minimumSpells: value("minimumSpells"),
                    followUpCost: value("followUpCost"),
                    care: ElectiveFigures.modes.map { mode in
                        let key = [specialty.code, mode.rawValue]
                        func value(_ name: String) -> Double { required("specialty_modes", key, name) }
                        return Care(
                            spells: inside * value("spells"), growthPerYear: value("growthPerYear"), lengthOfStay: value("lengthOfStay"),
                            minutes: value("minutes"), variableCost: value("variableCost"), outsourcePrice: value("outsourcePrice"),
                            followUpsPerSpell: value("followUpsPerSpell"))
                    })
            },
            limits: ElectiveFigures.modes.map { mode in
                func value(_ name: String) -> Double { required("mode_figures", [mode.rawValue], name) }
                return Limits(
                    hardLimitMinutes: value("hardLimitMinutes"), standardMinutes: value("standardMinutes"),
                    allowedShareBeyondStandard: value("allowedShareBeyondStandard"),
                    travelSupportPerMinute: value("travelSupportPerMinute"))
            },
            sites: sites.enumerated().map { s, site in
                func value(_ name: String) -> Double { required("elective_site_figures", [site.site], name) }
                return Site(
                    code: site.site, name: names[site.site]!, isHubToday: site.isHubToday, mayBeHub: site.mayBeHub,
                    sessions: value("sessions"), maximumSessions: value("maximumSessions"), utilisation: value("utilisation"),
                    hubUtilisation: value("hubUtilisation"), cancelledShare: value("cancelledShare"),
                    sessionCost: value("sessionCost"), beds: value("beds"), hubCapital: value("hubCapital"),
                    hubFixedCost: value("hubFixedCost"),
                    farthest: zones.filter { $0.peopleShare > 0 }.map { $0.extraMinutes[s] }.max() ?? 0)
            },
            places: specialties.map { specialty in sites.map { places[[specialty.code, $0.site]] } },
            needs: tables.needs.map { Need(specialty: specialtyPlaces[$0.specialty]!, needs: specialtyPlaces[$0.needs]!) },
            zones: zones,
            parameters: Parameters(
                sessionMinutes: own("sessionMinutes"), hubGain: own("hubGain"),
                hubStayFactor: own("hubStayFactor"), waitingWeeks: own("waitingWeeks"),
                waitingStandard: own("waitingStandard"), waitingTargetYear: Int(own("waitingTargetYear")),
                minimumInpatientCentres: own("minimumInpatientCentres"),
                maximumInpatientCentres: own("maximumInpatientCentres"),
                maximumOutsourcedShare: own("maximumOutsourcedShare"),
                discountRate: parameter("discountRate"), assetLifeYears: parameter("assetLifeYears"),
                maximumOccupancy: parameter("maximumOccupancy"), bedRunningCost: parameter("bedRunningCost"),
                bedCostReleasedShare: parameter("bedCostReleasedShare"),
                capitalPerBed: parameter("capitalPerBed"), capitalLimit: figure("parameters", [], "capitalLimit")),
            levers: ElectiveLevers(
                stayReduction: lever(.stays, "stayReduction"), followUpReduction: lever(.followUps, "followUpReduction"),
                followUpUnitCostReduction: lever(.followUps, "followUpUnitCostReduction"),
                utilisationTarget: lever(.theatres, "utilisationTarget"),
                startYear: Dictionary(uniqueKeysWithValues: ElectiveLever.allCases.map { ($0, Int(lever($0, "startYear"))) })))
    }

    /// A named option of the instance, with its moves; sites and specialties it names that are not in the system are not in it.
    public func option(_ option: ElectiveOption, levers: Set<ElectiveLever>) -> ElectiveCase {
        let places = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1.code, $0) })
        let specialtyPlaces = Dictionary(uniqueKeysWithValues: specialties.enumerated().map { ($1.code, $0) })
        let centres = option.inpatientCentres.isEmpty ? nil : Set(option.inpatientCentres.compactMap { places[$0] })
        var situation = configuration(
            option.name, hubs: Set(option.hubs.compactMap { places[$0] }), centres: centres, levers: levers)
        for move in option.moves {
            guard let j = specialtyPlaces[move.specialty], let from = places[move.from], let to = places[move.to] else { continue }
            situation = moving(j, from: from, to: to, in: situation)
        }
        return situation
    }
}
