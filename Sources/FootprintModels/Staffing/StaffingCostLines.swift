// SPDX-License-Identifier: GPL-3.0-or-later

/// £ of a year: the page's ten lines.
public struct StaffingCostLines: Sendable, Hashable, Codable {
    public var substantive = 0.0
    public var overtime = 0.0
    public var bankOwn = 0.0
    public var bankShared = 0.0
    public var agency = 0.0
    public var unfilled = 0.0
    public var bankPeople = 0.0
    public var recruitment = 0.0
    public var sharedBankSetUp = 0.0
    public var sharedBankRunning = 0.0

    public init() {}

    /// By the page's names, in its order.
    public var named: [(name: String, pounds: Double)] {
        [
            ("substantive", substantive), ("overtime", overtime), ("bankOwn", bankOwn), ("bankShared", bankShared),
            ("agency", agency), ("unfilled", unfilled), ("bankPeople", bankPeople), ("recruitment", recruitment),
            ("sharedBankSetUp", sharedBankSetUp), ("sharedBankRunning", sharedBankRunning),
        ]
    }

    public var total: Double { named.reduce(0) { $0 + $1.pounds } }
    /// What somebody is paid: all but the price put on hours that nobody fills.
    public var cash: Double { total - unfilled }
    /// Paid once.
    public var setUp: Double { bankPeople + recruitment + sharedBankSetUp }
}
