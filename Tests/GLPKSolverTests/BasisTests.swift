// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

@Suite struct BasisTests {
    /// A transport problem from 30 places to 30, with room to spare.
    func transport() -> (model: Model<Pounds>, received: [Row]) {
        var generator = SeededGenerator(state: 5)
        var model = Model("transport", minimise: Pounds.self)
        let members = Members(0..<30)
        let flow = model.variables(over: members, members, in: 0..., of: Items.self, name: "flow")
        for from in members { model.require("sent", from, sum(over: members) { flow[from, $0] } .<= 60) }
        let received = members.map { to in
            model.require("received", to, sum(over: members) { flow[$0, to] } .== 40)
        }
        model.minimise(
            sum(over: members, members) { from, to in
                Rate<Pounds, Items>(Double(Int.random(in: 1...1000, using: &generator))) * flow[from, to]
            })
        return (model, received)
    }

    @Test func aLikeModelStartsFromABasis() throws {
        var (model, received) = transport()
        let cold = try optimum(of: model)
        let basis = try #require(cold.basis)
        // The same model again: nothing to do.
        #expect(try optimum(of: model, start: basis).effort.iterations == 0)
        for row in received.prefix(5) { model.setRightHandSide(of: row, to: 41) }
        let again = try optimum(of: model)
        let warm = try optimum(of: model, start: basis)
        #expect(isClose(warm.objective, again.objective))
        #expect(warm.effort.iterations < again.effort.iterations / 4)
    }

    @Test func aBasisIsAValueThatCanBeKept() throws {
        let (model, _) = transport()
        let basis = try #require(try optimum(of: model).basis)
        let copy = try JSONDecoder().decode(Basis.self, from: JSONEncoder().encode(basis))
        #expect(copy == basis)
        #expect(basis.rows.count == 60 && basis.columns.count == 900)
        // As many basic as there are rows.
        #expect((basis.rows + basis.columns).filter { $0 == .basic }.count == 60)
    }

    @Test func aBasisFitsAModelThatHasGrown() throws {
        var (model, _) = transport()
        let basis = try #require(try optimum(of: model).basis)
        let extra = model.variable("extra", in: 0...5, of: Items.self)
        model.require("some extra", extra .>= 2)
        let warm = try optimum(of: model, start: basis)
        #expect(isClose(warm.objective, try optimum(of: model).objective))
        #expect(warm.effort.iterations <= 3)
    }

    @Test func aBasisThatIsNoneDoesNoHarm() throws {
        let (model, _) = transport()
        let expected = try optimum(of: model).objective
        for status in [Basis.Status.basic, .atUpper, .free, .fixed] {
            let nonsense = Basis(
                rows: Array(repeating: status, count: 60), columns: Array(repeating: status, count: 900))
            #expect(isClose(try optimum(of: model, start: nonsense).objective, expected))
        }
        let tooLarge = Basis(rows: Array(repeating: .basic, count: 61), columns: [])
        #expect(isClose(try optimum(of: model, start: tooLarge).objective, expected))
    }
}
