# SPDX-License-Identifier: GPL-3.0-or-later
#
# elective: the MathProg twin of the family `elective`, written from the page formulation.md; names and row numbers are
# the page's. One run solves one case: the free choice, one configuration, or do-nothing. Run it with stock glpsol:
#
#     glpsol --nopresol --cuts --pcost -m elective.mod -d elective.dat
#
# The data file is described in README.md. Money in the program is in thousands of pounds; what is printed is in pounds.

# ---------------------------------------------------------------------------------------------------------- sets

set J;                                               # specialties
set S;                                               # elective sites
set Z;                                               # zones, or zone classes
set I := {'inpatient', 'daycase', 'outpatient-procedure'};
set ADMITTED := {'inpatient', 'daycase'};            # the modes that wait on the list
set AT within {J, S};                                # specialty_sites: where a specialty is or may be, in any mode
set NEEDS within {J, J}, default setof{j in {}} (j, j);  # specialty_needs
set LINES := {'sessions', 'beds', 'bedOverheads', 'specialties', 'hubs', 'treatment', 'followUps', 'outsourcing',
  'travelSupport', 'newCapital'};

param baseYear integer;
param targetYear integer, > baseYear;
param openingYear integer, > baseYear, <= targetYear;
param horizonYear integer, >= targetYear;
set T := baseYear + 1 .. targetYear;

# --------------------------------------------------------------------------------------------------------- figures

param spells{J, I} >= 0;
param growthPerYear{J, I} > -1, default 0;
param lengthOfStay{J, I} >= 0, default 0;
param minutesOfSpell{J, I} >= 0;
param variableCost{J, I} >= 0, default 0;
param outsourcePrice{J, I} >= 0, default 0;
param followUpsPerSpell{J, I} >= 0, default 0;
param followUpCost{J} >= 0, default 0;

param waitingList{J} >= 0;                           # pathways
param spellsPerPathway{J} > 0, default 1;
param removedShare{J} >= 0, <= 1;
param dayCaseCeiling{J} >= 0, <= 1;
param minimumSpells{J} >= 0;

param hardLimitMinutes{I} >= 0;
param standardMinutes{I} >= 0;
param allowedShareBeyondStandard{I} >= 0, <= 1;
param travelSupportPerMinute{I} >= 0;

param hubToday{S} binary;
param mayBeHub{S} binary;
param sessions{S} >= 0;
param maximumSessions{S} >= 0;
param utilisation{S} > 0, <= 1;
param hubUtilisation{S} > 0, <= 1;
param cancelledShare{S} >= 0, < 1;
param sessionCost{S} >= 0;
param bedsToday{S} >= 0;
param hubCapital{S} >= 0;
param hubFixedCost{S} >= 0;

param inpatientsToday{AT} binary;
param mayHave{AT} binary;
param fixedCost{AT} >= 0, default 0;

param peopleShare{Z} >= 0;                           # of the residents; adds up to 1
param minutes{Z, S} >= 0;                            # of journey
param quickest{z in Z} default min{s in S} minutes[z, s];
param extraMinutes{z in Z, s in S} default minutes[z, s] - quickest[z];   # paid at travelSupportPerMinute

param sessionMinutes > 0;
param hubGain > 0;
param hubStayFactor > 0, default 1;
param waitingWeeks >= 0;
param waitingStandard > 0, <= 1;
param waitingTargetYear integer;
param minimumInpatientCentres >= 0, default 0;
param maximumInpatientCentres >= 0;
param maximumOutsourcedShare >= 0, <= 1, default 1;
param discountRate >= 0;
param assetLifeYears > 0;
param maximumOccupancy > 0, <= 1;
param bedRunningCost >= 0;
param bedCostReleasedShare >= 0, <= 1, default 1;
param capitalPerBed >= 0;
param capitalLimit default -1;                       # £; none when left out
param capitalDoNothing >= 0, default 0;

# Levers: each 0 when it is off, and acting from its startYear on.
set LEVERS := {'day-cases', 'stays', 'follow-ups', 'theatres'};
param startYear{LEVERS} integer, default openingYear;
param conversion binary, default 0;                  # day-case conversion up to dayCaseCeiling
param conversionInFull binary, default 0;            # 1: the published share is converted; 0: the program chooses
param stayReduction >= 0, < 1, default 0;
param followUpReduction >= 0, <= 1, default 0;
param followUpUnitCostReduction >= 0, <= 1, default 0;
param utilisationTarget >= 0, <= 1, default 0;

# The case: -1 is free.
param hubMustBe{S} integer, >= -1, <= 1, default -1;
param openMustBe{AT} integer, >= -1, <= 1, default -1;
param centreMustBe{S} integer, >= -1, <= 1, default -1;
param requirements binary, default 1;                # 0 for do-nothing: rows 13 to 18 are absent
param strongZones binary, default 1;                 # rows 8a and 9a
param strongVolumes binary, default 1;               # rows 8b and 9b
param strongList binary, default 1;                  # their right-hand side by the list's fall

# ----------------------------------------------------------------------------------------------------- derived

param on{l in LEVERS, t in T} := if t >= startYear[l] then 1 else 0;
param demand{j in J, i in I, t in T} := spells[j, i] * (1 + growthPerYear[j, i]) ^ (t - baseYear);
param arrivals{j in J, t in T} := sum{i in ADMITTED} demand[j, i, t] / spellsPerPathway[j];       # pathways a year
param mix{j in J, i in ADMITTED, t in T} :=
  if arrivals[j, t] > 0 then demand[j, i, t] / (arrivals[j, t] * spellsPerPathway[j]) else 0;
param standardList{j in J, t in T} := waitingWeeks / 52 * waitingStandard * arrivals[j, t];
param ceiling{j in J, t in T} := conversion * on['day-cases', t] * dayCaseCeiling[j];

set TODAY{j in J, i in I} := setof{(j, s) in AT: i <> 'inpatient' or inpatientsToday[j, s] = 1} s;
param leastToday{j in J, i in I, z in Z} := if card(TODAY[j, i]) > 0 then min{s in TODAY[j, i]} minutes[z, s] else 0;
set REACH{j in J, i in I, z in Z} := setof{(j, s) in AT: minutes[z, s] <= max(hardLimitMinutes[i], leastToday[j, i, z])} s;
param far{j in J, i in I} := sum{z in Z: leastToday[j, i, z] > standardMinutes[i]} peopleShare[z];

set MODES{j in J} := {i in I: spells[j, i] > 0 or (i = 'daycase' and conversion = 1 and dayCaseCeiling[j] > 0)};
set PEOPLE{j in J, i in I, s in S} := {z in Z: s in REACH[j, i, z]};         # who can go there
set PLAIN{j in J, i in I, t in T} := setof{(j, s) in AT: i in MODES[j] and (t >= openingYear or hubToday[s] = 0)
  and (t >= openingYear or i <> 'inpatient' or inpatientsToday[j, s] = 1)} s;
set HUB{j in J, i in I, t in T} := setof{(j, s) in AT: i in MODES[j]
  and (if t >= openingYear then max(mayBeHub[s], hubToday[s]) else hubToday[s]) = 1
  and (t >= openingYear or i <> 'inpatient' or inpatientsToday[j, s] = 1)} s;

param plainMinutes{s in S, t in T} :=                # that one plain session gives to patients
  sessionMinutes * (if on['theatres', t] = 1 then max(utilisation[s], utilisationTarget) else utilisation[s]) * (1 - cancelledShare[s]);
param hubMinutes{s in S} := sessionMinutes * hubUtilisation[s] * hubGain;   # the same of a hub, in minutes elsewhere
param stay{j in J, i in I, t in T} := lengthOfStay[j, i] * (1 - stayReduction * on['stays', t]);
param bedCost := bedRunningCost / 1000 * bedCostReleasedShare;

# The most and the least spells of a year: nobody is treated who did not wait or arrive, and the list never grows (rows 1, 2).
param mostPathways{j in J, t in T} := arrivals[j, t] + (1 - removedShare[j]) * waitingList[j];
param leastPathways{j in J, t in T} := max(0, arrivals[j, t] - removedShare[j] * waitingList[j]);
param most{j in J, i in I, t in T} := if i = 'outpatient-procedure' then demand[j, i, t]
  else spellsPerPathway[j] * (mix[j, i, t] + (if i = 'daycase' then ceiling[j, t] * mix[j, 'inpatient', t] else 0)) * mostPathways[j, t];
param least{j in J, i in I, t in T} := if i = 'outpatient-procedure' then demand[j, i, t]
  else spellsPerPathway[j] * mix[j, i, t] * (if i = 'inpatient' then 1 - ceiling[j, t] else 1) * leastPathways[j, t];
param plainCapacity{j in J, i in I, s in S, t in T} := if minutesOfSpell[j, i] > 0
  then maximumSessions[s] * plainMinutes[s, t] / minutesOfSpell[j, i] else most[j, i, t];
param hubCapacity{j in J, i in I, s in S, t in T} := if minutesOfSpell[j, i] > 0
  then maximumSessions[s] * hubMinutes[s] / minutesOfSpell[j, i] else most[j, i, t];
param siteCapacity{j in J, s in S, t in T} := if s in HUB[j, 'inpatient', t]
  then max(plainCapacity[j, 'inpatient', s, t], hubCapacity[j, 'inpatient', s, t]) else plainCapacity[j, 'inpatient', s, t];
param reachShare{j in J, i in I, s in S} := sum{z in PEOPLE[j, i, s]} peopleShare[z];

# Outsourcing is the last resort: one per cent dearer at least than the dearest spell that can be had inside (page).
param farthest{s in S} default max{z in Z} extraMinutes[z, s];
param dearestInside{j in J, i in I} := max{(j, s) in AT} (variableCost[j, i] / 1000
  + sessionCost[s] / 1000 * minutesOfSpell[j, i] / (sessionMinutes * utilisation[s] * (1 - cancelledShare[s]))
  + bedCost * lengthOfStay[j, i] / 365 / maximumOccupancy
  + (if i = 'inpatient' and minimumSpells[j] > 0 then fixedCost[j, s] / 1000 / minimumSpells[j] else 0)
  + travelSupportPerMinute[i] / 1000 * farthest[s]);
param lastResortPrice{j in J, i in I} := max(outsourcePrice[j, i] / 1000, 1.01 * dearestInside[j, i]);

param discount{t in baseYear .. horizonYear} := (1 + discountRate) ^ (baseYear - t);
param weight{t in T} := if t < targetYear then discount[t] else sum{u in targetYear .. horizonYear} discount[u];
param annuity := if discountRate = 0 then 1 / assetLifeYears else discountRate / (1 - (1 + discountRate) ^ (-assetLifeYears));

# ------------------------------------------------------------------------------------------------------- variables

var hub{s in S} binary, >= (if hubMustBe[s] = 1 then 1 else 0),
  <= (if hubMustBe[s] = 0 then 0 else max(mayBeHub[s], hubToday[s]));
var open{(j, s) in AT} binary, >= (if openMustBe[j, s] = 1 then 1 else 0),
  <= (if openMustBe[j, s] = 0 then 0 else max(mayHave[j, s], inpatientsToday[j, s]));
var centre{s in S} >= (if centreMustBe[s] = 1 then 1 else 0), <= (if centreMustBe[s] = 0 then 0 else 1);
var waiting{J, T} >= 0;                              # pathways on the list at the end of the year
var fall{J, T} >= 0;                                 # of the list in the year, pathways
var treated{J, T} >= 0;                              # pathways treated in the year
var done{J, I, T} >= 0;                              # spells, by the mode that demand has
var converted{j in J, Z, T: dayCaseCeiling[j] * conversion > 0} >= 0;
var plain{j in J, i in I, t in T, s in PLAIN[j, i, t], PEOPLE[j, i, s]} >= 0;                               # spells on plain lists
var atHub{j in J, i in I, t in T, s in HUB[j, i, t], PEOPLE[j, i, s]} >= 0;                                 # spells on a hub's lists
var inpatients{AT, T} >= 0;                          # spells in a bed, plain or at a hub
var outsourced{j in J, MODES[j], Z, T} >= 0;
var beyond{I, T} >= 0;                               # spells farther than the standard journey
var plainSessions{S, T} >= 0;
var hubSessions{S, T} >= 0;
var bedsOpen{S, T} >= 0;
var bedsBuilt{S} >= 0;
var capital >= 0;                                    # £ thousands
var line{LINES, T};                                  # £ thousands; newCapital is in the yearly figures only

# ------------------------------------------------------------------------------------------------- who is treated

s.t. r01_list{j in J, t in T}: waiting[j, t] = (if t = baseYear + 1 then (1 - removedShare[j]) * waitingList[j]
    else (1 - removedShare[j]) * waiting[j, max(t - 1, baseYear + 1)]) + arrivals[j, t] - treated[j, t];
s.t. r02_list_never_grows{j in J, t in T}:
  fall[j, t] = (if t = baseYear + 1 then waitingList[j] else waiting[j, max(t - 1, baseYear + 1)]) - waiting[j, t];
s.t. r03_waiting_standard{j in J, t in T: t >= waitingTargetYear}: waiting[j, t] <= standardList[j, t];
s.t. r04_mix_of_demand{j in J, i in ADMITTED, t in T}: done[j, i, t] = mix[j, i, t] * spellsPerPathway[j] * treated[j, t];
s.t. r04_procedures_in_clinic{j in J, t in T}: done[j, 'outpatient-procedure', t] = demand[j, 'outpatient-procedure', t];
s.t. r05_conversion{j in J, z in Z, t in T: dayCaseCeiling[j] * conversion > 0}:
  converted[j, z, t] <= ceiling[j, t] * peopleShare[z] * done[j, 'inpatient', t];
s.t. r05_conversion_in_full{j in J, z in Z, t in T: dayCaseCeiling[j] * conversion * conversionInFull > 0}:
  converted[j, z, t] >= ceiling[j, t] * peopleShare[z] * done[j, 'inpatient', t];
s.t. r06_everyone_goes_somewhere{j in J, i in MODES[j], z in Z, t in T}:
  sum{s in PLAIN[j, i, t]: s in REACH[j, i, z]} plain[j, i, t, s, z]
  + sum{s in HUB[j, i, t]: s in REACH[j, i, z]} atHub[j, i, t, s, z] + outsourced[j, i, z, t]
  = peopleShare[z] * done[j, i, t]
  + (if dayCaseCeiling[j] * conversion = 0 or i = 'outpatient-procedure' then 0
     else if i = 'daycase' then converted[j, z, t] else -converted[j, z, t]);

# ----------------------------------------------------------------------------------------------- sessions and doors

s.t. r07_plain_minutes{s in S, t in T}:
  sum{j in J, i in I: s in PLAIN[j, i, t]} sum{z in PEOPLE[j, i, s]} minutesOfSpell[j, i] * plain[j, i, t, s, z] <= plainMinutes[s, t] * plainSessions[s, t];
s.t. r07_hub_minutes{s in S, t in T}:
  sum{j in J, i in I: s in HUB[j, i, t]} sum{z in PEOPLE[j, i, s]} minutesOfSpell[j, i] * atHub[j, i, t, s, z] <= hubMinutes[s] * hubSessions[s, t];
s.t. r08_inpatients{(j, s) in AT, t in T}: inpatients[j, s, t] =
  (if s in PLAIN[j, 'inpatient', t] then sum{z in PEOPLE[j, 'inpatient', s]} plain[j, 'inpatient', t, s, z] else 0)
  + (if s in HUB[j, 'inpatient', t] then sum{z in PEOPLE[j, 'inpatient', s]} atHub[j, 'inpatient', t, s, z] else 0);
s.t. r08_sessions_of_a_plain_site{s in S, t in T: t >= openingYear}: plainSessions[s, t] <= maximumSessions[s] * (1 - hub[s]);
s.t. r08_sessions_of_a_hub{s in S, t in T: t >= openingYear}: hubSessions[s, t] <= maximumSessions[s] * hub[s];
s.t. r08_sessions_before_opening{s in S, t in T: t < openingYear}: plainSessions[s, t] + hubSessions[s, t] <= maximumSessions[s];
# allowed(x) is done - least * (1 - x), conversion counted, of the people the row is of; most * x without the list.
s.t. r08a_hub_door{j in J, i in I, t in openingYear .. targetYear, s in HUB[j, i, t], z in PEOPLE[j, i, s]: strongZones = 1}:
  atHub[j, i, t, s, z] <= if strongList = 0 then peopleShare[z] * most[j, i, t] * hub[s]
    else peopleShare[z] * (done[j, i, t] - least[j, i, t] * (1 - hub[s])) + (if dayCaseCeiling[j] * conversion = 0 or i = 'outpatient-procedure' then 0 else if i = 'daycase' then converted[j, z, t] else -converted[j, z, t]);
s.t. r08a_plain_door{j in J, i in I, t in openingYear .. targetYear, s in PLAIN[j, i, t], z in PEOPLE[j, i, s]:
    strongZones = 1 and s in HUB[j, i, t]}:
  plain[j, i, t, s, z] <= if strongList = 0 then peopleShare[z] * most[j, i, t] * (1 - hub[s])
    else peopleShare[z] * (done[j, i, t] - least[j, i, t] * hub[s]) + (if dayCaseCeiling[j] * conversion = 0 or i = 'outpatient-procedure' then 0 else if i = 'daycase' then converted[j, z, t] else -converted[j, z, t]);
s.t. r08b_hub_volume{j in J, i in I, t in openingYear .. targetYear, s in HUB[j, i, t]: strongVolumes = 1}:
  sum{z in PEOPLE[j, i, s]} atHub[j, i, t, s, z] <= if hubCapacity[j, i, s, t] <= reachShare[j, i, s] * least[j, i, t]
    then hubCapacity[j, i, s, t] * hub[s]
    else if strongList = 0 then reachShare[j, i, s] * most[j, i, t] * hub[s]
    else reachShare[j, i, s] * (done[j, i, t] - least[j, i, t] * (1 - hub[s])) + (if dayCaseCeiling[j] * conversion = 0 or i = 'outpatient-procedure' then 0 else if i = 'daycase' then sum{z in PEOPLE[j, i, s]} converted[j, z, t] else -sum{z in PEOPLE[j, i, s]} converted[j, z, t]);
s.t. r09_inpatients_only_where_kept{(j, s) in AT, t in openingYear .. targetYear: 'inpatient' in MODES[j]}:
  inpatients[j, s, t] <= most[j, 'inpatient', t] * open[j, s];
s.t. r09a_inpatient_door{(j, s) in AT, t in openingYear .. targetYear, z in PEOPLE[j, 'inpatient', s]:
    strongZones = 1 and 'inpatient' in MODES[j]}:
  plain[j, 'inpatient', t, s, z] + (if s in HUB[j, 'inpatient', t] then atHub[j, 'inpatient', t, s, z] else 0)
  <= if strongList = 0 then peopleShare[z] * most[j, 'inpatient', t] * open[j, s]
    else peopleShare[z] * (done[j, 'inpatient', t] - least[j, 'inpatient', t] * (1 - open[j, s]))
      - (if dayCaseCeiling[j] * conversion = 0 then 0 else converted[j, z, t]);
s.t. r09b_inpatient_volume{(j, s) in AT, t in openingYear .. targetYear: strongVolumes = 1 and 'inpatient' in MODES[j]}:
  inpatients[j, s, t] <= if siteCapacity[j, s, t] <= reachShare[j, 'inpatient', s] * least[j, 'inpatient', t]
    then siteCapacity[j, s, t] * open[j, s]
    else if strongList = 0 then reachShare[j, 'inpatient', s] * most[j, 'inpatient', t] * open[j, s]
    else reachShare[j, 'inpatient', s] * (done[j, 'inpatient', t] - least[j, 'inpatient', t] * (1 - open[j, s]))
      - (if dayCaseCeiling[j] * conversion = 0 then 0 else sum{z in PEOPLE[j, 'inpatient', s]} converted[j, z, t]);

# ---------------------------------------------------------------------------------------------- beds, centres, capital

s.t. r10_beds{s in S, t in T}:
  (sum{j in J, i in I: lengthOfStay[j, i] > 0 and s in PLAIN[j, i, t]} sum{z in PEOPLE[j, i, s]} stay[j, i, t] * plain[j, i, t, s, z]
   + sum{j in J, i in I: lengthOfStay[j, i] > 0 and s in HUB[j, i, t]}
       sum{z in PEOPLE[j, i, s]} hubStayFactor * stay[j, i, t] * atHub[j, i, t, s, z]) / 365
  <= maximumOccupancy * bedsOpen[s, t];
s.t. r11_beds_stand{s in S, t in T}: bedsOpen[s, t] <= bedsToday[s] + bedsBuilt[s];
s.t. r12_capital: capital = (sum{s in S} capitalPerBed * bedsBuilt[s]
  + sum{s in S: hubToday[s] = 0 and mayBeHub[s] = 1} hubCapital[s] * hub[s]) / 1000;
s.t. r13_capital_limit{k in 1 .. 1: requirements = 1 and capitalLimit >= 0}: capital <= (capitalLimit + capitalDoNothing) / 1000;
s.t. r14_minimum_volume{(j, s) in AT, t in openingYear .. targetYear: requirements = 1 and minimumSpells[j] > 0}:
  inpatients[j, s, t] >= minimumSpells[j] * open[j, s];
s.t. r15_needs{(j, k) in NEEDS, s in S: requirements = 1 and (j, s) in AT and (k, s) in AT}: open[j, s] <= open[k, s];
s.t. r15_needs_what_is_not_there{(j, k) in NEEDS, s in S: requirements = 1 and (j, s) in AT and not ((k, s) in AT)}: open[j, s] <= 0;
s.t. r16_centre{(j, s) in AT}: open[j, s] <= centre[s];
s.t. r16_a_centre_has_inpatients{s in S}: centre[s] <= sum{(j, s) in AT} open[j, s];
s.t. r17_most_centres{k in 1 .. 1: requirements = 1}: sum{s in S} centre[s] <= maximumInpatientCentres;
s.t. r17_fewest_centres{k in 1 .. 1: requirements = 1}: sum{s in S} centre[s] >= minimumInpatientCentres;
s.t. r18_beyond{i in I, t in T}: beyond[i, t] =
  sum{j in J, s in PLAIN[j, i, t], z in PEOPLE[j, i, s]: minutes[z, s] > standardMinutes[i]} plain[j, i, t, s, z]
  + sum{j in J, s in HUB[j, i, t], z in PEOPLE[j, i, s]: minutes[z, s] > standardMinutes[i]} atHub[j, i, t, s, z];
s.t. r18_standard_journey{i in I, t in openingYear .. targetYear: requirements = 1}:
  beyond[i, t] <= sum{j in J} max(allowedShareBeyondStandard[i], far[j, i]) * done[j, i, t];
s.t. r19_outsourced{j in J, i in MODES[j], t in T: maximumOutsourcedShare < 1}:
  sum{z in Z} outsourced[j, i, z, t] <= maximumOutsourcedShare * done[j, i, t];

# ------------------------------------------------------------------------------------------- cost lines (£ thousands)

s.t. cost_sessions{t in T}: line['sessions', t] = sum{s in S} sessionCost[s] / 1000 * (plainSessions[s, t] + hubSessions[s, t]);
s.t. cost_beds{t in T}: line['beds', t] = bedCost * sum{s in S} bedsOpen[s, t];
s.t. cost_bedOverheads{t in T}:
  line['bedOverheads', t] = bedRunningCost / 1000 * (1 - bedCostReleasedShare) * sum{s in S} bedsToday[s];
s.t. cost_specialties{t in T}: line['specialties', t] =
  sum{(j, s) in AT} fixedCost[j, s] / 1000 * (if t < openingYear then inpatientsToday[j, s] else open[j, s]);
s.t. cost_hubs{t in T}: line['hubs', t] = sum{s in S} hubFixedCost[s] / 1000 * (if t < openingYear then hubToday[s] else hub[s]);
s.t. cost_treatment{t in T}: line['treatment', t] =
  sum{j in J, i in I, s in PLAIN[j, i, t], z in PEOPLE[j, i, s]} variableCost[j, i] / 1000 * plain[j, i, t, s, z]
  + sum{j in J, i in I, s in HUB[j, i, t], z in PEOPLE[j, i, s]} variableCost[j, i] / 1000 * atHub[j, i, t, s, z];
s.t. cost_followUps{t in T}: line['followUps', t] = (1 - followUpReduction * on['follow-ups', t]) * (1 - followUpUnitCostReduction * on['follow-ups', t])
  * sum{j in J, i in I} followUpsPerSpell[j, i] * followUpCost[j] / 1000 * done[j, i, t];
s.t. cost_outsourcing{t in T}: line['outsourcing', t] =
  sum{j in J, i in MODES[j], z in Z} lastResortPrice[j, i] * outsourced[j, i, z, t];
s.t. cost_travelSupport{t in T}: line['travelSupport', t] =
  sum{j in J, i in I, s in PLAIN[j, i, t], z in PEOPLE[j, i, s]} travelSupportPerMinute[i] / 1000 * extraMinutes[z, s] * plain[j, i, t, s, z]
  + sum{j in J, i in I, s in HUB[j, i, t], z in PEOPLE[j, i, s]} travelSupportPerMinute[i] / 1000 * extraMinutes[z, s] * atHub[j, i, t, s, z];
s.t. cost_newCapital{t in T}: line['newCapital', t] = if t < openingYear then 0 else annuity * capital;

minimize presentValue:
  sum{t in T, l in LINES: l <> 'newCapital'} weight[t] * line[l, t] + discount[openingYear - 1] * capital;

solve;

# --------------------------------------------------------------------------------------------------------- answer
# To be read only when glpsol says "INTEGER OPTIMAL SOLUTION FOUND".

printf "presentValue %.17g\n", 1000 * presentValue.val;
printf "annualCost %.17g\n", 1000 * sum{l in LINES} line[l, targetYear].val;
printf{l in LINES} "line %s %.17g\n", l, 1000 * line[l, targetYear].val;
printf "capital %.17g\n", 1000 * capital.val;
printf{s in S} "hub %s %d\n", s, hub[s].val;
printf{(j, s) in AT: open[j, s].val > 0.5} "inpatients %s %s %.17g\n", j, s, inpatients[j, s, targetYear].val;
printf{s in S, t in T} "sessions %s %d %.17g\n", s, t, plainSessions[s, t].val + hubSessions[s, t].val;
printf{s in S, t in T} "beds %s %d %.17g\n", s, t, bedsOpen[s, t].val;
printf{j in J, t in T} "waiting %s %d %.17g\n", j, t, waiting[j, t].val;
printf{j in J, t in T} "treated %s %d %.17g\n", j, t, treated[j, t].val;
printf{j in J, i in MODES[j], t in T} "outsourced %s %s %d %.17g\n", j, i, t, sum{z in Z} outsourced[j, i, z, t].val;
printf{i in I} "beyondStandard %s %.17g\n", i, beyond[i, targetYear].val / max(1e-9, sum{j in J} done[j, i, targetYear].val);

end;
