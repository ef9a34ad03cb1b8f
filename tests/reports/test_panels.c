#include "tests/support.h"

#include "reports/charts/chart_bursts.h"
#include "reports/charts/chart_multiples.h"
#include "reports/charts/chart_network.h"
#include "reports/charts/chart_xray.h"
#include "reports/pages/panel_alarms.h"
#include "reports/pages/panel_bonds.h"
#include "reports/pages/panel_places.h"
#include "reports/pages/panel_uses.h"
#include "tests/reports/findings.h"
#include "tests/reports/seen.h"

#include <stdio.h>
#include <string.h>

static struct findings findings;

static int set_up(void **state)
{
    (void)state;
    invented_findings(&findings);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    findings_release(&findings);
    return 0;
}

static const struct weekly_about english = {.tongue = &tongues[TONGUE_ENGLISH],
                                            .created = {"2025-11-30T00:00:00Z", 20}};

static void expect_words(struct span text, const char *expected)
{
    if (!says(text, expected))
        fail_msg("'%.*s' does not say '%s'", SPAN_PRINT(text), expected);
}

/* Articles of the term in the order of the findings: `first` and the `count` after it. */
static void use_in(struct term_finding *term, uint32_t first, uint32_t count)
{
    term->articles = count;
    term->evidence->count = count;
    for (uint32_t i = 0; i < count; i++)
        term->evidence->items[i].article = first + i;
}

static void an_x_ray_has_a_tick_for_each_article(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct edition edition;
    struct figure figure;
    const struct chart_xray *data;

    (void)state;
    edition_open(&edition, &document, &findings, &english);
    assert_true(panel_places_drawn(&findings));
    figure = panel_places_xray(&edition, "places");
    data = figure.data;
    /* "blackout" and "ballot" changed clearly; then "water" and "power". */
    assert_int_equal(data->count, 4);
    assert_int_equal(data->column_count, 7);
    assert_true(data->shaded[5] && data->shaded[6] && !data->shaded[4]);
    assert_int_equal(count_marks(&figure, MARK_LINE, ROLE_DATA), 5 + 1 + 15 + 10);
    for (size_t r = 0; r < data->count; r++)
        for (size_t i = 0; i < data->rows[r].count; i++)
            assert_true(data->rows[r].places[i] >= 0 && data->rows[r].places[i] <= 1);
    expect_words(figure.title, "\u201Cblackout\u201D: more than half of its articles are of 24");
    expect_words(figure.subtitle, "time of publication (UTC)");
    expect_words(figure.subtitle, "Blue: used clearly more often than before. Brown: less often.");
    expect_words(prose_plain(figure.note), "2\u00A0terms that changed clearly, then");
    expect_words(prose_plain(figure.note), "10\u00A0articles without a time of day stand");
    expect_words(prose_plain(figure.note), "Shaded: the weekend.");
    findings.clear_terms = 3;
    expect_words(prose_plain(panel_places_xray(&edition, "places").note),
                 "2 of 3\u00A0terms that changed clearly, then the content words used most.");
    document_release(&document);
}

/* Six articles of Monday, when a seventh of all came, are told; ten of two days are not. */
static void a_day_of_most_articles_is_told_of_a_term_that_changed(void **state)
{
    static const struct {
        uint32_t first, count;
        const char *title;
    } cases[] = {
        {0, 6, "\u201Cblackout\u201D: more than half of its articles are of 24\u00A0November"},
        {0, 4, "Where words fall this week"},  /* too few */
        {0, 12, "Where words fall this week"}, /* half of them on each of two days */
    };

    (void)state;
    findings.risen[0].evidence->items =
        arena_new(&findings.arena, INVENTED_ARTICLES, sizeof(struct evidence_item));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct edition edition;
        struct span title;

        use_in(&findings.risen[0], cases[i].first, cases[i].count);
        edition_open(&edition, &document, &findings, &english);
        title = panel_places_xray(&edition, "places").title;
        expect_words(title, cases[i].title);
        document_release(&document);
    }
}

/* A DP that two terms share as printed names neither. */
static void the_most_and_least_even_terms_are_told(void **state)
{
    static const struct {
        double dp[4];
        const char *title;
    } cases[] = {
        {{0.5, 0.91, 0.2, 0.6},
         "\u201Cwater\u201D is spread most evenly, \u201Cballot\u201D least"},
        {{0.5, 0.91, 0.2, 0.913}, "\u201Cwater\u201D is spread most evenly"},
        {{0.2, 0.91, 0.2, 0.6}, "\u201Cballot\u201D is spread least evenly"},
        {{0.2, 0.91, 0.2, 0.91}, "Where words fall this week"},
        {{0.2, 0.91, 0.2, -1}, "Where words fall this week"}, /* one has none */
    };
    struct term_finding *terms[] = {findings.risen, findings.fallen, &findings.frequent[0],
                                    &findings.frequent[1]};

    (void)state;
    use_in(&findings.risen[0], 0, 4);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct edition edition;
        struct span title;

        for (size_t t = 0; t < COUNT_OF(terms); t++) {
            terms[t]->has_dp = cases[i].dp[t] >= 0;
            terms[t]->dp = cases[i].dp[t];
        }
        edition_open(&edition, &document, &findings, &english);
        title = panel_places_xray(&edition, "places").title;
        if (!span_is(title, cases[i].title))
            fail_msg("'%.*s' is not '%s'", SPAN_PRINT(title), cases[i].title);
        document_release(&document);
    }
}

static void places_without_times_are_days(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct edition edition;
    struct figure figure;

    (void)state;
    for (size_t i = 0; i < findings.articles_shown_count; i++)
        findings.articles_shown[i].seconds = ANNOTATE_NO_TIME;
    edition_open(&edition, &document, &findings, &english);
    figure = panel_places_xray(&edition, "places");
    expect_words(figure.subtitle, "an article that uses the term, on its day");
    expect_words(prose_plain(figure.note), "Without times of day, articles stand side by side");
    document_release(&document);
}

static void a_long_span_is_cut_into_columns_of_weeks(void **state)
{
    static const struct {
        int32_t days;
        size_t columns;
        const char *note;
    } cases[] = {{1, 1, "The"},
                 {10, 10, "Shaded"},
                 {11, 2, "A column is a week"},
                 {70, 10, "A column is a week"},
                 {71, 6, "A column is two weeks"},
                 {401, 10, "A column is six weeks"}};

    (void)state;
    findings.study_week = WEEK_NONE;
    findings.risen_count = findings.fallen_count = 0;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct edition edition;
        struct figure figure;

        findings.study_first = findings.study_last - cases[i].days + 1;
        edition_open(&edition, &document, &findings, &english);
        figure = panel_places_xray(&edition, "places");
        assert_int_equal(((const struct chart_xray *)figure.data)->column_count, cases[i].columns);
        expect_words(prose_plain(figure.note), cases[i].note);
        document_release(&document);
    }
}

static void the_week_of_the_highest_rate_is_told(void **state)
{
    static const struct {
        size_t peak, other;
        const char *title;
    } cases[] = {{12, 12, "\u201Cblackout\u201D: its highest rate is this week\u2019s"},
                 {4, 4, "its highest rate was in the week of"},
                 {4, 5, "Terms over 13 weeks"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct edition edition;
        struct figure figure;

        memset(findings.risen[0].weeks, 0, findings.week_count * sizeof(double));
        findings.risen[0].weeks[cases[i].peak] = findings.risen[0].weeks[cases[i].other] = 90;
        edition_open(&edition, &document, &findings, &english);
        figure = panel_uses_weeks(&edition, "places");
        expect_words(figure.title, cases[i].title);
        expect_words(figure.subtitle, "the terms above that changed clearly");
        assert_int_equal(((const struct chart_multiples *)figure.data)->count, 2);
        document_release(&document);
    }
}

static void a_network_counts_the_pairs_that_it_draws(void **state)
{
    static const struct {
        size_t pairs;
        const char *note;
    } cases[] = {{3, "3 pairs of words that rose"}, {12, "12 pairs of words that rose"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct edition edition;
        struct figure figure;

        invented_bonds(&findings, cases[i].pairs);
        edition_open(&edition, &document, &findings, &english);
        figure = panel_bonds_network(&edition, "words");
        expect_words(figure.title,
                     "\u201Cwater\u201D and \u201Cpower\u201D keep the closest company");
        expect_words(prose_plain(figure.note), cases[i].note);
        assert_false(says(prose_plain(figure.note), "no room"));
        assert_int_equal(((const struct chart_network *)figure.data)->edge_count, cases[i].pairs);
        document_release(&document);
    }
    findings.bond_count = PANEL_BONDS_LEAST - 1;
    assert_false(panel_bonds_drawn(&findings));
}

static void pairs_that_find_no_room_are_counted(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct edition edition;
    struct figure figure;
    const struct chart_network *data;

    (void)state;
    invented_bonds(&findings, 90);
    for (size_t i = 0; i < findings.bond_count; i++) {
        char word[48];

        (void)snprintf(word, sizeof word, "%s-%zu", i % 2 ? "überall" : "antidisestablishment", i);
        findings.bonds[i].words[1] = arena_copy(&findings.arena, span_of(word));
    }
    edition_open(&edition, &document, &findings, &english);
    figure = panel_bonds_network(&edition, "words");
    data = figure.data;
    assert_int_equal(data->count, 40);
    assert_in_range(data->edge_count, 30, 89);
    expect_words(prose_plain(figure.note), "of 90\u00A0pairs");
    expect_words(prose_plain(figure.note), "The others bring words that find no room.");
    document_release(&document);
}

static void a_strip_has_the_bursts_of_this_week_first(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct edition edition;
    struct figure figure;
    const struct chart_bursts *data;

    (void)state;
    edition_open(&edition, &document, &findings, &english);
    assert_int_equal(panel_alarms_bursts(&findings), 2);
    figure = panel_alarms_strip(&edition, "discovered");
    data = figure.data;
    expect_words(figure.title, "In a burst this week: Energy");
    assert_int_equal(data->count, 2);
    assert_true(span_is(data->rows[0].label, "Energy") && data->rows[0].now);
    assert_true(span_is(data->rows[0].weeks, "W47\u2013W48"));
    assert_true(span_is(data->rows[1].weeks, "W39") && !data->rows[1].now);
    /* Every week has hits. */
    assert_int_equal(count_marks(&figure, MARK_RECT, ROLE_DATA), 2 * 13);
    findings.burst_count = 0;
    assert_int_equal(panel_alarms_bursts(&findings), 0);
    findings.burst_count = 2;
    findings.bursts[0].last = 11;
    expect_words(panel_alarms_strip(&edition, "discovered").title, "No burst reaches this week");
    document_release(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_x_ray_has_a_tick_for_each_article, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_day_of_most_articles_is_told_of_a_term_that_changed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_most_and_least_even_terms_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(places_without_times_are_days, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_long_span_is_cut_into_columns_of_weeks, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_week_of_the_highest_rate_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_network_counts_the_pairs_that_it_draws, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(pairs_that_find_no_room_are_counted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_strip_has_the_bursts_of_this_week_first, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
