#include "analysis/arrivals.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* By person: the last week before the study with a quotation, as an index; -1 for none. */
static int32_t *last_weeks(const struct speakers *speakers, const struct counts *counts)
{
    int32_t *last = memory_new(speakers->people.count, sizeof *last);

    for (size_t p = 0; p < speakers->people.count; p++)
        last[p] = -1;
    for (size_t i = 0; i < speakers->cell_count; i++) {
        const struct speaker_cell *cell = &speakers->cells[i];
        const struct counted_article *article = &counts->articles[cell->article];

        if (cell->person != SPEAKERS_NOBODY && cell->quotes && article->week >= 0 &&
            article->day < counts->plan.study_first)
            last[cell->person] = article->week; /* articles come by day */
    }
    return last;
}

/* Weeks with articles after that one and before the study. */
static uint32_t weeks_since(const struct findings *findings, int32_t week)
{
    uint32_t weeks = 0;

    for (size_t w = (size_t)week + 1; w < findings->week_count && !findings->weeks[w].in_study; w++)
        weeks += !findings->weeks[w].gap;
    return weeks;
}

static int by_novelty(const void *left, const void *right)
{
    const struct arrival_finding *a = left, *b = right;

    if (a->returns != b->returns)
        return a->returns ? 1 : -1;
    return (a->speaker > b->speaker) - (a->speaker < b->speaker); /* speakers go by words */
}

void arrivals_find(struct findings *findings, const struct speakers *speakers,
                   const struct counts *counts)
{
    int32_t *last;

    if (!findings->dated || findings->baseline_weeks < WEEKS_CLAIM)
        return;
    last = last_weeks(speakers, counts);
    findings->arrivals =
        arena_new(&findings->arena, findings->speaker_count, sizeof *findings->arrivals);
    for (uint32_t s = 0; s < findings->speaker_count; s++) {
        uint32_t person = findings->speakers[s].person;
        struct arrival_finding arrival = {.speaker = s, .last_week = WEEK_NONE};

        if (findings->speakers[s].unattributed)
            continue;
        arrival.returns = last[person] >= 0;
        if (arrival.returns) {
            arrival.last_week = findings->weeks[last[person]].week;
            arrival.weeks_away = weeks_since(findings, last[person]);
            if (arrival.weeks_away < ARRIVALS_AWAY)
                continue;
        }
        findings->arrivals[findings->arrival_count++] = arrival;
    }
    qsort(findings->arrivals, findings->arrival_count, sizeof *findings->arrivals, by_novelty);
    free(last);
}
