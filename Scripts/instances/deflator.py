# SPDX-License-Identifier: GPL-3.0-or-later
"""HM Treasury GDP deflators by financial year (quarterly national accounts, September 2019)."""

import source

SOURCE = "HM Treasury, GDP deflators by financial year, Sept 2019"


def ratio(start, end):
    """Prices of the financial year that starts in `end` over those of the one that starts in `start`."""
    yearly = {int(r["financial_year_start"]): float(r["ratio_to_previous_year"])
              for r in source.rows("costs/gdp_deflator_financial_year_hmt_2019-09.csv")}
    product = 1.0
    for year in range(start + 1, end + 1):
        product *= yearly[year]
    return product
