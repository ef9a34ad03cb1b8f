#include "corpus/base/day.h"
#include "corpus/base/hash.h"
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
    const uint64_t numbers[] = {article->number,
                                (uint64_t)article->day,
                                (uint64_t)article->seconds,
                                article->words,
                                article->quotes,
                                article->left_out,
                                article->replaced,
                                article->content,
                                article->fingerprint,
                                (uint64_t)article->annotator,
                                article->quotes_sum};
    const struct span texts[] = {article->id,        article->source,  article->title,
                                 article->author,    article->section, article->url,
                                 article->published, article->origin,  article->declared,
                                 article->language,  article->terms,   article->title_terms,
                                 article->signature};
    uint64_t hash = hash_bytes((struct span){(const char *)numbers, sizeof numbers}, 0);

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        hash = hash_bytes(texts[i], hash);
    return hash;
}

uint64_t store_quote_hash(const struct stored_quote *quote)
{
    const uint64_t numbers[] = {quote->article, quote->start, quote->end,
                                quote->number,  quote->words, quote->kind};
    const struct span texts[] = {quote->article_id, quote->speaker, quote->mention, quote->cue,
                                 quote->rule};
    uint64_t hash = hash_bytes((struct span){(const char *)numbers, sizeof numbers}, 0);

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        hash = hash_bytes(texts[i], hash);
    return hash;
}

struct ledger_sums store_row_sums(const struct stored_article *article)
{
    return (struct ledger_sums){
        .articles = 1,
        .rows = article->checksum,
        .quotes = article->quotes_sum,
    };
}

bool store_row_read(const struct store *store, struct stored_article *article,
                    const struct query *row, struct fault *fault)
{
    struct span *texts[] = {&article->id,        &article->source,  &article->title,
                            &article->author,    &article->section, &article->url,
                            &article->published, &article->origin,  &article->declared,
                            &article->language,  &article->terms,   &article->title_terms,
                            &article->signature};

    article->number = (uint32_t)query_number(row, 0);
    article->day = query_is_none(row, 1) ? DAY_NONE : (int32_t)query_number(row, 1);
    article->seconds = query_is_none(row, 2) ? ANNOTATE_NO_TIME : query_number(row, 2);
    article->words = (uint32_t)query_number(row, 3);
    article->quotes = (uint32_t)query_number(row, 4);
    article->left_out = (uint32_t)query_number(row, 5);
    article->replaced = (uint32_t)query_number(row, 6);
    article->content = (uint64_t)query_number(row, 7);
    article->fingerprint = (uint64_t)query_number(row, 8);
    article->run = query_number(row, 9);
    article->annotator = query_number(row, 10);
    article->quotes_sum = (uint64_t)query_number(row, 11);
    article->superseded = query_number(row, 12) != 0;
    for (int i = 0; i < 13; i++)
        *texts[i] = query_bytes(row, 13 + i);
    article->checksum = (uint64_t)query_number(row, 26);
    return store_row_checksum(article) == article->checksum ||
           store_not_as_written(store, article->number, fault);
}

struct stored_quote store_quote_read(const struct query *row)
{
    return (struct stored_quote){
        .article = (uint32_t)query_number(row, 0),
        .start = (uint32_t)query_number(row, 1),
        .end = (uint32_t)query_number(row, 2),
        .number = (uint32_t)query_number(row, 3),
        .words = (uint32_t)query_number(row, 4),
        .kind = (enum quote_kind)query_number(row, 5),
        .speaker = query_bytes(row, 6),
        .mention = query_bytes(row, 7),
        .cue = query_bytes(row, 8),
        .rule = query_bytes(row, 9),
    };
}
