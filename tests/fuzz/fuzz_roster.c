/*
 * Fuzz target: any bytes as a roster, and each of its lines as a name.
 *
 * Invariants: a roster that is read finds every name it has, a refused one is
 * empty and its fault names the file; every voice has a person, every person a
 * name, and who the roster lists is that row.
 */
#include "analysis/people/people.h"
#include "corpus/text/utf8.h"

#include <assert.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void settle(const struct roster *roster, struct span text)
{
    struct people people = PEOPLE_EMPTY;
    int32_t week = 0;

    people.roster = roster;
    while (text.length) {
        const char *end = memchr(text.bytes, '\n', text.length);
        size_t length = end ? (size_t)(end - text.bytes) : text.length;

        if (length)
            (void)people_add(&people, &(struct people_use){.speaker = span_cut(text, 0, length),
                                                           .mention = span_cut(text, 0, length),
                                                           .week = week++ % 3,
                                                           .counts = true});
        text = span_cut(text, end ? length + 1 : length, text.length);
    }
    people_settle(&people);
    for (size_t v = 0; v < people.voice_count; v++)
        assert(people.person_of[v] < people.count);
    for (size_t p = 0; p < people.count; p++) {
        assert(people.names[p].length);
        assert(people.roster_rows[p] == ROSTER_NONE || people.roster_rows[p] == p);
    }
    people_release(&people);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = {.bytes = (const char *)data, .length = size};
    struct roster roster = ROSTER_EMPTY;
    struct fault fault = FAULT_EMPTY;

    if (roster_read(&roster, text, "people.csv", &fault)) {
        for (size_t i = 0; i < roster.count; i++)
            assert(roster.people[i].name.length);
        for (size_t i = 0; i < roster.forms.count; i++)
            assert(roster_find(&roster, table_text(&roster.forms, (uint32_t)i)) < roster.count);
    } else {
        assert(roster.count == 0 && strstr(fault.message, "people.csv"));
    }
    if (utf8_valid_length(text) == size)
        settle(&roster, text);
    roster_release(&roster);
    return 0;
}
