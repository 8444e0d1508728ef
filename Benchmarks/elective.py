# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the family elective on the four footprints, beside HiGHS on the exported MPS.

`footprint compare --family elective`: every set of hubs and inpatient centres by zone, each row to the gap that 3,000 iterations of
the simplex leave; `--exact`: each to proven optimality. HiGHS (PyPI highspy, no gap asked) is given the free case, which is the best
of all rows but those of other levers, by zone as it is exported, and 120 seconds. Seconds by the clock and of the processor of
whole processes, two threads (HiGHS one: its search has one); the answers are compared.

    python3 -m venv venv && venv/bin/pip install highspy && venv/bin/python Benchmarks/elective.py [FOOTPRINT …]
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time

try:
    import highspy
except ImportError:
    highspy = None

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
FOOTPRINT = os.environ.get("FOOTPRINT", os.path.join(ROOT, ".build", "release", "footprint"))
FOOTPRINTS = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"]


def processor(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def run(*arguments):
    """Seconds by the clock and of the processor of a whole process, and its standard output."""
    start, before = time.perf_counter(), processor(resource.RUSAGE_CHILDREN)
    done = subprocess.run([FOOTPRINT, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return time.perf_counter() - start, processor(resource.RUSAGE_CHILDREN) - before, done.stdout


def compare(instance, *options):
    """Seconds by the clock and of the processor."""
    return run("compare", instance, "--family", "elective", "--format", "csv", "--jobs", "2", *options)[:2]


def answers(instance, *options):
    """£ of the best, its gap, the largest gap of a row, and how many rows. JSON also works out relaxations, so that it is not what is
    timed."""
    _, _, text = run("compare", instance, "--family", "elective", "--format", "json", "--jobs", "2", *options)
    found = json.loads(text)[0]
    rows = [row for row in found["configurations"] if row.get("rank")]
    best = min(rows, key=lambda row: row["rank"])
    return best["result"]["presentValue"], best["gap"], max(row["gap"] for row in rows), len(found["configurations"])


def highs(instance, limit):
    """Seconds by the clock and of the processor, £ of the best found, and £ of the bound; columns and rows."""
    with tempfile.TemporaryDirectory() as folder:
        run("export", instance, "--family", "elective", "--configuration", "best", "--format", "mps", "--output", folder)
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("time_limit", float(limit))
        solver.readModel(os.path.join(folder, "elective.mps"))
        start, before = time.perf_counter(), processor(resource.RUSAGE_SELF)
        solver.run()
        info = solver.getInfo()
        return (time.perf_counter() - start, processor(resource.RUSAGE_SELF) - before, 1000 * info.objective_function_value,
                1000 * info.mip_dual_bound, solver.getNumCol(), solver.getNumRow())


def main():
    for name in sys.argv[1:] or FOOTPRINTS:
        instance = os.path.join(ROOT, "Instances", name)
        print(name)
        for title, options in [("compare", []), ("compare --exact", ["--exact"])]:
            clock, own = compare(instance, *options)
            value, gap, largest, rows = answers(instance, *options)
            print(f"  {title:18}{rows:4} rows {clock:7.1f} s, {own:7.1f} s of processor; best £{value:,.0f}, gap {gap:.1e}, largest {largest:.1e}",
                  flush=True)
        if not highspy:
            print("  HiGHS: no highspy")
            continue
        seconds, own, found, bound, columns, lines = highs(instance, 120)
        print(f"  {'HiGHS, free case':27}{seconds:7.1f} s, {own:7.1f} s of processor; best £{found:,.0f}, bound £{bound:,.0f}, "
              f"{columns:,} columns, {lines:,} rows", flush=True)
        # No answer is better than another's bound.
        assert value * (1 - gap) <= found * (1 + 1e-6) and bound <= value * (1 + 1e-6), (name, value, gap, found, bound)


main()
