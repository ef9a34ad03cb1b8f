#include "analysis/voice_spread.h"

#include "analysis/measures/concentration.h"
#include "analysis/measures/concentration_interval.h"
#include "analysis/sides.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static const char no_spread[] = "all is one speaker's, or all stories are alike";

/* What people said in a span, by story. */
struct gathering {
    const struct speakers *speakers;
    const struct counts *counts;
    struct bootstrap_entry *entries;
    size_t count;
    uint32_t *holders; /* by person: the number in this span plus 1, or 0 */
    size_t holder_count;
    uint64_t *amounts; /* by holder */
};

static void add_cell(struct gathering *gathering, const struct speaker_cell *cell)
{
    uint32_t *holder;

    if (cell->person == SPEAKERS_NOBODY || cell->words == 0)
        return;
    holder = &gathering->holders[cell->person];
    if (*holder == 0) {
        *holder = (uint32_t)++gathering->holder_count;
        gathering->amounts[*holder - 1] = 0;
    }
    gathering->amounts[*holder - 1] += cell->words;
    gathering->entries[gathering->count++] = (struct bootstrap_entry){
        gathering->counts->articles[cell->article].story, *holder - 1, cell->words};
}

/* One entry for a story and a holder, stories numbered from 0; says how many. */
static size_t join_stories(struct gathering *gathering)
{
    size_t stories = 0;
    uint32_t story = UINT32_MAX;

    gathering->count = bootstrap_join(gathering->entries, gathering->count);
    for (size_t i = 0; i < gathering->count; i++) {
        struct bootstrap_entry *entry = &gathering->entries[i];

        stories += entry->cluster != story;
        story = entry->cluster;
        entry->cluster = (uint32_t)stories - 1;
    }
    return stories;
}

static struct estimate described(double value, const char *note)
{
    return (struct estimate){.value = value, .has_value = true, .note = note};
}

static struct concentration_finding measure(struct gathering *gathering, uint32_t minimum)
{
    struct concentration_finding finding = {
        .people = (uint32_t)gathering->holder_count,
        .hhi = ESTIMATE_NONE(sides_no_quotes),
        .effective = ESTIMATE_NONE(sides_no_quotes),
        .gini = ESTIMATE_NONE(sides_no_quotes),
        .top_ten = ESTIMATE_NONE(sides_no_quotes),
    };
    struct concentration_sample sample = {
        .cluster_count = join_stories(gathering),
        .entry_count = gathering->count,
        .entries = gathering->entries,
        .holder_count = gathering->holder_count,
    };
    const char *note = sample.cluster_count < minimum ? sides_too_few_stories : no_spread;
    struct concentration_intervals found;
    struct concentration uneven;
    struct fault fault;
    double top;

    if (!concentration_measure(&uneven, gathering->amounts, gathering->holder_count, &fault) ||
        !concentration_top(&top, gathering->amounts, gathering->holder_count, VOICE_SPREAD_TOP,
                           &fault))
        return finding;
    finding.hhi = described(uneven.hhi, note);
    finding.effective = described(uneven.effective, note);
    finding.gini = described(uneven.gini, note);
    finding.top_ten = described(top, note);
    if (!concentration_interval_find(&found, &sample, VOICE_SPREAD_TOP, ESTIMATE_LEVEL, minimum,
                                     &fault))
        return finding;
    finding.hhi = estimate_of(found.hhi);
    finding.effective = estimate_of(found.effective);
    finding.gini = estimate_of(found.gini);
    finding.top_ten = estimate_of(found.top);
    return finding;
}

static struct concentration_finding spread_of(struct gathering *gathering,
                                              const struct chooser *chooser, uint32_t minimum)
{
    const struct speakers *speakers = gathering->speakers;

    gathering->count = gathering->holder_count = 0;
    memset(gathering->holders, 0, speakers->people.count * sizeof *gathering->holders);
    for (size_t i = 0; i < speakers->cell_count; i++) {
        if (sides_chosen(chooser, &gathering->counts->articles[speakers->cells[i].article]))
            add_cell(gathering, &speakers->cells[i]);
    }
    return measure(gathering, minimum);
}

void voice_spread_find(struct findings *findings, const struct speakers *speakers,
                       const struct counts *counts)
{
    struct gathering gathering = {
        .speakers = speakers,
        .counts = counts,
        .entries = memory_new(speakers->cell_count, sizeof *gathering.entries),
        .holders = memory_new(speakers->people.count, sizeof *gathering.holders),
        .amounts = memory_new(speakers->people.count, sizeof *gathering.amounts),
    };
    uint32_t minimum = findings->minimum_articles < VOICE_SPREAD_STORIES
                           ? VOICE_SPREAD_STORIES
                           : findings->minimum_articles;

    findings->voices = spread_of(&gathering, &(struct chooser){.period = PERIOD_STUDY}, minimum);
    findings->baseline_voices =
        spread_of(&gathering, &(struct chooser){.period = PERIOD_BASELINE}, minimum);
    for (size_t w = 0; w < findings->week_count; w++)
        findings->weeks[w].voices =
            spread_of(&gathering, &(struct chooser){.by_week = true, .week = (int32_t)w}, minimum);
    free(gathering.entries);
    free(gathering.holders);
    free(gathering.amounts);
}
