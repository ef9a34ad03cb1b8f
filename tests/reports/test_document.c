#include "tests/support.h"

#include "reports/draw/laws.h"
#include "reports/draw/paint_cairo.h"
#include "reports/draw/pdf_finish.h"
#include "tests/reports/invented_document.h"
#include "tests/reports/with_fonts.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void make_pdf(struct bytes *pdf)
{
    struct document document = DOCUMENT_EMPTY;
    struct pages pages;
    struct fault fault = FAULT_EMPTY;

    invented_document(&document);
    if (!flow_pages(&pages, &document, typeset, &fault) || !paint_pdf(pdf, &pages, &fault))
        fail_msg("%s", fault.message);
    pages_release(&pages);
    document_release(&document);
}

/* The first number of texts of a scene that hold `part`. */
static size_t count_texts(const struct scene *scene, const char *part)
{
    size_t count = 0;

    for (size_t i = 0; i < scene->count; i++)
        if (scene->marks[i].kind == MARK_TEXT && strstr(scene->marks[i].text.bytes, part))
            count++;
    return count;
}

static bool have(const char *program)
{
    char command[64];

    snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", program);
    return system(command) == 0;
}

/* Runs `program` on these bytes, with its output in build/; true where it exits with 0. */
static bool run_on(const char *program, struct span pdf, struct bytes *output)
{
    char path[] = "build/test_document_XXXXXX";
    char command[160];
    FILE *stream;
    size_t got;
    int file = mkstemp(path);
    int status;

    assert_true(file >= 0);
    assert_int_equal(write(file, pdf.bytes, pdf.length), pdf.length);
    close(file);
    snprintf(command, sizeof command, "%s %s - 2>&1", program, path);
    if (strncmp(program, "pdftotext", 9) != 0)
        snprintf(command, sizeof command, "%s %s 2>&1", program, path);
    stream = popen(command, "r");
    assert_non_null(stream);
    while ((got = fread(bytes_room(output, 4096), 1, 4096, stream)) > 0)
        bytes_grown(output, got);
    status = pclose(stream);
    unlink(path);
    bytes_add_byte(output, '\n');
    return status == 0;
}

/* --- pages ---------------------------------------------------------------------------- */

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

/* --- the file ------------------------------------------------------------------------- */

static void the_pdf_passes_qpdf(void **state)
{
    struct bytes pdf = BYTES_EMPTY;
    struct bytes output = BYTES_EMPTY;
    char *offset;

    (void)state;
    if (!have("qpdf")) {
        print_message("qpdf is not installed\n");
        skip();
    }
    make_pdf(&pdf);
    if (!run_on("qpdf --check", bytes_span(&pdf), &output))
        fail_msg("%s", bytes_text(&output));
    /* The gate bites: one wrong offset in the last table is found. */
    offset = pdf.items + pdf.count - 8;
    while (*offset != '\n')
        offset--;
    offset[1] = offset[1] == '9' ? '8' : '9';
    assert_false(run_on("qpdf --check", bytes_span(&pdf), &output));
    bytes_release(&output);
    bytes_release(&pdf);
}

static void all_fonts_are_embedded_and_texts_can_be_copied(void **state)
{
    static const char *const texts[] = {"The week in 3,412 articles",
                                        "Андрей Коваленко",
                                        "Ελένη Παπαδοπούλου",
                                        "Energy & climate",
                                        "÷16",
                                        "13.0–15.3%",
                                        "Numbers: topics.csv."};
    struct bytes pdf = BYTES_EMPTY;
    struct bytes output = BYTES_EMPTY;
    size_t fonts = 0;

    (void)state;
    if (!have("pdffonts")) {
        print_message("poppler-utils are not installed\n");
        skip();
    }
    make_pdf(&pdf);
    assert_true(run_on("pdffonts", bytes_span(&pdf), &output));
    for (char *line = strtok(output.items, "\n"); line; line = strtok(NULL, "\n"))
        if (strstr(line, "Inter") || strstr(line, "Noto")) {
            fonts++;
            assert_non_null(strstr(line, "yes yes yes"));
        } else {
            assert_true(strncmp(line, "name", 4) == 0 || strncmp(line, "----", 4) == 0);
        }
    assert_true(fonts >= 4);
    bytes_clear(&output);
    assert_true(run_on("pdftotext -layout", bytes_span(&pdf), &output));
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!strstr(output.items, texts[i]))
            fail_msg("the PDF's text lacks '%s'", texts[i]);
    bytes_release(&output);
    bytes_release(&pdf);
}

static void the_same_report_has_the_same_bytes(void **state)
{
    struct bytes first = BYTES_EMPTY;
    struct bytes second = BYTES_EMPTY;

    (void)state;
    make_pdf(&first);
    setenv("TZ", "Pacific/Auckland", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("SOURCE_DATE_EPOCH", "12345", 1);
    tzset();
    setlocale(LC_ALL, "");
    make_pdf(&second);
    setlocale(LC_ALL, "C");
    unsetenv("TZ");
    unsetenv("LC_ALL");
    unsetenv("SOURCE_DATE_EPOCH");
    assert_true(span_equal(bytes_span(&first), bytes_span(&second)));
    bytes_release(&first);
    bytes_release(&second);
}

static size_t count_of(struct span text, const char *part)
{
    size_t length = strlen(part);
    size_t count = 0;

    for (size_t i = 0; i + length <= text.length; i++)
        count += memcmp(text.bytes + i, part, length) == 0;
    return count;
}

static void the_update_adds_what_cairo_leaves_out(void **state)
{
    struct bytes pdf = BYTES_EMPTY;
    struct span all;

    (void)state;
    make_pdf(&pdf);
    all = bytes_span(&pdf);
    assert_int_equal(count_of(all, "/Alt <FEFF"), 9);
    assert_int_equal(count_of(all, "/DisplayDocTitle true"), 1);
    assert_int_equal(count_of(all, "/Lang <FEFF0065006E002D00470042>"), 1);
    assert_int_equal(count_of(all, "/CreationDate (D:20261123000000"), 1);
    assert_int_equal(count_of(all, "/ID [ <"), 1);
    assert_int_equal(count_of(all, "3,412 articles \u2014 SAMPLE</rdf:li>"), 1);
    assert_true(pdf.count < 7 * 60 * 1024);
    bytes_release(&pdf);
}

static void a_file_of_another_build_is_left_alone(void **state)
{
    static const char *const files[] = {
        "%PDF-1.5\n", "startxref\n0\n%%EOF\n", "startxref\n99999999\n%%EOF\n",
        "xref\n0 9\ntrailer << /Size 9 /Root 1 0 R /Info 2 0 R >>\nstartxref\n1\n%%EOF\n"};
    struct pdf_finish finish = {.title = span_of("t")};
    struct fault fault = FAULT_EMPTY;
    struct bytes pdf = BYTES_EMPTY;

    (void)state;
    assert_false(pdf_finish(&pdf, &finish, &fault));
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        bytes_clear(&pdf);
        bytes_add_text(&pdf, files[i]);
        assert_false(pdf_finish(&pdf, &finish, &fault));
        assert_int_equal(fault.kind, FAULT_OUTPUT);
        assert_true(span_is(bytes_span(&pdf), files[i]));
    }
    /* One text alternative too few. */
    bytes_clear(&pdf);
    make_pdf(&pdf);
    assert_false(pdf_finish(&pdf, &finish, &fault));
    bytes_release(&pdf);
}

static void a_pdf_without_its_date_is_refused(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct pages pages;
    struct bytes pdf = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(flow_pages(&pages, &document, typeset, &fault));
    assert_false(paint_pdf(&pdf, &pages, &fault));
    assert_int_equal(fault.kind, FAULT_OUTPUT);
    assert_int_equal(pdf.count, 0);
    pages_release(&pages);
    document_release(&document);
}

static void a_page_becomes_a_picture(void **state)
{
    struct document document = DOCUMENT_EMPTY;
    struct pages pages;
    struct bytes png = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    invented_document(&document);
    assert_true(flow_pages(&pages, &document, typeset, &fault));
    assert_true(paint_png(&png, &pages, 0, 36, &fault));
    assert_true(span_starts(bytes_span(&png), "\x89PNG"));
    assert_int_equal((unsigned char)png.items[18] << 8 | (unsigned char)png.items[19], 298);
    pages_release(&pages);
    document_release(&document);
    bytes_release(&png);
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
        cmocka_unit_test(the_pdf_passes_qpdf),
        cmocka_unit_test(all_fonts_are_embedded_and_texts_can_be_copied),
        cmocka_unit_test(the_same_report_has_the_same_bytes),
        cmocka_unit_test(the_update_adds_what_cairo_leaves_out),
        cmocka_unit_test(a_file_of_another_build_is_left_alone),
        cmocka_unit_test(a_pdf_without_its_date_is_refused),
        cmocka_unit_test(a_page_becomes_a_picture),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
