# SPDX-License-Identifier: GPL-3.0-or-later
"""The family beds: pools from the estates return, cohorts, schemes, alternatives. What a footprint's plan says is in its
own module (BEDS_*); the rest is national ratios with ranges."""

import math

import national
import source
from tables import BEDS, assumed

COST_SPLIT = ("of the cost of a bed-day, 45% (30% to 60%) is taken to stop with the bed and 15% (10% to 25%) with its ward; no trust publishes the "
              "split")
WARD = {"acute": (28, 20, 32), "community": (20, 12, 30), "rehabilitation": (20, 12, 30), "intermediate-care": (20, 12, 30)}

COHORTS = {
    "delayed": "Ready to leave and waiting for care elsewhere",
    "frail": "Frail or with long-term conditions, admitted as an emergency",
    "other-emergency": "Other emergency patients",
    "planned": "Planned care",
    "step-down": "Recovering after a stay in an acute hospital, or kept out of one",
}
ALTERNATIVES = {
    "home-care": ("Home-care packages with reablement", "a package running, all year",
                  (12400, 8000, 20000, "14 hours (10 to 20) a week at some £17 an hour; no plan prints a price")),
    "intermediate-care": ("Intermediate care beds outside hospital", "a bed, all year",
                          (52925, 45625, 59860,
                           "£145 (£125 to £164) a day: community bed-day in the IPACS model parameters (BNSSG); its price year is not said")),
    "nursing-home": ("Nursing-home beds bought for discharge to assess", "a bed, all year",
                     (39000, 31000, 52000, "£750 (£600 to £1,000) a week; no plan prints a price")),
}


def pool_code(site, kind):
    return f"{site}-{kind}"


def build(tables, f, n):
    tables.require(*BEDS)
    pools(tables, f, n)
    for code, title in COHORTS.items():
        tables.add("bed_cohorts", code, title, "the instance's own grouping: disjoint, so that a bed-day is removed once; " + f.COHORTS_WHY)
    growth = f.admitted_growth(n)
    for code in COHORTS:
        if code == "planned":
            tables.figure("cohort_figures", code, "growthPerYear", figure=assumed(
                0.01, 0, 0.033, "planned bed-days grow more slowly than planned cases, as more become day cases; the high end is the 14% in four "
                                "years of "
                "cases that Staffordshire & Stoke-on-Trent STP (21 Oct 2016, L505) prints"))
        else:
            tables.figure("cohort_figures", code, "growthPerYear", figure=growth)
    for cohort, figure in f.REMOVABLE.items():
        tables.figure("cohort_figures", cohort, "removableShare", figure=figure)
    tables["cohort_figures"].sort(key=lambda r: (list(COHORTS).index(r["cohort"]), r["figure"]))
    for code, (title, unit, price) in ALTERNATIVES.items():
        spare, most = f.ALTERNATIVES[code]
        tables.add("alternatives", code, title, unit, f.ALTERNATIVES_WHY)
        tables.figure("alternative_figures", code, "spare", figure=spare)
        tables.figure("alternative_figures", code, "maximum", figure=most)
        tables.figure("alternative_figures", code, "price", figure=assumed(*price))
        tables.figure("alternative_figures", code, "leadYears", figure=assumed(
            1, 0, 2, "from commissioning to a service that takes patients, about a year; no plan prints it"))
    f.bed_schemes(tables, n)
    for row in f.BED_OPTIONS:
        tables.add("bed_options", *row)
    wards = sum(int(r["value"]) for r in tables["pool_figures"] if r["figure"] == "closableWards")
    tables.figure("bed_parameters", "wardsClosedPerYear", figure=assumed(
        max(2, round(wards / 5)), 1, max(4, round(wards / 2)), "a fifth of the wards that may close, a year: what a system can empty and "
        "staff elsewhere at once; a policy choice"))


def pools(tables, f, n):
    acute = [s for s, (role, *_) in f.SITES.items() if role == "acute"]
    kinds = {}
    for s, (role, *_) in f.SITES.items():
        row = n.eric.beds.get(s)
        beds = source.number(row["Available beds (No.)"]) if row else 0
        if not beds:
            continue
        kind = "acute" if role == "acute" or s in getattr(f, "PLANNED_CARE_ONLY", []) else f.BED_TYPES.get(s, "community")
        kinds[s] = kind
        pool, name = pool_code(s, kind), n.hospitals[s].name
        figures = n.eric.bed_figures(s)
        tables.add("bed_pools", pool, f"{name}: {kind.replace('-', ' ')} beds", s, kind, "occupancy",
                   "NHS Digital, ERIC 2014-15: the site's beds are one figure, so one pool; its type after the site type of the return; the rule "
                   "for beds is "
                   "the simplest of three, the other two are assumptions of another kind")
        size, low, high = WARD[kind]
        size, low, high = (min(x, beds) for x in (size, low, high))
        wards = math.ceil(beds / size)
        closable = wards if role != "acute" and kind != "acute" else max(1, round(wards * 0.25))
        room = max(1, math.ceil(beds * 0.75 / size))
        day = 313 if kind == "acute" else 145
        day_why = (national.REFERENCE_COSTS + ": excess bed-day £313" if kind == "acute" else
                   "community bed-day £145 (£125 to £164), IPACS model parameters (BNSSG)")
        year = day * 365 * 0.92
        gate, gate_why = f.CLOSURE_YEAR["acute" if kind == "acute" else "community"]
        occupancy = (0.92, 0.85, 0.95) if kind == "acute" else (0.94, 0.85, 0.97)
        for figure, value in {
            "openBeds": figures["beds"], "occupiedBeds": figures["bedsOccupied"],
            "wardSize": assumed(size, low, high,
                                f"usual size of {'an acute' if kind == 'acute' else 'a community'} ward; ward sizes by site are not public"),
            "variableCostPerBed": assumed(round(year * 0.45), round(year * 0.30), round(year * 0.60),
                                          f"45% of {day_why} x 365 x 0.92; " + COST_SPLIT),
            "fixedCostPerWard": assumed(round(year * 0.15 * size), round(year * 0.10 * size), round(year * 0.25 * size),
                                        f"15% of {day_why} x 365 x 0.92 x {size} beds; " + COST_SPLIT),
            "peakFactor": assumed(1.04, 1.02, 1.08,
                                  "winter mean over the year's mean; KH03 quarters vary by about this much, 2016/17 by site is not public"),
            "closableWards": assumed(closable, 0, wards,
                                     "all of them, as the plan lets whole sites close" if closable == wards and kind != "acute" else
                                     "a quarter of the wards; no plan says how many acute wards could close"),
            "wardsThatCanOpen": assumed(room, 0, room * 2, "room for three quarters more beds, so that growth to the horizon can be met where it "
                                                           "arises; no "
                                        "site development plan is public"),
            "earliestClosureYear": assumed(gate, gate, gate + 2, gate_why),
            "occupancyLimit": assumed(*occupancy, "NHS planning norms of 85% and 92%" + ("" if kind == "acute" else
                                      "; community hospitals in the returns run between 92% and 96%, and a rule that fails them today would test "
                                      "nothing")),
            "overflowProbability": assumed(0.02, 0.01, 0.05, "used by the bed rule `overflow` only; a policy choice"),
            "quantileZ": assumed(1.645, 1.282, 2.326, "95% of days (90% to 99%) have a bed, used by the bed rule `quantile` only; a policy choice"),
            "varianceRatio": assumed(1.5, 1, 2.5, "1 if arrivals were Poisson, more with weekly swings; daily bed counts by site are not public"),
        }.items():
            tables.figure("pool_figures", pool, figure, figure=value)
        planned_only = s in getattr(f, "PLANNED_CARE_ONLY", [])
        shares = ({"planned": (1, 0.9, 1, "a hospital of planned care only")} if planned_only else
                  f.ACUTE_SHARES if kind == "acute" else
                  {"delayed": (0.15, 0.05, 0.30,
                               "community beds hold patients waiting for care at home or in a care home; shares by site are not public"),
                   "step-down": (0.85, 0.70, 0.95, "the rest of the community beds' patients")})
        for cohort, (value, lo, hi, why) in shares.items():
            tables.figure("pool_cohorts", pool, cohort, "share", figure=assumed(value, lo, hi, why))
        if s in f.SITES and role != "acute":
            tables.figure("bed_site_figures", s, "fixedCostReleased", figure=assumed(
                round(year * 0.10 * beds), round(year * 0.05 * beds), round(year * 0.20 * beds), f"10% (5% to 20%) of {day_why} x 365 x 0.92 x "
                                                                                                 f"{beds:.0f} beds: site "
                "management, medical cover, catering and portering that stop with the last bed; the building itself is a block"))
    for s, kind in kinds.items():
        for t, other in kinds.items():
            if s != t and "acute" not in (kind, other) and "rehabilitation" not in (kind, other):
                tables.add("pool_moves", pool_code(s, kind), pool_code(t, other),
                           "community beds may stand in for each other; the plan flexes their use")
    for s in acute:
        for t in acute:
            if s != t:
                tables.add("pool_moves", pool_code(s, "acute"), pool_code(t, "acute"), "an assumption: acute patients may be moved between the "
                                                                                       "general hospitals")


def scheme(tables, code, title, source_, start, ramp, cost, effects, needs, after="", gate="", fixed=None, one_off=None):
    """A bed scheme with its figures; each argument that is a figure carries its own source."""
    tables.add("bed_schemes", code, title, after, gate, source_)
    nothing = "nothing beyond the alternatives it uses"
    tables.figure("bed_scheme_figures", code, "startYear", figure=start)
    tables.figure("bed_scheme_figures", code, "rampYears", figure=ramp)
    tables.figure("bed_scheme_figures", code, "costPerBedAvoided", figure=cost)
    tables.figure("bed_scheme_figures", code, "fixedCost", figure=fixed or assumed(0, 0, 200000, nothing + " is printed"))
    tables.figure("bed_scheme_figures", code, "oneOffCost", figure=one_off or assumed(100000, 0, 500000, "a project team for a year; not printed"))
    for cohort, figure in effects.items():
        tables.figure("bed_effects", code, cohort, "effect", figure=figure)
    for alternative, figure in needs.items():
        tables.figure("alternative_needs", code, alternative, "perBed", figure=figure)


def discharge(tables, f, share):
    """Discharge to assess, the lever every footprint has in some form."""
    scheme(tables, "discharge-to-assess", "Discharge to assess", f.DISCHARGE_WHY,
           assumed(2017, 2017, 2018, "under way in 2016/17 or the year after in every plan"), assumed(2, 1, 4, "no plan prints a ramp"),
           assumed(3000, 1000, 8000, "assessment and co-ordination for a bed's worth of patients a year; not printed"),
           {"delayed": share},
           {"home-care": assumed(0.5, 0.3, 0.7, "half of those who wait go home with a package; not printed"),
            "intermediate-care": assumed(0.2, 0.1, 0.3, "not printed"), "nursing-home": assumed(0.3, 0.1, 0.5, "not printed")})
