// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension StaffingModel {
    /// The same rows with as many people on the banks as it takes, and the fewest beyond row 12: what an option that fails would
    /// need. Where nobody limits who signs up it is the program's own rows.
    /// - Returns: the program, and the people beyond the limit by group, organisation and year.
    public func fewestMorePeople() -> (model: Model<ThousandPounds>, more: [[[Variable<People>]]]) {
        var program = model
        var total = Expression<ThousandPounds>.zero
        let more = variables.listed.indices.map { g in
            variables.listed[g].indices.map { s in
                variables.listed[g][s].enumerated().map { y, listed in
                    let (group, place) = (situation.system.groups[g].code, situation.system.organisations[s].code)
                    let more = program.variable("more[\(group),\(place),\(y + 1)]", in: 0..., of: People.self)
                    let limit = program.bounds(of: listed).upper
                    if limit.isFinite {
                        program.setBounds(of: listed, to: 0...)
                        program.require("who would sign up", group, place, y + 1, listed - more .<= limit)
                    }
                    total += Rate<ThousandPounds, People>(1) * more
                    return more
                }
            }
        }
        program.minimise(total)
        return (program, more)
    }
}
