#include "corpus/voices/runons.h"

#include "corpus/voices/dashes.h"

enum {
    RUN_ON_MAX = 80, /* words of speech that starts inside a paragraph */
    SMALL_WORDS = 2  /* in the sentence before it: a dateline has fewer */
};

/* True for a dash behind a sentence, before a capital: speech may start with it. */
static bool starts_within(const struct passage *passage, uint32_t word, uint32_t end)
{
    uint32_t next = word + dashes_width(passage, word);
    uint32_t before = word;

    if (next == word || next >= end || !passage_shaped(passage, word, SHAPE_BLANK_BEFORE) ||
        !passage_shaped(passage, next, SHAPE_BLANK_BEFORE) ||
        !passage_shaped(passage, next, SHAPE_CAPITAL))
        return false;
    while (before > 0 && marks_is_one(passage->words[before - 1].mark))
        before--;
    return before > 0 && passage_ends_sentence(passage->words[before - 1].mark);
}

/* The first word from `from` on at which the speech behind a dash ends; `end` for nowhere. */
static uint32_t speech_end_within(const struct passage *passage, uint32_t from, uint32_t end)
{
    uint32_t last = end - from > RUN_ON_MAX ? from + RUN_ON_MAX : end;

    for (uint32_t i = from; i < last; i++) {
        if (starts_within(passage, i, end))
            return end;
        if (dashes_speech_ends(passage, i, end))
            return i;
    }
    return end;
}

/* True where the sentence from `from` to `end` holds "I", "we" or a form of them. */
static bool is_personal(const struct passage *passage, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        if (passage_has(passage, i, LEXICON_FIRST))
            return true;
    }
    return false;
}

/* Where speech that goes on at `from` ends: a sentence behind a dash, and each with "I" or "we". */
static uint32_t personal_end(const struct passage *passage, uint32_t from, uint32_t end)
{
    uint32_t stop = from;

    if (from + dashes_width(passage, from) >= end)
        return from;
    if (dashes_width(passage, from))
        stop = passage_next_sentence(passage, from + dashes_width(passage, from), end);
    while (stop < end && !starts_within(passage, stop, end) &&
           is_personal(passage, stop, passage_next_sentence(passage, stop, end)))
        stop = passage_next_sentence(passage, stop, end);
    return stop;
}

/* Adds the speech that starts with the dash at `dash`; returns where it ends, or `dash`. */
static uint32_t add_run_on(struct marked_list *said, const struct passage *passage, uint32_t dash,
                           uint32_t end)
{
    uint32_t stop = speech_end_within(passage, dash + dashes_width(passage, dash) + 1, end);

    if (stop == end)
        return dash;
    while (stop < end) {
        dashes_add(said, passage, dash, stop);
        dash = passage_next_sentence(passage, stop, end);
        if (dash == end)
            return end;
        stop = end;
        if (starts_within(passage, dash, end))
            stop = speech_end_within(passage, dash + dashes_width(passage, dash) + 1, end);
    }
    stop = personal_end(passage, dash, end);
    if (stop > dash)
        dashes_add(said, passage, dash, stop);
    return stop;
}

/* True where a sentence of its own ends before the dash at `word`: no dateline. */
static bool follows_sentence(const struct passage *passage, uint32_t word)
{
    uint32_t small = 0;

    for (uint32_t i = passage_sentence_start(passage, word - 1); i < word; i++)
        small +=
            passage_shaped(passage, i, SHAPE_WORD) && !passage_shaped(passage, i, SHAPE_CAPITAL);
    return small >= SMALL_WORDS;
}

/*
 * Merges one run-on into `all`, past the stretches of `list` that end before it from `next` on;
 * those it overlaps give way where a closer alone made them, else it does.
 */
static size_t merge(struct marked_list *all, const struct passage *passage,
                    const struct marked_list *list, size_t next, const struct marked *said)
{
    size_t over = next;

    while (next < list->count && list->items[next].outer_end <= said->outer_first)
        marked_add(all, passage, list->items[next++]);
    for (over = next; over < list->count && list->items[over].outer_first < said->outer_end; over++)
        if (list->items[over].by != MARKED_CLOSER)
            return next;
    marked_add(all, passage, *said);
    return over;
}

void runons_find(struct marked_list *list, const struct passage *passage, uint32_t paragraph,
                 size_t from)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];
    struct marked_list said = MARKED_LIST_EMPTY, all = MARKED_LIST_EMPTY;
    size_t next = from;
    uint32_t behind = words.first + 1; /* the run-ons so far */

    for (uint32_t m = words.first_mark; m < words.marks_end; m++) {
        uint32_t mark = passage->marks[m];

        if (mark >= behind && starts_within(passage, mark, words.end) &&
            follows_sentence(passage, mark))
            behind = add_run_on(&said, passage, mark, words.end);
    }
    for (size_t s = 0; s < said.count; s++)
        next = merge(&all, passage, list, next, &said.items[s]);
    for (; said.count && next < list->count; next++)
        marked_add(&all, passage, list->items[next]);
    if (said.count)
        marked_replace(list, from, &all);
    marked_release(&all);
    marked_release(&said);
}
