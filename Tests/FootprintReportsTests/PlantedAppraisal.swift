// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import FootprintModels
import Foundation

/// An answer in round numbers that no solver made: three configurations of two sites, one of each status, each with a
/// figure that can be recognised in a report.
enum PlantedAppraisal {
    /// Decoded, as a script that reads the program's JSON would.
    static func make() throws -> Appraisal { try JSONDecoder().decode(Appraisal.self, from: Data(json.utf8)) }

    static func changed(_ change: (inout Appraisal) -> Void) throws -> Appraisal {
        var appraisal = try make()
        change(&appraisal)
        return appraisal
    }

    private static let measures = """
        {"meanMinutes": 12.5, "p90Minutes": 20, "p95Minutes": 24, "maxMinutes": 31, "shareOver30": 0.01, "shareOver45": 0,
         "shareBeyondStandard": 0.01, "peopleBeyondHardLimit": 0}
        """
    private static let further = """
        {"meanMinutes": 15.25, "p90Minutes": 30, "p95Minutes": 35, "maxMinutes": 46, "shareOver30": 0.1, "shareOver45": 0.002,
         "shareBeyondStandard": 0.1, "peopleBeyondHardLimit": 0}
        """

    private static func lines(_ department: Int, _ outside: Int) -> String {
        """
        {"department": \(department), "attendances": 5000000, "staff": 0, "agency": 0, "beds": 20000000, "bedOverheads": 0,
         "strandedBedOverheads": 0, "estate": 0, "strandedEstate": 0, "pfiUnitaryCharge": 3000000, "capitalCharge": 2000000,
         "newCapital": 0, "ambulance": 0, "reconveyed": 0, "outsideTariff": \(outside), "movedServices": 0,
         "replacementCare": 0, "redundancy": 0, "doubleRunning": 0}
        """
    }

    private static func sites(east: String) -> String {
        """
        [{"code": "EAST", "name": "East \\"Royal\\" Hospital, Easton", "level": "\(east)", "isInside": true, "attendances": 60000,
          "admissions": 12000, "bedsNeeded": 210.5, "bedsToday": 200, "bedsBuilt": 10.5, "bedsReleased": 0,
          "spacesNeeded": 30, "spacesToday": 28, "spacesBuilt": 2, "agencyWTE": 4.25, "redeployedWTE": 0, "leavingWTE": 0},
         {"code": "WEST", "name": "West Hospital", "level": "type1", "isInside": true, "attendances": 40000, "admissions": 9000,
          "bedsNeeded": 100, "bedsToday": 120, "bedsBuilt": 0, "bedsReleased": 20, "spacesNeeded": 20, "spacesToday": 25,
          "spacesBuilt": 0, "agencyWTE": 0, "redeployedWTE": 0, "leavingWTE": 0}]
        """
    }

    private static var json: String {
        """
        {"schemaVersion": 1,
         "program": {"name": "footprint", "version": "0.0.0", "glpk": "5.0"},
         "instance": {"name": "planted", "title": "Planted", "baseYear": 2016, "targetYear": 2020, "openingYear": 2019,
          "horizonYear": 2030, "priceBase": "2016/17", "files": [{"path": "footprint.yaml", "sha256": "00ff"}]},
         "family": "emergency",
         "options": {"boundary": "open", "flow": "nearest", "bedRule": "occupancy", "changed": []},
         "levers": [{"name": "fewer", "title": "Fewer attendances", "isOn": false, "source": "planted"}],
         "doNothing": {"title": "Do nothing", "leversOn": [], "annualCost": 40000000, "annualSaving": 0,
          "costLines": \(lines(9_000_000, 1_000_000)), "capital": 1000000,
          "travel": {"all": \(measures), "mostDeprivedFifth": \(measures)}, "sites": \(sites(east: "type1"))},
         "todayWithLevers": {"title": "Today's sites with the levers", "leversOn": ["fewer"], "annualCost": 38000000,
          "annualSaving": 2000000, "costLines": \(lines(7_000_000, 1_000_000)), "capital": 1000000,
          "travel": {"all": \(measures), "mostDeprivedFifth": \(measures)}, "sites": \(sites(east: "type1"))},
         "configurations": [
          {"rank": 1, "name": "EAST=ucc WEST=type1", "option": "East, as a centre", "isToday": false, "status": "feasible",
           "proof": "optimal", "gap": 0, "decisions": {"EAST": "ucc", "WEST": "type1"}, "annualCost": 37000000,
           "annualSaving": 3000000, "savingSplit": {"cashReleasing": 1000000, "growthAvoided": 2000000, "levers": 0,
           "configuration": 3000000}, "netPresentValue": 21500000, "capital": 5000000, "paybackYears": 1.75,
           "costLines": \(lines(5_000_000, 2_000_000)), "travel": {"all": \(further), "mostDeprivedFifth": \(measures)},
           "sites": \(sites(east: "ucc")), "flows": [{"from": "EAST", "to": "WEST", "attendances": 12345}],
           "organisations": [
            {"code": "TR1", "name": "East and West Trust", "change": 4000000, "countsInSaving": true},
            {"code": "AMB", "name": "Ambulance Service", "change": -1000000, "countsInSaving": true},
            {"code": "OUT", "name": "Neighbour (outside sites)", "change": 250000, "countsInSaving": false}],
           "reasons": []},
          {"rank": 2, "name": "EAST=type1 WEST=type1", "isToday": true, "status": "noWorseThanToday", "proof": "optimal",
           "gap": 0, "decisions": {"EAST": "type1", "WEST": "type1"}, "annualCost": 40000000, "annualSaving": 0,
           "savingSplit": {"cashReleasing": 0, "growthAvoided": 0, "levers": 0, "configuration": 0}, "netPresentValue": 0,
           "capital": 0, "costLines": \(lines(9_000_000, 1_000_000)),
           "travel": {"all": \(measures), "mostDeprivedFifth": \(measures)}, "sites": \(sites(east: "type1")), "flows": [],
           "organisations": [], "reasons": [{"requirement": "meanJourney", "conflict": 1, "leastChange": 0.5,
           "sentence": "the mean journey would be 12.5 minutes; the limit is 12.0 minutes; no worse than today",
           "unit": "minutes"}]},
          {"name": "EAST=none WEST=type1", "isToday": false, "status": "infeasible", "proof": "optimal", "gap": 0,
           "decisions": {"EAST": "none", "WEST": "type1"}, "travel": {"all": \(further), "mostDeprivedFifth": \(further)},
           "sites": [], "flows": [], "organisations": [], "reasons": [
           {"requirement": "roomForBeds", "site": "WEST", "conflict": 1, "leastChange": 41.5, "unit": "beds",
            "sentence": "West Hospital would have to open 92 beds; it has room for 50"},
           {"requirement": "capitalLimit", "conflict": 2, "leastChange": 2500000, "unit": "£",
            "sentence": "building would cost £22.5m; the limit is £20.0m"},
           {"requirement": "standardJourney", "conflict": 3, "leastChange": 0.075, "unit": "share of residents",
            "sentence": "10.0% of residents would be beyond the journey standard; 2.5% may be"}]}],
         "configurationCount": 3, "answeredCount": 3,
         "provenance": {"figures": {"stated": 70, "derived": 15, "estimated": 10, "assumed": 5, "caller": 0},
          "savingRestingOnAssumed": 0.25},
         "sensitivity": {"figures": [
          {"cell": "parameters[capitalPerBed].value", "value": 150000, "low": 80000, "high": 300000, "source": "planted",
           "savingAtLow": 3500000, "savingAtHigh": 2000000, "swing": 1500000, "changes": []},
          {"cell": "site_figures[WEST,beds].value", "value": 171.5, "low": 100, "high": 200, "source": "planted",
           "savingAtHigh": 3250000, "swing": 250000,
           "changes": [{"at": 133.25, "newWinner": "EAST=type1 WEST=type1"}]}]},
         "resilience": [{"configuration": "EAST=ucc WEST=type1", "isToday": false,
          "winterPeak": [{"site": "WEST", "name": "West Hospital", "bedsShort": 12, "spacesShort": 0}],
          "oneSiteShut": [{"site": "WEST", "name": "West Hospital", "patientsThatDay": 110, "mostAffected": "OUT1",
           "mostAffectedName": "Neighbour", "extraPatients": 75, "spacesShort": 0}]}]}
        """
    }
}
