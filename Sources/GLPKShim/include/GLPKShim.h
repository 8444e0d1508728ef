// SPDX-License-Identifier: GPL-3.0-or-later
//
// One C function for each whole solve. A GLPK problem belongs to the thread that made it and dies here, before the
// function returns; GLPK's fatal errors, which would end the process, come back as a sentence.
#ifndef GLPK_SHIM_H
#define GLPK_SHIM_H

#include <stdint.h>

// Statuses of rows and columns in a basis, as GLPK numbers them.
enum { SHIM_BASIC = 1, SHIM_AT_LOWER = 2, SHIM_AT_UPPER = 3, SHIM_FREE = 4, SHIM_FIXED = 5 };

// A program to solve. Every number has been checked to be finite or, for bounds, infinite on the side it may be.
typedef struct {
    int32_t rows, columns;
    const double *row_lower, *row_upper;
    const double *column_lower, *column_upper, *costs;
    const uint8_t *is_integer;  // NULL for a linear program
    double constant;
    int32_t maximise;
    // The matrix by columns. Rows count from 1; entry 0 of both arrays is unused.
    const int32_t *column_starts;
    const int32_t *row_indices;
    const double *coefficients;
    // A basis to start from; both NULL for none.
    const uint8_t *start_rows, *start_columns;
} shim_problem;

enum { SHIM_PRIMAL = 0, SHIM_DUAL = 1 };

// What is known while a solve is under way. Numbers that are not known are NaN.
typedef struct {
    int32_t in_search;  // 0 in the linear program, 1 in branch and bound
    int64_t iterations, nodes, open_nodes;
    double objective;  // of the linear program so far, or of the incumbent
    double bound;
    double seconds;
} shim_progress;

typedef struct {
    int32_t method;
    int32_t presolve;
    double time_limit;        // seconds; infinite for none
    int64_t iteration_limit;  // INT64_MAX for none
    double relative_gap;
    double absolute_gap;      // 0 for none
    int64_t node_limit;       // nodes made; INT64_MAX for none
    int64_t solution_limit;   // solutions found, each better than the last; INT64_MAX for none
    double cutoff;            // only solutions better than this are looked for; NaN for none
    double integer_tolerance;
    int32_t gomory, rounding, cover, clique;
    int32_t branching;       // 0 Driebeck-Tomlin, 1 pseudocost, 2 most fractional
    int32_t backtracking;    // 0 best local bound, 1 best projection
    int32_t memory_limit;    // MiB; 0 for none
    int32_t slice;           // iterations between two calls of ask
    int32_t exact;           // solve a linear program again in rational arithmetic, from its last basis
    int32_t ranging;         // fill in range_low and range_high of an optimal linear program
    int32_t force_fatal;     // for tests: make GLPK abort after loading
    // Called now and then; not 0 to stop. NULL for none. Must not start another solve on this thread.
    int32_t (*ask)(const shim_progress *progress, void *context);
    void *context;
} shim_options;

// How a solve ended, before anyone interprets it.
enum {
    SHIM_OPTIMAL = 0,
    SHIM_INFEASIBLE,
    SHIM_UNBOUNDED,
    SHIM_STOPPED,
    SHIM_TROUBLE,  // no usable status; see message
    SHIM_FATAL,    // GLPK tried to abort; see message
    SHIM_BUSY,     // another solve is under way on this thread
};

enum { SHIM_LIMIT_TIME = 1, SHIM_LIMIT_ITERATIONS, SHIM_LIMIT_CALLER, SHIM_LIMIT_GAP,
    SHIM_LIMIT_NODES, SHIM_LIMIT_SOLUTIONS, SHIM_LIMIT_CUTOFF };

// The caller provides the arrays, with one entry for each row or column.
typedef struct {
    int32_t ending;
    int32_t limit;              // when stopped
    int32_t in_search;          // 1 if the ending is branch and bound's, 0 if the linear program's
    int32_t has_values;         // column_values hold a feasible point
    int32_t has_bound;          // of a stopped solve
    int32_t has_basis, has_duals;
    int32_t has_ranges;
    int32_t is_exact;
    int32_t has_ray;            // row_ray (infeasible) or column_ray (unbounded) hold a candidate, of either sign
    double bound;
    int64_t iterations, nodes;
    double *column_values;
    double *row_duals, *column_duals;
    uint8_t *row_statuses, *column_statuses;
    double *row_ray, *column_ray;
    // One entry for each row, then one for each column; unused without ranging. Of what is not in the basis: how far
    // its value can move. Of a column in the basis: how far its cost can. Infinite where there is no end; NaN for a
    // row in the basis.
    double *range_low, *range_high;
    char message[1024];
} shim_result;

// Solves a program from beginning to end on the calling thread.
void shim_solve(const shim_problem *problem, const shim_options *options, shim_result *result);

// GLPK's version, such as "5.0".
const char *shim_version(void);

/// Lets the process keep freed memory for the next solve; see GLPKSolver.keepFreedMemory().
void shim_keep_freed_memory(void);

#endif
