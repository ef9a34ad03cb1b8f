/*
 * Any bytes at all: csv_step() yields the same rows in whatever pieces they
 * come, their lines rise, and no field is longer than the input; what
 * read_csv makes of them has a text.
 */
#include "corpus/base/csv.h"
#include "corpus/base/hash.h"
#include "corpus/read/read_csv.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A hash of all rows. */
static uint64_t rows_of(struct span bytes, char separator, size_t step)
{
    struct csv *csv = csv_open(separator);
    uint64_t hash = 0, line = 0;
    size_t size = bytes.length;
    enum csv_step result;

    do {
        size_t length = bytes.length < step ? bytes.length : step;
        struct span rest = span_cut(bytes, 0, length);
        struct csv_row row;

        result = csv_step(csv, &rest, &row);
        bytes = span_cut(bytes, length - rest.length, bytes.length);
        if (result != CSV_STEP_ROW)
            continue;
        if (row.line <= line || !row.count)
            abort();
        line = row.line;
        hash = hash_bytes((struct span){(const char *)&line, sizeof line}, hash + row.count);
        for (size_t i = 0; i < row.count; i++) {
            if (row.fields[i].length > size)
                abort();
            hash = hash_bytes(row.fields[i], hash);
        }
    } while (result != CSV_STEP_END);
    csv_close(csv);
    return hash;
}

static void read_articles(struct span bytes)
{
    struct arena arena = ARENA_EMPTY;
    struct format_job job = {
        .input = input_of((struct input_about){.path = span_of("a.csv")}, bytes),
        .arena = &arena,
    };
    enum format_result result;

    do {
        struct article article = ARTICLE_EMPTY;
        struct fault fault = FAULT_EMPTY;

        arena_clear(&arena);
        result = read_csv_format.next(&job, &article, &fault);
        if (result == FORMAT_ARTICLE && span_trim(article.text).length == 0)
            abort();
        if (result == FORMAT_SKIP && fault.kind == FAULT_NONE)
            abort();
    } while (result != FORMAT_END);
    read_csv_format.close(&job);
    input_close(job.input);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = {(const char *)data, size};
    char separator = csv_shape(bytes, size % 2).separator;

    if (rows_of(bytes, separator, SIZE_MAX) != rows_of(bytes, separator, 1 + size % 7))
        abort();
    (void)read_csv_format.claims(span_of("a"), bytes);
    read_articles(bytes);
    return 0;
}
