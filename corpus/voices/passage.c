#include "corpus/voices/passage.h"

#include "corpus/base/memory.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

#include <assert.h>
#include <stdlib.h>

enum { CURLY_APOSTROPHE_SIZE = 3, ABBREVIATION_MAX = 6 };

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
    return SHAPE_CAPITAL | (all_capitals(word) ? SHAPE_CAPITALS : 0);
}

/* A bit that no class has: this term was asked for. */
#define ASKED (UINT32_C(1) << 31)

/* The memory of this language, with room for all terms there are. */
static struct passage_memory *remember(struct passage *passage, const struct words *words)
{
    struct passage_memory *memory = &passage->memories[lexicon_number(passage->lexicon)];
    size_t had = memory->capacity;

    if (memory->generation != words->generation && had)
        memset(memory->is, 0, had * sizeof *memory->is);
    memory->generation = words->generation;
    if (words->terms.count > had) {
        memory->is =
            memory_grow(memory->is, &memory->capacity, words->terms.count, sizeof *memory->is);
        memset(memory->is + had, 0, (memory->capacity - had) * sizeof *memory->is);
    }
    return memory;
}

/* What the lexicon says of the word, first with its ending, then without. */
static void look_up(struct passage *passage, struct passage_word *word, struct span term,
                    uint32_t *memory)
{
    struct span span = span_cut(passage->text, word->start, word->end);
    struct bytes form = BYTES_EMPTY;
    size_t ending;

    if (!*memory)
        *memory = ASKED | lexicon_find(passage->lexicon, term);
    word->is = *memory & ~ASKED;
    if (!word->is && word->shape & SHAPE_CAPITAL)
        word->is = lexicon_find_compound(passage->lexicon, term);
    ending = word->is ? 0 : possessive(span);
    if (!ending)
        return;
    word->name_end = word->end - (uint32_t)ending;
    word->shape |= SHAPE_POSSESSIVE;
    tokens_fold(&form, span_cut(span, 0, span.length - ending));
    word->is = lexicon_find(passage->lexicon, bytes_span(&form));
    bytes_release(&form);
}

/* What parts two tokens: 0 nothing, 1 blanks, 2 a line's end. */
static int gap(struct span text, size_t from, size_t to)
{
    int kind = from < to;

    for (size_t at = from; at < to; at++) {
        if (text.bytes[at] == '\n' || text.bytes[at] == '\r')
            return 2;
    }
    return kind;
}

static void add_paragraph(struct passage *passage, uint32_t first)
{
    passage->paragraphs = memory_grow(passage->paragraphs, &passage->paragraph_capacity,
                                      passage->paragraph_count + 1, sizeof *passage->paragraphs);
    passage->paragraphs[passage->paragraph_count++] =
        (struct passage_paragraph){.first = first, .end = first + 1};
}

static void read_words(struct passage *passage, const struct token_list *tokens,
                       const struct words *words)
{
    struct passage_memory *memory = remember(passage, words);
    size_t before = 0;

    for (size_t i = 0; i < tokens->count; i++) {
        struct token token = tokens->items[i];
        struct passage_word *word = &passage->words[i];
        struct span span = span_cut(passage->text, token.start, token.start + token.length);
        int parted = gap(passage->text, before, token.start);

        *word = (struct passage_word){
            .start = token.start,
            .end = token.start + token.length,
            .name_end = token.start + token.length,
            .shape = parted ? SHAPE_BLANK_BEFORE : 0,
            .quote = PASSAGE_NONE,
            .cue = PASSAGE_NONE,
            .mention = PASSAGE_NONE,
        };
        if (i == 0 || parted == 2)
            add_paragraph(passage, (uint32_t)i);
        passage->paragraphs[passage->paragraph_count - 1].end = (uint32_t)i + 1;
        word->paragraph = (uint32_t)passage->paragraph_count - 1;
        if (token.kind == TOKEN_WORD) {
            word->shape |= SHAPE_WORD | case_of(span);
            look_up(passage, word, words_term(words, words->at[i]), &memory->is[words->at[i]]);
        } else if (token.kind == TOKEN_NUMBER) {
            word->shape |= SHAPE_NUMBER;
        } else {
            assert(span.bytes);
            word->mark = utf8_at(span, 0).code;
        }
        before = word->end;
    }
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
    if (length > ABBREVIATION_MAX)
        return false;
    if (before->is & LEXICON_CALENDAR) /* "Sept. 12", but "on Monday. Then" */
        return passage_shaped(passage, stop + 1, SHAPE_NUMBER);
    return before->is & (LEXICON_TITLE | LEXICON_SUFFIX) &&
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
}

static void number_sentences(struct passage *passage)
{
    bool ended = true;

    passage->sentence_count = 0;

    for (uint32_t i = 0; i < passage->count; i++) {
        struct passage_word *word = &passage->words[i];
        bool first = passage->paragraphs[word->paragraph].first == i;

        if (first || (ended && !belongs_before(passage, i))) {
            bool small = (word->shape & SHAPE_WORD && !(word->shape & SHAPE_CAPITAL)) ||
                         word->mark == ',' || word->mark == ';' || word->mark == ':';

            if (first || !small) {
                add_sentence(passage, i);
                word->shape |= SHAPE_SENTENCE;
            }
            ended = false;
        }
        word->sentence = (uint32_t)passage->sentence_count - 1;
        if (passage_ends_sentence(word->mark))
            ended = i == 0 || word->mark != '.' || !abbreviates(passage, i);
    }
    if (passage->sentence_count)
        passage->sentences[passage->sentence_count] = (uint32_t)passage->count;
}

void passage_read(struct passage *passage, struct span text, const struct token_list *tokens,
                  const struct words *words, const struct lexicon *lexicon)
{
    passage->text = text;
    passage->lexicon = lexicon;
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
    number_sentences(passage);
}

struct span passage_text(const struct passage *passage, uint32_t first, uint32_t end)
{
    if (first >= end)
        return SPAN_EMPTY;
    return span_cut(passage->text, passage->words[first].start, passage->words[end - 1].name_end);
}

bool passage_follows(const struct passage *passage, uint32_t word)
{
    return passage_outside(passage, word) && !passage->words[word].mark &&
           passage->words[word].paragraph == passage->words[word - 1].paragraph;
}

bool passage_is_initial(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->shape & SHAPE_CAPITAL &&
           utf8_at(passage->text, here->start).width == here->end - here->start;
}

bool passage_is_dash(const struct passage *passage, uint32_t word)
{
    uint32_t mark = passage->words[word].mark;

    if (mark == '-')
        return passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE) ||
               passage->words[word + 1].mark == '-';
    return mark >= 0x2013 && mark <= 0x2015;
}

void passage_release(struct passage *passage)
{
    free(passage->words);
    free(passage->paragraphs);
    free(passage->sentences);
    for (size_t i = 0; i < LEXICON_LANGUAGES; i++)
        free(passage->memories[i].is);
    *passage = PASSAGE_EMPTY;
}
