#include "reports/export/tables_audit.h"

#include "analysis/judgements.h"
#include "corpus/base/day.h"
#include "reports/export/rows.h"

const char tables_audit_how[] =
    "For each quotation write yes or no under is_speech (do these words in [[ ]] stand for what "
    "somebody said or wrote?), and yes, no or unknown under speaker_right (is it the speaker "
    "named? "
    "for (unattributed): does the article really name nobody?); where it is no, write the right "
    "name "
    "under right_speaker, or nobody. For each passage write under missed how many quotations in it "
    "do not stand in [[ ]]: 0 is an answer. Leave empty what you do not judge, and id, check and "
    "the first row as they are.";

static void add_empty(struct csvfile *csv, size_t cells)
{
    for (size_t i = 0; i < cells; i++)
        csvfile_empty(csv);
}

static void add_row(struct csvfile *csv, const struct audit_row *row,
                    const struct findings *findings)
{
    const struct findings_article *article = &findings->articles_shown[row->article];
    char day[DAY_TEXT_SIZE];

    day_text(day, article->day);
    csvfile_text(csv, span_of(row->passage ? "passage" : "quotation"));
    if (row->passage)
        csvfile_empty(csv);
    else
        csvfile_count(csv, row->draws);
    csvfile_text(csv, article->source);
    csvfile_text(csv, span_of(day));
    csvfile_text(csv, article->title);
    csvfile_text(csv, row->passage ? SPAN_EMPTY : findings->speakers[row->speaker].name);
    csvfile_text(csv, row->text);
    csvfile_text(csv, row->context);
    add_empty(csv, 4);
    csvfile_text(csv, row->check);
    csvfile_text(csv, row->id);
    csvfile_end_row(csv);
}

void tables_audit_sheet(struct bytes *out, const struct audit_sample *sample,
                        const struct findings *findings)
{
    static const char *const columns[] = {
        "part",    "draws",     "source",        "date",          "title",  "speaker", "text",
        "context", "is_speech", "speaker_right", "right_speaker", "missed", "check",   "id"};
    struct csvfile csv = CSVFILE_IN(out);
    struct bytes name = BYTES_EMPTY;

    csvfile_header(&csv, columns, sizeof columns / sizeof *columns);
    judgements_name(&name, sample->size, sample->seed, findings->period);
    csvfile_text(&csv, span_of("how to"));
    add_empty(&csv, 6);
    csvfile_text(&csv, span_of(tables_audit_how));
    add_empty(&csv, 5);
    csvfile_text(&csv, bytes_span(&name));
    csvfile_end_row(&csv);
    for (size_t i = 0; i < sample->count; i++)
        add_row(&csv, &sample->rows[i], findings);
    bytes_release(&name);
}

void tables_audit(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {
        "kind",      "key",           "share",          "share_low", "share_high",
        "corrected", "corrected_low", "corrected_high", "judged",    "note",
        "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < findings->audit_count; i++) {
        const struct audit_finding *row = &findings->audit[i];
        const char *note = row->corrected.note ? row->corrected.note : row->counted.note;
        const struct span id[] = {span_of("audit"), findings->period, span_of(row->kind), row->key};
        const struct span bare[] = {id[0], id[2], id[3]}; /* nothing is dated */

        csvfile_text(&csv, span_of(row->kind));
        csvfile_text(&csv, row->key);
        rows_estimate(&csv, row->counted);
        rows_estimate(&csv, row->corrected);
        csvfile_count(&csv, row->judged);
        csvfile_text(&csv, span_of(note ? note : ""));
        if (findings->period.length)
            csvfile_joined(&csv, id, sizeof id / sizeof *id);
        else
            csvfile_joined(&csv, bare, sizeof bare / sizeof *bare);
        csvfile_end_row(&csv);
    }
}
