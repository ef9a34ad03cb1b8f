#include "analysis/counts.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"

#include <stdlib.h>

/* Numbers that grow; reused from article to article. */
struct number_list {
    uint32_t *items;
    size_t count, capacity;
};

struct reading {
    struct counts *counts;
    const struct counts_visitor *visitor;
    struct number_list text, title;
    struct table contents; /* hashes of texts seen */
};

static void decode(struct number_list *list, struct span ids)
{
    uint32_t number;

    list->count = 0;
    while (idlist_next(&ids, &number)) {
        list->items =
            memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = number;
    }
}

static enum article_period period_of(const struct weeks_plan *plan, int32_t day)
{
    if (weeks_in_study(plan, day))
        return PERIOD_STUDY;
    return weeks_in_baseline(plan, day) ? PERIOD_BASELINE : PERIOD_OTHER;
}

/* True when this text was seen before; an empty text is nobody's copy. */
static bool is_copy(struct reading *reading, const struct stored_article *article)
{
    size_t known = reading->contents.count;
    struct span content = {.bytes = (const char *)&article->content,
                           .length = sizeof article->content};

    if (article->words == 0)
        return false;
    (void)table_add(&reading->contents, content);
    return reading->contents.count == known;
}

static bool take_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct reading *reading = context;
    struct counts *counts = reading->counts;
    struct counted_terms terms;

    decode(&reading->text, article->terms);
    decode(&reading->title, article->title_terms);
    counts->articles = memory_grow(counts->articles, &counts->capacity, counts->count + 1,
                                   sizeof *counts->articles);
    counts->articles[counts->count++] = (struct counted_article){
        .number = article->number,
        .day = article->day,
        .seconds = article->seconds,
        .week = weeks_index(&counts->plan, article->day),
        .period = period_of(&counts->plan, article->day),
        .source = table_add(&counts->sources, article->source),
        .words = article->words,
        .quotes = article->quotes,
        .left_out = article->left_out,
        .replaced = article->replaced,
        .copy = is_copy(reading, article),
        .id = arena_copy(&counts->arena, article->id),
        .title = arena_copy(&counts->arena, article->title),
        .url = arena_copy(&counts->arena, article->url),
        .language = arena_copy(&counts->arena, article->language),
    };
    counts->undated += counts->plan.dated && article->day == DAY_NONE;
    terms = (struct counted_terms){reading->text.items, reading->text.count, reading->title.items,
                                   reading->title.count};
    return reading->visitor->article(reading->visitor->context, counts, (uint32_t)counts->count - 1,
                                     terms, fault);
}

static struct store_days days_of(const struct weeks_plan *plan)
{
    if (!plan->dated)
        return STORE_ALL_DAYS;
    return (struct store_days){
        .first = week_monday(plan->week_first),
        .last = week_monday(plan->week_first + plan->week_count) - 1,
        .undated = true,
    };
}

const struct table *counts_vocabulary(struct counts_source source)
{
    return source.store ? store_terms(source.store) : shelf_terms(source.shelf);
}

static bool list_days(struct counts_source source, int32_t **days, size_t *count,
                      uint64_t *articles, struct fault *fault)
{
    if (source.store)
        return store_list_days(source.store, days, count, articles, fault);
    shelf_list_days(source.shelf, days, count, articles);
    return true;
}

bool counts_read(struct counts *counts, struct counts_source source, const struct weeks_wish *wish,
                 const struct counts_visitor *visitor, struct fault *fault)
{
    struct reading reading = {.counts = counts, .visitor = visitor};
    int32_t *days = NULL;
    size_t day_count = 0;
    uint64_t articles = 0;
    bool done = list_days(source, &days, &day_count, &articles, fault);

    if (done && articles == 0)
        done = fault_set(fault, FAULT_INPUT, "there are no articles to report on");
    done = done && weeks_choose(&counts->plan, wish, days, day_count, fault);
    if (done && source.store)
        done = store_walk(source.store, days_of(&counts->plan), take_article, &reading, fault);
    else if (done)
        done = shelf_walk(source.shelf, days_of(&counts->plan), take_article, &reading, fault);
    free(days);
    free(reading.text.items);
    free(reading.title.items);
    table_release(&reading.contents);
    return done;
}

struct store_days counts_days(const struct counts *counts)
{
    return days_of(&counts->plan);
}

void counts_release(struct counts *counts)
{
    free(counts->articles);
    table_release(&counts->sources);
    arena_release(&counts->arena);
    *counts = COUNTS_EMPTY;
}
