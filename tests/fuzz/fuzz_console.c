/*
 * Any bytes at all in a cell: console_table() shows one line a row, as UTF-8
 * without a control, and no cell is longer than it may be.
 */
#include "corpus/text/utf8.h"
#include "reports/cli/console.h"
#include "reports/export/csvfile.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct span shown)
{
    size_t lines = 0;

    if (utf8_valid_length(shown) != shown.length)
        abort();
    for (size_t at = 0; at < shown.length;) {
        struct utf8_point point = utf8_at(shown, at);

        lines += point.code == '\n';
        if (point.code != '\n' && (point.code < 0x20 || (point.code >= 0x7F && point.code < 0xA0)))
            abort();
        at += point.width;
    }
    if (lines != 2)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes csv = BYTES_EMPTY, text = BYTES_EMPTY, cell = BYTES_EMPTY;
    struct csvfile file = CSVFILE_IN(&csv);
    struct span any = {(const char *)data, size};

    csvfile_text(&file, span_of("any"));
    csvfile_text(&file, span_of("last"));
    csvfile_end_row(&file);
    csvfile_text(&file, any);
    csvfile_text(&file, span_of("x"));
    csvfile_end_row(&file);
    console_table(&text, bytes_span(&csv));
    check(bytes_span(&text));
    console_text(&cell, any);
    if (utf8_count(bytes_span(&cell)) > CONSOLE_LETTERS)
        abort();
    bytes_release(&csv);
    bytes_release(&text);
    bytes_release(&cell);
    return 0;
}
