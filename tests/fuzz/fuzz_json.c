/*
 * Any bytes at all, mended: read_json() refuses them, or the article has a
 * text and all its fields are UTF-8.
 */
#include "corpus/base/bytes.h"
#include "corpus/read/read_json.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct bytes mended = BYTES_EMPTY;
    struct fault fault;

    (void)utf8_repair(&mended, (struct span){(const char *)data, size});
    if (read_json(&article, &arena, bytes_span(&mended), NULL, &fault)) {
        const struct span fields[] = {article.id,      article.source, article.title,
                                      article.author,  article.url,    article.published,
                                      article.section, article.text,   article.language};

        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
            if (utf8_valid_length(fields[i]) != fields[i].length)
                abort();
        if (article.text.length == 0)
            abort();
    }
    bytes_release(&mended);
    arena_release(&arena);
    return 0;
}
