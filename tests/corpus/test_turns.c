#include "tests/speech.h"

#include "corpus/annotate.h"
#include "corpus/store/revision.h"
#include "corpus/voices/turns.h"

static void show(struct bytes *shown, struct span text, const struct quote *quote)
{
    if (quote->kind == QUOTE_TURN)
        speech_show_words(shown, text, quote);
}

static void check(const char *language, const struct speech_case *cases, size_t count)
{
    struct speech speech = SPEECH_EMPTY;

    speech_check(&speech, show, language, cases, count);
}

static void labels_in_capitals_make_a_transcript(void **state)
{
    static const struct speech_case cases[] = {
        {"Blue Room\n\nTHE PRESIDENT: Good day.\n\nPlease sit down.\n\nMR. CARNEY: Thank you.",
         "THE PRESIDENT: Good day.\n\nPlease sit down. / MR. CARNEY: Thank you."},
        {"SENATOR SMITH (D-OH): I rise.\nSENATOR STONE (R-ME): So do I.",
         "SENATOR SMITH: I rise. / SENATOR STONE: So do I."},
        {"THE MAYOR: Who is there?\nELMO: Me.\nTHE MAYOR: Come in.",
         "THE MAYOR: Who is there? / ELMO: Me. / THE MAYOR: Come in."},
        {"**DR. LEE:** One word.\n\n**MS. ROE:** And two.",
         "DR. LEE: One word. / MS. ROE: And two."},
        {"**DR. LEE**: One word.\n\n**MS. ROE**: And two.",
         "DR. LEE: One word. / MS. ROE: And two."},
        {"THE PRESIDENT:\nGood day to all of you.\n\nMRS. ROE:\nGood day.",
         "THE PRESIDENT: Good day to all of you. / MRS. ROE: Good day."},
        {"MRS. ROE: Let us begin. It is late. I have but one thing to say.",
         "MRS. ROE: Let us begin. It is late. I have but one thing to say."},
        {"MR. LEE:Good day.\nMS. ROE:And to you.", "MR. LEE: Good day. / MS. ROE: And to you."},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void labels_may_stand_in_bold_or_end_in_a_bracket(void **state)
{
    static const struct speech_case cases[] = {
        {"**THE PRESIDENT:**\n**MR. ROE:** We met. It is late.\n**THE PRESIDENT:** I know. Good.\n"
         "**MR. ROE:** Sit down. Rest.",
         "MR. ROE: We met. It is late. / THE PRESIDENT: I know. Good. / MR. ROE: Sit down. Rest."},
        {"SENATOR SMITH (D-OH): We meet again here today. It is late. We have much to do, and I "
         "want "
         "to thank all who came. There is work for all of us in the town.",
         "SENATOR SMITH: We meet again here today. It is late. We have much to do, and I want to "
         "thank all who came. There is work for all of us in the town."},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void labels_of_an_interview_come_back(void **state)
{
    static const struct speech_case cases[] = {
        {"Ann Miller: Good day.\nBob Stone: Hello.\nMiller: It is late.\nStone: It is.",
         "Ann Miller: Good day. / Bob Stone: Hello. / Ann Miller: It is late. / Bob Stone: It is."},
        {"The baker Ann Miller wrote a book.\n\nQ: Why?\n\nA: For fun.\n\nQ: When?\n\nA: Last May.",
         ": Why? / Ann Miller: For fun. / : When? / Ann Miller: Last May."},
        {"Ann Miller met Bob Stone.\nQ: Why?\nA: For fun.\nQ: When?\nA: Last May.",
         ": Why? / : For fun. / : When? / : Last May."},
        {"Question: Why?\nAnswer: For fun.\nQuestion: When?\nAnswer: Last May.",
         ": Why? / : For fun. / : When? / : Last May."},
        {"**Q:** Why?\n**A:** For fun.\n**Q:** When?\n**A:** Last May.\n\nThe book is out now.",
         ": Why? / : For fun. / : When? / : Last May."},
        {"Tarn Post: Why?\nOkro: For fun.\nTarn Post: When?\nOkro: Last May.",
         "Tarn Post: Why? / Okro: For fun. / Tarn Post: When? / Okro: Last May."},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void line_breaks_are_not_needed(void **state)
{
    static const struct speech_case cases[] = {
        {"11:20 P.M. EST THE PRESIDENT: Good day. I mean -- MRS. ROE: Good day. THE PRESIDENT: "
         "Yes.",
         "THE PRESIDENT: Good day. I mean -- / MRS. ROE: Good day. / THE PRESIDENT: Yes."},
        {"Ann Miller: Good day. Bob Stone: Hello. Ann Miller: It is late. Bob Stone: It is.",
         "Ann Miller: Good day. / Bob Stone: Hello. / Ann Miller: It is late. / Bob Stone: It is."},
        {"She spoke to us. Q: Why? A: For fun. Q: When? A: Last May.",
         ": Why? / : For fun. / : When? / : Last May."},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void headings_are_no_labels(void **state)
{
    static const struct speech_case cases[] = {
        {"Note: It rained.\nPhoto: The pier.\nUpdate: It stopped.\nNote: It rained again.", ""},
        {"WHAT: A march.\nWHO: Mayor Ann Miller.\nWHERE: The pier.\nWHEN: Noon.", ""},
        {"UPDATE: The pier is open.\n\nUPDATE: It is shut again.\n\nUPDATE: It fell.", ""},
        {"Pros: A good lens. It is light.\nCons: It is dear.\nPros: Small.\nCons: It is loud.", ""},
        {"Ann Miller: The baker ran twice.\nBob Stone: A farmer.\nEva Lind: She is new.\nJo Ray: "
         "The judge.",
         ""},
        {"MAYOR: Ann Miller, 43\nSHERIFF: Bob Stone, 51\nJUDGE: Eva Lind, 60", ""},
        {"Photo: Ann Miller\nText: Bob Stone\nPhoto: Eva Lind\nText: Jo Ray", ""},
        {"CEO: Bad year. The firm lost money. It was late. Nothing came of it in the end.", ""},
        {"The score: 3:1. The time: 10:30. The place: Tarn. The end: near.", ""},
    };

    (void)state;
    check("en", cases, COUNT_OF(cases));
}

static void other_languages_have_transcripts(void **state)
{
    static const struct speech_case russian[] = {
        {"Анна Орлова: Добрый день.\nИван Котов: Здравствуйте.\nАнна Орлова: Поздно.\nИван Котов: "
         "Да.",
         "Анна Орлова: Добрый день. / Иван Котов: Здравствуйте. / Анна Орлова: Поздно. / Иван "
         "Котов: Да."},
        {"Вопрос: Зачем?\nОтвет: Так.\nВопрос: Когда?\nОтвет: Вчера.",
         ": Зачем? / : Так. / : Когда? / : Вчера."},
    };
    static const struct speech_case german[] = {
        {"Frage: Warum?\nAntwort: Darum.\nFrage: Wann?\nAntwort: Gestern.",
         ": Warum? / : Darum. / : Wann? / : Gestern."},
        {"Anna Huber: Guten Tag.\nKarl Maier: Hallo.\nHuber: Es ist spät.\nMaier: Ja.",
         "Anna Huber: Guten Tag. / Karl Maier: Hallo. / Anna Huber: Es ist spät. / Karl Maier: "
         "Ja."},
    };

    (void)state;
    check("ru", russian, COUNT_OF(russian));
    check("de", german, COUNT_OF(german));
}

static void quotations_before_a_transcript_stay(void **state)
{
    const char *text = "“We won,” Ann Miller said.\nQ: Why?\nA: For fun.\nQ: When?\nA: “May.”";
    struct speech speech = SPEECH_EMPTY;

    (void)state;
    speech_hear(&speech, span_of(text), span_of("en"));
    assert_int_equal(speech.voices.count, 5);
    assert_int_equal(speech.voices.quotes[0].kind, QUOTE_DIRECT);
    for (size_t i = 1; i < 5; i++)
        assert_int_equal(speech.voices.quotes[i].kind, QUOTE_TURN);
    speech_release(&speech);
}

static void stage_directions_and_closing_lines_are_no_words(void **state)
{
    static const struct {
        const char *text;
        uint32_t first, second; /* words of the two turns */
    } cases[] = {
        {"THE MAYOR: One two three.\nMRS. ROE: Four five.\n\nEND 11:28 P.M. EST", 3, 2},
        {"THE MAYOR: One two. (Laughter and applause.) Three.\nMRS. ROE: Four [coughs] five.", 3,
         2},
        {"THE MAYOR: One (two three.\nMRS. ROE: Four) five.\n\nEND\n2:44 P.M. EST", 3, 2},
        {"THE MAYOR: One two three. MRS. ROE: Four five. END 2:44 P.M. EST", 3, 2},
        {"THE MAYOR: One two three.\nMRS. ROE: GO ON!", 3, 2},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct annotator *annotator = annotate_open();
        struct batch batch = {.options = {.without_signatures = true}};
        struct article article = {
            .id = span_of("a"), .language = span_of("en"), .text = span_of(cases[i].text)};

        batch_add(&batch, &article, revision_hashes(&article));
        annotate_batch(annotator, &batch);
        if (batch.items[0].quote_count != 2)
            print_error("in:\n%s\n", cases[i].text);
        assert_int_equal(batch.items[0].quote_count, 2);
        assert_int_equal(batch.items[0].quotes[0].words, cases[i].first);
        assert_int_equal(batch.items[0].quotes[1].words, cases[i].second);
        batch_release(&batch);
        annotate_close(annotator);
    }
}

static void directions_stand_in_brackets(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a (b) c", "(b)"}, {"a [b] c", "[b]"}, {"a (b c", ""},
        {"", ""},           {"(", ""},          {"(a [b) c", "(a [b)"},
    };
    char longer[200];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct span direction = SPAN_EMPTY;
        bool found = turns_direction(&direction, span_of(cases[i].text), 0);

        assert_int_equal(found, cases[i].expected[0] != '\0');
        assert_true(!found || span_is(direction, cases[i].expected));
    }
    memset(longer, 'a', sizeof longer);
    longer[0] = '(';
    longer[sizeof longer - 1] = ')';
    assert_false(turns_direction(&(struct span){0}, (struct span){longer, sizeof longer}, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_in_capitals_make_a_transcript),
        cmocka_unit_test(labels_may_stand_in_bold_or_end_in_a_bracket),
        cmocka_unit_test(labels_of_an_interview_come_back),
        cmocka_unit_test(line_breaks_are_not_needed),
        cmocka_unit_test(headings_are_no_labels),
        cmocka_unit_test(other_languages_have_transcripts),
        cmocka_unit_test(quotations_before_a_transcript_stay),
        cmocka_unit_test(stage_directions_and_closing_lines_are_no_words),
        cmocka_unit_test(directions_stand_in_brackets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
