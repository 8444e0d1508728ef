// SPDX-License-Identifier: GPL-3.0-or-later

/// What planners call the parts of planned care.
public enum ElectiveWords {
    /// Patients of a mode: inpatients, day cases, procedures in clinic.
    public static func patients(_ mode: String) -> String {
        switch mode {
        case "inpatient": "inpatients"
        case "daycase": "day cases"
        case "outpatient-procedure": "procedures in clinic"
        default: mode
        }
    }

    /// A line of cost.
    public static func line(_ name: String) -> String {
        switch name {
        case "sessions": "theatre sessions"
        case "beds": "beds"
        case "bedOverheads": "bed overheads, which stay"
        case "specialties": "inpatient specialties, fixed"
        case "hubs": "hubs, fixed"
        case "treatment": "treatment"
        case "followUps": "follow-ups"
        case "outsourcing": "bought elsewhere"
        case "travelSupport": "help with travel"
        case "newCapital": "payment for new capital"
        default: name
        }
    }

    /// The order in which lines are shown.
    public static let lines = [
        "sessions", "beds", "bedOverheads", "specialties", "hubs", "treatment", "followUps", "outsourcing", "travelSupport", "newCapital",
    ]
}
