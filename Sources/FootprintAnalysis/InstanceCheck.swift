// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

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
    public var notes: [Note]
    /// The assumed figures with the widest ranges for their size: what would most improve the instance.
    public var widest: [Range]

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

    /// The ratios of modelled to published that need no explanation.
    public static let accepted = 0.75...1.33

    public init(_ instance: Instance) throws(AnalysisFailure) {
        let family = EmergencyFamily(instance, levers: [])
        name = instance.name
        title = instance.settings.title
        sites = instance.sites.count
        zones = instance.zones.count
        residents = zip(instance.zones.isInside, instance.zones.population).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
        configurations = family.system.configurationCount
        figures = instance.provenance
        let names = Dictionary(
            instance.organisations.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        calibration = family.calibration.residuals.map { residual in
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
        notes = instance.settings.notes.map { Note(cell: $0.cell, note: $0.note) }
        widest = instance.figures.all.compactMap { figure -> (Range, Double)? in
            guard figure.basis == .assumed, let low = figure.low, let high = figure.high, figure.value != 0 else { return nil }
            return (
                Range(cell: figure.cell, value: figure.value, low: low, high: high),
                (high - low) / figure.value.magnitude
            )
        }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.cell < $1.0.cell }.prefix(10).map(\.0)

        let unexplained = calibration.filter { !$0.isAccepted && $0.note == nil }
        guard unexplained.isEmpty else {
            throw .instance(
                unexplained.map {
                    "footprint.yaml, calibrationNotes: \($0.organisation) \($0.group): the model gives \(Words.fixed($0.ratio ?? 0, 2)) "
                        + "times what is published, outside \(Self.accepted.lowerBound)–\(Self.accepted.upperBound). "
                        + "Correct the rates, or explain it with a calibration note."
                })
        }
        _ = try DoNothing(family)
    }
}
