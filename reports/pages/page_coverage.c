#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_outlets.h"
#include "reports/pages/phrases.h"
#include "reports/pages/reading.h"

enum { OUTLETS_SHOWN = 60 };

/* As published; what is counted may be less, with one vote a story. */
static uint64_t words_read(const struct findings *findings)
{
    uint64_t words = 0;

    for (size_t i = 0; i < findings->outlet_count; i++)
        words += findings->outlets[i].words;
    return words;
}

static uint32_t quotes_read(const struct findings *findings)
{
    uint32_t quotes = 0;

    for (size_t i = 0; i < findings->outlet_count; i++)
        quotes += findings->outlets[i].quotes;
    return quotes;
}

/* "Two articles repeat another, one of them word for word: 44 stories. ..." */
static void add_stories(struct edition *edition, struct prose *prose)
{
    const struct findings *findings = edition->findings;

    if (!findings->repeats) {
        if (findings->published > 1)
            prose_print(prose, " No article repeats another.");
        return;
    }
    prose_print(prose, " ");
    prose_text(prose, wording_count_start(edition->arena, findings->repeats, "article repeats",
                                          "articles repeat"));
    prose_print(prose, " another");
    if (findings->copies == findings->repeats) {
        prose_print(prose, ", %sword for word", findings->repeats > 1 ? "all " : "");
    } else if (findings->copies) {
        prose_print(prose, ", ");
        prose_text(prose, wording_number(edition->arena, findings->copies));
        prose_print(prose, " of them word for word");
    }
    prose_print(prose, ": ");
    prose_text(prose, wording_number(edition->arena, findings->stories));
    prose_print(prose, "\u00A0%s", format_plural(findings->stories, "story", "stories"));
    prose_print(prose, findings->one_vote ? ". Each story has one vote: its first article counts."
                                          : ". All are counted, as published.");
}

static void add_left_out(struct edition *edition, struct prose *prose)
{
    uint32_t count = edition->findings->left_out;

    if (!count)
        return;
    prose_print(prose, " ");
    prose_text(prose, wording_count_start(edition->arena, count, "paragraph in another language is",
                                          "paragraphs in another language are"));
    prose_print(prose, " kept but not counted.");
}

static void add_replaced(struct edition *edition, struct prose *prose)
{
    double count = (double)edition->findings->replaced;

    if (!count)
        return;
    prose_print(prose, " ");
    prose_text(prose, wording_count_start(edition->arena, count, "byte fits", "bytes fit"));
    prose_print(prose, " no charset: U+FFFD stands in %s place.", count > 1 ? "their" : "its");
}

/* What this run read, which may be more than the report's weeks; a store does not know. */
static void add_reading(struct edition *edition, struct prose *prose)
{
    static void (*const sentences[])(struct bytes *, const struct reader_totals *) = {
        reading_files, reading_formats, reading_charsets, reading_skips};
    struct bytes text = BYTES_EMPTY;

    if (!edition->about->read)
        prose_print(prose, " The store keeps no record of files seen or skipped.");
    for (size_t i = 0; edition->about->read && i < sizeof sentences / sizeof *sentences; i++) {
        bytes_clear(&text);
        sentences[i](&text, edition->about->read);
        if (text.count) {
            prose_print(prose, " ");
            prose_text(prose, arena_copy(edition->arena, bytes_span(&text)));
        }
    }
    bytes_release(&text);
}

static void add_totals(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *prose = edition_prose(edition);

    prose_text(prose,
               wording_count_start(edition->arena, findings->published, "article", "articles"));
    if (edition->period.kind != PERIOD_UNDATED)
        prose_print(prose, " of %s", edition->period.days);
    prose_print(prose, " from ");
    prose_text(prose, phrases_source(edition->arena, findings));
    prose_print(prose, ", with ");
    prose_text(prose, wording_count(edition->arena, (double)words_read(findings), "counted word",
                                    "counted words"));
    prose_print(prose, " and ");
    prose_text(prose,
               wording_count(edition->arena, quotes_read(findings), "quotation", "quotations"));
    prose_print(prose, ".");
    add_stories(edition, prose);
    add_left_out(edition, prose);
    add_replaced(edition, prose);
    add_reading(edition, prose);
    document_paragraph(edition->document, prose);
}

static void add_outlet(struct edition *edition, struct cells *cells,
                       const struct findings_outlet *outlet)
{
    cells_text(cells, outlet->name.length ? outlet->name : span_of("(no outlet given)"));
    cells_count(cells, outlet->articles);
    cells_count(cells, outlet->words);
    cells_count(cells, outlet->quotes);
    if (edition->period.before)
        cells_count(cells, outlet->baseline_articles);
    else
        cells_none(cells);
}

static void add_outlets(struct edition *edition)
{
    static const struct column columns[] = {
        {.title = "Outlet", .share = 3, .bold = true},
        {.title = "Articles", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Words", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Quotations", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Articles before", .share = 1, .align = ALIGN_RIGHT},
    };
    const struct findings *findings = edition->findings;
    size_t rows = findings->outlet_count < OUTLETS_SHOWN ? findings->outlet_count : OUTLETS_SHOWN;
    struct cells cells = cells_of(edition->arena, rows, 5);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    if (findings->outlet_count < 2)
        return; /* the totals above are the one outlet's */
    for (size_t i = 0; i < rows; i++)
        add_outlet(edition, &cells, &findings->outlets[i]);
    *grid = (struct grid){
        .title = span_of("Articles by outlet"),
        .subtitle = edition->period.before
                        ? wording_print(edition->arena, "%s, and %s", edition->period.days,
                                        edition->period.before)
                        : SPAN_EMPTY,
        .csv = span_of("coverage.csv"),
        .columns = columns,
        .column_count = 5,
        .cells = cells.items,
        .rows = rows,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

static void add_silent(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *prose = edition_prose(edition);
    size_t silent = 0;

    for (size_t i = 0; i < findings->outlet_count; i++) {
        if (!findings->outlets[i].silent)
            continue;
        prose_print(prose, silent++ ? ", " : "No articles in this period, but some before: ");
        prose_text(prose, findings->outlets[i].name);
    }
    if (silent == 0)
        return;
    prose_print(prose, ". That is exposure, not a trend.");
    document_notice(edition->document, prose);
}

void page_coverage(struct edition *edition)
{
    struct figure heat;

    edition_section(edition, "What was read", "Contents and coverage", "coverage");
    document_contents(edition->document);
    document_heading(edition->document, span_of("Coverage"), SPAN_EMPTY);
    add_totals(edition);
    add_silent(edition);
    for (size_t i = 0; i < edition->findings->notice_count; i++) {
        if (!edition->findings->notices[i].serious) /* those stand on the front page */
            edition_paragraph(edition, edition->findings->notices[i].text);
    }
    if (panel_outlets_weekly(edition->findings)) {
        heat = panel_outlets_heat(edition);
        document_figures(edition->document, &heat, 1);
    }
    add_outlets(edition);
}
