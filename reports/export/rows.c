#include "reports/export/rows.h"

void rows_number(struct csvfile *csv, bool known, double number)
{
    if (known)
        csvfile_number(csv, number);
    else
        csvfile_empty(csv);
}

void rows_estimate(struct csvfile *csv, struct estimate estimate)
{
    rows_number(csv, estimate.has_value, estimate.value);
    rows_number(csv, estimate.has_interval, estimate.low);
    rows_number(csv, estimate.has_interval, estimate.high);
}

void rows_end_grouped(struct csvfile *csv, const char *note, const char *kind, struct span period,
                      struct span key, struct span group)
{
    struct span parts[4] = {span_of(kind)};
    size_t count = 1;

    if (period.length)
        parts[count++] = period;
    parts[count++] = key;
    if (group.length)
        parts[count++] = group;
    csvfile_text(csv, span_of(note ? note : ""));
    csvfile_joined(csv, parts, count);
    csvfile_end_row(csv);
}

void rows_end(struct csvfile *csv, const char *note, const char *kind, struct span period,
              struct span key)
{
    rows_end_grouped(csv, note, kind, period, key, SPAN_EMPTY);
}

void rows_header(struct csvfile *csv, const char *const *columns, size_t count, bool grouped)
{
    static const char *const last[] = {"group", "note", "id"};
    size_t left_out = grouped ? 0 : 1;

    for (size_t i = 0; i < count; i++)
        csvfile_text(csv, span_of(columns[i]));
    csvfile_header(csv, last + left_out, 3 - left_out);
}

void rows_header_with_attributes(struct csvfile *csv, const struct findings *findings,
                                 const char *const *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csvfile_text(csv, span_of(columns[i]));
    for (size_t i = 0; i < findings->roster_column_count; i++)
        csvfile_text(csv, findings->roster_columns[i]);
    csvfile_text(csv, span_of("note"));
    csvfile_text(csv, span_of("id"));
    csvfile_end_row(csv);
}

void rows_attributes(struct csvfile *csv, const struct findings *findings,
                     const struct span *attributes)
{
    for (size_t i = 0; i < findings->roster_column_count; i++)
        csvfile_text(csv, attributes ? attributes[i] : SPAN_EMPTY);
}

void rows_speaker(struct csvfile *csv, const struct speaker_row *row)
{
    csvfile_text(csv, row->period);
    csvfile_text(csv, row->name);
    csvfile_count(csv, row->quotes);
    csvfile_count(csv, row->words);
    csvfile_count(csv, row->articles);
    csvfile_count(csv, row->stories);
    csvfile_count(csv, row->outlets);
    rows_estimate(csv, row->share);
    csvfile_text(csv, row->kind ? span_of(row->kind) : SPAN_EMPTY);
}
