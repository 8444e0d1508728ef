# SPDX-License-Identifier: GPL-3.0-or-later
"""The family system: estate blocks from the estates return, programmes, the published bridge, budgets and gates."""

import source
from deflator import SOURCE as DEFLATOR
from deflator import ratio
from eric import FINANCE, PFI, RUNNING
from tables import SYSTEM, assumed, derived, stated

BACKLOG = {"backlogHigh": "Cost to eradicate high risk backlog (£)", "backlogSignificant": "Cost to eradicate significant risk backlog (£)",
           "backlogModerate": "Cost to eradicate moderate risk backlog (£)", "backlogLow": "Cost to eradicate low risk backlog (£)"}
AREA = "Gross internal floor area (m²)"


def build(tables, f, n):
    tables.require(*SYSTEM)
    for s in list(f.SITES) + list(getattr(f, "OTHER_BLOCKS", [])):
        blocks_of(tables, f, n, s)
    for row, figures in f.PROGRAMMES:
        tables.add("programmes", *row)
        for name, figure in figures.items():
            tables.figure("programme_figures", row[0], name, figure=figure)
    for row, amounts in f.BRIDGE:
        tables.add("bridge_lines", *row)
        for year, figure in amounts.items():
            tables.figure("bridge", row[0], year, "amount", figure=figure)
    for cost, year, figure in f.ONE_OFF:
        tables.figure("one_off_costs", cost, year, "amount", figure=figure)
    for year, name, figure in f.BUDGETS:
        tables.figure("budgets", year, name, figure=figure)
    for organisation, year, name, figure in f.ACCOUNTS:
        tables.figure("organisation_accounts", organisation, year, name, figure=figure)
    for organisation in f.CONTROLLED:
        tables.figure("control_totals", organisation, 2020, "balance", figure=assumed(
            0, -10000000, 5000000, "balance by 2020/21; control totals by organisation are not printed" + f.CONTROL_WHY))
    for row, figures in f.GATES:
        tables.add("service_gates", *row)
        for name, figure in figures.items():
            tables.figure("service_gate_figures", row[0], name, figure=figure)
    for row in f.SCALES:
        tables.add("planning_scales", *row)
    for name, figure in {
        "balanceYear": f.BALANCE_YEAR,
        "nonClinicalShareLimit": f.ESTATE_LIMITS[0], "emptyShareLimit": f.ESTATE_LIMITS[1],
        "carriesBudgetOver": assumed(0, 0, 1, "no borrowing between years unless the plan says so"),
        "shortfallPrice": assumed(1, 1, 2, "a pound for a pound: what a control total is missed by has to be found elsewhere"),
    }.items():
        tables.figure("system_parameters", name, figure=figure)


def blocks_of(tables, f, n, s):
    if s not in n.eric.costs:
        return                                               # not in the return of 2016-17
    row, name, organisation = n.eric.costs[s], n.hospitals[s].name, n.hospitals[s].organisation
    where = f"NHS Digital, ERIC 2016-17, site sheet, {name} ({s})"
    area = source.number(row[AREA])
    if not area:
        return
    contracts = n.eric.pfi.get(s, [])
    charge = sum(source.number(c[column]) for c in contracts for column in PFI)
    pfi_area = min(area, sum(source.number(c["Occupied floor area (m²)"]) for c in contracts))
    clinical, other = source.number(row["Clinical space (m²)"]), source.number(row["Non-clinical space (m²)"])
    share = clinical / (clinical + other) if clinical + other else 0.65
    empty = source.number(row["Floor area - empty (%)"]) / 100
    running = sum(source.number(row[column]) for column in RUNNING)
    finance = source.number(row[FINANCE]) - charge
    land = source.number(row["Land area owned (Hectares)"])
    parts = []
    if charge and pfi_area:
        parts.append(("pfi", pfi_area))
    if area - (pfi_area if charge else 0) > 0.02 * area or not parts:
        parts.append(("freehold", area - (pfi_area if charge else 0)))
    for tenure, size in parts:
        code = f"{s}-{tenure}"
        part = size / sum(a for _, a in parts)
        split = "" if len(parts) == 1 else f" x {part:.4f}, the block's part of the area"
        pfi = tenure == "pfi"
        tables.add("blocks", code, f"{name}: " + ("PFI building" if pfi else "rest of the estate" if len(parts) > 1 else "the whole estate"),
                   organisation,
                   s if s in f.SITES else "", tenure, f.RELEASABLE.get(s, "yes"), where + "; PFI sheet for the contract. A site is one block, or "
                                                                                          "two where part of it is PFI: the return has no "
                   "figures by building. That it may be released is assumed")
        figures = {
            "area": stated(round(size), where + ": gross internal floor area") if len(parts) == 1 else derived(
                round(size), f"{where}: gross internal floor area, and the PFI sheet's occupied floor area as the contract's part"),
            "clinicalShare": derived(round(share, 4),
                                     where + ": clinical space over clinical and non-clinical space") if clinical + other else assumed(
                0.65, 0.5, 0.8, "the return gives no clinical space for the site"),
            "emptyShare": stated(round(empty, 4), where + ": floor area, empty"),
            "runningCost": derived(round(max(0, running) * part), where + ": sum of the 16 site cost lines, finance apart" + split),
            "capitalCharge": derived(0, "the finance cost of a PFI building is its unitary charge; the rest of the site's is put to the rest of the "
                                        "estate")
            if pfi and len(parts) > 1 else derived(round(max(0, finance)), where + ": estates and facilities finance cost less the PFI charge"
                                                   + ("; land and what is not PFI, on the same block" if pfi else "")),
            "receipt": assumed(0, 0, 0, "a PFI building is not the trust's to sell") if pfi else assumed(
                round(land * 800000), round(land * 300000), round(land * 2500000),
                f"{where}: {land:g} hectares owned x £0.8m (£0.3m to £2.5m) a hectare; no valuation is public"),
            "releaseCost": assumed(round(size * 150), round(size * 50), round(size * 500), "£150 (£50 to £500) a square metre to move out and make "
                                                                                           "safe; no scheme cost is public"),
            "earliestReleaseYear": assumed(2019, 2018, 2020, "consultation, decision and moving out; no plan prints a date"),
        }
        for key, column in BACKLOG.items():
            cost = source.number(row[column])
            figures[key] = (stated(cost, where + ": cost to eradicate backlog") if len(parts) == 1 else
                            assumed(0, 0, round(cost),
                                    "a PFI contractor keeps its building up; the return does not split backlog by building") if pfi else
                            assumed(cost, 0, cost, where + ": cost to eradicate backlog, all of it put to the part that is not PFI"))
        if pfi:
            figures["unitaryCharge"] = derived(charge, f"NHS Digital, ERIC 2016-17, PFI sheet, {s}: PFI debt principal and interest + contingent "
                                                       "rent")
            figures["contractEndYear"] = assumed(2040, 2033, 2046,
                                                 "contracts of 30 to 40 years signed about 2000 to 2010; the return gives no end date")
            figures["breakPrice"] = assumed(round(charge * 10), round(charge * 5), round(charge * 18), "ten years (5 to 18) of the charge; terms of "
                                                                                                       "termination are not public")
        for key, figure in figures.items():
            tables.figure("block_figures", code, key, figure=figure)


def deflated(amount, year, why, spread=None):
    """A plan's cash at the instance's price base."""
    factor = ratio(2016, year) if year > 2016 else 1 / ratio(year, 2016)
    value = round(amount / factor)
    low, high = (None, None) if spread is None else (round(min(value * spread[0], value * spread[1])),
                                                     round(max(value * spread[0], value * spread[1])))
    return derived(value,
                   f"{why}, cash of {year}/{(year + 1) % 100:02}, over {factor:.4f} to 2016/17 ({DEFLATOR}" + (", forecasts from 2019-20" if year > 2018 else "") + ")", low, high)
