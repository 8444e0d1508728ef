// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

struct Week: Hashable, CustomStringConvertible {
    let number: Int
    var description: String { "w\(number)" }
}

@Suite struct FamilyOfAnyTests {
    let weeks = Members((0..<5).map(Week.init))

    @Test func fourSetsAndFive() {
        var model = Model("many", minimise: Pounds.self)
        let single = model.variable("single", in: 0..., of: Beds.self)
        let four = model.variables(over: zones, Members<Kind>.all, sites, weeks, in: 1...9, of: Patients.self, name: "four")
        let five = model.integers(
            over: zones, Members<Kind>.all, sites, weeks, Members(0..<2), in: 0..., of: Patients.self, name: "five")
        let six = model.binaries(over: sites, sites, sites, sites, sites, sites, name: "six")
        #expect(single.index == 0)
        // Zone 2 of 4, major of 2, site B of 3, week 3 of 5, the last going round fastest.
        let place = ((1 * 2 + 1) * 3 + 1) * 5 + 3
        let variable = four[Zone(number: 2), .major, Site(code: "B"), Week(number: 3)]
        #expect(Int(variable.index) == 1 + place)
        #expect(model.name(of: variable) == "four[E2,major,B,w3]")
        #expect(model.bounds(of: variable) == (1, 9))
        #expect(four.all.count == 4 * 2 * 3 * 5 && four.all[place] == variable)
        let deep = five[Zone(number: 4), .minor, Site(code: "C"), Week(number: 0), 1]
        #expect(Int(deep.index) == 1 + 120 + (((3 * 2 + 0) * 3 + 2) * 5 + 0) * 2 + 1)
        #expect(model.name(of: deep) == "five[E4,minor,C,w0,1]")
        #expect(six.all.count == 729)
        #expect(model.program.columnCount == 1 + 120 + 240 + 729)
        #expect(model.program.isInteger[Int(deep.index)] && !model.program.isInteger[Int(variable.index)])
    }

    @Test func sumsGoRoundTheLastSetFastest() {
        var model = Model("sum", minimise: Pounds.self)
        let four = model.variables(over: zones, Members<Kind>.all, sites, weeks, in: 0..., of: Patients.self, name: "four")
        let total = sum(over: zones, Members<Kind>.all, sites, weeks) { zone, kind, site, week in
            Double(1 + week.number) * four[zone, kind, site, week]
        }
        #expect(total.form.terms.map(\.column) == Array(0..<120).map(Int32.init))
        #expect(total.form.terms.prefix(6).map(\.coefficient) == [1, 2, 3, 4, 5, 1])
        // A set without members: nothing to add.
        let none = sum(over: zones, Members<Kind>([]), sites, weeks) { four[$0, $1, $2, $3] }
        #expect(none.form.terms.isEmpty)
    }

    @Test func sparseFamiliesOfFour() {
        var model = Model("sparse", minimise: Pounds.self)
        let list = [
            (Zone(number: 1), Kind.minor, Site(code: "B"), Week(number: 2)),
            (Zone(number: 2), Kind.major, Site(code: "A"), Week(number: 0)),
        ]
        let flow = model.variables(over: list, in: 0..., of: Patients.self, name: "flow")
        let open = model.binaries(over: list, name: "open")
        #expect(flow[Zone(number: 2), .major, Site(code: "A"), Week(number: 0)]?.index == 1)
        #expect(flow[Zone(number: 2), .minor, Site(code: "A"), Week(number: 0)] == nil)
        #expect(open[Zone(number: 1), .minor, Site(code: "B"), Week(number: 2)]?.index == 2)
        #expect(model.name(of: flow[Zone(number: 1), .minor, Site(code: "B"), Week(number: 2)]!) == "flow[E1,minor,B,w2]")
        #expect(flow.combinations.count == 2)
        let row = model.require("seen", sum(over: sites) { 2 * flow[Zone(number: 2), .major, $0, Week(number: 0)] } .== 7)
        #expect(Array(model.program.terms(ofRow: row.index)) == [Term(column: 1, coefficient: 2)])
    }
}
