// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis

/// Where there are too many sets of hubs and centres for each to be its own program, the best few are found one after the other. They
/// must be those that solving every set finds, which other tests hold against arithmetic by hand and against stock glpsol.
@Suite("The best few configurations")
struct ElectiveBestFewTests {
    private func isNear(_ first: Double, _ second: Double) -> Bool { (first - second).magnitude < 1 }

    @Test("the worked example: every set in the order of its worth, those of options left out, and then there are no more")
    func workedExample() throws {
        let every = try ElectiveComparisonTests.appraisal()
        let few = try ElectiveComparison(ElectiveComparisonTests.loaded(), options: .init(isExact: true, mostConfigurations: 5)).run()
        #expect(!few.hasEveryConfiguration)
        #expect(Set(few.configurations.map(\.name)) == Set(every.configurations.map(\.name)))
        #expect(few.configurationCount == every.configurationCount && few.answeredCount == every.answeredCount)
        for row in few.configurations {
            let same = try #require(every.configurations.first { $0.name == row.name })
            #expect(row.rank == same.rank && row.decisions == same.decisions && row.title == same.title)
            #expect(isNear(row.netPresentValue!, same.netPresentValue!), "\(row.name)")
        }
        #expect(few.netPresentValueBound == nil)
    }

    @Test("twenty of Shropshire's 56 sets, proven best first: none is better by its own program than it has a right to be", .enabled(if: Repository.isLong))
    func shropshire() throws {
        let loaded = try InstanceLoader.load(folder: Repository.root.appending(path: "Instances/shropshire"), overrides: [])
        let every = try ElectiveComparison(loaded, options: .init(jobs: 2, isExact: true)).run()
        let few = try ElectiveComparison(loaded, options: .init(jobs: 2, isExact: true, mostConfigurations: 10)).run()
        let found = few.configurations.filter { $0.kind == .configuration }
        #expect(found.count == ElectiveComparison.few && Set(found.map(\.name)).count == found.count)
        #expect(few.stopped == nil && few.answeredCount == few.configurationCount)
        // The best of all is proven in both.
        #expect(few.netPresentValueBound == nil && every.netPresentValueBound == nil)
        // What counts as proven, of a present value.
        let nothing = few.doNothing.presentValue
        let accuracy = 1e-6 * nothing
        #expect((few.winner!.netPresentValue! - every.winner!.netPresentValue!).magnitude <= accuracy)
        // A row says how far it may be from the best that was left: those by their own programs that are not rows are not better.
        let names = Set(few.configurations.map(\.name))
        for row in found {
            let own = try #require(every.configurations.first { $0.name == row.name || $0.decisions == row.decisions })
            let cost = nothing - row.netPresentValue!
            #expect(cost * (1 - row.gap) <= nothing - own.netPresentValue! + accuracy, "\(row.name)")
        }
        let last = found.map { (nothing - $0.netPresentValue!) * (1 - $0.gap) }.max()!
        for row in every.configurations where row.kind == .configuration && !names.contains(row.name) && row.status != .infeasible {
            #expect(nothing - row.netPresentValue! >= last - accuracy, "\(row.name)")
        }
    }

    @Test("a stop before the first: only today is answered, the others are counted as missing, and the bound is not theirs")
    func stopped() throws {
        let stop = StopSignal()
        stop.cancel()
        let appraisal = try ElectiveComparison(ElectiveComparisonTests.loaded(), options: .init(mostConfigurations: 5)).run(stop: stop)
        #expect(appraisal.stopped == .cancelled && appraisal.answeredCount == 2)
        #expect(appraisal.configurationCount == 4 + ElectiveComparison.few)
        #expect(try #require(appraisal.netPresentValueBound) >= 564_222 - 1)
    }

    @Test("nothing holds: one row says why")
    func nothing() throws {
        let appraisal = try ElectiveComparison(
            ElectiveComparisonTests.loaded(["elective_parameters[minimumInpatientCentres].value=2", "elective_parameters[maximumInpatientCentres].value=1"]),
            options: .init(mostConfigurations: 5)
        ).run()
        let row = try #require(appraisal.configurations.first { $0.kind == .configuration })
        #expect(row.status == .infeasible && !row.reasons.isEmpty && appraisal.winner == nil)
        #expect(appraisal.configurations.count { $0.kind == .configuration } == 1)
    }
}
