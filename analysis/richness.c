#include "analysis/richness.h"

#include "analysis/measures/diversity.h"
#include "analysis/measures/mean.h"
#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* What articles of one group add up to. */
struct group {
    uint64_t words;
    uint32_t articles, too_short;
    struct mean_sums sums[RICHNESS_MEASURES];
};

struct groups {
    struct table names;
    struct group *items; /* owned; by id in `names` */
    size_t capacity;
};

struct measuring {
    struct group set;
    struct groups outlets, weeks;
    uint32_t *words;       /* of the article at hand */
    uint64_t *frequencies; /* of its words, by type */
    size_t word_capacity, frequency_capacity;
    uint32_t *types; /* by term: its type in the article plus 1 */
};

static struct group *group_of(struct groups *groups, struct span name)
{
    size_t known = groups->names.count;
    uint32_t id = table_add(&groups->names, name);

    groups->items =
        memory_grow(groups->items, &groups->capacity, groups->names.count, sizeof *groups->items);
    if (id == known)
        groups->items[id] = (struct group){0};
    return &groups->items[id];
}

/* The article's words by type, in order, and how often each type is there. */
static size_t list_types(struct measuring *measuring, const struct text *text, size_t *count)
{
    size_t types = 0;

    measuring->words = memory_grow(measuring->words, &measuring->word_capacity, text->count + 1,
                                   sizeof *measuring->words);
    measuring->frequencies = memory_grow(measuring->frequencies, &measuring->frequency_capacity,
                                         text->count + 1, sizeof *measuring->frequencies);
    *count = 0;
    for (size_t i = 0; i < text->count; i++) {
        uint32_t *type;

        if (text->ids[i] == 0)
            continue;
        type = &measuring->types[text->ids[i] - 1];
        if (*type == 0) {
            measuring->frequencies[types] = 0;
            *type = (uint32_t)++types;
        }
        measuring->frequencies[*type - 1]++;
        measuring->words[(*count)++] = *type;
    }
    for (size_t i = 0; i < text->count; i++) {
        if (text->ids[i])
            measuring->types[text->ids[i] - 1] = 0;
    }
    return types;
}

/* What one article has of each measure. */
struct measured {
    double values[RICHNESS_MEASURES];
    bool has[RICHNESS_MEASURES];
};

static struct measured measure(struct measuring *measuring, const struct text *text)
{
    struct measured found = {0};
    struct diversity_mtld mtld = {0};
    struct fault fault;
    size_t count, types = list_types(measuring, text, &count);

    if (count < RICHNESS_WORDS)
        return found;
    found.has[RICHNESS_MATTR] = diversity_mattr(&found.values[RICHNESS_MATTR], measuring->words,
                                                count, DIVERSITY_WINDOW, &fault);
    found.has[RICHNESS_MTLD] =
        diversity_mtld(&mtld, measuring->words, count, DIVERSITY_THRESHOLD, &fault);
    found.values[RICHNESS_MTLD] = mtld.value;
    found.has[RICHNESS_HDD] = diversity_hdd(&found.values[RICHNESS_HDD], measuring->frequencies,
                                            types, DIVERSITY_SAMPLE, &fault);
    found.has[RICHNESS_YULE_K] =
        diversity_yule_k(&found.values[RICHNESS_YULE_K], measuring->frequencies, types, &fault);
    return found;
}

static void add_article(struct group *group, const struct text *text,
                        const struct measured *measured)
{
    group->articles++;
    group->words += text->article->words;
    group->too_short += text->article->words < RICHNESS_WORDS;
    for (size_t m = 0; m < RICHNESS_MEASURES; m++) {
        if (measured->has[m])
            mean_add(&group->sums[m], measured->values[m]);
    }
}

static bool take_text(void *context, const struct text *text, struct fault *fault)
{
    struct measuring *measuring = context;
    const struct stored_article *article = text->article;
    struct measured measured = measure(measuring, text);
    char week[WEEK_TEXT_SIZE];

    (void)fault;
    add_article(&measuring->set, text, &measured);
    add_article(group_of(&measuring->outlets, article->source), text, &measured);
    if (article->day == DAY_NONE)
        return true;
    week_text(week, day_week(article->day));
    add_article(group_of(&measuring->weeks, span_of(week)), text, &measured);
    return true;
}

static struct estimate estimate(const struct mean_sums *sums, uint32_t minimum)
{
    struct interval interval;
    struct fault fault;

    if (sums->count == 0)
        return ESTIMATE_NONE("no article of 100 words or more");
    if (sums->count >= minimum && mean_interval(&interval, sums, ESTIMATE_LEVEL, &fault))
        return estimate_of(interval);
    return (struct estimate){.value = sums->mean, .has_value = true, .note = estimate_too_few};
}

static void add_row(struct richness *richness, const char *kind, struct span key,
                    const struct group *group, uint32_t minimum)
{
    struct richness_row *row = &richness->rows[richness->count++];

    *row = (struct richness_row){
        .kind = kind,
        .key = arena_copy(&richness->arena, key),
        .words = group->words,
        .articles = group->articles,
        .too_short = group->too_short,
    };
    for (size_t m = 0; m < RICHNESS_MEASURES; m++)
        row->values[m] = estimate(&group->sums[m], minimum);
}

/* The groups' rows, in the order of their names: that of weeks is that of time. */
static void add_groups(struct richness *richness, const char *kind, const struct groups *groups,
                       uint32_t minimum)
{
    uint32_t *ranks = table_ranks(&groups->names);
    uint32_t *order = memory_new(groups->names.count, sizeof *order);

    for (uint32_t id = 0; id < groups->names.count; id++)
        order[ranks[id]] = id;
    for (size_t i = 0; i < groups->names.count; i++)
        add_row(richness, kind, table_text(&groups->names, order[i]), &groups->items[order[i]],
                minimum);
    free(ranks);
    free(order);
}

bool richness_find(struct richness *richness, struct counts_source source,
                   const struct richness_wish *wish, struct fault *fault)
{
    struct measuring measuring = {0};
    bool done;

    measuring.types = memory_new(counts_vocabulary(source)->count + 1, sizeof *measuring.types);
    done = texts_walk(source, &wish->texts, take_text, &measuring, fault);
    if (done) {
        richness->rows = memory_new(1 + measuring.outlets.names.count + measuring.weeks.names.count,
                                    sizeof *richness->rows);
        add_row(richness, "set", SPAN_EMPTY, &measuring.set, wish->minimum);
        add_groups(richness, "outlet", &measuring.outlets, wish->minimum);
        add_groups(richness, "week", &measuring.weeks, wish->minimum);
    }
    table_release(&measuring.outlets.names);
    table_release(&measuring.weeks.names);
    free(measuring.outlets.items);
    free(measuring.weeks.items);
    free(measuring.words);
    free(measuring.frequencies);
    free(measuring.types);
    return done;
}

void richness_release(struct richness *richness)
{
    free(richness->rows);
    arena_release(&richness->arena);
    *richness = RICHNESS_EMPTY;
}
