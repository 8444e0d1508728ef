// SPDX-License-Identifier: GPL-3.0-or-later

extension ElectiveModel {
    /// What each site may be in each year, and who may go there: a variable exists only where it can be positive.
    struct Doors: Sendable {
        let figures: ElectiveFigures
        let reach: ElectiveReach
        private let system: ElectiveSystem
        private let situation: ElectiveCase

        init(_ system: ElectiveSystem, _ situation: ElectiveCase, _ figures: ElectiveFigures, _ reach: ElectiveReach) {
            self.system = system
            self.situation = situation
            self.figures = figures
            self.reach = reach
        }

        /// Whether a changed configuration runs.
        func isAfterOpening(_ t: Int) -> Bool { system.years[t] >= system.openingYear }

        func canBeHub(_ s: Int) -> Bool { system.sites[s].mayBeHub || system.sites[s].isHubToday }

        func canKeep(_ j: Int, _ s: Int) -> Bool {
            system.places[j][s].map { $0.mayHaveInpatients || $0.hasInpatientsToday } ?? false
        }

        /// Whether anyone can be on plain lists there.
        func hasPlain(_ j: Int, _ i: Int, _ t: Int, _ s: Int) -> Bool {
            takes(j, i, t, s) && (isAfterOpening(t) ? situation.hubs[s] != true : !system.sites[s].isHubToday)
        }

        /// Whether anyone can be on a hub's lists there.
        func hasHub(_ j: Int, _ i: Int, _ t: Int, _ s: Int) -> Bool {
            takes(j, i, t, s) && (isAfterOpening(t) ? canBeHub(s) && situation.hubs[s] != false : system.sites[s].isHubToday)
        }

        private func takes(_ j: Int, _ i: Int, _ t: Int, _ s: Int) -> Bool {
            guard let place = system.places[j][s], figures.modes[j].contains(i), !reach.people[j][i][s].isEmpty else { return false }
            guard i == ElectiveFigures.inpatient else { return true }
            return isAfterOpening(t)
                ? canKeep(j, s) && situation.open[j][s] != false && situation.centres[s] != false : place.hasInpatientsToday
        }
    }
}
