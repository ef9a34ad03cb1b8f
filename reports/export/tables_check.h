/*
 * The table of what is wrong with a dictionary: dictionary_check.h.
 */
#ifndef REPORTS_EXPORT_TABLES_CHECK_H
#define REPORTS_EXPORT_TABLES_CHECK_H

#include "analysis/dictionary_check.h"

/* Where the example of a problem stands; empty where there is none. */
struct tables_check_place {
    struct span article_id, context;
};

/* Appends the table; `places` are by problem. */
void tables_check(struct bytes *out, const struct dictionary_check *check,
                  const struct tables_check_place *places);

#endif
