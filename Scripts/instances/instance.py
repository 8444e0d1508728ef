# SPDX-License-Identifier: GPL-3.0-or-later
"""Assembles an instance from a footprint's description: the tables, then footprint.yaml and README.md."""

import itertools
import json
import math
import os
from collections import Counter, defaultdict

import beds
import elective
import national
import places
import source
import staffing
import system
import zones as zone_module
from activity import Activity
from eric import Eric
from flows import TYPE1, Flows
from tables import BEDS, ELECTIVE, STAFFING, SYSTEM, Tables, assumed, derived, stated
from travel import FIT, MEASURED, Travel

ODS = "NHS Digital, Organisation Data Service"
VACANCY = 0.12
FAMILY_TABLES = {"emergency": (), "beds": BEDS, "elective": ELECTIVE, "staffing": STAFFING, "system": SYSTEM}


class National:
    """What is read once for all instances."""

    def __init__(self):
        everywhere = zone_module.england_and_wales()
        self.england = [z for z in everywhere if z.code.startswith("E")]
        self.hospitals = places.hospitals()
        # One LSOA (Isles of Scilly 001A) has no row in the matrix.
        self.travel = Travel(everywhere, self.hospitals)
        # Nor have some others a whole one: Scilly again and parts of Wales.
        self.zones = [z for z in everywhere if self.travel.record[z.code] and all(self.travel.record[z.code])]
        self.activity, self.eric = Activity(), Eric(self.hospitals)
        codes = [code for code, *_ in places.TYPE1]
        self.minutes = {z.code: {c: self.travel.minutes(z, c) for c in codes} for z in self.zones}
        self.quickest, served, self.served_with_wales = {}, Counter(), Counter()
        for z in self.zones:
            least = min((m, c) for c, m in self.minutes[z.code].items())
            least = (least[0], next(c for c in codes if self.minutes[z.code][c] == least[0]))
            other = self.travel.others(z, codes)[0]
            self.quickest[z.code] = least[1] if least[0] <= other else None
            if self.quickest[z.code]:
                self.served_with_wales[least[1]] += z.population
                if z.code.startswith("E"):
                    served[least[1]] += z.population
        self.served = served


def place_rows(tables, f, n):
    inside = [s for s in f.SITES]
    for code in sorted(set(inside) | set(f.NEIGHBOURS)):
        h = n.hospitals[code]
        if code in f.SITES:
            role, today, admissible, why = f.SITES[code]
            tables.add("sites", code, h.name, h.organisation, "yes", role, h.postcode, round(h.easting), round(h.northing), today,
                       "assumed", f"code: NHS Digital, ERIC and ODS; {h.position}; level: {why}")
            for level in admissible:
                tables.add("site_levels", code, level, "today's level" if level == today else f.ADMISSIBLE)
        else:
            tables.add("sites", code, h.name, h.organisation, "no", "acute", h.postcode, round(h.easting), round(h.northing), "type1",
                       "assumed", ("code: W- and the postcode" if code.startswith("W-") else f"code: {ODS}") + f"; {h.position}; level: "
                       + ("emergency department of a Welsh health board, as widely published" if h.organisation.startswith("7") else
                          f"type 1 attendances published for {h.organisation} in 2016/17 (NHS England A&E statistics), at this site as "
                          "widely published"))
    organisations = {n.hospitals[s].organisation for s in inside} | {n.hospitals[s].organisation for s in f.NEIGHBOURS}
    for code in sorted(organisations):
        own = code in f.PROVIDERS
        tables.add("organisations", code, places.ORGANISATIONS[code], "provider", "yes" if own else "no",
                   f.PROVIDERS[code] if own else f"{ODS}; name of 2016/17")
    for code, name, kind, why in f.OTHER_ORGANISATIONS:
        tables.add("organisations", code, name, kind, "yes", why)


def zone_and_travel_rows(tables, f, n):
    acute = [s for s, (role, today, *_) in f.SITES.items() if today in TYPE1]
    doors = [s for s, (role, today, admissible, _) in f.SITES.items() if today != "none" or set(admissible) - {"none"}]
    doors += getattr(f, "PLANNED_CARE_ONLY", [])
    columns = sorted(doors + f.NEIGHBOURS)
    chosen = [z for z in n.zones if z.icb == f.ICB or n.quickest[z.code] in acute]
    if not f.WALES and any(z.code.startswith("W") for z in chosen):
        raise ValueError(f"{f.NAME} has zones in Wales and does not say so")
    residents = [z for z in chosen if z.icb == f.ICB]
    if (len(residents), sum(z.population for z in residents)) != f.EXPECTED:
        raise ValueError(f"{len(residents)} zones, {sum(z.population for z in residents)} people, not {f.EXPECTED}")
    for z in chosen:
        tables.add("zones", z.code, z.name, "yes" if z.icb == f.ICB else "no", z.population, *z.ages, z.income, round(z.x), round(z.y))
    known = [code for code, *_ in places.TYPE1]
    for z in chosen:
        for many in range(len(acute)):                        # every closure that leaves a site of the footprint open
            for closed in itertools.combinations(acute, many):
                best = min((m, c) for c, m in n.minutes[z.code].items() if c not in closed)
                if best[1] not in columns:
                    raise ValueError(f"{z.name} needs {best[1]} when {closed} close")
                if n.travel.others(z, known)[0] < best[0]:
                    raise ValueError(f"{z.name}: a hospital not listed is quicker when {closed} close")
    tables["travel"] = [{"zone": z.code, **{c: source.text(n.travel.minutes(z, c)) for c in columns}} for z in chosen]
    return columns


def figures_of_sites(tables, f, n):
    for s, (role, today, *_) in f.SITES.items():
        beds = n.eric.bed_figures(s) if role != "minor-injury-unit" else {}
        for name, figure in {**beds, **n.eric.cost_figures(s)}.items():
            tables.figure("site_figures", s, name, figure=figure)
        if role == "acute":
            built = source.number(n.eric.beds[s]["Available beds (No.)"])
            tables.figure("site_figures", s, "maximumBedsBuilt", figure=assumed(
                round(built * 0.25), round(built * 0.10), round(built * 0.40), "25% (10% to 40%) of the site's beds, wards that could be "
                "reopened, refurbished or added within the grounds; no site development plan is public"))
            national.acute_site(tables, s, f.CATCHMENT_WHY(s))
        elif role == "minor-injury-unit":
            national.miu_site(tables, s)
    for s in f.NEIGHBOURS:
        organisation = n.hospitals[s].organisation
        if organisation.startswith("7"):
            people = n.served_with_wales[s]
            for name, total, what in (("offeredAttendances", n.activity.type1("England"), "type 1 attendances"),
                                      ("offeredAdmissions", n.activity.type1_admissions("England"), "admissions via type 1")):
                rate = total / sum(z.population for z in n.england)
                tables.figure("site_figures", s, name, figure=assumed(
                    round(people * rate * 0.10), round(people * rate * 0.05), round(people * rate * 0.20), f"10% (5% to 20%) of the {what} "
                    f"that the {people:,} people whose quickest type 1 site it is would have at England's {rate:.4f} a head in 2016/17 (NHS "
                    "England A&E statistics, ONS mid-2020 population): Wales publishes apart; no offer is public"))
            continue
        siblings = [c for c, _, o, _ in places.TYPE1 if o == organisation]
        share = n.served[s] / sum(n.served[c] for c in siblings)
        part = "" if len(siblings) == 1 else (f" x {share:.3f}, the part of the people in England whose quickest type 1 site is one of "
                                             f"{organisation}'s ({', '.join(siblings)}) that live nearest this one")
        for name, total, what in (("offeredAttendances", n.activity.type1(organisation), "type 1 attendances"),
                                  ("offeredAdmissions", n.activity.type1_admissions(organisation), "admissions via type 1")):
            if not total:
                raise ValueError(f"{organisation} publishes no {what}")
            base = total * share
            tables.figure("site_figures", s, name, figure=assumed(
                round(base * 0.10), round(base * 0.05), round(base * 0.20), f"10% (5% to 20%) of its 2016/17 {what}, "
                f"{total:,.0f} for {organisation}{part} (NHS England A&E statistics); no offer is public"))


def measured_by_the_model(tables, f):
    """Spaces, staff in post and inflow, which no source gives, from the calibrated base-year flows."""
    model = Flows(tables)
    parameters = {r["figure"]: float(r["value"]) for r in tables["parameters"]}
    residents = [i for i, own in enumerate(model.resident) if own]
    outsiders = [i for i, own in enumerate(model.resident) if not own]
    kept_in = model.flow(model.today, model.base, residents, closed=True)
    from_outside = model.flow(model.today, model.base, outsiders)
    site = {(r["site"], r["figure"]): float(r["value"]) for r in tables["site_figures"]}
    floors = {(r["level"], r["group"]): float(r["value"]) for r in tables["rota_floors"]}
    rate = {r["group"]: float(r["value"]) for r in tables["staff_figures"] if r["figure"] == "wtePerThousandAttendances"}
    for s, (role, today, *_) in f.SITES.items():
        if role == "community":
            continue
        needed = model.spaces_needed(model.base_flow, s, today, parameters)
        spaces = math.ceil(needed * 1.05)
        tables.figure("site_figures", s, "spaces", figure=assumed(
            spaces, math.ceil(needed), math.ceil(needed * 1.25), f"treatment spaces by site are not published: the {needed:.1f} that the "
            "calibrated base-year attendances need by the space rule, + 5%, rounded up (+ 0% to + 25%)"))
        most = max(2, round(spaces * 0.40))
        tables.figure("site_figures", s, "maximumSpacesBuilt", figure=assumed(
            most, max(1, round(spaces * 0.15)), max(3, round(spaces * 0.75)), "40% (15% to 75%) of today's spaces; no site development plan "
            "is public"))
        attendances = sum(v for (place, _), v in model.base_flow.items() if place == s)
        if role == "acute":
            guests = sum(v for (place, _), v in from_outside.items() if place == s)
            inflow = guests / (guests + sum(v for (place, _), v in kept_in.items() if place == s))
            tables.figure("site_figures", s, "inflowShare", figure=derived(
                round(inflow, 4), f"calibrated base year, today's levels: the {guests:,.0f} attendances a year that come from zones outside "
                "the footprint, over those and the attendances of residents when all of them use the footprint's own sites (quickest "
                "site, this instance's zones and travel)"))
        for group in rate:
            need = max(site[s, "departmentScale"] * floors[today, group], rate[group] / 1000 * attendances)
            post = need * (1 - VACANCY)
            tables.figure("staff_in_post", s, group, "wte", figure=assumed(
                round(post, 1), round(post * 0.9, 1), round(min(need * 1.05, post * 1.15), 1), f"staff by department is not published: the "
                f"{need:.1f} WTE the base year needs (the rota floor or the volume, the larger) less 12% vacancies; the vacancy rate is "
                "itself assumed (5% to 20%)"))
    order = {s: i for i, s in enumerate(list(f.SITES) + f.NEIGHBOURS)}
    tables["site_figures"].sort(key=lambda r: order[r["site"]])
    tables["staff_in_post"].sort(key=lambda r: order[r["site"]])
    return model


def build(f, n, folder):
    tables = Tables()
    place_rows(tables, f, n)
    columns = zone_and_travel_rows(tables, f, n)
    figures_of_sites(tables, f, n)
    national.rates(tables, n.activity, n.england)
    national.class_figures(tables, n.activity, f.admitted_growth(n))
    national.levels(tables)
    national.parameters(tables, f.PARAMETERS)
    national.staff(tables, f.AGENCY_PREMIUM)
    for organisation in f.PUBLISHED:
        for measure, (total, why) in n.activity.measures(organisation).items():
            if (organisation, measure) not in f.NOT_USED:
                tables.figure("activity", organisation, measure, "total", figure=stated(total, why))
    f.services(tables)
    f.schemes(tables, n)
    for row in f.OPTIONS:
        tables.add("options", *row)
    tables.require("schemes", "scheme_figures", "effects", "service_moves", "options", "activity")
    model = measured_by_the_model(tables, f)
    f.prepare(n)
    beds.build(tables, f, n)
    elective.build(tables, f, n)
    staffing.build(tables, f, n)
    system.build(tables, f, n)
    tables.require("claims")
    for claim, family, subject, measure, unit, year, value, note, line in f.CLAIMS:
        tables.add("claims", claim, family, subject, measure, unit, year, value, note, f"{f.PLAN}, {line}")
    home = os.path.join(folder, f.NAME)
    tables.write(home)
    write_yaml(os.path.join(home, "footprint.yaml"), f, n, columns)
    write_readme(os.path.join(home, "README.md"), f, tables, columns, n)
    return tables, model


def write_yaml(path, f, n, columns):
    quote = lambda text: json.dumps(text, ensure_ascii=False)
    out = ["schemaVersion: 1", f"title: {f.TITLE}", "baseYear: 2016", "targetYear: 2020", "openingYear: 2019", "horizonYear: 2030",
           "priceBase: 2016/17", "defaultFamily: emergency", f"families: [{', '.join(f.FAMILIES)}]", f"illustrative: [{', '.join(f.ILLUSTRATIVE)}]",
           "emergency:", "  boundary: open",
           "  flow: nearest", "  bedRule: occupancy", "  levers: []", "  keepOpen: []", "  forceClosed: []",
           "elective:", "  levers: [day-cases, stays, follow-ups, theatres]", "  outsideSites: []", "columns:", "  zones:"]
    for column, (basis, why) in zone_module.COLUMNS.items():
        out.append(f"    {column}: {{basis: {basis}, source: {quote(why)}}}")
    out += ["  travel:", f"    default: {{basis: derived, source: {quote(MEASURED)}}}"]
    for code in columns:
        if not n.travel.measured(code):
            out.append(f"    {code}: {{basis: estimated, source: {quote(FIT)}}}")
    out.append("notes:")
    out += [f"  - {{cell: {quote(cell)}, note: {quote(note)}}}" for cell, note in f.NOTES]
    out.append("calibrationNotes:" if f.CALIBRATION_NOTES else "calibrationNotes: []")
    out += [f"  - {{organisation: {o}, measure: {m}, note: {quote(note)}}}" for o, m, note in f.CALIBRATION_NOTES]
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(out) + "\n")


def write_readme(path, f, tables, columns, n):
    by_table = defaultdict(Counter)
    for name, rows in tables.items():
        for row in rows:
            if "figure" in row:
                by_table[name][row["basis"]] += 1
    residents = [z for z in tables["zones"] if z["inside"] == "yes"]
    guests = [z for z in tables["zones"] if z["inside"] == "no"]
    fitted = [c for c in columns if not n.travel.measured(c)]
    people = lambda rows: f"{sum(int(z['population']) for z in rows):,}"
    out = [f"# {f.TITLE}", "", f.INTRODUCTION, "",
           f"**In it.** {len(residents)} zones of residents ({people(residents)} people) and {len(guests)} zones outside the footprint "
           f"({people(guests)} people) whose quickest type 1 A&E today is one of its own; {len(f.SITES)} sites inside and "
           f"{len(f.NEIGHBOURS)} neighbouring type 1 hospitals; {len(columns)} columns of minutes by road.", "",
           "**Real.** Population, age and income deprivation by LSOA (ONS, MHCLG), minutes by road for "
           f"{len(columns) - len(fitted)} of the sites, A&E attendances and admissions of 2016/17 by trust (NHS England), beds (ERIC "
           "2014-15), site running costs, finance cost and PFI (ERIC 2016-17), unit costs (reference costs 2016/17, NICE NG94), and "
           "what the plan itself states, with the line it is on.", "",
           f"**Estimated.** Minutes to {', '.join(fitted)}: a fit on distance, as these hospitals are not in the published matrix.", "",
           f"**Assumed**, each with a range and a reason in its row: {f.ASSUMED_TEXT}", "",
           "| family | standing | stated | derived | estimated | assumed |", "|---|---|---|---|---|---|"]
    for family, names in FAMILY_TABLES.items():
        c = sum((by_table[name] for name in by_table if name in names or (family == "emergency" and not any(name in t for t in FAMILY_TABLES.values()))), Counter())
        standing = "illustrative" if family in f.ILLUSTRATIVE else "real"
        out.append(f"| {family} | {standing} | {c['stated']} | {c['derived']} | {c['estimated']} | {c['assumed']} |")
    out += ["", "A family is *illustrative* where most of what decides it (sessions, minutes a case, hours by week, and where no plan speaks of "
                "them beds or money) is "
            "assumed from national ratios until someone loads real figures: what is computed for it is titled so. Tables that families share are "
            "counted "
            "under emergency. Travel minutes and the columns of `zones.csv` are not in this count; their basis is in `footprint.yaml`. By table:", "",
            "| table | stated | derived | estimated | assumed |", "|---|---|---|---|---|"]
    out += [f"| {name} | {c['stated']} | {c['derived']} | {c['estimated']} | {c['assumed']} |" for name, c in by_table.items()]
    claims = len(tables["claims"])
    out += ["", f"**Published answers.** `expected/claims.csv` has {claims} claims of the document, with their lines, to be set beside what is "
                "computed."
            if claims else "**Published answers.** None: the document claims nothing with a number, and `expected/claims.csv` is empty.", "",
            f.FAMILIES_TEXT]
    out += ["", f"Built by `python3 Scripts/instances/build.py {f.NAME}`; sources and recipes in `Instances/SOURCES.md`. "
            "Contains public sector information licensed under the Open Government Licence v3.0.", ""]
    with open(path, "w", encoding="utf-8", newline="\n") as handle:
        handle.write("\n".join(out))
