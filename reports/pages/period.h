/*
 * What the study and its baseline are called: "this week" and "the 12 weeks
 * before", or "these 68 days" and "the 68 days before", or "this set".
 *
 *     struct period period = period_of(&wording, findings);
 *     SAY(&wording, "Topics {here}", TEXT("here", period.here))        Topics this week
 *
 * A language that declines has them in the case that the sentence wants. The
 * texts live in the wording's arena.
 */
#ifndef REPORTS_PAGES_PERIOD_H
#define REPORTS_PAGES_PERIOD_H

#include "analysis/findings.h"
#include "reports/pages/saying.h"

enum { PERIOD_WEEKS_SHOWN = 26 }; /* weeks in a weekly chart */

enum period_kind {
    PERIOD_WEEK,    /* one ISO week */
    PERIOD_DAYS,    /* a span of days that is no week */
    PERIOD_UNDATED, /* nothing is dated: the whole set */
};

struct period {
    enum period_kind kind;
    struct span name;      /* top right of each page: "Week 47 · 16–22 November 2026" */
    struct span days;      /* "16–22 November 2026"; "undated" */
    struct span here;      /* "this week", "in these 68 days", "on this day", "in this set" */
    struct span subject;   /* "this week", "these 68 days", "this day", "this set" */
    bool compared;         /* there is a baseline; without one the rest is empty */
    struct span before;    /* "the 12 weeks before", "the 68 days before" */
    struct span in_before; /* "in the 12 weeks before" */
    struct span against;   /* "against the 12 weeks before" */
};

struct period period_of(const struct wording *wording, const struct findings *findings);

/* "1 Sep – 7 Nov 2016", "28 Dec 2015 – 3 Jan 2016", "7 Nov 2016": for titles. */
struct span period_short(const struct wording *wording, int32_t first, int32_t last);

/* Weeks of the report that are whole and have articles: what a weekly chart can show. */
size_t period_whole_weeks(const struct findings *findings);

/* The weeks of a weekly chart: `count` of them from findings.weeks[first] on. */
struct period_weeks {
    size_t first, count;
};

/*
 * The last weeks, PERIOD_WEEKS_SHOWN of them at most. Weeks at either end that
 * the set covers in part are left out, unless it is the week reported on.
 */
struct period_weeks period_weeks_of(const struct findings *findings);

#endif
