// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms

// The code of the documentation's first page, word for word, between the two marks. What it prints is kept.
func firstPage() -> String {
    var printed = ""
    func print(_ items: Any...) { printed += items.map { "\($0)" }.joined(separator: " ") + "\n" }
// BEGIN
enum Pounds: Unit { static let symbol = "£" }
enum Clinics: Unit { static let symbol = "clinics" }
enum Patients: Unit { static let symbol = "patients" }

let sites = Members(["Leek", "Stone", "Tunstall"])
let towns = Members(["Biddulph", "Uttoxeter"])
let demand = ["Biddulph": 120.0, "Uttoxeter": 90.0]
let perClinic = Rate<Patients, Clinics>(40)
let rent = ["Leek": Rate<Pounds, Clinics>(900), "Stone": .init(700), "Tunstall": .init(500)]
let fare = [
    "Biddulph": ["Leek": Rate<Pounds, Patients>(4), "Stone": .init(9), "Tunstall": .init(3)],
    "Uttoxeter": ["Leek": .init(8), "Stone": .init(6), "Tunstall": .init(10)],
]

var model = Model("weekly clinics", minimise: Pounds.self)
let clinics = model.integers(over: sites, in: 0...4, of: Clinics.self, name: "clinics")
let seen = model.variables(over: towns, sites, in: 0..., of: Patients.self, name: "seen")
for town in towns {
    model.require("everyone is seen", town, sum(over: sites) { seen[town, $0] } .== demand[town]!)
}
for site in sites {
    model.require("no more than clinics hold", site, sum(over: towns) { seen[$0, site] } .<= perClinic * clinics[site])
}
let rents = sum(over: sites) { rent[$0]! * clinics[$0] }
let fares = sum(over: towns, sites) { fare[$0]![$1]! * seen[$0, $1] }
model.minimise(rents + fares)

switch GLPKSolver().solve(model) {
case .optimal(let plan):
    print("£\(plan.objective) a week")
    for site in sites { print(site, plan[clinics[site]], "clinics") }
case let other: print("no plan:", other)
}
// END
    return printed
}
