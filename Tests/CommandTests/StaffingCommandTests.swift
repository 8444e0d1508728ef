// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What others script against, for the family staffing.
@Suite("The program as a process: staffing", .serialized)
struct StaffingCommandTests {
    static let staffordshire = Program.instance("staffordshire")
    static let shropshire = Program.instance("shropshire")

    private func words(_ run: Program.Run) -> String { run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test("compare as text: 0, titled illustrative, the answer first, at most 100 columns, nothing on standard error", arguments: ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"])
    func text(_ name: String) throws {
        // One with what it hangs on, which takes longest.
        let run = try Program.run(
            ["compare", Program.instance(name), "--family", "staffing"] + (name == "shropshire" ? [] : ["--no-sensitivity"]), patience: 600)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.count <= 100, "\(line)") }
        #expect(lines.prefix(2).joined(separator: " ").contains("illustrative"))
        let answer = lines.drop { !$0.isEmpty }.first { !$0.isEmpty } ?? ""
        #expect(answer.contains(" a year is saved with"))
        let words = words(run)
        #expect(words.contains("Solved to proven optimality."))
        #expect(words.contains("each person's roster is not promised"))
        #expect(words.contains("People to sign up are rounded up"))
        #expect(words.contains("falls due after 104 weeks, beyond the weeks that are solved: it is not asked here"))
        #expect(words.contains("Assumed, at least for some"))
    }

    @Test("compare sets £27.0m beside what is in £44m, what is found, and what it would take")
    func claim() throws {
        let words = words(try Program.run("compare", Self.staffordshire, "--family", "staffing", "--no-sensitivity"))
        // By hand: 44 / 3, 27 · 3, 27 / 17; 44 / 2, 27 · 2, 27 / 44.
        #expect(words.contains("on top of pay holds £14.7m of £44.0m; £27.0m needs £81.0m of agency, or a premium of 158.8%."))
        #expect(words.contains("of the spend holds £22.0m; £27.0m needs £54.0m of agency, or a premium of 61.4% of the spend."))
        #expect(words.contains("all providers, annual saving, 2020/21: £27.0m claimed, here £"))
        #expect(words.contains("This takes the organisations of the tables, in proportion, for all of the plan's."))
    }

    @Test("five years by month: the conversion is asked, net present value shown, at most 100 columns")
    func years() throws {
        let run = try Program.run("compare", Self.shropshire, "--family", "staffing", "--years", "5", "--no-sensitivity", "--details")
        #expect(run.status == 0)
        for line in run.text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
        let words = words(run)
        #expect(words.contains("5 years by month") && words.contains("NPV"))
        #expect(words.contains("is asked after 104 weeks: of the years before, 1, 2, nothing of the kind"))
    }

    @Test("uncertain years: those listed unless more are asked for, the same for one seed, with what they are worth")
    func scenarios() throws {
        func answer(_ more: String...) throws -> [String: Any] {
            let arguments = ["compare", Self.shropshire, "--family", "staffing", "--no-sensitivity", "--format", "json"] + more
            let run = try Program.run(arguments)
            #expect(run.status == 0)
            let list = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
            return try #require(list[0]["uncertainty"] as? [String: Any])
        }
        let listed = try answer("--scenarios", "3")
        #expect(listed["scenarioCount"] as? Int == 3 && listed["seed"] == nil && listed["option"] as? String == "own-banks")
        let found = try #require(listed["answer"] as? [String: Any])
        for key in ["expectedCost", "expectedSaving", "valueOfStochasticSolution", "expectedValueOfPerfectInformation", "worst", "people"] {
            #expect(found[key] != nil, "\(key)")
        }
        #expect(found["risk"] == nil)
        let first = try answer("--scenarios", "5", "--seed", "7", "--risk-weight", "0.5")
        #expect(first["seed"] as? Int == 7 && (first["answer"] as? [String: Any])?["risk"] != nil)
        let again = try answer("--scenarios", "5", "--seed", "7", "--risk-weight", "0.5", "--jobs", "1")
        #expect(NSDictionary(dictionary: first) == NSDictionary(dictionary: again))
        let other = try answer("--scenarios", "5", "--seed", "8", "--risk-weight", "0.5")
        #expect(NSDictionary(dictionary: first) != NSDictionary(dictionary: other))
        let words = words(try Program.run("compare", Self.shropshire, "--family", "staffing", "--no-sensitivity", "--scenarios", "3"))
        #expect(words.contains("Own banks, decided before it is known which of 3 years comes, as the instance lists them"))
    }

    @Test("compare as JSON: an array with one object of the outer shape, the same bytes from one thread and two")
    func json() throws {
        let first = try Program.run("compare", Self.shropshire, "--family", "staffing", "--format", "json", "--jobs", "1", patience: 600)
        let second = try Program.run("compare", Self.shropshire, "--family", "staffing", "--format", "json", "--jobs", "2", patience: 600)
        #expect(first.status == 0)
        #expect(first.output == second.output)
        let list = try #require(try JSONSerialization.jsonObject(with: first.output) as? [[String: Any]])
        #expect(list.count == 1)
        let answer = try #require(list.first)
        #expect(answer["family"] as? String == "staffing" && answer["schemaVersion"] as? Int == 1 && answer["isIllustrative"] as? Bool == true)
        for key in ["program", "instance", "doNothing", "configurations", "provenance", "signUpLimits", "claims", "remarks"] {
            #expect(answer[key] != nil, "\(key)")
        }
        let rows = try #require(answer["configurations"] as? [[String: Any]])
        #expect(rows.count == 6)
        for row in rows {
            for key in ["rank", "name", "isToday", "status", "proof", "gap", "decisions", "annualCost", "annualSaving", "costLines", "atTodaysFill", "reasons"] {
                #expect(row[key] != nil, "\(key)")
            }
            #expect((row["costLines"] as? [String: Any])?.count == 10)
        }
    }

    @Test("compare as CSV: a row for each option, as many cells in each")
    func csv() throws {
        let run = try Program.run("compare", Self.shropshire, "--family", "staffing", "--format", "csv", "--no-sensitivity")
        #expect(run.status == 0)
        let rows = run.text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.count == 7)
        #expect(Set(rows[0]).count == rows[0].count)
        for row in rows { #expect(row.count == rows[0].count) }
    }

    @Test("a time limit too short for an answer: 75, today alone, and nothing is called proven")
    func timeLimit() throws {
        let run = try Program.run("compare", Self.staffordshire, "--family", "staffing", "--time-limit", "0.000001")
        #expect(run.status == 75)
        #expect(words(run).contains("Stopped at the time limit: 1 of 6 rows answered."))
        #expect(!run.text.contains("Solved to proven optimality."))
    }

    @Test("Ctrl-C while programs are solved: 75, with the rows there are")
    func interrupted() throws {
        let run = try Program.run(
            "compare", Self.staffordshire, "--family", "staffing", "--years", "5", "--jobs", "1", "--quiet", interruptAfter: 1.5, patience: 60)
        #expect(!run.wasKilled)
        #expect(run.status == 75)
        #expect(run.text.contains("Stopped by Ctrl-C"))
    }

    @Test("usage that cannot be honoured: 64", arguments: [
        ["--years", "0"], ["--years", "6"], ["--first-week", "-1"], ["--scenarios", "0"], ["--seed", "1"], ["--risk-weight", "0.5"],
        ["--risk-level", "0.9"],
    ])
    func usage(_ arguments: [String]) throws {
        let run = try Program.run("compare", Self.shropshire, "--family", "staffing", arguments[0], arguments[1])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
    }

    @Test("what is of staffing alone is refused of another family: 64")
    func otherFamily() throws {
        let run = try Program.run("compare", Self.shropshire, "--family", "beds", "--years", "5")
        #expect(run.status == 64)
        #expect(run.errors.contains("of the family staffing alone"))
    }

    @Test("an instance without staffing is refused: 65")
    func withoutStaffing() throws {
        let run = try Program.run("compare", Program.instance("tiny-instance"), "--family", "staffing")
        #expect(run.status == 65)
        #expect(run.errors.contains("Add staffing to families"))
    }

    @Test("figures by which do-nothing is not what people do: 65, with the cell", arguments: ["compare", "check"])
    func contradiction(_ command: String) throws {
        let set = "workforce_group_figures[nurses,bankRate].value=99"
        let run =
            command == "check"
            ? try Program.run("check", Self.shropshire, "--set", set)
            : try Program.run("compare", Self.shropshire, "--family", "staffing", "--set", set)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("workforce_group_figures.csv, nurses, bankRate"))
    }

    @Test("check shows how today's hours are reproduced")
    func check() throws {
        let text = try Program.run("check", Self.shropshire).text
        #expect(text.contains("Staffing today: hours a year"))
        #expect(text.contains("RXW: agency's rates are"))
    }

    @Test("export writes the file it names", arguments: [("mathprog", "staffing.dat"), ("mps", "staffing.mps"), ("lp", "staffing.lp")])
    func export(_ format: String, _ name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-staffing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Program.run(
            "export", Self.shropshire, "--family", "staffing", "--configuration", "ceiling-3", "--format", format, "--output", folder.path)
        #expect(run.status == 0)
        #expect(run.text.hasSuffix("\(name)\n"))
        #expect(try Data(contentsOf: folder.appending(path: name)).count > 10_000)
    }

    @Test("export of an option that is not there: 65, with those that are")
    func unknownOption() throws {
        let run = try Program.run(
            "export", Self.shropshire, "--family", "staffing", "--configuration", "nothing", "--format", "mps", "--output", "/tmp/unused")
        #expect(run.status == 65)
        #expect(run.errors.contains("do-nothing, overtime, own-banks, shared-bank, shared-bank-recruitment, ceiling-4, ceiling-3"))
    }
}
