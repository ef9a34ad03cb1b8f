#include "tests/chance.h"
#include "tests/corpus/stage.h"

#include "corpus/voices/cues.h"
#include "corpus/voices/quotations.h"

#include <string.h>
#include <time.h>

/* The stages up to the quotations of one text. */
struct found {
    struct stage stage;
    struct cue_list cues;
    struct marked_list list;
    struct bytes text;
};

#define FOUND_EMPTY ((struct found){0})

static void find(struct found *found, struct span text, const char *language)
{
    stage_read(&found->stage, text, language);
    cues_find(&found->cues, &found->stage.passage);
    quotations_find(&found->list, &found->stage.passage);
}

static void release(struct found *found)
{
    bytes_release(&found->text);
    marked_release(&found->list);
    cues_release(&found->cues);
    stage_release(&found->stage);
}

/* What was found, as "first / second"; a stretch that continues the one before has a + before it.
 */
static const char *shown(struct found *found)
{
    bytes_clear(&found->text);
    for (size_t i = 0; i < found->list.count; i++) {
        const struct marked *marked = &found->list.items[i];

        if (i)
            bytes_add_text(&found->text, marked->continues ? " + " : " / ");
        bytes_add(&found->text, span_cut(found->stage.passage.text,
                                         found->stage.passage.words[marked->first].start,
                                         found->stage.passage.words[marked->end - 1].end));
    }
    return bytes_text(&found->text);
}

struct mark_case {
    const char *language, *text, *expected;
};

static void check(const struct mark_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct found found = FOUND_EMPTY;

        find(&found, span_of(cases[i].text), cases[i].language);
        if (strcmp(shown(&found), cases[i].expected) != 0)
            print_error("in: %s\n", cases[i].text);
        assert_string_equal(shown(&found), cases[i].expected);
        release(&found);
    }
}

static void marks_pair_by_kind_and_side(void **state)
{
    static const struct mark_case cases[] = {
        {"en", "“We won,” she said.", "We won,"},
        {"en", "\"We won,\" she said.", "We won,"},
        {"en", "She said: \"We won.\" Then: \"We lost.\"", "We won. / We lost."},
        {"de", "„Wir haben gewonnen“, sagte sie.", "Wir haben gewonnen"},
        {"de", "»Wir haben gewonnen«, sagte sie.", "Wir haben gewonnen"},
        {"ru", "«Мы победили», — сказала она.", "Мы победили"},
        {"en", "‹We won›, she said.", "We won"},
        {"en", "``We won,'' she said.", "We won,"},
        {"en", "He called it ``odd'' and ``late''.", "odd / late"},
        {"en", "A caption '' that was torn. Then \"we won,\" she said.", "we won,"},
        {"en", "„We won,” she said.", "We won,"},
        {"en", "“We won,\" she said.", "We won,"},
        {"en", "\"We won,” she said.", "We won,"},
        {"en", "(\"We won,\" she said.)", "We won,"},
        {"en", "He said,\"We won.\"", "We won."},
        {"en", "”We won,” she said.", "We won,"},
        {"en", "「We won」 she said.", "We won"},
        {"en", "No marks at all, he said.", ""},
        {"en", "\"\" and “ ” are empty.", ""},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void what_is_nested_belongs_to_the_outer_pair(void **state)
{
    static const struct mark_case cases[] = {
        {"en", "“She said ‘no’ to me,” he said.", "She said ‘no’ to me,"},
        {"en", "\"The film \"Dawn\" is long,\" he said.", "The film \"Dawn\" is long,"},
        {"ru", "«Газета «Утро» ошиблась», — сказал он.", "Газета «Утро» ошиблась"},
        {"ru", "\"Союз \"Дело\" распущен\", - сказал он.", "Союз \"Дело\" распущен"},
        {"ru", "\"Он член союза \"Дело\", - сказал Петров.", "Он член союза \"Дело"},
        {"en", "‘He said “no” to me,’ she said.", "He said “no” to me,"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void apostrophes_and_inches_are_no_marks(void **state)
{
    static const struct mark_case cases[] = {
        {"en", "The workers' rights and the bosses' wrongs don't meet.", ""},
        {"en", "It's the '90s, 'twas said, rock 'n' roll.", ""},
        {"en", "A 6\" pipe and a 12\" board.", ""},
        {"en", "‘We won,’ she said.", "We won,"},
        {"en", "'We won,' she said. 'It's ours.'", "We won, / It's ours."},
        {"en", "The 'golden boy' left.", "golden boy"},
        {"en", "'We won. 'We lost.'", "We won. + We lost."},
        {"en", "He's 6'2\" tall, \"a giant,\" she said.", "a giant,"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_missing_mark_is_made_good(void **state)
{
    static const struct mark_case cases[] = {
        {"en", "“We won. It was hard.", "We won. It was hard."},
        {"en", "“We won.\n“It was hard,” she said.", "We won. + It was hard,"},
        {"en", "“One.\n“Two.\n“Three,” she said.", "One. + Two. + Three,"},
        {"en", "\"We won. \"It was hard,\" she said.", "We won. + It was hard,"},
        {"en", "We won the match,\" Smith said.", "We won the match,"},
        {"en", "It rained. We won the match,” said Smith.", "It rained. We won the match,"},
        {"en", "We won the match\" in the year.", ""},
        {"en", "\"One,\" he said. It was late and cold,\" she said.",
         "One, / It was late and cold,"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_stray_mark_takes_no_later_pairs(void **state)
{
    static const struct mark_case cases[] = {
        {"en", "Say \"one. He “two” and “three” and “four” and “five” said\" so.",
         "two / three / four / five"},
        {"en", "Say \"one “two” and “three” so\" to him.", "one “two” and “three” so"},
        {"ru", "Он «раз. Потом «два», «три», «четыре», «пять», — сказал он.",
         "два / три / четыре / пять"},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_dash_starts_speech(void **state)
{
    static const struct mark_case cases[] = {
        {"ru", "— Мы победили, — сказал он.", "Мы победили,"},
        {"ru", "— Мы победили, — сказал он. — Было трудно.", "Мы победили, / Было трудно."},
        {"ru", "- Мы победили! - крикнул он.", "Мы победили!"},
        {"ru", "-- Ты где? -- тихо прошептала она.", "Ты где?"},
        {"ru", "– Иду, – подхватил другой.", "Иду,"},
        {"ru", "— Ты где?\n— Здесь.", "Ты где? / Здесь."},
        {"en", "— We won the match,\" Smith said.", "We won the match,"},
        {"en", "— We won the match, and it was hard, Ann Smith is sure.",
         "We won the match, and it was hard,"},
        {"ru", "«Мы копали сами, — говорит Петров, — и устали».", "Мы копали сами, / и устали"},
        {"en", "- apples\n- pears\n- plums", ""},
        {"en", "— apples and pears.\n— plums and figs.\n— nuts.", ""},
        {"en", "The team — five men — left.", ""},
        {"ru", "— Пора, — сказал он; — дождь идёт.", "Пора, / дождь идёт."},
        {"ru", "— Отдай ключ. — Она шагнула к двери.", "Отдай ключ."},
        {"ru", "Он вздохнул и сказал: — Пора домой.", "Пора домой."},
        {"ru", "Он спросил: — Где ключ? — и сел.", "Где ключ?"},
        {"ru", "Задача: — найти ключ.", ""},
        {"ru", "Пора, Саша, — сказал он, — дождь идёт.", "Пора, Саша, / дождь идёт."},
        {"en", "It was late, — said he, — and cold.", ""},
        {"ru", "«Пора, — тихо, не глядя на неё, сказал он. — Дождь идёт».", "Пора, / Дождь идёт"},
        {"ru", "«Пора, — думал он; — дождь идёт».", "Пора, / дождь идёт"},
        {"ru", "«Пора, — сказал он. — Дождь идёт.", "Пора, / Дождь идёт."},
        {"ru", "— Ты где?\n— Тут.\n— Один.\n— Да.\n— Нет.", "Ты где? / Тут. / Один. / Да. / Нет."},
        {"ru", "- К вам гость.\n- Проси.\n- Вы? - сказал я.", "К вам гость. / Проси. / Вы?"},
        {"ru", "- Хлеб.\n- Соль.\n- Чай.", ""},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_transcript_is_cut_into_turns(void **state)
{
    static const struct mark_case cases[] = {
        {"en", "THE PRESIDENT: Good day.\nQ: Why?\nTHE PRESIDENT: Because \"yes\".\nQ: Really?",
         "Good day. / Why? / Because \"yes\". / Really?"},
        {"en", "Update: it rained.\nThe match: lost.\nNothing else.\nNote: \"so it is.\"",
         "so it is."},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

/* Marks, words and breaks in any order. */
static void soup(struct bytes *text, uint32_t *seed, size_t pieces)
{
    static const char *const units[] = {
        "\"", "“",  "”",     "„",       "«",   "»", "'", "‘",    "’",      "``",
        "''", "— ", "- ",    "\n",      " ",   " ", "a", "said", " said ", ", ",
        ". ", "?",  "Smith", " Smith ", "he ", "(", ")", ":",    "ж",      "6",
    };

    chance_compose(text, units, COUNT_OF(units), pieces, seed);
}

static void stretches_are_in_order_and_inside_their_paragraph(void **state)
{
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct found found = FOUND_EMPTY;
        uint32_t end = 0;

        soup(&text, &seed, 3 + (size_t)round % 60);
        find(&found, bytes_span(&text), round % 2 ? "en" : "ru");
        for (size_t i = 0; i < found.list.count; i++) {
            const struct marked *marked = &found.list.items[i];

            if (marked->outer_first < end)
                print_error("in: %s\n", bytes_text(&text));
            assert_true(marked->outer_first >= end);
            assert_true(marked->first >= marked->outer_first);
            assert_true(marked->end > marked->first);
            assert_true(marked->outer_end >= marked->end);
            assert_true(marked->outer_end <= found.stage.passage.count);
            assert_int_equal(found.stage.passage.words[marked->outer_first].paragraph,
                             found.stage.passage.words[marked->outer_end - 1].paragraph);
            end = marked->outer_end;
        }
        release(&found);
    }
    bytes_release(&text);
}

/* What is found in the second paragraph alone and behind another is the same. */
static void a_stray_mark_does_not_reach_another_paragraph(void **state)
{
    struct bytes first = BYTES_EMPTY;
    struct bytes both = BYTES_EMPTY;
    static const char second[] = "Smith said: \"We won.\" He called it “odd.”";
    uint32_t seed = 5;

    (void)state;
    for (int round = 0; round < 1000; round++) {
        struct found found = FOUND_EMPTY;
        size_t here = 0;

        soup(&first, &seed, 20);
        bytes_clear(&both);
        bytes_add(&both, bytes_span(&first));
        bytes_add_byte(&both, '\n');
        bytes_add_text(&both, second);
        find(&found, bytes_span(&both), "en");
        for (size_t i = 0; i < found.list.count; i++) {
            if (found.stage.passage.words[found.list.items[i].first].start > first.count)
                here++;
        }
        assert_int_equal(here, 2);
        release(&found);
    }
    bytes_release(&first);
    bytes_release(&both);
}

static void time_grows_with_the_text_alone(void **state)
{
    static const char *const units[] = {"\"",   "“",       "”",          "'a ",
                                        "\"a ", "said \"", "a,\" said ", "“a ”b "};

    (void)state;
    for (size_t u = 0; u < COUNT_OF(units); u++) {
        struct found found = FOUND_EMPTY;
        struct bytes text = BYTES_EMPTY;
        clock_t start = 0;

        while (text.count < 1 << 18)
            bytes_add_text(&text, units[u]);
        start = clock();
        find(&found, bytes_span(&text), "en");
        assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 1.5); /* under ASan */
        release(&found);
        bytes_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_pair_by_kind_and_side),
        cmocka_unit_test(what_is_nested_belongs_to_the_outer_pair),
        cmocka_unit_test(apostrophes_and_inches_are_no_marks),
        cmocka_unit_test(a_missing_mark_is_made_good),
        cmocka_unit_test(a_stray_mark_takes_no_later_pairs),
        cmocka_unit_test(a_dash_starts_speech),
        cmocka_unit_test(a_transcript_is_cut_into_turns),
        cmocka_unit_test(stretches_are_in_order_and_inside_their_paragraph),
        cmocka_unit_test(a_stray_mark_does_not_reach_another_paragraph),
        cmocka_unit_test(time_grows_with_the_text_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
