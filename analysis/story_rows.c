#include "analysis/story_rows.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* An article in its story. */
struct member {
    uint32_t story, article, source;
};

static int by_story_and_source(const void *left, const void *right)
{
    const struct member *a = left, *b = right;

    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->article > b->article) - (a->article < b->article);
}

/* All articles, story after story; the caller frees them. */
static struct member *list_members(const struct counts *counts)
{
    struct member *members = memory_new(counts->count, sizeof *members);

    for (uint32_t i = 0; i < counts->count; i++)
        members[i] = (struct member){counts->articles[i].story, i, counts->articles[i].source};
    qsort(members, counts->count, sizeof *members, by_story_and_source);
    return members;
}

static struct story_row row_of(const struct counts *counts, const struct member *members,
                               size_t count)
{
    const struct counted_article *first = &counts->articles[members[0].story];
    struct story_row row = {
        .id = first->id, /* the findings get the arenas of the counts */
        .title = first->title,
        .source = table_text(&counts->sources, first->source),
        .day = first->day,
        .articles = (uint32_t)count,
    };

    for (size_t i = 0; i < count; i++)
        row.outlets += i == 0 || members[i].source != members[i - 1].source;
    return row;
}

static int by_falling_articles(const void *left, const void *right)
{
    const struct story_row *a = left, *b = right;
    int order;

    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    order = span_compare(a->source, b->source);
    return order ? order : span_compare(a->id, b->id);
}

static bool touches_study(const struct counts *counts, const struct member *members, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (counts->articles[members[i].article].period == PERIOD_STUDY)
            return true;
    }
    return false;
}

void story_rows_fill(struct findings *findings, const struct counts *counts)
{
    struct member *members = list_members(counts);

    findings->one_vote = counts->one_vote;
    findings->story_days = (uint32_t)counts->story_window;
    findings->story_rows = arena_new(&findings->arena, counts->count, sizeof *findings->story_rows);
    for (size_t from = 0, to; from < counts->count; from = to) {
        to = from + 1;
        while (to < counts->count && members[to].story == members[from].story)
            to++;
        findings->story_rows[findings->story_row_count++] =
            row_of(counts, members + from, to - from);
        findings->stories += touches_study(counts, members + from, to - from);
    }
    for (size_t i = 0; i < counts->count; i++) {
        bool in_study = counts->articles[i].period == PERIOD_STUDY;
        bool repeats = in_study && counts->articles[i].story != i;

        findings->published += in_study;
        findings->repeats += repeats;
        findings->copies += repeats && counts->articles[i].copy;
    }
    qsort(findings->story_rows, findings->story_row_count, sizeof *findings->story_rows,
          by_falling_articles);
    free(members);
}
