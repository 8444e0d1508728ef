# SPDX-License-Identifier: GPL-3.0-or-later
"""Staffordshire and Stoke-on-Trent: what is particular to it. `L123` are lines of the plan's plain text."""

import sys

import beds
import national
import system
from instance import ODS
from tables import assumed, derived, stated

PLAN = "Staffordshire & Stoke-on-Trent STP, 21 Oct 2016"
THIS = sys.modules[__name__]
NAME, TITLE, ICB, EXPECTED = "staffordshire", "Staffordshire and Stoke-on-Trent", "QNC", (687, 1139794)
WALES = False

UNIT = "minor injury unit or walk-in centre, open by day; hours and staffing are not among the sources"
SITES = {
    "RJE01": ("acute", "type1", ("type1", "ucc", "none"), "24-hour A&E; one of the plan's three A&E sites (L549, L1009), which it does not name"),
    "RJE09": ("acute", "type1-part-time", ("type1", "type1-part-time", "ucc", "none"),
              "A&E closed at night, 08:00 to 22:00 as widely published; the third of the plan's three A&E sites (L549)"),
    "RJF02": ("acute", "type1", ("type1", "type1-part-time", "ucc", "none"),
              "24-hour A&E; the only type 1 site of RJF, which publishes type 1 activity"),
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
PLAN_PREMIUM = AGENCY_PREMIUM

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
    ("staff_figures[emergency-nurses,agencyPremium].value", "At a 50% premium the plan's £27.0m from agency (L1047) exceeds the whole premium in "
                                                            "the "
     "£44m of agency spend it reports for 2015/16 (L251)."),
    ("sites[RL4TC].organisation", "Royal Wolverhampton is outside the plan's accounts (L266, L270) but its Cannock activity is inside the "
     "modelling; its type 3 total mixes Wolverhampton and Cannock, so Cannock has no published total. Its 63 beds (ERIC 2014-15) are "
     "elective and rehabilitation beds, and are left out, as are those of the other sites with a minor injury unit."),
    ("sites[RJE09].level_today", "The plan counts three A&E sites (L549) without naming them; County's was closed at night by 2016."),
    ("activity[R1E,type3Attendances].total",
     "Not given: the Partnership Trust, which ran Haywood and Leek, has no row in the A&E statistics of 2016/17. "
     "RJE's 56,882 type 3 attendances are left out too: no urgent care site of RJE is in the model, and the figure likely is or "
     "includes Haywood's and Leek's (the model sends those two some 42,000)."),
]
NOTES += [
    ("bed_options[finance-105].closures",
     "Three incompatible lists of community-bed closures: 105 (L1064), 68 + 99 (L457), 30 + 46 + 68 (L1364); the same £4.2m stands against the "
     "first and the second. Each is an option. "
     "The sites named differ too: Longton, Cheadle, Haywood (L1064); Jackfield, Cheadle (L1364); Cheadle, Bradwell (L1518); Longton, Leek, Cheadle "
     "(L1528). Haywood closes 20 beds (L1064) or stays as it is (L457)."),
    ("pool_figures[R1E56-community,closableWards].value",
     "20 beds at Haywood are 11% of its staffing (L1064), so some 182 beds; the return has 127, which is loaded."),
    ("bed_effects[frailty-ltc,frail].effect",
     "20% (L425, L1051) in the finances, 30% in the workstream (L426-427); 'no added resource' (L427, L1051) against £1.7m of intermediate care "
     "(L458) and £9.9m for community teams (L1052). The finances' 20% is used, and 30% is the ceiling of all "
     "schemes together (cohort_figures[frail,removableShare])."),
    ("bed_scheme_figures[frailty-ltc,startYear].value", "'From 16/17' (L1051), but 0 in 2016/17 in the bridge (L1115): the bridge's 2017 is used."),
    ("pool_cohorts[RJF02-acute,delayed,share].value",
     "Burton's delays: 5,674 bed-days a year are printed as 13 beds at 85% (L1559); by arithmetic they are 18.3, and 13 is got by multiplying where "
     "one should divide. Neither is loaded; the share is assumed."),
    ("organisation_pay[RJE,agencySpend].value",
     "£44m of agency is 6.8% of £642.9m, printed as 7% (L251). £27.0m saved at a premium of 50% (L1047) exceeds the whole premium in it: 14.7 if "
     "the premium is on top of substantive pay, 22.0 if it is half of the spend."),
    ("organisation_pay[RJE,payBill].value",
     "Not the whole pay of the trust: £26,000 for each of its 9,316 FTE (NHS Digital, Sept 2017), against £40,000 at Burton and £37,000 at the "
     "Partnership Trust. 52.8% of its cost is classed as fixed (L298), so some of its pay likely is there. Agency by organisation is spread by it."),
    ("staffing_parameters[conversionShare].value",
     "25% of agency to bank within two years (L558), against full replacement by substantive staff (L1047)."),
    ("organisation_accounts[RJE,2015,fixedCost].value", "UHNM's fixed cost is 52.8% of its cost and Burton's 23.9% (L298): likely another "
                                                        "classification. UHNM's deficit is printed as 26,937 (L299) and 26,936 (L277)."),
    ("organisation_accounts[R1E,2015,normalisedBalance].value",
     "The plan's total has a slip of £180k in the row of South Staffordshire and Shropshire (9,530 by its parts, 9,350 printed, L293-299), an "
     "organisation left out here."),
    ("bridge[cip-workforce,2020,amount].value",
     "104.5 (L563) and 27.0 of workforce (L1047) are 131.5; 130.5 (L1046), 130.447 (L1112) and 'about 130' (L1021) are printed. 2% of provider "
     "expenditure is £31.4m in 2017/18, so of a base of 1,570, against 1,548.9 in 2015/16 (L295-298)."),
    ("bridge[total,2020,amount].value",
     "£286m of recurring savings (L1135) holds £41.6m of STF (L1124); the solutions are £245.2m (L1070). The 2017/18 column of the scheme table "
     "adds to 49.8, printed 49.7; 2018/19 is 100.7 there and 100.868 here."),
    ("bridge[do-something,2020,amount].value",
     "Cumulative requirement £361m (L1085, L1096); the yearly table adds to 480.3. The plan 'excludes investment costs' (L1099) and 'includes "
     "provision for transitional funding' (L165)."),
    ("bridge[social-care,2020,amount].value",
     "£225m of it is both councils (L331) or the county alone (L333, L1102); with Stoke's 38 the parts are 263, not 256."),
    ("bridge[urgent,2017,amount].value", "60% of the saving in 2017/18, before the consultation of that year and implementation from spring 2018 "
                                         "(L549, L1597)."),
    ("bridge[planned,2017,amount].value",
     "£2.0m in 2017/18, with the decision in that year and closures in the two after it (L505). Orthopaedics to County is a quick win (L1369), yet "
     "saves from 2019/20 (L1122)."),
    ("specialty_figures[110,dayCaseCeiling].value",
     "20% of orthopaedic inpatients to day case (L1061); -10% of orthopaedic and ophthalmology spend in the targets (L500)."),
]
TYPE3_EVERYWHERE = ("Residual of the attendances that are not admitted (type 1 attendances less admissions). The rates carry all of England's 7.49 "
                    "million "
                    "type 3 attendances to the quickest door of the model, but walk-in centres and GP-led units that see many of them, "
                    "here and beyond the border, are not doors of the model, so it sends their patients to A&E. ")
CALIBRATION_NOTES = [
    ("RJE", "type1Attendances", TYPE3_EVERYWHERE + "RJE's own 56,882 type 3 attendances are among them: no urgent care site of RJE is in "
     "the model."),
    ("RJF", "type1Attendances", TYPE3_EVERYWHERE + "RJF's 52,006 type 3 attendances likely also replace some "
     "that the quickest-door rule sends to its A&E. County and Burton have fitted minutes, which are good to about 4 minutes."),
    ("RJF", "type3Attendances",
     "RJF publishes 52,006 a year, taken to be the units at Lichfield and Tamworth; that is more than the minor cases of those who "
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


FAMILIES = ("emergency", "beds", "elective", "staffing", "system")
ILLUSTRATIVE = ("elective", "staffing")

# The other families: beds.

COHORTS_WHY = f"frail and long-term conditions as in {PLAN}, L426"
FE = f"{PLAN}, L428: people with long-term conditions use 70% of hospital bed-days; the shares by site are assumed"
ACUTE_SHARES = {
    "delayed": (0.05, 0.025, 0.08, f"{PLAN}, L543: the target is 2.5%; today's share is not printed for the system"),
    "frail": (0.60, 0.45, 0.70, FE), "other-emergency": (0.15, 0.05, 0.25, FE), "planned": (0.20, 0.15, 0.30, FE),
}
BED_TYPES = {"RL4TC": "rehabilitation"}
REMOVABLE = {"frail": assumed(0.30, 0.20, 0.30, f"{PLAN}, L427: 30% of the beds that frail and long-term patients occupy are not needed; 20% is "
                                                "what the finances count (L1051)")}
ALTERNATIVES = {
    "home-care": (assumed(0, 0, 60, "what is free today is not printed; the domiciliary market is called fragile (L723)"),
                  assumed(240, 120, 360,
                          f"{PLAN}, L455: some 40 complex patients a week leave for care that is not a bed, taken at six weeks each; planned, not a "
                          "limit")),
    "intermediate-care": (assumed(0, 0, 20, "not printed"),
                          assumed(32, 16, 60, f"{PLAN}, L458: some £1.7m of additional intermediate care, over £52,925 a bed and year")),
    "nursing-home": (assumed(0, 0, 20, "not printed"),
                     assumed(60, 20, 120, f"{PLAN}, L458: nursing-home beds are bought, their number is not given")),
}
ALTERNATIVES_WHY = f"{PLAN}, L455-458: home first, intermediate care, nursing-home beds bought"
CLOSURE_YEAR = {"acute": (2019, f"{PLAN}, L836, L1375: consultation from March 2017, urgent care from spring 2018"),
                "community": (2018, f"{PLAN}, L1007, L1537: consultation results 31 May 2017, the role of every community hospital due October "
                                    "2017; the plan itself books closures from 2016/17 (L1120)")}
DISCHARGE_WHY = f"{PLAN}, L543, L550: delayed transfers to 2.5%"


def bed_schemes(tables, n):
    beds.discharge(tables, THIS, derived(0.5, f"{PLAN}, L543: delayed transfers to 2.5%, from the 5% assumed in pool_cohorts", 0.3, 0.7))
    step = sum(float(r["value"]) for r in tables["pool_figures"] if r["figure"] == "occupiedBeds" and r["pool"].endswith("-community")) * 0.85
    beds.scheme(tables, "home-first", "Home first instead of community hospital beds", f"{PLAN}, L450-458, L1064",
                derived(2017, f"{PLAN}, L1120: £1.94m in 2016/17 and £3.956m in 2017/18, so nearly all by 2017/18"),
                assumed(2, 1, 3, f"{PLAN}, L1120: 94% by 2017/18"),
                assumed(2000, 0, 6000, "co-ordination; the £1.7m of intermediate care (L458) is in the alternatives"),
                {"step-down": derived(round(105 * 0.96 / step, 4), f"{PLAN}, L1064, L251: 105 community beds at 96% occupied, over the {step:.0f} "
                                                                   "occupied beds of the cohort", 0.2, 0.6)},
                {"home-care": assumed(0.8, 0.5, 1.0, "one patient in place of another; not printed"),
                 "intermediate-care": assumed(0.15, 0, 0.3, "not printed"),
                 "nursing-home": assumed(0.1, 0, 0.2, "not printed")},
                gate="Formal consultation; social and domiciliary care in place (L457-458)")
    beds.scheme(tables, "frailty-ltc", "Frailty and long-term conditions", f"{PLAN}, L425-428, L1051",
                derived(2017, f"{PLAN}, L1115: 0 in 2016/17, £1.426m in 2017/18"), derived(4, f"{PLAN}, L1115: from 2017/18 to 2020/21"),
                assumed(1500, 0, 8000, f"{PLAN}, L427, L1051: no added resource; the -£9.9m for community teams (L1052) is a programme of its own"),
                {"frail": stated(0.20, f"{PLAN}, L425, L1051: 20% of emergency admissions of frail and long-term patients avoidable, taken as their "
                                       "bed-days")},
                {"home-care": assumed(0.3, 0.1, 0.6, "not printed")})
    beds.scheme(tables, "los-planned", "Shorter stays, planned care", f"{PLAN}, L1061",
                derived(2017, f"{PLAN}, L1118: £2.0m in 2017/18"), derived(4, f"{PLAN}, L1118: to 2020/21"), assumed(0, 0, 2000, "not printed"),
                {"planned": stated(0.05, f"{PLAN}, L1061: planned length of stay -5%")}, {})
    beds.scheme(tables, "los-unplanned", "Shorter stays, unplanned care", f"{PLAN}, L1066",
                derived(2019, f"{PLAN}, L1122: reconfiguration saves from 2019/20"), derived(2, f"{PLAN}, L1122: half, then all"),
                assumed(0, 0, 2000, "not printed"),
                {c: stated(0.05, f"{PLAN}, L1066: a further 5% of length of stay in unplanned care; County's to Stoke's is not quantified and left "
                                 "out") for c in ("frail", "other-emergency")},
                {}, gate="System reconfiguration")


BED_OPTIONS = [
    ("finance-105", "The finances: 85 at Longton and Cheadle, 20 at Haywood", "R1E75-community=30;R1EE4-community=55;R1E56-community=20",
     "85 at Longton and Cheadle together; the returns have 30 + 46 = 76. The plan does not split the 85: all of Longton's 30 and 55 at Cheadle, "
     "which has 46, so it cannot be carried out.",
     f"{PLAN}, L1064"),
    ("workstream-167", "The workstream: 68 in the first year and 99 in the second, Haywood unchanged",
     "R1E75-community=30;R1EE3-community=28;R1EE4-community=46;R1EE5-community=63",
     "68 + 99 = 167 of the 174 beds at Longton, Leek, Cheadle and Bradwell; the split is assumed. The 68 are said elsewhere to be at Jackfield and "
     "Cheadle (L1364), and Jackfield is not in the returns.",
     f"{PLAN}, L457"),
    ("delivery-144", "The delivery list: 30 of escalation, 46 of step-down, 68 at Jackfield and Cheadle",
     "R1E75-community=30;R1EE3-community=5;R1EE4-community=46;R1EE5-community=63",
     "30 + 46 + 68 = 144; a further 99 are named in the same place (L458). Only Jackfield and Cheadle are named, and Jackfield is not in the "
     "returns: the split is assumed.",
     f"{PLAN}, L1364"),
]

# Staffing.

WORKFORCE = {"RJE": "RJE01", "RJF": "RJF02", "R1E": "R1E56"}
PAY = {"RJE": (244.598, "L296"), "RJF": (107.417, "L296"),
       "R1E": (94.443 + 38.113, "L296, community teams and hospitals, adult social care left out")}


def organisation_pay(n, w):
    out = {}
    others = 44 - 0.22 * 38.113
    for o, (pay, line) in PAY.items():
        bill = system.deflated(pay * 1e6, 2015, f"{PLAN}, {line}: staff cost £{pay:.3f}m")
        if o == "R1E":
            agency = 0.22 * 38.113e6
            why = f"{PLAN}, L251: 22% at the community hospitals, taken of their £38.1m staff cost; the base of the 22% is not stated and could be the £132.6m of teams and hospitals"
            low, high = 0.5, 3.5
        else:
            agency = others * 1e6 * pay / (642.931 - 132.556)
            why = f"{PLAN}, L251: £44m of agency less the community hospitals' £8.4m, by staff cost; agency by organisation is not printed"
            low, high = 0.6, 1.6
        value = system.deflated(agency, 2015, why).value
        out[o] = (bill, assumed(value, round(value * low), round(value * high), why + ", brought to 2016/17"),
                  assumed(round(bill.value * 0.03), round(bill.value * 0.01), round(bill.value * 0.05),
                          "3% (1% to 5%) of the pay bill; bank spend is not printed"))
    return out


def AGENCY_CEILING(today):
    return derived(0.04, f"{PLAN}, L251: the national average is 4% of pay, against 7% here", 0.04, 0.07)


CONVERSION = (stated(0.25, f"{PLAN}, L558: 25% agency-to-bank ratio within two years"), stated(104, f"{PLAN}, L558: within two years"))

# Elective.

RTT = {"RJE": ("RJE", 1, ""), "RJF": ("RTG", 0.30, "30% of RTG, which Burton joined in 2018; by beds, 436 of some 1,450; assumed 20% to 40%"),
       "RL4": ("RL4", 0.10, "10% of RL4, for Cannock; assumed 5% to 20%")}
ELECTIVE_SITES = {"RJE": ["RJE01", "RJE09"], "RJF": ["RJF02"], "RL4": ["RL4TC"]}
HUBS = {"RL4TC": ("yes", "yes"), "RJE01": ("no", "no")}
HUBS_WHY = f"{PLAN}, L505, L1369: planned care centralised, ideally apart from urgent care; which sites is open. Cannock has no A&E"
UTILISATION = {"RJE": stated(0.67, f"{PLAN}, L1561: in-session theatre utilisation"), "RJF": stated(0.77, f"{PLAN}, L1561: in-session theatre "
                                                                                                          "utilisation")}
ELECTIVE_GROWTH = derived(round(1.14 ** 0.25 - 1, 4), f"{PLAN}, L505: 14% in the last four years, a year", 0, 0.04)


def DAY_CASE(code):
    if code == "110":
        return stated(0.20, f"{PLAN}, L1061: 20% of orthopaedic inpatients to day case")
    return stated(0.01, f"{PLAN}, L1061: 1% of all other inpatients to day case")


PLANNED_LEVERS = {
    "stayReduction": stated(0.05, f"{PLAN}, L1061: planned length of stay -5%"),
    "followUpReduction": stated(0.30, f"{PLAN}, L1061: follow-ups -30% with unit cost -50%"),
    "followUpUnitCostReduction": stated(0.50, f"{PLAN}, L1061: follow-ups -30% with unit cost -50%"),
    "utilisationTarget": stated(0.85, f"{PLAN}, L1561: in-session theatre utilisation to 85%"),
}
PLANNED_START = derived(2019, f"{PLAN}, L1118: of £14.944m in 2020/21, 13% in 2017/18, 45% in 2018/19 and 69% in 2019/20: the first year with more "
                              "than half", 2017, 2020)
ELECTIVE_OPTIONS = [
    ("today", "As today", "RL4TC", "", "", f"{PLAN}, L505"),
    ("orthopaedics-to-county", "Orthopaedics from Royal Stoke to County", "RL4TC", "", "110:RJE01:RJE09",
     f"{PLAN}, L1066, L1369: Stoke orthopaedics to County"),
    ("county-planned", "Stoke's planned surgery to County", "RJE09;RL4TC", "RJE09;RJF02;RL4TC", "",
     f"{PLAN}, L1066, L1369: Stoke orthopaedics to County; the option widens it to all planned surgery"),
    ("county-and-burton", "County and Burton the only inpatient centres", "RJE09;RJF02", "RJE09;RJF02", "", f"{PLAN}, L1008: how many planned-care "
                                                                                                        "centres is open"),
]

# System.

YEARS = (2016, 2017, 2018, 2019, 2020)
CONTROLLED = ["RJE", "RJF", "R1E"]
CONTROL_WHY = f" ({PLAN}, L164: health balance by the end of 2020/21; L993: control totals issued for 2017/18 and 2018/19, amounts not given)"
BALANCE_YEAR = stated(2020, f"{PLAN}, L164, L1087: health balance by the end of 2020/21")
ESTATE_LIMITS = (stated(0.35, f"{PLAN}, L558: non-clinical space 35% by April 2020"),
                 stated(0.025, f"{PLAN}, L558: unoccupied floor space 2.5% by April 2020"))
RELEASABLE = {"RJE01": "no"}
SCALES = []
GATES = []
# code, number, title, £k by year, line
SOLUTIONS = [
    ("cip-workforce", 2, "CIP/Workforce", (0, 31397, 63444, 96479, 130447), "L1112"),
    ("right-care", 3, "Right Care", (0, 6750, 13500, 20250, 27000), "L1113"),
    ("urgent", 4, "Urgent Care", (0, 2560, 3042, 3529, 4252), "L1114"),
    ("frailty-ltc", 5, "Frailty & LTC", (0, 1426, 5937, 11521, 15235), "L1115"),
    ("primary-community", 6, "Integrated primary & community", (0, -1990, -4476, -7117, -9853), "L1116"),
    ("cancer-eol", 7, "Cancer & EoLC", (0, 0, 0, 5737, 14047), "L1117"),
    ("planned", 8, "Planned care", (0, 2000, 6677, 10266, 14944), "L1118"),
    ("prevention-planned", 9, "Prevention (in planned care)", (0, 0, 1500, 4000, 6500), "L1119"),
    ("community-hospitals", 10, "Community hospitals", (1940, 3956, 4021, 4087, 4202), "L1120"),
    ("governance", 11, "System governance", (0, 2611, 5222, 5222, 5222), "L1121"),
    ("reconfiguration", 12, "System reconfiguration", (0, 0, 0, 5613, 11225), "L1122"),
    ("estates", 13, "Estates", (0, 1000, 2000, 2000, 22000), "L1123"),
]
SOLUTION_NOTES = {
    "cip-workforce": "The £27.0m of workforce (L1047) is inside. 104.5 (L563) + 27.0 = 131.5, printed as 130.5 (L1046) and here as 130.447.",
    "right-care": "50% of £55m is 27.5; 27.0 is printed (L1048).",
    "urgent": "£4.3m (L547) and £4.5m (L1158) elsewhere. 60% of the whole in 2017/18, before the consultation (L549).",
    "frailty-ltc": "20% of emergency admissions of the cohort here (L1051), 30% in the workstream (L426).",
    "cancer-eol": "End of life: 70% of 8.5 is 5.95, 6.7 is printed (L1054). Cancer: no direct cost reduction (L515), £7.3m here (L1053).",
    "community-hospitals": "The same £4.2m stands against 105 beds (L1064) and against 68 + 99 (L450). 94% of it by 2017/18, though the decision is "
                           "due October 2017 (L1007).",
    "reconfiguration": "Numbered 12, as estates is. No fixed cost is counted here; it is counted in estates (L1066).",
    "estates": "Yet to be identified (L1068); £20.0m of it in the last year.",
}
AFTER = {"reconfiguration": "urgent;planned", "estates": "reconfiguration", "frailty-ltc": "primary-community", "urgent": "primary-community",
         "community-hospitals": "primary-community"}
AFTER_WHY = "acute savings need community capacity first (L1091, L548); reconfiguration frees the estate (L1066, L577); productivity before the number of sites (L355)"
LEVERS = {"urgent": "ae-attendances;nel-admissions;mius-to-community"}
BED_LEVERS = {"frailty-ltc": "frailty-ltc", "community-hospitals": "home-first;discharge-to-assess", "planned": "los-planned",
              "reconfiguration": "los-unplanned"}
CAPITAL = {"urgent": 10, "planned": 10}


def programme_rows():
    rows = []
    weight = sum(abs(v[-1]) for _, _, _, v, _ in SOLUTIONS)
    for code, _, title, amounts, line in SOLUTIONS:
        first = next(y for y, a in zip(YEARS, amounts) if a)
        ramp = max(1, next(y for y, a in zip(YEARS, amounts) if abs(a) >= 0.99 * abs(amounts[-1])) - first + 1)
        one_off = 120e6 * abs(amounts[-1]) / weight
        capital = CAPITAL.get(code, 0) * 1e6
        rows.append(((code, title, AFTER.get(code, ""), "", LEVERS.get(code, ""), BED_LEVERS.get(code, ""),
                      "Consultation" if code in ("urgent", "planned", "community-hospitals", "reconfiguration") else "", f"{PLAN}, {line}; order: "
                                                                                                                         f"{AFTER_WHY}"), {
            "earliestYear": derived(first, f"{PLAN}, {line}: the first year with an amount"),
            "rampYears": derived(ramp, f"{PLAN}, {line}: years to its largest amount"),
            "savingPerYear": system.deflated(amounts[-1] * 1000, 2020, f"{PLAN}, {line}: £{amounts[-1]:,}k in 2020/21, net and after double counts "
                                                                       "are removed (L1043)", (0.5, 1.1)),
            "oneOffRevenue": assumed(round(one_off), round(one_off * 0.3), round(one_off * 2),
                                     f"{PLAN}, L1135-1147: £120m over four years, not split by scheme: by the size of its saving"),
            "capital": system.deflated(capital, {"urgent": 2017, "planned": 2018}[code], f"{PLAN}, L1151-1159: £10m tied to it, one scheme a year "
                                                                                         "so that the budget of each year holds one") if capital else assumed(0, 0, 5000000, f"{PLAN}, L1151: capital is limited to the two £10m schemes"),
            "elapsedYears": assumed(0, 0, 1, "not printed"),
        }))
    return rows


def bridge_rows():
    def line(position, code, title, kind, amounts, where, programmes="", note=""):
        return ((code, position, title, kind, programmes, note, f"{PLAN}, {where}; cash, £k as printed"),
                {y: stated(a * 1000, f"{PLAN}, {where}: £{a:,}k") for y, a in zip(YEARS, amounts) if a is not None})

    rows = [line(1, "do-nothing", "Do-nothing deficit", "do-nothing", (-159546, -169268, -212666, -252888, -285402), "L1109",
                 note="Without specialised services and the ambulance; with £6m of recurrent Cannock integration. The years of the columns are "
                      "inferred: the header lost all but one.")]
    for code, number, title, amounts, where in SOLUTIONS:
        rows.append(line(number, code, title, "solution", amounts, where, code, SOLUTION_NOTES.get(code, "")))
    rows.append(line(14, "stf", "STF applied to 2016/17 pressures", "support", (None, None, None, None, 41600), "L1124",
                     note="£76m of STF in 2020/21; the other £34.4m is contingency (L1039) or investment (L1102)."))
    rows.append(line(15, "total", "Total", "total", (1940, 49711, 100868, 161588, 286822), "L1125",
                     note="The rows add to 1 less in every year but the first: rounding."))
    rows.append(line(16, "do-something", "Do-something deficit", "result", (-157606, -119557, -111798, -91300, 1420), "L1126",
                     note="£361m is printed as the cumulative requirement (L1085); the years here add to 480.3."))
    rows.append(line(17, "social-care", "Social care pressure", "memorandum", (None, None, None, None, -256000), "L122, L308",
                     note="Outside the health bridge. £225m is both councils (L331) or the county alone (L333)."))
    return rows


def one_off_rows():
    cumulative = {
        "programme": (1212, 2319, 3967, 6724), "staff-change": (2500, 5000, 7500, 10000), "double-running": (8507, 14902, 24976, 35695),
        "enhanced-primary-care": (2000, 4000, 6000, 8000), "engagement": (750, 1500, 2250, 3000), "social-care": (5000, 10000, 15000, 20000),
        "im-and-t": (9631, 21079, 28307, 33781), "depreciation": (400, 1200, 2000, 2800),
    }
    rows = []
    for cost, values in cumulative.items():
        before = 0
        for year, value in zip(YEARS[1:], values):
            rows.append((cost, year, derived((value - before) * 1000, f"{PLAN}, L1137-1147: cumulative £{value:,}k less £{before:,}k the year "
                                                                      "before; cash")))
            before = value
    return rows


PROGRAMMES, BRIDGE, ONE_OFF = [], [], []
BUDGETS, ACCOUNTS = [], []


def prepare(n):
    """What needs the price index or the publishers' files."""
    global PROGRAMMES, BRIDGE, ONE_OFF, BUDGETS, ACCOUNTS
    PROGRAMMES, BRIDGE, ONE_OFF = programme_rows(), bridge_rows(), one_off_rows()
    BUDGETS = []
    for year in YEARS[1:]:
        BUDGETS.append((year, "revenue", system.deflated(30e6, year, f"{PLAN}, L1135: £30m a year for transformation")))
        if year < 2019:
            BUDGETS.append((year, "capital", system.deflated(10e6, year, f"{PLAN}, L1151-1154: two schemes of £10m over 2017/18 and 2018/19, half "
                                                                         "in each")))
        else:
            BUDGETS.append((year, "capital", derived(0, f"{PLAN}, L1151: capital limited to the two schemes of 2017/18 and 2018/19")))
    ACCOUNTS = []
    for o, income, staff, variable, fixed, balance, line in (
            ("RJE", 702917, 244598, 99574, 385682, -99859, "UHNM"), ("RJF", 184282, 107417, 45888, 48213, -16006, "BHFT"),
            ("R1E", 153509 + 67441 + 151603, 94443 + 38113 + 27487, 21988 + 16084 + 115193, 33240 + 16212 + 9190, -11800,
             "SSoTP, teams, hospitals and adult social care together")):
        for name, amount, where in (("income", income, "L295"), ("staffCost", staff, "L296"), ("variableCost", variable, "L297"),
                                    ("fixedCost", fixed, "L298"),
                                    ("normalisedBalance", balance, "L275-282")):
            ACCOUNTS.append((o, 2015, name, system.deflated(amount * 1000, 2015, f"{PLAN}, {where}: {line} £{amount:,}k")))


CLAIMS = [
    ("beds-finance", "beds", "finance-105", "beds closed", "beds", 2017, 105, "85 at Longton and Cheadle, 20 at Haywood", "L1064"),
    ("beds-finance-saving", "beds", "finance-105", "annual saving", "pounds", 2020, 4202000, "The same £4.2m stands against 68 + 99 beds (L450)",
     "L1120"),
    ("beds-workstream", "beds", "workstream-167", "beds closed", "beds", 2018, 167, "68 in year one, 99 in year two", "L457"),
    ("beds-delivery", "beds", "delivery-144", "beds closed", "beds", 2017, 144, "30 + 46 + 68; a further 99 to come (L458)", "L1364"),
    ("beds-do-nothing", "beds", "do nothing", "acute beds added", "beds", 2020, 267, "All acute inpatients, day cases included", "L130"),
    ("beds-burton-dtoc", "beds", "discharge-to-assess", "beds freed at Burton", "beds", 2016, 13, "5,674 bed-days at 85%: 18.3 by arithmetic; 13 is "
                                                                                                  "what multiplying by 0.85 gives", "L1559"),
    ("frailty", "beds", "frailty-ltc", "annual saving", "pounds", 2020, 15235000, "", "L1115"),
    ("urgent", "emergency", "ae-attendances;nel-admissions;mius-to-community", "annual saving", "pounds", 2020, 4252000, "£4.3m (L547), £4.5m "
                                                                                                                         "(L1158)", "L1114"),
    ("reconfiguration", "emergency", "three A&E to two and an urgent care centre, orthopaedics to County", "annual saving", "pounds", 2020, 11225000,
     "No fixed cost; that is in estates", "L1122"),
    ("ae-target", "emergency", "ae-attendances", "A&E attendances removed", "share", 2020, 0.30, "-30% not admitted and -20% admitted in the "
                                                                                                 "finances (L1050)", "L540"),
    ("nel-target", "emergency", "nel-admissions", "non-elective admissions removed", "share", 2020, 0.23, "-8% in the finances (L1050), -40% on the "
                                                                                                          "community page (L455)", "L541"),
    ("planned", "elective", "planned care", "annual saving", "pounds", 2020, 14944000, "", "L1118"),
    ("prevention-planned", "elective", "procedures of limited value and referrals", "annual saving", "pounds", 2020, 6500000, "", "L1119"),
    ("theatre", "elective", "UHNM and Burton", "in-session theatre utilisation", "share", 2020, 0.85, "From 67% and 77%", "L1561"),
    ("agency", "staffing", "all providers", "annual saving", "pounds", 2020, 27000000,
     "More than the premium in £44m: 14.7 if the premium is on top of substantive pay, 22.0 if it is half of the spend", "L1047"),
    ("agency-spend", "staffing", "all providers", "agency spend", "pounds", 2015, 44000000, "6.8% of £642.9m, printed as 7%", "L251"),
    ("pay", "staffing", "all providers", "pay", "pounds", 2015, 642900000, "Five trusts; three are in this instance", "L251"),
    ("agency-share", "staffing", "all providers", "agency over pay", "share", 2015, 0.07, "44 / 642.9 is 6.8%", "L251"),
    ("agency-share-community", "staffing", "R1E", "agency over pay", "share", 2015, 0.22, "At the community hospitals; of which pay is not said",
     "L251"),
    ("agency-share-national", "staffing", "national average", "agency over pay", "share", 2015, 0.04, "", "L251"),
    ("agency-premium", "staffing", "all providers", "agency premium", "share", 2020, 0.5, "Over what is not said", "L1047"),
    ("conversion", "staffing", "all providers", "agency converted to bank", "share", 2018, 0.25, "Against full replacement by substantive staff "
                                                                                                 "(L1047)", "L558"),
    ("estates", "system", "estates", "annual saving", "pounds", 2020, 22000000, "Yet to be identified (L1068)", "L1123"),
    ("solutions", "system", "all solutions", "annual saving", "pounds", 2020, 245200000, "Without STF", "L1070"),
    ("balance", "system", "do-something", "surplus", "pounds", 2020, 1420000, "Rests on £41.6m of STF and £20.0m of estates to be found", "L1126"),
    ("cumulative", "system", "do-something", "cumulative deficit", "pounds", 2020, 361000000, "The yearly table adds to 480.3", "L1085"),
]

FAMILIES_TEXT = ("**The other families.** Beds by site are the return's; ward sizes, what a bed costs by part and who occupies it are assumed. The "
                 "plan's three lists of "
                 "community closures are three options (105; 167; 144) and stay as published, even the one that closes more beds than there are. "
                 "The bridge is "
                 "the published one, year by year, in cash. Organisations: University Hospitals of North Midlands, Burton and the Partnership "
                 "Trust; the two "
                 "mental health trusts of the plan's accounts are left out, as no family here acts on them.")
