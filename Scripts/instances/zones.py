# SPDX-License-Identifier: GPL-3.0-or-later
"""The zones: 2011 LSOAs with population by age (ONS mid-2020), income deprivation (MHCLG 2019) and centroid (ONS 2021)."""

from collections import namedtuple

import source

Zone = namedtuple("Zone", "code name icb population ages income x y")
BANDS = ("age_0_15", "age_16_64", "age_65_74", "age_75_84", "age_85_plus")

COLUMNS = {
    "population": ("stated", "ONS, Lower layer Super Output Area population estimates, mid-2020 (2011 LSOAs)"),
    "age_0_15": ("derived", "ONS mid-2020 LSOA estimates by single year of age, summed 0 to 15"),
    "age_16_64": ("derived", "ONS mid-2020 LSOA estimates: all ages less 0 to 15 less 65 and over"),
    "age_65_74": ("derived", "ONS mid-2020 LSOA estimates: 65 and over less 75 and over"),
    "age_75_84": ("derived", "ONS mid-2020 LSOA estimates: 75 and over less 85 and over"),
    "age_85_plus": ("derived", "ONS mid-2020 LSOA estimates by single year of age, summed from 85"),
    "income_deprivation": ("stated", "MHCLG, English Indices of Deprivation 2019, File 7: Income Domain Score"),
    "easting": ("derived", "ONS, 2021 LSOA population-weighted centroids (Dec 2021); a 2011 LSOA takes the first 2021 LSOA it "
                           "is matched to in the ONS LSOA 2011 to 2021 lookup; whole metres"),
    "northing": ("derived", "ONS, 2021 LSOA population-weighted centroids (Dec 2021); a 2011 LSOA takes the first 2021 LSOA it "
                            "is matched to in the ONS LSOA 2011 to 2021 lookup; whole metres"),
}


def england():
    """Every English 2011 LSOA, in order of code."""
    return [z for z in england_and_wales() if z.code.startswith("E")]


def england_and_wales():
    """Every 2011 LSOA, in order of code. A Welsh one has the income score of the same file."""
    first = {}
    for row in source.rows("lsoa/lookup_lsoa11_lsoa21_lad22.csv"):
        first.setdefault(row["LSOA11CD"], row["LSOA21CD"])
    centroid = {row["LSOA21CD"]: (float(row["x"]), float(row["y"])) for row in source.rows("lsoa/LLSOA_Dec_2021_PWC_EW.csv")}
    board = {row["lsoa21_code"]: row["icb24_code_nhs"] for row in source.rows("lsoa/lookup_lsoa21_icb24.csv")}
    income = {row["LSOA Code (2011)"]: float(row["Income Domain Score"])
              for row in source.rows("lsoa/IoD2019_File_7a_extract.csv")}
    out = []
    for row in source.rows("lsoa/lsoa11_population_mid2020.csv"):
        code = row["lsoa11cd"]
        total, young = int(row["pop_total_mid2020"]), int(row["pop_0_15"])
        over65, over75, over85 = int(row["pop_65plus"]), int(row["pop_75plus"]), int(row["pop_85plus"])
        ages = (young, total - young - over65, over65 - over75, over75 - over85, over85)
        now = first[code]
        if now not in centroid:
            raise ValueError(f"{code} has no centroid")
        out.append(Zone(code, row["lsoa11nm"], board.get(now, ""), total, ages, income[code], *centroid[now]))
    return sorted(out)
