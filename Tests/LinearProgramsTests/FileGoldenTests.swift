// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import Testing

/// Files as they were read and approved by a person.
@Suite struct FileGoldenTests {
    func model(_ direction: Direction) -> Model<Pounds> {
        var model = Model("two wards\nand a half", minimise: Pounds.self)
        let beds = model.variables(over: Members(["north", "south"]), in: 0..., of: Beds.self, name: "beds")
        let open = model.binary("open the annexe's 2nd floor")
        let change = model.variable("change", in: ...(-0.5), of: Beds.self)
        model.require("enough beds", sum(beds.all) + Rate<Beds, Choice>(0.1 + 0.2) * open .>= 12)
        model.require("wards alike", (beds["north"] - beds["south"]).within(-2...1.0 / 3))
        model.require("no sides", (beds["north"] + change).within(-.infinity ... .infinity))
        model.require("named twice", beds["north"] .<= 60)
        model.require("named twice", change + beds["south"] .== -1e-5)
        let cost = Rate<Pounds, Beds>(100) * sum(beds.all) + Rate<Pounds, Choice>(-7.25) * open + 1e6
        if direction == .minimise { model.minimise(cost) } else { model.maximise(cost) }
        return model
    }

    func golden(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/golden")
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test func mps() throws {
        #expect(try MPSWriter.text(of: model(.minimise)) == golden("minimised.mps"))
        #expect(try MPSWriter.text(of: model(.maximise)) == golden("maximised.mps"))
    }

    @Test func lp() throws {
        #expect(try LPWriter.text(of: model(.minimise)) == golden("minimised.lp"))
        #expect(try LPWriter.text(of: model(.maximise)) == golden("maximised.lp"))
    }

    @Test func modelsWithFaultsAreNotWritten() {
        var bad = model(.minimise)
        bad.require("bad", Expression<Beds>.zero .<= .nan)
        #expect(throws: InvalidModel.self) { try MPSWriter.text(of: bad) }
        #expect(throws: InvalidModel.self) { try LPWriter.text(of: bad) }
    }
}
