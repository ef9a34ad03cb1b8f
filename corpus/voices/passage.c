#include "corpus/voices/passage.h"

#include "corpus/base/memory.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

enum { CURLY_APOSTROPHE_SIZE = 3, ABBREVIATION_MAX = 6 };

/* How many bytes a possessive ending has: 's or ’s. */
static uint32_t possessive(struct span word)
{
    if (word.length > 2 && span_ends(word, "'s"))
        return 2;
    return word.length > 1 + CURLY_APOSTROPHE_SIZE && span_ends(word, "’s")
               ? 1 + CURLY_APOSTROPHE_SIZE
               : 0;
}

static bool is_ascii_capital(uint32_t code)
{
    return code >= 'A' && code <= 'Z';
}

static bool all_capitals(struct span word)
{
    size_t letters = 0;

    for (size_t at = 0; at < word.length;) {
        struct utf8_point point = utf8_at(word, at);
        bool ascii = point.code < 0x80;
        bool upper = ascii ? is_ascii_capital(point.code) : unicode_is_upper(point.code);

        if (!upper && (ascii ? is_ascii_capital(point.code ^ 0x20) : unicode_is_letter(point.code)))
            return false;
        letters += upper;
        at += point.width ? point.width : 1;
    }
    return letters > 1;
}

static bool is_capital(struct span letter)
{
    unsigned char first = (unsigned char)letter.bytes[0];

    return first < 0x80 ? is_ascii_capital(first) : unicode_is_upper(utf8_at(letter, 0).code);
}

static uint32_t case_of(struct span word)
{
    if (!is_capital(word))
        return 0;
    if (word.length == 1 || (word.bytes[1] >= 'a' && word.bytes[1] <= 'z'))
        return SHAPE_CAPITAL;
    return SHAPE_CAPITAL | (all_capitals(word) ? SHAPE_CAPITALS : 0);
}

/* "al-Ansari", but not "al-ansari": what stands behind the prefix has the capital. */
static uint32_t case_of_prefixed(struct span word)
{
    const char *hyphen = memchr(word.bytes, '-', word.length);
    size_t at = hyphen ? (size_t)(hyphen + 1 - word.bytes) : word.length;

    return at < word.length && is_capital(span_cut(word, at, word.length)) ? SHAPE_CAPITAL : 0;
}

/* The rest of a word with a prefix, "al-Ansari", or with an ending: it is tried without it. */
static void read_affixes(struct passage_word *word, struct span text, const struct answer *answer)
{
    if (word->shape & SHAPE_PREFIXED)
        word->shape |= case_of_prefixed(text);
    if (word->shape & SHAPE_POSSESSIVE) {
        uint32_t ending = word->is ? 0 : possessive(text);

        word->name_end -= ending;
        word->is = ending ? answer->bare : word->is;
        word->shape &= ending ? UINT32_MAX : ~(uint32_t)SHAPE_POSSESSIVE;
    }
}

/* Fills in what a word is by the answer for its term and by how it is written. */
static inline void read_word(struct passage_word *word, struct span text,
                             const struct answer *answer)
{
    const uint32_t written = case_of(text);

    word->shape |= answer->shape | written;
    word->is = answer->is;
    if (!word->is && written)
        word->is = answer->compound;
    if (answer->shape & (SHAPE_PREFIXED | SHAPE_POSSESSIVE))
        read_affixes(word, text, answer);
}

static void add_paragraph(struct passage *passage, struct passage_paragraph paragraph)
{
    passage->paragraphs = memory_grow(passage->paragraphs, &passage->paragraph_capacity,
                                      passage->paragraph_count + 1, sizeof *passage->paragraphs);
    passage->paragraphs[passage->paragraph_count++] = paragraph;
}

/* Reads the words from `first` that start before byte `line_end`; returns the first behind them. */
static uint32_t read_line(struct passage *passage, const struct token_list *tokens, uint32_t first,
                          size_t line_end)
{
    const struct span text = passage->text;
    const struct token *const items = tokens->items, *const end = items + tokens->count;
    const struct token *token = items + first;
    const struct words *const vocabulary = passage->vocabulary;
    const uint32_t paragraph = (uint32_t)passage->paragraph_count;
    uint32_t before = first ? token[-1].start + token[-1].length : 0;
    struct passage_word *word = passage->words + first;
    uint32_t *mark = passage->marks + passage->mark_count;

    for (; token < end && token->start < line_end; token++, word++) {
        word->start = token->start;
        word->end = word->name_end = token->start + token->length;
        word->is = word->mark = 0;
        word->shape = token->start > before ? SHAPE_BLANK_BEFORE : 0;
        word->paragraph = paragraph;
        word->quote = word->cue = word->mention = PASSAGE_NONE;
        before = word->end;
        if (token->kind == TOKEN_WORD) {
            uint32_t term = words_number(vocabulary, (size_t)(token - items));

            read_word(word, tokens_span(text, *token), answers_for(&passage->answers, term));
            if (!(word->shape & SHAPE_CAPITAL))
                smallwords_note(&passage->small, term);
        } else if (token->kind == TOKEN_NUMBER) {
            word->shape |= SHAPE_NUMBER;
        } else {
            word->mark = utf8_at(text, token->start).code;
            *mark++ = (uint32_t)(token - items);
        }
    }
    passage->mark_count = (size_t)(mark - passage->marks);
    return (uint32_t)(token - items);
}

static void read_words(struct passage *passage, const struct token_list *tokens)
{
    uint32_t end = 0;

    answers_begin(&passage->answers, passage->lexicon, passage->vocabulary);
    smallwords_begin(&passage->small, passage->vocabulary);
    for (uint32_t first = 0; first < tokens->count; first = end) {
        size_t line = span_line_end(passage->text, tokens->items[first].start);
        size_t marks = passage->mark_count;

        end = read_line(passage, tokens, first, line);
        add_paragraph(passage, (struct passage_paragraph){first, end, (uint32_t)marks,
                                                          (uint32_t)passage->mark_count});
    }
}

/* True for the "I." of "A. I. Miller". */
static bool is_next_initial(const struct passage *passage, uint32_t word)
{
    return passage_is_initial(passage, word) && passage->words[word + 1].mark == '.' &&
           !passage_shaped(passage, word + 1, SHAPE_BLANK_BEFORE);
}

/* True where the full stop at `stop` shortens the word before it. */
static bool abbreviates(const struct passage *passage, uint32_t stop)
{
    const struct passage_word *before = &passage->words[stop - 1];
    size_t length = before->end - before->start;

    if (passage_shaped(passage, stop, SHAPE_BLANK_BEFORE))
        return false;
    if (before->shape & SHAPE_NUMBER) /* "am 3. Juni" */
        return length <= 2 && lexicon_nouns_have_capitals(passage->lexicon) &&
               passage_has(passage, stop + 1, LEXICON_CALENDAR);
    if (passage_shaped(passage, stop + 1, SHAPE_NUMBER) &&
        passage_serves(passage, stop - 1, GRAMMAR_NUMBERED)) /* "No. 2" */
        return true;
    if (!(before->shape & SHAPE_CAPITAL))
        return false;
    if (length == 1 || (length == 2 && !(before->is & LEXICON_PLAIN) &&
                        (unsigned char)passage->text.bytes[before->start] >= 0x80)) /* an initial */
        return !passage_has(passage, stop + 1, LEXICON_PLAIN) || is_next_initial(passage, stop + 1);
    if (!passage_shaped(passage, stop + 1, SHAPE_BLANK_BEFORE) &&
        is_next_initial(passage, stop + 1)) /* "Ph.D." */
        return true;
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

/* Returns the sentence's number. */
static uint32_t add_sentence(struct passage *passage, uint32_t first)
{
    passage->sentences = memory_grow(passage->sentences, &passage->sentence_capacity,
                                     passage->sentence_count + 2, sizeof *passage->sentences);
    passage->sentences[passage->sentence_count++] = first;
    passage->words[first].shape |= SHAPE_SENTENCE;
    return (uint32_t)passage->sentence_count - 1;
}

/* True for what goes on with a sentence even behind a full stop. */
static bool goes_on(const struct passage_word *word)
{
    return (word->shape & SHAPE_WORD && !(word->shape & SHAPE_CAPITAL)) || word->mark == ',' ||
           word->mark == ';' || word->mark == ':';
}

/* The first word of the sentence behind the one that the mark ends; `end` where none starts. */
static uint32_t next_start(const struct passage *passage, uint32_t mark, uint32_t end)
{
    const struct passage_word *words = passage->words;
    uint32_t next = mark + 1;

    if (!passage_ends_sentence(words[mark].mark) ||
        (mark > 0 && words[mark].mark == '.' && abbreviates(passage, mark)))
        return end;
    while (next < end && belongs_before(passage, next)) {
        if (passage_ends_sentence(words[next].mark)) /* which has a say of its own */
            return end;
        next++;
    }
    return next < end && !goes_on(&words[next]) ? next : end;
}

static void number_sentences(struct passage *passage, struct passage_paragraph paragraph)
{
    uint32_t sentence = add_sentence(passage, paragraph.first);
    uint32_t word = paragraph.first;

    for (uint32_t m = paragraph.first_mark; m < paragraph.marks_end; m++) {
        uint32_t next = next_start(passage, passage->marks[m], paragraph.end);

        if (next == paragraph.end)
            continue;
        while (word < next)
            passage->words[word++].sentence = sentence;
        sentence = add_sentence(passage, next);
    }
    while (word < paragraph.end)
        passage->words[word++].sentence = sentence;
}

void passage_read(struct passage *passage, struct span text, const struct token_list *tokens,
                  const struct words *words, const struct lexicon *lexicon)
{
    passage->text = text;
    passage->lexicon = lexicon;
    passage->vocabulary = words;
    passage->count = tokens->count;
    passage->paragraph_count = passage->mark_count = 0;
    passage->words =
        memory_grow(passage->words, &passage->capacity, tokens->count + 1, sizeof *passage->words);
    passage->marks =
        memory_grow(passage->marks, &passage->mark_capacity, tokens->count, sizeof *passage->marks);
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
    read_words(passage, tokens);
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
    free(passage->marks);
    free(passage->sentences);
    answers_release(&passage->answers);
    smallwords_release(&passage->small);
    *passage = PASSAGE_EMPTY;
}
