#include "tests/support.h"

#include "corpus/base/day.h"
#include "reports/draw/dodge.h"
#include "reports/draw/scale.h"
#include "reports/draw/theme.h"
#include "reports/draw/ticks.h"

static double chance(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

static void ticks_are(struct ticks ticks, const double *expected, size_t count)
{
    assert_int_equal(ticks.count, count);
    for (size_t i = 0; i < count; i++)
        assert_near(ticks.values[i], expected[i], 1e-9);
}

static void round_numbers_are_chosen(void **state)
{
    (void)state;
    ticks_are(ticks_linear(0, 100, 5), (double[]){0, 25, 50, 75, 100}, 5);
    ticks_are(ticks_linear(0, 0.2, 5), (double[]){0, 0.05, 0.1, 0.15, 0.2}, 5);
    ticks_are(ticks_linear(-1, 1, 5), (double[]){-1, -0.5, 0, 0.5, 1}, 5);
    ticks_are(ticks_linear(0, 10, 3), (double[]){0, 5, 10}, 3);
}

static void any_range_gets_rising_multiples_of_its_step(void **state)
{
    uint64_t seed = 3;

    (void)state;
    for (int i = 0; i < 3000; i++) {
        double low = (chance(&seed) - 0.5) * pow(10, floor(chance(&seed) * 9) - 3);
        double high = low + chance(&seed) * pow(10, floor(chance(&seed) * 9) - 3) + 1e-6;
        int target = 2 + (int)(chance(&seed) * 7);
        struct ticks ticks = ticks_linear(low, high, target);

        assert_in_range(ticks.count, 2, 2 * (unsigned)target);
        for (size_t t = 0; t < ticks.count; t++) {
            assert_true(fabs(remainder(ticks.values[t], ticks.step)) < 1e-6 * ticks.step);
            if (t)
                assert_near(ticks.values[t] - ticks.values[t - 1], ticks.step, 1e-9);
        }
        assert_true(ticks.values[0] < high && ticks.values[ticks.count - 1] > low);
    }
}

static void ticks_inside_stay_inside(void **state)
{
    uint64_t seed = 5;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        double low = chance(&seed);
        double high = low + chance(&seed) + 0.001;
        struct ticks ticks = ticks_inside(low, high, 5);

        assert_true(ticks.count >= 2);
        for (size_t t = 0; t < ticks.count; t++)
            assert_true(ticks.values[t] >= low - 1e-9 && ticks.values[t] <= high + 1e-9);
    }
}

static void odd_ranges_still_get_ticks(void **state)
{
    (void)state;
    assert_in_range(ticks_linear(5, 5, 4).count, 2, 12);
    assert_in_range(ticks_linear(0, 0, 4).count, 2, 12);
    assert_in_range(ticks_linear(0, 1e300, 4).count, 2, 12);
    assert_in_range(ticks_linear(0, 1e-300, 4).count, 2, 12);
    assert_int_equal(ticks_linear(NAN, 1, 4).count, 0);
    assert_int_equal(ticks_linear(0, INFINITY, 4).count, 0);
    assert_int_equal(ticks_log(0, 10, 4).count, 0);
    assert_int_equal(ticks_ratio(-INFINITY, 0, 5).count, 0);
}

static void powers_come_before_twos_and_fives(void **state)
{
    (void)state;
    ticks_are(ticks_log(1, 1000, 4), (double[]){1, 10, 100, 1000}, 4);
    ticks_are(ticks_log(1, 10, 4), (double[]){1, 2, 5, 10}, 4);
    assert_true(ticks_log(1, 1e12, 5).count <= 5);
}

static void ratios_are_symmetric(void **state)
{
    (void)state;
    ticks_are(ticks_ratio(-5, 5, 5), (double[]){-4, -2, 0, 2, 4}, 5);
    ticks_are(ticks_ratio(-0.5, 3.2, 5), (double[]){0, 2}, 2);
    ticks_are(ticks_ratio(-0.5, 0.5, 5), (double[]){0}, 1);
}

static void months_start_on_their_first_monday(void **state)
{
    int32_t first;
    struct ticks ticks;

    (void)state;
    assert_true(week_read(&first, span_of("2026-W23"))); /* Monday 1 June */
    ticks = ticks_months(first, 26, 12);
    assert_int_equal(ticks.count, 6);
    assert_int_equal(day_civil(week_monday((int32_t)ticks.values[1])).month, 7);
    assert_int_equal(ticks_months(first, 26, 3).count, 3);
    assert_int_equal(ticks_months(first, 0, 3).count, 0);
}

static void the_unit_stands_on_the_last_tick(void **state)
{
    struct ticks ticks = ticks_linear(0, 0.2, 5);
    struct ticks fine = {.values = {0, 0.025, 0.05}, .count = 3, .step = 0.025};

    (void)state;
    assert_string_equal(ticks_label(&tongues[TONGUE_ENGLISH], &ticks, 1, UNIT_SHARE).text, "5");
    assert_string_equal(ticks_label(&tongues[TONGUE_ENGLISH], &ticks, 4, UNIT_SHARE).text, "20%");
    assert_string_equal(ticks_label(&tongues[TONGUE_ENGLISH], &fine, 1, UNIT_SHARE).text, "2.5");
    assert_string_equal(ticks_label(&tongues[TONGUE_ENGLISH], &fine, 2, UNIT_COUNT).text, "0.050");
    ticks = ticks_ratio(-5, 5, 5);
    assert_string_equal(ticks_label(&tongues[TONGUE_ENGLISH], &ticks, 0, UNIT_LOG2).text,
                        "\u00F716");
    assert_string_equal(ticks_label(&tongues[TONGUE_ENGLISH], &ticks, 2, UNIT_LOG2).text, "same");
}

static void scales_place_their_ends_and_what_lies_between(void **state)
{
    uint64_t seed = 11;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        double low = chance(&seed), high = low + 0.1 + chance(&seed);
        struct scale line = scale_linear(low, high, 300, 40);
        struct scale log = scale_log(low + 0.1, high + 0.1, 10, 90);

        assert_near(scale_place(line, low), 300, 1e-9);
        assert_near(scale_place(line, high), 40, 1e-9);
        assert_near(scale_place(line, (low + high) / 2), 170, 1e-9);
        assert_near(scale_place(log, low + 0.1), 10, 1e-9);
        assert_near(scale_place(log, sqrt((low + 0.1) * (high + 0.1))), 50, 1e-9);
    }
    assert_near(scale_place(scale_linear(3, 3, 0, 10), 3), 5, 1e-12);
    assert_near(scale_band_width(10, 40, 3), 10, 1e-12);
}

static void labels_keep_order_pitch_and_bounds(void **state)
{
    uint64_t seed = 13;

    (void)state;
    for (int i = 0; i < 500; i++) {
        double places[12];
        size_t count = 1 + (size_t)(chance(&seed) * 12);

        places[0] = chance(&seed) * 40;
        for (size_t k = 1; k < count; k++)
            places[k] = places[k - 1] + chance(&seed) * 6;
        dodge_labels(places, count, 9.5, 0, 120);
        assert_true(places[0] >= -1e-9 && places[count - 1] <= 120 + 1e-9);
        for (size_t k = 1; k < count; k++)
            assert_true(places[k] - places[k - 1] >= 9.5 - 1e-9);
    }
}

static void labels_that_are_clear_do_not_move(void **state)
{
    double clear[] = {10, 30, 50};
    double tied[] = {20, 20};
    double many[] = {1, 2, 3, 4};

    (void)state;
    dodge_labels(clear, 3, 9.5, 0, 60);
    assert_near(clear[1], 30, 1e-12);
    dodge_labels(tied, 2, 10, 0, 60);
    assert_near(tied[0], 15, 1e-12);
    assert_near(tied[1], 25, 1e-12);
    dodge_labels(many, 4, 10, 0, 15); /* no room: the pitch shrinks */
    assert_near(many[0], 0, 1e-12);
    assert_near(many[3], 15, 1e-12);
    dodge_labels(NULL, 0, 10, 0, 15);
}

/* As a printer without colour has it: the grey of the same lightness. */
static uint32_t grey_of(uint32_t colour)
{
    uint32_t low = 0, high = 255;

    while (low < high) { /* contrast with white falls as a grey grows lighter */
        uint32_t level = (low + high) / 2;

        if (theme_contrast(level * 0x010101, COLOUR_PAPER) > theme_contrast(colour, COLOUR_PAPER))
            low = level + 1;
        else
            high = level;
    }
    return low * 0x010101;
}

/* More, less and plain lie steps apart; the sign, side or width beside them says the rest. */
static void tones_stay_apart_without_colour(void **state)
{
    const uint32_t paper = COLOUR_PAPER, panel = COLOUR_PANEL;
    uint32_t tones[] = {grey_of(theme_tone(TONE_MORE)), grey_of(theme_tone(TONE_LESS)),
                        grey_of(theme_tone(TONE_PLAIN))};

    (void)state;
    assert_int_equal(grey_of(0x808080), 0x808080);
    for (size_t i = 0; i < COUNT_OF(tones); i++) {
        assert_true(theme_contrast(tones[i], paper) >= 3);
        assert_true(theme_contrast(tones[i], panel) >= 3);
        assert_true(i == 0 || theme_contrast(tones[i - 1], tones[i]) >= 1.4);
    }
    for (int i = 0; i < 20; i++)
        assert_true(theme_contrast(grey_of(theme_sequential(i / 20.0)), paper) <
                    theme_contrast(grey_of(theme_sequential((i + 1) / 20.0)), paper));
    assert_true(format_points(&tongues[TONGUE_ENGLISH], 0.043).text[0] == '+');
    assert_true(strncmp(format_points(&tongues[TONGUE_ENGLISH], -0.043).text, "\u2212", 3) == 0);
    assert_true(strncmp(format_value(&tongues[TONGUE_ENGLISH], 2, UNIT_LOG2).text, "\u00D7", 2) ==
                0);
    assert_true(strncmp(format_value(&tongues[TONGUE_ENGLISH], -2, UNIT_LOG2).text, "\u00F7", 2) ==
                0);
}

static void colours_have_the_contrast_they_are_listed_with(void **state)
{
    (void)state;
    assert_near(theme_contrast(COLOUR_INK, COLOUR_PAPER), 17.4, 0.005);
    assert_near(theme_contrast(COLOUR_TERTIARY, COLOUR_PAPER), 5.3, 0.02);
    for (int s = 0; s < STYLES; s++) {
        assert_true(theme_contrast(theme.styles[s].colour, COLOUR_PANEL) >= 4.5);
        assert_true(theme.styles[s].size >= 6.5);
    }
    for (int t = 0; t < TONES; t++)
        assert_true(theme_contrast(theme_tone((enum tone)t), COLOUR_PAPER) >= 3);
    for (int i = 0; i <= 100; i++)
        assert_true(fmax(theme_contrast(theme_sequential(i / 100.0), COLOUR_PAPER),
                         theme_contrast(theme_sequential(i / 100.0), COLOUR_BLACK)) >= 4.5);
    assert_int_equal(theme_sequential(-1), 0xF3F6F9);
    assert_int_equal(theme_sequential(2), 0x08274E);
    assert_int_equal(theme_mix(0x000000, 0xFFFFFF, 0.5), 0x808080);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_numbers_are_chosen),
        cmocka_unit_test(any_range_gets_rising_multiples_of_its_step),
        cmocka_unit_test(ticks_inside_stay_inside),
        cmocka_unit_test(odd_ranges_still_get_ticks),
        cmocka_unit_test(powers_come_before_twos_and_fives),
        cmocka_unit_test(ratios_are_symmetric),
        cmocka_unit_test(months_start_on_their_first_monday),
        cmocka_unit_test(the_unit_stands_on_the_last_tick),
        cmocka_unit_test(scales_place_their_ends_and_what_lies_between),
        cmocka_unit_test(labels_keep_order_pitch_and_bounds),
        cmocka_unit_test(labels_that_are_clear_do_not_move),
        cmocka_unit_test(tones_stay_apart_without_colour),
        cmocka_unit_test(colours_have_the_contrast_they_are_listed_with),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
