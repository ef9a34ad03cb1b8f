/*
 * What the two sides of a comparison are called: "Week 21", "1–30 June 2022", or an
 * outlet's name.
 *
 *     struct sides_named sides = sides_named_of(&wording, versus);
 *     SAY(&wording, "{a} and {b}", TEXT("a", sides.a.name), TEXT("b", sides.b.inside))
 *
 * The texts live in the wording's arena.
 */
#ifndef REPORTS_PAGES_SIDES_NAMED_H
#define REPORTS_PAGES_SIDES_NAMED_H

#include "analysis/versus.h"
#include "reports/pages/period.h"

struct side_named {
    struct span name;   /* to begin with: "Week 21" */
    struct span inside; /* within a sentence: "week 21" */
    struct span in;     /* "in week 21", "over 1–30 June 2022", "in New York Times" */
};

struct sides_named {
    struct side_named a, b;
};

struct sides_named sides_named_of(const struct wording *wording, const struct versus *versus);

/* The period as the pages and figures of a report have it: B is here, A is before. */
struct period sides_named_period(const struct wording *wording, const struct versus *versus,
                                 const struct sides_named *sides);

#endif
