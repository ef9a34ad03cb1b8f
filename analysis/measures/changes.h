/*
 * Change points: where the rate of a series jumps to another level.
 *
 *     struct changes changes = CHANGES_EMPTY;
 *     if (!changes_find(&changes, weeks, count, changes_penalty(count), &fault))
 *         return false;
 *     for (size_t i = 0; i < changes.count; i++)
 *         mark(changes.starts[i]);                 the week a new level begins
 *     changes_release(&changes);
 *
 * The counts are cut into segments, each a Poisson process of one rate, such
 * that the sum over segments of 2 (k - k ln(k / E)) (k events in exposure E; 0
 * for k = 0) plus `penalty` for every change is least. Found by PELT (Killick,
 * Fearnhead and Eckley 2012), which leaves out only cuts that cannot win: the
 * result is the same as that of trying all (Jackson et al. 2005).
 *
 * changes_find_levels() does the same for values that are no counts (words an
 * article, say): each segment has one mean, and the sum over segments of
 * sum (x - mean)^2 / variance takes the place of the above.
 *
 * When not: counts that vary more than Poisson's (words within articles, one
 * big story) give changes too many; count articles or stories, or raise the
 * penalty by the factor of over-dispersion. A change in the last one or two
 * weeks is a spike until the next weeks are in.
 */
#ifndef ANALYSIS_MEASURES_CHANGES_H
#define ANALYSIS_MEASURES_CHANGES_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>

struct changes {
    size_t *starts; /* owned; the first week of each segment but the first, rising */
    size_t count;   /* changes, 0 or more */
    double cost;    /* the least sum, with penalties */
};

#define CHANGES_EMPTY ((struct changes){0})

/* 2 ln n: a change has two parameters, its place and its level; n > 0 weeks. */
double changes_penalty(size_t count);

/*
 * Finds the changes among `count` weeks in order. Ties go to the earlier cut.
 * `changes` must be empty.
 *
 * Fails with FAULT_DOMAIN when there is no week, an exposure is not above 0
 * (leave out weeks without articles), or the penalty is negative or no number;
 * changes is then empty.
 */
bool changes_find(struct changes *changes, const struct exposed *weeks, size_t count,
                  double penalty, struct fault *fault);

/*
 * The same among `count` values, whose `variance` around their level is known:
 * that of the whole series is on the safe side, for changes are in it.
 *
 * Fails with FAULT_DOMAIN when there is no value, one is no number, the
 * variance is not above 0, or the penalty is as above; changes is then empty.
 */
bool changes_find_levels(struct changes *changes, const double *values, size_t count,
                         double variance, double penalty, struct fault *fault);

void changes_release(struct changes *changes);

#endif
