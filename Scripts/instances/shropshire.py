# SPDX-License-Identifier: GPL-3.0-or-later
"""Shropshire, Telford and Wrekin: what is particular to it. `L123` are lines of the plan's plain text."""

import sys

import beds
import national
import staffing
import system
from activity import SOURCE
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Shropshire, Telford & Wrekin STP, Directors Update, June 2018"
THIS = sys.modules[__name__]
NAME, TITLE, ICB, EXPECTED = "shropshire", "Shropshire, Telford and Wrekin", "QOC", (301, 506737)
WALES = True

UNIT = "minor injury unit, open by day, as widely published; R1D publishes type 3 activity; the plan names the type only (L1034, L1043)"
ACUTE = "24-hour A&E; one of the two acute sites the plan names (L903, L907, L1143)"
SITES = {
    "RXWAS": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), ACUTE),
    "RXWAT": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), ACUTE),
    "R1D21": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1D22": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1D34": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1D25": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
    "RL131": ("community", "none", ("none",), "specialist orthopaedic hospital: beds for planned care and no door for emergencies"),
}
PLANNED_CARE_ONLY = ["RL131"]
NEIGHBOURS = ["RBK02", "RBT20", "RJE01", "RJE09", "RJR05", "RL403", "RLQ01", "RNA01", "RWP50", "W-LL137TD", "W-SY231ER"]
ADMISSIBLE = (f"{PLAN}, L30: urgent and emergency care redesigned into two centres; which site gets which role is not in the document "
              "(L831), so each may take either")
PROVIDERS = {
    "RXW": f"{ODS}; named in {PLAN}, L483", "R1D": f"{ODS}; named in {PLAN}, L1234", "RL1": f"{ODS}; named in {PLAN}, L783",
}
CCG = f"{ODS}; named in {PLAN}, L547, L958"
OTHER_ORGANISATIONS = [
    ("RYA", "West Midlands Ambulance Service NHS Foundation Trust", "ambulance", f"{ODS}; the region's ambulance trust"),
    ("05N", "NHS Shropshire CCG", "commissioner", CCG), ("05X", "NHS Telford and Wrekin CCG", "commissioner", CCG),
]
PUBLISHED = ["RXW", "R1D"]
NOT_USED = {("RXW", "type3Attendances")}


def CATCHMENT_WHY(site):
    return ("RXW publishes one figure for Shrewsbury and Telford together: split by the people whose quickest site each is, which may be "
            "30% off either way")


def admitted_growth(n):
    return derived(national.growth_attendances(n.activity), SOURCE.format(
        "Apr 2016 to Mar 2019", "England, type 1 attendances 15,262,758 in 2016/17 to 15,679,998 in 2018/19, a year")
        + f"; the plan prints no growth rate ({PLAN}, L223 is a lost chart). Admissions via type 1 grew by 5.6% a year (high), swollen by "
        "same-day admissions that need no bed overnight", 0, national.growth_admissions(n.activity))


RURAL = "rural: with both sites open a fifth of the residents are beyond 30 minutes and 1% beyond 45, so 30 would fail before anything changes"
PARAMETERS = {
    "capitalLimit": assumed(312000000, 100000000, 312000000, f"{PLAN}, L116: £312m for Future Fit, unlabelled; that it is capital is "
                            "implied by L1687 only; prices of 2018, not brought back as its basis is not said"),
    "standardMinutes": assumed(45, 30, 60, "no plan prints a travel standard; " + RURAL),
    "hardLimitMinutes": assumed(75, 60, 90,
                                "no plan prints a limit; the longest journeys of residents today are about 49 minutes, and 65 to one site alone"),
    "meanMinutesLimit": assumed(30, 25, 35, "no plan prints one; today's mean is about 21 minutes; a policy choice to be varied"),
    "allowedShareBeyondStandard": assumed(0.10, 0.02, 0.20, "no plan prints one; with one site of the two open 1% to 10% of residents are beyond 45 "
                                          "minutes of it; a policy choice to be varied"),
    "allowedShareBeyondStandardDeprived": assumed(0.10, 0.02, 0.20, "no plan prints one; the same as for everybody; a policy choice to be varied"),
    "minimumType1Sites": assumed(1, 1, 2, "at least one A&E must remain in the footprint; a policy choice"),
    "maximumType1Sites": assumed(2, 1, 2, "no more A&E sites than today's two"),
}
AGENCY_PREMIUM = stated(0.55, "NHS England and NHS Improvement, agency price caps from Apr 2016: 55% above substantive pay (the plan prints no "
                              "premium)")


def services(tables):
    for s, (role, *_) in SITES.items():
        if role == "acute":
            for service in ("acute-medicine", "critical-care", "emergency-surgery"):
                tables.add("site_services", s, service, "yes", "assumed",
                           "present at every general hospital with a 24-hour A&E; no public table of services by site")
    moves = {
        ("RXWAT", "obstetrics"): ((12000000, 6000000, 24000000), (1500000, 700000, 3000000)),
        ("RXWAT", "paediatrics"): ((4000000, 2000000, 8000000), (700000, 350000, 1400000)),
    }
    why = "obstetric and children's inpatient wards are not left without an A&E and its anaesthetic cover"
    for (site, service), (capital, annual) in moves.items():
        tables.add("site_services", site, service, "yes", "assumed",
                   "provided at this hospital in 2016/17 as is widely known; no public table of services by site")
        tables.add("site_services", "RXWAS", service, "no", "assumed",
                   "consultant-led maternity and children's wards moved to Telford in 2014 as is widely known; no public table of services by site")
        tables.figure("service_moves", site, service, "capital", figure=assumed(
            *capital, why + "; size of the order of the beds moved at £100,000 to £300,000 each, no business case is public in the document"))
        tables.figure("service_moves", site, service, "annualCost", figure=assumed(
            *annual, why + "; second rotas kept up by the receiving site, no business case is public in the document"))


# Admissions a year that frailty and care-home work removes: in its first 90 days, and after them (L958-962).
FRAILTY = {"front-door": (2205, 3285, "frailty team at the front door of both sites", "L958, L960"),
           "care-homes": (728, 1092, "care-home team and trusted assessors", "L962")}


def schemes(tables, n):
    admitted = n.activity.type1_admissions("RXW")
    growth = admitted_growth(n).value
    admissions = admitted * (1 + growth) ** 4
    for name, (first, after, title, line) in FRAILTY.items():
        tables.add("schemes", name + "-first", title.capitalize() + ", first phase", "no", "", f"{PLAN}, {line}")
        tables.add("schemes", name + "-after", title.capitalize() + ", what the later phase adds", "no", name + "-first", f"{PLAN}, {line}")
        for scheme, removed, of in ((name + "-first", first, admissions), (name + "-after", after - first, admissions - first)):
            # Only the over-65 are in the model's cohorts; the plan's are over 75.
            share = removed / of / OVER65_SHARE(tables)
            tables.figure("effects", scheme, "admitted", "over65", "effect", figure=derived(
                round(share, 4), f"{PLAN}, {line}: {removed:,} admissions a year" + (" more in the second phase" if scheme.endswith("after") else
                " in the first 90 days' terms") + f", over the {of * OVER65_SHARE(tables):,.0f} of people over 65 among RXW's {admitted:,.0f} type "
                                                  "1 "
                f"admissions of 2016/17 (NHS England A&E statistics) grown at {growth:.2%} a year to 2020/21"
                + (", less the first phase" if scheme.endswith("after") else "")
                + "; the plan's cohort is frail and over 75 (L956), here the over-65, who are the nearest cohort of the model"))
        for scheme in (name + "-first", name + "-after"):
            tables.figure("scheme_figures", scheme, "replacementCostPerAttendance", figure=assumed(
                46, 20, 90, "community contact instead, of the order of a walk-in attendance (NICE guideline NG94: £46 at 2013/14 prices); the "
                "plan prints no cost by scheme"))
            tables.figure("scheme_figures", scheme, "replacementCostPerAdmission", figure=assumed(
                500, 250, 900, "community care instead of a spell (reference costs 2016/17: £1,590), a third of its cost; of the costs the plan "
                "prints only £333,000 for the care-home team of Telford (L925)"))


def OVER65_SHARE(tables):
    """Share of the residents' modelled admissions that are of people over 65."""
    rate = {r["age_band"]: float(r["value"]) for r in tables["rates"] if r["class"] == "admitted"}
    total = over = 0.0
    for z in tables["zones"]:
        if z["inside"] == "yes":
            for band, value in rate.items():
                total += value * int(z[band])
                over += value * int(z[band]) if band in ("age_65_74", "age_75_84", "age_85_plus") else 0
    return over / total


TWO = f"{PLAN}, L30: two centres; no option, score or preferred site is in the document (L831, L851)"
OPTIONS = [
    ("today", "Two A&E sites as today", "RXWAS=type1;RXWAT=type1", f"{PLAN}, L903, L907"),
    ("shrewsbury-emergency", "Shrewsbury the emergency centre, Telford an urgent care centre", "RXWAS=type1;RXWAT=ucc", TWO),
    ("telford-emergency", "Telford the emergency centre, Shrewsbury an urgent care centre", "RXWAS=ucc;RXWAT=type1", TWO),
    ("telford-night", "Telford's A&E closes at night", "RXWAS=type1;RXWAT=type1-part-time", "for comparison: not in the document"),
]

NOTES = [
    ("emergency.boundary",
     "Open. Residents of Powys and the rest of Wales whose quickest type 1 hospital is Shrewsbury or Telford are zones outside the "
     "footprint: their patients come and are counted, their journeys are not the footprint's. The plan has Powys in its vision on travel "
     "(L31) and gives no number. Taken as the boundary choice: Powys in the flows, not among the residents."),
    ("parameters[capitalLimit].value", "£312m is printed without a label (L116); only the risk line on capital (L1687) implies it is capital."),
    ("effects[front-door-first,admitted,over65].effect",
     "7% of frail admissions over 75 is printed as half the frailty model's number (L958), so a whole "
     "model would be 4,410 a year, more than either phase. The two phases of L958 and L960 are used."),
    ("effects[care-homes-first,admitted,over65].effect", "Care-home residents are largely in the frail over-75 group that the front-door team acts "
                                                         "on "
     "too: the document leaves the overlap open (L956-962). With both on, the model lets each act on what the other leaves; in the family "
     "beds the overlap is an assumption of its own (cohort_figures[frail,removableShare])."),
    ("activity[RXW,type3Attendances].total",
     "Not given: RXW's 20,784 type 3 attendances are of urgent care centres at its two A&E sites, which are not "
     "doors of the model apart."),
    ("activity[R1D,type3Attendances].total", "R1D publishes 23,681 a year (and 4,610 as type 2, left out); Oswestry's minor injury unit is among "
                                             "them, is "
     "not in the estates return by itself and is no door of the model."),
    ("site_figures[RXWAS,bedsOccupied].value",
     "376 of 382 beds, 98%, in the return of 2014-15; 381 of 440, 87%, in that of 2013-14. The later return is "
     "loaded, as for every site."),
    ("sites[R1D21].role", "Ludlow's 40 beds, Bridgnorth's 25 and Whitchurch's 32 (ERIC 2014-15) are left out of the family emergency; they are "
                          "pools of "
     "the family beds."),
    ("rates[admitted,age_75_84].rate",
     "The plan prints 92 emergency admissions and 414 bed days 'per 100,000' (L211, L212), which can only be per 1,000; "
     "rates are England's, and the published activity of RXW sets their level."),
]
NOTES += [
    ("bed_effects[front-door-first,frail].effect", "The two phases are rates a year in the terms of each, not what the first 90 days and the rest "
                                                   "of one year add up to (28,769 bed days if they were, L958-960)."),
    ("bed_schemes[care-homes-first].title",
     "Care-home residents are largely in the group the front-door team acts on: the overlap is cohort_figures[frail,removableShare], from wholly "
     "contained to additive."),
    ("programme_figures[future-fit,capital].value", "£312m is printed without a label (L116)."),
]
CALIBRATION_NOTES = [
    ("RXW", "type1Admissions",
     "RXW admits 22% of its type 1 attendances against 27.5% in England, and its system has fewer emergency admissions than most "
     "(plan, L211, L239); patients sent by a GP are likely admitted by other routes than A&E."),
    ("RXW", "type1Attendances", "Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of "
                                "England's 7.49 "
     "million type 3 attendances to the quickest door of the model; RXW's own 20,784 type 3 attendances are left out of the target."),
    ("R1D", "type3Attendances",
     "R1D's total includes Oswestry, which is no door of the model, and its units are open for fewer hours than an urgent care "
     "centre; the rates send every minor case by day of the people nearest a unit to it. The published total is kept."),
]
INTRODUCTION = ("Two A&E sites (Royal Shrewsbury, Princess Royal in Telford) and a document of June 2018 that wants two centres of a different kind "
                "(L30), one of them for emergencies, without saying here which. It is a progress report and not the plan of 2016: it prints no "
                "beds, no activity and no bridge; its one complete block is frailty and care homes (L956-962). Powys patients are in the flows.")
ASSUMED_TEXT = ("how use of A&E varies with age, ambulance and night shares, the split of RXW's total between Shrewsbury and Telford (by "
                "catchment), "
                "treatment spaces and staff in post (what the base year needs by the model's own rules), rota floors, pay, fixed costs of a "
                "department, capital unit costs, room to build, what neighbours offer (10% of their activity), the services that move, and "
                "every travel limit, as the document prints none.")


FAMILIES = ("emergency", "beds", "elective", "staffing", "system")
ILLUSTRATIVE = ("elective", "staffing", "system")

# Beds: no stock in the document, but bed days removed by two schemes in two phases.

COHORTS_WHY = f"frail and over 75 as in {PLAN}, L956"
FE = f"{PLAN}, L956: those over 75 have about three quarters of occupied bed days; the shares by site are assumed"
ACUTE_SHARES = {"delayed": (0.03, 0.01, 0.06, f"{PLAN}, L214: the second lowest rate of delays of 17 systems; no share is printed"),
                "frail": (0.65, 0.55, 0.75, FE),
                "other-emergency": (0.12, 0.05, 0.20, FE), "planned": (0.20, 0.15, 0.30, FE)}
BED_TYPES = {}
DAYS = {"front-door": (20897, 31345, "L958, L960"), "care-homes": (6899, 10374, "L962")}
REMOVABLE = {}
ALTERNATIVES = {
    "home-care": (assumed(0, 0, 40, "not printed"), assumed(120, 60, 240, f"{PLAN}, L292-295: Hospital at Home and crisis response in phase 3; not "
                                                                          "sized")),
    "intermediate-care": (assumed(0, 0, 20, "not printed"),
                          assumed(20, 0, 50, f"{PLAN}, L984-991: intermediate-care beds under review, 21 days' stay sought; not sized")),
    "nursing-home": (assumed(0, 0, 20, "not printed"), assumed(30, 10, 80, "not printed")),
}
ALTERNATIVES_WHY = f"{PLAN}, L292-295, L984-994: Hospital at Home, intermediate care, step-up beds; no kind of care is sized"
CLOSURE_YEAR = {"acute": (2019, f"{PLAN}, L831, L851: consultation to September 2018, the decision undated"),
                "community": (2019, f"{PLAN}, L387, L984: bed review, undated")}
DISCHARGE_WHY = f"{PLAN}, L989-994: integrated discharge team, Red Cross sees all of pathway 1"


def bed_schemes(tables, n):
    beds.discharge(tables, THIS, assumed(0.2, 0.05, 0.4, f"{PLAN}, L239: delays are already the second lowest of 17 systems; no target is printed"))
    frail = sum(float(r["value"]) for r in tables["pool_figures"] if r["figure"] == "occupiedBeds" and r["pool"] in ("RXWAS-acute",
                                                                                                                     "RXWAT-acute")) * 0.65
    shares = {}
    for code, (first, after, line) in DAYS.items():
        title = FRAILTY[code][2].capitalize()
        for phase, days, why in (("first", first, "in the terms of its first 90 days, a year"), ("after", after - first, "more after them, a year")):
            share = round(days / 365 / frail, 4)
            shares[code, phase] = share
            beds.scheme(tables, f"{code}-{phase}", title + (", first phase" if phase == "first" else ", what the later phase adds"),
                        f"{PLAN}, {line}",
                        derived(2018, f"{PLAN}, L919-940: under way in April 2018"), assumed(1, 0.25, 2, f"{PLAN}, {line}: phases of 90 days, then "
                                                                                                         "all"),
                        assumed(4000 if code == "front-door" else 12000, 1000, 40000, "cost of the teams for an occupied bed avoided; of their "
                                                                                      "costs only £333,000 for the care-home team of Telford is "
                                                                                      "printed (L925)"),
                        {"frail": derived(share, f"{PLAN}, {line}: {days:,} occupied bed days {why}, / 365, over the {frail:.0f} occupied beds of "
                                                 "the cohort")},
                        {"home-care": assumed(0.3, 0.1, 0.6, "not printed")}, after="" if phase == "first" else f"{code}-first")
    additive = sum(shares.values())
    contained = sum(v for (code, _), v in shares.items() if code == "front-door")
    one_after_other = 1 - (1 - contained) * (1 - (additive - contained))
    tables.figure("cohort_figures", "frail", "removableShare", figure=assumed(
        round(one_after_other, 4), round(contained, 4), round(additive, 4),
        f"{PLAN}, L956-962: care-home residents are largely in the frail over-75 group; the document leaves the overlap open. As if they "
        "acted one after the other; low: all care-home admissions are among the front door's, high: none is"))
    tables["cohort_figures"].sort(key=lambda r: (list(beds.COHORTS).index(r["cohort"]), r["figure"]))


BED_OPTIONS = []

# Staffing.

WORKFORCE = {"RXW": "RXWAT", "R1D": "R1D22", "RL1": "RL131"}


def organisation_pay(n, w):
    return staffing.pay_from_fte(THIS, n, w, (0.06, 0.03, 0.09), "6% (3% to 9%) of the pay bill; the document prints no agency figure, "
                                                                 "Staffordshire's has 7% and a national 4% (STP, 21 Oct 2016, L251)")


def AGENCY_CEILING(today):
    return assumed(0.04, 0.03, 0.06,
                   "the national average of 4% of pay (Staffordshire & Stoke-on-Trent STP, 21 Oct 2016, L251); the document prints no ceiling")


CONVERSION = (assumed(0.25, 0.10, 0.40, f"not printed; a collaborative bank is planned ({PLAN}, L1447), Staffordshire wants 25% within two years "
                                        "(STP, 21 Oct 2016, L558)"), assumed(104, 78, 156, "two years; not printed"))

# Elective.

RTT = {"RXW": ("RXW", 1, ""), "RL1": ("RL1", 1, "")}
ELECTIVE_SITES = {"RXW": ["RXWAS", "RXWAT"], "RL1": ["RL131"]}
ONLY_AT = {"RL131": ("110",)}
HUBS = {"RL131": ("yes", "yes")}
HUBS_WHY = f"{PLAN}: no elective hub is named; RJAH is the orthopaedic hospital (L783); two centres (L30), one of which may be for planned care"
UTILISATION = {}
ELECTIVE_GROWTH = assumed(0.02, 0, 0.04,
                          "the plan prints none; between no growth and the 14% in four years of Staffordshire (STP, 21 Oct 2016, L505)")


def DAY_CASE(code):
    if code == "110":
        return assumed(0.20, 0.05, 0.30, "the plan prints none; the 20% of orthopaedic inpatients of Staffordshire's (STP, 21 Oct 2016, L1061)")
    return assumed(0.05, 0.01, 0.15, "the plan prints none; Staffordshire's has 1% (STP, 21 Oct 2016, L1061)")


ELECTIVE_OPTIONS = [
    ("today", "As today", "RL131", "", "", f"{PLAN}, L783"),
    ("telford-planned", "Telford the planned-care centre", "RL131;RXWAT", "RL131;RXWAT", "", f"{PLAN}, L30: two centres; which is which is not in the "
                                                                                         "document"),
    ("shrewsbury-planned", "Shrewsbury the planned-care centre", "RL131;RXWAS", "RL131;RXWAS", "",
     f"{PLAN}, L30: two centres; which is which is not in the document"),
]

# System: no bridge is printed.

CONTROLLED = ["RXW", "R1D", "RL1"]
CONTROL_WHY = f" ({PLAN}, L1683: 2017/18 adverse to control totals, amount not given)"
BALANCE_YEAR = assumed(2020, 2019, 2022, "not printed")
ESTATE_LIMITS = (stated(0.35, "Lord Carter's review of NHS productivity (2016): non-clinical floor area 35%; the document says Carter-aligned "
                              "(L1276-1280)"),
                 stated(0.025, "Lord Carter's review of NHS productivity (2016): unoccupied floor area 2.5%; the document says Carter-aligned "
                               "(L1276-1280)"))
RELEASABLE = {}
SCALES = []
GATES = []
PROGRAMMES, BRIDGE = [], []
ONE_OFF, BUDGETS, ACCOUNTS = [], [], []


def prepare(n):
    global PROGRAMMES, BRIDGE
    levers = ";".join(f"{c}-{p}" for c in DAYS for p in ("first", "after"))

    def figures(saving, start, one_off, capital):
        return {"earliestYear": derived(start, "the document's own date"), "rampYears": assumed(1, 1, 3, "not printed"), "savingPerYear": saving,
                "oneOffRevenue": one_off, "capital": capital, "elapsedYears": assumed(0, 0, 1, "not printed")}

    none = assumed(0, 0, 1000000, "not printed")
    PROGRAMMES = [
        (("frailty", "Frailty and care homes", "", "", levers, levers, "Payment route from April 2018 unresolved", f"{PLAN}, L903-962"),
         figures(assumed(0, -1000000, 8000000,
                         "not printed: what the beds save is worked out in the families; 41,719 bed days are the whole if they add up (L958-962)"),
                         2018,
                 system.deflated(333000, 2018, f"{PLAN}, L925: £333k for the care-home team of Telford"), none)),
        (("msk", "Musculoskeletal triage", "", "", "", "", "", f"{PLAN}, L770"),
         figures(system.deflated(3000000, 2017, f"{PLAN}, L770: £3m of QIPP, forecast outturn of 2017/18", (0.5, 1.2)), 2017, none, none)),
        (("future-fit", "Acute reconfiguration: two centres", "", "", "", "", "Decision-making business case, undated", f"{PLAN}, L30, L116, L851"),
         figures(assumed(0, -5000000, 20000000, "not printed in this document"), 2019, none,
                 derived(system.deflated(312000000, 2018, f"{PLAN}, L116: £312m, unlabelled; capital by L1687").value, f"{PLAN}, L116: £312m, "
                                                                                                                       "unlabelled; capital by "
                                                                                                                       "L1687; taken as cash of "
                                                                                                                       "2018/19, brought to 2016/17"))),
    ]
    rows = (("msk", "Musculoskeletal QIPP", "solution", 2017, 3000000, "L770", "msk", "A saving of the commissioner, forecast outturn."),
            ("care-home-team", "Care-home team, Telford and Wrekin", "memorandum", 2018, -333000, "L925", "frailty", "A cost."),
            ("workforce-programme", "Workforce investment programme", "memorandum", 2017, -817600, "L1439", "", "A cost."),
            ("future-fit", "Future Fit", "memorandum", 2018, -312000000, "L116", "future-fit", "Unlabelled; capital is implied (L1687)."),
            ("backlog", "Backlog maintenance", "memorandum", 2018, -61000000, "L191", "", "Cost to eradicate, a liability and not a yearly cost."))
    BRIDGE = [((code, i, title, kind, programme, note, f"{PLAN}, {line}; cash"), {year: stated(amount, f"{PLAN}, {line}")}) for i,
              (code, title, kind, year, amount, line, programme, note) in enumerate(rows, 1)]


CLAIMS = [
    ("front-door-first", "beds", "front-door-first", "occupied bed days a year", "bed-days", 2018, 20897, "First 90 days' terms", "L958"),
    ("front-door-whole", "beds", "front-door-first;front-door-after", "occupied bed days a year", "bed-days", 2018, 31345, "After 90 days", "L960"),
    ("care-homes-first", "beds", "care-homes-first", "occupied bed days a year", "bed-days", 2018, 6899, "First 90 days' terms", "L962"),
    ("care-homes-whole", "beds", "care-homes-first;care-homes-after", "occupied bed days a year", "bed-days", 2018, 10374, "After 90 days", "L962"),
    ("front-door-admissions-first", "emergency", "front-door-first", "admissions avoided", "admissions", 2018, 2205, "", "L958"),
    ("front-door-admissions", "emergency", "front-door-first;front-door-after", "admissions avoided", "admissions", 2018, 3285, "", "L960"),
    ("care-homes-admissions-first", "emergency", "care-homes-first", "admissions avoided", "admissions", 2018, 728, "", "L962"),
    ("care-homes-admissions", "emergency", "care-homes-first;care-homes-after", "admissions avoided", "admissions", 2018, 1092, "", "L962"),
    ("msk", "elective", "musculoskeletal", "annual saving", "pounds", 2017, 3000000, "Forecast outturn", "L770"),
]

FAMILIES_TEXT = ("**The other families.** Beds by site are the return's; the bed days that frailty and care-home work removes are the document's, "
                 "in its two phases, with their overlap "
                 "an assumption (`cohort_figures[frail,removableShare]`). No bridge is printed: `bridge` has the document's six amounts, none of "
                 "which add up to anything.")
