/*
 * Bursts: the weeks in which something takes a larger share of what is written
 * than it does otherwise.
 *
 *     struct bursts bursts = BURSTS_EMPTY;
 *     if (!bursts_find(&bursts, weeks, count, BURSTS_PLAN, &fault))
 *         return false;
 *     for (size_t i = 0; i < bursts.count; i++)
 *         mark(bursts.items[i].start, bursts.items[i].end);
 *     bursts_release(&bursts);
 *
 * Kleinberg (2003), batches, two states. A week has `hits` among `of` articles.
 * In the base state an article is a hit with p0 = all hits / all articles, in
 * a burst with p1 = scale x p0. A week costs -ln of its binomial chance; going
 * from base into burst costs gamma x ln(number of weeks), going back costs
 * nothing, and the base state comes before the first week. The states with
 * the least sum are found (Viterbi); a week that costs the same either way is
 * no burst.
 *
 * A burst's weight is what its weeks save by not being in the base state. Only
 * weights of series with the same plan are comparable.
 *
 * When not: p0 is of the whole series, bursts and all, so a burst that fills
 * half of it hides itself. A lasting new level is a change (changes.h), a single
 * week against its past an alarm (alarms.h). With several copies of one story
 * count stories.
 */
#ifndef ANALYSIS_MEASURES_BURSTS_H
#define ANALYSIS_MEASURES_BURSTS_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>

struct bursts_plan {
    double scale; /* how many times the base share a burst has, above 1 */
    double gamma; /* how hard it is to enter one, 0 or more */
};

#define BURSTS_PLAN ((struct bursts_plan){2, 1})

struct burst {
    size_t start, end; /* from week `start` to before `end` */
    double weight;     /* natural logarithms of a likelihood ratio; at least gamma ln(weeks) */
};

struct bursts {
    struct burst *items; /* owned; in order, at least a week between two */
    size_t count;
    double base; /* p0, 0 to 1 */
    double cost; /* the least sum */
};

#define BURSTS_EMPTY ((struct bursts){0})

/*
 * Finds the bursts among `count` weeks in order. A week without articles
 * costs the same in both states. `bursts` must be empty.
 *
 * Fails with FAULT_DOMAIN when there is no hit, a week has more hits than
 * articles, the plan's numbers are out of range, or hits are so common that a
 * burst's share, scale x p0, would reach 1; bursts is then empty.
 */
bool bursts_find(struct bursts *bursts, const struct proportion *weeks, size_t count,
                 struct bursts_plan plan, struct fault *fault);

void bursts_release(struct bursts *bursts);

#endif
