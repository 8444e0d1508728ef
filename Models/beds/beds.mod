# SPDX-License-Identifier: GPL-3.0-or-later
#
# The MathProg twin of the family beds: the program of formulation.md for one case, for stock glpsol.
#
#   glpsol --nopresol --mir --bestp -m beds.mod -d beds.dat
#
# README.md says what the data file holds and what is printed.

set P;                                               # pools
set C;                                               # cohorts
set K default {};                                    # schemes that are on
set A default {};                                    # alternatives
set S;                                               # sites with pools
set F default {};                                    # floors
set M within {P, P};                                 # pool_moves, empty where the case allows none
set AFTER within {K, K};                             # (k, k'): k' must run for k to
set BLOCKED within K default {};                     # an earlier scheme is off: cannot run
set IN_FLOOR within {F, P};
set G default {};                                    # groups of like steps, row 9
set IN_GROUP within {G, P};
param closes{G} binary;                              # 1: closing steps, 0: opening steps
set H default {};                                    # areas of more than one pool, row 10
set IN_AREA within {H, P};

param baseYear integer;
param targetYear integer, > baseYear;
param horizonYear integer;
param discountRate >= 0;
param capitalPerBed >= 0;
param assetLifeYears > 0;
param doubleRunningMonths >= 0;
param wardsClosedPerYear >= 0;
param closures symbolic in {'none', 'free', 'option'};

param site{P} symbolic in S;
param rule{P} symbolic in {'occupancy', 'overflow', 'quantile'};
param openBeds{P} > 0;
param occupiedBeds{P} >= 0;
param wardSize{P} >= 1;
param variableCostPerBed{P} >= 0;
param fixedCostPerWard{P} >= 0;
param peakFactor{P} > 0;
param closableWards{P} integer, >= 0;
param wardsThatCanOpen{P} integer, >= 0;
param earliestClosureYear{P} integer;
param occupancyLimit{P} > 0;
param overflowProbability{P} > 0;
param quantileZ{P} >= 0;
param varianceRatio{P} >= 0;
param optionBeds{P} default -1;                      # below 0: not named by the option
param share{P, C} >= 0, default 0;

param growthPerYear{C};
param removableShare{C} default -1;                  # below 0: as if the schemes acted one after the other

param startYear{K} integer;
param rampYears{K} > 0;
param costPerBedAvoided{K} >= 0;
param fixedCost{K} >= 0;
param oneOffCost{K} >= 0;
param effectWhole{K, C} >= 0, default 0;

param spare{A} >= 0;
param maximum{A} >= 0;
param price{A} >= 0;
param leadYears{A} integer, >= 0;
param perBed{K, A} >= 0, default 0;

param fixedCostReleased{S} default -1;               # below 0: none is given
param floorBeds{F} >= 0;

# The largest load of an overflow pool's states: MathProg has no loop to find it with. README.md.
param loadClosed{p in P, n in 0..closableWards[p]} default -1;
param loadOpened{p in P, n in 0..wardsThatCanOpen[p]} default -1;

# ------------------------------------------------------------------------------------------------------ derived

set T := baseYear + 1 .. targetYear;
param first := baseYear + 1;
param delta{t in baseYear .. max(targetYear, horizonYear)} := (1 + discountRate) ^ (baseYear - t);
param weight{t in T} := if t < targetYear then delta[t] else sum{u in targetYear .. horizonYear} delta[u];
param annuity := if discountRate = 0 then 1 / assetLifeYears
  else discountRate / (1 - (1 + discountRate) ^ (-assetLifeYears));

param demand{c in C, p in P, t in T} := occupiedBeds[p] * share[p, c] * (1 + growthPerYear[c]) ^ (t - baseYear);
param effect{k in K, c in C, t in T} :=
  effectWhole[k, c] * min(1, max(0, (t - startYear[k] + 1) / max(1, rampYears[k])));
param together{c in C, t in T} := if removableShare[c] >= 0 then removableShare[c]
  else 1 - prod{k in K} (1 - effect[k, c, t]);

# Steps.
param W{p in P} := ceil(openBeds[p] / wardSize[p]);
param N{p in P} := if closures = 'free' then closableWards[p]
  else if closures = 'option' and optionBeds[p] >= 0 then 1 else 0;
param O{p in P} := wardsThatCanOpen[p];
param bedsClosed{p in P, n in 0..N[p]} := if n = 0 then 0
  else if closures = 'free' then min(n * wardSize[p], openBeds[p]) else optionBeds[p];
param wardsClosed{p in P, n in 0..N[p]} := if n = 0 then 0
  else if closures = 'free' then n
  else if optionBeds[p] >= openBeds[p] then W[p] else floor(optionBeds[p] / wardSize[p]);

# Capacity. With moves, the largest variance ratio of those who may be there.
param ratio{p in P} := max{q in P: q = p or (q, p) in M} varianceRatio[q];
param w{p in P} := quantileZ[p] * sqrt(ratio[p]);
param capClosed{p in P, n in 0..N[p]} :=
  if openBeds[p] - bedsClosed[p, n] <= 0 then 0
  else if rule[p] = 'occupancy' then occupancyLimit[p] * (openBeds[p] - bedsClosed[p, n])
  else if rule[p] = 'quantile' then ((-w[p] + sqrt(w[p] ^ 2 + 4 * (openBeds[p] - bedsClosed[p, n]))) / 2) ^ 2
  else loadClosed[p, n];
param capOpened{p in P, n in 0..O[p]} :=
  if rule[p] = 'occupancy' then occupancyLimit[p] * (openBeds[p] + n * wardSize[p])
  else if rule[p] = 'quantile' then ((-w[p] + sqrt(w[p] ^ 2 + 4 * (openBeds[p] + n * wardSize[p]))) / 2) ^ 2
  else loadOpened[p, n];
check{p in P, n in 0..N[p]: rule[p] = 'overflow' and openBeds[p] > bedsClosed[p, n]}: loadClosed[p, n] >= 0;
check{p in P, n in 0..O[p]: rule[p] = 'overflow'}: loadOpened[p, n] >= 0;
check{p in P}: bedsClosed[p, N[p]] <= openBeds[p];

# Pools whose closing (1) and opening (0) steps are counted, and the capacity of such a step at the mean of the year.
set COUNTED{b in 0..1} := setof{(g, p) in IN_GROUP: closes[g] = b} p;
param stepOf{g in G} := max{(g, p) in IN_GROUP}
  (if closes[g] = 1 then capClosed[p, 0] - capClosed[p, 1] else capOpened[p, 1] - capOpened[p, 0]) / peakFactor[p];

# Sites that can be emptied, with a cost of their own.
set EMPTIABLE := setof{s in S: fixedCostReleased[s] >= 0
  and forall{p in P: site[p] = s} (N[p] >= 1 and bedsClosed[p, N[p]] >= openBeds[p])} s;
set RUNNABLE := setof{k in K: startYear[k] <= targetYear} k;

# --------------------------------------------------------------------------------------------------- variables

var closed{p in P, n in 1..N[p], t in T} binary;
var opened{p in P, n in 1..O[p], t in T} binary;
var count{G, T} integer, >= 0;
var runs{K} binary;
var empty{EMPTIABLE, T} >= 0, <= 1;
var bought{A, T} >= 0;
var avoided{K, C, P, T} >= 0;
var moved{M, T} >= 0;

# -------------------------------------------------------------------------------------------------------- rows

s.t. nobody_twice{p in P, t in T}:                                                              # row 1
  sum{k in K, c in C} avoided[k, c, p, t] + sum{(p, q) in M} moved[p, q, t] <= sum{c in C} demand[c, p, t];

s.t. safe_to_run{p in P, t in T}:                                                               # row 2
  peakFactor[p] * (sum{c in C} demand[c, p, t] - sum{k in K, c in C} avoided[k, c, p, t]
    + sum{(q, p) in M} moved[q, p, t] - sum{(p, q) in M} moved[p, q, t])
  <= capClosed[p, 0] - sum{n in 1..N[p]} (capClosed[p, n - 1] - capClosed[p, n]) * closed[p, n, t]
    + sum{n in 1..O[p]} (capOpened[p, n] - capOpened[p, n - 1]) * opened[p, n, t];

s.t. own_effect{k in K, c in C, p in P, t in T}:                                                # row 3
  avoided[k, c, p, t] <= effect[k, c, t] * demand[c, p, t] * runs[k];
s.t. counted_once{c in C, p in P, t in T}:
  sum{k in K} avoided[k, c, p, t] <= together[c, t] * demand[c, p, t];

s.t. replaced_first{a in A, t in T}:                                                            # row 4
  sum{k in K, c in C, p in P} perBed[k, a] * avoided[k, c, p, t]
  <= spare[a] + sum{u in T: u = t - leadYears[a]} bought[a, u];
s.t. bought_stays{a in A, t in T: t > first}: bought[a, t - 1] <= bought[a, t];
s.t. as_much_as_can_be_bought{a in A}: bought[a, targetYear] <= maximum[a];

s.t. closing_in_turn{p in P, n in 2..N[p], t in T}: closed[p, n, t] <= closed[p, n - 1, t];     # row 5
s.t. opening_in_turn{p in P, n in 2..O[p], t in T}: opened[p, n, t] <= opened[p, n - 1, t];
s.t. no_way_back{p in P, n in 1..N[p], t in T: t > first}: closed[p, n, t - 1] <= closed[p, n, t];
s.t. opened_stays{p in P, n in 1..O[p], t in T: t > first}: opened[p, n, t - 1] <= opened[p, n, t];
s.t. closed_or_opened{p in P: N[p] >= 1 and O[p] >= 1}: closed[p, 1, targetYear] + opened[p, 1, targetYear] <= 1;
s.t. gate{p in P, n in 1..N[p], t in T: t < earliestClosureYear[p]}: closed[p, n, t] = 0;
s.t. wards_closed_a_year{t in T}:
  sum{p in P, n in 1..N[p]} (wardsClosed[p, n] - wardsClosed[p, n - 1])
    * (closed[p, n, t] - sum{u in T: u = t - 1} closed[p, n, u]) <= wardsClosedPerYear;
s.t. taken_by_the_target_year{p in P: closures = 'option' and N[p] >= 1}: closed[p, N[p], targetYear] >= 1;

s.t. site_empty{s in EMPTIABLE, p in P, t in T: site[p] = s}: empty[s, t] <= closed[p, N[p], t];    # row 6
s.t. site_stays_empty{s in EMPTIABLE, t in T: t > first}: empty[s, t - 1] <= empty[s, t];

s.t. floor_{f in F, t in T}:                                                                    # row 7
  sum{(f, p) in IN_FLOOR} (openBeds[p]
    - sum{n in 1..N[p]} (bedsClosed[p, n] - bedsClosed[p, n - 1]) * closed[p, n, t]
    + sum{n in 1..O[p]} wardSize[p] * opened[p, n, t])
  >= min(floorBeds[f], sum{(f, p) in IN_FLOOR} openBeds[p]);

s.t. earlier_schemes{(k, l) in AFTER}: runs[k] <= runs[l];                                      # row 8
s.t. blocked{k in BLOCKED}: runs[k] = 0;
s.t. too_late{k in K: startYear[k] > targetYear}: runs[k] = 0;

s.t. like_steps{g in G, t in T}: count[g, t] = sum{(g, p) in IN_GROUP} (                         # row 9
  if closes[g] = 1 then sum{n in 1..N[p]} closed[p, n, t] else sum{n in 1..O[p]} opened[p, n, t]);

s.t. safe_to_run_together{h in H, t in T}:                                                      # row 10
  sum{(h, p) in IN_AREA} (sum{c in C} demand[c, p, t] - sum{k in K, c in C} avoided[k, c, p, t])
  <= sum{(h, p) in IN_AREA} (capClosed[p, 0]
    - sum{n in 1..N[p]: p not in COUNTED[1]} (capClosed[p, n - 1] - capClosed[p, n]) * closed[p, n, t]
    + sum{n in 1..O[p]: p not in COUNTED[0]} (capOpened[p, n] - capOpened[p, n - 1]) * opened[p, n, t]) / peakFactor[p]
  + sum{g in G: exists{(g, p) in IN_GROUP} (h, p) in IN_AREA} (if closes[g] = 1 then -1 else 1) * stepOf[g] * count[g, t];

# ------------------------------------------------------------------------------------------------------- money

# £k a year.
var beds{t in T}; var wards{t in T}; var sites{t in T}; var alternatives{t in T}; var schemes{t in T};
# £k once.
var capital{t in T}; var oneOff{t in T}; var doubleRunning{t in T};

s.t. beds_are{t in T}: beds[t] = sum{p in P} variableCostPerBed[p] / 1000 * (openBeds[p]
  - sum{n in 1..N[p]} (bedsClosed[p, n] - bedsClosed[p, n - 1]) * closed[p, n, t]
  + sum{n in 1..O[p]} wardSize[p] * opened[p, n, t]);
s.t. wards_are{t in T}: wards[t] = sum{p in P} fixedCostPerWard[p] / 1000 * (W[p]
  - sum{n in 1..N[p]} (wardsClosed[p, n] - wardsClosed[p, n - 1]) * closed[p, n, t]
  + sum{n in 1..O[p]} opened[p, n, t]);
s.t. sites_are{t in T}: sites[t] = sum{s in S: fixedCostReleased[s] >= 0} fixedCostReleased[s] / 1000
  - sum{s in EMPTIABLE} fixedCostReleased[s] / 1000 * empty[s, t];
s.t. alternatives_are{t in T}: alternatives[t] = sum{a in A} price[a] / 1000 * bought[a, t];
s.t. schemes_are{t in T}: schemes[t] = sum{k in K, c in C, p in P} costPerBedAvoided[k] / 1000 * avoided[k, c, p, t]
  + sum{k in K: t >= startYear[k]} fixedCost[k] / 1000 * runs[k];
s.t. capital_is{t in T}: capital[t] = sum{p in P, n in 1..O[p]} capitalPerBed / 1000 * wardSize[p]
  * (opened[p, n, t] - sum{u in T: u = t - 1} opened[p, n, u]);
s.t. one_off_is{t in T}: oneOff[t] = sum{k in K: t = max(startYear[k], first)} oneOffCost[k] / 1000 * runs[k];
s.t. double_running_is{t in T}: doubleRunning[t] = doubleRunningMonths / 12 * (
  sum{p in P, n in 1..N[p]} (variableCostPerBed[p] / 1000 * (bedsClosed[p, n] - bedsClosed[p, n - 1])
      + fixedCostPerWard[p] / 1000 * (wardsClosed[p, n] - wardsClosed[p, n - 1]))
    * (closed[p, n, t] - sum{u in T: u = t - 1} closed[p, n, u])
  + sum{s in EMPTIABLE} fixedCostReleased[s] / 1000 * (empty[s, t] - sum{u in T: u = t - 1} empty[s, u]));

minimize presentValue: sum{t in T} (
  weight[t] * (beds[t] + wards[t] + sites[t] + alternatives[t] + schemes[t])
  + delta[t] * (capital[t] + oneOff[t] + doubleRunning[t]));

solve;

param newCapital := annuity * capitalPerBed * sum{p in P, n in 1..O[p]} wardSize[p] * opened[p, n, targetYear];
printf "presentValue %.17g\n", 1000 * presentValue;
printf "annualCost %.17g\n", 1000 * (beds[targetYear] + wards[targetYear] + sites[targetYear]
  + alternatives[targetYear] + schemes[targetYear]) + newCapital;
printf{p in P} "beds %s %.17g\n", p, openBeds[p]
  - sum{n in 1..N[p]} (bedsClosed[p, n] - bedsClosed[p, n - 1]) * closed[p, n, targetYear]
  + sum{n in 1..O[p]} wardSize[p] * opened[p, n, targetYear];
printf{a in A} "bought %s %.17g\n", a, bought[a, targetYear];
end;
