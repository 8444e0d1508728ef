# SPDX-License-Identifier: GPL-3.0-or-later
"""The hospitals: their codes, postcodes and positions, and which ones have a type 1 A&E department.

Positions come from the publishers' files: the NHS Choices hospital list of 2014 (latitude and longitude, converted by
grid.py), and the postcode positions of the acute sites.
"""

from collections import namedtuple

import source
from grid import national_grid

Hospital = namedtuple("Hospital", "code name organisation postcode easting northing position")

# Type 1 departments that matter to the footprints: ODS site code, name, organisation in 2016/17, postcode.
TYPE1 = [
    ("RBK02", "Manor Hospital, Walsall", "RBK", "WS2 9PS"),
    ("RBT20", "Leighton Hospital, Crewe", "RBT", "CW1 4QJ"),
    ("RJC02", "Warwick Hospital", "RJC", "CV34 5BW"),
    ("RJE01", "Royal Stoke University Hospital", "RJE", "ST4 6QG"),
    ("RJE09", "County Hospital, Stafford", "RJE", "ST16 3SA"),
    ("RJF02", "Queen's Hospital, Burton upon Trent", "RJF", "DE13 0RB"),
    ("RJN71", "Macclesfield District General Hospital", "RJN", "SK10 3BL"),
    ("RKB01", "University Hospital, Coventry", "RKB", "CV2 2DX"),
    ("RL403", "New Cross Hospital, Wolverhampton", "RL4", "WV10 0QP"),
    ("RLT01", "George Eliot Hospital, Nuneaton", "RLT", "CV10 7DJ"),
    ("RNA01", "Russells Hall Hospital, Dudley", "RNA", "DY1 2HQ"),
    ("RNQ51", "Kettering General Hospital", "RNQ", "NN16 8UZ"),
    ("RNS01", "Northampton General Hospital", "RNS", "NN1 5BD"),
    ("RR101", "Birmingham Heartlands Hospital", "RR1", "B9 5SS"),
    ("RR105", "Good Hope Hospital, Sutton Coldfield", "RR1", "B75 7RR"),
    ("RRK15", "Queen Elizabeth Hospital Birmingham", "RRK", "B15 2TH"),
    ("RTGFG", "Royal Derby Hospital", "RTG", "DE22 3NE"),
    ("RTH05", "Horton General Hospital, Banbury", "RTH", "OX16 9AL"),
    ("RTH08", "John Radcliffe Hospital, Oxford", "RTH", "OX3 9DU"),
    ("RWEAA", "Leicester Royal Infirmary", "RWE", "LE1 5WW"),
    ("RWJ09", "Stepping Hill Hospital, Stockport", "RWJ", "SK2 7JE"),
    ("RWP01", "Alexandra Hospital, Redditch", "RWP", "B98 7UB"),
    ("RWP50", "Worcestershire Royal Hospital", "RWP", "WR5 1DD"),
    ("RX1RA", "Queen's Medical Centre, Nottingham", "RX1", "NG7 2UH"),
    ("RXK01", "Sandwell General Hospital", "RXK", "B71 4HJ"),
    ("RXK02", "City Hospital, Birmingham", "RXK", "B18 7QH"),
    ("RXWAS", "Royal Shrewsbury Hospital", "RXW", "SY3 8XQ"),
    ("RXWAT", "Princess Royal Hospital, Telford", "RXW", "TF1 6TF"),
    # Of the third and fourth footprint; a tie for the quickest goes to the one listed first.
    ("RJR05", "Countess of Chester Hospital", "RJR", "CH2 1UL"),
    ("RLQ01", "The County Hospital, Hereford", "RLQ", "HR1 2ER"),
    ("RTE03", "Gloucestershire Royal Hospital", "RTE", "GL1 3NN"),
    # Welsh hospitals go by their postcode: no source here gives their codes.
    ("W-LL137TD", "Wrexham Maelor Hospital", "7A1", "LL13 7TD"),
    ("W-SY231ER", "Bronglais General Hospital, Aberystwyth", "7A2", "SY23 1ER"),
    ("W-CF479DT", "Prince Charles Hospital, Merthyr Tydfil", "7A5", "CF47 9DT"),
    ("W-NP448YN", "The Grange University Hospital, Cwmbran", "7A6", "NP44 8YN"),
]

# Doors that are not type 1, and community hospitals, inside the footprints.
OTHERS = [
    ("R1A1P", "Evesham Community Hospital", "R1A", "WR11 1JT"),
    ("R1AAN", "Tenbury Community Hospital", "R1A", "WR15 8AP"),
    ("R1ACG", "Princess of Wales Community Hospital, Bromsgrove", "R1A", "B61 0BB"),
    ("R1ACW", "Pershore Hospital", "R1A", "WR10 1PS"),
    ("R1ADC", "Malvern Community Hospital", "R1A", "WR14 1EX"),
    ("R1D21", "Ludlow Hospital", "R1D", "SY8 1QX"),
    ("R1D22", "Bridgnorth Hospital", "R1D", "WV16 4EU"),
    ("R1D25", "Bishop's Castle Community Hospital", "R1D", "SY9 5AJ"),
    ("R1D34", "Whitchurch Community Hospital", "R1D", "SY13 1NT"),
    ("R1E56", "Haywood Hospital", "R1E", "ST6 7AG"),
    ("R1E75", "Longton Hospital", "R1E", "ST3 4QX"),
    ("R1EE3", "Leek Moorlands Hospital", "R1E", "ST13 5BQ"),
    ("R1EE4", "Cheadle Hospital", "R1E", "ST10 1NS"),
    ("R1EE5", "Bradwell Hospital", "R1E", "ST5 7NJ"),
    ("RJC03", "Stratford Hospital", "RJC", "CV37 6NX"),
    ("RJC04", "Ellen Badger Hospital", "RJC", "CV36 4AX"),
    ("RJC46", "Royal Leamington Spa Rehabilitation Hospital", "RJC", "CV34 6SR"),
    ("RJF04", "Samuel Johnson Community Hospital", "RJF", "WS13 6EF"),
    ("RJF05", "Sir Robert Peel Hospital", "RJF", "B78 3NG"),
    ("RKB03", "Hospital of St Cross, Rugby", "RKB", "CV22 5PX"),
    ("RL131", "Robert Jones and Agnes Hunt Orthopaedic Hospital", "RL1", "SY10 7AG"),
    ("RL4TC", "Cannock Chase Hospital", "RL4", "WS11 5XY"),
    ("RLQ03", "Bromyard Community Hospital", "RLQ", "HR7 4QN"),
    ("RLQ06", "Leominster Community Hospital", "RLQ", "HR6 8JH"),
    ("RLQ08", "Ross Community Hospital", "RLQ", "HR9 5AD"),
    ("RLQ14", "Hillside Intermediate Care Centre, Hereford", "RLQ", "HR2 7LB"),
    ("RWP31", "Kidderminster Hospital", "RWP", "DY11 6RJ"),
]

ORGANISATIONS = {
    "7A1": "Betsi Cadwaladr University Health Board",
    "7A2": "Hywel Dda University Health Board",
    "7A5": "Cwm Taf University Health Board",
    "7A6": "Aneurin Bevan University Health Board",
    "R1A": "Worcestershire Health and Care NHS Trust",
    "R1D": "Shropshire Community Health NHS Trust",
    "RJR": "Countess of Chester Hospital NHS Foundation Trust",
    "RL1": "The Robert Jones and Agnes Hunt Orthopaedic Hospital NHS Foundation Trust",
    "RLQ": "Wye Valley NHS Trust",
    "RTE": "Gloucestershire Hospitals NHS Foundation Trust",
    "R1E": "Staffordshire and Stoke on Trent Partnership NHS Trust",
    "RBK": "Walsall Healthcare NHS Trust",
    "RBT": "Mid Cheshire Hospitals NHS Foundation Trust",
    "RJC": "South Warwickshire NHS Foundation Trust",
    "RJE": "University Hospitals of North Midlands NHS Trust",
    "RJF": "Burton Hospitals NHS Foundation Trust",
    "RJN": "East Cheshire NHS Trust",
    "RKB": "University Hospitals Coventry and Warwickshire NHS Trust",
    "RL4": "The Royal Wolverhampton NHS Trust",
    "RLT": "George Eliot Hospital NHS Trust",
    "RNA": "The Dudley Group NHS Foundation Trust",
    "RNQ": "Kettering General Hospital NHS Foundation Trust",
    "RNS": "Northampton General Hospital NHS Trust",
    "RR1": "Heart of England NHS Foundation Trust",
    "RRK": "University Hospitals Birmingham NHS Foundation Trust",
    "RTG": "Derby Teaching Hospitals NHS Foundation Trust",
    "RTH": "Oxford University Hospitals NHS Foundation Trust",
    "RWE": "University Hospitals of Leicester NHS Trust",
    "RWJ": "Stockport NHS Foundation Trust",
    "RWP": "Worcestershire Acute Hospitals NHS Trust",
    "RX1": "Nottingham University Hospitals NHS Trust",
    "RXK": "Sandwell and West Birmingham Hospitals NHS Trust",
    "RXW": "Shrewsbury and Telford Hospital NHS Trust",
}

POSTCODE_POSITION = "position of the postcode (ONS Postcode Directory, to 100 m)"
HOSPITAL_POSITION = "position of the hospital (S. Allen and others, stroke_unit_demographics, list of hospitals 2022, MIT)"
CHOICES_POSITION = ("latitude and longitude of the hospital (NHS Choices, hospital list 2014, OGL), converted to the National "
                    "Grid with Ordnance Survey's Helmert parameters, good to about 5 m")


def key(postcode):
    return postcode.replace(" ", "")


def hospitals():
    """code -> Hospital, for every site above."""
    by_postcode = {}
    for row in source.rows("sites/westmids_acute_sites_eric2016-17.csv"):
        measured = row["travel"].startswith("measured")
        by_postcode[row["postcode_key"]] = (float(row["easting"]), float(row["northing"]),
                                            HOSPITAL_POSITION if measured else POSTCODE_POSITION)
    choices = {}
    for row in source.rows("sites/nhs_choices_hospital_2014.csv"):
        if row["latitude"]:
            choices.setdefault(key(row["postcode"]), (float(row["latitude"]), float(row["longitude"])))
    out = {}
    for code, name, organisation, postcode in TYPE1 + OTHERS:
        if key(postcode) in by_postcode:
            easting, northing, position = by_postcode[key(postcode)]
        elif organisation.startswith("7"):                       # Welsh hospitals are in no English list
            of = stroke_hospitals()[key(postcode)]
            easting, northing, position = of["easting"], of["northing"], HOSPITAL_POSITION
        else:
            easting, northing = national_grid(*choices[key(postcode)])
            position = CHOICES_POSITION
        out[code] = Hospital(code, name, organisation, postcode, easting, northing, position)
    return out


def stroke_hospitals():
    """postcode -> name, country, postcode and position of the hospitals of the travel matrix. Trust names hold unquoted
    commas, so a row's position is found by what it looks like: two numbers in metres, then longitude and latitude."""
    out = {}
    for record in source.lists("sites/stroke_hospitals_2022.csv"):
        if record[0] == "Postcode":
            continue
        numbers = [source.number(cell) for cell in record]
        at = next(i for i in range(9, len(record) - 3) if numbers[i] > 1000 and numbers[i + 1] > 1000 and -9 < numbers[i + 2] < 2 and 49 < numbers[i + 3] < 61)
        name = record[at + 6].strip() if len(record) > at + 6 and record[at + 6].strip() else record[at - 5].strip()
        postcode = record[0].strip()
        out[postcode] = {"country": record[5], "name": name, "postcode": postcode[:-3] + " " + postcode[-3:], "easting": round(numbers[at]), "northing": round(numbers[at + 1])}
    return out
