/*
 * Any bytes at all: a feed is read to its end; each of its items is an article
 * whose texts are UTF-8 and whose text is trimmed and not empty, or is skipped
 * with a reason.
 */
#include "corpus/read/read_feed.h"
#include "tests/articles_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes out = BYTES_EMPTY;

    (void)articles_read(&out, &read_feed_format, (struct input_about){0},
                        (struct span){(const char *)data, size}, article_check);
    if (out.count == 0)
        abort();
    bytes_release(&out);
    return 0;
}
