#include "tests/support.h"

#include "corpus/base/table.h"
#include "reports/draw/flow.h"
#include "reports/export/html.h"
#include "tests/reports/invented_document.h"
#include "tests/reports/with_fonts.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* The page of an invented document, read as XML. */
static xmlDocPtr page_of(struct bytes *html, const struct document *document)
{
    struct fault fault;
    xmlDocPtr page;

    if (!html_write(html, document, typeset, &fault))
        fail_msg("%s", fault.message);
    page =
        xmlReadMemory(html->items, (int)html->count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    if (!page)
        fail_msg("the page is no well-formed XML");
    return page;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The next element in the order of the page. */
static xmlNode *after(xmlNode *node)
{
    if (node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

static char *attribute(xmlNode *node, const char *name)
{
    return (char *)xmlGetNoNsProp(node, (const xmlChar *)name);
}

static size_t elements(xmlNode *root, const char *name)
{
    size_t count = 0;

    for (xmlNode *node = root; node; node = after(node))
        count += is_element(node, name);
    return count;
}

static size_t drawn_figures(const struct document *document)
{
    size_t count = 0;

    for (size_t i = 0; i < document->count; i++)
        for (size_t f = 0;
             document->blocks[i].kind == BLOCK_FIGURES && f < document->blocks[i].count; f++)
            count += document->blocks[i].figures[f].empty_title.length == 0;
    return count;
}

static size_t blocks_of(const struct document *document, enum block_kind kind)
{
    size_t count = 0;

    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == kind)
            count += kind == BLOCK_FIGURES ? document->blocks[i].count : 1;
    return count;
}

static void every_block_is_there_and_each_figure_has_its_numbers(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct bytes html = BYTES_EMPTY;
    xmlDocPtr page;
    xmlNode *root;

    (void)state;
    invented_document(&document);
    page = page_of(&html, &document);
    root = xmlDocGetRootElement(page);
    assert_int_equal(elements(root, "h1"), 1);
    assert_int_equal(elements(root, "li"), blocks_of(&document, BLOCK_SECTION) + 3);
    assert_int_equal(elements(root, "figure"), blocks_of(&document, BLOCK_FIGURES));
    assert_int_equal(elements(root, "details"), drawn_figures(&document));
    assert_int_equal(elements(root, "table"),
                     drawn_figures(&document) + blocks_of(&document, BLOCK_TABLE));
    assert_int_equal(elements(root, "nav"), 1);
    assert_int_equal(elements(root, "script"), 0);
    xmlFreeDoc(page);
    bytes_release(&html);
    document_release(&document);
}

static bool has_text(xmlNode *parent, const char *name)
{
    for (xmlNode *node = parent->children; node; node = node->next)
        if (is_element(node, name)) {
            char *text = (char *)xmlNodeGetContent(node);
            bool any = text && *text;

            xmlFree(text);
            return any;
        }
    return false;
}

static void every_picture_has_a_name_and_a_description_and_two_layouts(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct bytes html = BYTES_EMPTY;
    size_t wide = 0, narrow = 0;
    xmlDocPtr page;

    (void)state;
    invented_document(&document);
    page = page_of(&html, &document);
    for (xmlNode *node = xmlDocGetRootElement(page); node; node = after(node)) {
        char *classes = is_element(node, "svg") ? attribute(node, "class") : NULL;

        if (classes && strcmp(classes, "spark") != 0) {
            wide += strcmp(classes, "plot wide") == 0;
            narrow += strcmp(classes, "plot narrow") == 0;
            assert_true(has_text(node, "title"));
            assert_true(has_text(node, "desc"));
        }
        xmlFree(classes);
    }
    assert_int_equal(wide, blocks_of(&document, BLOCK_FIGURES));
    assert_int_equal(narrow, wide);
    xmlFreeDoc(page);
    bytes_release(&html);
    document_release(&document);
}

static void expect_links_resolve(xmlNode *root)
{
    struct table ids = TABLE_EMPTY;

    for (xmlNode *node = root; node; node = after(node)) {
        char *id = node->type == XML_ELEMENT_NODE ? attribute(node, "id") : NULL;
        size_t before = ids.count;

        if (!id)
            continue;
        table_add(&ids, span_of(id));
        if (ids.count == before)
            fail_msg("two elements are called '%s'", id);
        xmlFree(id);
    }
    for (xmlNode *node = root; node; node = after(node)) {
        char *target = is_element(node, "a") ? attribute(node, "href") : NULL;

        if (target && target[0] == '#' && table_find(&ids, span_of(target + 1)) == TABLE_NONE)
            fail_msg("'%s' leads nowhere", target);
        if (target && target[0] != '#')
            assert_true(strncmp(target, "https://", 8) == 0 || strncmp(target, "http://", 7) == 0);
        xmlFree(target);
    }
    table_release(&ids);
}

static void all_links_lead_somewhere_and_no_id_is_used_twice(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct bytes html = BYTES_EMPTY;
    xmlDocPtr page;

    (void)state;
    invented_document(&document);
    page = page_of(&html, &document);
    expect_links_resolve(xmlDocGetRootElement(page));
    xmlFreeDoc(page);
    bytes_release(&html);
    document_release(&document);
}

/* All that the page loads is inside it. */
static void the_page_stands_alone(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct bytes html = BYTES_EMPTY;

    (void)state;
    invented_document(&document);
    xmlFreeDoc(page_of(&html, &document));
    for (const char *at = html.items; (at = strstr(at, "url(")); at += 4)
        assert_int_equal(strncmp(at, "url(data:", 9), 0);
    assert_null(strstr(html.items, " src="));
    assert_null(strstr(html.items, "<link"));
    assert_null(strstr(html.items, "@import"));
    assert_non_null(strstr(html.items, "default-src 'none'"));
    bytes_release(&html);
    document_release(&document);
}

static void the_same_document_gives_the_same_bytes(void **state)
{
    struct document one = DOCUMENT_EMPTY;
    struct document two = DOCUMENT_EMPTY;
    struct bytes first = BYTES_EMPTY;
    struct bytes second = BYTES_EMPTY;

    (void)state;
    invented_document(&one);
    invented_document(&two);
    xmlFreeDoc(page_of(&first, &one));
    xmlFreeDoc(page_of(&second, &two));
    assert_true(span_equal(bytes_span(&first), bytes_span(&second)));
    bytes_release(&first);
    bytes_release(&second);
    document_release(&one);
    document_release(&two);
}

/* One section with one paragraph of what came from outside. */
static void small_document(struct document *document, const char *text, const char *target)
{
    struct prose prose = PROSE_IN(&document->arena);

    document->about = (struct about){.title = span_of(text),
                                     .tongue = &tongues[TONGUE_ENGLISH],
                                     .week = span_of(text),
                                     .source = span_of(text),
                                     .created = span_of("2025-11-30T00:00:00Z")};
    document_section(
        document,
        (struct section){.title = span_of(text), .running = span_of(text), .dest = span_of("a")});
    prose_link(&prose, target, "%s", text);
    document_paragraph(document, &prose);
}

static void what_comes_from_outside_is_text_and_nothing_else(void **state)
{
    static const char *const texts[] = {"</p><script>alert(1)</script>", "\xFF\xC0", "a\x02z",
                                        "]]> <!-- & &amp;", "\" onclick=\"x"};
    static const char *const targets[] = {"javascript:alert(1)", "data:text/html,<b>", "//host/x",
                                          "JavaScript:x", "vbscript:x"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct bytes html = BYTES_EMPTY;
        xmlDocPtr page;

        small_document(&document, texts[i], targets[i]);
        page = page_of(&html, &document);
        assert_int_equal(elements(xmlDocGetRootElement(page), "script"), 0);
        assert_null(strstr(html.items, targets[i]));
        assert_null(strstr(html.items, " onclick=\"x"));
        xmlFreeDoc(page);
        bytes_release(&html);
        document_release(&document);
    }
}

static void a_link_to_nowhere_and_a_doubled_place_are_faults(void **state)
{
    static const struct {
        const char *target, *heading, *message;
    } cases[] = {{"#b", "", "a link leads to 'b', which is nowhere"},
                 {"#a", "a", "two places are called 'a'"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct bytes html = BYTES_EMPTY;
        struct fault fault;

        small_document(&document, "text", cases[i].target);
        document_heading(&document, span_of("heading"), span_of(cases[i].heading));
        assert_false(html_write(&html, &document, typeset, &fault));
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_string_equal(fault.message, cases[i].message);
        assert_int_equal(html.count, 0);
        document_release(&document);
    }
}

static void a_page_s_number_reads_as_its_section_or_as_said(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct prose prose = PROSE_IN(&document.arena);
    struct bytes html = BYTES_EMPTY;

    (void)state;
    small_document(&document, "Topics", "#a");
    prose_see(&prose, "a", "page ", "");
    prose_print(&prose, " and ");
    prose_see(&prose, "a", "method: page ", "how it is done");
    document_paragraph(&document, &prose);
    xmlFreeDoc(page_of(&html, &document));
    assert_non_null(strstr(html.items, "<p><a href=\"#a\">Topics</a> and <a href=\"#a\">how it is "
                                       "done</a></p>"));
    bytes_release(&html);
    document_release(&document);
}

static void letters_that_inter_lacks_come_with_a_font_of_their_own(void **state)
{
    static const struct {
        const char *text, *file, *range;
    } cases[] = {{"حرف", "NotoSansArabic-Regular.ttf", "U+62D"},
                 {"अक्षर", "NotoSansDevanagari-Regular.ttf", "U+905"}};
    struct fonts *fonts = typeset_fonts(typeset);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document document = DOCUMENT_EMPTY;
        struct bytes html = BYTES_EMPTY;
        bool there = false;

        for (size_t f = 0; f < fonts->count; f++)
            there |= strcmp(fonts->files[f].name, cases[i].file) == 0;
        if (!there) {
            print_message("%s is not installed\n", cases[i].file);
            skip();
        }
        small_document(&document, cases[i].text, "#a");
        xmlFreeDoc(page_of(&html, &document));
        assert_non_null(strstr(html.items, "font-family:\"Further scripts\""));
        assert_non_null(strstr(html.items, cases[i].range));
        bytes_release(&html);
        document_release(&document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_block_is_there_and_each_figure_has_its_numbers),
        cmocka_unit_test(every_picture_has_a_name_and_a_description_and_two_layouts),
        cmocka_unit_test(all_links_lead_somewhere_and_no_id_is_used_twice),
        cmocka_unit_test(the_page_stands_alone),
        cmocka_unit_test(the_same_document_gives_the_same_bytes),
        cmocka_unit_test(what_comes_from_outside_is_text_and_nothing_else),
        cmocka_unit_test(a_link_to_nowhere_and_a_doubled_place_are_faults),
        cmocka_unit_test(a_page_s_number_reads_as_its_section_or_as_said),
        cmocka_unit_test(letters_that_inter_lacks_come_with_a_font_of_their_own),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
