#include "corpus/read/read_csv.h"

#include "tests/reading.h"

static void columns_are_found_by_their_usual_names(void **state)
{
    static const struct {
        const char *text, *articles;
    } cases[] = {
        {"id,title,date,outlet,byline,section,link,lang,text\n"
         "7,Vote,2022-06-14,Courier,\"Ann, Bob\",Politics,http://x/7,en,\"It passed.\n\nTwice.\"\n",
         "line 2: id=<7> title=<Vote> published=<2022-06-14> source=<Courier> author=<Ann, Bob> "
         "section=<Politics> url=<http://x/7> language=<en> text=<It passed.\n\nTwice.>\n"},
        {"Headline;PubDate;Publication;Category;Language;URL;Content\n"
         "Vote;14.06.2022;Courier;Politics;en;http://x;It passed, twice.\n",
         "line 2: title=<Vote> published=<14.06.2022> source=<Courier> section=<Politics> "
         "url=<http://x> language=<en> text=<It passed, twice.>\n"},
        {"\xEF\xBB\xBFpublished_at\tpublisher\tAUTHORS\tArticle\r\n1\t2\t3\tfour\r\n",
         "line 2: published=<1> source=<2> author=<3> text=<four>\n"},
        {"body|text\nsecond|first\nonly|\n", "line 2: text=<first>\nline 3: text=<only>\n"},
        {"sep=;\r\nid;text\r\n1;a, b\r\n", "line 3: id=<1> text=<a, b>\n"},
        {",title,text\n0,T,a\n", "line 2: title=<T> text=<a>\n"},
        {" Text , other\na,b", "line 2: text=<a>\n"},
        {"title,text\n\"Two\n lines\",\" kept as it is \"\n",
         "line 2: title=<Two lines> text=< kept as it is >\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_reading(&read_csv_format, NULL, span_of(cases[i].text), cases[i].articles);
}

static void the_configuration_s_names_come_first(void **state)
{
    struct config config = CONFIG_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(
        config_read(&config, span_of("fields: {text: Story Text, date: seen}"), "c", &fault));
    assert_reading(&read_csv_format, &config,
                   span_of("text,story text,date,Seen\na,b,1,2\nc,,3,\n"),
                   "line 2: published=<2> text=<b>\nline 3: published=<3> text=<c>\n");
    config_release(&config);
}

static void what_cannot_be_read_is_refused_with_its_line(void **state)
{
    static const struct {
        const char *text, *articles;
    } cases[] = {
        {"id,headline\n1,Vote\n2,Bill\n",
         "! no column holds the text; name it in broadsheet.yaml (fields: text: NAME); the columns "
         "are id, headline\n"},
        {"", "! it is empty\n"},
        {"id,text\n1,a\n2,b,c\n3,d,\n4\n5,\n6,e\n",
         "line 2: id=<1> text=<a>\n"
         "line 3! the row has 3 fields and the header 2; is a field with the separator in it not "
         "quoted?\n"
         "line 4: id=<3> text=<d>\n"
         "line 5! the row has 1 fields and the header 2; there is no text in it\n"
         "line 6! the row has no text\n"
         "line 7: id=<6> text=<e>\n"},
        {"text,id,url\na\nb,2\n", "line 2: text=<a>\nline 3: id=<2> text=<b>\n"},
        {"id,text\n1,a\n2,\"b\n3,c\n",
         "line 2: id=<1> text=<a>\nline 3! a quote that opens in this row is never closed; all "
         "that follows counts to it\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_reading(&read_csv_format, NULL, span_of(cases[i].text), cases[i].articles);
}

/* --- which files are CSV -------------------------------------------------------------------- */

static const struct {
    const char *path, *start;
    bool claimed;
} claims[] = {
    {"a.csv", "x,y\n", true},
    {"a.TSV", "x\ty\n", true},
    {"a", "id,text\n1,a\n", true},
    {"a", "story_number,text\n1,a\n", true},
    {"a", ",title,text\n0,T,a\n", true},
    {"a.txt", "title;text\nVote;It passed.\n", true},
    {"a.txt", "url,date,title,text\nx,2022,Vote,\"It passed.\n\nTwice, they", true},
    {"a.txt", "id,text\n1,a\n2,b,c\n", false},
    {"a.txt", "Title, text and date\n\nProse, with, commas.\n", false},
    {"a.txt", "Text, lies and videotape\n\nA film, and what it said.\n", false},
    {"a.txt", "Source, Reuters\nDate, June\n", false},
    {"a.txt", "Title, Author\nA line of prose.", false},
    {"a.txt", "Title, Author\n\nA line of prose\n", false},
    {"a.txt", "\"id\"\t\"text\"\r\n\"1\"\t\"a\"", true},
    {"a.txt", "\n id , text \n1,a", true},
    {"a.txt", "Title: Vote\nDate: 2022\n\nIt passed, they said.\n", false},
    {"a.txt", "One, two\nthree, four\n", false},
    {"a.txt", "text\nIt passed\n", false},
    {"a.txt", "{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": \"b\"}\n", false},
    {"a.csv", "", false},
};

static void prose_is_not_taken_for_csv(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(claims); i++)
        if (read_csv_format.claims(span_of(claims[i].path), span_of(claims[i].start)) !=
            claims[i].claimed)
            fail_msg("%s: '%s'", claims[i].path, claims[i].start);
    assert_false(read_csv_format.claims(span_of("a.csv"), (struct span){"a\0,text\n", 8}));
}

static void a_row_without_an_end_is_passed_over(void **state)
{
    struct reading_source source = {
        .parts = {span_of("id,text\n1,\""), span_of("0123456789abcdef, \n"), span_of("\"\n2,b\n")},
        .times = 3 << 20,
    };
    struct input *input =
        input_open((struct input_about){.path = span_of("a.csv")},
                   (struct input_source){.context = &source, .read = reading_read});
    struct bytes shown = reading_all(&read_csv_format, input, NULL);

    (void)state;
    assert_true(span_starts(bytes_span(&shown), "line 2! the row is longer than 16 MB"));
    assert_true(span_ends(bytes_span(&shown), ": id=<2> text=<b>\n"));
    bytes_release(&shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_their_usual_names),
        cmocka_unit_test(the_configuration_s_names_come_first),
        cmocka_unit_test(what_cannot_be_read_is_refused_with_its_line),
        cmocka_unit_test(prose_is_not_taken_for_csv),
        cmocka_unit_test(a_row_without_an_end_is_passed_over),
    };

    return cmocka_run_group_tests_name("read_csv", tests, NULL, NULL);
}
