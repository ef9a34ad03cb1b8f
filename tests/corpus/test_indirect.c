#include "tests/support.h"

#include "corpus/base/bytes.h"
#include "corpus/voices/voices.h"

#include <string.h>

struct indirect_case {
    const char *language, *text;
    const char *expected; /* "rule speaker: text" of each, parted by " / " */
};

static struct words words;

static void find(struct voices *voices, const char *text, const char *language)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault fault = FAULT_EMPTY;

    assert_true(tokens_cut(&tokens, span_of(text), &fault));
    words_read(&words, span_of(text), &tokens);
    voices_find(voices, span_of(text), &tokens, &words, span_of(language));
    tokens_release(&tokens);
}

static void check(const struct indirect_case *cases, size_t count)
{
    struct bytes shown = BYTES_EMPTY;
    size_t wrong = 0;

    for (size_t i = 0; i < count; i++) {
        struct voices voices = VOICES_EMPTY;

        voices.indirect = true;
        find(&voices, cases[i].text, cases[i].language);
        bytes_clear(&shown);
        for (size_t k = 0; k < voices.count; k++) {
            const struct quote *quote = &voices.quotes[k];

            bytes_print(&shown, "%s%s %.*s: %.*s", k ? " / " : "",
                        quote->kind == QUOTE_INDIRECT ? quote->decision : "marked",
                        SPAN_PRINT(quote->speaker),
                        SPAN_PRINT(span_cut(span_of(cases[i].text), quote->start, quote->end)));
        }
        if (strcmp(bytes_text(&shown), cases[i].expected) != 0) {
            print_error("in:\n%s\nis:\n%s\nnot:\n%s\n", cases[i].text, bytes_text(&shown),
                        cases[i].expected);
            wrong++;
        }
        voices_release(&voices);
    }
    bytes_release(&shown);
    assert_int_equal(wrong, 0);
}

static void a_clause_behind_a_verb_of_saying_is_indirect_speech(void **state)
{
    static const struct indirect_case cases[] = {
        {"en", "Ann Miller said that the pier is closed.",
         "indirect-that Ann Miller: the pier is closed"},
        {"en", "Ann Miller, a baker, added on Monday that she had seen it fall.",
         "indirect-that Ann Miller: she had seen it fall"},
        {"en", "Mayor Ann Miller spoke. She said that the pier is closed!",
         "indirect-that Ann Miller: the pier is closed"},
        {"de", "Anna Huber sagte, dass die Brücke geschlossen sei.",
         "indirect-that Anna Huber: die Brücke geschlossen sei"},
        {"de", "Anna Huber sagte, die Brücke sei geschlossen.",
         "indirect-comma Anna Huber: die Brücke sei geschlossen"},
        {"ru", "Анна Орлова сказала, что мост закрыт.", "indirect-that Анна Орлова: мост закрыт"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_source_has_its_sentence(void **state)
{
    static const struct indirect_case cases[] = {
        {"en", "According to Ann Miller, the pier is closed.",
         "indirect-source Ann Miller: the pier is closed"},
        {"en", "According to Ann Miller, the mayor of Tarn, the pier is closed.",
         "indirect-source Ann Miller: the pier is closed"},
        {"en", "The pier is closed, according to Ann Miller.",
         "indirect-source Ann Miller: The pier is closed"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void what_only_looks_like_it_is_none(void **state)
{
    static const struct indirect_case cases[] = {
        {"en", "Ann Miller said, adding that she was late.", ""},
        {"en", "Ann Miller said, and left at once.", ""},
        {"en", "Ann Miller said so.", ""},
        {"en", "I said that the pier is closed.", ""},
        {"en", "Nobody knew that the pier is closed.", ""},
        {"en", "The pier that Ann Miller built is closed.", ""},
        {"en", "“No,” Ann Miller said that day in Tarn.", "marked Ann Miller: No,"},
        {"en", "Ann Miller said that “the pier is closed for good.”",
         "marked Ann Miller: the pier is closed for good."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void it_stands_among_quotations_in_the_texts_order(void **state)
{
    static const struct indirect_case cases[] = {
        {"en",
         "Ann Miller said that it rained. “We left,” she said.\nBob Stone said that it was late.",
         "indirect-that Ann Miller: it rained / marked Ann Miller: We left, / indirect-that Bob "
         "Stone: it was late"},
    };
    struct voices voices = VOICES_EMPTY;

    (void)state;
    check(cases, COUNT_OF(cases));
    find(&voices, cases[0].text, "en"); /* not asked for: not found */
    assert_int_equal(voices.count, 1);
    voices_release(&voices);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clause_behind_a_verb_of_saying_is_indirect_speech),
        cmocka_unit_test(a_source_has_its_sentence),
        cmocka_unit_test(what_only_looks_like_it_is_none),
        cmocka_unit_test(it_stands_among_quotations_in_the_texts_order),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);

    words_release(&words);
    return failed;
}
