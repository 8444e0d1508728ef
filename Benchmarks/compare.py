# SPDX-License-Identifier: GPL-3.0-or-later
"""Times `footprint compare` beside the naive alternative, in one run, and prints ratios.

The naive alternative solves the same configurations each on its own: built from nothing and handed to stock glpsol as
the MathProg twin's data, one after the other. Medians of several runs; memory is the largest of one process.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
FOOTPRINT = os.path.join(ROOT, ".build", "release", "footprint")
INSTANCE = os.path.join(ROOT, "Instances", "staffordshire")


def timed(arguments, runs=5):
    """Median seconds and largest resident size in MiB of whole processes."""
    seconds, size = [], 0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        size = max(size, usage.ru_maxrss / 1024)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"{' '.join(arguments)} ended with {process.returncode}")
    return statistics.median(seconds), size


def naive():
    """Seconds to export every configuration and solve each from cold with glpsol."""
    answer = subprocess.run([FOOTPRINT, "compare", INSTANCE, "--no-sensitivity", "--format", "json"],
                            capture_output=True, text=True, check=False).stdout
    names = [c["name"] for c in json.loads(answer)[0]["configurations"]]
    model = os.path.join(ROOT, "Models", "emergency", "emergency.mod")
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            subprocess.run([FOOTPRINT, "export", INSTANCE, "--format", "mathprog", "--configuration", name,
                            "--output", folder], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(["glpsol", "--nopresol", "-m", model, "-d", os.path.join(folder, "emergency.dat")],
                           check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, len(names)


def main():
    rows = []
    for title, extra in [("nearest, with sensitivity", []), ("nearest, --no-sensitivity", ["--no-sensitivity"]),
                         ("nearest, --levers all", ["--levers", "all"]),
                         ("assigned, --no-sensitivity", ["--flow", "assigned", "--no-sensitivity"])]:
        seconds, size = timed([FOOTPRINT, "compare", INSTANCE] + extra, runs=3 if "assigned" in title else 5)
        rows.append((title, seconds, size))
    seconds, count = naive()
    plain = next(s for t, s, _ in rows if t == "nearest, --no-sensitivity")
    print(f"{'footprint compare on Staffordshire':40} {'seconds':>9} {'MiB':>7} {'ratio':>7}")
    for title, time_taken, size in rows:
        print(f"{title:40} {time_taken:9.2f} {size:7.0f} {time_taken / plain:7.2f}")
    print(f"{f'naive: {count} configurations through glpsol':40} {seconds:9.2f} {'':>7} {seconds / plain:7.2f}")


if __name__ == "__main__":
    main()
