// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim
import LinearPrograms

/// One call of the C function and what it left behind.
struct ShimRun {
    let ending: Int
    let limit: Outcome.Limit?
    let inSearch: Bool
    let values: [Double]?
    let bound: Double?
    let basis: Basis?
    let duals: Duals?
    /// A candidate proof, of either sign: multipliers of rows, or steps of columns.
    let rowRay: [Double]?
    let columnRay: [Double]?
    /// What ranging says of each row and then of each column.
    let ranging: (low: [Double], high: [Double])?
    let isExact: Bool
    let effort: Solution.Effort
    let message: String

    /// How far from a whole number branch and bound takes for one: GLPK's own choice.
    static let integerTolerance = 1e-5

    /// - Parameters:
    ///   - slice: simplex iterations between two looks at the watcher; nil for as many as take about a fifth of a
    ///     second.
    ///   - forceFatal: for tests, to make GLPK abort.
    init(
        _ program: LinearProgram, options: SolveOptions, start: Basis?, watcher: Watcher?, slice: Int32? = nil,
        integerTolerance: Double = ShimRun.integerTolerance, forceFatal: Bool = false
    ) {
        let rows = program.rowCount
        let columns = program.columnCount
        let form = program.columnForm
        let (columnLower, columnUpper) = program.wholeBounds()
        let integers = program.hasIntegers ? program.isInteger.map { $0 ? UInt8(1) : 0 } : []
        let start = start?.fitted(rowCount: rows, columnCount: columns)
        let startRows = start?.rows.map(\.rawValue) ?? []
        let startColumns = start?.columns.map(\.rawValue) ?? []

        var result = shim_result()
        var values = [Double](repeating: 0, count: columns)
        var rowDuals = [Double](repeating: 0, count: rows)
        var columnDuals = [Double](repeating: 0, count: columns)
        var rowStatuses = [UInt8](repeating: 0, count: rows)
        var columnStatuses = [UInt8](repeating: 0, count: columns)
        let rangeCount = options.findsRanges ? rows + columns : 0
        var low = [Double](repeating: .nan, count: rangeCount)
        var high = low
        // The rays share the arrays of the prices: a program has one or the other.
        values.withUnsafeMutableBufferPointer { valuesOut in
            rowDuals.withUnsafeMutableBufferPointer { rowDualsOut in
                columnDuals.withUnsafeMutableBufferPointer { columnDualsOut in
                    rowStatuses.withUnsafeMutableBufferPointer { rowStatusesOut in
                        columnStatuses.withUnsafeMutableBufferPointer { columnStatusesOut in
                            result.column_values = valuesOut.baseAddress
                            result.row_duals = rowDualsOut.baseAddress
                            result.column_duals = columnDualsOut.baseAddress
                            result.row_statuses = rowStatusesOut.baseAddress
                            result.column_statuses = columnStatusesOut.baseAddress
                            result.row_ray = rowDualsOut.baseAddress
                            result.column_ray = columnDualsOut.baseAddress
                            low.withUnsafeMutableBufferPointer { lowOut in
                                high.withUnsafeMutableBufferPointer { highOut in
                                    result.range_low = lowOut.baseAddress
                                    result.range_high = highOut.baseAddress
                                    ShimRun.call(
                                        program, form, columnLower, columnUpper, integers, startRows,
                                        startColumns, options, watcher, slice ?? program.slice,
                                        integerTolerance, forceFatal, &result)
                                }
                            }
                        }
                    }
                }
            }
        }

        ending = Int(result.ending)
        limit =
            switch Int(result.limit) {
            case SHIM_LIMIT_TIME: .time
            case SHIM_LIMIT_ITERATIONS: .iterations
            case SHIM_LIMIT_CALLER: .cancelled
            case SHIM_LIMIT_GAP: .gap
            case SHIM_LIMIT_NODES: .nodes
            case SHIM_LIMIT_SOLUTIONS: .solutions
            case SHIM_LIMIT_CUTOFF: .cutoff
            default: nil
            }
        inSearch = result.in_search != 0
        self.values = result.has_values != 0 ? values : nil
        bound = result.has_bound != 0 ? result.bound : nil
        if result.has_basis != 0 {
            basis = Basis(
                rows: rowStatuses.map { Basis.Status(rawValue: $0) ?? .basic },
                columns: columnStatuses.map { Basis.Status(rawValue: $0) ?? .atLower })
        } else {
            basis = nil
        }
        duals = result.has_duals != 0 ? Duals(rows: rowDuals, columns: columnDuals) : nil
        rowRay = result.has_ray != 0 && ending == SHIM_INFEASIBLE ? rowDuals : nil
        columnRay = result.has_ray != 0 && ending == SHIM_UNBOUNDED ? columnDuals : nil
        ranging = result.has_ranges != 0 ? (low, high) : nil
        isExact = result.is_exact != 0
        effort = Solution.Effort(iterations: Int(result.iterations), nodes: Int(result.nodes))
        message = withUnsafeBytes(of: &result.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func call(
        _ program: LinearProgram, _ form: ColumnForm, _ columnLower: [Double], _ columnUpper: [Double],
        _ integers: [UInt8], _ startRows: [UInt8], _ startColumns: [UInt8], _ options: SolveOptions,
        _ watcher: Watcher?, _ slice: Int32, _ integerTolerance: Double, _ forceFatal: Bool,
        _ result: inout shim_result
    ) {
        var settings = shim_options()
        settings.method = Int32(options.route == .primal ? SHIM_PRIMAL : SHIM_DUAL)
        settings.presolve = options.presolve && watcher == nil ? 1 : 0
        settings.time_limit = options.timeLimit ?? .infinity
        settings.iteration_limit = options.iterationLimit.map(Int64.init) ?? .max
        settings.relative_gap = options.relativeGap
        settings.absolute_gap = options.absoluteGap
        settings.node_limit = options.nodeLimit.map(Int64.init) ?? .max
        settings.solution_limit = options.solutionLimit.map(Int64.init) ?? .max
        settings.cutoff = options.cutoff ?? .nan
        settings.exact = options.isExact ? 1 : 0
        settings.ranging = options.findsRanges ? 1 : 0
        settings.gomory = options.cuts.contains(.gomory) ? 1 : 0
        settings.rounding = options.cuts.contains(.mixedIntegerRounding) ? 1 : 0
        settings.cover = options.cuts.contains(.cover) ? 1 : 0
        settings.clique = options.cuts.contains(.clique) ? 1 : 0
        settings.branching =
            switch options.branching {
            case .driebeckTomlin: 0
            case .pseudocost: 1
            case .mostFractional: 2
            }
        settings.backtracking = options.backtracking == .bestProjection ? 1 : 0
        settings.memory_limit = Int32(options.memoryLimit ?? 0)
        settings.slice = slice
        settings.integer_tolerance = integerTolerance
        settings.force_fatal = forceFatal ? 1 : 0
        if let watcher {
            settings.ask = { progress, context in
                guard let progress, let context else { return 0 }
                return Unmanaged<Watcher>.fromOpaque(context).takeUnretainedValue().ask(progress.pointee)
            }
            settings.context = Unmanaged.passUnretained(watcher).toOpaque()
        }

        // An array given as an argument stays where it is until the call returns.
        let hasStart = !startRows.isEmpty
        func solve(
            _ rowLower: UnsafePointer<Double>, _ rowUpper: UnsafePointer<Double>,
            _ columnLower: UnsafePointer<Double>, _ columnUpper: UnsafePointer<Double>,
            _ costs: UnsafePointer<Double>, _ starts: UnsafePointer<Int32>, _ rows: UnsafePointer<Int32>,
            _ coefficients: UnsafePointer<Double>, _ integers: UnsafePointer<UInt8>,
            _ startRows: UnsafePointer<UInt8>, _ startColumns: UnsafePointer<UInt8>
        ) {
            var problem = shim_problem()
            problem.rows = Int32(program.rowCount)
            problem.columns = Int32(program.columnCount)
            problem.row_lower = rowLower
            problem.row_upper = rowUpper
            problem.column_lower = columnLower
            problem.column_upper = columnUpper
            problem.costs = costs
            problem.is_integer = program.hasIntegers ? integers : nil
            problem.constant = program.objectiveConstant
            problem.maximise = program.direction == .maximise ? 1 : 0
            problem.column_starts = starts
            problem.row_indices = rows
            problem.coefficients = coefficients
            problem.start_rows = hasStart ? startRows : nil
            problem.start_columns = hasStart ? startColumns : nil
            shim_solve(&problem, &settings, &result)
        }
        solve(
            program.rowLower, program.rowUpper, columnLower, columnUpper, program.costs, form.starts, form.rows,
            form.coefficients, integers, startRows, startColumns)
        withExtendedLifetime(watcher) {}
    }
}

extension LinearProgram {
    /// The columns' bounds, those of integers moved inward to whole numbers: GLPK takes 1.5 for a mistake.
    func wholeBounds() -> (lower: [Double], upper: [Double]) {
        guard hasIntegers else { return (columnLower, columnUpper) }
        var lower = columnLower
        var upper = columnUpper
        for column in 0..<columnCount where isInteger[column] {
            if lower[column].isFinite { lower[column] = wholeLower(lower[column]) }
            if upper[column].isFinite { upper[column] = wholeUpper(upper[column]) }
        }
        return (lower, upper)
    }
}

extension LinearProgram {
    /// Simplex iterations between two questions to the caller: about an eighth of a second of them, and a third at
    /// worst. By the size of the program and not by the clock, so that the same program takes the same path on every
    /// machine.
    ///
    /// Measured with 12,000,000 over the coefficients (GLPK 5.0, one core): transport 250 to 250, longest silence 0.07 s
    /// and no slower than in one piece; relaxed location, 30 × 300, 0.13 s and no slower; 60 × 400, 0.25 s, where 2,000
    /// iterations went by in 3.3 s.
    var slice: Int32 { Int32(min(2_000, max(50, 12_000_000 / max(1, nonzeroCount)))) }
}
