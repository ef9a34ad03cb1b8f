#include "analysis/measures/collocation.h"

#include "analysis/measures/keyness.h"

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
