// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport

/// The calculator that was written from the page by another hand, in another language and without a solver.
enum ReferenceCalculator {
    struct Answer: Decodable {
        let baseYearAnnualCost: Double
        let calibration: [Residual]
        let doNothing: Configuration
        let configurations: [Configuration]
    }

    struct Residual: Decodable {
        let organisation: String
        let measure: String
        let published: Double?
        let modelled: Double
        let residual: Double
    }

    /// Figures are absent where somebody has no door.
    struct Configuration: Decodable {
        let name: String
        let status: String
        let violated: [Violation]
        let annualCost: Double?
        let costLines: [String: Double]?
        let capital: Double?
        let npv: Double?
        let payback: Double?
        let saving: Double?
        let savingByCause: [String: Double]?
        let savingByNature: [String: Double]?
        let redundancyOnce: Double?
        let doubleRunningOnce: Double?
        let travel: Travel?
        let attendances: [String: Double]?
        let occupied: [String: Double]?
        let bedsNeeded: [String: Double]?
        let bedsBuilt: [String: Double]?
        let bedsReleased: [String: Double]?
        let spacesNeeded: [String: Double]?
        let spacesBuilt: [String: Double]?
        let staff: [String: Staff]?
    }

    struct Violation: Decodable {
        let requirement: String
        let site: String
        let value: Double?
        let limit: Double?
        let noWorseThanToday: Bool?
    }

    struct Travel: Decodable {
        let all: Measures
        let deprived: Measures
    }

    struct Measures: Decodable {
        let mean, p90, p95, max, over30, over45, beyondStandard, beyondHardLimit: Double
    }

    struct Staff: Decodable {
        let agency, redeployed, leaving: Double
    }

    /// The program's name of each of the calculator's requirements.
    static let requirements = [
        "room to build beds": "roomForBeds", "room to build treatment spaces": "roomForSpaces",
        "capital limit": "capitalLimit", "outside hospitals take what they offer": "outsideAttendances",
        "outside hospitals take the admissions they offer": "outsideAdmissions", "mean journey": "meanJourney",
        "standard journey": "standardJourney",
        "standard journey for the most deprived fifth": "standardJourneyMostDeprived", "hard limit": "hardLimit",
        "safe volume": "safeVolume", "services on the same site": "services", "fewest type 1 sites": "fewestSites",
        "most type 1 sites": "mostSites", "kept open": "keptOpen", "closed": "closed",
        "everybody has a door": "everyoneIsSeen",
    ]

    /// A Python that runs; nil where there is none.
    static let python: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { URL(filePath: $0).appending(path: "python3") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }()

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static func answer(
        _ folder: URL, levers: String, boundary: String = "open", bedRule: String = "occupancy"
    ) throws -> Answer {
        guard let python else { throw Failure(description: "there is no python3") }
        let output = FileManager.default.temporaryDirectory.appending(path: "footprint-reference-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: output) }
        let errors = Pipe()
        let process = Process()
        process.executableURL = python
        process.arguments = [
            Repository.root.appending(path: "Scripts/reference/emergency_reference.py").path, folder.path, "--levers", levers,
            "--boundary", boundary, "--bed-rule", bedRule, "--output", output.path,
        ]
        process.standardError = errors
        try process.run()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "the reference calculator failed: \(String(decoding: complaint, as: UTF8.self))")
        }
        return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: output))
    }
}
