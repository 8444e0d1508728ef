// SPDX-License-Identifier: GPL-3.0-or-later
#include "GLPKShim.h"

#include <float.h>
#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <string.h>
#include <time.h>

typedef struct {
    const shim_problem *problem;
    const shim_options *options;
    shim_result *result;
    glp_prob *lp;
    double started;
    jmp_buf fatal;
    size_t message_length;
} solve_state;

// GLPK's environment is one per thread, and so is what stands in the way of using it twice.
static _Thread_local int is_busy = 0;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void on_fatal(void *info) {
    solve_state *state = info;
    longjmp(state->fatal, 1);
}

// Keeps GLPK's text: none of it may reach the terminal, not even the message of an abort.
static int on_text(void *info, const char *text) {
    solve_state *state = info;
    char *message = state->result->message;
    size_t room = sizeof state->result->message - 1 - state->message_length;
    size_t length = strlen(text);
    if (length > room) length = room;
    memcpy(message + state->message_length, text, length);
    state->message_length += length;
    message[state->message_length] = '\0';
    return 1;
}

static void say(solve_state *state, const char *text) {
    state->message_length = 0;
    state->result->message[0] = '\0';
    on_text(state, text);
}

// GLPK takes an infinite bound of a bounded type for a number, and refuses two equal bounds of a double type.
static int bound_type(double lower, double upper) {
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    if (isinf(upper)) return GLP_LO;
    return lower == upper ? GLP_FX : GLP_DB;
}

static void load(solve_state *state) {
    const shim_problem *p = state->problem;
    glp_prob *lp = state->lp;
    glp_set_obj_dir(lp, p->maximise ? GLP_MAX : GLP_MIN);
    glp_set_obj_coef(lp, 0, p->constant);
    glp_add_rows(lp, p->rows);
    glp_add_cols(lp, p->columns);
    for (int i = 0; i < p->rows; i++)
        glp_set_row_bnds(lp, i + 1, bound_type(p->row_lower[i], p->row_upper[i]), p->row_lower[i], p->row_upper[i]);
    for (int j = 0; j < p->columns; j++) {
        // The kind first: GLP_BV would set bounds of its own, so binaries are integers with bounds.
        if (p->is_integer && p->is_integer[j]) glp_set_col_kind(lp, j + 1, GLP_IV);
        glp_set_col_bnds(
            lp, j + 1, bound_type(p->column_lower[j], p->column_upper[j]), p->column_lower[j], p->column_upper[j]);
        if (p->costs[j] != 0) glp_set_obj_coef(lp, j + 1, p->costs[j]);
        int start = p->column_starts[j];
        int length = p->column_starts[j + 1] - start;
        // By columns is the fastest way in. GLPK skips the entry before the first.
        if (length > 0)
            glp_set_mat_col(lp, j + 1, length, p->row_indices + start - 1, p->coefficients + start - 1);
    }
}

static void set_start(solve_state *state) {
    const shim_problem *p = state->problem;
    // A status that does not suit a bound is put right by GLPK; a wrong count of basic ones shows at the solve.
    for (int i = 0; i < p->rows; i++) glp_set_row_stat(state->lp, i + 1, p->start_rows[i]);
    for (int j = 0; j < p->columns; j++) glp_set_col_stat(state->lp, j + 1, p->start_columns[j]);
}

static double seconds_left(const solve_state *state) {
    return state->options->time_limit - (now() - state->started);
}

static int milliseconds(double seconds) {
    if (seconds >= INT_MAX / 1000.0) return INT_MAX;
    // Zero would be refused as a parameter.
    return seconds < 0.001 ? 1 : (int)(seconds * 1000);
}

static int ask(solve_state *state, const shim_progress *progress) {
    return state->options->ask ? state->options->ask(progress, state->options->context) : 0;
}

// Runs the simplex to its end or to a limit; returns GLPK's code, or 0 with result->limit set. GLP_EITLIM is returned
// after so many iterations as no program takes that is not going round in circles.
static int run_simplex(solve_state *state, int method, int presolve, int64_t patience) {
    int64_t begun = glp_get_it_cnt(state->lp);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = method == SHIM_DUAL ? GLP_DUAL : GLP_PRIMAL;
    parameters.presolve = presolve ? GLP_ON : GLP_OFF;
    // The linear program has no callback: it is run in slices where someone wants to watch it. Presolve would begin
    // again at every slice.
    int in_slices = state->options->ask != NULL && !presolve;
    for (;;) {
        double left = seconds_left(state);
        if (left <= 0) {
            state->result->limit = SHIM_LIMIT_TIME;
            return 0;
        }
        int64_t iterations_left = state->options->iteration_limit - glp_get_it_cnt(state->lp);
        if (iterations_left <= 0) {
            state->result->limit = SHIM_LIMIT_ITERATIONS;
            return 0;
        }
        if (in_slices) {
            shim_progress progress = {
                .in_search = 0,
                .iterations = glp_get_it_cnt(state->lp),
                .objective = glp_get_obj_val(state->lp),
                .bound = NAN,
                .seconds = now() - state->started,
            };
            if (ask(state, &progress)) {
                state->result->limit = SHIM_LIMIT_CALLER;
                return 0;
            }
        }
        parameters.tm_lim = milliseconds(left);
        int slice = iterations_left > INT_MAX ? INT_MAX : (int)iterations_left;
        if (in_slices && slice > state->options->slice) slice = state->options->slice;
        if (slice > patience) slice = (int)patience;
        parameters.it_lim = slice;
        int code = glp_simplex(state->lp, &parameters);
        if (code == GLP_ETMLIM) {
            state->result->limit = SHIM_LIMIT_TIME;
            return 0;
        }
        if (code != GLP_EITLIM || glp_get_it_cnt(state->lp) - begun >= patience) return code;
        // Round again: to the limit, or to the next slice.
    }
}

// Combinations of rows that show an infeasible program to be so, from the row of the tableau at which the dual
// simplex stopped. A candidate: the caller checks it.
static void read_infeasible_ray(solve_state *state) {
    glp_prob *lp = state->lp;
    int rows = state->problem->rows;
    int k = glp_get_unbnd_ray(lp);
    if (k == 0 || (!glp_bf_exists(lp) && glp_factorize(lp) != 0)) return;
    int status = k <= rows ? glp_get_row_stat(lp, k) : glp_get_col_stat(lp, k - rows);
    if (status != GLP_BS) return;
    int *indices = glp_calloc(1 + state->problem->columns, sizeof(int));
    double *values = glp_calloc(1 + state->problem->columns, sizeof(double));
    int length = glp_eval_tab_row(lp, k, indices, values);
    for (int i = 0; i < rows; i++) state->result->row_ray[i] = 0;
    if (k <= rows) state->result->row_ray[k - 1] = 1;
    for (int t = 1; t <= length; t++)
        if (indices[t] <= rows) state->result->row_ray[indices[t] - 1] = -values[t];
    glp_free(indices);
    glp_free(values);
    state->result->has_ray = 1;
}

// The direction in which the primal simplex found nothing to stop it. A candidate: the caller checks it.
static void read_unbounded_ray(solve_state *state) {
    glp_prob *lp = state->lp;
    int rows = state->problem->rows;
    int k = glp_get_unbnd_ray(lp);
    if (k == 0 || (!glp_bf_exists(lp) && glp_factorize(lp) != 0)) return;
    int status = k <= rows ? glp_get_row_stat(lp, k) : glp_get_col_stat(lp, k - rows);
    if (status == GLP_BS) return;
    int *indices = glp_calloc(1 + rows, sizeof(int));
    double *values = glp_calloc(1 + rows, sizeof(double));
    int length = glp_eval_tab_col(lp, k, indices, values);
    for (int j = 0; j < state->problem->columns; j++) state->result->column_ray[j] = 0;
    if (k > rows) state->result->column_ray[k - rows - 1] = 1;
    for (int t = 1; t <= length; t++)
        if (indices[t] > rows) state->result->column_ray[indices[t] - rows - 1] = values[t];
    glp_free(indices);
    glp_free(values);
    state->result->has_ray = 1;
}

static void read_linear_solution(solve_state *state) {
    glp_prob *lp = state->lp;
    shim_result *r = state->result;
    for (int j = 0; j < state->problem->columns; j++) {
        r->column_values[j] = glp_get_col_prim(lp, j + 1);
        r->column_duals[j] = glp_get_col_dual(lp, j + 1);
        r->column_statuses[j] = (uint8_t)glp_get_col_stat(lp, j + 1);
    }
    for (int i = 0; i < state->problem->rows; i++) {
        r->row_duals[i] = glp_get_row_dual(lp, i + 1);
        r->row_statuses[i] = (uint8_t)glp_get_row_stat(lp, i + 1);
    }
    r->has_basis = 1;
}

// What GLPK calls no end.
static double end_of_range(double value) { return fabs(value) >= DBL_MAX ? copysign(INFINITY, value) : value; }

// How far each value or cost can move before the basis stops being optimal.
static void read_ranges(solve_state *state) {
    glp_prob *lp = state->lp;
    shim_result *r = state->result;
    int rows = state->problem->rows;
    if (!glp_bf_exists(lp) && glp_factorize(lp) != 0) return;
    for (int k = 1; k <= rows + state->problem->columns; k++) {
        double low = NAN, high = NAN;
        int status = k <= rows ? glp_get_row_stat(lp, k) : glp_get_col_stat(lp, k - rows);
        if (status != GLP_BS)
            glp_analyze_bound(lp, k, &low, NULL, &high, NULL);
        else if (k > rows)
            glp_analyze_coef(lp, k, &low, NULL, NULL, &high, NULL, NULL);
        r->range_low[k - 1] = end_of_range(low);
        r->range_high[k - 1] = end_of_range(high);
    }
    r->has_ranges = 1;
}

// Solves an optimal linear program again in rational arithmetic, from the basis where the simplex method ended.
static void solve_exactly(solve_state *state) {
    shim_result *r = state->result;
    glp_prob *lp = state->lp;
    double left = seconds_left(state);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.tm_lim = milliseconds(left);
    int code = left > 0 ? glp_exact(lp, &parameters) : GLP_ETMLIM;
    r->iterations = glp_get_it_cnt(lp);
    if (code == 0 && glp_get_status(lp) == GLP_OPT) {
        read_linear_solution(state);
        r->is_exact = 1;
        return;
    }
    // The optimum of rounded arithmetic is a solution all the same, but it is not what was asked for.
    r->has_duals = 0;
    if (code == GLP_ETMLIM) {
        r->ending = SHIM_STOPPED;
        r->limit = SHIM_LIMIT_TIME;
        return;
    }
    r->has_values = 0;
    r->ending = SHIM_TROUBLE;
    int status = code == 0 ? glp_get_status(lp) : GLP_UNDEF;
    say(state,
        status == GLP_NOFEAS
            ? "in exact arithmetic the model has no solution, though to within rounding it has one"
        : status == GLP_UNBND
            ? "in exact arithmetic the objective has no end, though to within rounding it has one"
            : "the exact simplex method could not begin from the last basis");
}

// Solves the linear program, or the relaxation, to a status that can be named.
static void solve_linear(solve_state *state) {
    shim_result *r = state->result;
    glp_prob *lp = state->lp;
    int method = state->options->method;
    int presolve = state->options->presolve;
    if (state->problem->start_rows) {
        set_start(state);
        presolve = 0;
    } else if (!presolve && method == SHIM_PRIMAL) {
        glp_adv_basis(lp, 0);
    }
    // Two more attempts: one to find the cause where a route does not give it, one from a fresh basis.
    for (int attempt = 0; attempt < 3; attempt++) {
        int64_t patience = attempt < 2 ? 20 * (int64_t)(glp_get_num_rows(lp) + glp_get_num_cols(lp)) : INT64_MAX;
        int code = run_simplex(state, method, presolve, patience);
        int primal = glp_get_prim_stat(lp);
        int dual = glp_get_dual_stat(lp);
        r->iterations = glp_get_it_cnt(lp);
        if (r->limit) {
            r->ending = SHIM_STOPPED;
            r->has_values = primal == GLP_FEAS;
            r->has_duals = dual == GLP_FEAS;
            if (primal != GLP_UNDEF && dual != GLP_UNDEF) read_linear_solution(state);
            return;
        }
        if (code == 0 && glp_get_status(lp) == GLP_OPT) {
            r->ending = SHIM_OPTIMAL;
            r->has_values = r->has_duals = 1;
            read_linear_solution(state);
            return;
        }
        if (code == 0 && primal == GLP_NOFEAS) {
            r->ending = SHIM_INFEASIBLE;
            read_infeasible_ray(state);
            return;
        }
        if (code == 0 && primal == GLP_FEAS && dual == GLP_NOFEAS && (glp_get_unbnd_ray(lp) != 0 || attempt > 0)) {
            r->ending = SHIM_UNBOUNDED;
            read_unbounded_ray(state);
            return;
        }
        switch (code) {
        case GLP_ENOPFS:  // presolve: infeasible, with nothing to show for it
            presolve = 0;
            method = SHIM_DUAL;
            break;
        case 0:           // the dual simplex saw no dual solution: unbounded, to be shown, or infeasible
        case GLP_ENODFS:  // presolve: the same
            presolve = 0;
            method = SHIM_PRIMAL;
            break;
        case GLP_EBADB:  // the basis given is not one
        case GLP_ESING:
        case GLP_ECOND:
            glp_adv_basis(lp, 0);
            break;
        default:
            glp_std_basis(lp);
            presolve = 0;
            method = method == SHIM_DUAL ? SHIM_PRIMAL : SHIM_DUAL;
        }
    }
    r->ending = SHIM_TROUBLE;
    say(state, "the simplex method ended three times without a status");
}

typedef struct {
    solve_state *state;
    int64_t nodes, branchings, solutions, iterations_of_copies;
    double bound;
    double incumbent;  // NaN until there is one
    double asked;      // when the caller was last asked
    int has_bound;
    int limit;
    int64_t iterations_seen;  // at the last call
    int has_long_nodes;       // whether one linear program took long enough to make a caller wait
    int has_cut_off;          // whether a node was given up for the cutoff
} search_state;

// How much better than another objective one is; below zero when it is worse.
static double advantage(const solve_state *state, double objective, double other) {
    return state->problem->maximise ? objective - other : other - objective;
}

// Whether an objective is not better than the cutoff, rounding set aside.
static int is_cut_off(const solve_state *state, double objective) {
    double cutoff = state->options->cutoff;
    return !isnan(cutoff) && advantage(state, objective, cutoff) <= 1e-9 * fmax(1, fabs(cutoff));
}

// What no solution can beat: GLPK's bound is of the nodes that are left, and says nothing of those given up for the cutoff.
static double proven_bound(const search_state *search) {
    double cutoff = search->state->options->cutoff;
    return search->has_cut_off && advantage(search->state, cutoff, search->bound) > 0 ? cutoff : search->bound;
}

static void stop_search(glp_tree *tree, search_state *search, int limit) {
    if (search->limit) return;
    search->limit = limit;
    glp_ios_terminate(tree);
}

static int64_t iterations(const search_state *search) {
    return glp_get_it_cnt(search->state->lp) + search->iterations_of_copies;
}

static shim_progress search_progress(const search_state *search, int open) {
    return (shim_progress){
        .in_search = 1,
        .iterations = iterations(search),
        .nodes = search->nodes,
        .open_nodes = open,
        .objective = search->incumbent,
        .bound = search->has_bound ? proven_bound(search) : NAN,
        .seconds = now() - search->state->started,
    };
}

static void ask_in_search(glp_tree *tree, search_state *search, int open) {
    shim_progress progress = search_progress(search, open);
    search->asked = now();
    if (ask(search->state, &progress)) stop_search(tree, search, SHIM_LIMIT_CALLER);
}

// Solves a node's linear program before GLPK does, in slices with a question between them: GLPK itself asks nobody
// until it is solved, and lets nobody solve its own copy here. So another is solved, with the parameters GLPK would
// use, and the basis handed over: GLPK then has next to nothing left to do.
static void solve_node_in_slices(glp_tree *tree, search_state *search, int open) {
    const solve_state *state = search->state;
    glp_prob *node = glp_ios_get_prob(tree);
    glp_prob *copy = glp_create_prob();
    glp_copy_prob(copy, node, GLP_OFF);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_DUALP;
    if (!isnan(search->incumbent)) {
        if (state->problem->maximise)
            parameters.obj_ll = search->incumbent;
        else
            parameters.obj_ul = search->incumbent;
    }
    parameters.it_lim = state->options->slice;
    int64_t before = search->iterations_of_copies;
    // A dual simplex that goes round in circles does so for ever: the primal has a try from where it is, and then from
    // the beginning.
    int patience = 5 * (glp_get_num_rows(copy) + glp_get_num_cols(copy)), begun = 0;
    while (!search->limit) {
        double left = seconds_left(state);
        if (left <= 0) {
            stop_search(tree, search, SHIM_LIMIT_TIME);
            break;
        }
        parameters.tm_lim = milliseconds(left);
        int code = glp_simplex(copy, &parameters);
        search->iterations_of_copies = before + glp_get_it_cnt(copy);
        if (code != GLP_EITLIM && code != GLP_ETMLIM) break;
        if (iterations(search) >= state->options->iteration_limit) stop_search(tree, search, SHIM_LIMIT_ITERATIONS);
        if (glp_get_it_cnt(copy) - begun >= patience) {
            begun = glp_get_it_cnt(copy);
            if (parameters.meth == GLP_PRIMAL) glp_adv_basis(copy, 0);
            parameters.meth = GLP_PRIMAL;
        }
        ask_in_search(tree, search, open);
    }
    for (int i = 1; i <= glp_get_num_rows(copy); i++) glp_set_row_stat(node, i, glp_get_row_stat(copy, i));
    for (int j = 1; j <= glp_get_num_cols(copy); j++) glp_set_col_stat(node, j, glp_get_col_stat(copy, j));
    glp_delete_prob(copy);
}

// GLPK's bound of the best node, where it may be trusted: at other times that node may be half done.
static void read_bound(glp_tree *tree, search_state *search, int reason) {
    if (reason != GLP_ISELECT && reason != GLP_IBINGO && reason != GLP_IROWGEN) return;
    int best = glp_ios_best_node(tree);
    if (best == 0) return;
    double bound = glp_ios_node_bound(tree, best);
    if (isinf(bound) || fabs(bound) >= DBL_MAX) return;
    // Each reading was true when it was made and stays so: keep the tightest.
    if (search->has_bound && advantage(search->state, search->bound, bound) <= 0) return;
    search->bound = bound;
    search->has_bound = 1;
}

static void read_incumbent(glp_tree *tree, search_state *search) {
    glp_prob *lp = glp_ios_get_prob(tree);
    if (glp_mip_status(lp) != GLP_FEAS) return;
    double objective = glp_mip_obj_val(lp);
    if (search->incumbent == objective) return;
    search->incumbent = objective;
    search->solutions++;
}

// Whether a linear program of this search has taken about a third of a second or more, the first one included, or
// might because the first began from a basis given. By what was done and not by the clock, so that the same program
// takes the same path on every machine. For less, the copy would cost more than the wait: up to half as much again.
static int has_long_nodes(search_state *search) {
    const shim_problem *problem = search->state->problem;
    double coefficients = problem->column_starts[problem->columns] - 1;
    double taken = (double)(iterations(search) - search->iterations_seen);
    search->iterations_seen = iterations(search);
    if (taken * coefficients >= 2e7 || (problem->start_rows && coefficients >= 1e4)) search->has_long_nodes = 1;
    return search->has_long_nodes;
}

static void on_search(glp_tree *tree, void *info) {
    search_state *search = info;
    solve_state *state = search->state;
    const shim_options *options = state->options;
    if (search->limit) return;
    int reason = glp_ios_reason(tree);
    int open = 0, total = 0;
    glp_ios_tree_size(tree, &open, NULL, &total);
    // Each branching makes two nodes. GLPK does not count one that it gives up at once, and a search in whole numbers
    // without bounds may go on for ever with nothing but those.
    if (reason == GLP_IBRANCH) search->branchings++;
    search->nodes = total > 1 + 2 * search->branchings ? total : 1 + 2 * search->branchings;
    glp_prob *lp = glp_ios_get_prob(tree);
    read_bound(tree, search, reason);
    read_incumbent(tree, search);
    if (iterations(search) >= options->iteration_limit) stop_search(tree, search, SHIM_LIMIT_ITERATIONS);
    if (search->solutions >= options->solution_limit) stop_search(tree, search, SHIM_LIMIT_SOLUTIONS);
    if (search->nodes > options->node_limit) stop_search(tree, search, SHIM_LIMIT_NODES);
    if (options->absolute_gap > 0 && search->has_bound && !isnan(search->incumbent)
        && advantage(state, proven_bound(search), search->incumbent) <= options->absolute_gap)
        stop_search(tree, search, SHIM_LIMIT_GAP);
    if (search->limit) return;
    // A node that cannot lead to anything better than the cutoff is given a row that nothing meets: GLPK offers no
    // other way to give up a node.
    if (reason == GLP_IROWGEN && is_cut_off(state, glp_get_obj_val(lp))) {
        search->has_cut_off = 1;
        int row = glp_add_rows(lp, 1);
        glp_set_row_bnds(lp, row, GLP_LO, 1, 0);
        return;
    }
    // At every reason, though not more often than anyone would notice where nothing new is to be told.
    int is_news = reason == GLP_ISELECT || reason == GLP_IBINGO || reason == GLP_IROWGEN;
    if (is_news || now() - search->asked > 0.05) ask_in_search(tree, search, open);
    // A limit of iterations holds inside a node too, where GLPK might go round in circles and ask nobody.
    int is_watched = options->iteration_limit < INT64_MAX || (options->ask && has_long_nodes(search));
    if (!search->limit && reason == GLP_IPREPRO && is_watched)
        solve_node_in_slices(tree, search, open);
}

// Branch and bound from the optimal relaxation. Presolve stays off: it ran for 36 s before the first callback on a
// model that took 2 s without it, and its callbacks see columns that are not the caller's.
static void search_integers(solve_state *state) {
    shim_result *r = state->result;
    const shim_options *options = state->options;
    glp_prob *lp = state->lp;
    double root = glp_get_obj_val(lp);
    r->in_search = 1;
    r->has_values = r->has_duals = 0;
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    search_state search = {.state = state, .bound = root, .has_bound = 1, .incumbent = NAN, .asked = now()};
    if (is_cut_off(state, root)) {
        r->ending = SHIM_STOPPED;
        r->limit = SHIM_LIMIT_CUTOFF;
        r->has_bound = 1;
        r->bound = root;
        return;
    }
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.mip_gap = options->relative_gap;
    parameters.tol_int = options->integer_tolerance;
    parameters.gmi_cuts = options->gomory ? GLP_ON : GLP_OFF;
    parameters.mir_cuts = options->rounding ? GLP_ON : GLP_OFF;
    parameters.cov_cuts = options->cover ? GLP_ON : GLP_OFF;
    parameters.clq_cuts = options->clique ? GLP_ON : GLP_OFF;
    parameters.br_tech = options->branching == 1 ? GLP_BR_PCH : options->branching == 2 ? GLP_BR_MFV : GLP_BR_DTH;
    parameters.bt_tech = options->backtracking == 1 ? GLP_BT_BPH : GLP_BT_BLB;
    parameters.cb_func = on_search;
    parameters.cb_info = &search;
    double left = seconds_left(state);
    int code = GLP_ETMLIM;
    if (left > 0) {
        parameters.tm_lim = milliseconds(left);
        code = glp_intopt(lp, &parameters);
    }
    r->iterations = iterations(&search);
    r->nodes = search.nodes;
    int status = left > 0 ? glp_mip_status(lp) : GLP_UNDEF;
    if (status == GLP_OPT || status == GLP_FEAS) {
        r->has_values = 1;
        for (int j = 0; j < state->problem->columns; j++) r->column_values[j] = glp_mip_col_val(lp, j + 1);
    }
    r->has_bound = search.has_bound;
    r->bound = proven_bound(&search);
    // GLPK's rounding may come upon a solution that is no better than the cutoff. Where nodes were given up, it need
    // not be the best of those.
    int is_beaten = status == GLP_NOFEAS || (status == GLP_OPT && is_cut_off(state, glp_mip_obj_val(lp)));
    if (code == 0 && search.has_cut_off && is_beaten) {
        r->ending = SHIM_STOPPED;
        r->limit = SHIM_LIMIT_CUTOFF;
        r->has_values = 0;
        r->has_bound = 1;
        r->bound = options->cutoff;
    } else if (code == 0 && status == GLP_OPT) {
        r->ending = SHIM_OPTIMAL;
    } else if (code == 0 && status == GLP_NOFEAS) {
        r->ending = SHIM_INFEASIBLE;
    } else if (code == GLP_ETMLIM || code == GLP_ESTOP || code == GLP_EMIPGAP || search.limit || seconds_left(state) <= 0) {
        // A linear program inside that runs out of time is reported as a failure.
        r->ending = SHIM_STOPPED;
        r->limit = search.limit ? search.limit : code == GLP_EMIPGAP ? SHIM_LIMIT_GAP : SHIM_LIMIT_TIME;
    } else {
        r->ending = SHIM_TROUBLE;
        say(state, "branch and bound failed: a linear program inside it could not be solved");
    }
}

void shim_solve(const shim_problem *problem, const shim_options *options, shim_result *result) {
    if (is_busy) {
        result->ending = SHIM_BUSY;
        return;
    }
    is_busy = 1;
    solve_state state = {.problem = problem, .options = options, .result = result, .started = now()};
    result->message[0] = '\0';
    // A fresh environment: one that caught a fatal error is never used again.
    glp_free_env();
    glp_init_env();
    if (setjmp(state.fatal) == 0) {
        glp_error_hook(on_fatal, &state);
        glp_term_hook(on_text, &state);
        glp_term_out(GLP_OFF);
        if (options->memory_limit > 0) glp_mem_limit(options->memory_limit);
        state.lp = glp_create_prob();
        load(&state);
        if (options->force_fatal) glp_set_row_bnds(state.lp, problem->rows + 1, GLP_FR, 0, 0);
        glp_scale_prob(state.lp, GLP_SF_AUTO);
        solve_linear(&state);
        if (result->ending == SHIM_OPTIMAL && problem->is_integer)
            search_integers(&state);
        else if (result->ending == SHIM_OPTIMAL && options->exact)
            solve_exactly(&state);
        if (result->ending == SHIM_OPTIMAL && !problem->is_integer && options->ranging) read_ranges(&state);
        glp_delete_prob(state.lp);
    } else {
        // The environment, and the problem with it, is thrown away below.
        result->ending = SHIM_FATAL;
        result->has_values = result->has_bound = result->has_basis = result->has_duals = result->has_ray = 0;
        result->has_ranges = result->is_exact = 0;
    }
    glp_free_env();
    is_busy = 0;
}

const char *shim_version(void) { return glp_version(); }
