#include "tests/chance.h"
#include "tests/corpus/stage.h"

#include "corpus/voices/cues.h"
#include "corpus/voices/forms.h"
#include "corpus/voices/quotations.h"

static const char *const units[] = {
    "Ann ", "said ",   "the ",  "The ",    "ферри ", "сказал ", "dit ",  "Mr",    "U",   "42",
    ". ",   ".",       ", ",    "? ",      ": ",     "; ",      "— ",    "—",     "- ",  "-- ",
    "(",    ") ",      "“",     "” ",      "\"",     "\" ",     "'",     "’ ",    "‘",   "« ",
    "» ",   "Reuters", "\n",    "\n— ",    "\n- ",   "[",       "] ",    "LEE: ", "`",   "... ",
    "no ",  "No",      "said.", "— said ", ") - ",   "“ - ",    ". - A", "I ",    "we ", "ja "};

/* What speech without marks is made of. */
static const char *const dashed[] = {
    "Пора", ", ",   "— ",     ". ",    ": ",       "сказал ", "он ",  "Время ",  "? ",   "да ",
    "; ",   "- ",   "Мы ",    "идём ", "ответил ", "Иванов",  ", — ", ") - ",    ": — ", "-- ",
    "Oui ", "dit ", "Marie ", "vous",  "(",        "!",       "\n",   "говорит "};

static const char *const languages[] = {"en", "de", "ru", "fr", "es"};

/* A text of up to 40 of the units; the same for the same seed. */
static void compose(struct bytes *text, const char *const *list, size_t count, uint32_t *seed)
{
    chance_compose(text, list, count, 1 + chance_draw(seed, 40), seed);
}

static void check_marks(const struct passage *passage)
{
    uint32_t m = 0;

    for (uint32_t p = 0; p < passage->paragraph_count; p++) {
        struct passage_paragraph paragraph = passage->paragraphs[p];

        assert_int_equal(paragraph.first_mark, m);
        for (uint32_t word = paragraph.first; word < paragraph.end; word++) {
            if (passage->words[word].mark)
                assert_int_equal(passage->marks[m++], word);
        }
        assert_int_equal(paragraph.marks_end, m);
    }
    assert_int_equal(passage->mark_count, m);
}

/* A sentence's words are those from its start to the next one's; none goes past its paragraph. */
static void check_sentences(const struct passage *passage)
{
    for (uint32_t word = 0; word < passage->count; word++) {
        uint32_t sentence = passage->words[word].sentence;

        assert_true(sentence < passage->sentence_count);
        assert_true(passage->sentences[sentence] <= word);
        assert_true(passage->sentences[sentence + 1] > word);
        assert_int_equal(passage_shaped(passage, word, SHAPE_SENTENCE),
                         passage->sentences[sentence] == word);
        assert_int_equal(passage->words[passage->sentences[sentence]].paragraph,
                         passage->words[word].paragraph);
    }
}

static void marks_and_sentences_cover_the_words(void **state)
{
    struct stage stage = STAGE_EMPTY;
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 7;

    (void)state;
    for (size_t round = 0; round < 3000; round++) {
        compose(&text, units, COUNT_OF(units), &seed);
        stage_read(&stage, bytes_span(&text), languages[round % COUNT_OF(languages)]);
        check_marks(&stage.passage);
        check_sentences(&stage.passage);
    }
    bytes_release(&text);
    stage_release(&stage);
}

/* What a first glance passes over holds no quotation: that saves nearly all of the work. */
static void a_text_without_a_sign_of_speech_has_no_quotation(void **state)
{
    struct stage stage = STAGE_EMPTY;
    struct cue_list cues = {0};
    struct marked_list quotations = MARKED_LIST_EMPTY;
    struct bytes text = BYTES_EMPTY;
    size_t passed_over = 0;
    uint32_t seed = 11;

    (void)state;
    for (size_t round = 0; round < 20000; round++) {
        if (round % 2)
            compose(&text, dashed, COUNT_OF(dashed), &seed);
        else
            compose(&text, units, COUNT_OF(units), &seed);
        stage_read(&stage, bytes_span(&text), languages[round % COUNT_OF(languages)]);
        if (quotations_may_be(bytes_span(&text), &stage.tokens))
            continue;
        cues_find(&cues, &stage.passage);
        quotations_find(&quotations, &stage.passage);
        if (quotations.count)
            print_error("%s\n", bytes_text(&text));
        assert_int_equal(quotations.count, 0);
        passed_over++;
    }
    assert_true(passed_over > 1000);
    marked_release(&quotations);
    cues_release(&cues);
    bytes_release(&text);
    stage_release(&stage);
}

static void datelines_are_no_sign_of_speech(void **state)
{
    static const struct {
        const char *text;
        bool may_be;
    } texts[] = {
        {"TOKYO, June 1 (Reuters) - Firms raised spending.", false},
        {"BERLIN (dpa) – Die Firmen investieren mehr.", false},
        {"The ferry - a small one - left.", false},
        {"The U.S.-led push failed.", true}, /* a full stop before: it must be looked at */
        {"Пора, — сказал он.", true},
        {"Он сказал: — Пора.", true},
        {"- Now, said Ann.", true},
        {"She left. — Now I go. Ann said so.", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct stage stage = STAGE_EMPTY;
        struct span text = span_of(texts[i].text);

        stage_read(&stage, text, "en");
        assert_int_equal(quotations_may_be(text, &stage.tokens), texts[i].may_be);
        stage_release(&stage);
    }
}

/* Texts are numbered by a byte that goes round: after 255 of them nothing is mixed up. */
static void small_letters_are_those_of_the_text_at_hand(void **state)
{
    struct stage stage = STAGE_EMPTY;

    (void)state;
    for (size_t round = 0; round < 600; round++) {
        bool small = round % 255 == 1 || round % 7 == 0;

        stage_read(&stage, span_of(small ? "The Ferry and the ferry left." : "The Ferry left."),
                   "en");
        assert_int_equal(passage_has_small(&stage.passage, 1), small);
        assert_int_equal(passage_has_small(&stage.passage, 0), small);
    }
    stage_release(&stage);
}

static void words_of_a_name_have_one_form_and_one_key(void **state)
{
    struct stage stage = STAGE_EMPTY;
    struct forms forms = FORMS_EMPTY;
    const struct passage *passage = &stage.passage;

    (void)state;
    stage_read(&stage, span_of("Miller MILLER Miller's Millers Пескову Песков al-Ansari Ansari"),
               "en");
    assert_true(forms_hold(&forms, passage));
    for (uint32_t word = 0; word < passage->count; word++)
        forms_expect(&forms, passage, word);
    assert_int_equal(forms_of(&forms, passage, 0), forms_of(&forms, passage, 1));
    assert_int_equal(forms_of(&forms, passage, 0), forms_of(&forms, passage, 2));
    assert_int_not_equal(forms_of(&forms, passage, 0), forms_of(&forms, passage, 3));
    assert_true(span_is(forms_text(&forms, forms_of(&forms, passage, 2)), "miller"));
    assert_int_not_equal(forms_of(&forms, passage, 4), forms_of(&forms, passage, 5));
    assert_int_equal(forms_key(&forms, passage, 4), forms_key(&forms, passage, 5));
    assert_int_not_equal(forms_of(&forms, passage, 6), forms_of(&forms, passage, 7));
    assert_int_equal(forms_key(&forms, passage, 6), forms_key(&forms, passage, 7));
    words_release(&stage.words);
    stage.words.generation++;
    assert_false(forms_hold(&forms, passage));
    forms_release(&forms);
    stage_release(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_and_sentences_cover_the_words),
        cmocka_unit_test(a_text_without_a_sign_of_speech_has_no_quotation),
        cmocka_unit_test(datelines_are_no_sign_of_speech),
        cmocka_unit_test(small_letters_are_those_of_the_text_at_hand),
        cmocka_unit_test(words_of_a_name_have_one_form_and_one_key),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
