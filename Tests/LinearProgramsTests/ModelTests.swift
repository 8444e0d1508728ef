// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

enum Pounds: Unit { static let symbol = "£" }
enum Beds: Unit { static let symbol = "beds" }
enum Patients: Unit { static let symbol = "patients" }

struct Site: Hashable, CustomStringConvertible {
    let code: String
    var description: String { code }
}

struct Zone: Hashable, CustomStringConvertible {
    let number: Int
    var description: String { "E\(number)" }
}

enum Kind: String, CaseIterable, CustomStringConvertible {
    case minor, major
    var description: String { rawValue }
}

let sites = Members([Site(code: "A"), Site(code: "B"), Site(code: "C")])
let zones = Members((1...4).map(Zone.init))

@Suite struct ModelTests {
    @Test func familiesAreBlocksInTheOrderOfTheirSets() {
        var model = Model("blocks", minimise: Pounds.self)
        let single = model.variable("single", in: 0..., of: Beds.self)
        let open = model.binaries(over: sites, name: "open")
        let pairs = model.integers(over: zones, sites, in: 1...9, of: Patients.self, name: "pairs")
        let flow = model.variables(over: zones, Members<Kind>.all, sites, in: .free, of: Patients.self, name: "flow")
        #expect(single.index == 0)
        #expect(open.all.map(\.index) == [1, 2, 3])
        #expect(pairs[Zone(number: 2), Site(code: "B")].index == 4 + 1 * 3 + 1)
        #expect(flow[Zone(number: 3), .major, Site(code: "C")].index == 16 + (2 * 2 + 1) * 3 + 2)
        #expect(model.program.columnCount == 16 + 24)
        #expect(model.name(of: flow[Zone(number: 3), .major, Site(code: "C")]) == "flow[E3,major,C]")
        #expect(model.name(of: pairs[Zone(number: 4), Site(code: "A")]) == "pairs[E4,A]")
        #expect(model.name(of: single) == "single")
        #expect(model.bounds(of: pairs[Zone(number: 1), Site(code: "A")]) == (1, 9))
        #expect(model.bounds(of: open[Site(code: "C")]) == (0, 1))
        #expect(model.program.isInteger == Array(repeating: false, count: 1) + Array(repeating: true, count: 15)
            + Array(repeating: false, count: 24))
    }

    @Test func sparseFamiliesHoldOnlyWhatExists() {
        var model = Model("sparse", minimise: Pounds.self)
        let pairs = [(Zone(number: 1), Site(code: "B")), (Zone(number: 2), Site(code: "A"))]
        let flow = model.variables(over: pairs, in: 0..., of: Patients.self, name: "flow")
        #expect(flow[Zone(number: 2), Site(code: "A")]?.index == 1)
        #expect(flow[Zone(number: 2), Site(code: "B")] == nil)
        #expect(model.name(of: flow[Zone(number: 2), Site(code: "A")]!) == "flow[E2,A]")
        // A pair that is not there counts for nothing.
        let row = model.require("seen", Zone(number: 2), sum(over: sites) { 2 * flow[Zone(number: 2), $0] } .== 7)
        #expect(Array(model.program.terms(ofRow: row.index)) == [Term(column: 1, coefficient: 2)])
    }

    @Test func termsAreMergedAndConstantsBroughtToTheRight() {
        var model = Model("merge", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        let y = model.variable("y", in: 0..., of: Beds.self)
        let row = model.require("row", 3 * y + 2 * x + 5 - y + 0 * x .<= x + y - 2 * y + 7)
        #expect(Array(model.program.terms(ofRow: row.index)) == [
            Term(column: 0, coefficient: 1), Term(column: 1, coefficient: 3),
        ])
        #expect(model.sides(of: row) == (-.infinity, 2))
        // What is left of 0.1 + 0.2 − 0.3 is rounding, not a coefficient.
        let rounding = model.require("rounding", 0.1 * x + 0.2 * x - 0.3 * x + y .== 1)
        #expect(Array(model.program.terms(ofRow: rounding.index)) == [Term(column: 1, coefficient: 1)])
    }

    @Test func sidesOfEveryComparison() {
        var model = Model("sides", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        func sides(_ condition: Condition<Beds>) -> [Double] { [condition.lower, condition.upper] }
        #expect(sides(x .<= 4) == [-.infinity, 4])
        #expect(sides(x .>= 4) == [4, .infinity])
        #expect(sides(x + 1 .== 4) == [3, 3])
        #expect(sides(4 .<= x) == [4, .infinity])
        #expect(sides(4 .>= x) == [-.infinity, 4])
        #expect(sides(4 .== 2 * x) == [4, 4])
        #expect(sides((x + 1).within(2...5)) == [1, 4])
        #expect(sides(5 - x .>= 2) == [-3, .infinity])
        #expect(sides(x .>= Expression(6)) == [6, .infinity])
    }

    @Test func ratesConvertUnits() {
        var model = Model("rates", minimise: Pounds.self)
        let patients = model.variable("patients", in: 0..., of: Patients.self)
        let bedsPerPatient = Rate<Beds, Patients>(0.5)
        let poundsPerBed = Rate<Pounds, Beds>(100)
        let beds: Expression<Beds> = bedsPerPatient * patients
        let cost: Expression<Pounds> = poundsPerBed * beds + (poundsPerBed * bedsPerPatient) * patients
        model.minimise(cost + 3)
        #expect(model.program.costs == [100])
        #expect(model.program.objectiveConstant == 3)
        #expect(bedsPerPatient.inverse.value == 2)
        #expect(poundsPerBed.description == "100.0 £/beds")
    }

    @Test func aModelIsAValue() {
        var model = Model("value", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        let row = model.require("row", x .>= 1)
        _ = model.program.columnForm
        var copy = model
        copy.setCoefficient(row, x, to: 3)
        copy.setRightHandSide(of: row, to: 6)
        #expect(Array(model.program.terms(ofRow: 0)) == [Term(column: 0, coefficient: 1)])
        #expect(model.program.columnForm.coefficients == [0, 1])
        #expect(copy.program.columnForm.coefficients == [0, 3])
        #expect(model.sides(of: row).lower == 1)
        #expect(copy.sides(of: row).lower == 6)
    }

    @Test func editsReachTheRowTheyName() {
        var model = Model("edits", minimise: Pounds.self)
        let x = model.variables(over: sites, in: 0..., of: Beds.self, name: "x")
        let a = Site(code: "A"), b = Site(code: "B"), c = Site(code: "C")
        let first = model.require("first", x[a] + x[c] .<= 4)
        let second = model.require("second", x[b] .== 2)
        let third = model.require("third", (x[a] + x[b]).within(1...2))
        model.setCoefficient(first, x[b], to: 7)
        model.setCoefficient(second, x[b], to: 0)
        model.setSides(of: third, lower: 0, upper: 9)
        model.setRightHandSide(of: first, to: 5)
        model.setRightHandSide(of: second, to: 0)
        model.fix(x[a], at: 3)
        model.setBounds(of: x[b], to: ...8)
        model.setCost(of: x[c], to: Rate<Pounds, Beds>(11))
        #expect(Array(model.program.terms(ofRow: first.index)).map(\.coefficient) == [1, 7, 1])
        #expect(Array(model.program.terms(ofRow: second.index)) == [])
        #expect(Array(model.program.terms(ofRow: third.index)).map(\.column) == [0, 1])
        #expect(model.sides(of: third) == (0, 9))
        #expect(model.sides(of: first) == (-.infinity, 5))
        #expect(model.sides(of: second) == (0, 0))
        #expect(model.bounds(of: x[a]) == (3, 3))
        #expect(model.bounds(of: x[b]) == (-.infinity, 8))
        #expect(model.program.costs == [0, 0, 11])
        // By columns: x[A] in rows 1 and 3, x[B] in 1 and 3, x[C] in 1.
        let form = model.program.columnForm
        #expect(form.starts == [1, 3, 5, 6])
        #expect(form.rows == [0, 1, 3, 1, 3, 1])
        #expect(form.coefficients == [0, 1, 1, 7, 1, 1])
    }

    @Test func rowsAreNamedByTheirSentence() {
        var model = Model("names", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        let plain = model.require("there is a bed", x .>= 1)
        let indexed = model.require("everyone is seen", Zone(number: 7), Kind.minor, x .>= 1)
        let long = model.require("deep", 1, "two", Kind.major, 4.5, x .>= 1)
        #expect(model.name(of: plain) == "there is a bed")
        #expect(model.name(of: indexed) == "everyone is seen[E7,minor]")
        #expect(model.name(of: long) == "deep[1,two,major,4.5]")
        #expect(model.program.sentence(ofRow: indexed.index) == "everyone is seen")
    }

    /// A sum of many terms takes time in proportion to their number: forty times the terms, nothing like 1,600 times
    /// the time.
    @Test func sumsAreNotQuadratic() {
        var model = Model("long", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        func seconds(_ count: Int) -> Duration {
            let clock = ContinuousClock()
            return (0..<3).map { _ in
                clock.measure {
                    var total = Expression<Beds>.zero
                    for _ in 0..<count { total += 2 * x }
                    #expect(total.form.terms.count == count)
                }
            }.min()!
        }
        let short = seconds(10_000)
        #expect(seconds(400_000) < short * 400)
    }
}
