# SPDX-License-Identifier: GPL-3.0-or-later
"""England: every zone and the hospitals of the published travel matrix, for questions of the national scale.

Its sites are the 125 hospitals of the matrix, which are those with an acute stroke service in 2022, and not every A&E of
2016/17: what is worked out on it is a demonstration of scale, and the instance says so.
"""

import csv
import json
import math
import os
from collections import Counter, defaultdict

import national
import places
import source
import zones as zone_module
from activity import Activity
from eric import FINANCE, PFI, RUNNING
from tables import Tables, assumed, derived
from zones import BANDS

NAME, TITLE = "england", "England"
# A hospital may close only where another is so many minutes away: the choice is wide enough for a question of the
# national scale (2^39 configurations) and leaves out closures that nobody would consider.
CLOSE = 25
BETWEEN = "S. Allen and others, stroke_unit_demographics, inter_hospital_time_calibrated (MIT)"
LIST = "S. Allen and others, stroke_unit_demographics, list of hospitals 2022 (MIT)"
MATRIX = ("LSOA to hospital minutes by road: OpenStreetMap routing calibrated to midday traffic (5.8 + 1.0741 x; R2 0.979, mean absolute error 4.5 "
          "minutes), S. Allen "
          "and others, stroke_unit_demographics, file lsoa_travel_time_matrix_calibrated (MIT), rounded to whole minutes: x is whole and its step "
          "1.0741, so no two "
          "journeys that differed become equal")


def build(folder):
    england = {z.code: z for z in zone_module.england()}
    reader = source.zipped("travel/lsoa11_travel_time_matrix_calibrated.zip")
    columns = next(reader)[1:]
    hospitals = places.stroke_hospitals()
    inside = [c for c in columns if hospitals[c]["country"] == "England"]
    outside = [c for c in columns if c not in inside]
    by_name = {z.name: z for z in england.values()}
    order = sorted(columns)
    between = {r["from_postcode"]: r for r in source.rows("travel/inter_hospital_time_calibrated.csv")}
    nearest = {c: min(float(between[c][other]) for other in columns if other != c) for c in columns}
    index = {c: i for i, c in enumerate(columns)}
    rows, served = [], Counter()
    for record in reader:
        zone = by_name.get(record[0])
        if zone and all(record[1:]):
            minutes = [round(float(record[1 + index[c]])) for c in order]
            rows.append((zone, minutes))
            served[min(zip(minutes, order))[1]] += zone.population
    rows.sort(key=lambda r: r[0].code)
    activity = Activity()
    people = sum(z.population for z, _ in rows)

    tables = Tables()
    tables.add("organisations", "ENG", "NHS trusts of England", "provider", "yes", "all providers together: the list of hospitals has trusts of "
                                                                                   "2022")
    tables.add("organisations", "WAL", "Health boards of Wales", "provider", "no", "all boards together")
    for c in order:
        h = hospitals[c]
        own = c in inside
        tables.add("sites", c, h["name"], "ENG" if own else "WAL", "yes" if own else "no", "acute", h["postcode"], h["easting"], h["northing"],
                   "type1", "assumed",
                   f"code: the postcode, by which the matrix knows the hospital; position: {LIST}; level: taken to have a type 1 department, as "
                   "hospitals with an acute stroke service do")
        if own:
            tables.add("site_levels", c, "type1", "today's level")
            if nearest[c] <= CLOSE:
                tables.add("site_levels", c, "none",
                           f"assumed: another of the hospitals is {nearest[c]:g} minutes away, within {CLOSE} ({BETWEEN}); no plan proposes it")
    national.rates(tables, activity, list(england.values()))
    growth = derived(national.growth_attendances(activity),
                     "NHS England, A&E Attendances and Emergency Admissions, Apr 2016 to Mar 2019: England, type 1 attendances, a year", 0,
                     national.growth_admissions(activity))
    national.class_figures(tables, activity, growth)
    national.levels(tables)
    for name in ("level_figures", "level_accepts", "level_services"):
        tables[name] = [r for r in tables[name] if r["level"] == "type1"]
    national.parameters(tables, {
        "capitalLimit": None,
        "standardMinutes": assumed(45, 30, 60, "no national travel standard is printed"),
        "hardLimitMinutes": assumed(120, 90, 150, "no limit is printed; the longest journeys today are about 100 minutes"),
        "meanMinutesLimit": assumed(30, 25, 40, "none is printed; a policy choice to be varied"),
        "minimumType1Sites": assumed(1, 1, len(inside), "no number is printed; a choice of p sites is asked for by setting both to p"),
        "maximumType1Sites": assumed(len(inside), 1, len(inside), "no more than today's"),
    })
    national.staff(tables, assumed(0.55, 0.3, 0.8, "NHS England and NHS Improvement, agency price caps from Apr 2016: 55% above substantive pay"))
    tables["rota_floors"] = [r for r in tables["rota_floors"] if r["level"] == "type1"]
    site_rows(tables, inside, outside, served, people, activity, rows)
    tables.require("schemes", "scheme_figures", "effects", "service_moves", "options", "activity")

    home = os.path.join(folder, NAME)
    tables.write(home)
    with open(os.path.join(home, "tables", "zones.csv"), "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["code", "name", "inside", "population", *BANDS, "income_deprivation", "easting", "northing"])
        for z, _ in rows:
            writer.writerow([z.code, z.name, "yes", z.population, *z.ages, source.text(z.income), round(z.x), round(z.y)])
    with open(os.path.join(home, "tables", "travel.csv"), "w", encoding="utf-8", newline="") as handle:
        handle.write("zone," + ",".join(order) + "\n")
        for z, minutes in rows:
            handle.write(z.code + "," + ",".join(map(str, minutes)) + "\n")
    write_yaml(os.path.join(home, "footprint.yaml"))
    size = sum(os.path.getsize(os.path.join(home, "tables", f)) for f in os.listdir(os.path.join(home, "tables")))
    write_readme(os.path.join(home, "README.md"), len(rows), people, len(inside), len(outside), size, tables)
    return len(tables) + 2, len(rows), len(order)


def site_rows(tables, inside, outside, served, people, activity, rows):
    kh03 = [r for r in source.rows("trust/kh03_beds_ae_cancelled_trust_quarter_2018-19_to_2024-25.csv") if r["org_code"] == "ENG" and r["financial_year"] == "2018-19"]
    beds = sum(float(r["kh03_avail_ga_avg_beds"]) for r in kh03) / len(kh03)
    occupied = sum(float(r["kh03_occ_ga_avg_beds"]) for r in kh03) / len(kh03)
    acute = [r for r in source.rows("eric/eric_2016-17_site.csv") if r["Site Type"].startswith("1.")]
    running = sum(source.number(r[c]) for r in acute for c in RUNNING)
    codes = {r["Site Code"].strip() for r in acute}
    pfi = sum(source.number(r[c]) for r in source.rows("eric/eric_2016-17_pfi.csv") if r["Site Code"].strip() in codes for c in PFI)
    finance = sum(source.number(r[FINANCE]) for r in acute) - pfi
    rate = {(r["class"], r["age_band"]): float(r["value"]) for r in tables["rates"]}
    demand = defaultdict(lambda: defaultdict(float))
    for z, minutes in rows:
        site = min(zip(minutes, sorted(inside + outside)))[1]
        for q in ("admitted", "major", "minor"):
            demand[site][q] += sum(a * rate[q, b] for a, b in zip(z.ages, BANDS))
    figure = {(r["class"], r["figure"]): float(r["value"]) for r in tables["class_figures"]}
    peak = next(float(r["value"]) for r in tables["parameters"] if r["figure"] == "attendancePeakFactor")
    floors = {r["group"]: float(r["value"]) for r in tables["rota_floors"]}
    per_thousand = {r["group"]: float(r["value"]) for r in tables["staff_figures"] if r["figure"] == "wtePerThousandAttendances"}
    for c in sorted(inside):
        share = served[c] / people
        part = f" x {share:.5f}, the part of England's people whose quickest of the {len(inside) + len(outside)} hospitals it is"
        kh = "NHS England, KH03, general and acute beds, England, 2018-19 mean of four quarters: "
        er = "NHS Digital, ERIC 2016-17, all general acute hospitals: "
        stand = max(1, beds * share)
        for name, value, why in (
                ("beds", stand, kh + f"{beds:,.0f} available" + part),
                ("bedsOccupied", min(stand, occupied * share), kh + f"{occupied:,.0f} occupied" + part),
                ("estateRunningCost", running * share, er + f"£{running:,.0f}, the 16 site cost lines" + part),
                ("pfiUnitaryCharge", pfi * share, er + f"PFI sheet, £{pfi:,.0f}" + part),
                ("capitalCharge", finance * share, er + f"finance cost less PFI, £{finance:,.0f}" + part)):
            value = round(value, 1) if name.startswith("beds") else round(value)
            tables.figure("site_figures", c, name, figure=assumed(value, round(value * 0.5, 1), round(value * 1.5, 1), why))
        tables.figure("site_figures", c, "maximumBedsBuilt", figure=assumed(round(stand), 0, round(stand * 2), "as many again; no site development "
                                                                                                               "plan is public"))
        attendances = sum(demand[c].values())
        needed = sum(figure[q, "spaceMinutes"] * v for q, v in demand[c].items()) / 60 * peak / (52 * 168 * 0.5)
        spaces = max(1, math.ceil(needed * 1.05))
        tables.figure("site_figures", c, "spaces",
                      figure=assumed(spaces, math.ceil(needed), max(1, math.ceil(needed * 1.25)), f"the {needed:.1f} that the people nearest need "
                                                                                                  "by the space rule, + 5%, rounded up"))
        tables.figure("site_figures", c, "maximumSpacesBuilt", figure=assumed(spaces, 0, spaces * 2, "as many again; no site development plan is "
                                                                                                     "public"))
        national.acute_site(tables, c, "no published total by hospital is used, so the rates alone set its level")
        tables.figure("site_figures", c, "inflowShare", figure=assumed(0, 0, 0.02, "people of Wales and Scotland are not zones of this instance"))
        for group in floors:
            need = max(floors[group], per_thousand[group] / 1000 * attendances)
            tables.figure("staff_in_post", c, group, "wte",
                          figure=assumed(round(need * 0.88, 1), round(need * 0.79, 1), round(need, 1), f"the {need:.1f} WTE needed less 12% "
                                                                                                       "vacancies; staff by department is not "
                                                                                                       "published"))
        for service in ("acute-medicine", "critical-care", "emergency-surgery"):
            tables.add("site_services", c, service, "yes", "assumed",
                       "taken to be at every hospital with an acute stroke service; no public table of services by site")
    for c in sorted(outside):
        for name, total, what in (("offeredAttendances", activity.type1("England"), "type 1 attendances"),
                                  ("offeredAdmissions", activity.type1_admissions("England"), "admissions via type 1")):
            base = max(1000, served[c] * total / people)
            tables.figure("site_figures", c, name, figure=assumed(round(base * 1.5), round(base), round(base * 3), "one and a half times the "
                                                                                                                   f"{what} of the people of "
                                                                                                                   "England nearest to it today, a "
                                                                                                                   "thousand at least; no offer is "
                                                                                                                   "public"))


def write_yaml(path):
    quote = lambda text: json.dumps(text, ensure_ascii=False)
    out = ["schemaVersion: 1", f"title: {TITLE}", "baseYear: 2016", "targetYear: 2020", "openingYear: 2019", "horizonYear: 2030",
           "priceBase: 2016/17", "defaultFamily: emergency",
           "families: [emergency]", "illustrative: [emergency]", "emergency:", "  boundary: open", "  flow: nearest", "  bedRule: occupancy",
           "  levers: []", "  keepOpen: []", "  forceClosed: []",
           "columns:", "  zones:"]
    for column, (basis, why) in zone_module.COLUMNS.items():
        out.append(f"    {column}: {{basis: {basis}, source: {quote(why)}}}")
    out += ["  travel:", f"    default: {{basis: derived, source: {quote(MATRIX)}}}", "notes:"]
    notes = [("sites[B152TH].level_today",
              "The hospitals of the matrix are the acute stroke sites of 2022: some A&E departments of 2016/17 are missing (Shrewsbury, Stafford, "
              "Burton, Redditch among them), so journeys are "
              "longer than they are and each hospital's share larger."),
             ("zones.population", "One zone of England, Isles of Scilly 001A, has no row in the matrix and is left out."),
             ("activity", "Empty: published activity by trust would need trusts of 2016/17; the rates add up to England's published total by "
                          "themselves.")]
    out += [f"  - {{cell: {quote(cell)}, note: {quote(note)}}}" for cell, note in notes]
    out.append("calibrationNotes: []")
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(out) + "\n")


def write_readme(path, zones, people, inside, outside, size, tables):
    count = Counter(row["basis"] for rows in tables.values() for row in rows if "figure" in row)
    free = sum(1 for r in tables["site_levels"] if r["level"] == "none")
    out = [f"# {TITLE}", "",
           f"**Illustrative**: for questions of the national scale. {zones:,} zones with {people:,} people, and the {inside + outside} hospitals of "
           f"the published travel matrix ({inside} in England, {outside} in "
           "Wales), which are the acute stroke sites of 2022 and not every A&E.", "",
           "**Real.** Population, age, income deprivation and centroid of every zone (ONS, MHCLG), and the minutes by road, rounded to whole "
           "minutes. **Assumed**: every figure of a hospital, as England's total by "
           "the people nearest to it, with wide ranges.", "",
           f"**Size.** {size / 1e6:.1f} MB of CSV, of which the travel table is most; about 4 MB once git has packed it.", "",
           f"**Choice.** {free} hospitals may close, those with another within {CLOSE} minutes; rows of `site_levels.csv` with the level `none` say "
           "which, and more can be added.", "",
           f"Figures: {count['stated']} stated, {count['derived']} derived, {count['assumed']} assumed. There are no options, schemes or claims.", "",
           "Built by `python3 Scripts/instances/build.py england`; sources and recipes in `Instances/SOURCES.md`. Contains public sector "
           "information licensed under the Open Government Licence v3.0.", ""]
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(out))
