#include "reports/export/tables_versus.h"

#include "reports/export/rows.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const char *const change_names[] = {[CHANGE_UNTESTED] = "untested",
                                           [CHANGE_NONE] = "none",
                                           [CHANGE_UP] = "up",
                                           [CHANGE_DOWN] = "down"};

static void add_value(struct csvfile *csv, const struct estimate *estimate)
{
    rows_number(csv, estimate->has_value, estimate->value);
}

static void add_trend(struct csvfile *csv, const struct trend_finding *trend)
{
    rows_estimate(csv, trend ? trend->slope : ESTIMATE_NONE(NULL));
}

/* Why the first thing that is missing is. */
static const char *note_of(const struct versus_row *row)
{
    if (!row->change.difference.has_interval)
        return row->change.difference.note;
    if (row->change.direction == CHANGE_UNTESTED)
        return "too little to call anything a change";
    if (row->trend_a && !row->trend_a->slope.has_interval)
        return row->trend_a->slope.note;
    if (row->trend_b && !row->trend_b->slope.has_interval)
        return row->trend_b->slope.note;
    return NULL;
}

/* What a row is of, and how its id begins. */
struct row_kind {
    const char *name, *id;
};

static void add_rows(struct csvfile *csv, struct row_kind kind, const struct versus *versus,
                     const struct versus_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct versus_row *row = &rows->items[i];

        csvfile_text(csv, span_of(kind.name));
        csvfile_text(csv, row->key);
        add_value(csv, &row->a);
        add_value(csv, &row->b);
        csvfile_count(csv, row->a_count);
        csvfile_count(csv, row->a_total);
        csvfile_count(csv, row->b_count);
        csvfile_count(csv, row->b_total);
        rows_estimate(csv, row->change.difference);
        rows_number(csv, row->change.difference.has_interval, row->change.p);
        rows_number(csv, row->change.direction != CHANGE_UNTESTED, row->change.q);
        csvfile_text(csv, span_of(change_names[row->change.direction]));
        add_trend(csv, row->trend_a);
        add_trend(csv, row->trend_b);
        rows_end_grouped(csv, note_of(row), kind.id, versus->a->period, versus->b->period,
                         row->key);
    }
}

void tables_versus(struct bytes *out, const struct versus *versus)
{
    static const char *const columns[] = {"kind",
                                          "key",
                                          "a",
                                          "b",
                                          "a_count",
                                          "a_total",
                                          "b_count",
                                          "b_total",
                                          "difference",
                                          "difference_low",
                                          "difference_high",
                                          "p",
                                          "q",
                                          "change",
                                          "trend_a",
                                          "trend_a_low",
                                          "trend_a_high",
                                          "trend_b",
                                          "trend_b_low",
                                          "trend_b_high",
                                          "note",
                                          "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    add_rows(&csv, (struct row_kind){"topic", "compare-topic"}, versus, &versus->topics);
    add_rows(&csv, (struct row_kind){"speaker", "compare-speaker"}, versus, &versus->speakers);
    add_rows(&csv, (struct row_kind){"term", "compare-term"}, versus, &versus->terms);
}
