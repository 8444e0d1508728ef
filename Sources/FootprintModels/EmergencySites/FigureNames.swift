// SPDX-License-Identifier: GPL-3.0-or-later

// The figures the family reads, by the names they have in the tables. The schema in FootprintInstances says which are
// required and in what range; these are the places where the model looks them up.

enum Parameter: Int, CaseIterable {
    case discountRate, assetLifeYears, maximumOccupancy, overflowProbability, quantileZ, varianceRatio
    case emergencyBedShare, bedPeakFactor, attendancePeakFactor, winterPeakFactor, spaceUtilisation
    case bedRunningCost, bedCostReleasedShare, estateReleasedShare, capitalPerBed, capitalPerSpace
    case ambulanceHourCost, ambulanceTurnaroundMinutes, reconveyedShare
    case standardMinutes, hardLimitMinutes, allowedShareBeyondStandard, allowedShareBeyondStandardDeprived
    case meanMinutesLimit, minimumType1Attendances, minimumType1Sites, maximumType1Sites, capitalLimit
    case doubleRunningMonths, assignedDetourMinutes
}

enum SiteFigure: Int, CaseIterable {
    case beds, bedsOccupied, maximumBedsBuilt, spaces, maximumSpacesBuilt
    case estateRunningCost, pfiUnitaryCharge, capitalCharge
    case variableCostFactor, catchmentFactor, inflowShare, departmentScale
    case offeredAttendances, offeredAdmissions
}

enum ClassFigure: Int, CaseIterable {
    case ambulanceShare, nightShare, spaceMinutes, variableCost, tariff, growthPerYear
}

enum LevelFigure: Int, CaseIterable {
    case opensAtNight, hoursPerWeek, departmentCost, supportRotaCost, conversionCapital
}

enum StaffFigure: Int, CaseIterable {
    case wtePerThousandAttendances, pay, agencyPremium, redundancyCost, takeUpShare
}

enum SchemeFigure: Int, CaseIterable {
    case replacementCostPerAttendance, replacementCostPerAdmission
}

enum ServiceMoveFigure: Int, CaseIterable {
    case capital, annualCost
}
