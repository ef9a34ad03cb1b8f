#include "reports/export/tables_intake.h"

#include "reports/export/csvfile.h"

#include <stdlib.h>

/* A row of intake.csv; a count that its kind does not have is INTAKE_NONE. */
#define INTAKE_NONE UINT64_MAX

struct intake_row {
    const char *kind;
    struct span name;
    uint64_t files, articles, skipped;
    struct span note;
};

static void add_row(struct csvfile *csv, const struct intake_row *row, struct span key)
{
    const uint64_t counts[] = {row->files, row->articles, row->skipped};
    struct bytes id = BYTES_EMPTY;

    csvfile_text(csv, span_of(row->kind));
    csvfile_text(csv, row->name);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i] == INTAKE_NONE)
            csvfile_empty(csv);
        else
            csvfile_count(csv, counts[i]);
    csvfile_text(csv, row->note);
    bytes_print(&id, "intake:%s:%.*s", row->kind, SPAN_PRINT(key));
    csvfile_text(csv, bytes_span(&id));
    csvfile_end_row(csv);
    bytes_release(&id);
}

static void add_tallies(struct csvfile *csv, const char *kind, const struct tallies *tallies)
{
    for (size_t i = 0; i < tallies->count; i++) {
        const struct tally *tally = &tallies->items[i];
        struct span name = span_of(tally->name);

        add_row(csv,
                &(struct intake_row){kind, name, tally->files, tally->articles, INTAKE_NONE, {0}},
                name);
    }
}

static void add_reasons(struct csvfile *csv, const struct reader_totals *totals)
{
    size_t count;
    struct skip_reason *reasons = skips_reasons(totals->skips, totals->skip_count, &count);

    for (size_t i = 0; i < count; i++)
        add_row(csv,
                &(struct intake_row){"reason", reasons[i].reason, INTAKE_NONE, INTAKE_NONE,
                                     reasons[i].count, SPAN_EMPTY},
                reasons[i].reason);
    free(reasons);
}

/* One row each; its number, as one file may be skipped for several reasons. */
static void add_skipped(struct csvfile *csv, const struct reader_totals *totals)
{
    for (size_t i = 0; i < totals->skip_count; i++) {
        struct bytes number = BYTES_EMPTY;

        bytes_print(&number, "%zu", i + 1);
        add_row(csv,
                &(struct intake_row){"skipped", totals->skips[i].name, INTAKE_NONE, INTAKE_NONE, 1,
                                     totals->skips[i].reason},
                bytes_span(&number));
        bytes_release(&number);
    }
}

void tables_intake(struct bytes *out, const struct reader_totals *totals)
{
    static const char *const columns[] = {"kind",    "name", "files", "articles",
                                          "skipped", "note", "id"};
    struct csvfile csv = CSVFILE_IN(out);
    struct intake_row total = {
        "total",     span_of("store"),
        INTAKE_NONE, INTAKE_NONE,
        INTAKE_NONE, span_of("a store keeps no record of what was seen or skipped")};

    csvfile_header(&csv, columns, sizeof columns / sizeof *columns);
    if (totals)
        total = (struct intake_row){"total",          span_of("run"),     totals->files,
                                    totals->articles, totals->skip_count, SPAN_EMPTY};
    add_row(&csv, &total, total.name);
    if (!totals)
        return;
    add_tallies(&csv, "format", &totals->formats);
    add_tallies(&csv, "charset", &totals->charsets);
    add_reasons(&csv, totals);
    add_skipped(&csv, totals);
}
