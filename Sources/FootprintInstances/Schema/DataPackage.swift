// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The description of an instance's tables that other programs read: a Tabular Data Package as the Frictionless Data
/// specifications (version 1) define it, for `datapackage.json` in the instance's folder.
///
/// It says less than the schema: bounds that are themselves excluded, ranges that differ by figure, and rules between
/// tables have no words there. The fields are in the order of the schema, which the tables of the scripts follow too.
public struct DataPackage: Encodable, Sendable {
    let profile = "tabular-data-package"
    let name: String
    let title: String
    let licenses = [
        License(
            name: "OGL-UK-3.0", path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            title: "Open Government Licence v3.0: contains public sector information")
    ]
    let resources: [Resource]

    struct License: Encodable, Sendable {
        let name, path, title: String
    }

    struct Resource: Encodable, Sendable {
        let profile = "tabular-data-resource"
        let name, path, description: String
        let encoding = "utf-8"
        let schema: Schema
    }

    struct Schema: Encodable, Sendable {
        let fields: [Field]
        let missingValues = [""]
        let primaryKey: [String]
        let foreignKeys: [ForeignKey]?
    }

    struct Field: Encodable, Sendable {
        let name, type, description: String
        var trueValues: [String]?
        var falseValues: [String]?
        let constraints: Constraints
    }

    struct Constraints: Encodable, Sendable {
        var required: Bool?
        var `enum`: [String]?
        var minimum: Double?
        var maximum: Double?
    }

    struct ForeignKey: Encodable, Sendable {
        let fields: String
        let reference: Target

        struct Target: Encodable, Sendable {
            let resource, fields: String
        }
    }

    /// The package of an instance, for the families it declares.
    public init(_ instance: Instance) {
        name = instance.name
        title = instance.settings.title
        let tables = InstanceSchema.tables(of: instance.families).filter { table in
            !table.mayBeAbsent || instance.whole.inputFiles.contains { $0.path == table.path }
        }
        let names = Set(tables.map(\.name))
        resources = tables.map { table in
            let keys = table.columns.compactMap { column -> ForeignKey? in
                guard case .reference(let reference) = column.kind, names.contains(reference.table), reference.isWholeKey else { return nil }
                let target = reference.column ?? "code"
                return ForeignKey(fields: column.name, reference: .init(resource: reference.table, fields: target))
            }
            let sites = table.siteColumns.map { quantity in
                instance.travel.siteCodes.map { Field(.init($0, .number(quantity), "minutes by road to \($0)")) }
            }
            return Resource(
                name: table.name, path: table.path, description: table.meaning,
                schema: Schema(
                    fields: table.allColumns.map(Field.init) + (sites ?? []), primaryKey: table.key, foreignKeys: keys.isEmpty ? nil : keys))
        }
    }

    /// The bytes of `datapackage.json`: the same for the same instance.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { preconditionFailure("a package of strings and finite numbers can be encoded") }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

extension DataPackage.Field {
    init(_ column: ColumnSchema) {
        var constraints = DataPackage.Constraints(required: column.kind.mayBeEmpty ? nil : true)
        var type = "string"
        switch column.kind {
        case .word(let vocabulary): constraints.enum = vocabulary.words
        case .number(let quantity):
            type = quantity.isWhole ? "integer" : "number"
            if quantity.lower.isFinite { constraints.minimum = quantity.lower }
            if quantity.upper.isFinite { constraints.maximum = quantity.upper }
        case .figureValue, .figureRange: type = "number"
        case .yesNo: type = "boolean"
        default: break
        }
        self.init(name: column.name, type: type, description: column.meaning, constraints: constraints)
        if case .yesNo = column.kind { (trueValues, falseValues) = (["yes"], ["no"]) }
    }
}

extension Reference {
    /// Whether the codes are the whole key of their table, which is what a foreign key may point to.
    var isWholeKey: Bool {
        switch self {
        case .services, .staffGroups, .scenarios, .weeks: false
        default: true
        }
    }
}
