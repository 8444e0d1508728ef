# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference runs of the family `elective`: reads an instance, writes the data file of Models/elective/elective.mod,
solves it with stock glpsol (and HiGHS where highspy can be imported) and prints the answer as JSON.

    python3 elective_reference.py INSTANCE [--case best|today|do-nothing|NAME] [--levers all|none|a,b] [--zones classes|all]
        [--bound upper|lower] [--move SPECIALTY:FROM:TO] [--outside SITE] [--solver glpsol|highs] [--time-limit S] [--strong zones,volumes,list]
        [--root] [--by-hubs] [--export-dat FILE]
    python3 elective_reference.py --or-library FILE [--time-limit S]

INSTANCE is a folder with footprint.yaml, tables/ and elective/. Written from Models/elective/formulation.md with the standard
library only; nothing of the project's own solver is used. The arithmetic of the program is in the model; here are the reading,
the zone classes and the cases.
"""

import argparse
import csv
import itertools
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Models", "elective", "elective.mod")
MODES = ["inpatient", "daycase", "outpatient-procedure"]
# Lever -> (whose year it has in the data file, what is written beside the figures of elective_levers).
LEVERS = {
    "day-cases": ("day-cases", {"conversion": 1}), "day-cases-in-full": ("day-cases", {"conversion": 1, "conversionInFull": 1}),
    "stays": ("stays", {}), "follow-ups": ("follow-ups", {}), "theatres": ("theatres", {}),
}
ALL_LEVERS = ["day-cases", "stays", "follow-ups", "theatres"]


class Fault(Exception):
    pass


# ------------------------------------------------------------------------------------------------------- reading

def rows(folder, *path, optional=False):
    name = os.path.join(folder, *path) + ".csv"
    if optional and not os.path.exists(name):
        return []
    with open(name, encoding="utf-8-sig", newline="") as handle:
        return [{(k or "").strip(): (v or "").strip() for k, v in row.items() if k is not None} for row in csv.DictReader(handle)]


def long_table(folder, name, *keys):
    out = defaultdict(dict)
    for row in rows(folder, "elective", name):
        key = tuple(row[k] for k in keys)
        out[key[0] if len(key) == 1 else key][row["figure"]] = float(row["value"])
    return out


def years(folder):
    with open(os.path.join(folder, "footprint.yaml"), encoding="utf-8-sig") as handle:
        text = handle.read()
    out = {}
    for name in ("baseYear", "targetYear", "openingYear", "horizonYear"):
        found = re.search(rf"^{name}:\s*(\d+)", text, re.M)
        if not found:
            raise Fault(f"footprint.yaml: no {name}")
        out[name] = int(found.group(1))
    return out


class Instance:
    def __init__(self, folder, outside=()):
        """`outside`: sites that leave the family, with the share of each specialty's spells and list they have today."""
        self.folder = folder
        self.years = years(folder)
        self.specialties = sorted(r["code"] for r in rows(folder, "elective", "specialties"))
        site_rows = {r["site"]: r for r in rows(folder, "elective", "elective_sites")}
        for s in outside:
            if s not in site_rows:
                raise Fault(f"no site {s}: {', '.join(sorted(site_rows))}")
            del site_rows[s]
        self.sites = sorted(site_rows)
        self.hub_today = {s: site_rows[s]["hub_today"] == "yes" for s in self.sites}
        self.may_be_hub = {s: site_rows[s]["may_be_hub"] == "yes" for s in self.sites}
        self.specialty = long_table(folder, "specialty_figures", "specialty")
        self.mode = long_table(folder, "specialty_modes", "specialty", "mode")
        self.limits = long_table(folder, "mode_figures", "mode")
        self.site = long_table(folder, "elective_site_figures", "site")
        self.at = {(r["specialty"], r["site"]): (r["inpatients_today"] == "yes", r["may_have"] == "yes")
                   for r in rows(folder, "elective", "specialty_sites") if r["site"] in site_rows}
        at_site = long_table(folder, "specialty_site_figures", "specialty", "site")
        self.fixed = {k: v["fixedCost"] for k, v in at_site.items() if k in self.at}
        for j in self.specialties:
            inside = 1 - math.fsum(at_site[j, s]["shareToday"] for s in outside if (j, s) in at_site)
            self.specialty[j]["waitingList"] *= inside
            for i in MODES:
                self.mode[j, i]["spells"] *= inside
        self.levers = long_table(folder, "elective_levers", "lever")
        self.needs = [(r["specialty"], r["needs"]) for r in rows(folder, "elective", "specialty_needs", optional=True)]
        self.options = {r["name"]: r for r in rows(folder, "elective", "elective_options", optional=True)}
        self.parameter = {r["figure"]: float(r["value"]) for r in rows(folder, "elective", "elective_parameters")}
        self.shared = {r["figure"]: float(r["value"]) for r in rows(folder, "tables", "parameters")}
        travel = {r["zone"]: r for r in rows(folder, "tables", "travel")}
        self.zones = [(r["code"], float(r["population"]), [float(travel[r["code"]][s]) for s in self.sites])
                      for r in rows(folder, "tables", "zones") if r["inside"] == "yes"]
        self.people = math.fsum(z[1] for z in self.zones)

    def classes(self):
        """Zones with the same order of sites (ties to the code that sorts first) on the same side of every travel limit."""
        limits = sorted({self.limits[m][f] for m in MODES for f in ("hardLimitMinutes", "standardMinutes")})
        groups = defaultdict(list)
        for zone in self.zones:
            minutes = zone[2]
            order = tuple(sorted(range(len(self.sites)), key=lambda k: (minutes[k], self.sites[k])))
            side = tuple(tuple(m > limit for limit in limits) for m in minutes)
            groups[order, side].append(zone)
        return [groups[key] for key in sorted(groups)]

    def parties(self, kind, bound):
        """[(name, share of people, minutes, extra minutes)] by site order of self.sites."""
        groups = self.classes() if kind == "classes" else [[z] for z in self.zones]
        out = []
        for n, group in enumerate(groups, 1):
            people = math.fsum(z[1] for z in group)
            if people == 0:
                continue
            minutes = [math.fsum(z[1] * z[2][k] for z in group) / people for k in range(len(self.sites))]
            if len(group) == 1:
                minutes = group[0][2]
            extra = [[z[2][k] - min(z[2]) for z in group] for k in range(len(self.sites))]
            chosen = [min(e) if bound == "lower" else math.fsum(z[1] * x for z, x in zip(group, e)) / people for e in extra]
            out.append((group[0][0] if len(group) == 1 else f"class-{n}", people / self.people, minutes, chosen))
        return out


# ---------------------------------------------------------------------------------------------------- data files

def symbol(s):
    return "'" + str(s).replace("'", "''") + "'"


def number(x):
    return repr(float(x)) if not float(x).is_integer() or abs(x) > 1e15 else str(int(x))


def vector(name, pairs):
    pairs = list(pairs)
    return [] if not pairs else [f"param {name} :="] + [f"  {' '.join(map(symbol, k))} {number(v)}" for k, v in pairs] + [";"]


def table(names, entries):
    return [f"param : {' '.join(names)} :="] + [f"  {' '.join(map(symbol, k))} {' '.join(map(number, v))}" for k, v in entries] + [";"]


def data_file(I, case, levers, kind="classes", bound="upper", moves=(), capital_do_nothing=0.0, strong=("zones", "volumes", "list"), fixed_hubs=None):
    w = ["# SPDX-License-Identifier: GPL-3.0-or-later", f"# {os.path.basename(os.path.normpath(I.folder))}: {case}; levers: "
         + (", ".join(levers) or "none") + f"; zones: {kind}, {bound} bound of travel support", "data;"]
    names = lambda items: " ".join(map(symbol, items))
    parties = I.parties(kind, bound)
    w += [f"set J := {names(I.specialties)};", f"set S := {names(I.sites)};", f"set Z := {names(p[0] for p in parties)};",
          "set AT := " + " ".join(f"({symbol(j)},{symbol(s)})" for j, s in sorted(I.at)) + ";"]
    if I.needs:
        w.append("set NEEDS := " + " ".join(f"({symbol(a)},{symbol(b)})" for a, b in I.needs) + ";")
    w += [f"param {k} := {v};" for k, v in I.years.items()]
    for name, figure in (("spells", "spells"), ("growthPerYear", "growthPerYear"), ("lengthOfStay", "lengthOfStay"),
                         ("minutesOfSpell", "minutes"), ("variableCost", "variableCost"), ("outsourcePrice", "outsourcePrice"),
                         ("followUpsPerSpell", "followUpsPerSpell")):
        w += vector(name, (((j, i), I.mode[j, i][figure]) for j in I.specialties for i in MODES))
    f = ["waitingList", "removedShare", "dayCaseCeiling", "minimumSpells", "spellsPerPathway", "followUpCost"]
    w += table(f, [((j,), [I.specialty[j][x] for x in f]) for j in I.specialties])
    f = ["hardLimitMinutes", "standardMinutes", "allowedShareBeyondStandard", "travelSupportPerMinute"]
    w += table(f, [((i,), [I.limits[i][x] for x in f]) for i in MODES])
    f = ["sessions", "maximumSessions", "utilisation", "hubUtilisation", "cancelledShare", "sessionCost", "beds", "hubCapital", "hubFixedCost"]
    w += table(["hubToday", "mayBeHub"] + ["bedsToday" if x == "beds" else x for x in f],
               [((s,), [I.hub_today[s], I.may_be_hub[s]] + [I.site[s][x] for x in f]) for s in I.sites])
    w += table(["inpatientsToday", "mayHave", "fixedCost"], [(k, [*I.at[k], I.fixed.get(k, 0.0)]) for k in sorted(I.at)])
    w += vector("peopleShare", (((p[0],), p[1]) for p in parties))
    for name, column in (("minutes", 2), ("extraMinutes", 3)):
        w += vector(name, (((p[0], s), p[column][k]) for p in parties for k, s in enumerate(I.sites)))
    w += vector("farthest", (((s,), max(z[2][k] - min(z[2]) for z in I.zones if z[1] > 0)) for k, s in enumerate(I.sites)))
    for name in ("sessionMinutes", "hubGain", "hubStayFactor", "waitingWeeks", "waitingStandard", "waitingTargetYear", "minimumInpatientCentres",
                 "maximumInpatientCentres", "maximumOutsourcedShare"):
        w.append(f"param {name} := {number(I.parameter[name])};")
    for name in ("discountRate", "assetLifeYears", "maximumOccupancy", "bedRunningCost", "bedCostReleasedShare", "capitalPerBed", "capitalLimit"):
        if name in I.shared:
            w.append(f"param {name} := {number(I.shared[name])};")
    w.append(f"param capitalDoNothing := {number(capital_do_nothing)};")
    for lever in levers:
        figures = {**I.levers[lever], **LEVERS[lever][1]}
        w += [f"param {name} := {number(value)};" for name, value in figures.items() if name != "startYear"]
    w += vector("startYear", (((LEVERS[lever][0],), I.levers[lever]["startYear"]) for lever in levers))
    w += [f"param strongZones := {int('zones' in strong)};", f"param strongVolumes := {int('volumes' in strong)};",
          f"param strongList := {int('list' in strong)};"]
    w += case_rows(I, case, moves, fixed_hubs)
    return "\n".join(w + ["end;"]) + "\n"


def case_rows(I, case, moves, fixed_hubs=None):
    as_today = {k: int(v[0]) for k, v in I.at.items()}
    hubs, opens, centres = {}, {}, {}
    if case == "do-nothing" or case == "today":
        hubs, opens = {s: int(I.hub_today[s]) for s in I.sites}, as_today
    elif case != "best":
        if case not in I.options:
            raise Fault(f"no case {case}: best, today, do-nothing or one of {', '.join(I.options)}")
        split = lambda text: [part.strip() for part in text.split(";") if part.strip()]
        chosen = split(I.options[case]["hubs"])
        hubs = {s: int(s in chosen) for s in I.sites}
        kept = split(I.options[case]["inpatient_centres"])
        if kept:
            centres = {s: int(s in kept) for s in I.sites}
        else:
            opens = dict(as_today)
        moves = list(moves) + split(I.options[case]["specialty_moves"])
    for s, value in (fixed_hubs or {}).items():
        hubs[s] = value
    for move in moves:
        specialty, source, target = move.split(":")
        for s, value in ((source, 0), (target, 1)):
            if (specialty, s) not in I.at:
                raise Fault(f"{specialty} is not at {s}")
            opens[specialty, s] = value
    out = vector("hubMustBe", (((s,), v) for s, v in hubs.items())) + vector("openMustBe", opens.items())
    out += vector("centreMustBe", (((s,), v) for s, v in centres.items()))
    return out + (["param requirements := 0;"] if case == "do-nothing" else [])


def or_library(path):
    """A capacitated problem as one specialty of one year: stock sessions are the capacities, a spell is a unit of demand."""
    with open(path, encoding="utf-8") as handle:
        words = [float(word) for word in handle.read().split()]
    m, n = int(words[0]), int(words[1])
    sites = [f"s{k + 1}" for k in range(m)]
    capacity, fixed = words[2:2 + 2 * m:2], words[3:3 + 2 * m:2]
    rest = words[2 + 2 * m:]
    customers = [(rest[k * (m + 1)], rest[k * (m + 1) + 1:(k + 1) * (m + 1)]) for k in range(n)]
    total = math.fsum(d for d, _ in customers)
    zones = [f"z{k + 1}" for k in range(n)]
    worst = max(max(c) / d for d, c in customers)
    w = ["data;", "set J := 'one';", "set S := " + " ".join(sites) + ";", "set Z := " + " ".join(zones) + ";",
         "set AT := " + " ".join(f"('one',{s})" for s in sites) + ";",
         "param baseYear := 0; param targetYear := 1; param openingYear := 1; param horizonYear := 1;"]
    triple = lambda name, value: [f"param {name} := 'one' 'inpatient' {number(value)} 'one' 'daycase' 0 'one' 'outpatient-procedure' 0;"]
    w += triple("spells", total) + triple("minutesOfSpell", 1)
    w += ["param : waitingList removedShare dayCaseCeiling minimumSpells := 'one' 0 0 0 0;"]
    w += table(["hardLimitMinutes", "standardMinutes", "allowedShareBeyondStandard", "travelSupportPerMinute"],
               [((i,), [2 * worst, 2 * worst, 1, 1]) for i in MODES])
    f = ["hubToday", "mayBeHub", "sessions", "maximumSessions", "utilisation", "hubUtilisation", "cancelledShare", "sessionCost", "bedsToday",
         "hubCapital", "hubFixedCost"]
    w += table(f, [((s,), [0, 0, 0, capacity[k], 1, 1, 0, 0, 0, 0, 0]) for k, s in enumerate(sites)])
    w += table(["inpatientsToday", "mayHave", "fixedCost"], [(("one", s), [1, 1, fixed[k]]) for k, s in enumerate(sites)])
    w += vector("peopleShare", (((z,), customers[k][0] / total) for k, z in enumerate(zones)))
    for name in ("minutes", "extraMinutes"):
        w += vector(name, (((z, s), customers[k][1][q] / customers[k][0]) for k, z in enumerate(zones) for q, s in enumerate(sites)))
    w += ["param sessionMinutes := 1; param hubGain := 1; param waitingWeeks := 0; param waitingStandard := 1; param waitingTargetYear := 1;",
          f"param maximumInpatientCentres := {m}; param maximumOutsourcedShare := 0;",
          "param discountRate := 0; param assetLifeYears := 1; param maximumOccupancy := 1; param bedRunningCost := 0; param capitalPerBed := 0;",
          "end;"]
    return "\n".join(w) + "\n"


# ------------------------------------------------------------------------------------------------------- solving

def glpsol(data, limit, extra=()):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.dat")
        with open(path, "w", encoding="utf-8") as handle:
            handle.write(data)
        began = time.time()
        command = ["glpsol", "--nopresol", "--tmlim", str(int(limit)), "-m", MODEL, "-d", path, *extra]
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit * 3 + 300)
        return done.stdout, time.time() - began


def status(log):
    for text, word in (("INTEGER OPTIMAL SOLUTION FOUND", "optimal"), ("HAS NO INTEGER FEASIBLE SOLUTION", "infeasible"),
                       ("HAS NO PRIMAL FEASIBLE SOLUTION", "infeasible"), ("TIME LIMIT EXCEEDED", "limit"),
                       ("processing error", "fault")):
        if text in log:
            return word
    return "fault"


def answer(log):
    out = defaultdict(dict)
    for text in log.splitlines():
        parts = text.split()
        try:
            if len(parts) == 2 and parts[0] in ("presentValue", "annualCost", "capital"):
                out[parts[0]] = float(parts[1])
            elif len(parts) >= 3 and parts[0] in ("line", "hub", "beyondStandard", "inpatients", "sessions", "beds", "waiting", "treated", "outsourced"):
                out[parts[0]][" ".join(parts[1:-1])] = float(parts[-1])
        except ValueError:
            pass
    return out


def search(log):
    """The last line of the tree search: incumbent and best bound, in £; the root's too."""
    found = re.findall(r"^\+\s*\d+:\s*(?:mip =|>>>>>)\s*(\S+|not found yet)\s*(?:>=)\s*(\S+)", log, re.M)
    root = re.findall(r"^\*?\s*\d+: obj =\s*(\S+) inf =", log, re.M)
    out = {"rootRelaxation": 1000 * float(root[-1]) if root else None}
    pairs = [(a, b) for a, b in found if not a.startswith("not") and b not in ("tree", "-inf")]
    if pairs:
        out["incumbent"], out["bound"] = 1000 * float(pairs[-1][0]), 1000 * float(pairs[-1][1])
    return out


def highs(data, limit):
    import highspy
    with tempfile.TemporaryDirectory() as folder:
        path, mps = os.path.join(folder, "case.dat"), os.path.join(folder, "case.mps")
        with open(path, "w", encoding="utf-8") as handle:
            handle.write(data)
        made = subprocess.run(["glpsol", "--check", "-m", MODEL, "-d", path, "--wfreemps", mps], capture_output=True, text=True, timeout=600)
        if not os.path.exists(mps):
            raise Fault("glpsol wrote no MPS file: " + made.stdout[-400:])
        h = highspy.Highs()
        h.setOptionValue("output_flag", False)
        h.setOptionValue("time_limit", float(limit))
        h.setOptionValue("mip_rel_gap", 1e-6)
        h.setOptionValue("threads", 1)
        h.readModel(mps)
        began = time.time()
        h.run()
        info = h.getInfo()
        return {"status": str(h.getModelStatus()).split(".")[-1], "objective": 1000 * info.objective_function_value,
                "bound": 1000 * info.mip_dual_bound, "nodes": info.mip_node_count, "seconds": round(time.time() - began, 1),
                "columns": h.getNumCol(), "rows": h.getNumRow()}


def summary(I, got):
    t = str(I.years["targetYear"])
    at = lambda name, s: got[name].get(f"{s} {t}", 0.0)
    return {
        "hubs": [s for s in I.sites if got["hub"].get(s)],
        "inpatientSites": {s: sorted(k.split()[0] for k in got["inpatients"] if k.split()[1] == s) for s in I.sites},
        "costLines": got["line"], "annualCost": got["annualCost"], "presentValue": got["presentValue"], "capital": got["capital"],
        "sessions": {s: round(at("sessions", s), 1) for s in I.sites},
        "sessionsReleased": {s: round(I.site[s]["sessions"] - at("sessions", s), 1) for s in I.sites},
        "bedsReleased": {s: round(I.site[s]["beds"] - at("beds", s), 2) for s in I.sites},
        "waiting": {y: round(math.fsum(v for k, v in got["waiting"].items() if k.endswith(f" {y}")), 1)
                    for y in range(I.years["baseYear"] + 1, I.years["targetYear"] + 1)},
        "outsourced": round(math.fsum(v for k, v in got["outsourced"].items() if k.endswith(f" {t}")), 2),
        "beyondStandard": got["beyondStandard"],
    }


def hub_sets(I, capital_do_nothing):
    """Every set of hubs whose capital is within the limit: the capital of beds comes on top, and is the program's to judge."""
    free = [s for s in I.sites if I.hub_today[s] or I.may_be_hub[s]]
    for chosen in itertools.product((0, 1), repeat=len(free)):
        cost = math.fsum(I.site[s]["hubCapital"] for s, c in zip(free, chosen) if c and not I.hub_today[s])
        if cost <= I.shared.get("capitalLimit", math.inf) + capital_do_nothing:
            yield dict(zip(free, chosen))


def by_hubs(I, levers, a):
    """The free choice as one program for each set of hubs: the least answer, and the least bound of all of them."""
    began, best, bounds, sets = time.time(), None, [], []
    for hubs in hub_sets(I, a.capital_do_nothing):
        log, seconds = glpsol(data_file(I, "best", levers, a.zones, a.bound, a.move, a.capital_do_nothing, a.strong.split(","), hubs),
                              a.time_limit, ["--cuts", "--pcost"])
        word, found, got = status(log), search(log), answer(log)
        entry = {"hubs": [s for s, c in hubs.items() if c], "status": word, "seconds": round(seconds, 1)}
        sets.append(entry)
        if word == "infeasible":
            continue
        if word == "fault":
            raise Fault(log[-1500:])
        found_any = word == "optimal" or "incumbent" in found
        bounds.append(got["presentValue"] if word == "optimal" else found.get("bound", found["rootRelaxation"]))
        if bounds[-1] is None:
            raise Fault(f"no bound for hubs {entry['hubs']}: give more time")
        entry["bound"] = bounds[-1]
        if found_any:
            entry["presentValue"] = got["presentValue"]
            if best is None or got["presentValue"] < best["presentValue"]:
                best = got
    out = {"status": "optimal" if all(e["status"] in ("optimal", "infeasible") for e in sets) else "limit",
           "seconds": round(time.time() - began, 1), "sets": sets, "bound": min(bounds, default=None)}
    if best is not None:
        out["gap"] = max(0.0, (best["presentValue"] - out["bound"]) / best["presentValue"])
        if out["gap"] <= 1e-9:
            out["status"] = "optimal"                    # sets that were stopped cannot beat it
        out.update(summary(I, best))
    return out


def main():
    parser = argparse.ArgumentParser(description="Reference runs of the family `elective`.")
    parser.add_argument("instance", nargs="?")
    parser.add_argument("--case", default="best")
    parser.add_argument("--levers", default="all", help="all, none, or names with commas: " + ", ".join(LEVERS))
    parser.add_argument("--zones", choices=["classes", "all"], default="classes")
    parser.add_argument("--bound", choices=["upper", "lower"], default="upper")
    parser.add_argument("--move", action="append", default=[], help="SPECIALTY:FROM:TO, inpatients moved")
    parser.add_argument("--outside", action="append", default=[], help="a site that leaves the family")
    parser.add_argument("--strong", default="zones,volumes,list")
    parser.add_argument("--root", action="store_true", help="only the linear relaxation")
    parser.add_argument("--solver", choices=["glpsol", "highs"], default="glpsol")
    parser.add_argument("--time-limit", type=float, default=120)
    parser.add_argument("--capital-do-nothing", type=float, default=0.0)
    parser.add_argument("--export-dat")
    parser.add_argument("--by-hubs", action="store_true", help="the free case, one program for each set of hubs (limit each)")
    parser.add_argument("--or-library")
    a = parser.parse_args()
    try:
        if a.or_library:
            I, data = None, or_library(a.or_library)
        else:
            if not a.instance:
                raise Fault("an instance or --or-library FILE")
            I = Instance(a.instance, a.outside)
            levers = {"all": ALL_LEVERS, "none": []}.get(a.levers) if a.levers in ("all", "none") else a.levers.split(",")
            if a.case == "do-nothing":
                levers = []
            for lever in levers:
                if lever not in LEVERS:
                    raise Fault(f"no lever {lever}: {', '.join(LEVERS)}")
            data = data_file(I, a.case, levers, a.zones, a.bound, a.move, a.capital_do_nothing, a.strong.split(","))
        if a.by_hubs:
            if I is None or a.case != "best":
                raise Fault("--by-hubs is for the free case of an instance")
            print(json.dumps(by_hubs(I, levers, a), indent=1))
            return
        if a.export_dat:
            with open(a.export_dat, "w", encoding="utf-8") as handle:
                handle.write(data)
            return
        if a.solver == "highs":
            print(json.dumps(highs(data, a.time_limit), indent=1))
            return
        if a.root:
            log, seconds = glpsol(data, a.time_limit, ["--nomip"])
            word = "optimal" if "OPTIMAL LP SOLUTION FOUND" in log else status(log)
        else:
            log, seconds = glpsol(data, a.time_limit, ["--cuts", "--pcost"])
            word = status(log)
        out = {"status": word, "seconds": round(seconds, 1), **search(log)}
        if word == "fault":
            raise Fault(log[-1500:])
        got = answer(log)
        if a.root:
            out["rootRelaxation"] = got.get("presentValue")
        elif word == "optimal" or out.get("incumbent") is not None:
            if word == "optimal":
                out["bound"] = got["presentValue"]
            out["gap"] = (got["presentValue"] - out["bound"]) / got["presentValue"]
            out.update(summary(I, got) if I else {"presentValue": got["presentValue"], "line": got["line"]})
        print(json.dumps(out, indent=1))
    except Fault as fault:
        sys.exit(f"fault: {fault}")


if __name__ == "__main__":
    main()
