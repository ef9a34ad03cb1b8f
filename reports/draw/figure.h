/*
 * A figure: title rule, title that states the finding, subtitle, the plot,
 * a note. The plot is drawn by a recipe of reports/charts/ from plain numbers.
 *
 *     struct figure figure = {
 *         .title = span_of("Energy & climate up"),
 *         .subtitle = span_of("Share of articles by topic, %. ..."),
 *         .alternative = span_of("Dot chart of 8 topics, 3,412 articles. ..."),
 *         .note = &note,
 *         .csv = span_of("topics.csv"),
 *         .recipe = &chart_dots, .data = &dots, .columns = 6,
 *     };
 *     document_figures(&document, &figure, 1);
 *
 * What a figure points to is borrowed until the pages are made. A figure
 * with `empty_title` shows the same frame with a tinted panel and the reason.
 */
#ifndef REPORTS_DRAW_FIGURE_H
#define REPORTS_DRAW_FIGURE_H

#include "reports/draw/scene.h"
#include "reports/draw/sheet.h"

/* Heights in points that a plot can take. */
struct extent {
    double least, natural, most;
};

/* How one kind of chart is drawn: a row of the table that charts/ is. */
struct recipe {
    const char *name;
    struct extent (*extent)(const void *data, double width);
    void (*draw)(struct scene *scene, struct box area, const void *data);
    void (*table)(struct sheet *sheet, const void *data); /* the numbers drawn */
};

struct figure {
    struct span title;        /* the finding; required */
    struct span subtitle;     /* what is shown, with its unit */
    struct span alternative;  /* for those who can't see it; required, other words than the title */
    const struct prose *note; /* n, thresholds; NULL for none */
    struct span csv;          /* the table with the same numbers; empty for none */
    struct span dest;         /* the figure's own destination; empty for none */
    const struct recipe *recipe;
    const void *data;
    int columns;              /* 12, 7, 6, 5 or 4 of the page's 12 */
    struct span empty_title;  /* "4 articles this week": nothing is drawn */
    struct span empty_reason; /* "An interval needs at least 15." */
};

/* Heights of the whole figure at this width. */
struct extent figure_extent(struct scene *scratch, const struct figure *figure, double width);

/* Draws it into `area`, which is at least as high as its least extent. */
void figure_draw(struct scene *scene, const struct figure *figure, struct box area);

/* The parts of a figure, for an edition that sets title and note itself. */
struct extent figure_plot_extent(const struct figure *figure, double width);
void figure_plot(struct scene *scene, const struct figure *figure, struct box plot);

/* The note, and where the numbers are; in `arena`. */
struct prose figure_note(struct arena *arena, const struct tongue *tongue,
                         const struct figure *figure);

/* What figure_head() takes, down to where the body starts. */
double figure_head_height(struct scene *scratch, struct span title, struct span subtitle,
                          double width);

/* The title rule, the title and the subtitle; returns where the body starts (y). */
double figure_head(struct scene *scene, struct box area, struct span title, struct span subtitle);

#endif
