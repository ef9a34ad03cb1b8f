/*
 * Any bytes at all: read_html() refuses them, or the article's text is UTF-8,
 * has no control character but the line feed, begins and ends with none, and
 * is no longer than three times the page; its fields are UTF-8 on one line.
 */
#include "corpus/read/read_html.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Aborts on a control character, C1 too, unless it is `allowed`. */
static void check_text(struct span text, char allowed)
{
    if (utf8_valid_length(text) != text.length)
        abort();
    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);

        if ((point.code < 0x20 || (point.code >= 0x7F && point.code < 0xA0)) &&
            point.code != (unsigned char)allowed)
            abort();
        at += point.width;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct bytes page = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)utf8_repair(&page, (struct span){(const char *)data, size});
    if (read_html(&article, &arena, bytes_span(&page), &fault)) {
        const struct span fields[] = {article.title,   article.author, article.source,
                                      article.section, article.url,    article.published,
                                      article.language};

        check_text(article.text, '\n');
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
            check_text(fields[i], ' ');
        if (article.text.length == 0 || article.text.length > 3 * page.count ||
            span_trim(article.text).length != article.text.length)
            abort();
    } else if (fault.message[0] == '\0') {
        abort();
    }
    arena_release(&arena);
    bytes_release(&page);
    return 0;
}
