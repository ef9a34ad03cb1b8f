#include "analysis/grouping.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <assert.h>
#include <stdlib.h>

const char grouping_no_outlet[] = "(no outlet given)";

bool grouping_read(struct grouping *grouping, struct span text, const struct roster *roster,
                   struct fault *fault)
{
    struct bytes columns = BYTES_EMPTY;
    bool found = true;

    *grouping = (struct grouping){0};
    if (span_is(text, "outlet"))
        grouping->kind = GROUPING_OUTLET;
    else if (span_is(text, "language"))
        grouping->kind = GROUPING_LANGUAGE;
    for (size_t i = 0; grouping->kind == GROUPING_NONE && roster && i < roster->column_count; i++) {
        bytes_print(&columns, ", %.*s", SPAN_PRINT(roster->columns[i]));
        if (span_equal(text, roster->columns[i]))
            *grouping = (struct grouping){GROUPING_ATTRIBUTE, i};
    }
    if (grouping->kind == GROUPING_NONE)
        found = fault_set(
            fault, FAULT_USAGE, "--by %.*s: it is outlet, language or a column of the roster (%s)",
            SPAN_PRINT(text), columns.count ? bytes_text(&columns) + 2 : "--people names none");
    bytes_release(&columns);
    return found;
}

/* Numbers the names of `table` in their order; the empty one shows as `nameless`. */
static void take_table(struct groups *groups, const struct table *table, const char *nameless)
{
    groups->of_table = table_ranks(table);
    groups->count = table->count;
    groups->names = memory_new(table->count, sizeof *groups->names);
    groups->in_order = memory_new(table->count, sizeof *groups->in_order);
    for (uint32_t id = 0; id < table->count; id++) {
        struct span name = table_text(table, id);

        groups->in_order[groups->of_table[id]] = id;
        groups->names[groups->of_table[id]] = name.length ? name : span_of(nameless);
    }
}

static const char unknown[] = "(unknown)", unattributed[] = "(unattributed)";

static struct span value_of(const struct people *people, uint32_t person, size_t column)
{
    uint32_t row = people->roster_rows[person];
    struct span value = SPAN_EMPTY;

    if (row != ROSTER_NONE)
        value = people->roster->people[row].attributes[column];
    return value.length ? value : span_of(unknown);
}

/* The values in their order, then those of nobody known and of nobody. */
static void take_column(struct groups *groups, const struct people *people)
{
    size_t column = groups->grouping.column, values;
    struct table table = TABLE_EMPTY;
    uint32_t *ranks;

    for (size_t i = 0; i < people->roster->count; i++) {
        struct span value = people->roster->people[i].attributes[column];

        if (value.length)
            (void)table_add(&table, value);
    }
    ranks = table_ranks(&table);
    values = table.count;
    groups->count = values + 2;
    groups->unattributed = (uint32_t)values + 1;
    groups->names = memory_new(groups->count, sizeof *groups->names);
    for (uint32_t id = 0; id < values; id++)
        groups->names[ranks[id]] = arena_copy(&groups->arena, table_text(&table, id));
    groups->names[values] = span_of(unknown);
    groups->names[values + 1] = span_of(unattributed);
    groups->of_person = memory_new(people->count, sizeof *groups->of_person);
    for (uint32_t p = 0; p < people->count; p++) {
        uint32_t id = table_find(&table, value_of(people, p, column));

        groups->of_person[p] = id == TABLE_NONE ? (uint32_t)values : ranks[id];
    }
    free(ranks);
    table_release(&table);
}

void groups_of_articles(struct groups *groups, enum grouping_kind kind, const struct counts *counts)
{
    assert(kind != GROUPING_ATTRIBUTE);
    *groups = (struct groups){.grouping = {.kind = kind}};
    if (kind == GROUPING_OUTLET) {
        take_table(groups, &counts->sources, grouping_no_outlet);
    } else if (kind == GROUPING_LANGUAGE) {
        take_table(groups, &counts->languages, "(no language known)");
    } else {
        groups->count = 1;
        groups->names = memory_new(1, sizeof *groups->names);
    }
}

void groups_find(struct groups *groups, struct grouping grouping, const struct counts *counts,
                 const struct people *people)
{
    if (grouping.kind != GROUPING_ATTRIBUTE) {
        groups_of_articles(groups, grouping.kind, counts);
        return;
    }
    *groups = (struct groups){.grouping = grouping};
    take_column(groups, people);
}

uint32_t groups_of_article(const struct groups *groups, const struct counted_article *article)
{
    if (groups->grouping.kind == GROUPING_NONE)
        return 0;
    return groups
        ->of_table[groups->grouping.kind == GROUPING_OUTLET ? article->source : article->language];
}

uint32_t groups_of_person(const struct groups *groups, uint32_t person)
{
    return person == SPEAKERS_NOBODY ? groups->unattributed : groups->of_person[person];
}

/* An article as it is sorted to find its story's first in its outlet. */
struct place {
    uint32_t story, source, article;
};

static int by_story_and_source(const void *left, const void *right)
{
    const struct place *a = left, *b = right;

    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->article > b->article) - (a->article < b->article);
}

uint32_t *groups_outlet_stories(const struct counts *counts)
{
    struct place *places = memory_new(counts->count, sizeof *places);
    uint32_t *first = memory_new(counts->count, sizeof *first);

    for (uint32_t i = 0; i < counts->count; i++)
        places[i] = (struct place){counts->articles[i].story, counts->articles[i].source, i};
    qsort(places, counts->count, sizeof *places, by_story_and_source);
    for (size_t i = 0; i < counts->count; i++) {
        bool goes_on = i > 0 && places[i].story == places[i - 1].story &&
                       places[i].source == places[i - 1].source;

        first[places[i].article] = goes_on ? first[places[i - 1].article] : places[i].article;
    }
    free(places);
    return first;
}

void groups_release(struct groups *groups)
{
    free(groups->names);
    free(groups->of_table);
    free(groups->in_order);
    free(groups->of_person);
    arena_release(&groups->arena);
    *groups = GROUPS_EMPTY;
}
