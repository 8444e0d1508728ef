// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A new instance to start from: small, made up, and sound, so that each change can be checked by itself.
public enum InstanceTemplate {
    /// Writes the template.
    /// - Parameters:
    ///   - folder: made where it is not there. It must be empty.
    ///   - title: for `footprint.yaml`.
    ///   - families: what the instance is for; at least one.
    /// - Throws: a `Fault` when the folder is not empty or cannot be written.
    public static func write(to folder: URL, title: String = "A new footprint", families: [Family] = Family.allCases) throws(Fault) {
        let files = FileManager.default
        if let held = try? files.contentsOfDirectory(atPath: folder.path), !held.isEmpty {
            throw Fault(file: folder.path, fault: "The folder is not empty.", fix: "Give a new one.")
        }
        do {
            for (path, text) in contents(title: title, families: families) {
                let url = folder.appendingPathComponent(path)
                try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: url, atomically: true, encoding: .utf8)
            }
        } catch {
            throw Fault(file: folder.path, fault: "The template cannot be written.", fix: "Check the permissions and the disk.")
        }
    }

    /// The text of every file by its path, in the order they are written.
    static func contents(title: String, families: [Family]) -> [(path: String, text: String)] {
        let tables = InstanceSchema.tables(of: families)
        return [("footprint.yaml", settings(title: title, families: families, tables: tables)), ("README.md", readme(title: title, tables: tables))]
            + tables.map { ($0.path, csv($0)) }
    }

    // MARK: Files

    private static func settings(title: String, families: [Family], tables: [TableSchema]) -> String {
        let names = families.map(\.rawValue)
        let quoted = "\"" + title.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
        var lines = [
            "# What the instance is, and how it is read. Every key is explained here; a key that is not known is a fault.",
            "schemaVersion: \(EmergencySchema.version)       # of the tables, see the reference page",
            "title: \(quoted)",
            "# Financial years by their first calendar year: 2016 is 2016/17.",
            "baseYear: 2016         # of the activity and the population",
            "targetYear: 2020       # the year that is solved",
            "openingYear: 2019      # the first year a change runs",
            "horizonYear: 2030      # the last year counted in net present value",
            "priceBase: 2016/17     # the prices of every amount, published bridges apart",
            "defaultFamily: \(names[0])",
            "families: [\(names.joined(separator: ", "))]   # each needs its tables, and no table may be there for another",
            "illustrative: [\(names.joined(separator: ", "))]   # those whose figures are mostly assumed; take one out once its own are loaded",
        ]
        if families.contains(.emergency) {
            lines += [
                "emergency:",
                "  boundary: open        # open: sites outside may take patients; closed: they may not",
                "  flow: nearest         # nearest: the quickest open door; assigned: the program chooses",
                "  bedRule: occupancy    # occupancy, overflow or quantile",
                "  levers: []            # schemes that are on",
                "  keepOpen: []          # sites that must stay an emergency department",
                "  forceClosed: []       # sites that must not be one",
            ]
        }
        if families.contains(.elective) {
            lines += [
                "elective:",
                "  levers: []            # of elective_levers, those that are on; day-cases or day-cases-in-full, not both",
                "  outsideSites: []      # sites that leave the family, with the share of spells and list they have today",
            ]
        }
        if families.contains(.staffing) {
            lines += [
                "# Hours needed by week from a rostering system's export; without it they are worked out. Instances/README.md says how.",
                "# staffing:",
                "#   rosterHours:",
                "#     file: roster.csv",
                "#     columns: {week: \"Week commencing\", organisation: \"Trust\", group: \"Staff group\", hours: \"Hours required\"}",
                "#     organisations: {\"A trust\": TRUST}         # the export's names to codes; leave-out for what is not to count",
                "#     groups: {\"Registered nursing\": nurses}",
            ]
        }
        if tables.contains(where: { $0.name == "zones" }) {
            lines += ["# The basis and source of each numeric column of the two wide tables. Yours will name publishers and files.", "columns:", "  zones:"]
            for column in SharedTables.zones.columns {
                if case .number = column.kind { lines.append("    \(column.name): {basis: assumed, source: \"made up for the template\"}") }
            }
            if tables.contains(where: { $0.name == "travel" }) {
                lines += ["  travel:", "    default: {basis: assumed, source: \"made up for the template\"}   # or one line per site"]
            }
        }
        lines += [
            "# Contradictions and remarks, each with the cell it is about.",
            "notes:",
            "  - {cell: \"parameters[discountRate].value\", note: \"Made up, as is every figure of the template.\"}",
            "# Why an organisation's modelled activity is far from what it publishes: {organisation: …, measure: …, note: …}",
            "calibrationNotes: []",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func readme(title: String, tables: [TableSchema]) -> String {
        let head = [
            "# \(title)", "",
            "A template: every figure is made up. Replace the rows table by table and run `footprint check` after each. What each table and column may hold "
                + "is below.", "",
        ]
        return (head + tables.flatMap(SchemaPage.section)).joined(separator: "\n") + "\n"
    }

    private static func csv(_ table: TableSchema) -> String {
        var rows = [table.allColumns.map(\.name)]
        if table.siteColumns != nil {
            rows = [["zone"] + Sample.sites] + zip(Sample.zones, Sample.minutes).map { [$0] + $1 }
        } else if table.isLong {
            for key in Sample.keys(of: table) { rows += table.figures.compactMap { figureRow($0, key, in: table) } }
        } else {
            rows += Sample.rows[table.name] ?? []
        }
        return rows.map { $0.map(cell).joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    private static func figureRow(_ figure: FigureSchema, _ key: [String], in table: TableSchema) -> [String]? {
        if let place = figure.place, place != Sample.place(key.first ?? "") { return nil }
        // A table of one row does not need what may be left out.
        if figure.need == .optional || !figure.belongs(to: key.first) { return nil }
        let value = Sample.value(of: figure, key, in: table.name)
        return key + [figure.name, value, value, value, "assumed", "made up for the template"]
    }

    private static func cell(_ text: String) -> String {
        text.contains { ",\"\n".contains($0) } ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
    }
}
