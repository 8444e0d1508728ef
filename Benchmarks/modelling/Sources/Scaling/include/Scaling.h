// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SCALING_H
#define SCALING_H

// While skipped, GLPK does not scale problems: scaling takes longer than all of the handing over that is to be timed.
void skip_scaling(int skip);

#endif
