/*
 * Figures drawn into scenes of their own, and what is to be found there.
 */
#ifndef TESTS_REPORTS_FIGURES_H
#define TESTS_REPORTS_FIGURES_H

#include "tests/support.h"

#include "reports/draw/laws.h"
#include "tests/reports/invented.h"
#include "tests/reports/invented_pairs.h"
#include "tests/reports/with_fonts.h"

static struct arena arena;

static inline int close_all(void **state)
{
    arena_release(&arena);
    return close_fonts(state);
}

static inline struct box frame_of(const struct scene *scene)
{
    return (struct box){0, 0, scene->width, scene->height};
}

static inline struct scene blank(void)
{
    return SCENE_OF(typeset, 200, 100);
}

static inline const void *data_of(struct invented *all, const struct recipe *recipe)
{
    if (recipe == &chart_dots)
        return invented_dots(all);
    if (recipe == &chart_bump)
        return invented_bump(all);
    if (recipe == &chart_multiples)
        return invented_multiples(all);
    if (recipe == &chart_speakers)
        return invented_speakers(all);
    if (recipe == &chart_keyness)
        return invented_keyness(all);
    if (recipe == &chart_heat)
        return invented_heat(all);
    if (recipe == &chart_slope)
        return invented_slope(all);
    if (recipe == &chart_pairs)
        return invented_sides(all);
    if (recipe == &chart_matrix)
        return invented_matrix(all);
    if (recipe == &chart_network)
        return invented_network(all);
    if (recipe == &chart_bursts)
        return invented_bursts(all);
    return recipe == &chart_xray ? (const void *)invented_xray(all) : invented_scatter(all);
}

/* Draws a figure at its natural height into a scene of its own, and holds it to the laws. */
static inline struct scene draw_figure(const struct figure *figure, double width)
{
    struct scene scene = SCENE_OF(typeset, width, 0);
    struct fault fault = FAULT_EMPTY;

    scene.height = figure_extent(&scene, figure, width).natural;
    figure_draw(&scene, figure, frame_of(&scene));
    if (!laws_check(&scene, frame_of(&scene), &fault))
        fail_msg("%s: %s", figure->recipe ? figure->recipe->name : "empty", fault.message);
    return scene;
}

static inline double width_of(int columns)
{
    double column = (theme.a4.right - theme.a4.left - 11 * theme.gutter) / 12;

    return columns * column + (columns - 1) * theme.gutter;
}

/* The mark of the text; fails where there is none. */
static inline const struct mark *text_mark(const struct scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == MARK_TEXT && span_is(scene->marks[i].text, text))
            return &scene->marks[i];
    fail_msg("there is no text '%s'", text);
    return scene->marks;
}

/* Whether the axis has a label that reads so. */
static inline bool has_tick(const struct scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == MARK_TEXT && scene->marks[i].role == ROLE_AXIS &&
            span_is(scene->marks[i].text, text))
            return true;
    return false;
}

#endif
