/*
 * The tokenizer against two others that know Unicode's word rule: ICU's word
 * break iterator, on random strings and real text, and the Unicode
 * consortium's table of cases. Both give the boundaries of UAX #29;
 * plain_tokens.h makes of them what tokens.h states, and that has to be what
 * tokens_cut() gives, token by token, kinds and marks included. How often each
 * difference decided is printed.
 *
 * BROADSHEET_STRINGS says how many random strings (make soak: 10 million).
 */
#include "tests/corpus/plain_tokens.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <uchar.h>
#include <unicode/ubrk.h>

enum { SAMPLED = 200000 };

static bool same_token(struct token left, struct token right)
{
    return left.start == right.start && left.length == right.length && left.kind == right.kind;
}

static bool same_tokens(const struct token_list *left, const struct token_list *right)
{
    if (left->count != right->count)
        return false;
    for (size_t i = 0; i < left->count; i++)
        if (!same_token(left->items[i], right->items[i]))
            return false;
    return true;
}

static void show(struct bytes *shown, const char *who, struct span text,
                 const struct token_list *list, size_t index)
{
    bytes_print(shown, "\n%s:", who);
    for (size_t i = index ? index - 1 : 0; i < list->count && i < index + 2; i++)
        bytes_print(shown, " %c[%.*s]", "WNM"[list->items[i].kind],
                    SPAN_PRINT(tokens_span(text, list->items[i])));
}

/* Shows both lists around their first difference, and the text as code points. */
static void fail_showing(struct span text, const struct token_list *ours,
                         const struct token_list *theirs)
{
    struct bytes shown = BYTES_EMPTY;
    size_t index = 0;

    while (index < ours->count && index < theirs->count &&
           same_token(ours->items[index], theirs->items[index]))
        index++;
    show(&shown, "tokens_cut()", text, ours, index);
    show(&shown, "expected", text, theirs, index);
    bytes_add_text(&shown, "\nof");
    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);

        bytes_print(&shown, " %04" PRIX32, point.code);
        at += point.width;
    }
    print_error("%s\n", bytes_text(&shown));
    bytes_release(&shown);
    fail_msg("token %zu differs", index);
}

/* --- against ICU ------------------------------------------------------------------------ */

struct bench {
    UBreakIterator *iterator;
    struct passage passage;
    struct token_list ours, theirs;
    struct tally tally;
    size_t texts, bytes;
};

static struct bench *bench_open(void)
{
    struct bench *bench = memory_new(1, sizeof *bench);
    UErrorCode error = U_ZERO_ERROR;

    *bench = (struct bench){.iterator = ubrk_open(UBRK_WORD, "en", NULL, 0, &error)};
    assert_true(U_SUCCESS(error));
    return bench;
}

static void bench_close(struct bench *bench)
{
    print_message("%zu texts, %zu bytes; decided by\n", bench->texts, bench->bytes);
    for (size_t i = 0; i < DIFFERENCES; i++)
        print_message("  %9zu %s\n", bench->tally.decided[i], differences[i].name);
    print_message("  %9zu %s\n", bench->tally.no_word, no_word);
    ubrk_close(bench->iterator);
    tokens_release(&bench->ours);
    tokens_release(&bench->theirs);
    free(bench);
}

/*
 * Where ICU itself leaves UAX #29 it is shown another code point of the class
 * that UAX #29 has: letters and marks that it keeps to its dictionaries
 * although they are like others (Hangul, U+3005, marks of Thai), and "@", by
 * which it makes one word of an address, as CLDR says.
 */
static uint32_t shown_to_icu(struct point point)
{
    if (point.code == '@')
        return '!';
    if (!is_of_dictionary(point) || (!is_letter(point) && !is_ignored(point)))
        return point.code;
    return is_letter(point) ? 'x' : 0x0301;
}

/* Reads ICU's boundaries into `passage`. */
static void ask_icu(UBreakIterator *iterator, struct passage *passage)
{
    UChar units[2 * POINTS_MAX];
    int points[2 * POINTS_MAX + 1];
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = 0;

    for (int i = 0; i < passage->count; i++) {
        points[count] = points[count + 1] = i;
        U16_APPEND_UNSAFE(units, count, shown_to_icu(passage->points[i]));
        passage->joined[i] = true;
    }
    ubrk_setText(iterator, units, count, &error);
    assert_true(U_SUCCESS(error));
    for (int32_t end = ubrk_next(iterator); end != UBRK_DONE && end < count;
         end = ubrk_next(iterator))
        passage->joined[points[end]] = false;
}

/*
 * Cuts a copy of `text` by turns in memory of just its size, where AddressSanitizer
 * sees a look past its end, and with letters behind it that are no part of it.
 */
static void cut_copy(struct bench *bench, struct span text)
{
    static const char behind[] = "more\xCC\x81";
    size_t room = text.length + (bench->texts % 2 ? sizeof behind : 0);
    char *copy = memory_new(room + !room, 1);
    struct fault fault;

    memcpy(copy, text.bytes, text.length);
    if (room > text.length)
        memcpy(copy + text.length, behind, sizeof behind);
    assert_true(tokens_cut(&bench->ours, (struct span){copy, text.length}, &fault));
    free(copy);
}

static void compare_with_icu(struct bench *bench, struct span text)
{
    passage_read(&bench->passage, text);
    ask_icu(bench->iterator, &bench->passage);
    expected_tokens(&bench->theirs, &bench->passage, &bench->tally);
    cut_copy(bench, text);
    bench->texts++;
    bench->bytes += text.length;
    if (!same_tokens(&bench->ours, &bench->theirs))
        fail_showing(text, &bench->ours, &bench->theirs);
}

static uint64_t random_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state >> 11;
}

static uint32_t random_below(uint64_t *state, size_t bound)
{
    return (uint32_t)(random_next(state) % bound);
}

/* What runs of a random string are made of: `longest` points at most of one alphabet. */
static const struct alphabet {
    const char32_t *letters;
    uint32_t longest;
} alphabets[] = {
    {U"abcdefghijklmnopqrstuvwxyzABCXYZ", 90}, /* past any block of 16, 32 or 64 bytes */
    {U" ", 1},
    {U"éßÄñøıĐŁſỳ", 12},
    {U"абвгдеёжзийклмнопрстуфхцчшщъыьэюяЖЇҐ", 40},
    {U"αβγδεΣςΩάἀ", 20},
    {U"אבגדהתפ", 12},
    {U"ابتثجحىیک", 12},
    {U"कखगपहािीे", 12},
    {U"กขคงาะเแ", 8},
    {U"東京北海日本語", 6},
    {U"ひらがなのはカタカナアーｶﾅ〱", 8},
    {U"한국어가나다ㄱ", 8},
    {U"0123456789", 25},
    {U"٠١٢५६๓𝟗", 6},
    {U"''’‘＇ʼ-‐‑.,;:·״\"_", 2},
    {U"'-.,", 1},
    {U"–—…“”«»!?()/&€%$@#*+=<>|~^`[]{}\\", 3},
    {U"．․﹒：︓﹕‧՟·٬،‿⁀﹍⸗⸺゠", 2},
    {U"  \n\r\t\v\f\u00A0\u202F\u3000\u2028\u2029\x85", 3},
    {U"\u0301\u0308\u094D\u05B0\u064B\u0345\u0E31\u3099\u200D\u00AD\uFE0F\u200C", 3},
    {U"\u200B\uFEFF\u2060\u200E\u061C\uFFF9\x01\x7F", 2},
    {U"😀👩❤☎ⓂㅤⅣ🇩🇪🇫🇷🏽🅰", 4},
    {U"𐐀𐐨𠀀𝒜𞤀𓀀", 4},
};

static void add_any_point(struct bytes *text, uint64_t *seed)
{
    static const uint32_t bounds[] = {0x80, 0x250, 0x3000, 0x10000, 0x20000, 0x110000};
    uint32_t code = random_below(seed, bounds[random_below(seed, COUNT_OF(bounds))]);

    bytes_add_point(text, code >= 0xD800 && code < 0xE000 ? code - 0xD800 : code);
}

/* A string of up to 200 points: of any kind, or mostly of a few alphabets. */
static void random_text(struct bytes *text, uint64_t *seed)
{
    size_t chosen[4];
    uint32_t length = random_below(seed, 1 + random_below(seed, 201));

    bytes_clear(text);
    for (size_t i = 0; i < COUNT_OF(chosen); i++)
        chosen[i] = random_below(seed, COUNT_OF(alphabets));
    for (uint32_t count = 0; count < length;) {
        uint32_t wheel = random_below(seed, 16);
        const struct alphabet *alphabet =
            &alphabets[wheel < 10   ? chosen[wheel % 4]
                       : wheel < 14 ? wheel % 2
                                    : random_below(seed, COUNT_OF(alphabets))];
        uint32_t letters = 0, run = 1 + random_below(seed, alphabet->longest);

        if (wheel == 15) {
            add_any_point(text, seed);
            count++;
            continue;
        }
        while (alphabet->letters[letters])
            letters++;
        for (; run && count < length; run--, count++)
            bytes_add_point(text, alphabet->letters[random_below(seed, letters)]);
    }
}

static size_t strings_wanted(void)
{
    const char *wanted = getenv("BROADSHEET_STRINGS");

    return wanted ? (size_t)strtoull(wanted, NULL, 10) : SAMPLED;
}

static void random_strings_are_cut_as_icu_cuts_them_but_for_the_stated_differences(void **state)
{
    struct bench *bench = bench_open();
    struct bytes text = BYTES_EMPTY;
    uint64_t seed = 20251127;
    size_t strings = strings_wanted();

    (void)state;
    for (size_t i = 0; i < strings; i++) {
        random_text(&text, &seed);
        compare_with_icu(bench, bytes_span(&text));
    }
    for (size_t i = 0; i < DIFFERENCES; i++)
        if (bench->tally.decided[i] == 0)
            fail_msg("never decided: %s", differences[i].name);
    bytes_release(&text);
    bench_close(bench);
}

/* Every pair of code points that a block border could part, at each place around it. */
static void words_over_a_block_border_are_cut_as_icu_cuts_them(void **state)
{
    static const char *const middles[] = {"'", "’", "-", "‑", ".", ",", " ", "é", "\xCC\x81", "—"};
    struct bench *bench = bench_open();
    struct bytes text = BYTES_EMPTY;

    (void)state;
    for (uint32_t border = 0; border < 140; border++)
        for (size_t middle = 0; middle < COUNT_OF(middles); middle++)
            for (int kind = 0; kind < 4; kind++) {
                bytes_clear(&text);
                for (uint32_t i = 0; i < border; i++)
                    bytes_add_byte(&text, kind & 1 ? (char)('0' + i % 10) : (char)('a' + i % 26));
                bytes_add_text(&text, middles[middle]);
                bytes_add_text(&text, kind & 2 ? "12 of them" : "bc de fg");
                compare_with_icu(bench, bytes_span(&text));
            }
    bytes_release(&text);
    bench_close(bench);
}

/* Each code point alone, and between letters, digits, Hebrew letters and katakana. */
static void every_code_point_is_cut_as_icu_cuts_it(void **state)
{
    static const char *const sides[][2] = {{"", ""},     {"a", "b"}, {"1", "2"}, {"א", "ב"},
                                           {"カ", "ナ"}, {"a", "1"}, {" ", " "}};
    struct bench *bench = bench_open();
    struct bytes text = BYTES_EMPTY;

    (void)state;
    for (uint32_t code = 0; code < 0x30000; code++) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        bytes_clear(&text);
        for (size_t side = 0; side < COUNT_OF(sides); side++) {
            bytes_add_text(&text, sides[side][0]);
            bytes_add_point(&text, code);
            bytes_add_text(&text, sides[side][1]);
            bytes_add_byte(&text, ' ');
        }
        compare_with_icu(bench, bytes_span(&text));
    }
    bytes_release(&text);
    bench_close(bench);
}

/* --- on real text ------------------------------------------------------------------------ */

/* Where a piece of `text` of some 2,000 bytes ends: at a blank, or before a character. */
static size_t piece_end(struct span text)
{
    size_t end = text.length < 2000 ? text.length : 2000;

    while (end < text.length && end < 3000 && text.bytes[end] != ' ')
        end++;
    while (end < text.length && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
        end++;
    return end;
}

/* Compares one piece in `stride` of the lines that `command` prints. */
static void compare_lines(struct bench *bench, const char *command, size_t stride)
{
    FILE *lines = popen(command, "r");
    struct bytes mended = BYTES_EMPTY;
    char *line = NULL;
    size_t room = 0, pieces = 0;
    ssize_t length;

    assert_non_null(lines);
    while ((length = getline(&line, &room, lines)) >= 0) {
        struct span rest;

        bytes_clear(&mended);
        (void)utf8_repair(&mended, (struct span){.bytes = line, .length = (size_t)length});
        for (rest = bytes_span(&mended); rest.length;) {
            size_t end = piece_end(rest);

            if (pieces++ % stride == 0)
                compare_with_icu(bench, span_cut(rest, 0, end));
            rest = span_cut(rest, end, rest.length);
        }
    }
    free(line);
    bytes_release(&mended);
    assert_int_equal(pclose(lines), 0);
}

static void real_text_is_cut_as_icu_cuts_it_but_for_the_stated_differences(void **state)
{
    static const char *const commands[] = {
        "cat ../shared/gold/*.jsonl",
        "gzip -dc ../shared/corpora/*.jsonl.gz",
    };
    struct bench *bench;
    FILE *there = fopen("../shared/gold/seed.jsonl", "r");

    (void)state;
    if (!there) {
        print_message("skip: no ../shared/gold and ../shared/corpora to read\n");
        skip();
    }
    (void)fclose(there);
    bench = bench_open();
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        compare_lines(bench, commands[i], strings_wanted() > SAMPLED ? 1 : 20);
    bench_close(bench);
}

/* --- against the consortium's table -------------------------------------------------- */

/* Reads "÷ 0061 × 0027 ÷ ..." into the text and into the boundaries of `passage`. */
static void read_line(const char *line, struct bytes *text, struct passage *passage)
{
    bool joined[POINTS_MAX + 1] = {false};
    int points = 0;

    bytes_clear(text);
    while (*line && *line != '#') {
        if ((unsigned char)*line >= 0x80) {
            joined[points] = strncmp(line, "×", 2) == 0;
            line += 2;
        } else if (*line == ' ' || *line == '\t' || *line == '\n') {
            line++;
        } else {
            char *end;

            bytes_add_point(text, (uint32_t)strtoul(line, &end, 16));
            points++;
            line = end;
        }
    }
    passage_read(passage, bytes_span(text));
    memcpy(passage->joined, joined, sizeof joined);
}

static FILE *open_table(void)
{
    FILE *table = fopen("/usr/share/unicode/auxiliary/WordBreakTest.txt", "r");

    return table ? table : fopen("../shared/refdata/unicode/WordBreakTest.txt", "r");
}

static void the_consortium_s_table_holds_but_for_the_stated_differences(void **state)
{
    FILE *table = open_table();
    struct passage *passage = memory_new(1, sizeof *passage);
    struct token_list ours = TOKEN_LIST_EMPTY, theirs = TOKEN_LIST_EMPTY;
    struct bytes text = BYTES_EMPTY;
    size_t lines = 0, as_they_are = 0, no_words = 0, decided[DIFFERENCES] = {0};
    char line[2048];

    (void)state;
    if (!table) {
        print_message("skip: neither unicode-data nor ../shared/refdata is here\n");
        free(passage);
        skip();
    }
    assert_non_null(fgets(line, sizeof line, table));
    if (!strstr(line, "-15.0."))
        fail_msg("the counts below are those of Unicode 15.0, this is %s", line);
    while (fgets(line, sizeof line, table)) {
        struct tally tally = {0};
        struct fault fault;
        bool as_it_is = true;

        read_line(line, &text, passage);
        if (!text.count)
            continue;
        lines++;
        expected_tokens(&theirs, passage, &tally);
        assert_true(tokens_cut(&ours, bytes_span(&text), &fault));
        if (!same_tokens(&ours, &theirs)) {
            print_message("%s", line);
            fail_showing(bytes_span(&text), &ours, &theirs);
        }
        for (size_t i = 0; i < DIFFERENCES; i++) {
            decided[i] += tally.decided[i] > 0;
            as_it_is = as_it_is && !tally.decided[i];
        }
        as_they_are += as_it_is;
        no_words += tally.no_word > 0;
    }
    (void)fclose(table);
    print_message("%zu lines, of them %zu hold as they are; the others by\n", lines, as_they_are);
    for (size_t i = 0; i < DIFFERENCES; i++)
        print_message("  %5zu %s\n", decided[i], differences[i].name);
    print_message("  %5zu (counted apart) %s\n", no_words, no_word);
    for (size_t i = 0; i < DIFFERENCES; i++)
        assert_int_equal(decided[i], differences[i].table_lines);
    assert_int_equal(lines, 1823);
    bytes_release(&text);
    tokens_release(&ours);
    tokens_release(&theirs);
    free(passage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_strings_are_cut_as_icu_cuts_them_but_for_the_stated_differences),
        cmocka_unit_test(words_over_a_block_border_are_cut_as_icu_cuts_them),
        cmocka_unit_test(every_code_point_is_cut_as_icu_cuts_it),
        cmocka_unit_test(real_text_is_cut_as_icu_cuts_it_but_for_the_stated_differences),
        cmocka_unit_test(the_consortium_s_table_holds_but_for_the_stated_differences),
    };

    return cmocka_run_group_tests_name("tokens against ICU", tests, NULL, NULL);
}
