#include "tests/chance.h"
#include "tests/speech.h"

#include "corpus/voices/lexicon.h"

#include <time.h>

/* "kind number [speaker|mention|cue] words" of each, a line each. */
static void show(struct bytes *shown, struct span text, const struct quote *quote)
{
    bytes_print(shown, "%s%s %u [%.*s|%.*s|%.*s] %.*s", shown->count ? "\n" : "",
                quote_kind_name(quote->kind), (unsigned)quote->number, SPAN_PRINT(quote->speaker),
                SPAN_PRINT(quote->mention), SPAN_PRINT(quote->cue),
                SPAN_PRINT(speech_words(text, quote)));
}

static void check(const char *language, const struct speech_case *cases, size_t count)
{
    struct speech speech = SPEECH_EMPTY;

    speech_check(&speech, show, language, cases, count);
}

static void a_quotation_has_kind_speaker_mention_and_cue(void **state)
{
    static const struct speech_case cases[] = {
        {"Mayor Ann Miller spoke. “We won,” she said.", "direct 1 [Ann Miller|she|said] We won,"},
        {"Ann Miller said the match was “a disgrace to us all.”",
         "mixed 1 [Ann Miller|Ann Miller|said] a disgrace to us all."},
        {"“We won,” Ann Miller said, “and it is over.”",
         "direct 1 [Ann Miller|Ann Miller|said] We won,\n"
         "direct 2 [Ann Miller|Ann Miller|said] and it is over."},
        {"Ann Miller said: “One.\n“Two.”",
         "direct 1 [Ann Miller|Ann Miller|said] One.\ndirect 1 [Ann Miller||] Two."},
        {"Bob Stone spoke. “Late,” he said.\nAnn Miller left.\n“One.\n“Two,” Ann Miller said.",
         "direct 1 [Bob Stone|he|said] Late,\ndirect 2 [Ann Miller||] One.\n"
         "direct 2 [Ann Miller|Ann Miller|said] Two,"},
        {"House of Lords Speaker Ann Miller said: “We won.”",
         "direct 1 [Ann Miller|House of Lords Speaker Ann Miller|said] We won."},
        {"— It is late, said Ann Miller, a doctor. — Come in.",
         "direct 1 [Ann Miller|Ann Miller|said] It is late,\n"
         "direct 2 [Ann Miller||] Come in."},
        {"— It is late, Miller said. — Come in.",
         "direct 1 [Miller|Miller|said] It is late,\ndirect 2 [Miller||] Come in."},
        {"— It is late, said Ann Miller. I should have gone home.\nThe hall was empty by then.",
         "direct 1 [Ann Miller|Ann Miller|said] It is late,\n"
         "direct 2 [Ann Miller||] I should have gone home."},
        {"“We won,” according to Dr. Ann Miller.",
         "direct 1 [Ann Miller|Dr. Ann Miller|according to] We won,"},
        {"No quotation here.", ""},
        {"", ""},
        {"\n\n", ""},
    };
    static const struct {
        const char *language;
        struct speech_case found;
    } others[] = {
        {"de-AT",
         {"„Wir kommen“, sagte Anna Huber.", "direct 1 [Anna Huber|Anna Huber|sagte] Wir kommen"}},
        {"de", {"„Wir kommen“, so Anna Huber.", "direct 1 [Anna Huber|Anna Huber|so] Wir kommen"}},
        {"fi", {"“We won,” Ann Miller said.", "direct 1 [Ann Miller|Ann Miller|said] We won,"}},
        {"", {"“We won,” Ann Miller said.", "direct 1 [Ann Miller|Ann Miller|said] We won,"}},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
    for (size_t i = 0; i < COUNT_OF(others); i++)
        check(others[i].language, &others[i].found, 1);
}

static void a_dash_inside_a_paragraph_needs_an_attribution(void **state)
{
    static const struct speech_case cases[] = {
        {"The piles have stood there since. — It is in the account, — Ann Miller said. — It has "
         "not gone anywhere. Judge Stone smiled at that.",
         "direct 1 [Ann Miller|Ann Miller|said] It is in the account,\n"
         "direct 2 [Ann Miller||] It has not gone anywhere."},
        {"Half the street stood on the pier. — I ordered flour for a month, said Ann Miller, who "
         "bakes. By noon her shed was full.",
         "direct 1 [Ann Miller|Ann Miller|said] I ordered flour for a month,"},
        {"Firemen found him early at six. — I taught half this street, Ann Miller said. I could "
         "not get across. About 600 people are in shelters.",
         "direct 1 [Ann Miller|Ann Miller|said] I taught half this street,\n"
         "direct 2 [Ann Miller||] I could not get across."},
        {"The launch will be a sight. — Ann Miller (@ann) The firm lost two rockets.", ""},
        {"PORT ELLERY, Nov. 5. — The fleet sailed early, said Ann Miller of the harbour.", ""},
        {"The launch will be a great sight. — Two rockets were lost, said the firm would try.", ""},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void turns_are_a_kind_of_their_own(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller: Good day to all.\nBob Stone: And to you.\nAnn Miller: It is late.\n"
         "Bob Stone: It is.",
         "turn 1 [Ann Miller|Ann Miller|] Good day to all.\n"
         "turn 2 [Bob Stone|Bob Stone|] And to you.\n"
         "turn 3 [Ann Miller|Ann Miller|] It is late.\nturn 4 [Bob Stone|Bob Stone|] It is."},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
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
        struct speech lines = SPEECH_EMPTY, flat = SPEECH_EMPTY;
        struct bytes text = BYTES_EMPTY;

        bytes_add_text(&text, texts[i]);
        for (size_t k = 0; k < text.count; k++)
            text.items[k] = text.items[k] == '\n' ? ' ' : text.items[k];
        speech_hear(&lines, span_of(texts[i]), span_of("en"));
        speech_hear(&flat, bytes_span(&text), span_of("en"));
        assert_int_equal(lines.voices.count, flat.voices.count);
        for (size_t k = 0; k < lines.voices.count; k++)
            assert_true(span_equal(lines.voices.quotes[k].speaker, flat.voices.quotes[k].speaker));
        speech_release(&lines);
        speech_release(&flat);
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

    chance_compose(text, units, COUNT_OF(units), 60, seed);
}

static void quotations_lie_in_order_on_the_borders_of_characters(void **state)
{
    static const char *const languages[] = {"en", "ru", "de"};
    struct speech speech = SPEECH_EMPTY;
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 11;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        uint32_t end = 0;
        uint32_t number = 0;

        soup(&text, &seed);
        speech_hear(&speech, bytes_span(&text), span_of(languages[round % 3]));
        for (size_t i = 0; i < speech.voices.count; i++) {
            const struct quote *quote = &speech.voices.quotes[i];

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
    speech_release(&speech);
    bytes_release(&text);
}

static void what_was_found_before_leaves_no_trace(void **state)
{
    struct speech used = SPEECH_EMPTY, fresh = SPEECH_EMPTY;
    struct span text = span_of("“We won,” he said.");

    (void)state;
    speech_hear(&used, span_of("Bob Stone spoke. “We lost,” he said."), span_of("en"));
    speech_hear(&used, text, span_of("en"));
    speech_hear(&fresh, text, span_of("en"));
    assert_int_equal(used.voices.count, 1);
    assert_true(span_equal(used.voices.quotes[0].speaker, fresh.voices.quotes[0].speaker));
    assert_int_equal(used.voices.quotes[0].speaker.length, 0);
    speech_release(&used);
    speech_release(&fresh);
}

static void time_grows_with_the_text_alone(void **state)
{
    static const char *const units[] = {"by \"x\" ",   "a,\" said ", "Smith, ", "said \"x\" he ",
                                        "of the ",     "\"a\" ",     "he ",     "Mr. A. ",
                                        "“a”, said “", "(\"a\" "};

    (void)state;
    for (size_t u = 0; u < COUNT_OF(units); u++) {
        struct speech speech = SPEECH_EMPTY;
        struct bytes text = BYTES_EMPTY;
        clock_t start = 0;

        while (text.count < 1 << 17)
            bytes_add_text(&text, units[u]);
        start = clock();
        speech_hear(&speech, bytes_span(&text), span_of("en"));
        assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 1); /* under ASan */
        speech_release(&speech);
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

static void the_grammar_tells_what_small_words_and_endings_do(void **state)
{
    const struct grammar *english = grammar_of(span_of("en"));
    const struct grammar *german = lexicon_grammar(lexicon_of(span_of("de-AT")));
    const struct grammar *none = grammar_of(span_of("xx"));

    (void)state;
    assert_true(grammar_is(english, GRAMMAR_AGENT, span_of("by")));
    assert_false(grammar_is(english, GRAMMAR_AGENT, span_of("bye")));
    assert_false(grammar_is(english, GRAMMAR_OBLIQUE, span_of("the")));
    assert_true(grammar_is(german, GRAMMAR_OBLIQUE, span_of("dem")));
    assert_true(grammar_is(english, GRAMMAR_NUMBERED, span_of("No")));
    assert_false(grammar_is(english, GRAMMAR_NUMBERED, span_of("no")));
    assert_false(grammar_is(english, GRAMMAR_TIME, SPAN_EMPTY));
    assert_true(grammar_starts(english, GRAMMAR_NAME_PREFIX, span_of("al-ansari")));
    assert_false(grammar_starts(english, GRAMMAR_NAME_PREFIX, span_of("al-"))); /* nothing behind */
    assert_false(grammar_starts(english, GRAMMAR_NAME_PREFIX, span_of("alansari")));
    assert_true(grammar_ends(english, GRAMMAR_ADVERB, span_of("sadly")));
    assert_false(grammar_ends(english, GRAMMAR_ADVERB, span_of("ly"))); /* nothing before it */
    assert_false(grammar_ends(german, GRAMMAR_ADVERB, span_of("sadly")));
    assert_true(grammar_ends(german, GRAMMAR_ABSTRACT, span_of("Zeitung")));
    for (int job = 0; job < GRAMMAR_JOBS; job++)
        assert_false(grammar_is(none, (enum grammar_job)job, span_of("that")));
}

static void an_indefinite_role_is_nobody_named_before(void **state)
{
    static const struct {
        const char *language, *text, *speaker;
    } cases[] = {
        {"en", "Mayor Ann Miller came late. “We will come,” said the mayor.", "Ann Miller"},
        {"en", "Mayor Ann Miller came late. “We will come,” said a mayor.", "mayor"},
        {"es", "La alcaldesa Ana Gil llegó tarde. «Vendremos mañana», dijo la alcaldesa.",
         "Ana Gil"},
        {"es", "La alcaldesa Ana Gil llegó tarde. «Vendremos mañana», dijo una alcaldesa.",
         "alcaldesa"},
        {"de", "Minister Karl Huber kam spät. „Wir kommen morgen wieder“, sagte der Minister.",
         "Karl Huber"},
        {"de", "Minister Karl Huber kam spät. „Wir kommen morgen wieder“, sagte ein Minister.",
         "Minister"},
    };
    struct speech speech = SPEECH_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        speech_hear(&speech, span_of(cases[i].text), span_of(cases[i].language));
        if (speech.voices.count != 1)
            fail_msg("%s\nhas %zu quotations", cases[i].text, speech.voices.count);
        if (!span_is(speech.voices.quotes[0].speaker, cases[i].speaker))
            fail_msg("%s\nis by %.*s", cases[i].text, SPAN_PRINT(speech.voices.quotes[0].speaker));
    }
    speech_release(&speech);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_indefinite_role_is_nobody_named_before),
        cmocka_unit_test(a_quotation_has_kind_speaker_mention_and_cue),
        cmocka_unit_test(a_dash_inside_a_paragraph_needs_an_attribution),
        cmocka_unit_test(turns_are_a_kind_of_their_own),
        cmocka_unit_test(the_same_text_without_line_breaks_has_the_same_speakers),
        cmocka_unit_test(quotations_lie_in_order_on_the_borders_of_characters),
        cmocka_unit_test(what_was_found_before_leaves_no_trace),
        cmocka_unit_test(time_grows_with_the_text_alone),
        cmocka_unit_test(the_lexicon_tells_words_apart),
        cmocka_unit_test(the_grammar_tells_what_small_words_and_endings_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
