// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// Under `assigned`: the rows of a program that flows enter, the proposals it has so far, and the prices by which new ones
/// are made.
public struct FlowRows: Sendable {
    private let assignment: Assignment
    /// Door × stream.
    private let attendances: [Row]
    /// By door; nil where no emergency beds are.
    private let occupied: [Row?]
    private let mean, beyondStandard, beyondDeprived, beyondHard: Row
    /// One per group: its people are all somewhere.
    private let everyone: [Row]
    private let ambulancePrice: Double
    private let reconveyedPrice: Double
    private let bedsPerBedDay: Double
    private var columns: [(proposal: Assignment.Proposal, weight: Variable<Share>)] = []
    /// By group: the choices there are proposals for.
    private var known: [Set<[UInt8]>]

    init(
        addingTo model: inout Model<ThousandPounds>, _ assignment: Assignment, _ v: EmergencyModel.Variables,
        doors: Members<EmergencyModel.SiteCode>, acute: Members<EmergencyModel.SiteCode>, streams: Members<Stream>,
        _ situation: EmergencySituation
    ) {
        let numbers = situation.numbers
        self.assignment = assignment
        known = Array(repeating: [], count: assignment.groups.count)
        attendances = doors.flatMap { site in
            streams.map { stream in
                model.require(
                    "attendances are what the doors receive", site, stream, v.attendances[site, stream] .== 0)
            }
        }
        var occupied = [Row?](repeating: nil, count: doors.count)
        for site in acute {
            let row = model.require("beds occupied", site, v.occupied[site] .== 0)
            if let door = doors.position(of: site) { occupied[door] = row }
        }
        self.occupied = occupied
        let settled = assignment.settledTravel
        mean = model.require("mean journey", v.meanMinutes .== settled.mean)
        beyondStandard = model.require("residents beyond the standard", v.beyondStandard .== settled.beyondStandard)
        beyondDeprived = model.require(
            "most deprived fifth beyond the standard", v.beyondStandardDeprived .== settled.beyondStandardDeprived)
        beyondHard = model.require("residents beyond the hard limit", v.beyondHardLimit .== settled.beyondHardLimit)
        model.require("patients with no open door", v.unserved .== assignment.unserved)
        everyone = assignment.groups.indices.map { group in
            model.require("everyone of the group goes somewhere", group, Expression<Share>.zero .== 1)
        }
        ambulancePrice = numbers(.ambulanceHourCost) / 1000
        reconveyedPrice = numbers(.ambulanceHourCost) * numbers(.reconveyedShare) / 1000
        bedsPerBedDay = numbers(.bedPeakFactor) / 365
    }

    /// Everyone to the quickest door: where every program starts.
    mutating func addQuickest(to model: inout Model<ThousandPounds>) {
        add(assignment.quickest, to: &model, isCosted: true)
    }

    /// Adds the proposals that would lower the objective at a solution's prices.
    /// - Parameter isCosted: whether the objective is cost; a diagnosis minimises shortfalls instead.
    /// - Returns: by how much the objective could still fall, at most (≥ 0, in the objective's unit): a bound on what is
    ///   not yet found.
    mutating func improve(
        _ model: inout Model<ThousandPounds>, _ duals: Duals, isCosted: Bool, tolerance: Double
    ) -> Double {
        let price = duals.marginalCost
        // A flow enters its rows with a minus, so it costs what the row's price says.
        let prices = Assignment.Prices(
            attendances: attendances.map { price[$0] }, occupied: occupied.map { $0.map { price[$0] } ?? 0 },
            mean: price[mean], beyondStandard: price[beyondStandard],
            beyondStandardDeprived: price[beyondDeprived], beyondHardLimit: price[beyondHard],
            ambulanceHour: isCosted ? ambulancePrice : 0, reconveyableHour: isCosted ? reconveyedPrice : 0)
        var left = 0.0
        var helpful: [Assignment.Proposal] = []
        for (proposal, total) in assignment.cheapest(prices) {
            let gain = price[everyone[proposal.group]] - total
            // A proposal the program already has cannot help: what seems to be left is rounding.
            let isKnown = known[proposal.group].contains(proposal.choice)
            if gain > tolerance, !isKnown {
                left += gain
                helpful.append(proposal)
            }
        }
        add(helpful, to: &model, isCosted: isCosted)
        return left
    }

    private mutating func add(
        _ proposals: [Assignment.Proposal], to model: inout Model<ThousandPounds>, isCosted: Bool
    ) {
        let streams = Stream.allCases.count
        var entries: [(row: Int, column: Int, coefficient: Double)] = []
        for proposal in proposals {
            let group = assignment.groups[proposal.group]
            let sums = proposal.sums
            let weight = model.variable("proposal \(columns.count)", in: 0..., of: Share.self)
            columns.append((proposal, weight))
            known[proposal.group].insert(proposal.choice)
            func enter(_ row: Row, _ coefficient: Double) {
                if coefficient != 0 { entries.append((row.index, Int(weight.index), coefficient)) }
            }
            enter(everyone[proposal.group], 1)
            for (place, door) in group.doors.enumerated() {
                enter(attendances[door * streams + group.stream], -sums.patients[place])
                if let row = occupied[door] { enter(row, -bedsPerBedDay * sums.bedDays[place]) }
            }
            enter(mean, -sums.mean)
            enter(beyondStandard, -sums.beyondStandard)
            enter(beyondDeprived, -sums.beyondStandardDeprived)
            enter(beyondHard, -sums.beyondHardLimit)
            if isCosted { model.setCost(of: weight, to: Rate(cost(sums))) }
        }
        // All at once: one by one, each coefficient would move the rest of the matrix.
        model.program.appendTerms(entries)
    }

    private func cost(_ sums: Assignment.Sums) -> Double {
        ambulancePrice * sums.ambulanceHours + reconveyedPrice * sums.reconveyableHours
    }

    /// Adds the proposals that another copy of the same program has beyond these.
    mutating func adopt(_ other: FlowRows, into model: inout Model<ThousandPounds>) {
        add(other.columns.dropFirst(columns.count).map(\.proposal), to: &model, isCosted: true)
    }

    func mixture(_ solution: Solution) -> [(proposal: Assignment.Proposal, weight: Double)] {
        columns.map { ($0.proposal, max(0, solution[$0.weight])) }
    }
}
