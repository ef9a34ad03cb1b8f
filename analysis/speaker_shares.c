#include "analysis/people/people_rows.h"
#include "analysis/shares.h"
#include "analysis/sides.h"
#include "analysis/waves.h"
#include "corpus/base/bytes.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

static struct span week_period(struct findings *findings, size_t w)
{
    char name[WEEK_TEXT_SIZE];

    week_text(name, findings->weeks[w].week);
    return arena_copy(&findings->arena, span_of(name));
}

uint64_t shares_seed(const struct findings *findings, struct span period)
{
    return hash_bytes(period, hash_bytes(span_of("speaker share"), findings->seed));
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

/*
 * The persons with a quotation in this side, or in `too` unless that is NULL, and
 * nobody; the caller frees them.
 */
static struct ranked *rank(const struct side *side, const struct side *too,
                           const struct speakers *speakers, size_t *count)
{
    struct ranked *ranked = memory_new(side->persons, sizeof *ranked);

    *count = 0;
    for (uint32_t p = 0; p < side->persons; p++) {
        bool nobody = p + 1 == side->persons;

        if (side->tallies[p].quotes || (too && too->tallies[p].quotes) || nobody)
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
    struct ranked *ranked = rank(side, NULL, speakers, &count);

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
            .share = side->shares[ranked[i].tally.person],
            .kind = ranked[i].nobody
                        ? NULL
                        : people_kind_name(speakers->people.kinds[ranked[i].tally.person]),
            .attributes = ranked[i].nobody
                              ? NULL
                              : people_rows_attributes(&findings->arena, &speakers->people,
                                                       ranked[i].tally.person),
        };
    }
    free(ranked);
}

/* The words of each person in each week, person by person; nobody's last. The caller frees them. */
static struct proportion *count_weeks(const struct findings *findings,
                                      const struct speakers *speakers, const struct counts *counts)
{
    size_t weeks = findings->week_count;
    struct proportion *words = memory_new((speakers->people.count + 1) * weeks, sizeof *words);

    for (size_t i = 0; i < speakers->cell_count; i++) {
        const struct speaker_cell *cell = &speakers->cells[i];
        const struct counted_article *article = &counts->articles[cell->article];
        size_t person = cell->person == SPEAKERS_NOBODY ? speakers->people.count : cell->person;

        if (article->week >= 0 && article->in_week)
            words[person * weeks + (size_t)article->week].hits += cell->words;
    }
    for (size_t i = 0; i < (speakers->people.count + 1) * weeks; i++)
        words[i].of = findings->weeks[i % weeks].quoted_words;
    return words;
}

/* By how much the weeks of each speaker of the study differ; the caller frees it. */
static struct spread *find_spreads(const struct findings *findings, const struct ranked *ranked,
                                   size_t count, const struct proportion *words)
{
    struct spread *spreads = memory_new(count, sizeof *spreads);

    for (size_t i = 0; i < count; i++)
        waves_add(&spreads[i], findings, &words[ranked[i].tally.person * findings->week_count]);
    spread_moderate(spreads, count);
    return spreads;
}

/*
 * The bootstrap knows the stories of each side, the weeks how much one differs
 * from the next: the larger p counts. That of the bootstrap has a floor; there it
 * only says that p is no larger.
 */
static double larger_p(double by_stories, double by_weeks)
{
    return by_stories * (SHARES_RESAMPLES + 1) <= 2 ? by_weeks : fmax(by_stories, by_weeks);
}

static struct change compare_speaker(const struct findings *findings, const struct side *study,
                                     const struct side *baseline, uint32_t person,
                                     const struct spread *spread)
{
    struct change change = {.p = 1, .q = 1, .difference = ESTIMATE_NONE("nothing to compare with")};
    struct bootstrap_change found;
    struct fault fault;

    if (!study->words || !baseline->words)
        return change;
    change.difference = (struct estimate){
        .value = study->shares[person].value - baseline->shares[person].value,
        .has_value = true,
        .note = sides_too_few_stories,
    };
    if (!study->has_run || !baseline->has_run)
        return change;
    if (!bootstrap_difference(
            &found, (struct bootstrap_share){&study->run, study->statistics[person]},
            (struct bootstrap_share){&baseline->run, baseline->statistics[person]}, ESTIMATE_LEVEL,
            &fault)) {
        change.difference.note = sides_no_spread;
        return change;
    }
    change.difference = estimate_of(found.difference);
    change.p = larger_p(
        found.p,
        spread_p((struct proportion){study->tallies[person].words, study->words},
                 (struct proportion){baseline->tallies[person].words, baseline->words}, spread));
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
                       const struct proportion *weeks)
{
    finding->week_words =
        arena_new(&findings->arena, findings->week_count, sizeof *finding->week_words);
    for (size_t w = 0; w < findings->week_count; w++)
        finding->week_words[w] = (uint32_t)weeks[w].hits;
}

/* q over all persons compared, those not shown too. */
static void adjust(struct findings *findings)
{
    struct change **changes = memory_new(findings->speaker_count, sizeof(struct change *));

    for (size_t i = 0; i < findings->speaker_count; i++)
        changes[i] = &findings->speakers[i].change;
    findings_settle(&findings->speakers_tested, &findings->clear_speakers, changes,
                    findings->speaker_count);
    free((void *)changes);
}

static void list_speakers(struct findings *findings, const struct side *study,
                          const struct side *baseline, const struct speakers *speakers,
                          const struct counts *counts)
{
    size_t count;
    bool two = findings->against != WEEKS_AGAINST_BEFORE;
    struct ranked *ranked = rank(study, two ? baseline : NULL, speakers, &count);
    struct proportion *words = count_weeks(findings, speakers, counts);
    struct spread *spreads = find_spreads(findings, ranked, count, words);

    findings->speakers = arena_new(&findings->arena, count, sizeof *findings->speakers);
    findings->speaker_count = count;
    for (size_t i = 0; i < count; i++) {
        uint32_t person = ranked[i].tally.person;
        uint32_t key = ranked[i].nobody ? SPEAKERS_NOBODY : person;
        struct speaker_finding *finding = &findings->speakers[i];

        *finding = (struct speaker_finding){
            .name = arena_copy(&findings->arena, ranked[i].name),
            .unattributed = ranked[i].nobody,
            .person = key,
            .quotes = ranked[i].tally.quotes,
            .words = ranked[i].tally.words,
            .articles = ranked[i].tally.articles,
            .stories = ranked[i].tally.stories,
            .outlets = ranked[i].tally.outlets,
            .baseline_words = baseline->tallies[person].words,
            .share = study->shares[person],
            .baseline_share = baseline->shares[person],
            .change = compare_speaker(findings, study, baseline, person, &spreads[i]),
        };
        if (i >= SHARES_SPEAKERS_SHOWN && !ranked[i].nobody)
            continue;
        fill_evidence(findings, finding, speakers, counts->study_from, key);
        fill_weeks(findings, finding, &words[person * findings->week_count]);
    }
    adjust(findings);
    for (size_t i = 0; i + 1 < count; i++)
        findings->people += ranked[i].tally.quotes > 0;
    findings->unattributed = findings->speakers[count - 1].share;
    free(spreads);
    free(words);
    free(ranked);
}

/* What the findings say of one week, from its side. */
static void take_week(struct findings *findings, size_t *capacity, struct speaker_row **rows,
                      const struct speakers *speakers, const struct side *side, size_t w)
{
    struct findings_week *week = &findings->weeks[w];

    week->quoted_words = (uint32_t)side->words;
    week->unattributed = side->shares[side->persons - 1];
    for (size_t p = 0; p + 1 < side->persons; p++)
        week->people += side->tallies[p].quotes > 0;
    if (!week->gap)
        add_rows(findings, capacity, rows, side, speakers, week_period(findings, w));
}

/* What is resampled, in the order in which it is given to the pool. */
struct side_jobs {
    struct side_job *items; /* the weeks in order, the study last, the baseline among them */
    size_t count;
    struct side_job *study, *baseline;
};

/* The next one, of whose quotations `period` names the span. */
static void add_job(struct side_jobs *jobs, const struct findings *findings,
                    const struct speakers *speakers, const struct counts *counts,
                    struct span period, struct chooser chooser)
{
    struct side_job *job = &jobs->items[jobs->count++];

    job->asked = &job->side;
    job->chooser = chooser;
    job->seed = shares_seed(findings, period);
    job->minimum = findings->minimum_articles;
    job->speakers = speakers;
    job->counts = counts;
}

/* Of two sides each has its own resamples, whichever is the study. */
static struct span baseline_name(const struct findings *findings)
{
    return findings->against == WEEKS_AGAINST_BEFORE ? span_of("baseline")
                                                     : findings->baseline_period;
}

/* Of two sides those quoted on either are compared, else those of the study. */
static void ask(struct side_jobs *jobs, const struct findings *findings)
{
    jobs->baseline->asked = &jobs->study->side;
    jobs->study->compared = jobs->baseline->compared = true;
    if (findings->against == WEEKS_AGAINST_BEFORE)
        return;
    sides_gather(&jobs->baseline->side, jobs->baseline->speakers, jobs->baseline->counts,
                 &jobs->baseline->chooser);
    jobs->baseline->gathered = true;
    jobs->study->asked_too = jobs->baseline->asked_too = &jobs->baseline->side;
}

/*
 * The baseline takes as long as its weeks together. So it begins as early as
 * the others, which are taken in order, can all go on behind it. The week of a
 * study that is one is the study's.
 */
static struct side_jobs list_jobs(struct findings *findings, const struct speakers *speakers,
                                  const struct counts *counts, int threads)
{
    size_t weeks = findings->week_count - (findings->study_week != WEEK_NONE);
    size_t behind = (size_t)POOL_JOBS_A_THREAD * (size_t)threads - 1;
    size_t baseline_at = weeks + 1 > behind ? weeks + 1 - behind : 0;
    struct side_jobs jobs = {.items = memory_new(weeks + 2, sizeof *jobs.items)};

    for (size_t w = 0; w <= weeks; w++) {
        if (w == baseline_at)
            add_job(&jobs, findings, speakers, counts, baseline_name(findings),
                    (struct chooser){.period = PERIOD_BASELINE});
        if (w < weeks)
            add_job(&jobs, findings, speakers, counts, week_period(findings, w),
                    (struct chooser){.by_week = true, .week = (int32_t)w});
    }
    add_job(&jobs, findings, speakers, counts, findings->period,
            (struct chooser){.period = PERIOD_STUDY});
    jobs.baseline = &jobs.items[baseline_at];
    jobs.study = &jobs.items[weeks + 1];
    sides_gather(&jobs.study->side, speakers, counts, &jobs.study->chooser);
    jobs.study->gathered = true;
    ask(&jobs, findings);
    return jobs;
}

/* Resamples on all threads. A week's side goes once it has its rows; study and baseline stay. */
static void do_jobs(const struct side_jobs *jobs, struct findings *findings, size_t *capacity,
                    struct speaker_row **rows, const struct speakers *speakers, int threads)
{
    struct pool *pool = pool_start(threads, &sides_work);

    for (size_t given = 0, taken = 0; taken < jobs->count;) {
        struct side_job *job;

        if (given < jobs->count && !pool_full(pool)) {
            pool_give(pool, &jobs->items[given++]);
            continue;
        }
        job = pool_take(pool);
        taken++;
        if (!job->chooser.by_week)
            continue;
        take_week(findings, capacity, rows, speakers, &job->side, (size_t)job->chooser.week);
        sides_release(&job->side);
    }
    pool_stop(pool);
}

void shares_find_speakers(struct findings *findings, const struct speakers *speakers,
                          const struct counts *counts, int threads)
{
    struct side_jobs jobs = list_jobs(findings, speakers, counts, threads);
    const struct side *study = &jobs.study->side;
    bool is_week = findings->study_week != WEEK_NONE;
    struct speaker_row *rows = NULL;
    size_t capacity = 0;

    findings->resamples = SHARES_RESAMPLES;
    do_jobs(&jobs, findings, &capacity, &rows, speakers, threads);
    if (is_week)
        take_week(findings, &capacity, &rows, speakers, study, findings->week_count - 1);
    findings->quoted_words = study->words;
    list_speakers(findings, study, &jobs.baseline->side, speakers, counts);
    if (!is_week)
        add_rows(findings, &capacity, &rows, study, speakers, findings->period);
    findings->speaker_rows =
        arena_new(&findings->arena, findings->speaker_row_count, sizeof *findings->speaker_rows);
    if (rows)
        memcpy(findings->speaker_rows, rows,
               findings->speaker_row_count * sizeof *findings->speaker_rows);
    free(rows);
    sides_release(&jobs.study->side);
    sides_release(&jobs.baseline->side);
    free(jobs.items);
}
