#include "tests/support.h"

#include "reports/draw/laws.h"
#include "reports/draw/paint_cairo.h"
#include "tests/reports/invented_document.h"
#include "tests/reports/with_fonts.h"

/* The first number of texts of a scene that hold `part`. */
static size_t count_texts(const struct scene *scene, const char *part)
{
    size_t count = 0;

    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == MARK_TEXT && strstr(scene->marks[i].text.bytes, part))
            count++;
    return count;
}

static void every_page_keeps_the_laws(void **state)
{
    (void)state;
    for (int letter = 0; letter < 2; letter++) {
        struct document document = DOCUMENT_EMPTY;
        const struct theme_page *page = letter ? &theme.letter : &theme.a4;
        struct box frame = {page->left, page->header_rule, page->right - page->left,
                            page->footer_rule + 16 - page->header_rule};
        struct pages pages;
        struct fault fault = FAULT_EMPTY;

        invented_document(&document);
        document.about.letter = letter;
        if (!flow_pages(&pages, &document, typeset, &fault))
            fail_msg("%s", fault.message);
        assert_in_range(pages.count, 5, 9);
        for (size_t p = 0; p < pages.count; p++)
            if (!laws_check(&pages.scenes[p], frame, &fault))
                fail_msg("page %zu: %s", p + 1, fault.message);
        pages_release(&pages);
        document_release(&document);
    }
}

static void texts_name_the_page_where_it_is(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct pages pages;
    struct fault fault = FAULT_EMPTY;
    char expected[32];

    (void)state;
    invented_document(&document);
    assert_true(flow_pages(&pages, &document, typeset, &fault));
    assert_int_equal(page_index_find(&pages.index, span_of("week")), 1);
    assert_true(page_index_find(&pages.index, span_of("ev-topic-energy")) > 2);
    assert_int_equal(page_index_find(&pages.index, span_of("nowhere")), 0);
    /* The number is a run of its own, after "page". */
    snprintf(expected, sizeof expected, "%zu",
             page_index_find(&pages.index, span_of("ev-topic-energy")));
    assert_true(count_texts(&pages.scenes[0], expected) > 0);
    assert_int_equal(pages.outline_count, 4);
    pages_release(&pages);
    document_release(&document);
}

/* A table of `rows` rows, "row0" and so on, in the document's arena. */
static struct grid *make_table(struct document *document, size_t rows)
{
    static const struct column columns[] = {{.title = "Headline", .share = 1}};
    struct cell *cells = arena_new(&document->arena, rows, sizeof *cells);
    struct grid *grid = arena_new(&document->arena, 1, sizeof *grid);

    for (size_t r = 0; r < rows; r++) {
        char text[24];

        snprintf(text, sizeof text, "row%zu", r);
        cells[r].text = invented_copy(&document->arena, text);
    }
    *grid = (struct grid){.title = span_of("All of them"),
                          .columns = columns,
                          .column_count = 1,
                          .cells = cells,
                          .rows = rows};
    return grid;
}

static void a_long_table_goes_on_with_its_header(void **state)
{
    enum { ROWS = 130 };
    struct document document = DOCUMENT_EMPTY;
    struct pages pages;
    struct fault fault = FAULT_EMPTY;
    size_t rows = 0;

    (void)state;
    document_section(&document, (struct section){.title = span_of("A"), .dest = span_of("a")});
    document_table(&document, make_table(&document, ROWS), span_of("table"));
    assert_true(flow_pages(&pages, &document, typeset, &fault));
    assert_int_equal(pages.count, 3);
    for (size_t p = 0; p < pages.count; p++) {
        assert_int_equal(count_texts(&pages.scenes[p], "Headline"), 1);
        assert_int_equal(count_texts(&pages.scenes[p], "continued"), p > 0);
        rows += count_texts(&pages.scenes[p], "row");
    }
    assert_int_equal(rows, ROWS);
    pages_release(&pages);
    document_release(&document);
}

/* However many rows there are, the last page of a table has three of them at least. */
static void no_row_or_two_of_a_table_go_on_alone(void **state)
{
    (void)state;
    for (size_t rows = 30; rows <= 60; rows++) {
        struct document document = DOCUMENT_EMPTY;
        struct pages pages;
        struct fault fault = FAULT_EMPTY;
        size_t total = 0;

        document_section(&document, (struct section){.title = span_of("A"), .dest = span_of("a")});
        document_table(&document, make_table(&document, rows), span_of("table"));
        document_table(&document, make_table(&document, 4), span_of("short"));
        assert_true(flow_pages(&pages, &document, typeset, &fault));
        for (size_t p = 0; p < pages.count; p++) {
            size_t here = count_texts(&pages.scenes[p], "row");

            assert_true(here >= 3);
            total += here;
        }
        assert_int_equal(total, rows + 4);
        pages_release(&pages);
        document_release(&document);
    }
}

/* Rows above, whether a section that follows shares the page. */
static void a_section_goes_on_where_much_of_the_page_is_free(void **state)
{
    static const struct {
        size_t rows;
        size_t page;
    } cases[] = {{3, 1}, {20, 1}, {40, 2}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = DOCUMENT_EMPTY;
        struct pages pages;
        struct fault fault = FAULT_EMPTY;

        document_section(&document, (struct section){.title = span_of("A"), .dest = span_of("a")});
        document_table(&document, make_table(&document, cases[i].rows), span_of("table"));
        document_section(&document, (struct section){.title = span_of("B"), .dest = span_of("b")});
        document_table(&document, make_table(&document, 5), span_of("other"));
        assert_true(flow_pages(&pages, &document, typeset, &fault));
        assert_int_equal(page_index_find(&pages.index, span_of("b")), cases[i].page);
        assert_int_equal(page_index_find(&pages.index, span_of("other")), cases[i].page);
        pages_release(&pages);
        document_release(&document);
    }
}

/* Three charts and a table fit one page only when the charts are lower than they would like. */
static void figures_give_way_to_what_follows(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct invented *all = invented_new(&document.arena);
    struct figure figure = {.title = span_of("Trends"),
                            .alternative = span_of("Lines."),
                            .recipe = &chart_multiples,
                            .data = invented_multiples(all),
                            .columns = 12};
    struct pages pages;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    document_section(&document, (struct section){.title = span_of("A"), .dest = span_of("a")});
    figure.dest = span_of("ev-topic-energy");
    document_figures(&document, &figure, 1);
    figure.dest = SPAN_EMPTY;
    document_figures(&document, &figure, 1);
    document_figures(&document, &figure, 1);
    document_table(&document, make_table(&document, 3), span_of("table"));
    assert_true(flow_pages(&pages, &document, typeset, &fault));
    assert_int_equal(pages.count, 1);
    pages_release(&pages);
    document_release(&document);
}

static void an_empty_document_is_one_page(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct pages pages;
    struct bytes pdf = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    document.about.created = span_of("2026-11-23T00:00:00Z");
    assert_true(flow_pages(&pages, &document, typeset, &fault));
    assert_int_equal(pages.count, 1);
    assert_true(paint_pdf(&pdf, &pages, &fault));
    pages_release(&pages);
    document_release(&document);
    bytes_release(&pdf);
}

static void expect_fault(struct document *document, const char *part)
{
    struct pages pages;
    struct fault fault = FAULT_EMPTY;

    assert_false(flow_pages(&pages, document, typeset, &fault));
    assert_int_equal(fault.kind, FAULT_INPUT);
    if (!strstr(fault.message, part))
        fail_msg("'%s' does not say '%s'", fault.message, part);
    document_release(document);
}

static void places_that_are_nowhere_or_twice_are_faults(void **state)
{
    struct section section = {.title = span_of("A"), .running = span_of("A"), .dest = span_of("a")};
    struct document document = DOCUMENT_EMPTY;
    struct prose text = PROSE_IN(&document.arena);

    (void)state;
    document_section(&document, section);
    prose_link(&text, "#b", "there");
    document_paragraph(&document, &text);
    expect_fault(&document, "'#b', which is nowhere");

    text = PROSE_IN(&document.arena);
    document_section(&document, section);
    prose_see(&text, "b", "", "");
    document_paragraph(&document, &text);
    expect_fault(&document, "'b', which is nowhere");

    document_section(&document, section);
    document_section(&document, section);
    expect_fault(&document, "two places are called 'a'");

    section.dest = span_of("é'");
    document_section(&document, section);
    expect_fault(&document, "no ASCII slug");
}

static void figures_without_their_due_are_faults(void **state)
{
    struct figure figure = {.title = span_of("t"), .empty_title = span_of("e"), .columns = 12};
    struct document document = DOCUMENT_EMPTY;
    struct chart_dot rows[100] = {{.value = 1}};

    (void)state;
    document_figures(&document, &figure, 1);
    expect_fault(&document, "no text alternative");
    figure.alternative = span_of("a");
    figure.columns = 7;
    document_figures(&document, &figure, 1);
    expect_fault(&document, "fill 7 columns, not 12");
    figure = (struct figure){.title = span_of("all"),
                             .alternative = span_of("a"),
                             .recipe = &chart_dots,
                             .data = &(struct chart_dots){.rows = rows, .count = COUNT_OF(rows)},
                             .columns = 12};
    document_figures(&document, &figure, 1);
    expect_fault(&document, "no page is high enough for 'all'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_keeps_the_laws),
        cmocka_unit_test(texts_name_the_page_where_it_is),
        cmocka_unit_test(a_long_table_goes_on_with_its_header),
        cmocka_unit_test(no_row_or_two_of_a_table_go_on_alone),
        cmocka_unit_test(a_section_goes_on_where_much_of_the_page_is_free),
        cmocka_unit_test(figures_give_way_to_what_follows),
        cmocka_unit_test(an_empty_document_is_one_page),
        cmocka_unit_test(places_that_are_nowhere_or_twice_are_faults),
        cmocka_unit_test(figures_without_their_due_are_faults),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
