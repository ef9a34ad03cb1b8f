#include "corpus/read/read_json.h"

#include "tests/reading.h"

/* --- one object ------------------------------------------------------------------------- */

static const struct {
    const char *object, *article;
} objects[] = {
    {"{\"text\": \"a\", \"body\": \"b\", \"maintext\": \"c\"}", "text=<a>"},
    {"{\"body\": \"b\", \"text\": \"\"}", "text=<b>"},
    {"{\"TEXT\": \"a\", \"Date\": 1655187330}", "published=<1655187330> text=<a>"},
    {"{\"date\": \"1\", \"published\": \"2\", \"text\": \" a \\n\"}", "published=<1> text=< a \n>"},
    {"{\"authors\": [\"Ann\", \"Bob\", null], \"text\": \"a\"}", "author=<Ann, Bob> text=<a>"},
    {"{\"authors\": [{\"name\": \"Ann\"}, {\"x\": 1}, {\"name\": \"Bob\"}], \"text\": \"a\"}",
     "author=<Ann, Bob> text=<a>"},
    {"{\"author\": {\"name\": \"Ann\", \"url\": \"http://x\"}, \"text\": \"a\"}",
     "author=<Ann> text=<a>"},
    {"{\"category\": [\"a\", \"b\"], \"text\": \"a\", \"title\": \"Two\\n lines\"}",
     "title=<Two lines> section=<a, b> text=<a>"},
    /* news-please */
    {"{\"maintext\": \"a\", \"title\": \"T\", \"date_publish\": \"2022-06-14 08:00:00\","
     " \"source_domain\": \"x.org\", \"authors\": [\"Ann\"], \"url\": \"http://x.org/1\","
     " \"language\": \"en\", \"description\": \"no\", \"date_modify\": null}",
     "title=<T> published=<2022-06-14 08:00:00> source=<x.org> author=<Ann> "
     "url=<http://x.org/1> language=<en> text=<a>"},
    /* NewsAPI */
    {"{\"source\": {\"id\": null, \"name\": \"Courier\"}, \"author\": \"Ann\", \"title\": \"T\","
     " \"description\": \"no\", \"url\": \"http://x\", \"publishedAt\": \"2022-06-14T08:00:00Z\","
     " \"content\": \"a\"}",
     "title=<T> published=<2022-06-14T08:00:00Z> source=<Courier> author=<Ann> url=<http://x> "
     "text=<a>"},
    /* as the Guardian answers */
    {"{\"id\": \"p/1\", \"sectionName\": \"P\", \"webPublicationDate\": \"2022-06-14\","
     " \"webTitle\": \"T\", \"webUrl\": \"http://x\", \"fields\": {\"body\": \"<p>a</p>\","
     " \"bodyText\": \"a\", \"byline\": \"Ann\"}}",
     "id=<p/1> title=<T> published=<2022-06-14> author=<Ann> section=<P> url=<http://x> "
     "text=<a>"},
    {"{\"headline\": {\"main\": \"T\"}, \"byline\": {\"original\": \"By Ann\"}, \"pub_date\": "
     "\"2022\", \"body\": \"a\", \"web_url\": \"u\"}",
     "title=<T> published=<2022> author=<By Ann> url=<u> text=<a>"},
    /* as Media Cloud and GDELT list them */
    {"{\"media_name\": \"Courier\", \"publish_date\": \"2022\", \"title\": \"T\", \"text\": \"a\"}",
     "title=<T> published=<2022> source=<Courier> text=<a>"},
    {"{\"seendate\": \"20220614T080000Z\", \"domain\": \"x.org\", \"text\": \"a\"}",
     "published=<20220614T080000Z> source=<x.org> text=<a>"},
};

static void members_are_found_by_their_usual_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(objects); i++) {
        struct bytes expected = BYTES_EMPTY;

        bytes_print(&expected, "line 1: %s\n", objects[i].article);
        assert_reading(&read_json_lines_format, NULL, span_of(objects[i].object),
                       bytes_text(&expected));
        bytes_clear(&expected);
        bytes_print(&expected, "item 1 (line 1): %s\n", objects[i].article);
        assert_reading(&read_json_format, NULL, span_of(objects[i].object), bytes_text(&expected));
        bytes_release(&expected);
    }
}

static void the_configuration_s_names_may_have_dots(void **state)
{
    struct config config = CONFIG_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(config_read(&config,
                            span_of("fields:\n  text: story.parts.body\n  source: Paper.Name\n"
                                    "  author: desk\n"),
                            "c", &fault));
    assert_reading(
        &read_json_lines_format, &config,
        span_of("{\"text\": \"no\", \"story\": {\"parts\": {\"body\": \"a\"}}, \"paper\":"
                " {\"name\": \"Courier\"}, \"author\": \"no\", \"desk\": [\"Ann\"]}"),
        "line 1: source=<Courier> author=<Ann> text=<a>\n");
    config_release(&config);
}

static void an_object_without_text_is_refused(void **state)
{
    (void)state;
    assert_reading(&read_json_lines_format, NULL,
                   span_of("{\"title\": \"T\"}\n\n{\"text\": {\"a\": \"b\"}}\n{\"content_html\": "
                           "\"<p>a</p>\"}\n{\"text\": \"a\"\n{\"text\": \"b\"}"),
                   "line 1! the object has no `text`\n"
                   "line 3! the object has no `text`\n"
                   "line 4: text=<a>\n"
                   "line 5! this is no JSON object (it ends too early)\n"
                   "line 6: text=<b>\n");
}

/* --- files of objects --------------------------------------------------------------------- */

static const struct {
    const char *text, *articles;
} files[] = {
    {"", ""},
    {"{\n  \"text\": \"a}\\\"]{\",\n  \"id\": 1\n}\n", "item 1 (line 1): id=<1> text=<a}\"]{>\n"},
    {"{\n\"text\": \"a\"\n}\n{\n\"text\": \"b\"\n}",
     "item 1 (line 1): text=<a>\nitem 2 (line 4): text=<b>\n"},
    {"[{\"text\": \"a\"},\n {\"text\": \"b\"}]",
     "item 1 (line 1): text=<a>\nitem 2 (line 2): text=<b>\n"},
    {"[]", ""},
    {"[[{\"text\": \"a\"}], [{\"text\": \"b\"}]]",
     "item 1 (line 1): text=<a>\nitem 2 (line 1): text=<b>\n"},
    {"[{\"text\": \"a\"}, 1, \"x]\\\"\", null, {\"text\": \"b\"}, {\"text\": b}, {\"text\": "
     "\"c\"}]",
     "item 1 (line 1): text=<a>\n"
     "item 2 (line 1)! the array holds 3 other than objects here\n"
     "item 5 (line 1): text=<b>\n"
     "item 6 (line 1)! this is no JSON object (unexpected character)\n"
     "item 7 (line 1): text=<c>\n"},
    /* wrappers */
    {"{\"status\": \"ok\", \"totalResults\": 2,\n \"articles\": [\n{\"content\": \"a\"},\n"
     "{\"content\": \"b\"}]}",
     "item 1 (line 3): text=<a>\nitem 2 (line 4): text=<b>\n"},
    {"{\"response\": {\"status\": \"ok\", \"results\": [{\"text\": \"a\"}], \"pages\": 1}, \"x\": "
     "[1]}",
     "item 1 (line 1): text=<a>\n"},
    {"{\"copyright\": \"c\", \"response\": {\"docs\": [{\"body\": \"a\"}], \"meta\": {\"hits\": "
     "1}}}",
     "item 1 (line 1): text=<a>\n"},
    {"{\"articles\": {\"results\": [{\"body\": \"a\"}], \"count\": 1}}\n{\"text\": \"b\"}",
     "item 1 (line 1): text=<a>\nitem 2 (line 2): text=<b>\n"},
    {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"author\": {\"name\": "
     "\"A\"}, \"items\": [{\"id\": \"1\", \"url\": \"u\", \"content_text\": \"a\", "
     "\"date_published\": \"2022-06-14T08:00:00Z\", \"authors\": [{\"name\": \"Ann\"}]}]}",
     "item 1 (line 1): id=<1> published=<2022-06-14T08:00:00Z> author=<Ann> url=<u> text=<a>\n"},
    {"{\"items\": [{\"text\": \"a\"}], \"news\": [{\"text\": \"b\"}]}",
     "item 1 (line 1): text=<a>\nitem 2 (line 1): text=<b>\n"},
    {"[{\"items\": [{\"text\": \"a\"}]}, {\"items\": [{\"text\": \"b\"}]}]",
     "item 1 (line 1): text=<a>\nitem 2 (line 1): text=<b>\n"},
    /* no wrappers: a text stands first, the list is empty or holds no objects */
    {"{\"text\": \"a\", \"items\": [{\"text\": \"no\"}]}", "item 1 (line 1): text=<a>\n"},
    {"{\"items\": [], \"text\": \"a\"}", "item 1 (line 1): text=<a>\n"},
    {"{\"items\": [1, {\"text\": \"no\"}], \"text\": \"a\"}", "item 1 (line 1): text=<a>\n"},
    {"{\"meta\": {\"items\": [{\"text\": \"no\"}]}, \"text\": \"a\"}",
     "item 1 (line 1): text=<a>\n"},
    {"{\"articles\": []}", "item 1 (line 1)! the object has no `text`\n"},
    {"{\"items\": [{\"text\": \"a\"}], \"text\": \"b\"}",
     "item 1 (line 1): text=<a>\n"
     "item 2 (line 1)! the object that ends here was read for its list; its own text was not\n"},
    /* broken */
    {"[{\"text\": \"a\"}", "item 1 (line 1): text=<a>\n"
                           "item 2 (line 1)! the file ends within an object or array\n"},
    {"[{\"text\": \"a\"}, {\"text\": \"b",
     "item 1 (line 1): text=<a>\nitem 2 (line 1)! the file ends within an object or array\n"},
    {"{\"items\": [{\"text\": \"a\"}]",
     "item 1 (line 1): text=<a>\nitem 2 (line 1)! the file ends within an object or array\n"},
    {"[{\"text\": \"a\"}]]",
     "item 1 (line 1): text=<a>\n"
     "item 2 (line 1)! what stands here is no JSON; nothing after it is read\n"},
    {"[{\"text\": \"a\"}}",
     "item 1 (line 1): text=<a>\n"
     "item 2 (line 1)! what stands here is no JSON; nothing after it is read\n"},
    {"x {\"text\": \"a\"}",
     "item 1 (line 1)! what stands here is no JSON; nothing after it is read\n"},
    {"[[[[[[[[[[[[[[[[[{\"text\": \"a\"}",
     "item 1 (line 1)! what stands here is no JSON; nothing after it is read\n"},
};

static void objects_are_found_in_arrays_and_wrappers(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(files); i++)
        assert_reading(&read_json_format, NULL, span_of(files[i].text), files[i].articles);
}

/* --- which files are JSON --------------------------------------------------------------------- */

enum { NEITHER, LINES, OTHER };

static const struct {
    const char *path, *start;
    int claimed;
} claims[] = {
    {"a", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", LINES},
    {"a", "{\"text\": \"a\"}", LINES},
    {"a", "{}\n", LINES},
    {"a", "{\"text\": \"a cut off line\n{\"text\": \"b\"}\n", LINES},
    {"a", "{\"text\": \"a\",\n{\"text\": \"b\"}\n", LINES},
    {"a", "{\"text\": \"a longer line than the look", LINES},
    {"a.json", "{\"text\": \"a longer line than the look", OTHER},
    {"a.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", LINES},
    {"a.jsonl", "{broken\n", LINES},
    {"a.txt", "{broken\n", NEITHER},
    {"a", "{{Template}} of a wiki\n", NEITHER},
    {"a", "{\n  \"text\": \"a\"\n}", OTHER},
    {"a", " {\r\n\t\"text\": \"a\"\r\n}", OTHER},
    {"a", "{\"text\":\n\"a\"}", OTHER},
    {"a", "{\"text\": \"a\"\n, \"id\": 1}", OTHER},
    {"a", "{\"text\": \"a\"\n}", OTHER},
    {"a", "{\"ok\": 1, \"articles\": [{\"text", OTHER},
    {"a", "{\"text\": \"a\", \"items\": [{\"text", LINES},
    {"a", "[{\"text\": \"a\"}]", OTHER},
    {"a", "[\n {\n", OTHER},
    {"a.json", "[1]", OTHER},
    {"a", "[Applause] Thank you", NEITHER},
    {"a", "[1] A footnote", NEITHER},
    {"a", "", NEITHER},
    {"a", "{", NEITHER},
    {"a", "Prose", NEITHER},
};

static void the_beginning_tells_lines_from_other_json(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(claims); i++) {
        struct span path = span_of(claims[i].path), start = span_of(claims[i].start);
        int claimed = read_json_format.claims(path, start)         ? OTHER
                      : read_json_lines_format.claims(path, start) ? LINES
                                                                   : NEITHER;

        if (claimed != claims[i].claimed)
            fail_msg("%s '%s' is %d", claims[i].path, claims[i].start, claimed);
    }
}

/* --- what is too large ---------------------------------------------------------------------------
 */

static struct bytes read_repeated(const struct format *format, const char *const parts[3],
                                  size_t times)
{
    struct reading_source source = {
        .parts = {span_of(parts[0]), span_of(parts[1]), span_of(parts[2])}, .times = times};

    return reading_all(format,
                       input_open((struct input_about){.path = span_of("a.json")},
                                  (struct input_source){.context = &source, .read = reading_read}),
                       NULL);
}

static void an_object_that_is_too_long_is_passed_over(void **state)
{
    static const struct {
        const struct format *format;
        const char *parts[3], *articles;
    } cases[] = {
        {&read_json_format,
         {"[{\"text\": \"a\"},\n{\"text\": \"", "0123456789abcdef", "\"}, {\"text\": \"c\"}]"},
         "item 1 (line 1): text=<a>\n"
         "item 2 (line 2)! the object is longer than 16 MB\n"
         "item 3 (line 2): text=<c>\n"},
        {&read_json_format,
         {"{\"meta\": [\"", "0123456789abcdef", "\"],\n\"items\": [{\"text\": \"c\"}]}"},
         "item 1 (line 2): text=<c>\n"},
        {&read_json_format,
         {"{\"items\": [{\"text\": \"a\"}], \"x\": \"", "0123456789abcdef",
          "\"} {\"text\": \"c\"}"},
         "item 1 (line 1): text=<a>\nitem 2 (line 1): text=<c>\n"},
        {&read_json_format,
         {"[\"", "0123456789abcdef", "\", {\"text\": \"c\"}]"},
         "item 1 (line 1)! the array holds 1 other than objects here\nitem 2 (line 1): text=<c>\n"},
        {&read_json_lines_format,
         {"{\"text\": \"a\"}\n{\"text\": \"", "0123456789abcdef", "\"}\n{\"text\": \"c\"}"},
         "line 1: text=<a>\nline 2! the line is longer than 16 MB\nline 3: text=<c>\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes shown = read_repeated(cases[i].format, cases[i].parts, 2 << 20);

        assert_string_equal(bytes_text(&shown), cases[i].articles);
        bytes_release(&shown);
    }
}

static void a_long_array_is_read_to_its_end(void **state)
{
    static const char *const parts[] = {"[{\"text\": \"a\"}", ",{\"text\": \"b\"}\n", "]"};
    struct bytes shown = read_repeated(&read_json_format, parts, 100000);

    (void)state;
    assert_true(span_ends(bytes_span(&shown), "item 100001 (line 100000): text=<b>\n"));
    bytes_release(&shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_found_by_their_usual_names),
        cmocka_unit_test(the_configuration_s_names_may_have_dots),
        cmocka_unit_test(an_object_without_text_is_refused),
        cmocka_unit_test(objects_are_found_in_arrays_and_wrappers),
        cmocka_unit_test(the_beginning_tells_lines_from_other_json),
        cmocka_unit_test(an_object_that_is_too_long_is_passed_over),
        cmocka_unit_test(a_long_array_is_read_to_its_end),
    };

    return cmocka_run_group_tests_name("read_json", tests, NULL, NULL);
}
