#include "analysis/topic_groups.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

struct counting {
    struct findings *findings;
    const struct groups *groups;
    const struct topics *topics;
    const struct speakers *speakers;
    const struct counts *counts;
    struct span *keys;   /* of the topics, in the findings' arena */
    struct span *labels; /* of the groups, likewise */
    /* Of the span at hand: */
    uint32_t *articles;          /* by group */
    struct topic_count *carried; /* by group, then topic */
    uint32_t *touched;           /* groups with an article */
    size_t touched_count;
    uint32_t *seen_in; /* by group: the article last counted, plus 1 */
    size_t cell;       /* the first cell that is not of an article before the one at hand */
    struct topic_row *rows;
    size_t count, capacity;
};

static void count_for(struct counting *counting, uint32_t group, uint32_t article)
{
    size_t topics = counting->topics->dictionary->category_count, carried_count;
    const struct carried_topic *carried =
        carried_of(&counting->topics->carried, article, &carried_count);

    if (!topics_cover(counting->topics, counting->counts, article))
        return;
    if (counting->articles[group]++ == 0)
        counting->touched[counting->touched_count++] = group;
    for (size_t i = 0; i < carried_count; i++) {
        struct topic_count *count = &counting->carried[group * topics + carried[i].topic];

        count->hits += carried[i].hits;
        count->articles++;
    }
}

/* Counts the article once for each value that somebody quoted in it has. */
static void count_quoted(struct counting *counting, uint32_t article)
{
    const struct speakers *speakers = counting->speakers;

    while (counting->cell < speakers->cell_count &&
           speakers->cells[counting->cell].article < article)
        counting->cell++;
    for (size_t i = counting->cell;
         i < speakers->cell_count && speakers->cells[i].article == article; i++) {
        uint32_t group = groups_of_person(counting->groups, speakers->cells[i].person);

        if (speakers->cells[i].quotes == 0 || counting->seen_in[group] == article + 1)
            continue;
        counting->seen_in[group] = article + 1;
        count_for(counting, group, article);
    }
}

static void count_article(struct counting *counting, uint32_t article)
{
    if (counting->groups->grouping.kind == GROUPING_ATTRIBUTE)
        count_quoted(counting, article);
    else
        count_for(counting,
                  groups_of_article(counting->groups, &counting->counts->articles[article]),
                  article);
}

static void add_rows(struct counting *counting, struct span period, uint32_t group)
{
    const struct topics *topics = counting->topics;
    uint32_t minimum = counting->findings->minimum_articles, total = counting->articles[group];
    bool all = counting->groups->grouping.kind == GROUPING_NONE || total >= minimum;

    for (size_t i = 0; i < topics->count; i++) {
        uint32_t topic = topics->shown[i];
        struct topic_count count =
            counting->carried[group * topics->dictionary->category_count + topic];

        if (count.articles == 0 && !all)
            continue;
        counting->rows = memory_grow(counting->rows, &counting->capacity, counting->count + 1,
                                     sizeof *counting->rows);
        counting->rows[counting->count++] = (struct topic_row){
            .period = period,
            .key = counting->keys[topic],
            .group = counting->labels[group],
            .hits = count.hits,
            .articles = count.articles,
            .articles_total = total,
            .share = estimate_wilson(count.articles, total, minimum),
        };
    }
}

/* Makes rows of what was counted since the last time. */
static void end_span(struct counting *counting, struct span period)
{
    size_t topics = counting->topics->dictionary->category_count;

    for (size_t i = 0; i < counting->touched_count; i++) {
        uint32_t group = counting->touched[i];

        add_rows(counting, period, group);
        counting->articles[group] = 0;
        memset(counting->carried + group * topics, 0, topics * sizeof *counting->carried);
    }
    counting->touched_count = 0;
    memset(counting->seen_in, 0, counting->groups->count * sizeof *counting->seen_in);
}

/* Articles come by day, so that those of a step stand together. */
static void count_steps(struct counting *counting)
{
    const struct counts *counts = counting->counts;

    for (uint32_t from = 0, to; from < counts->count; from = to) {
        int32_t step = counts->articles[from].step;
        char period[STEPS_TEXT_SIZE];

        for (to = from; to < counts->count && counts->articles[to].step == step; to++)
            if (step >= 0 && counts->articles[to].in_step)
                count_article(counting, to);
        steps_text(period, &counts->plan, step);
        if (step >= 0)
            end_span(counting, arena_copy(&counting->findings->arena, span_of(period)));
    }
}

static void count_study(struct counting *counting)
{
    const struct counts *counts = counting->counts;

    counting->cell = 0;
    for (uint32_t i = 0; i < counts->study_count; i++) {
        if (counts->articles[counts->study_from + i].in_period)
            count_article(counting, counts->study_from + i);
    }
    end_span(counting, counting->findings->period);
}

static int by_period_group_and_share(const void *left, const void *right)
{
    const struct topic_row *a = left, *b = right;
    int order = span_compare(a->period, b->period);

    if (order == 0)
        order = span_compare(a->group, b->group);
    if (order)
        return order;
    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return span_compare(a->key, b->key);
}

static struct span *copies(struct arena *arena, const struct span *texts, size_t count)
{
    struct span *kept = arena_new(arena, count, sizeof *kept);

    for (size_t i = 0; i < count; i++)
        kept[i] = arena_copy(arena, texts[i]);
    return kept;
}

static struct span *category_keys(struct arena *arena, const struct topics *topics)
{
    uint32_t count = (uint32_t)topics->dictionary->category_count;
    struct span *keys = arena_new(arena, count, sizeof *keys);

    for (uint32_t c = 0; c < count; c++)
        keys[c] = arena_copy(arena, topics_key(topics, c));
    return keys;
}

struct topic_rows topic_groups_find(struct findings *findings, const struct groups *groups,
                                    const struct topics *topics, const struct speakers *speakers,
                                    const struct counts *counts)
{
    size_t topic_count = topics->dictionary->category_count;
    struct counting counting = {
        .findings = findings,
        .groups = groups,
        .topics = topics,
        .speakers = speakers,
        .counts = counts,
        .keys = category_keys(&findings->arena, topics),
        .labels = copies(&findings->arena, groups->names, groups->count),
        .articles = memory_new(groups->count, sizeof *counting.articles),
        .carried = memory_new(groups->count * topic_count, sizeof *counting.carried),
        .touched = memory_new(groups->count, sizeof *counting.touched),
        .seen_in = memory_new(groups->count, sizeof *counting.seen_in),
    };
    struct topic_rows rows = {0};

    if (counts->plan.dated)
        count_steps(&counting);
    if (steps_study(&counts->plan) < 0)
        count_study(&counting);
    rows.count = counting.count;
    rows.items = arena_new(&findings->arena, rows.count, sizeof *rows.items);
    if (rows.count)
        memcpy(rows.items, counting.rows, rows.count * sizeof *rows.items);
    qsort(rows.items, rows.count, sizeof *rows.items, by_period_group_and_share);
    free(counting.rows);
    free(counting.articles);
    free(counting.carried);
    free(counting.touched);
    free(counting.seen_in);
    return rows;
}
