#include "analysis/measures/collocation.h"

#include "analysis/measures/keyness.h"
#include "analysis/measures/numeric.h"

#include <gsl/gsl_math.h>
#include <inttypes.h>
#include <math.h>

static bool counts_make_sense(struct collocation_counts pair, struct fault *fault)
{
    if (pair.joint == 0)
        return fault_set(fault, FAULT_DOMAIN, "the two words never stand together");
    if (pair.joint > pair.near || pair.joint > pair.collocate || pair.node == 0 ||
        pair.near > pair.positions || pair.collocate > pair.positions ||
        pair.near - pair.joint > pair.positions - pair.collocate)
        return fault_set(fault, FAULT_DOMAIN,
                         "%" PRIu64 " joint occurrences do not fit %" PRIu64
                         " positions near the node and %" PRIu64 " collocates among %" PRIu64,
                         pair.joint, pair.near, pair.collocate, pair.positions);
    if (pair.collocate == pair.positions)
        return fault_set(fault, FAULT_DOMAIN,
                         "a word at every position is a collocate of all and none");
    return true;
}

bool collocation_measure(struct collocation *bond, struct collocation_counts pair,
                         struct fault *fault)
{
    struct collocation result = {0};
    struct keyness score = {0};
    double joint = (double)pair.joint;
    double collocate = (double)pair.collocate;
    /* Keyness's table: are positions near a node commoner where the collocate stands? */
    struct keyness_counts near = {pair.joint, pair.near - pair.joint};
    struct keyness_counts all = {pair.collocate, pair.positions - pair.collocate};

    if (!counts_make_sense(pair, fault) || !keyness_score(&score, near, all, 0.95, fault) ||
        !keyness_chi2(&result.chi2, near, all, false, fault))
        return false;
    result.expected = (double)pair.near * collocate / (double)pair.positions;
    result.t = (joint - result.expected) / sqrt(joint);
    result.pmi = log2(joint / result.expected);
    result.mi3 = result.pmi + 2 * log2(joint);
    result.log_dice = 14 + log2(2 * joint / ((double)pair.node + collocate));
    result.g2 = score.g2;
    result.p = score.p;
    *bond = result;
    return true;
}

void collocation_add(struct collocation_sums *sums, struct collocation_article article)
{
    ratio_wide j = article.joint, h = article.near, c = article.collocate, p = article.positions;

    sums->articles++;
    sums->all.joint += article.joint;
    sums->all.near += article.near;
    sums->all.collocate += article.collocate;
    sums->all.positions += article.positions;
    sums->jj += j * j;
    sums->hh += h * h;
    sums->cc += c * c;
    sums->pp += p * p;
    sums->jh += j * h;
    sums->jc += j * c;
    sums->jp += j * p;
    sums->hc += h * c;
    sums->hp += h * p;
    sums->cp += c * p;
}

/* The sum of u_i^2; not below 0, whatever rounding makes of it. */
static double spread(const struct collocation_sums *sums)
{
    double j = (double)sums->all.joint, h = (double)sums->all.near;
    double c = (double)sums->all.collocate, p = (double)sums->all.positions;
    double squares = (double)sums->jj / (j * j) + (double)sums->hh / (h * h) +
                     (double)sums->cc / (c * c) + (double)sums->pp / (p * p);
    double products = (double)sums->jp / (j * p) + (double)sums->hc / (h * c) -
                      (double)sums->jh / (j * h) - (double)sums->jc / (j * c) -
                      (double)sums->hp / (h * p) - (double)sums->cp / (c * p);

    return fmax(0, squares + 2 * products);
}

bool collocation_by_article(struct interval *pmi, const struct collocation_sums *sums, double level,
                            uint64_t minimum, struct fault *fault)
{
    double articles = (double)sums->articles;
    double value, half;

    if (!numeric_level(level, "collocation", fault))
        return false;
    if (sums->articles < minimum || sums->articles < 2)
        return fault_set(fault, FAULT_DOMAIN, "collocation: %" PRIu64 " articles are too few",
                         sums->articles);
    if (!sums->all.joint || !sums->all.near || !sums->all.collocate || !sums->all.positions)
        return fault_set(fault, FAULT_DOMAIN, "the two words never stand together");
    value = log2((double)sums->all.joint) + log2((double)sums->all.positions) -
            log2((double)sums->all.near) - log2((double)sums->all.collocate);
    half = numeric_t(level, articles - 1) * sqrt(articles / (articles - 1) * spread(sums)) / M_LN2;
    *pmi = (struct interval){value, value - half, value + half};
    return true;
}
