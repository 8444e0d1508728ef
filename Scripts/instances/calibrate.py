# SPDX-License-Identifier: GPL-3.0-or-later
"""Calibration of a built instance: modelled against published by organisation and measure, and whether do-nothing in the
target year has the beds and the treatment spaces it needs (rows 4, 5, 13 and 14 of Models/emergency/formulation.md).

    python3 Scripts/instances/calibrate.py Instances/staffordshire
"""

import os
import re
import sys
from collections import defaultdict

import tables as table_module
from flows import TYPE1, Flows


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    tables = table_module.read(os.path.join(sys.argv[1], "tables"))
    model = Flows(tables)
    parameters = {r["figure"]: float(r["value"]) for r in tables["parameters"]}
    site = {(r["site"], r["figure"]): float(r["value"]) for r in tables["site_figures"]}

    after = model.by_organisation(model.base_flow)
    print("organisation measure        published   modelled calibrated residual")
    for key in sorted(set(model.targets) | set(model.modelled)):
        published = model.targets.get(key)
        print(f"{key[0]:12} {key[1]:12} {'-' if published is None else f'{published:,.0f}':>12} {model.modelled.get(key, 0):10,.0f} "
              f"{after.get(key, 0):10,.0f} "
              + ("    1 (nothing published)" if key not in model.residual else
                 f"{model.residual[key]:8.3f}" + ("" if 0.75 <= model.residual[key] <= 1.33 else "  outside 0.75-1.33")))

    with open(os.path.join(sys.argv[1], "footprint.yaml"), encoding="utf-8") as handle:
        year = dict(re.findall(r"^(baseYear|targetYear): (\d+)", handle.read(), re.MULTILINE))
    years = int(year["targetYear"]) - int(year["baseYear"])
    flow = model.flow(model.today, model.target(years))
    share = parameters["emergencyBedShare"]
    hospitals = [s for s in sorted(model.inside) if model.today[s] in TYPE1]
    base_admissions = {s: model.base_flow[s, "admitted"] for s in hospitals}
    days = {s: site[s, "bedsOccupied"] * share * 365 for s in hospitals}
    mean = sum(days.values()) / sum(base_admissions.values())
    per = {s: days[s] / base_admissions[s] for s in hospitals}
    bed_demand = [dict(z) for z in model.target(years)]
    for i, z in enumerate(bed_demand):
        z["admitted"] *= per.get(model.type1_door[i], mean)
    bed_days = model.flow(model.today, bed_demand)

    print("\ndo-nothing, target year\nsite     attendances admitted | beds needed  stand  built  room | spaces needed stand  built  room")
    for s in sorted(model.inside):
        if model.today[s] == "none":
            continue
        attendances = sum(v for (place, _), v in flow.items() if place == s)
        line = f"{s:8} {attendances:11,.0f} {flow.get((s, 'admitted'), 0):8,.0f} | "
        if s in hospitals:
            needed = parameters["bedPeakFactor"] / 365 * bed_days[s, "admitted"] / parameters["maximumOccupancy"]
            stand = share * site[s, "beds"]
            built = max(0, needed - stand)
            line += f"{needed:11.1f} {stand:6.1f} {built:6.1f} {site[s, 'maximumBedsBuilt']:5.0f}{' ' if built <= site[s, 'maximumBedsBuilt'] else '!'}| "
        else:
            line += " " * 32 + "| "
        needed = model.spaces_needed(flow, s, model.today[s], parameters)
        built = max(0, needed - site[s, "spaces"])
        line += f"{needed:13.1f} {site[s, 'spaces']:5.0f} {built:6.1f} {site[s, 'maximumSpacesBuilt']:5.0f}{'' if built <= site[s, 'maximumSpacesBuilt'] else ' !'}"
        print(line)

    totals = defaultdict(float)
    for (s, q), value in model.base_flow.items():
        totals[s] += value
    outsiders = sorted((s for s in totals if s not in model.inside), key=lambda s: -totals[s])
    print("\nbase-year attendances that this instance's zones bring to neighbours: "
          + ", ".join(f"{s} {totals[s]:,.0f}" for s in outsiders if totals[s] >= 0.5))


if __name__ == "__main__":
    main()
