# SPDX-License-Identifier: GPL-3.0-or-later
"""Calibration and flows exactly as in Models/emergency/formulation.md: today's doors, residuals, base-year and
target-year flows under the rule `nearest`, boundary open. It works on the tables as rows of text."""

from collections import defaultdict

CLASSES = ("admitted", "major", "minor")
ARRIVALS = ("ambulance", "foot")
BANDS = ("age_0_15", "age_16_64", "age_65_74", "age_75_84", "age_85_plus")
TYPE1 = ("type1", "type1-part-time")


class Flows:
    def __init__(self, tables):
        self.sites = {r["code"]: r for r in tables["sites"]}
        self.zones = tables["zones"]
        self.resident = [z["inside"] == "yes" for z in self.zones]
        self.inside = {s for s, r in self.sites.items() if r["inside"] == "yes"}
        minutes = {r["zone"]: r for r in tables["travel"]}
        self.doors_with_column = sorted(s for s in self.sites if s in tables["travel"][0])
        self.minutes = {s: [float(minutes[z["code"]][s]) for z in self.zones] for s in self.doors_with_column}
        self.accepts = {(r["level"], r["class"], r["arrival"]) for r in tables["level_accepts"]}
        self.level = {(r["level"], r["figure"]): float(r["value"]) for r in tables["level_figures"]}
        self.figure = {(r["class"], r["figure"]): float(r["value"]) for r in tables["class_figures"]}
        rate = {(r["class"], r["age_band"]): float(r["value"]) for r in tables["rates"]}
        self.catchment_factor = {r["site"]: float(r["value"]) for r in tables.get("site_figures", []) if r["figure"] == "catchmentFactor"}
        self.published = {(r["organisation"], r["measure"]): float(r["value"]) for r in tables["activity"]}
        self.today = {s: r["level_today"] for s, r in self.sites.items()}
        self.organisation = {s: r["organisation"] for s, r in self.sites.items()}
        self.raw = [{q: [float(z[b]) * rate[q, b] for b in BANDS] for q in CLASSES} for z in self.zones]
        self.cache = {}
        self.calibrate()

    def quickest(self, open_sites):
        key = tuple(sorted(open_sites))
        if key not in self.cache:
            self.cache[key] = [min((self.minutes[s][i], s) for s in key)[1] for i in range(len(self.zones))]
        return self.cache[key]

    def doors(self, levels, q, arrival, night, closed=False):
        return self.quickest(s for s in self.doors_with_column if (levels[s], q, arrival) in self.accepts
                             and (not closed or s in self.inside)
                             and (not night or self.level.get((levels[s], "opensAtNight"), 0) == 1))

    def flow(self, levels, demand, zones=None, closed=False):
        """(site, class) -> attendances a year, for demand[i][class]; zones restricts whose flow is counted, closed the doors."""
        out = defaultdict(float)
        for q in CLASSES:
            by_ambulance, at_night = self.figure[q, "ambulanceShare"], self.figure[q, "nightShare"]
            for arrival, of_arrival in (("ambulance", by_ambulance), ("foot", 1 - by_ambulance)):
                for night, of_period in ((False, 1 - at_night), (True, at_night)):
                    door = self.doors(levels, q, arrival, night, closed)
                    for i in zones if zones is not None else range(len(self.zones)):
                        out[door[i], q] += of_arrival * of_period * demand[i][q]
        return out

    def by_organisation(self, flow):
        out = defaultdict(float)
        for (s, q), value in flow.items():
            if s in self.inside:
                if self.today[s] in TYPE1:
                    out[self.organisation[s], "admitted" if q == "admitted" else "notAdmitted"] += value
                elif self.today[s] == "ucc" and q == "minor":
                    out[self.organisation[s], "type3"] += value
        return out

    def calibrate(self):
        self.type1_door = self.doors(self.today, "admitted", "ambulance", False)
        self.minor_door = self.doors(self.today, "minor", "foot", False)
        raw = [{q: sum(z[q]) for q in CLASSES} for z in self.raw]
        self.modelled = self.by_organisation(self.flow(self.today, raw))
        targets = {}
        for (o, measure), total in self.published.items():
            if measure == "type1Admissions":
                targets[o, "admitted"] = total
            elif measure == "type1Attendances":
                targets[o, "notAdmitted"] = total - self.published[o, "type1Admissions"]
            else:
                targets[o, "type3"] = total
        self.targets = targets
        self.residual = {k: v / self.modelled[k] for k, v in targets.items() if self.modelled.get(k, 0) > 0}
        organisations = {self.organisation[s] for s in self.inside}
        normaliser = {}
        for o in organisations:
            mine = [i for i, s in enumerate(self.type1_door) if s in self.inside and self.organisation[s] == o]
            whole = sum(raw[i]["admitted"] for i in mine)
            if whole:
                normaliser[o] = sum(raw[i]["admitted"] * self.catchment_factor.get(self.type1_door[i], 1) for i in mine) / whole
        self.base = []
        for i in range(len(self.zones)):
            door, minor = self.type1_door[i], self.minor_door[i]
            catchment = self.catchment_factor.get(door, 1) / normaliser[self.organisation[door]] if door in self.inside else 1

            def residual(site, measure):
                return self.residual.get((self.organisation[site], measure), 1) if site in self.inside else 1

            of = {"admitted": residual(door, "admitted"), "major": residual(door, "notAdmitted"),
                  "minor": residual(minor, "notAdmitted" if self.today[minor] in TYPE1 else "type3")}
            self.base.append({q: raw[i][q] * of[q] * catchment for q in CLASSES})
        self.base_flow = self.flow(self.today, self.base)

    def target(self, years):
        """Target-year demand, levers shut."""
        grow = {q: (1 + self.figure[q, "growthPerYear"]) ** years for q in CLASSES}
        return [{q: zone[q] * grow[q] for q in CLASSES} for zone in self.base]

    def spaces_needed(self, flow, site, level, parameters):
        hours = self.level[level, "hoursPerWeek"]
        minutes = sum(self.figure[q, "spaceMinutes"] * flow.get((site, q), 0) for q in CLASSES)
        return minutes / 60 * parameters["attendancePeakFactor"] / (52 * hours * parameters["spaceUtilisation"])
