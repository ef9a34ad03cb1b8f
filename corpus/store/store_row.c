#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/store/record.h"
#include "corpus/store/store_inside.h"

bool store_not_as_written(const struct store *store, uint32_t number, struct fault *fault)
{
    return fault_set(fault, FAULT_DAMAGED,
                     "%s: article %u of the store is not as it was written; make the store again "
                     "from the articles",
                     database_name(store->database), number);
}

uint64_t store_row_checksum(const struct stored_article *article)
{
    const uint64_t numbers[] = {article->number, (uint64_t)article->day,
                                (uint64_t)article->annotator};

    return hash_bytes(article->record,
                      hash_bytes((struct span){(const char *)numbers, sizeof numbers}, 0));
}

struct article store_row_article(const struct stored_article *row, struct span text)
{
    return (struct article){
        .id = row->id,
        .source = row->source,
        .title = row->title,
        .author = row->author,
        .section = row->section,
        .url = row->url,
        .published = row->published,
        .language = row->declared,
        .text = text,
        .origin = row->origin,
        .replaced = row->replaced,
    };
}

struct ledger_sums store_row_sums(const struct stored_article *article)
{
    return (struct ledger_sums){.articles = 1, .rows = article->checksum};
}

bool store_row_read(const struct store *store, struct stored_article *article,
                    const struct query *row, struct fault *fault)
{
    *article = (struct stored_article){
        .number = (uint32_t)query_number(row, 0),
        .day = query_is_none(row, 1) ? DAY_NONE : (int32_t)query_number(row, 1),
        .superseded = query_number(row, 2) != 0,
        .run = query_number(row, 3),
        .annotator = query_number(row, 4),
        .checksum = (uint64_t)query_number(row, 5),
        .record = query_bytes(row, 6),
    };
    return (store_row_checksum(article) == article->checksum &&
            record_read(article, article->record)) ||
           store_not_as_written(store, article->number, fault);
}
