// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What others script against: exit codes, and what goes to which stream.
@Suite("The program as a process", .serialized)
struct CommandTests {
    static let tiny = Program.instance("tiny-instance")
    static let staffordshire = Program.instance("staffordshire")
    static let coventry = Program.instance("coventry-warwickshire")

    private func object(_ data: Data) throws -> [String: Any] {
        let list = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(list.count == 1)
        return try #require(list.first)
    }

    // MARK: - check

    @Test("check on a sound instance: 0, and nothing on standard error", arguments: [tiny, staffordshire, coventry])
    func soundInstance(_ instance: String) throws {
        let run = try Program.run("check", instance)
        #expect(run.status == 0)
        let text = run.text.replacing("\n", with: " ")
        #expect(text.contains("the instance is sound"))
        #expect(text.contains("do-nothing is feasible"))
        #expect(run.errors.isEmpty)
    }

    @Test("check as JSON")
    func checkJSON() throws {
        let run = try Program.run("check", Self.tiny, "--format", "json")
        #expect(run.status == 0)
        let answer = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect(answer["residents"] as? Double == 350_000)
        #expect(answer["zones"] as? Int == 6)
        // HB 2 levels, HC 3, MU 2.
        #expect(answer["configurations"] as? Int == 12)
    }

    @Test("a figure out of range: 65, the cell and what to do on standard error, nothing on standard output", arguments: ["check", "compare"])
    func brokenCell(_ command: String) throws {
        let run = try Program.run(command, Self.tiny, "--set", "site_figures[HA,spaces].value=-4")
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("site_figures[HA,spaces].value"))
        #expect(run.errors.contains("-4 is out of range"))
        #expect(run.errors.contains("1 fault; nothing was solved"))
    }

    @Test("every fault is said, not only the first")
    func everyFault() throws {
        let run = try Program.run(
            "compare", Self.tiny, "--set", "site_figures[HA,spaces].value=-4", "--set", "parameters[maximumOccupancy].value=7", "--set",
            "nonsense")
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("nonsense"))
        let both = try Program.run(
            "compare", Self.tiny, "--set", "site_figures[HA,spaces].value=-4", "--set", "parameters[maximumOccupancy].value=7")
        #expect(both.status == 65)
        #expect(both.errors.contains("2 faults"))
        #expect(both.errors.contains("HA") && both.errors.contains("maximumOccupancy"))
    }

    @Test("a cell that is not there, a folder that is not there, a lever that is not there: 65", arguments: [
        ["compare", tiny, "--set", "site_figures[HA,bed].value=4"], ["check", "/no/such/folder"], ["compare", tiny, "--levers", "magic"],
        ["compare", tiny, "--set", "zones[Z9].population=4"],
    ])
    func absent(_ arguments: [String]) throws {
        let run = try Program.run(arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : "--set", arguments.count > 3 ? arguments[3] : "a[b]=1")
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test("today that cannot be built: 65 and the site's name")
    func impossibleToday() throws {
        let run = try Program.run(
            "compare", Self.tiny, "--set", "site_figures[HB,beds].value=451", "--set", "parameters[bedPeakFactor].value=2")
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("do-nothing is not possible: East Hospital would have to open"))
    }

    // MARK: - usage

    @Test("an unknown option, a bad value or no instance: 64, and nothing on standard output", arguments: [
        ["compare", tiny, "--magic"], ["compare", tiny, "--jobs", "0"], ["compare", tiny, "--format", "pdf"], ["compare", tiny, "--top", "0"],
        ["compare", tiny, "--time-limit", "-3"], ["compare", tiny, "--boundary", "ajar"], ["check", tiny, "extra"],
    ])
    func usage(_ arguments: [String]) throws {
        let run =
            arguments.count == 3
            ? try Program.run(arguments[0], arguments[1], arguments[2])
            : try Program.run(arguments[0], arguments[1], arguments[2], arguments[3])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Usage:"))
    }

    @Test("help and version: 0, on standard output")
    func help() throws {
        let help = try Program.run("--help")
        #expect(help.status == 0)
        #expect(help.text.contains("compare") && help.text.contains("check"))
        let version = try Program.run("--version")
        #expect(version.status == 0)
        #expect(version.text.split(separator: ".").count == 3)
    }

    // MARK: - compare

    @Test("the keys of the JSON that others script against", arguments: [tiny, staffordshire])
    func contract(_ instance: String) throws {
        let run = try Program.run("compare", instance, "--levers", "all", "--format", "json", "--no-sensitivity", "--quiet")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let answer = try object(run.output)
        func has(_ holder: [String: Any]?, _ keys: [String], _ what: String) {
            for key in keys { #expect(holder?[key] != nil, "\(what) has no \(key)") }
        }
        func child(_ holder: [String: Any]?, _ key: String) -> [String: Any]? { holder?[key] as? [String: Any] }
        func children(_ holder: [String: Any]?, _ key: String) -> [[String: Any]] { holder?[key] as? [[String: Any]] ?? [] }

        has(answer, ["schemaVersion", "program", "instance", "family", "doNothing", "configurations", "provenance"], "the answer")
        #expect(answer["schemaVersion"] as? Int == 1)
        #expect(answer["family"] as? String == "emergency")
        let about = child(answer, "instance")
        has(about, ["name", "title", "baseYear", "files"], "instance")
        #expect(about?["baseYear"] as? Int == 2016)
        let files = children(about, "files")
        #expect(files.count == 23)
        for file in files {
            #expect((file["sha256"] as? String)?.count == 64)
            #expect((file["path"] as? String)?.hasPrefix("/") == false)
        }
        #expect(child(answer, "doNothing")?["annualCost"] as? Double ?? 0 > 1e6)

        let configurations = children(answer, "configurations")
        #expect(configurations.count == (instance == Self.tiny ? 12 : 48))
        let money = ["annualCost", "annualSaving", "savingSplit", "netPresentValue", "capital", "costLines"]
        var seen: Set<String> = []
        for configuration in configurations {
            has(configuration, ["name", "isToday", "status", "proof", "gap", "decisions", "travel", "sites", "organisations", "reasons"], "a configuration")
            let status = try #require(configuration["status"] as? String)
            seen.insert(status)
            #expect(["feasible", "noWorseThanToday", "infeasible"].contains(status))
            #expect(["optimal", "gap"].contains(configuration["proof"] as? String))
            let travel = child(configuration, "travel")
            for group in ["all", "mostDeprivedFifth"] {
                has(child(travel, group), ["meanMinutes", "p90Minutes", "p95Minutes", "maxMinutes", "shareOver30", "shareOver45"], "travel")
            }
            if status == "infeasible" {
                for key in money + ["rank"] { #expect(configuration[key] == nil, "\(key) of what fails") }
                #expect(!children(configuration, "reasons").isEmpty)
            } else {
                has(configuration, money + ["rank"], "a configuration that is possible")
                has(child(configuration, "savingSplit"), ["cashReleasing", "growthAvoided", "levers", "configuration"], "savingSplit")
                #expect(child(configuration, "costLines")?.count == 19)
                let sites = children(configuration, "sites")
                #expect(sites.count >= 4)
                for site in sites { has(site, ["code", "attendances", "admissions"], "a site") }
                for site in sites where site["bedsNeeded"] != nil { has(site, ["bedsToday"], "a site with beds") }
                #expect(sites.contains { $0["bedsNeeded"] != nil })
                for organisation in children(configuration, "organisations") { has(organisation, ["code", "change"], "an organisation") }
            }
            for reason in children(configuration, "reasons") {
                has(reason, ["requirement", "sentence", "leastChange", "unit"], "a reason")
            }
        }
        #expect(seen.contains("feasible") && seen.contains("infeasible"))
        has(child(child(answer, "provenance"), "figures"), ["stated", "derived", "estimated", "assumed"], "provenance.figures")
    }

    @Test("with sensitivity the answer says how much of the saving rests on assumed figures")
    func resting() throws {
        let run = try Program.run("compare", Self.tiny, "--format", "json", "--quiet")
        #expect(run.status == 0)
        let answer = try object(run.output)
        let share = try #require((answer["provenance"] as? [String: Any])?["savingRestingOnAssumed"] as? Double)
        #expect(share > 0 && share < 1)
        let swings = try #require((answer["sensitivity"] as? [String: Any])?["figures"] as? [[String: Any]])
        #expect((1...5).contains(swings.count))
        for swing in swings { for key in ["cell", "low", "high", "swing", "source", "changes"] { #expect(swing[key] != nil) } }
    }

    @Test("options change the answer, and the answer says so")
    func options() throws {
        let run = try Program.run(
            "compare", Self.tiny, "--format", "json", "--no-sensitivity", "--boundary", "closed", "--levers", "hub", "--set",
            "parameters[capitalPerBed].value=99000")
        #expect(run.status == 0)
        let answer = try object(run.output)
        let options = try #require(answer["options"] as? [String: Any])
        #expect(options["boundary"] as? String == "closed")
        #expect((options["changed"] as? [String])?.first?.contains("capitalPerBed") == true)
        // `hub` must follow `falls`, which is therefore on.
        let on = (answer["levers"] as? [[String: Any]] ?? []).filter { $0["isOn"] as? Bool == true }.compactMap { $0["name"] as? String }
        #expect(Set(on) == ["falls", "hub"])
        let provenance = (answer["provenance"] as? [String: Any])?["figures"] as? [String: Any]
        #expect(provenance?["caller"] as? Int == 1)
    }

    @Test("the formats agree on the winner")
    func formats() throws {
        let json = try object(try Program.run("compare", Self.tiny, "--format", "json", "--no-sensitivity").output)
        let first = try #require((json["configurations"] as? [[String: Any]])?.first)
        let csv = try Program.run("compare", Self.tiny, "--format", "csv").text.split(separator: "\n")
        #expect(csv.count == 13)
        #expect(csv[0].hasPrefix("rank,name,option,isToday,status"))
        #expect(csv[1].hasPrefix("1,\(try #require(first["name"] as? String)),"))
        let text = try Program.run("compare", Self.tiny, "--no-sensitivity").text
        #expect(text.contains("Configuration 1: \(try #require(first["name"] as? String))"))
    }

    @Test("nothing feasible: 1, with the reasons on standard output")
    func nothingFeasible() throws {
        // Do-nothing misses the volume everywhere, and the lever takes East below what it sees today, which is worse; and
        // without East, Central has no room. Minor cases come by ambulance, so that the unit, which takes none, is no help.
        let run = try Program.run(
            "compare", Self.tiny, "--levers", "falls", "--no-sensitivity", "--set",
            "parameters[minimumType1Attendances].value=1000000", "--set", "site_figures[HA,maximumBedsBuilt].value=0", "--set",
            "class_figures[minor,ambulanceShare].value=1")
        #expect(run.status == 1)
        #expect(run.text.contains("No configuration is feasible."))
        #expect(run.text.contains("a safe department sees"))
    }

    // MARK: - Stopping

    @Test("no time: 75, says how many of how many were answered, and claims nothing of the others")
    func timeLimit() throws {
        let run = try Program.run("compare", Self.staffordshire, "--time-limit", "0.000001", "--no-sensitivity")
        #expect(run.status == 75)
        #expect(run.text.replacing("\n", with: " ").contains("0 of 48 configurations answered"))
        #expect(!run.text.contains("No configuration is feasible"))
        #expect(!run.text.contains("No configuration fails"))
        let json = try object(
            try Program.run("compare", Self.staffordshire, "--time-limit", "0.000001", "--no-sensitivity", "--format", "json").output)
        #expect(json["stopped"] as? String == "timeLimit")
        #expect(json["answeredCount"] as? Int == 0)
        #expect(json["configurationCount"] as? Int == 48)
        #expect(json["savingBound"] as? Double ?? 0 > 0)
    }

    @Test("Ctrl-C while configurations are solved: 75, with the best so far")
    func interrupted() throws {
        // A busy machine may have nothing to show so soon: then again, later.
        func interrupted(_ seconds: Double) throws -> Program.Run {
            try Program.run(
                "compare", Self.coventry, "--flow", "assigned", "--jobs", "1", "--no-sensitivity", "--quiet", interruptAfter: seconds,
                patience: seconds + 60)
        }
        var run = try interrupted(3)
        for seconds in [6.0, 12] where run.errors.contains("Stopped before there was an answer.") {
            #expect(run.status == 75)
            run = try interrupted(seconds)
        }
        #expect(!run.wasKilled, "still running a minute after Ctrl-C")
        #expect(run.status == 75)
        #expect(run.text.replacing("\n", with: " ").contains("of 48 configurations answered"))
        #expect(run.text.contains("Stopped by Ctrl-C"))
    }

    @Test("Ctrl-C while it works out what the winner hangs on: ends soon, with the configurations it has")
    func interruptedInSensitivity() throws {
        let run = try Program.run(
            "compare", Self.staffordshire, "--levers", "all", "--jobs", "1", "--quiet", interruptAfter: 9, patience: 21)
        #expect(!run.wasKilled, "still running twelve seconds after Ctrl-C")
        #expect(run.status == 75)
        #expect(run.text.contains("RJE01"))
    }

    // MARK: - Output

    @Test("an output that cannot be written: 74, and a sentence", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: [
        ["compare", tiny, "--format", "text"], ["compare", tiny, "--format", "json"], ["compare", tiny, "--format", "csv"],
        ["check", tiny, "--format", "text"], ["check", tiny, "--format", "json"],
    ])
    func unwritable(_ arguments: [String]) throws {
        let run = try Program.run(arguments[0], arguments[1], arguments[2], arguments[3], output: "/dev/full")
        #expect(run.status == 74, "\(run.errors)")
        #expect(run.errors.contains("could not be written"))
        #expect(!run.errors.contains("NSCocoaErrorDomain"))
    }
}
