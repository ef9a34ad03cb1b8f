/*
 * The pages of a comparison, one function a part. Each appends its blocks to
 * the edition's document.
 */
#ifndef REPORTS_PAGES_PAGE_SIDES_H
#define REPORTS_PAGES_PAGE_SIDES_H

#include "reports/pages/panel_sides.h"

/* "Week 21 and week 24" */
struct span page_sides_title(const struct panel_sides *panel);

void page_sides_front(const struct panel_sides *panel);
void page_sides_topics(const struct panel_sides *panel);
void page_sides_speakers(const struct panel_sides *panel);
void page_sides_words(const struct panel_sides *panel);
void page_sides_coverage(const struct panel_sides *panel);
void page_sides_method(const struct panel_sides *panel);

#endif
