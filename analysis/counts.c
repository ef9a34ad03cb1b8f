#include "analysis/counts.h"

#include "analysis/placing.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/records.h"
#include "corpus/store/idlist.h"

#include <stdlib.h>

enum { TERMS_HELD = 8 << 20 }; /* bytes of terms in memory */

/* Numbers that grow; reused from article to article. */
struct number_list {
    uint32_t *items;
    size_t count, capacity;
};

/* For what a story has voted. */
struct ballot {
    int32_t week, step; /* the last ones plus 2, so that 0 is none */
    bool periods[PERIOD_STUDY + 1];
};

struct reading {
    struct counts *counts;
    const struct counts_visitor *visitor;
    struct number_list text, title;
    struct placing *placing; /* NULL where articles are passing */
    bool passing;
    uint32_t visited;               /* articles handed to the visitor */
    const struct counts_side *side; /* whose articles alone are read; NULL for all */
    int32_t shift;                  /* of their days */
};

static void decode(struct number_list *list, struct span ids)
{
    list->count = idlist_read(&list->items, &list->capacity, ids);
}

static enum article_period period_of(const struct weeks_plan *plan, int32_t day)
{
    if (weeks_in_study(plan, day))
        return PERIOD_STUDY;
    return weeks_in_baseline(plan, day) ? PERIOD_BASELINE : PERIOD_OTHER;
}

static void place_article(struct reading *reading, const struct stored_article *article,
                          uint32_t source, int32_t day)
{
    if (reading->passing)
        return;
    placing_add(reading->placing, &(struct story_article){
                                      .day = day,
                                      .source = article->source.length ? source : TABLE_NONE,
                                      .content = article->content,
                                      .empty = article->words == 0,
                                      .signature = article->signature,
                                  });
}

/* Names each story by its first article. */
static void settle_stories(struct counts *counts, struct placing *placing)
{
    placing_end(placing);
    for (size_t i = 0; i < counts->count; i++) {
        struct story_place place = placing_place(placing, i);

        counts->articles[i].story = place.story;
        counts->articles[i].copy = place.copy;
    }
}

/* Lets each article vote for its story, where an earlier one has not. */
static void vote(struct counts *counts)
{
    struct ballot *ballots = memory_new(counts->count, sizeof *ballots); /* by story */

    for (size_t i = 0; i < counts->count; i++) {
        struct counted_article *article = &counts->articles[i];
        struct ballot *ballot = &ballots[article->story];

        article->in_week = ballot->week != article->week + 2;
        article->in_step = ballot->step != article->step + 2;
        article->in_period = !ballot->periods[article->period];
        ballot->week = article->week + 2;
        ballot->step = article->step + 2;
        ballot->periods[article->period] = true;
    }
    free(ballots);
}

/* False for what is passed over where two sides have the same days. */
static bool is_wanted(const struct reading *reading, const struct stored_article *article)
{
    return !reading->side || counts_side_has(reading->side, article);
}

static bool visit_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct reading *reading = context;
    const struct counts *counts = reading->counts;
    struct counted_terms terms;

    if (!is_wanted(reading, article))
        return true;
    if (reading->visited == counts->count ||
        counts->articles[reading->visited].number != article->number)
        return fault_set(fault, FAULT_BUSY,
                         "the store was changed while it was read; try again when that is done");
    decode(&reading->text, article->terms);
    decode(&reading->title, article->title_terms);
    terms = (struct counted_terms){reading->text.items, reading->text.count, reading->title.items,
                                   reading->title.count};
    return reading->visitor->article(reading->visitor->context, counts, reading->visited++, terms,
                                     fault);
}

static struct span kept(struct reading *reading, struct span text)
{
    return reading->passing ? SPAN_EMPTY : arena_copy(&reading->counts->arena, text);
}

/* The article that is taken next is of the study. */
static void note_study(struct reading *reading, struct span url)
{
    struct counts *counts = reading->counts;

    if (counts->study_count == 0)
        counts->study_from = (uint32_t)counts->count;
    counts->study_urls = memory_grow(counts->study_urls, &counts->url_capacity,
                                     counts->study_count + 1, sizeof *counts->study_urls);
    counts->study_urls[counts->study_count++] = kept(reading, url);
}

/* The number of a name, mostly that of the article before, whose number is `last`. */
static uint32_t number_of(struct table *names, struct span name, uint32_t last)
{
    if (last < names->count && span_equal(table_text(names, last), name))
        return last;
    return table_add(names, name);
}

static bool take_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct reading *reading = context;
    struct counts *counts = reading->counts;
    int32_t day = article->day == DAY_NONE ? DAY_NONE : article->day + reading->shift;
    enum article_period period = period_of(&counts->plan, day);
    const struct counted_article *before =
        counts->count ? &counts->articles[counts->count - 1] : NULL;
    uint32_t source, language;

    if (!is_wanted(reading, article))
        return true;
    source = number_of(&counts->sources, article->source, before ? before->source : 0);
    language = number_of(&counts->languages, article->language, before ? before->language : 0);
    place_article(reading, article, source, day);
    if (reading->passing)
        counts->count = reading->visited = 0;
    if (period == PERIOD_STUDY && !reading->passing)
        note_study(reading, article->url);
    counts->articles = memory_grow(counts->articles, &counts->capacity, counts->count + 1,
                                   sizeof *counts->articles);
    counts->articles[counts->count++] = (struct counted_article){
        .number = article->number,
        .day = day,
        .seconds = article->seconds,
        .week = weeks_index(&counts->plan, day),
        .step = steps_index(&counts->plan, day),
        .period = period,
        .source = source,
        .words = article->words,
        .quotes = article->quotes,
        .left_out = article->left_out,
        .replaced = article->replaced,
        .in_week = true,
        .in_step = true,
        .in_period = true,
        .id = kept(reading, article->id),
        .title = kept(reading, article->title),
        .content = article->content,
        .language = language,
    };
    counts->undated += counts->plan.dated && article->day == DAY_NONE;
    return (!counts->quotes || quotespool_add(counts->quotes, article, fault)) &&
           (!counts->terms || records_add(counts->terms, article->terms, fault)) &&
           (counts->one_vote || visit_article(reading, article, fault));
}

static struct store_days days_of(const struct weeks_plan *plan)
{
    if (!plan->dated)
        return STORE_ALL_DAYS;
    return (struct store_days){
        .first = week_monday(plan->week_first),
        .last = week_monday(plan->week_first + plan->week_count) - 1 - plan->shift,
        .undated = !weeks_are_shared(plan->against),
    };
}

const struct table *counts_vocabulary(struct counts_source source)
{
    return source.store ? store_terms(source.store) : shelf_terms(source.shelf);
}

static void list_days(struct counts_source source, int32_t **days, size_t *count,
                      uint64_t *articles)
{
    if (source.store)
        store_list_days(source.store, days, count, articles);
    else
        shelf_list_days(source.shelf, days, count, articles);
}

static bool walk(struct counts_source source, struct store_days days, store_visitor *visit,
                 void *context, struct fault *fault)
{
    return source.store ? store_walk(source.store, days, visit, context, fault)
                        : shelf_walk(source.shelf, days, visit, context, fault);
}

static bool no_articles(const struct counts_side *side, struct fault *fault)
{
    if (side->of_store)
        return fault_set(fault, FAULT_INPUT,
                         "there is no article of the store '%.*s' in these days",
                         SPAN_PRINT(side->name));
    return fault_set(fault, FAULT_INPUT,
                     "there is no article of '%.*s' in these days; 'broadsheet articles' lists the "
                     "outlets",
                     SPAN_PRINT(side->name));
}

/* All articles, or the baseline's side and then the study's. */
static bool walk_sides(struct reading *reading, struct counts_source source, store_visitor *visit,
                       struct fault *fault)
{
    const struct counts *counts = reading->counts;
    struct store_days days = days_of(&counts->plan);

    if (!weeks_are_shared(counts->plan.against))
        return walk(source, days, visit, reading, fault);
    for (size_t i = 0; i < 2; i++) {
        size_t before = counts->count;

        reading->side = &counts->sides[i];
        reading->shift = i ? counts->plan.shift : 0;
        if (!walk(source, days, visit, reading, fault))
            return false;
        if (visit == take_article && counts->count == before)
            return no_articles(reading->side, fault);
    }
    return true;
}

/*
 * Who votes is known once all stories are, so that with one vote a story the
 * articles are read twice.
 */
static bool read_articles(struct reading *reading, struct counts_source source, struct fault *fault)
{
    struct counts *counts = reading->counts;

    if (!walk_sides(reading, source, take_article, fault))
        return false;
    if (!reading->passing)
        settle_stories(counts, reading->placing);
    if (!counts->one_vote)
        return true;
    vote(counts);
    return walk_sides(reading, source, visit_article, fault);
}

bool counts_read(struct counts *counts, struct counts_source source,
                 const struct counts_options *options, const struct counts_visitor *visitor,
                 struct fault *fault)
{
    struct reading reading = {.counts = counts, .visitor = visitor, .passing = options->passing};
    int32_t *days = NULL;
    size_t day_count = 0;
    uint64_t articles = 0;
    bool done = true;

    list_days(source, &days, &day_count, &articles);
    if (articles == 0)
        done = fault_set(fault, FAULT_INPUT, "there are no articles to report on");
    counts->one_vote = options->one_vote;
    counts->story_window = options->story_window;
    counts->turns = options->turns;
    counts->indirect = options->indirect;
    counts->sides[0] = options->sides[0];
    counts->sides[1] = options->sides[1];
    if (!options->passing) {
        reading.placing = placing_start(options->story_window, options->threads);
        counts->quotes = quotespool_open();
    }
    if (options->keep_terms)
        counts->terms = records_open(TERMS_HELD);
    done = done && weeks_choose(&counts->plan, &options->wish, days, day_count, fault) &&
           read_articles(&reading, source, fault);
    free(days);
    free(reading.text.items);
    free(reading.title.items);
    placing_free(reading.placing);
    return done;
}

struct revisit {
    const struct counts *counts;
    const struct counts_visitor *visitor;
    struct number_list text;
};

static bool revisit_article(void *context, size_t index, struct span record, struct fault *fault)
{
    struct revisit *revisit = context;

    decode(&revisit->text, record);
    return revisit->visitor->article(
        revisit->visitor->context, revisit->counts, (uint32_t)index,
        (struct counted_terms){.text = revisit->text.items, .text_count = revisit->text.count},
        fault);
}

bool counts_revisit(const struct counts *counts, const struct counts_visitor *visitor,
                    struct fault *fault)
{
    struct revisit revisit = {.counts = counts, .visitor = visitor};
    bool done = records_visit(counts->terms, revisit_article, &revisit, fault);

    free(revisit.text.items);
    return done;
}

void counts_release(struct counts *counts)
{
    free(counts->articles);
    quotespool_close(counts->quotes);
    records_close(counts->terms);
    free(counts->study_urls);
    table_release(&counts->sources);
    table_release(&counts->languages);
    arena_release(&counts->arena);
    *counts = COUNTS_EMPTY;
}
