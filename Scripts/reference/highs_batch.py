# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves every MPS file of a folder with HiGHS and prints a line for each: name, status, objective.

Written for comparison: an independent solver, reading what the project's own writer wrote.
"""
import pathlib
import sys

import highspy

NAMES = {
    highspy.HighsModelStatus.kOptimal: "optimal",
    highspy.HighsModelStatus.kInfeasible: "infeasible",
    highspy.HighsModelStatus.kUnbounded: "unbounded",
    highspy.HighsModelStatus.kModelEmpty: "optimal",
}


def solve(path, presolve):
    highs = highspy.Highs()
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("presolve", presolve)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 1e-9)
    highs.setOptionValue("time_limit", 60.0)
    if highs.readModel(str(path)) != highspy.HighsStatus.kOk:
        return "unread", 0.0
    highs.run()
    status = highs.getModelStatus()
    return NAMES.get(status, str(status)), highs.getInfo().objective_function_value


for path in sorted(pathlib.Path(sys.argv[1]).glob("*.mps")):
    status, objective = solve(path, "choose")
    if status != "optimal":
        # Presolve does not tell unbounded from infeasible, and HiGHS 1.15.1 has called programs infeasible that it
        # solves as they stand once their costs are zero. The simplex method without it tells which.
        status, objective = solve(path, "off")
    print(path.stem, status, repr(objective), sep="\t")
