// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// Where each figure of the family stands among the instance's figures; −1 where the instance has none.
struct FigurePlaces: Sendable {
    struct Effect: Sendable {
        let scheme: Int
        let attendanceClass: Int
        let cohort: Cohort
        let place: Int
    }

    struct ServiceMove: Sendable {
        let site: Int
        let service: String
        let places: [Int]
    }

    let parameters: [Int]
    /// Site × `SiteFigure`.
    let sites: [[Int]]
    let classes: [[Int]]
    let levels: [[Int]]
    /// Class × age band.
    let rates: [[Int]]
    let activity: [String: [Measure: Int]]
    let groups: [String]
    let staff: [[Int]]
    /// Level × group.
    let floors: [[Int]]
    /// Site × group.
    let inPost: [[Int]]
    let schemes: [[Int]]
    let effects: [Effect]
    let moves: [ServiceMove]

    init(_ instance: Instance) {
        let figures = instance.figures
        func place(_ table: String, _ key: [String], _ name: String) -> Int { figures.index(table, key, name) ?? -1 }
        func places<Name: CaseIterable>(_ table: String, _ key: [String], _ names: Name.Type) -> [Int] {
            names.allCases.map { place(table, key, "\($0)") }
        }
        let levelNames = Level.allCases.map(\.rawValue)
        let all = figures.all
        func keys(_ table: String) -> [[String]] {
            var seen: Set<[String]> = []
            return all.filter { $0.table == table && seen.insert($0.key).inserted }.map(\.key)
        }

        parameters = places("parameters", [], Parameter.self)
        sites = instance.sites.map { places("site_figures", [$0.code], SiteFigure.self) }
        classes = AttendanceClass.allCases.map { places("class_figures", [$0.rawValue], ClassFigure.self) }
        levels = levelNames.map { places("level_figures", [$0], LevelFigure.self) }
        rates = AttendanceClass.allCases.map { attendanceClass in
            AgeBand.allCases.map { place("rates", [attendanceClass.rawValue, $0.rawValue], "rate") }
        }
        var activity: [String: [Measure: Int]] = [:]
        for key in keys("activity") where key.count == 2 {
            guard let measure = Measure(rawValue: key[1]) else { continue }
            activity[key[0], default: [:]][measure] = place("activity", key, "total")
        }
        self.activity = activity
        let groups = keys("staff_figures").compactMap(\.first).sorted()
        self.groups = groups
        staff = groups.map { places("staff_figures", [$0], StaffFigure.self) }
        floors = levelNames.map { level in groups.map { place("rota_floors", [level, $0], "floor") } }
        inPost = instance.sites.map { site in groups.map { place("staff_in_post", [site.code, $0], "wte") } }
        schemes = instance.schemes.map { places("scheme_figures", [$0.name], SchemeFigure.self) }
        let schemeNumbers = Dictionary(
            instance.schemes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let siteNumbers = Dictionary(
            instance.sites.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        effects = keys("effects").compactMap { key in
            guard key.count == 3, let scheme = schemeNumbers[key[0]], let cohort = Cohort(rawValue: key[2]),
                let attendanceClass = AttendanceClass.allCases.firstIndex(where: { $0.rawValue == key[1] })
            else { return nil }
            return Effect(
                scheme: scheme, attendanceClass: attendanceClass, cohort: cohort, place: place("effects", key, "effect"))
        }
        moves = keys("service_moves").compactMap { key in
            guard key.count == 2, let site = siteNumbers[key[0]] else { return nil }
            return ServiceMove(site: site, service: key[1], places: places("service_moves", key, ServiceMoveFigure.self))
        }
    }
}
