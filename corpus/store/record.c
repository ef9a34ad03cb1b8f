#include "corpus/store/record.h"

#include "corpus/store/idlist.h"

enum { HASHES = 3, COUNTS = 4, TEXTS = 14, QUOTE_NUMBERS = 5, QUOTE_TEXTS = 4 };

/* --- pieces ------------------------------------------------------------------------- */

static uint64_t low_byte_first(uint64_t number)
{
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap64(number) : number;
}

/* Adds numbers, the texts' lengths, and the texts. */
static void add(struct bytes *bytes, const uint32_t *numbers, size_t number_count,
                struct span *const *texts, size_t text_count)
{
    size_t length = 0;
    char *at;

    for (size_t i = 0; i < text_count; i++)
        length += texts[i]->length;
    idlist_reserve(bytes, number_count + text_count);
    for (size_t i = 0; i < number_count; i++)
        idlist_append(bytes, numbers[i]);
    for (size_t i = 0; i < text_count; i++)
        idlist_append(bytes, (uint32_t)texts[i]->length);
    at = bytes_room(bytes, length);
    for (size_t i = 0; i < text_count; i++) {
        if (texts[i]->length)
            memcpy(at, texts[i]->bytes, texts[i]->length);
        at += texts[i]->length;
    }
    bytes_grown(bytes, length);
}

/* Takes the same off the front of `bytes`; false where they end before. */
static bool take(struct span *bytes, uint32_t *numbers, size_t number_count,
                 struct span *const *texts, size_t text_count)
{
    for (size_t i = 0; i < number_count; i++) {
        if (!idlist_next(bytes, &numbers[i]))
            return false;
    }
    for (size_t i = 0; i < text_count; i++) {
        uint32_t length;

        if (!idlist_next(bytes, &length))
            return false;
        texts[i]->length = length;
    }
    for (size_t i = 0; i < text_count; i++) {
        if (texts[i]->length > bytes->length)
            return false;
        texts[i]->bytes = bytes->bytes;
        *bytes = span_cut(*bytes, texts[i]->length, bytes->length);
    }
    return true;
}

/* --- the article -------------------------------------------------------------------- */

static void list_texts(struct span *texts[TEXTS], struct stored_article *article)
{
    struct span *const all[TEXTS] = {&article->id,        &article->source,  &article->title,
                                     &article->author,    &article->section, &article->url,
                                     &article->published, &article->origin,  &article->declared,
                                     &article->language,  &article->terms,   &article->title_terms,
                                     &article->signature, &article->said};

    memcpy(texts, all, sizeof all);
}

void record_write(struct bytes *record, const struct stored_article *article)
{
    struct stored_article copy = *article;
    struct span *texts[TEXTS];
    const uint64_t hashes[HASHES] = {low_byte_first(article->content),
                                     low_byte_first(article->fingerprint),
                                     low_byte_first((uint64_t)article->seconds)};
    const uint32_t counts[COUNTS] = {article->words, article->quotes, article->left_out,
                                     article->replaced};

    list_texts(texts, &copy);
    bytes_clear(record);
    bytes_add(record, (struct span){(const char *)hashes, sizeof hashes});
    add(record, counts, COUNTS, texts, TEXTS);
}

bool record_read(struct stored_article *article, struct span record)
{
    struct span *texts[TEXTS];
    uint64_t hashes[HASHES];
    uint32_t counts[COUNTS];

    if (record.length < sizeof hashes)
        return false;
    memcpy(hashes, record.bytes, sizeof hashes);
    record = span_cut(record, sizeof hashes, record.length);
    list_texts(texts, article);
    if (!take(&record, counts, COUNTS, texts, TEXTS))
        return false;
    article->content = low_byte_first(hashes[0]);
    article->fingerprint = low_byte_first(hashes[1]);
    article->seconds = (int64_t)low_byte_first(hashes[2]);
    article->words = counts[0];
    article->quotes = counts[1];
    article->left_out = counts[2];
    article->replaced = counts[3];
    return record.length == 0;
}

/* --- its quotations ----------------------------------------------------------------- */

static void list_quote_texts(struct span *texts[QUOTE_TEXTS], struct stored_quote *quote)
{
    struct span *const all[QUOTE_TEXTS] = {&quote->speaker, &quote->mention, &quote->cue,
                                           &quote->rule};

    memcpy(texts, all, sizeof all);
}

void record_add_quote(struct bytes *said, const struct stored_quote *quote)
{
    struct stored_quote copy = *quote;
    struct span *texts[QUOTE_TEXTS];
    const uint32_t numbers[QUOTE_NUMBERS] = {quote->start, quote->end - quote->start, quote->number,
                                             quote->words, quote->kind};

    list_quote_texts(texts, &copy);
    add(said, numbers, QUOTE_NUMBERS, texts, QUOTE_TEXTS);
}

bool record_visit_quotes(const struct stored_article *article, store_quote_visitor *visit,
                         void *context, struct fault *fault)
{
    struct stored_quote quote = {.article = article->number, .article_id = article->id};
    struct span said = article->said, *texts[QUOTE_TEXTS];
    uint32_t numbers[QUOTE_NUMBERS];

    list_quote_texts(texts, &quote);
    while (said.length && take(&said, numbers, QUOTE_NUMBERS, texts, QUOTE_TEXTS)) {
        quote.start = numbers[0];
        quote.end = numbers[0] + numbers[1];
        quote.number = numbers[2];
        quote.words = numbers[3];
        quote.kind = (enum quote_kind)numbers[4];
        if (!visit(context, &quote, fault))
            return false;
    }
    return true;
}
