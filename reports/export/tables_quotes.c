#include "analysis/people/quote_people.h"
#include "corpus/store/quotespool.h"
#include "reports/export/rows.h"
#include "reports/export/tables.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

struct quote_writing {
    struct csvfile csv;
    struct outdir_file *file; /* may be NULL */
    struct store *store;
    struct bytes text;
    uint32_t text_of; /* store number + 1 of the article in `text` */
    const struct findings *findings;
    size_t person; /* index of the next quotation's person */
};

static bool write_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct quote_writing *writing = context;
    struct csvfile *csv = &writing->csv;
    struct bytes id = BYTES_EMPTY;
    struct quote_decision decision = quote_decision_read(quote->rule);
    struct span text;

    if (writing->text_of != quote->article + 1 &&
        !store_text(writing->store, quote->article, &writing->text, fault))
        return false;
    writing->text_of = quote->article + 1;
    text = quote->end <= writing->text.count
               ? span_cut(bytes_span(&writing->text), quote->start, quote->end)
               : SPAN_EMPTY;
    csvfile_text(csv, quote->article_id);
    csvfile_count(csv, quote->number);
    csvfile_count(csv, quote->start);
    csvfile_count(csv, quote->end);
    csvfile_count(csv, quote->words);
    csvfile_text(csv, span_of(quote_kind_name(quote->kind)));
    csvfile_text(csv, quote->speaker);
    csvfile_text(csv, quote->mention);
    csvfile_text(csv, quote->cue);
    csvfile_text(csv, decision.rule);
    if (decision.confidence < 0)
        csvfile_empty(csv);
    else
        csvfile_number(csv, decision.confidence / 1000.0);
    csvfile_text(csv, text);
    csvfile_text(csv, quote_people_next(writing->findings, &writing->person, quote));
    bytes_print(&id, "%u", quote->start);
    rows_end(csv, NULL, "quote", quote->article_id, bytes_span(&id));
    bytes_release(&id);
    return outdir_spill(writing->file, csv->out, fault);
}

static void begin_quotes(struct bytes *out)
{
    static const char *const columns[] = {"article_id", "quote_id", "start",   "end",  "words",
                                          "kind",       "speaker",  "mention", "cue",  "rule",
                                          "confidence", "text",     "person",  "note", "id"};
    struct csvfile csv = CSVFILE_IN(out);

    csvfile_header(&csv, columns, COUNT_OF(columns));
}

bool tables_quotes(struct bytes *out, struct outdir_file *file, struct store *store,
                   const struct findings *findings, struct fault *fault)
{
    struct quote_writing writing = {
        .csv = CSVFILE_IN(out), .file = file, .store = store, .findings = findings};
    bool done;

    begin_quotes(out);
    done = quotespool_visit(findings->quoted, write_quote, &writing, fault);
    bytes_release(&writing.text);
    return done;
}

bool tables_all_quotes(struct bytes *out, struct store *store, const struct findings *findings,
                       struct fault *fault)
{
    struct quote_writing writing = {.csv = CSVFILE_IN(out), .store = store, .findings = findings};
    bool done;

    begin_quotes(out);
    done = store_walk_quotes(store, STORE_ALL_DAYS, write_quote, &writing, fault);
    bytes_release(&writing.text);
    return done;
}
