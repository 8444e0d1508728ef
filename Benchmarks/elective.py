# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the family elective on the four footprints, beside HiGHS on the exported MPS.

`footprint compare --family elective`: every set of hubs and inpatient centres by zone, each row to the gap that 3,000 iterations of
the simplex leave; `--exact`: each to proven optimality. HiGHS (PyPI highspy, no gap asked) is given the free case, which is the best
of all rows but those of other levers, by zone as it is exported, and 120 seconds. Seconds by the clock and of the processor of
whole processes, two threads (HiGHS one: its search has one); the answers are compared.

    python3 -m venv venv && venv/bin/pip install highspy && venv/bin/python Benchmarks/elective.py [FOOTPRINT …]

With `--specialties N` each footprint is first brought to so many specialties, for its size alone: copies of those it has, a fifth
larger or smaller by chance, and sites with as many more sessions and beds. HiGHS is left out.
"""

import argparse
import csv
import json
import os
import random
import shutil
import sys
import tempfile

import measuring
from measuring import FOOTPRINT, FOOTPRINTS, ROOT, highspy


def compare(instance, form, *options):
    """Seconds by the clock and of the processor, and what is printed."""
    return measuring.run(FOOTPRINT, "compare", instance, "--family", "elective", "--format", form, "--jobs", "2", *options)


def highs(instance):
    """What HiGHS finds of the free case."""
    with tempfile.TemporaryDirectory() as folder:
        measuring.export(instance, "elective", "mps", folder)
        return measuring.highs(os.path.join(folder, "elective.mps"), 120, threads=1)


def grown(instance, count, folder):
    """A copy of an instance in a folder with so many specialties."""
    made = os.path.join(folder, os.path.basename(instance))
    shutil.copytree(instance, made)

    def change(table, function):
        path = os.path.join(made, "elective", table + ".csv")
        with open(path, newline="", encoding="utf-8") as file:
            header, *rows = list(csv.reader(file))
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([header] + function(rows))
        return rows

    own = [row[0] for row in change("specialties", lambda rows: rows)]
    numbers = random.Random(1)
    # The code of each copy, what it is of, and how much larger it is.
    copies = [(str(900 + place), own[place % len(own)], numbers.uniform(0.8, 1.2)) for place in range(count - len(own))]

    def scaled(row, figures, factor):
        column = next((place for place, cell in enumerate(row) if cell in figures), None)
        if column is None:
            return row
        cells = [f"{float(cell) * factor:.0f}" if cell else cell for cell in row[column + 1:column + 4]]
        return row[:column + 1] + cells + row[column + 4:]

    def copied(rows):
        return rows + [[code, *scaled(row, ("spells", "waitingList"), factor)[1:]]
                       for code, of, factor in copies for row in rows if row[0] == of]

    for table in ("specialties", "specialty_figures", "specialty_modes", "specialty_sites", "specialty_site_figures"):
        change(table, copied)
    larger = count / len(own)
    change("elective_site_figures", lambda rows: [scaled(row, ("sessions", "maximumSessions", "beds"), larger) for row in rows])
    return made


def times(instance):
    """Prints what `compare` and `compare --exact` take and find; £ of the best and its gap."""
    # A table has no present values.
    nothing = json.loads(compare(instance, "json")[2])[0]["doNothing"]["presentValue"]
    for title, options in [("compare", []), ("compare --exact", ["--exact"])]:
        clock, own, text = compare(instance, "csv", *options)
        rows = [row for row in csv.DictReader(text.splitlines()) if row["rank"]]
        best = min(rows, key=lambda row: int(row["rank"]))
        value, gap = nothing - float(best["netPresentValue"]), float(best["gap"])
        print(f"  {title:18}{len(rows):4} rows {clock:7.1f} s, {own:7.1f} s of processor; best £{value:,.0f}, gap {gap:.1e}, "
              f"largest {max(float(row['gap']) for row in rows):.1e}", flush=True)
    return value, gap


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("footprints", nargs="*", default=FOOTPRINTS)
    options.add_argument("--specialties", type=int)
    options = options.parse_args()
    for name in options.footprints:
        instance = os.path.join(ROOT, "Instances", name)
        print(name)
        if options.specialties:
            with tempfile.TemporaryDirectory() as folder:
                times(grown(instance, options.specialties, folder))
            continue
        value, gap = times(instance)
        if not highspy:
            print("  HiGHS: no highspy")
            continue
        seconds, own, found, bound, columns, lines = highs(instance)
        print(f"  {'HiGHS, free case':27}{seconds:7.1f} s, {own:7.1f} s of processor; best £{found:,.0f}, bound £{bound:,.0f}, "
              f"{columns:,} columns, {lines:,} rows", flush=True)
        # No answer is better than another's bound.
        assert value * (1 - gap) <= found * (1 + 1e-6) and bound <= value * (1 + 1e-6), (name, value, gap, found, bound)


main()
