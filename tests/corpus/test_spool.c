#include "tests/support.h"

#include "corpus/base/spool.h"

#include <stdlib.h>
#include <string.h>

/* --- pieces whose bytes are known from where they lie --------------------------------- */

static uint8_t byte_at(uint64_t at)
{
    return (uint8_t)((at * 2654435761u) >> 13);
}

static void add_piece(struct spool *spool, size_t length)
{
    struct bytes piece = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    for (size_t i = 0; i < length; i++)
        bytes_add_byte(&piece, (char)byte_at(spool->length + i));
    if (!spool_add(spool, bytes_span(&piece), &fault))
        fail_msg("%s", fault.message);
    bytes_release(&piece);
}

static void assert_piece(const struct spool *spool, uint64_t at, size_t length, struct bytes *room)
{
    struct fault fault = FAULT_EMPTY;
    struct span again;

    if (!spool_read(spool, at, length, room, &again, &fault))
        fail_msg("%s", fault.message);
    assert_int_equal(again.length, length);
    for (size_t i = 0; i < length; i++) {
        if ((uint8_t)again.bytes[i] != byte_at(at + i))
            fail_msg("byte %zu of the piece at %llu is another", i, (unsigned long long)at);
    }
}

/* --- tests ----------------------------------------------------------------------------- */

static void what_fits_in_memory_makes_no_file(void **state)
{
    struct spool spool = SPOOL_EMPTY;
    struct bytes room = BYTES_EMPTY;

    (void)state;
    add_piece(&spool, 5);
    add_piece(&spool, 0);
    add_piece(&spool, 7);
    assert_null(spool.file);
    assert_int_equal(spool.length, 12);
    assert_piece(&spool, 0, 5, &room);
    assert_piece(&spool, 5, 0, &room);
    assert_piece(&spool, 5, 7, &room);
    assert_piece(&spool, 6, 3, &room);
    bytes_release(&room);
    spool_release(&spool);
}

static void all_pieces_are_read_back_from_the_file_and_from_memory(void **state)
{
    enum { PIECE = 1000003, PIECES = 2 * SPOOL_MEMORY / PIECE + 3 };
    struct spool spool = SPOOL_EMPTY;
    struct bytes room = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < PIECES; i++)
        add_piece(&spool, PIECE);
    assert_int_equal(spool.length, (uint64_t)PIECE * PIECES);
    assert_in_range(spool.filed, SPOOL_MEMORY, spool.length - 1);
    assert_true(spool.tail.count <= SPOOL_MEMORY);
    assert_int_equal(spool.filed % PIECE, 0); /* no piece lies across */
    for (size_t i = PIECES; i-- > 0;)
        assert_piece(&spool, (uint64_t)i * PIECE, PIECE, &room);
    assert_piece(&spool, spool.filed - 9, 9, &room);
    assert_piece(&spool, spool.filed, 9, &room);
    assert_piece(&spool, spool.filed - 9, 20, &room);
    assert_piece(&spool, spool.filed - PIECE, (size_t)(spool.length - spool.filed) + PIECE, &room);
    bytes_release(&room);
    spool_release(&spool);
}

static void a_piece_larger_than_the_memory_is_held_until_the_next(void **state)
{
    struct spool spool = SPOOL_EMPTY;
    struct bytes room = BYTES_EMPTY;

    (void)state;
    add_piece(&spool, 3);
    add_piece(&spool, SPOOL_MEMORY + 1);
    assert_int_equal(spool.filed, 3);
    add_piece(&spool, 4);
    assert_int_equal(spool.filed, 3 + SPOOL_MEMORY + 1);
    assert_piece(&spool, 0, 3, &room);
    assert_piece(&spool, 3, SPOOL_MEMORY + 1, &room);
    assert_piece(&spool, 3 + SPOOL_MEMORY + 1, 4, &room);
    bytes_release(&room);
    spool_release(&spool);
}

static void a_full_device_is_a_fault_that_names_TMPDIR(void **state)
{
    struct spool spool = {.file = fopen("/dev/full", "w+")};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    if (!spool.file) {
        print_message("skip: /dev/full cannot be opened here\n");
        skip();
    }
    add_piece(&spool, SPOOL_MEMORY);
    assert_false(spool_add(&spool, span_of("x"), &fault));
    assert_int_equal(fault.kind, FAULT_OUTPUT);
    assert_non_null(strstr(fault.message, "TMPDIR"));
    spool_release(&spool);
}

static void a_folder_that_is_not_there_is_a_fault_that_names_TMPDIR(void **state)
{
    struct spool spool = SPOOL_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    add_piece(&spool, SPOOL_MEMORY);
    assert_int_equal(setenv("TMPDIR", "/nowhere/at/all", 1), 0);
    assert_false(spool_add(&spool, span_of("x"), &fault));
    assert_int_equal(unsetenv("TMPDIR"), 0);
    assert_int_equal(fault.kind, FAULT_OUTPUT);
    assert_non_null(strstr(fault.message, "TMPDIR"));
    spool_release(&spool);
}

static void a_file_cut_short_by_another_is_a_fault(void **state)
{
    struct spool spool = SPOOL_EMPTY;
    struct bytes room = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;
    struct span again;

    (void)state;
    add_piece(&spool, SPOOL_MEMORY);
    add_piece(&spool, 1);
    assert_non_null(freopen("/dev/null", "r", spool.file));
    assert_false(spool_read(&spool, 0, 10, &room, &again, &fault));
    assert_int_equal(fault.kind, FAULT_OUTPUT);
    bytes_release(&room);
    spool_release(&spool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_in_memory_makes_no_file),
        cmocka_unit_test(all_pieces_are_read_back_from_the_file_and_from_memory),
        cmocka_unit_test(a_piece_larger_than_the_memory_is_held_until_the_next),
        cmocka_unit_test(a_full_device_is_a_fault_that_names_TMPDIR),
        cmocka_unit_test(a_folder_that_is_not_there_is_a_fault_that_names_TMPDIR),
        cmocka_unit_test(a_file_cut_short_by_another_is_a_fault),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
