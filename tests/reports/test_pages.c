#include "tests/support.h"

#include "reports/draw/flow.h"
#include "reports/draw/laws.h"
#include "reports/pages/cells.h"
#include "reports/pages/panel_trends.h"
#include "reports/pages/phrases.h"
#include "reports/pages/weekly.h"
#include "tests/reports/golden.h"
#include "tests/reports/seen.h"
#include "tests/reports/with_findings.h"

#include <string.h>

/* --- whole reports ------------------------------------------------------------------- */

static void nothing_changed(void)
{
}

static void no_topic_was_found(void)
{
    for (size_t i = 0; i < findings.topic_count; i++) {
        findings.topics[i].articles = findings.topics[i].hits = 0;
        findings.topics[i].evidence = NULL;
    }
    findings.headlines[0] = findings.headlines[2];
    findings.headline_count = 1;
}

static void one_topic_was_found(void)
{
    findings.topic_count = 1;
}

static void nobody_was_quoted(void)
{
    findings.speaker_count = 0;
    findings.quotes = findings.people = 0;
    findings.quoted_words = 0;
    findings.speakers_tested = 0;
    findings.headlines[1] = findings.headlines[2];
    findings.headline_count = 2;
}

static void nothing_was_said_at_all(void)
{
    no_topic_was_found();
    nobody_was_quoted();
    findings.risen_count = findings.fallen_count = findings.frequent_count = 0;
    findings.headline_count = 0;
}

static void there_are_few_articles(void)
{
    findings.articles = findings.published = findings.stories = 7;
    findings.topics_tested = findings.speakers_tested = findings.terms_tested = 0;
    findings.risen_count = findings.fallen_count = 0;
    findings.headlines[2] = (struct headline){HEADLINE_TERM_TOP, 0};
    findings.frequent[0].articles = 5;
    for (size_t i = 0; i < findings.speaker_count; i++)
        findings.speakers[i].share = invented_bare(0.5 - 0.15 * (double)i);
    for (size_t i = 0; i < findings.topic_count; i++) {
        findings.topics[i].change = (struct change){.direction = CHANGE_UNTESTED};
        findings.topics[i].articles = 3 - (uint32_t)i;
        findings.topics[i].share = invented_bare(findings.topics[i].articles / 7.0);
        for (size_t w = 0; w < findings.week_count; w++)
            findings.topics[i].weeks[w] = invented_bare(0.1);
    }
}

static void some_weeks_are_empty(void)
{
    for (size_t w = 3; w < 6; w++) {
        findings.weeks[w] = (struct findings_week){
            .week = findings.weeks[w].week, .in_baseline = true, .gap = true};
        for (size_t i = 0; i < findings.topic_count; i++)
            findings.topics[i].weeks[w] = ESTIMATE_NONE("no articles");
        findings.risen[0].weeks[w] = -1;
    }
}

static void there_is_only_this_week(void)
{
    findings.weeks += INVENTED_STUDY;
    findings.week_count = 1;
    findings.baseline_first = findings.baseline_last = DAY_NONE;
    findings.baseline_weeks = findings.baseline_articles = 0;
}

static void it_is_more_than_a_page_holds(void)
{
    invented_bonds(&findings, 90);
    for (size_t i = 0; i < findings.bond_count; i++) {
        char word[48];

        (void)snprintf(word, sizeof word, "%s-%zu", i % 2 ? "überall" : "antidisestablishment", i);
        findings.bonds[i].words[1] = arena_copy(&findings.arena, span_of(word));
    }
    findings.discovered[0].label = span_of(
        "a phrase of many words, another phrase of many words, and one more that is long, too");
}

static void it_is_many_days(void)
{
    findings.study_week = WEEK_NONE;
    findings.study_first = findings.study_last - 400;
    findings.alarm_count = 0;
    findings.alarms_tested = 0;
}

static void the_week_has_no_articles(void)
{
    nothing_was_said_at_all();
    nothing_stands_out();
    findings.articles_shown_count = 0;
    findings.articles = findings.published = findings.stories = 0;
    findings.words = 0;
    for (size_t i = 0; i < findings.outlet_count; i++) {
        findings.outlets[i].articles = 0;
        findings.outlets[i].silent = true;
    }
}

static void it_is_one_undated_article(void)
{
    invented_undated(&findings, 1);
    findings.outlet_count = findings.outlets_heard = 1;
}

static void they_are_undated_articles(void)
{
    invented_undated(&findings, 30);
}

/* Every page keeps the laws of scenes, whatever the findings lack. */
static void every_kind_of_report_keeps_the_laws(void **state)
{
    static const struct {
        const char *name;
        void (*change)(void);
    } cases[] = {
        {"nothing changed", nothing_changed},
        {"no topic was found", no_topic_was_found},
        {"one topic was found", one_topic_was_found},
        {"nobody was quoted", nobody_was_quoted},
        {"nothing was said at all", nothing_was_said_at_all},
        {"there are few articles", there_are_few_articles},
        {"some weeks are empty", some_weeks_are_empty},
        {"there is only this week", there_is_only_this_week},
        {"the week has no articles", the_week_has_no_articles},
        {"nothing stands out", nothing_stands_out},
        {"it is more than a page holds", it_is_more_than_a_page_holds},
        {"it is many days", it_is_many_days},
        {"it is one undated article", it_is_one_undated_article},
        {"they are undated articles", they_are_undated_articles},
    };
    const struct theme_page *page = &theme.a4;
    struct box frame = {page->left, page->header_rule, page->right - page->left,
                        page->footer_rule + 16 - page->header_rule};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        static const struct span files[] = {{"csv/terms.csv", 13}, {"x", 1}};
        struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                     .created = span_of("2025-11-30T00:00:00Z"),
                                     .command = span_of("broadsheet report"),
                                     .input_hash = span_of("0123456789abcdef"),
                                     .settings_hash = span_of("0123456789abcdef"),
                                     .files = files,
                                     .file_count = COUNT_OF(files),
                                     .fonts = typeset_fonts(typeset)};
        struct document document = DOCUMENT_EMPTY;
        struct fault fault = FAULT_EMPTY;
        struct pages pages;

        findings_release(&findings);
        invented_findings(&findings);
        cases[i].change();
        weekly_document(&document, &findings, &about);
        if (!flow_pages(&pages, &document, typeset, &fault))
            fail_msg("%s: %s", cases[i].name, fault.message);
        for (size_t p = 0; p < pages.count; p++)
            if (!laws_check(&pages.scenes[p], frame, &fault))
                fail_msg("%s, page %zu: %s", cases[i].name, p + 1, fault.message);
        pages_release(&pages);
        document_release(&document);
    }
}

/* The first page, of a week and of one article, as it is expected to the point. */
static void the_first_page_is_as_expected(void **state)
{
    static const struct {
        const char *name;
        void (*change)(void);
    } cases[] = {{"front-week", nothing_changed},
                 {"front-few", there_are_few_articles},
                 {"front-single", it_is_one_undated_article}};

    (void)state;
    golden_skip_with_other_fonts(typeset);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                     .created = span_of("2025-11-30T00:00:00Z")};
        struct document document = DOCUMENT_EMPTY;
        struct fault fault = FAULT_EMPTY;
        struct pages pages;

        findings_release(&findings);
        invented_findings(&findings);
        cases[i].change();
        weekly_document(&document, &findings, &about);
        assert_true(flow_pages(&pages, &document, typeset, &fault));
        golden_expect(cases[i].name, &pages.scenes[0]);
        pages_release(&pages);
        document_release(&document);
    }
}

/* --- figures say what they show ------------------------------------------------------ */

static void expect_band(const char *words)
{
    struct document document = DOCUMENT_EMPTY;
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};
    struct edition edition;
    struct figure figure;
    bool drawn;

    edition_open(&edition, &document, &findings, &about);
    figure = panel_trends_lines(&edition, "front");
    drawn = count_marks(&figure, MARK_AREA, ROLE_INTERVAL) > 0;
    assert_int_equal(drawn, words != NULL);
    assert_int_equal(drawn, says(figure.subtitle, "Band"));
    if (words && !says(figure.subtitle, words))
        fail_msg("'%s' does not say '%s'", figure.subtitle.bytes, words);
    document_release(&document);
}

static void a_band_is_promised_only_where_it_is_drawn(void **state)
{
    (void)state;
    expect_band("Band: 95% interval. ");
    for (size_t i = 0; i < findings.topic_count; i++)
        for (size_t w = 0; w < 8; w++)
            findings.topics[i].weeks[w] = invented_bare(0.1);
    expect_band("Band: 95% interval, in weeks of at least 15 articles.");
    there_are_few_articles();
    expect_band(NULL);
}

static void a_triangle_is_explained_where_one_is_drawn(void **state)
{
    struct trend_finding trend = {.kind = "topic", .key = span_of("energy")};

    (void)state;
    findings.trends = &trend;
    findings.trend_count = 1;
    for (int marked = 0; marked < 2; marked++) {
        struct document document = DOCUMENT_EMPTY;
        struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                     .created = span_of("2025-11-30T00:00:00Z")};
        struct edition edition;
        struct figure figure;

        trend.change_weeks = span_of(marked ? "2025-W40" : "2019-W01");
        edition_open(&edition, &document, &findings, &about);
        figure = panel_trends_lines(&edition, "front");
        assert_int_equal(count_marks(&figure, MARK_AREA, ROLE_DATA), marked);
        assert_int_equal(says(prose_plain(figure.note), "Triangle"), marked);
        document_release(&document);
    }
}

/* --- one number everywhere ----------------------------------------------------------- */

/* Whether a figure of the document draws this text beside the mark `key`. */
static bool figure_says(const struct document *document, const char *key, struct span text)
{
    bool found = false;

    for (size_t b = 0; b < document->count; b++)
        for (size_t f = 0;
             document->blocks[b].kind == BLOCK_FIGURES && f < document->blocks[b].count; f++) {
            const struct figure *figure = &document->blocks[b].figures[f];
            struct scene scene = SCENE_OF(typeset, 600, 300);

            if (figure->recipe)
                figure->recipe->draw(&scene, (struct box){0, 0, 511, 200}, figure->data);
            for (size_t i = 0; i < scene.count; i++)
                found |= scene.marks[i].kind == MARK_TEXT && span_is(scene.marks[i].key, key) &&
                         span_equal(scene.marks[i].text, text);
            scene_release(&scene);
        }
    return found;
}

/* Whether a row of a table begins with `name` and has a cell that is the start of `text`. */
static bool table_says(const struct document *document, const char *name, struct span text)
{
    for (size_t b = 0; b < document->count; b++) {
        const struct grid *grid = document->blocks[b].grid;

        for (size_t at = 0;
             document->blocks[b].kind == BLOCK_TABLE && at < grid->rows * grid->column_count;
             at++) {
            const struct cell *row = &grid->cells[at - at % grid->column_count];
            struct span cell = grid->cells[at].text;

            if (span_is(row->text, name) && cell.length > 1 && cell.length <= text.length &&
                memcmp(cell.bytes, text.bytes, cell.length) == 0)
                return true;
        }
    }
    return false;
}

static struct span headline_number(struct document *document, size_t i)
{
    struct wording wording = {.arena = &document->arena, .tongue = &tongues[TONGUE_ENGLISH]};
    struct period period = period_of(&wording, &findings);

    return phrases_finding(&wording, &findings, &period, i).number;
}

static void a_headline_has_the_number_of_its_figure_and_table(void **state)
{
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};
    struct document document = DOCUMENT_EMPTY;

    (void)state;
    weekly_document(&document, &findings, &about);
    /* "+27.5 points", "50.0%" and "×17": the share that a topic rose to stands beside its dot. */
    assert_true(table_says(&document, "Energy", headline_number(&document, 0)));
    assert_true(figure_says(&document, "topic:energy", span_of("40.0%")));
    assert_true(table_says(&document, "Helena Vorsk", headline_number(&document, 1)));
    assert_true(table_says(&document, "blackout", headline_number(&document, 2)));
    document_release(&document);

    document = DOCUMENT_EMPTY;
    findings.headlines[0].kind = HEADLINE_TOPIC_TOP;
    weekly_document(&document, &findings, &about);
    assert_true(figure_says(&document, "topic:energy", headline_number(&document, 0)));
    assert_true(table_says(&document, "Energy", headline_number(&document, 0)));
    document_release(&document);
}

/* What is new has no ratio: neither the headline nor the table gives one. */
static void what_is_new_is_new_in_the_table_too(void **state)
{
    struct weekly_about about = {.tongue = &tongues[TONGUE_ENGLISH],
                                 .created = span_of("2025-11-30T00:00:00Z")};
    struct document document = DOCUMENT_EMPTY;

    (void)state;
    findings.risen[0].baseline_count = 0;
    weekly_document(&document, &findings, &about);
    assert_true(span_is(headline_number(&document, 2), "New"));
    assert_true(table_says(&document, "blackout", span_of("new")));
    assert_false(table_says(&document, "blackout", span_of("×17")));
    document_release(&document);
}

/* --- tables -------------------------------------------------------------------------- */

static void a_column_without_a_value_is_left_out(void **state)
{
    static const struct column columns[] = {
        {.title = "A", .share = 1}, {.title = "B", .share = 1}, {.title = "C", .share = 1}};
    struct arena arena = {0};
    struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};
    struct cells cells = cells_of(&wording, 2, 3);
    struct grid grid = {.columns = columns, .column_count = 3, .rows = 2};

    (void)state;
    for (int row = 0; row < 2; row++) {
        cells_count(&cells, row);
        cells_none(&cells);
        cells_text(&cells, span_of(row ? "x" : ""));
    }
    grid.cells = cells.items;
    cells_trim(&cells, &grid);
    assert_int_equal(grid.column_count, 2);
    assert_string_equal(grid.columns[1].title, "C");
    assert_true(span_is(grid.cells[2].text, "1"));
    assert_true(span_is(grid.cells[3].text, "x"));
    arena_release(&arena);
}

static void a_difference_without_an_interval_is_not_printed(void **state)
{
    struct arena arena = {0};
    struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};
    struct cells cells = cells_of(&wording, 1, 3);
    struct change change = {.difference = invented_bare(0.28)};

    (void)state;
    cells_change(&cells, &change);
    for (size_t i = 0; i < 3; i++)
        assert_true(span_is(cells.items[i].text, "\u2013"));
    arena_release(&arena);
}

static void one_week_alone_has_no_line(void **state)
{
    const double gap = NAN;
    const double one[] = {gap, 3, gap};
    const double two[] = {gap, 3, 4};
    struct arena arena = {0};
    struct wording wording = {.arena = &arena, .tongue = &tongues[TONGUE_ENGLISH]};
    struct cells cells = cells_of(&wording, 1, 2);

    (void)state;
    assert_null(cells_spark(&cells, one, COUNT_OF(one))->spark);
    assert_non_null(cells_spark(&cells, two, COUNT_OF(two))->spark);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_of_report_keeps_the_laws, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_first_page_is_as_expected, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_band_is_promised_only_where_it_is_drawn, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_triangle_is_explained_where_one_is_drawn, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_headline_has_the_number_of_its_figure_and_table, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_new_is_new_in_the_table_too, set_up, tear_down),
        cmocka_unit_test(one_week_alone_has_no_line),
        cmocka_unit_test(a_column_without_a_value_is_left_out),
        cmocka_unit_test(a_difference_without_an_interval_is_not_printed),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
