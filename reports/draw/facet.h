/*
 * Facets: small panels side by side, a series each, all on the same two scales:
 * weeks from left to right, values from 0 up.
 *
 *     struct facets facets = facets_in(&look, count, columns, width);
 *
 *     facets_scale(&facets, scene, area, weeks, highest);
 *     for (size_t i = 0; i < count; i++) {
 *         struct facet facet = facets_panel(&facets, i);
 *
 *         facet_axes(scene, &facets, &facet);
 *         facet_line(scene, &facets, &facet, values[i], stroke);
 *     }
 */
#ifndef REPORTS_DRAW_FACET_H
#define REPORTS_DRAW_FACET_H

#include "reports/draw/figure.h"
#include "reports/draw/plot.h"

/* What a kind of panel is like, in points. */
struct facet_look {
    struct extent height;
    double narrowest; /* as a panel can still be read */
    double head;      /* above the plot, for its name */
};

struct facet_weeks {
    int32_t first; /* as day_week() counts */
    size_t count;
    enum unit unit; /* of the values */
};

struct facets {
    const struct facet_look *look; /* borrowed */
    size_t columns, rows;          /* 1 or more */
    /* By facets_scale(): */
    struct facet_weeks weeks;
    struct box area;
    struct ticks ticks;
    double top;    /* the highest value of the scale */
    double labels; /* room for the labels of the axis at the left */
};

/* One panel: `plot` is what its name and the labels of its axes leave of `box`. */
struct facet {
    struct box box, plot;
    struct scale x, y; /* x places numbers of weeks */
};

/* How a line is drawn. A week alone between gaps is a dot of radius `alone`, with a ring
   where that is wider than the line, or nothing where it is 0. */
struct facet_stroke {
    double width;
    uint32_t colour;
    double alone;
};

/* At most `columns` side by side, and fewer where `width` is too narrow for them. */
struct facets facets_in(const struct facet_look *look, size_t count, size_t columns, double width);

/* The height of all. */
struct extent facets_extent(const struct facets *facets);

/* Lays the panels out in `area`, for values up to `highest`; of none, 0 or less, up to 1. */
void facets_scale(struct facets *facets, struct scene *scene, struct box area,
                  struct facet_weeks weeks, double highest);

struct facet facets_panel(const struct facets *facets, size_t index);

void facet_axes(struct scene *scene, const struct facets *facets, const struct facet *facet);

/* Where the value of the week with this index stands. */
struct point facet_point(const struct facets *facets, const struct facet *facet, size_t week,
                         double value);

/* A line through the weeks that have a value, one of `values` for each; a gap (NAN) breaks it. */
void facet_line(struct scene *scene, const struct facets *facets, const struct facet *facet,
                const double *values, struct facet_stroke stroke);

/* The larger of `highest` and the values, which may be NULL. */
double facet_highest(double highest, const double *values, size_t count);

#endif
