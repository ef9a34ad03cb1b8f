/*
 * Expected scenes: tests/golden/NAME.scene, exact to a hundredth of a point.
 * `make golden` rewrites them; the diff is read.
 */
#ifndef TESTS_REPORTS_GOLDEN_H
#define TESTS_REPORTS_GOLDEN_H

#include "tests/support.h"

#include "corpus/base/bytes.h"
#include "reports/draw/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void golden_read(struct bytes *text, const char *path)
{
    FILE *stream = fopen(path, "rb");
    size_t got;

    if (!stream)
        fail_msg("%s is not there; make golden writes it", path);
    while ((got = fread(bytes_room(text, 4096), 1, 4096, stream)) > 0)
        bytes_grown(text, got);
    fclose(stream);
}

/* The first line on which the two differ, so that a failure can be read. */
static inline void golden_compare(const char *path, struct span actual, struct span expected)
{
    size_t line = 1, start = 0, at = 0;

    if (span_equal(actual, expected))
        return;
    for (; at < actual.length && at < expected.length && actual.bytes[at] == expected.bytes[at];
         at++)
        if (actual.bytes[at] == '\n') {
            line++;
            start = at + 1;
        }
    fail_msg("%s line %zu differs: %.*s", path, line,
             (int)(actual.length - start < 120 ? actual.length - start : 120),
             actual.bytes + start);
}

static inline bool golden_writing(void)
{
    const char *mode = getenv("BROADSHEET_GOLDEN");

    return mode && strcmp(mode, "write") == 0;
}

static inline void golden_write(const char *path, struct span bytes)
{
    FILE *stream = fopen(path, "wb");

    assert_non_null(stream);
    assert_int_equal(fwrite(bytes.bytes, 1, bytes.length, stream), bytes.length);
    assert_int_equal(fclose(stream), 0);
}

static inline void golden_expect_text(const char *path, struct span actual)
{
    struct bytes expected = BYTES_EMPTY;
    if (golden_writing()) {
        golden_write(path, actual);
    } else {
        golden_read(&expected, path);
        golden_compare(path, actual, bytes_span(&expected));
    }
    bytes_release(&expected);
}

static inline void golden_expect(const char *name, const struct scene *scene)
{
    struct bytes actual = BYTES_EMPTY;
    char path[128];

    snprintf(path, sizeof path, "tests/golden/%s.scene", name);
    scene_dump(&actual, scene);
    golden_expect_text(path, bytes_span(&actual));
    bytes_release(&actual);
}

/* Goldens hold to a hundredth of a point, so only with the fonts they were made with. */
static inline void golden_skip_with_other_fonts(struct typeset *opened)
{
    static const char *const known[] = {
        "Inter-Regular.otf", "a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc",
        "NotoSerif-Bold.ttf", "0af0ff2be8f84910fb21ec5fe1b6b7395e3073250502a334baf6ca2f860c88fe"};
    struct fonts *fonts = typeset_fonts(opened);
    struct fault fault;

    assert_true(fonts_hash(fonts, fonts->count, &fault));
    for (size_t k = 0; k < COUNT_OF(known); k += 2)
        for (size_t i = 0; i < fonts->count; i++)
            if (strcmp(fonts->files[i].name, known[k]) == 0 &&
                strcmp(fonts->files[i].sha256, known[k + 1]) != 0) {
                print_message("%s is another version: the expected scenes don't hold\n", known[k]);
                skip();
            }
}

#endif
