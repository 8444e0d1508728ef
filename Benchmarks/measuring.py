# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks of families share: whole processes timed, programs exported, and HiGHS on them where it is installed."""

import os
import resource
import subprocess
import sys
import time

try:
    import highspy
except ImportError:
    highspy = None

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
FOOTPRINT = os.environ.get("FOOTPRINT", os.path.join(ROOT, ".build", "release", "footprint"))
FOOTPRINTS = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"]


def processor(who=resource.RUSAGE_CHILDREN):
    """Seconds of processor time of the programs that were run and have ended, or of this one."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def run(*arguments, statuses=(0,)):
    """Seconds of a whole process, by the clock and of the processor, and its standard output."""
    start, before = time.perf_counter(), processor()
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    seconds, own = time.perf_counter() - start, processor() - before
    if done.returncode not in statuses:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return seconds, own, done.stdout


def export(instance, family, form, folder):
    """Writes the free case of a family."""
    run(FOOTPRINT, "export", instance, "--family", family, "--configuration", "best", "--format", form, "--output", folder)


def highs(path, limit, **options):
    """Seconds by the clock and of the processor, £ of the best found and of the bound, columns and rows of an exported MPS; no gap is
    allowed."""
    solver = highspy.Highs()
    for name, value in {"output_flag": False, "mip_rel_gap": 0.0, "time_limit": float(limit), **options}.items():
        solver.setOptionValue(name, value)
    solver.readModel(path)
    start, before = time.perf_counter(), processor(resource.RUSAGE_SELF)
    solver.run()
    info = solver.getInfo()
    return (time.perf_counter() - start, processor(resource.RUSAGE_SELF) - before, 1000 * info.objective_function_value,
            1000 * info.mip_dual_bound, solver.getNumCol(), solver.getNumRow())
