/* What a chart shows is what it was given. */
#include "tests/reports/figures.h"

/* The values of a recipe's data in the order of their marks. */
static size_t values_of(double *values, const struct recipe *recipe, const void *data)
{
    size_t count = 0;

    if (recipe == &chart_speakers) {
        const struct chart_speakers *speakers = data;

        for (; count < speakers->count; count++)
            values[count] = speakers->rows[count].share;
    } else if (recipe == &chart_keyness) {
        const struct chart_keyness *keyness = data;

        for (; count < keyness->count; count++)
            values[count] = keyness->rows[count].log_ratio;
    } else {
        const struct chart_matrix *matrix = data;

        for (; count < matrix->row_count * matrix->column_count; count++)
            values[count] = matrix->cells[count].value;
    }
    return count;
}

static void bars_and_areas_are_as_large_as_their_values(void **state)
{
    static const struct {
        const struct recipe *recipe;
        enum mark_kind kind;
    } cases[] = {
        {&chart_speakers, MARK_RECT}, {&chart_keyness, MARK_RECT}, {&chart_matrix, MARK_DOT}};
    struct invented *all = invented_new(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const void *data = data_of(all, cases[i].recipe);
        struct figure figure = invented_figure(all, cases[i].recipe, data, 12);
        struct scene scene = draw_figure(&figure, width_of(12));
        struct fault fault = FAULT_EMPTY;
        double values[400];
        size_t count = values_of(values, cases[i].recipe, data);

        if (!laws_sizes(&scene, cases[i].kind, values, count, &fault))
            fail_msg("%s: %s", cases[i].recipe->name, fault.message);
        scene_release(&scene);
    }
}

/* A row has its mark, a point its dot, a use of a word its tick. */
static void marks_are_as_many_as_their_rows(void **state)
{
    struct invented *all = invented_new(&arena);
    const struct {
        const struct recipe *recipe;
        enum mark_kind kind;
        size_t count;
    } cases[] = {
        {&chart_dots, MARK_DOT, INVENTED_TOPICS},
        {&chart_bump, MARK_DOT, INVENTED_TOPICS * (size_t)INVENTED_RANKS},
        {&chart_speakers, MARK_RECT, invented_speakers(all)->count},
        {&chart_keyness, MARK_RECT, invented_keyness(all)->count},
        {&chart_scatter, MARK_DOT, invented_scatter(all)->count},
        {&chart_slope, MARK_LINE, invented_slope(all)->count},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct figure figure =
            invented_figure(all, cases[i].recipe, data_of(all, cases[i].recipe), 12);
        struct scene scene = draw_figure(&figure, width_of(12));
        struct fault fault = FAULT_EMPTY;

        if (!laws_count(&scene, cases[i].kind, cases[i].count, &fault))
            fail_msg("%s: %s", cases[i].recipe->name, fault.message);
        scene_release(&scene);
    }
}

static void bars_are_as_long_as_their_values(void **state)
{
    struct chart_speaker rows[3] = {{.name = span_of("a"), .share = 0.4, .low = NAN, .high = NAN},
                                    {.name = span_of("b"), .share = 0.2, .low = NAN, .high = NAN},
                                    {.name = span_of("c"), .share = 0.1, .low = NAN, .high = NAN}};
    struct chart_speakers data = {rows, 3, span_of("quotes"), SPAN_EMPTY};
    struct figure figure = {.title = span_of("t"),
                            .alternative = span_of("x"),
                            .recipe = &chart_speakers,
                            .data = &data};
    struct scene scene = draw_figure(&figure, 280);
    double widths[3];
    size_t bars = 0;

    (void)state;
    for (size_t i = 0; i < scene.count; i++)
        if (scene.marks[i].kind == MARK_RECT && scene.marks[i].role == ROLE_DATA)
            widths[bars++] = scene.marks[i].box.width;
    assert_int_equal(bars, 3);
    assert_near(widths[0] / widths[1], 2, 1e-9);
    assert_near(widths[1] / widths[2], 2, 1e-9);
    scene_release(&scene);
}

static void dots_of_a_matrix_are_as_large_as_their_values(void **state)
{
    struct span names[] = {span_of("a"), span_of("b")};
    struct chart_matrix_cell cells[] = {
        {0.4, TONE_PLAIN}, {0.1, TONE_PLAIN}, {0, TONE_PLAIN}, {NAN, TONE_PLAIN}};
    struct chart_matrix data = {names, NULL, NULL, 2, names, 2, cells, UNIT_SHARE};
    struct scene scene = SCENE_OF(typeset, 280, 90);
    double widths[2] = {0};
    size_t dots = 0;

    (void)state;
    chart_matrix.draw(&scene, frame_of(&scene), &data);
    for (size_t i = 0; i < scene.count; i++)
        if (scene.marks[i].kind == MARK_DOT) {
            assert_in_range(dots, 0, 1);
            widths[dots++] = scene.marks[i].box.width;
        }
    assert_int_equal(dots, 2); /* none for nothing, none for an empty place */
    assert_near(widths[0] * widths[0] / (widths[1] * widths[1]), 4, 1e-9);
    scene_release(&scene);
}

static double distance(const struct scene *scene, const char *one, const char *other)
{
    const struct mark *a = text_mark(scene, one), *b = text_mark(scene, other);

    return hypot(a->box.x - b->box.x, a->box.y - b->box.y);
}

/* The line of data with this colour; fails where there is none. */
static const struct mark *line_of(const struct scene *scene, uint32_t colour)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct mark *mark = &scene->marks[i];

        if (mark->role == ROLE_DATA && mark->colour == colour &&
            (mark->kind == MARK_CURVE || mark->kind == MARK_LINE))
            return mark;
    }
    fail_msg("there is no line of #%06X", (unsigned)colour);
    return scene->marks;
}

/* Colour alone would be lost in print: what changed has a thicker line, or its side of the base. */
static void a_clear_change_is_seen_without_colour(void **state)
{
    int ranks[][2] = {{1, 2}, {2, 1}};
    struct chart_bump_row bumps[] = {{.label = span_of("a"), .ranks = ranks[0]},
                                     {.label = span_of("b"), .ranks = ranks[1], .tone = TONE_MORE}};
    struct chart_bump bump = {.rows = bumps, .count = 2, .first_week = 2900, .week_count = 2};
    struct chart_slope_row slopes[] = {
        {.label = span_of("a"), .left = 0.1, .right = 0.2},
        {.label = span_of("b"), .left = 0.4, .right = 0.3, .tone = TONE_MORE}};
    struct chart_slope slope = {slopes, 2, UNIT_SHARE, span_of("before"), span_of("now")};
    struct chart_key_term terms[] = {
        {.label = span_of("up"), .log_ratio = 2, .low = NAN, .high = NAN},
        {.label = span_of("down"), .log_ratio = -2, .low = NAN, .high = NAN}};
    struct chart_keyness keyness = {terms, 2};
    const struct {
        const struct recipe *recipe;
        const void *data;
    } lines[] = {{&chart_bump, &bump}, {&chart_slope, &slope}};
    struct scene scene = blank();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        const struct mark *plain, *clear;

        lines[i].recipe->draw(&scene, frame_of(&scene), lines[i].data);
        plain = line_of(&scene, theme_tone(TONE_PLAIN));
        clear = line_of(&scene, theme_tone(TONE_MORE));
        assert_true(clear->line >= 2 * plain->line);
        scene_release(&scene);
        scene = blank();
    }
    chart_keyness.draw(&scene, frame_of(&scene), &keyness);
    assert_true(text_mark(&scene, "up")->box.x < text_mark(&scene, "down")->box.x);
    scene_release(&scene);
}

static void words_that_go_together_stand_together(void **state)
{
    struct chart_node nodes[] = {
        {.label = span_of("aa"), .size = 1}, {.label = span_of("bb"), .size = 1},
        {.label = span_of("cc"), .size = 1}, {.label = span_of("dd"), .size = 1},
        {.label = span_of("ee"), .size = 1}, {.label = span_of("ff"), .size = 1}};
    struct chart_edge edges[] = {{0, 2, 1}, {2, 4, 1}, {0, 4, 1}, {1, 3, 1}, {3, 5, 1}, {1, 5, 1}};
    struct chart_network data = {nodes, 6, edges, 6};
    struct scene scene = SCENE_OF(typeset, 300, 200);

    (void)state;
    chart_network.draw(&scene, frame_of(&scene), &data);
    assert_true(distance(&scene, "aa", "cc") < distance(&scene, "aa", "bb"));
    assert_true(distance(&scene, "bb", "dd") < distance(&scene, "bb", "cc"));
    assert_true(distance(&scene, "ee", "aa") < distance(&scene, "ee", "ff"));
    scene_release(&scene);
}

static void every_word_of_a_network_finds_room(void **state)
{
    struct invented *all = invented_new(&arena);
    struct chart_network *network = invented_network(all);
    struct figure figure = invented_figure(all, &chart_network, network, 12);
    struct scene scene = draw_figure(&figure, width_of(12));

    (void)state;
    assert_int_equal(chart_network_room(width_of(12)), network->count);
    for (size_t i = 0; i < network->count; i++)
        (void)text_mark(&scene, network->nodes[i].label.bytes);
    scene_release(&scene);
}

/* Values, their unit, and labels that the axis must have or must not have. */
static void an_axis_of_dots_shows_how_far_from_none_they_are(void **state)
{
    static const struct {
        double low, high;
        enum unit unit;
        const char *has, *has_not;
    } cases[] = {
        {0.02, 0.22, UNIT_SHARE, "0", NULL}, /* near none: the axis begins there */
        {0.85, 0.99, UNIT_SHARE, NULL, "0"}, /* far from none: it need not */
        {5, 23, UNIT_COUNT, "0", "7.5"},     /* counts have no halves */
        {2, 3, UNIT_COUNT, "0", "2.5"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct chart_dot rows[] = {{.label = span_of("A"),
                                    .value = cases[i].high,
                                    .low = NAN,
                                    .high = NAN,
                                    .reference = NAN},
                                   {.label = span_of("B"),
                                    .value = cases[i].low,
                                    .low = NAN,
                                    .high = NAN,
                                    .reference = NAN}};
        struct chart_dots dots = {.rows = rows, .count = 2, .unit = cases[i].unit};
        struct scene scene = SCENE_OF(typeset, 520, 80);

        chart_dots.draw(&scene, frame_of(&scene), &dots);
        assert_true(!cases[i].has || has_tick(&scene, cases[i].has));
        assert_true(!cases[i].has_not || !has_tick(&scene, cases[i].has_not));
        scene_release(&scene);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_and_areas_are_as_large_as_their_values),
        cmocka_unit_test(marks_are_as_many_as_their_rows),
        cmocka_unit_test(bars_are_as_long_as_their_values),
        cmocka_unit_test(dots_of_a_matrix_are_as_large_as_their_values),
        cmocka_unit_test(a_clear_change_is_seen_without_colour),
        cmocka_unit_test(words_that_go_together_stand_together),
        cmocka_unit_test(every_word_of_a_network_finds_room),
        cmocka_unit_test(an_axis_of_dots_shows_how_far_from_none_they_are),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_all);
}
