#include "corpus/text/ascii.h"

#include "tests/support.h"

/* Every byte at every place of the block, among others. */
static void all_classifiers_agree_with_the_plain_one(void **state)
{
    ascii_classifier *all[ASCII_CLASSIFIERS];
    size_t count = ascii_all(all);
    char bytes[256 + ASCII_BLOCK];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 37 + i / 256);
    assert_ptr_equal(all[count - 1], ascii_best());
    for (size_t i = 0; i < count * 256; i++) {
        const char *at = bytes + i % 256;
        struct ascii_block block = all[i / 256](at), plain = ascii_plain(at);

        assert_int_equal(block.letters, plain.letters);
        assert_int_equal(block.digits, plain.digits);
        assert_int_equal(block.spaces, plain.spaces);
        assert_int_equal(block.wide, plain.wide);
        assert_int_equal(block.letters & (block.digits | block.spaces | block.wide), 0);
    }
}

static void each_byte_is_of_its_class(void **state)
{
    char bytes[ASCII_BLOCK] = {0};

    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        struct ascii_block block;

        bytes[ASCII_BLOCK - 1] = (char)byte;
        block = ascii_best()(bytes);
        assert_int_equal(block.letters >> 63, letter);
        assert_int_equal(block.digits >> 63, byte >= '0' && byte <= '9');
        assert_int_equal(block.spaces >> 63, byte <= ' ' || byte == 0x7F);
        assert_int_equal(block.wide >> 63, byte >= 0x80);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_classifiers_agree_with_the_plain_one),
        cmocka_unit_test(each_byte_is_of_its_class),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
