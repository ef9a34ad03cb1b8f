/*
 * Terms against ICU: tokens_fold() has to give what its header says, done here
 * the slow plain way with ICU alone, for every code point, for letters with
 * marks and controls behind them, and for random words; a term folds to
 * itself, and canonically equal words have one term.
 *
 * BROADSHEET_STRINGS says how many random words (make soak: 10 million).
 */
#include "corpus/text/tokens.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { SAMPLED = 200000, UNITS_MAX = 512, PARTS = 12 };

/* A word as UTF-16. */
struct wide {
    UChar units[UNITS_MAX];
    int32_t count;
};

static void normalise(struct wide *wide, const UNormalizer2 *form)
{
    struct wide normal = {0};
    UErrorCode error = U_ZERO_ERROR;

    normal.count =
        unorm2_normalize(form, wide->units, wide->count, normal.units, UNITS_MAX, &error);
    assert_true(U_SUCCESS(error));
    *wide = normal;
}

static const UNormalizer2 *nfc(void)
{
    UErrorCode error = U_ZERO_ERROR;

    return unorm2_getNFCInstance(&error);
}

static const UNormalizer2 *nfd(void)
{
    UErrorCode error = U_ZERO_ERROR;

    return unorm2_getNFDInstance(&error);
}

/* Format controls and variation selectors, that is what is not seen and parts no word. */
static bool is_dropped(UChar32 code)
{
    int value = u_getIntPropertyValue(code, UCHAR_WORD_BREAK);

    return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
           (value == U_WB_EXTEND || value == U_WB_FORMAT || value == U_WB_ZWJ);
}

static UChar32 folded(UChar32 code)
{
    if (code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0xFF07)
        return '\'';
    if (code == 0x2010 || code == 0x2011)
        return '-';
    return u_foldCase(code, U_FOLD_CASE_DEFAULT);
}

/* Without what is not seen, in NFC, folded point by point, in NFC again. */
static void expected_term(struct bytes *term, struct span word)
{
    struct wide wide = {0}, seen = {0}, small = {0};
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    UChar32 code;

    u_strFromUTF8(wide.units, UNITS_MAX, &wide.count, word.bytes, (int32_t)word.length, &error);
    for (int32_t at = 0; at < wide.count;) {
        U16_NEXT(wide.units, at, wide.count, code);
        if (!is_dropped(code))
            U16_APPEND_UNSAFE(seen.units, seen.count, code);
    }
    normalise(&seen, nfc());
    for (int32_t at = 0; at < seen.count;) {
        U16_NEXT(seen.units, at, seen.count, code);
        U16_APPEND_UNSAFE(small.units, small.count, folded(code));
    }
    normalise(&small, nfc());
    bytes_clear(term);
    u_strToUTF8(bytes_room(term, 3 * UNITS_MAX), 3 * UNITS_MAX, &length, small.units, small.count,
                &error);
    assert_true(U_SUCCESS(error));
    bytes_grown(term, (size_t)length);
}

struct bench {
    struct bytes word, ours, theirs, again;
};

static void bench_release(struct bench *bench)
{
    bytes_release(&bench->word);
    bytes_release(&bench->ours);
    bytes_release(&bench->theirs);
    bytes_release(&bench->again);
}

static void compare_with_icu(struct bench *bench)
{
    tokens_fold(&bench->ours, bytes_span(&bench->word));
    expected_term(&bench->theirs, bytes_span(&bench->word));
    if (!span_equal(bytes_span(&bench->ours), bytes_span(&bench->theirs)))
        fail_msg("%s folds to %s, not to %s", bytes_text(&bench->word), bytes_text(&bench->ours),
                 bytes_text(&bench->theirs));
    tokens_fold(&bench->again, bytes_span(&bench->ours));
    if (!span_equal(bytes_span(&bench->ours), bytes_span(&bench->again)))
        fail_msg("%s folds to %s, and that to %s", bytes_text(&bench->word),
                 bytes_text(&bench->ours), bytes_text(&bench->again));
}

/* Marks that compose, reorder, fold, or are dropped. */
static const uint32_t marks[] = {0x0300, 0x0301, 0x0302, 0x0303, 0x0306, 0x0307, 0x0308, 0x0323,
                                 0x0327, 0x0328, 0x030C, 0x031B, 0x0338, 0x0345, 0x0653, 0x05BC,
                                 0x093C, 0x3099, 0x1161, 0x11A8, 0x00AD, 0x200D, 0x200C, 0xFE0F,
                                 0x2060, 0x034F, 0x0337, 0x05B0, 0x064B, 0x094D};

static bool is_surrogate(uint32_t code)
{
    return code >= 0xD800 && code < 0xE000;
}

static void every_code_point_folds_as_icu_says(void **state)
{
    struct bench bench = {0};

    (void)state;
    for (uint32_t code = 1; code < 0x110000; code++) {
        if (is_surrogate(code))
            continue;
        bytes_clear(&bench.word);
        bytes_add_point(&bench.word, code);
        compare_with_icu(&bench);
    }
    bench_release(&bench);
}

/* Every cased or composing letter of the first two planes, with each mark. */
static void letters_with_marks_fold_as_icu_says(void **state)
{
    struct bench bench = {0};

    (void)state;
    for (uint32_t code = 'A'; code < 0x20000; code++) {
        if (is_surrogate(code) ||
            (u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT) == (UChar32)code &&
             !u_islower((UChar32)code)))
            continue;
        for (size_t i = 0; i < COUNT_OF(marks); i++) {
            bytes_clear(&bench.word);
            bytes_add_point(&bench.word, code);
            bytes_add_point(&bench.word, marks[i]);
            compare_with_icu(&bench);
            bytes_add_point(&bench.word, marks[(i + code) % COUNT_OF(marks)]);
            compare_with_icu(&bench);
        }
    }
    bench_release(&bench);
}

static uint64_t random_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

/* A word of up to PARTS letters of one block, ASCII letters, marks and apostrophes. */
static void random_word(struct bytes *word, uint64_t *seed)
{
    static const uint32_t blocks[][2] = {
        {'A', 0x40},     {0xC0, 0x190},   {0x370, 0x90},   {0x400, 0x130}, {0x531, 0xC0},
        {0x620, 0x90},   {0x904, 0x60},   {0x1E00, 0x200}, {0x10A0, 0x60}, {0x13A0, 0x5E},
        {0xAC00, 0x400}, {0x10400, 0x50}, {0x1100, 0x100}, {0x2010, 0x10}, {0xFF07, 0x60},
        {0x1C80, 0x40},  {0x2C00, 0x60},  {0xA640, 0x60},  {0xFB00, 0x50}, {0x2126, 0x60},
        {0x1E900, 0x44}};
    const uint32_t *block = blocks[random_next(seed) % COUNT_OF(blocks)];
    uint32_t parts = 1 + (uint32_t)(random_next(seed) % PARTS);

    bytes_clear(word);
    for (uint32_t i = 0; i < parts; i++)
        switch (random_next(seed) % 6) {
        case 0:
            bytes_add_point(word, marks[random_next(seed) % COUNT_OF(marks)]);
            break;
        case 1:
            bytes_add_point(word, (uint32_t)(0x41 + random_next(seed) % 58));
            break;
        case 2:
            bytes_add_text(word, i % 2 ? "’" : "ʼ");
            break;
        default:
            bytes_add_point(word, block[0] + (uint32_t)(random_next(seed) % block[1]));
        }
}

static size_t words_wanted(void)
{
    const char *wanted = getenv("BROADSHEET_STRINGS");

    return wanted ? (size_t)strtoull(wanted, NULL, 10) : SAMPLED;
}

static void random_words_fold_as_icu_says(void **state)
{
    struct bench bench = {0};
    uint64_t seed = 20251128;

    (void)state;
    for (size_t i = words_wanted(); i; i--) {
        random_word(&bench.word, &seed);
        compare_with_icu(&bench);
    }
    bench_release(&bench);
}

/* Whatever way a keyboard or an archive wrote its accents, it is one term. */
static void decomposed_words_have_the_same_term(void **state)
{
    struct bench bench = {0};
    uint64_t seed = 20251129;

    (void)state;
    for (size_t i = words_wanted() / 4; i; i--) {
        struct wide wide = {0};
        UErrorCode error = U_ZERO_ERROR;
        int32_t length = 0;

        random_word(&bench.word, &seed);
        tokens_fold(&bench.ours, bytes_span(&bench.word));
        u_strFromUTF8(wide.units, UNITS_MAX, &wide.count, bench.word.items,
                      (int32_t)bench.word.count, &error);
        normalise(&wide, nfd());
        bytes_clear(&bench.again);
        u_strToUTF8(bytes_room(&bench.again, 3 * UNITS_MAX), 3 * UNITS_MAX, &length, wide.units,
                    wide.count, &error);
        assert_true(U_SUCCESS(error));
        bytes_grown(&bench.again, (size_t)length);
        tokens_fold(&bench.theirs, bytes_span(&bench.again));
        if (!span_equal(bytes_span(&bench.ours), bytes_span(&bench.theirs)))
            fail_msg("%s folds to %s, but decomposed to %s", bytes_text(&bench.word),
                     bytes_text(&bench.ours), bytes_text(&bench.theirs));
    }
    bench_release(&bench);
}

/* --- the consortium's own tables ------------------------------------------------------- */

/* Status C and S of CaseFolding.txt; apostrophes and hyphens have no case. */
static void case_folds_as_the_consortium_s_table_says(void **state)
{
    FILE *table = fopen("/usr/share/unicode/CaseFolding.txt", "r");
    struct bench bench = {0};
    size_t folds = 0;
    char line[512];

    (void)state;
    if (!table) {
        print_message("skip: no unicode-data is here\n");
        skip();
    }
    while (fgets(line, sizeof line, table)) {
        unsigned code, small;
        char status;

        if (sscanf(line, "%x; %c; %x;", &code, &status, &small) != 3 ||
            (status != 'C' && status != 'S'))
            continue;
        folds++;
        bytes_clear(&bench.word);
        bytes_add_point(&bench.word, code);
        tokens_fold(&bench.ours, bytes_span(&bench.word));
        bytes_clear(&bench.word);
        bytes_add_point(&bench.word, small);
        tokens_fold(&bench.theirs, bytes_span(&bench.word));
        if (!span_equal(bytes_span(&bench.ours), bytes_span(&bench.theirs)))
            fail_msg("U+%04X and U+%04X have two terms", code, small);
    }
    (void)fclose(table);
    assert_int_equal(folds, 1454);
    bench_release(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_folds_as_icu_says),
        cmocka_unit_test(letters_with_marks_fold_as_icu_says),
        cmocka_unit_test(random_words_fold_as_icu_says),
        cmocka_unit_test(decomposed_words_have_the_same_term),
        cmocka_unit_test(case_folds_as_the_consortium_s_table_says),
    };

    return cmocka_run_group_tests_name("folding against ICU", tests, NULL, NULL);
}
