// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import FootprintInstances
import FootprintModels
import Synchronization
import TestSupport
import Testing

@testable import FootprintAnalysis

/// The stock `glpsol` on the MathProg twin and on the exported files gives what the Swift formulation gives.
struct TwinTests {
    @Test("every configuration, with and without the levers", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"),
        arguments: ["staffordshire", "coventry-warwickshire"], [Boundary.open, .closed])
    func everyConfiguration(_ name: String, _ boundary: Boundary) throws {
        var loaded = try InstanceLoader.load(folder: Repository.folder(name))
        loaded.settings.emergency.boundary = boundary
        let instance = loaded
        let twin = ["--nopresol", "-m", Repository.twin("emergency"), "-d"]
        let isLong = Repository.isLong
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
                do {
                    let export = try EmergencyExport(instance, levers: levers, configuration: configuration.name)
                    let run = try Glpsol.run(twin, on: export.mathprog.text)
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

    @Test("MPS and LP files are read back to the same optimum", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"),
        arguments: ["staffordshire", "coventry-warwickshire"])
    func files(_ name: String) throws {
        let instance = try InstanceLoader.load(folder: Repository.folder(name))
        let levers = instance.schemes.map(\.name)
        let appraisal = try EmergencyComparison(instance, options: .init(levers: levers, findsSensitivity: false)).run()
        for configuration in appraisal.configurations where configuration.annualCost != nil {
            let export = try EmergencyExport(instance, levers: levers, configuration: configuration.name)
            for (option, file) in [("--freemps", try export.mps()), ("--lp", try export.lp())] {
                let run = try Glpsol.run(["--nopresol", option], on: file.text)
                let cost = configuration.annualCost! / 1000
                #expect(run.isOptimal)
                #expect(((run.objective ?? .nan) - cost).magnitude <= 1e-8 * cost, "\(configuration.name) \(option)")
            }
        }
    }
}
