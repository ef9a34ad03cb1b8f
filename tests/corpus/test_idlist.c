#include "corpus/store/idlist.h"

#include "tests/support.h"

/* Where the number of bytes changes, after the definition of LEB128. */
static const struct number {
    uint32_t number;
    const char *bytes;
    size_t length;
} numbers[] = {
    {0, "\x00", 1},
    {1, "\x01", 1},
    {127, "\x7F", 1},
    {128, "\x80\x01", 2},
    {16383, "\xFF\x7F", 2},
    {16384, "\x80\x80\x01", 3},
    {2097151, "\xFF\xFF\x7F", 3},
    {2097152, "\x80\x80\x80\x01", 4},
    {268435455, "\xFF\xFF\xFF\x7F", 4},
    {268435456, "\x80\x80\x80\x80\x01", 5},
    {UINT32_MAX, "\xFF\xFF\xFF\xFF\x0F", 5},
};

static void numbers_are_written_as_listed_and_read_back(void **state)
{
    struct bytes bytes = BYTES_EMPTY;
    struct span rest;
    uint32_t number;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        const struct span expected = {numbers[i].bytes, numbers[i].length};

        idlist_add(&bytes, numbers[i].number);
        rest = bytes_span(&bytes);
        assert_true(rest.length >= expected.length);
        assert_true(
            span_equal(span_cut(rest, rest.length - expected.length, rest.length), expected));
    }
    rest = bytes_span(&bytes);
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        assert_true(idlist_next(&rest, &number));
        assert_int_equal(number, numbers[i].number);
    }
    assert_false(idlist_next(&rest, &number));
    bytes_release(&bytes);
}

static void terms_are_written_as_the_ids_they_have(void **state)
{
    static const uint32_t ids[] = {0, 301, 1, 2097152};
    static const uint32_t terms[] = {2, 0, 1, 3};
    static const uint32_t expected[] = {1, 0, 301, 2097152};
    struct bytes bytes = BYTES_EMPTY;
    struct span rest;
    uint32_t number;

    (void)state;
    idlist_add(&bytes, 7); /* what was there goes */
    idlist_write(&bytes, terms, COUNT_OF(terms), ids);
    rest = bytes_span(&bytes);
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_true(idlist_next(&rest, &number));
        assert_int_equal(number, expected[i]);
    }
    assert_int_equal(rest.length, 0);
    bytes_release(&bytes);
}

static void bytes_that_are_no_number_end_the_list(void **state)
{
    static const struct span broken[] = {{"", 0}, {"\x80", 1}, {"\x80\x80\x80\x80\x80\x01", 6}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(broken); i++) {
        struct span rest = broken[i];
        uint32_t number;

        assert_false(idlist_next(&rest, &number));
        assert_int_equal(rest.length, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_listed_and_read_back),
        cmocka_unit_test(terms_are_written_as_the_ids_they_have),
        cmocka_unit_test(bytes_that_are_no_number_end_the_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
