// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation

/// An answer about beds in round numbers that no solver made: two hospitals, two years, a row of each kind, each figure one that
/// can be recognised in a report.
enum PlantedBeds {
    /// Decoded, as a script that reads the program's JSON would.
    static func make() throws -> BedsAppraisal { try JSONDecoder().decode(BedsAppraisal.self, from: Data(json.utf8)) }

    static func changed(_ change: (inout BedsAppraisal) -> Void) throws -> BedsAppraisal {
        var appraisal = try make()
        change(&appraisal)
        return appraisal
    }

    private static func lines(_ beds: Int, _ wards: Int, alternatives: Int = 0, schemes: Int = 0, capital: Int = 0) -> String {
        """
        {"beds": \(beds), "wards": \(wards), "sites": 300000, "alternatives": \(alternatives), "schemes": \(schemes),
         "newCapital": \(capital)}
        """
    }

    private static func pool(
        _ code: String, beds: Int, demand: Double, avoided: Double, movedIn: Double, movedOut: Double, needed: Double, closed: Int = 0,
        opened: Int = 0, risk: Double? = 0.0123
    ) -> String {
        let occupied = demand - avoided + movedIn - movedOut
        let shares = beds > 0 ? "\"occupancy\": \(occupied / Double(beds)), \"overflowRisk\": \(risk ?? 0)," : ""
        return """
            {"code": "\(code)", "beds": \(beds), "demand": \(demand), "avoided": \(avoided), "movedIn": \(movedIn),
             "movedOut": \(movedOut), "occupied": \(occupied), "bedsNeeded": \(needed), \(shares)
             "wardsClosed": \(closed / 20), "bedsClosed": \(closed), "bedsOpened": \(opened)}
            """
    }

    private static func year(_ year: Int, _ lines: String, _ pools: [String], bought: Int = 0, avoided: Double = 0, once: Int = 0) -> String {
        """
        {"year": \(year), "costLines": \(lines), "capital": 0, "oneOff": \(once), "doubleRunning": \(once / 2),
         "pools": [\(pools.joined(separator: ","))], "bought": {"home-care": \(bought)}, "avoided": {"frailty": \(avoided), "later": 0}}
        """
    }

    private static var idle: [String] {
        [
            year(2017, lines(8_000_000, 4_000_000), [
                pool("EAST-acute", beds: 200, demand: 170, avoided: 0, movedIn: 0, movedOut: 0, needed: 192.5),
                pool("WEST-community", beds: 40, demand: 30, avoided: 0, movedIn: 0, movedOut: 0, needed: 33),
            ]),
            year(2018, lines(8_500_000, 4_500_000, capital: 100_000), [
                pool("EAST-acute", beds: 228, demand: 180, avoided: 0, movedIn: 0, movedOut: 0, needed: 204, opened: 28),
                pool("WEST-community", beds: 40, demand: 32, avoided: 0, movedIn: 0, movedOut: 0, needed: 35.2),
            ]),
        ]
    }

    private static var found: [String] {
        [
            year(2017, lines(8_000_000, 4_000_000, alternatives: 120_000), [
                pool("EAST-acute", beds: 200, demand: 170, avoided: 0, movedIn: 0, movedOut: 0, needed: 192.5),
                pool("WEST-community", beds: 40, demand: 30, avoided: 0, movedIn: 0, movedOut: 0, needed: 33),
            ], bought: 10, once: 100_000),
            year(2018, lines(7_000_000, 3_500_000, alternatives: 120_000, schemes: 30_000), [
                pool("EAST-acute", beds: 200, demand: 180, avoided: 20.5, movedIn: 12.25, movedOut: 0, needed: 198.75),
                pool("WEST-community", beds: 0, demand: 32, avoided: 19.75, movedIn: 0, movedOut: 12.25, needed: 0, closed: 40),
            ], bought: 10, avoided: 40.25),
        ]
    }

    private static func result(_ years: [String], cost: Int, value: Int) -> String {
        """
        {"annualCost": \(cost), "costLines": \(lines(7_000_000, 3_500_000, alternatives: 120_000, schemes: 30_000)), "capital": 0,
         "oneOff": 100000, "doubleRunning": 50000, "presentValue": \(value), "years": [\(years.joined(separator: ","))]}
        """
    }

    private static func holding(_ rank: Int, _ name: String, _ title: String, _ kind: String, value: Int, saving: Int, extra: String = "") -> String {
        """
        {"rank": \(rank), "name": "\(name)", "title": "\(title)", "kind": "\(kind)", "isToday": \(kind == "schemesOnly"), "status": "feasible",
         "proof": "optimal", "gap": 0,
         "decisions": {"WEST-community": {"bedsClosed": 40, "wardsClosed": 2, "bedsOpened": 0,
          "steps": [{"year": 2018, "bedsClosed": 40, "bedsOpened": 0}]}},
         "annualCost": 10950000, "annualSaving": \(saving),
         "savingSplit": {"cashReleasing": 1350000, "growthAvoided": \(saving - 1_350_000), "levers": 900000, "configuration": \(saving - 900_000)},
         "netPresentValue": \(value), "capital": -4200000, "costLines": \(lines(7_000_000, 3_500_000, alternatives: 120_000, schemes: 30_000)),
         "grossSaving": \(saving + 150_000), "replacementCost": 150000, "oneOffCost": 150000,
         "sites": [{"code": "EAST", "name": "East \\"Royal\\" Hospital, Easton", "bedsToday": 200, "beds": 200},
          {"code": "WEST", "name": "West Hospital", "bedsToday": 40, "beds": 0, "emptyFrom": 2018}],
         "alternatives": [{"code": "home-care", "title": "Home-care packages", "unit": "a package running, all year", "bought": 10,
          "maximum": 10, "cost": 120000}],
         "schemesRunning": ["frailty"], "prices": [\(extra)], "result": \(result(found, cost: 10_950_000, value: 90_000_000)), "reasons": []}
        """
    }

    private static let prices = """
        {"requirement": "consultation gate", "sentence": "no ward may close before 2018/19 at West Hospital", "more": "a year sooner",
         "further": {"units": 1, "netPresentValue": 1230000, "annualSaving": 0}, "unit": "years"},
        {"requirement": "safe to run", "sentence": "at the winter peak the beds that are left are just enough at East \\"Royal\\" Hospital, Easton",
         "more": "one more safe bed", "worth": 25600, "unit": "beds"},
        {"requirement": "as much as can be bought", "sentence": "every unit of home-care packages that can be had is bought (10)",
         "more": "one more (a package running, all year)", "worth": 0,
         "further": {"units": 2, "netPresentValue": 450000, "annualSaving": 50000}, "unit": "a package running, all year"},
        {"requirement": "wards closed a year", "sentence": "no more than 2 wards may close a year, reached in 2018/19",
         "more": "one more ward a year", "further": {"units": 1, "netPresentValue": 100000, "annualSaving": -20000,
         "netPresentValueAtMost": 300000}, "unit": "wards"},
        {"requirement": "closable wards", "sentence": "no more than 3 wards may close at East \\"Royal\\" Hospital, Easton",
         "more": "one more ward", "further": {"units": 1, "netPresentValue": 0, "annualSaving": 0}, "unit": "wards"},
        {"requirement": "floor", "sentence": "Easton has to keep 190 beds and keeps 200 beds", "more": "18 beds fewer to keep", "unit": "beds"}
        """

    private static var json: String {
        """
        {"schemaVersion": 1,
         "program": {"name": "footprint", "version": "0.0.0", "glpk": "5.0"},
         "instance": {"name": "planted", "title": "Planted", "baseYear": 2016, "targetYear": 2018, "openingYear": 2017,
          "horizonYear": 2030, "priceBase": "2016/17", "files": [{"path": "footprint.yaml", "sha256": "00ff"}]},
         "family": "beds", "isIllustrative": true, "options": {"changed": []},
         "schemes": [{"name": "frailty", "title": "Frailty team", "gate": "Consultation", "isLaterPhase": false, "source": "planted"},
          {"name": "later", "title": "Frailty team, later", "gate": "", "isLaterPhase": true, "source": "planted"}],
         "pools": [{"code": "EAST-acute", "title": "East \\"Royal\\" Hospital: acute beds", "site": "EAST", "siteName": "East \\"Royal\\" Hospital, Easton",
           "beds": 200, "occupied": 165, "bedsNeeded": 187, "occupancy": 0.825, "overflowRisk": 0.0005},
          {"code": "WEST-community", "title": "West Hospital: community beds", "site": "WEST", "siteName": "West Hospital",
           "beds": 40, "occupied": 29, "bedsNeeded": 32, "occupancy": 0.725, "overflowRisk": 0.01}],
         "doNothing": {"annualCost": 13400000, "costLines": \(lines(8_500_000, 4_500_000, capital: 100_000)), "capital": 4200000, "oneOff": 0,
          "doubleRunning": 0, "presentValue": 111500000, "years": [\(idle.joined(separator: ","))]},
         "configurations": [
          \(holding(1, "best", "The best the program finds", "best", value: 21_500_000, saving: 2_450_000, extra: prices)),
          \(holding(2, "best, phases overlap", "The best if the later phases are the first ones told again", "bestWithoutLaterPhases", value: 20_000_000, saving: 2_250_000)),
          {"name": "closes-50", "title": "Fifty beds at West, as published", "kind": "option", "isToday": false, "status": "infeasible",
           "proof": "optimal", "gap": 0, "decisions": {}, "sites": [], "alternatives": [], "schemesRunning": [], "prices": [], "reasons": [
           {"requirement": "beds that are there", "site": "WEST-community", "conflict": 1, "leastChange": 10, "unit": "beds",
            "sentence": "closes 50 beds at West Hospital, which has 40: 10 too many"}]}],
         "configurationCount": 3, "answeredCount": 3,
         "bedsNeeded": [{"pool": "WEST-community", "wardsClosed": 2, "wardsOpened": 0, "beds": 0, "capacity": 0}],
         "claims": [
          {"subject": "closes-50", "measure": "beds closed", "unit": "beds", "year": 2018, "claimed": 50, "computed": 40,
           "remark": "beds closed by then", "note": "", "source": "planted"},
          {"subject": "closes-50", "measure": "annual saving", "unit": "pounds", "year": 2018, "claimed": 1500000,
           "remark": "the option fails", "note": "Printed twice", "source": "planted"}],
         "provenance": {"figures": {"stated": 70, "derived": 15, "estimated": 10, "assumed": 5, "caller": 0}, "savingRestingOnAssumed": 0.4},
         "sensitivity": {"figures": [
          {"cell": "pool_figures[EAST-acute,variableCostPerBed].value", "alike": ["pool_figures[EAST-2,variableCostPerBed].value"],
           "value": 47000, "low": 31000, "high": 63000, "source": "planted", "savingAtLow": 1500000, "savingAtHigh": 3250000, "swing": 1750000,
           "changes": []},
          {"cell": "pool_figures[WEST-community,earliestClosureYear].value", "value": 2018, "low": 2018, "high": 2020, "source": "planted",
           "savingAtLow": 2450000, "swing": 250000, "changes": [{"at": 2019, "newWinner": "one in which 40 fewer beds close at West Hospital"}]},
          {"cell": "bed_effects[frailty,frail,effect]", "value": 0.2, "low": 0.1, "high": 0.3, "source": "planted", "savingAtLow": 2300000,
           "savingAtHigh": 2500000, "swing": 200000, "changes": [{"at": 0.199987, "newWinner": "one with the same beds in other years"}]}]}}
        """
    }
}
