#include "tests/support.h"

#include "corpus/base/memory.h"
#include "corpus/base/records.h"

#include <stdlib.h>
#include <string.h>

/* Record i has length(i) bytes, all of them the same. */
struct expected {
    size_t (*length)(size_t index);
    size_t count, stop_at;
};

static size_t mixed(size_t index)
{
    return index % 5 * 300;
}

/* Some longer than a piece. */
static size_t long_ones(size_t index)
{
    return index % 3 ? 10 : RECORDS_PIECE + index;
}

static size_t empty(size_t index)
{
    (void)index;
    return 0;
}

static bool take_record(void *context, size_t index, struct span record, struct fault *fault)
{
    struct expected *expected = context;

    if (index == expected->stop_at)
        return fault_set(fault, FAULT_OUTPUT, "stopped");
    assert_int_equal(index, expected->count++);
    assert_int_equal(record.length, expected->length(index));
    for (size_t i = 0; i < record.length; i += 97)
        assert_int_equal((unsigned char)record.bytes[i], index % 251);
    return true;
}

static void fill(struct records *records, size_t count, size_t (*length)(size_t index))
{
    for (size_t i = 0; i < count; i++) {
        char *bytes = memory_take(length(i) + 1);
        struct fault fault;

        memset(bytes, (int)(i % 251), length(i));
        assert_true(records_add(records, (struct span){bytes, length(i)}, &fault));
        free(bytes); /* what was added is a copy */
    }
}

/* --- tests ----------------------------------------------------------------------------- */

static void records_come_back_in_order_as_often_as_one_likes(void **state)
{
    static const struct {
        size_t memory, count;
        size_t (*length)(size_t index);
    } cases[] = {
        {1 << 20, 1000, mixed}, {1000, 1000, mixed}, {1, 20, mixed},   {1 << 20, 9, long_ones},
        {1, 9, long_ones},      {1000, 50, empty},   {1000, 0, mixed},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct records *records = records_open(cases[i].memory);

        fill(records, cases[i].count, cases[i].length);
        for (int again = 0; again < 2; again++) {
            struct expected expected = {.length = cases[i].length, .stop_at = SIZE_MAX};
            struct fault fault;

            assert_true(records_visit(records, take_record, &expected, &fault));
            assert_int_equal(expected.count, cases[i].count);
        }
        records_close(records);
    }
}

static void a_visitor_that_fails_ends_the_visit(void **state)
{
    struct records *records = records_open(1000);
    struct expected expected = {.length = mixed, .stop_at = 7};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    fill(records, 30, mixed);
    assert_false(records_visit(records, take_record, &expected, &fault));
    assert_int_equal(expected.count, 7);
    assert_string_equal(fault.message, "stopped");
    records_close(records);
    records_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_come_back_in_order_as_often_as_one_likes),
        cmocka_unit_test(a_visitor_that_fails_ends_the_visit),
    };

    return cmocka_run_group_tests_name("records", tests, NULL, NULL);
}
