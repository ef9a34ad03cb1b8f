#include "reports/export/csvrow.h"

void csvrow_estimate(struct csvfile *csv, struct estimate estimate)
{
    if (estimate.has_value)
        csvfile_number(csv, estimate.value);
    else
        csvfile_empty(csv);
    if (estimate.has_interval) {
        csvfile_number(csv, estimate.low);
        csvfile_number(csv, estimate.high);
    } else {
        csvfile_empty(csv);
        csvfile_empty(csv);
    }
}

void csvrow_end(struct csvfile *csv, const char *note, const char *kind, struct span period,
                struct span key)
{
    const struct span parts[] = {span_of(kind), period, key};

    csvfile_text(csv, span_of(note ? note : ""));
    if (period.length)
        csvfile_joined(csv, parts, 3);
    else
        csvfile_joined(csv, (const struct span[]){parts[0], key}, 2);
    csvfile_end_row(csv);
}
