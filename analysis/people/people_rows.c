#include "analysis/people/people_rows.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* A spelling of a person by one rule. */
struct alias {
    uint32_t person, spelling;
    enum people_rule rule;
    uint32_t quotes;
    uint64_t of_person; /* quotations of the person under all spellings */
    struct span name, text;
};

struct span *people_rows_attributes(struct arena *arena, const struct people *people,
                                    uint32_t person)
{
    const struct roster *roster = people->roster;
    struct span *attributes;

    if (!roster || people->roster_rows[person] == ROSTER_NONE)
        return NULL;
    attributes = arena_new(arena, roster->column_count, sizeof *attributes);
    for (size_t i = 0; i < roster->column_count; i++)
        attributes[i] =
            arena_copy(arena, roster->people[people->roster_rows[person]].attributes[i]);
    return attributes;
}

static int by_parts(const void *left, const void *right)
{
    const struct alias *a = left, *b = right;

    if (a->person != b->person)
        return a->person < b->person ? -1 : 1;
    if (a->spelling != b->spelling)
        return a->spelling < b->spelling ? -1 : 1;
    return (int)a->rule - (int)b->rule;
}

/* The most quoted person first, and that person's most frequent spelling. */
static int by_rank(const void *left, const void *right)
{
    const struct alias *a = left, *b = right;
    int order;

    if (a->of_person != b->of_person)
        return a->of_person > b->of_person ? -1 : 1;
    order = span_compare(a->name, b->name);
    if (order)
        return order;
    if (a->quotes != b->quotes)
        return a->quotes > b->quotes ? -1 : 1;
    order = span_compare(a->text, b->text);
    return order ? order : (int)a->rule - (int)b->rule;
}

/* One alias for each person, spelling and rule; the caller frees them. */
static struct alias *gather(const struct people *people, size_t *count)
{
    struct alias *aliases = memory_new(people->voice_count, sizeof *aliases);
    uint64_t *totals = memory_new(people->count, sizeof *totals);
    size_t voices = 0, kept = 0;

    for (size_t v = 0; v < people->voice_count; v++) {
        const struct voice *voice = &people->voices[v];
        uint32_t person = people->person_of[v];

        totals[person] += voice->quotes;
        aliases[voices++] = (struct alias){
            .person = person,
            .spelling = voice->spelling,
            .rule = people->rules[v],
            .quotes = voice->quotes,
            .name = people->names[person],
            .text = table_text(&people->spellings, voice->spelling),
        };
    }
    if (voices)
        qsort(aliases, voices, sizeof *aliases, by_parts);
    for (size_t i = 0; i < voices; i++) {
        if (kept && by_parts(&aliases[kept - 1], &aliases[i]) == 0)
            aliases[kept - 1].quotes += aliases[i].quotes;
        else
            aliases[kept++] = aliases[i];
    }
    for (size_t i = 0; i < kept; i++)
        aliases[i].of_person = totals[aliases[i].person];
    free(totals);
    *count = kept;
    return aliases;
}

static void describe_roster(struct findings *findings, const struct roster *roster)
{
    if (!roster)
        return;
    findings->roster_people = (uint32_t)roster->count;
    findings->roster_column_count = roster->column_count;
    findings->roster_columns =
        arena_new(&findings->arena, roster->column_count, sizeof *findings->roster_columns);
    for (size_t i = 0; i < roster->column_count; i++)
        findings->roster_columns[i] = arena_copy(&findings->arena, roster->columns[i]);
}

void people_rows_fill(struct findings *findings, const struct people *people)
{
    size_t count;
    struct alias *aliases = gather(people, &count);

    describe_roster(findings, people->roster);
    if (count)
        qsort(aliases, count, sizeof *aliases, by_rank);
    findings->person_row_count = count;
    findings->person_rows = arena_new(&findings->arena, count, sizeof *findings->person_rows);
    for (size_t i = 0; i < count; i++)
        findings->person_rows[i] = (struct person_row){
            .name = arena_copy(&findings->arena, aliases[i].name),
            .spelling = arena_copy(&findings->arena, aliases[i].text),
            .quotes = aliases[i].quotes,
            .rule = people_rule_name(aliases[i].rule),
            .kind = people_kind_name(people->kinds[aliases[i].person]),
            .attributes = people_rows_attributes(&findings->arena, people, aliases[i].person),
        };
    free(aliases);
}
