#include "analysis/usertable.h"

#include "corpus/text/utf8.h"

#include <inttypes.h>

static bool check_row(const struct csv_row *row, const char *name, struct fault *fault)
{
    if (row->open)
        return fault_set(fault, FAULT_USAGE,
                         "%s line %" PRIu64 ": a quotation mark is opened and not closed", name,
                         row->line);
    for (size_t i = 0; i < row->count; i++) {
        if (utf8_valid_length(row->fields[i]) < row->fields[i].length)
            return fault_set(fault, FAULT_USAGE, "%s line %" PRIu64 ": the text is not UTF-8", name,
                             row->line);
    }
    return true;
}

bool usertable_read(struct span text, const char *name, struct usertable_taker taker,
                    struct fault *fault)
{
    struct csv *csv = csv_open(csv_shape(text, true).separator);
    struct csv_row row;
    enum csv_step step;
    bool done = true;

    while (done && (step = csv_step(csv, &text, &row)) != CSV_STEP_END) {
        if (step == CSV_STEP_TOO_LONG)
            done = fault_set(fault, FAULT_LIMIT,
                             "%s line %" PRIu64 ": the row is longer than 16 MB", name, row.line);
        else if (step == CSV_STEP_ROW)
            done = check_row(&row, name, fault) && taker.take(taker.context, &row, fault);
    }
    csv_close(csv);
    return done;
}
