// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Attendances or admissions, a year.
public enum Patients: Unit { public static var symbol: String { "patients/yr" } }

/// Hospital beds.
public enum Beds: Unit { public static var symbol: String { "beds" } }

/// Treatment spaces of an emergency department or urgent care centre.
public enum Spaces: Unit { public static var symbol: String { "spaces" } }

/// Whole-time equivalents.
public enum WTE: Unit { public static var symbol: String { "WTE" } }

/// Thousands of pounds at the instance's price base: programs are solved in thousands so that costs and volumes are of
/// one size.
public enum ThousandPounds: Unit { public static var symbol: String { "£k" } }

/// A share of people, from 0 to 1.
public enum Share: Unit { public static var symbol: String { "share" } }

/// Minutes by road.
public enum Minutes: Unit { public static var symbol: String { "minutes" } }

/// A number of things that are counted: services, sites.
public enum Count: Unit { public static var symbol: String { "" } }

/// Wards of a hospital.
public enum Wards: Unit { public static var symbol: String { "wards" } }

/// Care that takes the place of a bed, in whatever it is counted: packages, places, beds elsewhere.
public enum AlternativeUnits: Unit { public static var symbol: String { "units" } }

/// Hours of work.
public enum Hours: Unit { public static var symbol: String { "hours" } }

/// People, by head.
public enum People: Unit { public static var symbol: String { "people" } }

/// Stays in hospital, day cases or clinic procedures, a year.
public enum Spells: Unit { public static var symbol: String { "spells/yr" } }

/// Admitted pathways: from the list to what ends the wait.
public enum Pathways: Unit { public static var symbol: String { "pathways" } }

/// Half-day sessions in a theatre, a year.
public enum Sessions: Unit { public static var symbol: String { "sessions/yr" } }
