// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

enum Pounds: Unit { static let symbol = "£" }
enum Patients: Unit { static let symbol = "patients" }
/// Of a zone's demand.
enum Share: Unit { static let symbol = "" }

/// The transport-facility model, as `floor` has it, written the way a user of the modelling layer writes it.
func transportModel(sites: Int, zones: Int, wholeNumbers: Bool = true) -> (model: Model<Pounds>, served: [Row]) {
    let sites = Members(0..<sites)
    let zones = Members(0..<zones)
    var model = Model("transport", minimise: Pounds.self)
    let open = wholeNumbers
        ? model.binaries(over: sites, name: "open")
        : model.variables(over: sites, in: 0...1, of: Choice.self, name: "open")
    let flow = model.variables(over: zones, sites, in: 0..., of: Share.self, name: "flow")
    let served = zones.map { zone in
        model.require("everyone is served", zone, sum(over: sites) { flow[zone, $0] } .== 1)
    }
    let room = Rate<Patients, Choice>(20 * Double(zones.count))
    for site in sites {
        let load = sum(over: zones) { Rate<Patients, Share>(Double(1 + $0 % 50)) * flow[$0, site] }
        model.require("no more than it holds", site, load .<= room * open[site])
    }
    let whole = Rate<Share, Choice>(1)
    for zone in zones {
        for site in sites {
            model.require("only from an open one", zone, site, flow[zone, site] .<= whole * open[site])
        }
    }
    let fixed = sum(over: sites) { Rate<Pounds, Choice>(Double(1000 + $0)) * open[$0] }
    let serving = sum(over: zones, sites) { Rate<Pounds, Share>(Double(1 + (7 * $0 + 13 * $1) % 97)) * flow[$0, $1] }
    model.minimise(fixed + serving)
    return (model, served)
}
