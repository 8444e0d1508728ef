# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates each instance's datapackage.json and its tables with the stock tool.

    pip install frictionless; python3 Scripts/instances/check_datapackages.py [--all] [Instances]

England's travel table takes the tool several minutes, so it is left out unless --all is given.
"""

import os
import sys

from frictionless import Package, system


def main():
    arguments = [a for a in sys.argv[1:] if a != "--all"]
    here = os.path.dirname(os.path.abspath(__file__))
    home = arguments[0] if arguments else os.path.normpath(os.path.join(here, "..", "..", "Instances"))
    wrong = 0
    for name in sorted(os.listdir(home)):
        path = os.path.join(home, name, "datapackage.json")
        if not os.path.exists(path) or (name == "england" and "--all" not in sys.argv):
            continue
        with system.use_context(trusted=True):
            report = Package(path).validate()
        rows = sum(task.stats.get("rows") or 0 for task in report.tasks)
        print("ok   " if report.valid else "WRONG", name, f"{len(report.tasks)} tables, {rows:,} rows")
        if not report.valid:
            wrong += 1
            for error in report.flatten(["name", "rowNumber", "fieldName", "message"])[:20]:
                print("     ", *error)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
