// SPDX-License-Identifier: GPL-3.0-or-later

/// An instance on its way from a folder to a value: what has been read so far and every fault found.
///
/// A table that cannot be read is nil, and checks that need it are left out, so that one fault is not told as many.
struct InstanceReading {
    var folder: InputFolder
    let overrides: [Override]
    var faults: [Fault] = []
    /// The tables of the families that the instance declares; those of `emergency` until it has.
    var schema: [TableSchema] = InstanceSchema.tables(of: [.emergency])
    var tables: [String: Table] = [:]
    var codes = KnownCodes()
    var settings: Settings?
    /// Where each setting stands in its file.
    var settingLines: [String: Int] = [:]
    /// What `footprint.yaml` says of the columns of the wide tables; nil when it could not be read.
    var columnBasis: [String: [String: ColumnBasis]]?
    /// The minutes by road, which go from the file to numbers without a stop as text.
    var travel: Travel?
    /// The hours of a rostering system; nil where there are none, or they could not be read.
    var roster: RosterHours?

    init(folder: InputFolder, overrides: [Override]) {
        self.folder = folder
        self.overrides = overrides
    }

    /// How many faults of one file are told. Nobody reads more, and a file of another kind would fill the memory with them.
    static let mostFaults = 200
    private var faultsOf: [String: Int] = [:]

    mutating func report(_ fault: Fault) {
        let told = faultsOf[fault.file, default: 0]
        faultsOf[fault.file] = told + 1
        if told < Self.mostFaults {
            faults.append(fault)
        } else if told == Self.mostFaults {
            faults.append(
                Fault(file: fault.file, fault: "The file has more than \(Self.mostFaults) faults; the others are not told.", fix: "Mend these first."))
        }
    }

    /// Whether nothing more is told of a file, so that it need not be looked at any further.
    func isFull(_ file: String) -> Bool { faultsOf[file, default: 0] > Self.mostFaults }
}

/// The codes that cells may refer to; nil where the table that defines them could not be read.
struct KnownCodes {
    /// Sorted.
    var lists: [Reference: [String]] = [:]
    var sets: [Reference: Set<String>] = [:]
    /// Sites whose row is sound enough to tell what they are.
    var sites: [String: SiteFacts] = [:]
    /// Levels that a site has today or may have.
    var levelsInUse: Set<Level>?

    struct SiteFacts {
        let place: SitePlace
        let role: SiteRole
        let levelToday: Level
        var levels: Set<Level> = []

        /// Whether the site has or may have a door.
        var isDoor: Bool { levelToday != .none || levels.contains { $0 != .none } }
    }

    mutating func define(_ reference: Reference, _ codes: some Sequence<String>) {
        let set = Set(codes)
        sets[reference] = set
        lists[reference] = set.sorted()
    }
}
