# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the publishers' files are, and how numbers are read and written.

FOOTPRINT_SOURCE_DATA names the folder; the files it must hold, with their publishers, are listed in Instances/SOURCES.md.
"""

import csv
import io
import os
import sys
import zipfile


def path(name):
    folder = os.environ.get("FOOTPRINT_SOURCE_DATA")
    if not folder:
        sys.exit("Set FOOTPRINT_SOURCE_DATA to the folder of the publishers' files (see Instances/SOURCES.md).")
    full = os.path.join(folder, "nhs", name)
    if not os.path.exists(full):
        sys.exit(f"FOOTPRINT_SOURCE_DATA has no nhs/{name} (see Instances/SOURCES.md).")
    return full


def rows(name):
    """The records of a CSV file, as dictionaries (a repeated header keeps its first column)."""
    with open(path(name), encoding="utf-8-sig", newline="") as handle:
        reader = csv.reader(handle)
        header = next(reader)
        first = {}
        for index, column in enumerate(header):
            first.setdefault(column.strip(), index)
        for record in reader:
            yield {column: record[index].strip() if index < len(record) else "" for column, index in first.items()}


def lists(name):
    with open(path(name), encoding="utf-8-sig", newline="") as handle:
        yield from csv.reader(handle)


def zipped(name):
    with zipfile.ZipFile(path(name)) as archive:
        with archive.open(archive.namelist()[0]) as handle:
            yield from csv.reader(io.TextIOWrapper(handle, encoding="utf-8-sig", newline=""))


def number(text):
    """A published number: thousands separators and 'Not Applicable' occur."""
    text = text.replace(",", "").replace("£", "").strip()
    try:
        return float(text)
    except ValueError:
        return 0.0


def text(value, places=6):
    """A number as the tables write it: no exponent, no trailing zeros."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value
    written = f"{value:.{places}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written
