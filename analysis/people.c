#include "analysis/people.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

enum { OWNER_PERCENT = 80 };

/* A spelling taken apart; spans are folded copies in the people's arena. */
struct name {
    uint32_t spelling;
    struct span whole; /* all of it, folded */
    struct span first; /* the first word, without a final point; empty for one word alone */
    struct span last;
    bool proper; /* begins with a capital, so it is a name */
};

uint32_t people_add(struct people *people, struct span speaker)
{
    size_t known = people->spellings.count;
    uint32_t spelling = table_add(&people->spellings, speaker);

    if (people->spellings.count > known) {
        people->quotes = memory_grow(people->quotes, &people->quote_capacity,
                                     people->spellings.count, sizeof *people->quotes);
        people->quotes[spelling] = 0;
    }
    people->quotes[spelling]++;
    return spelling;
}

/* The bytes of the first character of a word. */
static size_t first_letter(struct span word)
{
    size_t length = word.length ? 1 : 0;

    while (length < word.length && ((unsigned char)word.bytes[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* True when folding changes the first letter: it was a capital. */
static bool begins_with_capital(struct span spelling, struct span folded)
{
    size_t letter = first_letter(spelling);

    return letter == 0 || letter > folded.length ||
           memcmp(spelling.bytes, folded.bytes, letter) != 0;
}

static struct name take_apart(struct people *people, uint32_t spelling, struct bytes *room)
{
    struct span text = table_text(&people->spellings, spelling);
    struct name name = {.spelling = spelling};
    size_t first_end, last_start;

    tokens_fold(room, text);
    name.whole = arena_copy(&people->arena, bytes_span(room));
    name.proper = begins_with_capital(text, name.whole);
    first_end = 0;
    while (first_end < name.whole.length && name.whole.bytes[first_end] != ' ')
        first_end++;
    last_start = name.whole.length;
    while (last_start > 0 && name.whole.bytes[last_start - 1] != ' ')
        last_start--;
    name.last = span_cut(name.whole, last_start, name.whole.length);
    if (first_end < name.whole.length)
        name.first = span_cut(name.whole, 0, first_end);
    if (span_ends(name.first, "."))
        name.first.length--;
    return name;
}

static int by_last_name(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = span_compare(a->last, b->last);

    if (order)
        return order;
    /* Longer first names come first, so that initials find them settled. */
    if (a->first.length != b->first.length)
        return a->first.length > b->first.length ? -1 : 1;
    order = span_compare(a->whole, b->whole);
    return order ? order : (a->spelling > b->spelling) - (a->spelling < b->spelling);
}

static bool first_names_agree(struct span left, struct span right)
{
    size_t letter = first_letter(left);

    if (span_equal(left, right))
        return true;
    if (letter != left.length && first_letter(right) != right.length)
        return false;
    return letter == first_letter(right) &&
           span_equal(span_cut(left, 0, letter), span_cut(right, 0, letter));
}

/* Gives each full name of names[from .. to) its person; they share a last name. */
static void settle_full_names(struct people *people, const struct name *names, size_t from,
                              size_t to)
{
    for (size_t i = from; i < to; i++) {
        uint32_t person = TABLE_NONE;
        size_t agreeing = 0;

        if (!names[i].first.length || !names[i].proper)
            continue;
        for (size_t k = from; k < i; k++) {
            uint32_t other = people->person_of[names[k].spelling];

            if (!names[k].first.length || !names[k].proper ||
                !first_names_agree(names[i].first, names[k].first) || other == person)
                continue;
            person = other;
            agreeing++;
        }
        /* An initial that fits two people is neither. */
        people->person_of[names[i].spelling] = agreeing == 1 ? person : (uint32_t)people->count++;
    }
}

/* The person with at least OWNER_PERCENT of the last name's quotations, or TABLE_NONE. */
static uint32_t owner(const struct people *people, const struct name *names, size_t from, size_t to)
{
    uint64_t all = 0;

    for (size_t i = from; i < to; i++)
        all += names[i].first.length && names[i].proper ? people->quotes[names[i].spelling] : 0;
    for (size_t i = from; i < to; i++) {
        uint32_t person = people->person_of[names[i].spelling];
        uint64_t own = 0;

        if (!names[i].first.length || !names[i].proper)
            continue;
        for (size_t k = from; k < to; k++) {
            if (names[k].first.length && people->person_of[names[k].spelling] == person)
                own += people->quotes[names[k].spelling];
        }
        if (own * 100 >= all * OWNER_PERCENT)
            return person;
    }
    return TABLE_NONE;
}

static void settle_others(struct people *people, const struct name *names, size_t from, size_t to)
{
    uint32_t person = owner(people, names, from, to);

    for (size_t i = from; i < to; i++) {
        uint32_t *slot = &people->person_of[names[i].spelling];

        if (names[i].first.length && names[i].proper)
            continue;
        if (names[i].proper && person != TABLE_NONE) {
            *slot = person;
            continue;
        }
        /* Equal but for case: the sort has put them side by side. */
        if (i > from && span_equal(names[i].whole, names[i - 1].whole))
            *slot = people->person_of[names[i - 1].spelling];
        else
            *slot = (uint32_t)people->count++;
    }
}

/* True when spelling `a` is the better name to show than `b`. */
static bool shows_better(const struct people *people, const struct name *a, const struct name *b)
{
    struct span text_a = table_text(&people->spellings, a->spelling);
    struct span text_b = table_text(&people->spellings, b->spelling);
    uint32_t quotes_a = people->quotes[a->spelling], quotes_b = people->quotes[b->spelling];

    if ((a->first.length > 0) != (b->first.length > 0))
        return a->first.length > 0;
    if (quotes_a != quotes_b)
        return quotes_a > quotes_b;
    if (text_a.length != text_b.length)
        return text_a.length > text_b.length;
    return span_compare(text_a, text_b) < 0;
}

static struct span shown_name(struct people *people, const struct name *name, bool contested)
{
    struct bytes room = BYTES_EMPTY;
    struct span shown;

    bytes_add(&room, table_text(&people->spellings, name->spelling));
    if (contested)
        bytes_add_text(&room, " (?)");
    shown = arena_copy(&people->arena, bytes_span(&room));
    bytes_release(&room);
    return shown;
}

/* True when other people of the same last name are quoted under full names. */
static bool is_contested(const struct name *names, size_t at)
{
    if (names[at].first.length || !names[at].proper)
        return false;
    for (size_t i = at; i-- > 0 && span_equal(names[i].last, names[at].last);) {
        if (names[i].first.length && names[i].proper)
            return true;
    }
    return false;
}

static void name_people(struct people *people, const struct name *names, size_t count)
{
    const struct name **best = memory_new(people->count, sizeof(const struct name *));

    people->names = memory_new(people->count, sizeof *people->names);
    for (size_t i = 0; i < count; i++) {
        const struct name **slot = &best[people->person_of[names[i].spelling]];

        if (!*slot || shows_better(people, &names[i], *slot))
            *slot = &names[i];
    }
    for (size_t p = 0; p < people->count; p++)
        people->names[p] =
            shown_name(people, best[p], is_contested(names, (size_t)(best[p] - names)));
    free((void *)best);
}

void people_settle(struct people *people)
{
    size_t count = people->spellings.count;
    struct name *names = memory_new(count, sizeof *names);
    struct bytes room = BYTES_EMPTY;

    people->person_of = memory_new(count, sizeof *people->person_of);
    for (uint32_t i = 0; i < count; i++)
        names[i] = take_apart(people, i, &room);
    qsort(names, count, sizeof *names, by_last_name);
    for (size_t from = 0, to; from < count; from = to) {
        to = from + 1;
        while (to < count && span_equal(names[to].last, names[from].last))
            to++;
        settle_full_names(people, names, from, to);
        settle_others(people, names, from, to);
    }
    name_people(people, names, count);
    bytes_release(&room);
    free(names);
}

void people_release(struct people *people)
{
    table_release(&people->spellings);
    free(people->quotes);
    free(people->person_of);
    free(people->names);
    arena_release(&people->arena);
    *people = PEOPLE_EMPTY;
}
