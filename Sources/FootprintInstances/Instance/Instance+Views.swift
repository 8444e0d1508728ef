// SPDX-License-Identifier: GPL-3.0-or-later

extension Instance {
    /// The families the instance declares, in the order of `Family.allCases`.
    public var families: [Family] { Family.allCases.filter { settings.families.contains($0.rawValue) } }

    /// Whether what is computed for a family has to be titled illustrative.
    public func isIllustrative(_ family: Family) -> Bool { settings.illustrative.contains(family.rawValue) }

    /// The same instance with the figures and files of one family alone, as they were read: what an answer counts, varies
    /// and lists is then what it rests on. `system` is the whole plan, with the figures of every family declared.
    ///
    /// `InstanceLoader` gives the view of `defaultFamily`.
    /// - Returns: nil when the instance does not declare the family.
    public func viewed(as family: Family) -> Instance? {
        guard families.contains(family) else { return nil }
        let tables = InstanceSchema.tables(of: family == .system ? families : [family])
        let names = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, Set($0.figures.map(\.name))) })
        let roster = tables.contains { $0.name == "workforce" } ? settings.staffing.rosterHours?.file : nil
        let paths = Set(tables.filter { $0.name != SharedTables.claims.name }.map(\.path) + [SettingsReader.file, roster].compactMap(\.self))
        var view = self
        view.family = family
        view.figures = Figures(whole.figures.filter { names[$0.table]?.contains($0.name) == true })
        view.inputFiles = whole.inputFiles.filter { paths.contains($0.path) }
        return view
    }
}
