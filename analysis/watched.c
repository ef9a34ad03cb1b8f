#include "analysis/watched.h"

#include "corpus/base/memory.h"
#include "corpus/text/stopwords.h"

#include <math.h>
#include <stdlib.h>

/* A term or person by what the baseline had of it. */
struct candidate {
    uint64_t hits;
    uint32_t number;
    struct span key;
};

static int by_falling_hits(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;

    if (a->hits != b->hits)
        return a->hits > b->hits ? -1 : 1;
    return span_compare(a->key, b->key);
}

static size_t keep_most(struct candidate *candidates, size_t count)
{
    if (count)
        qsort(candidates, count, sizeof *candidates, by_falling_hits);
    return count < WATCHED_MOST ? count : WATCHED_MOST;
}

/* Makes room for `count` series more and returns the first of them. */
static struct watched_series *add_series(struct findings *findings, size_t count)
{
    struct watched_series *all =
        arena_new(&findings->arena, findings->watched_count + count, sizeof *all);
    struct watched_series *first = &all[findings->watched_count];

    if (findings->watched_count)
        memcpy(all, findings->watched, findings->watched_count * sizeof *all);
    findings->watched = all;
    findings->watched_count += count;
    for (size_t i = 0; i < count; i++)
        first[i].weeks = arena_new(&findings->arena, findings->week_count, sizeof *first[i].weeks);
    return first;
}

void watched_add_topics(struct findings *findings, const struct topics *topics)
{
    struct watched_series *series = add_series(findings, topics->count);

    for (size_t i = 0; i < topics->count; i++) {
        const struct topic_count *counted = &topics->series[topics->shown[i] * topics->weeks];

        series[i].kind = WATCHED_TOPIC;
        series[i].key = arena_copy(&findings->arena, topics_key(topics, topics->shown[i]));
        series[i].effect = 1;
        for (size_t w = 0; w < findings->week_count; w++)
            series[i].weeks[w] = (struct proportion){counted[w].articles, topics->week_articles[w]};
    }
}

/* --- terms --------------------------------------------------------------------------- */

static size_t choose_terms(struct candidate *chosen, const struct terms *terms,
                           struct span language)
{
    struct candidate *candidates = memory_new(terms->vocabulary->count, sizeof *candidates);
    size_t count = 0;

    for (uint32_t term = 0; term < terms->vocabulary->count; term++) {
        struct span text = table_text(terms->vocabulary, term);

        if (terms->baseline[term].x && text.length > 1 && !stopwords_has(language, text))
            candidates[count++] = (struct candidate){terms->baseline[term].x, term, text};
    }
    count = keep_most(candidates, count);
    memcpy(chosen, candidates, count * sizeof *chosen);
    free(candidates);
    return count;
}

/*
 * Uses of a term come several to an article: by how much that widens the variance
 * of its rate in the baseline.
 */
static double effect_of(const struct terms *terms, uint32_t term)
{
    struct ratio_sums sums = terms->baseline_all;
    struct ratio_moments moments;
    struct fault fault;

    sums.x = terms->baseline[term].x;
    sums.xx = terms->baseline[term].xx;
    sums.xn = terms->baseline[term].xn;
    if (!ratio_moments(&moments, &sums, 2, &fault) || !(moments.rate > 0))
        return 1;
    return fmax(1, moments.variance * (double)sums.n / moments.rate);
}

void watched_add_terms(struct findings *findings, const struct terms *terms, struct span language)
{
    struct candidate chosen[WATCHED_MOST];
    size_t count = choose_terms(chosen, terms, language);
    struct watched_series *series = add_series(findings, count);

    for (size_t i = 0; i < count; i++) {
        const uint32_t *uses = &terms->series[(size_t)chosen[i].number * findings->week_count];

        series[i].kind = WATCHED_TERM;
        series[i].key = arena_copy(&findings->arena, chosen[i].key);
        series[i].effect = effect_of(terms, chosen[i].number);
        for (size_t w = 0; w < findings->week_count; w++)
            series[i].weeks[w] = (struct proportion){uses[w], terms->weeks_all[w].n};
    }
}

/* --- speakers ------------------------------------------------------------------------- */

/* Those quoted in most articles of the baseline. */
static size_t choose_people(struct candidate *chosen, const struct speakers *speakers,
                            const struct counts *counts)
{
    size_t people = speakers->people.count, count = 0;
    struct candidate *candidates = memory_new(people, sizeof *candidates);

    for (uint32_t p = 0; p < people; p++)
        candidates[p] = (struct candidate){0, p, speakers_name(speakers, p)};
    for (size_t i = 0; i < speakers->cell_count; i++) {
        const struct speaker_cell *cell = &speakers->cells[i];
        const struct counted_article *article = &counts->articles[cell->article];

        if (cell->person != SPEAKERS_NOBODY && article->in_period &&
            article->period == PERIOD_BASELINE)
            candidates[cell->person].hits++;
    }
    for (size_t p = 0; p < people; p++) {
        if (candidates[p].hits)
            candidates[count++] = candidates[p];
    }
    count = keep_most(candidates, count);
    memcpy(chosen, candidates, count * sizeof *chosen);
    free(candidates);
    return count;
}

void watched_add_speakers(struct findings *findings, const struct speakers *speakers,
                          const struct counts *counts)
{
    struct candidate chosen[WATCHED_MOST];
    size_t count = choose_people(chosen, speakers, counts);
    struct watched_series *series = add_series(findings, count);
    uint32_t last = UINT32_MAX;

    for (size_t i = 0; i < count; i++) {
        series[i].kind = WATCHED_SPEAKER;
        series[i].key = arena_copy(&findings->arena, chosen[i].key);
        series[i].effect = 1;
    }
    for (size_t c = 0; c < speakers->cell_count; c++) { /* by article */
        const struct speaker_cell *cell = &speakers->cells[c];
        const struct counted_article *article = &counts->articles[cell->article];

        if (article->week < 0 || !article->in_week)
            continue;
        for (size_t i = 0; i < count; i++) {
            series[i].weeks[article->week].of += cell->article != last;
            series[i].weeks[article->week].hits += chosen[i].number == cell->person;
        }
        last = cell->article;
    }
}

const char *watched_kind_name(enum watched_kind kind)
{
    static const char *const names[] = {
        [WATCHED_TOPIC] = "topic", [WATCHED_TERM] = "term", [WATCHED_SPEAKER] = "speaker"};

    return names[kind];
}

/* --- shares --------------------------------------------------------------------------- */

double watched_share(const struct watched_series *series, size_t week)
{
    struct proportion counted = series->weeks[week];

    return counted.of ? (double)counted.hits / (double)counted.of : (double)NAN;
}
