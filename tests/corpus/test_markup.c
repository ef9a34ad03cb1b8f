#include "corpus/read/markup.h"
#include "tests/support.h"

/* The nodes as text: a text in quotes, an element's name with what it holds in brackets. */
static void draw(struct bytes *out, const struct markup *markup, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i = markup->nodes[i].end) {
        if (markup->nodes[i].tag == TAG_TEXT) {
            bytes_print(out, "'%.*s'", SPAN_PRINT(markup_text(markup, i)));
            continue;
        }
        bytes_print(out, "%s(",
                    markup->nodes[i].tag == TAG_HTML      ? "html"
                    : markup->nodes[i].tag == TAG_BODY    ? "body"
                    : markup->nodes[i].tag == TAG_HEAD    ? "head"
                    : markup->nodes[i].tag == TAG_P       ? "p"
                    : markup->nodes[i].tag == TAG_A       ? "a"
                    : markup->nodes[i].tag == TAG_B       ? "b"
                    : markup->nodes[i].tag == TAG_BR      ? "br"
                    : markup->nodes[i].tag == TAG_DIV     ? "div"
                    : markup->nodes[i].tag == TAG_SCRIPT  ? "script"
                    : markup->nodes[i].tag == TAG_TITLE   ? "title"
                    : markup->nodes[i].tag == TAG_ARTICLE ? "article"
                                                          : "?");
        draw(out, markup, i + 1, markup->nodes[i].end);
        bytes_add_byte(out, ')');
    }
}

static void a_page_becomes_a_list_that_is_a_tree(void **state)
{
    static const struct {
        const char *page, *drawn;
    } pages[] = {
        {"", ""},
        {"<p>a<p>b", "html(body(p('a')p('b')))"},
        {"<title>t</title><div>a<b>b</b></div>", "html(head(title('t'))body(div('a'b('b'))))"},
        {"<div><article>a</article></div>", "html(body(div(article('a'))))"},
        {"<p>a<br>b</i></p>", "html(body(p('a'br()'b')))"},
        {"<p>1 &lt; 2 &amp; &#8220;x&#x201D; &nope;", "html(body(p('1 < 2 & “x” &nope;')))"},
        {"<p>a<!-- b --><p>c", "html(body(p('a')p('c')))"},
        {"<script>if (a < b) '<p>'</script><p>c",
         "html(head(script('if (a < b) '<p>''))body(p('c')))"},
        {"<!DOCTYPE html [<!ENTITY e 'boom'>]><p>&e;", "html(body(p(']>')p('&e;')))"},
        {"\xC3\xBC", "html(body(p('ü')))"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        struct markup markup = MARKUP_EMPTY;
        struct bytes drawn = BYTES_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_true(markup_read(&markup, span_of(pages[i].page), &fault));
        draw(&drawn, &markup, 1, (uint32_t)markup.count);
        if (strcmp(bytes_text(&drawn), pages[i].drawn) != 0)
            fail_msg("case %zu is %s", i, bytes_text(&drawn));
        bytes_release(&drawn);
        markup_release(&markup);
    }
}

static void parents_stand_before_what_they_hold(void **state)
{
    struct markup markup = MARKUP_EMPTY;
    struct bytes page = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    for (size_t i = 0; i < 5000; i++)
        bytes_add_text(&page, i % 3 ? "<div><b>x" : "</div></b><p>y");
    assert_true(markup_read(&markup, bytes_span(&page), &fault));
    assert_int_equal(markup.nodes[0].end, markup.count);
    for (uint32_t i = 1; i < markup.count; i++) {
        const struct markup_node *node = &markup.nodes[i];

        assert_true(node->parent < i && i < node->end);
        assert_true(node->end <= markup.nodes[node->parent].end);
    }
    bytes_release(&page);
    markup_release(&markup);
}

static void attributes_are_kept_where_they_say_something(void **state)
{
    struct markup markup = MARKUP_EMPTY;
    struct fault fault = FAULT_EMPTY;
    uint32_t div = 3; /* the root, html, body, div */

    (void)state;
    assert_true(markup_read(
        &markup, span_of("<div CLASS='a &amp; b' onclick=x hidden src=y id=>t</div>"), &fault));
    assert_int_equal(markup.nodes[div].tag, TAG_DIV);
    assert_int_equal(markup.nodes[div].length, 3);
    assert_true(span_is(markup_value(&markup, div, ATTRIBUTE_CLASS), "a & b"));
    assert_non_null(markup_value(&markup, div, ATTRIBUTE_HIDDEN).bytes);
    assert_int_equal(markup_value(&markup, div, ATTRIBUTE_ID).length, 0);
    assert_null(markup_value(&markup, div, ATTRIBUTE_ROLE).bytes);
    assert_null(markup_value(&markup, div + 1, ATTRIBUTE_CLASS).bytes);
    markup_release(&markup);
}

static void pages_past_the_limits_are_refused(void **state)
{
    static const struct {
        const char *head, *piece;
        size_t count;
        const char *message;
    } pages[] = {
        {"", "<i>", 1000001, "the page has more than 1,000,000 elements"},
        {"<p ", "a ", 1001, "a tag of the page has more than 1000 attributes"},
        {"<p q='>' ", "a=\"x > y\" ", 1001, "a tag of the page has more than 1000 attributes"},
        {"<p>", "</i>", 4000000, "the page closes too many tags that it never opened"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        struct markup markup = MARKUP_EMPTY;
        struct bytes page = BYTES_EMPTY;
        struct fault fault = FAULT_EMPTY;

        bytes_add_text(&page, pages[i].head);
        for (size_t n = 0; n < pages[i].count; n++)
            bytes_add_text(&page, pages[i].piece);
        assert_false(markup_read(&markup, bytes_span(&page), &fault));
        assert_int_equal(fault.kind, FAULT_LIMIT);
        assert_string_equal(fault.message, pages[i].message);
        assert_null(markup.nodes);
        bytes_release(&page);
    }
}

/* Words between < and > that are in no tag are not counted as attributes. */
static void scripts_and_comments_have_no_attributes(void **state)
{
    static const char *const heads[] = {"<script>if (a<b ", "<!-- <p ", "<style><p ", "<p>a < b "};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(heads); i++) {
        struct markup markup = MARKUP_EMPTY;
        struct bytes page = BYTES_EMPTY;
        struct fault fault = FAULT_EMPTY;

        bytes_add_text(&page, heads[i]);
        for (size_t n = 0; n < 2000; n++)
            bytes_add_text(&page, "word ");
        bytes_add_text(&page, "--></script></style>");
        if (!markup_read(&markup, bytes_span(&page), &fault))
            fail_msg("case %zu: %s", i, fault.message);
        markup_release(&markup);
        bytes_release(&page);
    }
}

static void entities_are_decoded_alone_too(void **state)
{
    static const struct {
        const char *text, *decoded;
    } cases[] = {
        {"a &amp; b", "a & b"},
        {"it&#39;s &#x27;it&apos;", "it's 'it'"},
        {"&eacute;t&Eacute;", "étÉ"},
        {"&", "&"},
        {"&;&#;&#x;&nope;", "&;&#;&#x;&nope;"},
        {"&amp", "&amp"},
        {"&#1114112;", "&#1114112;"},
        {"&#xD800;", "\xEF\xBF\xBD"},
        {"&averyveryverylongname;", "&averyveryverylongname;"},
        {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes out = BYTES_EMPTY;

        markup_decode(&out, span_of(cases[i].text));
        if (strcmp(bytes_text(&out), cases[i].decoded) != 0)
            fail_msg("'%s' becomes '%s'", cases[i].text, bytes_text(&out));
        bytes_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_becomes_a_list_that_is_a_tree),
        cmocka_unit_test(parents_stand_before_what_they_hold),
        cmocka_unit_test(attributes_are_kept_where_they_say_something),
        cmocka_unit_test(pages_past_the_limits_are_refused),
        cmocka_unit_test(scripts_and_comments_have_no_attributes),
        cmocka_unit_test(entities_are_decoded_alone_too),
    };

    return cmocka_run_group_tests_name("markup", tests, NULL, NULL);
}
