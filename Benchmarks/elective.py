# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the family elective on the four footprints, beside HiGHS on the exported MPS.

`footprint compare --family elective`: every set of hubs and inpatient centres by zone, each row to the gap that 3,000 iterations of
the simplex leave; `--exact`: each to proven optimality. HiGHS (PyPI highspy, no gap asked) is given the free case, which is the best
of all rows but those of other levers, by zone as it is exported, and 120 seconds. Seconds by the clock and of the processor of
whole processes, two threads (HiGHS one: its search has one); the answers are compared.

    python3 -m venv venv && venv/bin/pip install highspy && venv/bin/python Benchmarks/elective.py [FOOTPRINT …]
"""

import csv
import json
import os
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


def main():
    for name in sys.argv[1:] or FOOTPRINTS:
        instance = os.path.join(ROOT, "Instances", name)
        print(name)
        # A table has no present values. JSON also works out relaxations, so that it is not what is timed.
        nothing = json.loads(compare(instance, "json")[2])[0]["doNothing"]["presentValue"]
        for title, options in [("compare", []), ("compare --exact", ["--exact"])]:
            clock, own, text = compare(instance, "csv", *options)
            rows = [row for row in csv.DictReader(text.splitlines()) if row["rank"]]
            best = min(rows, key=lambda row: int(row["rank"]))
            value, gap = nothing - float(best["netPresentValue"]), float(best["gap"])
            print(f"  {title:18}{len(rows):4} rows {clock:7.1f} s, {own:7.1f} s of processor; best £{value:,.0f}, gap {gap:.1e}, "
                  f"largest {max(float(row['gap']) for row in rows):.1e}", flush=True)
        if not highspy:
            print("  HiGHS: no highspy")
            continue
        seconds, own, found, bound, columns, lines = highs(instance)
        print(f"  {'HiGHS, free case':27}{seconds:7.1f} s, {own:7.1f} s of processor; best £{found:,.0f}, bound £{bound:,.0f}, "
              f"{columns:,} columns, {lines:,} rows", flush=True)
        # No answer is better than another's bound.
        assert value * (1 - gap) <= found * (1 + 1e-6) and bound <= value * (1 + 1e-6), (name, value, gap, found, bound)


main()
