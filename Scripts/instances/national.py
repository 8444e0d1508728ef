# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two instances have in common: figures that are national, and assumptions with their ranges and reasons.

A share of type 1 attendances that are not admitted counts as minor; everything else not admitted counts as major; every
attendance at other departments (type 3) counts as minor.
"""

import source
from activity import SOURCE
from deflator import SOURCE as DEFLATOR
from deflator import ratio
from tables import assumed, derived, stated
from zones import BANDS

MINOR_SHARE = 0.50
REFERENCE_COSTS = "NHS Improvement, Reference costs 2016/17 (as reported by HFMA, Dec 2017)"
NG94 = "NICE guideline NG94 (2018), economic analysis, 2013/14 prices"
NHP = "The Strategy Unit, New Hospital Programme demand model, A&E capacity conversion, default assumptions (MIT)"
NONE_PRINTED = "neither the plan nor a public source gives it by footprint"

# Relative use by age (all ages about 1), after the shape of the published Hospital Episode Statistics A&E tables.
SHAPE = {
    "admitted": (0.70, 0.66, 1.40, 2.60, 4.80),
    "major": (0.95, 0.95, 0.95, 1.35, 1.90),
    "minor": (1.45, 1.02, 0.65, 0.55, 0.55),
}


def national_totals(activity):
    attendances, admissions, other = activity.type1("England"), activity.type1_admissions("England"), activity.other("England")
    left = attendances - admissions
    return {"admitted": admissions, "major": (1 - MINOR_SHARE) * left, "minor": MINOR_SHARE * left + other}


def rates(tables, activity, england):
    people = [sum(z.ages[i] for z in england) for i in range(5)]
    totals = national_totals(activity)
    meaning = {"admitted": "type 1 admissions 4,204,180",
               "major": "half of the type 1 attendances that are not admitted (11,058,578; the half is assumed, 35% to 65%)",
               "minor": "other departments (type 3) 7,493,243 + the other half of the type 1 attendances that are not admitted (11,058,578)"}
    for q in ("admitted", "major", "minor"):
        level = totals[q] / sum(p * s for p, s in zip(people, SHAPE[q]))
        for band, shape in zip(BANDS, SHAPE[q]):
            value = level * shape
            why = (f"level derived: England 2016/17 {meaning[q]} (NHS England A&E statistics) over ONS mid-2020 population; shape "
                   f"assumed: {shape} of the level, after the pattern of Hospital Episode Statistics (children and adults under 65 "
                   "use minor care more, admission rises steeply with age); +/- 20%")
            tables.figure("rates", q, band, "rate", figure=assumed(round(value, 6), round(value * 0.8, 6), round(value * 1.2, 6), why))


def growth_attendances(activity):
    return round(activity.yearly_growth(lambda y: activity.type1("England", y)), 4)


def growth_admissions(activity):
    return round(activity.yearly_growth(lambda y: activity.type1_admissions("England", y)), 4)


def growth_all(activity):
    return round(activity.yearly_growth(lambda y: activity.type1("England", y) + activity.other("England", y)), 4)


def class_figures(tables, activity, admitted_growth):
    year = "Apr 2016 to Mar 2019"
    shares = {
        "admitted": (assumed(0.65, 0.55, 0.75, "ambulance arrival of admitted patients: " + NONE_PRINTED + "; most emergency admissions "
                             "through A&E arrive by ambulance, about a third of all type 1 attendances do"),
                     assumed(0.27, 0.22, 0.32, "22:00 to 08:00: arrivals by hour are not among the public files; ambulance arrivals "
                             "are spread more evenly over the day than walk-in ones")),
        "major": (assumed(0.25, 0.15, 0.35, "ambulance arrival: " + NONE_PRINTED + "; set so that about a third of type 1 attendances "
                          "come by ambulance"),
                  assumed(0.22, 0.17, 0.27, "22:00 to 08:00: arrivals by hour are not among the public files; about a fifth of A&E "
                          "attendances come in these ten hours")),
        "minor": (assumed(0.03, 0.01, 0.06, "ambulance arrival: nearly all minor cases walk in; " + NONE_PRINTED),
                  assumed(0.13, 0.08, 0.20, "22:00 to 08:00: minor cases come by day and evening; arrivals by hour are not among the "
                          "public files")),
    }
    inflate = ratio(2013, 2016)
    ng94 = {"admitted": 138, "major": 114, "minor": 67}
    ng94_name = {"admitted": "admitted £138", "major": "not admitted £114", "minor": "minor injury £67"}
    for q in ("admitted", "major", "minor"):
        ambulance, night = shares[q]
        tables.figure("class_figures", q, "ambulanceShare", figure=ambulance)
        tables.figure("class_figures", q, "nightShare", figure=night)
        minutes = 60 if q == "minor" else 240
        tables.figure("class_figures", q, "spaceMinutes", figure=stated(
            minutes, NHP + (": minor spaces, length of stay 60 minutes" if q == "minor" else
                            ": major and resuscitation spaces, length of stay 240 minutes")))
        unit = ng94[q] * inflate
        tables.figure("class_figures", q, "variableCost", figure=assumed(
            round(unit * 0.25, 2), round(unit * 0.15, 2), round(unit * 0.35, 2),
            f"non-staff variable cost (drugs, consumables, tests) taken as 25% (15% to 35%) of the cost of an attendance: {NG94}, "
            f"{ng94_name[q]} x {inflate:.4f} to 2016/17 ({DEFLATOR}); staff, beds and estate are counted apart"))
    tables.figure("class_figures", "admitted", "tariff", figure=derived(
        1738, REFERENCE_COSTS + ": A&E attendance £148 + non-elective spell £1,590"))
    tables.figure("class_figures", "major", "tariff", figure=stated(148, REFERENCE_COSTS + ": A&E attendance £148"))
    tables.figure("class_figures", "minor", "tariff", figure=derived(
        round(67 * inflate, 2), f"{NG94}, minor injury £67 x {inflate:.4f} to 2016/17 ({DEFLATOR})"))
    tables.figure("class_figures", "admitted", "growthPerYear", figure=admitted_growth)
    tables.figure("class_figures", "major", "growthPerYear", figure=derived(
        growth_attendances(activity), SOURCE.format(year, "England, type 1 attendances 15,262,758 in 2016/17 to 15,679,998 in 2018/19, "
                                                    "a year; those not admitted fell by 0.3% a year, because more of the same "
                                                    "patients were admitted"), 0, 0.03))
    tables.figure("class_figures", "minor", "growthPerYear", figure=derived(
        growth_all(activity), SOURCE.format(year, "England, type 1 and other attendances together 22,756,001 in 2016/17 to 24,249,178 in "
                                            "2018/19, a year; other departments alone grew by 6.9%, part of it units newly reported"),
        growth_attendances(activity), round(activity.yearly_growth(lambda y: activity.other("England", y)), 4)))


def parameters(tables, own):
    """The parameters; `own` replaces or adds to the common ones. A value of None leaves a parameter out."""
    peak = max(float(r["daily_rate_relative_to_year_mean"]) for r in source.rows("trust/ae_month_seasonality_2016-19_england.csv")
               if r["type"] == "1")
    figures = {
        "discountRate": stated(0.035, "HM Treasury, The Green Book: social time preference rate 3.5%"),
        "assetLifeYears": assumed(40, 25, 60, "life of new hospital building; 25 years of a fitted-out shell to 60 years of a new block"),
        "maximumOccupancy": assumed(0.92, 0.85, 0.95, "NHS planning norms of 85% and 92%; the higher is used because hospitals ran at it "
                                    "(Staffordshire & Stoke-on-Trent STP, 21 Oct 2016, L1558: 89% to 93% from 2013/14 to 2015/16)"),
        "overflowProbability": assumed(0.02, 0.01, 0.05, "share of admissions that would find no bed, used by the bed rule `overflow` "
                                       "only; a policy choice"),
        "quantileZ": assumed(1.645, 1.282, 2.326, "95% of days (90% to 99%) have a bed, used by the bed rule `quantile` only; a policy choice"),
        "varianceRatio": assumed(1.5, 1, 2.5, "variance over mean of occupied beds: 1 if arrivals were Poisson, more with weekly swings; "
                                 "daily bed counts by site are not public"),
        "emergencyBedShare": assumed(0.70, 0.60, 0.80, "share of a general hospital's beds used by emergency patients; beds by kind of "
                                     "admission are not published by site"),
        "bedPeakFactor": assumed(1.04, 1.02, 1.08, "winter mean of occupied emergency beds over the year's mean; KH03 quarters vary by "
                                 "about this much, 2016/17 by site is not public"),
        "attendancePeakFactor": derived(round(peak, 4), "NHS England, A&E Attendances and Emergency Admissions, Apr 2016 to Mar 2019: "
                                        "highest month of type 1 daily attendances (July) over the year's mean"),
        "winterPeakFactor": assumed(1.10, 1.05, 1.20, "a bad winter week over the mean, in resilience reports only"),
        "spaceUtilisation": stated(0.5, NHP + ": utilisation 0.5"),
        "bedRunningCost": derived(round(313 * 365 * 0.92, 1), REFERENCE_COSTS + ": excess bed-day £313 x 365 x 0.92 occupied"),
        "bedCostReleasedShare": assumed(0.6, 0.4, 0.8, "share of a closed bed's cost that stops (ward staff and consumables); overheads stay"),
        "estateReleasedShare": assumed(0.5, 0.2, 0.8, "share of the building cost per bed that stops with the bed; energy and cleaning "
                                       "follow, rates and maintenance of the shell do not"),
        "capitalPerBed": assumed(150000, 80000, 300000, "ward refurbishment at the low end, new build at the high; no scheme cost is "
                                 "public for these sites"),
        "capitalPerSpace": assumed(250000, 150000, 500000, "an A&E treatment space with its share of the department, refurbishment to "
                                   "new build; no scheme cost is public for these sites"),
        "ambulanceHourCost": assumed(140, 100, 180, "a crewed ambulance hour, about the national cost of a conveyed incident (some £250 in "
                                     "reference costs) over its length of one and three quarter hours"),
        "ambulanceTurnaroundMinutes": assumed(30, 25, 45, "national standard: 15 minutes to hand over and 15 to be ready again"),
        "reconveyedShare": assumed(0.03, 0.01, 0.06, "people at an urgent care centre who need to be taken on to a type 1 site; not published"),
        "standardMinutes": assumed(30, 20, 45, "no plan prints a travel standard; half an hour by road is a common test in service reviews, and with "
                                   "the boundary open no choice of sites here leaves anyone beyond 45 minutes, so 45 would test nothing"),
        "hardLimitMinutes": assumed(60, 50, 75, "no plan prints a limit; the longest journeys today are about 35 minutes to the quickest site and 45 to one "
                                    "of the footprint's own"),
        "allowedShareBeyondStandard": assumed(0.025, 0.005, 0.10, "no plan prints one; today it is under 1% in both systems; a policy choice to be varied"),
        "allowedShareBeyondStandardDeprived": assumed(0.025, 0.005, 0.10, "no plan prints one; the same as for everybody; a policy choice "
                                                      "to be varied"),
        "meanMinutesLimit": assumed(25, 22, 30, "no plan prints one; today's means are about 16 and 18 minutes; a policy choice to be varied"),
        "minimumType1Attendances": assumed(40000, 25000, 60000, "smallest yearly attendance of a 24-hour department that can staff a "
                                           "consultant rota; the Royal Colleges print no single figure"),
        "minimumType1Sites": assumed(1, 1, 3, "at least one A&E must remain in the footprint; a policy choice"),
        "maximumType1Sites": assumed(3, 1, 3, "no more A&E sites than today's three"),
        "doubleRunningMonths": assumed(3, 1, 6, "both departments staffed while one is wound down; not printed"),
        "assignedDetourMinutes": assumed(15, 5, 30, "how much further than the quickest site a patient may be sent under the flow rule "
                                         "`assigned`; a policy choice"),
    }
    figures.update(own)
    for name, figure in figures.items():
        if figure is not None:
            tables.figure("parameters", name, figure=figure)


def levels(tables):
    hours = {"type1": assumed(168, 168, 168, "open day and night, which is what a 24-hour type 1 department is"),
             "type1-part-time": assumed(98, 70, 112, "08:00 to 22:00 every day, as County Hospital's A&E is widely published to open; "
                                        "no source file has hours"),
             "ucc": assumed(98, 70, 168, "08:00 to 22:00 every day, usual for urgent care centres; no source file has hours")}
    night = {"type1": 1, "type1-part-time": 0, "ucc": 0}
    cost = {"type1": (1200000, 800000, 1800000), "type1-part-time": (900000, 600000, 1300000), "ucc": (500000, 300000, 800000)}
    support = {"type1": (4000000, 2500000, 6000000), "type1-part-time": (2000000, 1200000, 3000000), "ucc": (0, 0, 200000)}
    convert = {"type1": (5000000, 2500000, 10000000), "type1-part-time": (500000, 200000, 1000000), "ucc": (2000000, 1000000, 4000000)}
    for level in ("type1", "type1-part-time", "ucc"):
        tables.figure("level_figures", level, "opensAtNight", figure=assumed(
            night[level], night[level], night[level], "by definition of the level: only a 24-hour department opens at night"))
        tables.figure("level_figures", level, "hoursPerWeek", figure=hours[level])
        tables.figure("level_figures", level, "departmentCost", figure=assumed(
            *cost[level], "fixed non-clinical cost of a department (reception, management, equipment); trusts do not publish it"))
        tables.figure("level_figures", level, "supportRotaCost", figure=assumed(
            *support[level], "on-site rotas the department needs behind it (anaesthetics, medicine, surgery, imaging), beyond what "
            "planned care needs; not published; none for an urgent care centre"))
        tables.figure("level_figures", level, "conversionCapital", figure=assumed(
            *convert[level], "works to change a department to this level; no scheme cost is public for these sites"))
    for level in ("type1", "type1-part-time"):
        for q in ("admitted", "major", "minor"):
            for arrival in ("ambulance", "foot"):
                tables.add("level_accepts", level, q, arrival, "NHS Data Dictionary: a type 1 department is consultant-led and receives "
                           "all accident and emergency patients; part-time in its opening hours")
    tables.add("level_accepts", "ucc", "minor", "foot", "NHS Data Dictionary: type 3 departments treat minor injuries and illnesses; "
               "ambulances are taken not to call")
    needs = "assumed: services an emergency department cannot do without on its own site (Royal College of Emergency Medicine and others)"
    for service in ("acute-medicine", "critical-care", "emergency-surgery"):
        tables.add("level_services", "type1", service, needs)
    tables.add("level_services", "type1-part-time", "acute-medicine", needs + "; a part-time department sends the rest on")


def staff(tables, premium):
    rates_ = {"emergency-consultants": (0.08, 0.06, 0.12), "emergency-middle-grade": (0.10, 0.07, 0.15), "emergency-nurses": (0.70, 0.50, 1.00)}
    pay = {"emergency-consultants": (125000, 110000, 140000), "emergency-middle-grade": (70000, 60000, 85000), "emergency-nurses": (38000, 34000, 43000)}
    redundancy = {"emergency-consultants": (80000, 40000, 120000), "emergency-middle-grade": (35000, 15000, 60000), "emergency-nurses": (20000, 10000, 35000)}
    floors = {"type1": {"emergency-consultants": (10, 8, 14), "emergency-middle-grade": (12, 9, 15), "emergency-nurses": (55, 45, 65)},
              "type1-part-time": {"emergency-consultants": (6, 4, 8), "emergency-middle-grade": (7, 5, 9), "emergency-nurses": (35, 28, 42)},
              "ucc": {"emergency-consultants": (1, 0, 2), "emergency-middle-grade": (2, 1, 3), "emergency-nurses": (10, 7, 14)}}
    for group in rates_:
        tables.figure("staff_figures", group, "wtePerThousandAttendances", figure=assumed(
            *rates_[group], "a large department's establishment over its attendances; staff by department is not published (NHS Digital "
            "gives staff by trust and group only)"))
        tables.figure("staff_figures", group, "pay", figure=assumed(
            *pay[group], "2016/17 national pay scales at about mid-point with employer's national insurance, pension and enhancements"))
        tables.figure("staff_figures", group, "agencyPremium", figure=premium)
        tables.figure("staff_figures", group, "redundancyCost", figure=assumed(
            *redundancy[group], "NHS terms: a month's pay per year of service, capped; length of service is not published"))
        tables.figure("staff_figures", group, "takeUpShare", figure=assumed(
            0.6, 0.4, 0.8, "share of released staff who take a post at another site; not published. Staffordshire guarantees redeployment "
            "(STP, 21 Oct 2016, L1170), which not everybody takes up"))
    for level, groups in floors.items():
        for group, values in groups.items():
            tables.figure("rota_floors", level, group, "floor", figure=assumed(
                *values, "smallest rota for the opening hours (about 5.5 WTE per place round the clock with leave), after Royal College of "
                "Emergency Medicine guidance; no plan prints one"))


def acute_site(tables, site, catchment_why):
    tables.figure("site_figures", site, "variableCostFactor", figure=assumed(
        1, 0.9, 1.1, "the site's costs against the national mean; reference cost indices by site are not published"))
    tables.figure("site_figures", site, "catchmentFactor", figure=assumed(1, 0.7, 1.3, catchment_why))
    tables.figure("site_figures", site, "departmentScale", figure=assumed(
        1, 0.8, 1.3, "a whole department; the fixed cost of larger ones is taken to be the same"))


def miu_site(tables, site):
    tables.figure("site_figures", site, "variableCostFactor", figure=assumed(
        1, 0.9, 1.1, "the site's costs against the national mean; reference cost indices by site are not published"))
    tables.figure("site_figures", site, "departmentScale", figure=assumed(
        0.5, 0.3, 0.7, "a nurse-led minor injury unit against a whole urgent care centre; its cost is not published"))
