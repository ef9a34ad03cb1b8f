#include "analysis/waves.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* Weeks that are held against the share they have together. */
enum part { PART_BASELINE, PART_STUDY, PART_OTHERS, PARTS };

/* PARTS for a week that tells nothing. */
static enum part part_of(const struct findings *findings, const struct findings_week *week)
{
    if (week->in_study != week->in_baseline)
        return week->in_study ? PART_STUDY : PART_BASELINE;
    if (findings->against != WEEKS_AGAINST_DAYS || week->in_study || week->partial)
        return PARTS;
    return PART_OTHERS;
}

void waves_add(struct spread *spread, const struct findings *findings,
               const struct proportion *weeks)
{
    struct proportion *mine = memory_new(findings->week_count, sizeof *mine);

    for (enum part part = PART_BASELINE; part < PARTS; part++) {
        size_t count = 0;

        for (size_t w = 0; w < findings->week_count; w++) {
            if (part_of(findings, &findings->weeks[w]) == part)
                mine[count++] = weeks[w];
        }
        spread_add(spread, mine, count);
    }
    free(mine);
}

uint32_t waves_weeks(const struct findings *findings)
{
    uint32_t weeks[PARTS + 1] = {0}, sum = 0;

    for (size_t w = 0; w < findings->week_count; w++) {
        const struct findings_week *week = &findings->weeks[w];

        weeks[part_of(findings, week)] += !week->gap && !week->partial;
    }
    for (enum part part = PART_BASELINE; part < PARTS; part++)
        sum += weeks[part] > 1 ? weeks[part] : 0;
    return sum;
}
