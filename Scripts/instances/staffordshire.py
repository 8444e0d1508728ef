# SPDX-License-Identifier: GPL-3.0-or-later
"""Staffordshire and Stoke-on-Trent: what is particular to it. `L123` are lines of the plan's plain text."""

import national
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Staffordshire & Stoke-on-Trent STP, 21 Oct 2016"
NAME, TITLE, ICB, EXPECTED = "staffordshire", "Staffordshire and Stoke-on-Trent", "QNC", (687, 1139794)
WALES = False

UNIT = "minor injury unit or walk-in centre, open by day; hours and staffing are not among the sources"
SITES = {
    "RJE01": ("acute", "type1", ("type1", "ucc", "none"), "24-hour A&E; one of the plan's three A&E sites (L549, L1009), which it does not name"),
    "RJE09": ("acute", "type1-part-time", ("type1", "type1-part-time", "ucc", "none"),
              "A&E closed at night, 08:00 to 22:00 as widely published; the third of the plan's three A&E sites (L549)"),
    "RJF02": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"), "24-hour A&E; the only type 1 site of RJF, which publishes type 1 activity"),
    "RL4TC": ("minor-injury-unit", "ucc", ("ucc",), UNIT + "; run by The Royal Wolverhampton in 2016/17 (plan, L266)"),
    "R1E56": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "R1EE3": ("minor-injury-unit", "ucc", ("ucc",), UNIT),
    "RJF04": ("minor-injury-unit", "ucc", ("ucc",), UNIT + "; RJF publishes type 3 activity"),
    "RJF05": ("minor-injury-unit", "ucc", ("ucc",), UNIT + "; RJF publishes type 3 activity"),
    "R1E75": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
    "R1EE4": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
    "R1EE5": ("community", "none", ("none",), "community hospital with beds, no urgent care"),
}
NEIGHBOURS = ["RBK02", "RBT20", "RJN71", "RL403", "RLT01", "RNA01", "RR101", "RR105", "RTGFG", "RWEAA", "RWJ09", "RX1RA", "RXK01", "RXWAT"]
ADMISSIBLE = f"{PLAN}, L549, L1009, L1577: one of three A&E becomes an urgent care centre, which one is open, or an acute hospital closes"
PROVIDERS = {
    "RJE": f"{ODS}; named in {PLAN}, L56", "RJF": f"{ODS}; named in {PLAN}, L40", "R1E": f"{ODS}; named in {PLAN}, L51",
    "RL4": f"{ODS}; runs Cannock Chase Hospital inside the footprint ({PLAN}, L266); its New Cross Hospital is a neighbour",
}
CCG = f"{ODS}; named in {PLAN}, L41-54"
OTHER_ORGANISATIONS = [
    ("RYA", "West Midlands Ambulance Service NHS Foundation Trust", "ambulance", f"{ODS}; named in {PLAN}, L1375"),
    ("04Y", "NHS Cannock Chase CCG", "commissioner", CCG), ("05D", "NHS East Staffordshire CCG", "commissioner", CCG),
    ("05G", "NHS North Staffordshire CCG", "commissioner", CCG),
    ("05Q", "NHS South East Staffordshire and Seisdon Peninsula CCG", "commissioner", CCG),
    ("05V", "NHS Stafford and Surrounds CCG", "commissioner", CCG), ("05W", "NHS Stoke on Trent CCG", "commissioner", CCG),
]
PUBLISHED = ["RJE", "RJF"]
NOT_USED = {("RJE", "type3Attendances")}


def CATCHMENT_WHY(site):
    if site.startswith("RJE"):
        return ("RJE publishes one figure for Royal Stoke and County together: split by the people whose quickest site each is, "
                "which may be 30% off either way")
    return "the only A&E of its organisation, so the published total fixes its level whatever the factor"


def admitted_growth(n):
    acute = sum(float(n.eric.beds[s]["Available beds (No.)"]) for s in ("RJE01", "RJE09", "RJF02"))
    return derived(round((1 + 267 / acute) ** (1 / 5) - 1, 4),
                   f"{PLAN}, L130: +267 acute beds in 2020/21 if nothing is done, on the {acute:.0f} beds that Royal Stoke, County and "
                   "Burton report (NHS Digital, ERIC 2014-15), a year over five years; low: England type 1 attendances, high: England "
                   "type 1 admissions, 2016/17 to 2018/19 a year (NHS England A&E statistics), the latter swollen by same-day "
                   "admissions that need no bed overnight",
                   national.growth_attendances(n.activity), national.growth_admissions(n.activity))


PARAMETERS = {
    "capitalLimit": stated(20000000, f"{PLAN}, L1151: capital limited to £20m (two schemes of £10m)"),
}
AGENCY_PREMIUM = stated(0.5, f"{PLAN}, L1047: agency premium 50%, all providers and staff categories")

SERVICES_WHY = "present at every general hospital with a 24-hour A&E; no public table of services by site"


def services(tables):
    for s, (role, *_) in SITES.items():
        if role != "acute":
            continue
        for service in ("acute-medicine", "critical-care", "emergency-surgery"):
            gone = s == "RJE09" and service == "emergency-surgery"
            tables.add("site_services", s, service, "no" if gone else "yes", "assumed",
                       "emergency surgery moved to Royal Stoke after the Trust Special Administrator's programme for Mid Staffordshire "
                       "(2013-14); no public table of services by site" if gone else SERVICES_WHY)
    moves = {
        ("RJE01", "obstetrics"): ((20000000, 10000000, 40000000), (2500000, 1000000, 4000000)),
        ("RJE01", "paediatrics"): ((8000000, 4000000, 15000000), (1200000, 500000, 2500000)),
        ("RJE09", "paediatric-assessment"): ((500000, 200000, 1000000), (200000, 100000, 400000)),
        ("RJF02", "obstetrics"): ((8000000, 4000000, 15000000), (1000000, 500000, 2000000)),
        ("RJF02", "paediatrics"): ((3000000, 1500000, 6000000), (600000, 300000, 1200000)),
    }
    for (site, service), (capital, annual) in moves.items():
        tables.add("site_services", site, service, "yes", "assumed",
                   "provided at this hospital in 2016/17 as is widely known; no public table of services by site")
        why = ("a ward with obstetric or children's inpatients is not left without an A&E and its anaesthetic cover; at County only the "
               "assessment unit is left to move" if site == "RJE09" else
               "obstetric and children's inpatient wards are not left without an A&E and its anaesthetic cover")
        tables.figure("service_moves", site, service, "capital", figure=assumed(
            *capital, why + "; size of the order of the beds moved at £100,000 to £300,000 each, no business case is public"))
        tables.figure("service_moves", site, service, "annualCost", figure=assumed(
            *annual, why + "; second rotas and transport kept up by the receiving sites, no business case is public"))


def schemes(tables, n):
    tables.add("schemes", "ae-attendances", "Fewer A&E attendances, under 65", "no", "", f"{PLAN}, L1049-1051")
    tables.add("schemes", "nel-admissions", "Fewer emergency admissions, under 65", "no", "", f"{PLAN}, L1050-1051")
    tables.add("schemes", "mius-to-community", "Minor injury units re-scoped: three quarters to the community", "yes", "",
               f"{PLAN}, L1047-1049")
    why = f"{PLAN}, L1050-1051: "
    tables.figure("effects", "ae-attendances", "admitted", "under65", "effect", figure=stated(
        0.20, why + "A&E attendances that are admitted -20%, only under-65 counted"))
    for q in ("major", "minor"):
        tables.figure("effects", "ae-attendances", q, "under65", "effect", figure=stated(
            0.30, why + "A&E attendances not admitted -30%, only under-65 counted"))
    tables.figure("effects", "nel-admissions", "admitted", "under65", "effect", figure=stated(
        0.08, why + "non-elective spells -8%, only under-65 counted"))
    tables.figure("effects", "mius-to-community", "minor", "minorInjuryUnits", "effect", figure=stated(
        0.75, f"{PLAN}, L1049: 75% of minor injury unit activity to community services, 25% to the nearest A&E"))
    walk = "community contact instead, of the order of a walk-in attendance (NICE guideline NG94: £46 at 2013/14 prices); the plan prints no cost by scheme"
    spell = ("community and ambulatory care instead of a spell (reference costs 2016/17: £1,590), a third of its cost; the plan's own "
             "-£9.9m for community teams (L1052) is not split by scheme")
    for scheme, attendance in (("ae-attendances", 46), ("nel-admissions", 46), ("mius-to-community", 46)):
        tables.figure("scheme_figures", scheme, "replacementCostPerAttendance", figure=assumed(attendance, 20, 90, walk))
        tables.figure("scheme_figures", scheme, "replacementCostPerAdmission", figure=assumed(500, 250, 900, spell))


OPTIONS = [
    ("today", "Three A&E sites as today", "RJE01=type1;RJE09=type1-part-time;RJF02=type1", f"{PLAN}, L549"),
    ("county-ucc", "County Hospital becomes an urgent care centre", "RJE01=type1;RJE09=ucc;RJF02=type1",
     f"{PLAN}, L549, L1009: 3 A&E to 2 and one urgent care centre, site open"),
    ("burton-ucc", "Queen's Hospital Burton becomes an urgent care centre", "RJE01=type1;RJE09=type1-part-time;RJF02=ucc",
     f"{PLAN}, L549, L1009: 3 A&E to 2 and one urgent care centre, site open"),
    ("stoke-ucc", "Royal Stoke becomes an urgent care centre", "RJE01=ucc;RJE09=type1-part-time;RJF02=type1",
     f"{PLAN}, L549, L1009: 3 A&E to 2 and one urgent care centre, site open"),
]

NOTES = [
    ("emergency.boundary", "Open: the plan counts its own residents, many of whom (Lichfield, Tamworth, Cannock) go to hospitals outside, and "
     "neighbours come in. With the boundary closed those who go outside today are left out, and who comes in is a "
     "stated share."),
    ("parameters[capitalLimit].value", "Two £10m schemes, one of them a GP front of house at Royal Stoke (L1151-1153) and one for elective "
     "care: the plan has no capital of its own for an A&E change, so £20m is generous. The plan also asks for £120m of transformation "
     "revenue (L1135), which is not capital."),
    ("site_figures[R1E75,beds].value", "The plan closes 85 beds at Longton and Cheadle together (L1064); the returns have 30 + 46 = 76. The "
     "return is loaded, so the published 85 cannot be met. Elsewhere the plan has 68 + 99 = 167 beds (L457) and 30, 46 and 68 (L1364)."),
    ("site_figures[R1EE4,beds].value", "See Longton: 85 beds stated to close at the two (L1064), 76 reported. Cheadle is also counted in the 68 "
     "beds of Jackfield and Cheadle (L1364)."),
    ("site_figures[R1E75,estateRunningCost].value", "Longton is in the returns to 2014-15 only; the plan of 2016 still has its beds (L1064)."),
    ("site_figures[RJE01,pfiUnitaryCharge].value", "£21.9m of the £54.2m finance cost is debt and contingent rent of the PFI contract. The "
     "contract's life-cycle payment (£2.3m) and the services it buys are not in this figure."),
    ("site_figures[RJE09,pfiUnitaryCharge].value", "County has finance cost and no PFI row in the return."),
    ("class_figures[admitted,growthPerYear].value", "The plan's +27,906 cases and +267 beds (L130) are of all acute inpatients including day "
     "cases; the emergency part is not printed. England's type 1 admissions grew by 5.6% a year to 2018/19, far more than occupied beds did."),
    ("effects[ae-attendances,major,under65].effect", "-30% of attendances overall in the targets (L540); -30% not admitted and -20% admitted "
     "in the finances (L1050); the asterisk (L1051) also reads 30% of A&E and NEL spells, under-65 only. The finance lines are used."),
    ("effects[nel-admissions,admitted,under65].effect", "-8% here (L1050) against -23% in the targets (L420, L541) and -20% or -30% for the frail "
     "(L426, L1051), who are left to another programme; ae-attendances already removes 20% of admitted attendances, so the two together "
     "may count part of it twice."),
    ("effects[mius-to-community,minor,minorInjuryUnits].effect", "75% to the community and 25% to the nearest A&E (L1049); which units is not said."),
    ("staff_figures[emergency-nurses,agencyPremium].value", "At a 50% premium the plan's £27.0m from agency (L1047) exceeds the whole premium in the "
     "£44m of agency spend it reports for 2015/16 (L251)."),
    ("sites[RL4TC].organisation", "Royal Wolverhampton is outside the plan's accounts (L266, L270) but its Cannock activity is inside the "
     "modelling; its type 3 total mixes Wolverhampton and Cannock, so Cannock has no published total. Its 63 beds (ERIC 2014-15) are "
     "elective and rehabilitation beds, and are left out, as are those of the other sites with a minor injury unit."),
    ("sites[RJE09].level_today", "The plan counts three A&E sites (L549) without naming them; County's was closed at night by 2016."),
    ("activity[R1E,type3Attendances].total", "Not given: the Partnership Trust, which ran Haywood and Leek, has no row in the A&E statistics of 2016/17. "
     "RJE's 56,882 type 3 attendances are left out too: no urgent care site of RJE is in the model, and the figure likely is or "
     "includes Haywood's and Leek's (the model sends those two some 42,000)."),
]
TYPE3_EVERYWHERE = ("Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of England's 7.49 million "
                    "type 3 attendances to the quickest door of the model, but walk-in centres and GP-led units that see many of them, "
                    "here and beyond the border, are not doors of the model, so it sends their patients to A&E. ")
CALIBRATION_NOTES = [
    ("RJE", "type1Attendances", TYPE3_EVERYWHERE + "RJE's own 56,882 type 3 attendances are among them: no urgent care site of RJE is in "
     "the model."),
    ("RJF", "type1Attendances", TYPE3_EVERYWHERE + "RJF's 52,006 type 3 attendances likely also replace some "
     "that the quickest-door rule sends to its A&E. County and Burton have fitted minutes, which are good to about 4 minutes."),
    ("RJF", "type3Attendances", "RJF publishes 52,006 a year, taken to be the units at Lichfield and Tamworth; that is more than the minor cases of those who "
     "live nearest them. Likely reasons: walk-in units are used by people who would otherwise see a GP or nobody, and draw people past "
     "their quickest door. The published total is kept."),
]
INTRODUCTION = ("Three A&E sites (Royal Stoke, County in Stafford, Queen's in Burton) and a plan of October 2016 that wants two and an urgent "
                "care centre, without saying which (L549, L1009). The instance lets each of them be what it may become, with the boundary "
                "open: people near Burton and Stafford have Derby, Wolverhampton, Walsall and Good Hope within reach.")
ASSUMED_TEXT = ("how use of A&E varies with age, ambulance and night shares, the split of RJE's total between Royal Stoke and County (by "
                "catchment), treatment spaces and staff in post (what the base year needs by the model's own rules), rota floors, pay, "
                "fixed costs of a department, capital unit costs, room to build, what neighbours offer (10% of their activity), the "
                "services that move, and every travel limit, as the plan prints none.")
