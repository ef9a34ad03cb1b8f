/*
 * Any bytes at all: what read_sgml makes of them is UTF-8 where they are, has
 * a text without control characters, and is not longer than they are; each
 * skip says why.
 */
#include "corpus/read/read_sgml.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct article *article, struct span bytes, bool utf8)
{
    const struct span fields[] = {article->id,     article->title,   article->published,
                                  article->author, article->section, article->text};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (utf8 && utf8_valid_length(fields[i]) != fields[i].length)
            abort();
        if (fields[i].length > bytes.length)
            abort();
    }
    if (span_trim(article->text).length == 0)
        abort();
    for (size_t i = 0; i < article->text.length; i++) {
        unsigned char byte = (unsigned char)article->text.bytes[i];

        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = {(const char *)data, size};
    bool utf8 = utf8_valid_length(bytes) == size;
    struct arena arena = ARENA_EMPTY;
    struct format_job job = {
        .input = input_of((struct input_about){.path = span_of("a.sgm")}, bytes),
        .arena = &arena,
    };
    enum format_result result;

    (void)read_sgml_format.claims(span_of("a"), bytes);
    do {
        struct article article = ARTICLE_EMPTY;
        struct fault fault = FAULT_EMPTY;

        arena_clear(&arena);
        result = read_sgml_format.next(&job, &article, &fault);
        if (result == FORMAT_ARTICLE)
            check(&article, bytes, utf8);
        if (result == FORMAT_SKIP && fault.kind == FAULT_NONE)
            abort();
    } while (result != FORMAT_END);
    read_sgml_format.close(&job);
    input_close(job.input);
    arena_release(&arena);
    return 0;
}
