#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/phrases.h"

#include <math.h>

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

static void add_totals(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *prose = edition_prose(edition);

    prose_print(prose, "Read for %s: ", edition->period.days);
    prose_text(prose, wording_count(edition->arena, findings->published, "article", "articles"));
    prose_print(prose, " with ");
    prose_text(prose, wording_count(edition->arena, (double)words_read(findings), "counted word",
                                    "counted words"));
    prose_print(prose, " and ");
    prose_text(prose,
               wording_count(edition->arena, quotes_read(findings), "quotation", "quotations"));
    prose_print(prose,
                ". %u of them repeat another and belong to its story, %u of these word for word: "
                "%u stories. %s Paragraphs in another language, kept but not counted: %u. Undated "
                "articles, counted apart: %u.",
                findings->repeats, findings->copies, findings->stories,
                findings->one_vote ? "Each story has one vote: its first article counts."
                                   : "All are counted, as published.",
                findings->left_out, findings->undated);
    document_paragraph(edition->document, prose);
}

static void add_outlets(struct edition *edition)
{
    static const struct column columns[] = {
        {.title = "Outlet", .share = 3, .bold = true},
        {.title = "Articles", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Words", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Quotations", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Articles before", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Articles each week", .share = 1.4, .align = ALIGN_RIGHT},
    };
    const struct findings *findings = edition->findings;
    size_t rows = findings->outlet_count < OUTLETS_SHOWN ? findings->outlet_count : OUTLETS_SHOWN;
    struct cells cells = cells_of(edition->arena, rows, 6);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < rows; i++) {
        const struct findings_outlet *outlet = &findings->outlets[i];
        double *weeks = arena_new(edition->arena, findings->week_count + 1, sizeof *weeks);

        for (size_t w = 0; w < findings->week_count; w++)
            weeks[w] = outlet->weeks[w];
        cells_text(&cells, outlet->name.length ? outlet->name : span_of("(no outlet given)"));
        cells_count(&cells, outlet->articles);
        cells_count(&cells, outlet->words);
        cells_count(&cells, outlet->quotes);
        cells_count(&cells, outlet->baseline_articles);
        if (findings->week_count > 1)
            cells_spark(&cells, weeks, findings->week_count);
        else
            cells_text(&cells, span_of("\u2013"));
    }
    *grid = (struct grid){
        .title = span_of("Articles by outlet"),
        .subtitle = wording_print(edition->arena, "%s and before", edition->period.days),
        .csv = span_of("coverage.csv"),
        .columns = columns,
        .column_count = 6,
        .cells = cells.items,
        .rows = rows,
    };
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
    edition_section(edition, "What was read", "Contents and coverage", "coverage");
    document_contents(edition->document);
    document_heading(edition->document, span_of("Coverage"), SPAN_EMPTY);
    add_totals(edition);
    add_silent(edition);
    for (size_t i = 0; i < edition->findings->notice_count; i++)
        edition_paragraph(edition, edition->findings->notices[i].text);
    add_outlets(edition);
}
