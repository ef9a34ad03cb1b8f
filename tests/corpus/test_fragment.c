#include "corpus/read/fragment.h"

#include "corpus/base/xml.h"
#include "tests/support.h"

#include <time.h>

static const struct reading {
    const char *markup;
    const char *text;
} readings[] = {
    {"<p>One &amp; two</p><p>Three", "One & two\n\nThree"},
    {"plain words", "plain words"},
    {"R&D, x < y &c.", "R&D, x < y &c."},
    {" <p> One \n two <b> three</b>,<i>four</i> </p> ", "One two three,four"},
    {"<p>a<br>b<br/><br />c</p>", "a\nb\n\nc"},
    {"<h2>Head</h2>\n<p>Text</p><ul><li>x</li>\n<li>y</li></ul>", "Head\n\nText\n\nx\n\ny"},
    {"<blockquote><p>Said</p></blockquote>after", "Said\n\nafter"},
    {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"},
    {"a<script>var b = '<p>';</script><style>p{}</style>c", "ac"},
    {"<p>a</p><figure><img alt='no'><figcaption>no</figcaption></figure><p>b</p>", "a\n\nb"},
    {"<p>a</p><p>&nbsp;</p><p>&nbsp;b&nbsp;c</p>", "a\n\nb\xC2\xA0"
                                                   "c"},
    {"&eacute;&#8217;&#x2014;&bogus;", "\xC3\xA9\xE2\x80\x99\xE2\x80\x94&bogus;"},
    {"don&#146;t don\xC2\x92t", "don\xE2\x80\x99t don\xE2\x80\x99t"},
    /* Nothing marks paragraphs: empty lines do, as blogging programs store them. */
    {"One <b>two</b>\nthree.\n\nFour.\n\n\nFive.", "One two three.\n\nFour.\n\nFive."},
    {"<p>One\n\ntwo</p>", "One two"},
    {"<p>unclosed <a href='x'>link <p>next", "unclosed link\n\nnext"},
    {"</p></div>stray", "stray"},
    {"<!-- no --> yes <!-- no", "yes"},
    {"", ""},
    {"  ", ""},
    {"<img src='x'>", ""},
};

static void markup_is_read_as_its_reader_sees_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++) {
        struct bytes text = BYTES_EMPTY;

        fragment_html(&text, span_of(readings[i].markup));
        if (!span_is(bytes_span(&text), readings[i].text))
            fail_msg("%s\nis read as\n%s\nnot\n%s", readings[i].markup, bytes_text(&text),
                     readings[i].text);
        bytes_release(&text);
    }
}

static void a_second_fragment_is_parted_by_an_empty_line(void **state)
{
    struct bytes text = BYTES_EMPTY;

    (void)state;
    fragment_html(&text, span_of("<p>one</p>"));
    fragment_html(&text, span_of("<img>"));
    fragment_plain(&text, span_of(" two\ntwo \n \n three"));
    assert_string_equal(bytes_text(&text), "one\n\ntwo two\n\nthree");
    bytes_release(&text);
}

static void elements_of_a_tree_mean_what_they_mean_in_html(void **state)
{
    static const char *const cases[][2] = {
        {"<div xmlns='http://www.w3.org/1999/xhtml'><p>a <b>b</b>\nc</p><p>d</p></div>",
         "a b c\n\nd"},
        {"<body.content><block><p>a</p><media><media-caption>no</media-caption></media>"
         "<p>b</p></block></body.content>",
         "a\n\nb"},
        {"<x>a<br/>b<script>c</script></x>", "a\nb"},
        {"<x/>", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct xml *xml = xml_open(NULL);
        struct bytes text = BYTES_EMPTY;

        (void)xml_push(xml, span_of(cases[i][0]), true);
        fragment_tree(&text, xml_root(xml));
        assert_string_equal(bytes_text(&text), cases[i][1]);
        bytes_release(&text);
        xml_close(xml);
    }
}

/* libxml2 takes half a minute for so many. */
static void a_tag_of_many_attributes_is_cut(void **state)
{
    struct bytes html = BYTES_EMPTY;
    struct bytes text = BYTES_EMPTY;
    clock_t start = clock();

    (void)state;
    bytes_add_text(&html, "<p>first</p><p");
    for (size_t i = 0; i < 200000; i++)
        bytes_print(&html, " a%zu='1'", i);
    bytes_add_text(&html, ">last</p>");
    fragment_html(&text, bytes_span(&html));
    assert_string_equal(bytes_text(&text), "first");
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
    bytes_release(&html);
    bytes_release(&text);
}

/* Deep markup is cut, not followed down the stack; see fragment.h. */
static void deep_markup_is_cut(void **state)
{
    struct bytes html = BYTES_EMPTY;
    struct bytes text = BYTES_EMPTY;

    (void)state;
    bytes_add_text(&html, "<p>first</p>");
    for (size_t i = 0; i < 1000000; i++)
        bytes_add_text(&html, "<div>");
    bytes_add_text(&html, "last");
    fragment_html(&text, bytes_span(&html));
    assert_string_equal(bytes_text(&text), "first");
    bytes_release(&html);
    bytes_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_is_read_as_its_reader_sees_it),
        cmocka_unit_test(a_second_fragment_is_parted_by_an_empty_line),
        cmocka_unit_test(elements_of_a_tree_mean_what_they_mean_in_html),
        cmocka_unit_test(a_tag_of_many_attributes_is_cut),
        cmocka_unit_test(deep_markup_is_cut),
    };

    return cmocka_run_group_tests_name("fragment", tests, NULL, NULL);
}
