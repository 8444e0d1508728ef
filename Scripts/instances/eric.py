# SPDX-License-Identifier: GPL-3.0-or-later
"""Beds and site costs from the Estates Returns Information Collection (ERIC, NHS Digital, OGL)."""

import source
from deflator import ratio
from tables import derived, stated

# The cost lines of the 2016-17 site sheet, finance cost apart. The four "Cost of cleaning ..." lines are parts of
# "Cleaning service cost", and income from retail is not a cost.
RUNNING = ["Estates and property maintenance (£)", "Grounds and gardens maintenance (£)",
           "Electro Bio Medical Equipment maintenance cost (£)", "Other Hard FM (Estates) costs (£)",
           "Other Soft FM (Hotel Services) costs (£)", "Energy costs (all energy supplies) (£)", "Water cost (£)",
           "Sewage cost (£)", "Landfill disposal cost (£)", "Incineration disposal cost (£)", "Waste reycling cost (£)",
           "Other recovery cost (£)", "Cleaning service cost (£)", "Inpatient food service cost (£)",
           "Laundry and linen service cost (£)", "Portering service cost (£)"]
FINANCE = "Estates and facilities finance costs (£)"
PFI = ["PFI Debt principal & interest (£)", "Contingent rent (£)"]


class Eric:
    def __init__(self, hospitals):
        self.names = {code: h.name for code, h in hospitals.items()}
        self.beds = {r["Site Code"].strip(): r for r in source.rows("eric/eric_2014-15_site.csv")}
        self.costs = {r["Site Code"].strip(): r for r in source.rows("eric/eric_2016-17_site.csv")}
        self.pfi = {}
        for r in source.rows("eric/eric_2016-17_pfi.csv"):
            # Worcestershire reports its contract under the trust's aggregate site; the scheme has the hospital's name.
            site = "RWP50" if (r["Organisation Code"], r["Site Code"].strip()) == ("RWP", "AGGRE") else r["Site Code"].strip()
            self.pfi.setdefault(site, []).append(r)

    def bed_figures(self, site):
        row = self.beds[site]
        why = f"NHS Digital, ERIC 2014-15, site sheet, {self.names[site]} ({site}), "
        later = " (the last year in which the return gives beds by site)"
        return {"beds": stated(source.number(row["Available beds (No.)"]), why + "available beds" + later),
                "bedsOccupied": stated(source.number(row["Occupied beds (No.)"]), why + "occupied beds" + later)}

    def cost_figures(self, site):
        if site not in self.costs:
            return self.earlier(site)
        row = self.costs[site]
        where = f"NHS Digital, ERIC 2016-17, site sheet, {self.names[site]} ({site})"
        running = sum(source.number(row[column]) for column in RUNNING)
        note = ""
        if source.number(row["Other Hard FM (Estates) costs (£)"]) < 0:
            note = "; other hard FM is negative as submitted (income set off) and is left so"
        finance = source.number(row[FINANCE])
        contracts = self.pfi.get(site, [])
        charge = sum(source.number(c[column]) for c in contracts for column in PFI)
        sheet = f"NHS Digital, ERIC 2016-17, PFI sheet, {site}"
        if contracts:
            unitary = derived(charge, sheet + ": PFI debt principal and interest + contingent rent (the finance part of the "
                              "unitary charge; the services it also buys are in the running cost)")
        else:
            unitary = derived(0, sheet + ": the site has no row, so no PFI contract")
        return {"estateRunningCost": derived(running, where + ": sum of the 16 site cost lines (maintenance, grounds, equipment, "
                                             "other hard and soft FM, energy, water, sewage, four of waste, cleaning, food, "
                                             "laundry, portering), finance cost excluded" + note),
                "pfiUnitaryCharge": unitary,
                "capitalCharge": derived(finance - charge, where + ": estates and facilities finance cost less the PFI debt and "
                                         "contingent rent of the PFI sheet")}

    def earlier(self, site):
        """A site that is not in the 2016-17 return: the 2014-15 one at 2016/17 prices."""
        row = self.beds[site]
        factor = ratio(2014, 2016)
        where = f"NHS Digital, ERIC 2014-15, site sheet, {self.names[site]} ({site})"
        running = sum(source.number(row[c]) for c in ("Hard FM (Estates) costs (£)", "Soft FM (Hotel Services) costs (£)",
                                                      "Maintenance service costs (£)"))
        peers = [s for s in self.costs if s[:3] == site[:3] and "Community hospital" in self.costs[s]["Site Type"]]
        rate = (sum(source.number(self.costs[s][FINANCE]) for s in peers)
                / sum(source.number(self.costs[s]["Gross internal floor area (m²)"]) for s in peers))
        area = source.number(row["Gross internal site floor area (m²)"] if "Gross internal site floor area (m²)" in row
                             else row["Gross internal floor area (m²)"])
        return {"estateRunningCost": derived(round(running * factor), where + f": hard FM + soft FM + maintenance, x {factor:.4f} to "
                                             "2016/17 prices (HM Treasury GDP deflators, Sept 2019); the site is not in the "
                                             "returns from 2015-16"),
                "pfiUnitaryCharge": derived(0, f"NHS Digital, ERIC 2016-17, PFI sheet: {site} has no row, so no PFI contract"),
                "capitalCharge": derived(round(rate * area), f"NHS Digital, ERIC: finance cost per m2 of the same trust's other "
                                         f"community hospitals in 2016-17 (£{rate:.2f}) x the site's {area:.0f} m2 in 2014-15 (its "
                                         "own 2014-15 finance cost repeats hard FM + soft FM, a slip of the return, and is not used)",
                                         round(rate * area * 0.5), round(rate * area * 1.5))}
