/*
 * Many tests at once: from p to q, the false discovery rate at which a
 * finding would still be reported.
 *
 *     double q[COUNT];
 *     if (!multiple_benjamini_hochberg(q, p, COUNT, &fault))
 *         return false;
 *
 * Give it every test that was made, not only those to be shown. q is never
 * below its p, never above 1, and rises with p; equal p give equal q.
 * `q` may be the same array as `p`. Nothing is done for a count of 0.
 *
 * Both fail with FAULT_DOMAIN when a p is not in 0 to 1 (NaN is not); q is
 * then as it was.
 */
#ifndef ANALYSIS_MEASURES_MULTIPLE_H
#define ANALYSIS_MEASURES_MULTIPLE_H

#include "corpus/base/fault.h"

#include <stddef.h>

#define MULTIPLE_LEVEL 0.05 /* the largest q of what a report calls clear */

/* Benjamini and Hochberg (1995): for tests that are independent or rise together. */
bool multiple_benjamini_hochberg(double *q, const double *p, size_t count, struct fault *fault);

/* Benjamini and Yekutieli (2001): for tests that depend on each other in any way. */
bool multiple_benjamini_yekutieli(double *q, const double *p, size_t count, struct fault *fault);

#endif
