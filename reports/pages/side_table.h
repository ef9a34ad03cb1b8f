/*
 * The tables of a comparison: what each side has, and how they differ, with its interval
 * and its q.
 *
 *     struct side_table table = {.title = "All topics", .name = "Topic", .counted = "Articles",
 *                                .rows = &versus->topics, .most = 40, .unit = UNIT_SHARE,
 *                                .from = "topics"};
 *     side_table_add(panel, &table);
 *
 * Its texts are sayings. Columns without a value are left out.
 */
#ifndef REPORTS_PAGES_SIDE_TABLE_H
#define REPORTS_PAGES_SIDE_TABLE_H

#include "reports/pages/panel_sides.h"

struct side_table {
    const char *title;
    const char *name, *counted; /* of the first column, and of the counts */
    const struct versus_rows *rows;
    size_t most;    /* so many rows, and the one that is unattributed */
    bool content;   /* no stop words */
    enum unit unit; /* of what the sides have; differences of shares are points, else ratios */
    struct span subtitle;
    const struct prose *note;
    const char *from; /* the page that evidence leads back to */
};

/* Adds it to the document; nothing where there is no row. */
void side_table_add(const struct panel_sides *panel, const struct side_table *table);

#endif
