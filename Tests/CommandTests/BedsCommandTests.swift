// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What others script against, for the family beds.
@Suite("The program as a process: beds", .serialized)
struct BedsCommandTests {
    static let staffordshire = Program.instance("staffordshire")
    static let shropshire = Program.instance("shropshire")
    static let herefordshire = Program.instance("herefordshire-worcestershire")

    @Test("compare as text: 0, the answer first, at most 100 columns, nothing on standard error", arguments: ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"])
    func text(_ name: String) throws {
        let run = try Program.run("compare", Program.instance(name), "--family", "beds", "--no-sensitivity")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.count <= 100, "\(line)") }
        // After the title and an empty line.
        let answer = lines.drop { !$0.isEmpty }.first { !$0.isEmpty } ?? ""
        #expect(answer.contains("can close") || answer.contains("No bed should close"))
        let isIllustrative = ["coventry-warwickshire", "herefordshire-worcestershire"].contains(name)
        #expect(lines.prefix(2).joined(separator: " ").contains("illustrative") == isIllustrative)
        #expect(run.text.replacing("\n", with: " ").contains("Solved to proven optimality."))
    }

    @Test("compare says why the published option fails, sets the plan's 267 beds beside its own, and gives the arithmetic")
    func sentences() throws {
        let text = try Program.run("compare", Self.staffordshire, "--family", "beds", "--no-sensitivity").text.replacing("\n", with: " ")
        #expect(text.contains("closes 55 beds at Cheadle Hospital, which has 46: 9 too many"))
        #expect(text.contains("The plan expects 267 more acute beds by 2020/21"))
        // 267 · 0.85 · 365 / 27,906 = 2.97; 267 · 0.92 · 365 / 27,906 = 3.21.
        #expect(text.contains("2.97 days a case") && text.contains("3.21 days"))
        let frailty = try Program.run("compare", Self.shropshire, "--family", "beds", "--no-sensitivity").text.replacing("\n", with: " ")
        #expect(frailty.contains("The document can be read two ways."))
    }

    @Test("compare as JSON: an array with one object, the same bytes twice")
    func json() throws {
        let first = try Program.run("compare", Self.shropshire, "--family", "beds", "--format", "json", "--no-sensitivity")
        let second = try Program.run("compare", Self.shropshire, "--family", "beds", "--format", "json", "--no-sensitivity")
        #expect(first.status == 0)
        #expect(first.output == second.output)
        let list = try #require(try JSONSerialization.jsonObject(with: first.output) as? [[String: Any]])
        #expect(list.count == 1 && list[0]["family"] as? String == "beds")
        #expect((list[0]["bedsNeeded"] as? [Any])?.isEmpty == false)
    }

    @Test("a time limit too short for an answer: 75, and nothing is called proven")
    func timeLimit() throws {
        let run = try Program.run("compare", Self.staffordshire, "--family", "beds", "--time-limit", "0.05")
        #expect(run.status == 75)
        #expect(run.text.contains("Stopped at the time limit"))
        #expect(!run.text.contains("Solved to proven optimality."))
    }

    @Test("compare as CSV: a header and a row for each configuration, the same bytes twice and from one thread")
    func csv() throws {
        let first = try Program.run("compare", Self.shropshire, "--family", "beds", "--format", "csv", "--no-sensitivity")
        let second = try Program.run("compare", Self.shropshire, "--family", "beds", "--format", "csv", "--no-sensitivity", "--jobs", "1")
        #expect(first.status == 0)
        #expect(first.output == second.output)
        let lines = first.text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("rank,name,title,kind,isToday,status,proof,gap,closed.RXWAS-acute,"))
        #expect(lines[1].hasPrefix("1,best,"))
    }

    @Test("Ctrl-C while figures are moved: 75, with every row and without what was not worked out")
    func interrupted() throws {
        // Rows take a fraction of a second, the figures of this footprint far more.
        let whole = try Program.run("compare", Self.herefordshire, "--family", "beds", "--format", "json", "--no-sensitivity")
        let run = try Program.run(
            "compare", Self.herefordshire, "--family", "beds", "--format", "json", "--jobs", "1", interruptAfter: whole.seconds + 1)
        #expect(run.status == 75)
        let object = try #require((try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])?.first)
        #expect(object["stopped"] as? String == "cancelled")
        #expect(object["sensitivity"] == nil)
        #expect((object["configurations"] as? [Any])?.count == 2)
    }

    @Test("an instance without beds is refused: 65")
    func withoutBeds() throws {
        let run = try Program.run("compare", Program.instance("tiny-instance"), "--family", "beds", "--no-sensitivity")
        #expect(run.status == 65)
        #expect(run.errors.contains("Add beds to families"))
    }

    @Test("do-nothing without room: 65, with the cell and how many wards to let open")
    func impossible() throws {
        let run = try Program.run(
            "compare", Self.staffordshire, "--family", "beds", "--set", "pool_figures[RJE01-acute,wardsThatCanOpen].value=2")
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Let 8 wards open."))
    }

    @Test("export writes the file it names", arguments: [("mathprog", "beds.dat"), ("mps", "beds.mps"), ("lp", "beds.lp")])
    func export(_ format: String, _ name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "beds-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Program.run(
            "export", Self.shropshire, "--family", "beds", "--configuration", "best", "--format", format, "--output", folder.path)
        #expect(run.status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: name).path))
    }
}
