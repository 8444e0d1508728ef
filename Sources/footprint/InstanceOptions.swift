// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintInstances
import Foundation

/// What every command that reads an instance takes.
struct InstanceOptions: ParsableArguments {
    @Argument(help: "The instance: a folder with footprint.yaml and tables/.")
    var instance: String

    @Option(name: .long, help: "Change a figure for this run: table[key].column=value. May be repeated.")
    var set: [String] = []

    @Option(help: "Whether hospitals outside may take patients: open or closed.")
    var boundary: Boundary?

    @Option(help: "Who decides where people go: nearest (the quickest open door) or assigned (the program).")
    var flow: FlowRule?

    @Option(help: "Demand levers and levers of planned care that are on: all, none, or names separated by commas.")
    var levers: String?

    /// Loads the instance with the caller's changes; ends the program with every fault when it cannot.
    func load() throws -> Instance {
        var faults: [Fault] = []
        var overrides: [Override] = []
        for text in set {
            do throws(Fault) { overrides.append(try Override(parsing: text)) } catch { faults.append(error) }
        }
        do throws(InstanceFaults) {
            guard faults.isEmpty else { throw InstanceFaults(faults) }
            var loaded = try InstanceLoader.load(folder: URL(filePath: instance), overrides: overrides)
            if let boundary { loaded.settings.emergency.boundary = boundary }
            if let flow { loaded.settings.emergency.flow = flow }
            if let levers { try choose(levers, in: &loaded) }
            return loaded
        } catch {
            Console.complain(error.faults.map(\.description).joined(separator: "\n"))
            let count = error.faults.count
            Console.complain("\(instance): \(count) fault\(count == 1 ? "" : "s"); nothing was solved.")
            throw ExitStatus.badInstance
        }
    }

    /// The schemes of A&E, and where the instance has planned care its levers.
    private func choose(_ text: String, in instance: inout Instance) throws(InstanceFaults) {
        let schemes = instance.schemes.map(\.name)
        let ofElective = instance.families.contains(.elective) ? ElectiveLever.allCases : []
        let known = schemes + ofElective.map(\.rawValue)
        let chosen: [String]
        switch text {
        // One of the two kinds of conversion excludes the other.
        case "all": chosen = known.filter { $0 != ElectiveLever.dayCasesInFull.rawValue }
        case "none": chosen = []
        default: chosen = text.split(separator: ",").map(String.init)
        }
        var faults = chosen.filter { !known.contains($0) }.map {
            Fault(
                file: "--levers", fault: "“\($0)” is not a scheme or lever of this instance.",
                fix: "Use all, none, or some of: \(known.joined(separator: ", ")).")
        }
        if chosen.contains(ElectiveLever.dayCases.rawValue), chosen.contains(ElectiveLever.dayCasesInFull.rawValue) {
            faults.append(
                Fault(file: "--levers", fault: "day-cases and day-cases-in-full exclude each other.", fix: "Keep one of the two."))
        }
        guard faults.isEmpty else { throw InstanceFaults(faults) }
        instance.settings.emergency.levers = chosen.filter(schemes.contains)
        instance.settings.elective.levers = ofElective.filter { chosen.contains($0.rawValue) }
    }
}

extension Boundary: ExpressibleByArgument {}
extension FlowRule: ExpressibleByArgument {}
