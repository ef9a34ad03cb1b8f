#include "analysis/findings.h"

#include "analysis/measures/multiple.h"
#include "analysis/weeks.h"
#include "corpus/base/memory.h"
#include "corpus/store/quotespool.h"

#include <stdlib.h>

bool findings_may_claim(const struct findings *findings)
{
    if (findings->baseline_first == DAY_NONE || !findings->dated)
        return false;
    if (findings->against != WEEKS_AGAINST_BEFORE)
        return findings->spread_weeks >= WEEKS_CLAIM;
    if (findings->study_week != WEEK_NONE)
        return findings->baseline_weeks >= WEEKS_CLAIM;
    return findings->baseline_last - findings->baseline_first ==
           findings->study_last - findings->study_first;
}

enum direction findings_trend_direction(const struct trend_finding *trend)
{
    const struct estimate *slope = &trend->slope;
    const struct estimate *within = &trend->within;

    if (!slope->has_interval)
        return CHANGE_UNTESTED;
    if (trend->q > MULTIPLE_LEVEL)
        return CHANGE_NONE;
    if (slope->low > 0 && (!within->has_interval || within->low > 0))
        return CHANGE_UP;
    if (slope->high < 0 && (!within->has_interval || within->high < 0))
        return CHANGE_DOWN;
    return CHANGE_NONE;
}

static enum direction direction_of(const struct change *change)
{
    return change->q > MULTIPLE_LEVEL    ? CHANGE_NONE
           : change->difference.low > 0  ? CHANGE_UP
           : change->difference.high < 0 ? CHANGE_DOWN
                                         : CHANGE_NONE;
}

void findings_settle(uint32_t *tested, uint32_t *clear, struct change *const *changes, size_t count)
{
    double *p = memory_new(count, sizeof *p);
    struct fault fault;
    size_t given = 0, taken = 0;

    *clear = 0;
    for (size_t i = 0; i < count; i++) {
        if (changes[i]->direction != CHANGE_UNTESTED)
            p[given++] = changes[i]->p;
    }
    (void)multiple_benjamini_hochberg(p, p, given, &fault);
    for (size_t i = 0; i < count; i++) {
        if (changes[i]->direction == CHANGE_UNTESTED)
            continue;
        changes[i]->q = p[taken++];
        changes[i]->direction = direction_of(changes[i]);
        *clear += changes[i]->direction != CHANGE_NONE;
    }
    *tested = (uint32_t)given;
    free(p);
}

void findings_release(struct findings *findings)
{
    arena_release(&findings->arena);
    quotespool_close(findings->quoted);
    *findings = FINDINGS_EMPTY;
}
