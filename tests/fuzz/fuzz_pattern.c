/*
 * Any bytes as a pattern: refused, or what is shown of it reads back as the same
 * pattern; and any bytes as an id, whose parts lie within it.
 */
#include "analysis/pattern.h"
#include "reports/export/rowid.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_pattern(struct span written)
{
    struct table vocabulary = TABLE_EMPTY;
    struct pattern pattern = PATTERN_EMPTY, again = PATTERN_EMPTY;
    const uint32_t ids[] = {1, 2, 0, 3, 1};
    struct fault fault;

    (void)table_add(&vocabulary, span_of("a"));
    (void)table_add(&vocabulary, span_of("ab"));
    (void)table_add(&vocabulary, written);
    if (pattern_read(&pattern, written, &vocabulary, &fault)) {
        if (!pattern_read(&again, bytes_span(&pattern.text), &vocabulary, &fault) ||
            again.count != pattern.count ||
            !span_equal(bytes_span(&again.text), bytes_span(&pattern.text)))
            abort();
        for (size_t at = 0; at < 5; at++) {
            size_t length = pattern_at(&pattern, ids, 5, at);

            if (at + length > 5 || (length && ids[at] == 0))
                abort();
        }
    }
    pattern_release(&pattern);
    pattern_release(&again);
    table_release(&vocabulary);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = {(const char *)data, size};
    struct rowid id;

    if (rowid_read(&id, text) && (id.kind.length == 0 || id.key.length == 0 ||
                                  id.kind.length + id.period.length + id.key.length >= size))
        abort();
    check_pattern(text);
    return 0;
}
