# SPDX-License-Identifier: GPL-3.0-or-later
"""Published A&E attendances and admissions (NHS England) by organisation and department type, by financial year."""

from collections import defaultdict

import source

SOURCE = "NHS England, A&E Attendances and Emergency Admissions, monthly by provider, {0}, as in NHSRdatasets ae_attendances (CC0): {1}"
MONTHS = "Apr 2016 to Mar 2017 summed"


class Activity:
    def __init__(self):
        self.attendances, self.admissions = defaultdict(float), defaultdict(float)
        for row in source.rows("trust/nhsr_ae_attendances_2016-2019.csv"):
            year = int(row["period"][:4]) - (int(row["period"][5:7]) < 4)
            for organisation in (row["org_code"], "England"):
                self.attendances[year, organisation, row["type"]] += float(row["attendances"])
                self.admissions[year, organisation, row["type"]] += float(row["admissions"])

    def type1(self, organisation, year=2016):
        return self.attendances[year, organisation, "1"]

    def type1_admissions(self, organisation, year=2016):
        return self.admissions[year, organisation, "1"]

    def other(self, organisation, year=2016):
        return self.attendances[year, organisation, "other"]

    def measures(self, organisation):
        """measure -> (total, source); only what is published for the organisation."""
        out = {}
        if self.type1(organisation):
            out["type1Attendances"] = (self.type1(organisation), SOURCE.format(MONTHS, f"{organisation}, type 1 attendances"))
            out["type1Admissions"] = (self.type1_admissions(organisation),
                                      SOURCE.format(MONTHS, f"{organisation}, admissions via type 1"))
        if self.other(organisation):
            out["type3Attendances"] = (self.other(organisation),
                                       SOURCE.format(MONTHS, f"{organisation}, attendances at other departments (type 3)"))
        return out

    def yearly_growth(self, count):
        """A year's growth, England, 2016/17 to 2018/19, of count(self, year)."""
        return (count(2018) / count(2016)) ** 0.5 - 1
