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

    @Option(help: "Demand levers that are on: all, none, or names separated by commas.")
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
            if let levers { loaded.settings.emergency.levers = try chosenLevers(levers, in: loaded) }
            return loaded
        } catch {
            Console.complain(error.faults.map(\.description).joined(separator: "\n"))
            let count = error.faults.count
            Console.complain("\(instance): \(count) fault\(count == 1 ? "" : "s"); nothing was solved.")
            throw ExitStatus.badInstance
        }
    }

    private func chosenLevers(_ text: String, in instance: Instance) throws(InstanceFaults) -> [String] {
        let names = instance.schemes.map(\.name)
        switch text {
        case "all": return names
        case "none": return []
        default:
            let chosen = text.split(separator: ",").map(String.init)
            let unknown = chosen.filter { !names.contains($0) }
            guard unknown.isEmpty else {
                throw InstanceFaults(
                    unknown.map {
                        Fault(
                            file: "--levers", fault: "“\($0)” is not a scheme of this instance.",
                            fix: "Use all, none, or some of: \(names.joined(separator: ", ")).")
                    })
            }
            return chosen
        }
    }
}

extension Boundary: ExpressibleByArgument {}
extension FlowRule: ExpressibleByArgument {}
