/*
 * Regression of counts with exposure: how fast does a rate grow a week?
 *
 *     ln mean_i = ln exposure_i + b_0 + sum over terms j of b_j x_ij
 *
 *     double weeks[] = {0, 1, 2, ...};
 *     struct regression_data data = {counts, exposures, weeks, COUNT, 1, NULL};
 *     struct regression fit;
 *     if (!regression_fit(&fit, &data, REGRESSION_QUASI_POISSON, 0.95, &fault))
 *         return false;
 *     growth = 100 * expm1(fit.coefficients[1].estimate.value);   per cent a week
 *
 * Poisson: the variance is the mean; almost never true of words. Quasi-Poisson:
 * the variance is dispersion x mean (Wedderburn 1974), with Student's t. NB2:
 * mean + mean^2 / theta (Lawless 1987), theta by maximum likelihood; Student's t
 * here too, because theta is known no better than a dispersion. The mean
 * is fitted by iteratively reweighted least squares (McCullagh and Nelder 1989).
 *
 * Quasi-Poisson is the default for weekly series. Where its dispersion is below
 * 1 (counts more even than chance) its errors are smaller than Poisson's; the
 * cautious take Poisson's then.
 *
 * When not: for a term with 5 hits in all the normal theory is rough; where a
 * week follows the last (autocorrelation) errors are too small, except those
 * of regression_fit_correlated(); for a jump or a spike a straight line is the wrong picture
 * (changes.h). Quasi- and NB2 fits of fewer than some 8 weeks are fragile.
 *
 * All functions are pure.
 */
#ifndef ANALYSIS_MEASURES_REGRESSION_H
#define ANALYSIS_MEASURES_REGRESSION_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

enum { REGRESSION_TERMS_MOST = 15 };

enum regression_family {
    REGRESSION_POISSON,
    REGRESSION_QUASI_POISSON,
    REGRESSION_NEGATIVE_BINOMIAL,
};

struct regression_data {
    const uint64_t *counts;
    const double *exposures; /* tokens, articles, ...; above 0 */
    const double *terms;     /* row by row, count x term_count; NULL for none */
    size_t count;            /* rows, more than term_count + 1 */
    size_t term_count;       /* without the intercept, at most REGRESSION_TERMS_MOST */
    const double *weights;   /* of each row in the likelihood, above 0; NULL for 1 each */
};

struct regression_coefficient {
    struct interval estimate; /* on the scale of natural logarithms */
    double error;             /* standard error */
    double deviate;           /* estimate / error: z for Poisson, else t */
    double p;                 /* two-sided, of a coefficient of 0; 0 to 1 */
};

struct regression {
    size_t coefficient_count; /* term_count + 1, the intercept first */
    struct regression_coefficient coefficients[REGRESSION_TERMS_MOST + 1];
    double deviance;        /* 0 or more */
    double dispersion;      /* Pearson's statistic of a Poisson variance / freedom */
    double freedom;         /* rows - coefficients */
    double autocorrelation; /* of Pearson residuals with those of the row before, -1 to 1 */
    double theta;           /* of NB2; 0 for the other families */
    double log_likelihood;  /* of Poisson or NB2; that of Poisson for quasi-Poisson */
    double covariance[REGRESSION_TERMS_MOST + 1][REGRESSION_TERMS_MOST + 1]; /* of coefficients */
};

/*
 * Fails with FAULT_DOMAIN when all counts are 0, there are too few rows or too
 * many terms, an exposure is not above 0, a term is not finite, terms depend
 * on each other, a weight is not above 0, the fit does not converge (a term that singles out rows
 * without hits), or, for NB2, the counts vary no more than Poisson's. `fit` is
 * then as it was.
 */
bool regression_fit(struct regression *fit, const struct regression_data *data,
                    enum regression_family family, double level, struct fault *fault);

/*
 * The Poisson fit with errors that hold where each row follows the last and
 * where counts vary in any way (Newey and West 1987): covariance B M B, B the
 * inverse information, M the sum over pairs of rows up to `lags` apart of the
 * products of their scores x_i (y_i - mean_i), those l apart weighed by 1 - l /
 * (lags + 1). Student's t. Rows are in order of time. Where `autocorrelation`
 * of a fit exceeds some 0.3 take it with 3 or 4 lags, from 40 rows on: of fewer
 * rows the errors are too small.
 *
 * Fails as regression_fit() does, and when lags are 0 or not below the rows.
 */
bool regression_fit_correlated(struct regression *fit, const struct regression_data *data,
                               size_t lags, double level, struct fault *fault);

/* The logarithm of a rate, and the variance with which the fit knows it. */
struct regression_rate {
    double logarithm;
    double variance;
};

/* The fitted rate, per unit of exposure, where the terms have these values; NULL without terms. */
struct regression_rate regression_rate(const struct regression *fit, const double *terms);

/*
 * The yearly round as terms of a row: cos and sin of 2 pi k time / period for
 * k from 1 to `pairs`, so 2 x pairs values into `terms`. One or two pairs for
 * weeks with a period of 52.18, and only where there are two periods or more.
 */
void regression_harmonics(double *terms, double time, double period, size_t pairs);

#endif
