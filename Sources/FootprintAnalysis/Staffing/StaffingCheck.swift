// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// How today's staffing is reproduced: section *Calibration* of `Models/staffing/formulation.md`.
public struct StaffingCheck: Sendable, Codable {
    public var groups: [Group]
    public var organisations: [Organisation]

    /// A group at an organisation. Hours of a year.
    public struct Group: Sendable, Codable {
        public var organisation: String
        public var group: String
        /// What agencies offer over their tiers' shares.
        public var offerFactor: Double
        public var agencyHours: Double
        public var bankHours: Double
        public var unfilledHours: Double
        /// Those of do-nothing less those of the tables.
        public var agencyResidual: Double
        public var bankResidual: Double
        public var unfilledResidual: Double
    }

    public struct Organisation: Sendable, Codable {
        public var organisation: String
        /// The rate paid over the tiers' rates.
        public var rateFactor: Double
        /// £ a year of the groups in post with on-costs, bank and agency: what the pay bill holds beside everybody else's.
        public var payOfTheGroups: Double
        public var payBill: Double
    }

    /// Nil where the instance does not declare the family.
    init?(_ loaded: Instance) throws(AnalysisFailure) {
        guard let instance = loaded.viewed(as: .staffing), let system = StaffingSystem(instance) else { return nil }
        let situation = try StaffingComparison.situation(system, StaffingCalendar(system.weeks))
        let calibration = situation.calibration
        let today = situation.doNothing
        groups = system.organisations.indices.flatMap { s in
            system.groups.indices.map { g in
                let residual = calibration.residuals[g][s]
                let hours = today.hours(situation, g, s, year: 1)
                return Group(
                    organisation: system.organisations[s].code, group: system.groups[g].code,
                    offerFactor: calibration.offerFactor[g][s], agencyHours: hours.agency, bankHours: hours.bank,
                    unfilledHours: hours.unfilled, agencyResidual: residual.agency, bankResidual: residual.bank,
                    unfilledResidual: residual.unfilled)
            }
        }
        organisations = system.organisations.enumerated().map { s, organisation in
            let groups = system.groups.enumerated().reduce(0) { sum, entry in
                let (g, group) = entry
                let hours = today.hours(situation, g, s, year: 1)
                return sum + group.substantiveCost * group.contractHours * 52 * system.workforce[g][s].wteInPost + group.bankRate * hours.bank
            }
            return Organisation(
                organisation: organisation.code, rateFactor: calibration.rateFactor[s],
                payOfTheGroups: groups + today.agencySpend(situation, s, year: 1), payBill: organisation.payBill)
        }
    }
}
