# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the family beds on the four footprints and on a synthetic region, beside stock glpsol and HiGHS.

For each footprint: `footprint compare --family beds` (every row of the comparison, to proven optimality), glpsol on the MathProg
twin of the free case, and HiGHS (PyPI highspy, no gap allowed) on its exported MPS. Medians of three runs; the three answers are
compared. The synthetic region (60 sites, 8 pools each, 10 years; made here, its figures mean nothing) is given 60 seconds; the rows
that are answered by then are printed (measured: the schemes alone to 0.1%; the free case not).

    python3 -m venv venv && venv/bin/pip install highspy && venv/bin/python Benchmarks/beds.py [--region]
"""

import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import highspy
except ImportError:
    highspy = None

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
FOOTPRINT = os.environ.get("FOOTPRINT", os.path.join(ROOT, ".build", "release", "footprint"))
FOOTPRINTS = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"]


def run(*arguments):
    """Seconds and standard output of a whole process."""
    start = time.perf_counter()
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 75):
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return seconds, done.stdout


def export(instance, form, folder):
    run(FOOTPRINT, "export", instance, "--family", "beds", "--configuration", "best", "--format", form, "--output", folder)


def glpsol(folder, limit):
    """Seconds, and £ of the free case's optimum or None when it was stopped."""
    seconds, text = run("glpsol", "--nopresol", "--mir", "--bestp", "--tmlim", str(limit), "-m",
                        os.path.join(ROOT, "Models", "beds", "beds.mod"), "-d", os.path.join(folder, "beds.dat"))
    found = re.search(r"^presentValue (\S+)", text, re.M)
    return seconds, float(found[1]) if "INTEGER OPTIMAL SOLUTION FOUND" in text else None


def highs(folder, limit, gap=0.0):
    """Seconds, £ of the best found, and £ of the bound."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", gap)
    solver.setOptionValue("time_limit", float(limit))
    solver.readModel(os.path.join(folder, "beds.mps"))
    start = time.perf_counter()
    solver.run()
    info = solver.getInfo()
    return time.perf_counter() - start, 1000 * info.objective_function_value, 1000 * info.mip_dual_bound


def footprints():
    print(f"{'seconds (median of 3)':32}{'compare, all rows':>20}{'glpsol, best':>16}{'HiGHS, best':>16}")
    for name in FOOTPRINTS:
        instance = os.path.join(ROOT, "Instances", name)
        with tempfile.TemporaryDirectory() as folder:
            export(instance, "mathprog", folder)
            export(instance, "mps", folder)
            own = [run(FOOTPRINT, "compare", instance, "--family", "beds", "--format", "json") for _ in range(3)]
            best = next(c for c in json.loads(own[0][1])[0]["configurations"] if c["kind"] == "best")
            value = best["result"]["presentValue"]
            twin = [glpsol(folder, 60) for _ in range(3)]
            others = [highs(folder, 60) for _ in range(3)] if highspy else []
            assert best["proof"] == "optimal"
            for found in [t[1] for t in twin if t[1]] + [h[1] for h in others]:
                assert abs(found - value) <= 1e-6 * value, (name, found, value)
        cells = [statistics.median(r[0] for r in runs) if runs else float("nan") for runs in (own, twin, others)]
        print(f"{name:32}{cells[0]:20.2f}{cells[1]:16.2f}{cells[2]:16.2f}")


def region(folder, sites=60, years=10, seed=1, scarce=False):
    """Writes an instance of so many sites with 8 pools each. Every figure is made up. Where what the hospitals share is scarce, half
    of the packages and of the wards a year that would otherwise be used are there, places have floors, and a site in five can be
    emptied."""
    chance = random.Random(seed)
    shared = {"organisations", "sites", "parameters"}
    for place in ("tables", "beds"):
        os.makedirs(os.path.join(folder, place))

    def write(name, header, rows):
        with open(os.path.join(folder, "tables" if name in shared else "beds", name + ".csv"), "w", encoding="utf-8") as file:
            file.write(header + "\n")
            for row in rows:
                file.write(",".join(str(cell) for cell in row) + "\n")

    def figures(name, key, values):
        write(name, f"{key}figure,value,low,high,basis,source",
              [(*keys, figure, value, "", "", "derived", "made up") for keys, figure, value in values])

    with open(os.path.join(folder, "footprint.yaml"), "w", encoding="utf-8") as file:
        file.write(f"schemaVersion: 1\ntitle: A made-up region\nbaseYear: 2016\ntargetYear: {2016 + years}\nopeningYear: 2018\n"
                   "horizonYear: 2040\npriceBase: 2016/17\ndefaultFamily: beds\nfamilies: [beds]\nillustrative: [beds]\n")
    write("organisations", "code,name,kind,inside,source", [("R", "The region", "provider", "yes", "made up")])
    codes = [f"S{number:02}" for number in range(sites)]
    write("sites", "code,name,organisation,inside,role,postcode,easting,northing,level_today,basis,source",
          [(s, f"Hospital {s}", "R", "yes", "acute", "AA1 1AA", 400000, 300000, "none", "assumed", "made up") for s in codes])
    types = ["acute", "acute", "acute", "community", "community", "rehabilitation", "intermediate-care", "mental-health"]
    pools = [(s, number, kind) for s in codes for number, kind in enumerate(types)]
    name = lambda s, number: f"{s}-{number}"
    write("bed_pools", "code,title,site,bed_type,bed_rule,source",
          [(name(s, n), f"Pool {s} {n}", s, k, "occupancy", "made up") for s, n, k in pools])
    values = []
    open_beds = {}
    for s, n, k in pools:
        ward = 28 if k == "acute" else 20
        beds = chance.randint(2, 8 if k == "acute" else 4) * ward - chance.choice([0, 0, 4])
        open_beds[name(s, n)] = beds
        occupied = round(beds * chance.uniform(0.72, 0.93))
        wards = -(-beds // ward)
        for figure, value in [
                ("openBeds", beds), ("occupiedBeds", occupied), ("wardSize", ward),
                ("variableCostPerBed", 47000 if k == "acute" else 22000), ("fixedCostPerWard", 440000 if k == "acute" else 146000),
                ("peakFactor", 1.04), ("closableWards", max(1, wards // 2) if k == "acute" and not (scarce and int(s[1:]) % 5 == 0) else wards),
                ("wardsThatCanOpen", 3 if k == "acute" else 2), ("earliestClosureYear", 2018),
                ("occupancyLimit", 0.92), ("overflowProbability", 0.02), ("quantileZ", 1.645), ("varianceRatio", 1.5)]:
            values.append(((name(s, n),), figure, value))
    figures("pool_figures", "pool,", values)
    write("bed_cohorts", "code,title,source", [("frail", "Frail", "made up"), ("other", "Other", "made up")])
    figures("cohort_figures", "cohort,", [(("frail",), "growthPerYear", 0.012), (("other",), "growthPerYear", 0.006)])
    figures("pool_cohorts", "pool,cohort,",
            [((name(s, n), c), "share", v) for s, n, _ in pools for c, v in (("frail", 0.6), ("other", 0.4))])
    # Neighbours take each other's patients: sites in groups of four, by pool.
    moves = [(name(a, n), name(b, n), "made up") for first in range(0, sites, 4) for a in codes[first:first + 4]
             for b in codes[first:first + 4] if a != b for n in range(len(types))]
    write("pool_moves", "from,to,source", moves)
    figures("bed_site_figures", "site,", [((s,), "fixedCostReleased", 900000) for s in codes])
    # Every second place of four sites keeps 97 beds in a hundred of those it has today.
    places = [codes[first:first + 4] for first in range(0, sites, 4)]
    write("bed_floors", "place,title,pools,residents,beds_per_thousand,basis,source",
          [(f"P{number}", f"Place {number}", ";".join(name(s, n) for s in place for n in range(len(types))), 100000,
            round(0.97 * sum(open_beds[name(s, n)] for s in place for n in range(len(types))) / 100, 4), "derived", "made up")
           for number, place in enumerate(places) if scarce and number % 2 == 0])
    packages = 10 * sites if scarce else 42 * sites
    write("alternatives", "code,title,unit,source",
          [("home", "Home-care packages", "a package", "made up"), ("step", "Step-down places", "a place", "made up")])
    figures("alternative_figures", "alternative,",
            [((a,), f, v) for a, m, p in (("home", packages, 12400), ("step", packages // 10, 40000))
             for f, v in (("spare", 0), ("maximum", m), ("price", p), ("leadYears", 1))])
    write("bed_schemes", "code,title,after,gate,source",
          [("discharge", "Discharge", "", "", "made up"), ("frailty", "Frailty", "", "", "made up")])
    figures("bed_scheme_figures", "scheme,",
            [((k,), f, v) for k in ("discharge", "frailty")
             for f, v in (("startYear", 2017), ("rampYears", 3), ("costPerBedAvoided", 3000), ("fixedCost", 100000),
                          ("oneOffCost", 500000))])
    figures("bed_effects", "scheme,cohort,",
            [(("discharge", "other"), "effect", 0.08), (("frailty", "frail"), "effect", 0.12)])
    figures("alternative_needs", "scheme,alternative,",
            [(("discharge", "home"), "perBed", 0.5), (("discharge", "step"), "perBed", 0.2), (("frailty", "home"), "perBed", 0.4)])
    # One that can be done, one that leaves four hospitals without half of their acute beds, and one of beds that are not there.
    half = ";".join(f"{name(s, 0)}={open_beds[name(s, 0)] // 2}" for s in codes[:4])
    few = ";".join(f"{name(s, 3)}={20 if open_beds[name(s, 3)] > 20 else 16}" for s in codes[::6])
    write("bed_options", "name,title,closures,note,source",
          [("a-ward-each", "A community ward at every sixth hospital", few, "", "made up"),
           ("half", "Half of the acute beds of four hospitals", half, "", "made up"),
           ("too-many", "More beds than there are", f"{name(codes[0], 0)}={open_beds[name(codes[0], 0)] + 10}", "", "made up")])
    figures("bed_parameters", "", [((), "wardsClosedPerYear", 2 * sites // 3 if scarce else 7 * sites)])
    figures("parameters", "", [((), f, v) for f, v in (("discountRate", 0.035), ("assetLifeYears", 40), ("capitalPerBed", 150000),
                                                      ("doubleRunningMonths", 3))])


def processor():
    """Seconds of processor time of the programs that were run and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def synthetic(scarce):
    with tempfile.TemporaryDirectory() as parent:
        folder = os.path.join(parent, "region")
        region(folder, scarce=scarce)
        before = processor()
        seconds, text = run(FOOTPRINT, "compare", folder, "--family", "beds", "--format", "json", "--time-limit", "60")
        answer = json.loads(text)[0]
        print(f"region, 60 sites x 8 pools x 10 years, what is shared {'scarce' if scarce else 'plentiful'}: {seconds:.1f} s, "
              f"{processor() - before:.1f} s of processor, do-nothing £{answer['doNothing']['presentValue']:,.0f}")
        print(f"  {answer['answeredCount']} of {answer['configurationCount']} rows answered")
        for row in answer["configurations"]:
            if row["status"] == "infeasible":
                print(f"  {row['name']}: cannot be done: {row['reasons'][0]['sentence']}")
                continue
            cost = row["result"]["presentValue"]
            missing = row["gap"] * max(1, abs(row["netPresentValue"]))
            print(f"  {row['name']}: net present value £{row['netPresentValue']:,.0f}, proof {row['proof']}, gap {row['gap']:.2%} of it, "
                  f"{missing / cost:.2%} of the cost")
            assert row["gap"] <= 0.05
        if highspy:
            export(folder, "mps", parent)
            seconds, value, bound = highs(parent, 60)
            saving = answer["doNothing"]["presentValue"] - value
            print(f"  HiGHS, best: {seconds:.1f} s, net present value £{saving:,.0f}, gap {(value - bound) / abs(saving):.2%} of it")


if __name__ == "__main__":
    if "--write" in sys.argv:
        place = sys.argv.index("--write")
        region(sys.argv[place + 1], sites=int(sys.argv[place + 2]), scarce=True)
        sys.exit()
    if "--region" not in sys.argv:
        footprints()
    for scarce in (False, True):
        synthetic(scarce)
