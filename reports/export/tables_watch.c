#include "reports/export/tables_watch.h"

#include "analysis/watched.h"
#include "corpus/base/day.h"
#include "reports/export/rows.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void add_numbers(struct csvfile *csv, const struct alarm_finding *alarm)
{
    const double numbers[] = {alarm->expected, alarm->upper, alarm->p, alarm->q};

    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        rows_number(csv, !alarm->note, numbers[i]);
    }
}

void tables_alarms(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",  "kind", "key", "method", "count", "expected",
                                          "upper", "p",    "q",   "alarm",  "note",  "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->alarm_count; i++) {
        const struct alarm_finding *alarm = &findings->alarms[i];
        const struct watched_series *series = alarm->series;

        csvfile_text(&csv, findings->period);
        csvfile_text(&csv, span_of(watched_kind_name(series->kind)));
        csvfile_text(&csv, series->key);
        csvfile_text(&csv, span_of(alarm->method));
        csvfile_count(&csv, series->weeks[findings->week_count - 1].hits);
        add_numbers(&csv, alarm);
        csvfile_text(&csv, span_of(alarm->note ? "" : alarm->alarm ? "yes" : "no"));
        csvfile_text(&csv, span_of(alarm->note ? alarm->note : ""));
        csvfile_joined(&csv,
                       (const struct span[]){span_of("alarm"), findings->period,
                                             span_of(watched_kind_name(series->kind)), series->key,
                                             span_of(alarm->method)},
                       5);
        csvfile_end_row(&csv);
    }
}

void tables_bursts(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"kind", "key",    "first_week", "last_week", "weeks",
                                          "hits", "weight", "note",       "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->burst_count; i++) {
        const struct burst_finding *burst = &findings->bursts[i];
        const struct watched_series *series = burst->series;
        char first[WEEK_TEXT_SIZE], last[WEEK_TEXT_SIZE];
        uint64_t hits = 0;

        for (size_t w = burst->first; w <= burst->last; w++)
            hits += series->weeks[w].hits;
        week_text(first, findings->weeks[burst->first].week);
        week_text(last, findings->weeks[burst->last].week);
        csvfile_text(&csv, span_of(watched_kind_name(series->kind)));
        csvfile_text(&csv, series->key);
        csvfile_text(&csv, span_of(first));
        csvfile_text(&csv, span_of(last));
        csvfile_count(&csv, burst->last - burst->first + 1);
        csvfile_count(&csv, hits);
        csvfile_number(&csv, burst->weight);
        csvfile_empty(&csv);
        csvfile_joined(&csv,
                       (const struct span[]){span_of("burst"), span_of(first),
                                             span_of(watched_kind_name(series->kind)), series->key},
                       4);
        csvfile_end_row(&csv);
    }
}
