// SPDX-License-Identifier: GPL-3.0-or-later

/// What a pool's beds are for.
public enum BedType: String, CaseIterable, Sendable, Hashable, Codable {
    case acute
    case community
    case rehabilitation
    case intermediateCare = "intermediate-care"
    case mentalHealth = "mental-health"
}

/// How planned care is given.
public enum ElectiveMode: String, CaseIterable, Sendable, Hashable, Codable {
    case inpatient
    case dayCase = "daycase"
    case outpatientProcedure = "outpatient-procedure"
}

/// What makes planned care need less, each with a switch (`ElectiveSettings.levers`).
public enum ElectiveLever: String, CaseIterable, Sendable, Hashable, Codable {
    /// Inpatients become day cases, up to `dayCaseCeiling`: the program chooses how many.
    case dayCases = "day-cases"
    /// The same, the whole ceiling; instead of `dayCases`.
    case dayCasesInFull = "day-cases-in-full"
    case stays
    case followUps = "follow-ups"
    case theatres
}

/// How a building is held.
public enum Tenure: String, CaseIterable, Sendable, Hashable, Codable {
    case freehold
    case pfi
    case lease
}

/// How wide a service is planned.
public enum PlanningScale: String, CaseIterable, Sendable, Hashable, Codable {
    case subCounty = "sub-county"
    case oneCounty = "one-county"
    case twoCounties = "two-counties"
    case threeCounties = "three-counties"
}
