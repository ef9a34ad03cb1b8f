/*
 * Any bytes at all: record_read() refuses them, or what it reads lies within
 * them, its quotations too, and comes back the same when it is written again.
 */
#include "corpus/store/record.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool look_at(void *context, const struct stored_quote *quote, struct fault *fault)
{
    const struct span *said = context;
    const struct span texts[] = {quote->speaker, quote->mention, quote->cue, quote->rule};

    (void)fault;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].bytes < said->bytes ||
            texts[i].bytes + texts[i].length > said->bytes + said->length)
            abort();
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct stored_article article = {0}, again = {0};
    struct bytes record = BYTES_EMPTY;
    struct fault fault;

    if (!record_read(&article, (struct span){(const char *)data, size}))
        return 0;
    if (!record_visit_quotes(&article, look_at, &article.said, &fault))
        abort();
    record_write(&record, &article);
    if (!record_read(&again, bytes_span(&record)) || again.content != article.content ||
        again.seconds != article.seconds || again.words != article.words ||
        !span_equal(again.id, article.id) || !span_equal(again.said, article.said))
        abort();
    bytes_release(&record);
    return 0;
}
