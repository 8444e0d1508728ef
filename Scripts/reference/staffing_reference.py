#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference answers of the family `staffing`, from an instance folder, with stock glpsol and the twin.

    staffing_reference.py Instances/staffordshire                  the options of the comparison, one year of weeks
    staffing_reference.py Instances/staffordshire --five-years     the same over five years by month
    staffing_reference.py Instances/staffordshire --export-dat shared-bank staffing.dat
    staffing_reference.py --examples                               the examples of Models/staffing, worked out by hand

It reads the tables, calibrates (what agencies offer and the rate paid), works do-nothing out by its closed form, writes
the data file of Models/staffing/staffing.mod for every option, solves it with glpsol and, where highspy can be imported,
with HiGHS as well. It shares no code with the Swift formulation. Python 3.9 or later, standard library only.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from math import fsum

HERE = os.path.dirname(os.path.abspath(__file__))
MODEL = os.path.join(HERE, "..", "..", "Models", "staffing", "staffing.mod")
YEAR = 52.0

# The options of the comparison; a ceiling comes on top of the fullest option. Overtime is shut in them unless asked for,
# because no table has today's, and opening it in an option only would credit the bank with it; `overtime` shows it alone.
BANKS = {"signUp": 1, "substitution": 1, "safe": 1, "conversion": 1}
OPTIONS = {
    "do-nothing": {},
    "overtime": {"overtimeOpen": 1, "safe": 1},
    "own-banks": BANKS,
    "shared-bank": {**BANKS, "shared": 1},
    "shared-bank-recruitment": {**BANKS, "shared": 1, "recruitment": 1},
    "ceiling-4": {**BANKS, "shared": 1, "recruitment": 1, "ceilingShare": 0.04},
    "ceiling-3": {**BANKS, "shared": 1, "recruitment": 1, "ceilingShare": 0.03},
}
LINES = ["substantive", "overtime", "bankOwn", "bankShared", "agency", "unfilled", "bankPeople", "recruitment",
         "sharedBankSetUp", "sharedBankRunning"]
ONCE = ["bankPeople", "recruitment", "sharedBankSetUp"]


class Fault(Exception):
    pass


# ------------------------------------------------------------------------------------------------------ the tables

def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def figures(folder, name, keys):
    """{key: {figure: value}}; the key is a code, or a tuple of codes."""
    table = {}
    for row in rows(folder, name):
        key = tuple(row[k] for k in keys)
        table.setdefault(key[0] if len(key) == 1 else key, {})[row["figure"]] = float(row["value"])
    return table


class Instance:
    def __init__(self, folder):
        own, common = os.path.join(folder, "staffing"), os.path.join(folder, "tables")
        self.group = figures(own, "workforce_group_figures.csv", ["group"])
        self.groups = sorted(self.group)
        listed = rows(own, "workforce_groups.csv")
        self.may_fill = [(r["code"], h.strip()) for r in listed for h in r["may_fill"].split(";") if h.strip()]
        self.workforce = figures(own, "workforce.csv", ["group", "organisation"])
        self.pay = figures(own, "organisation_pay.csv", ["organisation"])
        self.organisations = sorted(self.pay)
        tiers = figures(own, "agency_tiers.csv", ["group", "tier"])
        # Tiers by number, the cheapest first.
        self.tiers = {g: sorted(((f["rate"], f["availableShare"], t) for (h, t), f in tiers.items() if h == g))
                      for g in self.groups}
        week = figures(own, "week_figures.csv", ["week"])
        self.week = [week[w] for w in sorted(week)]
        self.shares = figures(own, "shared_bank.csv", ["from", "to"])
        self.parameter = {r["figure"]: float(r["value"]) for r in rows(own, "staffing_parameters.csv")}
        self.rate = next(float(r["value"]) for r in rows(common, "parameters.csv") if r["figure"] == "discountRate")
        for g in self.groups:
            for s in self.organisations:
                if (g, s) not in self.workforce:
                    raise Fault(f"workforce.csv has no row of {s}, {g}")
        self.refuse_ways_up()

    def refuse_ways_up(self):
        reach = {g: {h for f, h in self.may_fill if f == g} for g in self.groups}
        for _ in self.groups:
            for g in self.groups:
                reach[g] |= {k for h in reach[g] for k in reach[h]}
        for g in self.groups:
            if g in reach[g]:
                raise Fault(f"may_fill leads from {g} back to {g}: substitution is downward only")


# What Models/staffing/README.md and formulation.md work out by hand.
EXAMPLES = {"example-today": 27430.0, "example": 26670.0, "example-ceiling": 26820.0, "example-recruits": 737840.0}


# ----------------------------------------------------------------------------------------------------- the periods

def periods(I, five_years):
    """[(weeks, year, demandFactor, leaveFactor, sicknessFactor)]: weeks, or months of 52/12 weeks with weeks shared out."""
    if len(I.week) != int(YEAR):
        raise Fault(f"week_figures.csv has {len(I.week)} weeks, not 52")
    names = ["demandFactor", "leaveFactor", "sicknessFactor"]
    if not five_years:
        return [(1.0, 1) + tuple(w[n] for n in names) for w in I.week]
    answer, length = [], YEAR / 12
    for year in range(1, 6):
        for month in range(12):
            a, b = month * length, (month + 1) * length
            share = [(max(0.0, min(b, i + 1) - max(a, i)), w) for i, w in enumerate(I.week)]
            answer.append((length, year) + tuple(fsum(x * w[n] for x, w in share) / length for n in names))
    return answer


# ------------------------------------------------------------------------------------- calibration and do-nothing

class Today:
    """Calibration on the first year, and do-nothing by its closed form: bank, agency as far as it offers, then nobody."""

    def __init__(self, I, P):
        first = [p for p in P if p[1] == 1]
        share = fsum(p[0] for p in first) / YEAR
        self.offer, self.hours, self.spend_listed = {}, {}, {s: 0.0 for s in I.organisations}
        self.residual, self.working_time = {}, {}
        for g in I.groups:
            f = I.group[g]
            for s in I.organisations:
                w = I.workforce[g, s]
                present = [1 - f["leaveShare"] * p[3] - f["sicknessShare"] * p[4] for p in first]
                post = [w["wteInPost"] * f["contractHours"] * p[0] * a for p, a in zip(first, present)]
                needed = (fsum(post) + (w["bankHours"] + w["agencyHours"]) * share) / (1 - w["unfilledShare"])
                pattern = fsum(p[0] * p[2] for p in first)
                need = [needed * p[0] * p[2] / pattern for p in first]
                sub = [min(a, b) for a, b in zip(post, need)]
                bank = [min(p[0] * w["bankHours"] / YEAR, n - x) for p, n, x in zip(first, need, sub)]
                gap = [n - x - b for n, x, b in zip(need, sub, bank)]
                total = fsum(t[1] for t in I.tiers[g])
                target = w["agencyHours"] * share
                self.offer[g, s] = k = scale(gap, [total * n for n in need], target)
                left, agency = list(gap), []
                for rate, available, _ in I.tiers[g]:
                    used = [min(x, k * available * n) for x, n in zip(left, need)]
                    left = [x - u for x, u in zip(left, used)]
                    self.spend_listed[s] += rate * fsum(used)
                    agency.append(used)
                self.hours[g, s] = {"needed": need, "sub": sub, "bank": bank, "agency": agency, "unfilled": left}
                self.residual[g, s] = {"agency": fsum(map(fsum, agency)) - target,
                                       "bank": fsum(bank) - w["bankHours"] * share,
                                       "unfilled": fsum(left) - w["unfilledShare"] * needed}
                heads = [p[0] * a * w["wteInPost"] for p, a in zip(first, present)]
                self.working_time[g, s] = worst_window(first, bank, heads, I.parameter["workingTimeWeeks"])
        self.rate_factor = {s: (I.pay[s]["agencySpend"] * share / self.spend_listed[s]) if self.spend_listed[s] else 1.0
                            for s in I.organisations}
        self.refuse_other_order(I)

    def refuse_other_order(self, I):
        """The closed form is the least cost only where bank is cheaper than agency, and agency than nobody."""
        for g in I.groups:
            for s in I.organisations:
                paid = [self.rate_factor[s] * t[0] for t in I.tiers[g]]
                if paid and I.group[g]["bankRate"] >= min(paid) and self.hours[g, s]["bank"]:
                    raise Fault(f"{g} at {s}: an hour of the bank costs {I.group[g]['bankRate']}, no less than agency's "
                                f"{min(paid):.2f} (rate times rateFactor): correct bankRate, or the tiers' rates")


def scale(gap, offer, target):
    """The k with sum(min(k * offer, gap)) = target; just enough to fill every gap where the target is beyond them."""
    if target <= 0 or fsum(offer) == 0:
        return 0.0
    order = sorted(range(len(gap)), key=lambda i: gap[i] / offer[i])
    filled, open_offer = 0.0, fsum(offer)
    for i in order:
        k = (target - filled) / open_offer
        if k * offer[i] <= gap[i] + 1e-12:
            return k
        filled, open_offer = filled + gap[i], open_offer - offer[i]
    return max(g / o for g, o in zip(gap, offer))


def worst_window(P, extra, heads, weeks):
    starts = [fsum(p[0] for p in P[:i]) for i in range(len(P) + 1)]
    worst = 0.0
    for i in range(len(P)):
        if starts[i] + weeks <= starts[-1] + 1e-9:
            inside = [j for j in range(i, len(P)) if starts[j] < starts[i] + weeks - 1e-9]
            people = fsum(heads[j] for j in inside)
            if people > 0:
                worst = max(worst, fsum(extra[j] for j in inside) / people)
    return worst


# --------------------------------------------------------------------------------------------------- the data file

def data_file(I, P, T, levers, five_years, sign_up_factor, first_week):
    w, num = [], lambda x: repr(float(x))
    sym = lambda s: "'" + str(s).replace("'", "''") + "'"
    first = [p for p in P if p[1] == 1]
    n = len(first)

    def table(header, body):
        w.append(f"param : {' '.join(header)} :=")
        w.extend("  " + " ".join([sym(k) for k in key] + [num(v) for v in values]) for key, values in body)
        w.append(";")

    w += ["# SPDX-License-Identifier: GPL-3.0-or-later", "data;"]
    w.append(f"set G := {' '.join(map(sym, I.groups))};")
    w.append(f"set S := {' '.join(map(sym, I.organisations))};")
    w.append("set TIERS := " + " ".join(f"({sym(g)},{i + 1})" for g in I.groups for i in range(len(I.tiers[g]))) + ";")
    w.append("set MAY_FILL := " + " ".join(f"({sym(g)},{sym(h)})" for g, h in I.may_fill) + ";")
    w.append("set SHARES := " + " ".join(f"({sym(a)},{sym(b)})" for a, b in sorted(I.shares)) + ";")
    for name in ["signUp", "overtimeOpen", "shared", "recruitment", "substitution", "safe", "conversion", "sameFill"]:
        w.append(f"param {name} := {int(levers.get(name, 0))};")
    if "ceilingShare" in levers:
        w.append(f"param ceilingShare := {num(levers['ceilingShare'])};")
    w.append(f"param periods := {len(P)};")
    w.append(f"param firstWeek := {num(first_week)};")
    w.append(f"param discounted := {int(five_years)};")
    w.append(f"param discountRate := {num(I.rate)};")
    w.append("param : weeks year demandFactor leaveFactor sicknessFactor :=")
    w.extend(f"  {i + 1} {num(p[0])} {p[1]} {num(p[2])} {num(p[3])} {num(p[4])}" for i, p in enumerate(P))
    w.append(";")
    names = ["contractHours", "substantiveRate", "onCostShare", "overtimeFactor", "overtimeShare", "bankRate", "sharedBankRate",
             "takeUpForRate", "bankHoursPerPerson", "unfilledPrice", "recruitmentCost", "recruitmentLagWeeks", "recruitsPerYear",
             "attritionPerYear", "leaveShare", "sicknessShare"]
    table(names, [((g,), [I.group[g][f] for f in names]) for g in I.groups])
    w.append("param : rate availableShare :=")
    w.extend(f"  {sym(g)} {i + 1} {num(t[0])} {num(t[1])}" for g in I.groups for i, t in enumerate(I.tiers[g]))
    w.append(";")
    names = ["wteInPost", "vacancyShare", "agencyHours", "bankHours", "unfilledShare"]
    keys = [(g, s) for g in I.groups for s in I.organisations]
    limit = lambda key: (-1.0 if sign_up_factor < 0 else sign_up_factor * I.workforce[key]["bankPeople"]) if sign_up_factor is not None \
        else I.group[key[0]]["signUpFactor"] * I.workforce[key]["bankPeople"]
    table(names + ["signUpLimit", "offerFactor", "workingTimeToday"],
          [(key, [I.workforce[key][f] for f in names] + [limit(key), T.offer[key], T.working_time[key]]) for key in keys])
    table(["rateFactor", "payBill"], [((s,), [T.rate_factor[s], I.pay[s]["payBill"]]) for s in I.organisations])
    w.append("param hoursFactor := " + " ".join(f"{sym(a)} {sym(b)} {num(f['hoursFactor'])}"
                                                for (a, b), f in sorted(I.shares.items())) + ";")
    years = sorted({p[1] for p in P})
    unfilled = lambda g: fsum(x for s in I.organisations for x in T.hours[g, s]["unfilled"])
    w.append("param unfilledToday := " + " ".join(f"{sym(g)} {y} {num(unfilled(g))}" for g in I.groups for y in years) + ";")
    if levers.get("sameFill"):
        w.append("param unfilledThen :=")
        w.extend(f"  {sym(g)} {sym(s)} {i + 1} {num(T.hours[g, s]['unfilled'][i % n])}"
                 for g, s in keys for i in range(len(P)))
        w.append(";")
    by_period = lambda g, i: (fsum(a[i % n] for s in I.organisations for a in T.hours[g, s]["agency"]),
                              fsum(T.hours[g, s]["bank"][i % n] for s in I.organisations))
    w.append("param : agencyToday bankToday :=")
    w.extend(f"  {sym(g)} {i + 1} {num(by_period(g, i)[0])} {num(by_period(g, i)[1])}"
             for g in I.groups for i in range(len(P)))
    w.append(";")
    w.extend(f"param {name} := {num(I.parameter[name])};" for name in
             ["workingTimeHours", "workingTimeWeeks", "conversionShare", "conversionWeek", "bankSetUpCost",
              "bankRunningCost", "bankPersonCost"])
    w.append("end;")
    return "\n".join(w) + "\n"


# ----------------------------------------------------------------------------------------------------------- solve

def solve(text, highs):
    with tempfile.TemporaryDirectory() as folder:
        dat, mps = os.path.join(folder, "staffing.dat"), os.path.join(folder, "staffing.lp")
        with open(dat, "w", encoding="utf-8") as handle:
            handle.write(text)
        begun = time.time()
        command = ["glpsol", "--nopresol", "--tmlim", "280", "-m", MODEL, "-d", dat] + (["--wlp", mps] if highs else [])
        run = subprocess.run(command, capture_output=True, text=True, timeout=400)
        answer = {"seconds": time.time() - begun}
        out = run.stdout
        if "OPTIMAL LP SOLUTION FOUND" not in out:
            infeasible = "NO PRIMAL FEASIBLE SOLUTION" in out or "NO FEASIBLE SOLUTION" in out
            if run.returncode or not (infeasible or "TIME LIMIT" in out):
                raise Fault("glpsol: " + out[-600:] + run.stderr)
            answer["status"] = "infeasible" if infeasible else "time limit, no answer"
        else:
            answer.update(status="optimal", **parse(out))
        if highs:
            answer["highs"] = with_highs(mps)
        return answer


def parse(out):
    answer = {"line": {}, "agencySpend": {}, "hours": {}, "signed": {}, "recruits": {}, "period": {}}
    pairs = lambda words: {words[i]: float(words[i + 1]) for i in range(0, len(words), 2)}
    for row in out.splitlines():
        word = row.split()
        if not word:
            continue
        if word[0] == "cost" and len(word) == 2:
            answer["cost"] = float(word[1])
        elif word[0] in ("line", "agencySpend") and len(word) == 4:
            answer[word[0]][word[1], int(word[2])] = float(word[3])
        elif word[0] == "hours" and len(word) > 5:
            answer["hours"][word[1], word[2], int(word[3])] = pairs(word[4:])
        elif word[0] in ("signed", "recruits") and len(word) == 5:
            answer[word[0]][word[1], word[2], int(word[3])] = float(word[4])
        elif word[0] == "period" and len(word) > 5:
            answer["period"][word[1], int(word[2])] = pairs(word[3:])
    return answer


def with_highs(mps):
    import highspy
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.readModel(mps)
    begun = time.time()
    model.run()
    status = model.modelStatusToString(model.getModelStatus())
    return {"status": status, "cost": 1000 * model.getInfo().objective_function_value if status == "Optimal" else None,
            "seconds": time.time() - begun}


# ---------------------------------------------------------------------------------------------------------- report

def summary(I, answer, nothing, years):
    """What is printed of an option; money in pounds of the instance's price base."""
    total = lambda l: fsum(answer["line"][l, y] for y in years)
    of_nothing = lambda l: fsum(nothing["line"][l, y] for y in years)
    lines = {l: total(l) for l in LINES}
    cash = fsum(of_nothing(l) - lines[l] for l in LINES if l != "unfilled")
    once = fsum(lines[l] for l in ONCE)
    hours = answer["hours"].values()
    needed, unfilled = fsum(h["needed"] for h in hours), fsum(h["unfilled"] for h in hours)
    by_period = {}
    for (g, p), f in answer["period"].items():
        a = by_period.setdefault(p, [0.0, 0.0])
        a[0], a[1] = a[0] + f["unfilled"], a[1] + f["needed"]
    worst = max(by_period, key=lambda p: by_period[p][0] / by_period[p][1])
    return {
        "lines": lines, "saving": fsum(of_nothing(l) - lines[l] for l in LINES),
        "cashSavingGross": cash + once, "setUp": once, "cashSavingNet": cash,
        "agency": {f"{s}/{y}": {"pounds": answer["agencySpend"][s, y],
                                "shareOfDoNothingPay": answer["agencySpend"][s, y] / I.pay[s]["payBill"]}
                   for s in I.organisations for y in years},
        "signed": {f"{g}/{s}": fsum(answer["signed"][g, s, y] for y in years) for g in I.groups for s in I.organisations},
        "recruits": {g: fsum(v for (h, _, _), v in answer["recruits"].items() if h == g) for g in I.groups},
        "hoursMoved": fsum(h["moved"] for h in hours), "agencyHours": fsum(h["agency"] for h in hours),
        "bankHours": fsum(h["bank"] for h in hours), "overtimeHours": fsum(h["overtime"] for h in hours),
        "down": fsum(f["down"] for f in answer["period"].values()),
        "fillRate": 1 - unfilled / needed, "worstPeriod": worst, "worstFill": 1 - by_period[worst][0] / by_period[worst][1],
    }


def show(name, answer, years):
    if answer["status"] != "optimal":
        print(f"{name:26s} {answer['status']}  {answer.get('highs', '')}")
        return
    r = answer["summary"]
    million = lambda x: f"{x / 1e6:9.3f}"
    print(f"{name:26s} cost £m {million(answer['cost'])}  saving {million(r['saving'])}  cash gross "
          f"{million(r['cashSavingGross'])} net {million(r['cashSavingNet'])}  {answer['seconds']:.1f} s"
          + (f"  HiGHS {answer['highs']['status']} {million(answer['highs']['cost'] or 0)}" if "highs" in answer else ""))
    print("    lines £m: " + ", ".join(f"{l} {r['lines'][l] / 1e6:.3f}" for l in LINES))
    for y in years:
        print(f"    agency, year {y}: " + ", ".join(
            f"{k.split('/')[0]} £{v['pounds'] / 1e6:.3f}m {100 * v['shareOfDoNothingPay']:.2f}%"
            for k, v in r["agency"].items() if k.endswith(f"/{y}")))
    print(f"    hours: agency {r['agencyHours']:.0f}, bank {r['bankHours']:.0f} (moved {r['hoursMoved']:.0f}), overtime "
          f"{r['overtimeHours']:.0f}, filled downward {r['down']:.0f}; fill {100 * r['fillRate']:.2f}%, worst period "
          f"{r['worstPeriod']} {100 * r['worstFill']:.2f}%")
    print("    people to sign up: " + ", ".join(f"{k} {v:.1f}" for k, v in r["signed"].items() if v > 0.05)
          + "; recruits: " + ", ".join(f"{k} {v:.1f}" for k, v in r["recruits"].items() if v > 0.05))


def claim(agency, best):
    """The plan's £27.0m from £44m of agency at a premium of 50%, all replaced: what is there, and what it would take."""
    base, saved, m = 44.0, 27.0, 0.5
    print(f"premium on top of substantive pay: at most £{base * m / (1 + m):.1f}m of £{base}m; £{saved}m needs a base of "
          f"£{saved * (1 + m) / m:.1f}m, or a premium of {100 * saved / (base - saved):.0f}%")
    print(f"premium as a part of the spend: at most £{base * m:.1f}m; £{saved}m needs a base of £{saved / m:.1f}m, or "
          f"{100 * saved / base:.1f}% of the spend")
    share = best / agency
    print(f"the program, best option at today's fill: £{best / 1e6:.3f}m net a year, {100 * share:.1f}% of the "
          f"£{agency / 1e6:.2f}m of agency here; on the plan's £{base}m £{base * share:.1f}m; £{saved}m needs a base of "
          + (f"£{saved / share:.0f}m" if share > 0 else "no size"))


def examples(highs):
    worst = 0.0
    for name, by_hand in EXAMPLES.items():
        with open(os.path.join(os.path.dirname(MODEL), name + ".dat"), encoding="utf-8") as handle:
            answer = solve(handle.read(), highs)
        if answer["status"] != "optimal":
            raise Fault(f"{name}: {answer['status']}")
        worst = max(worst, abs(answer["cost"] - by_hand))
        print(f"{name:18s} by hand {by_hand:.2f}, the twin {answer['cost']:.6f}"
              + (f", HiGHS {answer['highs']['cost']:.6f}" if highs else ""))
    if worst > 1e-6 * max(EXAMPLES.values()):
        raise Fault(f"an example is off by {worst}")


def main():
    parser = argparse.ArgumentParser(description="Reference answers of the family `staffing`.")
    parser.add_argument("instance", nargs="?")
    parser.add_argument("--examples", action="store_true", help="solve the examples that are worked out by hand")
    parser.add_argument("--five-years", action="store_true", help="five years by month, present value")
    parser.add_argument("--sign-up-factor", type=float,
                        help="people who would sign up, over those on the bank today, in place of signUpFactor; below 0: no limit")
    parser.add_argument("--first-week", type=float, default=0.0, help="weeks of the plan before the first week solved")
    parser.add_argument("--same-fill", action="store_true",
                        help="every option leaves the hours unfilled that do-nothing does: what is saved at today's fill")
    parser.add_argument("--overtime", action="store_true", help="overtime may be worked in every option")
    parser.add_argument("--option", choices=list(OPTIONS), action="append")
    parser.add_argument("--claim", action="store_true",
                        help="set Staffordshire's £27.0m against the answer; with --same-fill")
    parser.add_argument("--export-dat", nargs=2, metavar=("OPTION", "FILE"))
    parser.add_argument("--json", help="where the answers go as JSON")
    arguments = parser.parse_args()
    if arguments.claim and not arguments.same_fill:
        parser.error("--claim needs --same-fill: a claim that pays for no more hours is measured on today's")
    if not arguments.examples and not arguments.instance:
        parser.error("an instance folder, or --examples")
    try:
        import highspy  # noqa: F401
        highs = True
    except ImportError:
        highs = False
    try:
        if arguments.examples:
            examples(highs)
            return
        I = Instance(arguments.instance)
        P = periods(I, arguments.five_years)
        T = Today(I, P)
        asked = {**({"sameFill": 1} if arguments.same_fill else {}), **({"overtimeOpen": 1} if arguments.overtime else {})}
        levers = lambda name: {**OPTIONS[name], **(asked if name != "do-nothing" else {})}
        text = lambda name: data_file(I, P, T, levers(name), arguments.five_years, arguments.sign_up_factor, arguments.first_week)
        if arguments.export_dat:
            if arguments.export_dat[0] not in OPTIONS:
                raise Fault(f"no such option: {arguments.export_dat[0]}; there are {', '.join(OPTIONS)}")
            with open(arguments.export_dat[1], "w", encoding="utf-8") as handle:
                handle.write(text(arguments.export_dat[0]))
            return
        run(I, P, T, arguments, text, highs)
    except (Fault, OSError, subprocess.TimeoutExpired) as fault:
        sys.exit(f"fault: {fault}")


def pay_and_premium(I, T):
    """Today's pay of the model beside the pay bill, which holds other staff too; what agency costs over an hour worked."""
    for s in I.organisations:
        post = fsum(I.workforce[g, s]["wteInPost"] * I.group[g]["contractHours"] * YEAR * I.group[g]["substantiveRate"]
                    * (1 + I.group[g]["onCostShare"]) for g in I.groups)
        bank = fsum(I.workforce[g, s]["bankHours"] * I.group[g]["bankRate"] for g in I.groups)
        agency, bill = I.pay[s]["agencySpend"], I.pay[s]["payBill"]
        print(f"    pay of the model, {s}: in post £{post / 1e6:.1f}m with on-costs, bank £{bank / 1e6:.1f}m, agency £{agency / 1e6:.1f}m: "
              f"£{(post + bank + agency) / 1e6:.1f}m, {100 * (post + bank + agency) / bill:.0f}% of the pay bill £{bill / 1e6:.1f}m")
    for g in I.groups:
        f = I.group[g]
        present = 1 - f["leaveShare"] - f["sicknessShare"]
        hours = fsum(x for s in I.organisations for tier in T.hours[g, s]["agency"] for x in tier)
        if not hours:
            continue
        paid = fsum(T.rate_factor[s] * t[0] * fsum(used) for s in I.organisations
                    for t, used in zip(I.tiers[g], T.hours[g, s]["agency"])) / hours
        worked, full = f["substantiveRate"] / present, f["substantiveRate"] * (1 + f["onCostShare"]) / present
        print(f"    premium today, {g}: agency £{paid:.2f} an hour, {100 * (paid / worked - 1):.0f}% over pay of an hour worked (£{worked:.2f}), "
              f"{100 * (paid / full - 1):.0f}% over its full cost (£{full:.2f}); bank £{f['bankRate']:.2f}")


def run(I, P, T, arguments, text, highs):
    years = sorted({p[1] for p in P})
    print(f"== {os.path.basename(os.path.normpath(arguments.instance))}: {len(P)} periods, {len(I.groups)} groups, "
          f"{len(I.organisations)} organisations, sign-up factor "
          f"{'of the tables' if arguments.sign_up_factor is None else arguments.sign_up_factor}, "
          f"{'fill as today, ' if arguments.same_fill else ''}HiGHS {'yes' if highs else 'no'}")
    print("    rate paid over the tiers' rates: " + ", ".join(f"{s} {T.rate_factor[s]:.4f}" for s in I.organisations))
    print("    agencies' offer over the tiers' shares: " + ", ".join(f"{g}/{s} {v:.3f}" for (g, s), v in T.offer.items()))
    worst = max(abs(v) for r in T.residual.values() for v in r.values())
    print(f"    largest residual of today's hours: {worst:.2g}; extra hours a head and week beyond the limit today: "
          + (", ".join(f"{g}/{s} {v:.1f}" for (g, s), v in T.working_time.items()
                       if v > I.parameter["workingTimeHours"] - I.group[g]["contractHours"]) or "none"))
    pay_and_premium(I, T)
    answers = {}
    for name in ["do-nothing"] + [o for o in (arguments.option or OPTIONS) if o != "do-nothing"]:
        answers[name] = answer = solve(text(name), highs)
        if answer["status"] == "optimal":
            answer["summary"] = summary(I, answer, answers["do-nothing"], years)
        elif name == "do-nothing":
            raise Fault("do-nothing has no answer")
        show(name, answer, years)
    nothing = answers["do-nothing"]
    closed_form = {s: I.pay[s]["agencySpend"] for s in I.organisations}
    gap = max(abs(nothing["agencySpend"][s, y] - closed_form[s]) for s in closed_form for y in years)
    print(f"    do-nothing by the twin against the closed form, agency: largest difference £{gap:.4f}")
    if highs:
        off = [abs(a["highs"]["cost"] / a["cost"] - 1) for a in answers.values()
               if a["status"] == "optimal" and a["highs"]["cost"]]
        same = all((a["status"] == "optimal") == (a["highs"]["cost"] is not None) for a in answers.values())
        print(f"    glpsol against HiGHS: largest relative difference {max(off):.1g}, statuses {'agree' if same else 'DIFFER'}")
    if arguments.claim:
        best = max(a["summary"]["cashSavingNet"] / len(years) for n, a in answers.items()
                   if "summary" in a and n != "overtime")
        claim(fsum(closed_form.values()), best)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as handle:
            json.dump({name: {"status": a["status"], "cost": a.get("cost"), "summary": a.get("summary"),
                              "highs": a.get("highs")} for name, a in answers.items()}, handle, indent=1)


if __name__ == "__main__":
    main()
