// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import TestSupport

/// A copy of an instance's folder in which some cells are changed, so that the program and the reference calculator read
/// the same bytes.
final class ChangedInstance {
    let folder: URL

    /// - Parameter edit: given a table's name and a row's unquoted leading cells, the new third (long tables: value) cell;
    ///   nil leaves the row as it is.
    init(_ name: String, _ edit: (_ table: String, _ cells: [String], _ value: Double) -> Double?) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)").appending(path: name)
        try FileManager.default.createDirectory(
            at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Repository.folder(name), to: folder)
        let tables = folder.appending(path: "tables")
        for file in try FileManager.default.contentsOfDirectory(at: tables, includingPropertiesForKeys: nil) {
            let table = file.deletingPathExtension().lastPathComponent
            // Other families' tables are not what is tested here, and have rules of their own.
            guard EmergencySchema.tables.contains(where: { $0.name == table }) else { continue }
            var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            let header = lines[0].split(separator: ",").map(String.init)
            guard let column = header.firstIndex(of: "value") else { continue }
            for row in 1..<lines.count {
                var cells = lines[row].split(separator: ",", maxSplits: column + 1, omittingEmptySubsequences: false)
                guard cells.count > column, let value = Double(cells[column]) else { continue }
                guard let changed = edit(table, cells[..<column].map(String.init), value) else { continue }
                let text = "\(changed)"
                cells[column] = Substring(text)
                // A range that the new value leaves would be refused; ranges have no part in these tests.
                let rest = cells[column + 1].split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
                if rest.count == 3, !rest[0].isEmpty { cells[column + 1] = Substring("\(text),\(text),\(rest[2])") }
                lines[row] = Substring(cells.joined(separator: ","))
            }
            try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    /// Every hospital has every service.
    func giveEveryService() throws {
        let file = folder.appending(path: "tables/site_services.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
            if cells.count == 4, cells[2] == "no" { cells[2] = "yes" }
            return cells.joined(separator: ",")
        }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }

    /// Changes the text of footprint.yaml.
    func changeSettings(_ old: String, _ new: String) throws {
        let file = folder.appending(path: "footprint.yaml")
        try String(contentsOf: file, encoding: .utf8).replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

    /// Limits so wide that no configuration fails.
    static func withoutLimits(_ table: String, _ cells: [String], _ value: Double) -> Double? {
        switch (table, cells.last ?? "") {
        case ("site_figures", "maximumBedsBuilt"), ("site_figures", "maximumSpacesBuilt"): 100_000
        case ("site_figures", "offeredAttendances"), ("site_figures", "offeredAdmissions"): 1e7
        case ("parameters", "minimumType1Attendances"), ("parameters", "minimumType1Sites"): 0
        case ("parameters", "maximumType1Sites"): 50
        case ("parameters", "meanMinutesLimit"), ("parameters", "hardLimitMinutes"): 600
        case ("parameters", "allowedShareBeyondStandard"), ("parameters", "allowedShareBeyondStandardDeprived"): 1
        case ("parameters", "capitalLimit"): 1e12
        default: nil
        }
    }
}
