// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows of a rostering system's export, added up as they are read.
struct RosterSums {
    private let source: RosterSource
    private let financialYear: Int
    private let organisations: [String]
    private let groups: [String]
    private let staffed: Set<RosterHours.Place>?
    /// The number of a week by its code.
    private let weekNumbers: [String: Int]
    private var hours: [RosterHours.Place: [Double?]] = [:]
    private var lineOf: [[String]: Int] = [:]
    private var rows = 0
    private var rowsLeftOut = 0
    private var isSound = true
    /// How the first row tells its week, which the others have to follow.
    private var form: Form?

    private enum Form: Equatable {
        case number(line: Int)
        case date(weekday: Int, line: Int)
    }

    /// What is wrong with a cell, and what would be right.
    private struct Wrong: Error {
        let fault: String
        let fix: String
    }

    /// - Parameters:
    ///   - staffed: what the instance has staff of; nil where that could not be read.
    ///   - weeks: the codes of the weeks in their order.
    init(
        source: RosterSource, baseYear: Int, organisations: [String], groups: [String], staffed: Set<RosterHours.Place>?, weeks: [String]
    ) {
        self.source = source
        financialYear = source.financialYear ?? baseYear
        self.organisations = organisations
        self.groups = groups
        self.staffed = staffed
        weekNumbers = Dictionary(zip(weeks, 1...), uniquingKeysWith: { first, _ in first })
    }

    /// Adds a row.
    /// - Returns: what is wrong with it; empty when nothing is.
    mutating func add(_ cells: [String], at places: RosterSource.Places, line: Int) -> [Fault] {
        var faults: [Fault] = []
        func report(_ column: String, _ fault: String, _ fix: String) {
            faults.append(Fault(file: source.file, row: line, column: column, fault: fault, fix: fix))
        }
        defer { if !faults.isEmpty { isSound = false } }
        rows += 1
        // A row a ward adds up; the same row twice is an export pasted twice.
        if let first = lineOf[cells] {
            faults.append(
                Fault(
                    file: source.file, row: line, fault: "The row is the same as row \(first) in every cell.",
                    fix: "Remove one of the two; where both count, keep a column that tells them apart, such as the ward."))
            return faults
        }
        lineOf[cells] = line
        let organisation = code(cells[places.organisation], source.organisations, organisations, "organisations", "an inside provider")
        let group = code(cells[places.group], source.groups, groups, "groups", "a workforce group")
        if case .success(RosterSource.leaveOut) = organisation { return leaveOut() }
        if case .success(RosterSource.leaveOut) = group { return leaveOut() }
        if case .failure(let wrong) = organisation { report(source.columns.organisation, wrong.fault, wrong.fix) }
        if case .failure(let wrong) = group { report(source.columns.group, wrong.fault, wrong.fix) }
        let week = self.week(cells[places.week], line: line)
        if case .failure(let wrong) = week { report(source.columns.week, wrong.fault, wrong.fix) }
        let text = cells[places.hours]
        if let (fault, fix) = NumberCell.wrong(text, .hours) { report(source.columns.hours, fault, fix) }
        guard case .success(let organisation) = organisation, case .success(let group) = group else { return faults }
        let place = RosterHours.Place(organisation: organisation, group: group)
        if let staffed, !staffed.contains(place) {
            report(
                source.columns.group, "staffing/workforce.csv has no \(group) at \(organisation).",
                "Add their rows, or map one of the two to \(RosterSource.leaveOut).")
        }
        guard faults.isEmpty, case .success(let week) = week, let number = PlainNumber.parse(text) else { return faults }
        var weeks = hours[place] ?? Array(repeating: nil, count: RosterHours.weeksOfAYear)
        weeks[week - 1] = (weeks[week - 1] ?? 0) + number
        hours[place] = weeks
        return faults
    }

    private mutating func leaveOut() -> [Fault] {
        rowsLeftOut += 1
        return []
    }

    private func code(_ text: String, _ names: [String: String], _ known: [String], _ key: String, _ noun: String) -> Result<String, Wrong> {
        if let code = names[text] ?? (known.contains(text) ? text : nil) { return .success(code) }
        guard !text.isEmpty else { return .failure(Wrong(fault: "The cell is empty.", fix: "Name \(noun).")) }
        let mapped = NearestName.of(text, among: names.keys.sorted()).map { " The nearest name there is \($0)." } ?? ""
        return .failure(
            Wrong(
                fault: "\(Wording.quoted(text)) is not \(noun), and staffing.rosterHours.\(key) does not map it.\(mapped)",
                fix: "Map it to \(Wording.either(known + [RosterSource.leaveOut]))."))
    }

    // MARK: Weeks

    private mutating func week(_ text: String, line: Int) -> Result<Int, Wrong> {
        let known = "Write the day it starts, such as 2016-04-04 or 04/04/2016, or its number from 1 to \(RosterHours.weeksOfAYear)."
        guard !text.isEmpty else { return .failure(Wrong(fault: "The cell is empty.", fix: known)) }
        if let number = weekNumbers[text] ?? Int(text) {
            guard (1...RosterHours.weeksOfAYear).contains(number) else {
                return .failure(Wrong(fault: "\(text) is no week of the year.", fix: known))
            }
            return follow(.number(line: line)).map { _ in number }
        }
        guard let start = CalendarDate(text) else { return .failure(Wrong(fault: "\(Wording.quoted(text)) is neither a date nor a week.", fix: known)) }
        return follow(.date(weekday: start.weekday, line: line)).flatMap { _ in self.week(from: start, text) }
    }

    /// A week belongs to the financial year that its fourth day is in, as a week belongs to a year in ISO 8601.
    private func week(from start: CalendarDate, _ text: String) -> Result<Int, Wrong> {
        let middle = start.advanced(by: 3)
        guard middle.financialYear == financialYear else {
            return .failure(
                Wrong(
                    fault: "The week from \(text) is in \(Wording.financialYear(middle.financialYear)), and the roster is for "
                        + "\(Wording.financialYear(financialYear)).",
                    fix: "Leave its rows out, or set staffing.rosterHours.financialYear to the year of the export."))
        }
        guard let april = CalendarDate(year: financialYear, month: 4, day: 1) else {
            return .failure(Wrong(fault: "\(financialYear) is no year.", fix: "Give one."))
        }
        let number = (middle.day - april.day) / 7 + 1
        guard number <= RosterHours.weeksOfAYear else {
            return .failure(
                Wrong(
                    fault: "The week from \(text) is the 53rd of \(Wording.financialYear(financialYear)), and a year has 52 here.",
                    fix: "Leave its rows out."))
        }
        return .success(number)
    }

    private mutating func follow(_ row: Form) -> Result<Void, Wrong> {
        switch (form, row) {
        case (nil, _): form = row
        case (.number, .number): break
        case (.date(let first, let line), .date(let weekday, _)):
            guard first == weekday else {
                return .failure(
                    Wrong(
                        fault: "It is a \(CalendarDate.weekdays[weekday]), and the week of row \(line) starts on a \(CalendarDate.weekdays[first]).",
                        fix: "Give every week by the day it starts, all on the same day of the week."))
            }
        case (.number(let line), .date), (.date(_, let line), .number):
            return .failure(
                Wrong(fault: "Row \(line) gives its week in the other form.", fix: "Give every week by the day it starts, or every week by its number."))
        }
        return .success(())
    }

    // MARK: The whole

    /// What is wrong with the export as a whole: weeks that are missing, or nothing in it.
    func faultsOfTheWhole() -> [Fault] {
        guard rows > 0 else { return [Fault(file: source.file, fault: "The file has no rows.", fix: "Export the hours needed by week.")] }
        guard rowsLeftOut < rows else {
            return [Fault(file: source.file, fault: "Every row is left out.", fix: "Map at least one organisation and one group to its code.")]
        }
        // Where rows are faulty, the weeks they are of would be told as missing too.
        guard isSound else { return [] }
        return hours.sorted { $0.key < $1.key }.compactMap { place, weeks in
            let missing = weeks.indices.filter { weeks[$0] == nil }.map { String($0 + 1) }
            guard !missing.isEmpty else { return nil }
            let told = missing.count > 8 ? missing.prefix(7) + ["\(missing.count - 7) more"] : missing
            return Fault(
                file: source.file, column: source.columns.week,
                fault: "There are no hours of \(place.group) at \(place.organisation) in \(missing.count == 1 ? "week" : "weeks") "
                    + "\(Wording.all(Array(told))).",
                fix: "Add them; a week without hours is 0.")
        }
    }

    /// The sums; nil where the export is not whole.
    var value: RosterHours? {
        guard isSound, rowsLeftOut < rows, hours.values.allSatisfy({ !$0.contains(nil) }) else { return nil }
        return RosterHours(
            file: source.file, rows: rows - rowsLeftOut, rowsLeftOut: rowsLeftOut, hours: hours.mapValues { $0.compactMap(\.self) })
    }
}
