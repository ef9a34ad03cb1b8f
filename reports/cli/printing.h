/*
 * Printing: what a command has to show on standard output.
 *
 *     bool columns;
 *     if (!printing_choose(&columns, options, fault))
 *         return false;
 *     ...
 *     return printing_table(&csv, columns, fault);
 */
#ifndef REPORTS_CLI_PRINTING_H
#define REPORTS_CLI_PRINTING_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "reports/cli/options.h"

/* Columns for eyes on a terminal, CSV for programs, unless --format says which. */
bool printing_choose(bool *columns, const struct options *options, struct fault *fault);

/* A reader who has had enough is no fault. */
bool printing_bytes(const struct bytes *bytes, struct fault *fault);

/* A line that may hold names from outside: what would steer a terminal is shown, as console.h says.
 */
void printing_line(FILE *out, struct span line);

/* The CSV as it is, or in columns. */
bool printing_table(const struct bytes *csv, bool columns, struct fault *fault);

#endif
