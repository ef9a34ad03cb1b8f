/*
 * Any text at all: what is tidied is UTF-8, a title or author is one line, and
 * tidying an address twice changes nothing more.
 */
#include "corpus/read/tidy.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_line(const struct bytes *line)
{
    if (utf8_valid_length(bytes_span(line)) != line->count ||
        (line->count && memchr(line->items, '\n', line->count)))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes text = BYTES_EMPTY;
    struct bytes line = BYTES_EMPTY;
    struct bytes url = BYTES_EMPTY;
    struct bytes again = BYTES_EMPTY;

    (void)utf8_repair(&text, (struct span){(const char *)data, size});
    tidy_title(&line, bytes_span(&text));
    check_line(&line);
    bytes_clear(&line);
    tidy_author(&line, bytes_span(&text), SPAN_EMPTY);
    check_line(&line);
    tidy_url(&url, bytes_span(&text));
    tidy_url(&again, bytes_span(&url));
    if (!span_equal(bytes_span(&url), bytes_span(&again)))
        abort();
    bytes_release(&text);
    bytes_release(&line);
    bytes_release(&url);
    bytes_release(&again);
    return 0;
}
