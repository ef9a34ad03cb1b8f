#include "tests/support.h"

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

static bool have(const char *program)
{
    char command[64];

    snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", program);
    return system(command) == 0;
}

/* Runs `program` on these bytes, with its output in build/; true where it exits with 0. */
static bool run_on(const char *program, struct span pdf, struct bytes *output)
{
    char path[] = "build/test_pdf_XXXXXX";
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

/* --- tests ----------------------------------------------------------------------------- */

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
