/*
 * The pages of the weekly report, one function a page kind. Each appends its
 * blocks to the edition's document, from the findings alone; those of trends,
 * balance and voices nothing where there is nothing to compare.
 */
#ifndef REPORTS_PAGES_PAGES_H
#define REPORTS_PAGES_PAGES_H

#include "reports/pages/edition.h"

void page_front(struct edition *edition);

/* What it begins with: title, `standfirst`, notices, findings, key figures. */
void page_front_top(struct edition *edition, const struct prose *standfirst);
void page_coverage(struct edition *edition);
void page_topics(struct edition *edition);
void page_trends(struct edition *edition);
void page_speakers(struct edition *edition);
void page_balance(struct edition *edition);
void page_voices(struct edition *edition);
void page_words(struct edition *edition);

/* The next two leave no section where there is nothing to place or to compare with. */
void page_places(struct edition *edition);
void page_discovered(struct edition *edition);
void page_method(struct edition *edition);

/* The method's general part; `one_period`: not of a comparison of two sides. */
void page_method_rules(struct edition *edition, bool one_period);

/* Lists what was linked to so far: it comes after all pages that link. */
void page_evidence(struct edition *edition);
void page_colophon(struct edition *edition);

#endif
