/*
 * Any bytes at all: a charset is chosen that can be converted from, the text
 * is UTF-8, and the same when the bytes come in two pieces.
 */
#include "corpus/read/charset.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_pieces(struct bytes *text, struct span bytes, const char *name, size_t cut)
{
    struct charset_stream *stream = charset_open(name);

    if (!stream)
        abort();
    (void)charset_add(stream, text, span_cut(bytes, 0, cut), false);
    (void)charset_add(stream, text, span_cut(bytes, cut, bytes.length), true);
    charset_close(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = {(const char *)data, size};
    struct charset charset = charset_choose(bytes, SPAN_EMPTY);
    struct span rest = span_cut(bytes, charset.mark, size);
    struct bytes whole = BYTES_EMPTY, pieces = BYTES_EMPTY;
    size_t replaced = 0;

    if (!charset_to_utf8(&whole, &replaced, rest, charset.name) || replaced > size)
        abort();
    if (utf8_valid_length(bytes_span(&whole)) != whole.count || whole.count > 3 * size)
        abort();
    add_pieces(&pieces, rest, charset.name, rest.length / 2);
    if (!span_equal(bytes_span(&whole), bytes_span(&pieces)))
        abort();
    bytes_release(&whole);
    bytes_release(&pieces);
    return 0;
}
