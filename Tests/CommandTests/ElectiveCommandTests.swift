// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What others script against, for the family elective.
@Suite("The program as a process: elective", .serialized)
struct ElectiveCommandTests {
    static let worked = Program.instance("worked-elective")
    static let shropshire = Program.instance("shropshire")

    @Test("compare as text: 0, the answer first, at most 100 columns, nothing on standard error; not titled illustrative")
    func text() throws {
        // Its default family.
        let run = try Program.run("compare", Self.worked)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.count <= 100, "\(line)") }
        let answer = lines.drop { !$0.isEmpty }.first { !$0.isEmpty } ?? ""
        #expect(answer.hasPrefix("Best: “Knees from Abbey to a hub at Bridge”"))
        #expect(!run.text.lowercased().contains("illustrative"))
        #expect(run.text.contains("Solved to proven optimality."))
    }

    @Test("compare as JSON: an array with one object, the same bytes for any number of jobs")
    func json() throws {
        let first = try Program.run("compare", Self.worked, "--format", "json", "--jobs", "1")
        let second = try Program.run("compare", Self.worked, "--format", "json", "--jobs", "3")
        #expect(first.status == 0)
        #expect(first.output == second.output)
        let list = try #require(try JSONSerialization.jsonObject(with: first.output) as? [[String: Any]])
        #expect(list.count == 1 && list[0]["family"] as? String == "elective" && list[0]["isIllustrative"] as? Bool == false)
        // How tight the program is takes minutes on a footprint: only where it is asked for.
        #expect((list[0]["rootGaps"] as? [Any])?.isEmpty == true)
        let details = try Program.run("compare", Self.worked, "--format", "json", "--details")
        let detailed = try #require(try JSONSerialization.jsonObject(with: details.output) as? [[String: Any]])
        #expect((detailed[0]["rootGaps"] as? [Any])?.count == 5)
    }

    @Test("--levers: none leaves today as it is; the two kinds of conversion exclude each other; an unknown one is refused with those there are")
    func levers() throws {
        let none = try Program.run("compare", Self.worked, "--levers", "none", "--format", "csv")
        let today = none.text.split(separator: "\n").first { $0.contains(",today,") }?.split(separator: ",", omittingEmptySubsequences: false)
        let header = none.text.split(separator: "\n")[0].split(separator: ",").firstIndex(of: "annualSaving")
        // The title of that row has a comma, and so one cell more.
        #expect(try Double(#require(today)[#require(header) + 1]).map { $0.magnitude < 1 } == true)
        let both = try Program.run("compare", Self.worked, "--levers", "day-cases,day-cases-in-full")
        #expect(both.status == 65 && both.errors.contains("exclude each other"))
        let unknown = try Program.run("compare", Self.worked, "--levers", "robots")
        #expect(unknown.status == 65 && unknown.errors.contains("day-cases, day-cases-in-full, stays, follow-ups, theatres"))
    }

    @Test("compare as CSV: a row for each configuration")
    func csv() throws {
        let run = try Program.run("compare", Self.worked, "--format", "csv")
        #expect(run.status == 0)
        #expect(run.text.split(separator: "\n").count == 1 + 11)
    }

    @Test("--top limits the table; what has a name stays")
    func top() throws {
        let run = try Program.run("compare", Self.worked, "--top", "1")
        #expect(run.text.contains("knees-to-bridge") && run.text.contains("today, with levers"))
        #expect(run.text.replacing("\n", with: " ").contains("7 more rows hold (--top)."))
    }

    @Test("a time limit too short for all: 75, a bound, nothing called proven; the title says illustrative and what would make it real")
    func timeLimit() throws {
        let run = try Program.run("compare", Self.shropshire, "--family", "elective", "--time-limit", "1")
        #expect(run.status == 75)
        let text = run.text.replacing("\n", with: " ")
        #expect(text.contains("Stopped at the time limit") && text.contains("No answer can have a net present value above £"))
        #expect(!text.contains("Solved to proven optimality"))
        #expect(text.contains("(illustrative)") && text.contains("What would make it real:"))
    }

    @Test("--exact: the same best, proven; of another family it is refused: 64")
    func exact() throws {
        let run = try Program.run("compare", Self.worked, "--exact")
        #expect(run.status == 0 && run.text.contains("Solved to proven optimality."))
        let refused = try Program.run("compare", Self.shropshire, "--family", "beds", "--exact")
        #expect(refused.status == 64 && refused.errors.contains("--exact is of the family elective alone."))
    }

    @Test("an instance without planned care is refused: 65")
    func without() throws {
        let run = try Program.run("compare", Program.instance("tiny-instance"), "--family", "elective")
        #expect(run.status == 65)
        #expect(run.errors.contains("Add elective to families"))
    }

    @Test("check lists the prices that are lifted")
    func check() throws {
        let run = try Program.run("check", Self.worked)
        #expect(run.status == 0)
        #expect(run.text.contains("inpatients, £1k in the table: knees £2.2k"))
    }

    @Test("export writes the file it names", arguments: [("mathprog", "elective.dat"), ("mps", "elective.mps"), ("lp", "elective.lp")])
    func export(_ format: String, _ name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "elective-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Program.run(
            "export", Self.worked, "--family", "elective", "--configuration", "hubs:B;inpatients:A+B", "--format", format, "--output", folder.path)
        #expect(run.status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path))
    }
}
