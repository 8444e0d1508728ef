# SPDX-License-Identifier: GPL-3.0-or-later
"""The family elective: volumes from RTT pathways by provider and specialty, everything else from national ratios with ranges."""

import math
from collections import defaultdict

import national
import source
from tables import ELECTIVE, assumed, derived, stated

RTT = "NHS England, RTT waiting times, completed admitted pathways, Sept to Nov 2025"
PARAMS = "The Strategy Unit, New Hospital Programme demand model, waiting list parameters (MIT)"
# Activity of 2016/17 over that of 2025: admitted pathways of England were about as many, with more of them day cases.
BACK = (0.95, 0.8, 1.1)
# code: title, share of day cases, length of stay, session minutes of an inpatient and a day case
SPECIALTIES = {
    "100": ("General surgery", 0.70, 3.0, 110, 45), "101": ("Urology", 0.75, 2.2, 90, 35), "110": ("Trauma and orthopaedics", 0.60, 3.2, 115, 55),
    "120": ("Ear, nose and throat", 0.70, 1.5, 80, 45), "130": ("Ophthalmology", 0.97, 1.2, 60, 30), "140": ("Oral surgery", 0.93, 1.6, 90, 40),
    "160": ("Plastic surgery", 0.80, 2.0, 110, 50), "502": ("Gynaecology", 0.75, 2.0, 95, 40),
}
CLINIC_SHARE, CLINIC_MINUTES = 0.25, 20                  # procedures in clinic, of the day cases again, and minutes of a session for one
STAFFORDSHIRE = "Staffordshire & Stoke-on-Trent STP, 21 Oct 2016"
# What no plan but Staffordshire's prints, with the range that any plan's could have: lever -> figure -> (value, low, high, why).
BORROWED = {
    "stays": {"stayReduction": (0.05, 0.02, 0.10, f"not printed; {STAFFORDSHIRE}, L1061: planned length of stay -5%")},
    "follow-ups": {
        "followUpReduction": (0.30, 0.10, 0.30, f"not printed; {STAFFORDSHIRE}, L1061: follow-ups -30%"),
        "followUpUnitCostReduction": (0.50, 0.0, 0.50, f"not printed; {STAFFORDSHIRE}, L1061: unit cost of follow-ups -50%; low: the 50% is the "
                                                       "price of those replaced and nothing else"),
    },
    "theatres": {"utilisationTarget": (0.85, 0.75, 0.85, f"not printed; Getting It Right First Time: 85%, as in {STAFFORDSHIRE}, L1561")},
}
BORROWED_START = (2019, 2017, 2020, f"not printed; {STAFFORDSHIRE}, L1118: more than half of it from 2019/20")
LEVERS = ("day-cases", "day-cases-in-full", "stays", "follow-ups", "theatres")
SESSION_WHY = "minutes of a list for one spell, patient turnover included; theatre times by specialty are not among the public files"


def volumes():
    out = defaultdict(float)
    for row in source.rows("elective/rtt_completed_pathways_provider_specialty_2025-09_to_2025-11.csv"):
        if row["pathway"] == "admitted":
            out[row["org_code"], row["treatment_function_code"][2:]] += float(row["completed_pathways"])
    return out


def build(tables, f, n):
    tables.require(*ELECTIVE)
    done = volumes()
    per = {r["tretspef"]: float(r["avg_ip_activity_per_pathway_mixed"]) for r in source.rows("elective/nhp_waiting_list_params_by_specialty.csv")}
    back, back_low, back_high = BACK
    spells_at = {}                                       # (site, specialty) -> inpatient and day-case spells a year
    total_minutes = defaultdict(float)
    bed_days = defaultdict(float)
    for code, (title, day, stay, minutes, day_minutes) in SPECIALTIES.items():
        pathways = {o: done[rtt, code] * share for o, (rtt, share, _) in f.RTT.items()}
        spells = {o: 4 * p * per[code] * back for o, p in pathways.items()}
        total = sum(spells.values())
        if not total:
            continue
        tables.add("specialties", code, title,
                   "NHS Data Dictionary: treatment function code; the surgical specialties, which are where sessions are used")
        parts = "; ".join(f"{o} {pathways[o]:,.0f}" + (f" ({why})" if why else "") for o, (_, _, why) in f.RTT.items() if pathways[o])
        recipe = (f"{RTT}: {parts}; x 4 for a year x {per[code]} inpatient and day-case spells a pathway ({PARAMS}) x {back} back to 2016/17 "
                  f"({back_low} to {back_high}; assumed)")
        inpatient, daycase = total * (1 - day), total * day
        tables.figure("specialty_figures", code, "waitingList", figure=assumed(
            round(total / per[code] * 12 / 52), round(total / per[code] * 8 / 52), round(total / per[code] * 20 / 52),
            "twelve weeks (8 to 20) of admitted pathways; the whole "
            "list by specialty and trust in 2016/17 is not among the public files"))
        tables.figure("specialty_figures", code, "removedShare", figure=assumed(0.08, 0.03, 0.15, "left the list untreated; not published by "
                                                                                                  "specialty"))
        tables.figure("specialty_figures", code, "dayCaseCeiling", figure=f.DAY_CASE(code))
        tables.figure("specialty_figures", code, "spellsPerPathway", figure=stated(
            per[code], f"{PARAMS}: inpatient and day-case activity per pathway, those with both kinds of activity"))
        tables.figure("specialty_figures", code, "followUpCost", figure=assumed(
            100, 70, 120, "below the £120 of an outpatient attendance, as a follow-up is shorter than a first one (reference costs 2016/17, as "
                          "reported by HFMA, Dec 2017); not published by specialty here"))
        tables.figure("specialty_figures", code, "minimumSpells", figure=assumed(
            min(200, round(inpatient * 0.2)), 0, max(1, min(600, round(inpatient * 0.5))),
            "what keeps a team in practice; the colleges print no single figure"))
        for mode, count, length, used, cost, price, after in (
                ("inpatient", inpatient, stay, minutes, 3684, 3684, (2, 1, 3)), ("daycase", daycase, 0, day_minutes, 738, 738, (1, 0.5, 2)),
                ("outpatient-procedure", daycase * CLINIC_SHARE, 0, CLINIC_MINUTES, 120, 150, (0.5, 0, 1))):
            share = {"inpatient": f"{1 - day:.0%} inpatients", "daycase": f"{day:.0%} day cases", "outpatient-procedure": "a quarter of the day "
                                                                                                                          "cases again"}[mode]
            tables.figure("specialty_modes", code, mode, "spells", figure=assumed(
                round(count), round(count * back_low / back * 0.9), round(count * back_high / back * 1.1),
                recipe + f"; {share} (assumed, the national pattern)"))
            tables.figure("specialty_modes", code, mode, "growthPerYear", figure=f.ELECTIVE_GROWTH)
            tables.figure("specialty_modes", code, mode, "lengthOfStay", figure=assumed(
                length, round(length * 0.7, 2), round(length * 1.4, 2),
                "length of stay by specialty and provider is not among the public files" if length else "no night in a bed"))
            tables.figure("specialty_modes", code, mode, "minutes", figure=assumed(used, round(used * 0.7), round(used * 1.4), SESSION_WHY))
            tables.figure("specialty_modes", code, mode, "variableCost", figure=assumed(
                round(cost * 0.3), round(cost * 0.2), round(cost * 0.45), f"30% (20% to 45%) of £{cost:,} ({national.REFERENCE_COSTS}): implants, "
                                                                          "drugs and tests; session and bed are counted apart"))
            tables.figure("specialty_modes", code, mode, "outsourcePrice", figure=assumed(
                price, round(price * 0.9), round(price * 1.3), f"£{cost:,} ({national.REFERENCE_COSTS}); what independent hospitals are paid is "
                                                               "near tariff" if mode != "outpatient-procedure"
                else "a procedure in clinic, a little above an attendance"))
            tables.figure("specialty_modes", code, mode, "followUpsPerSpell", figure=assumed(
                *after, "attendances after it, of all kinds; published for all outpatients together, not by procedure"))
        for o, sites in f.ELECTIVE_SITES.items():
            beds = {s: source.number(n.eric.beds[s]["Available beds (No.)"]) for s in sites}
            for s in sites:
                part = beds[s] / sum(beds.values())
                spells_at[s, code] = spells.get(o, 0) * part
                total_minutes[s] += spells_at[s, code] * ((1 - day) * minutes + day * (day_minutes + CLINIC_SHARE * CLINIC_MINUTES))
                bed_days[s] += spells_at[s, code] * (1 - day) * stay
    for mode, (hard, standard) in {"inpatient": (90, 45), "daycase": (75, 45), "outpatient-procedure": (60, 30)}.items():
        tables.figure("mode_figures", mode, "hardLimitMinutes",
                      figure=assumed(hard, hard - 15, hard + 30, "no plan prints one; further for a stay than for a clinic; a policy choice"))
        tables.figure("mode_figures", mode, "standardMinutes", figure=assumed(standard, standard - 10, standard + 15, "no plan prints one; a policy "
                                                                                                                      "choice"))
        tables.figure("mode_figures", mode, "allowedShareBeyondStandard", figure=assumed(0.15, 0.05, 0.3, "no plan prints one; a policy choice"))
        tables.figure("mode_figures", mode, "travelSupportPerMinute",
                      figure=assumed(0.15, 0, 0.5, "about 25p a mile at 40 miles an hour, for those who get help with travel; not published"))
    for o, sites in f.ELECTIVE_SITES.items():
        for s in sites:
            hub_today, may = f.HUBS.get(s, ("no", "yes"))
            tables.add("elective_sites", s, hub_today, may, f.HUBS_WHY)
            util = f.UTILISATION.get(o) or assumed(0.75, 0.65, 0.85, "in-session theatre utilisation is not public; between Staffordshire's 67% and "
                                                                     "77% (STP, 21 Oct 2016, L1561) and the 85% sought")
            cancelled = (0, 0, 0.02) if hub_today == "yes" else (0.05, 0.02, 0.10)
            needed = total_minutes[s] / (240 * util.value) / (1 - cancelled[0])
            sessions = math.ceil(needed * 1.05)
            for name, figure in {
                "sessions": assumed(sessions, math.floor(needed), math.ceil(needed * 1.25),
                                    f"the {needed:.0f} that the base year's volumes need by the model's own rule, procedures in clinic included, "
                                    "+ 5%; sessions by site are not public"),
                "maximumSessions": assumed(math.ceil(sessions * 1.4), sessions, math.ceil(sessions * 2),
                                           "two fifths more by longer days and weekends (GIRFT: 6 days, 48 weeks, 2.5 sessions a day)"),
                "utilisation": util,
                "hubUtilisation": stated(0.85, "Getting It Right First Time, elective hub standard: 85% theatre utilisation"),
                "cancelledShare": assumed(*cancelled, "lists lost to emergencies at a site that has them; cancellations are published by trust from "
                                                      "2018-19 only"),
                "sessionCost": assumed(2200, 1600, 3000, "staff and running of a half-day list; of the order of £10 a minute"),
                "beds": assumed(math.ceil(bed_days[s] / 365 / 0.85), math.floor(bed_days[s] / 365), math.ceil(bed_days[s] / 365 / 0.6) + 1,
                                "what the base year's stays need at 85%; elective beds by site are not public"),
                "hubCapital": assumed(10000000, 3000000, 25000000, "Staffordshire asks £10m to consolidate inpatient capacity for its elective "
                                                                   "transfer (STP, 21 Oct 2016, L1154); no other scheme cost is public"),
                "hubFixedCost": assumed(600000, 300000, 1200000, "management and ring-fenced staff; not published"),
            }.items():
                tables.figure("elective_site_figures", s, name, figure=figure)
            for code, (title, *_) in SPECIALTIES.items():
                if (s, code) not in spells_at:
                    continue
                has = spells_at[s, code] >= 100
                if getattr(f, "ONLY_AT", {}).get(s) and code not in f.ONLY_AT[s]:
                    continue
                tables.add("specialty_sites", code, s, "yes" if has else "no", "yes",
                           "assumed: where the trust's spells of the specialty, split by the beds of its sites, are a hundred a year or more")
                tables.figure("specialty_site_figures", code, s, "fixedCost", figure=assumed(
                    400000, 200000, 900000, "on-call, junior doctors and specialist nurses that a site needs once it keeps inpatients of the "
                                            "specialty; not published"))
    shares_today(tables, f, spells_at)
    for a, b, why in (("160", "100", "plastic surgery with general surgery"), ("502", "101", "gynaecology with urology")):
        if any(r["code"] == a for r in tables["specialties"]):
            tables.add("specialty_needs", a, b, "assumed: " + why + ", who are called to each other's theatres")
    for row in f.ELECTIVE_OPTIONS:
        tables.add("elective_options", *row)
    for name, figure in {
        "sessionMinutes": stated(240, "a half-day list of four hours, the unit in which sessions are counted"),
        "hubGain": assumed(1.12, 1.05, 1.32,
                           "new hubs did 21.9% more high-volume surgery (95% interval 11.7% to 32.2%; Health Foundation 2024-25), only part of it "
                           "by more in the same minutes"),
        "waitingWeeks": stated(18, "NHS Constitution: 18 weeks from referral to treatment"),
        "waitingStandard": stated(0.92, "NHS Constitution: 92% of those waiting, within 18 weeks"),
        "waitingTargetYear": assumed(2020, 2018, 2020, "the plan's last year; a policy choice"),
        "hubStayFactor": assumed(0.94, 0.88, 1, "new hubs: stays 0.17 day shorter (Health Foundation 2024-25), of the 2.7 days of these specialties; "
                                                "high: no shorter"),
        "minimumInpatientCentres": assumed(1, 1, len(tables["elective_sites"]), "some site keeps inpatients; a policy choice"),
        "maximumOutsourcedShare": assumed(1, 0.2, 1, "no limit but its price; a policy choice"),
        "maximumInpatientCentres": assumed(len(tables["elective_sites"]), 1, len(tables["elective_sites"]),
                                           "as today; how many centres remain is the plan's open question"),
    }.items():
        tables.figure("elective_parameters", name, figure=figure)
    levers(tables, getattr(f, "PLANNED_LEVERS", {}), getattr(f, "PLANNED_START", assumed(*BORROWED_START)))


def shares_today(tables, f, spells_at):
    """Of a specialty's spells, those at each site it is listed at: what leaves with a site that is taken out of the family."""
    listed = defaultdict(list)
    for row in tables["specialty_sites"]:
        listed[row["specialty"]].append(row["site"])
    owner = {s: o for o, sites in f.ELECTIVE_SITES.items() for s in sites}
    for code, sites in listed.items():
        total = sum(spells_at[s, code] for s in sites)
        for s in sites:
            share = round(spells_at[s, code] / total, 4)
            rtt, part, _ = f.RTT[owner[s]]
            alone = part == 1 and len(f.ELECTIVE_SITES[owner[s]]) == 1
            why = f"{RTT}: its spells (specialty_modes), over those of every site listed"
            tables.figure("specialty_site_figures", code, s, "shareToday", figure=derived(share, why) if alone else assumed(
                share, round(share * 0.7, 4), min(1, round(share * 1.3, 4)),
                why + "; of " + rtt + (f" {part:.0%}" if part != 1 else "") + (", by the beds of its sites" if len(f.ELECTIVE_SITES[owner[s]]) > 1 else "")))


def levers(tables, printed, start):
    for lever in LEVERS:
        for name, figure in BORROWED.get(lever, {}).items():
            tables.figure("elective_levers", lever, name, figure=printed.get(name, assumed(*figure)))
        tables.figure("elective_levers", lever, "startYear", figure=start)
