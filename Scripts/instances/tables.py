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

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for name in self:
            with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as handle:
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
