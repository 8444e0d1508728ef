#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the modelling layer beside C and beside what others use, in one run, and prints a table.

    python3 Benchmarks/modelling/run.py [compare | large | growth | warm | parallel | published]...

The first five by default. `published` solves the location problems of Tests/Fixtures/benchmarks, a minute for each at
most. The peers come from PyPI into .build/benchmark-python at the first run; those that cannot be had
are left out, and named. Runs take turns, so that a busy machine is busy for all; medians are printed.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENVIRONMENT = ROOT / ".build" / "benchmark-python"
PEERS = {"linopy": ["linopy", "highspy"], "pyomo": ["pyomo"], "mip": ["mip"], "pulp": ["pulp"], "highspy": ["highspy"]}
RUNS = 5


def once(command):
    """The line of JSON a command prints, with the most memory it held (MiB)."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            return None
        output.seek(0)
        answer = json.loads(output.read().decode().strip().splitlines()[-1])
    answer["memory"] = usage.ru_maxrss / 1024
    answer["total"] = sum(answer.get(part, 0) for part in ("build", "names", "hand_over"))
    return answer


def in_turn(commands, runs=RUNS):
    """Medians of every figure, the commands taking turns; those that fail are dropped."""
    gathered = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if gathered[name] is not None:
                answer = once(command)
                gathered[name] = None if answer is None else gathered[name] + [answer]
    return {
        name: {key: statistics.median(answer[key] for answer in answers) for key in answers[0]}
        for name, answers in gathered.items() if answers}


def table(rows):
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if row is rows[0]:
            print("| " + " | ".join("-" * width for width in widths) + " |")
    print(flush=True)


def peers():
    """The interpreter, and the layers that could be installed."""
    ready = {}
    for layer, packages in PEERS.items():
        made = subprocess.run(
            ["sh", str(ROOT / "Scripts/reference/environment.sh"), str(ENVIRONMENT / layer), *packages],
            capture_output=True, text=True)
        if made.returncode:
            print(f"{layer} is left out: {made.stderr.strip().splitlines()[-1]}")
        else:
            ready[layer] = made.stdout.strip()
    return ready


def compare(swift, floor, sites, zones, with_peers):
    size = [str(sites), str(zones)]
    commands = {
        "GLPK in C, named": [floor, *size],
        "this layer": [swift, "build", *size],
        "this layer, every name written out": [swift, "names", *size],
    }
    if with_peers:
        for layer, python in peers().items():
            commands[layer] = [python, str(HERE / "peers/peers.py"), layer, *size]
    found = in_turn(commands)
    least = found["GLPK in C, named"]
    print(f"{sites} sites, {zones} zones: {least['columns']:,.0f} columns, {least['rows']:,.0f} rows, "
          f"{least['nonzeros']:,.0f} coefficients (medians of {RUNS})")
    rows = [["", "build s", "names s", "hand over s", "total s", "× C", "MiB", "× C"]]
    for name, figures in found.items():
        rows.append([
            name, f"{figures['build']:.3f}", f"{figures.get('names', 0):.3f}", f"{figures['hand_over']:.3f}",
            f"{figures['total']:.3f}", f"{figures['total'] / least['total']:.2f}",
            f"{figures['memory']:.0f}", f"{figures['memory'] / least['memory']:.2f}"])
    table(rows)


def growth(swift):
    print("Time against size (microseconds for each coefficient must not grow)")
    rows = [["sites × zones", "coefficients", "build s", "hand over s", "µs each"]]
    for zones in [125, 250, 500, 1_000, 2_000, 4_000, 8_000]:
        figures = in_turn({"": [swift, "build", "100", str(zones)]}, 3)[""]
        count = figures["nonzeros"]
        rows.append([
            f"100 × {zones}", f"{count:,.0f}", f"{figures['build']:.3f}", f"{figures['hand_over']:.3f}",
            f"{1e6 * figures['total'] / count:.3f}"])
    table(rows)


def warm(swift):
    figures = once([swift, "warm", "40", "100"])
    print(f"100 changes of a right-hand side, 40 × 100: cold {figures['cold']:.2f} s ({figures['cold_iterations']:,} "
          f"iterations), warm {figures['warm']:.2f} s ({figures['warm_iterations']:,}): "
          f"{figures['ratio']:.0f} times as fast\n", flush=True)


def parallel(swift):
    best = max((once([swift, "parallel", "30", "80"]) for _ in range(3)), key=lambda figures: figures["ratio"])
    print(f"24 solves, 30 × 80: one thread {best['one_thread']:.2f} s, two {best['two_threads']:.2f} s: "
          f"{best['ratio']:.2f} times as fast; processor seconds {best['processor_one']:.2f} and "
          f"{best['processor_two']:.2f} (best of three)\n", flush=True)


def main():
    subprocess.run(["swift", "build", "-c", "release", "--package-path", str(HERE)], check=True, stdout=sys.stderr)
    products = pathlib.Path(subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", str(HERE), "--show-bin-path"],
        check=True, capture_output=True, text=True).stdout.strip())
    swift, floor = str(products / "transport"), str(products / "floor")
    asked = sys.argv[1:] or ["compare", "large", "growth", "warm", "parallel"]
    if "compare" in asked:
        compare(swift, floor, 100, 1_000, True)
    if "large" in asked:
        compare(swift, floor, 100, 10_000, False)
    if "growth" in asked:
        growth(swift)
    if "warm" in asked:
        warm(swift)
    if "parallel" in asked:
        parallel(swift)
    if "published" in asked:
        subprocess.run([str(products / "published"), str(ROOT / "Tests/Fixtures/benchmarks"), "60"], check=True)


main()
