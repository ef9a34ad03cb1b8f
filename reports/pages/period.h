/*
 * What the study and its baseline are called: "this week" and "the 12 weeks
 * before", or "these 68 days" and "the 68 days before", or "this set".
 *
 *     struct period period = period_of(&arena, findings);
 *     prose_print(&text, "rose %s", period.here);             rose this week
 *     if (period.before)
 *         prose_print(&text, " from %s in %s", share, period.before);
 *
 * The texts live in the arena given.
 */
#ifndef REPORTS_PAGES_PERIOD_H
#define REPORTS_PAGES_PERIOD_H

#include "analysis/findings.h"

enum { PERIOD_WEEKS_SHOWN = 26 }; /* weeks in a weekly chart */

enum period_kind {
    PERIOD_WEEK,    /* one ISO week */
    PERIOD_DAYS,    /* a span of days that is no week */
    PERIOD_UNDATED, /* nothing is dated: the whole set */
};

struct period {
    enum period_kind kind;
    const char *name;    /* top right of each page: "Week 47 · 16–22 November 2026" */
    const char *days;    /* "16–22 November 2026"; "undated" */
    const char *here;    /* "this week", "in these 68 days", "on this day", "in this set" */
    const char *subject; /* "this week", "these 68 days", "this day", "this set" */
    const char *before;  /* "the 12 weeks before", "the 68 days before"; NULL: no baseline */
    const char *column;  /* the same as a column's title: "12 weeks before"; NULL: no baseline */
};

struct period period_of(struct arena *arena, const struct findings *findings);

/* "1 Sep – 7 Nov 2016", "28 Dec 2015 – 3 Jan 2016", "7 Nov 2016": for titles. */
const char *period_short(struct arena *arena, int32_t first, int32_t last);

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
