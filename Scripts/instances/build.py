# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the real instances from the publishers' files.

    FOOTPRINT_SOURCE_DATA=... python3 Scripts/instances/build.py staffordshire [coventry-warwickshire ...] [--output FOLDER]
"""

import argparse
import os

import coventry_warwickshire
import england
import herefordshire_worcestershire
import shropshire
import staffordshire
from instance import National, build

FOOTPRINTS = {f.NAME: f for f in (staffordshire, shropshire, coventry_warwickshire, herefordshire_worcestershire)}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description="Builds the real instances from the publishers' files.")
    parser.add_argument("name", nargs="*", help=f"{', '.join(FOOTPRINTS)}, england; all when none is named")
    parser.add_argument("--output", default=os.path.normpath(os.path.join(here, "..", "..", "Instances")))
    arguments = parser.parse_args()
    known = [*FOOTPRINTS, england.NAME]
    for name in arguments.name:
        if name not in known:
            parser.error(f"no footprint {name}; there are {', '.join(known)}")
    national = National()
    for name in arguments.name or known:
        if name == england.NAME:
            tables, zones, columns = england.build(arguments.output)
            print(f"{name}: {tables} tables, {zones} zones, {columns} travel columns")
            continue
        tables, _ = build(FOOTPRINTS[name], national, arguments.output)
        print(f"{name}: {len(tables)} tables, {len(tables['zones'])} zones, {len(tables['travel'][0]) - 1} travel columns")


if __name__ == "__main__":
    main()
