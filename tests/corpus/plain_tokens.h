/*
 * The rule of tokens.h once more, the slow plain way: boundaries of UAX #29,
 * which somebody else found, and a table of the stated differences, each a
 * function that says of a boundary whether it joins, parts, or has no say.
 *
 *     passage_read(&passage, text);
 *     ...                              set passage.joined
 *     expected_tokens(&list, &passage, &tally);
 *
 * What a code point is comes from ICU, never from corpus/text/unicode.c.
 * Included by test_tokens_icu.c alone.
 */
#ifndef TESTS_CORPUS_PLAIN_TOKENS_H
#define TESTS_CORPUS_PLAIN_TOKENS_H

#include "corpus/base/memory.h"
#include "corpus/text/tokens.h"
#include "corpus/text/utf8.h"
#include "tests/support.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

enum { POINTS_MAX = 4096 };

struct point {
    uint32_t code;
    uint32_t start; /* bytes from the text's start */
    int value;      /* Word_Break */
};

/* A text as code points, and which of them no boundary parts from the one before. */
struct passage {
    struct point points[POINTS_MAX + 1]; /* the last one is the end alone */
    bool joined[POINTS_MAX + 1];
    int count;
};

static void passage_read(struct passage *passage, struct span text)
{
    size_t at = 0;

    passage->count = 0;
    while (at < text.length) {
        struct utf8_point point = utf8_at(text, at);

        assert_true(point.width > 0 && passage->count < POINTS_MAX);
        passage->points[passage->count++] = (struct point){
            .code = point.code,
            .start = (uint32_t)at,
            .value = u_getIntPropertyValue((UChar32)point.code, UCHAR_WORD_BREAK),
        };
        at += point.width;
    }
    passage->points[passage->count] = (struct point){.start = (uint32_t)text.length};
}

/* --- what the differences ask of a code point --------------------------------------- */

static bool is_ignored(struct point point)
{
    return point.value == U_WB_EXTEND || point.value == U_WB_FORMAT || point.value == U_WB_ZWJ;
}

static bool is_letter(struct point point)
{
    return point.value == U_WB_ALETTER || point.value == U_WB_HEBREW_LETTER;
}

static bool is_digit(struct point point)
{
    return point.value == U_WB_NUMERIC;
}

/* A letter of a script that UAX #29 leaves to dictionaries. */
static bool is_alone(struct point point)
{
    return point.value == U_WB_OTHER &&
           (u_isalpha((UChar32)point.code) || u_charType((UChar32)point.code) == U_LETTER_NUMBER);
}

static bool is_of_words(struct point point)
{
    return is_letter(point) || is_digit(point) || point.value == U_WB_KATAKANA || is_alone(point);
}

/* White space, controls, and what format controls part words: not even a mark. */
static bool is_nothing(struct point point)
{
    int category = u_charType((UChar32)point.code);

    return u_isUWhiteSpace((UChar32)point.code) || category == U_CONTROL_CHAR ||
           (category == U_FORMAT_CHAR && !is_of_words(point));
}

static bool is_among(struct point point, const uint32_t *list)
{
    for (; *list; list++)
        if (*list == point.code)
            return true;
    return false;
}

/* The nearest point before `at`, or from `at` on, that rule WB4 does not skip. */
static struct point before(const struct passage *passage, int at)
{
    for (at--; at >= 0; at--)
        if (!is_ignored(passage->points[at]))
            return passage->points[at];
    return (struct point){.value = U_WB_OTHER};
}

static struct point from(const struct passage *passage, int at)
{
    for (; at < passage->count; at++)
        if (!is_ignored(passage->points[at]))
            return passage->points[at];
    return (struct point){.value = U_WB_OTHER};
}

/* The index of the nearest such point before `at`, or -1. */
static int base_before(const struct passage *passage, int at)
{
    for (at--; at >= 0 && is_ignored(passage->points[at]);)
        at--;
    return at;
}

/* --- the stated differences ------------------------------------------------------------ */

enum verdict { AS_UAX29, JOIN, PART };

/*
 * Asks `is_one` of the mark on either side of boundary `at` and, where it is
 * one, `verdict_of` what stands around that mark; extending points are no side.
 */
static enum verdict around(const struct passage *passage, int at, bool (*is_one)(struct point),
                           enum verdict (*verdict_of)(struct point last, struct point next))
{
    int mark = base_before(passage, at);

    if (is_ignored(passage->points[at]))
        return AS_UAX29;
    if (is_one(passage->points[at]))
        return verdict_of(before(passage, at), from(passage, at + 1));
    if (mark >= 0 && is_one(passage->points[mark]))
        return verdict_of(before(passage, mark), from(passage, at));
    return AS_UAX29;
}

static bool is_hyphen(struct point point)
{
    return is_among(point, (const uint32_t[]){'-', 0x2010, 0x2011, 0});
}

static enum verdict join_letters_and_digits(struct point last, struct point next)
{
    return (is_letter(last) || is_digit(last)) && (is_letter(next) || is_digit(next)) ? JOIN
                                                                                      : AS_UAX29;
}

static enum verdict hyphen(const struct passage *passage, int at)
{
    return around(passage, at, is_hyphen, join_letters_and_digits);
}

static bool is_apostrophe(struct point point)
{
    return is_among(point, (const uint32_t[]){'\'', 0x2018, 0x2019, 0xFF07, 0});
}

static enum verdict part_digits(struct point last, struct point next)
{
    return is_digit(last) && is_digit(next) ? PART : AS_UAX29;
}

static enum verdict apostrophe(const struct passage *passage, int at)
{
    return around(passage, at, is_apostrophe, part_digits);
}

static bool is_full_stop(struct point point)
{
    return is_among(point, (const uint32_t[]){'.', 0x2024, 0xFE52, 0xFF0E, 0});
}

static enum verdict part_letters(struct point last, struct point next)
{
    return is_letter(last) && is_letter(next) ? PART : AS_UAX29;
}

static enum verdict full_stop(const struct passage *passage, int at)
{
    return around(passage, at, is_full_stop, part_letters);
}

static bool is_colon(struct point point)
{
    return is_among(point, (const uint32_t[]){':', 0xFE13, 0xFE55, 0xFF1A, 0});
}

static enum verdict colon(const struct passage *passage, int at)
{
    return around(passage, at, is_colon, part_letters);
}

static bool is_connector(struct point point)
{
    return point.value == U_WB_EXTENDNUMLET;
}

static enum verdict part_always(struct point last, struct point next)
{
    (void)last;
    (void)next;
    return PART;
}

static enum verdict connector(const struct passage *passage, int at)
{
    return around(passage, at, is_connector, part_always);
}

/* Of a script whose words ICU looks up in a dictionary. */
static bool is_of_dictionary(struct point point)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)point.code, &error);

    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_HANGUL ||
           u_getIntPropertyValue((UChar32)point.code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/* Such a letter, or a symbol there, for which UAX #29 has no class. */
static bool is_looked_up(struct point point)
{
    return point.value == U_WB_OTHER && (is_alone(point) || is_of_dictionary(point));
}

static bool is_between_letters(struct point point)
{
    return point.value == U_WB_MIDLETTER || point.value == U_WB_MIDNUMLET ||
           point.value == U_WB_SINGLE_QUOTE;
}

static enum verdict part_looked_up(struct point last, struct point next)
{
    return is_looked_up(last) || is_looked_up(next) ? PART : AS_UAX29;
}

/* UAX #29 without a dictionary parts letters of such scripts, and joins katakana. */
static enum verdict dictionary(const struct passage *passage, int at)
{
    struct point last = before(passage, at);
    struct point next = passage->points[at];

    if (is_ignored(next))
        return is_of_words(last) ? JOIN : AS_UAX29;
    if (is_looked_up(last) || is_looked_up(next))
        return PART;
    if ((last.value == U_WB_KATAKANA && next.value == U_WB_KATAKANA) ||
        ((is_letter(last) || is_digit(last)) && (is_letter(next) || is_digit(next))))
        return JOIN;
    /* But a geresh ends its Hebrew word whatever follows. */
    if (last.value == U_WB_HEBREW_LETTER && next.code == '\'')
        return AS_UAX29;
    return around(passage, at, is_between_letters, part_looked_up);
}

/* Rules WB5 to WB9: the letter `next` joins what stands before boundary `at` anyway. */
static bool joins_as_letter(const struct passage *passage, int at, struct point next)
{
    int base = base_before(passage, at);
    struct point last = before(passage, at);

    if (!is_letter(next) || base < 0)
        return false;
    if (is_apostrophe(last) || (last.value == U_WB_MIDLETTER && !is_colon(last)))
        return is_letter(before(passage, base));
    return is_letter(last) || is_digit(last);
}

/* Rule WB3c. */
static enum verdict emoji(const struct passage *passage, int at)
{
    struct point next = passage->points[at];

    return at > 0 && passage->points[at - 1].value == U_WB_ZWJ &&
                   u_hasBinaryProperty((UChar32)next.code, UCHAR_EXTENDED_PICTOGRAPHIC) &&
                   !joins_as_letter(passage, at, next)
               ? PART
               : AS_UAX29;
}

/* Rules WB15 and WB16. */
static enum verdict flag(const struct passage *passage, int at)
{
    return before(passage, at).value == U_WB_REGIONAL_INDICATOR &&
                   passage->points[at].value == U_WB_REGIONAL_INDICATOR
               ? PART
               : AS_UAX29;
}

/* The first that has a verdict decides; `table_lines` of the consortium's lines it decides. */
static const struct difference {
    const char *name;
    enum verdict (*verdict)(const struct passage *passage, int at);
    size_t table_lines;
} differences[] = {
    {"a hyphen between letters or digits joins", hyphen, 0},
    {"an apostrophe between digits parts", apostrophe, 10},
    {"a full stop between letters parts", full_stop, 0},
    {"a colon between letters parts", colon, 15},
    {"a connector parts", connector, 112},
    {"no dictionary: letters of scripts without blanks stand alone", dictionary, 0},
    {"emoji are not joined", emoji, 9},
    {"flags are not joined", flag, 7},
};

enum { DIFFERENCES = COUNT_OF(differences) };

/* What is not a difference in words: how often UAX #29 joins where there is no word. */
static const char no_word[] = "a mark is one code point, blanks are nothing";

struct tally {
    size_t decided[DIFFERENCES];
    size_t no_word;
};

/* Turns the boundaries of UAX #29 into ours, noting which differences decided. */
static void apply_differences(struct passage *passage, struct tally *tally)
{
    bool ours[POINTS_MAX + 1] = {false};

    for (int at = 1; at < passage->count; at++) {
        enum verdict verdict = AS_UAX29;
        size_t i = 0;

        while (i < DIFFERENCES && (verdict = differences[i].verdict(passage, at)) == AS_UAX29)
            i++;
        ours[at] = verdict == AS_UAX29 ? passage->joined[at] : verdict == JOIN;
        if (ours[at] != passage->joined[at])
            tally->decided[i]++;
    }
    memcpy(passage->joined, ours, sizeof ours);
}

/* --- tokens from boundaries ------------------------------------------------------------- */

static void add_token(struct token_list *list, const struct passage *passage, int first, int end,
                      enum token_kind kind)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (struct token){
        .start = passage->points[first].start,
        .length = passage->points[end].start - passage->points[first].start,
        .kind = kind,
    };
}

/* Points `first` to `end`, which no boundary parts: a word, a number, or marks and blanks. */
static void add_piece(struct token_list *list, const struct passage *passage, int first, int end,
                      struct tally *tally)
{
    bool has_word = false, has_letter = false;

    for (int i = first; i < end; i++) {
        struct point point = passage->points[i];

        has_word = has_word || is_of_words(point);
        has_letter = has_letter || (is_of_words(point) && !is_digit(point));
    }
    if (has_word) {
        add_token(list, passage, first, end, has_letter ? TOKEN_WORD : TOKEN_NUMBER);
        return;
    }
    tally->no_word += (size_t)(end - first > 1);
    for (int i = first; i < end; i++)
        if (!is_ignored(passage->points[i]) && !is_nothing(passage->points[i]))
            add_token(list, passage, i, i + 1, TOKEN_MARK);
}

/* `passage` holds the boundaries of UAX #29; `list` becomes the tokens of tokens.h's rule. */
static void expected_tokens(struct token_list *list, struct passage *passage, struct tally *tally)
{
    list->count = 0;
    apply_differences(passage, tally);
    for (int first = 0, end; first < passage->count; first = end) {
        end = first + 1;
        while (end < passage->count && passage->joined[end])
            end++;
        add_piece(list, passage, first, end, tally);
    }
}

#endif
