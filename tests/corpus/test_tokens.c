#include "corpus/text/tokens.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <uchar.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

/* Each text, and its tokens as KIND:bytes with spaces between. */
static const struct cut {
    const char *text;
    const char *tokens;
} cuts[] = {
    {"", ""},
    {" \t\r\n", ""},
    {"The vote passed.", "W:The W:vote W:passed M:."},
    {"don't stop-gap", "W:don't W:stop-gap"},
    {"'quoted' -dash-", "M:' W:quoted M:' M:- W:dash M:-"},
    {"l’État, 2024", "W:l’État M:, N:2024"},
    {"1,250.50 or 1,", "N:1,250.50 W:or N:1 M:,"},
    {"covid-19 3rd", "W:covid-19 W:3rd"},
    {"anti‑terrorism", "W:anti‑terrorism"},
    {"counter—terrorism", "W:counter M:— W:terrorism"},
    {"2019–20 2019-20", "N:2019 M:– N:20 N:2019-20"},
    {"U.S. v2.0 3.5m", "W:U M:. W:S M:. W:v2.0 W:3.5m"},
    {"10:30 a:b a_b", "N:10 M:: N:30 W:a M:: W:b W:a M:_ W:b"},
    {"rock 'n' roll 5'11", "W:rock M:' W:n M:' W:roll N:5 M:' N:11"},
    {"a--b a-'b", "W:a M:- M:- W:b W:a M:- M:' W:b"},
    {"“We won” – €5", "M:“ W:We W:won M:” M:– M:€ N:5"},
    {"a\xC2\xA0"
     "b 12\xE2\x80\xAF"
     "000",
     "W:a W:b N:12 N:000"}, /* no-break spaces part words */
    {"東京 カタカナ", "W:東 W:京 W:カタカナ"},
    {"Co\xC2\xADop\xE2\x80\x8B"
     "x",
     "W:Co\xC2\xADop W:x"}, /* a soft hyphen stays inside, a zero-width space parts */
    {"e\xCC\x81t\xC3\xA9 \xCC\x81", "W:e\xCC\x81t\xC3\xA9"},
    {"col·lecció", "W:col·lecció"},
    {"צה\"ל ג' 5'", "W:צה\"ל W:ג' N:5 M:'"},
    {"п’ять інтерв'ю", "W:п’ять W:інтерв'ю"},
    {"👩‍👩 🇩🇪", "M:👩 M:👩 M:🇩 M:🇪"},
    {"m² ½", "W:m M:² M:½"},
    {"١٢٣ पन्द्रह", "N:١٢٣ W:पन्द्रह"},
    {"a\x01"
     "b",
     "W:a W:b"},
};

static void show(char *shown, size_t size, struct span text, const struct token_list *list)
{
    size_t used = 0;

    shown[0] = '\0';
    for (size_t i = 0; i < list->count; i++) {
        struct span bytes = tokens_span(text, list->items[i]);

        used += (size_t)snprintf(shown + used, size - used, "%s%c:%.*s", i ? " " : "",
                                 "WNM"[list->items[i].kind], SPAN_PRINT(bytes));
        assert_true(used < size);
    }
}

static void texts_are_cut_as_listed(void **state)
{
    struct token_list list = TOKEN_LIST_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cuts); i++) {
        struct span text = span_of(cuts[i].text);
        struct fault fault;
        char shown[256];

        assert_true(tokens_cut(&list, text, &fault));
        show(shown, sizeof shown, text, &list);
        assert_string_equal(shown, cuts[i].tokens);
    }
    tokens_release(&list);
}

static const struct refused {
    const char *text;
    const char *message;
} refused[] = {
    {"caf\xE9 noir", "the text is not UTF-8 at byte 3"},
    {"ab\xC0\xAF", "the text is not UTF-8 at byte 2"},       /* not the shortest form */
    {"\xED\xA0\x80", "the text is not UTF-8 at byte 0"},     /* a surrogate */
    {"ok \xE2\x82", "the text is not UTF-8 at byte 3"},      /* cut short */
    {"\xF4\x90\x80\x80", "the text is not UTF-8 at byte 0"}, /* past U+10FFFF */
};

static void bytes_that_are_no_text_are_refused(void **state)
{
    struct token_list list = TOKEN_LIST_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct fault fault = FAULT_EMPTY;

        assert_false(tokens_cut(&list, span_of(refused[i].text), &fault));
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_string_equal(fault.message, refused[i].message);
        assert_int_equal(list.count, 0);
    }
    tokens_release(&list);
}

static void a_text_past_the_limit_is_refused(void **state)
{
    struct token_list list = TOKEN_LIST_EMPTY;
    struct span text = {.bytes = "never read", .length = (size_t)TOKENS_TEXT_MAX + 1};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(tokens_cut(&list, text, &fault));
    assert_int_equal(fault.kind, FAULT_LIMIT);
    tokens_release(&list);
}

/* Each ASCII byte joins letters, and digits, as its Unicode class says. */
static void ascii_is_cut_as_its_unicode_classes_say(void **state)
{
    struct token_list list = TOKEN_LIST_EMPTY;
    struct fault fault;

    (void)state;
    for (int byte = 1; byte < 0x80; byte++) {
        char text[] = {'a', (char)byte, 'b', '1', (char)byte, '2', '\0'};
        enum word_class class = unicode_word_class((uint32_t)byte);
        bool joins = class == WORD_CLASS_LETTER || class == WORD_CLASS_DIGIT ||
                     class == WORD_CLASS_HYPHEN || class == WORD_CLASS_APOSTROPHE;

        assert_true(tokens_cut(&list, span_of(text), &fault));
        assert_int_equal(list.items[0].length >= 3, joins);
        assert_int_equal(list.items[list.count - 1].length >= 3,
                         joins ? class != WORD_CLASS_APOSTROPHE : class == WORD_CLASS_MID_NUMBER);
        if (class == WORD_CLASS_SPACE)
            assert_int_equal(list.count, 3);
    }
    tokens_release(&list);
}

/* --- against ICU ------------------------------------------------------------------- */

/*
 * The rule's differences from UAX #29 as a change of the text that ICU is
 * given: each mark that we treat otherwise becomes one that UAX #29 treats so.
 * All are one UTF-16 unit for one, so ICU's boundaries are ours.
 */
enum { JOINER = '_', PARTER = '!', WIDE_MAX = 64 };

static bool is_among(UChar unit, const char16_t *list)
{
    for (; *list; list++)
        if (*list == unit)
            return true;
    return false;
}

static int word_break(UChar unit)
{
    return u_getIntPropertyValue(unit, UCHAR_WORD_BREAK);
}

static bool is_ignored(UChar unit)
{
    int value = word_break(unit);

    return value == U_WB_EXTEND || value == U_WB_FORMAT || value == U_WB_ZWJ;
}

/* The word break value of the nearest unit in direction `step` that WB4 does not skip. */
static int neighbour(const UChar *wide, int count, int at, int step)
{
    for (at += step; at >= 0 && at < count; at += step)
        if (!is_ignored(wide[at]))
            return word_break(wide[at]);
    return U_WB_OTHER;
}

static bool is_letter_value(int value)
{
    return value == U_WB_ALETTER || value == U_WB_HEBREW_LETTER;
}

static UChar as_uax29(const UChar *wide, int count, int at)
{
    int before = neighbour(wide, count, at, -1);
    int after = neighbour(wide, count, at, 1);
    bool digits = before == U_WB_NUMERIC && after == U_WB_NUMERIC;

    if (is_among(wide[at], u"-\u2010\u2011"))
        return (is_letter_value(before) || before == U_WB_NUMERIC) &&
                       (is_letter_value(after) || after == U_WB_NUMERIC)
                   ? JOINER
                   : PARTER;
    if (is_among(wide[at], u".:_\u202F\uFF1A\uFF0E\u2024"))
        return digits && word_break(wide[at]) == U_WB_MIDNUMLET ? ',' : PARTER;
    if (is_among(wide[at], u"'\u2018\u2019\uFF07"))
        return digits ? PARTER : wide[at];
    return wide[at];
}

/*
 * ICU's own rule status is no help: version 72 gives a Hebrew word that ends
 * in a geresh and a combining mark none.
 */
static bool holds_word(const UChar *wide, int start, int end)
{
    for (int i = start; i < end; i++) {
        int value = word_break(wide[i]);

        if (is_letter_value(value) || value == U_WB_NUMERIC || value == U_WB_KATAKANA)
            return true;
    }
    return false;
}

/* The words and numbers that ICU finds, as pairs of UTF-16 offsets. */
static size_t icu_words(UBreakIterator *iterator, const UChar *wide, int count, int (*words)[2])
{
    UErrorCode error = U_ZERO_ERROR;
    UChar changed[WIDE_MAX];
    size_t found = 0;
    int start = 0;

    for (int i = 0; i < count; i++)
        changed[i] = as_uax29(wide, count, i);
    ubrk_setText(iterator, changed, count, &error);
    assert_true(U_SUCCESS(error));
    for (int end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
        if (holds_word(changed, start, end)) {
            words[found][0] = start;
            words[found++][1] = end;
        }
        start = end;
    }
    return found;
}

/* The words and numbers of `text`, in UTF-16 offsets; every unit is of the first plane. */
static size_t our_words(struct token_list *list, struct span text, int (*words)[2])
{
    struct fault fault;
    size_t found = 0;

    assert_true(tokens_cut(list, text, &fault));
    for (size_t i = 0; i < list->count; i++) {
        struct token token = list->items[i];

        if (token.kind == TOKEN_MARK)
            continue;
        words[found][0] = (int)utf8_count(span_cut(text, 0, token.start));
        words[found][1] = (int)utf8_count(span_cut(text, 0, token.start + token.length));
        found++;
    }
    return found;
}

static uint64_t random_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

/* Letters of six scripts; every string also draws from `others`. */
static const char16_t *const scripts[] = {
    u"abzE\u00E9\u00DF\u0131", u"\u0430\u044F\u0416\u0456", u"\u03B1\u03C9\u03A3\u03AC",
    u"\u05D0\u05D1\u05EA",     u"\u0627\u0628\u0649\u0664", u"\u0915\u092A\u0939",
};
static const char16_t others[] =
    u"  "
    u"\n012''--..,,;:_\"()\u2019\u2018\u2010\u2011\u2014\u00AD\u200D\u0301\u00B7\u05F4\u202F\u00A0"
    u"\uFF1A\uFF0E\u2024\u094D\u05B0\u064B\u200B\uFEFF\u30A2\u30AB\u201C\u20AC\u2028\x85";

static void random_texts_are_cut_as_icu_cuts_them_but_for_the_stated_differences(void **state)
{
    enum { STRINGS = 102000, OTHERS = sizeof others / sizeof *others - 1 };
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_WORD, "en", NULL, 0, &error);
    struct token_list list = TOKEN_LIST_EMPTY;
    struct bytes text = BYTES_EMPTY;
    uint64_t seed = 20251127;

    (void)state;
    assert_true(U_SUCCESS(error));
    for (int string = 0; string < STRINGS; string++) {
        const char16_t *letters = scripts[(size_t)string % COUNT_OF(scripts)];
        size_t letter_count = 0;
        int count = 1 + (int)(random_next(&seed) % 14);
        int theirs[WIDE_MAX][2], ours[WIDE_MAX][2];
        UChar wide[WIDE_MAX];
        size_t words = 0;

        while (letters[letter_count])
            letter_count++;
        bytes_clear(&text);
        for (int i = 0; i < count; i++) {
            wide[i] = random_next(&seed) % 2 ? letters[random_next(&seed) % letter_count]
                                             : others[random_next(&seed) % OTHERS];
            bytes_add_point(&text, wide[i]);
        }
        words = icu_words(iterator, wide, count, theirs);
        if (our_words(&list, bytes_span(&text), ours) != words ||
            memcmp(ours, theirs, words * sizeof *ours) != 0)
            fail_msg("string %d is cut otherwise: %s", string, bytes_text(&text));
    }
    bytes_release(&text);
    tokens_release(&list);
    ubrk_close(iterator);
}

/* --- against the consortium's table -------------------------------------------------- */

/* Reads "÷ 0061 × 0027 ÷ ..." into the text and the byte offsets of its breaks. */
static size_t read_breaks(const char *line, struct bytes *text, size_t *breaks)
{
    size_t count = 0;

    bytes_clear(text);
    while (*line && *line != '#') {
        if (strncmp(line, "÷", 2) == 0)
            breaks[count++] = text->count;
        if ((unsigned char)*line >= 0x80) {
            line += 2;
        } else if (*line == ' ' || *line == '\t' || *line == '\n') {
            line++;
        } else {
            char *end;

            bytes_add_point(text, (uint32_t)strtoul(line, &end, 16));
            line = end;
        }
    }
    return count;
}

static bool is_break(const size_t *breaks, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++)
        if (breaks[i] == at)
            return true;
    return false;
}

/* True when each word and number of ours is exactly one of the table's pieces. */
static bool agrees(const struct token_list *list, const size_t *breaks, size_t count)
{
    for (size_t i = 0; i < list->count; i++) {
        struct token token = list->items[i];

        if (token.kind == TOKEN_MARK)
            continue;
        if (!is_break(breaks, count, token.start) ||
            !is_break(breaks, count, token.start + token.length))
            return false;
        for (size_t at = token.start + 1; at < token.start + token.length; at++)
            if (is_break(breaks, count, at))
                return false;
    }
    return true;
}

/* The lines that the stated differences touch hold one of these. */
static bool holds_stated_difference(struct span text)
{
    static const char *const stated[] = {
        "_",
        ".",
        ":",
        "'",
        "\xE2\x80\x8D\xF0\x9F",
        "\xE2\x80\x8D\xE2"}; /* the last two: a joiner before a pictograph */

    for (size_t at = 0; at < text.length; at++)
        for (size_t i = 0; i < COUNT_OF(stated); i++)
            if (span_starts(span_cut(text, at, text.length), stated[i]))
                return true;
    return false;
}

static void the_unicode_consortium_s_table_holds_but_for_the_stated_differences(void **state)
{
    FILE *file = fopen("../shared/refdata/unicode/WordBreakTest.txt", "r");
    struct token_list list = TOKEN_LIST_EMPTY;
    struct bytes text = BYTES_EMPTY;
    char line[2048];
    size_t lines = 0;
    size_t differing = 0;

    (void)state;
    if (!file) {
        print_message("no ../shared/refdata/unicode/WordBreakTest.txt to hold to\n");
        skip();
    }
    while (fgets(line, sizeof line, file)) {
        size_t breaks[64];
        size_t count = read_breaks(line, &text, breaks);
        struct fault fault;

        if (!text.count)
            continue;
        lines++;
        assert_true(tokens_cut(&list, bytes_span(&text), &fault));
        if (agrees(&list, breaks, count))
            continue;
        differing++;
        if (!holds_stated_difference(bytes_span(&text)))
            fail_msg("cut otherwise: %s", line);
    }
    (void)fclose(file);
    bytes_release(&text);
    tokens_release(&list);
    assert_int_equal(lines, 1823);
    assert_int_equal(differing, 137);
}

/* --- folding ------------------------------------------------------------------------- */

static const struct folding {
    const char *word;
    const char *term;
} foldings[] = {
    {"", ""},
    {"Covid-19", "covid-19"},
    {"DON'T", "don't"},
    {"Don’t", "don't"},
    {"anti‐Terrorism", "anti-terrorism"},
    {"anti‑terrorism", "anti-terrorism"},
    {"ÉTAT", "état"},
    {"E\xCC\x81tat", "état"}, /* decomposed */
    {"П’ЯТЬ", "п'ять"},
    {"пʼять", "п'ять"},
    {"Straße", "straße"},
    {"ΟΔΟΣ", "οδοσ"},
    {"οδος", "οδοσ"},
    {"Co\xC2\xADop", "coop"},
    {"می\xE2\x80\x8Cخواهم", "میخواهم"},
    {"@[`{AZaz", "@[`{azaz"},
    {"caf\xE9", "caf\xEF\xBF\xBD"},
};

static void words_fold_as_listed(void **state)
{
    struct bytes term = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(foldings); i++) {
        tokens_fold(&term, span_of(foldings[i].word));
        assert_string_equal(bytes_text(&term), foldings[i].term);
    }
    bytes_release(&term);
}

static void folding_twice_is_folding_once_and_keeps_nfc(void **state)
{
    struct bytes word = BYTES_EMPTY, term = BYTES_EMPTY, again = BYTES_EMPTY;

    (void)state;
    for (uint32_t code = 1; code < 0x20000; code++) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        bytes_clear(&word);
        bytes_add_point(&word, code);
        bytes_add_text(&word, code % 2 ? "A" : "\xCC\x81");
        tokens_fold(&term, bytes_span(&word));
        tokens_fold(&again, bytes_span(&term));
        if (strcmp(bytes_text(&term), bytes_text(&again)) != 0)
            fail_msg("U+%04X folds to %s, then to %s", code, bytes_text(&term), bytes_text(&again));
        bytes_clear(&word);
        unicode_nfc(&word, bytes_span(&term));
        if (strcmp(bytes_text(&term), bytes_text(&word)) != 0)
            fail_msg("U+%04X folds to %s, which is not in NFC", code, bytes_text(&term));
    }
    bytes_release(&again);
    bytes_release(&term);
    bytes_release(&word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_cut_as_listed),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(a_text_past_the_limit_is_refused),
        cmocka_unit_test(ascii_is_cut_as_its_unicode_classes_say),
        cmocka_unit_test(random_texts_are_cut_as_icu_cuts_them_but_for_the_stated_differences),
        cmocka_unit_test(the_unicode_consortium_s_table_holds_but_for_the_stated_differences),
        cmocka_unit_test(words_fold_as_listed),
        cmocka_unit_test(folding_twice_is_folding_once_and_keeps_nfc),
    };

    return cmocka_run_group_tests_name("tokens", tests, NULL, NULL);
}
