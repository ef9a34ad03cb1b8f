#include "analysis/waves.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

static void add_side(struct spread *spread, struct proportion *mine,
                     const struct findings *findings, const struct proportion *weeks, bool study)
{
    size_t count = 0;

    for (size_t w = 0; w < findings->week_count; w++) {
        const struct findings_week *week = &findings->weeks[w];

        if (week->in_study != week->in_baseline && week->in_study == study)
            mine[count++] = weeks[w];
    }
    spread_add(spread, mine, count);
}

void waves_add(struct spread *spread, const struct findings *findings,
               const struct proportion *weeks)
{
    struct proportion *mine = memory_new(findings->week_count, sizeof *mine);

    add_side(spread, mine, findings, weeks, false);
    add_side(spread, mine, findings, weeks, true);
    free(mine);
}
