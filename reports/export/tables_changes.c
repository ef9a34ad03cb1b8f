#include "reports/export/tables_changes.h"

#include "reports/export/rows.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const char *const directions[] = {
    [CHANGE_UNTESTED] = "", [CHANGE_NONE] = "none", [CHANGE_UP] = "up", [CHANGE_DOWN] = "down"};

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
    rows_number(csv, before->has_value, before->value);
    rows_estimate(csv, change->difference);
    rows_number(csv, tested, change->p);
    rows_number(csv, tested, change->q);
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

static void add_word(struct csvfile *csv, const struct findings *findings, const char *list,
                     const struct term_finding *term)
{
    const struct span parts[] = {span_of("word"), findings->period, span_of(list), term->term};

    csvfile_text(csv, findings->period);
    csvfile_text(csv, span_of(list));
    csvfile_text(csv, term->term);
    csvfile_count(csv, term->count);
    csvfile_count(csv, term->articles);
    rows_estimate(csv, term->rate);
    rows_number(csv, term->baseline_rate.has_value, term->baseline_rate.value);
    rows_number(csv, term->has_dp, term->dp);
    csvfile_text(csv, span_of(term->rate.has_interval || !term->rate.note ? "" : term->rate.note));
    if (findings->period.length)
        csvfile_joined(csv, parts, COUNT_OF(parts));
    else
        csvfile_joined(csv, (const struct span[]){parts[0], parts[2], parts[3]}, 3);
    csvfile_end_row(csv);
}

void tables_shown_words(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",
                                          "list",
                                          "term",
                                          "count",
                                          "articles",
                                          "per_million",
                                          "per_million_low",
                                          "per_million_high",
                                          "before",
                                          "dp",
                                          "note",
                                          "id"};
    const struct {
        const char *name;
        const struct term_finding *terms;
        size_t count;
    } lists[] = {{"risen", findings->risen, findings->risen_count},
                 {"fallen", findings->fallen, findings->fallen_count},
                 {"frequent", findings->frequent, findings->frequent_count}};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t l = 0; l < COUNT_OF(lists); l++) {
        for (size_t i = 0; i < lists[l].count; i++)
            add_word(&csv, findings, lists[l].name, &lists[l].terms[i]);
    }
}
