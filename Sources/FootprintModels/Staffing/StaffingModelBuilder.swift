// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Writes the program of one option, the page's variables in its order.
struct StaffingModelBuilder {
    let situation: StaffingSituation
    let option: StaffingOption
    let windows: StaffingWindows
    var model: Model<ThousandPounds>
    var rows = StaffingModel.Rows()
    var variables = StaffingModel.Variables()
    var firstStage = (columns: 0, rows: 0)

    let system: StaffingSystem
    let calendar: StaffingCalendar
    /// The routes that the option opens.
    let routes: [StaffingSituation.Route]
    /// Of the system's `fills`, those that the option opens.
    let fills: [(from: Int, to: Int)]

    init(_ situation: StaffingSituation, _ option: StaffingOption, _ windows: StaffingWindows) {
        self.situation = situation
        self.windows = windows
        self.option = option
        system = situation.system
        calendar = situation.calendar
        routes = situation.routes.filter { option.shared || $0.isHome }
        fills = option.substitution ? situation.system.fills : []
        model = Model("\(situation.system.title): staffing, \(option.name)", minimise: ThousandPounds.self)
    }

    mutating func build() {
        makePeople()
        requirePeople()
        firstStage = (model.program.columnCount, model.program.rowCount)
        makeHours()
        requireHours()
        requireStandards()
        setCost()
    }

    /// One of something for each group, organisation and place.
    private func each<Value>(
        _ places: some Collection<Int>, _ value: (_ g: Int, _ s: Int, _ place: Int) -> Value
    ) -> [[[Value]]] {
        system.groups.indices.map { g in
            system.organisations.indices.map { s in places.map { value(g, s, $0) } }
        }
    }

    func label(_ name: String, _ g: Int, _ s: Int, _ place: Int) -> String {
        "\(name)[\(system.groups[g].code),\(system.organisations[s].code),\(place)]"
    }

    private mutating func makePeople() {
        var model = self.model
        let years = Array(calendar.years)
        variables.signed = each(years) { g, s, y in
            model.variable(label("signed", g, s, y), in: 0..., of: People.self)
        }
        variables.listed = each(years) { g, s, y in
            // Row 12.
            let most = option.signUp ? system.signUpLimit(g, s) ?? .infinity : 0
            return model.variable(label("listed", g, s, y), in: Bounds(0, most), of: People.self)
        }
        if option.recruitment {
            variables.recruits = each(calendar.periods.indices) { g, s, p in
                model.variable(label("rec", g, s, p + 1), in: 0..., of: WTE.self)
            }
            variables.post = each(calendar.periods.indices) { g, s, p in
                // Row 9.
                model.variable(label("post", g, s, p + 1), in: 0...system.workforce[g][s].posts, of: WTE.self)
            }
        }
        self.model = model
    }

    private mutating func makeHours() {
        var model = self.model
        let periods = calendar.periods.indices
        variables.substantive = each(periods) { g, s, p in
            let most = option.recruitment ? .infinity : situation.contractHours(g, p) * system.workforce[g][s].wteInPost
            return model.variable(label("sub", g, s, p + 1), in: Bounds(0, most), of: Hours.self)
        }
        if option.overtimeOpen {
            variables.overtime = each(periods) { g, s, p in
                model.variable(label("over", g, s, p + 1), in: 0..., of: Hours.self)
            }
        }
        variables.bank = routes.map { route in
            system.groups.indices.map { g in
                periods.map { p in
                    let codes = "\(system.organisations[route.from].code),\(system.organisations[route.to].code)"
                    let most = route.take[g] > 0 ? Double.infinity : 0
                    return model.variable("bank[\(codes),\(system.groups[g].code),\(p + 1)]", in: Bounds(0, most), of: Hours.self)
                }
            }
        }
        variables.agency = system.groups.indices.map { g in
            system.groups[g].tiers.indices.map { tier in
                system.organisations.indices.map { s in
                    periods.map { p in
                        // Row 5.
                        model.variable(
                            label("agency \(tier + 1)", g, s, p + 1), in: Bounds(0, situation.calibration.offered(g, tier, s, p)),
                            of: Hours.self)
                    }
                }
            }
        }
        variables.unfilled = each(periods) { g, s, p in
            model.variable(label("unfilled", g, s, p + 1), in: 0..., of: Hours.self)
        }
        variables.down = fills.map { fill in
            let codes = "\(system.groups[fill.from].code),\(system.groups[fill.to].code)"
            return system.organisations.indices.map { s in
                periods.map { p in
                    model.variable("down[\(codes),\(system.organisations[s].code),\(p + 1)]", in: 0..., of: Hours.self)
                }
            }
        }
        self.model = model
    }

    /// `post[g, s, p]`, a constant without recruitment.
    func post(_ g: Int, _ s: Int, _ p: Int) -> Expression<WTE> {
        option.recruitment ? Expression(variables.post[g][s][p]) : Expression(system.workforce[g][s].wteInPost)
    }

    /// `Σ_s' bank[s', s, g, p]`: hours of banks worked at an organisation.
    func bankWorked(at s: Int, _ g: Int, _ p: Int) -> Expression<Hours> {
        sum(over: routes.indices.filter { routes[$0].to == s }) { variables.bank[$0][g][p] }
    }

    /// `Σ_τ agency[g, τ, s, p]`.
    func agencyWorked(at s: Int, _ g: Int, _ p: Int) -> Expression<Hours> {
        sum(over: system.groups[g].tiers.indices) { variables.agency[g][$0][s][p] }
    }

    /// £k for each pound, in a year.
    func weight(_ year: Int) -> Double { situation.discount(year) / 1000 }
}

/// A pair of bounds, either of which may be infinite.
struct Bounds: Interval {
    let ends: (lower: Double, upper: Double)

    init(_ lower: Double, _ upper: Double) { ends = (lower, upper) }
}
