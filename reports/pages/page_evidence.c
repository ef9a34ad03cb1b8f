#include "corpus/base/day.h"
#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/wording.h"

enum { ROWS_FEATURED = 40, ROWS_LINKED = 8, QUOTE_POINTS = 140 };

static void add_row(struct edition *edition, struct cells *cells, const struct evidence *evidence,
                    const struct evidence_item *item)
{
    const struct findings_article *article = &edition->findings->articles_shown[item->article];
    bool quoted = evidence->kind == EVIDENCE_SPEAKER;
    struct cell *headline;

    if (article->day == DAY_NONE)
        cells_text(cells, span_of("undated"));
    else
        cells_format(cells, format_day_short(article->day));
    cells_text(cells, article->source);
    headline = cells_text(cells, quoted ? wording_shorten(edition->arena, item->text, QUOTE_POINTS)
                                        : article->title);
    headline->target = article->url;
    cells_count(cells, item->hits);
}

static const struct prose *back_link(struct edition *edition, const char *from)
{
    struct prose *prose = edition_prose(edition);
    struct span target = wording_print(edition->arena, "#%s", from);

    prose_print(prose, "Back to ");
    prose_link(prose, target.bytes, "page ");
    prose_page(prose, from);
    return prose;
}

static void add_list(struct edition *edition, const struct edition_listed *listed)
{
    static const struct column hits[] = {
        {.title = "Published", .points = 52, .muted = true},
        {.title = "Outlet", .points = 110, .muted = true},
        {.title = "Headline", .share = 1},
        {.title = "Hits", .points = 36, .align = ALIGN_RIGHT},
    };
    static const struct column quotes[] = {
        {.title = "Published", .points = 52, .muted = true},
        {.title = "Outlet", .points = 110, .muted = true},
        {.title = "Quotation", .share = 1, .lines = 2},
        {.title = "Words", .points = 36, .align = ALIGN_RIGHT},
    };
    const struct evidence *evidence = listed->evidence;
    size_t most = listed->featured ? ROWS_FEATURED : ROWS_LINKED;
    size_t rows = evidence->count < most ? evidence->count : most;
    struct cells cells = cells_of(edition->arena, rows, 4);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < rows; i++)
        add_row(edition, &cells, evidence, &evidence->items[i]);
    *grid = (struct grid){
        .title = wording_print(edition->arena, "Evidence: %.*s", SPAN_PRINT(evidence->key)),
        .subtitle = wording_print(edition->arena,
                                  "Newest first. %s %zu of %zu; all are in evidence.csv under "
                                  "slug %.*s.",
                                  rows < evidence->count ? "First" : "All", rows, evidence->count,
                                  SPAN_PRINT(evidence->slug)),
        .note = back_link(edition, listed->from),
        .csv = span_of("evidence.csv"),
        .columns = evidence->kind == EVIDENCE_SPEAKER ? quotes : hits,
        .column_count = 4,
        .cells = cells.items,
        .rows = rows,
    };
    document_table(edition->document, grid, edition_dest(edition->arena, evidence));
}

void page_evidence(struct edition *edition)
{
    if (edition->listed_count == 0)
        return;
    edition_section(edition, "Evidence", "Evidence", "evidence");
    for (size_t i = 0; i < edition->listed_count; i++)
        add_list(edition, &edition->listed[i]);
}
