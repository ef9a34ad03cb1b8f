/*
 * Any text at all: a title or author that is tidied is UTF-8 and one line.
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

    (void)utf8_repair(&text, (struct span){(const char *)data, size});
    tidy_title(&line, bytes_span(&text));
    check_line(&line);
    bytes_clear(&line);
    tidy_author(&line, bytes_span(&text), SPAN_EMPTY);
    check_line(&line);
    bytes_release(&text);
    bytes_release(&line);
    return 0;
}
