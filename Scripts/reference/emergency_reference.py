# SPDX-License-Identifier: GPL-3.0-or-later
"""Independent reference calculator of the family `emergency`, flow rule `nearest`.

Written from Models/emergency/formulation.md, with the standard library only and WITHOUT an LP solver: under `nearest`
everything but beds, spaces and staff is a constant of the configuration, and those three have closed forms (see
`beds_and_spaces` and `staff_group`; the second is proved optimal, and checked against its own dual, on every call).

    python3 emergency_reference.py INSTANCE [--levers all|none|a,b] [--bed-rule R] [--boundary B] [--config NAME]
                                   [--export-dat NAME FILE] [--output FILE]

INSTANCE is a folder with footprint.yaml and tables/. The answer is JSON. A configuration is named by its decisions in
site order over the inside sites with more than one admissible level: "RJE01=type1 RJE09=ucc RJF02=type1".
"""

import argparse
import csv
import itertools
import json
import math
import os
import sys
from collections import defaultdict

CLASSES = ["admitted", "major", "minor"]
ARRIVALS = ["ambulance", "foot"]
PERIODS = ["day", "night"]
BANDS = ["age_0_15", "age_16_64", "age_65_74", "age_75_84", "age_85_plus"]
UNDER65 = {"age_0_15", "age_16_64"}
MAJOR = ("type1", "type1-part-time")
LINES = ["department", "attendances", "staff", "agency", "beds", "bedOverheads", "strandedBedOverheads", "estate",
         "strandedEstate", "pfiUnitaryCharge", "capitalCharge", "newCapital", "ambulance", "reconveyed", "outsideTariff",
         "movedServices", "replacementCare", "redundancy", "doubleRunning"]
fsum = math.fsum


class Fault(Exception):
    pass


class NoDoor(Fault):
    """A configuration in which somebody has no site to go to: infeasible before any row."""


# ------------------------------------------------------------------------------------------------------- reading

def read_yaml(path):
    """PyYAML when there is one; else the part of YAML that footprint.yaml's scalars and the block `emergency` need."""
    with open(path, encoding="utf-8-sig") as handle:
        text = handle.read()
    try:
        import yaml
        return yaml.safe_load(text)
    except ImportError:
        return read_small_yaml(text)


def read_small_yaml(text):
    def scalar(value):
        value = value.strip()
        if value[:1] in "\"'" and value[:1]:
            return value[1:value.index(value[0], 1)]
        value = value.split(" #")[0].strip()
        if value.startswith("["):
            return [scalar(part) for part in value.strip("[]").split(",") if part.strip()]
        try:
            return int(value)
        except ValueError:
            return value

    out, block, key = {}, None, None
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        body = line.strip()
        if indent == 0:
            block = None
            name, _, value = body.partition(":")
            value = value.strip()
            if not value or value.startswith("#"):
                out[name] = {}
                block = name
            else:
                out[name] = scalar(value)
        elif block == "emergency":
            if body.startswith("- "):
                out[block].setdefault(key, [])
                if not isinstance(out[block][key], list):
                    out[block][key] = []
                out[block][key].append(scalar(body[2:]))
            else:
                key, _, value = body.partition(":")
                value = value.strip()
                out[block][key] = [] if not value or value.startswith("#") else scalar(value)
    return out


def read_csv(folder, name, optional=False):
    path = os.path.join(folder, "tables", name + ".csv")
    if optional and not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return [{(k or "").strip(): (v or "").strip() for k, v in row.items() if k is not None}
                for row in csv.DictReader(handle)]


def long_table(rows, *keys):
    """key columns -> {figure: value}."""
    out = defaultdict(dict)
    for row in rows:
        key = tuple(row[k] for k in keys)
        out[key[0] if len(key) == 1 else key][row["figure"]] = float(row["value"])
    return out


class Instance:
    def __init__(self, folder, boundary=None, bed_rule=None):
        self.folder = folder
        yaml = read_yaml(os.path.join(folder, "footprint.yaml"))
        family = yaml.get("emergency") or {}
        self.base_year, self.target_year = int(yaml["baseYear"]), int(yaml["targetYear"])
        self.opening_year, self.horizon_year = int(yaml["openingYear"]), int(yaml["horizonYear"])
        self.closed = (boundary or family.get("boundary", "open")) == "closed"
        self.bed_rule = bed_rule or family.get("bedRule", "occupancy")
        self.default_levers = list(family.get("levers") or [])
        self.keep_open = set(family.get("keepOpen") or [])
        self.force_closed = set(family.get("forceClosed") or [])

        self.sites = {row["code"]: row for row in read_csv(folder, "sites")}
        self.order = sorted(self.sites)
        self.inside = [s for s in self.order if self.sites[s]["inside"] == "yes"]
        self.outside = [s for s in self.order if self.sites[s]["inside"] != "yes"]
        self.acute = [s for s in self.inside if self.sites[s]["role"] == "acute"]
        self.miu = [s for s in self.inside if self.sites[s]["role"] == "minor-injury-unit"]
        self.places = [s for s in self.inside if s in set(self.acute) | set(self.miu)]
        self.today = {s: self.sites[s]["level_today"] for s in self.order}
        self.admissible = {s: [] for s in self.inside}
        for row in read_csv(folder, "site_levels"):
            self.admissible[row["site"]].append(row["level"])
        for s in self.inside:
            self.admissible[s] = self.admissible[s] or [self.today[s]]

        self.zone_rows = sorted(read_csv(folder, "zones"), key=lambda row: row["code"])
        self.zones = [row["code"] for row in self.zone_rows]
        self.resident = [row["inside"] == "yes" for row in self.zone_rows]
        self.population = [float(row["population"]) for row in self.zone_rows]
        self.bands = [{b: float(row[b]) for b in BANDS} for row in self.zone_rows]
        self.deprivation = [float(row["income_deprivation"]) if row["income_deprivation"] else None for row in self.zone_rows]
        travel = {row["zone"]: row for row in read_csv(folder, "travel")}
        columns = set(next(iter(travel.values()))) - {"zone"}
        self.minutes = {s: [float(travel[z][s]) for z in self.zones] for s in self.order if s in columns}

        self.accepts = {(r["level"], r["class"], r["arrival"]) for r in read_csv(folder, "level_accepts")}
        self.parameter = {row["figure"]: float(row["value"]) for row in read_csv(folder, "parameters")}
        self.site_figure = long_table(read_csv(folder, "site_figures"), "site")
        self.class_figure = long_table(read_csv(folder, "class_figures"), "class")
        self.level_figure = long_table(read_csv(folder, "level_figures"), "level")
        self.rate = {k: v["rate"] for k, v in long_table(read_csv(folder, "rates"), "class", "age_band").items()}
        self.activity = {k: v["total"] for k, v in long_table(read_csv(folder, "activity"), "organisation", "measure").items()}
        self.staff = long_table(read_csv(folder, "staff_figures"), "group")
        self.groups = sorted(self.staff)
        self.floor = {k: v["floor"] for k, v in long_table(read_csv(folder, "rota_floors"), "level", "group").items()}
        self.in_post = {k: v["wte"] for k, v in long_table(read_csv(folder, "staff_in_post"), "site", "group").items()}
        self.has = {(r["site"], r["service"]) for r in read_csv(folder, "site_services") if r["present"] == "yes"}
        self.needs = defaultdict(set)
        for row in read_csv(folder, "level_services"):
            self.needs[row["level"]].add(row["service"])
        self.moves = long_table(read_csv(folder, "service_moves", optional=True), "site", "service")
        self.schemes = {row["name"]: row for row in read_csv(folder, "schemes", optional=True)}
        self.scheme_figure = long_table(read_csv(folder, "scheme_figures", optional=True), "scheme")
        self.effects = {k: v["effect"] for k, v in
                        long_table(read_csv(folder, "effects", optional=True), "scheme", "class", "cohort").items()}

        self.choosers = [s for s in self.inside if len(self.admissible[s]) > 1]
        self.door_cache = {}
        self.demand_cache = {}
        self.calibrate()

    # figures with the page's neutral value where the schema has no such figure for a kind of site
    def figure(self, s, name, default=None):
        value = self.site_figure.get(s, {}).get(name, default)
        if value is None:
            raise Fault(f"site_figures: {s} has no {name}")
        return value

    def level(self, name, figure):
        return self.level_figure.get(name, {}).get(figure, 0.0)

    def organisation(self, s):
        return self.sites[s]["organisation"]

    # ------------------------------------------------------------------------------------------------- doors

    def doors(self, open_sites):
        """Per zone, the quickest of these sites, ties to the code that sorts first. None where there is none."""
        key = tuple(sorted(open_sites))
        if key not in self.door_cache:
            columns = [(s, self.minutes[s]) for s in key]
            result = []
            for i in range(len(self.zones)):
                best, least = None, math.inf
                for s, column in columns:
                    if column[i] < least:
                        best, least = s, column[i]
                result.append(best)
            self.door_cache[key] = result
        return self.door_cache[key]

    def open_sites(self, levels, q, r, p, closed):
        sites = self.inside if closed else self.order
        return [s for s in sites if (levels[s], q, r) in self.accepts
                and (p == "day" or self.level(levels[s], "opensAtNight") == 1)]

    def type1_day(self, levels, closed):
        sites = self.inside if closed else self.order
        return [s for s in sites if any((levels[s], "admitted", r) in self.accepts for r in ARRIVALS)]

    def stays_inside(self, i):
        """Whether a zone is in the comparison with the boundary closed: resident, and its type 1 door today is inside."""
        return bool(self.resident[i]) and self.type1_door[i] in set(self.inside)

    def share(self, q, r, p):
        figures = self.class_figure[q]
        return ((figures["ambulanceShare"] if r == "ambulance" else 1 - figures["ambulanceShare"])
                * (figures["nightShare"] if p == "night" else 1 - figures["nightShare"]))

    def flows(self, levels, demand, closed, zones=None):
        """[(zone index, q, r, p, door, flow)] with demand[q][zone index]."""
        out = []
        for q in CLASSES:
            for r in ARRIVALS:
                for p in PERIODS:
                    share = self.share(q, r, p)
                    door = self.doors(self.open_sites(levels, q, r, p, closed))
                    for i in (range(len(self.zones)) if zones is None else zones):
                        if door[i] is None:
                            raise NoDoor(f"nobody accepts {q} {r} {p}")
                        out.append((i, q, r, p, door[i], share * demand[q][i]))
        return out

    # ------------------------------------------------------------------------------------------- calibration

    def calibrate(self):
        n = range(len(self.zones))
        raw = {q: [{b: self.bands[i][b] * self.rate.get((q, b), 0.0) for b in BANDS} for i in n] for q in CLASSES}
        raw_total = {q: [fsum(raw[q][i].values()) for i in n] for q in CLASSES}
        self.type1_door = self.doors(self.type1_day(self.today, False))
        self.minor_door = self.doors(self.open_sites(self.today, "minor", "foot", "day", False))

        modelled = self.modelled(raw_total)
        published = {}
        for o in sorted({self.organisation(s) for s in self.inside}):
            if (o, "type1Admissions") in self.activity:
                published[o, "admitted"] = self.activity[o, "type1Admissions"]
                if (o, "type1Attendances") in self.activity:
                    published[o, "notAdmitted"] = self.activity[o, "type1Attendances"] - self.activity[o, "type1Admissions"]
            if (o, "type3Attendances") in self.activity:
                published[o, "type3"] = self.activity[o, "type3Attendances"]
        self.residual = {}
        self.warnings = []
        for key, value in published.items():
            m = modelled.get(key, 0.0)
            if m > 0:
                self.residual[key] = value / m
            else:
                self.warnings.append(f"{key[0]} publishes {value:g} of {key[1]} but the model sends it none: residual 1")

        factor = [1.0] * len(self.zones)
        top, bottom = defaultdict(list), defaultdict(list)
        inside = set(self.inside)
        for i in n:
            s = self.type1_door[i]
            if s in inside:
                o = self.organisation(s)
                top[o].append(raw_total["admitted"][i] * self.figure(s, "catchmentFactor", 1.0))
                bottom[o].append(raw_total["admitted"][i])
        normaliser = {o: fsum(top[o]) / fsum(bottom[o]) for o in top}
        for i in n:
            s = self.type1_door[i]
            if s in inside:
                factor[i] = self.figure(s, "catchmentFactor", 1.0) / normaliser[self.organisation(s)]

        self.base = {q: [] for q in CLASSES}
        for q in CLASSES:
            for i in n:
                residual = self.zone_residual(i, q) * factor[i]
                self.base[q].append({b: raw[q][i][b] * residual for b in BANDS})
        base_total = {q: [fsum(self.base[q][i].values()) for i in n] for q in CLASSES}
        after = self.modelled(base_total)
        self.calibration = [
            {"organisation": o, "measure": m, "published": published.get((o, m)), "modelled": modelled.get((o, m), 0.0),
             "residual": self.residual.get((o, m), 1.0), "modelledAfter": after.get((o, m), 0.0)}
            for o, m in sorted(set(published) | {k for k in modelled if k[0] in {self.organisation(s) for s in self.inside}})]

        # Bed-days per admission, from the calibrated base year under today's levels, boundary open.
        admissions = defaultdict(list)
        for i, q, r, p, s, flow in self.flows(self.today, base_total, False):
            if q == "admitted":
                admissions[s].append(flow)
        hospitals = [s for s in self.inside if self.today[s] in MAJOR]
        share = self.parameter["emergencyBedShare"]
        self.base_admissions = {s: fsum(admissions[s]) for s in hospitals}
        days = {s: self.figure(s, "bedsOccupied") * share * 365 for s in hospitals}
        mean = fsum(days.values()) / fsum(self.base_admissions.values()) if hospitals else 0.0
        per = {s: days[s] / self.base_admissions[s] if self.base_admissions[s] > 0 else mean for s in hospitals}
        self.bed_days = [per.get(self.type1_door[i], mean) for i in n]

        # The most deprived fifth of the residents.
        residents = [i for i in n if self.resident[i]]
        left = fsum(self.population[i] for i in residents) / 5
        self.deprived_weight = [0.0] * len(self.zones)
        for i in sorted(residents, key=lambda i: (-self.deprivation[i], self.zones[i])):
            if left <= 0:
                break
            self.deprived_weight[i] = min(self.population[i], left)
            left -= self.deprived_weight[i]

    def modelled(self, demand):
        sums = defaultdict(list)
        inside = set(self.inside)
        for i, q, r, p, s, flow in self.flows(self.today, demand, False):
            if s not in inside:
                continue
            o = self.organisation(s)
            if self.today[s] in MAJOR:
                sums[o, "admitted" if q == "admitted" else "notAdmitted"].append(flow)
            elif self.today[s] == "ucc" and q == "minor":
                sums[o, "type3"].append(flow)
        return {k: fsum(v) for k, v in sums.items()}

    def zone_residual(self, i, q):
        inside = set(self.inside)
        if q in ("admitted", "major"):
            s = self.type1_door[i]
            measure = "admitted" if q == "admitted" else "notAdmitted"
        else:
            s = self.minor_door[i]
            measure = "notAdmitted" if self.today[s] in MAJOR else "type3"
        return self.residual.get((self.organisation(s), measure), 1.0) if s in inside else 1.0

    # ------------------------------------------------------------------------------------------------ demand

    def demand(self, levers, year):
        """(d_zq, removed_kq) for the levers that are on; zones outside count only while the boundary is open."""
        if (tuple(levers), year) in self.demand_cache:
            return self.demand_cache[tuple(levers), year]
        n = range(len(self.zones))
        mius = set(self.miu)
        out, removed = {}, {k: {} for k in levers}
        for q in CLASSES:
            growth = (1 + self.class_figure[q]["growthPerYear"]) ** (year - self.base_year)
            column, credited = [], {k: [] for k in levers}
            for i in n:
                miu = self.minor_door[i] in mius
                parts = []
                for young in (True, False):
                    base = growth * fsum(v for b, v in self.base[q][i].items() if (b in UNDER65) == young)
                    effect = {k: [self.effects.get((k, q, c), 0.0) for c in
                                  ["all", "under65" if young else "over65"] + (["minorInjuryUnits"] if miu else [])]
                              for k in levers}
                    remaining, total = 1.0, 0.0
                    for k in levers:
                        for e in effect[k]:
                            remaining *= 1 - e
                            total += e
                    parts.append(base * remaining)
                    if total > 0 and (not self.closed or self.stays_inside(i)):
                        for k in levers:
                            credited[k].append(base * (1 - remaining) * fsum(effect[k]) / total)
                column.append(fsum(parts))
            out[q] = column
            for k in levers:
                removed[k][q] = fsum(credited[k])
        self.demand_cache[tuple(levers), year] = out, removed
        return out, removed

    # ----------------------------------------------------------------------------------------- configurations

    def configurations(self):
        for choice in itertools.product(*(self.admissible[s] for s in self.choosers)):
            yield dict(zip(self.choosers, choice))

    def name(self, decisions):
        return " ".join(f"{s}={decisions[s]}" for s in self.choosers)

    def today_decisions(self):
        return {s: self.today[s] for s in self.choosers}

    def parse(self, name):
        decisions = {}
        for part in name.replace(";", " ").split():
            s, _, level = part.partition("=")
            if s not in self.choosers or level not in self.admissible[s]:
                raise Fault(f"no such decision: {part}")
            decisions[s] = level
        return {**self.today_decisions(), **decisions}

    def levels(self, decisions, levers):
        levels = {**self.today, **decisions}
        if any(self.schemes[k].get("closes_minor_injury_units") == "yes" for k in levers):
            for s in self.miu:
                levels[s] = "none"
        return levels

    def annuity(self, n):
        r = self.parameter["discountRate"]
        return 1 / n if r == 0 else r / (1 - (1 + r) ** -n)


# -------------------------------------------------------------------------------------------------- closed forms

def erlang_beds(offered, probability):
    if offered == 0:
        return 0
    n, loss = 0, 1.0
    while loss > probability:
        n += 1
        loss = offered * loss / (n + offered * loss)
    return n


def beds_needed(instance, occupied):
    P = instance.parameter
    if instance.bed_rule == "overflow":
        return float(erlang_beds(occupied, P["overflowProbability"]))
    if instance.bed_rule == "quantile":
        return occupied + P["quantileZ"] * math.sqrt(P["varianceRatio"] * occupied)
    return occupied / P["maximumOccupancy"]


def beds_and_spaces(need, stock):
    """(built, released). Building costs bedRunningCost·bedCostReleasedShare + perBed·estateReleasedShare + annuity·capital
    >= 0, so no more is built than is missing; releasing one bed changes the lines beds + bedOverheads +
    strandedBedOverheads by -bedRunningCost·bedCostReleasedShare and estate + strandedEstate by -perBed·estateReleasedShare:
    never dearer, so the whole surplus goes (when both are 0 it makes no difference to the cost). Building and releasing
    one bed at once costs annuity·capitalPerBed >= 0, so never both. Row 6 never binds: need >= 0. Capital is then the
    least possible too, so rows 13 to 15 can be met by another choice only if they are met by this one."""
    return max(0.0, need - stock), max(0.0, stock - need)


def staff_group(need, post, pay, premium, redundancy, take_up):
    """The exact optimum of rows 7-10 for one staff group; lists by site. redundancy = annuity(N) · redundancyCost = k.

    Costs: staying or redeployed `pay`, agency `pay (1 + premium)`, leaving k; t = take_up. Row 9 makes row 10 say
    (1 - t) · redeployed_from_i <= t · leaving_i: of those who do not stay, at most the share t moves.

    Claim. Let site i have surplus S_i = max(0, P_i - R_i), S their sum, D = sum of max(0, R_i - P_i). Then
      * nobody needed leaves: staying_i >= min(P_i, R_i). Freeing one needed person costs one agency post and saves at
        best t agency posts elsewhere: (1 - t)(k + pay·premium) >= 0 worse;
      * a move to a site with no need is never better than staying (same pay, and it uses take-up);
      * with X people of the surplus freed, M <= min(t X, D) of them moved to deficits and X - M leaving, the cost is
        constant - (pay - k) X - (k + pay·premium) M. So M = min(t X, D), and in X the gain is concave piecewise linear:
        slope (pay - k) + t (k + pay·premium) up to X = D / t, then (pay - k). Hence
          pay >= k:                                    X = S
          pay <  k, (pay - k) + t (k + pay·premium) > 0: X = min(S, D / t)      (keep the rest: leaving costs more than pay)
          otherwise:                                   X = 0.
    Proof of optimality: the dual prices below (u_i >= 0 of need, v_i of staff in post, w_i >= 0 of take-up) satisfy
          staying     u_i + v_i - t w_i <= pay          redeployed  u_j + v_i - w_i <= pay   (i != j)
          agency      u_i <= pay (1 + premium)          leaving     v_i <= k
    and give the same value sum R u + P v - t P w; both are checked here on every call (weak duality does the rest).
      A  deficit not covered (M = tX, X = S): deficit sites u = pay(1+premium), v = -pay·premium, w = 0;
         others v = k, w = k + pay·premium, u = (pay - k) + t (k + pay·premium)
      B  deficit covered, X = S: u = pay - k, v = k, w = 0 everywhere
      B' deficit covered, X = D/t < S: others u = 0, v = k, w = (k - pay)/t;
         deficit sites u = (k - pay)(1 - t)/t, v = pay - u, w = 0
      C  X = 0: deficit sites u = pay(1+premium), v = -pay·premium, w = 0; others u = 0, v = pay + t w,
         w = pay (1 + premium) / (1 - t).
    """
    n, t, k, dear = len(need), take_up, redundancy, pay * (1 + premium)
    surplus = [max(0.0, p - r) for p, r in zip(post, need)]
    deficit = [max(0.0, r - p) for p, r in zip(post, need)]
    S, D = fsum(surplus), fsum(deficit)
    gain = (pay - k) + t * (k + pay * premium)
    covered = t * S >= D
    if pay >= k:
        X = S
    elif gain > 0:                                                          # hence t > 0
        X = D / t if covered else S
    else:
        X = 0.0
    M = D if covered and (pay >= k or gain > 0) else t * X
    leaving, moved, agency = X - M, M, D - M
    staying = fsum(post) - X
    cost = pay * (staying + moved) + dear * agency + k * leaving

    # The dual.
    u, v, w = [0.0] * n, [0.0] * n, [0.0] * n
    for i in range(n):
        short = deficit[i] > 0
        if pay < k and gain <= 0:                                           # C
            if short:
                u[i], v[i] = dear, pay - dear
            else:
                w[i] = dear / (1 - t) if t < 1 else 0.0
                u[i], v[i] = 0.0, pay + t * w[i]
        elif pay >= k and covered:                                          # B
            u[i], v[i] = pay - k, k
        elif covered:                                                       # B'
            if short:
                u[i] = (k - pay) * (1 - t) / t
                v[i] = pay - u[i]
            else:
                v[i], w[i] = k, (k - pay) / t
        else:                                                               # A
            if short:
                u[i], v[i] = dear, pay - dear
            else:
                u[i], v[i], w[i] = gain, k, k + pay * premium
    slack = 1e-9 * max(1.0, dear, k)
    for i in range(n):
        assert u[i] >= -slack and w[i] >= -slack and v[i] <= k + slack and u[i] <= dear + slack, "dual signs"
        assert u[i] + v[i] - t * w[i] <= pay + slack * max(1.0, w[i] / max(1.0, dear)), "dual of staying"
        for j in range(n):
            assert i == j or u[j] + v[i] - w[i] <= pay + slack * max(1.0, w[i] / max(1.0, dear)), "dual of redeployed"
    dual = fsum(need[i] * u[i] + post[i] * v[i] - t * post[i] * w[i] for i in range(n))
    assert abs(dual - cost) <= 1e-9 * max(1.0, abs(cost)), f"staff: cost {cost} is not the dual value {dual}"
    return {"staying": staying, "redeployed": moved, "leaving": leaving, "agency": agency}


# -------------------------------------------------------------------------------------------------- configuration

def statistics(pairs, P):
    """pairs of (minutes, weight)."""
    pairs = sorted(pair for pair in pairs if pair[1] > 0)
    total = fsum(w for _, w in pairs)
    if total == 0:
        return None

    def percentiles(ps):
        out, running, queue = {}, 0.0, list(ps)
        for m, w in pairs:
            running += w
            while queue and running >= queue[0] * total * (1 - 1e-12):
                out[queue.pop(0)] = m
        for p in queue:
            out[p] = pairs[-1][0]
        return out

    q = percentiles([0.5, 0.9, 0.95])
    over = lambda limit: fsum(w for m, w in pairs if m > limit) / total
    return {"mean": fsum(m * w for m, w in pairs) / total, "p50": q[0.5], "p90": q[0.9], "p95": q[0.95], "max": pairs[-1][0],
            "over30": over(30), "over45": over(45), "beyondStandard": over(P["standardMinutes"]),
            "beyondHardLimit": fsum(w for m, w in pairs if m > P["hardLimitMinutes"]), "population": total}


def evaluate(I, decisions, levers, year=None):
    """Everything about one configuration that does not need do-nothing."""
    P, closed = I.parameter, I.closed
    levels = I.levels(decisions, levers)
    demand, removed = I.demand(levers, I.target_year if year is None else year)
    zones = [i for i in range(len(I.zones)) if not closed or I.stays_inside(i)]
    inside = set(I.inside)
    own = {s: 1 - I.figure(s, "inflowShare", 0.0) if closed and s in inside else 1.0 for s in I.order}

    received = defaultdict(list)
    bed_days = defaultdict(list)
    ambulance, reconveyed = [], []
    type1 = I.doors(I.type1_day(levels, closed))
    for i, q, r, p, s, flow in I.flows(levels, demand, closed, zones):
        flow /= own[s]
        received[s, q, r].append(flow)
        if q == "admitted":
            bed_days[s].append(I.bed_days[i] * flow)
        if r == "ambulance":
            ambulance.append(flow * (2 * I.minutes[s][i] + P["ambulanceTurnaroundMinutes"]) / 60)
        if s in inside and levels[s] == "ucc":
            reconveyed.append(flow * (2 * I.minutes[type1[i]][i] + P["ambulanceTurnaroundMinutes"]) / 60)
    attendances = {(s, q, r): fsum(received[s, q, r]) for s in I.order for q in CLASSES for r in ARRIVALS}
    total = {s: fsum(attendances[s, q, r] for q in CLASSES for r in ARRIVALS) for s in I.order}
    admitted = {s: fsum(attendances[s, "admitted", r] for r in ARRIVALS) for s in I.order}

    # Beds and spaces.
    share = P["emergencyBedShare"]
    occupied = {s: P["bedPeakFactor"] / 365 * fsum(bed_days[s]) for s in I.acute}
    needed = {s: beds_needed(I, occupied[s]) for s in I.acute}
    stock = {s: share * I.figure(s, "beds") for s in I.acute}
    built, released, spaces_needed, spaces_built = {}, {}, {}, {}
    for s in I.acute:
        built[s], released[s] = beds_and_spaces(needed[s], stock[s])
    for s in I.places:
        spaces_needed[s] = 0.0 if levels[s] == "none" else fsum(
            I.class_figure[q]["spaceMinutes"] / 60 * attendances[s, q, r] for q in CLASSES for r in ARRIVALS) \
            * P["attendancePeakFactor"] / (52 * I.level(levels[s], "hoursPerWeek") * P["spaceUtilisation"])
        spaces_built[s] = max(0.0, spaces_needed[s] - I.figure(s, "spaces"))

    # Services that move, capital.
    moved = [key for key in I.moves if I.today[key[0]] in MAJOR and levels[key[0]] not in MAJOR]
    conversion = fsum([I.level(levels[s], "conversionCapital") for s in I.inside
                       if levels[s] != I.today[s] and levels[s] != "none"] + [I.moves[m]["capital"] for m in moved])
    capital = fsum([P["capitalPerBed"] * built[s] for s in I.acute]
                   + [P["capitalPerSpace"] * spaces_built[s] for s in I.places] + [conversion])

    # Staff.
    years = I.horizon_year - I.opening_year + 1
    once = I.annuity(years)
    staff_cost, agency_cost, redundancy_once, staffing = [], [], [], {}
    for g in I.groups:
        F = I.staff[g]
        need = [max(I.figure(s, "departmentScale", 1.0) * I.floor.get((levels[s], g), 0.0),
                    F["wtePerThousandAttendances"] / 1000 * total[s]) for s in I.places]
        post = [I.in_post.get((s, g), 0.0) for s in I.places]
        answer = staff_group(need, post, F["pay"], F["agencyPremium"], once * F["redundancyCost"], F["takeUpShare"])
        staffing[g] = {**answer, "need": fsum(need), "inPost": fsum(post)}
        staff_cost.append(F["pay"] * (answer["staying"] + answer["redeployed"]))
        agency_cost.append(F["pay"] * (1 + F["agencyPremium"]) * answer["agency"])
        redundancy_once.append(F["redundancyCost"] * answer["leaving"])

    per_bed = {s: I.figure(s, "estateRunningCost") / I.figure(s, "beds") if I.figure(s, "beds") else 0.0 for s in I.acute}
    running, kept = P["bedRunningCost"], P["bedCostReleasedShare"]
    shut = [s for s in I.inside if I.today[s] in MAJOR and levels[s] not in MAJOR]
    double_once = P["doubleRunningMonths"] / 12 * fsum(
        I.figure(s, "departmentScale", 1.0) * (I.level(I.today[s], "departmentCost") + I.level(I.today[s], "supportRotaCost"))
        for s in shut)
    lines = {
        "department": fsum(I.figure(s, "departmentScale", 1.0) * (I.level(levels[s], "departmentCost")
                           + I.level(levels[s], "supportRotaCost")) for s in I.inside),
        "attendances": fsum(I.class_figure[q]["variableCost"] * I.figure(s, "variableCostFactor", 1.0) * attendances[s, q, r]
                            for s in I.inside for q in CLASSES for r in ARRIVALS),
        "staff": fsum(staff_cost),
        "agency": fsum(agency_cost),
        "beds": fsum(running * kept * (stock[s] + built[s] - released[s]) for s in I.acute),
        "bedOverheads": fsum(running * (1 - kept) * (stock[s] - released[s]) for s in I.acute),
        "strandedBedOverheads": fsum(running * (1 - kept) * released[s] for s in I.acute),
        "estate": fsum([I.figure(s, "estateRunningCost") for s in I.inside]
                       + [per_bed[s] * (P["estateReleasedShare"] * built[s] - released[s]) for s in I.acute]),
        "strandedEstate": fsum(per_bed[s] * (1 - P["estateReleasedShare"]) * released[s] for s in I.acute),
        "pfiUnitaryCharge": fsum(I.figure(s, "pfiUnitaryCharge") for s in I.inside),
        "capitalCharge": fsum(I.figure(s, "capitalCharge") for s in I.inside),
        "newCapital": I.annuity(P["assetLifeYears"]) * capital,
        "ambulance": P["ambulanceHourCost"] * fsum(ambulance),
        "reconveyed": P["ambulanceHourCost"] * P["reconveyedShare"] * fsum(reconveyed),
        "outsideTariff": fsum(I.class_figure[q]["tariff"] * attendances[s, q, r]
                              for s in I.outside for q in CLASSES for r in ARRIVALS),
        "movedServices": fsum(I.moves[m]["annualCost"] for m in moved),
        "replacementCare": fsum(I.scheme_figure[k].get("replacementCostPerAdmission", 0.0) * removed[k]["admitted"]
                                + I.scheme_figure[k].get("replacementCostPerAttendance", 0.0)
                                * (removed[k]["major"] + removed[k]["minor"]) for k in levers),
        "redundancy": once * fsum(redundancy_once),
        "doubleRunning": once * double_once,
    }

    # Travel.
    doors = {p: I.doors(I.open_sites(levels, "major", "foot", p, closed)) for p in PERIODS}
    night = I.class_figure["major"]["nightShare"]
    weight = {"day": 1 - night, "night": night}
    residents = [i for i in range(len(I.zones)) if I.resident[i]]
    travel = {
        "all": statistics([(I.minutes[doors[p][i]][i], I.population[i] * weight[p]) for p in PERIODS for i in residents], P),
        "deprived": statistics([(I.minutes[doors[p][i]][i], I.deprived_weight[i] * weight[p])
                                for p in PERIODS for i in residents], P),
    }
    return {"levels": levels, "decisions": decisions, "levers": levers, "demand": demand, "removed": removed,
            "attendances": attendances, "total": total, "admitted": admitted, "occupied": occupied, "bedsNeeded": needed,
            "bedsBuilt": built, "bedsReleased": released, "spacesNeeded": spaces_needed, "spacesBuilt": spaces_built,
            "capital": capital, "conversion": conversion, "staffing": staffing, "redundancyOnce": fsum(redundancy_once),
            "doubleRunningOnce": double_once, "lines": lines, "annualCost": fsum(lines.values()), "travel": travel}


def requirements(I, E, N):
    """[(row, name, site, sense, value, limit, do-nothing's value or None)]; N is do-nothing. None: the limit never moves."""
    P, out = I.parameter, []
    levels = E["levels"]
    for s in I.acute:
        out.append((13, "room to build beds", s, "<=", E["bedsBuilt"][s], I.figure(s, "maximumBedsBuilt"), None))
    for s in I.places:
        out.append((14, "room to build treatment spaces", s, "<=", E["spacesBuilt"][s], I.figure(s, "maximumSpacesBuilt"), None))
    if "capitalLimit" in P:
        out.append((15, "capital limit", "", "<=", E["capital"], P["capitalLimit"] + N["capital"], None))
    if not I.closed:
        for s in I.outside:
            out.append((16, "outside hospitals take what they offer", s, "<=", E["total"][s],
                        N["total"][s] + I.figure(s, "offeredAttendances", 0.0), N["total"][s]))
            out.append((16, "outside hospitals take the admissions they offer", s, "<=", E["admitted"][s],
                        N["admitted"][s] + I.figure(s, "offeredAdmissions", 0.0), N["admitted"][s]))
    t, tn = E["travel"], N["travel"]
    out.append((17, "mean journey", "", "<=", t["all"]["mean"], P["meanMinutesLimit"], tn["all"]["mean"]))
    out.append((18, "standard journey", "", "<=", t["all"]["beyondStandard"], P["allowedShareBeyondStandard"],
                tn["all"]["beyondStandard"]))
    out.append((19, "standard journey for the most deprived fifth", "", "<=", t["deprived"]["beyondStandard"],
                P["allowedShareBeyondStandardDeprived"], tn["deprived"]["beyondStandard"]))
    out.append((20, "hard limit", "", "<=", t["all"]["beyondHardLimit"], 0.0, tn["all"]["beyondHardLimit"]))
    for s in I.inside:
        if levels[s] == "type1":
            out.append((21, "safe volume", s, ">=", E["total"][s], P["minimumType1Attendances"],
                        N["total"][s] if N["levels"][s] == "type1" else None))
    lacks = lambda levels, s: float(len([v for v in I.needs[levels[s]] if (s, v) not in I.has]))
    for s in I.inside:
        out.append((22, "services on the same site", s, "<=", lacks(levels, s), 0.0, lacks(N["levels"], s)))
    count = lambda levels: float(sum(levels[s] in MAJOR for s in I.inside))
    out.append((23, "fewest type 1 sites", "", ">=", count(levels), P["minimumType1Sites"], None))
    out.append((23, "most type 1 sites", "", "<=", count(levels), P["maximumType1Sites"], None))
    at = lambda levels, s: float(levels[s] in MAJOR)
    for s in sorted(I.keep_open):
        out.append((24, "kept open", s, ">=", at(levels, s), 1.0, None))
    for s in sorted(I.force_closed):
        out.append((24, "closed", s, "<=", at(levels, s), 0.0, None))
    return out


def moved_limit(sense, limit, nothing):
    if nothing is None:
        return limit
    return max(limit, nothing) if sense == "<=" else min(limit, nothing)


def missed(sense, value, limit):
    amount = value - limit if sense == "<=" else limit - value
    return amount if amount > 1e-9 * max(1.0, abs(limit)) else 0.0


def judge(I, E, N):
    violated, worst = [], "feasible"
    for row, name, site, sense, value, limit, nothing in requirements(I, E, N):
        amount = missed(sense, value, limit)
        if not amount:
            continue
        moved = moved_limit(sense, limit, nothing)
        beyond = missed(sense, value, moved)
        violated.append({"row": row, "requirement": name, "site": site, "value": value, "limit": limit, "amount": amount,
                         "noWorseThanToday": not beyond})
        worst = "infeasible" if beyond or worst == "infeasible" else "noWorseThanToday"
    return worst, violated


def money_over_time(I, E, N):
    r = I.parameter["discountRate"]
    delta = lambda year: (1 + r) ** -(year - I.base_year)
    run = lambda X: X["annualCost"] - X["lines"]["newCapital"] - X["lines"]["redundancy"] - X["lines"]["doubleRunning"]
    o = I.opening_year
    saved = run(N) - run(E)
    once = E["capital"] - N["capital"] + E["doubleRunningOnce"] - N["doubleRunningOnce"] \
        + E["redundancyOnce"] - N["redundancyOnce"]
    npv = (-delta(o - 1) * (E["capital"] - N["capital"]) - delta(o - 1) * E["doubleRunningOnce"]
           - delta(o) * (E["redundancyOnce"] - N["redundancyOnce"])
           + fsum(delta(t) * saved for t in range(o, I.horizon_year + 1)))
    return npv, (once / saved if saved > 0 else None)


def report(I, E, N, levers_only, base_year):
    status, violated = judge(I, E, N)
    npv, payback = money_over_time(I, E, N)
    saving = N["annualCost"] - E["annualCost"]
    by_levers = N["annualCost"] - levers_only["annualCost"]
    cash = max(0.0, min(saving, base_year["annualCost"] - E["annualCost"]))
    return {
        "name": I.name(E["decisions"]), "levers": E["levers"], "status": status, "violated": violated,
        "annualCost": E["annualCost"], "costLines": E["lines"], "capital": E["capital"], "npv": npv, "payback": payback,
        "saving": saving, "savingByCause": {"levers": by_levers, "configuration": saving - by_levers},
        "savingByNature": {"cashReleasing": cash, "growthAvoided": saving - cash},
        "redundancyOnce": E["redundancyOnce"], "doubleRunningOnce": E["doubleRunningOnce"], "travel": E["travel"],
        "attendances": {s: E["total"][s] for s in I.order if E["total"][s] or s in I.places},
        "attendancesByClass": {s: {f"{q}/{r}": E["attendances"][s, q, r] for q in CLASSES for r in ARRIVALS}
                               for s in I.order if E["total"][s]},
        "occupied": E["occupied"], "bedsNeeded": E["bedsNeeded"], "bedsBuilt": E["bedsBuilt"],
        "bedsReleased": E["bedsReleased"], "spacesNeeded": E["spacesNeeded"], "spacesBuilt": E["spacesBuilt"],
        "staff": E["staffing"], "removed": E["removed"],
    }


def report_or_no_door(I, decisions, levers, N, levers_only, base_year):
    try:
        return report(I, evaluate(I, decisions, levers), N, levers_only, base_year)
    except NoDoor as fault:
        return {"name": I.name(decisions), "levers": levers, "status": "infeasible",
                "violated": [{"row": 1, "requirement": "everybody has a door", "site": "", "detail": str(fault)}]}


# ------------------------------------------------------------------------------------------------- the data file

def export_dat(I, E, N, path):
    """The data file of emergency.mod for one configuration. The limits are already moved."""
    P, levels = I.parameter, E["levels"]
    w = []
    sym = lambda s: "'" + str(s).replace("'", "''") + "'"
    num = lambda x: repr(float(x))
    names = lambda items: " ".join(sym(s) for s in items)
    tuples = lambda keys: " ".join("(" + ",".join(sym(part) for part in key) + ")" for key in keys)
    scalar = lambda name, value: w.append(f"param {name} := {value};")

    def vector(name, pairs):
        w.append(f"param {name} :=")
        w.extend(f"  {' '.join(sym(k) for k in key)} {value}" for key, value in pairs)
        w.append(";")

    def table(header, rows):
        w.append(f"param : {' '.join(header)} :=")
        w.extend("  " + " ".join([sym(key)] + [num(v) for v in values]) for key, values in rows)
        w.append(";")

    def matrix(name, columns, rows):
        w.append(f"param {name} : {names(columns)} :=")
        w.extend("  " + " ".join([sym(key)] + [num(v) for v in values]) for key, values in rows)
        w.append(";")

    named_levels = sorted(set(levels.values()) | set(I.today.values()) | set(I.level_figure) | set(I.needs)
                          | {key[0] for key in I.accepts} | {key[0] for key in I.floor} | {"none"})
    services = sorted({v for s in I.needs.values() for v in s} | {v for _, v in I.has} | {v for _, v in I.moves})
    w.append("# SPDX-License-Identifier: GPL-3.0-or-later")
    w.append(f"# {I.name(E['decisions'])}; levers: {', '.join(E['levers']) or 'none'}")
    w.append("data;")
    for name, items in [("S_in", I.inside), ("S_out", I.outside), ("ACUTE", I.acute), ("MIU", I.miu), ("Z", I.zones),
                        ("L", named_levels), ("G", I.groups), ("K", E["levers"]), ("SERVICES", services)]:
        w.append(f"set {name} := {names(items)};")
    scalar("closed", int(I.closed))
    scalar("bedRule", I.bed_rule)
    vector("level", [((s,), sym(levels[s])) for s in I.order])
    vector("today", [((s,), sym(I.today[s])) for s in I.inside])
    w.append(f"set ACCEPTS := {tuples(sorted(I.accepts))};")
    figures = ["opensAtNight", "hoursPerWeek", "departmentCost", "supportRotaCost", "conversionCapital"]
    table(figures, [(l, [I.level(l, f) for f in figures]) for l in named_levels])
    n = range(len(I.zones))
    table(["population", "resident", "deprivedWeight", "bedDays"],
          [(I.zones[i], [I.population[i], I.resident[i], I.deprived_weight[i], I.bed_days[i]]) for i in n])
    matrix("demand", CLASSES, [(I.zones[i], [E["demand"][q][i] for q in CLASSES]) for i in n])
    columns = [s for s in I.order if s in I.minutes]
    matrix("minutes", columns, [(I.zones[i], [I.minutes[s][i] for s in columns]) for i in n])
    figures = ["ambulanceShare", "nightShare", "spaceMinutes", "variableCost", "tariff"]
    table(figures, [(q, [I.class_figure[q][f] for f in figures]) for q in CLASSES])
    figures = ["beds", "maximumBedsBuilt"]
    table(figures, [(s, [I.figure(s, f) for f in figures]) for s in I.acute])
    figures = ["spaces", "maximumSpacesBuilt"]
    table(figures, [(s, [I.figure(s, f) for f in figures]) for s in I.places])
    figures = ["estateRunningCost", "pfiUnitaryCharge", "capitalCharge"]
    table(figures, [(s, [I.figure(s, f) for f in figures]) for s in I.inside])
    figures = {"variableCostFactor": 1.0, "departmentScale": 1.0, "inflowShare": 0.0}
    table(list(figures), [(s, [I.figure(s, f, d) for f, d in figures.items()]) for s in I.inside])
    w.append(f"set NEEDS := {tuples([(l, v) for l in sorted(I.needs) for v in sorted(I.needs[l])])};")
    inside = set(I.inside)
    w.append(f"set HAS := {tuples(key for key in sorted(I.has) if key[0] in inside)};")
    w.append(f"set MOVES := {tuples(sorted(I.moves))};")
    vector("moveCapital", [(key, num(I.moves[key]["capital"])) for key in sorted(I.moves)])
    vector("moveAnnualCost", [(key, num(I.moves[key]["annualCost"])) for key in sorted(I.moves)])
    figures = ["wtePerThousandAttendances", "pay", "agencyPremium", "redundancyCost", "takeUpShare"]
    table(figures, [(g, [I.staff[g][f] for f in figures]) for g in I.groups])
    vector("rotaFloor", [(key, num(v)) for key, v in sorted(I.floor.items())])
    vector("inPost", [((s, g), num(I.in_post.get((s, g), 0.0))) for s in I.places for g in I.groups])
    if E["levers"]:
        matrix("removed", CLASSES, [(k, [E["removed"][k][q] for q in CLASSES]) for k in E["levers"]])
        figures = ["replacementCostPerAdmission", "replacementCostPerAttendance"]
        table(figures, [(k, [I.scheme_figure[k].get(f, 0.0) for f in figures]) for k in E["levers"]])
    scalar("openingYear", I.opening_year)
    scalar("horizonYear", I.horizon_year)
    for name in ["discountRate", "assetLifeYears", "maximumOccupancy", "overflowProbability", "quantileZ", "varianceRatio",
                 "emergencyBedShare", "bedPeakFactor", "attendancePeakFactor", "spaceUtilisation", "bedRunningCost",
                 "bedCostReleasedShare", "estateReleasedShare", "capitalPerBed", "capitalPerSpace", "ambulanceHourCost",
                 "ambulanceTurnaroundMinutes", "reconveyedShare", "standardMinutes", "hardLimitMinutes",
                 "assignedDetourMinutes", "doubleRunningMonths"]:
        if name in P:
            scalar(name, num(P[name]))
    if "capitalLimit" in P:
        scalar("capitalLimit", num(P["capitalLimit"]))
    scalar("capitalDoNothing", num(N["capital"]))
    table(["offeredAttendances", "offeredAdmissions", "attendancesDoNothing", "admissionsDoNothing"],
          [(s, [I.figure(s, "offeredAttendances", 0.0), I.figure(s, "offeredAdmissions", 0.0), N["total"][s], N["admitted"][s]])
           for s in I.outside])
    moved = {(row, name, site): moved_limit(sense, limit, nothing)
             for row, name, site, sense, _, limit, nothing in requirements(I, E, N)}
    scalar("meanMinutesLimit", num(moved[17, "mean journey", ""]))
    scalar("allowedShareBeyondStandard", num(moved[18, "standard journey", ""]))
    scalar("allowedShareBeyondStandardDeprived", num(moved[19, "standard journey for the most deprived fifth", ""]))
    scalar("allowedBeyondHardLimit", num(moved[20, "hard limit", ""]))
    vector("minimumType1Attendances", [((s,), num(moved.get((21, "safe volume", s), P["minimumType1Attendances"])))
                                       for s in I.inside])
    vector("allowedMissingServices", [((s,), num(moved[22, "services on the same site", s])) for s in I.inside])
    scalar("minimumType1Sites", num(moved[23, "fewest type 1 sites", ""]))
    scalar("maximumType1Sites", num(moved[23, "most type 1 sites", ""]))
    w.append(f"set KEEP_OPEN := {names(sorted(I.keep_open))};")
    w.append(f"set FORCE_CLOSED := {names(sorted(I.force_closed))};")
    w.append("end;")
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\n".join(w) + "\n")


# ----------------------------------------------------------------------------------------------------------- main

def choose_levers(I, text):
    if text is None:
        levers = I.default_levers
    elif text == "all":
        levers = sorted(I.schemes)
    elif text == "none":
        levers = []
    else:
        levers = [part.strip() for part in text.split(",") if part.strip()]
    for k in levers:
        if k not in I.schemes:
            raise Fault(f"no such scheme: {k}")
        for before in I.schemes[k].get("after", "").split(";"):
            if before.strip() and before.strip() not in levers:
                raise Fault(f"{k} needs {before.strip()} to be on first")
    return sorted(levers)


def main():
    parser = argparse.ArgumentParser(description="Reference calculator of the family `emergency` (flow rule `nearest`).")
    parser.add_argument("instance")
    parser.add_argument("--levers", help="all, none, or names with commas; the instance's own when not given")
    parser.add_argument("--boundary", choices=["open", "closed"])
    parser.add_argument("--bed-rule", choices=["occupancy", "overflow", "quantile"])
    parser.add_argument("--config", help="one configuration instead of all")
    parser.add_argument("--export-dat", nargs=2, metavar=("CONFIG", "FILE"),
                        help='write the data file of emergency.mod; CONFIG may be "today"')
    parser.add_argument("--output", help="where the JSON goes; standard output when not given")
    arguments = parser.parse_args()
    try:
        I = Instance(arguments.instance, arguments.boundary, arguments.bed_rule)
        levers = choose_levers(I, arguments.levers)
        decide = lambda name: I.today_decisions() if name in ("", "today", "do-nothing") else I.parse(name)
        N = evaluate(I, I.today_decisions(), [])
        if arguments.export_dat:
            export_dat(I, evaluate(I, decide(arguments.export_dat[0]), levers), N, arguments.export_dat[1])
            return
        base_year = evaluate(I, I.today_decisions(), [], I.base_year)
        levers_only = evaluate(I, I.today_decisions(), levers) if levers else N
        chosen = [decide(arguments.config)] if arguments.config is not None else list(I.configurations())
        answer = {
            "instance": os.path.basename(os.path.normpath(arguments.instance)),
            "boundary": "closed" if I.closed else "open", "bedRule": I.bed_rule, "levers": levers,
            "calibration": I.calibration, "warnings": I.warnings, "baseAdmissions": I.base_admissions,
            "baseYearAnnualCost": base_year["annualCost"],
            "doNothing": report(I, N, N, N, base_year),
            "configurations": [report_or_no_door(I, d, levers, N, levers_only, base_year) for d in chosen],
        }
    except Fault as fault:
        sys.exit(f"fault: {fault}")
    text = json.dumps(answer, indent=1, ensure_ascii=False)
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8") as handle:
            handle.write(text + "\n")
    else:
        print(text)


if __name__ == "__main__":
    main()
