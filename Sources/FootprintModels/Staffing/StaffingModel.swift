// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The program of one option: variables, rows and cost of `Models/staffing/formulation.md`.
///
/// The page's rows that bound one variable (5, 9, 12, and 2 where nobody is recruited) are bounds here. First come what is decided
/// before the year is known, `signed`, `listed`, `rec` and `post`, and their rows 8, 10 and 11; then the hours.
public struct StaffingModel: Sendable {
    public let situation: StaffingSituation
    public let option: StaffingOption
    public var model: Model<ThousandPounds>
    public let rows: Rows
    /// How many columns and rows are of the first stage: they come first.
    package let firstStage: (columns: Int, rows: Int)
    let variables: Variables

    /// The page's variables, by its names: by group, organisation and period or year.
    struct Variables: Sendable {
        var signed: [[[Variable<People>]]] = []
        var listed: [[[Variable<People>]]] = []
        /// Empty without recruitment: nobody is recruited and those in post stay as they are.
        var recruits: [[[Variable<WTE>]]] = []
        var post: [[[Variable<WTE>]]] = []
        var substantive: [[[Variable<Hours>]]] = []
        /// Empty where overtime is shut.
        var overtime: [[[Variable<Hours>]]] = []
        /// By route first; without a shared bank those at home alone.
        var bank: [[[Variable<Hours>]]] = []
        /// By group, tier, organisation and period.
        var agency: [[[[Variable<Hours>]]]] = []
        var unfilled: [[[Variable<Hours>]]] = []
        /// By place among the system's `fills`, organisation and period; empty without substitution.
        var down: [[[Variable<Hours>]]] = []
    }

    /// The rows that join what a period's own rows do not: working time, what is filled in a year, ceilings and conversion.
    package var joiningRows: [Row] {
        rows.workingTime + rows.safe.joined() + rows.ceiling.joined() + rows.converted.joined().compactMap { $0 }
            + rows.takenOver.joined().compactMap { $0 }
    }

    /// The rows that a diagnosis relaxes and prices are read from. Years count from 0 here.
    public struct Rows: Sendable {
        /// Row 1, by group, organisation and period.
        public internal(set) var fill: [[[Row]]] = []
        /// Row 4, the same.
        public internal(set) var bank: [[[Row]]] = []
        /// Row 7, only those that some answer could break.
        public internal(set) var workingTime: [Row] = []
        /// Row 2, the same; empty without recruitment.
        var thoseInPost: [[[Row]]] = []
        /// Row 10, the same; empty without recruitment.
        var inPost: [[[Row]]] = []
        /// Row 11, by group, organisation and year.
        var onTheBank: [[[Row]]] = []
        /// Row 8, by group and year; empty without recruitment.
        public internal(set) var recruits: [[Row]] = []
        /// Row 13, by group and year; empty when not asked for.
        public internal(set) var safe: [[Row]] = []
        /// Row 14, by organisation and year; empty without a ceiling.
        public internal(set) var ceiling: [[Row]] = []
        /// Row 15, by group and year; nil in years that do not reach the date, empty when not asked for.
        public internal(set) var converted: [[Row?]] = []
        /// Row 16, the same.
        public internal(set) var takenOver: [[Row?]] = []
        /// Row 17, by group, organisation and period; empty when not asked for.
        public internal(set) var sameFill: [[[Row]]] = []
    }

    /// - Parameter windows: of row 7; those that an answer of the option could break unless given.
    public init(_ situation: StaffingSituation, _ option: StaffingOption, windows: StaffingWindows? = nil) {
        self.situation = situation
        self.option = option
        var builder = StaffingModelBuilder(situation, option, windows ?? StaffingWindows(situation, option))
        builder.build()
        model = builder.model
        rows = builder.rows
        variables = builder.variables
        firstStage = builder.firstStage
    }
}
