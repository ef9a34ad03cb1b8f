#include "tests/reports/balance_paper.h"

#include "analysis/headlines.h"
#include "reports/charts/chart_matrix.h"
#include "reports/pages/panel_apart.h"
#include "reports/pages/panel_balance.h"
#include "reports/pages/panel_trends.h"
#include "reports/pages/titles_trends.h"
#include "reports/pages/titles_voices.h"

/* --- what is clear ------------------------------------------------------------------------- */

static void a_trend_is_clear_by_interval_q_and_within_outlets(void **state)
{
    static const struct {
        double low, high, q, within_low, within_high;
        bool has_within;
        enum direction direction;
    } cases[] = {
        {0.01, 0.05, 0.05, 0.01, 0.05, true, CHANGE_UP},
        {0.01, 0.05, 0.06, 0.01, 0.05, true, CHANGE_NONE},
        {0.01, 0.05, 0.001, -0.01, 0.05, true, CHANGE_NONE},
        {0.01, 0.05, 0.001, 0, 0, false, CHANGE_UP},
        {-0.05, -0.01, 0.001, -0.05, -0.01, true, CHANGE_DOWN},
        {-0.05, -0.01, 0.001, -0.05, 0.01, true, CHANGE_NONE},
        {-0.01, 0.01, 0.001, -0.05, -0.01, true, CHANGE_NONE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct trend_finding trend = {
            .slope = invented_estimate(0, cases[i].low, cases[i].high),
            .q = cases[i].q,
            .within = invented_estimate(0, cases[i].within_low, cases[i].within_high)};

        trend.within.has_interval = cases[i].has_within;
        if (findings_trend_direction(&trend) != cases[i].direction)
            fail_msg("case %zu", i);
        trend.slope.has_interval = false;
        assert_int_equal(findings_trend_direction(&trend), CHANGE_UNTESTED);
    }
}

/* Who changed clearly comes before who was quoted most, whichever way. */
static void the_speaker_who_changed_most_of_those_clearly_is_chosen(void **state)
{
    (void)state;
    assert_int_equal(headlines_speaker_changed(&findings), findings.speaker_count);
    for (size_t i = 0; i < findings.speaker_count; i++)
        findings.speakers[i].change = (struct change){
            .difference = invented_estimate(0.5, 0.4, 0.6), .direction = CHANGE_NONE};
    assert_int_equal(headlines_speaker_changed(&findings), findings.speaker_count);
    findings.speakers[2].change =
        (struct change){.difference = invented_estimate(0.1, 0.05, 0.2), .direction = CHANGE_UP};
    assert_int_equal(headlines_speaker_changed(&findings), 2);
    findings.speakers[1].change = (struct change){.difference = invented_estimate(-0.2, -0.3, -0.1),
                                                  .direction = CHANGE_DOWN};
    assert_int_equal(headlines_speaker_changed(&findings), 1);
    findings.speakers[3].change =
        (struct change){.difference = invented_estimate(0.2, 0.1, 0.3), .direction = CHANGE_UP};
    assert_int_equal(headlines_speaker_changed(&findings), 1); /* the first of two as large */
    findings.speakers[1].unattributed = true;
    assert_int_equal(headlines_speaker_changed(&findings), 3);
    findings.speaker_count = 0;
    assert_int_equal(headlines_speaker_changed(&findings), 0);
}

static void a_lead_by_few_quotations_makes_no_headline(void **state)
{
    static const struct {
        uint32_t articles, quotes, in_articles;
        bool interval, leads;
    } cases[] = {
        {40, 1, 1, true, false}, {40, 2, 2, true, false},  {40, 3, 1, true, false},
        {40, 3, 2, true, true},  {40, 3, 2, false, false}, {7, 3, 2, false, true},
        {7, 3, 1, false, false}, {1, 3, 1, false, true},   {1, 2, 1, false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        findings.articles = cases[i].articles;
        findings.speakers[0].quotes = cases[i].quotes;
        findings.speakers[0].articles = cases[i].in_articles;
        findings.speakers[0].share.has_interval = cases[i].interval;
        if (headlines_speaker_leads(&findings) != cases[i].leads)
            fail_msg("case %zu", i);
    }
    findings.speakers[0].unattributed = true;
    assert_false(headlines_speaker_leads(&findings));
    findings.speaker_count = 0;
    assert_false(headlines_speaker_leads(&findings));
}

/* --- titles -------------------------------------------------------------------------------- */

static void a_title_of_trends_claims_what_is_clear(void **state)
{
    static const struct {
        double slopes[3]; /* 0: not clear */
        const char *title;
    } cases[] = {
        {{0.033, 0, 0}, "Energy rises by 3.3% a week"},
        {{0, -0.12, 0}, "Politics and government falls by 12.0% a week"},
        {{0.03, 0.02, 0}, "Two" NB "topics rising"},
        {{0.03, -0.02, 0}, "One" NB "topic rising; one falling"},
        {{-0.03, -0.02, -0.01}, "Three" NB "topics falling"},
        {{0, 0, 0}, "No clear trend over 13" NB "weeks"},
    };
    struct period_weeks weeks = {0, 13};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        for (size_t t = 0; t < 3; t++) {
            double slope = cases[i].slopes[t];

            findings.trends[t].slope = findings.trends[t].within =
                invented_estimate(slope, slope - fabs(slope) / 2 - (slope == 0),
                                  slope + fabs(slope) / 2 + (slope == 0));
            findings.trends[t].q = 0.01;
        }
        expect_text(titles_trends(&wording, &findings, weeks), cases[i].title);
    }
    findings.trend_count = 0;
    weeks.count = 1;
    expect_text(titles_trends(&wording, &findings, weeks), "Topics over 1 week");
}

static void titles_of_voices_agree_in_number(void **state)
{
    static const struct {
        size_t once, people;
        const char *title;
    } ranks[] = {
        {24, 31, "24 of 31" NB "people were quoted once"},
        {1, 12, "One of 12" NB "people was quoted once"},
        {0, 12, "Everybody was quoted more than once"},
        {12, 12, "Nobody was quoted twice"},
    };
    static const struct {
        size_t fresh, back;
        const char *title;
    } arrivals[] = {
        {5, 2, "Five" NB "voices are new; two return"},
        {1, 1, "One" NB "voice is new; one returns"},
        {13, 0, "13" NB "voices are new"},
        {0, 1, "One" NB "voice returns"},
        {0, 3, "Three" NB "voices return"},
        {0, 0, "Nobody is new"},
    };
    static const struct {
        uint32_t people;
        const char *title;
    } balance[] = {
        {1, "One" NB "person was quoted"},
        {10, "Ten" NB "people were quoted"},
        {11, "Ten of 11" NB "people have 91.0% of the words with a speaker"},
        {2020, "Ten of 2,020" NB "people have 91.0% of the words with a speaker"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ranks); i++)
        expect_text(titles_voices_ranks(&wording, ranks[i].once, ranks[i].people), ranks[i].title);
    for (size_t i = 0; i < COUNT_OF(arrivals); i++)
        expect_text(titles_voices_arrivals(&wording, arrivals[i].fresh, arrivals[i].back),
                    arrivals[i].title);
    for (size_t i = 0; i < COUNT_OF(balance); i++) {
        findings.voices.people = balance[i].people;
        expect_text(titles_voices_balance(&wording, &findings), balance[i].title);
    }
}

static void a_title_of_an_attribute_tells_the_larger_of_known_and_unknown(void **state)
{
    const struct speaker_row row = {.group = span_of("Reform"),
                                    .share = invented_estimate(0.4, 0.2, 0.6)};
    struct span party = span_of("party");

    (void)state;
    expect_text(titles_voices_attribute(&wording, party, &row, 0.3),
                "Party: Reform has 40.0% of quoted words");
    expect_text(titles_voices_attribute(&wording, party, &row, 0.5),
                "Party: unknown for 50.0% of quoted words");
    expect_text(titles_voices_attribute(&wording, party, NULL, 1),
                "Party: unknown for 100% of quoted words");
}

/* --- figures ------------------------------------------------------------------------------- */

static size_t coloured(const struct figure *figure, enum tone tone)
{
    const struct chart_matrix *matrix = figure->data;
    size_t count = 0;

    for (size_t i = 0; i < matrix->row_count * matrix->column_count; i++)
        count += matrix->cells[i].tone == tone;
    return count;
}

static void only_what_its_interval_sets_apart_is_coloured(void **state)
{
    struct paper paper;
    struct figure figure;

    (void)state;
    paper_open(&paper, TONGUE_ENGLISH);
    figure = panel_apart_outlets(&paper.edition);
    assert_int_equal(coloured(&figure, TONE_MORE), 1);
    assert_int_equal(coloured(&figure, TONE_LESS), 1);
    expect_text(figure.title, "Energy: Coastline News differs most");
    expect_text(prose_plain(figure.note),
                "Coloured: 2 of 6" NB "shares with an interval; by chance alone about one "
                "would be.");
    findings.topic_groups[0].share.has_interval = false;
    findings.topic_groups[4].share.low = 0;
    findings.topic_groups[4].share.high = 0.5;
    figure = panel_apart_outlets(&paper.edition);
    assert_int_equal(coloured(&figure, TONE_PLAIN), 6);
    expect_text(figure.title, "Topics by outlet");
    expect_part(prose_plain(figure.note), "None of 5" NB "shares with an interval is coloured");
    paper_release(&paper);
}

static void speakers_are_set_against_their_share_of_all_words(void **state)
{
    struct paper paper;
    struct figure figure;
    const struct chart_matrix *matrix;

    (void)state;
    paper_open(&paper, TONGUE_ENGLISH);
    assert_true(panel_apart_voices_has(&findings));
    figure = panel_apart_voices(&paper.edition, "voices");
    matrix = figure.data;
    assert_int_equal(matrix->column_count, 2); /* nobody is quoted on sport */
    assert_int_equal(matrix->row_count, 5); /* of eight with three quotations, three on neither */
    assert_int_equal(coloured(&figure, TONE_MORE), 1);
    expect_text(figure.title, "Energy: Helena Vorsk differs most");
    expect_text(figure.csv, "speaker_topics.csv");
    for (size_t i = 0; i < INVENTED_VOICES; i++)
        findings.speakers[i].quotes = 2;
    assert_false(panel_apart_voices_has(&findings));
    paper_release(&paper);
}

static void as_many_as_chance_sets_apart_make_no_title(void **state)
{
    struct paper paper;
    struct figure figure;

    (void)state;
    paper_open(&paper, TONGUE_ENGLISH);
    for (size_t i = 0; i < INVENTED_VOICES; i++) {
        findings.speakers[i].quotes = 5;
        findings.matrix[i * findings.topic_count].words = 10;
    }
    figure = panel_apart_voices(&paper.edition, "voices");
    assert_int_equal(coloured(&figure, TONE_MORE), 1); /* of 24 */
    expect_text(figure.title, "Who was quoted on what");
    paper_release(&paper);
}

static void values_of_the_roster_stand_by_words_and_unknown_apart(void **state)
{
    struct paper paper;
    struct figure figure;

    (void)state;
    paper_open(&paper, TONGUE_ENGLISH);
    figure = panel_balance_attribute(&paper.edition, 0, 12);
    expect_text(figure.title, "Party: Harbour List has 50.0% of quoted words");
    expect_text(figure.csv, "speakers_by_party.csv");
    expect_part(figure.alternative, "2 values of party by share of quoted words; the first is "
                                    "Harbour List with 50.0%");
    expect_part(figure.alternative, "Unknown: 15.0%.");
    assert_true(panel_balance_by_outlet(&findings, 0));
    findings.attributes[0].count = 4; /* no outlet has rows of its own */
    assert_false(panel_balance_by_outlet(&findings, 0));
    findings.attributes[0].count = 0;
    assert_false(panel_balance_known(&findings, 0));
    paper_release(&paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_trend_is_clear_by_interval_q_and_within_outlets, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_speaker_who_changed_most_of_those_clearly_is_chosen,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_lead_by_few_quotations_makes_no_headline, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_title_of_trends_claims_what_is_clear, set_up, tear_down),
        cmocka_unit_test_setup_teardown(titles_of_voices_agree_in_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_title_of_an_attribute_tells_the_larger_of_known_and_unknown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_its_interval_sets_apart_is_coloured, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(speakers_are_set_against_their_share_of_all_words, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(as_many_as_chance_sets_apart_make_no_title, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(values_of_the_roster_stand_by_words_and_unknown_apart,
                                        set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
