# SPDX-License-Identifier: GPL-3.0-or-later
"""Herefordshire and Worcestershire: what is particular to it. `L123` are lines of the briefing's plain text."""

import sys

import beds
import national
import staffing
from activity import SOURCE
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Herefordshire & Worcestershire STP, stakeholder briefing, Feb 2016"
THIS = sys.modules[__name__]
NAME, TITLE, ICB, EXPECTED = "herefordshire-worcestershire", "Herefordshire and Worcestershire", "QGH", (480, 791685)
WALES = True

ACUTE = "24-hour A&E as widely published; the briefing names no site"
UNIT = "minor injury unit, open by day, as widely published; no file gives its hours or activity"
SITES = {
    "RWP50": ("acute", "type1", ("type1", "ucc", "none"), ACUTE),
    "RWP01": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), ACUTE),
    "RLQ01": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), ACUTE + "; the only type 1 site of its organisation"),
    "RWP31": ("minor-injury-unit", "ucc", ("ucc",), "urgent care and treatment centre; RWP publishes type 3 activity"),
    "R1A1P": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1AAN": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1ACG": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1ADC": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "RLQ06": ("minor-injury-unit", "ucc", ("ucc",), UNIT + "; RLQ publishes type 3 activity"),
    "RLQ08": ("minor-injury-unit", "ucc", ("ucc",), UNIT + "; RLQ publishes type 3 activity"),
    "R1ACW": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
    "RLQ03": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
    "RLQ14": ("community", "none", ("none",), "intermediate care centre with beds, no urgent care"),
}
NEIGHBOURS = ["RJC02", "RNA01", "RR101", "RRK15", "RTE03", "RTH05", "RXK01", "RXK02", "RXWAS", "W-CF479DT", "W-NP448YN", "W-SY231ER"]
ADMISSIBLE = (f"{PLAN}, L72, L131: acute care to be reviewed and redesigned, and a programme on the future of acute services in Worcestershire; no "
              "option "
              "is printed, so each site is let vary")
PROVIDERS = {
    "RWP": f"{ODS}; the acute-only provider of {PLAN}, L27", "RLQ": f"{ODS}; named in {PLAN}, L109",
    "R1A": f"{ODS}; the community and mental health provider of {PLAN}, L27",
}
CCG = f"{ODS}; one of the four of {PLAN}, L27, which names none"
OTHER_ORGANISATIONS = [
    ("RYA", "West Midlands Ambulance Service NHS Foundation Trust", "ambulance", f"{ODS}; the region's ambulance trust"),
    ("05F", "NHS Herefordshire CCG", "commissioner", CCG), ("05J", "NHS Redditch and Bromsgrove CCG", "commissioner", CCG),
    ("05T", "NHS South Worcestershire CCG", "commissioner", CCG), ("06D", "NHS Wyre Forest CCG", "commissioner", CCG),
]
PUBLISHED = ["RWP", "RLQ"]
NOT_USED = set()


def CATCHMENT_WHY(site):
    if site.startswith("RWP"):
        return ("RWP publishes one figure for Worcester and Redditch together: split by the people whose quickest site each is, which may be "
                "30% off either way")
    return "the only A&E of its organisation, so the published total fixes its level whatever the factor"


def admitted_growth(n):
    return derived(national.growth_attendances(n.activity), SOURCE.format(
        "Apr 2016 to Mar 2019", "England, type 1 attendances 15,262,758 in 2016/17 to 15,679,998 in 2018/19, a year")
        + "; the briefing prints no growth rate. Admissions via type 1 grew by 5.6% a year (high), swollen by same-day admissions that need no "
        "bed overnight", 0, national.growth_admissions(n.activity))


PARAMETERS = {
    "capitalLimit": None,
    "standardMinutes": assumed(45, 30, 60,
                               "no document prints a travel standard; rural: with the three sites open a tenth of the residents are beyond 30 "
                               "minutes of them and none beyond 45"),
    "hardLimitMinutes": assumed(75, 60, 90, "no document prints a limit; the longest journeys of residents today are about 41 minutes"),
    "meanMinutesLimit": assumed(27, 23, 32, "no document prints one; today's mean is about 20 minutes; a policy choice to be varied"),
    "allowedShareBeyondStandard": assumed(0.05, 0.01, 0.15, "no document prints one; today none is beyond 45 minutes; a policy choice to be varied"),
    "allowedShareBeyondStandardDeprived": assumed(0.05, 0.01, 0.15,
                                                  "no document prints one; the same as for everybody; a policy choice to be varied"),
}
AGENCY_PREMIUM = stated(0.55, "NHS England and NHS Improvement, agency price caps from Apr 2016: 55% above substantive pay (the briefing prints no "
                              "premium)")


def services(tables):
    for s, (role, *_) in SITES.items():
        if role == "acute":
            for service in ("acute-medicine", "critical-care", "emergency-surgery"):
                gone = s == "RWP01" and service == "emergency-surgery"
                tables.add("site_services", s, service, "yes", "assumed",
                           "emergency general surgery moved to Worcester as is widely known, but surgical opinion and trauma are still on the site "
                           "in "
                           "2016/17; no public table of services by site" if gone else
                           "present at every general hospital with a 24-hour A&E; no public table of services by site")
    moves = {
        ("RWP50", "obstetrics"): ((12000000, 6000000, 24000000), (1500000, 700000, 3000000)),
        ("RWP50", "paediatrics"): ((4000000, 2000000, 8000000), (700000, 350000, 1400000)),
        ("RLQ01", "obstetrics"): ((6000000, 3000000, 12000000), (800000, 400000, 1600000)),
        ("RLQ01", "paediatrics"): ((2500000, 1200000, 5000000), (500000, 250000, 1000000)),
    }
    why = "obstetric and children's inpatient wards are not left without an A&E and its anaesthetic cover"
    for (site, service), (capital, annual) in moves.items():
        tables.add("site_services", site, service, "yes", "assumed",
                   "provided at this hospital in 2016/17 as is widely known; no public table of services by site")
        tables.figure("service_moves", site, service, "capital", figure=assumed(
            *capital, why + "; size of the order of the beds moved at £100,000 to £300,000 each, no business case is public"))
        tables.figure("service_moves", site, service, "annualCost", figure=assumed(
            *annual, why + "; second rotas kept up by the receiving sites, no business case is public"))


def schemes(tables, n):
    """The briefing has no lever with a number."""


REVIEW = f"{PLAN}, L72, L131: acute care to be redesigned; no option is printed, and three to two A&E sites is not in its text"
OPTIONS = [
    ("today", "Three A&E sites as today", "RLQ01=type1;RWP01=type1;RWP50=type1", ACUTE),
    ("redditch-ucc", "The Alexandra in Redditch becomes an urgent care centre", "RLQ01=type1;RWP01=ucc;RWP50=type1", REVIEW),
    ("redditch-night", "The Alexandra's A&E closes at night", "RLQ01=type1;RWP01=type1-part-time;RWP50=type1", REVIEW),
    ("worcester-ucc", "Worcestershire Royal becomes an urgent care centre", "RLQ01=type1;RWP01=type1;RWP50=ucc", REVIEW),
    ("hereford-ucc", "Hereford becomes an urgent care centre", "RLQ01=ucc;RWP01=type1;RWP50=type1",
     "for comparison: Herefordshire initiatives stay on the Herefordshire locality (" + PLAN + ", L63)"),
]

NOTES = [
    ("emergency.boundary",
     "Open, with zones of Wales whose quickest type 1 hospital is Hereford as zones outside the footprint: a significant share of "
     "Herefordshire's activity comes from Wales (L21, L23), without a percentage. Gloucestershire flows must be in the plan too (L21, L23): "
     "Gloucester is a neighbour."),
    ("zones.population", "The briefing has 765,000 people (L27); the zones have 791,685 (ONS mid-2020)."),
    ("organisations[RWP].name",
     "The briefing counts four providers by type (L27) and names two boards (L109); a specialist mental health provider is "
     "counted and Herefordshire's is said to be based in Gloucestershire, so there are four or five."),
    ("parameters[capitalLimit].value", "Absent: the briefing has no money at all."),
    ("activity[RWP,type3Attendances].total", "65,114: Kidderminster's minor injury unit and, likely, units at or beside the two A&E sites, as the "
                                             "figure is "
     "more than the minor cases of those who live nearest Kidderminster."),
    ("activity[R1A,type3Attendances].total",
     "Not given: R1A publishes 7,152 attendances as type 2, which are likely those of its minor injury units under "
     "another name and are too few for all four; they are left out and its units take what the rates send."),
    ("sites[RWP31].role", "Kidderminster's 49 beds (ERIC 2014-15) are elective and are left out of the family emergency, as are those of the other "
                          "units."),
    ("site_figures[RWP50,pfiUnitaryCharge].value",
     "The return gives Worcester's contract under the trust's aggregate site, by the name of the hospital; "
     "it is placed at the hospital."),
    ("sites[W-NP448YN].name", "The travel matrix is of 2022 and has The Grange, which opened in 2020, in place of Nevill Hall in Abergavenny, the "
                              "emergency "
     "department of 2016/17, which is nearer to Herefordshire: it stands in for it, so a closed Hereford looks further from care than it was."),
    ("sites[RWP01].level_today",
     "'Three to two A&E' is not in the briefing; Redditch is widely discussed. Its admissible levels are the instance's own choice."),
]
TYPE3_EVERYWHERE = ("Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of England's 7.49 "
                    "million type 3 "
                    "attendances to the quickest door of the model, and units at or beside the A&E sites are not doors of their own. ")
CALIBRATION_NOTES = [
    ("RLQ", "type1Admissions",
     "RLQ admits 22% of its type 1 attendances against 27.5% in England, and its system has the fewest emergency admissions for its people "
     "of the 17 in the dashboard of April 2018 (Shropshire, Telford & Wrekin STP, Directors Update, June 2018, L250); its Welsh catchment "
     "likely goes to Abergavenny in part, which the matrix of 2022 does not have."),
    ("RLQ", "type3Attendances", "36,945 published against what the units at Leominster and Ross would draw: the total likely is for the most part "
                                "the walk-in "
     "centre in Hereford itself, which is not a door of the model. The published total is kept, so the two units stand for it."),
    ("RWP", "type1Attendances",
     TYPE3_EVERYWHERE + "RWP's own 65,114 type 3 attendances are more than three times what Kidderminster would draw, so most of them likely are "
     "patients whom the model sends to the A&E sites."),
    ("RWP", "type3Attendances", "65,114 published: Kidderminster's unit and, likely, others at or beside Worcester and Redditch. The published "
                                "total is kept, so Kidderminster "
     "stands for them."),
]
INTRODUCTION = ("Three A&E sites (Worcestershire Royal, the Alexandra in Redditch, Hereford) with Kidderminster as the fourth hospital. **This "
                "instance rests on "
                "public data**: the only document is a briefing of February 2016, before the plan was sized, which prints no bed, activity, money "
                "or option; its one choice is the scale at which a service is planned (L136-139).")
ASSUMED_TEXT = ("how use of A&E varies with age, ambulance and night shares, the split of RWP's total between Worcester and Redditch (by "
                "catchment), treatment "
                "spaces and staff in post (what the base year needs by the model's own rules), rota floors, pay, fixed costs of a department, "
                "capital unit costs, room to build, what neighbours offer (10% of their activity), the services that move, and every travel "
                "limit, as the briefing prints none.")


FAMILIES = ("emergency", "beds", "elective", "staffing", "system")
ILLUSTRATIVE = ("beds", "elective", "staffing", "system")

# Beds: nothing in the briefing.

NONE = "the briefing has no such figure"
COHORTS_WHY = NONE
FE = NONE + "; Staffordshire's plan has 70% of hospital bed-days for long-term conditions (STP, 21 Oct 2016, L428)"
ACUTE_SHARES = {"delayed": (0.06, 0.03, 0.10,
                            "the fifth highest rate of delays of 17 systems in April 2018 (Shropshire, Telford & Wrekin STP, Directors Update, June "
                            "2018, L250); no share is printed"),
                "frail": (0.54, 0.40, 0.70, FE), "other-emergency": (0.20, 0.05, 0.30, FE), "planned": (0.20, 0.15, 0.30, FE)}
BED_TYPES = {"RLQ14": "intermediate-care", "RWP31": "rehabilitation"}
REMOVABLE = {}
ALTERNATIVES = {"home-care": (assumed(0, 0, 60, NONE), assumed(150, 60, 300, NONE)),
                "intermediate-care": (assumed(0, 0, 20, NONE), assumed(30, 0, 60, NONE)),
                "nursing-home": (assumed(0, 0, 20, NONE), assumed(50, 20, 120, NONE))}
ALTERNATIVES_WHY = f"{PLAN}, L82-88: community assets and integrated teams; no kind of care is sized"
CLOSURE_YEAR = {"acute": (2019, NONE), "community": (2018, NONE)}
DISCHARGE_WHY = f"{PLAN}, L90-92: all urgent care aligned, community and hospital; no lever has a number"


def bed_schemes(tables, n):
    beds.discharge(tables, THIS, assumed(0.4, 0.2, 0.6, NONE + "; Staffordshire wants half of its delays to go (STP, 21 Oct 2016, L543)"))


BED_OPTIONS = []

# Staffing.

WORKFORCE = {"RWP": "RWP50", "RLQ": "RLQ01", "R1A": "R1ACG"}


def organisation_pay(n, w):
    return staffing.pay_from_fte(THIS, n, w, (0.06, 0.03, 0.10),
                                 "6% (3% to 10%) of the pay bill; " + NONE + ", Staffordshire's plan has 7% and a national 4% (STP, 21 Oct 2016, "
                                                                             "L251)")


def AGENCY_CEILING(today):
    return assumed(0.04, 0.03, 0.06, "the national average of 4% of pay (Staffordshire & Stoke-on-Trent STP, 21 Oct 2016, L251); " + NONE)


CONVERSION = (assumed(0.25, 0.10, 0.40, NONE + "; Staffordshire wants 25% within two years (STP, 21 Oct 2016, L558)"),
              assumed(104, 78, 156, "two years; " + NONE))

# Elective.

RTT = {"RWP": ("RWP", 1, ""), "RLQ": ("RLQ", 1, "")}
ELECTIVE_SITES = {"RWP": ["RWP50", "RWP01", "RWP31"], "RLQ": ["RLQ01"]}
HUBS = {"RWP31": ("yes", "yes"), "RWP50": ("no", "no")}
HUBS_WHY = "assumed: Kidderminster is a treatment centre without an A&E; the briefing names no site"
UTILISATION = {}
ELECTIVE_GROWTH = assumed(0.02, 0, 0.04,
                          "the plan prints none; between no growth and the 14% in four years of Staffordshire (STP, 21 Oct 2016, L505)")


def DAY_CASE(code):
    if code == "110":
        return assumed(0.20, 0.05, 0.30, "the plan prints none; the 20% of orthopaedic inpatients of Staffordshire's (STP, 21 Oct 2016, L1061)")
    return assumed(0.05, 0.01, 0.15, "the plan prints none; Staffordshire's has 1% (STP, 21 Oct 2016, L1061)")


ELECTIVE_OPTIONS = [
    ("today", "As today", "RWP31", "", "", HUBS_WHY),
    ("redditch-and-kidderminster", "Redditch and Kidderminster the planned-care centres of Worcestershire", "RWP01;RWP31", "RLQ01;RWP01;RWP31", "",
     "for comparison: not in the briefing"),
]

# System: the planning-scale choice is the briefing's one decision.

CONTROLLED = ["RWP", "RLQ", "R1A"]
CONTROL_WHY = f" ({PLAN}, L15, L17: aggregate financial balance)"
BALANCE_YEAR = assumed(2020, 2019, 2022, f"{PLAN}, L15, L101: a five-year horizon")
ESTATE_LIMITS = (stated(0.35, "Lord Carter's review of NHS productivity (2016): non-clinical floor area 35%; " + NONE),
                 stated(0.025, "Lord Carter's review of NHS productivity (2016): unoccupied floor area 2.5%; " + NONE))
RELEASABLE = {}
SCALES = [
    ("better-care-fund", "one-county", "yes", "The example given for one county.", f"{PLAN}, L25, L136"),
    ("acute", "two-counties", "yes", "The example given for two counties; some acute care is county-level elsewhere (L25).", f"{PLAN}, L137"),
    ("acute", "one-county", "no", "Some acute care (L25), against the example of L137.", f"{PLAN}, L25"),
    ("mental-health", "three-counties", "yes", "The third county is not in the footprint; Gloucestershire by context (L126).", f"{PLAN}, L138"),
    ("cancer", "three-counties", "yes", "", f"{PLAN}, L138"),
    ("community-teams", "sub-county", "yes", "", f"{PLAN}, L139"),
    ("community-mental-health", "one-county", "yes", "County level here (L25), mental health three-county in L138.", f"{PLAN}, L25"),
    ("primary-care", "one-county", "yes", "", f"{PLAN}, L25"),
    ("urgent-and-emergency", "two-counties", "yes", "Wider than a county: a regional network.", f"{PLAN}, L19, L25"),
    ("maternity", "two-counties", "yes", "", f"{PLAN}, L19"),
    ("children", "two-counties", "yes", "", f"{PLAN}, L19"),
]
GATES, PROGRAMMES, BRIDGE, ONE_OFF, BUDGETS, ACCOUNTS, CLAIMS = [], [], [], [], [], [], []


def prepare(n):
    """The briefing has no money to bring to a price base."""

FAMILIES_TEXT = ("**The other families.** Beds by site are the return's; everything else is assumed. `planning_scales` has the briefing's one "
                 "choice: the scale at which each service is "
                 "planned. There is no bridge, no programme and no budget, so those tables are empty.")
