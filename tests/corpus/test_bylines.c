#include "tests/support.h"

#include "corpus/read/bylines.h"

static const struct line {
    const char *line, *author;
} lines[] = {
    {"By Ann Lee", "Ann Lee"},
    {"by Ann Lee and Bo Ek", "Ann Lee, Bo Ek"},
    {"By Ann Lee, Bo Ek and Cy Oz", "Ann Lee, Bo Ek, Cy Oz"},
    {"By Ann Lee, Elbe Post", "Ann Lee"},
    {"By Ann Lee in London", "Ann Lee"},
    {"By Ann Lee June 17, 2024", "Ann Lee"},
    {"BY ANN LEE", "ANN LEE"},
    {"By J. R. O’Hara", "J. R. O’Hara"},
    {"Von Jutta von der Mühle", "Jutta von der Mühle"},
    {"Par Hélène Garnier-Duval", "Hélène Garnier-Duval"},
    {"Автор: Анна Петрова", "Анна Петрова"},
    {"Haber: Elif Tanrıkulu", "Elif Tanrıkulu"},
    {"Written by Ann Lee.", "Ann Lee"},
    {"Written by Ann L.", "Ann L."},
    {"Автор: Анна П.", "Анна П."},
    {"Monday, 15 April 2019 08:20 | Written by Dominic Farley | Hits: 3418", "Dominic Farley"},
    {"12th October 2018, by Sylvia Dunnock", "Sylvia Dunnock"},
    {"12 May 2024 · By Ann Lee", "Ann Lee"},
    {"Ann Lee", ""},                                /* nothing says that she wrote it */
    {"By Monday Morning the bridge was open", ""},  /* a sentence */
    {"By Ann", ""},                                 /* one word is no name */
    {"The mill, by Lower Weir, is open again", ""}, /* a sentence goes on */
    {"By the river", ""},
    {"", ""},
};

static void a_line_names_who_wrote(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        struct arena arena = ARENA_EMPTY;
        struct span found = bylines_find(&arena, span_of(lines[i].line));

        if (!span_is(found, lines[i].author))
            fail_msg("'%s' names '%.*s'", lines[i].line, SPAN_PRINT(found));
        arena_release(&arena);
    }
}

/* Where the page's class says that it is one, the word for "by" may lack. */
static void a_name_alone_is_an_author_where_the_page_says_so(void **state)
{
    static const struct line bare[] = {
        {"Ann Lee", "Ann Lee"},
        {"Ann Lee, Bo Ek and Cy Oz", "Ann Lee, Bo Ek, Cy Oz"},
        {"By Ann Lee | Staff", "Ann Lee"},
        {"Зинаида ПЕРЕВОЗЧИКОВА.", "Зинаида ПЕРЕВОЗЧИКОВА"},
        {"Newsroom", ""},
        {"ann@x.org", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bare); i++) {
        struct arena arena = ARENA_EMPTY;
        struct span found = bylines_bare(&arena, span_of(bare[i].line));

        if (!span_is(found, bare[i].author))
            fail_msg("'%s' names '%.*s'", bare[i].line, SPAN_PRINT(found));
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_names_who_wrote),
        cmocka_unit_test(a_name_alone_is_an_author_where_the_page_says_so),
    };

    return cmocka_run_group_tests_name("bylines", tests, NULL, NULL);
}
