# SPDX-License-Identifier: GPL-3.0-or-later
"""Coventry and Warwickshire: what is particular to it. `L123` are lines of the plan's plain text."""

import national
from activity import SOURCE
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Coventry & Warwickshire STP, Oct 2016 submission dated 6 Dec 2016"
NAME, TITLE, ICB, EXPECTED = "coventry-warwickshire", "Coventry and Warwickshire", "QWU", (534, 963173)
WALES = False

TYPE1_WHY = "24-hour A&E; the only type 1 site of its organisation, which publishes type 1 activity"
SITES = {
    "RKB01": ("acute", "type1", ("type1", "ucc", "none"), TYPE1_WHY),
    "RLT01": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), TYPE1_WHY),
    "RJC02": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), TYPE1_WHY),
    "RKB03": ("minor-injury-unit", "ucc", ("ucc",), "urgent care centre; RKB publishes type 3 activity, and this is its second hospital"),
    "RJC03": ("minor-injury-unit", "ucc", ("ucc",), "minor injury unit as widely published; RJC publishes 7,682 type 3 attendances in 2016/17, "
              "which its other community hospitals do not explain"),
    "RJC04": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
    "RJC46": ("community", "none", ("none",), "rehabilitation hospital with beds, no urgent care"),
}
NEIGHBOURS = ["RJF02", "RNQ51", "RNS01", "RR101", "RR105", "RRK15", "RTH05", "RTH08", "RWEAA", "RWP01", "RWP50"]
ADMISSIBLE = (f"{PLAN}, L372, L653: possible A&E reconfiguration, review of access points at George Eliot and UHCW; Warwick is let vary "
              "though the review does not name it")
PROVIDERS = {code: f"{ODS}; named in {PLAN}, L492-495" for code in ("RJC", "RKB", "RLT")}
CCG = f"{ODS}; named in {PLAN}, L489-491"
OTHER_ORGANISATIONS = [
    ("RYA", "West Midlands Ambulance Service NHS Foundation Trust", "ambulance", f"{ODS}; named in {PLAN}, L1116"),
    ("05A", "NHS Coventry and Rugby CCG", "commissioner", CCG), ("05H", "NHS Warwickshire North CCG", "commissioner", CCG),
    ("05R", "NHS South Warwickshire CCG", "commissioner", CCG),
]
PUBLISHED = ["RJC", "RKB", "RLT"]
NOT_USED = set()


def CATCHMENT_WHY(site):
    return "the only A&E of its organisation, so the published total fixes its level whatever the factor"


def admitted_growth(n):
    return derived(national.growth_attendances(n.activity), SOURCE.format(
        "Apr 2016 to Mar 2019", "England, type 1 attendances 15,262,758 in 2016/17 to 15,679,998 in 2018/19, a year")
        + f"; the plan prints no growth rate ({PLAN}, L79, L303). Admissions via type 1 grew by 5.6% a year (high), swollen by "
        "same-day admissions that need no bed overnight", 0, national.growth_admissions(n.activity))


PARAMETERS = {"capitalLimit": None}
AGENCY_PREMIUM = stated(0.55, "NHS England and NHS Improvement, agency price caps from Apr 2016: 55% above substantive pay (the plan prints no premium)")


def services(tables):
    for s, (role, *_) in SITES.items():
        if role == "acute":
            for service in ("acute-medicine", "critical-care", "emergency-surgery"):
                tables.add("site_services", s, service, "yes", "assumed",
                           "present at every general hospital with a 24-hour A&E; no public table of services by site")
    moves = {
        ("RKB01", "obstetrics"): ((15000000, 8000000, 30000000), (2000000, 1000000, 4000000)),
        ("RKB01", "paediatrics"): ((6000000, 3000000, 12000000), (1000000, 500000, 2000000)),
        ("RLT01", "obstetrics"): ((6000000, 3000000, 12000000), (800000, 400000, 1600000)),
        ("RLT01", "paediatrics"): ((2500000, 1200000, 5000000), (500000, 250000, 1000000)),
        ("RJC02", "obstetrics"): ((7000000, 3500000, 14000000), (900000, 450000, 1800000)),
        ("RJC02", "paediatrics"): ((2500000, 1200000, 5000000), (500000, 250000, 1000000)),
    }
    why = "obstetric and children's inpatient wards are not left without an A&E and its anaesthetic cover"
    for (site, service), (capital, annual) in moves.items():
        tables.add("site_services", site, service, "yes", "assumed",
                   "provided at this hospital in 2016/17 as is widely known; no public table of services by site")
        tables.figure("service_moves", site, service, "capital", figure=assumed(
            *capital, why + "; size of the order of the beds moved at £100,000 to £300,000 each, no business case is public and the plan "
            "has not chosen (L864)"))
        tables.figure("service_moves", site, service, "annualCost", figure=assumed(
            *annual, why + "; second rotas kept up by the receiving sites, no business case is public"))


def schemes(tables, n):
    def grown(base, rate):
        return base * (1 + rate) ** 4

    admitted = sum(n.activity.type1_admissions(o) for o in PUBLISHED)
    major_and_minor = sum(n.activity.type1(o) for o in PUBLISHED) - admitted
    other = sum(n.activity.other(o) for o in PUBLISHED)
    admissions = grown(admitted, admitted_growth(n).value)
    attendances = grown(major_and_minor + other, national.growth_attendances(n.activity))
    tables.add("schemes", "proactive-preventative", "Proactive and preventative care", "no", "", f"{PLAN}, L347")
    tables.add("schemes", "urgent-emergency", "Urgent and emergency care", "no", "", f"{PLAN}, L348")
    base = ("the three trusts' 2016/17 {0} (NHS England A&E statistics) grown at {1:.2%} a year to 2020/21")
    for scheme, line, attend, admit in (("proactive-preventative", 347, 21000, 10000), ("urgent-emergency", 348, 21000, 2000)):
        tables.figure("effects", scheme, "admitted", "all", "effect", figure=derived(
            round(admit / admissions, 4), f"{PLAN}, L{line}: {admit:,} admissions avoided in 2020/21, over {admissions:,.0f}: "
            + base.format(f"type 1 admissions {admitted:,.0f}", admitted_growth(n).value)))
        for q in ("major", "minor"):
            tables.figure("effects", scheme, q, "all", "effect", figure=derived(
                round(attend / attendances, 4), f"{PLAN}, L{line}: {attend:,} attendances avoided in 2020/21, over {attendances:,.0f}: "
                + base.format(f"attendances not admitted {major_and_minor + other:,.0f} (types 1 and 3)", national.growth_attendances(n.activity))
                + "; taken to be attendances that are not admitted, the same share of each class"))
        tables.figure("scheme_figures", scheme, "replacementCostPerAttendance", figure=assumed(
            46, 20, 90, "community contact instead, of the order of a walk-in attendance (NICE guideline NG94: £46 at 2013/14 prices); the "
            "plan prints savings net of this cost (L325) and not the cost"))
        tables.figure("scheme_figures", scheme, "replacementCostPerAdmission", figure=assumed(
            500, 250, 900, "community care instead of a spell (reference costs 2016/17: £1,590), a third of its cost; the plan prints savings "
            "net of this cost (L325) and not the cost"))


REVIEW = f"{PLAN}, L372, L653: review of access points at George Eliot and UHCW, no option is printed"
OPTIONS = [
    ("today", "Three A&E sites as today", "RJC02=type1;RKB01=type1;RLT01=type1", f"{PLAN}, L653"),
    ("george-eliot-ucc", "George Eliot becomes an urgent care centre", "RJC02=type1;RKB01=type1;RLT01=ucc", REVIEW),
    ("george-eliot-part-time", "George Eliot's A&E closes at night", "RJC02=type1;RKB01=type1;RLT01=type1-part-time", REVIEW),
    ("uhcw-ucc", "University Hospital becomes an urgent care centre", "RJC02=type1;RKB01=ucc;RLT01=type1", REVIEW),
    ("warwick-ucc", "Warwick becomes an urgent care centre", "RJC02=ucc;RKB01=type1;RLT01=type1",
     "for comparison: the plan's review does not name Warwick (L653)"),
]

NOTES = [
    ("effects[urgent-emergency,major,all].effect", "Both streams print 21k attendances (L347, L348): they may be the same 21k, as the two share the "
     "top 15% of patients (L334, L335) and their money is counted once (L694). With both schemes on, the model adds them. That the "
     "attendances are A&E ones is inferred (L371-372)."),
    ("effects[proactive-preventative,admitted,all].effect", "10k (L347) and 2k (L348) admissions against do-nothing growth, not against today (L79): "
     "shares are over the activity of 2020/21."),
    ("parameters[capitalLimit].value", "Absent: the plan prints no capital; it says that capital is limited and a larger UHCW A&E would need some "
     "(L1013, L1097, L1108)."),
    ("sites[RJC02].level_today", "The plan's review of A&E names George Eliot and UHCW only (L653), while its criteria cover all emergency departments "
     "and urgent care centres (L652)."),
    ("site_figures[RKB01,pfiUnitaryCharge].value", "£19.5m of the £29.5m finance cost is debt and contingent rent of the PFI contract, by the recipe that "
     "gives £21.9m for Royal Stoke. Life-cycle payments (£2.0m) and services are not in it, nor is the income set off against it (£3.3m)."),
    ("site_figures[RLT01,bedsOccupied].value", "310 of 317 beds, 98%, the same in the returns of 2013-14 and 2014-15: above the occupancy limit, so "
     "do-nothing already builds beds here."),
    ("activity[RKB,type3Attendances].total", "26,474 in 2016/17; 72,172 in 2018/19, because from October 2017 RKB reports some 3,700 a month more, so "
     "a second unit. Coventry's walk-in centre has no row or position in the sources of 2016/17 and is left out."),
    ("sites[RKB03].role", "Its 111 beds (ERIC 2014-15) are elective and rehabilitation beds and are left out, as are Stratford's 19."),
    ("activity[RLT,type3Attendances].total", "Not given: George Eliot publishes type 1 only, so minor cases there are in its type 1 figure."),
]
TYPE3_EVERYWHERE = ("Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of England's 7.49 million "
                    "type 3 attendances to the quickest door of the model; the three trusts' types 1 and 3 together are 0.32 a head "
                    "of the footprint against 0.40 in England (2016/17). ")
CALIBRATION_NOTES = [
    ("RJC", "type1Attendances", TYPE3_EVERYWHERE + "South Warwickshire has the lowest income deprivation of the footprint (MHCLG 2019), and the rates do not vary with it."),
    ("RJC", "type3Attendances", "The model sends Stratford's unit every minor case by day of the people nearest it, as if it treated all that an urgent care "
     "centre does for 14 hours; it is likely smaller than that (its hours are not in the sources). The published total is kept."),
    ("RKB", "type1Admissions", "UHCW admits 33% of its type 1 attendances and George Eliot 17%, against 27.5% in England, and UHCW, the "
     "larger hospital, likely takes patients of specialties the others lack from their catchments too. Of the two together 58,860 are published and 54,300 modelled, a residual of 1.08."),
    ("RKB", "type1Attendances", TYPE3_EVERYWHERE + "Coventry's walk-in centre, not in the 2016/17 sources, is not a door of the model."),
    ("RLT", "type1Admissions", "George Eliot admits 17% of its type 1 attendances against 27.5% in England: likely many of its emergency patients are "
     "admitted by other routes than A&E. Its quickest-site catchment also takes in Hinckley, part of whose patients likely go to Leicester. "
     "With UHCW together the residual is 1.08."),
    ("RLT", "type1Attendances", TYPE3_EVERYWHERE + "Its catchment also takes in Hinckley, part of whose patients likely go to Leicester."),
]
INTRODUCTION = ("Three A&E sites (University Hospital Coventry, George Eliot in Nuneaton, Warwick) and a plan of October 2016 that keeps the A&E "
                "question open: a review of access points at George Eliot and UHCW (L653), a possible reconfiguration (L372), a larger UHCW "
                "department that needs capital (L1013). It prints no option and no activity by site; the instance shows what each "
                "would mean, with the boundary open.")
ASSUMED_TEXT = ("how use of A&E varies with age, ambulance and night shares, treatment spaces and staff in post (what the base year needs by the "
                "model's own rules), rota floors, pay, fixed costs of a department, capital unit costs, room to build, what neighbours "
                "offer (10% of their activity), the services that move, and every travel limit, as the plan prints none.")
