/*
 * What stands on every page around its body: the header with the section and
 * the week, the mark of a sample or draft, the footer with source and page.
 */
#ifndef REPORTS_DRAW_FURNITURE_H
#define REPORTS_DRAW_FURNITURE_H

#include "reports/draw/document.h"

/* `number` is the page's, 1 for the first. */
void furniture_draw(struct scene *scene, const struct theme_page *page, const struct about *about,
                    struct span section, size_t number);

#endif
