// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What a row of the comparison may do: the page's table of options.
public struct StaffingOption: Sendable, Hashable {
    /// Its code.
    public var name: String
    public var title: String
    /// People may be signed up to the banks.
    public var signUp = false
    /// There is a shared bank.
    public var shared = false
    /// There may be recruits.
    public var recruitment = false
    /// Groups may fill downward.
    public var substitution = false
    /// Row 13: no fewer hours filled than today.
    public var safe = false
    /// Rows 15 and 16: agency converted to bank by the date.
    public var conversion = false
    /// Row 14: agency's share of do-nothing pay, at most; nil: no ceiling.
    public var ceilingShare: Double?
    /// Overtime may be worked.
    public var overtimeOpen = false
    /// Row 17, in place of row 13: the same fill as today.
    public var sameFill = false

    /// Every lever shut.
    public init(name: String, title: String) {
        self.name = name
        self.title = title
    }

    /// A copy with something changed.
    public func with(_ change: (inout StaffingOption) -> Void) -> StaffingOption {
        var copy = self
        change(&copy)
        return copy
    }
}

extension StaffingOption {
    public static let doNothing = StaffingOption(name: "do-nothing", title: "Do nothing")

    public static let ownBanks = StaffingOption(name: "own-banks", title: "Own banks").with {
        $0.signUp = true
        $0.substitution = true
        $0.safe = true
        $0.conversion = true
    }

    public static let sharedBank = ownBanks.with {
        $0.name = "shared-bank"
        $0.title = "Shared bank"
        $0.shared = true
    }

    public static let sharedBankAndRecruitment = sharedBank.with {
        $0.name = "shared-bank-recruitment"
        $0.title = "Shared bank and recruitment"
        $0.recruitment = true
    }

    /// The fullest option under a ceiling, named for it in per cent of do-nothing pay.
    public static func ceiling(_ share: Double) -> StaffingOption {
        sharedBankAndRecruitment.with {
            let percent = (share * 100).formatted(.number.locale(.init(identifier: "en_GB")).precision(.fractionLength(0...2)))
            $0.name = "ceiling-\(percent)"
            $0.title = "Agency ceiling \(percent)%"
            $0.ceilingShare = share
        }
    }

    /// Shows what overtime does alone.
    public static let overtime = StaffingOption(name: "overtime", title: "Overtime alone").with {
        $0.overtimeOpen = true
        $0.safe = true
    }

    /// The page's table, in its order, do-nothing first; `overtime` is not one of them.
    public static let table = [doNothing, ownBanks, sharedBank, sharedBankAndRecruitment, ceiling(0.04), ceiling(0.03)]
}
