// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Reads an instance.
public enum InstanceLoader {
    /// Reads and checks every file of an instance's folder, those of every family it declares. What it gives is the view
    /// of the default family; `Instance.viewed(as:)` gives the others.
    /// - Parameters:
    ///   - folder: holds `footprint.yaml` and `tables`.
    ///   - overrides: cells the caller changes for this run; of two for one cell the later one holds.
    /// - Throws: every fault that was found, not only the first.
    public static func load(folder: URL, overrides: [Override] = []) throws(InstanceFaults) -> Instance {
        let files = InputFolder(folder)
        if let fault = files.fault() { throw InstanceFaults([fault]) }
        var reading = InstanceReading(folder: files, overrides: overrides)
        reading.readSettings()
        reading.readTables()
        reading.applyOverrides()
        reading.learnCodes()
        reading.readTravel()
        reading.readRoster()
        reading.checkCells()
        reading.checkKeys()
        reading.checkSites()
        reading.checkZones()
        reading.checkColumnBasis()
        reading.checkServices()
        reading.checkOptions()
        reading.checkSchemes()
        reading.checkFigures()
        reading.checkFamilies()
        reading.checkSettings()
        guard reading.faults.isEmpty, let instance = reading.instance(named: folder.standardizedFileURL.lastPathComponent) else {
            throw InstanceFaults(reading.faults)
        }
        return instance
    }
}
