/*
 * The tables of what the report says in other languages than English: the
 * files sayings.de and sayings.ru, compiled in. Each English saying of the
 * code stands there after "= ", and what stands for it on the next line after
 * "> "; saying.h tells how a saying is written.
 */
#ifndef REPORTS_PAGES_SAYINGS_H
#define REPORTS_PAGES_SAYINGS_H

#include "reports/draw/tongue.h"

/* What stands for the English saying; empty where the table has none. */
struct span sayings_find(const struct tongue *tongue, struct span english);

/* The table of a language; empty for English. */
struct span sayings_table(const struct tongue *tongue);

/* Takes the next saying and what stands for it off a table; false at its end. */
bool sayings_next(struct span *table, struct span *english, struct span *own);

#endif
