// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// What a plan comes to. £ and hours are a year's, means of the plan's years; those of one year say so.
public struct StaffingResult: Sendable, Codable {
    public var annualCost: Double
    public var costLines: [String: Double]
    /// Of the hours needed.
    public var fill: Double
    public var worst: Worst
    public var agencySpend: Double
    public var agencyHours: Double
    public var bankHours: Double
    /// Hours worked at one organisation by people of another's bank.
    public var hoursMoved: Double
    public var years: [Year]
    public var people: [People]
    /// By pair of organisations, group and year; without those where nobody moves.
    public var moved: [Moved]

    /// The week or month with the least fill.
    public struct Worst: Sendable, Codable {
        /// Of the year, from 1.
        public var period: Int
        public var year: Int
        public var fill: Double
    }

    public struct Year: Sendable, Codable {
        public var year: Int
        /// Not discounted.
        public var costLines: [String: Double]
        public var fill: Double
        public var agency: [Agency]
        public var hours: [Hours]
    }

    /// Of an organisation.
    public struct Agency: Sendable, Codable {
        public var organisation: String
        public var pounds: Double
        /// Of its pay bill if nothing is done.
        public var shareOfPay: Double
    }

    /// Of a group at an organisation.
    public struct Hours: Sendable, Codable {
        public var group: String
        public var organisation: String
        public var hours: StaffingPlan.Hours
    }

    /// On the bank of an organisation.
    public struct People: Sendable, Codable {
        public var group: String
        public var organisation: String
        public var onBankToday: Double
        /// Beyond today's, at most; absent without a limit.
        public var wouldSignUp: Double?
        /// In each year of the plan.
        public var signedUp: [Double]
        /// Of them, still there in each year.
        public var listed: [Double]
        /// WTE decided on in each year.
        public var recruits: [Double]
    }

    public struct Moved: Sendable, Codable {
        public var from: String
        public var to: String
        public var group: String
        public var year: Int
        public var hours: Double
    }
}
