// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `system` that are not figures, each in the order of its file. The numbers are in
/// `Instance.figures`, under `block_figures`, `programme_figures`, `bridge`, `one_off_costs`, `budgets`,
/// `organisation_accounts`, `control_totals`, `service_gate_figures` and `system_parameters`.
public struct SystemTables: Sendable {
    public let blocks: [Block]
    public let programmes: [Programme]
    /// In the order they are printed.
    public let bridgeLines: [BridgeLine]
    public let serviceGates: [ServiceGate]
    public let planningScales: [ServiceScale]
}

/// A part of the estate that can be let go by itself.
public struct Block: Sendable, Hashable {
    public let code: String
    public let title: String
    /// Who pays for it.
    public let organisation: String
    /// The code of the site it is on; nil where that is not a site of the instance.
    public let site: String?
    public let tenure: Tenure
    public let mayBeReleased: Bool
    public let source: String
}

/// A programme of the plan.
public struct Programme: Sendable, Hashable {
    public let code: String
    public let title: String
    /// The codes of the programmes that must have started.
    public let after: [String]
    /// The codes of the programmes that cannot be with it.
    public let excludes: [String]
    /// The names of the schemes of the family `emergency` it turns on.
    public let levers: [String]
    /// The codes of the schemes of the family `beds` it turns on.
    public let bedSchemes: [String]
    /// The approval it waits for; empty for none.
    public let gate: String
    public let source: String
}

/// A line of the published bridge.
public struct BridgeLine: Sendable, Hashable {
    /// What a line is.
    public enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
        /// The position if nothing is done.
        case doNothing = "do-nothing"
        /// What a programme changes.
        case solution
        /// Money from outside the plan.
        case support
        /// A sum as it is printed.
        case total
        /// The position once everything is done.
        case result
        /// Beside the bridge, not part of its sum.
        case memorandum
    }

    public let code: String
    public let position: Int
    public let title: String
    public let kind: Kind
    /// The codes of the programmes it is the money of.
    public let programmes: [String]
    public let note: String
    public let source: String
}

/// A condition a change of a service has to meet.
public struct ServiceGate: Sendable, Hashable {
    /// What a gate tests.
    public enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
        /// Posts needed against posts that there are or could be.
        case posts
        /// On how many sites the service may be.
        case sites
    }

    public let code: String
    public let title: String
    public let kind: Kind
    public let service: String
    /// The codes of the sites that may keep the service; empty for any.
    public let sites: [String]
    public let note: String
    public let source: String
}

/// A scale at which a service may be planned.
public struct ServiceScale: Sendable, Hashable {
    public let service: String
    public let scale: PlanningScale
    /// Whether the plan proposes it.
    public let isProposed: Bool
    public let note: String
    public let source: String
}

/// What a published plan claims, to be set beside what is computed.
public struct Claim: Sendable, Hashable {
    public let code: String
    public let family: Family
    /// The scheme, option or line it is about.
    public let subject: String
    /// What is counted.
    public let measure: String
    public let unit: String
    /// By its first calendar year.
    public let year: Int
    public let value: Double
    public let note: String
    public let source: String
}
