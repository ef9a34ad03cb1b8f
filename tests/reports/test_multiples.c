#include "tests/reports/figures.h"

static void few_weeks_without_a_month_name_their_first_day(void **state)
{
    static const double values[] = {0.1, 0.2, 0.15};
    struct chart_trend trend = {.label = span_of("A"), .values = values};
    struct chart_multiples all = {
        .trends = &trend, .count = 1, .week_count = 3, .unit = UNIT_SHARE};
    struct scene scene = SCENE_OF(typeset, 240, 90);

    (void)state;
    assert_true(week_read(&all.first_week, span_of("2022-W20")));
    chart_multiples.draw(&scene, frame_of(&scene), &all);
    assert_true(has_tick(&scene, "16\u00A0May"));
    assert_true(has_tick(&scene, "5\u00A0Jun"));
    scene_release(&scene);
}

static void a_gap_breaks_the_line(void **state)
{
    double values[] = {0.1, 0.2, NAN, 0.3, 0.2, 0.1};
    struct chart_trend trend = {.label = span_of("a"), .values = values};
    struct chart_multiples data = {
        .trends = &trend, .count = 1, .first_week = 2900, .week_count = 6, .unit = UNIT_SHARE};
    struct figure figure = {.title = span_of("t"),
                            .alternative = span_of("x"),
                            .recipe = &chart_multiples,
                            .data = &data};
    struct scene scene = draw_figure(&figure, 280);
    size_t lines = 0, points = 0;

    (void)state;
    for (size_t i = 0; i < scene.count; i++)
        if (scene.marks[i].kind == MARK_LINE && scene.marks[i].role == ROLE_DATA) {
            lines++;
            points += scene.marks[i].point_count;
        }
    assert_int_equal(lines, 2);
    assert_int_equal(points, 5);
    scene_release(&scene);
}

/* Whether the line runs through the box. */
static bool line_meets(const struct mark *line, struct box box)
{
    for (size_t i = 0; i + 1 < line->point_count; i++) {
        struct point a = line->points[i], b = line->points[i + 1];

        for (double x = fmax(a.x, box.x); x <= fmin(b.x, box.x + box.width); x += 0.5) {
            double y = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);

            if (y > box.y && y < box.y + box.height)
                return true;
        }
    }
    return false;
}

/* What the letters of a text cover. */
static struct box ink_of(const struct scene *scene, const char *text)
{
    const struct mark *mark = text_mark(scene, text);

    return (struct box){mark->box.x, mark->baseline - 6, mark->box.width, 6};
}

static void the_last_value_stands_clear_of_its_line(void **state)
{
    static const double weeks[][6] = {
        {0.31, 0.36, 0.43, 0.29, 0.46, 0.925}, {0.925, 0.46, 0.29, 0.43, 0.36, 0.31},
        {0.9, 0.9, 0.9, 0.9, 0.9, 0.02},       {0.1, 0.1, 0.1, 0.1, 0.9, 0.5},
        {0.9, 0.9, 0.9, 0.9, 0.1, 0.5},        {0.9, 0.9, 0.9, 0.9, 0.9, 0.9},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(weeks); i++) {
        struct chart_trend trend = {.label = span_of("The ten"), .values = weeks[i]};
        struct chart_multiples data = {
            .trends = &trend, .count = 1, .first_week = 2900, .week_count = 6, .unit = UNIT_SHARE};
        struct scene scene = SCENE_OF(typeset, 250, 90);
        struct format_text last = format_value(&tongues[TONGUE_ENGLISH], weeks[i][5], UNIT_SHARE);
        struct box ink;

        chart_multiples.draw(&scene, frame_of(&scene), &data);
        ink = ink_of(&scene, last.text);
        for (size_t m = 0; m < scene.count; m++)
            if (scene.marks[m].kind == MARK_LINE && scene.marks[m].role == ROLE_DATA &&
                line_meets(&scene.marks[m], ink))
                fail_msg("the line of case %zu runs through %s", i, last.text);
        scene_release(&scene);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_weeks_without_a_month_name_their_first_day),
        cmocka_unit_test(a_gap_breaks_the_line),
        cmocka_unit_test(the_last_value_stands_clear_of_its_line),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_all);
}
