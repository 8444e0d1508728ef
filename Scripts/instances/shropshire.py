# SPDX-License-Identifier: GPL-3.0-or-later
"""Shropshire, Telford and Wrekin: what is particular to it. `L123` are lines of the plan's plain text."""

import national
from activity import SOURCE
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Shropshire, Telford & Wrekin STP, Directors Update, June 2018"
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
    "hardLimitMinutes": assumed(75, 60, 90, "no plan prints a limit; the longest journeys of residents today are about 49 minutes, and 65 to one site alone"),
    "meanMinutesLimit": assumed(30, 25, 35, "no plan prints one; today's mean is about 21 minutes; a policy choice to be varied"),
    "allowedShareBeyondStandard": assumed(0.10, 0.02, 0.20, "no plan prints one; with one site of the two open 1% to 10% of residents are beyond 45 "
                                          "minutes of it; a policy choice to be varied"),
    "allowedShareBeyondStandardDeprived": assumed(0.10, 0.02, 0.20, "no plan prints one; the same as for everybody; a policy choice to be varied"),
    "minimumType1Sites": assumed(1, 1, 2, "at least one A&E must remain in the footprint; a policy choice"),
    "maximumType1Sites": assumed(2, 1, 2, "no more A&E sites than today's two"),
}
AGENCY_PREMIUM = stated(0.55, "NHS England and NHS Improvement, agency price caps from Apr 2016: 55% above substantive pay (the plan prints no premium)")


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
                " in the first 90 days' terms") + f", over the {of * OVER65_SHARE(tables):,.0f} of people over 65 among RXW's {admitted:,.0f} type 1 "
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
    ("emergency.boundary", "Open. Residents of Powys and the rest of Wales whose quickest type 1 hospital is Shrewsbury or Telford are zones outside the "
     "footprint: their patients come and are counted, their journeys are not the footprint's. The plan has Powys in its vision on travel "
     "(L31) and gives no number. Taken as the boundary choice: Powys in the flows, not among the residents."),
    ("parameters[capitalLimit].value", "£312m is printed without a label (L116); only the risk line on capital (L1687) implies it is capital."),
    ("effects[front-door-first,admitted,over65].effect", "7% of frail admissions over 75 is printed as half the frailty model's number (L958), so a whole "
     "model would be 4,410 a year, more than either phase. The two phases of L958 and L960 are used."),
    ("effects[care-homes-first,admitted,over65].effect", "Care-home residents are largely in the frail over-75 group that the front-door team acts on "
     "too: the document leaves the overlap open (L956-962). With both on, the model lets each act on what the other leaves; in the family "
     "beds the overlap is an assumption of its own (cohort_figures[frail-75,removableShare])."),
    ("activity[RXW,type3Attendances].total", "Not given: RXW's 20,784 type 3 attendances are of urgent care centres at its two A&E sites, which are not "
     "doors of the model apart."),
    ("activity[R1D,type3Attendances].total", "R1D publishes 23,681 a year (and 4,610 as type 2, left out); Oswestry's minor injury unit is among them, is "
     "not in the estates return by itself and is no door of the model."),
    ("site_figures[RXWAS,bedsOccupied].value", "376 of 382 beds, 98%, in the return of 2014-15; 381 of 440, 87%, in that of 2013-14. The later return is "
     "loaded, as for every site."),
    ("sites[R1D21].role", "Ludlow's 40 beds, Bridgnorth's 25 and Whitchurch's 32 (ERIC 2014-15) are left out of the family emergency; they are pools of "
     "the family beds."),
    ("rates[admitted,age_75_84].rate", "The plan prints 92 emergency admissions and 414 bed days 'per 100,000' (L211, L212), which can only be per 1,000; "
     "rates are England's, and the published activity of RXW sets their level."),
]
CALIBRATION_NOTES = [
    ("RXW", "type1Admissions", "RXW admits 22% of its type 1 attendances against 27.5% in England, and its system has fewer emergency admissions than most "
     "(plan, L211, L239); patients sent by a GP are likely admitted by other routes than A&E."),
    ("RXW", "type1Attendances", "Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of England's 7.49 "
     "million type 3 attendances to the quickest door of the model; RXW's own 20,784 type 3 attendances are left out of the target."),
    ("R1D", "type3Attendances", "R1D's total includes Oswestry, which is no door of the model, and its units are open for fewer hours than an urgent care "
     "centre; the rates send every minor case by day of the people nearest a unit to it. The published total is kept."),
]
INTRODUCTION = ("Two A&E sites (Royal Shrewsbury, Princess Royal in Telford) and a document of June 2018 that wants two centres of a different kind "
                "(L30), one of them for emergencies, without saying here which. It is a progress report and not the plan of 2016: it prints no "
                "beds, no activity and no bridge; its one complete block is frailty and care homes (L956-962). Powys patients are in the flows.")
ASSUMED_TEXT = ("how use of A&E varies with age, ambulance and night shares, the split of RXW's total between Shrewsbury and Telford (by catchment), "
                "treatment spaces and staff in post (what the base year needs by the model's own rules), rota floors, pay, fixed costs of a "
                "department, capital unit costs, room to build, what neighbours offer (10% of their activity), the services that move, and "
                "every travel limit, as the document prints none.")
