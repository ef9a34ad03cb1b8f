#include "analysis/peaks.h"

#include "analysis/measures/bursts.h"
#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

static void take_weeks(struct proportion *weeks, const struct watched_series *series, size_t count)
{
    for (size_t w = 0; w < count; w++) {
        uint64_t hits = (uint64_t)llround((double)series->weeks[w].hits / series->effect);
        uint64_t of = (uint64_t)llround((double)series->weeks[w].of / series->effect);

        weeks[w] = (struct proportion){hits < of ? hits : of, of};
    }
}

static void add_bursts(struct findings *findings, struct burst_finding **all, size_t *capacity,
                       const struct watched_series *series, const struct bursts *bursts)
{
    *all = memory_grow(*all, capacity, findings->burst_count + bursts->count, sizeof **all);
    for (size_t i = 0; i < bursts->count; i++)
        (*all)[findings->burst_count++] = (struct burst_finding){
            .series = series,
            .first = bursts->items[i].start,
            .last = bursts->items[i].end - 1,
            .weight = bursts->items[i].weight,
        };
}

void peaks_find(struct findings *findings)
{
    struct proportion *weeks = memory_new(findings->week_count, sizeof *weeks);
    struct burst_finding *all = NULL;
    size_t capacity = 0;

    for (size_t i = 0; i < findings->watched_count; i++) {
        struct bursts bursts = BURSTS_EMPTY;
        struct fault fault;

        take_weeks(weeks, &findings->watched[i], findings->week_count);
        /* A series without a hit, or one too common to double, has no burst. */
        if (bursts_find(&bursts, weeks, findings->week_count, BURSTS_PLAN, &fault))
            add_bursts(findings, &all, &capacity, &findings->watched[i], &bursts);
        bursts_release(&bursts);
    }
    findings->bursts = arena_new(&findings->arena, findings->burst_count, sizeof *findings->bursts);
    if (all)
        memcpy(findings->bursts, all, findings->burst_count * sizeof *all);
    free(all);
    free(weeks);
}
