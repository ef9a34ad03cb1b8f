/*
 * Alarms: is this week out of the ordinary, as the weeks before have it?
 *
 *     struct alarms_forecast forecast;
 *     if (!alarms_forecast(&forecast, &past, terms, (struct exposed){hits, words}, 0.005,
 *                          &fault))
 *         return false;
 *     if (forecast.alarm)
 *         tell(hits, forecast.expected, forecast.threshold);
 *
 * Five questions. alarms_forecast() asks one week against a past with its own
 * trend, yearly round and spread; it is the one for topics and terms.
 * alarms_u_chart() and alarms_laney() ask which weeks of a series do not fit
 * the rate of the whole. alarms_ewma() sees a small lasting shift sooner than
 * they do, and needs the level and spread to be known. alarms_hampel() finds
 * lone spikes in a series that drifts. alarms_laney_next() and
 * alarms_ewma_next() ask these charts about the last week alone.
 *
 * When not: a week compared with a past of less than some 20 weeks, or of fewer
 * than 5 hits in the last four. With many series at once take p through
 * multiple.h. A new level that stays is a change (changes.h): an alarm fires
 * on it until the past has caught up.
 *
 * All functions are pure. They fail with FAULT_DOMAIN as said, and then leave
 * their result as it was.
 */
#ifndef ANALYSIS_MEASURES_ALARMS_H
#define ANALYSIS_MEASURES_ALARMS_H

#include "analysis/measures/interval.h"
#include "analysis/measures/regression.h"
#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

/* One week of a chart; low <= middle <= high. */
struct alarms_point {
    double value;
    double low, middle, high;
    int out; /* -1 below low, 1 above high, else 0 */
};

/*
 * The u chart (Montgomery 2009, 7.3): rates u_i = count / exposure against u =
 * sum counts / sum exposures, limits u -+ width x sqrt(u / exposure_i), low not
 * below 0. `width` is 3 as a rule. Takes counts to vary as Poisson's do, which
 * words never and articles seldom do.
 *
 * Fails when there are no weeks or no hits, an exposure is not above 0, or the
 * width is not.
 */
bool alarms_u_chart(struct alarms_point *points, const struct exposed *weeks, size_t count,
                    double width, struct fault *fault);

/*
 * The u' chart (Laney 2002): the same limits times s, the spread from week to
 * week that is really there. s = mean |z_i - z_(i-1)| / 1.128, z_i = (u_i - u) /
 * sqrt(u / exposure_i), 1.128 = 2 / sqrt(pi). s near 1 says that Poisson was
 * right; s below 1 narrows the limits.
 *
 * Fails as above, for fewer than 2 weeks, and when weeks do not vary at all.
 */
bool alarms_laney(struct alarms_point *points, const struct exposed *weeks, size_t count,
                  double width, struct fault *fault);

/* The last week of a series against those before it; in hits. */
struct alarms_next {
    double expected;
    double upper; /* hits above it are an alarm; 0 or more */
    double p;     /* of so many hits or more, 0 to 1; one-sided */
    bool alarm;
};

/*
 * Laney's limits of all weeks but the last, for the last: u + width x s x
 * sqrt(u / exposure x (1 + exposure / theirs)). The root's second part is what
 * they do not know of u; s is at least 1 and at least the root of Pearson's
 * dispersion, because moving ranges find skewed counts too even. p is the larger of Student's,
 * where s, made of moving ranges, is worth 0.6 degrees of freedom a range, and of a gamma law as
 * skewed as a negative binomial count with dispersion s^2.
 *
 * Fails as alarms_laney() does, and for fewer than 3 weeks.
 */
bool alarms_laney_next(struct alarms_next *next, const struct exposed *weeks, size_t count,
                       double width, struct fault *fault);

/*
 * The same for the EWMA of the rates at the last week, from u on; `upper` are the
 * hits with which it would be `width` of its standard errors above u. Its error
 * knows that u is of the same weeks: it is that of sum c_i u_i, c_i the weight of
 * a week in the EWMA less its part in u times all weights. `lambda` is above 0, at most 1.
 */
bool alarms_ewma_next(struct alarms_next *next, const struct exposed *weeks, size_t count,
                      double lambda, double width, struct fault *fault);

struct alarms_plan {
    double lambda; /* weight of the newest value, above 0 to 1; 0.2 to 0.3 as a rule */
    double width;  /* of the limits in standard errors, above 0; 3 as a rule */
    double target; /* the level that is in order */
    double sigma;  /* standard deviation of a single value, above 0 */
};

/*
 * EWMA chart (Roberts 1959; NIST handbook 6.3.2.4): z_t = lambda x_t + (1 -
 * lambda) z_(t-1) from z_0 = target; limits target -+ width x sigma x
 * sqrt(lambda / (2 - lambda) x (1 - (1 - lambda)^(2t))). `value` is z_t.
 *
 * Fails when there are no values, a value is no number, or the plan is out of
 * range.
 */
bool alarms_ewma(struct alarms_point *points, const double *values, size_t count,
                 struct alarms_plan plan, struct fault *fault);

/*
 * Hampel's screen (1974) for lone spikes: each value against the median of the
 * `reach` weeks to both sides and itself, limits median -+ width x 1.4826 x the
 * median distance from it; windows are cut at the ends. Neither median minds up
 * to half of a window being spikes. Where more than half of a window are equal
 * its limits have no width, and any other value is out: not for rare hits.
 *
 * Fails when there are no values, a value is no number, the reach is 0, or the
 * width is not above 0.
 */
bool alarms_hampel(struct alarms_point *points, const double *values, size_t count, size_t reach,
                   double width, struct fault *fault);

struct alarms_forecast {
    double expected;    /* hits this week, by the past */
    double variance;    /* of this week's hits: spread and what the fit does not know */
    double dispersion;  /* of the past, at least 1 */
    double freedom;     /* degrees with which the dispersion is known */
    double p;           /* of so many hits or more, 0 to 1; one-sided */
    uint64_t threshold; /* hits above it are an alarm: the 1 - alpha quantile */
    size_t outbreaks;   /* weeks of the past that were weighed down */
    bool alarm;         /* p <= alpha, and so hits above threshold */
};

/*
 * This week's hits against a forecast from the past, after Farrington et al.
 * (1996) with the weights of Noufaily et al. (2013):
 *
 * 1. quasi-Poisson fit of the past, dispersion at least 1;
 * 2. Anscombe residuals s = 3/2 (y^(2/3) - m^(2/3)) / (m^(1/6) sqrt(dispersion
 *    (1 - leverage))); rows above 2.58 weigh s^-2, so that an outbreak of the
 *    past does not hide the next; weights are scaled to a mean of 1;
 * 3. the fit again with these weights;
 * 4. this week's hits are taken as negative binomial with mean m = `expected`
 *    and variance dispersion x m + m^2 v, v the variance of the fitted ln rate.
 *
 * Not when the past has an outbreak of many times its level: weighed once by
 * residuals that it widens itself, one week of 400 among weeks of 11 lets an
 * alarm go off only above 199.
 *
 * `past` has the design, any trend and harmonics (its weights are not used);
 * `terms` are those of this week, NULL without terms. `alpha` is one-sided,
 * 0.005 as a rule, above 0 and below 0.5. Where weeks have fewer than one hit
 * the threshold is coarse: p jumps.
 *
 * Fails as regression_fit() does, when this week has no exposure, or when
 * counts go beyond 10^9.
 */
bool alarms_forecast(struct alarms_forecast *forecast, const struct regression_data *past,
                     const double *terms, struct exposed now, double alpha, struct fault *fault);

/*
 * Judges this week's hits again, by a dispersion (at least 1) that other series
 * helped to find (spread.h), known with `freedom` degrees, above 0. p is the larger of
 * the negative binomial's and of Student's for the Anscombe residual, which minds
 * how well the dispersion is known; the threshold is the higher of the two.
 * `alpha` is as above.
 */
void alarms_judge(struct alarms_forecast *forecast, uint64_t hits, double dispersion,
                  double freedom, double alpha);

#endif
