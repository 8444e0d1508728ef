// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import FootprintInstances
import FootprintModels
import Synchronization
import Testing

@testable import FootprintAnalysis

/// The stock `glpsol` on the MathProg twin and on the exported files gives what the Swift formulation gives.
struct TwinTests {
    private static let glpsol = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private struct Run {
        let text: String
        var isOptimal: Bool { text.contains("OPTIMAL LP SOLUTION FOUND") }
        var isInfeasible: Bool { text.contains("NO PRIMAL FEASIBLE SOLUTION") }

        func number(_ name: String) -> Double? {
            text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.flatMap { Double($0.dropFirst(name.count + 1)) }
        }

        /// The objective in glpsol's last progress line, ten digits.
        var objective: Double? {
            text.split(separator: "\n").last { $0.contains("obj =") }.flatMap { line in
                line.split(separator: "=").dropFirst().first?.split(separator: " ").first.flatMap { Double($0) }
            }
        }
    }

    private static func solve(_ arguments: [String]) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: glpsol!)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(text: String(decoding: data, as: UTF8.self))
    }

    @Test("every configuration, with and without the levers", .enabled(if: glpsol != nil, "glpsol is not installed"),
        arguments: ["staffordshire", "coventry-warwickshire"], [Boundary.open, .closed])
    func everyConfiguration(_ name: String, _ boundary: Boundary) throws {
        var loaded = try InstanceLoader.load(folder: Self.root.appending(path: "Instances/\(name)"))
        loaded.settings.emergency.boundary = boundary
        let instance = loaded
        let model = Self.root.appending(path: "Models/emergency/emergency.mod").path(percentEncoded: false)
        let isLong = ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1"
        // With the levers on, more configurations are feasible; without them is part of the long tests.
        for levers in isLong ? [instance.schemes.map(\.name), []] : [instance.schemes.map(\.name)] {
            let appraisal = try EmergencyComparison(instance, options: .init(levers: levers, findsSensitivity: false)).run()
            #expect(appraisal.configurations.count == 48)
            if boundary == .open, !levers.isEmpty { #expect(appraisal.configurations.contains { $0.status == .feasible && !$0.isToday }) }
            // With the boundary closed, those that have a cost and a few that have none; the rest is part of the long tests.
            let some = appraisal.configurations.enumerated().filter { place, configuration in
                boundary == .open || isLong || configuration.annualCost != nil || place % 12 == 0
            }.map(\.element)
            let complaints = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: some.count) { place in
                let configuration = some[place]
                let file = FileManager.default.temporaryDirectory.appending(path: "twin-\(UUID().uuidString).dat")
                defer { try? FileManager.default.removeItem(at: file) }
                do {
                    let export = try EmergencyExport(instance, levers: levers, configuration: configuration.name)
                    try Data(export.mathprog.text.utf8).write(to: file)
                    let run = try Self.solve(["--nopresol", "-m", model, "-d", file.path(percentEncoded: false)])
                    var complaint: String?
                    if let cost = configuration.annualCost {
                        let twin = run.number("annualCost") ?? .nan
                        if !run.isOptimal || !((twin - cost).magnitude <= 1e-9 * cost) {
                            complaint = "\(configuration.name): \(cost) here, \(twin) in the twin"
                        }
                    } else if configuration.reasons.contains(where: { $0.requirement == "everyoneIsSeen" }) {
                        // With no door at all there are no minutes to it, and the twin stops before it has a program.
                        if run.isOptimal { complaint = "\(configuration.name): nobody's door, and an optimum in the twin" }
                    } else if !run.isInfeasible {
                        complaint = "\(configuration.name): infeasible here, not in the twin"
                    }
                    if let complaint { complaints.withLock { $0.append(complaint) } }
                } catch {
                    complaints.withLock { $0.append("\(configuration.name): \(error)") }
                }
            }
            #expect(complaints.withLock { $0 } == [])
        }
    }

    @Test("MPS and LP files are read back to the same optimum", .enabled(if: glpsol != nil, "glpsol is not installed"),
        arguments: ["staffordshire", "coventry-warwickshire"])
    func files(_ name: String) throws {
        let instance = try InstanceLoader.load(folder: Self.root.appending(path: "Instances/\(name)"))
        let levers = instance.schemes.map(\.name)
        let appraisal = try EmergencyComparison(instance, options: .init(levers: levers, findsSensitivity: false)).run()
        for configuration in appraisal.configurations where configuration.annualCost != nil {
            let export = try EmergencyExport(instance, levers: levers, configuration: configuration.name)
            for (option, file) in [("--freemps", try export.mps()), ("--lp", try export.lp())] {
                let url = FileManager.default.temporaryDirectory.appending(path: "twin-\(UUID().uuidString)")
                defer { try? FileManager.default.removeItem(at: url) }
                try Data(file.text.utf8).write(to: url)
                let run = try Self.solve(["--nopresol", option, url.path(percentEncoded: false)])
                let cost = configuration.annualCost! / 1000
                #expect(run.isOptimal)
                #expect(((run.objective ?? .nan) - cost).magnitude <= 1e-8 * cost, "\(configuration.name) \(option)")
            }
        }
    }
}
