/*
 * Each kind of block: how high it is at a width, and how it is drawn. Tables
 * are split over pages by plan.c, with grid.h.
 */
#ifndef REPORTS_DRAW_BLOCK_H
#define REPORTS_DRAW_BLOCK_H

#include "reports/draw/document.h"

struct extent block_extent(struct scene *scratch, const struct document *document,
                           const struct block *block, double width);

/* Draws a block that is no table into `area`. */
void block_draw(struct scene *scene, const struct document *document, const struct block *block,
                struct box area);

/* The space above a block that is not the first on its page. */
double block_gap(const struct block *block, const struct block *before);

#endif
