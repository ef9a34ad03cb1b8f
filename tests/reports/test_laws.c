/* The laws of a scene bite. */
#include "tests/reports/figures.h"

static void expect_fault(struct scene *scene, const char *part)
{
    struct fault fault = FAULT_EMPTY;

    assert_false(laws_check(scene, frame_of(scene), &fault));
    if (!strstr(fault.message, part))
        fail_msg("'%s' does not say '%s'", fault.message, part);
    scene_release(scene);
}

static void overlaps_strays_and_faint_texts_are_found(void **state)
{
    struct label label = {.text = span_of("Elections"), .x = 10, .y = 40, .style = STYLE_LABEL};
    struct scene scene = blank();

    (void)state;
    scene_text(&scene, label);
    label.x = 20;
    scene_text(&scene, label);
    expect_fault(&scene, "two texts overlap");
    scene = blank();
    label.x = 190;
    scene_text(&scene, label);
    expect_fault(&scene, "outside its frame");
    scene = blank();
    label.x = 10;
    label.colour = COLOUR_FAINT;
    scene_text(&scene, label);
    expect_fault(&scene, "too faint");
    scene = blank();
    scene_dot(&scene, (struct point){NAN, 3}, 1, COLOUR_INK);
    expect_fault(&scene, "no place");
    scene = blank();
    scene_link(&scene, (struct box){1, 1, 2, 2}, span_of("nowhere"));
    expect_fault(&scene, "leads nowhere");
}

static void cut_texts_and_faint_marks_are_found(void **state)
{
    struct label label = {.text = span_of("Elections"), .x = 10, .y = 40, .style = STYLE_LABEL};
    struct scene scene = blank();

    (void)state;
    scene_text(&scene, label);
    scene.marks[scene.count - 1].text.length -= 2; /* as a painter would that clips */
    expect_fault(&scene, "cut without an ellipsis: 'Electio'");
    scene = blank();
    scene_role(&scene, ROLE_DATA);
    scene_dot(&scene, (struct point){20, 20}, 3, COLOUR_CONTEXT);
    scene_dot(&scene, (struct point){40, 20}, 3, COLOUR_FAINT);
    expect_fault(&scene, "#C4BFB6 is too faint for a mark");
    scene = blank();
    scene_role(&scene, ROLE_DATA);
    scene_path(&scene, MARK_LINE, (struct point[]){{1, 1}, {9, 9}}, 2, 1, COLOUR_MORE)->opacity =
        0.3;
    expect_fault(&scene, "too faint for a mark");
    scene = blank();
    scene_rect(&scene, (struct box){0, 0, 50, 50}, COLOUR_MORE);
    scene_role(&scene, ROLE_DATA);
    scene_dot(&scene, (struct point){20, 20}, 3, COLOUR_NOTICE);
    expect_fault(&scene, "too faint for a mark");
}

/* A figure that says something else than its data. */
static void expect_sizes_fault(struct scene *scene, enum mark_kind kind, const double *values,
                               size_t count, const char *part)
{
    struct fault fault = FAULT_EMPTY;

    assert_false(laws_sizes(scene, kind, values, count, &fault));
    if (!strstr(fault.message, part))
        fail_msg("'%s' does not say '%s'", fault.message, part);
}

static void bars_of_wrong_length_and_number_are_found(void **state)
{
    const double values[] = {0.4, NAN, 0.2, 0};
    struct fault fault = FAULT_EMPTY;
    struct scene scene = blank();

    (void)state;
    scene_role(&scene, ROLE_DATA);
    scene_rect(&scene, (struct box){10, 10, 80, 5}, COLOUR_MORE);
    scene_rect(&scene, (struct box){10, 20, 40, 5}, COLOUR_MORE);
    assert_true(laws_sizes(&scene, MARK_RECT, values, COUNT_OF(values), &fault));
    assert_true(laws_count(&scene, MARK_RECT, 2, &fault));
    assert_false(laws_count(&scene, MARK_RECT, 3, &fault));
    scene.marks[1].box.width = 41;
    expect_sizes_fault(&scene, MARK_RECT, values, COUNT_OF(values), "the mark of 0.2");
    scene.marks[1].box.width = 40;
    expect_sizes_fault(&scene, MARK_RECT, values, 1, "more marks than values");
    expect_sizes_fault(&scene, MARK_DOT, values, COUNT_OF(values), "0.4 has no mark");
    scene_release(&scene);
}

static void open_tags_and_silent_figures_are_found(void **state)
{
    struct scene scene = blank();

    (void)state;
    scene_open(&scene, TAG_P, SPAN_EMPTY);
    expect_fault(&scene, "not closed");
    scene = blank();
    scene_open(&scene, TAG_FIGURE, SPAN_EMPTY);
    scene_close(&scene);
    expect_fault(&scene, "no text alternative");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlaps_strays_and_faint_texts_are_found),
        cmocka_unit_test(cut_texts_and_faint_marks_are_found),
        cmocka_unit_test(bars_of_wrong_length_and_number_are_found),
        cmocka_unit_test(open_tags_and_silent_figures_are_found),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_all);
}
