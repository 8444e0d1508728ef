// SPDX-License-Identifier: GPL-3.0-or-later
//
// The transport-facility model straight into GLPK, as fast as C gets it there: the floor that a modelling layer is
// measured against. floor SITES ZONES prints one line of JSON.
//
// min sum over s of fixed_s open_s + sum over z, s of cost_zs flow_zs
//   every zone is served:           sum over s of flow_zs = 1                       (zones rows)
//   no more than a site holds:      sum over z of demand_z flow_zs <= room_s open_s (sites rows)
//   only from an open site:         flow_zs <= open_s                               (zones x sites rows)
//   flow >= 0; open 0 or 1
#include <glpk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int count, char **arguments) {
    if (count < 3) return 64;
    int sites = atoi(arguments[1]), zones = atoi(arguments[2]);
    double start = now();
    glp_term_out(GLP_OFF);
    glp_prob *lp = glp_create_prob();
    char name[64];
    int rows = zones + sites + zones * sites;
    glp_add_rows(lp, rows);
    for (int z = 0; z < zones; z++) {
        snprintf(name, sizeof name, "everyone is served[%d]", z);
        glp_set_row_name(lp, 1 + z, name);
        glp_set_row_bnds(lp, 1 + z, GLP_FX, 1, 1);
    }
    for (int s = 0; s < sites; s++) {
        snprintf(name, sizeof name, "no more than it holds[%d]", s);
        glp_set_row_name(lp, 1 + zones + s, name);
        glp_set_row_bnds(lp, 1 + zones + s, GLP_UP, 0, 0);
    }
    for (int z = 0; z < zones; z++)
        for (int s = 0; s < sites; s++) {
            int row = 1 + zones + sites + z * sites + s;
            snprintf(name, sizeof name, "only from an open one[%d,%d]", z, s);
            glp_set_row_name(lp, row, name);
            glp_set_row_bnds(lp, row, GLP_UP, 0, 0);
        }
    glp_add_cols(lp, sites + zones * sites);
    int *indices = malloc(sizeof(int) * (size_t)(3 + zones));
    double *values = malloc(sizeof(double) * (size_t)(3 + zones));
    for (int s = 0; s < sites; s++) {
        snprintf(name, sizeof name, "open[%d]", s);
        glp_set_col_name(lp, 1 + s, name);
        glp_set_col_kind(lp, 1 + s, GLP_BV);
        glp_set_obj_coef(lp, 1 + s, 1000 + s);
        indices[1] = 1 + zones + s;
        values[1] = -(20.0 * zones);
        for (int z = 0; z < zones; z++) {
            indices[2 + z] = 1 + zones + sites + z * sites + s;
            values[2 + z] = -1;
        }
        glp_set_mat_col(lp, 1 + s, 1 + zones, indices, values);
    }
    for (int z = 0; z < zones; z++)
        for (int s = 0; s < sites; s++) {
            int column = 1 + sites + z * sites + s;
            snprintf(name, sizeof name, "flow[%d,%d]", z, s);
            glp_set_col_name(lp, column, name);
            glp_set_col_bnds(lp, column, GLP_LO, 0, 0);
            glp_set_obj_coef(lp, column, 1 + (7 * z + 13 * s) % 97);
            indices[1] = 1 + z;
            values[1] = 1;
            indices[2] = 1 + zones + s;
            values[2] = 1 + z % 50;
            indices[3] = 1 + zones + sites + z * sites + s;
            values[3] = 1;
            glp_set_mat_col(lp, column, 3, indices, values);
        }
    double built = now();
    printf("{\"build\": 0, \"hand_over\": %.6f, \"rows\": %d, \"columns\": %d, \"nonzeros\": %d}\n", built - start,
           glp_get_num_rows(lp), glp_get_num_cols(lp), glp_get_num_nz(lp));
    return 0;
}
