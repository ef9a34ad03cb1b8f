/*
 * What the report says of its findings, made by rule: sentences and notes. A sentence says "rose"
 * or "fell" only where the finding's direction does; else it names what is largest and says that
 * nothing changed clearly.
 *
 *     struct phrase phrase = phrases_finding(&wording, findings, &period, 0);
 *     phrase.number      "+4.3 points"
 *     phrase.sentence    "Energy rose most, by 2.9–5.7 points, to 14.1% of articles ..."
 *
 * All texts live in the wording's arena. Names that came from outside are runs or
 * spans of their own and never read as anything but text.
 */
#ifndef REPORTS_PAGES_PHRASES_H
#define REPORTS_PAGES_PHRASES_H

#include "reports/draw/typeset.h"
#include "reports/pages/period.h"

/* One of the findings on the front page. */
struct phrase {
    struct span number;           /* "+4.3 points", "×17", "new", "18.1%" */
    enum tone tone;               /* of the number: plain unless the change is clear */
    const struct prose *sentence; /* with its interval */
    struct span count;            /* what stands behind it: "481 articles" */
    const struct evidence *evidence;
};

/* The phrase for findings.headlines[i]. */
struct phrase phrases_finding(const struct wording *wording, const struct findings *findings,
                              const struct period *period, size_t i);

/* "The week in 3,412 articles", "812 articles, 1 Sep – 7 Nov 2016", "One undated article". */
struct span phrases_title(const struct wording *wording, const struct findings *findings,
                          const struct period *period);

/*
 * Outlets, days, what is compared with, and when a change is called one; what
 * is missing for that the notices say.
 */
const struct prose *phrases_standfirst(const struct wording *wording,
                                       const struct findings *findings,
                                       const struct period *period);

/* Its first sentence alone, for a page that has no other to refer to; and what a range is. */
const struct prose *phrases_standfirst_alone(const struct wording *wording,
                                             const struct findings *findings,
                                             const struct period *period);

/* "18 outlets", "twelve outlets" within a sentence, or the name of the only one with articles. */
struct span phrases_source(const struct wording *wording, const struct findings *findings);

/* "An interval needs at least 15 articles." */
struct span phrases_minimum(const struct wording *wording, const struct findings *findings);

/* What was compared. */
enum phrases_kind { PHRASES_TOPICS, PHRASES_SPEAKERS, PHRASES_TERMS };

/*
 * How a comparison came out: "12 topics compared, 2 changed clearly." or why
 * there is none: "There are no weeks to compare with."
 */
struct span phrases_compared(const struct wording *wording, const struct findings *findings,
                             const struct period *period, uint32_t tested, uint32_t clear,
                             enum phrases_kind kind);

/* What a reader has to know, in one sentence. */
struct span phrases_notice(const struct wording *wording, const struct findings *findings,
                           const struct notice *notice);

/* Whether the study has enough articles for intervals. */
bool phrases_enough(const struct findings *findings);

#endif
