#include "tests/reports/balance_paper.h"

#include "reports/draw/flow.h"
#include "reports/draw/laws.h"

/* --- sections ------------------------------------------------------------------------------ */

static bool has_section(const struct document *document, const char *dest)
{
    for (size_t b = 0; b < document->count; b++)
        if (document->blocks[b].kind == BLOCK_SECTION &&
            span_is(document->blocks[b].section.dest, dest))
            return true;
    return false;
}

static void nothing_special(void)
{
}

static void one_outlet_alone(void)
{
    findings.outlet_count = findings.outlets_heard = 1;
}

static void undated_articles(void)
{
    invented_undated(&findings, 30);
    findings.arrival_count = 0;
    findings.trend_count = 0;
}

static void one_undated_article(void)
{
    undated_articles();
    findings.articles = findings.published = findings.stories = 1;
    findings.outlet_count = findings.outlets_heard = 1;
    for (size_t i = 0; i < findings.outlet_count; i++)
        findings.outlets[i].articles = 1;
    findings.speaker_topic_row_count = 0;
}

static void nobody_is_quoted(void)
{
    findings.speaker_count = 0;
    findings.quotes = findings.people = 0;
    findings.quoted_words = 0;
    findings.matrix_speakers = 0;
    findings.arrival_count = 0;
    findings.voices = (struct concentration_finding){.people = 0};
    findings.speaker_topic_row_count = 0;
    findings.headline_count = 1;
}

static void outlets_are_small(void)
{
    findings.outlets[0].articles = findings.outlets[1].articles = 14;
}

static void names_are_long_and_values_many(void)
{
    static const char longest[] = "Карл-Фридрих Иероним фон Мюнхгаузен, уполномоченный по "
                                  "делам энергетики и путей сообщения всей области";

    for (size_t i = 0; i < 8; i++)
        findings.speakers[i].name = span_of(longest);
    findings.outlets[0].name = findings.topics[0].label = span_of(longest);
    for (size_t i = 0; i < findings.attributes[0].count; i++)
        if (i % 4 < 2)
            findings.attributes[0].rows[i].group = span_of(longest);
}

static void weeks_are_gaps(void)
{
    for (size_t w = 2; w < 11; w++) {
        findings.weeks[w] = (struct findings_week){
            .week = findings.weeks[w].week, .in_baseline = true, .gap = true};
        for (size_t i = 0; i < findings.topic_count; i++)
            findings.topics[i].weeks[w] = ESTIMATE_NONE("no articles");
    }
}

/* A section has something to say, or is not there; and its pages keep the laws in any language. */
static void sections_are_there_where_there_is_something_to_compare(void **state)
{
    static const struct {
        const char *name;
        void (*change)(void);
        bool trends, balance, voices;
    } cases[] = {
        {"nothing special", nothing_special, true, true, true},
        {"one outlet alone", one_outlet_alone, true, true, true},
        {"undated articles", undated_articles, true, true, true}, /* trends: topics by outlet */
        {"one undated article", one_undated_article, false, false, false},
        {"nobody is quoted", nobody_is_quoted, true, false, false},
        {"outlets are small", outlets_are_small, true, true, true},
        {"names are long and values many", names_are_long_and_values_many, true, true, true},
        {"weeks are gaps", weeks_are_gaps, true, true, true},
    };
    const struct theme_page *page = &theme.a4;
    struct box frame = {page->left, page->header_rule, page->right - page->left,
                        page->footer_rule + 16 - page->header_rule};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases) * TONGUES; i++) {
        struct paper paper;
        struct document document = DOCUMENT_EMPTY;
        struct fault fault = FAULT_EMPTY;
        struct pages pages;
        const char *name = cases[i / TONGUES].name;

        findings_release(&findings);
        invented_findings(&findings);
        invented_voices(&findings);
        cases[i / TONGUES].change();
        paper_open(&paper, (enum tongue_name)(i % TONGUES));
        weekly_document(&document, &findings, &paper.about);
        if (has_section(&document, "trends") != cases[i / TONGUES].trends ||
            has_section(&document, "balance") != cases[i / TONGUES].balance ||
            has_section(&document, "voices") != cases[i / TONGUES].voices)
            fail_msg("%s: a section is missing or too many", name);
        if (!flow_pages(&pages, &document, typeset, &fault))
            fail_msg("%s: %s", name, fault.message);
        for (size_t p = 0; p < pages.count; p++)
            if (!laws_check(&pages.scenes[p], frame, &fault))
                fail_msg("%s, page %zu: %s", name, p + 1, fault.message);
        pages_release(&pages);
        document_release(&document);
        paper_release(&paper);
    }
}

/* The grid whose title begins so, or NULL. */
static const struct grid *grid_titled(const struct document *document, const char *title)
{
    for (size_t b = 0; b < document->count; b++)
        if (document->blocks[b].kind == BLOCK_TABLE &&
            document->blocks[b].grid->title.length >= strlen(title) &&
            memcmp(document->blocks[b].grid->title.bytes, title, strlen(title)) == 0)
            return document->blocks[b].grid;
    return NULL;
}

static void tables_say_who_is_new_and_what_is_clear(void **state)
{
    struct paper paper;
    const struct grid *arrivals, *slopes, *measures;

    (void)state;
    paper_open(&paper, TONGUE_ENGLISH);
    page_trends(&paper.edition);
    page_balance(&paper.edition);
    arrivals = grid_titled(&paper.document, "Two" NB "voices are new; one returns");
    assert_non_null(arrivals);
    assert_int_equal(arrivals->rows, 3);
    expect_text(arrivals->cells[0].text, "Agnes Pell");
    assert_true(arrivals->cells[0].target.length > 0);
    expect_text(arrivals->cells[arrivals->rows * arrivals->column_count - 1].text,
                "week of 6" NB "Oct");
    expect_part(prose_plain(arrivals->note), "One more speaker has no name of a person");

    slopes = grid_titled(&paper.document, "How fast topics rise and fall");
    assert_non_null(slopes);
    expect_part(slopes->subtitle, "3" NB "topics fitted, 1" NB "with a clear trend.");
    expect_text(slopes->cells[2].text, "+3.3");
    assert_int_equal(slopes->cells[2].tone, TONE_MORE);
    expect_text(slopes->cells[slopes->column_count - 1].text, "29" NB "Sep, 27" NB "Oct");
    assert_int_equal(slopes->cells[slopes->column_count + 2].tone, TONE_PLAIN); /* by the mix */

    measures = grid_titled(&paper.document, "Ten of 12" NB "people");
    assert_non_null(measures);
    expect_text(measures->cells[1].text, "91.0%");
    expect_text(measures->cells[3].text, "79.0\u201390.0%"); /* the weeks before, from and to */
    paper_release(&paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sections_are_there_where_there_is_something_to_compare,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(tables_say_who_is_new_and_what_is_clear, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
