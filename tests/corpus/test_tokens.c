#include "corpus/text/tokens.h"
#include "corpus/text/unicode.h"
#include "tests/support.h"

#include <stdio.h>

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
    {"\u0130\u2060\u0323", "\u1ECB\u0307"}, /* a control keeps no letter and its dot apart */
    {"caf\xE9 e\xCC\x81", "caf\xEF\xBF\xBD \xC3\xA9"},
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

static void the_token_at_a_byte_is_the_first_that_starts_there_or_behind(void **state)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault fault = FAULT_EMPTY;
    struct span text = span_of("  The vote\n\npassed, 7 to 3.");

    (void)state;
    assert_true(tokens_cut(&tokens, text, &fault));
    for (size_t from = 0; from <= tokens.count; from++) {
        for (size_t at = 0; at <= text.length + 1; at++) {
            size_t first = from;

            while (first < tokens.count && tokens.items[first].start < at)
                first++;
            assert_int_equal(tokens_from(&tokens, from, at), first);
        }
    }
    tokens_release(&tokens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_cut_as_listed),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(a_text_past_the_limit_is_refused),
        cmocka_unit_test(ascii_is_cut_as_its_unicode_classes_say),
        cmocka_unit_test(the_token_at_a_byte_is_the_first_that_starts_there_or_behind),
        cmocka_unit_test(words_fold_as_listed),
        cmocka_unit_test(folding_twice_is_folding_once_and_keeps_nfc),
    };

    return cmocka_run_group_tests_name("tokens", tests, NULL, NULL);
}
