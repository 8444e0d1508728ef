// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the Gregorian calendar, counted, so that weeks need neither a clock nor a time zone.
struct CalendarDate: Hashable, Comparable {
    /// Days since 1 January 1970.
    let day: Int

    /// Nil where there is no such day.
    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...9999).contains(year), (1...31).contains(day) else { return nil }
        // Days from the first of March of the year 0, so that a leap day is the last of its year (H. Hinnant, 2013).
        let shifted = month > 2 ? year : year - 1
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        self.day = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard Self.daysOfMonth(month, year) >= day else { return nil }
    }

    private init(day: Int) { self.day = day }

    /// `2016-04-04`, `4/4/2016` or `04/04/2016`, the day before the month; nil for anything else.
    init?(_ text: String) {
        let bySlash = text.split(separator: "/", omittingEmptySubsequences: false)
        let byDash = text.split(separator: "-", omittingEmptySubsequences: false)
        let parts = bySlash.count == 3 ? bySlash.reversed() : byDash
        guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
            parts[1].count <= 2, parts[2].count <= 2, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func daysOfMonth(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    func advanced(by days: Int) -> CalendarDate { CalendarDate(day: day + days) }

    /// 0 is Monday.
    var weekday: Int { ((day + 3) % 7 + 7) % 7 }

    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// The first calendar year of the financial year the day is in: 2016 from 1 April 2016 to 31 March 2017.
    var financialYear: Int {
        var year = 1970 + Int((Double(day) / 365.2425).rounded(.down)) + 1
        while let april = CalendarDate(year: year, month: 4, day: 1), april.day > day { year -= 1 }
        return year
    }

    static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.day < right.day }
}
