/*
 * What is to be seen of a figure and to be read in a text.
 */
#ifndef TESTS_REPORTS_SEEN_H
#define TESTS_REPORTS_SEEN_H

#include "reports/draw/figure.h"
#include "tests/reports/with_fonts.h"

#include <string.h>

/* The marks of a kind and a role that the figure draws. */
static size_t count_marks(const struct figure *figure, enum mark_kind kind, enum role role)
{
    struct scene scene = SCENE_OF(typeset, 600, 300);
    size_t count = 0;

    figure->recipe->draw(&scene, (struct box){0, 0, 511, 200}, figure->data);
    for (size_t i = 0; i < scene.count; i++)
        count += scene.marks[i].kind == kind && scene.marks[i].role == role;
    scene_release(&scene);
    return count;
}

static bool says(struct span text, const char *part)
{
    return strstr(text.bytes, part) != NULL;
}

#endif
