// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// Sensitivity uses again what a figure did not go into. Whatever it uses again, the answer is that of an instance in which
/// the figure was changed before anything was worked out.
@Suite("One figure changed, against the whole worked out afresh")
struct ChangedFigureTests {
    @Test("every figure", arguments: ["none", "all"], [Boundary.open, .closed])
    func everyFigure(levers: String, boundary: Boundary) throws {
        var instance = try Repository.instance("tiny-instance")
        instance.settings.emergency.boundary = boundary
        try check(instance, levers == "all" ? instance.schemes.map(\.name) : [], figures: Array(0..<instance.figures.count))
    }

    /// Real figures: those of which there are few; every seventh of the rest.
    @Test("figures of the real instances", arguments: Repository.real)
    func realFigures(_ name: String) throws {
        let instance = try Repository.instance(name)
        let step = Repository.isLong ? 1 : 7
        try check(
            instance, instance.schemes.map(\.name),
            figures: Array(stride(from: 0, to: instance.figures.count, by: step)), configurations: 4)
    }

    private func check(_ instance: Instance, _ levers: [String], figures: [Int], configurations: Int = .max) throws {
        let family = EmergencyFamily(instance, levers: levers)
        let doNothing = try DoNothing(family)
        var answers: [ConfigurationAnswer] = []
        for configuration in family.system.configurations {
            let answer = try ConfigurationAnswer(family, configuration, doNothing, explains: false)
            answers.append(try #require(answer))
        }
        // The first feasible one stands for the winner; feasible and infeasible ones are followed.
        let winner = try #require(answers.first { $0.plan != nil }).configuration
        let feasible = answers.filter { $0.plan != nil }.map(\.configuration)
        let failing = answers.filter { $0.plan == nil }.map(\.configuration)
        let followed = feasible.prefix(configurations / 2) + failing.prefix(configurations / 2)
        let known = KnownAnswers(family, doNothing, answers, winner: winner, jobs: 1)
        var moved = 0
        for index in figures {
            let value = instance.figures[index]
            for factor in [0.9, 1.05] {
                let changed = try ChangedFigure(known, index, to: value * factor, stop: nil)
                var other = instance
                other.figures[index] = value * factor
                let fresh = EmergencyFamily(other, levers: levers)
                let freshDoNothing: DoNothing
                do throws(AnalysisFailure) { freshDoNothing = try DoNothing(fresh) } catch {
                    #expect(!changed.isPossible, "\(instance.figures.figure(at: index).cell)")
                    continue
                }
                for configuration in followed {
                    let saving = try changed.saving(configuration)
                    let plan = try ConfigurationAnswer(fresh, configuration, freshDoNothing, explains: false)?.plan
                    let expected = plan.map { freshDoNothing.plan.annualCost - $0.annualCost }
                    let size = freshDoNothing.plan.annualCost
                    #expect(
                        (saving == nil) == (expected == nil)
                            && ((saving ?? 0) - (expected ?? 0)).magnitude <= 1e-9 * size,
                        "\(instance.figures.figure(at: index).cell) × \(factor), \(family.system.name(of: configuration)): \(saving ?? .nan), afresh \(expected ?? .nan)")
                    if let expected, let base = known.answers[configuration]?.cost {
                        if (expected - (doNothing.plan.annualCost - base)).magnitude > 1 { moved += 1 }
                    }
                }
            }
        }
        // A comparison of nothing with nothing would show nothing.
        #expect(moved > figures.count / 4)
    }
}
