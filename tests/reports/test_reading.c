#include "reports/pages/reading.h"

#include "reports/export/tables_intake.h"
#include "tests/support.h"

static struct tally formats[] = {{"HTML", 3, 1200}, {"feed", 1, 1}, {"XML", 2, 0}};
static struct tally charsets[] = {{"UTF-8", 3, 1200}, {"windows-1252", 1, 1}, {"GB18030", 2, 0}};
static const struct skip skips[] = {
    {{"/x/a", 4}, {"a", 1}, {"it is empty", 11}}, {{"/x/b", 4}, {"b", 1}, {"it is no text", 13}},
    {{"/x/c", 4}, {"c", 1}, {"it is empty", 11}}, {{"/x/d", 4}, {"d", 1}, {"r3", 2}},
    {{"/x/e", 4}, {"e", 1}, {"r4", 2}},           {{"/x/f", 4}, {"f", 1}, {"r5", 2}},
    {{"/x/g", 4}, {"=g", 2}, {"r6", 2}},
};

static const struct reader_totals many = {
    .files = 6,
    .articles = 1201,
    .skips = skips,
    .skip_count = COUNT_OF(skips),
    .formats = {formats, COUNT_OF(formats), 0},
    .charsets = {charsets, COUNT_OF(charsets), 0},
};
static const struct reader_totals one = {
    .files = 1, .articles = 1, .charsets = {charsets, 1, 0}, .skips = skips, .skip_count = 1};
static const struct reader_totals none = {0};

static const struct sentence {
    void (*say)(struct bytes *, const struct wording *, const struct reader_totals *);
    const struct reader_totals *totals;
    const char *text;
} sentences[] = {
    {reading_files, &many, "6 files seen, 1,201 articles read."},
    {reading_files, &one, "1 file seen, 1 article read."},
    {reading_files, &none, "0 files seen, 0 articles read."},
    {reading_formats, &many, "Articles by format: HTML 1,200, feed 1."},
    {reading_formats, &none, ""},
    {reading_charsets, &many, "Not in UTF-8: windows-1252 (1 file, 1 article)."},
    {reading_charsets, &one, ""},
    {reading_skips, &many,
     "7 files or parts of them were skipped: most often it is empty (2); it is no text (1); r3 "
     "(1); r4 (1); r5 (1)."},
    {reading_skips, &one, "1 file or part of one was skipped: it is empty (1)."},
    {reading_skips, &none, ""},
};

static void what_was_read_is_said_in_plain_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sentences); i++) {
        struct bytes text = BYTES_EMPTY;
        struct arena arena = ARENA_EMPTY;
        struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};

        sentences[i].say(&text, &wording, sentences[i].totals);
        assert_string_equal(bytes_text(&text), sentences[i].text);
        bytes_release(&text);
        arena_release(&arena);
    }
}

static void the_table_has_each_form_charset_reason_and_skip(void **state)
{
    struct bytes csv = BYTES_EMPTY;

    (void)state;
    tables_intake(&csv, &one);
    assert_string_equal(bytes_text(&csv), "kind,name,files,articles,skipped,note,id\n"
                                          "total,run,1,1,1,,intake:total:run\n"
                                          "charset,UTF-8,3,1200,,,intake:charset:UTF-8\n"
                                          "reason,it is empty,,,1,,intake:reason:it is empty\n"
                                          "skipped,a,,,1,it is empty,intake:skipped:1\n");
    bytes_clear(&csv);
    tables_intake(&csv, &many);
    assert_non_null(strstr(bytes_text(&csv), "format,XML,2,0,,,intake:format:XML\n"));
    assert_non_null(strstr(bytes_text(&csv), "\nskipped,'=g,,,1,r6,intake:skipped:7\n"));
    bytes_clear(&csv);
    tables_intake(&csv, NULL);
    assert_string_equal(bytes_text(&csv), "kind,name,files,articles,skipped,note,id\n"
                                          "total,store,,,,a store keeps no record of what was seen "
                                          "or skipped,intake:total:store\n");
    bytes_release(&csv);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_read_is_said_in_plain_sentences),
        cmocka_unit_test(the_table_has_each_form_charset_reason_and_skip),
    };

    return cmocka_run_group_tests_name("reading", tests, NULL, NULL);
}
