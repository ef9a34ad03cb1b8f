/* What a report says of its findings, in words. */
#include "tests/support.h"

#include "reports/pages/weekly.h"
#include "tests/reports/with_findings.h"
#include "tests/reports/with_fonts.h"

#include <string.h>

static const struct weekly_about english = {.tongue = &tongues[TONGUE_ENGLISH],
                                            .created = {"2025-11-30T00:00:00Z", 20}};

/* All that is read of a report, a line each: paragraphs, notices, figures, tables. */
static void write_words(struct bytes *text, const struct block *block)
{
    if (block->prose)
        bytes_print(text, "%.*s\n", SPAN_PRINT(prose_plain(block->prose)));
    for (size_t f = 0; block->kind == BLOCK_FIGURES && f < block->count; f++)
        bytes_print(text, "%.*s\n%.*s\n", SPAN_PRINT(block->figures[f].subtitle),
                    SPAN_PRINT(prose_plain(block->figures[f].note)));
    if (block->kind != BLOCK_TABLE)
        return;
    bytes_print(text, "%.*s\n", SPAN_PRINT(block->grid->subtitle));
    for (size_t c = 0; c < block->grid->column_count; c++)
        bytes_print(text, "%s\n", block->grid->columns[c].title);
}

/* How often the report on `findings` says `words`. */
static size_t times_said(const struct weekly_about *about, const char *words)
{
    struct document document = DOCUMENT_EMPTY;
    struct bytes text = BYTES_EMPTY;
    size_t times = 0;

    weekly_document(&document, &findings, about);
    for (size_t b = 0; b < document.count; b++)
        write_words(&text, &document.blocks[b]);
    for (const char *at = bytes_text(&text); (at = strstr(at, words)); at += strlen(words))
        times++;
    bytes_release(&text);
    document_release(&document);
    return times;
}

static void a_report_says_what_it_counts_and_what_ran(void **state)
{
    static const struct {
        const char *words;
        size_t by_article, by_story;
    } cases[] = {
        {"Share of articles by topic", 2, 0},
        {"Share of stories by topic", 0, 2},
        {"Share of articles each week", 2, 0},
        {"Share of stories each week", 0, 2},
        {"40 articles a week", 3, 0},
        {"40 stories a week", 0, 3},
        {"least 15 articles", 1, 0},
        {"least 15 stories", 0, 1},
        {"Stories\n", 2, 4},
        {"Each story has one vote", 0, 2},
        {"interval by story", 1, 1},
        {"had not ended", 1, 1},
    };
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};
    struct notice notices[] = {{.kind = NOTICE_NOT_ENDED, .serious = true}};

    (void)state;
    findings.notices = notices;
    findings.notice_count = 1;
    findings.repeats = 1;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        for (int votes = 0; votes < 2; votes++) {
            size_t expected = votes ? cases[i].by_story : cases[i].by_article;
            size_t times;

            findings.one_vote = votes;
            times = times_said(&about, cases[i].words);
            if (times != expected)
                fail_msg("'%s', one vote %d: %zu times, not %zu", cases[i].words, votes, times,
                         expected);
        }
    assert_int_equal(times_said(&about, "no charset: "), 0);
    findings.replaced = 2;
    assert_int_equal(times_said(&about, "Two\u00A0bytes fit no charset: U+FFFD stands in their"),
                     1);
}

/* What was found stands in a table; what was looked for and not found is one sentence. */
static void what_stands_out_is_told_once(void **state)
{
    static const char *const found[] = {"stand in the same stories: 12 of 5,354 tested rose.\n",
                                        "9\u00A0tests of 3 series against the weeks before"};
    static const char *const none[] = {
        "tested for a rise; twelve rose, and none stand together",
        "9\u00A0tests held topics, frequent terms and frequent speakers"};
    struct weekly_about about = english;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(times_said(&about, found[i]), 1);
        assert_int_equal(times_said(&about, none[i]), 0);
    }
    nothing_stands_out();
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(times_said(&about, found[i]), 0);
        assert_int_equal(times_said(&about, none[i]), 1);
    }
}

/* The method page explains what ran. */
static void the_method_is_that_of_what_ran(void **state)
{
    static const char *const ran[] = {"collocations.csv has those", "A difference is called a",
                                      "alarms.csv holds this week",
                                      "The numbers of these examples are invented"};
    struct weekly_about about = english;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ran); i++)
        assert_int_equal(times_said(&about, ran[i]), 1);
    assert_int_equal(times_said(&about, "trends.csv fits"), 0);
    nothing_stands_out();
    invented_undated(&findings, 7);
    for (size_t i = 0; i < COUNT_OF(ran); i++)
        assert_int_equal(times_said(&about, ran[i]), 0);
}

static void repeats_are_told_without_counting_one_twice(void **state)
{
    static const struct {
        uint32_t published, repeats, copies;
        const char *words;
    } cases[] = {
        {1, 0, 0, "30\u00A0quotations. The store keeps"},
        {40, 0, 0, "quotations. No article repeats another. The store keeps"},
        {40, 1, 1, "One\u00A0article repeats another, word for word: 39\u00A0stories."},
        {40, 2, 2, "Two\u00A0articles repeat another, all word for word: 38\u00A0stories."},
        {40, 2, 1, "repeat another, one of them word for word: 38\u00A0stories."},
        {6, 1, 0, "One\u00A0article repeats another: five\u00A0stories."},
    };
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        findings.published = cases[i].published;
        findings.repeats = cases[i].repeats;
        findings.copies = cases[i].copies;
        findings.stories = cases[i].published - cases[i].repeats;
        if (times_said(&about, cases[i].words) != 1)
            fail_msg("'%s' is not said", cases[i].words);
    }
}

/* A quotation in two pieces is two rows of evidence; the headline counts it once. */
static void pieces_of_a_quotation_are_told_from_quotations(void **state)
{
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};

    (void)state;
    assert_int_equal(times_said(&about, "12\u00A0quotations, newest first"), 1);
    findings.speakers[0].quotes = 11;
    assert_int_equal(times_said(&about, "12 pieces of 11\u00A0quotations, newest first"), 1);
}

/* Of 45 joined names 40 are printed, the most quoted first; those as shown, or alone, are not. */
static void names_taken_for_one_person_are_printed(void **state)
{
    enum { ROWS = 47 };
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};

    (void)state;
    assert_int_equal(times_said(&about, "Also named"), 0);
    findings.person_rows = arena_new(&findings.arena, ROWS, sizeof *findings.person_rows);
    findings.person_row_count = ROWS;
    for (uint32_t i = 0; i < ROWS; i++)
        findings.person_rows[i] = (struct person_row){
            .name = span_of("Helena Vorsk"),
            .spelling = span_of(i == 0   ? "Helena Vorsk"
                                : i == 1 ? "H. Vorsk"
                                         : "Vorsk"),
            .quotes = ROWS - i,
            .rule = i == 0   ? "full-name"
                    : i == 1 ? "alone"
                             : "last-name-80",
            .kind = "person",
        };
    assert_int_equal(times_said(&about, "Also named"), 1);
    assert_int_equal(times_said(&about, "5\u00A0more names and all spellings are in people.csv"),
                     1);
    assert_int_equal(times_said(&about, "Of all weeks of this report; 5"), 1);
    findings.one_vote = true;
    assert_int_equal(times_said(&about, "Of all weeks of this report, as published; 5"), 1);
    findings.one_vote = false;
    findings.person_rows[46].quotes = 0; /* a spelling that nobody counts */
    assert_int_equal(times_said(&about, "4\u00A0more names and all spellings are in people.csv"),
                     1);
    findings.person_row_count = 2;
    assert_int_equal(times_said(&about, "Also named"), 0);
}

static void who_said_who_speaks_is_said(void **state)
{
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};

    (void)state;
    assert_int_equal(times_said(&about, "people.csv, which name the rule behind each row"), 1);
    assert_int_equal(times_said(&about, "A roster of"), 0);
    assert_int_equal(times_said(&about, "other weights"), 0);
    findings.roster_people = 12;
    about.weighed = true;
    assert_int_equal(times_said(&about, "A roster of 12\u00A0people was used."), 1);
    assert_int_equal(times_said(&about, "chosen by other weights than the program\u2019s own"), 1);
    findings.roster_people = 1;
    assert_int_equal(times_said(&about, "A roster of 1\u00A0person was used."), 1);
    findings.roster_people = 0;
}

static void what_was_not_compared_is_not_counted(void **state)
{
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};

    (void)state;
    findings.speakers_tested = 0;
    assert_int_equal(times_said(&about, "before: 3\u00A0topics and 400\u00A0terms."), 1);
    findings.topics_tested = findings.terms_tested = findings.trends_tested = 0;
    assert_int_equal(times_said(&about, "before: nothing. An interval"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_report_says_what_it_counts_and_what_ran, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(repeats_are_told_without_counting_one_twice, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(pieces_of_a_quotation_are_told_from_quotations, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(names_taken_for_one_person_are_printed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_stands_out_is_told_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_method_is_that_of_what_ran, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_said_who_speaks_is_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_not_compared_is_not_counted, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
