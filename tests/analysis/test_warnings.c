#include "analysis/measures/numeric.h"
#include "analysis/peaks.h"
#include "analysis/warnings.h"
#include "analysis/watched.h"
#include "corpus/base/day.h"
#include "tests/numbers.h"

enum { WEEKS = 13 };

/* Findings of thirteen weeks, the last the study's, with these series. */
struct watch {
    struct findings findings;
    struct findings_week weeks[WEEKS];
    struct watched_series series[12];
    struct proportion counts[12][WEEKS];
};

/* Twelve topics of some 20 articles among 200 a week. */
static void start(struct watch *watch)
{
    *watch = (struct watch){.findings = {.study_week = 2000,
                                         .week_count = WEEKS,
                                         .weeks = watch->weeks,
                                         .watched = watch->series,
                                         .watched_count = 12}};
    for (size_t w = 0; w < WEEKS; w++)
        watch->weeks[w] = (struct findings_week){
            .week = 1988 + (int32_t)w, .in_study = w + 1 == WEEKS, .in_baseline = w + 1 < WEEKS};
    for (size_t i = 0; i < 12; i++) {
        watch->series[i] = (struct watched_series){
            .kind = WATCHED_TOPIC, .key = span_of("any"), .weeks = watch->counts[i], .effect = 1};
        for (size_t w = 0; w < WEEKS; w++)
            watch->counts[i][w] = (struct proportion){17 + (5 * i + 7 * w) % 8, 200};
    }
}

static void a_week_of_twice_as_much_is_an_alarm_by_all_methods(void **state)
{
    static struct watch watch;
    size_t alarms = 0;

    (void)state;
    start(&watch);
    watch.counts[4][WEEKS - 1].hits = 60;
    warnings_find(&watch.findings);
    assert_int_equal(watch.findings.alarm_count, 36);
    assert_int_equal(watch.findings.alarms_tested, 36);
    for (size_t i = 0; i < 36; i++) {
        const struct alarm_finding *alarm = &watch.findings.alarms[i];

        assert_null(alarm->note);
        assert_true(alarm->expected > 15 && alarm->expected < 25 && alarm->upper > 0);
        assert_true(alarm->p >= 0 && alarm->p <= alarm->q && alarm->q <= 1);
        assert_true(!alarm->alarm || i / 3 == 4);
        alarms += alarm->alarm;
    }
    assert_int_equal(alarms, 3);
    arena_release(&watch.findings.arena);
}

/* The first alarm of series 0 once `change` has been made. */
static const char *note_after(struct watch *watch)
{
    warnings_find(&watch->findings);
    return watch->findings.alarm_count ? watch->findings.alarms[0].note : "no rows";
}

static void what_cannot_be_asked_says_why(void **state)
{
    static struct watch watch;

    (void)state;
    start(&watch);
    watch.weeks[WEEKS - 1].partial = true;
    assert_string_equal(note_after(&watch), "the week is partial");
    arena_release(&watch.findings.arena);
    start(&watch);
    for (size_t w = 0; w < 5; w++)
        watch.weeks[w].partial = true;
    assert_string_equal(note_after(&watch), "fewer than 8 complete weeks before");
    arena_release(&watch.findings.arena);
    start(&watch);
    watch.counts[0][WEEKS - 1] = (struct proportion){0, 0};
    assert_string_equal(note_after(&watch), "nothing was counted this week");
    arena_release(&watch.findings.arena);
    start(&watch);
    for (size_t w = 0; w < WEEKS; w++)
        watch.counts[0][w].hits = 4;
    assert_string_equal(note_after(&watch), "fewer than 5 hits expected");
    arena_release(&watch.findings.arena);
    start(&watch);
    watch.series[0].effect = 5; /* 20 uses that come by fives are 4 of their own */
    assert_string_equal(note_after(&watch), "fewer than 5 hits expected");
    arena_release(&watch.findings.arena);
    start(&watch);
    watch.findings.study_week = WEEK_NONE;
    assert_string_equal(note_after(&watch), "no rows");
    arena_release(&watch.findings.arena);
}

static void weeks_of_the_same_rate_have_a_forecast_and_no_charts(void **state)
{
    static struct watch watch;

    (void)state;
    start(&watch);
    for (size_t w = 0; w < WEEKS; w++)
        watch.counts[0][w].hits = 20;
    assert_null(note_after(&watch));
    assert_string_equal(watch.findings.alarms[1].note, "the weeks before do not vary");
    assert_string_equal(watch.findings.alarms[2].note, "the weeks before do not vary");
    arena_release(&watch.findings.arena);
}

static void a_run_of_weeks_is_a_burst(void **state)
{
    static struct watch watch;

    (void)state;
    start(&watch);
    watch.counts[7][5].hits = 70;
    watch.counts[7][6].hits = 60;
    peaks_find(&watch.findings);
    assert_int_equal(watch.findings.burst_count, 1);
    assert_ptr_equal(watch.findings.bursts[0].series, &watch.series[7]);
    assert_int_equal(watch.findings.bursts[0].first, 5);
    assert_int_equal(watch.findings.bursts[0].last, 6);
    assert_true(watch.findings.bursts[0].weight > log(WEEKS));
    arena_release(&watch.findings.arena);
}

/* What comes by twenties is divided by twenty: there is no burst left in it. */
static void hits_that_come_together_are_no_burst(void **state)
{
    static struct watch watch;

    (void)state;
    start(&watch);
    watch.counts[7][5].hits = 60;
    watch.series[7].effect = 20;
    peaks_find(&watch.findings);
    assert_int_equal(watch.findings.burst_count, 0);
    arena_release(&watch.findings.arena);
}

/* --- watched series ------------------------------------------------------------------- */

static void a_week_in_which_nothing_was_counted_has_no_share(void **state)
{
    struct proportion weeks[] = {{3, 12}, {0, 12}, {0, 0}};
    struct watched_series series = {.weeks = weeks};

    (void)state;
    assert_near(watched_share(&series, 0), 0.25, 0);
    assert_near(watched_share(&series, 1), 0, 0);
    assert_true(isnan(watched_share(&series, 2)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_week_of_twice_as_much_is_an_alarm_by_all_methods),
        cmocka_unit_test(what_cannot_be_asked_says_why),
        cmocka_unit_test(weeks_of_the_same_rate_have_a_forecast_and_no_charts),
        cmocka_unit_test(a_run_of_weeks_is_a_burst),
        cmocka_unit_test(hits_that_come_together_are_no_burst),
        cmocka_unit_test(a_week_in_which_nothing_was_counted_has_no_share),
    };

    numeric_start();
    return cmocka_run_group_tests_name("warnings", tests, NULL, NULL);
}
