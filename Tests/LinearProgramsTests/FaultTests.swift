// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

/// What must not reach a solver is refused by name, all at once.
@Suite struct FaultTests {
    @Test func aSoundModelHasNone() {
        var model = Model("sound", minimise: Pounds.self)
        let x = model.variable("x", in: .free, of: Beds.self)
        let n = model.integer("n", in: 0.5...1.5, of: Beds.self)
        model.require("free", (x + n).within(-.infinity ... .infinity))
        model.require("fixed", (x - n).within(2...2))
        model.minimise(Rate<Pounds, Beds>(1e-12) * x + Rate<Pounds, Beds>(1e20) * n - 3)
        #expect(model.faults() == [])
    }

    @Test func allAtOnceWithNamesAndFixes() {
        var model = Model("bad", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        let y = model.variable("y", in: 0..., of: Beds.self)
        let n = model.integer("n", in: 1.2...1.8, of: Beds.self)
        let z = model.variable("z", in: 0...1, of: Beds.self)
        model.fix(z, at: .nan)
        model.setBounds(of: y, to: .infinity ... .infinity)
        model.require("nan side", x .<= .nan)
        model.require("nan coefficient", x + .nan * y .<= 1)
        model.require("infinite coefficient", .infinity * x .<= 1)
        model.require("huge coefficient", 1e21 * x .<= 1)
        model.require("tiny coefficient", 1e-14 * x .<= 1)
        let crossed = model.require("crossed", x + n .<= 5)
        model.setSides(of: crossed, lower: 6, upper: 5)
        model.require("huge side", x .<= 1e25)
        model.require("nothing is as large", x .>= .infinity)
        model.minimise(Rate<Pounds, Beds>(-.infinity) * x + Rate<Pounds, Beds>(1) * n)
        #expect(model.faults().map(\.description) == [
            "“x”: the cost is infinite; leave the term out, or give it the largest value that can occur",
            "“y”: the lower bound is inf and the upper inf: nothing is between them; −∞ below or +∞ above means no bound",
            "“n”: no whole number lies between its bounds, 1.2 and 1.8; widen one to a whole number",
            "“z”: a bound is not a number; look for a division of zero by zero or a missing figure",
            "“nan side”: a side is not a number; look for a division of zero by zero or a missing figure",
            "“nan coefficient”: the coefficient of “y” is not a number; look for a division of zero by zero or a missing figure",
            "“infinite coefficient”: the coefficient of “x” is infinite; leave the term out, or give it the largest value that can occur",
            "“huge coefficient”: the coefficient of “x” is 1e+21, beyond 1e20; give it in larger units",
            "“tiny coefficient”: the coefficient of “x” is 1e-14, below 1e-13; give it in smaller units, or zero if it is rounding",
            "“crossed”: the lower side, 6.0, is above the upper, 5.0; make one of them give way",
            "“huge side”: a side is 1e+25, beyond 1e20; use an infinite side for none",
            "“nothing is as large”: the lower side is inf and the upper inf: nothing is between them; −∞ below or +∞ above means no side",
        ])
    }

    @Test func anObjectiveConstantThatIsNotANumber() {
        var model = Model("constant", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Pounds.self)
        model.minimise(x + .nan)
        #expect(model.faults().map(\.subject) == ["constant"])
    }
}
