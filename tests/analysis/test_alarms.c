#include "analysis/measures/alarms.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

enum { WEEKS_MOST = 24 };

/* Printed circuits, 20 samples of 5 boards (Montgomery 2009, 7.3), by R 4.2.2. */
static void the_u_chart_of_printed_circuits_matches_r(void **state)
{
    static const uint64_t faults[] = {10, 12, 8, 14, 10, 16, 11, 7,  10, 15,
                                      9,  5,  7, 11, 12, 6,  8,  10, 7,  5};
    struct exposed boards[20];
    struct alarms_point points[20];
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < 20; i++)
        boards[i] = (struct exposed){faults[i], 5};
    assert_true(alarms_u_chart(points, boards, 20, 3, &fault));
    for (size_t i = 0; i < 20; i++) {
        assert_close(points[i].value, (double)faults[i] / 5, 1e-15);
        assert_close(points[i].middle, 1.93, 1e-14);
        assert_close(points[i].high, 3.793866948, 1e-10);
        assert_close(points[i].low, 0.06613305196, 1e-10);
        assert_int_equal(points[i].out, 0);
    }
}

/* Worked by tests/tables/alarms.py, 50 digits, from the definitions. */
static const struct known_week {
    struct exposed week;
    double middle, low, high, laney_low, laney_high;
} known_weeks[] = {
#define TABLE_LANEY
#include "tests/tables/alarms.inc"
#undef TABLE_LANEY
};

static void charts_match_worked_values(void **state)
{
    struct exposed weeks[COUNT_OF(known_weeks)];
    struct alarms_point plain[COUNT_OF(known_weeks)], laney[COUNT_OF(known_weeks)];
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_weeks); i++)
        weeks[i] = known_weeks[i].week;
    assert_true(alarms_u_chart(plain, weeks, COUNT_OF(known_weeks), 3, &fault));
    assert_true(alarms_laney(laney, weeks, COUNT_OF(known_weeks), 3, &fault));
    for (size_t i = 0; i < COUNT_OF(known_weeks); i++) {
        const struct known_week *known = &known_weeks[i];

        assert_close(plain[i].middle, known->middle, 1e-14);
        assert_close(plain[i].low, known->low, 1e-12);
        assert_close(plain[i].high, known->high, 1e-13);
        assert_close(laney[i].low, known->laney_low, 1e-12);
        assert_close(laney[i].high, known->laney_high, 1e-13);
        /* 31 of 55 stand out of Poisson's limits, not of those the weeks give themselves. */
        assert_int_equal(plain[i].out, i == 3);
        assert_int_equal(laney[i].out, 0);
    }
}

/* NIST handbook 6.3.2.4: 20 values, lambda 0.3, target 50, sigma 2.0539. */
static void the_ewma_chart_matches_nist(void **state)
{
    static const double values[] = {52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5,
                                    49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    static const double printed[] = {50.6,    49.52,   50.564,  50.1848, 50.1594, 49.2116, 49.7481,
                                     49.8537, 50.2576, 50.3303, 50.1112, 49.3578, 49.5205, 50.0543,
                                     49.378,  49.9246, 50.7272, 51.2291, 51.9403, 51.9882};
    const struct alarms_plan plan = {0.3, 3, 50, 2.0539};
    struct alarms_point points[200];
    double many[200];
    struct fault fault;

    (void)state;
    assert_true(alarms_ewma(points, values, 20, plan, &fault));
    for (size_t i = 0; i < 20; i++) {
        assert_true(fabs(points[i].value - printed[i]) <= 5.1e-5);
        assert_int_equal(points[i].out, 0);
    }
    /* The first is a single value's: 3 x 0.3 x 2.0539. NIST prints where they settle. */
    assert_close(points[0].high, 50 + 3 * 0.3 * 2.0539, 1e-14);
    for (size_t i = 0; i < 200; i++)
        many[i] = i < 100 ? 50 : 52;
    assert_true(alarms_ewma(points, many, 200, plan, &fault));
    assert_close(points[199].high, 52.58843174, 1e-10);
    assert_close(points[199].low, 47.41156826, 1e-10);
    assert_close(points[199].value, 52, 1e-14);
}

static void a_lambda_of_one_is_the_value_itself(void **state)
{
    static const double values[] = {1, 5, -4};
    struct alarms_point points[3];
    struct fault fault;

    (void)state;
    assert_true(alarms_ewma(points, values, 3, (struct alarms_plan){1, 3, 0, 1}, &fault));
    for (size_t i = 0; i < 3; i++) {
        assert_near(points[i].value, values[i], 1e-15);
        assert_near(points[i].high, 3, 1e-15);
    }
    assert_int_equal(points[0].out, 0);
    assert_int_equal(points[1].out, 1);
    assert_int_equal(points[2].out, -1);
}

static const struct known_drift {
    double value, middle, spread;
} known_drift[] = {
#define TABLE_HAMPEL
#include "tests/tables/alarms.inc"
#undef TABLE_HAMPEL
};

static void hampel_finds_the_spikes_of_a_drift(void **state)
{
    double values[COUNT_OF(known_drift)];
    struct alarms_point points[COUNT_OF(known_drift)];
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(values); i++)
        values[i] = known_drift[i].value;
    assert_true(alarms_hampel(points, values, COUNT_OF(values), 2, 3, &fault));
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        assert_close(points[i].middle, known_drift[i].middle, 1e-15);
        assert_close(points[i].high, known_drift[i].middle + known_drift[i].spread, 1e-13);
        assert_close(points[i].low, known_drift[i].middle - known_drift[i].spread, 1e-12);
        assert_int_equal(points[i].out, i == 3 ? 1 : i == 9 ? -1 : 0);
    }
}

static void hampel_follows_scale_and_level(void **state)
{
    uint64_t seed = 20241209;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 300; round++) {
        double values[40], moved[40];
        size_t count = 1 + numbers_below(&seed, 40), reach = 1 + numbers_below(&seed, 50);
        struct alarms_point points[40], others[40];
        struct fault fault;

        for (size_t i = 0; i < count; i++) {
            values[i] = numbers_below(&seed, 64);
            moved[count - 1 - i] = 8 - 2 * values[i]; /* exact, and backwards */
        }
        assert_true(alarms_hampel(points, values, count, reach, 3, &fault));
        assert_true(alarms_hampel(others, moved, count, reach, 3, &fault));
        for (size_t i = 0; i < count; i++) {
            assert_near(others[count - 1 - i].middle, 8 - 2 * points[i].middle, 0);
            assert_near(others[count - 1 - i].high, 8 - 2 * points[i].low, 1e-14);
            assert_true(points[i].low <= points[i].middle && points[i].middle <= points[i].high);
        }
    }
}

/* Worked by tests/tables/alarms.py: fits by Newton's method, the law term by term. */
static const struct known_forecast {
    const char *name;
    size_t count;
    uint64_t counts[WEEKS_MOST];
    double exposures[WEEKS_MOST];
    size_t terms;
    struct exposed now;
    double expected, variance, dispersion, p;
    uint64_t threshold;
    size_t outbreaks;
} known_forecasts[] = {
#define TABLE_FORECASTS
#include "tests/tables/alarms.inc"
#undef TABLE_FORECASTS
};

/* Week numbers, and after them one pair of harmonics of 12 weeks where terms are 3. */
static void fill_terms(double *row, double week, size_t terms)
{
    if (terms > 0)
        row[0] = week;
    regression_harmonics(row + 1, week, 12, terms / 2);
}

static void forecast_known(struct alarms_forecast *forecast, const struct known_forecast *known)
{
    double terms[(WEEKS_MOST + 1) * 3];
    struct regression_data past = {known->counts, known->exposures, terms,
                                   known->count,  known->terms,     NULL};
    struct fault fault;

    for (size_t week = 0; week <= known->count; week++)
        fill_terms(&terms[week * known->terms], (double)week, known->terms);
    assert_true(alarms_forecast(forecast, &past, &terms[known->count * known->terms], known->now,
                                0.005, &fault));
}

static void forecasts_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_forecasts); i++) {
        const struct known_forecast *known = &known_forecasts[i];
        struct alarms_forecast forecast;

        print_message("    %s\n", known->name);
        forecast_known(&forecast, known);
        assert_close(forecast.expected, known->expected, 1e-10);
        assert_close(forecast.variance, known->variance, 1e-10);
        assert_close(forecast.dispersion, known->dispersion, 1e-10);
        assert_close(forecast.p, known->p, 1e-10);
        assert_int_equal(forecast.threshold, known->threshold);
        assert_int_equal(forecast.outbreaks, known->outbreaks);
        assert_int_equal(forecast.alarm, known->now.count > known->threshold);
    }
}

/*
 * R 4.2.2 with the residuals and weights of surveillance 1.20.3, glm() and
 * qnbinom(); its iterations stopped at 1e-15 in place of 1e-8.
 */
static void forecasts_match_surveillance(void **state)
{
    static const struct {
        size_t known;
        double expected, dispersion, variance;
    } r[] = {
        {0, 15.03436024829, 2.61990821233, 46.40527811071},
        {1, 14.18443556074, 2.52205403168, 37.26393790401},
        {4, 30.8336966037, 1, 45.6060880522},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(r); i++) {
        struct alarms_forecast forecast;

        forecast_known(&forecast, &known_forecasts[r[i].known]);
        assert_close(forecast.expected, r[i].expected, 1e-10);
        assert_close(forecast.dispersion, r[i].dispersion, 1e-10);
        assert_close(forecast.variance, r[i].variance, 1e-10);
        if (i > 0)
            continue;
        assert_close(forecast.p, 0.112977548272, 1e-10);
        assert_int_equal(forecast.threshold, 37);
    }
}

static void forecast_after(struct alarms_forecast *forecast, uint64_t outbreak, uint64_t now)
{
    uint64_t counts[WEEKS_MOST];
    double exposures[WEEKS_MOST];
    struct regression_data past = {counts, exposures, NULL, WEEKS_MOST, 0, NULL};
    struct fault fault;

    for (size_t i = 0; i < WEEKS_MOST; i++) {
        counts[i] = i == 9 ? outbreak : 10 + i % 3;
        exposures[i] = 100;
    }
    assert_true(alarms_forecast(forecast, &past, NULL, (struct exposed){now, 100}, 0.005, &fault));
}

/*
 * The past is the same but for one outbreak, of 40 or of 400. It does not hide one of three fifths
 * of its size; but weighed once by residuals that it widens itself, that of 400 hides one of 60.
 */
static void a_past_outbreak_hides_no_new_one_near_its_size(void **state)
{
    static const uint64_t outbreaks[] = {40, 400};
    struct alarms_forecast forecast;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(outbreaks); i++) {
        forecast_after(&forecast, outbreaks[i], outbreaks[i] * 3 / 5);
        print_message("    %d: %.2f expected, threshold %d, dispersion %.2f\n", (int)outbreaks[i],
                      forecast.expected, (int)forecast.threshold, forecast.dispersion);
        assert_int_equal(forecast.outbreaks, 1);
        assert_true(forecast.expected > 10.5 && forecast.expected < 14);
        assert_true(forecast.alarm);
    }
    forecast_after(&forecast, 40, 60);
    assert_true(forecast.alarm);
    forecast_after(&forecast, 400, 60);
    assert_false(forecast.alarm);
}

static double false_alarms(double spread, uint64_t *seed)
{
    enum { ROUNDS = 1500, WEEKS = 40 };
    int alarms = 0;

    for (int round = 0; round < ROUNDS; round++) {
        uint64_t counts[WEEKS + 1];
        double exposures[WEEKS + 1], weeks[WEEKS + 1];
        struct regression_data past = {counts, exposures, weeks, WEEKS, 1, NULL};
        struct alarms_forecast forecast;
        struct fault fault;

        for (size_t i = 0; i <= WEEKS; i++) {
            /* A rate of mean 0.1 that varies from week to week by `spread`. */
            double rate = 0.1 * (1 + spread * (2 * numbers_uniform(seed) - 1));

            weeks[i] = (double)i;
            exposures[i] = 150 + numbers_below(seed, 100);
            counts[i] = numbers_poisson(seed, rate * exposures[i]);
        }
        assert_true(alarms_forecast(&forecast, &past, &weeks[WEEKS],
                                    (struct exposed){counts[WEEKS], exposures[WEEKS]}, 0.025,
                                    &fault));
        assert_int_equal(forecast.alarm, forecast.p <= 0.025);
        assert_true(forecast.variance >= forecast.expected && forecast.p >= 0 && forecast.p <= 1);
        alarms += forecast.alarm;
    }
    return (double)alarms / ROUNDS;
}

static void ordinary_weeks_raise_no_more_alarms_than_alpha(void **state)
{
    uint64_t seed = 20241205;
    double even, wild;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    even = false_alarms(0, &seed);
    wild = false_alarms(0.8, &seed);
    print_message("    alpha 0.025: Poisson %.4f, over-dispersed %.4f\n", even, wild);
    assert_true(even > 0.005 && even < 0.035);
    assert_true(wild > 0.005 && wild < 0.045);
}

static void impossible_charts_are_refused(void **state)
{
    const struct exposed weeks[] = {{1, 10}, {2, 0}}, none[] = {{0, 5}, {0, 5}},
                         same[] = {{3, 10}, {3, 10}}, even[] = {{3, 10}, {3, 10}, {9, 10}},
                         unheard[] = {{3, 10}, {4, 10}, {0, 0}};
    struct alarms_next next = {.p = -1};
    const double values[] = {1, NAN};
    const struct alarms_plan plan = {0.3, 3, 0, 1}, idle = {0, 3, 0, 1}, flat = {0.3, 3, 0, 0};
    struct alarms_point points[2] = {{.value = -1}};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(alarms_u_chart(points, weeks, 2, 3, &fault));
    assert_string_equal(fault.message, "alarms: week 2 has the exposure 0");
    assert_false(alarms_u_chart(points, weeks, 1, 0, &fault));
    assert_string_equal(fault.message, "alarms: the width 0 is not above 0");
    assert_false(alarms_u_chart(points, none, 2, 3, &fault));
    assert_string_equal(fault.message, "alarms: there are no hits");
    assert_false(alarms_u_chart(points, weeks, 0, 3, &fault));
    assert_false(alarms_laney(points, none, 2, 3, &fault));
    assert_false(alarms_laney(points, same, 2, 3, &fault));
    assert_string_equal(fault.message, "alarms: the weeks do not vary");
    assert_false(alarms_laney(points, weeks, 1, 3, &fault));
    assert_false(alarms_ewma(points, values, 2, plan, &fault));
    assert_string_equal(fault.message, "ewma: value 2 is no number");
    assert_false(alarms_ewma(points, values, 0, plan, &fault));
    assert_string_equal(fault.message, "ewma: there are no values");
    assert_false(alarms_ewma(points, values, 1, idle, &fault));
    assert_string_equal(fault.message, "ewma: lambda 0, width 3 and sigma 1 do not serve");
    assert_false(alarms_ewma(points, values, 1, flat, &fault));
    assert_false(alarms_hampel(points, values, 1, 0, 3, &fault));
    assert_string_equal(fault.message, "hampel: the reach 0 and width 3 do not serve");
    assert_false(alarms_hampel(points, values, 2, 1, 3, &fault));
    assert_string_equal(fault.message, "hampel: value 2 is no number");
    assert_false(alarms_laney_next(&next, same, 2, 3, &fault));
    assert_string_equal(fault.message, "alarms: 2 weeks are too few");
    assert_false(alarms_ewma_next(&next, unheard, 3, 0.3, 3, &fault));
    assert_string_equal(fault.message, "alarms: week 3 has the exposure 0");
    assert_false(alarms_ewma_next(&next, unheard, 3, 0, 3, &fault));
    assert_string_equal(fault.message, "ewma: lambda 0 is not above 0 and up to 1");
    assert_false(alarms_ewma_next(&next, even, 3, 0.3, 3, &fault));
    assert_string_equal(fault.message, "alarms: the weeks do not vary");
    assert_near(next.p, -1, 0);
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_near(points[0].value, -1, 0);
}

static void impossible_forecasts_are_refused(void **state)
{
    const uint64_t counts[] = {3, 4, 5, 3}, none[4] = {0};
    const double exposures[] = {10, 10, 10, 10};
    struct regression_data past = {counts, exposures, NULL, 4, 0, NULL};
    struct alarms_forecast forecast = {.p = -1};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(alarms_forecast(&forecast, &past, NULL, (struct exposed){1, 0}, 0.005, &fault));
    assert_string_equal(fault.message, "forecast: this week has the exposure 0");
    assert_false(alarms_forecast(&forecast, &past, NULL, (struct exposed){1, 10}, 0.5, &fault));
    assert_string_equal(fault.message, "forecast: alpha 0.5 is not between 0 and 0.5");
    assert_false(alarms_forecast(&forecast, &past, NULL, (struct exposed){1, 1e12}, 0.005, &fault));
    assert_string_equal(fault.message, "forecast: the counts are too large");
    past.counts = none;
    assert_false(alarms_forecast(&forecast, &past, NULL, (struct exposed){1, 10}, 0.005, &fault));
    assert_string_equal(fault.message, "regression: there are no hits");
    assert_near(forecast.p, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_u_chart_of_printed_circuits_matches_r),
        cmocka_unit_test(charts_match_worked_values),
        cmocka_unit_test(the_ewma_chart_matches_nist),
        cmocka_unit_test(a_lambda_of_one_is_the_value_itself),
        cmocka_unit_test(hampel_finds_the_spikes_of_a_drift),
        cmocka_unit_test(hampel_follows_scale_and_level),
        cmocka_unit_test(forecasts_match_worked_values),
        cmocka_unit_test(forecasts_match_surveillance),
        cmocka_unit_test(a_past_outbreak_hides_no_new_one_near_its_size),
        cmocka_unit_test(ordinary_weeks_raise_no_more_alarms_than_alpha),
        cmocka_unit_test(impossible_charts_are_refused),
        cmocka_unit_test(impossible_forecasts_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("alarms", tests, NULL, NULL);
}
