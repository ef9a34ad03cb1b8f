#include "reports/export/tables_groups.h"

#include "corpus/base/day.h"
#include "reports/export/rows.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* "speaker:2022-W24:(all):Harbour List:Coastline": the outlet where it is one alone. */
static void end_speaker(struct csvfile *csv, const struct speaker_row *row)
{
    struct bytes group = BYTES_EMPTY;

    bytes_add(&group, row->group);
    if (!span_is(row->outlet, "(all)"))
        bytes_print(&group, ":%.*s", SPAN_PRINT(row->outlet));
    rows_end_grouped(csv, row->share.note, "speaker", row->period, row->name, bytes_span(&group));
    bytes_release(&group);
}

static void add_speaker(struct csvfile *csv, const struct speaker_row *row)
{
    rows_speaker(csv, row);
    csvfile_text(csv, row->group);
}

void tables_speaker_groups(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",      "speaker",    "quotes",  "words",
                                          "articles",  "stories",    "outlets", "share",
                                          "share_low", "share_high", "kind",    "group"};
    struct csvfile csv = CSVFILE_IN(out);

    rows_header_with_attributes(&csv, findings, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->speaker_group_count; i++) {
        add_speaker(&csv, &findings->speaker_groups[i]);
        rows_attributes(&csv, findings, findings->speaker_groups[i].attributes);
        end_speaker(&csv, &findings->speaker_groups[i]);
    }
}

void tables_attribute(struct bytes *out, const struct findings *findings,
                      const struct attribute_rows *attribute)
{
    static const char *const columns[] = {"week",    "speaker", "quotes", "words",     "articles",
                                          "stories", "outlets", "share",  "share_low", "share_high",
                                          "kind",    "group",   "outlet"};
    struct csvfile csv = CSVFILE_IN(out);

    rows_header_with_attributes(&csv, findings, columns, COUNT_OF(columns));
    for (size_t i = 0; i < attribute->count; i++) {
        add_speaker(&csv, &attribute->rows[i]);
        csvfile_text(&csv, attribute->rows[i].outlet);
        rows_attributes(&csv, findings, attribute->rows[i].attributes);
        end_speaker(&csv, &attribute->rows[i]);
    }
}

/* "Party" as "party", "Home town" as "home_town". */
static void add_slug(struct bytes *slug, struct span name)
{
    for (size_t i = 0; i < name.length; i++) {
        char letter = name.bytes[i];

        if (letter >= 'A' && letter <= 'Z')
            letter = (char)(letter | 0x20);
        if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9'))
            letter = '_';
        bytes_add_byte(slug, letter);
    }
}

const char *tables_attribute_file(struct arena *arena, const struct findings *findings,
                                  size_t column)
{
    struct bytes slug = BYTES_EMPTY, other = BYTES_EMPTY, name = BYTES_EMPTY;
    const char *kept;
    bool taken;

    add_slug(&slug, findings->roster_columns[column]);
    taken = span_is(bytes_span(&slug), "outlet"); /* speakers_by_outlet.csv is there already */
    for (size_t i = 0; i < column; i++) {
        bytes_clear(&other);
        add_slug(&other, findings->roster_columns[i]);
        taken |= span_equal(bytes_span(&other), bytes_span(&slug));
    }
    bytes_print(&name, "csv/speakers_by_%.*s", SPAN_PRINT(bytes_span(&slug)));
    if (taken)
        bytes_print(&name, "_%zu", column + 1);
    bytes_add_text(&name, ".csv");
    kept = arena_copy(arena, bytes_span(&name)).bytes; /* ends in a NUL */
    bytes_release(&slug);
    bytes_release(&other);
    bytes_release(&name);
    return kept;
}

void tables_speaker_topics(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {
        "week",    "speaker", "topic",     "outlet",     "quotes", "words", "articles",
        "stories", "share",   "share_low", "share_high", "note",   "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->speaker_topic_row_count; i++) {
        const struct speaker_topic_row *row = &findings->speaker_topic_rows[i];
        struct bytes key = BYTES_EMPTY;

        csvfile_text(&csv, findings->period);
        csvfile_text(&csv, row->name);
        csvfile_text(&csv, row->topic);
        csvfile_text(&csv, row->outlet);
        csvfile_count(&csv, row->quotes);
        csvfile_count(&csv, row->words);
        csvfile_count(&csv, row->articles);
        csvfile_count(&csv, row->stories);
        rows_estimate(&csv, row->share);
        bytes_print(&key, "%.*s:%.*s", SPAN_PRINT(row->name), SPAN_PRINT(row->topic));
        rows_end_grouped(&csv, row->share.note, "speaker_topic", findings->period, bytes_span(&key),
                         row->outlet);
        bytes_release(&key);
    }
}

static void add_concentration(struct csvfile *csv, struct span period,
                              const struct concentration_finding *voices)
{
    csvfile_text(csv, period);
    csvfile_count(csv, voices->people);
    rows_estimate(csv, voices->hhi);
    rows_estimate(csv, voices->effective);
    rows_estimate(csv, voices->gini);
    rows_estimate(csv, voices->top_ten);
    rows_end(csv, voices->hhi.note, "concentration", period, span_of("voices"));
}

void tables_concentration(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {
        "week",          "people",         "hhi",  "hhi_low",  "hhi_high",  "effective",
        "effective_low", "effective_high", "gini", "gini_low", "gini_high", "top_ten",
        "top_ten_low",   "top_ten_high",   "note", "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t w = 0; w < findings->week_count; w++) {
        char week[WEEK_TEXT_SIZE];

        week_text(week, findings->weeks[w].week);
        if (!findings->weeks[w].gap)
            add_concentration(&csv, span_of(week), &findings->weeks[w].voices);
    }
    if (findings->study_week != WEEK_NONE)
        return;
    if (findings->baseline_weeks)
        add_concentration(&csv, findings->baseline_period, &findings->baseline_voices);
    add_concentration(&csv, findings->period, &findings->voices);
}

void tables_arrivals(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",     "speaker",   "arrival",    "quotes", "words",
                                          "articles", "last_week", "weeks_away", "note",   "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
    for (size_t i = 0; i < findings->arrival_count; i++) {
        const struct arrival_finding *arrival = &findings->arrivals[i];
        const struct speaker_finding *speaker = &findings->speakers[arrival->speaker];
        char week[WEEK_TEXT_SIZE];

        week_text(week, arrival->last_week);
        csvfile_text(&csv, findings->period);
        csvfile_text(&csv, speaker->name);
        csvfile_text(&csv, span_of(arrival->returns ? "returns" : "new"));
        csvfile_count(&csv, speaker->quotes);
        csvfile_count(&csv, speaker->words);
        csvfile_count(&csv, speaker->articles);
        csvfile_text(&csv, span_of(week));
        if (arrival->returns)
            csvfile_count(&csv, arrival->weeks_away);
        else
            csvfile_empty(&csv);
        rows_end(&csv,
                 arrival->returns ? NULL : "not quoted in the report's weeks before the study",
                 "arrival", findings->period, speaker->name);
    }
}
