# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agency hour costs on average when nothing is done: in weeks that have few gaps the dearer tiers are used less.

The rule is that of Models/staffing/formulation.md, section Hours: those in post first, today's bank, then the tiers from the cheapest, each
offering the same multiple of its share of the hours needed.
"""


def offered(gap, offer, target):
    """The k with sum(min(k * offer, gap)) = target; all of every gap where the target is beyond them."""
    filled, left = 0.0, sum(offer)
    for g, o in sorted(zip(gap, offer), key=lambda pair: pair[0] / pair[1]):
        k = (target - filled) / left
        if k * o <= g:
            return k
        filled, left = filled + g, left - o
    return max(g / o for g, o in zip(gap, offer))


def mean_rate(hours, post, bank, unfilled_share, demand, tiers):
    """Pounds an agency hour. `post`: hours of those in post by week; `bank`: hours a week; `tiers`: (rate, share), the cheapest first."""
    year = (sum(post) + bank * len(post) + hours) / (1 - unfilled_share)
    needed = [year * d / sum(demand) for d in demand]
    gap = [max(0.0, n - p) - min(bank, max(0.0, n - p)) for n, p in zip(needed, post)]
    k = offered(gap, [sum(share for _, share in tiers) * n for n in needed], hours)
    spent = 0.0
    for rate, share in tiers:
        used = [min(g, k * share * n) for g, n in zip(gap, needed)]
        gap = [g - u for g, u in zip(gap, used)]
        spent += rate * sum(used)
    return spent / hours


def hours_bought(spend, post, bank, unfilled_share, demand, tiers):
    """Agency hours a year that `spend` buys at the mean rate of using them: whole hours, found by repetition."""
    hours = spend / (sum(rate * share for rate, share in tiers) / sum(share for _, share in tiers))
    for _ in range(50):
        hours = spend / mean_rate(hours, post, bank, unfilled_share, demand, tiers)
    return round(hours)
