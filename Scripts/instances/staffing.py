# SPDX-License-Identifier: GPL-3.0-or-later
"""The family staffing: staff by group and organisation (NHS Digital), the rest from national ratios with ranges."""

from collections import defaultdict

import agency_use
import source
from tables import STAFFING, assumed, derived, estimated, stated
from travel import FIT

HCHS = "NHS Digital, Hospital and Community Health Services workforce, Sept 2017, FTE by staff group and organisation"
CAPS = "NHS England and NHS Improvement, agency price caps from Apr 2016, 55% above substantive pay"


def over_cap(cap, who):
    return derived(round(cap / 1.55, 2), f"{CAPS}: £{cap} an hour for a {who}, over 1.55")


CONSULTANT = over_cap(75.34, "consultant").value
# code: title, groups of the publication, hours a week, pay for a paid hour before on-costs, may fill
GROUPS = {
    "doctors": ("Doctors", ("HCHS doctors",), 40, assumed(
        32, 26, CONSULTANT,
        "the mix of grades: 42% consultants (45,800 of 109,000 FTE; NHS Digital, Healthcare Workforce Statistics, Sept 2017) at "
        f"£{CONSULTANT} ({CAPS}: £75.34, over 1.55), 48% in training (52,800) at some £18.50 (2016 contract, nodal points £26,350 to £45,750 for "
        "40 hours), 10% others at some £26: £31.90; high: every doctor a consultant"), ()),
    "nurses": ("Nurses and midwives", ("Nurses & health visitors", "Midwives"), 37.5, over_cap(22.32, "band 5 nurse"), ("support",)),
    "therapists": ("Scientific, therapeutic and technical staff", ("Scientific, therapeutic & technical staff",), 37.5,
                   over_cap(27.63, "band 6"), ()),
    "support": ("Support to clinical staff", ("Support to doctors, nurses & midwives", "Support to ST&T staff"), 37.5, assumed(
        9, 8, 10, "bands 2 and 3 at about mid-point, £15,251 to £19,655 a year for 37.5 hours (NHS terms and conditions of service, pay scales "
                  "2016/17)"), ()),
}
# Of England's agency and bank spend, by group.
NATIONAL_SPLIT = {"doctors": 0.40, "nurses": 0.40, "therapists": 0.10, "support": 0.10}
# Agency: what is asked over the cap, of a week's hours needed what can be had (with a range), and why.
TIERS = {
    "tier-1-capped": (1, 0.04, 0.02, 0.08, "at the cap"), "tier-2-above-cap": (1.25, 0.04, 0.01, 0.08, "a quarter above the cap"),
    "tier-3-off-framework": (1.6, 0.04, 0.0, 0.10, "off framework, three fifths above the cap"),
}
PREMIUM_ELSEWHERE = assumed(0.5, 0.2, 0.55, "not printed; 50% as in Staffordshire's plan (STP, 21 Oct 2016, L1047); low: agency over bank (NHS "
                                            "Improvement, 2018), high: the price caps of Apr 2016")
UNFILLED = assumed(0.02, 0.0, 0.05, "shifts nobody fills; fill rates are published by ward for nurses only and not here")
AFC = "NHS terms and conditions of service (Agenda for Change): 37.5 hours a week"


class Workforce:
    def __init__(self):
        self.fte = defaultdict(float)
        for row in source.rows("trust/hchs_staff_fte_by_trust_staffgroup_2017-09_2018-06.csv"):
            if row["month"] == "2017-SEP":
                for key in (row["org_code"], "England"):
                    self.fte[key, row["staff_group"]] += float(row["fte"])
        self.lost, self.available = defaultdict(float), defaultdict(float)
        for row in source.rows("workforce/sickness_absence_by_organisation_2024-04_to_2025-03.csv"):
            for key in ((row["org_code"], ""), ("England", ""), ("England", row["date"][5:7])):
                self.lost[key] += source.number(row["fte_days_lost"])
                self.available[key] += source.number(row["fte_days_available"])

    def group(self, organisation, group):
        return sum(self.fte[organisation, name] for name in GROUPS[group][1])

    def split(self, organisation):
        """England's split of temporary staff by group, brought to an organisation that has more of one group and less of another."""
        weight = {g: share * self.group(organisation, g) / self.group("England", g) for g, share in NATIONAL_SPLIT.items()}
        return {g: x / sum(weight.values()) for g, x in weight.items()}


def tier_rates(group):
    return [round(GROUPS[group][3].value * 1.55 * factor, 2) for factor, *_ in TIERS.values()]


def bank_rate(group):
    return round(GROUPS[group][3].value * 1.55 / 1.2, 2)


def on_costs(group):
    """Employer's contributions of 2016/17 over a year's pay of one WTE."""
    pay = GROUPS[group][3].value * GROUPS[group][2] * 365.25 / 7
    insurance = 0.138 * (1 - 8112 / pay)
    return derived(
        round(insurance + 0.143, 3),
        f"HM Revenue and Customs, rates and thresholds for employers 2016 to 2017: 13.8% above £8,112, so {insurance:.1%} of £{pay:,.0f} a year; "
        "NHS Pension Scheme, employer contribution from April 2015: 14.3% (14.38% with the levy of April 2017); low: one in five not in the "
        "scheme; high: apprenticeship levy of April 2017 (0.5%), and pay a tenth above",
        round(insurance + 0.143 * 0.8, 3), round(0.138 * (1 - 8112 / pay / 1.1) + 0.1438 + 0.005, 3))


def build(tables, f, n):
    tables.require(*STAFFING)
    w = Workforce()
    for code, (title, names, _, _, fills) in GROUPS.items():
        tables.add("workforce_groups", code, title, ";".join(fills), f"{HCHS}: {', '.join(names)}" + ("; may fill downwards only" if fills else ""))
        rate = GROUPS[code][3]
        agency = rate.value * 1.55
        hours = GROUPS[code][2]
        sickness = w.lost["England", ""] / w.available["England", ""]
        for name, figure in {
            "contractHours": stated(hours, AFC) if hours == 37.5 else assumed(40, 37.5, 48, "a full-time doctor's basic week"),
            "substantiveRate": rate,
            "onCostShare": on_costs(code),
            "overtimeFactor": stated(1.5, "NHS terms and conditions of service: overtime at time and a half"),
            "overtimeShare": assumed(0.03, 0.01, 0.06, "hours worked over contract; not published by group"),
            "bankRate": derived(bank_rate(code), f"1.55 x pay, £{agency:.2f} ({CAPS}), over 1.2 (NHS Improvement, 2018: agency on average 20% dearer than bank)"),
            "sharedBankRate": assumed(round(agency / 1.2 * 1.03, 2), bank_rate(code), round(agency / 1.2 * 1.1, 2),
                                      "3% (0% to 10%) above the own bank, for travel between "
                                      "sites; no system bank had published rates"),
            "takeUpForRate": assumed(1.3, 0.1, 3.9, "hours offered to one hospital for its rate over others': 1.3 within a year and 3.9 within three in the United "
                                                    "States (Sullivan, 1989, Journal of Law and Economics 32), 0.1 (Staiger, Spetz and Phibbs, 2010, Journal of "
                                                    "Labor Economics 28); none is of an English bank"),
            "bankHoursPerPerson": assumed(6, 3, 10, "hours a week that somebody on a bank takes, most of them beside a job; not published"),
            "signUpFactor": assumed(1, 0.25, 2, "as many again (a quarter of them to twice as many) as are on the bank today would sign up; no bank has "
                                                "published how many were asked"),
            "unfilledPrice": assumed(round(agency * 2, 2), round(agency * 1.61, 2), round(agency * 4, 2), "above the dearest agency hour, so that "
                                                                                                          "no hour is left unfilled to save money; "
                                                                                                          "the "
                                     "harm of a short shift has no published price here"),
            "recruitmentCost": assumed(5000, 2000, 12000, "advertising, checks and induction; not published"),
            "recruitmentLagWeeks": assumed(16, 10, 26, "from advertisement to first shift, longer for doctors; not published"),
            "recruitsPerYear": assumed(round(0.03 * sum(w.group(o, code) for o in f.WORKFORCE), 1), 0,
                                       round(0.08 * sum(w.group(o, code) for o in f.WORKFORCE), 1),
                                       "3% (0% to 8%) of those in post beyond replacing leavers; plans call recruitment the constraint and print no "
                                       "number"),
            "attritionPerYear": assumed(0.11, 0.08, 0.15, "leavers of NHS trusts a year, about one in nine; not in the files here by group"),
            "leaveShare": assumed(0.15, 0.13, 0.18, "annual leave, bank holidays and study over paid hours"),
            "sicknessShare": derived(round(sickness, 4),
                                     "NHS England, NHS sickness absence rates, Apr 2024 to Mar 2025, England, all staff together: FTE days lost "
                                     "over available; eight "
                                     "years after the base year, by when absence had risen by about a point", 0.03, 0.06),
        }.items():
            tables.figure("workforce_group_figures", code, name, figure=figure)
        for (tier, (factor, share, lo, hi, why)), paid in zip(TIERS.items(), tier_rates(code)):
            tables.figure("agency_tiers", code, tier, "rate", figure=assumed(
                paid, round(agency * factor * 0.9, 2),
                round(agency * factor * 1.0625 if factor == 1.6 else agency * factor * 1.1, 2),
                f"{why}; {CAPS}; the spread of rates paid is not published by trust"))
            tables.figure("agency_tiers", code, tier, "availableShare",
                          figure=assumed(share, lo, hi, "what agencies could fill of a week's hours; not published"))
    weeks(tables, w)
    pay = f.organisation_pay(n, w)
    for o in f.WORKFORCE:
        bill, agency, bank = pay[o]
        tables.figure("organisation_pay", o, "payBill", figure=bill)
        tables.figure("organisation_pay", o, "agencySpend", figure=agency)
        tables.figure("organisation_pay", o, "bankSpend", figure=bank)
        split = w.split(o)
        for code in GROUPS:
            fte, share = w.group(o, code), split[code]
            bank_hours = round(bank.value * share / bank_rate(code))
            at_work = [fte * GROUPS[code][2] * a for a in present(tables, code)]
            hours = agency_use.hours_bought(agency.value * share, at_work, bank_hours / 52, UNFILLED.value, by_week(tables, "demandFactor"),
                                            list(zip(tier_rates(code), (tier[1] for tier in TIERS.values()))))
            why = (f"the organisation's {{0}} spend x {share:.1%} ({NATIONAL_SPLIT[code]:.0%} in England, brought to the organisation's staff by "
                   "group) over £{1:.2f} an hour ({2}); neither is published by group")
            agency_why = why.format("agency", agency.value * share / hours, "the mean of the tiers as they are used with nothing done")
            bank_why = why.format("bank", bank_rate(code), "its own bank's rate")
            tables.figure("workforce", o, code, "wteInPost", figure=stated(round(fte, 1), f"{HCHS}: {o}, {', '.join(GROUPS[code][1])}; the first "
                                                                                          "month of the file, half a year after the base year"))
            tables.figure("workforce", o, code, "vacancyShare",
                          figure=assumed(0.08, 0.04, 0.12, "vacancies by trust are not among the public files of 2016/17; about one post in twelve"))
            tables.figure("workforce", o, code, "agencyHours", figure=assumed(hours, round(hours * 0.6), round(hours * 1.5), agency_why))
            tables.figure("workforce", o, code, "bankHours",
                          figure=assumed(bank_hours, round(bank_hours * 0.5), round(bank_hours * 1.6), bank_why))
            tables.figure("workforce", o, code, "unfilledShare", figure=UNFILLED)
            tables.figure("workforce", o, code, "bankPeople",
                          figure=assumed(max(1, round(bank_hours / 52 / 6)), 0, max(2, round(bank_hours / 52 / 3)), "bank hours over 52 weeks of 6 "
                                                                                                                    "hours; not published"))
    for scenario, (p, lo, hi, demand, sickness, why) in {
        "usual": (0.6, 0.4, 0.8, (1, 0.99, 1.01), (1, 0.95, 1.05), "three years in five"),
        "hard-winter": (0.2, 0.1, 0.3, (1.03, 1.01, 1.06), (1.25, 1.1, 1.5), "one year in five"),
        "mild": (0.2, 0.1, 0.3, (0.98, 0.96, 0.99), (0.9, 0.8, 1), "one year in five"),
    }.items():
        tables.figure("scenario_figures", scenario, "probability", figure=assumed(p, lo, hi, why + "; a judgement, no series of years by trust is "
                                                                                                   "public"))
        tables.figure("scenario_figures", scenario, "demandFactor", figure=assumed(*demand, why))
        tables.figure("scenario_figures", scenario, "sicknessFactor", figure=assumed(*sickness, why))
    for a in f.WORKFORCE:
        for b in f.WORKFORCE:
            if a == b:
                continue
            p, q = n.hospitals[f.WORKFORCE[a]], n.hospitals[f.WORKFORCE[b]]
            km = ((p.easting - q.easting) ** 2 + (p.northing - q.northing) ** 2) ** 0.5 / 1000
            minutes = round(11.42 + 0.85236 * km - 0.000839 * km * km, 1) if km > 0.5 else 0
            factor = max(0.05, round(0.6 * (1 - minutes / 75), 3)) if minutes < 75 else 0
            tables.figure("shared_bank", a, b, "hoursFactor", figure=assumed(
                factor, 0, min(1, round(factor + 0.3, 3)),
                "three fifths of the hours at their own organisation, falling to none at 75 minutes; no shared bank has published its take-up"))
            tables.figure("shared_bank", a, b, "minutes", figure=estimated(
                minutes, f"{p.name} to {q.name}: " + FIT.replace("from the zone's population-weighted centroid (ONS 2021) to the site",
                                                                 "between the two sites")))
    bills = sum(pay[o][0].value for o in f.WORKFORCE)
    spend = sum(pay[o][1].value for o in f.WORKFORCE)
    for name, figure in {
        "workingTimeHours": stated(48, "Working Time Regulations 1998: 48 hours a week on average"),
        "workingTimeWeeks": stated(17, "Working Time Regulations 1998: averaged over 17 weeks"),
        "agencyCeilingShare": f.AGENCY_CEILING(spend / bills),
        "conversionShare": f.CONVERSION[0], "conversionWeek": f.CONVERSION[1],
        "bankSetUpCost": assumed(400000, 150000, 1000000, "rostering and bank software, project team; the plans print none"),
        "bankRunningCost": assumed(350000, 150000, 800000, "a bank office of some ten people; the plans print none"),
        "agencyPremium": getattr(f, "PLAN_PREMIUM", PREMIUM_ELSEWHERE),
        "bankPersonCost": assumed(300, 100, 600, "checks, induction and uniform for one person; not published"),
    }.items():
        tables.figure("staffing_parameters", name, figure=figure)


def by_week(tables, figure):
    return [float(r["value"]) for r in tables["week_figures"] if r["figure"] == figure]


def present(tables, group):
    """The share of those in post at work, by week."""
    share = {r["figure"]: float(r["value"]) for r in tables["workforce_group_figures"] if r["group"] == group}
    return [1 - share["leaveShare"] * leave - share["sicknessShare"] * sick
            for leave, sick in zip(by_week(tables, "leaveFactor"), by_week(tables, "sicknessFactor"))]


# Leave over the year's mean; the other weeks have what is left, so that the mean of the 52 is 1.
LEAVE = {"08": 1.35, "07": 1.15, "12": 1.15, "04": 1.1}
CALENDAR = [("04", 30), ("05", 31), ("06", 30), ("07", 31), ("08", 31), ("09", 30), ("10", 31), ("11", 30), ("12", 31), ("01", 31), ("02", 28),
            ("03", 31)]


def month_of(week):
    """The month that the middle day of a week is in; week 1 starts on 1 April."""
    day = (week - 1) * 7 + 3
    for name, days in CALENDAR:
        if day < days:
            break
        day -= days
    return name


def weeks(tables, w):
    month = {r["month"]: float(r["daily_rate_relative_to_year_mean"]) for r in source.rows("trust/ae_month_seasonality_2016-19_england.csv") if r["type"] == "1"}
    mean = w.lost["England", ""] / w.available["England", ""]
    known = [LEAVE[month_of(week)] for week in range(1, 53) if month_of(week) in LEAVE]
    other_weeks = round((52 - sum(known)) / (52 - len(known)), 4)
    for week in range(1, 53):
        name = month_of(week)
        demand = month[name] if name in month else month[str(int(name))]
        sickness = (w.lost["England", name] / w.available["England", name]) / mean
        leave = LEAVE.get(name, other_weeks)
        code = f"W{week:02}"
        tables.figure("week_figures", code, "demandFactor", figure=assumed(
            round(1 + (demand - 1) * 0.5, 4), round(1 + min(0, demand - 1) - 0.02, 4), round(1 + max(0, demand - 1) + 0.02, 4),
            "half of the swing of type 1 attendances in its month (NHS England A&E statistics, Apr 2016 to Mar 2019), as most shifts are set by the "
            "ward and not "
            "by the door; weekly staffing is not public"))
        tables.figure("week_figures", code, "leaveFactor", figure=assumed(leave, round(leave * 0.9, 3), round(leave * 1.1, 3), "more leave in "
                                                                                                                               "school holidays, "
                                                                                                                               "the mean of the "
                                                                                                                               "year 1; not "
                                                                                                                               "published"))
        tables.figure("week_figures", code, "sicknessFactor", figure=derived(
            round(sickness, 4), "NHS England, NHS sickness absence rates, Apr 2024 to Mar 2025, England: the month's rate over the year's"))


def pay_from_fte(f, n, w, share, why_agency):
    """Pay bill, agency and bank spend of each organisation where the plan prints none."""
    out = {}
    cost = {"doctors": 95000, "nurses": 40000, "therapists": 41000, "support": 25000}
    for o in f.WORKFORCE:
        bill = sum(w.group(o, g) * cost[g] for g in GROUPS)
        # The four groups are about four fifths of a trust's pay.
        bill = bill / 0.8
        value, low, high = share
        out[o] = (assumed(round(bill), round(bill * 0.85), round(bill * 1.15),
                          f"{HCHS}: doctors x £95,000, nurses x £40,000, therapists x £41,000, support x £25,000, over 0.8 "
                          "for the groups left out; the plan prints no pay bill"),
                  assumed(round(bill * value), round(bill * low), round(bill * high), why_agency),
                  assumed(round(bill * 0.03), round(bill * 0.01), round(bill * 0.05), "3% (1% to 5%) of the pay bill; bank spend by trust is not "
                                                                                      "public"))
    return out
