#include "corpus/read/read_sgml.h"

#include "tests/reading.h"

#define ITEM(inside) "<REUTERS TOPICS=\"YES\" OLDID=\"5\" NEWID=\"12\">\n" inside "</REUTERS>\n"

static const struct {
    const char *text, *articles;
} readings[] = {
    {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" ITEM(
         "<DATE> 2-MAR-1987 15:01:01.79</DATE>\n<TOPICS><D>tin</D><D>zinc&amp;lead</D></TOPICS>\n"
         "<PLACES><D>peru</D></PLACES>\n<UNKNOWN> \n&#5;&#5;\nu f BC-TIN</UNKNOWN>\n"
         "<TEXT>&#2;\n<TITLE>TIN &lt;TIN> FALLS,\nSAYS MINE</TITLE>\n"
         "<AUTHOR>    By Ann Smith, Wire</AUTHOR>\n"
         "<DATELINE>    LIMA, March 2 - </DATELINE><BODY>Tin fell as mines\nopened &#x26; closed,\n"
         "they said.\n    \"It fell,\" he said.\n    Shr 1 ct\n    Net 2\n Reuter\n&#3;</BODY>"
         "</TEXT>\n"),
     "line 2: id=<12> title=<TIN <TIN> FALLS, SAYS MINE> published=<2-MAR-1987 15:01:01.79> "
     "source=<Reuters> author=<Ann Smith, Wire> section=<tin, zinc&lead> "
     "text=<LIMA, March 2 - Tin fell as mines opened & closed, they said.\n\"It fell,\" he said.\n"
     "Shr 1 ct\nNet 2>\n"},
    {ITEM("<DATE>1-APR-1987</DATE><TOPICS></TOPICS>\n<TEXT TYPE=\"BRIEF\">&#2;\n"
          "******<TITLE>MINE CUTS\nDIVIDEND\n</TITLE>Blah blah blah.\n&#3;\n\n</TEXT>\n"),
     "line 1: id=<12> title=<MINE CUTS DIVIDEND> published=<1-APR-1987> source=<Reuters> "
     "text=<MINE CUTS DIVIDEND>\n"},
    {ITEM("<TEXT TYPE=\"UNPROC\">&#2;\nMINE <NEWS> 1ST QTR\nA lead that\nwraps.\n    Net 2\n"
          " REUTER\n&#3;\n\n</TEXT>\n"),
     "line 1: id=<12> title=<MINE  1ST QTR> source=<Reuters> "
     "text=<MINE  1ST QTR\nA lead that wraps.\nNet 2>\n"},
    {"noise\n" ITEM("<TEXT></TEXT>\n") ITEM("<TITLE>x</TITLE>\n") "<REUTERS NEWID=\"3\">\n",
     "line 2! the item has no text\nline 5! the item has no <TEXT>\n"
     "line 8! the item has no end (</REUTERS>)\n"},
    {"<REUTERS NEWID=\"1\"><TEXT><BODY>One</BODY></TEXT></REUTERS><REUTERS NEWID=\"2\"><TEXT>"
     "<REUTERS NEWID=\"3\"><TEXT><BODY>Three &unknown; & &#; &#0;</BODY></TEXT></REUTERS>",
     "line 1: id=<1> source=<Reuters> text=<One>\n"
     "line 1! the item has no end (</REUTERS>)\n"
     "line 1: id=<3> source=<Reuters> text=<Three &unknown; & &#; &#0;>\n"},
    {ITEM("<TEXT><BODY>It fell. REUTER\n&#3;</BODY></TEXT>\n"),
     "line 1: id=<12> source=<Reuters> text=<It fell.>\n"},
    {ITEM("<TEXT><BODY>A dealer told Reuter\n&#3;</BODY></TEXT>\n"),
     "line 1: id=<12> source=<Reuters> text=<A dealer told Reuter>\n"},
    {ITEM("<TEXT><BODY>&#2; Reuter\n&#3;</BODY></TEXT>\n"), "line 1! the item has no text\n"},
    {"", ""},
};

static void items_are_read_with_what_their_tags_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++)
        assert_reading(&read_sgml_format, NULL, span_of(readings[i].text), readings[i].articles);
}

static void reuters_files_are_known_by_their_tag(void **state)
{
    static const struct {
        const char *start;
        bool claimed;
    } cases[] = {
        {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS", true},
        {"\n<REUTERS NEWID=\"1\">", true},
        {"<!DOCTYPE x>\n<REUTERS>", true},
        {"<!DOCTYPE html>\n<p>REUTERS", false},
        {"The <REUTERS tag", false},
        {"", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(read_sgml_format.claims(span_of("a"), span_of(cases[i].start)),
                         cases[i].claimed);
}

/* One item or line of more than 16 MB between two others. */
static void what_is_too_long_is_passed_over_and_the_next_item_read(void **state)
{
    static const struct {
        const char *middle, *reason;
    } cases[] = {
        {"0123456789abcdef", "line 3! the line is longer than 16 MB\n"},
        {"0123456789abcde\n", "line 2! the item is longer than 16 MB\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct reading_source source = {
            .parts = {span_of("<REUTERS NEWID=\"1\"><TEXT><BODY>One</BODY></TEXT></REUTERS>\n"
                              "<REUTERS NEWID=\"2\"><TEXT><BODY>\n"),
                      span_of(cases[i].middle),
                      span_of("\n</BODY></TEXT></REUTERS>\n"
                              "<REUTERS NEWID=\"3\"><TEXT><BODY>Three</BODY></TEXT></REUTERS>\n")},
            .times = 2 << 20,
        };
        struct input *input =
            input_open((struct input_about){.path = span_of("a.sgm")},
                       (struct input_source){.context = &source, .read = reading_read});
        struct bytes shown = reading_all(&read_sgml_format, input, NULL);
        struct span rest = bytes_span(&shown);
        const char *first = "line 1: id=<1> source=<Reuters> text=<One>\n";

        assert_true(span_starts(rest, first));
        rest = span_cut(rest, strlen(first), rest.length);
        assert_true(span_starts(rest, cases[i].reason));
        assert_true(span_ends(rest, ": id=<3> source=<Reuters> text=<Three>\n"));
        bytes_release(&shown);
    }
}

/* Searching must not begin anew at each mark. */
static void marks_without_an_end_take_no_square_of_time(void **state)
{
    static const char *const marks[] = {"<", "&", "<D", "</", "<TEXT", "*"};
    const char *head = "<REUTERS NEWID=\"1\"><TEXT>One ";

    (void)state;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        struct reading_source source = {
            .parts = {span_of(head), span_of(marks[i]), span_of("</TEXT></REUTERS>\n")},
            .times = 1 << 20,
        };
        struct input *input =
            input_open((struct input_about){.path = span_of("a.sgm")},
                       (struct input_source){.context = &source, .read = reading_read});
        struct bytes shown = reading_all(&read_sgml_format, input, NULL);

        assert_true(span_starts(bytes_span(&shown), "line 1: id=<1> title=<One "));
        bytes_release(&shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_read_with_what_their_tags_say),
        cmocka_unit_test(reuters_files_are_known_by_their_tag),
        cmocka_unit_test(what_is_too_long_is_passed_over_and_the_next_item_read),
        cmocka_unit_test(marks_without_an_end_take_no_square_of_time),
    };

    return cmocka_run_group_tests_name("read_sgml", tests, NULL, NULL);
}
