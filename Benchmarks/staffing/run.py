#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the family staffing on a made-up region of 52 weeks, 12 groups and 6 organisations, beside HiGHS and stock glpsol.

    python3 Benchmarks/staffing/run.py [year | stages]

Both by default. Prints a table with ratios, processor and wall-clock seconds and the most memory of each process; every answer is
held against the others. HiGHS (highspy) comes from PyPI into .build/benchmark-python at the first run and is left out where it
cannot be had; glpsol is Debian's glpk-utils, and has ten minutes.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENVIRONMENT = ROOT / ".build" / "benchmark-python" / "highspy"
REGION = "12x6"
# The second is of a ceiling that two organisations reach.
OPTIONS = ["shared-bank-recruitment", "ceiling-2.5"]
LIMIT = "600"


def once(command):
    """What a command prints, its wall-clock and processor seconds and the most memory it held (MiB)."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
        output.seek(0)
        return output.read().decode(), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measured(command):
    """The line of JSON that a command prints, with the most memory it held."""
    text, _, _, memory = once(command)
    return {**json.loads(text.strip().splitlines()[-1]), "memory": memory}


def glpsol(path):
    """What stock glpsol says of a file; no cost where its time was over."""
    text, wall, processor, memory = once(["glpsol", "--freemps", path, "--tmlim", LIMIT, "--output", f"{path}.sol"])
    answer = {"wall": wall, "processor": processor, "memory": memory}
    if "OPTIMAL LP SOLUTION FOUND" in text:
        answer["cost"] = 1000 * float(re.search(r"^Objective: .* = (\S+)", pathlib.Path(f"{path}.sol").read_text(), re.M)[1])
    return answer


def highs():
    """The interpreter that has HiGHS; None where it cannot be had."""
    made = subprocess.run(
        ["sh", str(ROOT / "Scripts/reference/environment.sh"), str(ENVIRONMENT), "highspy"], capture_output=True, text=True)
    if made.returncode:
        print(f"HiGHS is left out: {made.stderr.strip().splitlines()[-1]}")
        return None
    return made.stdout.strip()


def table(what, rows, slack=1e-6):
    """A line for each way to the same answer, the first the measure of the others; a cost that differs stops the run."""
    print(f"\n{what}\n\n| | £m | wall s | × | processor s | MiB | × |\n| --- | --- | --- | --- | --- | --- | --- |")
    first = rows[0][1]
    for name, found in rows:
        cost = f"{found['cost'] / 1e6:,.3f}" if "cost" in found else "not in time"
        print(f"| {name} | {cost} | {found['wall']:.2f} | {found['wall'] / first['wall']:.1f} | {found['processor']:.2f} | "
              f"{found['memory']:.0f} | {found['memory'] / first['memory']:.1f} |", flush=True)
        if "cost" in found and abs(found["cost"] - first["cost"]) > slack * first["cost"]:
            sys.exit(f"{name} finds £{found['cost']}, {rows[0][0]} £{first['cost']}")


def year(program, python, folder):
    for option in OPTIONS:
        path = folder / f"{option}.mps"
        once([program, "write-year", REGION, option, path])
        own = measured([program, "year", REGION, option])
        rows = [("by blocks", own)]
        if python:
            rows.append(("HiGHS", measured([python, HERE / "peers/highs.py", path, LIMIT])))
        rows.append(("glpsol", glpsol(path)))
        table(f"The year, {option}: {own['columns']:,.0f} columns, {own['rows']:,.0f} rows", rows)


def stages(program, python, folder):
    option = OPTIONS[0]
    path = folder / "together.mps"
    once([program, "write-together", REGION, option, "10", path])
    rows = [("by lines", measured([program, "stages", REGION, option, "10", "1e-6"]))]
    if python:
        rows.append(("HiGHS, all together", measured([python, HERE / "peers/highs.py", path, LIMIT])))
    table(f"10 scenarios, {option}, to a gap of 1e-6", rows, 3e-6)
    print(f"\nBy lines, {OPTIONS[0]} and {OPTIONS[1]}\n\n| scenarios | option | gap asked | gap | rounds | wall s | processor s | MiB |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for option in OPTIONS:
        for count, gap in [(200, "1e-6"), (1000, "0.005"), (1000, "1e-6")]:
            found = measured([program, "stages", REGION, option, count, gap])
            reached = f"{found['gap']:.1e} | {found['rounds']:.0f}" if "gap" in found else "no answer | "
            print(f"| {count:,} | {option} | {gap} | {reached} | {found['wall']:.1f} | "
                  f"{found['processor']:.1f} | {found['memory']:.0f} |", flush=True)


def main():
    subprocess.run(["swift", "build", "-c", "release", "--package-path", str(HERE)], check=True, stdout=sys.stderr)
    products = subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", str(HERE), "--show-bin-path"],
        check=True, capture_output=True, text=True).stdout.strip()
    program, python = pathlib.Path(products) / "staffing", highs()
    asked = sys.argv[1:] or ["year", "stages"]
    with tempfile.TemporaryDirectory() as folder:
        if "year" in asked:
            year(program, python, pathlib.Path(folder))
        if "stages" in asked:
            stages(program, python, pathlib.Path(folder))


main()
