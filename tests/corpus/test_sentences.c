#include "corpus/text/sentences.h"

#include "corpus/base/bytes.h"
#include "corpus/base/embed.h"
#include "corpus/text/wordlist.h"
#include "tests/chance.h"
#include "tests/support.h"

EMBED(test_abbreviations_en, "corpus/lexicon/en/abbreviations.txt");
EMBED(test_abbreviations_de, "corpus/lexicon/de/abbreviations.txt");
EMBED(test_abbreviations_ru, "corpus/lexicon/ru/abbreviations.txt");

/* Each text, and its sentences with | between. */
static const struct cut {
    const char *language;
    const char *text;
    const char *sentences;
} cuts[] = {
    {"en", "", ""},
    {"en", "  \n\t\r\n ", ""},
    {"en", "A heading\nOne. Two!  Three?", "A heading|One.|Two!|Three?"},
    {"en", "Mr. Smith met Dr. Jones. They talked.", "Mr. Smith met Dr. Jones.|They talked."},
    {"en", "J. K. Rowling wrote it. It sold.", "J. K. Rowling wrote it.|It sold."},
    {"en", "He left the U.S. The trip was long.", "He left the U.S.|The trip was long."},
    {"en", "The U.S. Senate met at 9 a.m. on Monday.", "The U.S. Senate met at 9 a.m. on Monday."},
    {"en", "Acme Inc. The firm grew. Acme Inc. Chairman Lee quit.",
     "Acme Inc.|The firm grew.|Acme Inc. Chairman Lee quit."},
    {"en", "It cost 3.50 at example.com. He paid.", "It cost 3.50 at example.com.|He paid."},
    {"en", "\"Why?\" he asked. \"No.\" She left.", "\"Why?\" he asked.|\"No.\"|She left."},
    {"en", "“We won.” “We lost.” (So it goes.) End", "“We won.”|“We lost.”|(So it goes.)|End"},
    {"en", "Wait... what? Well... Then he left.", "Wait... what?|Well...|Then he left."},
    {"en", "Really?! Yes.", "Really?!|Yes."},
    {"en", "It ended in 1945. Then came peace.", "It ended in 1945.|Then came peace."},
    {"en",
     "One.\r\nTwo.\rThree.\xE2\x80\xA9"
     "Four.",
     "One.|Two.|Three.|Four."},
    {"de", "Am 3. Mai kam er. Es regnete.", "Am 3. Mai kam er.|Es regnete."},
    {"de", "Er fuhr z.B. Rad. Sie auch.", "Er fuhr z.B. Rad.|Sie auch."},
    {"de", "„Ja.“ Er ging.", "„Ja.“|Er ging."},
    {"ru", "Он родился в 1945 г. в Москве. Там и жил.",
     "Он родился в 1945 г. в Москве.|Там и жил."},
    {"ru", "А. С. Пушкин и т.д. Это всё.", "А. С. Пушкин и т.д.|Это всё."},
    {"ja", "東京です。雨です。", "東京です。|雨です。"},
    {"hi", "वह गया। मैं आया।", "वह गया।|मैं आया।"},
    {"", "No language. Still cut.", "No language.|Still cut."},
};

static void texts_are_cut_into_the_listed_sentences(void **state)
{
    struct passage_list list = PASSAGE_LIST_EMPTY;
    struct bytes shown = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cuts); i++) {
        struct span text = span_of(cuts[i].text);

        sentences_cut(&list, text, span_of(cuts[i].language));
        bytes_clear(&shown);
        for (size_t j = 0; j < list.count; j++) {
            bytes_add_text(&shown, j ? "|" : "");
            bytes_add(&shown, passage_span(text, list.items[j]));
        }
        assert_string_equal(bytes_text(&shown), cuts[i].sentences);
    }
    bytes_release(&shown);
    passages_release(&list);
}

static void paragraphs_are_lines_with_content(void **state)
{
    struct passage_list list = PASSAGE_LIST_EMPTY;
    struct span text = span_of(" one \n\n\t\ntwo\r\n three");

    (void)state;
    paragraphs_cut(&list, text);
    assert_int_equal(list.count, 3);
    assert_true(span_is(passage_span(text, list.items[0]), "one"));
    assert_true(span_is(passage_span(text, list.items[1]), "two"));
    assert_true(span_is(passage_span(text, list.items[2]), "three"));
    passages_release(&list);
}

static void sentences_hold_all_that_is_no_blank_whatever_the_text(void **state)
{
    static const char *const pieces[] = {".",  "!", "?", " ", "\n", "A", "b", "Mr", "“",       "”",
                                         "。", "…", "3", "—", "é",  "(", ")", "и",  "\xC2\xA0"};
    struct passage_list list = PASSAGE_LIST_EMPTY;
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 7;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        size_t end = 0;

        chance_compose(&text, pieces, COUNT_OF(pieces), 20, &seed);
        sentences_cut(&list, bytes_span(&text), span_of(round % 2 ? "en" : "de"));
        for (size_t i = 0; i < list.count; i++) {
            struct span between = span_cut(bytes_span(&text), end, list.items[i].start);

            assert_true(list.items[i].start >= end && list.items[i].end > list.items[i].start);
            assert_int_equal(span_trim(between).length, 0);
            end = list.items[i].end;
        }
        assert_int_equal(span_trim(span_cut(bytes_span(&text), end, text.count)).length, 0);
    }
    bytes_release(&text);
    passages_release(&list);
}

static void the_abbreviations_are_sound(void **state)
{
    (void)state;
    assert_true(wordlist_is_sound(embed_span(test_abbreviations_en, test_abbreviations_en_end)));
    assert_true(wordlist_is_sound(embed_span(test_abbreviations_de, test_abbreviations_de_end)));
    assert_true(wordlist_is_sound(embed_span(test_abbreviations_ru, test_abbreviations_ru_end)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_cut_into_the_listed_sentences),
        cmocka_unit_test(paragraphs_are_lines_with_content),
        cmocka_unit_test(sentences_hold_all_that_is_no_blank_whatever_the_text),
        cmocka_unit_test(the_abbreviations_are_sound),
    };

    return cmocka_run_group_tests_name("sentences", tests, NULL, NULL);
}
