/*
 * Weighted least squares: the b that makes sum w (y - X b)^2 least.
 *
 *     double solution[2], covariance[4];
 *     struct leastsquares problem = {design, response, weights, rows, 2};
 *     if (!leastsquares_solve(solution, covariance, &problem, &fault))
 *         return false;
 *
 * By singular values of the design with its columns scaled to one length (GSL),
 * so that columns of very different size do no harm. NIST's linear data sets come
 * out with nine or more right digits, but for Filip (7) and Wampler 4 and 5 (7 and
 * 5, whose noise is a hundred and ten thousand times that of 3).
 */
#ifndef ANALYSIS_MEASURES_LEASTSQUARES_H
#define ANALYSIS_MEASURES_LEASTSQUARES_H

#include "corpus/base/fault.h"

#include <stdbool.h>
#include <stddef.h>

struct leastsquares {
    const double *design; /* row by row: rows x width */
    const double *response;
    const double *weights; /* of each row, above 0; NULL for 1 each */
    size_t rows, width;    /* rows not fewer than width */
};

/*
 * `solution` has width values, `covariance` width x width: the inverse of X'WX, not
 * scaled by what is left over; it may be NULL.
 *
 * Fails with FAULT_DOMAIN where a column is, to 10 digits, a sum of others; the
 * results are then undefined.
 */
bool leastsquares_solve(double *solution, double *covariance, const struct leastsquares *problem,
                        struct fault *fault);

#endif
