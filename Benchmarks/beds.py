# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the family beds on the four footprints and on made-up regions, beside stock glpsol and HiGHS.

Footprints: `footprint compare --family beds --no-sensitivity --jobs 1` (every row of the comparison, each to proven optimality),
glpsol on the MathProg twin of the free case alone, and HiGHS (PyPI highspy, no gap allowed) on its exported MPS. Medians of three
runs, in seconds of processor time, which does not depend on what else the machine does; the three answers are compared.

Small regions: the bound and the answer that `compare` gives of a region solved by its areas, held against HiGHS on the whole.

The region (60 sites, 8 pools each, 10 years; made here, its figures mean nothing), once with enough of what its hospitals share
and once with too little: `compare` is given 60 seconds, and HiGHS 60 seconds for the free case alone.

    python3 -m venv venv && venv/bin/pip install highspy && venv/bin/python Benchmarks/beds.py [--footprints | --bounds | --region]
    python3 Benchmarks/beds.py --write FOLDER SITES
"""

import json
import os
import random
import re
import statistics
import sys
import tempfile

import measuring
from measuring import FOOTPRINT, FOOTPRINTS, ROOT, highspy


def run(*arguments):
    """An answer within a limit counts too."""
    return measuring.run(*arguments, statuses=(0, 75))


def export(instance, form, folder):
    measuring.export(instance, "beds", form, folder)


def glpsol(folder, limit):
    """Seconds of processor time, and £ of the free case's optimum or None when it was stopped."""
    _, own, text = run("glpsol", "--nopresol", "--mir", "--bestp", "--tmlim", str(limit), "-m",
                       os.path.join(ROOT, "Models", "beds", "beds.mod"), "-d", os.path.join(folder, "beds.dat"))
    found = re.search(r"^presentValue (\S+)", text, re.M)
    return own, float(found[1]) if "INTEGER OPTIMAL SOLUTION FOUND" in text else None


def highs(folder, limit):
    """Seconds by the clock and of the processor, £ of the best found, and £ of the bound."""
    return measuring.highs(os.path.join(folder, "beds.mps"), limit)[:4]


def footprints():
    print(f"{'processor seconds, median of 3':32}{'compare, all rows':>20}{'glpsol, best':>16}{'ratio':>8}{'HiGHS, best':>16}{'ratio':>8}")
    for name in FOOTPRINTS:
        instance = os.path.join(ROOT, "Instances", name)
        with tempfile.TemporaryDirectory() as folder:
            export(instance, "mathprog", folder)
            export(instance, "mps", folder)
            runs = [run(FOOTPRINT, "compare", instance, "--family", "beds", "--no-sensitivity", "--jobs", "1", "--format", "json")
                    for _ in range(3)]
            best = next(c for c in json.loads(runs[0][2])[0]["configurations"] if c["kind"] == "best")
            value = best["result"]["presentValue"]
            twin = [glpsol(folder, 60) for _ in range(3)]
            others = [highs(folder, 60) for _ in range(3)] if highspy else []
            assert best["proof"] == "optimal"
            for found in [t[1] for t in twin if t[1]] + [h[2] for h in others]:
                assert abs(found - value) <= 1e-6 * value, (name, found, value)
        own = statistics.median(r[1] for r in runs)
        cells = [statistics.median(seconds) if seconds else float("nan")
                 for seconds in ([t[0] for t in twin], [h[1] for h in others])]
        print(f"{name:32}{own:20.2f}" + "".join(f"{cell:16.2f}{cell / own:8.2f}" for cell in cells))
        assert own <= 2


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


def compared(folder, *options):
    """Seconds by the clock and of the processor of a comparison, and its answer."""
    seconds, own, text = run(FOOTPRINT, "compare", folder, "--family", "beds", "--format", "json", *options)
    return seconds, own, json.loads(text)[0]


def bounds():
    """HiGHS on the whole of small regions: what it finds may not beat the bound, nor its bound what was found."""
    for sites, years, seed in [(4, 5, 1), (4, 5, 2), (6, 4, 3), (8, 3, 4), (8, 5, 5)]:
        with tempfile.TemporaryDirectory() as parent:
            folder = os.path.join(parent, "region")
            region(folder, sites, years, seed, scarce=True)
            _, own, answer = compared(folder)
            best = next(c for c in answer["configurations"] if c["kind"] == "best")
            nothing, value = answer["doNothing"]["presentValue"], best["netPresentValue"]
            most = value + best["gap"] * max(1, abs(value))
            export(folder, "mps", parent)
            _, its, cost, least = highs(parent, 60)
            print(f"{sites} sites, {years} years: net present value £{value:,.0f} to £{most:,.0f} ({own:.1f} s of processor); "
                  f"HiGHS £{nothing - cost:,.0f} to £{nothing - least:,.0f} ({its:.1f} s)")
            assert nothing - cost <= most + 1 and value <= nothing - least + 1


def synthetic(scarce):
    with tempfile.TemporaryDirectory() as parent:
        folder = os.path.join(parent, "region")
        region(folder, scarce=scarce)
        seconds, own, answer = compared(folder, "--time-limit", "60")
        print(f"region, 60 sites x 8 pools x 10 years, what is shared {'scarce' if scarce else 'plentiful'}: {seconds:.1f} s, "
              f"{own:.1f} s of processor, do-nothing £{answer['doNothing']['presentValue']:,.0f}")
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
            seconds, its, value, bound = highs(parent, 60)
            saving = answer["doNothing"]["presentValue"] - value
            print(f"  HiGHS, best: {seconds:.1f} s, {its:.1f} s of processor, net present value £{saving:,.0f}, "
                  f"gap {(value - bound) / abs(saving):.2%} of it")


if __name__ == "__main__":
    if "--write" in sys.argv:
        place = sys.argv.index("--write")
        region(sys.argv[place + 1], sites=int(sys.argv[place + 2]), scarce=True)
        sys.exit()
    chosen = {"--footprints", "--bounds", "--region"} & set(sys.argv)
    if not chosen or "--footprints" in chosen:
        footprints()
    if highspy and (not chosen or "--bounds" in chosen):
        bounds()
    if not chosen or "--region" in chosen:
        for scarce in (False, True):
            synthetic(scarce)
