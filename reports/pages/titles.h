/*
 * Titles of figures, made from the findings by rule: what changed clearly,
 * else what is largest, else what is shown. A title never claims more than
 * the test behind it, and fits a figure half a page wide.
 *
 *     figure.title = titles_topics(&wording, findings, &period);     "Energy up; health down"
 *
 * Texts live in the wording's arena.
 */
#ifndef REPORTS_PAGES_TITLES_H
#define REPORTS_PAGES_TITLES_H

#include "reports/pages/period.h"

/* Of the first `shown` topics those that changed clearly; else that none did; else what is shown.
 */
struct span titles_topics(const struct wording *wording, const struct findings *findings,
                          const struct period *period, size_t shown);

/* The largest topic, unless two share its place. */
struct span titles_ranks(const struct wording *wording, const struct findings *findings,
                         const struct period *period);

/* The peak week of the topic that changed most, else of the largest. */
struct span titles_peak(const struct wording *wording, const struct findings *findings,
                        const struct period *period);

/* Who was quoted most, unless two share the place or the lead is none for a headline. */
struct span titles_speakers(const struct wording *wording, const struct findings *findings,
                            const struct period *period);

/* "Two of three outlets have articles in every week": `steady` of `all` have. */
struct span titles_outlets(const struct wording *wording, size_t steady, size_t all);

/* The terms that changed clearly, up and down; else that none did; else what is shown. */
struct span titles_terms(const struct wording *wording, const struct findings *findings,
                         const struct period *period);

#endif
