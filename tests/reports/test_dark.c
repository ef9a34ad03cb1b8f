#include "tests/support.h"

#include "reports/draw/dark.h"
#include "reports/draw/theme.h"

static const uint32_t texts[] = {COLOUR_INK,  COLOUR_SECONDARY, COLOUR_TERTIARY, COLOUR_MORE,
                                 COLOUR_LESS, COLOUR_NOTICE,    COLOUR_THIRD};

static void texts_are_read_on_the_dark_ground_and_panel(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        uint32_t dark = dark_text(texts[i]);

        if (theme_contrast(dark, dark_mark(COLOUR_PAPER)) < 4.5 ||
            theme_contrast(dark, dark_mark(COLOUR_PANEL)) < 4.5)
            fail_msg("#%06X is #%06X in the dark, too near the ground", texts[i], dark);
    }
}

/* Every colour that carries meaning alone: the tones. */
static void marks_stand_out_of_the_dark_ground(void **state)
{
    (void)state;
    for (int tone = 0; tone < TONES; tone++)
        assert_true(
            theme_contrast(dark_mark(theme_tone((enum tone)tone)), dark_mark(COLOUR_PAPER)) >= 3);
}

/* A cell's number is white or black by day, whichever is read; so it is in the dark. */
static void a_number_on_a_ramp_is_read_in_the_dark(void **state)
{
    (void)state;
    for (int i = 0; i <= 1000; i++) {
        uint32_t cell = theme_sequential(i / 1000.0);
        uint32_t text = theme_contrast(COLOUR_PAPER, cell) >= 4.5 ? COLOUR_PAPER : COLOUR_BLACK;

        if (theme_contrast(dark_text(text), dark_mark(cell)) < 4.5)
            fail_msg("on #%06X, which is #%06X in the dark", cell, dark_mark(cell));
    }
}

/* The ramp's low end lies at the ground and its high end farthest, on both screens. */
static void a_ramp_rises_from_the_ground(void **state)
{
    double before = 0;

    (void)state;
    for (int i = 0; i <= 20; i++) {
        double contrast =
            theme_contrast(dark_mark(theme_sequential(i / 20.0)), dark_mark(COLOUR_PAPER));

        assert_true(contrast > before);
        before = contrast;
    }
}

static void what_stands_out_by_day_stands_out_in_the_dark(void **state)
{
    static const uint32_t by_contrast[] = {COLOUR_PAPER,    COLOUR_PANEL,     COLOUR_GRID,
                                           COLOUR_RULE,     COLOUR_FAINT,     COLOUR_CONTEXT,
                                           COLOUR_TERTIARY, COLOUR_SECONDARY, COLOUR_INK};

    (void)state;
    for (size_t i = 1; i < COUNT_OF(by_contrast); i++)
        assert_true(theme_contrast(dark_mark(by_contrast[i]), dark_mark(COLOUR_PAPER)) >
                    theme_contrast(dark_mark(by_contrast[i - 1]), dark_mark(COLOUR_PAPER)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_read_on_the_dark_ground_and_panel),
        cmocka_unit_test(marks_stand_out_of_the_dark_ground),
        cmocka_unit_test(a_number_on_a_ramp_is_read_in_the_dark),
        cmocka_unit_test(a_ramp_rises_from_the_ground),
        cmocka_unit_test(what_stands_out_by_day_stands_out_in_the_dark),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
