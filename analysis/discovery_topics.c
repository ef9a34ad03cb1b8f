#include "analysis/discovery_inside.h"
#include "analysis/measures/bursts.h"
#include "analysis/measures/clusters.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum { TOPIC_TERMS = 2, LABEL_TERMS = 3 };

/* Parts of their articles in which a word, and a phrase, stand within a longer phrase that is them.
 */
#define WORD_MOSTLY 0.5
#define PHRASE_MOSTLY 0.8

/* What the topics are made from. */
struct making {
    struct findings *findings;
    struct risers *risers;
    const struct counts *counts;
    const struct discovery_votes *votes;
    uint64_t *study, *voters; /* bits: the study's articles that count, and its stories' voters */
    uint32_t *terms;          /* risers that are terms, by text */
    size_t term_count;
    uint32_t *clusters; /* of each term */
    uint8_t *terms_in;  /* of the topic at hand, by article: how many of its terms */
};

/* --- which belong together ------------------------------------------------------------- */

static size_t find_clusters(struct making *making)
{
    const struct risers *risers = making->risers;
    size_t count = making->term_count, clusters;
    double *alike = memory_new(count * count, sizeof *alike);
    uint64_t *votes = memory_new(count, sizeof *votes), stories = 0;

    for (uint32_t i = 0; i < making->counts->study_count; i++)
        stories += making->votes->study[making->counts->study_from + i];
    for (size_t i = 0; i < count; i++) {
        const struct riser *one = &risers->items[making->terms[i]];

        votes[i] = riser_shared(risers, one, one, making->voters);
        for (size_t j = 0; j < i; j++)
            alike[i * count + j] = alike[j * count + i] = clusters_phi(
                riser_shared(risers, one, &risers->items[making->terms[j]], making->voters),
                votes[i], votes[j], stories);
    }
    clusters = clusters_join(making->clusters, alike, count, DISCOVERY_ALIKE);
    free(votes);
    free(alike);
    return clusters;
}

/* --- a topic --------------------------------------------------------------------------- */

/* True where another term of the cluster stands within this one, so that both are one. */
static bool is_longer_form(const struct making *making, size_t term)
{
    const struct riser *items = making->risers->items;

    for (size_t t = 0; t < making->term_count; t++) {
        if (making->clusters[t] == making->clusters[term] &&
            discovery_parts_stands_in(items[making->terms[t]].text,
                                      items[making->terms[term]].text))
            return true;
    }
    return false;
}

/*
 * Counts how many of the cluster's terms each article has, each in its shortest form;
 * returns how many there are, or 0 where none of them is sure.
 */
static size_t gather(struct making *making, size_t cluster)
{
    size_t terms = 0;
    bool sure = false;

    memset(making->terms_in, 0, making->counts->count);
    for (size_t t = 0; t < making->term_count; t++) {
        const struct riser *riser = &making->risers->items[making->terms[t]];

        if (making->clusters[t] != cluster)
            continue;
        sure |= riser->sure;
        if (is_longer_form(making, t))
            continue;
        terms++;
        for (uint32_t i = 0; i < making->counts->count; i++)
            making->terms_in[i] =
                (uint8_t)(making->terms_in[i] +
                          (making->terms_in[i] < UINT8_MAX && riser_has(riser, i)));
    }
    return sure ? terms : 0;
}

static bool has_topic(const struct making *making, uint32_t article)
{
    return making->terms_in[article] >= TOPIC_TERMS;
}

/* What a topic, or one of its terms, adds up to. */
struct sums {
    uint32_t articles, stories, outlets, baseline_articles, topic_articles;
};

/* Of the articles with the term; where there is none, of those with the topic. */
static struct sums add_up(const struct making *making, const struct riser *term)
{
    const struct counts *counts = making->counts;
    uint8_t *heard = memory_new(counts->sources.count, 1);
    struct sums sums = {0};

    for (uint32_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];

        if (!article->in_period || !(term ? riser_has(term, i) : has_topic(making, i)))
            continue;
        sums.baseline_articles += article->period == PERIOD_BASELINE;
        if (article->period != PERIOD_STUDY)
            continue;
        sums.articles++;
        sums.topic_articles += has_topic(making, i);
        sums.stories += making->votes->study[i];
        sums.outlets += !heard[article->source];
        heard[article->source] = 1;
    }
    free(heard);
    return sums;
}

static bool enough(const struct findings *findings, struct sums sums)
{
    return sums.articles >= DISCOVERY_ARTICLES && sums.stories >= DISCOVERY_STORIES &&
           (sums.outlets >= DISCOVERY_OUTLETS || findings->outlets_heard < DISCOVERY_OUTLETS);
}

static int by_weight(const void *left, const void *right)
{
    const struct discovered_term *a = left, *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->articles != b->articles)
        return a->articles < b->articles ? -1 : 1;
    return span_compare(a->text, b->text);
}

/* Leaves out what stands in a heavier term, or holds it: one of the two says it. */
static void drop_doubles(struct discovered_finding *topic)
{
    size_t kept = 0;

    for (size_t t = 0; t < topic->term_count; t++) {
        bool doubled = false;

        for (size_t k = 0; !doubled && k < kept; k++)
            doubled = discovery_parts_stands_in(topic->terms[t].text, topic->terms[k].text) ||
                      discovery_parts_stands_in(topic->terms[k].text, topic->terms[t].text);
        if (!doubled)
            topic->terms[kept++] = topic->terms[t];
    }
    topic->term_count = kept;
}

static void fill_terms(struct making *making, struct discovered_finding *topic, size_t cluster)
{
    struct bytes label = BYTES_EMPTY;
    size_t terms = 0;

    for (size_t t = 0; t < making->term_count; t++)
        terms += making->clusters[t] == cluster;
    topic->terms = arena_new(&making->findings->arena, terms, sizeof *topic->terms);
    for (size_t t = 0; t < making->term_count; t++) {
        const struct riser *riser = &making->risers->items[making->terms[t]];
        struct sums sums;

        if (making->clusters[t] != cluster)
            continue;
        sums = add_up(making, riser);
        topic->terms[topic->term_count++] = (struct discovered_term){
            .text = riser->text,
            .weight = 2.0 * sums.topic_articles / (sums.articles + topic->articles),
            .articles = sums.articles,
            .stories = sums.stories,
            .outlets = sums.outlets,
            .baseline_articles = sums.baseline_articles,
            .share = estimate_wilson(sums.articles, making->findings->articles,
                                     making->findings->minimum_articles),
            .p = riser->p,
            .q = riser->q,
        };
    }
    qsort(topic->terms, topic->term_count, sizeof *topic->terms, by_weight);
    drop_doubles(topic);
    for (size_t t = 0; t < topic->term_count && t < LABEL_TERMS; t++)
        bytes_print(&label, "%s%.*s", t ? ", " : "", SPAN_PRINT(topic->terms[t].text));
    topic->label = arena_copy(&making->findings->arena, bytes_span(&label));
    bytes_release(&label);
}

/* --- its weeks ------------------------------------------------------------------------- */

static int32_t find_since(const struct findings *findings, const uint32_t *articles)
{
    struct proportion *weeks = memory_new(findings->week_count, sizeof *weeks);
    struct bursts bursts = BURSTS_EMPTY;
    int32_t since = WEEK_NONE;
    struct fault fault;

    for (size_t w = 0; w < findings->week_count; w++)
        weeks[w] = (struct proportion){articles[w], findings->weeks[w].articles};
    (void)bursts_find(&bursts, weeks, findings->week_count, BURSTS_PLAN, &fault);
    for (size_t b = 0; b < bursts.count; b++) {
        if (findings->weeks[bursts.items[b].end - 1].in_study)
            since = findings->weeks[bursts.items[b].start].week;
    }
    bursts_release(&bursts);
    free(weeks);
    return since;
}

static void fill_weeks(struct making *making, struct discovered_finding *topic)
{
    struct findings *findings = making->findings;
    const struct counts *counts = making->counts;

    topic->weeks = arena_new(&findings->arena, findings->week_count, sizeof *topic->weeks);
    topic->week_articles =
        arena_new(&findings->arena, findings->week_count, sizeof *topic->week_articles);
    for (uint32_t i = 0; i < counts->count; i++) {
        if (counts->articles[i].week >= 0 && counts->articles[i].in_week && has_topic(making, i))
            topic->week_articles[counts->articles[i].week]++;
    }
    for (size_t w = 0; w < findings->week_count; w++)
        topic->weeks[w] = findings->weeks[w].gap ? ESTIMATE_NONE("no articles")
                                                 : estimate_wilson(topic->week_articles[w],
                                                                   findings->weeks[w].articles,
                                                                   findings->minimum_articles);
    topic->since = find_since(findings, topic->week_articles);
}

/* --- its evidence ---------------------------------------------------------------------- */

/* An article of the topic. */
struct central {
    uint32_t article, terms;
    double weight; /* of its terms together */
};

static int by_centrality(const void *left, const void *right)
{
    const struct central *a = left, *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->article > b->article) - (a->article < b->article);
}

/* The topic's term with this text. */
static const struct riser *riser_of(const struct making *making, struct span text)
{
    size_t t = 0;

    while (!span_equal(making->risers->items[making->terms[t]].text, text))
        t++;
    return &making->risers->items[making->terms[t]];
}

/* Adds the terms' weights up, and names those it has. */
static void weigh(struct central *central, struct bytes *names, const struct making *making,
                  const struct discovered_finding *topic)
{
    for (size_t t = 0; t < topic->term_count; t++) {
        const struct riser *riser = riser_of(making, topic->terms[t].text);

        if (!riser_has(riser, central->article))
            continue;
        central->weight += topic->terms[t].weight;
        central->terms++;
        if (names)
            bytes_print(names, "%s%.*s", names->count ? ", " : "", SPAN_PRINT(riser->text));
    }
}

/* The articles with the most of the topic, one a story. */
static void fill_evidence(struct making *making, struct discovered_finding *topic)
{
    struct findings *findings = making->findings;
    const struct counts *counts = making->counts;
    struct central *central = memory_new(topic->stories, sizeof *central);
    struct evidence *evidence = arena_new(&findings->arena, 1, sizeof *evidence);
    struct bytes names = BYTES_EMPTY;
    size_t count = 0;

    for (uint32_t i = 0; i < counts->study_count; i++) {
        struct central item = {.article = counts->study_from + i};

        if (!making->votes->study[item.article] || !has_topic(making, item.article))
            continue;
        weigh(&item, NULL, making, topic);
        central[count++] = item;
    }
    qsort(central, count, sizeof *central, by_centrality);
    evidence->kind = EVIDENCE_DISCOVERED;
    evidence->key = topic->label;
    evidence->count = count < DISCOVERY_SHOWN ? count : DISCOVERY_SHOWN;
    evidence->items = arena_new(&findings->arena, evidence->count, sizeof *evidence->items);
    for (size_t i = 0; i < evidence->count; i++) {
        bytes_clear(&names);
        weigh(&central[i], &names, making, topic);
        evidence->items[i] = (struct evidence_item){
            .article = central[i].article - counts->study_from,
            .hits = central[i].terms / 2, /* weighed twice */
            .text = arena_copy(&findings->arena, bytes_span(&names)),
        };
    }
    topic->evidence = evidence;
    bytes_release(&names);
    free(central);
}

/* --- all
 * ------------------------------------------------------------------------------------------ */

static void add_topic(struct making *making, size_t cluster)
{
    struct findings *findings = making->findings;
    size_t terms = gather(making, cluster);
    struct discovered_finding *topic = &findings->discovered[findings->discovered_count];
    struct sums sums = add_up(making, NULL);

    if (terms < TOPIC_TERMS || !enough(findings, sums))
        return;
    *topic = (struct discovered_finding){
        .articles = sums.articles,
        .stories = sums.stories,
        .outlets = sums.outlets,
        .baseline_articles = sums.baseline_articles,
        .share = estimate_wilson(sums.articles, findings->articles, findings->minimum_articles),
        .baseline_share = estimate_wilson(sums.baseline_articles, findings->baseline_articles,
                                          findings->minimum_articles),
    };
    fill_terms(making, topic, cluster);
    fill_weeks(making, topic);
    fill_evidence(making, topic);
    findings->discovered_count++;
}

static int by_falling_articles(const void *left, const void *right)
{
    const struct discovered_finding *a = left, *b = right;

    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    if (a->stories != b->stories)
        return a->stories > b->stories ? -1 : 1;
    return span_compare(a->label, b->label);
}

static void name_evidence(struct findings *findings)
{
    for (size_t i = 0; i < findings->discovered_count; i++) {
        struct bytes slug = BYTES_EMPTY;

        bytes_print(&slug, "discovered-%zu", i + 1);
        findings->discovered[i].evidence->slug = arena_copy(&findings->arena, bytes_span(&slug));
        bytes_release(&slug);
    }
}

static void mark_study(struct making *making)
{
    for (uint32_t i = 0; i < making->counts->study_count; i++) {
        uint32_t article = making->counts->study_from + i;
        uint64_t bit = UINT64_C(1) << (article % 64);

        if (making->counts->articles[article].in_period)
            making->study[article / 64] |= bit;
        if (making->votes->study[article])
            making->voters[article / 64] |= bit;
    }
}

void discovery_topics_fill(struct findings *findings, struct risers *risers,
                           const struct counts *counts, const struct discovery_votes *votes)
{
    struct making making = {
        .findings = findings,
        .risers = risers,
        .counts = counts,
        .votes = votes,
        .study = memory_new(risers->words, sizeof(uint64_t)),
        .voters = memory_new(risers->words, sizeof(uint64_t)),
        .terms = memory_new(risers->count, sizeof(uint32_t)),
        .clusters = memory_new(risers->count, sizeof(uint32_t)),
        .terms_in = memory_new(counts->count, 1),
    };
    size_t clusters;

    mark_study(&making);
    discovery_parts_join(risers, making.study);
    for (uint32_t i = 0; i < risers->count; i++)
        if (risers->items[i].within == i)
            making.terms[making.term_count++] = i;
    clusters = find_clusters(&making);
    findings->discovered = arena_new(&findings->arena, clusters, sizeof *findings->discovered);
    for (size_t c = 0; c < clusters; c++)
        add_topic(&making, c);
    if (findings->discovered_count)
        qsort(findings->discovered, findings->discovered_count, sizeof *findings->discovered,
              by_falling_articles);
    name_evidence(findings);
    free(making.terms_in);
    free(making.clusters);
    free(making.terms);
    free(making.voters);
    free(making.study);
}
