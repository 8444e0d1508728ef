# SPDX-License-Identifier: GPL-3.0-or-later
"""Times loading and validating every instance beside well-known readers of the same tables, and prints ratios.

The loader reads, validates and finds every figure's source; the others only split lines into cells. Python's csv is what
scripts use; pandas (its C parser) is left out where it is not installed. Medians of several runs.
"""

import csv
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
LOAD = os.path.join(HERE, ".build", "release", "load")
RUNS = 5


def load(folder):
    """Median seconds of loading, and the largest resident size in MiB of the process."""
    process = subprocess.Popen([LOAD, folder, str(RUNS)], stdout=subprocess.PIPE, text=True)
    seconds = float(process.stdout.read().split()[0])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"loading {folder} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def median(read):
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        read()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def read_with_csv(files):
    for path in files:
        with open(path, encoding="utf-8", newline="") as handle:
            for _ in csv.reader(handle):
                pass


def main():
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE], check=True, stdout=sys.stderr)
    try:
        import pandas
    except ImportError:
        pandas = None
    print(f"{'instance':28} {'MB':>6} {'load s':>8} {'MiB':>5} {'MB/s':>6} {'csv s':>7} {'pandas s':>9}")
    for name in sorted(os.listdir(os.path.join(ROOT, "Instances"))):
        folder = os.path.join(ROOT, "Instances", name)
        if not os.path.isfile(os.path.join(folder, "footprint.yaml")):
            continue
        files = sorted(os.path.join(where, file) for where, _, names in os.walk(folder) for file in names if file.endswith(".csv"))
        size = sum(os.path.getsize(path) for path in files) / 1e6
        seconds, memory = load(folder)
        plain = median(lambda: read_with_csv(files))
        frames = f"{median(lambda: [pandas.read_csv(path) for path in files]):9.3f}" if pandas else "      n/a"
        print(f"{name:28} {size:6.2f} {seconds:8.3f} {memory:5.0f} {size / seconds:6.1f} {plain:7.3f} {frames}")


if __name__ == "__main__":
    main()
