# SPDX-License-Identifier: GPL-3.0-or-later
#
# emergency: the MathProg twin of the family `emergency`. It solves ONE configuration in the target year, from the
# page formulation.md; names and row numbers are the page's. Run it with stock glpsol:
#
#     glpsol --nopresol -m emergency.mod -d emergency.dat
#
# The data file is described in README.md. Calibration, growth and levers are done before it (demand, bedDays, removed
# and deprivedWeight are data), and so are do-nothing's values and the limits moved by "no worse than today". Doors,
# flows, travel, beds, spaces, staff, capital and every cost line are worked out here.
# Money in the program is in thousands of pounds; what is printed is in pounds.

# ---------------------------------------------------------------------------------------------------------- sets

set S_in;                                            # sites inside the footprint
set S_out;                                           # sites outside it
set ACUTE within S_in;                               # role acute
set MIU within S_in;                                 # role minor-injury-unit
set Z;                                               # zones
set L;                                               # levels, with 'none'
set G;                                               # staff groups
set K;                                               # levers that are on
set SERVICES;
set Q := {'admitted', 'major', 'minor'};             # attendance class
set R := {'ambulance', 'foot'};                      # arrival; a = (q, r)
set P := {'day', 'night'};
set LINES := {'department', 'attendances', 'staff', 'agency', 'beds', 'bedOverheads', 'strandedBedOverheads', 'estate',
  'strandedEstate', 'pfiUnitaryCharge', 'capitalCharge', 'newCapital', 'ambulance', 'reconveyed', 'outsideTariff',
  'movedServices', 'replacementCare', 'redundancy', 'doubleRunning'};

# ------------------------------------------------------------------------------------------------- configuration

param closed binary, default 0;                      # 1: boundary closed
param assigned binary, default 0;                    # 1: flow rule assigned
param bedRule symbolic in {'occupancy', 'overflow', 'quantile'}, default 'occupancy';

set S := S_in union (if closed = 0 then S_out else {});
set PLACES := ACUTE union MIU;                       # inside sites with treatment spaces and a rota

param level{S_in union S_out} symbolic in L;         # the configuration (MIUs already at 'none' if a lever closes them)
param today{S_in} symbolic in L;                     # level_today

set ACCEPTS within {L, Q, R};                        # level_accepts
param opensAtNight{L} binary, default 0;
param hoursPerWeek{L} >= 0;
param departmentCost{L} >= 0, default 0;
param supportRotaCost{L} >= 0, default 0;
param conversionCapital{L} >= 0, default 0;

set MAJOR := {'type1', 'type1-part-time'};           # levels with an accident and emergency department

# --------------------------------------------------------------------------------------------- zones and classes

param population{Z} >= 0;
param resident{Z} binary;                            # 1: the zone is in the footprint
param deprivedWeight{Z} >= 0, default 0;             # people of the zone counted in the most deprived fifth
param bedDays{Z} >= 0;                               # bed-days per admission
param demand{Z, Q} >= 0;                             # d_zq: target year, after calibration, growth and levers
param minutes{Z, S_in union S_out} >= 0;             # needed for sites that are not at level none

param ambulanceShare{Q} >= 0, <= 1;
param nightShare{Q} >= 0, <= 1;
param spaceMinutes{Q} >= 0;
param variableCost{Q} >= 0;
param tariff{Q} >= 0;

# Zones that count: all with the boundary open; closed, residents whose type 1 door today is inside. Ties go to the site
# code that sorts first.
set EVERYWHERE := S_in union S_out;
set TYPE1_TODAY := setof{s in EVERYWHERE, r in R:
  ((if s in S_in then today[s] else level[s]), 'admitted', r) in ACCEPTS} s;
param type1MinutesToday{z in Z} := min{s in TYPE1_TODAY} minutes[z, s];
set FIRST_TODAY{z in Z} := setof{s in TYPE1_TODAY: minutes[z, s] = type1MinutesToday[z]
  and card(setof{t in TYPE1_TODAY: minutes[z, t] = type1MinutesToday[z] and t < s} t) = 0} s;
set W := setof{z in Z: closed = 0 or resident[z] = 1 and card(FIRST_TODAY[z] inter S_in) = 1} z;
set RESIDENTS := setof{z in Z: resident[z] = 1} z;

# --------------------------------------------------------------------------------------------------------- sites

param beds{ACUTE} >= 0;
param maximumBedsBuilt{ACUTE} >= 0;
param spaces{PLACES} >= 0;
param maximumSpacesBuilt{PLACES} >= 0;
param estateRunningCost{S_in} >= 0;
param pfiUnitaryCharge{S_in} >= 0;
param capitalCharge{S_in} >= 0;
param variableCostFactor{S_in} >= 0, default 1;
param departmentScale{S_in} >= 0, default 1;
param inflowShare{S_in} >= 0, < 1, default 0;

set NEEDS within {L, SERVICES};                      # level_services
set HAS within {S_in, SERVICES};                     # site_services with present = yes
set MOVES within {S_in, SERVICES};                   # service_moves
param moveCapital{MOVES} >= 0;
param moveAnnualCost{MOVES} >= 0;

# --------------------------------------------------------------------------------------------------------- staff

param wtePerThousandAttendances{G} >= 0;
param pay{G} >= 0;
param agencyPremium{G} >= 0;
param redundancyCost{G} >= 0;
param takeUpShare{G} >= 0, <= 1;
param rotaFloor{L, G} >= 0, default 0;               # floor_lg ("floor" alone is a function in MathProg)
param inPost{PLACES, G} >= 0, default 0;

# --------------------------------------------------------------------------------------------------------- levers

param removed{K, Q} >= 0, default 0;                 # removed_kq
param replacementCostPerAdmission{K} >= 0, default 0;
param replacementCostPerAttendance{K} >= 0, default 0;

# ----------------------------------------------------------------------------------------------------- parameters

param openingYear integer;
param horizonYear integer;
param discountRate >= 0;
param assetLifeYears > 0;
param maximumOccupancy > 0;
param overflowProbability;
param quantileZ;
param varianceRatio >= 0;
param emergencyBedShare >= 0, <= 1;
param bedPeakFactor >= 0;
param attendancePeakFactor >= 0;
param spaceUtilisation > 0;
param bedRunningCost >= 0;
param bedCostReleasedShare >= 0, <= 1;
param estateReleasedShare >= 0, <= 1;
param capitalPerBed >= 0;
param capitalPerSpace >= 0;
param ambulanceHourCost >= 0;
param ambulanceTurnaroundMinutes >= 0;
param reconveyedShare >= 0, <= 1;
param standardMinutes >= 0;
param hardLimitMinutes >= 0;
param assignedDetourMinutes >= 0, default 0;
param doubleRunningMonths >= 0;

# Limits, as data: already moved where do-nothing misses them ("no worse than today").
param capitalLimit default -1;                       # below 0: no limit, row 15 is absent
param capitalDoNothing >= 0, default 0;
param offeredAttendances{S_out} >= 0;
param offeredAdmissions{S_out} >= 0;
param attendancesDoNothing{S_out} >= 0;
param admissionsDoNothing{S_out} >= 0;
param meanMinutesLimit >= 0;
param allowedShareBeyondStandard >= 0;
param allowedShareBeyondStandardDeprived >= 0;
param allowedBeyondHardLimit >= 0, default 0;        # 0 unless moved
param minimumType1Attendances{S_in} >= 0;            # per site, because it moves per site
param allowedMissingServices{S_in} >= 0, default 0;  # 0 unless moved
param minimumType1Sites >= 0;
param maximumType1Sites >= 0;
set KEEP_OPEN within S_in;                           # keepOpen
set FORCE_CLOSED within S_in;                        # forceClosed

# ------------------------------------------------------------------------------------- annuities, shares, inflow

param years := horizonYear - openingYear + 1;
param annuityAsset := if discountRate = 0 then 1 / assetLifeYears
  else discountRate / (1 - (1 + discountRate) ^ (- assetLifeYears));
param annuityOnce := if discountRate = 0 then 1 / years
  else discountRate / (1 - (1 + discountRate) ^ (- years));

param share{q in Q, r in R, p in P} :=
  (if r = 'ambulance' then ambulanceShare[q] else 1 - ambulanceShare[q])
  * (if p = 'night' then nightShare[q] else 1 - nightShare[q]);

# Everything a site receives is divided by this: 1 unless the boundary is closed.
param own{s in S} := if closed = 1 and s in S_in then 1 - inflowShare[s] else 1;

# ---------------------------------------------------------------------------------------------------------- doors

# Ties go to the site code that sorts first, whatever the order of the sets in the data file.
param rank{s in S} := card(setof{t in S: t < s} t);
param ownAt{i in 0 .. card(S) - 1} := sum{s in S: rank[s] = i} own[s];

set OPEN{q in Q, r in R, p in P} :=
  setof{s in S: (level[s], q, r) in ACCEPTS and (p = 'day' or opensAtNight[level[s]] = 1)} s;

param doorMinutes{z in W union RESIDENTS, q in Q, r in R, p in P} := min{s in OPEN[q, r, p]} minutes[z, s];
param door{z in W, q in Q, r in R, p in P} :=          # the rank of the door
  min{s in OPEN[q, r, p]: minutes[z, s] = doorMinutes[z, q, r, p]} rank[s];

# The day type 1 door: the quickest site that accepts `admitted` by day.
set TYPE1_DAY := setof{s in S: (level[s], 'admitted', 'ambulance') in ACCEPTS or (level[s], 'admitted', 'foot') in ACCEPTS} s;
param type1Minutes{z in W} := min{s in TYPE1_DAY} minutes[z, s];

# ------------------------------------------------------------------------------------------- flow rule `assigned`

# Where the program may send people. Empty under `nearest`.
set REACH{q in Q, r in R, p in P, s in OPEN[q, r, p]} := setof{z in W: assigned = 1 and demand[z, q] * share[q, r, p] > 0
  and minutes[z, s] <= hardLimitMinutes and minutes[z, s] <= doorMinutes[z, q, r, p] + assignedDetourMinutes} z;

var f{q in Q, r in R, p in P, s in OPEN[q, r, p], z in REACH[q, r, p, s]} >= 0;

s.t. everyone_goes_somewhere{q in Q, r in R, p in P, z in W: assigned = 1 and demand[z, q] * share[q, r, p] > 0}:
  sum{s in OPEN[q, r, p]: z in REACH[q, r, p, s]} f[q, r, p, s, z] = share[q, r, p] * demand[z, q];

# ------------------------------------------------------------------- constants of the configuration (`nearest`)

param flow{s in S, q in Q, r in R} := if assigned = 1 then 0 else
  sum{p in P: s in OPEN[q, r, p]} share[q, r, p] * sum{z in W: door[z, q, r, p] = rank[s]} demand[z, q];

param flowBedDays{s in ACUTE} := if assigned = 1 then 0 else
  sum{r in R, p in P: s in OPEN['admitted', r, p]} share['admitted', r, p]
  * sum{z in W: door[z, 'admitted', r, p] = rank[s]} bedDays[z] * demand[z, 'admitted'];

param flowAmbulanceHours := if assigned = 1 then 0 else
  sum{z in W, q in Q, p in P} share[q, 'ambulance', p] * demand[z, q]
  * (2 * doorMinutes[z, q, 'ambulance', p] + ambulanceTurnaroundMinutes) / 60 / ownAt[door[z, q, 'ambulance', p]];

set UCC := setof{s in S_in: level[s] = 'ucc'} s;
param flowReconveyedHours := if assigned = 1 then 0 else
  sum{s in UCC, q in Q, r in R, p in P: s in OPEN[q, r, p]} share[q, r, p] / own[s]
  * sum{z in W: door[z, q, r, p] = rank[s]} demand[z, q] * (2 * type1Minutes[z] + ambulanceTurnaroundMinutes) / 60;

param periodShare{p in P} := if p = 'night' then nightShare['major'] else 1 - nightShare['major'];

# Residents whose journey is to the quickest door: all of them under `nearest`; under `assigned` those without demand here.
set QUICKEST{p in P} := setof{z in RESIDENTS: assigned = 0 or not (z in W) or demand[z, 'major'] * share['major', 'foot', p] = 0} z;

param totalPopulation := sum{z in RESIDENTS} population[z];
param totalDeprived := sum{z in RESIDENTS} deprivedWeight[z];

# Bed rules that are not linear are worked out here, on the constants (`nearest` only).
param occupiedConstant{s in ACUTE} := bedPeakFactor / 365 * flowBedDays[s] / own[s];
param erlang{s in ACUTE, n in 0 .. ceil(2 * occupiedConstant[s]) + 100} :=
  if n = 0 then 1 else
    occupiedConstant[s] * erlang[s, n - 1] / (n + occupiedConstant[s] * erlang[s, n - 1]);
param bedsByRule{s in ACUTE} :=
  if occupiedConstant[s] = 0 then 0
  else if bedRule = 'overflow' then
    min{n in 0 .. ceil(2 * occupiedConstant[s]) + 100: erlang[s, n] <= overflowProbability} n
  else occupiedConstant[s] + quantileZ * sqrt(varianceRatio * occupiedConstant[s]);
check: assigned = 0 or bedRule = 'occupancy';

# Conversion and services that move.
set MOVED := setof{(s, v) in MOVES: today[s] in MAJOR and not (level[s] in MAJOR)} (s, v);
param conversion :=
  sum{s in S_in: level[s] <> today[s] and level[s] <> 'none'} conversionCapital[level[s]]
  + sum{(s, v) in MOVED} moveCapital[s, v];

# ------------------------------------------------------------------------------------------------------ variables

var attendances{S, Q, R} >= 0;
var occupied{ACUTE} >= 0;
var bedsNeeded{ACUTE} >= 0;
var bedsBuilt{ACUTE} >= 0;
var bedsReleased{ACUTE} >= 0;
var spacesBuilt{PLACES} >= 0;
var staying{PLACES, G} >= 0;
var leaving{PLACES, G} >= 0;
var redeployed{s in PLACES, t in PLACES, g in G: s <> t} >= 0;
var agency{PLACES, G} >= 0;
var capitalSpent >= 0;                               # pounds
var beyondStandard >= 0;
var beyondStandardDeprived >= 0;
var meanMinutes >= 0;
var beyondHardLimit >= 0;
var missingServices{S_in} >= 0;                      # fixed by definition, so that rows 22 to 24 are rows
var atType1{S_in} >= 0;
var line{LINES};                                     # thousands of pounds

# ---------------------------------------------------------------------------------------------------- definitions

s.t. r1_attendances_are_what_the_doors_receive{s in S, q in Q, r in R}:
  own[s] * attendances[s, q, r] = flow[s, q, r] + sum{p in P: s in OPEN[q, r, p]} sum{z in REACH[q, r, p, s]} f[q, r, p, s, z];

s.t. r2_beds_occupied{s in ACUTE}:
  own[s] * occupied[s] = bedPeakFactor / 365 * (flowBedDays[s] + sum{r in R, p in P: s in OPEN['admitted', r, p]}
    sum{z in REACH['admitted', r, p, s]} bedDays[z] * f['admitted', r, p, s, z]);

s.t. r3_beds_needed{s in ACUTE: bedRule = 'occupancy'}:
  bedsNeeded[s] = occupied[s] / maximumOccupancy;
s.t. r3_beds_needed_by_rule{s in ACUTE: bedRule <> 'occupancy'}:
  bedsNeeded[s] = bedsByRule[s];

s.t. r4_beds_stand_where_they_are_needed{s in ACUTE}:
  bedsNeeded[s] <= emergencyBedShare * beds[s] + bedsBuilt[s] - bedsReleased[s];

s.t. r5_treatment_spaces{s in PLACES: level[s] <> 'none'}:
  sum{q in Q, r in R} spaceMinutes[q] / 60 * attendances[s, q, r] * attendancePeakFactor
    / (52 * hoursPerWeek[level[s]] * spaceUtilisation) <= spaces[s] + spacesBuilt[s];

s.t. r6_released_no_more_than_stand{s in ACUTE}:
  bedsReleased[s] <= emergencyBedShare * beds[s];

s.t. r7_rota_floor{s in PLACES, g in G}:
  staying[s, g] + sum{t in PLACES: t <> s} redeployed[t, s, g] + agency[s, g] >= departmentScale[s] * rotaFloor[level[s], g];

s.t. r8_rota_for_the_volume{s in PLACES, g in G}:
  staying[s, g] + sum{t in PLACES: t <> s} redeployed[t, s, g] + agency[s, g]
    >= wtePerThousandAttendances[g] / 1000 * sum{q in Q, r in R} attendances[s, q, r];

s.t. r9_staff_in_post{s in PLACES, g in G}:
  staying[s, g] + sum{t in PLACES: t <> s} redeployed[s, t, g] + leaving[s, g] = inPost[s, g];

s.t. r10_take_up{s in PLACES, g in G}:
  sum{t in PLACES: t <> s} redeployed[s, t, g] <= takeUpShare[g] * (inPost[s, g] - staying[s, g]);

s.t. r11_capital:
  capitalSpent = sum{s in ACUTE} capitalPerBed * bedsBuilt[s] + sum{s in PLACES} capitalPerSpace * spacesBuilt[s] + conversion;

s.t. r12_mean_minutes:
  meanMinutes = sum{p in P} periodShare[p] / totalPopulation * (
    sum{z in QUICKEST[p]} population[z] * doorMinutes[z, 'major', 'foot', p]
    + sum{s in OPEN['major', 'foot', p], z in REACH['major', 'foot', p, s]: z in RESIDENTS}
        population[z] * minutes[z, s] * f['major', 'foot', p, s, z] / (demand[z, 'major'] * share['major', 'foot', p]));

s.t. r12_beyond_standard:
  beyondStandard = sum{p in P} periodShare[p] / totalPopulation * (
    sum{z in QUICKEST[p]: doorMinutes[z, 'major', 'foot', p] > standardMinutes} population[z]
    + sum{s in OPEN['major', 'foot', p], z in REACH['major', 'foot', p, s]: z in RESIDENTS and minutes[z, s] > standardMinutes}
        population[z] * f['major', 'foot', p, s, z] / (demand[z, 'major'] * share['major', 'foot', p]));

s.t. r12_beyond_standard_deprived:
  beyondStandardDeprived = sum{p in P} periodShare[p] / totalDeprived * (
    sum{z in QUICKEST[p]: deprivedWeight[z] > 0 and doorMinutes[z, 'major', 'foot', p] > standardMinutes} deprivedWeight[z]
    + sum{s in OPEN['major', 'foot', p], z in REACH['major', 'foot', p, s]: z in RESIDENTS and minutes[z, s] > standardMinutes}
        deprivedWeight[z] * f['major', 'foot', p, s, z] / (demand[z, 'major'] * share['major', 'foot', p]));

s.t. r12_beyond_hard_limit:
  beyondHardLimit = sum{p in P} periodShare[p] * (
    sum{z in QUICKEST[p]: doorMinutes[z, 'major', 'foot', p] > hardLimitMinutes} population[z]
    + sum{s in OPEN['major', 'foot', p], z in REACH['major', 'foot', p, s]: z in RESIDENTS and minutes[z, s] > hardLimitMinutes}
        population[z] * f['major', 'foot', p, s, z] / (demand[z, 'major'] * share['major', 'foot', p]));

s.t. missing_services{s in S_in}:
  missingServices[s] = card(setof{(l, v) in NEEDS: l = level[s] and (s, v) not in HAS} v);

s.t. at_type1{s in S_in}:
  atType1[s] = if level[s] in MAJOR then 1 else 0;

# --------------------------------------------------------------------------------------------------- requirements

s.t. r13_room_to_build_beds{s in ACUTE}: bedsBuilt[s] <= maximumBedsBuilt[s];
s.t. r14_room_to_build_treatment_spaces{s in PLACES}: spacesBuilt[s] <= maximumSpacesBuilt[s];
s.t. r15_capital_limit{i in 1 .. 1: capitalLimit >= 0}: capitalSpent <= capitalLimit + capitalDoNothing;
s.t. r16_outside_hospitals_take_what_they_offer{s in S_out: closed = 0}:
  sum{q in Q, r in R} attendances[s, q, r] <= attendancesDoNothing[s] + offeredAttendances[s];
s.t. r16_outside_hospitals_take_the_admissions_they_offer{s in S_out: closed = 0}:
  sum{r in R} attendances[s, 'admitted', r] <= admissionsDoNothing[s] + offeredAdmissions[s];
s.t. r17_mean_journey: meanMinutes <= meanMinutesLimit;
s.t. r18_standard_journey: beyondStandard <= allowedShareBeyondStandard;
s.t. r19_standard_journey_deprived: beyondStandardDeprived <= allowedShareBeyondStandardDeprived;
s.t. r20_hard_limit: beyondHardLimit <= allowedBeyondHardLimit;
s.t. r21_safe_volume{s in S_in: level[s] = 'type1'}:
  sum{q in Q, r in R} attendances[s, q, r] >= minimumType1Attendances[s];
s.t. r22_services_on_the_same_site{s in S_in}: missingServices[s] <= allowedMissingServices[s];
s.t. r23_fewest_type1_sites: sum{s in S_in} atType1[s] >= minimumType1Sites;
s.t. r23_most_type1_sites: sum{s in S_in} atType1[s] <= maximumType1Sites;
s.t. r24_kept_open{s in KEEP_OPEN}: atType1[s] >= 1;
s.t. r24_closed{s in FORCE_CLOSED}: atType1[s] <= 0;

# ------------------------------------------------------------------------------------- cost lines (£ thousands)

param perBed{s in ACUTE} := if beds[s] = 0 then 0 else estateRunningCost[s] / beds[s];

s.t. cost_department: line['department'] =
  sum{s in S_in} departmentScale[s] * (departmentCost[level[s]] + supportRotaCost[level[s]]) / 1000;
s.t. cost_attendances: line['attendances'] =
  sum{s in S_in, q in Q, r in R} variableCost[q] / 1000 * variableCostFactor[s] * attendances[s, q, r];
s.t. cost_staff: line['staff'] =
  sum{s in PLACES, g in G} pay[g] / 1000 * (staying[s, g] + sum{t in PLACES: t <> s} redeployed[s, t, g]);
s.t. cost_agency: line['agency'] =
  sum{s in PLACES, g in G} pay[g] / 1000 * (1 + agencyPremium[g]) * agency[s, g];
s.t. cost_beds: line['beds'] = sum{s in ACUTE} bedRunningCost / 1000 * bedCostReleasedShare
  * (emergencyBedShare * beds[s] + bedsBuilt[s] - bedsReleased[s]);
s.t. cost_bedOverheads: line['bedOverheads'] = sum{s in ACUTE} bedRunningCost / 1000 * (1 - bedCostReleasedShare)
  * (emergencyBedShare * beds[s] - bedsReleased[s]);
s.t. cost_strandedBedOverheads: line['strandedBedOverheads'] =
  sum{s in ACUTE} bedRunningCost / 1000 * (1 - bedCostReleasedShare) * bedsReleased[s];
s.t. cost_estate: line['estate'] = sum{s in S_in} estateRunningCost[s] / 1000
  + sum{s in ACUTE} (perBed[s] / 1000 * estateReleasedShare * bedsBuilt[s] - perBed[s] / 1000 * bedsReleased[s]);
s.t. cost_strandedEstate: line['strandedEstate'] =
  sum{s in ACUTE} perBed[s] / 1000 * (1 - estateReleasedShare) * bedsReleased[s];
s.t. cost_pfiUnitaryCharge: line['pfiUnitaryCharge'] = sum{s in S_in} pfiUnitaryCharge[s] / 1000;
s.t. cost_capitalCharge: line['capitalCharge'] = sum{s in S_in} capitalCharge[s] / 1000;
s.t. cost_newCapital: line['newCapital'] = annuityAsset / 1000 * capitalSpent;
s.t. cost_ambulance: line['ambulance'] = ambulanceHourCost / 1000 * (flowAmbulanceHours
  + sum{q in Q, p in P, s in OPEN[q, 'ambulance', p], z in REACH[q, 'ambulance', p, s]}
      (2 * minutes[z, s] + ambulanceTurnaroundMinutes) / 60 / own[s] * f[q, 'ambulance', p, s, z]);
s.t. cost_reconveyed: line['reconveyed'] = ambulanceHourCost / 1000 * reconveyedShare * (flowReconveyedHours
  + sum{s in UCC, q in Q, r in R, p in P: s in OPEN[q, r, p]} sum{z in REACH[q, r, p, s]}
      (2 * type1Minutes[z] + ambulanceTurnaroundMinutes) / 60 / own[s] * f[q, r, p, s, z]);
s.t. cost_outsideTariff: line['outsideTariff'] =
  sum{s in S_out, q in Q, r in R: closed = 0} tariff[q] / 1000 * attendances[s, q, r];
s.t. cost_movedServices: line['movedServices'] = sum{(s, v) in MOVED} moveAnnualCost[s, v] / 1000;
s.t. cost_replacementCare: line['replacementCare'] = sum{k in K} (replacementCostPerAdmission[k] * removed[k, 'admitted']
  + replacementCostPerAttendance[k] * sum{q in Q: q <> 'admitted'} removed[k, q]) / 1000;
s.t. cost_redundancy: line['redundancy'] =
  annuityOnce / 1000 * sum{s in PLACES, g in G} redundancyCost[g] * leaving[s, g];
s.t. cost_doubleRunning: line['doubleRunning'] = annuityOnce / 1000 * doubleRunningMonths / 12
  * sum{s in S_in: today[s] in MAJOR and not (level[s] in MAJOR)}
      departmentScale[s] * (departmentCost[today[s]] + supportRotaCost[today[s]]);

minimize annualCost: sum{i in LINES} line[i];

solve;

# --------------------------------------------------------------------------------------------------------- answer
# To be read only when glpsol says "OPTIMAL LP SOLUTION FOUND":
# glpsol runs this part after an infeasible solve too, on numbers that mean nothing.

printf "annualCost %.17g\n", 1000 * annualCost.val;
printf{i in LINES} "line %s %.17g\n", i, 1000 * line[i].val;
printf "capitalSpent %.17g\n", capitalSpent.val;
printf "meanMinutes %.17g\n", meanMinutes.val;
printf "beyondStandard %.17g\n", beyondStandard.val;
printf "beyondStandardDeprived %.17g\n", beyondStandardDeprived.val;
printf "beyondHardLimit %.17g\n", beyondHardLimit.val;
printf{s in S} "attendances %s %.17g\n", s, sum{q in Q, r in R} attendances[s, q, r].val;
printf{s in ACUTE} "bedsNeeded %s %.17g\n", s, bedsNeeded[s].val;

end;
