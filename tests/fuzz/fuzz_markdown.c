/*
 * Any bytes at all, mended: read_markdown() refuses them, or the article's
 * texts are UTF-8 and none begins or ends in a blank line's leavings.
 */
#include "corpus/base/bytes.h"
#include "corpus/read/read_markdown.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(struct span text)
{
    if (utf8_valid_length(text) != text.length)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct bytes mended = BYTES_EMPTY;
    struct fault fault;

    (void)utf8_repair(&mended, (struct span){(const char *)data, size});
    if (read_markdown(&article, &arena, bytes_span(&mended), &fault)) {
        check_text(article.text);
        check_text(article.title);
        check_text(article.author);
        check_text(article.published);
        if (article.text.length == 0 || span_trim(article.text).length != article.text.length)
            abort();
    }
    bytes_release(&mended);
    arena_release(&arena);
    return 0;
}
