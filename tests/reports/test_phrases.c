#include "tests/support.h"

#include "reports/pages/phrases.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"
#include "tests/reports/findings.h"

#include <string.h>

#define NB "\u00A0"

static struct findings findings;
static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    invented_findings(&findings);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    findings_release(&findings);
    return 0;
}

static const struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};

static void expect_text(struct span text, const char *expected)
{
    if (!span_is(text, expected))
        fail_msg("'%.*s' is not '%s'", SPAN_PRINT(text), expected);
}

static struct period period_now(void)
{
    return period_of(&wording, &findings);
}

/* --- words put together ---------------------------------------------------------------- */

static void numbers_agree_with_their_nouns(void **state)
{
    static const struct {
        double count;
        const char *within, *start;
    } cases[] = {
        {0, "0" NB "articles", "No" NB "articles"},
        {1, "1" NB "article", "One" NB "article"},
        {2, "2" NB "articles", "Two" NB "articles"},
        {12, "12" NB "articles", "Twelve" NB "articles"},
        {13, "13" NB "articles", "13" NB "articles"},
        {3412, "3,412" NB "articles", "3,412" NB "articles"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct slot n = NUMBER("n", cases[i].count);

        expect_text(SAY(&wording, "{n}~{n|article|articles}", n), cases[i].within);
        expect_text(SAY(&wording, "{n^}~{n|article|articles}", n), cases[i].start);
    }
    expect_text(SAY(&wording, "{n#}", NUMBER("n", 7)), "seven");
    expect_text(SAY(&wording, "{n#}", NUMBER("n", 13)), "13");
}

static void lists_end_with_and(void **state)
{
    const struct span names[] = {span_of("A"), span_of("B"), span_of("C")};

    (void)state;
    expect_text(wording_list(&wording, names, 0), "");
    expect_text(wording_list(&wording, names, 1), "A");
    expect_text(wording_list(&wording, names, 2), "A and B");
    expect_text(wording_list(&wording, names, 3), "A, B and C");
}

static void long_names_are_cut_at_a_blank(void **state)
{
    static const struct {
        const char *text;
        size_t limit;
        const char *cut;
    } cases[] = {
        {"Energy", 6, "Energy"},
        {"Energy and climate", 12, "Energy and\u2026"},
        {"Donaudampfschiff", 8, "Donauda\u2026"},
        {"Ελένη Παπαδοπούλου", 9, "Ελένη Πα\u2026"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        expect_text(wording_shorten(&arena, span_of(cases[i].text), cases[i].limit), cases[i].cut);
}

static void how_far_it_went_is_told_without_a_sign(void **state)
{
    struct estimate down = invented_estimate(-0.1, -0.12, -0.076);
    struct estimate up = invented_estimate(0.043, 0.029, 0.057);

    (void)state;
    assert_string_equal(wording_moved(&wording, &down).text, "7.6\u201312.0" NB "points");
    assert_string_equal(wording_moved(&wording, &up).text, "2.9\u20135.7" NB "points");
    assert_string_equal(wording_difference(&wording, &down).text, "\u221210.0");
    assert_string_equal(wording_difference_interval(&wording, &up).text, "+2.9 to +5.7");
    assert_string_equal(wording_bracket(&wording, &up, UNIT_SHARE).text, " (2.9\u20135.7%)");
}

/* --- periods --------------------------------------------------------------------------- */

static void a_period_is_called_by_its_length(void **state)
{
    struct period period = period_now();

    (void)state;
    expect_text(period.days, "24\u201330" NB "November 2025");
    expect_text(period.before, "the 12" NB "weeks before");
    findings.baseline_weeks = 1;
    expect_text(period_now().before, "the week before");
    findings.study_week = WEEK_NONE;
    findings.baseline_first = findings.study_first - 7;
    expect_text(period_now().here, "in these 7" NB "days");
    findings.study_last = findings.study_first;
    expect_text(period_now().here, "on this day");
    invented_undated(&findings, 1);
    expect_text(period_now().here, "in this set");
    assert_false(period_now().compared);
}

static void weekly_charts_begin_and_end_with_whole_weeks(void **state)
{
    struct period_weeks weeks;

    (void)state;
    findings.weeks[0].partial = true;
    findings.weeks[INVENTED_STUDY].partial = true;
    weeks = period_weeks_of(&findings); /* the week reported on stays */
    assert_int_equal(weeks.first, 1);
    assert_int_equal(weeks.count, 12);
    findings.study_week = WEEK_NONE;
    weeks = period_weeks_of(&findings);
    assert_int_equal(weeks.first, 1);
    assert_int_equal(weeks.count, 11);
}

/* --- the front page's words --------------------------------------------------------------- */

static void a_title_says_how_many_articles_of_when(void **state)
{
    static const struct {
        uint32_t articles;
        const char *week, *days, *undated;
    } cases[] = {
        {0, "A week without articles", "No" NB "articles, 24" NB "Nov \u2013 30" NB "Nov" NB "2025",
         "No undated articles"},
        {1, "The week in one" NB "article",
         "One" NB "article, 24" NB "Nov \u2013 30" NB "Nov" NB "2025", "One undated article"},
        {3412, "The week in 3,412" NB "articles",
         "3,412" NB "articles, 24" NB "Nov \u2013 30" NB "Nov" NB "2025", "3,412 undated articles"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct period period = period_now();

        findings.articles = cases[i].articles;
        expect_text(phrases_title(&wording, &findings, &period), cases[i].week);
        period.kind = PERIOD_DAYS;
        expect_text(phrases_title(&wording, &findings, &period), cases[i].days);
        period.kind = PERIOD_UNDATED;
        expect_text(phrases_title(&wording, &findings, &period), cases[i].undated);
    }
}

static void the_standfirst_promises_only_what_the_report_has(void **state)
{
    struct period period = period_now();

    (void)state;
    expect_text(prose_plain(phrases_standfirst(&wording, &findings, &period)),
                "Two" NB "outlets, 24\u201330" NB "November 2025, set against the 12" NB
                "weeks before. Ranges are 95%" NB "intervals; a change is called one only where "
                "the interval of the difference excludes zero and q" NB "≤" NB
                "0.05 (method: page" NB "\u2013).");
    findings.baseline_weeks = 2; /* too few for a claim */
    period = period_now();
    expect_text(prose_plain(phrases_standfirst(&wording, &findings, &period)),
                "Two" NB "outlets, 24\u201330" NB "November 2025, set against the 2" NB
                "weeks before. Ranges are 95%" NB "intervals (method: page" NB "\u2013).");
    findings.articles = 14; /* too few for an interval: a notice says so */
    findings.outlets[1].articles = 0;
    expect_text(prose_plain(phrases_standfirst(&wording, &findings, &period)),
                "Coastline News, 24\u201330" NB "November 2025, set against the 2" NB
                "weeks before.");
    invented_undated(&findings, 1);
    period = period_now();
    expect_text(prose_plain(phrases_standfirst(&wording, &findings, &period)),
                "Coastline News, undated: described, and compared with nothing.");
}

static void a_comparison_says_how_it_came_out(void **state)
{
    static const struct {
        uint32_t tested, clear;
        const char *words;
    } cases[] = {
        {0, 0, "No topic had enough articles to be compared."},
        {1, 0, "The one topic compared shows no clear change."},
        {1, 1, "1" NB "topic compared, 1 changed clearly."},
        {2, 0, "No clear change in any of 2" NB "topics."},
        {1136, 22, "1,136" NB "topics compared, 22 changed clearly."},
    };
    struct period period = period_now();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        expect_text(phrases_compared(&wording, &findings, &period, cases[i].tested, cases[i].clear,
                                     PHRASES_TOPICS),
                    cases[i].words);
    findings.one_vote = true;
    expect_text(phrases_compared(&wording, &findings, &period, 0, 0, PHRASES_TOPICS),
                "No topic had enough stories to be compared.");
    findings.baseline_weeks = 3;
    period = period_now();
    expect_text(phrases_compared(&wording, &findings, &period, 0, 0, PHRASES_TOPICS),
                "The 3" NB "weeks before alone are too few to call anything a change.");
    findings.baseline_articles = 0; /* weeks there are, but nothing in them */
    period = period_now();
    expect_text(phrases_compared(&wording, &findings, &period, 0, 0, PHRASES_TOPICS),
                "There are no articles before to compare with.");
    invented_undated(&findings, 9);
    period = period_now();
    expect_text(phrases_compared(&wording, &findings, &period, 0, 0, PHRASES_TOPICS),
                "Undated articles are compared with nothing.");
}

static void expect_finding(size_t i, const char *number, const char *sentence, const char *count)
{
    struct period period = period_now();
    struct phrase phrase = phrases_finding(&wording, &findings, &period, i);

    expect_text(phrase.number, number);
    expect_text(prose_plain(phrase.sentence), sentence);
    expect_text(phrase.count, count);
}

static void a_clear_change_is_told_with_its_interval(void **state)
{
    (void)state;
    expect_finding(0, "+27.5" NB "points",
                   "Energy rose, by 13.0\u201342.0" NB "points, to 40.0% of articles "
                   "(32.0\u201350.0%) from 12.5% in the 12" NB "weeks before.",
                   "16" NB "articles");
    findings.clear_topics = 2;
    findings.topics[0].change = (struct change){.difference = invented_estimate(-0.2, -0.3, -0.1),
                                                .direction = CHANGE_DOWN};
    expect_finding(0, "\u221220.0" NB "points",
                   "Energy fell most, by 10.0\u201330.0" NB "points, to 40.0% of articles "
                   "(32.0\u201350.0%) from 12.5% in the 12" NB "weeks before.",
                   "16" NB "articles");
    expect_finding(2, "×17",
                   "“blackout” was used 17 times as often as in the 12" NB "weeks before "
                   "(×12\u201324): 10" NB "times this week, in 5" NB "articles.",
                   "5" NB "articles");
}

static void a_speaker_whose_share_changed_clearly_is_told_as_such(void **state)
{
    (void)state;
    findings.headlines[1] = (struct headline){HEADLINE_SPEAKER_CHANGE, 1};
    findings.clear_speakers = 1;
    findings.speakers[1].share = invented_estimate(0.3, 0.2, 0.4);
    findings.speakers[1].baseline_share = invented_estimate(0.1, 0.05, 0.15);
    findings.speakers[1].change =
        (struct change){.difference = invented_estimate(0.2, 0.1, 0.3), .direction = CHANGE_UP};
    expect_finding(1, "+20.0" NB "points",
                   "Agnes Pell rose, by 10.0\u201330.0" NB
                   "points, to 30.0% of quoted words (20.0\u201340.0%) from 10.0% in the 12" NB
                   "weeks before.",
                   "8" NB "quotations");
    findings.clear_speakers = 2;
    findings.speakers[1].change = (struct change){.difference = invented_estimate(-0.2, -0.3, -0.1),
                                                  .direction = CHANGE_DOWN};
    expect_finding(1, "\u221220.0" NB "points",
                   "Agnes Pell fell most, by 10.0\u201330.0" NB
                   "points, to 30.0% of quoted words (20.0\u201340.0%) from 10.0% in the 12" NB
                   "weeks before.",
                   "8" NB "quotations");
    findings.speakers[1].change.direction = CHANGE_NONE; /* then who was quoted most */
    findings.clear_speakers = 0;
    expect_finding(1, "50.0%",
                   "of quoted words come from Helena Vorsk; no speaker has more (12" NB
                   "quotations; 30.0\u201370.0%). No clear change in any of 2" NB "speakers.",
                   "12" NB "quotations");
}

static void what_was_not_there_before_is_new(void **state)
{
    (void)state;
    findings.risen[0].baseline_count = 0;
    findings.risen[0].count = findings.risen[0].articles = 1;
    expect_finding(2, "New",
                   "“blackout” was not used in the 12" NB "weeks before: 1" NB
                   "time this week, in 1" NB "article.",
                   "1" NB "article");
}

/* A headline that says "changed" never outlives a finding that does not. */
static void what_did_not_change_clearly_is_told_as_the_largest(void **state)
{
    (void)state;
    findings.topics[0].change.direction = CHANGE_NONE;
    findings.clear_topics = 0;
    expect_finding(0, "40.0%",
                   "of articles are about Energy; no topic has more (16 of 40; "
                   "32.0\u201350.0%). No clear change in any of 3" NB "topics.",
                   "16" NB "articles");
    expect_finding(1, "50.0%",
                   "of quoted words come from Helena Vorsk; no speaker has more (12" NB
                   "quotations; 30.0\u201370.0%). No clear change in any of 2" NB "speakers.",
                   "12" NB "quotations");
    findings.risen[0].direction = CHANGE_UNTESTED;
    findings.clear_terms = 0;
    expect_finding(2, "30" NB "times",
                   "“water” in 15" NB "articles; no content word is more frequent (1,111 per "
                   "million words; 701\u20131,700). No clear change in any of 400" NB "terms.",
                   "15" NB "articles");
}

static void one_article_alone_is_told_in_hits(void **state)
{
    (void)state;
    invented_undated(&findings, 1);
    expect_finding(0, "48" NB "hits", "Energy is the topic that the article’s words fit best.",
                   "16" NB "articles");
    expect_finding(2, "30" NB "times", "“water”; no content word is more frequent.",
                   "15" NB "articles");
}

/* --- titles ---------------------------------------------------------------------------- */

static void a_title_of_topics_claims_no_more_than_the_tests(void **state)
{
    struct period period = period_now();

    (void)state;
    expect_text(titles_topics(&wording, &findings, &period, 8), "Energy up");
    findings.topics[1].change.direction = CHANGE_DOWN;
    expect_text(titles_topics(&wording, &findings, &period, 8),
                "Energy up; Politics and government down");
    expect_text(titles_topics(&wording, &findings, &period, 1), "Energy up");
    findings.topics[0].change.direction = CHANGE_NONE;
    expect_text(titles_topics(&wording, &findings, &period, 1),
                "No clear change in the largest topics");
    findings.topics[0].change.direction = CHANGE_UP;
    findings.topics[0].label = span_of("Energy, climate, water and the rest of nature");
    expect_text(titles_topics(&wording, &findings, &period, 8), "One" NB "topic up; one down");
    findings.topics[0].change.direction = CHANGE_NONE;
    findings.topics[1].change.direction = CHANGE_NONE;
    expect_text(titles_topics(&wording, &findings, &period, 8), "No clear change in any topic");
    findings.topics_tested = 0;
    expect_text(titles_topics(&wording, &findings, &period, 8), "Topics this week");
}

static void a_title_of_terms_names_them_or_counts_all(void **state)
{
    struct period period = period_now();

    (void)state;
    expect_text(titles_terms(&wording, &findings, &period), "“blackout” up; “ballot” down");
    findings.risen[0].term = span_of("antidisestablishmentarianisms-and-floccinaucini");
    findings.clear_terms = 60;
    expect_text(titles_terms(&wording, &findings, &period), "60" NB "terms changed clearly");
    findings.risen_count = findings.fallen_count = 0;
    expect_text(titles_terms(&wording, &findings, &period), "No clear change in any term");
}

static void one_long_quotation_makes_no_leader(void **state)
{
    struct period period = period_now();

    (void)state;
    expect_text(titles_speakers(&wording, &findings, &period),
                "Helena Vorsk was quoted at greatest length");
    findings.speakers[0].share = invented_bare(0.5);
    findings.speakers[0].quotes = 1;
    expect_text(titles_speakers(&wording, &findings, &period), "Who was quoted this week");
    findings.speakers[1].words = 0;
    expect_text(titles_speakers(&wording, &findings, &period), "Helena Vorsk alone was quoted");
    findings.speakers[0].words = 0;
    expect_text(titles_speakers(&wording, &findings, &period), "No speaker was found");
}

static void the_peak_is_looked_for_in_the_weeks_shown(void **state)
{
    struct period period = period_now();

    (void)state;
    findings.headline_count = 0;
    expect_text(titles_peak(&wording, &findings, &period),
                "Energy: its highest share is this week’s");
    findings.topics[0].weeks[0].value = 0.9;
    expect_text(titles_peak(&wording, &findings, &period),
                "Energy: its highest share was in the week of 1" NB "Sep");
    findings.weeks[0].partial = true; /* and is left out */
    expect_text(titles_peak(&wording, &findings, &period),
                "Energy: its highest share is this week’s");
    findings.topics[0].weeks[5].value = findings.topics[0].weeks[INVENTED_STUDY].value;
    expect_text(titles_peak(&wording, &findings, &period), "Topics by week");
}

static void a_title_says_how_many_outlets_are_steady(void **state)
{
    static const struct {
        size_t steady, all;
        const char *title;
    } cases[] = {
        {3, 3, "Every outlet has articles in every week"},
        {2, 3, "Two of three outlets have articles in every week"},
        {1, 7, "One of seven outlets has articles in every week"},
        {0, 7, "None of seven outlets has articles in every week"},
        {14, 20, "14 of 20 outlets have articles in every week"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        expect_text(titles_outlets(&wording, cases[i].steady, cases[i].all), cases[i].title);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_agree_with_their_nouns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_end_with_and, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_names_are_cut_at_a_blank, set_up, tear_down),
        cmocka_unit_test_setup_teardown(how_far_it_went_is_told_without_a_sign, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_period_is_called_by_its_length, set_up, tear_down),
        cmocka_unit_test_setup_teardown(weekly_charts_begin_and_end_with_whole_weeks, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_title_says_how_many_articles_of_when, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_standfirst_promises_only_what_the_report_has, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_comparison_says_how_it_came_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_clear_change_is_told_with_its_interval, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_speaker_whose_share_changed_clearly_is_told_as_such,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_not_there_before_is_new, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_did_not_change_clearly_is_told_as_the_largest, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(one_article_alone_is_told_in_hits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_title_of_topics_claims_no_more_than_the_tests, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_title_of_terms_names_them_or_counts_all, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(one_long_quotation_makes_no_leader, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_title_says_how_many_outlets_are_steady, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_peak_is_looked_for_in_the_weeks_shown, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
