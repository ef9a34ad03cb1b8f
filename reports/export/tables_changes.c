#include "reports/export/tables_changes.h"

#include "reports/export/rows.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const char *const directions[] = {
    [CHANGE_UNTESTED] = "", [CHANGE_NONE] = "none", [CHANGE_UP] = "up", [CHANGE_DOWN] = "down"};

static void add_number(struct csvfile *csv, bool known, double number)
{
    if (known)
        csvfile_number(csv, number);
    else
        csvfile_empty(csv);
}

static void add_row(struct csvfile *csv, struct span period, const char *kind, struct span key,
                    const struct estimate *before, const struct change *change)
{
    bool tested = change->direction != CHANGE_UNTESTED;
    const char *note = change->difference.has_interval ? NULL : change->difference.note;
    struct span parts[4] = {span_of("change"), period};
    size_t count = period.length ? 2 : 1;

    parts[count++] = span_of(kind);
    parts[count++] = key;
    csvfile_text(csv, period);
    csvfile_text(csv, span_of(kind));
    csvfile_text(csv, key);
    add_number(csv, before->has_value, before->value);
    rows_estimate(csv, change->difference);
    add_number(csv, tested, change->p);
    add_number(csv, tested, change->q);
    csvfile_text(csv, span_of(directions[change->direction]));
    csvfile_text(csv, span_of(note ? note : ""));
    csvfile_joined(csv, parts, count);
    csvfile_end_row(csv);
}

void tables_changes(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {
        "week", "kind", "key",    "before", "difference", "difference_low", "difference_high",
        "p",    "q",    "change", "note",   "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->topic_count; i++) {
        const struct topic_finding *topic = &findings->topics[i];

        add_row(&csv, findings->period, "topic", topic->key, &topic->baseline_share,
                &topic->change);
    }
    for (size_t i = 0; i < findings->speaker_count; i++) {
        const struct speaker_finding *speaker = &findings->speakers[i];

        add_row(&csv, findings->period, "speaker", speaker->name, &speaker->baseline_share,
                &speaker->change);
    }
}
