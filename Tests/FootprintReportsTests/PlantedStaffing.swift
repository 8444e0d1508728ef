// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation

/// A staffing answer in round numbers that no solver made: an option that wins, today, one that cannot keep today's fill and one
/// that fails, each with figures that can be recognised in a report.
enum PlantedStaffing {
    /// Decoded, as a script that reads the program's JSON would.
    static func make() throws -> StaffingAppraisal { try JSONDecoder().decode(StaffingAppraisal.self, from: Data(json.utf8)) }

    static func changed(_ change: (inout StaffingAppraisal) -> Void) throws -> StaffingAppraisal {
        var appraisal = try make()
        change(&appraisal)
        return appraisal
    }

    private static func lines(own: Int, shared: Int, agency: Int, unfilled: Int, once: Int) -> String {
        """
        {"substantive": 30000000, "overtime": 0, "bankOwn": \(own), "bankShared": \(shared), "agency": \(agency), "unfilled": \(unfilled),
         "bankPeople": \(once), "recruitment": 0, "sharedBankSetUp": 0, "sharedBankRunning": 0}
        """
    }

    private static func result(
        cost: Int, lines: String, fill: Double, worst: Double, agency: Int, hours: Int, bank: Int, signed: Double, moved: Int
    ) -> String {
        """
        {"annualCost": \(cost), "costLines": \(lines), "fill": \(fill), "worst": {"period": 14, "year": 1, "fill": \(worst)},
         "agencySpend": \(agency), "agencyHours": \(hours), "bankHours": \(bank), "hoursMoved": \(moved),
         "years": [{"year": 1, "costLines": \(lines), "fill": \(fill),
          "agency": [{"organisation": "EAST", "pounds": \(agency * 3 / 4), "shareOfPay": \(Double(agency) * 3 / 4 / 20e6)},
           {"organisation": "WEST", "pounds": \(agency / 4), "shareOfPay": \(Double(agency) / 4 / 12e6)}],
          "hours": [{"group": "nurses", "organisation": "EAST", "hours": {"needed": 900000, "substantive": 800000, "overtime": 0,
           "bank": \(bank), "moved": \(moved), "agency": \(hours), "unfilled": 1000, "fromOthers": 0}}]}],
         "people": [
          {"group": "nurses", "organisation": "EAST", "onBankToday": 60, "wouldSignUp": 90, "signedUp": [\(signed)], "listed": [\(signed)], "recruits": [1.5]},
          {"group": "nurses", "organisation": "WEST", "onBankToday": 20, "signedUp": [0], "listed": [0], "recruits": [0]}],
         "moved": [\(moved > 0 ? #"{"from": "WEST", "to": "EAST", "group": "nurses", "year": 1, "hours": \#(moved)}"# : "")]}
        """
    }

    private static func decision(_ people: Double) -> String {
        """
        [{"group": "nurses", "organisation": "EAST", "peopleToSignUp": \(Int(people.rounded(.up))), "peopleSignedUp": \(people), "recruits": 1.5}]
        """
    }

    private static func worth(_ first: Int) -> String {
        """
        [{"group": "nurses", "organisation": "EAST", "year": 1, "seasons": [\(first), 200, 300, 400]},
         {"group": "nurses", "organisation": "WEST", "year": 1, "seasons": [0, 0, 50, 0]}]
        """
    }

    private static var today: String {
        result(
            cost: 33_500_000, lines: lines(own: 500_000, shared: 0, agency: 2_000_000, unfilled: 1_000_000, once: 0), fill: 0.975,
            worst: 0.925, agency: 2_000_000, hours: 60_000, bank: 20_000, signed: 0, moved: 0)
    }

    private static var json: String {
        """
        {"schemaVersion": 1,
         "program": {"name": "footprint", "version": "0.0.0", "glpk": "5.0"},
         "instance": {"name": "planted", "title": "Planted", "baseYear": 2016, "targetYear": 2020, "openingYear": 2019,
          "horizonYear": 2030, "priceBase": "2016/17", "files": [{"path": "footprint.yaml", "sha256": "00ff"}]},
         "family": "staffing", "isIllustrative": true,
         "options": {"changed": [], "periods": "weeks", "years": 1, "firstWeek": 0},
         "groups": [{"code": "nurses", "title": "Nurses"}],
         "organisations": [{"code": "EAST", "name": "East \\"Royal\\" Trust, Easton", "payBill": 20000000, "agencySpend": 1500000},
          {"code": "WEST", "name": "West Trust", "payBill": 12000000, "agencySpend": 500000}],
         "doNothing": \(today),
         "premium": {"overPay": 0.6, "overFullCost": 0.25},
         "configurations": [
          {"rank": 1, "name": "own-banks", "title": "Own banks", "isToday": false, "status": "feasible", "proof": "optimal", "gap": 0,
           "decisions": \(decision(88.5)), "annualCost": 32600000, "annualSaving": 900000,
           "savingSplit": {"cashReleasing": -50000, "hoursFilled": 950000}, "cashSavingNet": -50000, "cashSavingGross": -25000,
           "costLines": \(lines(own: 1_300_000, shared: 0, agency: 1_225_000, unfilled: 50_000, once: 25_000)),
           "result": \(result(
            cost: 32_600_000, lines: lines(own: 1_300_000, shared: 0, agency: 1_225_000, unfilled: 50_000, once: 25_000), fill: 0.9987,
            worst: 0.98, agency: 1_225_000, hours: 37_000, bank: 52_000, signed: 88.5, moved: 0)),
           "bankWorth": \(worth(1100)),
           "atTodaysFill": {"decisions": \(decision(40.25)), "cashSavingNet": 400000, "cashSavingGross": 412000,
            "result": \(result(
             cost: 33_100_000, lines: lines(own: 900_000, shared: 0, agency: 1_188_000, unfilled: 1_000_000, once: 12_000), fill: 0.975,
             worst: 0.925, agency: 1_188_000, hours: 36_000, bank: 44_000, signed: 40.25, moved: 0)), "bankWorth": \(worth(100))},
           "reasons": []},
          {"rank": 2, "name": "do-nothing", "title": "Today", "isToday": true, "status": "feasible", "proof": "optimal", "gap": 0,
           "decisions": [], "annualCost": 33500000, "annualSaving": 0, "savingSplit": {"cashReleasing": 0, "hoursFilled": 0},
           "cashSavingNet": 0, "cashSavingGross": 0,
           "costLines": \(lines(own: 500_000, shared: 0, agency: 2_000_000, unfilled: 1_000_000, once: 0)), "result": \(today),
           "bankWorth": [],
           "atTodaysFill": {"decisions": [], "cashSavingNet": 0, "cashSavingGross": 0, "result": \(today), "bankWorth": []},
           "reasons": []},
          {"rank": 3, "name": "shared-bank", "title": "Shared bank", "isToday": false, "status": "feasible", "proof": "optimal", "gap": 0,
           "decisions": \(decision(90)), "annualCost": 32700000, "annualSaving": 800000,
           "savingSplit": {"cashReleasing": -150000, "hoursFilled": 950000}, "cashSavingNet": -150000, "cashSavingGross": -120000,
           "costLines": \(lines(own: 1_250_000, shared: 150_000, agency: 1_220_000, unfilled: 50_000, once: 30_000)),
           "result": \(result(
            cost: 32_700_000, lines: lines(own: 1_250_000, shared: 150_000, agency: 1_220_000, unfilled: 50_000, once: 30_000),
            fill: 0.9987, worst: 0.98, agency: 1_220_000, hours: 36_800, bank: 52_200, signed: 90, moved: 3456)),
           "bankWorth": \(worth(1200)),
           "reasons": [{"requirement": "agency ceiling", "site": "EAST", "conflict": 1, "leastChange": 12000, "unit": "£",
            "sentence": "East: agency of at most 3.0% of pay would have to be £12k more"}]},
          {"name": "ceiling-3", "title": "Agency ceiling 3%", "isToday": false, "status": "infeasible", "proof": "optimal", "gap": 0,
           "decisions": [], "bankWorth": [], "reasons": [
            {"requirement": "agency ceiling", "site": "EAST", "conflict": 1, "leastChange": 65000, "unit": "£",
             "sentence": "East: agency of at most 3.0% of pay would have to be £65k more"},
            {"requirement": "who would sign up", "conflict": 1, "leastChange": 7, "unit": "people",
             "sentence": "with 7 more people on the banks than would sign up it would hold: 7 nurses at EAST"}]}],
         "configurationCount": 4, "answeredCount": 4,
         "signUpLimits": [
          {"limit": "low", "factors": {"nurses": 0.25}, "answers": [
           {"name": "own-banks", "cashSavingNet": 100000, "agencySpend": 1800000, "peopleToSignUp": 15},
           {"name": "shared-bank", "reason": {"requirement": "who would sign up", "conflict": 1, "leastChange": 9, "unit": "people",
            "sentence": "with 9 more people on the banks than would sign up it would hold: 9 nurses at EAST"}}],
           "winner": "own-banks"},
          {"limit": "value", "factors": {"nurses": 1.5}, "answers": [
           {"name": "own-banks", "cashSavingNet": 400000, "agencySpend": 1188000, "peopleToSignUp": 41}, {"name": "shared-bank"}],
           "winner": "own-banks"},
          {"limit": "none", "factors": {}, "answers": [
           {"name": "own-banks", "cashSavingNet": 500000, "agencySpend": 900000, "peopleToSignUp": 130},
           {"name": "shared-bank", "cashSavingNet": 550000, "agencySpend": 800000, "peopleToSignUp": 140}],
           "winner": "shared-bank"}],
         "claims": [
          {"subject": "all providers", "measure": "annual saving", "unit": "pounds", "year": 2020, "claimed": 6000000, "computed": 2000000,
           "remark": "20.0% of agency spend", "note": "More than there is", "source": "planted"},
          {"subject": "national average", "measure": "agency over pay", "unit": "share", "year": 2015, "claimed": 0.04, "note": "", "source": "planted"}],
         "reach": {"claim": {"saving": 6000000, "base": 10000000, "premium": 0.5, "source": "planted"},
          "onTopOfPay": {"held": 3333333, "baseNeeded": 18000000, "premiumNeeded": 1.5},
          "ofSpend": {"held": 5000000, "baseNeeded": 12000000, "premiumNeeded": 0.6},
          "found": {"option": "own-banks", "agencySpend": 2000000, "saving": 400000, "share": 0.2, "reachable": 2000000, "baseNeeded": 30000000},
          "foundWithoutLimit": {"option": "shared-bank", "agencySpend": 2000000, "saving": 550000, "share": 0.275, "reachable": 2750000, "baseNeeded": 21818181},
          "premiumFound": {"today": 0.6, "needed": 3, "ratesTimes": 2.5}},
         "uncertainty": {"option": "own-banks", "seed": 42, "scenarioCount": 2, "answer": {
          "scenarios": [{"name": "usual 1", "probability": 0.5, "cost": 32500000, "costOfDoingNothing": 33400000},
           {"name": "hard-winter 2", "probability": 0.5, "cost": 34500000, "costOfDoingNothing": 36400000}],
          "people": [{"group": "nurses", "organisation": "EAST", "peopleToSignUp": 88, "inTheUsualYear": 89, "recruits": 2.25}],
          "expectedCost": 33500000, "expectedCostOfDoingNothing": 34900000, "expectedSaving": 1400000,
          "worst": {"name": "hard-winter 2", "probability": 0.5, "cost": 34500000, "costOfDoingNothing": 36400000},
          "risk": {"weight": 0.25, "level": 0.9, "meanOfTheDearest": 34500000}, "gap": 0.002}},
         "rosters": [], "remarks": ["What is promised.", "What is assumed."],
         "provenance": {"figures": {"stated": 70, "derived": 15, "estimated": 10, "assumed": 5, "caller": 0},
          "savingRestingOnAssumed": 0.875},
         "sensitivity": {"figures": [
          {"cell": "workforce_group_figures[nurses,signUpFactor].value", "value": 1.5, "low": 0.25, "high": 3, "source": "planted",
           "savingAtLow": 100000, "savingAtHigh": 500000, "swing": 400000, "changes": [{"at": 0.75, "newWinner": "shared-bank"}]},
          {"cell": "organisation_pay[EAST,agencySpend].value", "value": 1500000, "low": 1000000, "high": 2000000, "source": "planted",
           "savingAtHigh": 450000, "swing": 50000, "changes": []}]}}
        """
    }
}
