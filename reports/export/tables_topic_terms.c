#include "reports/export/csvfile.h"
#include "reports/export/tables.h"

void tables_topic_terms(struct bytes *out, const struct findings *findings)
{
    static const char *const columns[] = {"week",     "topic",      "entry", "words", "hits",
                                          "articles", "title_hits", "note",  "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < findings->topic_term_count; i++) {
        const struct topic_term_row *row = &findings->topic_terms[i];
        const struct span id[] = {span_of("topic-term"), row->period, row->topic, row->entry,
                                  row->words};

        csvfile_text(&csv, row->period);
        csvfile_text(&csv, row->topic);
        csvfile_text(&csv, row->entry);
        csvfile_text(&csv, row->words);
        csvfile_count(&csv, row->hits);
        csvfile_count(&csv, row->articles);
        csvfile_count(&csv, row->title_hits);
        csvfile_empty(&csv);
        csvfile_joined(&csv, id, sizeof id / sizeof *id);
        csvfile_end_row(&csv);
    }
}
