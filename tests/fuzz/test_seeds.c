/* Every fuzz target still bears the inputs that are kept for it: seeds, and what once broke it. */
#include "tests/support.h"

#include "corpus/base/bytes.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

/* Each is compiled from tests/fuzz/fuzz_NAME.c, with its entry called so. */
#define TARGETS(X)                                                                                 \
    X(archive)                                                                                     \
    X(charset)                                                                                     \
    X(console)                                                                                     \
    X(csv)                                                                                         \
    X(dates)                                                                                       \
    X(dictionary)                                                                                  \
    X(feed)                                                                                        \
    X(html)                                                                                        \
    X(json)                                                                                        \
    X(judgements)                                                                                  \
    X(markdown)                                                                                    \
    X(newsxml)                                                                                     \
    X(pattern)                                                                                     \
    X(record)                                                                                      \
    X(roster)                                                                                      \
    X(sgml)                                                                                        \
    X(shingles)                                                                                    \
    X(tidy)                                                                                        \
    X(tokens)                                                                                      \
    X(voices)                                                                                      \
    X(warc)                                                                                        \
    X(weekcounts)                                                                                  \
    X(weights)                                                                                     \
    X(xml)                                                                                         \
    X(yaml)

#define DECLARE(name) int fuzz_##name(const uint8_t *data, size_t size);
TARGETS(DECLARE)

#define ENTRY(name) {#name, fuzz_##name},
static const struct target {
    const char *name;
    int (*run)(const uint8_t *data, size_t size);
} targets[] = {TARGETS(ENTRY)};

static int digit_of(int byte)
{
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                                        : -1;
}

/* Reads a line of hexadecimal digits, two a byte; false at the end of the file. */
static bool read_seed(struct bytes *seed, FILE *file)
{
    int high, low;

    bytes_clear(seed);
    while ((high = digit_of(getc(file))) >= 0 && (low = digit_of(getc(file))) >= 0)
        bytes_add_byte(seed, (char)(high << 4 | low));
    return seed->count > 0;
}

static void targets_bear_their_seeds(void **state)
{
    struct bytes seed = BYTES_EMPTY;
    size_t seeds = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(targets); i++) {
        char path[128];
        FILE *file;
        size_t before = seeds;

        (void)snprintf(path, sizeof path, "tests/fuzz/seeds/%s.hex", targets[i].name);
        file = fopen(path, "rb");
        if (!file)
            fail_msg("%s is not there", path);
        for (; read_seed(&seed, file); seeds++) {
            uint8_t *exact = malloc(seed.count); /* so that a look behind its end is seen */

            assert_non_null(exact);
            memcpy(exact, seed.items, seed.count);
            (void)targets[i].run(exact, seed.count);
            free(exact);
        }
        assert_int_equal(fclose(file), 0);
        assert_true(seeds > before);
    }
    bytes_release(&seed);
    print_message("%zu seeds of %zu targets\n", seeds, COUNT_OF(targets));
}

static int is_target(const struct dirent *entry)
{
    return strncmp(entry->d_name, "fuzz_", 5) == 0;
}

static void every_target_is_listed(void **state)
{
    struct dirent **entries = NULL;
    int count = scandir("tests/fuzz", &entries, is_target, alphasort);

    (void)state;
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    assert_int_equal(count, COUNT_OF(targets));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets_bear_their_seeds),
        cmocka_unit_test(every_target_is_listed),
    };

    return cmocka_run_group_tests_name("seeds", tests, NULL, NULL);
}
