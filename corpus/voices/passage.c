#include "corpus/voices/passage.h"

#include "corpus/base/memory.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

#include <assert.h>
#include <stdlib.h>

enum {
    CURLY_APOSTROPHE_SIZE = 3,
    ABBREVIATION_MAX = 6,
    AHEAD = 12 /* words that an entry is sent for before it is looked at */
};

/* How many bytes a possessive ending has: 's or ’s. */
static size_t possessive(struct span word)
{
    if (word.length > 2 && span_ends(word, "'s"))
        return 2;
    return word.length > 1 + CURLY_APOSTROPHE_SIZE && span_ends(word, "’s")
               ? 1 + CURLY_APOSTROPHE_SIZE
               : 0;
}

static bool all_capitals(struct span word)
{
    size_t letters = 0;

    for (size_t at = 0; at < word.length;) {
        struct utf8_point point = utf8_at(word, at);

        if (unicode_is_letter(point.code) && !unicode_is_upper(point.code))
            return false;
        letters += unicode_is_letter(point.code);
        at += point.width ? point.width : 1;
    }
    return letters > 1;
}

static uint32_t case_of(struct span word)
{
    unsigned char first;

    assert(word.bytes); /* a token has at least one byte */
    first = (unsigned char)word.bytes[0];
    if (first >= 'a' && first <= 'z')
        return 0;
    if (!unicode_is_upper(utf8_at(word, 0).code))
        return 0;
    if (word.length > 1 && word.bytes[1] >= 'a' && word.bytes[1] <= 'z')
        return SHAPE_CAPITAL;
    return SHAPE_CAPITAL | (all_capitals(word) ? SHAPE_CAPITALS : 0);
}

/* What the lexicon says of a term. */
struct entry {
    uint32_t shape;    /* that all its words share; 0 where it was not asked for */
    uint32_t is;       /* LEXICON_ bits */
    uint32_t compound; /* the same of its last part, where it is in no list itself */
    uint32_t bare;     /* the same of it without 's */
};

static struct entry ask(const struct lexicon *lexicon, struct span term)
{
    struct entry entry = {.shape = SHAPE_WORD, .is = lexicon_find(lexicon, term)};

    if (lexicon_goes_on(lexicon, term))
        entry.shape |= SHAPE_FURTHER;
    if (entry.is)
        return entry;
    entry.compound = lexicon_find_compound(lexicon, term);
    if (span_ends(term, "'s")) {
        entry.shape |= SHAPE_POSSESSIVE;
        entry.bare = lexicon_find(lexicon, span_cut(term, 0, term.length - strlen("'s")));
    }
    return entry;
}

/* Fills in what the lexicon says of the word, first with its ending, then without. */
static void look_up(struct passage_word *word, struct span span, const struct entry *entry)
{
    size_t ending = 0;

    word->shape |= entry->shape | case_of(span);
    word->is = entry->is;
    if (entry->is)
        return;
    if (word->shape & SHAPE_CAPITAL)
        word->is = entry->compound;
    if (word->shape & SHAPE_POSSESSIVE && !word->is)
        ending = possessive(span);
    if (ending)
        word->is = entry->bare;
    else
        word->shape &= ~(uint32_t)SHAPE_POSSESSIVE;
    word->name_end -= (uint32_t)ending;
}

/* Where the line that byte `at` lies in ends, by LF or CR. */
static size_t line_end(struct span text, size_t at)
{
    const char *feed = memchr(text.bytes + at, '\n', text.length - at);
    size_t end = feed ? (size_t)(feed - text.bytes) : text.length;
    const char *back = memchr(text.bytes + at, '\r', end - at);

    return back ? (size_t)(back - text.bytes) : end;
}

static void end_paragraph(struct passage *passage, uint32_t end)
{
    if (passage->paragraph_count)
        passage->paragraphs[passage->paragraph_count - 1].end = end;
}

static void add_paragraph(struct passage *passage, uint32_t first)
{
    end_paragraph(passage, first);
    passage->paragraphs = memory_grow(passage->paragraphs, &passage->paragraph_capacity,
                                      passage->paragraph_count + 1, sizeof *passage->paragraphs);
    passage->paragraphs[passage->paragraph_count++].first = first;
}

static void read_words(struct passage *passage, const struct token_list *tokens,
                       const struct words *words)
{
    struct span text = passage->text;
    struct entry *entries =
        recall_of(&passage->recalls[lexicon_number(passage->lexicon)], words, sizeof *entries);
    size_t line = 0; /* where the line of the token before ends */
    size_t before = 0;

    for (uint32_t i = 0; i < tokens->count; i++) {
        struct token token = tokens->items[i];
        struct passage_word *word = &passage->words[i];
        uint32_t end = token.start + token.length;

        if (i + AHEAD < tokens->count)
            __builtin_prefetch(&entries[words->at[i + AHEAD]]);
        if (i == 0 || token.start > line) {
            add_paragraph(passage, i);
            line = line_end(text, token.start);
        }
        *word = (struct passage_word){
            .start = token.start,
            .end = end,
            .name_end = end,
            .shape = token.start > before ? SHAPE_BLANK_BEFORE : 0,
            .paragraph = (uint32_t)passage->paragraph_count - 1,
            .quote = PASSAGE_NONE,
            .cue = PASSAGE_NONE,
            .mention = PASSAGE_NONE,
        };
        if (token.kind == TOKEN_WORD) {
            struct entry *entry = &entries[words->at[i]];

            if (!entry->shape)
                *entry = ask(passage->lexicon, words_term(words, words->at[i]));
            look_up(word, span_cut(text, token.start, end), entry);
        } else if (token.kind == TOKEN_NUMBER) {
            word->shape |= SHAPE_NUMBER;
        } else {
            word->mark = utf8_at(text, token.start).code;
        }
        before = end;
    }
    end_paragraph(passage, (uint32_t)tokens->count);
}

/* True where the full stop at `stop` shortens the word before it. */
static bool abbreviates(const struct passage *passage, uint32_t stop)
{
    const struct passage_word *before = &passage->words[stop - 1];
    size_t length = before->end - before->start;

    if (!(before->shape & SHAPE_CAPITAL) || passage_shaped(passage, stop, SHAPE_BLANK_BEFORE))
        return false;
    if (length == 1 || (length == 2 && !(before->is & LEXICON_PLAIN) &&
                        (unsigned char)passage->text.bytes[before->start] >= 0x80)) /* an initial */
        return !passage_has(passage, stop + 1, LEXICON_PLAIN);
    return length <= ABBREVIATION_MAX &&
           before->is & (LEXICON_TITLE | LEXICON_SUFFIX | LEXICON_CALENDAR) &&
           passage_shaped(passage, stop + 1, SHAPE_CAPITAL | SHAPE_NUMBER);
}

/* True for marks that close: they belong to the sentence before them. */
static bool closes(const struct passage *passage, uint32_t word)
{
    uint32_t mark = passage->words[word].mark;

    return mark == ')' || mark == ']' || mark == 0x201D || mark == 0x00BB ||
           ((mark == '"' || mark == '\'' || mark == 0x2019 || mark == 0x201C) &&
            !passage_shaped(passage, word, SHAPE_BLANK_BEFORE));
}

/* True for what cannot start a sentence: it belongs to the one before. */
static bool belongs_before(const struct passage *passage, uint32_t word)
{
    uint32_t mark = passage->words[word].mark;

    return passage_ends_sentence(mark) || closes(passage, word);
}

static void add_sentence(struct passage *passage, uint32_t first)
{
    passage->sentences = memory_grow(passage->sentences, &passage->sentence_capacity,
                                     passage->sentence_count + 2, sizeof *passage->sentences);
    passage->sentences[passage->sentence_count++] = first;
    passage->words[first].shape |= SHAPE_SENTENCE;
}

/* True for what goes on with a sentence even behind a full stop. */
static bool goes_on(const struct passage_word *word)
{
    return (word->shape & SHAPE_WORD && !(word->shape & SHAPE_CAPITAL)) || word->mark == ',' ||
           word->mark == ';' || word->mark == ':';
}

static void number_sentences(struct passage *passage, struct passage_paragraph paragraph)
{
    bool ended = false;

    add_sentence(passage, paragraph.first);
    for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
        struct passage_word *word = &passage->words[i];

        if (ended && !belongs_before(passage, i)) {
            if (!goes_on(word))
                add_sentence(passage, i);
            ended = false;
        }
        word->sentence = (uint32_t)passage->sentence_count - 1;
        if (passage_ends_sentence(word->mark))
            ended = i == 0 || word->mark != '.' || !abbreviates(passage, i);
    }
}

void passage_read(struct passage *passage, struct span text, const struct token_list *tokens,
                  const struct words *words, const struct lexicon *lexicon)
{
    passage->text = text;
    passage->lexicon = lexicon;
    passage->vocabulary = words;
    passage->count = tokens->count;
    passage->paragraph_count = 0;
    passage->words =
        memory_grow(passage->words, &passage->capacity, tokens->count + 1, sizeof *passage->words);
    passage->words[tokens->count] = (struct passage_word){
        .start = (uint32_t)text.length,
        .end = (uint32_t)text.length,
        .name_end = (uint32_t)text.length,
        .shape = SHAPE_BLANK_BEFORE | SHAPE_SENTENCE,
        .paragraph = PASSAGE_NONE,
        .sentence = PASSAGE_NONE,
        .quote = PASSAGE_NONE,
        .cue = PASSAGE_NONE,
        .mention = PASSAGE_NONE,
    };
    read_words(passage, tokens, words);
    passage->sentence_count = 0;
    for (size_t i = 0; i < passage->paragraph_count; i++)
        number_sentences(passage, passage->paragraphs[i]);
    if (passage->sentence_count)
        passage->sentences[passage->sentence_count] = (uint32_t)passage->count;
}

struct span passage_text(const struct passage *passage, uint32_t first, uint32_t end)
{
    if (first >= end)
        return SPAN_EMPTY;
    return span_cut(passage->text, passage->words[first].start, passage->words[end - 1].name_end);
}

void passage_release(struct passage *passage)
{
    free(passage->words);
    free(passage->paragraphs);
    free(passage->sentences);
    for (size_t i = 0; i < LEXICON_LANGUAGES; i++)
        recall_release(&passage->recalls[i]);
    *passage = PASSAGE_EMPTY;
}
