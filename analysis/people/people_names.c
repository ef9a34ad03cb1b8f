#include "analysis/people/people_inside.h"
#include "corpus/base/memory.h"
#include "corpus/voices/lexicon.h"

#include <assert.h>
#include <stdlib.h>

static void sort_voices(struct settling *settling)
{
    const struct people *people = settling->people;
    uint32_t *next;

    settling->voices_from = memory_new(people->spellings.count + 2, sizeof(uint32_t));
    settling->voices = memory_new(people->voice_count, sizeof(uint32_t));
    next = settling->voices_from + 1;
    for (size_t v = 0; v < people->voice_count; v++)
        next[people->voices[v].spelling + 1]++;
    for (size_t s = 0; s < people->spellings.count; s++)
        next[s + 1] += next[s];
    for (uint32_t v = 0; v < people->voice_count; v++)
        settling->voices[next[people->voices[v].spelling]++] = v;
}

/*
 * What all voices of a spelling that tell a sex agree on, and how often it was
 * quoted. What does not count tells a sex only where nothing of the spelling does.
 */
static void count_voices(struct settling *settling, struct namesake *name)
{
    const struct people *people = settling->people;
    uint32_t sex = 0, silent_sex = 0;

    name->silent = true;
    for (uint32_t i = settling->voices_from[name->spelling];
         i < settling->voices_from[name->spelling + 1]; i++) {
        const struct voice *voice = &people->voices[settling->voices[i]];

        name->quotes += voice->quotes;
        name->silent = name->silent && !voice->counts;
        if (voice->counts)
            sex |= voice->sex;
        else
            silent_sex |= voice->sex;
    }
    if (name->silent)
        sex = silent_sex;
    name->sex = name->parts.sex ? name->parts.sex : sex == LEXICON_SEX ? 0 : sex;
}

static void read_name(struct settling *settling, struct namesake *name, struct span text,
                      uint32_t spelling)
{
    struct people *people = settling->people;
    uint32_t row = ROSTER_NONE;

    *name = (struct namesake){.text = text, .spelling = spelling, .person = PEOPLE_NOBODY};
    spelling_read(&name->parts, &people->reader, &people->arena, text);
    name->class = name->parts.given_count == 0   ? NAME_LAST
                  : name->parts.given[0].initial ? NAME_INITIALS
                                                 : NAME_FULL;
    name->sex = name->parts.sex;
    if (spelling != TABLE_NONE)
        count_voices(settling, name);
    if (people->roster)
        row = roster_find(people->roster, name->parts.whole);
    if (row != ROSTER_NONE) {
        name->person = row;
        name->fixed = true;
    }
}

/* Stands among the names, so that others may join whom the roster lists. */
static void read_listed(struct settling *settling, struct namesake *name, size_t row)
{
    read_name(settling, name, settling->people->roster->people[row].name, TABLE_NONE);
    name->person = (uint32_t)row;
    name->fixed = true;
}

static void read_all(struct settling *settling)
{
    struct people *people = settling->people;
    size_t listed = people->roster ? people->roster->count : 0;

    settling->count = people->spellings.count + listed;
    settling->names = memory_new(settling->count, sizeof *settling->names);
    people->count = listed;
    for (uint32_t i = 0; i < settling->count; i++) {
        if (i < people->spellings.count)
            read_name(settling, &settling->names[i], table_text(&people->spellings, i), i);
        else
            read_listed(settling, &settling->names[i], i - people->spellings.count);
    }
}

/* Words that some write "ue" where others write "ü", and what they are bare. */
struct written_out {
    struct table words;
    struct span *meant;
    size_t capacity;
};

static void add_written_out(struct written_out *written, struct span word, struct span bare)
{
    size_t known = written->words.count;

    if (word.length == 0 || table_add(&written->words, word) < known)
        return;
    written->meant =
        memory_grow(written->meant, &written->capacity, known + 1, sizeof *written->meant);
    written->meant[known] = bare;
}

static struct span meant_by(const struct written_out *written, struct span bare)
{
    uint32_t id = table_find(&written->words, bare);

    if (id == TABLE_NONE)
        return bare;
    assert(written->meant);
    return written->meant[id];
}

static void join_written_out(struct settling *settling)
{
    struct written_out written = {.capacity = 0};

    for (size_t i = 0; i < settling->count; i++) {
        const struct spelling *parts = &settling->names[i].parts;

        if (settling->names[i].silent)
            continue;
        add_written_out(&written, parts->written_out, parts->last);
        for (size_t k = 0; k < parts->given_count; k++)
            add_written_out(&written, parts->given[k].written_out, parts->given[k].bare);
    }
    for (size_t i = 0; i < settling->count; i++) {
        struct spelling *parts = &settling->names[i].parts;

        parts->last = meant_by(&written, parts->last);
        for (size_t k = 0; k < parts->given_count; k++)
            parts->given[k].bare = meant_by(&written, parts->given[k].bare);
    }
    table_release(&written.words);
    free(written.meant);
}

/* Names are of one block by their letters, Slavic ones by their keys. */
static void choose_blocks(struct settling *settling)
{
    struct table slavic = TABLE_EMPTY;

    for (size_t i = 0; i < settling->count; i++) {
        if (settling->names[i].parts.is_slavic && !settling->names[i].silent)
            (void)table_add(&slavic, settling->names[i].parts.last);
    }
    for (size_t i = 0; i < settling->count; i++) {
        struct namesake *name = &settling->names[i];

        name->slavic = table_find(&slavic, name->parts.last) != TABLE_NONE ||
                       (name->silent && name->parts.is_slavic);
        name->block =
            name->slavic && name->parts.skeleton.length ? name->parts.skeleton : name->parts.last;
    }
    table_release(&slavic);
}

void people_read_names(struct settling *settling)
{
    sort_voices(settling);
    read_all(settling);
    join_written_out(settling);
    choose_blocks(settling);
}
