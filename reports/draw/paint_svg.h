/*
 * A scene as SVG with real text: it can be searched, copied and read aloud,
 * and scales without loss. Cairo's own SVG has outlines instead of letters.
 *
 *     paint_svg(&out, &scene, &(struct paint_svg){.id = "f3", .name = title,
 *                                                 .description = alternative});
 *
 * Fonts are named, not outlined. Each text says how long it is, so that it
 * keeps its place where the reader's fonts are others. The same scene gives
 * the same bytes. A point is a unit; numbers have two decimals at most.
 */
#ifndef REPORTS_DRAW_PAINT_SVG_H
#define REPORTS_DRAW_PAINT_SVG_H

#include "reports/draw/scene.h"

struct paint_svg {
    const char *id;          /* what its ids begin with; required where there is a name */
    const char *classes;     /* of the root; NULL for none */
    struct span name;        /* of the picture; empty: it is an ornament, hidden from readers */
    struct span description; /* what it shows */
    /*
     * Part of a page that has paint_svg_styles() in its own style sheet. Links
     * in it take no place in the order of the keyboard: a picture's parts are
     * not read out, so the page must offer them again beside it.
     */
    bool inside;
};

/* Appends the picture; alone it is a whole file. */
void paint_svg(struct bytes *out, const struct scene *scene, const struct paint_svg *how);

/* Appends the CSS rules for texts in pictures. */
void paint_svg_styles(struct bytes *out);

/* The fonts of a face, as CSS lists them. */
const char *paint_svg_families(enum face face);

#endif
