# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the built travel and zone tables against journeys worked out beforehand from the same public files: residents to
the nearest of their own open sites. Prints both and fails when they differ at the precision printed then.

    python3 Scripts/instances/expected_travel.py [Instances]
"""

import os
import sys

import tables as table_module

# instance, open sites, people, LSOAs, then mean, % beyond 30, % beyond 45, longest; None where none was worked out.
EXPECTED = [
    ("coventry-warwickshire", ("RKB01", "RLT01", "RJC02"), 963173, 534, "16.36", "2.5", "0", "39"),
    ("coventry-warwickshire", ("RKB01", "RJC02"), 963173, 534, "18.13", "4.9", "0", "39"),
    ("coventry-warwickshire", ("RLT01", "RJC02"), 963173, 534, "18.12", "3.6", "0", "39"),
    ("coventry-warwickshire", ("RKB01", "RLT01"), 963173, 534, "19.98", "13.4", "0.7", "53"),
    ("staffordshire", ("RJE01", "RJE09", "RJF02"), 1139794, 687, "20.1", "8.0", "0.2", "45"),
    ("staffordshire", ("RJE01", "RJE09"), 1139794, 687, "23.1", "24.8", "0.2", "45"),
    ("staffordshire", ("RJE01", "RJF02"), 1139794, 687, "23.6", "25.9", "3.8", "57"),
    ("staffordshire", ("RJE09", "RJF02"), 1139794, 687, "27.0", "36.2", "0.2", "45"),
    ("shropshire", ("RXWAT", "RXWAS"), 506737, 301, "21.2", "21.9", "1.3", "49"),
    ("shropshire", ("RXWAT",), 506737, 301, "26.3", "31.5", "10.0", "65"),
    ("shropshire", ("RXWAS",), 506737, 301, "28.9", "56.0", "1.3", "49"),
    ("herefordshire-worcestershire", ("RWP50", "RWP01", "RLQ01"), 791685, 480, "20.3", "10.0", "0", "41"),
    ("herefordshire-worcestershire", ("RWP50", "RLQ01"), 791685, 480, "22.7", "19.7", "0", "41"),
]
# With the neighbours' sites open as well and Burton closed.
OPEN_BOUNDARY = ("staffordshire", "RJF02", "18.9")


def agrees(value, printed):
    """Within half a unit of the last printed digit, and 0.002 more: 23.0490 minutes was printed as 23.1, by way of 23.05."""
    return abs(value - float(printed)) <= 0.5 * 10 ** -len(printed.partition(".")[2]) + 0.002


def journeys(zones, minutes, sites):
    weighted = [(min(float(minutes[z["code"]][s]) for s in sites), int(z["population"])) for z in zones]
    people = sum(p for _, p in weighted)
    beyond = lambda limit: 100 * sum(p for m, p in weighted if m > limit) / people
    return sum(m * p for m, p in weighted) / people, beyond(30), beyond(45), max(m for m, _ in weighted)


def main():
    home = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Instances")
    wrong, read = 0, {}
    for name in sorted({row[0] for row in EXPECTED}):
        tables = table_module.read(os.path.join(home, name, "tables"))
        read[name] = ([z for z in tables["zones"] if z["inside"] == "yes"], {r["zone"]: r for r in tables["travel"]}, tables["sites"])
    for name, sites, people, count, *expected in EXPECTED:
        zones, minutes, _ = read[name]
        found = journeys(zones, minutes, sites)
        good = (sum(int(z["population"]) for z in zones), len(zones)) == (people, count) and all(map(agrees, found, expected))
        wrong += not good
        print("ok   " if good else "WRONG", f"{name:28}", f"{'+'.join(sites):18}", "mean, >30, >45, max: "
              + ", ".join(f"{v:.3f} ({e})" for v, e in zip(found, expected)))
    name, closed, mean = OPEN_BOUNDARY
    zones, minutes, sites = read[name]
    open_sites = [r["code"] for r in sites if r["role"] == "acute" and r["code"] != closed]
    found = journeys(zones, minutes, open_sites)[0]
    print("note ", name, "without", closed, f"with neighbours open: mean {found:.1f}; {mean} was worked out with fewer neighbours (no Good "
          "Hope or Macclesfield)")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
