#include "tests/support.h"

#include "corpus/base/bytes.h"
#include "corpus/text/utf8.h"
#include "corpus/voices/lexicon.h"
#include "corpus/voices/voices.h"

#include <string.h>
#include <time.h>

struct voices_case {
    const char *language, *text;
    const char *expected; /* "kind number [speaker | mention | cue] text", a line each */
};

/* One for all tests: what voices remember is by its numbers. */
static struct words words;

static void find(struct voices *voices, struct span text, const char *language)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault fault = FAULT_EMPTY;

    assert_true(tokens_cut(&tokens, text, &fault));
    words_read(&words, text, &tokens);
    voices_find(voices, text, &tokens, &words, span_of(language));
    tokens_release(&tokens);
}

static void show(struct bytes *shown, const struct voices *voices, struct span text)
{
    bytes_clear(shown);
    for (size_t i = 0; i < voices->count; i++) {
        const struct quote *quote = &voices->quotes[i];

        bytes_print(shown, "%s%s %u [%.*s|%.*s|%.*s] %.*s", i ? "\n" : "",
                    quote_kind_name(quote->kind), (unsigned)quote->number,
                    SPAN_PRINT(quote->speaker), SPAN_PRINT(quote->mention), SPAN_PRINT(quote->cue),
                    SPAN_PRINT(span_cut(text, quote->start, quote->end)));
    }
}

static void check(const struct voices_case *cases, size_t count)
{
    struct voices voices = VOICES_EMPTY;
    struct bytes shown = BYTES_EMPTY;
    size_t wrong = 0;

    for (size_t i = 0; i < count; i++) {
        struct span text = span_of(cases[i].text);

        find(&voices, text, cases[i].language);
        show(&shown, &voices, text);
        if (strcmp(bytes_text(&shown), cases[i].expected) != 0) {
            print_error("in:\n%s\nis:\n%s\nnot:\n%s\n", cases[i].text, bytes_text(&shown),
                        cases[i].expected);
            wrong++;
        }
    }
    bytes_release(&shown);
    voices_release(&voices);
    assert_int_equal(wrong, 0);
}

static void a_quotation_has_kind_speaker_mention_and_cue(void **state)
{
    static const struct voices_case cases[] = {
        {"en", "Mayor Ann Miller spoke. “We won,” she said.",
         "direct 1 [Ann Miller|she|said] We won,"},
        {"en", "Ann Miller said the match was “a disgrace to us all.”",
         "mixed 1 [Ann Miller|Ann Miller|said] a disgrace to us all."},
        {"en", "“We won,” Ann Miller said, “and it is over.”",
         "direct 1 [Ann Miller|Ann Miller|said] We won,\n"
         "direct 2 [Ann Miller|Ann Miller|said] and it is over."},
        {"en", "Ann Miller said: “One.\n“Two.”",
         "direct 1 [Ann Miller|Ann Miller|said] One.\ndirect 1 [Ann Miller||] Two."},
        {"en",
         "Bob Stone spoke. “Late,” he said.\nAnn Miller left.\n“One.\n“Two,” Ann Miller said.",
         "direct 1 [Bob Stone|he|said] Late,\ndirect 2 [Ann Miller||] One.\n"
         "direct 2 [Ann Miller|Ann Miller|said] Two,"},
        {"en", "House of Lords Speaker Ann Miller said: “We won.”",
         "direct 1 [Ann Miller|House of Lords Speaker Ann Miller|said] We won."},
        {"en", "— It is late, said Ann Miller, a doctor. — Come in.",
         "direct 1 [Ann Miller|Ann Miller|said] It is late,\n"
         "direct 2 [Ann Miller||] Come in."},
        {"en", "— It is late, Miller said. — Come in.",
         "direct 1 [Miller|Miller|said] It is late,\ndirect 2 [Miller||] Come in."},
        {"en",
         "— It is late, said Ann Miller. I should have gone home.\nThe hall was empty by then.",
         "direct 1 [Ann Miller|Ann Miller|said] It is late,\n"
         "direct 2 [Ann Miller||] I should have gone home."},
        {"en", "“We won,” according to Dr. Ann Miller.",
         "direct 1 [Ann Miller|Dr. Ann Miller|according to] We won,"},
        {"en", "No quotation here.", ""},
        {"en", "", ""},
        {"en", "\n\n", ""},
        {"de-AT", "„Wir kommen“, sagte Anna Huber.",
         "direct 1 [Anna Huber|Anna Huber|sagte] Wir kommen"},
        {"de", "„Wir kommen“, so Anna Huber.", "direct 1 [Anna Huber|Anna Huber|so] Wir kommen"},
        {"fi", "“We won,” Ann Miller said.", "direct 1 [Ann Miller|Ann Miller|said] We won,"},
        {"", "“We won,” Ann Miller said.", "direct 1 [Ann Miller|Ann Miller|said] We won,"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_dash_inside_a_paragraph_needs_an_attribution(void **state)
{
    static const struct voices_case cases[] = {
        {"en",
         "The piles have stood there since. — It is in the account, — Ann Miller said. — It has "
         "not gone anywhere. Judge Stone smiled at that.",
         "direct 1 [Ann Miller|Ann Miller|said] It is in the account,\n"
         "direct 2 [Ann Miller||] It has not gone anywhere."},
        {"en",
         "Half the street stood on the pier. — I ordered flour for a month, said Ann Miller, who "
         "bakes. By noon her shed was full.",
         "direct 1 [Ann Miller|Ann Miller|said] I ordered flour for a month,"},
        {"en",
         "Firemen found him early at six. — I taught half this street, Ann Miller said. I could "
         "not get across. About 600 people are in shelters.",
         "direct 1 [Ann Miller|Ann Miller|said] I taught half this street,\n"
         "direct 2 [Ann Miller||] I could not get across."},
        {"en", "The launch will be a sight. — Ann Miller (@ann) The firm lost two rockets.", ""},
        {"en", "PORT ELLERY, Nov. 5. — The fleet sailed early, said Ann Miller of the harbour.",
         ""},
        {"en",
         "The launch will be a great sight. — Two rockets were lost, said the firm would try.", ""},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void turns_are_a_kind_of_their_own(void **state)
{
    static const struct voices_case cases[] = {
        {"en",
         "Ann Miller: Good day to all.\nBob Stone: And to you.\nAnn Miller: It is late.\n"
         "Bob Stone: It is.",
         "turn 1 [Ann Miller|Ann Miller|] Good day to all.\n"
         "turn 2 [Bob Stone|Bob Stone|] And to you.\n"
         "turn 3 [Ann Miller|Ann Miller|] It is late.\nturn 4 [Bob Stone|Bob Stone|] It is."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void the_same_text_without_line_breaks_has_the_same_speakers(void **state)
{
    static const char *const texts[] = {
        "“We won,” Mayor Ann Miller said.\n“It was hard,” she said.\nBob Stone said: “We lost.”",
        "Bob Stone, a doctor, came late.\n“I am sorry,” he said.\n“The train was late,” Stone "
        "added.",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct voices lines = VOICES_EMPTY;
        struct voices flat = VOICES_EMPTY;
        struct bytes text = BYTES_EMPTY;

        bytes_add_text(&text, texts[i]);
        find(&lines, span_of(texts[i]), "en");
        for (size_t k = 0; k < text.count; k++)
            text.items[k] = text.items[k] == '\n' ? ' ' : text.items[k];
        find(&flat, bytes_span(&text), "en");
        assert_int_equal(lines.count, flat.count);
        for (size_t k = 0; k < lines.count; k++)
            assert_true(span_equal(lines.quotes[k].speaker, flat.quotes[k].speaker));
        voices_release(&lines);
        voices_release(&flat);
        bytes_release(&text);
    }
}

static void soup(struct bytes *text, uint32_t *seed)
{
    static const char *const units[] = {
        "\"",    "“",  "”",    "„",   "'",     "‘",   "’",        "— ",      "\n",     " ",
        " said", ", ", ". ",   "? ",  "Smith", " he", "Ann Lee ", "(",       ")",      ": ",
        "the ",  "of", " who", "жук", "12",    "é",   " adding ", "police ", "not so", "€",
    };

    bytes_clear(text);
    for (int i = 0; i < 60; i++) {
        *seed = *seed * 1664525U + 1013904223U;
        bytes_add_text(text, units[(*seed >> 8) % COUNT_OF(units)]);
    }
}

static void quotations_lie_in_order_on_the_borders_of_characters(void **state)
{
    static const char *const languages[] = {"en", "ru", "de"};
    struct voices voices = VOICES_EMPTY;
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 11;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        uint32_t end = 0;
        uint32_t number = 0;

        soup(&text, &seed);
        find(&voices, bytes_span(&text), languages[round % 3]);
        for (size_t i = 0; i < voices.count; i++) {
            const struct quote *quote = &voices.quotes[i];

            assert_true(quote->start >= end);
            assert_true(quote->end > quote->start);
            assert_true(quote->end <= text.count);
            assert_true(quote->end == text.count || (text.items[quote->end] & 0xC0) != 0x80);
            assert_true((text.items[quote->start] & 0xC0) != 0x80);
            assert_true(quote->number == number || quote->number == number + 1);
            assert_non_null(quote->decision);
            end = quote->end;
            number = quote->number;
        }
    }
    voices_release(&voices);
    bytes_release(&text);
}

static void what_was_found_before_leaves_no_trace(void **state)
{
    struct voices used = VOICES_EMPTY;
    struct voices fresh = VOICES_EMPTY;
    struct span text = span_of("“We won,” he said.");

    (void)state;
    find(&used, span_of("Bob Stone spoke. “We lost,” he said."), "en");
    find(&used, text, "en");
    find(&fresh, text, "en");
    assert_int_equal(used.count, 1);
    assert_true(span_equal(used.quotes[0].speaker, fresh.quotes[0].speaker));
    assert_int_equal(used.quotes[0].speaker.length, 0);
    voices_release(&used);
    voices_release(&fresh);
}

static void time_grows_with_the_text_alone(void **state)
{
    static const char *const units[] = {"by \"x\" ",   "a,\" said ", "Smith, ", "said \"x\" he ",
                                        "of the ",     "\"a\" ",     "he ",     "Mr. A. ",
                                        "“a”, said “", "(\"a\" "};

    (void)state;
    for (size_t u = 0; u < COUNT_OF(units); u++) {
        struct voices voices = VOICES_EMPTY;
        struct bytes text = BYTES_EMPTY;
        clock_t start = 0;

        while (text.count < 1 << 17)
            bytes_add_text(&text, units[u]);
        start = clock();
        find(&voices, bytes_span(&text), "en");
        assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 1); /* under ASan */
        voices_release(&voices);
        bytes_release(&text);
    }
}

static void the_lexicon_tells_words_apart(void **state)
{
    const struct lexicon *english = lexicon_of(span_of("en"));
    const struct lexicon *german = lexicon_of(span_of("de-AT"));

    (void)state;
    assert_true(lexicon_find(english, span_of("said")) & LEXICON_STRONG);
    assert_true(lexicon_find(english, span_of("saying")) & LEXICON_PARTICIPLE);
    assert_true(lexicon_find(english, span_of("according to")) & LEXICON_SOURCE);
    assert_true(lexicon_find(english, span_of("according")) & LEXICON_LONGER);
    assert_true(lexicon_find(english, span_of("spokeswoman")) & LEXICON_FEMALE);
    assert_true(lexicon_find(english, span_of("she")) & LEXICON_PRONOUN);
    assert_false(lexicon_find(english, span_of("her")) & LEXICON_PRONOUN);
    assert_int_equal(lexicon_find(english, span_of("zyx")), 0);
    assert_int_equal(lexicon_find(english, span_of("")), 0);
    assert_true(lexicon_find_compound(german, span_of("vereinsmanager")) & LEXICON_ROLE);
    assert_true(lexicon_find_compound(german, span_of("vereinschef")) & LEXICON_ROLE);
    assert_true(lexicon_find_compound(german, span_of("sprechers")) & LEXICON_ROLE);
    assert_int_equal(lexicon_find_compound(german, span_of("lindemann")), 0);
    assert_true(lexicon_find_compound(german, span_of("hans-olaf")) & LEXICON_GIVEN);
    assert_true(lexicon_find(german, span_of("jerry")) & LEXICON_GIVEN);
    assert_false(lexicon_find(german, span_of("will")) & LEXICON_GIVEN);
    assert_int_equal(lexicon_find_compound(english, span_of("clubmanager")), 0);
    assert_ptr_equal(lexicon_of(span_of("sv")), english);
    assert_ptr_equal(lexicon_of(SPAN_EMPTY), english);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quotation_has_kind_speaker_mention_and_cue),
        cmocka_unit_test(a_dash_inside_a_paragraph_needs_an_attribution),
        cmocka_unit_test(turns_are_a_kind_of_their_own),
        cmocka_unit_test(the_same_text_without_line_breaks_has_the_same_speakers),
        cmocka_unit_test(quotations_lie_in_order_on_the_borders_of_characters),
        cmocka_unit_test(what_was_found_before_leaves_no_trace),
        cmocka_unit_test(time_grows_with_the_text_alone),
        cmocka_unit_test(the_lexicon_tells_words_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
