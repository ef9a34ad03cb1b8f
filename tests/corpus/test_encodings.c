#include "corpus/read/encodings.h"
#include "tests/support.h"

#include <stdlib.h>

#define TEXT "<p>The harbour reopened, the harbour reopened."

/* TEXT by Python 3.11's zlib and gzip and by Brotli 1.0.9. */
static const struct {
    const char *name;
    struct span body;
} encoded[] = {
    {"gzip",
     {"\037\213\010\000\000\000\000\000\002\003\263\051\260\013\311\110\125\310\110\054"
      "\112\312\057\055\122\050\112\315\057\110\315\113\115\321\121\050\301\042\252\007"
      "\000\016\033\210\144\056\000\000\000",
      49}},
    {"x-gzip",
     {"\037\213\010\000\000\000\000\000\002\003\263\051\260\013\311\110\125\310\110\054"
      "\112\312\057\055\122\050\112\315\057\110\315\113\115\321\121\050\301\042\252\007"
      "\000\016\033\210\144\056\000\000\000",
      49}},
    {"deflate",
     {"\170\234\263\051\260\013\311\110\125\310\110\054\112\312\057\055\122\050\112\315"
      "\057\110\315\113\115\321\121\050\301\042\252\007\000\206\055\020\321",
      37}},
    {"deflate",
     {"\263\051\260\013\311\110\125\310\110\054\112\312\057\055\122\050\112\315\057\110"
      "\315\113\115\321\121\050\301\042\252\007\000",
      31}},
    {"br",
     {"\033\055\000\370\035\247\303\232\237\074\252\171\340\344\350\244\013\025\132\371"
      "\224\265\042\224\264\262\214\054\041\244\226\102\075\241\154\007\336\000",
      38}},
};

static void a_body_comes_back_from_each_encoding(void **state)
{
    struct bytes out = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(encoded); i++) {
        bytes_clear(&out);
        assert_true(encodings_known(span_of(encoded[i].name)));
        assert_true(encodings_undo(&out, span_of(encoded[i].name), encoded[i].body, 1000));
        assert_string_equal(bytes_text(&out), TEXT);
    }
    bytes_release(&out);
}

static void a_body_that_was_decoded_before_stays_as_it_is(void **state)
{
    static const char *const names[] = {"", "identity", "gzip", "x-gzip", "deflate", "br"};
    struct bytes out = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        bytes_clear(&out);
        assert_true(encodings_undo(&out, span_of(names[i]), span_of(TEXT), 1000));
        assert_string_equal(bytes_text(&out), TEXT);
        bytes_clear(&out);
        assert_true(encodings_undo(&out, span_of(names[i]), SPAN_EMPTY, 1000));
        assert_int_equal(out.count, 0);
    }
    bytes_release(&out);
}

static void several_gzip_members_are_one_body(void **state)
{
    struct bytes twice = BYTES_EMPTY, out = BYTES_EMPTY;

    (void)state;
    bytes_add(&twice, encoded[0].body);
    bytes_add(&twice, encoded[0].body);
    bytes_add_text(&twice, "behind");
    assert_true(encodings_undo(&out, span_of("GZIP"), bytes_span(&twice), 1000));
    assert_string_equal(bytes_text(&out), TEXT TEXT);
    bytes_release(&twice);
    bytes_release(&out);
}

static void what_is_cut_off_or_too_long_is_refused(void **state)
{
    struct bytes out = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(encoded); i++) {
        struct span body = encoded[i].body;

        for (size_t most = 0; most < strlen(TEXT); most++) {
            bytes_clear(&out);
            assert_false(encodings_undo(&out, span_of(encoded[i].name), body, most));
            assert_true(out.count <= most + 1);
        }
        bytes_clear(&out);
        assert_true(encodings_undo(&out, span_of(encoded[i].name), body, strlen(TEXT)));
        bytes_clear(&out);
        assert_false(encodings_undo(&out, span_of(encoded[i].name),
                                    span_cut(body, 0, body.length - 2), 1000) &&
                     span_is(bytes_span(&out), TEXT));
    }
    bytes_release(&out);
}

static void other_encodings_are_not_known(void **state)
{
    (void)state;
    assert_false(encodings_known(span_of("compress")));
    assert_false(encodings_known(span_of("gzip, br")));
    assert_false(encodings_known(span_of("zstd")));
    assert_true(encodings_known(span_of("GZip")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_body_comes_back_from_each_encoding),
        cmocka_unit_test(a_body_that_was_decoded_before_stays_as_it_is),
        cmocka_unit_test(several_gzip_members_are_one_body),
        cmocka_unit_test(what_is_cut_off_or_too_long_is_refused),
        cmocka_unit_test(other_encodings_are_not_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
