#include "analysis/people/people_inside.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static bool stands_in_a_case(const struct namesake *name)
{
    return slavic_is_cyrillic(name->parts.last) && !name->parts.is_dictionary;
}

/* A name in full, in the dictionary's form, that most quotations have. */
static bool shows_better(const struct namesake *a, const struct namesake *b)
{
    bool longer = !slavic_is_cyrillic(a->parts.last);

    if ((a->spelling == TABLE_NONE) != (b->spelling == TABLE_NONE))
        return a->spelling == TABLE_NONE;
    if (a->class != b->class)
        return a->class < b->class;
    if (stands_in_a_case(a) != stands_in_a_case(b))
        return stands_in_a_case(b);
    if (a->quotes != b->quotes)
        return a->quotes > b->quotes;
    if (a->text.length != b->text.length)
        return (a->text.length > b->text.length) == longer;
    return span_compare(a->text, b->text) < 0;
}

static void show_better(const struct namesake **best, const struct namesake *name, uint32_t person)
{
    if (person != PEOPLE_NOBODY && (!best[person] || shows_better(name, best[person])))
        best[person] = name;
}

static bool same_letters(const struct namesake *one, const struct namesake *other)
{
    return span_equal(one->parts.last, other->parts.last) &&
           span_equal(one->parts.given[0].bare, other->parts.given[0].bare);
}

static enum people_rule rule_of(const struct namesake *name, const struct namesake *best)
{
    if (name->fixed)
        return PEOPLE_ROSTER;
    if (name->class == NAME_INITIALS || best->class == NAME_INITIALS)
        return name == best ? PEOPLE_ALONE : PEOPLE_INITIALS;
    return same_letters(name, best) ? PEOPLE_FULL_NAME : PEOPLE_VARIANT;
}

static struct span shown(struct people *people, const struct namesake *name, enum mark mark)
{
    static const char *const marks[] = {
        [MARK_NONE] = "", [MARK_OPEN] = " (?)", [MARK_MALE] = " (m)", [MARK_FEMALE] = " (f)"};
    struct bytes text = BYTES_EMPTY;
    struct span copy;

    bytes_add(&text, name->text);
    bytes_add_text(&text, marks[mark]);
    copy = arena_copy(&people->arena, bytes_span(&text));
    bytes_release(&text);
    return copy;
}

/* Each person's best name, of those that count or of those that do not. */
static void find_best(const struct settling *settling, const struct namesake **best, bool counts)
{
    const struct people *people = settling->people;

    for (size_t i = 0; i < settling->count; i++) {
        const struct namesake *name = &settling->names[i];

        if (name->fixed || (name->parts.is_name && name->class != NAME_LAST)) {
            if (name->silent != counts)
                show_better(best, name, name->person);
            continue;
        }
        for (uint32_t v = settling->voices_from[name->spelling];
             v < settling->voices_from[name->spelling + 1]; v++) {
            uint32_t voice = settling->voices[v];

            if (people->rules[voice] == PEOPLE_ALONE && people->voices[voice].counts == counts)
                show_better(best, name, people->person_of[voice]);
        }
    }
}

void people_choose_names(struct settling *settling)
{
    struct people *people = settling->people;
    const struct namesake **best = memory_new(people->count, sizeof(const struct namesake *));
    const struct namesake **silent = memory_new(people->count, sizeof(const struct namesake *));
    size_t listed = people->roster ? people->roster->count : 0;

    find_best(settling, best, true);
    find_best(settling, silent, false);
    for (size_t p = 0; p < people->count; p++)
        best[p] = best[p] ? best[p] : silent[p];
    free((void *)silent);
    for (size_t i = 0; i < settling->count; i++) {
        const struct namesake *name = &settling->names[i];

        if (name->person != PEOPLE_NOBODY)
            people_decide_all(settling, name, rule_of(name, best[name->person]));
    }
    people->names = memory_new(people->count, sizeof *people->names);
    people->roster_rows = memory_new(people->count, sizeof *people->roster_rows);
    for (size_t p = 0; p < people->count; p++) {
        people->roster_rows[p] = p < listed ? (uint32_t)p : ROSTER_NONE;
        people->names[p] = shown(people, best[p], p < listed ? MARK_NONE : settling->marks[p]);
    }
    free((void *)best);
}
