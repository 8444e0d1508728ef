# SPDX-License-Identifier: GPL-3.0-or-later
"""Minutes by road from every 2011 LSOA of England to the hospitals.

Measured where the hospital is one of the 125 of the published matrix; otherwise a fit on the straight-line distance
from the zone's population-weighted centroid. `Travel.basis(code)` says which.
"""

import math

import places
import source

FIT = ("fit on the published matrix: minutes = 11.42 + 0.85236 km - 0.000839 km^2, km the straight line from the zone's "
       "population-weighted centroid (ONS 2021) to the site; R2 0.915, mean absolute error 3.9 minutes")
MEASURED = ("LSOA to hospital minutes by road: OpenStreetMap routing calibrated to midday traffic (5.8 + 1.0741 x; R2 0.979, "
            "mean absolute error 4.5 minutes), S. Allen and others, stroke_unit_demographics, file "
            "lsoa_travel_time_matrix_calibrated (MIT)")


def fit(zone, hospital):
    km = math.hypot(zone.x - hospital.easting, zone.y - hospital.northing) / 1000
    return round(11.42 + 0.85236 * km - 0.000839 * km * km, 1)


class Travel:
    def __init__(self, zones, hospitals):
        self.hospitals = hospitals
        reader = source.zipped("travel/lsoa11_travel_time_matrix_calibrated.zip")
        self.columns = {column: index for index, column in enumerate(next(reader))}
        by_name = {record[0]: record for record in reader}
        self.record = {zone.code: by_name.get(zone.name) for zone in zones}
        self.printed = {}                 # the fit as published for the six West Midlands systems; the same formula
        for row in source.rows("travel/westmids_lsoa11_minutes_ESTIMATED_extra_sites.csv"):
            self.printed[row["LSOA11CD"]] = row

    def measured(self, code):
        return places.key(self.hospitals[code].postcode) in self.columns

    def minutes(self, zone, code):
        column = places.key(self.hospitals[code].postcode)
        if column in self.columns:
            return float(self.record[zone.code][self.columns[column]])
        row = self.printed.get(zone.code)
        if row and column in row:
            return float(row[column])
        return fit(zone, self.hospitals[code])

    def others(self, zone, known):
        """The quickest of the matrix hospitals that are not among `known`: (minutes, postcode)."""
        skip = {places.key(self.hospitals[code].postcode) for code in known}
        record = self.record[zone.code]
        return min((float(record[index]), column) for column, index in self.columns.items() if index > 0 and column not in skip)
