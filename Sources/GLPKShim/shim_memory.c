// SPDX-License-Identifier: GPL-3.0-or-later
#include "GLPKShim.h"
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void shim_keep_freed_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
#endif
}
