# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves an MPS file with HiGHS on one thread and prints a line of JSON."""
import json
import sys
import time

import highspy

path, limit = sys.argv[1], float(sys.argv[2])
solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.setOptionValue("threads", 1)
solver.setOptionValue("time_limit", limit)
solver.readModel(path)
start, before = time.perf_counter(), time.process_time()
solver.run()
answer = {"wall": time.perf_counter() - start, "processor": time.process_time() - before}
if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
    answer["cost"] = 1000 * solver.getInfo().objective_function_value
print(json.dumps(answer))
