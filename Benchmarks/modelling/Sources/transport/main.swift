// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import GLPKSolver
import Glibc
import LinearPrograms
import Scaling
import Synchronization

// transport build SITES ZONES       builds the model and hands it to GLPK, which then neither scales nor solves it
// transport names SITES ZONES       the same, and makes the name of every row and column
// transport warm SITES ZONES        100 changes of a right-hand side, each solved cold and from the last basis
// transport parallel SITES ZONES    24 solves on one thread, then on two
// Each prints one line of JSON.

let clock = ContinuousClock()

func seconds(_ work: () -> Void) -> Double {
    let (seconds, attoseconds) = clock.measure(work).components
    return Double(seconds) + 1e-18 * Double(attoseconds)
}

func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let sites = Int(arguments[2]), let zones = Int(arguments[3]) else {
    fatalError("transport build|names|warm|parallel SITES ZONES")
}
switch arguments[1] {
case "build", "names":
    var model = Model("none", minimise: Pounds.self)
    let build = seconds { model = transportModel(sites: sites, zones: zones).model }
    var characters = 0
    let naming = arguments[1] == "build" ? 0 : seconds {
        let program = model.program
        for row in 0..<program.rowCount { characters += program.name(ofRow: row).utf8.count }
        for column in 0..<program.columnCount { characters += program.name(ofColumn: column).utf8.count }
    }
    // GLPK is ready for its first iteration when it is asked whether to stop.
    skip_scaling(1)
    let handOver = seconds { _ = GLPKSolver().solve(model, shouldStop: { true }) }
    let program = model.program
    print(
        "{\"build\": \(build), \"names\": \(naming), \"hand_over\": \(handOver), \"rows\": \(program.rowCount), "
            + "\"columns\": \(program.columnCount), \"nonzeros\": \(program.nonzeroCount), \"characters\": \(characters)}")
case "warm":
    var (model, served) = transportModel(sites: sites, zones: zones, wholeNumbers: false)
    var basis = GLPKSolver().solve(model).optimum!.basis
    var cold = 0.0
    var warm = 0.0
    var coldIterations = 0
    var warmIterations = 0
    for change in 0..<100 {
        model.setRightHandSide(of: served[change * served.count / 100], to: 0.95)
        var first: Solution?
        cold += seconds { first = GLPKSolver().solve(model).optimum }
        var second: Solution?
        warm += seconds { second = GLPKSolver().solve(model, start: basis).optimum }
        guard let first, let second, (first.objective - second.objective).magnitude <= 1e-7 * first.objective.magnitude
        else { fatalError("warm and cold do not agree") }
        coldIterations += first.effort.iterations
        warmIterations += second.effort.iterations
        basis = second.basis
    }
    print(
        "{\"cold\": \(cold), \"warm\": \(warm), \"ratio\": \(cold / warm), \"cold_iterations\": \(coldIterations), "
            + "\"warm_iterations\": \(warmIterations)}")
case "parallel":
    let (model, served) = transportModel(sites: sites, zones: zones, wholeNumbers: false)
    let objectives = Mutex<[Int: Double]>([:])
    @Sendable func solve(_ number: Int) {
        var changed = model
        changed.setRightHandSide(of: served[number], to: 0.9)
        let objective = GLPKSolver().solve(changed).optimum!.objective
        objectives.withLock { held in
            guard held.updateValue(objective, forKey: number).map({ $0 == objective }) ?? true else {
                fatalError("one thread and two do not agree")
            }
        }
    }
    let before = processorSeconds()
    let one = seconds { for number in 0..<24 { solve(number) } }
    let between = processorSeconds()
    let two = seconds {
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            for number in 0..<24 where number % 2 == half { solve(number) }
        }
    }
    // On a machine that others use too, the processor's own seconds say what the clock cannot: two threads that do
    // not get in each other's way need no more of them than one.
    let after = processorSeconds()
    print(
        "{\"one_thread\": \(one), \"two_threads\": \(two), \"ratio\": \(one / two), "
            + "\"processor_one\": \(between - before), \"processor_two\": \(after - between)}")
default:
    fatalError("transport build|names|warm|parallel SITES ZONES")
}
