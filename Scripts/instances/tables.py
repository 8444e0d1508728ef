# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the instance tables: how a figure with its basis, range and source becomes a row, and how tables are written."""

import csv
import os
from collections import namedtuple

import source

Figure = namedtuple("Figure", "value basis source low high")


def stated(value, why):
    return Figure(value, "stated", why, None, None)


def derived(value, why, low=None, high=None):
    return Figure(value, "derived", why, low, high)


def estimated(value, why):
    return Figure(value, "estimated", why, None, None)


def assumed(value, low, high, why):
    if not low <= value <= high:
        raise ValueError(f"{low} <= {value} <= {high} does not hold: {why}")
    return Figure(value, "assumed", why, low, high)


LONG = ["figure", "value", "low", "high", "basis", "source"]
HEADERS = {
    "organisations": ["code", "name", "kind", "inside", "source"],
    "sites": ["code", "name", "organisation", "inside", "role", "postcode", "easting", "northing", "level_today", "basis", "source"],
    "site_levels": ["site", "level", "source"],
    "zones": ["code", "name", "inside", "population", "age_0_15", "age_16_64", "age_65_74", "age_75_84", "age_85_plus",
              "income_deprivation", "easting", "northing"],
    "site_services": ["site", "service", "present", "basis", "source"],
    "level_services": ["level", "service", "source"],
    "level_accepts": ["level", "class", "arrival", "source"],
    "options": ["name", "title", "decisions", "source"],
    "schemes": ["name", "title", "closes_minor_injury_units", "after", "source"],
    "parameters": LONG,
    "site_figures": ["site"] + LONG,
    "class_figures": ["class"] + LONG,
    "level_figures": ["level"] + LONG,
    "rates": ["class", "age_band"] + LONG,
    "activity": ["organisation", "measure"] + LONG,
    "staff_figures": ["group"] + LONG,
    "rota_floors": ["level", "group"] + LONG,
    "staff_in_post": ["site", "group"] + LONG,
    "scheme_figures": ["scheme"] + LONG,
    "effects": ["scheme", "class", "cohort"] + LONG,
    "service_moves": ["site", "service"] + LONG,
}
# The tables of the other families, as in Sources/FootprintInstances/*Schema.swift.
BEDS = {
    "bed_pools": ["code", "title", "site", "bed_type", "bed_rule", "source"],
    "pool_figures": ["pool"] + LONG,
    "bed_cohorts": ["code", "title", "source"],
    "cohort_figures": ["cohort"] + LONG,
    "pool_cohorts": ["pool", "cohort"] + LONG,
    "pool_moves": ["from", "to", "source"],
    "bed_site_figures": ["site"] + LONG,
    "bed_floors": ["place", "title", "pools", "residents", "beds_per_thousand", "basis", "source"],
    "alternatives": ["code", "title", "unit", "source"],
    "alternative_figures": ["alternative"] + LONG,
    "bed_schemes": ["code", "title", "after", "gate", "source"],
    "bed_scheme_figures": ["scheme"] + LONG,
    "bed_effects": ["scheme", "cohort"] + LONG,
    "alternative_needs": ["scheme", "alternative"] + LONG,
    "bed_options": ["name", "title", "closures", "note", "source"],
    "bed_parameters": LONG,
}
ELECTIVE = {
    "specialties": ["code", "title", "source"],
    "specialty_figures": ["specialty"] + LONG,
    "specialty_modes": ["specialty", "mode"] + LONG,
    "mode_figures": ["mode"] + LONG,
    "elective_sites": ["site", "hub_today", "may_be_hub", "source"],
    "elective_site_figures": ["site"] + LONG,
    "specialty_sites": ["specialty", "site", "inpatients_today", "may_have", "source"],
    "specialty_site_figures": ["specialty", "site"] + LONG,
    "specialty_needs": ["specialty", "needs", "source"],
    "elective_options": ["name", "title", "hubs", "inpatient_centres", "specialty_moves", "source"],
    "elective_levers": ["lever"] + LONG,
    "elective_parameters": LONG,
}
STAFFING = {
    "workforce_groups": ["code", "title", "may_fill", "source"],
    "workforce_group_figures": ["group"] + LONG,
    "workforce": ["organisation", "group"] + LONG,
    "agency_tiers": ["group", "tier"] + LONG,
    "week_figures": ["week"] + LONG,
    "scenario_figures": ["scenario"] + LONG,
    "shared_bank": ["from", "to"] + LONG,
    "organisation_pay": ["organisation"] + LONG,
    "staffing_parameters": LONG,
}
SYSTEM = {
    "blocks": ["code", "title", "organisation", "site", "tenure", "may_be_released", "source"],
    "block_figures": ["block"] + LONG,
    "programmes": ["code", "title", "after", "excludes", "levers", "bed_schemes", "gate", "source"],
    "programme_figures": ["programme"] + LONG,
    "bridge_lines": ["line", "position", "title", "kind", "programmes", "note", "source"],
    "bridge": ["line", "year"] + LONG,
    "one_off_costs": ["cost", "year"] + LONG,
    "budgets": ["year"] + LONG,
    "organisation_accounts": ["organisation", "year"] + LONG,
    "control_totals": ["organisation", "year"] + LONG,
    "service_gates": ["code", "title", "kind", "service", "sites", "note", "source"],
    "service_gate_figures": ["gate"] + LONG,
    "planning_scales": ["service", "scale", "proposed", "note", "source"],
    "system_parameters": LONG,
}
CLAIMS = {"claims": ["claim", "family", "subject", "measure", "unit", "year", "value", "note", "source"]}
FOLDERS = {"beds": BEDS, "elective": ELECTIVE, "staffing": STAFFING, "system": SYSTEM, "expected": CLAIMS}
for more in FOLDERS.values():
    HEADERS.update(more)


class Tables(dict):
    """name -> rows (dictionaries of text), as a reader of the CSV files would see them."""

    def add(self, table, *cells):
        self.setdefault(table, []).append({k: source.text(v) for k, v in zip(HEADERS[table], cells, strict=True)})

    def figure(self, table, *key_and_name, figure):
        if not figure.source:
            raise ValueError(f"{table}{key_and_name} has no source")
        self.add(table, *key_and_name, figure.value, figure.low, figure.high, figure.basis, figure.source)

    def require(self, *names):
        """Tables that have to be there even where they have no row."""
        for name in names:
            self.setdefault(name, [])

    def header(self, name):
        return HEADERS.get(name) or list(self[name][0])

    def write(self, home):
        """Each table in the folder of its family: `tables` for what families share and for emergency."""
        for name in self:
            folder = os.path.join(home, next((f for f, names in FOLDERS.items() if name in names), "tables"))
            os.makedirs(folder, exist_ok=True)
            self.write_one(os.path.join(folder, name + ".csv"), name)

    def write_one(self, path, name):
        with open(path, "w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            header = self.header(name)
            writer.writerow(header)
            writer.writerows([row[column] for column in header] for row in self[name])


def read(folder):
    out = Tables()
    for file in sorted(os.listdir(folder)):
        if file.endswith(".csv"):
            with open(os.path.join(folder, file), encoding="utf-8-sig", newline="") as handle:
                out[file[:-4]] = list(csv.DictReader(handle))
    return out
