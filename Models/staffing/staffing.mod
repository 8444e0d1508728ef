# SPDX-License-Identifier: GPL-3.0-or-later
#
# staffing: the MathProg twin of the family `staffing`. It solves ONE option, a year of weeks or five years of months
# (the periods are data), from the page formulation.md; names and row numbers are the page's. Run it with stock glpsol:
#
#     glpsol --nopresol -m staffing.mod -d staffing.dat
#
# The data file is described in README.md. Before it comes the calibration (offerFactor, rateFactor) and what do-nothing
# does (unfilledToday, agencyToday, bankToday, workingTimeToday). Hours needed, hours of those in post, take-up by
# distance, every row and every cost line are worked out here.
# Money in the program is in thousands of pounds; what is printed is in pounds.

# ---------------------------------------------------------------------------------------------------------- sets

set G;                                               # groups of staff
set S;                                               # organisations
set TIERS within {G, 1 .. 99};                       # agency tiers of a group, by number
set MAY_FILL within {G, G};                          # (g, h): g may fill shifts of h; downward only
set SHARES within {S, S};                            # (from, to): rows of shared_bank
param periods integer, > 0;
set P := 1 .. periods;

# ------------------------------------------------------------------------------------------- the option (levers)

param signUp binary, default 0;                      # 1: people may be signed up to the banks
param overtimeOpen binary, default 0;                # 1: overtime may be worked
param shared binary, default 0;                      # 1: there is a shared bank
param recruitment binary, default 0;                 # 1: there may be recruits
param substitution binary, default 0;                # 1: groups may fill downward
param safe binary, default 0;                        # 1: row 13
param ceilingShare default -1;                       # below 0: row 14 is absent
param conversion binary, default 0;                  # 1: rows 15 and 16
param sameFill binary, default 0;                    # 1: row 17

# ------------------------------------------------------------------------------------------------------- periods

param weeks{P} > 0;                                  # weeks in the period
param year{P} integer, >= 1;                         # year of the plan
param demandFactor{P} > 0;
param leaveFactor{P} >= 0;
param sicknessFactor{P} >= 0;
param demandScale{P} > 0, default 1;                 # of the scenario
param sicknessScale >= 0, default 1;                 # of the scenario
param discountRate >= 0, default 0;
param discounted binary, default 0;                  # 1: the objective is the present value (five-year mode)
set Y := setof{p in P} year[p];

param start{p in P} := sum{q in P: q < p} weeks[q];  # weeks from the start of the plan to the start of the period
param firstWeek >= 0, default 0;                     # weeks of the plan before the first period
param horizonWeeks := sum{p in P} weeks[p];
param yearWeeks{y in Y} := sum{p in P: year[p] = y} weeks[p];
param delta{y in Y} := if discounted = 1 then (1 + discountRate) ^ (- y) else 1;

# -------------------------------------------------------------------------------------------------------- groups

param contractHours{G} > 0;
param substantiveRate{G} >= 0;                       # pay for a paid hour, before on-costs
param onCostShare{G} >= 0, default 0;                # of pay
param overtimeFactor{G} >= 0;
param overtimeShare{G} >= 0, <= 1;
param bankRate{G} >= 0;
param sharedBankRate{G} >= 0;
param takeUpForRate{G} >= 0, default 0;
param bankHoursPerPerson{G} >= 0;
param unfilledPrice{G} >= 0;
param recruitmentCost{G} >= 0;
param recruitmentLagWeeks{G} >= 0;
param recruitsPerYear{G} >= 0;
param attritionPerYear{G} >= 0, < 1;
param leaveShare{G} >= 0, < 1;
param sicknessShare{G} >= 0, < 1;
param rate{TIERS} >= 0;
param availableShare{TIERS} >= 0, <= 1;

# ------------------------------------------------------------------------------------------ groups, organisations

param wteInPost{G, S} >= 0;
param vacancyShare{G, S} >= 0, < 1;
param agencyHours{G, S} >= 0;                        # a year
param bankHours{G, S} >= 0;                          # a year
param unfilledShare{G, S} >= 0, < 1;
param signUpLimit{G, S} default -1;                  # people beyond today's; below 0: no limit
param rosterHours{G, S, P} default -1;               # a roster's own hours needed; below 0: none, they are worked out
param offerFactor{G, S} >= 0;                        # calibrated: agency hours offered over the tiers' shares
param rateFactor{S} >= 0;                            # calibrated: rate paid over the tiers' rates
param payBill{S} >= 0;                               # do-nothing pay, a year
param hoursFactor{SHARES} >= 0, <= 1;

param unfilledToday{G, Y} >= 0, default 0;           # hours of do-nothing
param unfilledThen{G, S, P} >= 0, default 0;         # the same by organisation and period, for row 17
param agencyToday{G, P} >= 0, default 0;
param bankToday{G, P} >= 0, default 0;
param workingTimeToday{G, S} >= 0, default 0;        # extra hours a head and week of do-nothing, its worst window

param workingTimeHours > 0;
param workingTimeWeeks > 0;
param conversionShare >= 0, <= 1;
param conversionWeek >= 0;
param bankSetUpCost >= 0;
param bankRunningCost >= 0;
param bankPersonCost >= 0;

# Downward only: no group fills the shifts of one that, directly or not, fills its own. Two-way pairs are refused here.
check{(g, h) in MAY_FILL}: g <> h and (h, g) not in MAY_FILL;

# ----------------------------------------------------------------------------------------------- hours, worked out

param present{g in G, p in P} := 1 - leaveShare[g] * leaveFactor[p] - sicknessShare[g] * sicknessFactor[p] * sicknessScale;
check{g in G, p in P}: present[g, p] > 0;
param presentUsual{g in G, p in P} := 1 - leaveShare[g] * leaveFactor[p] - sicknessShare[g] * sicknessFactor[p];

param firstYear := min{y in Y} y;
param neededYear{g in G, s in S} :=
  (wteInPost[g, s] * contractHours[g] * sum{p in P: year[p] = firstYear} weeks[p] * presentUsual[g, p]
    + (bankHours[g, s] + agencyHours[g, s]) * yearWeeks[firstYear] / 52) / (1 - unfilledShare[g, s]);
param neededUsual{g in G, s in S, p in P} := if rosterHours[g, s, p] >= 0 then rosterHours[g, s, p]
  else neededYear[g, s] * weeks[p] * demandFactor[p] / sum{q in P: year[q] = firstYear} weeks[q] * demandFactor[q];
param needed{g in G, s in S, p in P} := demandScale[p] * neededUsual[g, s, p];

# Never cheaper than the dearest agency hour of the group at any organisation.
param unfilledPaid{g in G} := max{k in 0 .. 99, s in S: k = 0 or (g, k) in TIERS}
  (if k = 0 then unfilledPrice[g] else rateFactor[s] * rate[g, k]);

# Who may work where: at home, and by the shared bank where somebody would go.
set ROUTES := setof{s in S} (s, s) union
  setof{(s, t) in SHARES: shared = 1 and s <> t and hoursFactor[s, t] > 0} (s, t);
# Fewer hours elsewhere with the distance, more with the rate there; less than a thousandth is nobody.
param takeUp{g in G, (s, t) in ROUTES} := if s = t then 1 else
  min(1, hoursFactor[s, t] * (if bankRate[g] > 0 then (sharedBankRate[g] / bankRate[g]) ** takeUpForRate[g] else 1));
param take{g in G, (s, t) in ROUTES} := if takeUp[g, s, t] < 0.001 then 0 else takeUp[g, s, t];
set DOWN := setof{(g, h) in MAY_FILL: substitution = 1} (g, h);

# A recruit decided on in q works from the first period that starts no sooner than the lag after the start of q.
param lagEnd{g in G, q in P} := start[q] + recruitmentLagWeeks[g];
set ARRIVED{g in G, p in P} := setof{q in P: recruitment = 1 and lagEnd[g, q] <= start[p] + 1e-9} q;
param stays{g in G, p in P, q in ARRIVED[g, p]} := (1 - attritionPerYear[g]) ^ ((start[p] - lagEnd[g, q]) / 52);

# Windows of the working time rules: the fewest whole periods that hold workingTimeWeeks, from each period that has them.
set WINDOWS := setof{p in P: start[p] + workingTimeWeeks <= horizonWeeks + 1e-9} p;
set WINDOW{p in WINDOWS} := setof{q in P: q >= p and start[q] < start[p] + workingTimeWeeks - 1e-9} q;
param margin{g in G, s in S} := max(workingTimeHours - contractHours[g], workingTimeToday[g, s]);

set DUE := setof{p in P: firstWeek + start[p] >= conversionWeek - 1e-9} p;
set YEARS_DUE := setof{p in DUE} year[p];

set LINES := {'substantive', 'overtime', 'bankOwn', 'bankShared', 'agency', 'unfilled', 'bankPeople', 'recruitment',
  'sharedBankSetUp', 'sharedBankRunning'};

# ------------------------------------------------------------------------------------------------------ variables

var sub{G, S, P} >= 0;                               # hours worked by those in post, in their contract
var over{G, S, P} >= 0;                              # hours
var bank{(s, t) in ROUTES, g in G, p in P} >= 0;     # hours worked at t by people on the bank of s
var agency{(g, k) in TIERS, s in S, p in P} >= 0;    # hours
var unfilled{G, S, P} >= 0;                          # hours
var down{(g, h) in DOWN, s in S, p in P} >= 0;        # hours of group g at shifts of h
var signed{G, S, Y} >= 0;                            # people signed up in the year
var listed{G, S, Y} >= 0;                            # of them, on the bank
var rec{G, S, P} >= 0;                               # recruits decided on, WTE
var post{G, S, P} >= 0;                              # in post, WTE
var line{LINES, Y};                                  # thousands of pounds

# ----------------------------------------------------------------------------------------------------------- rows

s.t. r1_fill{g in G, s in S, p in P}:
  sub[g, s, p] + over[g, s, p] + sum{(t, s) in ROUTES} bank[t, s, g, p] + sum{(g, k) in TIERS} agency[g, k, s, p]
  + sum{(h, g) in DOWN} down[h, g, s, p] - sum{(g, h) in DOWN} down[g, h, s, p] + unfilled[g, s, p] = needed[g, s, p];

s.t. r2_those_in_post{g in G, s in S, p in P}:
  sub[g, s, p] <= contractHours[g] * weeks[p] * present[g, p] * post[g, s, p];

s.t. r3_overtime{g in G, s in S, p in P}:
  over[g, s, p] <= overtimeOpen * overtimeShare[g] * contractHours[g] * weeks[p] * post[g, s, p];

s.t. r4_an_hour_of_the_bank_is_worked_in_one_place{g in G, s in S, p in P}:
  sum{(s, t) in ROUTES: take[g, s, t] > 0} bank[s, t, g, p] / take[g, s, t]
    <= weeks[p] * (bankHours[g, s] / 52 + bankHoursPerPerson[g] * listed[g, s, year[p]]);

s.t. r4_nobody_goes{(s, t) in ROUTES, g in G, p in P: take[g, s, t] = 0}: bank[s, t, g, p] = 0;

s.t. r5_what_a_tier_offers{(g, k) in TIERS, s in S, p in P}:
  agency[g, k, s, p] <= offerFactor[g, s] * availableShare[g, k] * neededUsual[g, s, p];

s.t. r6_own_staff_fill_downward{g in G, s in S, p in P: card(setof{(g, h) in DOWN} h) > 0}:
  sum{(g, h) in DOWN} down[g, h, s, p] <= sub[g, s, p] + over[g, s, p] + sum{(t, s) in ROUTES} bank[t, s, g, p];

s.t. r7_working_time{g in G, s in S, w in WINDOWS}:
  sum{q in WINDOW[w]} (over[g, s, q] + sum{(s, t) in ROUTES} bank[s, t, g, q])
    <= margin[g, s] * sum{q in WINDOW[w]} weeks[q] * present[g, q] * post[g, s, q];

s.t. r8_recruits_a_year{g in G, y in Y}:
  sum{s in S, p in P: year[p] = y} rec[g, s, p] <= recruitment * recruitsPerYear[g] * yearWeeks[y] / 52;

s.t. r9_posts_there_are{g in G, s in S, p in P}:
  post[g, s, p] <= wteInPost[g, s] / (1 - vacancyShare[g, s]);

s.t. r10_in_post{g in G, s in S, p in P}:
  post[g, s, p] = wteInPost[g, s] + sum{q in ARRIVED[g, p]} stays[g, p, q] * rec[g, s, q];

s.t. r11_on_the_bank{g in G, s in S, y in Y}:
  listed[g, s, y] = sum{x in Y: x <= y} (1 - attritionPerYear[g]) ^ (y - x) * signed[g, s, x];

s.t. r12_who_would_sign_up{g in G, s in S, y in Y: signUp = 0 or signUpLimit[g, s] >= 0}:
  listed[g, s, y] <= signUp * signUpLimit[g, s];

s.t. r13_no_fewer_filled_than_today{g in G, y in Y: safe = 1 and sameFill = 0}:
  sum{s in S, p in P: year[p] = y} unfilled[g, s, p] <= unfilledToday[g, y];

s.t. r14_agency_ceiling{s in S, y in Y: ceilingShare >= 0}:
  sum{(g, k) in TIERS, p in P: year[p] = y} rateFactor[s] * rate[g, k] / 1000 * agency[g, k, s, p]
    <= ceilingShare * payBill[s] / 1000 * yearWeeks[y] / 52;

s.t. r15_agency_converted{g in G, y in YEARS_DUE: conversion = 1}:
  sum{(g, k) in TIERS, s in S, p in DUE: year[p] = y} agency[g, k, s, p]
    <= (1 - conversionShare) * sum{p in DUE: year[p] = y} agencyToday[g, p];

s.t. r16_bank_takes_it_over{g in G, y in YEARS_DUE: conversion = 1}:
  sum{(s, t) in ROUTES, p in DUE: year[p] = y} bank[s, t, g, p]
    >= sum{p in DUE: year[p] = y} (bankToday[g, p] + conversionShare * agencyToday[g, p]);

s.t. r17_the_same_fill_as_today{g in G, s in S, p in P: sameFill = 1}:
  unfilled[g, s, p] = unfilledThen[g, s, p];

# ----------------------------------------------------------------------------------------------------- cost lines

s.t. l1{y in Y}: line['substantive', y] = sum{g in G, s in S, p in P: year[p] = y}
  substantiveRate[g] * (1 + onCostShare[g]) / 1000 * contractHours[g] * weeks[p] * post[g, s, p];
s.t. l2{y in Y}: line['overtime', y] = sum{g in G, s in S, p in P: year[p] = y}
  overtimeFactor[g] * substantiveRate[g] * (1 + onCostShare[g]) / 1000 * over[g, s, p];
s.t. l3{y in Y}: line['bankOwn', y] = sum{g in G, s in S, p in P: year[p] = y} bankRate[g] / 1000 * bank[s, s, g, p];
s.t. l4{y in Y}: line['bankShared', y] = sum{g in G, (s, t) in ROUTES, p in P: s <> t and year[p] = y}
  sharedBankRate[g] / 1000 * bank[s, t, g, p];
s.t. l5{y in Y}: line['agency', y] = sum{(g, k) in TIERS, s in S, p in P: year[p] = y}
  rateFactor[s] * rate[g, k] / 1000 * agency[g, k, s, p];
s.t. l6{y in Y}: line['unfilled', y] = sum{g in G, s in S, p in P: year[p] = y} unfilledPaid[g] / 1000 * unfilled[g, s, p];
s.t. l7{y in Y}: line['bankPeople', y] = sum{g in G, s in S} bankPersonCost / 1000 * signed[g, s, y];
s.t. l8{y in Y}: line['recruitment', y] = sum{g in G, s in S, p in P: year[p] = y} recruitmentCost[g] / 1000 * rec[g, s, p];
s.t. l9{y in Y}: line['sharedBankSetUp', y] = if y = firstYear then shared * bankSetUpCost / 1000 else 0;
s.t. l10{y in Y}: line['sharedBankRunning', y] = shared * bankRunningCost / 1000 * yearWeeks[y] / 52;

minimize cost: sum{l in LINES, y in Y} delta[y] * line[l, y];

solve;

printf "cost %.17g\n", 1000 * cost;
printf{l in LINES, y in Y} "line %s %d %.17g\n", l, y, 1000 * line[l, y];
printf{s in S, y in Y} "agencySpend %s %d %.17g\n", s, y,
  sum{(g, k) in TIERS, p in P: year[p] = y} rateFactor[s] * rate[g, k] * agency[g, k, s, p];
for {g in G, s in S, y in Y} {
  printf "hours %s %s %d needed %.17g", g, s, y, sum{p in P: year[p] = y} needed[g, s, p];
  printf " substantive %.17g overtime %.17g", sum{p in P: year[p] = y} sub[g, s, p], sum{p in P: year[p] = y} over[g, s, p];
  printf " bank %.17g", sum{(t, s) in ROUTES, p in P: year[p] = y} bank[t, s, g, p];
  printf " moved %.17g", sum{(t, s) in ROUTES, p in P: t <> s and year[p] = y} bank[t, s, g, p];
  printf " agency %.17g", sum{(g, k) in TIERS, p in P: year[p] = y} agency[g, k, s, p];
  printf " unfilled %.17g\n", sum{p in P: year[p] = y} unfilled[g, s, p];
}
printf{g in G, s in S, y in Y} "signed %s %s %d %.17g\n", g, s, y, signed[g, s, y];
printf{g in G, s in S, y in Y} "recruits %s %s %d %.17g\n", g, s, y, sum{p in P: year[p] = y} rec[g, s, p];
printf{g in G, p in P} "period %s %d agency %.17g bank %.17g unfilled %.17g needed %.17g down %.17g\n", g, p,
  sum{(g, k) in TIERS, s in S} agency[g, k, s, p], sum{(s, t) in ROUTES} bank[s, t, g, p],
  sum{s in S} unfilled[g, s, p], sum{s in S} needed[g, s, p], sum{(g, h) in DOWN, s in S} down[g, h, s, p];

end;
