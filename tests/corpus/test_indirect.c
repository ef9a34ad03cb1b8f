#include "tests/speech.h"

/* "rule speaker: words" of each; a quotation's rule is "marked". */
static void show(struct bytes *shown, struct span text, const struct quote *quote)
{
    bytes_print(shown, "%s%s %.*s: %.*s", shown->count ? " / " : "",
                quote->kind == QUOTE_INDIRECT ? quote->decision : "marked",
                SPAN_PRINT(quote->speaker), SPAN_PRINT(speech_words(text, quote)));
}

static void check(const char *language, const struct speech_case *cases, size_t count)
{
    struct speech speech = SPEECH_EMPTY;

    speech.voices.indirect = true;
    speech_check(&speech, show, language, cases, count);
}

static void a_clause_behind_a_verb_of_saying_is_indirect_speech(void **state)
{
    static const struct speech_case english[] = {
        {"Ann Miller said that the pier is closed.",
         "indirect-that Ann Miller: the pier is closed"},
        {"Ann Miller, a baker, added on Monday that she had seen it fall.",
         "indirect-that Ann Miller: she had seen it fall"},
        {"Mayor Ann Miller spoke. She said that the pier is closed!",
         "indirect-that Ann Miller: the pier is closed"},
    };
    static const struct speech_case german[] = {
        {"Anna Huber sagte, dass die Brücke geschlossen sei.",
         "indirect-that Anna Huber: die Brücke geschlossen sei"},
        {"Anna Huber sagte, die Brücke sei geschlossen.",
         "indirect-comma Anna Huber: die Brücke sei geschlossen"},
    };
    static const struct speech_case russian[] = {
        {"Анна Орлова сказала, что мост закрыт.", "indirect-that Анна Орлова: мост закрыт"},
    };

    (void)state;
    check("en", english, COUNT_OF(english));
    check("de", german, COUNT_OF(german));
    check("ru", russian, COUNT_OF(russian));
}

static void a_source_has_its_sentence(void **state)
{
    static const struct speech_case cases[] = {
        {"According to Ann Miller, the pier is closed.",
         "indirect-source Ann Miller: the pier is closed"},
        {"According to Ann Miller, the mayor of Tarn, the pier is closed.",
         "indirect-source Ann Miller: the pier is closed"},
        {"The pier is closed, according to Ann Miller.",
         "indirect-source Ann Miller: The pier is closed"},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void what_only_looks_like_it_is_none(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller said, adding that she was late.", ""},
        {"Ann Miller said, and left at once.", ""},
        {"Ann Miller said so.", ""},
        {"I said that the pier is closed.", ""},
        {"Nobody knew that the pier is closed.", ""},
        {"The pier that Ann Miller built is closed.", ""},
        {"“No,” Ann Miller said that day in Tarn.", "marked Ann Miller: No,"},
        {"Ann Miller said that “the pier is closed for good.”",
         "marked Ann Miller: the pier is closed for good."},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void it_stands_among_quotations_in_the_texts_order(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller said that it rained. “We left,” she said.\nBob Stone said that it was late.",
         "indirect-that Ann Miller: it rained / marked Ann Miller: We left, / indirect-that Bob "
         "Stone: it was late"},
    };
    struct speech speech = SPEECH_EMPTY;

    (void)state;
    check("en", cases, COUNT_OF(cases));
    speech_hear(&speech, span_of(cases[0].text), span_of("en")); /* not asked for: not found */
    assert_int_equal(speech.voices.count, 1);
    speech_release(&speech);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clause_behind_a_verb_of_saying_is_indirect_speech),
        cmocka_unit_test(a_source_has_its_sentence),
        cmocka_unit_test(what_only_looks_like_it_is_none),
        cmocka_unit_test(it_stands_among_quotations_in_the_texts_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
