#include "corpus/base/arena.h"
#include "corpus/base/sorter.h"
#include "tests/numbers.h"

#include <stdlib.h>

static int by_bytes(const void *left, const void *right)
{
    return span_compare(*(const struct span *)left, *(const struct span *)right);
}

/* Records of 1 to 40 bytes, few distinct first bytes, so that many begin alike or are equal. */
static struct span make_record(struct arena *arena, uint64_t *seed)
{
    char bytes[40];
    size_t length = 1 + numbers_below(seed, sizeof bytes);

    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)(i < 3 ? numbers_below(seed, 2) : 250 + numbers_below(seed, 6));
    return arena_copy(arena, (struct span){bytes, length});
}

/* Sorts `count` random records with so little memory, and compares with qsort. */
static void assert_sorted(size_t count, size_t memory)
{
    uint64_t seed = 20251126 + count;
    struct arena arena = ARENA_EMPTY;
    struct span *records = memory_new(count, sizeof *records), record;
    struct sorter sorter = SORTER_EMPTY;
    struct fault fault = FAULT_EMPTY;

    sorter.memory = memory;
    sorter.spool.memory = 4096; /* so that blocks cross from the file into memory */
    for (size_t i = 0; i < count; i++) {
        records[i] = make_record(&arena, &seed);
        assert_true(sorter_add(&sorter, records[i], &fault));
    }
    assert_true(sorter_end(&sorter, &fault));
    if (count)
        qsort(records, count, sizeof *records, by_bytes);
    for (size_t i = 0; i < count; i++) {
        assert_true(sorter_next(&sorter, &record, &fault));
        assert_true(span_equal(record, records[i]));
    }
    assert_false(sorter_next(&sorter, &record, &fault));
    assert_int_equal(fault.kind, FAULT_NONE);
    sorter_release(&sorter);
    arena_release(&arena);
    free(records);
}

static void records_come_in_the_order_of_their_bytes(void **state)
{
    static const struct {
        size_t count, memory;
    } cases[] = {{0, 0},       {1, 0},        {1000, 0},       {1, 1},       {1000, 1},
                 {1000, 5000}, {3000, 30000}, {20000, 100000}, {20000, 9000}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_sorted(cases[i].count, cases[i].memory);
}

static void a_record_longer_than_a_block_comes_back_whole(void **state)
{
    struct sorter sorter = SORTER_EMPTY;
    struct bytes record = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;
    struct span again;

    (void)state;
    sorter.memory = 1000;
    for (int i = 2; i >= 0; i--) {
        bytes_clear(&record);
        bytes_add_byte(&record, (char)('a' + i));
        for (int n = 0; n < 200000; n++)
            bytes_add_byte(&record, (char)n);
        assert_true(sorter_add(&sorter, bytes_span(&record), &fault));
    }
    assert_true(sorter_end(&sorter, &fault));
    for (int i = 0; i < 3; i++) {
        assert_true(sorter_next(&sorter, &again, &fault));
        assert_int_equal(again.length, 200001);
        assert_int_equal(again.bytes[0], 'a' + i);
        assert_int_equal((unsigned char)again.bytes[200000], 199999 & 0xFF);
    }
    bytes_release(&record);
    sorter_release(&sorter);
}

static void numbers_keep_their_order_as_bytes(void **state)
{
    static const uint32_t numbers[] = {0, 1, 255, 256, 65535, 1 << 24, UINT32_MAX};
    struct bytes record = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        sorter_number(&record, numbers[i]);
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        assert_int_equal(sorter_number_at(bytes_span(&record), 4 * i), numbers[i]);
        if (i)
            assert_true(memcmp(record.items + 4 * i - 4, record.items + 4 * i, 4) < 0);
    }
    bytes_release(&record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_come_in_the_order_of_their_bytes),
        cmocka_unit_test(a_record_longer_than_a_block_comes_back_whole),
        cmocka_unit_test(numbers_keep_their_order_as_bytes),
    };

    return cmocka_run_group_tests_name("sorter", tests, NULL, NULL);
}
