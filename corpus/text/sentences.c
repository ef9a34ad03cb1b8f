#include "corpus/text/sentences.h"

#include "corpus/base/bytes.h"
#include "corpus/base/embed.h"
#include "corpus/text/tokens.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"
#include "corpus/text/wordlist.h"

EMBED(abbreviations_en, "corpus/lexicon/en/abbreviations.txt");
EMBED(abbreviations_de, "corpus/lexicon/de/abbreviations.txt");
EMBED(abbreviations_ru, "corpus/lexicon/ru/abbreviations.txt");

enum { ABBREVIATION_MAX = 24 }; /* bytes; longer words are none */

/* What a language's sentences need to know, and a buffer to fold words in. */
struct habits {
    struct span abbreviations;
    bool ordinals; /* "3." is "third" */
    struct bytes line;
};

static struct habits habits_of(struct span language)
{
    static const char *const ordinal_languages[] = {"de", "cs", "pl", "da", "no", "nb",
                                                    "nn", "fi", "hu", "et", "lv", "sk",
                                                    "sl", "hr", "sr", "bs", "tr"};
    struct habits habits = {.line = BYTES_EMPTY};

    habits.abbreviations = embed_span(abbreviations_en, abbreviations_en_end);
    if (span_is(language, "de"))
        habits.abbreviations = embed_span(abbreviations_de, abbreviations_de_end);
    if (span_is(language, "ru"))
        habits.abbreviations = embed_span(abbreviations_ru, abbreviations_ru_end);
    for (size_t i = 0; i < sizeof ordinal_languages / sizeof *ordinal_languages; i++)
        habits.ordinals = habits.ordinals || span_is(language, ordinal_languages[i]);
    return habits;
}

static bool is_among(uint32_t code, const uint32_t *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

#define IS_AMONG(code, codes) is_among((code), (codes), sizeof(codes) / sizeof *(codes))

/* Full width: ends a sentence without a blank. */
static bool is_wide_terminator(uint32_t code)
{
    static const uint32_t codes[] = {0x3002, 0xFF01, 0xFF1F, 0xFF61};

    return IS_AMONG(code, codes);
}

static bool is_terminator(uint32_t code)
{
    static const uint32_t codes[] = {'.', '!', '?', 0x2026, 0x203D, 0x061F, 0x06D4, 0x0964, 0x0589};

    return IS_AMONG(code, codes) || is_wide_terminator(code);
}

/* Quotation marks and brackets that close after the terminator. */
static bool is_closer(uint32_t code)
{
    static const uint32_t codes[] = {'"',    '\'',   ')',    ']',    0x00BB, 0x00AB, 0x2019, 0x201D,
                                     0x201C, 0x203A, 0x2039, 0x300D, 0x300F, 0xFF09, 0x2018};

    return IS_AMONG(code, codes);
}

/* What may stand before a sentence's first word. */
static bool is_opener(uint32_t code)
{
    static const uint32_t codes[] = {'"',    '\'',   '(',    '[',    '-',    0x00AB, 0x00BB,
                                     0x00BF, 0x00A1, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A,
                                     0x201C, 0x201D, 0x201E, 0x2039, 0x203A};

    return IS_AMONG(code, codes);
}

/* Past the blanks, then past the openers at `at`. */
static size_t word_start(struct span paragraph, size_t at)
{
    struct utf8_point point = utf8_at(paragraph, at);

    while (point.width && (unicode_is_space(point.code) || is_opener(point.code))) {
        at += point.width;
        point = utf8_at(paragraph, at);
    }
    return at;
}

/* The letters and digits, with `inner` between them, that start at `at`. */
static struct span word_at(struct span paragraph, size_t at)
{
    size_t end = at;
    struct utf8_point point = utf8_at(paragraph, end);

    while (point.width && (unicode_is_letter(point.code) || unicode_is_digit(point.code) ||
                           point.code == '\'' || point.code == 0x2019)) {
        end += point.width;
        point = utf8_at(paragraph, end);
    }
    return span_cut(paragraph, at, end);
}

/* The letters, digits, hyphens and full stops that end just before `end`. */
static struct span word_before(struct span paragraph, size_t end)
{
    size_t start = end;
    struct utf8_point point = utf8_before(paragraph, start);

    while (point.width && end - start <= ABBREVIATION_MAX &&
           (unicode_is_letter(point.code) || unicode_is_digit(point.code) || point.code == '.' ||
            point.code == '-')) {
        start -= point.width;
        point = utf8_before(paragraph, start);
    }
    return span_cut(paragraph, start, end);
}

/* True when the list holds `before`, the folded word, and `after` as one line. */
static bool is_listed(struct habits *habits, const char *before, struct span word,
                      const char *after)
{
    struct bytes folded = BYTES_EMPTY;
    bool found;

    tokens_fold(&folded, word);
    bytes_clear(&habits->line);
    bytes_add_text(&habits->line, before);
    bytes_add(&habits->line, bytes_span(&folded));
    bytes_add_text(&habits->line, after);
    bytes_release(&folded);
    found = wordlist_has(habits->abbreviations, bytes_span(&habits->line));
    return found;
}

/* One letter, or letters parted by full stops: "J", "U.S", "т.е". */
static bool is_initials(struct span word)
{
    for (size_t at = 0; at < word.length;) {
        struct utf8_point point = utf8_at(word, at);

        if (!unicode_is_letter(point.code))
            return false;
        at += point.width;
        if (at == word.length)
            return at > point.width || unicode_is_upper(point.code);
        if (word.bytes[at++] != '.')
            return false;
    }
    return false;
}

static bool is_ordinal(struct span word)
{
    bool digits = word.length == 1 || word.length == 2;

    for (size_t i = 0; i < word.length && digits; i++)
        digits = word.bytes[i] >= '0' && word.bytes[i] <= '9';
    return digits;
}

/* True when the word at `at` commonly starts sentences and is no initial ("A. Milne"). */
static bool is_starter(struct habits *habits, struct span paragraph, size_t at)
{
    struct span word = word_at(paragraph, at);
    size_t end = at + word.length;

    if (is_initials(word) && end < paragraph.length && paragraph.bytes[end] == '.')
        return false;
    return is_listed(habits, "> ", word, "");
}

/* True when the full stop at `at` does not end a sentence that the word at `next` would follow. */
static bool is_inner_stop(struct habits *habits, struct span paragraph, size_t at, size_t next)
{
    struct span word = word_before(paragraph, at);

    if (!word.length || word.length > ABBREVIATION_MAX)
        return false;
    if (habits->ordinals && is_ordinal(word))
        return true;
    if (is_listed(habits, "", word, ""))
        return true;
    if (is_initials(word) || is_listed(habits, "", word, " ?"))
        return !is_starter(habits, paragraph, next);
    return false;
}

/* True when a sentence may begin at `at`: not in lower case. */
static bool begins(struct span paragraph, size_t at)
{
    struct utf8_point point = utf8_at(paragraph, at);

    return !point.width || !unicode_is_lower(point.code);
}

/* The end of the terminators, then closers, that start at `at`. */
static size_t terminated_end(struct span paragraph, size_t at, bool *wide)
{
    struct utf8_point point = utf8_at(paragraph, at);

    *wide = false;
    while (point.width && is_terminator(point.code)) {
        *wide = is_wide_terminator(point.code);
        at += point.width;
        point = utf8_at(paragraph, at);
    }
    while (point.width && is_closer(point.code)) {
        at += point.width;
        point = utf8_at(paragraph, at);
    }
    return at;
}

/* True when the terminator at `at`, whose run goes up to `end`, ends a sentence. */
static bool ends_sentence(struct habits *habits, struct span paragraph, size_t at, size_t end)
{
    struct utf8_point after = utf8_at(paragraph, end);
    size_t next = word_start(paragraph, end);

    if (after.width && !unicode_is_space(after.code))
        return false;
    if (!begins(paragraph, next))
        return false;
    if (paragraph.bytes[at] != '.' || (at + 1 < paragraph.length && paragraph.bytes[at + 1] == '.'))
        return true;
    return !is_inner_stop(habits, paragraph, at, next);
}

static void cut_paragraph(struct passage_list *list, struct span text, struct passage passage,
                          struct habits *habits)
{
    struct span paragraph = passage_span(text, passage);
    size_t start = 0;

    for (size_t at = 0; at < paragraph.length;) {
        struct utf8_point point = utf8_at(paragraph, at);
        size_t end;
        bool wide;

        if (!is_terminator(point.code)) {
            at += point.width;
            continue;
        }
        end = terminated_end(paragraph, at, &wide);
        if (wide || ends_sentence(habits, paragraph, at, end)) {
            passages_add(list, text, passage.start + start, passage.start + end);
            start = end;
        }
        at = end;
    }
    passages_add(list, text, passage.start + start, passage.end);
}

void sentences_cut(struct passage_list *list, struct span text, struct span language)
{
    struct passage_list paragraphs = PASSAGE_LIST_EMPTY;
    struct habits habits = habits_of(language);

    list->count = 0;
    paragraphs_cut(&paragraphs, text);
    for (size_t i = 0; i < paragraphs.count; i++)
        cut_paragraph(list, text, paragraphs.items[i], &habits);
    bytes_release(&habits.line);
    passages_release(&paragraphs);
}
