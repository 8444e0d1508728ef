# SPDX-License-Identifier: GPL-3.0-or-later
"""Coventry and Warwickshire: what is particular to it. `L123` are lines of the plan's plain text."""

import sys

import beds
import national
import staffing
import system
from activity import SOURCE
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Coventry & Warwickshire STP, Oct 2016 submission dated 6 Dec 2016"
THIS = sys.modules[__name__]
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
AGENCY_PREMIUM = stated(0.55,
                        "NHS England and NHS Improvement, agency price caps from Apr 2016: 55% above substantive pay (the plan prints no premium)")


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
    ("effects[proactive-preventative,admitted,all].effect", "10k (L347) and 2k (L348) admissions against do-nothing growth, not against today "
                                                            "(L79): "
     "shares are over the activity of 2020/21."),
    ("parameters[capitalLimit].value", "Absent: the plan prints no capital; it says that capital is limited and a larger UHCW A&E would need some "
     "(L1013, L1097, L1108)."),
    ("sites[RJC02].level_today",
     "The plan's review of A&E names George Eliot and UHCW only (L653), while its criteria cover all emergency departments "
     "and urgent care centres (L652)."),
    ("site_figures[RKB01,pfiUnitaryCharge].value", "£19.5m of the £29.5m finance cost is debt and contingent rent of the PFI contract, by the "
                                                   "recipe that "
     "gives £21.9m for Royal Stoke. Life-cycle payments (£2.0m) and services are not in it, nor is the income set off against it (£3.3m)."),
    ("site_figures[RLT01,bedsOccupied].value", "310 of 317 beds, 98%, the same in the returns of 2013-14 and 2014-15: above the occupancy limit, so "
     "do-nothing already builds beds here."),
    ("activity[RKB,type3Attendances].total",
     "26,474 in 2016/17; 72,172 in 2018/19, because from October 2017 RKB reports some 3,700 a month more, so "
     "a second unit. Coventry's walk-in centre has no row or position in the sources of 2016/17 and is left out."),
    ("sites[RKB03].role", "Its 111 beds (ERIC 2014-15) are elective and rehabilitation beds and are left out, as are Stratford's 19."),
    ("activity[RLT,type3Attendances].total", "Not given: George Eliot publishes type 1 only, so minor cases there are in its type 1 figure."),
]
NOTES += [
    ("bridge[result,2020,amount].value", "141 + 66 + 63 = 270 against 267 (L303-318): a surplus of 3.0, or 3.5 on the finer rows, that is nowhere "
                                         "stated."),
    ("bridge[productivity,2020,amount].value",
     "148.3 (L956) and 7.1 (L350) are both called the net effect of productivity: one includes business as usual. Elective consolidation is a "
     "planned-care change (L153, L755) with its money here (L955); no option is chosen (L864, L879)."),
    ("bridge[proactive,2020,amount].value",
     "Solution 6 is never named. £8.6m of continuing-care savings (L307) is inside the health plans, unclear where."),
    ("bridge[local-authorities,2020,amount].value", "£33m of deficit (L305) against balanced budgets (L311)."),
    ("service_gate_figures[maternity-posts,required].value", "39 or 40 posts in the short run (L856): 39 is used, the kinder; either fails against "
                                                             "31 unless 8 could be found."),
    ("service_gates[stroke-one-site].title", "'One hyper acute stroke unit' (L669) and 'the only acute stroke unit' (L703)."),
    ("programme_figures[productivity,earliestYear].value",
     "Maternity implemented only in 2020/21 (L211) and clinical support last of all (L213), with the whole saving claimed for 2020/21."),
]
TYPE3_EVERYWHERE = ("Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of England's 7.49 "
                    "million "
                    "type 3 attendances to the quickest door of the model; the three trusts' types 1 and 3 together are 0.32 a head "
                    "of the footprint against 0.40 in England (2016/17). ")
CALIBRATION_NOTES = [
    ("RJC", "type1Attendances",
     TYPE3_EVERYWHERE + "South Warwickshire has the lowest income deprivation of the footprint (MHCLG 2019), and the rates do not vary with it."),
    ("RJC", "type3Attendances", "The model sends Stratford's unit every minor case by day of the people nearest it, as if it treated all that an "
                                "urgent care "
     "centre does for 14 hours; it is likely smaller than that (its hours are not in the sources). The published total is kept."),
    ("RKB", "type1Admissions", "UHCW admits 33% of its type 1 attendances and George Eliot 17%, against 27.5% in England, and UHCW, the "
     "larger hospital, likely takes patients of specialties the others lack from their catchments too. Of the two together 58,860 are published and "
     "54,300 modelled, a residual of 1.08."),
    ("RKB", "type1Attendances", TYPE3_EVERYWHERE + "Coventry's walk-in centre, not in the 2016/17 sources, is not a door of the model."),
    ("RLT", "type1Admissions",
     "George Eliot admits 17% of its type 1 attendances against 27.5% in England: likely many of its emergency patients are "
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


FAMILIES = ("emergency", "beds", "elective", "staffing", "system")
ILLUSTRATIVE = ("beds", "elective", "staffing")

# Beds: the plan has no number of beds at all.

COHORTS_WHY = f"the frail and the most complex 15% as in {PLAN}, L334"
FE = "neither the plan nor a public source gives it; Staffordshire's has 70% of hospital bed-days for long-term conditions (STP, 21 Oct 2016, L428)"
ACUTE_SHARES = {"delayed": (0.05, 0.025, 0.08, FE), "frail": (0.55, 0.40, 0.70, FE), "other-emergency": (0.20, 0.05, 0.30, FE),
                "planned": (0.20, 0.15, 0.30, FE)}
BED_TYPES = {"RKB03": "rehabilitation", "RJC46": "rehabilitation"}
REMOVABLE = {"frail": assumed(0.25, 0.15, 0.35, f"{PLAN}, L334-335: two streams act on the same most complex 15%; what they can remove together is "
                                                "not printed")}
ALTERNATIVES = {
    "home-care": (assumed(0, 0, 60, "not printed"), assumed(200, 100, 400, f"{PLAN}, L531: teams may buy what serves best; not sized")),
    "intermediate-care": (assumed(0, 0, 20, "not printed"),
                          assumed(30, 0, 60, f"{PLAN}, L669, L704: additional rehabilitation beds at the other providers for stroke, no number")),
    "nursing-home": (assumed(0, 0, 20, "not printed"), assumed(50, 20, 120, "not printed")),
}
ALTERNATIVES_WHY = f"{PLAN}, L531-542: teams with budgets, home support; no kind of care is sized"
CLOSURE_YEAR = {"acute": (2019, f"{PLAN}, L183-199: consultation 17/18, change 18/19"), "community": (2018, f"{PLAN}, L179: 17/18 mobilise and "
                                                                                                            "implement")}
DISCHARGE_WHY = f"{PLAN}, L534, L582: acute in-reach pulls people out; out of hospital, reduce length of stay (solution 4)"


def bed_schemes(tables, n):
    beds.discharge(tables, THIS, assumed(0.4, 0.2, 0.6, "not printed; Staffordshire wants half of its delays to go (STP, 21 Oct 2016, L543)"))
    admitted = sum(n.activity.type1_admissions(o) for o in PUBLISHED) * (1 + admitted_growth(n).value) ** 4
    for code, title, count, line, after in (("proactive-preventative", "Proactive and preventative care", 10000, 347, ""),
                                            ("urgent-emergency", "Enhanced ambulatory care and one-day frailty", 2000, 348, "")):
        share = round(count / admitted, 4)
        beds.scheme(tables, code, title, f"{PLAN}, L{line}", derived(2017, f"{PLAN}, L179-181: 17/18 mobilise and implement"),
                    assumed(3, 2, 4, "only 2020/21 is printed"),
                    assumed(2000, 0, 8000, f"{PLAN}, L325: savings are net of care in its place, the cost is not printed"),
                    {c: derived(share, f"{PLAN}, L{line}: {count:,} admissions avoided in 2020/21 over {admitted:,.0f} type 1 admissions of the "
                                       "three trusts grown to 2020/21 (NHS England A&E "
                                "statistics); taken as their bed-days, of mean length", 0, round(share * 1.5, 4)) for c in ("frail",
                                                                                                                            "other-emergency")},
                    {"home-care": assumed(0.3, 0.1, 0.6, "not printed")}, after=after)


BED_OPTIONS = []

# Staffing.

WORKFORCE = {"RKB": "RKB01", "RLT": "RLT01", "RJC": "RJC02"}


def organisation_pay(n, w):
    return staffing.pay_from_fte(THIS, n, w, (0.05, 0.03, 0.08), f"5% (3% to 8%) of the pay bill; the plan prints no agency figure ({PLAN}, L233, "
                                                                 "L412), Staffordshire's has 7% and a national 4% "
                                 "(STP, 21 Oct 2016, L251)")


def AGENCY_CEILING(today):
    return assumed(0.04, 0.03, 0.06,
                   "the national average of 4% of pay (Staffordshire & Stoke-on-Trent STP, 21 Oct 2016, L251); the plan prints no ceiling")


CONVERSION = (assumed(0.25, 0.10, 0.40, "not printed; Staffordshire wants 25% within two years (STP, 21 Oct 2016, L558)"),
              assumed(104, 78, 156, "two years; not printed"))

# Elective.

RTT = {"RKB": ("RKB", 1, ""), "RLT": ("RLT", 1, ""), "RJC": ("RJC", 1, "")}
ELECTIVE_SITES = {"RKB": ["RKB01", "RKB03"], "RLT": ["RLT01"], "RJC": ["RJC02"]}
HUBS = {"RKB03": ("yes", "yes"), "RKB01": ("no", "no")}
HUBS_WHY = f"{PLAN}, L761-762: inpatient and day-case elective on a single centre or centres; which is open. St Cross has no A&E"
UTILISATION = {}
ELECTIVE_GROWTH = assumed(0.02, 0, 0.04, "the plan prints none; between no growth and the 14% in four years of Staffordshire (STP, 21 Oct 2016, "
                                         "L505)")


def DAY_CASE(code):
    if code == "110":
        return assumed(0.20, 0.05, 0.30, "the plan prints none; the 20% of orthopaedic inpatients of Staffordshire's (STP, 21 Oct 2016, L1061)")
    return assumed(0.05, 0.01, 0.15, "the plan prints none; Staffordshire's has 1% (STP, 21 Oct 2016, L1061)")


ELECTIVE_OPTIONS = [
    ("today", "As today", "RKB03", "", "", f"{PLAN}, L761"),
    ("st-cross-centre", "A single centre at St Cross, Rugby", "RKB03", "RKB03", "", f"{PLAN}, L761: a single centre or centres; no site is named"),
    ("two-centres", "Centres at St Cross and Warwick", "RKB03;RJC02", "RKB03;RJC02", "", f"{PLAN}, L761: a single centre or centres; no site is named"),
]

# System.

CONTROLLED = ["RKB", "RLT", "RJC"]
CONTROL_WHY = f" ({PLAN}, L323: sustainable; L462: the extent of a common control total is open)"
BALANCE_YEAR = stated(2020, f"{PLAN}, L303-323: the bridge of 2020/21")
ESTATE_LIMITS = (stated(0.35, "Lord Carter's review of NHS productivity (2016): non-clinical floor area 35%; the plan prints no target (L1097)"),
                 stated(0.025, "Lord Carter's review of NHS productivity (2016): unoccupied floor area 2.5%; the plan prints no target (L1097)"))
RELEASABLE = {"RKB01": "no"}
SCALES = []
GATES = [
    (("maternity-posts", "Consultants for maternity and children's care on both sites", "posts", "obstetrics", "RKB01;RLT01",
      "Option 4 of the plan needs 39 or 40 posts against 31 funded: it cannot go ahead unless 8 could be found. Eleven consultants lack skills for "
      "a special care baby unit.", f"{PLAN}, L850-858"),
     {"required": stated(39, f"{PLAN}, L856: 39 or 40 in the short run") ._replace(low=39, high=40),
      "available": stated(31, f"{PLAN}, L856: 31 funded consultant posts"),
      "obtainable": assumed(0, 0, 8,
                            f"{PLAN}, L850: staff that cannot be recruited regionally or nationally do not count; none is said to be obtainable")}),
    (("stroke-one-site", "Acute stroke on one site", "sites", "stroke", "RKB01",
      "UHCW the only acute stroke unit; rehabilitation beds at the others, without a number. 'One hyper acute unit' (L669) against 'the only acute "
      "stroke unit' (L703).", f"{PLAN}, L669, L702-705"),
     {"required": stated(1, f"{PLAN}, L703: one acute stroke unit"),
      "available": derived(3, f"{PLAN}, L702: George Eliot and South Warwickshire stroke to UHCW, so three today"),
      "obtainable": assumed(0, 0, 0, "not a matter of posts")}),
]
LINES = (("bau", "Business as usual: specialised and CCG QIPP, provider CIP", 141200, "L313, L350, L955", "Solutions 1, 2 and 3; printed as 141 in "
                                                                                                          "the bridge and 148.3 less 7.1 by "
                                                                                                          "workstream."),
         ("proactive", "Proactive and preventative, urgent and emergency", 34700, "L347, L582-583",
          "Solutions 4, 5 and 10; the money of urgent and emergency care is inside and not added again (L694)."),
         ("planned", "Planned care", 24500, "L349, L797-798", "Solutions 7, 8 and 9."),
         ("productivity", "Productivity: elective consolidation, maternity and paediatrics", 7100, "L350, L955-956",
          "Solution 11, 148.3 less 141.2; counted though no option is chosen (L864)."))
PROGRAMMES, BRIDGE = [], []
ONE_OFF, BUDGETS, ACCOUNTS = [], [], []


def prepare(n):
    global PROGRAMMES, BRIDGE
    PROGRAMMES = []
    BRIDGE = [(("do-nothing", 1, "NHS do-nothing challenge", "do-nothing", "", "Most of it growth that is not cost today (L79).",
                f"{PLAN}, L303; cash"), {2020: stated(-267000000, f"{PLAN}, L303: £267m")})]
    levers = {"proactive": "proactive-preventative;urgent-emergency"}
    for position, (code, title, amount, line, note) in enumerate(LINES, start=2):
        start = {"bau": 2017, "proactive": 2017, "planned": 2018, "productivity": 2018}[code]
        PROGRAMMES.append(((code, title, "", "", levers.get(code, ""), levers.get(code, "") + (";discharge-to-assess" if code == "proactive" else ""),
                            "Business case, assurance and consultation" if code == "productivity" else "", f"{PLAN}, {line}"), {
            "earliestYear": derived(start, f"{PLAN}, L165-201: milestones of the workstream"),
            "rampYears": assumed(2020 - start + 1, 1, 4, "only 2020/21 is printed"),
            "savingPerYear": system.deflated(amount * 1000, 2020, f"{PLAN}, {line}: £{amount / 1000:g}m in 2020/21", (0.6, 1.1)),
            "oneOffRevenue": assumed(round(amount * 200), 0, round(amount * 600), "a fifth (none to three fifths) of a year's saving; the plan "
                                                                                  "prints no cost of change"),
            "capital": assumed(0, 0, 20000000, f"{PLAN}, L1097, L1108: capital limited, by business case; no amount"),
            "elapsedYears": assumed(0, 0, 1, "not printed")}))
        BRIDGE.append(((code, position, title, "solution", code, note, f"{PLAN}, {line}; cash"), {2020: stated(amount * 1000, f"{PLAN}, {line}: "
                                                                                                                              f"£{amount / 1000:g}m")}))
    BRIDGE.append((("stf", 6, "Sustainability and transformation funding", "support", "", "To support transformation (L318), yet it closes the gap "
                                                                                          "(L323).", f"{PLAN}, L318; cash"),
                                                                                          {2020: stated(63000000, f"{PLAN}, L318: £63m")}))
    BRIDGE.append((("result", 7, "After STF", "result", "", "Printed only as 'sustainable' (L323): 141 + 66 + 63 = 270 against 267, 3.0 on rounded "
                                                            "rows and 3.5 on finer ones.", f"{PLAN}, L303-323; cash"),
                   {2020: derived(3500000, f"{PLAN}: -267 + 207.5 + 63", 2450000, 4550000)}))
    BRIDGE.append((("local-authorities", 8, "Local authorities", "memorandum", "", "Outside the bridge; 'managed', shown balanced (L311).",
                    f"{PLAN}, L305; cash"), {2020: stated(-33000000, f"{PLAN}, L305: £33m")}))


CLAIMS = [
    ("do-nothing", "system", "do nothing", "deficit", "pounds", 2020, 267000000, "", "L303"),
    ("bau", "system", "bau", "annual saving", "pounds", 2020, 141200000, "141 in the bridge (L313)", "L350"),
    ("transformation", "system", "proactive;planned;productivity", "annual saving", "pounds", 2020, 66000000, "66.3 by workstream", "L316"),
    ("stf", "system", "stf", "support", "pounds", 2020, 63000000, "", "L318"),
    ("balance", "system", "result", "surplus", "pounds", 2020, 3000000, "Not printed: 141 + 66 + 63 less 267; 3.5 on finer rows", "L303-318"),
    ("proactive-attendances", "emergency", "proactive-preventative", "attendances avoided", "attendances", 2020, 21000, "", "L347"),
    ("proactive-admissions", "emergency", "proactive-preventative", "admissions avoided", "admissions", 2020, 10000, "", "L347"),
    ("urgent-attendances", "emergency", "urgent-emergency", "attendances avoided", "attendances", 2020, 21000, "May be the same 21k (L334, L335)",
     "L348"),
    ("urgent-admissions", "emergency", "urgent-emergency", "admissions avoided", "admissions", 2020, 2000, "", "L348"),
    ("planned-attendances", "elective", "planned care", "outpatient attendances avoided", "attendances", 2020, 189000, "", "L349"),
    ("planned-admissions", "elective", "planned care", "day cases avoided", "spells", 2020, 12000, "", "L349"),
    ("maternity-posts", "system", "maternity-posts", "consultant posts needed", "WTE", 2018, 39, "39 or 40, against 31 funded", "L856"),
]

FAMILIES_TEXT = ("**The other families.** The plan has no bed, session or hour in it: beds by site are the return's and everything that acts on "
                 "them is assumed. Its bridge of 2020/21 is complete and in "
                 "cash. Maternity posts (39 or 40 needed, 31 funded) and stroke on one site are gates.")
