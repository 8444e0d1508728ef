// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// Every edit, from the same basis, against the model built anew.
@Suite struct EditTests {
    struct Numbers {
        var demand = 30.0
        var room = 20.0
        var limit = 12.0
        var cost = 4.0
        var weight = 2.0
        var isWhole = true
        var isReleased = false
        var fixedAt: Double?
    }

    func built(_ numbers: Numbers) -> (model: Model<Pounds>, x: Variable<Items>, y: Variable<Items>, demand: Row, room: Row) {
        var model = Model("edited", minimise: Pounds.self)
        let upper = numbers.fixedAt ?? numbers.limit
        let lower = numbers.fixedAt ?? 0
        let x = numbers.isWhole ? model.integer("x", in: lower...upper, of: Items.self)
            : model.variable("x", in: lower...upper, of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        let demand = model.require("demand", numbers.weight * x + y .>= numbers.demand)
        let room = model.require("room", y .<= (numbers.isReleased ? .infinity : numbers.room))
        model.minimise(Rate<Pounds, Items>(numbers.cost) * x + Rate<Pounds, Items>(3) * y)
        return (model, x, y, demand, room)
    }

    @Test func eachEditIsWhatBuildingAnewGives() throws {
        let (base, x, _, demand, room) = built(Numbers())
        let basis = try #require(try optimum(of: base).basis)
        var checked = 0
        func check(_ change: (inout Numbers) -> Void, _ edit: (inout Model<Pounds>) -> Void) throws {
            var numbers = Numbers()
            change(&numbers)
            var edited = base
            edit(&edited)
            let fresh = checkedOutcome(built(numbers).model)
            let warm = checkedOutcome(edited, start: basis)
            let expected = try #require(fresh.optimum, "\(fresh)")
            #expect(isClose(try #require(warm.optimum, "\(warm)").objective, expected.objective))
            checked += 1
        }
        try check({ $0.demand = 27 }) { $0.setRightHandSide(of: demand, to: 27) }
        try check({ $0.room = 11 }) { $0.setSides(of: room, lower: -.infinity, upper: 11) }
        try check({ $0.limit = 7 }) { $0.setBounds(of: x, to: 0...7) }
        try check({ $0.cost = 8 }) { $0.setCost(of: x, to: Rate(8)) }
        try check({ $0.weight = 2.5 }) { $0.setCoefficient(demand, x, to: 2.5) }
        try check({ $0.weight = 0; $0.room = 40 }) {
            $0.setCoefficient(demand, x, to: 0)
            $0.setRightHandSide(of: room, to: 40)
        }
        try check({ $0.fixedAt = 9 }) { $0.fix(x, at: 9) }
        try check({ $0.isWhole = false; $0.weight = 2.5 }) { $0.relax(x); $0.setCoefficient(demand, x, to: 2.5) }
        try check({ $0.isWhole = false; $0.limit = 6.5 }) { $0.relaxIntegers(); $0.setBounds(of: x, to: 0...6.5) }
        try check({ $0.isReleased = true; $0.cost = 9 }) { $0.release(room); $0.setCost(of: x, to: Rate(9)) }
        try check({ _ in }) { $0.relax(x); $0.makeInteger(x); $0.makeInteger(x) }
        #expect(checked == 11)
    }

    @Test func whatWasSetIsRead() {
        var (model, x, y, demand, room) = built(Numbers())
        #expect(model.isInteger(x) && !model.isInteger(y) && model.program.hasIntegers)
        model.relax(x)
        model.relax(x)
        #expect(!model.isInteger(x) && !model.program.hasIntegers)
        model.makeInteger(y)
        #expect(model.isInteger(y) && model.program.hasIntegers)
        #expect(model.coefficient(demand, x) == 2 && model.coefficient(room, x) == 0)
        model.setCoefficient(room, x, to: 0.5)
        #expect(model.coefficient(room, x) == 0.5 && model.coefficient(room, y) == 1)
        model.release(room)
        #expect(model.sides(of: room) == (-.infinity, .infinity))
    }

    @Test func aSolutionOfAnotherModelIsNotFixed() throws {
        let (model, x, _, _, _) = built(Numbers())
        let solution = try optimum(of: model)
        let fixed = model.fixingIntegers(at: solution)
        #expect(fixed.bounds(of: x).lower == solution[x].rounded() && fixed.bounds(of: x).upper == solution[x].rounded())
        #expect(isClose(try optimum(of: fixed).objective, solution.objective))
    }
}
