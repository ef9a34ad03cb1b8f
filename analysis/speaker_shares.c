#include "analysis/measures/bootstrap.h"
#include "analysis/measures/multiple.h"
#include "analysis/shares.h"
#include "corpus/base/bytes.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static const double false_discoveries = 0.05;

static const char no_quotes[] = "nobody was quoted";
static const char no_spread[] = "too few quotations for an interval";

static const char too_few_stories[] =
    "fewer stories with a quotation than the minimum for an interval";

/* What one person had in one span of articles. */
struct tally {
    uint32_t person; /* people.count for nobody */
    uint32_t quotes, words, articles, stories, outlets;
};

/* The stories of one span that quote anybody, and who had how much. */
struct side {
    struct tally *tallies; /* by person, people.count + 1 of them */
    size_t persons;
    uint32_t *sizes, *strata; /* of its stories: quoted words, outlet of the first article */
    size_t stories;
    struct bootstrap_entry *entries; /* by story, then person */
    size_t entry_count;
    uint64_t words;
    uint32_t *statistics; /* of `run`, by person: those whose share is asked for */
    struct bootstrap run;
    bool has_run;
};

/* Says which articles belong to a side. */
struct chooser {
    bool by_week;
    int32_t week; /* index */
    enum article_period period;
};

static bool chosen(const struct chooser *chooser, const struct counted_article *article)
{
    return chooser->by_week ? article->week == chooser->week && article->in_week
                            : article->period == chooser->period && article->in_period;
}

static void add_cell(struct side *side, const struct counts *counts,
                     const struct speaker_cell *cell, uint8_t *heard)
{
    const struct counted_article *article = &counts->articles[cell->article];
    uint32_t person = cell->person == SPEAKERS_NOBODY ? (uint32_t)side->persons - 1 : cell->person;
    struct tally *tally = &side->tallies[person];
    size_t bit = (size_t)person * counts->sources.count + article->source;

    tally->quotes += cell->quotes;
    tally->words += cell->words;
    tally->articles++;
    tally->outlets += !(heard[bit / 8] >> (bit % 8) & 1);
    heard[bit / 8] = (uint8_t)(heard[bit / 8] | 1U << (bit % 8));
    side->words += cell->words;
    side->entries[side->entry_count++] =
        (struct bootstrap_entry){article->story, person, cell->words};
}

static int by_cluster_and_statistic(const void *left, const void *right)
{
    const struct bootstrap_entry *a = left, *b = right;

    if (a->cluster != b->cluster)
        return a->cluster < b->cluster ? -1 : 1;
    return (a->statistic > b->statistic) - (a->statistic < b->statistic);
}

/*
 * Makes the stories clusters: what a person said in all articles of a story
 * becomes one entry. Articles of one story are not independent of each other,
 * so they are drawn together.
 */
static void gather_stories(struct side *side, const struct counts *counts)
{
    size_t kept = 0;
    uint32_t story = UINT32_MAX;

    qsort(side->entries, side->entry_count, sizeof *side->entries, by_cluster_and_statistic);
    for (size_t from = 0, to; from < side->entry_count; from = to) {
        struct bootstrap_entry entry = side->entries[from];

        for (to = from + 1;
             to < side->entry_count && by_cluster_and_statistic(&side->entries[to], &entry) == 0;
             to++)
            entry.amount += side->entries[to].amount;
        side->tallies[entry.statistic].stories++;
        if (entry.amount == 0)
            continue;
        if (entry.cluster != story) {
            story = entry.cluster;
            side->strata[side->stories++] = counts->articles[story].source;
        }
        side->sizes[side->stories - 1] += entry.amount;
        entry.cluster = (uint32_t)side->stories - 1;
        side->entries[kept++] = entry;
    }
    side->entry_count = kept;
}

static void gather(struct side *side, const struct speakers *speakers, const struct counts *counts,
                   const struct chooser *chooser)
{
    uint8_t *heard;

    side->persons = speakers->people.count + 1;
    heard = memory_new(side->persons * counts->sources.count / 8 + 1, 1);
    side->tallies = memory_new(side->persons, sizeof *side->tallies);
    side->sizes = memory_new(speakers->cell_count, sizeof *side->sizes);
    side->strata = memory_new(speakers->cell_count, sizeof *side->strata);
    side->entries = memory_new(speakers->cell_count, sizeof *side->entries);
    for (uint32_t p = 0; p < side->persons; p++)
        side->tallies[p].person = p;
    for (size_t i = 0; i < speakers->cell_count; i++) {
        if (chosen(chooser, &counts->articles[speakers->cells[i].article]))
            add_cell(side, counts, &speakers->cells[i], heard);
    }
    free(heard);
    gather_stories(side, counts);
}

static uint64_t seed_of(const struct findings *findings, const char *statistic, struct span period)
{
    return hash_bytes(period, hash_bytes(span_of(statistic), findings->seed));
}

/*
 * Numbers the persons with a quotation in `asked`, and nobody, as statistics
 * and drops the others' entries; says how many there are. A run keeps all
 * resampled values, so that nobody else must be in it.
 */
static size_t choose_statistics(struct side *side, const struct side *asked)
{
    size_t count = 0, kept = 0;

    side->statistics = memory_new(side->persons, sizeof *side->statistics);
    for (size_t p = 0; p < side->persons; p++) {
        bool wanted = asked->tallies[p].quotes || p + 1 == side->persons;

        side->statistics[p] = wanted ? (uint32_t)count++ : UINT32_MAX;
    }
    for (size_t i = 0; i < side->entry_count; i++) {
        struct bootstrap_entry entry = side->entries[i];

        entry.statistic = side->statistics[entry.statistic];
        if (entry.statistic != UINT32_MAX)
            side->entries[kept++] = entry;
    }
    side->entry_count = kept;
    return count;
}

/* Resamples the shares of the persons quoted in `asked`. */
static void resample(struct side *side, const struct side *asked, const struct findings *findings,
                     struct span period)
{
    size_t statistics = choose_statistics(side, asked);
    struct bootstrap_sample sample = {
        .cluster_count = side->stories,
        .sizes = side->sizes,
        .strata = side->strata,
        .entry_count = side->entry_count,
        .entries = side->entries,
        .statistic_count = statistics,
    };
    struct bootstrap_plan plan = BOOTSTRAP_PLAN(seed_of(findings, "speaker share", period));
    struct fault fault;

    plan.replicates = SHARES_RESAMPLES;
    plan.minimum = findings->minimum_articles;
    side->has_run =
        side->stories >= plan.minimum && bootstrap_run(&side->run, &sample, plan, &fault);
}

static struct estimate share_of(const struct side *side, uint32_t person)
{
    struct estimate share = {.has_value = true, .note = too_few_stories};
    struct interval interval;
    struct fault fault;

    if (side->words == 0)
        return ESTIMATE_NONE(no_quotes);
    share.value = (double)side->tallies[person].words / (double)side->words;
    if (!side->has_run)
        return share;
    if (bootstrap_interval(&interval, &side->run, side->statistics[person], ESTIMATE_LEVEL, &fault))
        return estimate_of(interval);
    share.note = no_spread;
    return share;
}

static void release_side(struct side *side)
{
    free(side->tallies);
    free(side->sizes);
    free(side->strata);
    free(side->entries);
    free(side->statistics);
    bootstrap_release(&side->run);
}

/* Most words first; then quotations, then the name; nobody last. */
struct ranked {
    struct tally tally;
    struct span name;
    bool nobody;
};

static int by_falling_words(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;

    if (a->nobody != b->nobody)
        return a->nobody ? 1 : -1;
    if (a->tally.words != b->tally.words)
        return a->tally.words > b->tally.words ? -1 : 1;
    if (a->tally.quotes != b->tally.quotes)
        return a->tally.quotes > b->tally.quotes ? -1 : 1;
    return span_compare(a->name, b->name);
}

/* The persons with a quotation in this side, and nobody; the caller frees them. */
static struct ranked *rank(const struct side *side, const struct speakers *speakers, size_t *count)
{
    struct ranked *ranked = memory_new(side->persons, sizeof *ranked);

    *count = 0;
    for (uint32_t p = 0; p < side->persons; p++) {
        bool nobody = p + 1 == side->persons;

        if (side->tallies[p].quotes || nobody)
            ranked[(*count)++] = (struct ranked){
                .tally = side->tallies[p],
                .name = speakers_name(speakers, nobody ? SPEAKERS_NOBODY : p),
                .nobody = nobody,
            };
    }
    qsort(ranked, *count, sizeof *ranked, by_falling_words);
    return ranked;
}

static void add_rows(struct findings *findings, size_t *capacity, struct speaker_row **rows,
                     const struct side *side, const struct speakers *speakers, struct span period)
{
    size_t count;
    struct ranked *ranked = rank(side, speakers, &count);

    for (size_t i = 0; i < count; i++) {
        *rows = memory_grow(*rows, capacity, findings->speaker_row_count + 1, sizeof **rows);
        (*rows)[findings->speaker_row_count++] = (struct speaker_row){
            .period = period,
            .name = arena_copy(&findings->arena, ranked[i].name),
            .quotes = ranked[i].tally.quotes,
            .words = ranked[i].tally.words,
            .articles = ranked[i].tally.articles,
            .stories = ranked[i].tally.stories,
            .outlets = ranked[i].tally.outlets,
            .share = share_of(side, ranked[i].tally.person),
        };
    }
    free(ranked);
}

static struct change compare_speaker(const struct findings *findings, const struct side *study,
                                     const struct side *baseline, uint32_t person)
{
    struct change change = {.p = 1, .q = 1, .difference = ESTIMATE_NONE("nothing to compare with")};
    struct bootstrap_change found;
    struct fault fault;

    if (!study->words || !baseline->words)
        return change;
    change.difference = (struct estimate){
        .value = share_of(study, person).value - share_of(baseline, person).value,
        .has_value = true,
        .note = too_few_stories,
    };
    if (!study->has_run || !baseline->has_run)
        return change;
    if (!bootstrap_difference(
            &found, (struct bootstrap_share){&study->run, study->statistics[person]},
            (struct bootstrap_share){&baseline->run, baseline->statistics[person]}, ESTIMATE_LEVEL,
            &fault)) {
        change.difference.note = no_spread;
        return change;
    }
    change.difference = estimate_of(found.difference);
    change.p = found.p;
    if (findings_may_claim(findings) &&
        study->tallies[person].quotes + baseline->tallies[person].quotes >= SHARES_COMPARED_QUOTES)
        change.direction = CHANGE_NONE;
    return change;
}

static void fill_evidence(struct findings *findings, struct speaker_finding *finding,
                          const struct speakers *speakers, uint32_t study_from, uint32_t person)
{
    struct evidence *evidence = arena_new(&findings->arena, 1, sizeof *evidence);
    size_t capacity = 0;

    for (size_t i = 0; i < speakers->spoken_count; i++)
        capacity += speakers->spoken[i].person == person;
    evidence->kind = EVIDENCE_SPEAKER;
    evidence->key = finding->name;
    evidence->items = arena_new(&findings->arena, capacity, sizeof *evidence->items);
    for (size_t i = speakers->spoken_count; i-- > 0;) { /* newest first */
        const struct spoken *spoken = &speakers->spoken[i];

        if (spoken->person == person)
            evidence->items[evidence->count++] = (struct evidence_item){
                .article = spoken->article - study_from,
                .hits = spoken->words,
                .start = spoken->start,
                .end = spoken->end,
            };
    }
    finding->evidence = evidence->count ? evidence : NULL;
}

static void fill_weeks(struct findings *findings, struct speaker_finding *finding,
                       const struct speakers *speakers, const struct counts *counts,
                       uint32_t person)
{
    finding->week_words =
        arena_new(&findings->arena, findings->week_count, sizeof *finding->week_words);
    for (size_t i = 0; i < speakers->cell_count; i++) {
        const struct speaker_cell *cell = &speakers->cells[i];
        int32_t week = counts->articles[cell->article].week;

        if (cell->person == person && week >= 0 && counts->articles[cell->article].in_week)
            finding->week_words[week] += cell->words;
    }
}

/* q over all persons compared, those not shown too. */
static void adjust(struct findings *findings, struct speaker_finding *all, size_t count)
{
    double *p = memory_new(count, sizeof *p);
    struct fault fault;
    size_t tested = 0;

    for (size_t i = 0; i < count; i++) {
        if (all[i].change.direction != CHANGE_UNTESTED)
            p[tested++] = all[i].change.p;
    }
    (void)multiple_benjamini_hochberg(p, p, tested, &fault);
    findings->speakers_tested = (uint32_t)tested;
    tested = 0;
    for (size_t i = 0; i < count; i++) {
        struct change *change = &all[i].change;

        if (change->direction == CHANGE_UNTESTED)
            continue;
        change->q = p[tested++];
        change->direction = change->q > false_discoveries ? CHANGE_NONE
                            : change->difference.low > 0  ? CHANGE_UP
                            : change->difference.high < 0 ? CHANGE_DOWN
                                                          : CHANGE_NONE;
        findings->clear_speakers += change->direction != CHANGE_NONE;
    }
    free(p);
}

static void list_speakers(struct findings *findings, const struct side *study,
                          const struct side *baseline, const struct speakers *speakers,
                          const struct counts *counts)
{
    size_t count;
    struct ranked *ranked = rank(study, speakers, &count);

    findings->speakers = arena_new(&findings->arena, count, sizeof *findings->speakers);
    findings->speaker_count = count;
    for (size_t i = 0; i < count; i++) {
        uint32_t person = ranked[i].tally.person;
        uint32_t key = ranked[i].nobody ? SPEAKERS_NOBODY : person;
        struct speaker_finding *finding = &findings->speakers[i];

        *finding = (struct speaker_finding){
            .name = arena_copy(&findings->arena, ranked[i].name),
            .unattributed = ranked[i].nobody,
            .quotes = ranked[i].tally.quotes,
            .words = ranked[i].tally.words,
            .articles = ranked[i].tally.articles,
            .stories = ranked[i].tally.stories,
            .outlets = ranked[i].tally.outlets,
            .baseline_words = baseline->tallies[person].words,
            .share = share_of(study, person),
            .baseline_share = share_of(baseline, person),
            .change = compare_speaker(findings, study, baseline, person),
            .is_new = baseline->words && baseline->tallies[person].quotes == 0,
        };
        if (i >= SHARES_SPEAKERS_SHOWN && !ranked[i].nobody)
            continue;
        fill_evidence(findings, finding, speakers, counts->study_from, key);
        fill_weeks(findings, finding, speakers, counts, key);
    }
    adjust(findings, findings->speakers, count);
    findings->people = (uint32_t)count - 1;
    findings->unattributed = findings->speakers[count - 1].share;
    free(ranked);
}

static void find_weeks(struct findings *findings, size_t *capacity, struct speaker_row **rows,
                       const struct speakers *speakers, const struct counts *counts)
{
    for (size_t w = 0; w < findings->week_count; w++) {
        struct findings_week *week = &findings->weeks[w];
        struct side side = {0};
        char name[WEEK_TEXT_SIZE];
        struct span period;

        week_text(name, week->week);
        period = arena_copy(&findings->arena, span_of(name));
        gather(&side, speakers, counts, &(struct chooser){.by_week = true, .week = (int32_t)w});
        resample(&side, &side, findings, period);
        week->quoted_words = (uint32_t)side.words;
        week->unattributed = share_of(&side, (uint32_t)side.persons - 1);
        for (size_t p = 0; p + 1 < side.persons; p++)
            week->people += side.tallies[p].quotes > 0;
        if (!week->gap)
            add_rows(findings, capacity, rows, &side, speakers, period);
        release_side(&side);
    }
}

void shares_find_speakers(struct findings *findings, const struct speakers *speakers,
                          const struct counts *counts)
{
    struct side study = {0}, baseline = {0};
    struct speaker_row *rows = NULL;
    size_t capacity = 0;

    findings->resamples = SHARES_RESAMPLES;
    gather(&study, speakers, counts, &(struct chooser){.period = PERIOD_STUDY});
    gather(&baseline, speakers, counts, &(struct chooser){.period = PERIOD_BASELINE});
    resample(&study, &study, findings, findings->period);
    resample(&baseline, &study, findings, span_of("baseline"));
    findings->quoted_words = study.words;
    list_speakers(findings, &study, &baseline, speakers, counts);
    find_weeks(findings, &capacity, &rows, speakers, counts);
    if (findings->study_week == WEEK_NONE)
        add_rows(findings, &capacity, &rows, &study, speakers, findings->period);
    findings->speaker_rows =
        arena_new(&findings->arena, findings->speaker_row_count, sizeof *findings->speaker_rows);
    if (rows)
        memcpy(findings->speaker_rows, rows,
               findings->speaker_row_count * sizeof *findings->speaker_rows);
    free(rows);
    release_side(&study);
    release_side(&baseline);
}
