#include "analysis/measures/keyness.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_log.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

/*
 * The two-by-two table behind every measure here:
 *
 *                 study     reference
 *     the term    a         b
 *     others      c         d
 */
struct cells {
    double a, b, c, d;
};

static struct cells cells_of(struct keyness_counts term, struct keyness_counts total)
{
    return (struct cells){
        .a = (double)term.study,
        .b = (double)term.reference,
        .c = (double)(total.study - term.study),
        .d = (double)(total.reference - term.reference),
    };
}

/* What would be in the cells if the term's share were the same on both sides. */
static struct cells expected_of(struct cells seen)
{
    double all = seen.a + seen.b + seen.c + seen.d;
    double study = (seen.a + seen.c) / all;
    double reference = (seen.b + seen.d) / all;

    return (struct cells){
        .a = (seen.a + seen.b) * study,
        .b = (seen.a + seen.b) * reference,
        .c = (seen.c + seen.d) * study,
        .d = (seen.c + seen.d) * reference,
    };
}

static bool totals_make_sense(struct keyness_counts term, struct keyness_counts total,
                              struct fault *fault)
{
    if (total.study == 0 || total.reference == 0)
        return fault_set(fault, FAULT_DOMAIN, "keyness needs tokens on both sides");
    if (term.study > total.study || term.reference > total.reference)
        return fault_set(fault, FAULT_DOMAIN,
                         "a term occurs %" PRIu64 " and %" PRIu64 " times among %" PRIu64
                         " and %" PRIu64 " tokens",
                         term.study, term.reference, total.study, total.reference);
    return true;
}

static bool counts_make_sense(struct keyness_counts term, struct keyness_counts total,
                              struct fault *fault)
{
    if (!totals_make_sense(term, total, fault))
        return false;
    if (term.study == 0 && term.reference == 0)
        return fault_set(fault, FAULT_DOMAIN, "the term occurs on neither side");
    return true;
}

/*
 * One cell's part of g2, O ln(O/E) - (O - E), which is never negative. The
 * differences O - E of a table add up to 0, so the parts add up to g2 / 2
 * without the cancellation that O ln(O/E) alone has where O is close to E.
 */
static bool divergence(double *part, double observed, double expected, struct fault *fault)
{
    gsl_sf_result log_less_x; /* ln(1 + x) - x */
    double excess;

    if (observed == 0) {
        *part = expected;
        return true;
    }
    excess = (observed - expected) / expected;
    if (!numeric_check(gsl_sf_log_1plusx_mx_e(excess, &log_less_x), "keyness", fault))
        return false;
    *part = expected * (log_less_x.val + excess * log1p(excess));
    return true;
}

static bool log_likelihood(double *g2, struct cells seen, bool four_cells, struct fault *fault)
{
    struct cells expected = expected_of(seen);
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;

    if (!divergence(&a, seen.a, expected.a, fault) || !divergence(&b, seen.b, expected.b, fault))
        return false;
    if (four_cells &&
        (!divergence(&c, seen.c, expected.c, fault) || !divergence(&d, seen.d, expected.d, fault)))
        return false;
    *g2 = 2 * (a + b + c + d);
    return true;
}

static struct interval binary(double ratio, double reach)
{
    return (struct interval){ratio / M_LN2, (ratio - reach) / M_LN2, (ratio + reach) / M_LN2};
}

static struct interval katz_interval(struct cells seen, double level)
{
    bool walter = seen.a == 0 || seen.b == 0 || (seen.c == 0 && seen.d == 0);
    double a = seen.a + (walter ? 0.5 : 0);
    double b = seen.b + (walter ? 0.5 : 0);
    double study = a + seen.c;
    double reference = b + seen.d;
    /* 1/a - 1/study, without its cancellation. */
    double variance = seen.c / (a * study) + seen.d / (b * reference);

    return binary(log(a / study) - log(b / reference), numeric_z(level) * sqrt(variance));
}

bool keyness_score(struct keyness *score, struct keyness_counts term, struct keyness_counts total,
                   double level, struct fault *fault)
{
    struct keyness result = {0};
    struct cells seen;

    if (!numeric_level(level, "keyness", fault) || !counts_make_sense(term, total, fault))
        return false;
    seen = cells_of(term, total);
    if (!log_likelihood(&result.g2, seen, true, fault))
        return false;
    result.study_rate = 1e6 * seen.a / (double)total.study;
    result.reference_rate = 1e6 * seen.b / (double)total.reference;
    result.p = gsl_cdf_chisq_Q(result.g2, 1);
    result.log_ratio = katz_interval(seen, level);
    *score = result;
    return true;
}

/* The logarithm of a side's rate, and its variance. */
struct log_rate {
    double value;
    double variance;
    double freedom;
};

static bool log_rate_of(struct log_rate *result, const struct ratio_sums *sums, bool walter,
                        uint64_t minimum, struct fault *fault)
{
    struct ratio_moments moments = {0};
    double half = walter ? 0.5 : 0;
    double hits = (double)sums->x + half;
    double n = (double)sums->n;

    if (!ratio_moments(&moments, sums, minimum, fault))
        return false;
    result->value = log(hits / (n + half));
    result->freedom = moments.freedom;
    if (sums->x == 0)
        result->variance = n / (half * (n + half));
    else
        result->variance = moments.variance * (n / hits) * (n / hits);
    return true;
}

bool keyness_by_article(struct keyness_effect *effect, const struct ratio_sums *study,
                        const struct ratio_sums *reference, struct ratio_options options,
                        struct fault *fault)
{
    struct keyness_counts term = {study->x, reference->x};
    struct keyness_counts total = {study->n, reference->n};
    bool walter = study->x == 0 || reference->x == 0;
    struct log_rate one = {0};
    struct log_rate other = {0};
    double ratio, error, freedom;

    if (!numeric_level(options.level, "keyness", fault) || !counts_make_sense(term, total, fault) ||
        !log_rate_of(&one, study, walter, options.minimum, fault) ||
        !log_rate_of(&other, reference, walter, options.minimum, fault))
        return false;
    ratio = one.value - other.value;
    error = sqrt(one.variance + other.variance);
    freedom = ratio_freedom(one.variance, one.freedom, other.variance, other.freedom);
    effect->log_ratio = binary(ratio, numeric_t(options.level, freedom) * error);
    effect->freedom = freedom;
    if (error > 0)
        effect->p = numeric_p_of_t(ratio / error, freedom);
    else
        effect->p = ratio == 0 ? 1 : 0;
    return true;
}

/* How the articles with the term may fall to both sides: the study has from `first` to `last`. */
struct splits {
    uint64_t first, last, found;
    double *chances; /* each over that of the likeliest; owned */
};

/*
 * Hypergeometric chances, from one to the next: the logarithms of factorials cost
 * digits in a large set.
 */
static void fill_splits(struct splits *splits, struct keyness_articles seen)
{
    double study = (double)seen.study_all, rest = (double)seen.reference_all;
    double found = (double)splits->found;
    uint64_t mode = (uint64_t)((found + 1) * (study + 1) / (study + rest + 2));
    double *chances = memory_new(splits->last - splits->first + 1, sizeof *chances);

    splits->chances = chances;
    mode = mode < splits->first ? splits->first : mode > splits->last ? splits->last : mode;
    chances[mode - splits->first] = 1;
    for (uint64_t k = mode; k < splits->last; k++) {
        double hits = (double)k;

        chances[k + 1 - splits->first] = chances[k - splits->first] * (study - hits) *
                                         (found - hits) / (hits + 1) / (rest - found + hits + 1);
    }
    for (uint64_t k = mode; k > splits->first; k--) {
        double hits = (double)k;

        chances[k - 1 - splits->first] = chances[k - splits->first] * hits * (rest - found + hits) /
                                         (study - hits + 1) / (found - hits + 1);
    }
}

bool keyness_fisher(double *p, struct keyness_articles seen, struct fault *fault)
{
    struct splits splits = {.found = seen.study + seen.reference};
    double sum = 0, all = 0, limit;

    if (seen.study > seen.study_all || seen.reference > seen.reference_all || splits.found == 0)
        return fault_set(fault, FAULT_DOMAIN, "keyness: these are no numbers of articles");
    if (seen.study_all + seen.reference_all > UINT32_MAX)
        return fault_set(fault, FAULT_DOMAIN, "keyness: too many articles for an exact test");
    splits.first = splits.found > seen.reference_all ? splits.found - seen.reference_all : 0;
    splits.last = splits.found < seen.study_all ? splits.found : seen.study_all;
    fill_splits(&splits, seen);
    /* R's tolerance: outcomes as likely as the one seen but for rounding count too. */
    limit = splits.chances[seen.study - splits.first] * (1 + 1e-7);
    for (uint64_t i = 0; i <= splits.last - splits.first; i++) {
        all += splits.chances[i];
        sum += splits.chances[i] <= limit ? splits.chances[i] : 0;
    }
    free(splits.chances);
    *p = fmin(sum / all, 1);
    return true;
}

bool keyness_g2_two_cell(double *g2, struct keyness_counts term, struct keyness_counts total,
                         struct fault *fault)
{
    return counts_make_sense(term, total, fault) &&
           log_likelihood(g2, cells_of(term, total), false, fault);
}

bool keyness_williams(double *g2, double *p, struct keyness_counts term,
                      struct keyness_counts total, struct fault *fault)
{
    struct cells seen;
    double all, hits, rows, columns, plain;

    if (!counts_make_sense(term, total, fault))
        return false;
    seen = cells_of(term, total);
    if (!log_likelihood(&plain, seen, true, fault))
        return false;
    hits = seen.a + seen.b;
    all = hits + seen.c + seen.d;
    if (hits < all) {
        rows = all / hits + all / (all - hits) - 1;
        columns = all / (seen.a + seen.c) + all / (seen.b + seen.d) - 1;
        plain /= 1 + rows * columns / (6 * all);
    }
    *g2 = plain;
    *p = gsl_cdf_chisq_Q(plain, 1);
    return true;
}

bool keyness_chi2(double *chi2, struct keyness_counts term, struct keyness_counts total, bool yates,
                  struct fault *fault)
{
    struct cells seen, expected;
    double apart;

    if (!counts_make_sense(term, total, fault))
        return false;
    seen = cells_of(term, total);
    if (seen.c == 0 && seen.d == 0) {
        *chi2 = 0;
        return true;
    }
    expected = expected_of(seen);
    /* |O - E| is the same in all four cells. */
    apart = fabs(seen.a - expected.a);
    if (yates)
        apart = fmax(0, apart - 0.5);
    *chi2 = apart * apart * (1 / expected.a + 1 / expected.b + 1 / expected.c + 1 / expected.d);
    return true;
}

bool keyness_percent_difference(double *percent, struct keyness_counts term,
                                struct keyness_counts total, struct fault *fault)
{
    double study, reference;

    if (!counts_make_sense(term, total, fault))
        return false;
    if (term.reference == 0)
        return fault_set(fault, FAULT_DOMAIN,
                         "the term is missing from the reference, so no percentage can be had");
    study = (double)term.study / (double)total.study;
    reference = (double)term.reference / (double)total.reference;
    *percent = 100 * (study - reference) / reference;
    return true;
}

bool keyness_simple_maths(double *ratio, struct keyness_counts term, struct keyness_counts total,
                          double constant, struct fault *fault)
{
    if (!counts_make_sense(term, total, fault))
        return false;
    if (!(constant > 0) || isinf(constant))
        return fault_set(fault, FAULT_DOMAIN, "simple maths: the constant %g is not above 0",
                         constant);
    *ratio = (1e6 * (double)term.study / (double)total.study + constant) /
             (1e6 * (double)term.reference / (double)total.reference + constant);
    return true;
}

double keyness_bic(double g2, struct keyness_counts total)
{
    return g2 - log((double)total.study + (double)total.reference);
}

bool keyness_ell(double *ell, struct keyness_counts term, struct keyness_counts total,
                 struct fault *fault)
{
    double g2, all, least;
    struct cells expected;

    if (!keyness_g2_two_cell(&g2, term, total, fault))
        return false;
    expected = expected_of(cells_of(term, total));
    all = (double)total.study + (double)total.reference;
    least = fmin(expected.a, expected.b);
    if (least <= 1)
        return fault_set(fault, FAULT_DOMAIN,
                         "ell: a term with %g expected hits on a side is too rare", least);
    *ell = g2 / (all * log(least));
    return true;
}

bool keyness_odds_ratio(struct interval *ratio, struct keyness_counts term,
                        struct keyness_counts total, double level, struct fault *fault)
{
    struct cells seen;
    double half, odds, factor;

    if (!numeric_level(level, "odds ratio", fault) || !counts_make_sense(term, total, fault))
        return false;
    seen = cells_of(term, total);
    half = seen.a == 0 || seen.b == 0 || seen.c == 0 || seen.d == 0 ? 0.5 : 0;
    odds = (seen.a + half) / (seen.c + half) * ((seen.d + half) / (seen.b + half));
    factor = exp(numeric_z(level) * sqrt(1 / (seen.a + half) + 1 / (seen.b + half) +
                                         1 / (seen.c + half) + 1 / (seen.d + half)));
    *ratio = (struct interval){odds, odds / factor, odds * factor};
    return true;
}

bool keyness_conservative(double *log_ratio, struct keyness_counts term,
                          struct keyness_counts total, double level, uint64_t tests,
                          struct fault *fault)
{
    uint64_t hits = term.study + term.reference;
    struct interval study, rest;
    double shift, low, high;

    if (!numeric_level(level, "conservative log ratio", fault) ||
        !counts_make_sense(term, total, fault))
        return false;
    if (tests == 0)
        return fault_set(fault, FAULT_DOMAIN, "conservative log ratio: there are no tests");
    level = 1 - (1 - level) / (double)tests;
    /* Both parts of the hits, so that neither bound is 1 less something close to 1. */
    if (!interval_clopper_pearson(&study, (struct proportion){term.study, hits}, level, fault) ||
        !interval_clopper_pearson(&rest, (struct proportion){term.reference, hits}, level, fault))
        return false;
    /* From the odds of a hit to lie in the study to the ratio of the rates. */
    shift = log((double)total.reference) - log((double)total.study);
    low = log(study.low) - log(rest.high) + shift;
    high = log(study.high) - log(rest.low) + shift;
    *log_ratio = (fmax(0, low) + fmin(0, high)) / M_LN2;
    return true;
}

bool keyness_weighted_log_odds(double *z, struct keyness_counts term, struct keyness_counts total,
                               struct keyness_prior prior, struct fault *fault)
{
    double study, reference, rest;

    if (!totals_make_sense(term, total, fault))
        return false;
    if (!(prior.term > 0) || !(prior.all > prior.term) || isinf(prior.all))
        return fault_set(fault, FAULT_DOMAIN, "weighted log odds: the prior %g of %g is no prior",
                         prior.term, prior.all);
    rest = prior.all - prior.term;
    study = (double)term.study + prior.term;
    reference = (double)term.reference + prior.term;
    *z = (log(study / ((double)(total.study - term.study) + rest)) -
          log(reference / ((double)(total.reference - term.reference) + rest))) /
         sqrt(1 / study + 1 / reference);
    return true;
}
