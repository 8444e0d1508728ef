#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists public symbols without a documentation comment: undocumented-symbols.py SYMBOL-GRAPH-FOLDER MODULE...

The graphs are what `swift package dump-symbol-graph` writes. Prints a line for each symbol with its file and line, and
exits with 1 where there is any. What a protocol documents need not be documented again by those that keep to it.
"""
import json
import pathlib
import sys

folder, *modules = sys.argv[1:]
missing = []
for module in modules:
    paths = sorted(pathlib.Path(folder).rglob(f"{module}.symbols.json")) + sorted(
        pathlib.Path(folder).rglob(f"{module}@*.symbols.json"))
    if not paths:
        sys.exit(f"there is no symbol graph of {module} in {folder}")
    for path in paths:
        graph = json.loads(path.read_text())
        # Witnesses of a documented requirement, and members that the compiler or another module provides.
        kept = {
            relation["source"] for relation in graph["relationships"]
            if relation["kind"] in ("defaultImplementationOf", "requirementOf", "overrides")
            or relation.get("sourceOrigin")}
        for symbol in graph["symbols"]:
            if symbol["accessLevel"] != "public" or "docComment" in symbol or "location" not in symbol:
                continue
            if symbol["identifier"]["precise"] in kept and "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
                continue
            name = ".".join(symbol["pathComponents"])
            origin = [r for r in graph["relationships"] if r["source"] == symbol["identifier"]["precise"]]
            if any(r.get("sourceOrigin") for r in origin):
                continue
            place = symbol["location"]
            missing.append(f"{place['uri'].split('/Sources/')[-1]}:{place['position']['line'] + 1}: {module} {name}")
for line in sorted(set(missing)):
    print(line)
sys.exit(1 if missing else 0)
