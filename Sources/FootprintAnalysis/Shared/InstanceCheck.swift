// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// What `check` says of an instance that loads: what it rests on, how well its activity is reproduced, and whether
/// do-nothing is possible.
public struct InstanceCheck: Sendable, Codable {
    public var name: String
    public var title: String
    public var sites: Int
    public var zones: Int
    public var residents: Double
    public var configurations: Int
    public var figures: Provenance
    public var calibration: [Row]
    /// How today's staffing is reproduced; absent where the instance does not have the family.
    public var staffing: StaffingCheck?
    public var notes: [Note]
    /// The assumed figures with the widest ranges for their size: what would most improve the instance.
    public var widest: [Range]
    /// By family: what its figures rest on.
    public var coverage: [Coverage]
    /// Of planned care: prices of a spell bought elsewhere that are raised above what it costs inside.
    public var liftedPrices: [ElectiveLiftedPrice]
    /// Published claims that the instance holds, to set against what is computed.
    public var claims: Int
    /// What the linter says of do-nothing's program; absent unless asked for.
    public var model: Model?

    public struct Row: Sendable, Codable {
        public var organisation: String
        public var organisationName: String
        public var group: String
        public var modelled: Double
        /// Absent where the organisation publishes none.
        public var published: Double?
        /// Modelled over published; 0.75 to 1.33 is accepted.
        public var ratio: Double?
        public var isAccepted: Bool
        /// The instance's explanation.
        public var note: String?
    }

    public struct Note: Sendable, Codable {
        public var cell: String
        public var note: String
    }

    public struct Range: Sendable, Codable {
        public var cell: String
        public var value: Double
        public var low: Double
        public var high: Double
    }

    public struct Coverage: Sendable, Codable {
        public var family: String
        public var isIllustrative: Bool
        public var tables: Int
        public var figures: Provenance
    }

    /// A program, and what is seldom meant in it.
    public struct Model: Sendable, Codable {
        public var title: String
        public var rows: Int
        public var columns: Int
        public var coefficients: Int
        public var findings: [Finding]
    }

    public struct Finding: Sendable, Codable {
        public var kind: String
        public var count: Int
        public var sentence: String
    }

    /// The ratios of modelled to published that need no explanation.
    public static let accepted = 0.75...1.33

    /// - Parameter lintsModel: whether do-nothing's program is looked over too.
    public init(_ instance: Instance, lintsModel: Bool = false) throws(AnalysisFailure) {
        // Calibration and do-nothing are of the A&E family; an instance may do without it.
        let family = (instance.family == .emergency ? instance : instance.viewed(as: .emergency))
            .map { EmergencyFamily($0, levers: []) }
        name = instance.name
        title = instance.settings.title
        sites = instance.sites.count
        zones = instance.zones.count
        residents = zip(instance.zones.isInside, instance.zones.population).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
        configurations = family?.system.configurationCount ?? 0
        figures = instance.provenance
        let names = Dictionary(
            instance.organisations.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        calibration = (family?.calibration.residuals ?? []).map { residual in
            let measure: Measure =
                switch residual.group {
                case .admitted: .type1Admissions
                case .notAdmitted: .type1Attendances
                case .type3: .type3Attendances
                }
            let ratio = residual.modelledOverPublished
            return Row(
                organisation: residual.organisation, organisationName: names[residual.organisation] ?? "",
                group: residual.group.rawValue, modelled: residual.modelled, published: residual.published, ratio: ratio,
                isAccepted: ratio.map { Self.accepted.contains($0) } ?? true,
                note: instance.settings.calibrationNotes.first {
                    $0.organisation == residual.organisation && $0.measure == measure
                }?.note)
        }
        staffing = try StaffingCheck(instance)
        notes = instance.settings.notes.map { Note(cell: $0.cell, note: $0.note) }
        let known = instance.coverage()
        coverage = known.families.map {
            Coverage(
                family: $0.family.rawValue, isIllustrative: $0.isIllustrative, tables: $0.tables, figures: $0.figures)
        }
        liftedPrices = ElectiveSystem(instance).map { ElectiveLiftedPrice.all(of: $0) } ?? []
        claims = known.claims
        let own = known.families.first { $0.family == (family == nil ? instance.family : .emergency) }?.widest ?? []
        widest = own.map { Range(cell: $0.cell, value: $0.value, low: $0.low, high: $0.high) }
        model = lintsModel ? family.map { Model($0.doNothing.model.model.program) } : nil

        let unexplained = calibration.filter { !$0.isAccepted && $0.note == nil }
        guard unexplained.isEmpty else {
            throw .instance(
                unexplained.map {
                    "footprint.yaml, calibrationNotes: \($0.organisation) \($0.group): the model gives \(Words.fixed($0.ratio ?? 0, 2)) "
                        + "times what is published, outside \(Self.accepted.lowerBound)–\(Self.accepted.upperBound). "
                        + "Correct the rates, or explain it with a calibration note."
                })
        }
        if let family { _ = try DoNothing(family) }
    }
}

extension InstanceCheck.Model {
    init(_ program: LinearProgram) {
        self.init(
            title: program.title, rows: program.rowCount, columns: program.columnCount, coefficients: program.nonzeroCount,
            findings: program.lint().map { .init(kind: $0.kind.rawValue, count: $0.count, sentence: $0.description) })
    }
}
