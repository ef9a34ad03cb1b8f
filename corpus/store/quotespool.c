#include "corpus/store/quotespool.h"

#include "corpus/base/memory.h"
#include "corpus/base/records.h"
#include "corpus/store/record.h"

#include <stdlib.h>

enum { HELD = 4 << 20 }; /* bytes in memory */

struct quotespool {
    struct records *records; /* of each article a head, its id and its quotations */
    struct bytes record;     /* of the article at hand */
};

struct head {
    uint32_t number, id_length;
};

struct quotespool *quotespool_open(void)
{
    struct quotespool *spool = memory_new(1, sizeof *spool);

    spool->records = records_open(HELD);
    return spool;
}

bool quotespool_add(struct quotespool *spool, const struct stored_article *article,
                    struct fault *fault)
{
    const struct head head = {article->number, (uint32_t)article->id.length};

    if (article->said.length == 0)
        return true;
    bytes_clear(&spool->record);
    bytes_add(&spool->record, (struct span){(const char *)&head, sizeof head});
    bytes_add(&spool->record, article->id);
    bytes_add(&spool->record, article->said);
    return records_add(spool->records, bytes_span(&spool->record), fault);
}

struct visiting {
    store_quote_visitor *visit;
    void *context;
};

static bool visit_record(void *context, size_t index, struct span record, struct fault *fault)
{
    const struct visiting *visiting = context;
    size_t id = sizeof(struct head);
    struct head head;

    (void)index;
    memcpy(&head, record.bytes, sizeof head);
    return record_visit_quotes(
        &(struct stored_article){
            .number = head.number,
            .id = span_cut(record, id, id + head.id_length),
            .said = span_cut(record, id + head.id_length, record.length),
        },
        visiting->visit, visiting->context, fault);
}

bool quotespool_visit(const struct quotespool *spool, store_quote_visitor *visit, void *context,
                      struct fault *fault)
{
    struct visiting visiting = {visit, context};

    return records_visit(spool->records, visit_record, &visiting, fault);
}

void quotespool_close(struct quotespool *spool)
{
    if (!spool)
        return;
    records_close(spool->records);
    bytes_release(&spool->record);
    free(spool);
}
