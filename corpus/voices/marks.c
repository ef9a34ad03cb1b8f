#include "corpus/voices/marks.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum {
    DEPTH_MAX = 8,        /* marks kept open */
    NESTED_MAX = 3,       /* pairs that one pair may hold; more, and its opener is a stray mark */
    SINGLE_SHORT = 12,    /* words that single marks may hold with no stop before the closer */
    SINGLE_MAX = 150,     /* words after which a single opener is given up */
    ORPHAN_MAX = 80,      /* words that a missing opener may stand back, past its sentence */
    ORPHAN_CUE_WITHIN = 8 /* words behind a closer in which its cue must come */
};

enum mark_kind { KIND_NONE, KIND_STRAIGHT, KIND_CURLY, KIND_ANGLE, KIND_SMALL_ANGLE, KIND_CORNER };
enum mark_side { SIDE_EITHER, SIDE_OPENS, SIDE_CLOSES };

static const struct quotation_mark {
    uint32_t code;
    enum mark_kind kind;
    enum mark_side side; /* by its shape */
} quotation_marks[] = {
    {'"', KIND_STRAIGHT, SIDE_EITHER},       {0x00AB, KIND_ANGLE, SIDE_OPENS},
    {0x00BB, KIND_ANGLE, SIDE_CLOSES},       {0x201C, KIND_CURLY, SIDE_OPENS},
    {0x201D, KIND_CURLY, SIDE_CLOSES},       {0x201E, KIND_CURLY, SIDE_OPENS},
    {0x201F, KIND_CURLY, SIDE_OPENS},        {0x2039, KIND_SMALL_ANGLE, SIDE_OPENS},
    {0x203A, KIND_SMALL_ANGLE, SIDE_CLOSES}, {0x300C, KIND_CORNER, SIDE_OPENS},
    {0x300D, KIND_CORNER, SIDE_CLOSES},      {0x301D, KIND_CORNER, SIDE_OPENS},
    {0x301E, KIND_CORNER, SIDE_CLOSES},      {0x301F, KIND_CORNER, SIDE_CLOSES},
};

static const struct quotation_mark no_mark = {0, KIND_NONE, SIDE_EITHER};

/* True where `word` is followed by no blank: by a second mark of the same code. */
static bool doubled(const struct passage *passage, uint32_t word)
{
    return passage->words[word].mark == passage->words[word + 1].mark &&
           !passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE);
}

static struct quotation_mark mark_of(const struct passage *passage, uint32_t word)
{
    uint32_t code = passage->words[word].mark;

    if (code < 0x00AB && code != '"' && code != '\'' && code != '`')
        return no_mark;
    if (code == '\'' || code == '`')
        return doubled(passage, word) && !(passage_shaped(passage, word, SHAPE_BLANK_BEFORE) &&
                                           passage_shaped(passage, word + 2, SHAPE_BLANK_BEFORE))
                   ? quotation_marks[0]
                   : no_mark; /* what touches nothing quotes nothing */
    for (size_t i = 0; i < sizeof quotation_marks / sizeof *quotation_marks; i++) {
        if (quotation_marks[i].code == code)
            return quotation_marks[i];
    }
    return no_mark;
}

bool marks_is_one(uint32_t code)
{
    if (code < 0x00AB)
        return code == '"' || code == '`';
    for (size_t i = 0; i < sizeof quotation_marks / sizeof *quotation_marks; i++) {
        if (quotation_marks[i].code == code)
            return true;
    }
    return false;
}

static bool closing_point(uint32_t mark)
{
    return mark == ',' || mark == '.' || mark == ';' || mark == ':' || mark == '!' || mark == '?' ||
           mark == ')' || mark == ']' || mark == '}' || mark == 0x2026;
}

static bool opening_point(uint32_t mark)
{
    return mark == '(' || mark == '[' || mark == '{' || mark == '/' || mark == '-' ||
           (mark >= 0x2010 && mark <= 0x2015);
}

/* True where what stands before `word` lets a quotation open. */
static bool open_before(const struct passage *passage, uint32_t word)
{
    if (passage_starts_paragraph(passage, word) ||
        passage_shaped(passage, word, SHAPE_BLANK_BEFORE))
        return true;
    return opening_point(passage->words[word - 1].mark) ||
           mark_of(passage, word - 1).side == SIDE_OPENS;
}

/* True where what stands behind `word` lets a quotation close. */
static bool close_behind(const struct passage *passage, uint32_t word)
{
    const struct passage_word *next = &passage->words[word + 1];

    if (next->paragraph != passage->words[word].paragraph || next->shape & SHAPE_BLANK_BEFORE)
        return true;
    return closing_point(next->mark) || opening_point(next->mark) ||
           mark_of(passage, word + 1).kind != KIND_NONE || next->mark == 0x2019 ||
           next->mark == '\'';
}

/* The side that the blanks around the mark tell, SIDE_EITHER where they say nothing. */
static enum mark_side side_of(const struct passage *passage, uint32_t word)
{
    uint32_t last = doubled(passage, word) && passage->words[word].mark != '"' ? word + 1 : word;
    bool opens = open_before(passage, word);
    bool closes = close_behind(passage, last);

    if (opens == closes)
        return SIDE_EITHER;
    return opens ? SIDE_OPENS : SIDE_CLOSES;
}

bool marks_opens(const struct passage *passage, uint32_t word)
{
    struct quotation_mark mark = mark_of(passage, word);
    enum mark_side side = SIDE_EITHER;

    if (mark.kind == KIND_NONE)
        return false;
    side = side_of(passage, word);
    return side == SIDE_OPENS || (side == SIDE_EITHER && mark.side != SIDE_CLOSES);
}

bool marks_closes(const struct passage *passage, uint32_t word)
{
    struct quotation_mark mark = mark_of(passage, word);
    enum mark_side side = SIDE_EITHER;

    if (mark.kind == KIND_NONE)
        return false;
    side = side_of(passage, word);
    return side == SIDE_CLOSES || (side == SIDE_EITHER && mark.side != SIDE_OPENS);
}

void marked_add(struct marked_list *list, const struct passage *passage, struct marked marked)
{
    for (uint32_t i = marked.first; i < marked.end; i++) {
        if (!passage_shaped(passage, i, SHAPE_WORD | SHAPE_NUMBER))
            continue;
        list->items =
            memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = marked;
        return;
    }
}

void marked_replace(struct marked_list *list, size_t from, const struct marked_list *pieces)
{
    list->count = from;
    if (!pieces->count)
        return;
    list->count += pieces->count;
    list->items = memory_grow(list->items, &list->capacity, list->count, sizeof *list->items);
    memcpy(&list->items[from], pieces->items, pieces->count * sizeof *pieces->items);
}

/* --- double marks ------------------------------------------------------------ */

struct opener {
    uint32_t word;
    uint32_t width; /* marks that it is written with: 1, or 2 for `` and '' */
    enum mark_kind kind;
    size_t spans; /* stretches found before it */
};

struct pairing {
    struct marked_list *list;
    const struct passage *passage;
    uint32_t first, end; /* the paragraph's words */
    struct opener openers[DEPTH_MAX];
    size_t depth;
    uint32_t free_from; /* no stretch may start before this word */
};

static void push_opener(struct pairing *pairing, uint32_t word, uint32_t width, enum mark_kind kind)
{
    if (pairing->depth == DEPTH_MAX)
        return;
    pairing->openers[pairing->depth++] = (struct opener){
        .word = word,
        .width = width,
        .kind = kind,
        .spans = pairing->list->count,
    };
}

/* The depth below the opener that a closer of this kind closes; 0 for none. */
static size_t match(const struct pairing *pairing, enum mark_kind kind)
{
    for (size_t d = pairing->depth; d > 0; d--) {
        if (pairing->openers[d - 1].kind == kind)
            return d;
    }
    for (size_t d = pairing->depth; d > 0; d--) { /* “ closed by ", and the other way round */
        if (pairing->openers[d - 1].kind == KIND_STRAIGHT ||
            (kind == KIND_STRAIGHT && pairing->openers[d - 1].kind == KIND_CURLY))
            return d;
    }
    return 0;
}

static void close_pair(struct pairing *pairing, size_t depth, uint32_t word, uint32_t width)
{
    struct opener opener = pairing->openers[depth - 1];

    pairing->depth = depth - 1;
    pairing->list->count = opener.spans; /* what is nested belongs to this pair */
    marked_add(pairing->list, pairing->passage,
               (struct marked){
                   .first = opener.word + opener.width,
                   .end = word,
                   .outer_first = opener.word,
                   .outer_end = word + width,
                   .by = MARKED_PAIR,
               });
    pairing->free_from = word + width;
}

/* True where a verb of saying comes soon behind the closer at `word`. */
static bool cue_follows(const struct pairing *pairing, uint32_t word)
{
    for (uint32_t i = word + 1; i < pairing->end && i <= word + ORPHAN_CUE_WITHIN; i++) {
        const struct passage_word *here = &pairing->passage->words[i];

        if (here->cue != PASSAGE_NONE && here->is & (LEXICON_STRONG | LEXICON_LONGER))
            return true;
        if (passage_ends_sentence(here->mark) && !(here->shape & SHAPE_BLANK_BEFORE) &&
            passage_shaped(pairing->passage, i + 1, SHAPE_SENTENCE))
            return false;
    }
    return false;
}

static void close_orphan(struct pairing *pairing, uint32_t word, uint32_t width)
{
    const struct passage *passage = pairing->passage;
    uint32_t from = pairing->free_from;
    uint32_t before = word > pairing->first ? passage->words[word - 1].mark : 0;

    if ((before != ',' && !passage_ends_sentence(before)) || !cue_follows(pairing, word))
        return;
    if (from > pairing->first || word - from > ORPHAN_MAX) {
        uint32_t sentence = passage_sentence_start(passage, word - 1);

        from = sentence > from ? sentence : from;
    }
    marked_add(pairing->list, passage,
               (struct marked){
                   .first = from,
                   .end = word,
                   .outer_first = from,
                   .outer_end = word + width,
                   .by = MARKED_CLOSER,
               });
    pairing->free_from = word + width;
}

static void meet(struct pairing *pairing, uint32_t word, uint32_t width, struct quotation_mark mark)
{
    const struct passage *passage = pairing->passage;
    enum mark_side side = side_of(passage, word);
    size_t depth = match(pairing, mark.kind);

    if (passage->words[word].mark == '`')
        side = SIDE_OPENS;
    if (side == SIDE_EITHER)
        side = mark.side;
    if (side == SIDE_EITHER)
        side = depth ? SIDE_CLOSES : SIDE_OPENS;
    if (mark.kind == KIND_STRAIGHT && !pairing->depth && word > pairing->first &&
        passage_shaped(passage, word - 1, SHAPE_NUMBER) &&
        !passage_shaped(passage, word, SHAPE_BLANK_BEFORE))
        return; /* an inch */
    if (side == SIDE_OPENS)
        push_opener(pairing, word, width, mark.kind);
    else if (depth && pairing->list->count - pairing->openers[depth - 1].spans <= NESTED_MAX)
        close_pair(pairing, depth, word, width);
    else if (!pairing->depth)
        close_orphan(pairing, word, width);
}

/* Where an opener without a closer ends; its own word where it opens nothing. */
static uint32_t orphan_end(const struct pairing *pairing, size_t depth)
{
    const struct opener *opener = &pairing->openers[depth];
    uint32_t end = pairing->end;

    if (opener->spans < pairing->list->count)
        end = pairing->list->items[opener->spans].outer_first;
    if (depth + 1 < pairing->depth && pairing->openers[depth + 1].word < end)
        end = pairing->openers[depth + 1].word;
    if (end == pairing->end || passage_ends_sentence(pairing->passage->words[end - 1].mark))
        return end;
    return opener->word;
}

/* True where the last inner pair's closer stands for the opener's too: "…"X", - said. */
static bool shared_closer(const struct pairing *pairing, const struct opener *opener)
{
    const struct marked_list *list = pairing->list;
    uint32_t next = 0;

    if (opener->spans >= list->count || list->count - opener->spans > NESTED_MAX)
        return false;
    next = list->items[list->count - 1].outer_end;
    if (next < pairing->end && pairing->passage->words[next].mark == ',')
        next++;
    return next < pairing->end && passage_is_dash(pairing->passage, next);
}

/* Inserts a stretch at its place, before those found since `at`. */
static void insert(struct pairing *pairing, size_t at, struct marked marked)
{
    struct marked_list *list = pairing->list;
    size_t before = list->count;

    marked_add(list, pairing->passage, marked);
    if (list->count == before)
        return;
    for (size_t i = before; i > at; i--)
        list->items[i] = list->items[i - 1];
    list->items[at] = marked;
}

/* What is left open when the paragraph ends. */
static void end_openers(struct pairing *pairing)
{
    size_t inserted = 0;

    if (pairing->depth && shared_closer(pairing, &pairing->openers[0])) {
        struct marked *last = &pairing->list->items[pairing->list->count - 1];

        close_pair(pairing, 1, last->outer_end - 1, 1);
        return;
    }
    for (size_t d = 0; d < pairing->depth; d++) {
        struct opener *opener = &pairing->openers[d];
        uint32_t end = 0;
        size_t before = pairing->list->count;

        opener->spans += inserted;
        end = orphan_end(pairing, d);
        insert(pairing, opener->spans,
               (struct marked){
                   .first = opener->word + opener->width,
                   .end = end > opener->word + opener->width ? end : opener->word + opener->width,
                   .outer_first = opener->word,
                   .outer_end = end,
                   .by = MARKED_OPENER,
               });
        inserted += pairing->list->count - before;
    }
}

/* --- single marks ------------------------------------------------------------- */

/* True for what an apostrophe is part of: "'90s", "'twas", a possessive's torn off "s". */
static bool is_torn_off(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];
    struct span text = passage_word_text(passage, word);

    if (passage_serves(passage, word, GRAMMAR_CLIPPED))
        return true;
    if (text.length && text.bytes[0] >= '0' && text.bytes[0] <= '9')
        return true;
    return here->end - here->start == 1 && !(here->is & (LEXICON_ARTICLE | LEXICON_PRONOUN));
}

static bool single_opens(const struct passage *passage, uint32_t word)
{
    uint32_t mark = passage->words[word].mark;

    return (mark == 0x2018 || mark == '\'') && open_before(passage, word) &&
           !passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE) &&
           passage_shaped(passage, word + 1, SHAPE_WORD) && !doubled(passage, word) &&
           !is_torn_off(passage, word + 1);
}

static bool single_closes(const struct passage *passage, uint32_t word, uint32_t from)
{
    uint32_t mark = passage->words[word].mark;
    uint32_t before = passage->words[word - 1].mark;

    if ((mark != 0x2019 && mark != '\'') || doubled(passage, word) ||
        passage_shaped(passage, word, SHAPE_BLANK_BEFORE) || !close_behind(passage, word))
        return false;
    return before == ',' || passage_ends_sentence(before) || word - from <= SINGLE_SHORT;
}

struct single {
    uint32_t opener, end, outer_end;
};

/* Adds the single pair, and returns the first double stretch behind it. */
static size_t add_single(struct marked_list *merged, const struct marked_list *list, size_t next,
                         const struct passage *passage, struct single single)
{
    marked_add(merged, passage,
               (struct marked){
                   .first = single.opener + 1,
                   .end = single.end,
                   .outer_first = single.opener,
                   .outer_end = single.outer_end,
                   .by = single.end < single.outer_end ? MARKED_SINGLE : MARKED_OPENER,
               });
    while (next < list->count && list->items[next].outer_first < single.outer_end)
        next++;
    return next;
}

/* Adds the double stretches that start up to word `last`; returns the first behind them. */
static size_t keep_doubles(struct marked_list *merged, const struct marked_list *list, size_t next,
                           const struct passage *passage, uint32_t *last)
{
    while (next < list->count && list->items[next].outer_first <= *last) {
        if (list->items[next].outer_end - 1 > *last)
            *last = list->items[next].outer_end - 1;
        marked_add(merged, passage, list->items[next++]);
    }
    return next;
}

/* Walks the paragraph once, copying the double stretches that no single pair holds. */
static void pair_singles(struct marked_list *list, size_t base, const struct passage *passage,
                         struct passage_paragraph paragraph)
{
    struct marked_list merged = MARKED_LIST_EMPTY;
    size_t next = base;
    uint32_t opened = PASSAGE_NONE;
    uint32_t last = paragraph.end;

    for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
        if (opened == PASSAGE_NONE) {
            if (single_opens(passage, i))
                opened = i;
            else
                next = keep_doubles(&merged, list, next, passage, &i);
        } else if (single_closes(passage, i, opened)) {
            next = add_single(&merged, list, next, passage, (struct single){opened, i, i + 1});
            opened = PASSAGE_NONE;
        } else if (single_opens(passage, i) && passage_ends_sentence(passage->words[i - 1].mark)) {
            next = add_single(&merged, list, next, passage, (struct single){opened, i, i});
            opened = i; /* the closer before it is missing: a new paragraph once */
        } else if (i - opened > SINGLE_MAX) {
            opened = PASSAGE_NONE;
            next = keep_doubles(&merged, list, next, passage, &i);
        }
    }
    keep_doubles(&merged, list, next, passage, &last);
    marked_replace(list, base, &merged);
    marked_release(&merged);
}

void marks_pair(struct marked_list *list, const struct passage *passage, uint32_t paragraph)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];
    size_t base = list->count;
    struct pairing pairing = {
        .list = list,
        .passage = passage,
        .first = words.first,
        .end = words.end,
        .free_from = words.first,
    };
    bool singles = false;

    for (uint32_t m = words.first_mark; m < words.marks_end; m++) {
        uint32_t i = passage->marks[m], code = passage->words[i].mark;
        uint32_t width = code == '\'' || code == '`' ? 2 : 1;
        struct quotation_mark mark = mark_of(passage, i);

        if (mark.kind == KIND_NONE) {
            singles = singles || single_opens(passage, i);
            continue;
        }
        meet(&pairing, i, width, mark);
        m += width - 1;
    }
    end_openers(&pairing);
    if (singles)
        pair_singles(list, base, passage, words);
}

void marked_release(struct marked_list *list)
{
    free(list->items);
    *list = MARKED_LIST_EMPTY;
}
