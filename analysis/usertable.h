/*
 * A CSV table that a user wrote, in memory: a roster, a judged sheet.
 *
 *     if (!usertable_read(text, "people.csv", (struct usertable_taker){&reading, take_row},
 * &fault)) return false;
 *
 * Its separator is found out (csv_shape()), and every cell is UTF-8.
 */
#ifndef ANALYSIS_USERTABLE_H
#define ANALYSIS_USERTABLE_H

#include "corpus/base/csv.h"
#include "corpus/base/fault.h"

struct usertable_taker {
    void *context;
    bool (*take)(void *context, const struct csv_row *row, struct fault *fault);
};

/*
 * Gives each row, the header too, to the taker. Fails, naming `name` and the line, with
 * FAULT_LIMIT where a row is longer than CSV_ROW_MAX, with FAULT_USAGE where a quotation
 * mark is not closed or a cell is no UTF-8; and as the taker does.
 */
bool usertable_read(struct span text, const char *name, struct usertable_taker taker,
                    struct fault *fault);

#endif
