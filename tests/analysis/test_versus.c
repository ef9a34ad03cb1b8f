#include "analysis/versus.h"
#include "analysis/waves.h"
#include "analysis/weeks.h"
#include "corpus/base/span.h"
#include "tests/support.h"

static int32_t day(const char *text)
{
    int32_t number;

    assert_true(day_read(&number, span_of(text)));
    return number;
}

/* Every third day from Thursday 2 January to Sunday 30 March 2025: weeks 1 to 13. */
static size_t days_of_set(int32_t *days)
{
    size_t count = 0;

    for (int32_t at = day("2025-01-02"); at <= day("2025-03-30"); at += 3)
        days[count++] = at;
    days[count++] = day("2025-03-30");
    return count;
}

static bool choose(struct weeks_plan *plan, struct weeks_wish wish, struct fault *fault)
{
    int32_t days[64];
    size_t count = days_of_set(days);

    wish.week = WEEK_NONE;
    wish.baseline_weeks = 12;
    wish.today = day("2026-01-01");
    return weeks_choose(plan, &wish, days, count, fault);
}

static const struct {
    const char *a_first, *a_last, *b_first, *b_last;
    const char *fault; /* what it says; NULL where the two can be compared */
} spans[] = {
    {"2025-01-06", "2025-01-12", "2025-02-03", "2025-02-09", NULL},
    {"2025-02-03", "2025-02-09", "2025-01-06", "2025-01-12", NULL},
    {"2025-01-02", "2025-01-31", "2025-02-01", "2025-03-30", NULL},
    {"2025-01-01", "2025-01-31", "2025-02-01", "2025-03-31", NULL},
    {"2025-01-06", "2025-01-12", "2025-01-12", "2025-01-19", "share days"},
    {"2025-01-06", "2025-03-12", "2025-02-03", "2025-02-09", "share days"},
    {"2025-01-06", "2025-01-12", "2026-02-02", "2026-02-08",
     "no articles in the days from 2026-02-02"},
    {"2024-01-06", "2024-01-12", "2025-01-06", "2025-01-12",
     "no articles in the days from 2024-01-06"},
};

static void two_spans_of_days_are_sides_wherever_they_lie(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(spans); i++) {
        struct weeks_plan plan;
        struct fault fault = FAULT_EMPTY;
        struct weeks_wish wish = {
            .against = WEEKS_AGAINST_DAYS,
            .first = day(spans[i].b_first),
            .last = day(spans[i].b_last),
            .other_first = day(spans[i].a_first),
            .other_last = day(spans[i].a_last),
        };
        bool done = choose(&plan, wish, &fault);

        assert_int_equal(done, spans[i].fault == NULL);
        if (!done) {
            assert_non_null(strstr(fault.message, spans[i].fault));
            continue;
        }
        assert_true(weeks_in_baseline(&plan, wish.other_first));
        assert_true(weeks_in_baseline(&plan, wish.other_last));
        assert_false(weeks_in_baseline(&plan, wish.first));
        assert_true(weeks_in_study(&plan, wish.first));
        assert_false(weeks_in_study(&plan, wish.other_last));
        assert_int_equal(plan.week_count,
                         day_week(plan.study_last) == plan.week_first + 13 ? 14 : 13);
        assert_int_equal(plan.shift, 0);
        assert_int_equal(weeks_of_trend(&plan).first, 0);
        assert_int_equal(weeks_of_trend(&plan).end, day_week(wish.last) - plan.week_first + 1);
    }
}

static void two_outlets_are_laid_end_to_end(void **state)
{
    struct weeks_plan plan;
    struct fault fault = FAULT_EMPTY;
    struct weeks_wish wish = {
        .against = WEEKS_AGAINST_OUTLET, .first = day("2025-01-08"), .last = day("2025-02-12")};

    (void)state;
    assert_true(choose(&plan, wish, &fault));
    assert_int_equal(plan.shift, 7 * 6);
    assert_int_equal(plan.week_count, 12);
    for (int32_t at = wish.first; at <= wish.last; at++) {
        assert_true(weeks_in_baseline(&plan, at));
        assert_false(weeks_in_study(&plan, at));
        assert_true(weeks_in_study(&plan, at + plan.shift));
        assert_false(weeks_in_baseline(&plan, at + plan.shift));
        assert_int_equal(weeks_index(&plan, at + plan.shift), weeks_index(&plan, at) + 6);
        assert_int_equal(weeks_at(&plan, weeks_index(&plan, at)), day_week(at));
        assert_int_equal(weeks_at(&plan, weeks_index(&plan, at + plan.shift)), day_week(at));
    }
    assert_int_equal(weeks_of_trend(&plan).first, 6);
    assert_int_equal(weeks_of_trend(&plan).end, 12);
}

static void undated_articles_have_no_sides(void **state)
{
    struct weeks_plan plan;
    struct fault fault = FAULT_EMPTY;
    struct weeks_wish wish = {.week = WEEK_NONE,
                              .first = DAY_NONE,
                              .last = DAY_NONE,
                              .baseline_weeks = 12,
                              .against = WEEKS_AGAINST_OUTLET};

    (void)state;
    assert_false(weeks_choose(&plan, &wish, NULL, 0, &fault));
    assert_non_null(strstr(fault.message, "no article is dated"));
}

enum { WEEKS = 8 };

/* Weeks 2 and 5 are the sides; the last one is partial, the one before it a gap. */
static struct findings findings_of(struct findings_week *weeks, enum weeks_against against)
{
    memset(weeks, 0, WEEKS * sizeof *weeks);
    weeks[2].in_baseline = true;
    weeks[5].in_study = true;
    weeks[6].gap = true;
    weeks[7].partial = true;
    return (struct findings){.weeks = weeks, .week_count = WEEKS, .against = against};
}

static void other_weeks_tell_how_much_two_single_weeks_may_differ(void **state)
{
    struct findings_week weeks[WEEKS];
    struct findings days = findings_of(weeks, WEEKS_AGAINST_DAYS);
    struct findings before = findings_of(weeks, WEEKS_AGAINST_BEFORE);
    struct proportion shares[WEEKS];
    struct spread alone = SPREAD_EMPTY, with = SPREAD_EMPTY;

    (void)state;
    for (uint32_t w = 0; w < WEEKS; w++)
        shares[w] = (struct proportion){10 + w, 100};
    shares[6].hits = shares[6].of = 0;
    waves_add(&with, &days, shares);
    waves_add(&alone, &before, shares);
    assert_int_equal(waves_weeks(&days), 4); /* 0, 1, 3 and 4 */
    assert_near(with.freedom, 3, 0);
    assert_int_equal(waves_weeks(&before), 0);
    assert_near(alone.freedom, 0, 0);
}

/* --- both surveys --------------------------------------------------------------------- */

static struct evidence_item item_a = {.article = 0}, item_b = {.article = 1};

static void rows_hold_both_sides_and_their_evidence(void **state)
{
    struct evidence of_a = {
        .key = span_of("health"), .slug = span_of("health"), .items = &item_a, .count = 1};
    struct evidence of_b = {
        .key = span_of("health"), .slug = span_of("health"), .items = &item_b, .count = 1};
    struct findings_article shown_a[] = {{.id = span_of("from A")}};
    struct findings_article shown_b[] = {{.id = span_of("b1")}, {.id = span_of("b2")}};
    struct topic_finding topics_a[] = {
        {.key = span_of("health"), .articles = 9, .evidence = &of_a}};
    struct topic_finding topics_b[] = {
        {.key = span_of("sport")},
        {.key = span_of("health"), .articles = 3, .baseline_articles = 9, .evidence = &of_b}};
    struct findings a = {.topics = topics_a,
                         .topic_count = 1,
                         .topic_articles = 30,
                         .articles_shown = shown_a,
                         .articles_shown_count = 1,
                         .evidence = &of_a,
                         .evidence_count = 1,
                         .period = span_of("A")};
    struct findings b = {.topics = topics_b,
                         .topic_count = 2,
                         .topic_articles = 20,
                         .articles_shown = shown_b,
                         .articles_shown_count = 2,
                         .evidence = &of_b,
                         .evidence_count = 1,
                         .period = span_of("B")};
    struct versus versus;

    (void)state;
    versus_make(&versus, &a, &b);
    assert_int_equal(versus.topics.count, 1); /* sport is on neither side */
    assert_int_equal(versus.topics.items[0].a_count, 9);
    assert_int_equal(versus.topics.items[0].a_total, 30);
    assert_int_equal(versus.topics.items[0].b_count, 3);
    assert_int_equal(versus.topics.items[0].b_total, 20);
    assert_true(span_equal(b.articles_shown[versus.topics.items[0].evidence_a->items[0].article].id,
                           span_of("from A")));
    assert_true(span_equal(b.articles_shown[versus.topics.items[0].evidence_b->items[0].article].id,
                           span_of("b2")));
    assert_int_equal(b.evidence_count, 2);
    assert_true(span_equal(b.evidence[0].slug, span_of("health")));
    assert_true(span_equal(b.evidence[1].slug, span_of("a-health")));
    assert_true(span_equal(b.evidence[1].side, span_of("A")));
    findings_release(&b);
    findings_release(&a);
}

static void terms_have_their_rates_on_both_sides(void **state)
{
    struct keyness_row keyness[] = {{.term = span_of("tide"), .study = 3, .reference = 8}};
    struct findings a = {.words = 0};
    struct findings b = {.words = 4000, .keyness_rows = keyness, .keyness_row_count = 1};
    struct versus versus;

    (void)state;
    versus_make(&versus, &a, &b);
    assert_int_equal(versus.terms.count, 1);
    assert_true(versus.terms.items[0].b.has_value && !versus.terms.items[0].b.has_interval);
    assert_near(versus.terms.items[0].b.value, 750, 0);
    assert_false(versus.terms.items[0].a.has_value);
    assert_string_equal(versus.terms.items[0].a.note, "no words");
    findings_release(&b);
    findings_release(&a);
}

/* --- what is told first --------------------------------------------------------------- */

static struct versus_row row_of(const char *key, double difference, enum direction direction)
{
    return (struct versus_row){
        .key = span_of(key),
        .change = {.difference = {.value = difference, .has_value = true}, .direction = direction}};
}

static void assert_most(struct versus_row *items, size_t count, const char *key)
{
    struct versus_rows rows = {.items = items, .count = count};
    const struct versus_row *most = versus_most_different(&rows);

    if (key)
        assert_true(most && span_is(most->key, key));
    else
        assert_null(most);
}

static void the_clear_difference_that_is_largest_is_told(void **state)
{
    struct versus_row rows[] = {
        row_of("untested", 0.9, CHANGE_UNTESTED), row_of("large", -0.5, CHANGE_NONE),
        row_of("clear", 0.1, CHANGE_UP),          row_of("clearer", -0.2, CHANGE_DOWN),
        row_of("as clear", 0.2, CHANGE_UP),       row_of("larger", 0.6, CHANGE_NONE),
        row_of("nobody", 0.8, CHANGE_UP),
    };

    (void)state;
    rows[6].unattributed = true;
    assert_most(rows, COUNT_OF(rows), "clearer"); /* the first of two as large */
    assert_most(rows, 3, "clear");
    assert_most(rows, 2, "large");
    assert_most(rows, 1, NULL);
    assert_most(rows + 5, 2, "larger"); /* the only clear one is nobody's */
    assert_most(rows + 6, 1, NULL);
    assert_most(rows, 0, NULL);
}

static void the_term_whose_ratio_is_surest_is_told(void **state)
{
    struct term_finding up = {.log_ratio = {.value = 5, .low = 1.5, .high = 8}};
    struct term_finding down = {.log_ratio = {.value = -3, .low = -4, .high = -2}};
    struct findings b = {.risen = &up, .fallen = &down};
    struct versus versus = {.b = &b};

    (void)state;
    assert_null(versus_surest_term(&versus));
    b.risen_count = 1;
    assert_ptr_equal(versus_surest_term(&versus), &up);
    b.fallen_count = 1;
    assert_ptr_equal(versus_surest_term(&versus), &down);
    up.log_ratio.low = 2;
    assert_ptr_equal(versus_surest_term(&versus), &up);
    b.risen_count = 0;
    assert_ptr_equal(versus_surest_term(&versus), &down);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_spans_of_days_are_sides_wherever_they_lie),
        cmocka_unit_test(two_outlets_are_laid_end_to_end),
        cmocka_unit_test(undated_articles_have_no_sides),
        cmocka_unit_test(other_weeks_tell_how_much_two_single_weeks_may_differ),
        cmocka_unit_test(rows_hold_both_sides_and_their_evidence),
        cmocka_unit_test(terms_have_their_rates_on_both_sides),
        cmocka_unit_test(the_clear_difference_that_is_largest_is_told),
        cmocka_unit_test(the_term_whose_ratio_is_surest_is_told),
    };

    return cmocka_run_group_tests_name("versus", tests, NULL, NULL);
}
