#include "corpus/base/day.h"
#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_names.h"
#include "reports/pages/wording.h"

enum {
    ROWS_FEATURED = 40, /* of a list behind one of the front page's findings */
    ROWS_LINKED = 8,
    ROWS_SHORT = 2, /* lists so short share a table */
    QUOTE_POINTS = 140
};

/* What the lists of one kind are called, and what their rows are. */
static const struct look {
    const char *subject; /* a shared table's first column */
    const char *shorts;  /* a shared table's title */
} looks[] = {
    [EVIDENCE_TOPIC] = {"Topic", "Evidence: Topics of one or two {vote?stories/articles}"},
    [EVIDENCE_SPEAKER] = {"Speaker", "Evidence: Speakers of one or two quotations"},
    [EVIDENCE_TERM] = {"Term", "Evidence: Terms of one or two {vote?stories/articles}"},
    [EVIDENCE_DISCOVERED] = {"Discovered", "Evidence: Discovered topics of one or two articles"},
};

static struct span own_name(struct edition *edition, const struct evidence *evidence)
{
    const struct findings *findings = edition->findings;

    for (size_t i = 0; evidence->kind == EVIDENCE_TOPIC && i < findings->topic_count; i++)
        if (span_equal(findings->topics[i].key, evidence->key))
            return findings->topics[i].label;
    if (evidence->kind == EVIDENCE_TERM)
        return wording_quoted(&edition->wording, evidence->key);
    return evidence->key;
}

/* Of two sides with the one whose it is. */
static struct span name_of(struct edition *edition, const struct evidence *evidence)
{
    struct span name = own_name(edition, evidence);

    if (evidence->side.length == 0)
        return name;
    return SAY(&edition->wording, "{name}, {side}", TEXT("name", name),
               TEXT("side", evidence->side));
}

static void add_when_and_where(struct edition *edition, struct cells *cells,
                               const struct findings_article *article)
{
    if (!edition->findings->dated)
        cells_none(cells);
    else if (article->day == DAY_NONE)
        cells_text(cells, saying_plain(&edition->wording, "undated"));
    else
        cells_format(cells, format_day_short(edition->wording.tongue, article->day));
    if (edition->findings->outlet_count > 1)
        cells_text(cells, article->source);
    else
        cells_none(cells);
}

/* When, where, what, the entries that matched, how many. */
static void add_item(struct edition *edition, struct cells *cells, const struct evidence *evidence,
                     const struct evidence_item *item)
{
    const struct findings_article *article = &edition->findings->articles_shown[item->article];
    bool quoted = evidence->kind == EVIDENCE_SPEAKER;
    struct span text =
        quoted ? wording_shorten(edition->arena, item->text, QUOTE_POINTS) : article->title;

    add_when_and_where(edition, cells, article);
    cells_text(cells, text.length ? text : article->id)->target = article->url;
    if (evidence->kind == EVIDENCE_TOPIC && item->text.length)
        cells_text(cells, item->text);
    else
        cells_none(cells);
    if (item->hits)
        cells_count(cells, item->hits);
    else
        cells_text(cells, saying_plain(&edition->wording, "title"));
}

static const struct column hit_columns[] = {
    {.title = "", .points = 92, .bold = true, .lines = 2},
    {.title = "Published", .points = 46, .muted = true},
    {.title = "Outlet", .points = 92, .muted = true},
    {.title = "Headline", .share = 1, .lines = 2},
    {.title = "Entries that matched", .share = 0.5, .muted = true},
    {.title = "Hits", .points = 26, .align = ALIGN_RIGHT},
};

static const struct column quote_columns[] = {
    {.title = "", .points = 92, .bold = true, .lines = 2},
    {.title = "Published", .points = 46, .muted = true},
    {.title = "Outlet", .points = 92, .muted = true},
    {.title = "Quotation", .share = 1, .lines = 2},
    {.title = "", .share = 0.5},
    {.title = "Words", .points = 30, .align = ALIGN_RIGHT},
};

enum { COLUMNS = 6 };

/* The columns of a kind, the first named by its subject. */
static struct column *columns_of(struct edition *edition, enum evidence_kind kind)
{
    struct column *columns = cells_titles(
        &edition->wording, kind == EVIDENCE_SPEAKER ? quote_columns : hit_columns, COLUMNS);

    columns[0].title = saying_plain(&edition->wording, looks[kind].subject).bytes;
    return columns;
}

static const struct prose *back_link(struct edition *edition, const char *from)
{
    struct prose *prose = edition_prose(edition);
    struct span target = wording_print(edition->arena, "#%s", from);

    prose_link(prose, target.bytes, "%s", saying_plain(&edition->wording, "Back to ").bytes);
    prose_add(prose, (struct run){.text = span_of(from),
                                  .target = target,
                                  .lead = saying_plain(&edition->wording, "page~"),
                                  .colour = COLOUR_MORE,
                                  .page = true});
    prose_print(prose, ".");
    return prose;
}

/*
 * "12 quotations", "9 stories"; and "14 pieces of 12 quotations" where the
 * article breaks off for the speaker's name, because a row is a piece.
 */
static struct span rows_counted(struct edition *edition, const struct evidence *evidence)
{
    const struct wording *wording = &edition->wording;
    struct slot n = NUMBER("n", evidence->count);
    uint32_t whole = edition_quotes(edition, evidence);

    if (whole < evidence->count)
        return SAY(wording, "{n} pieces of {whole}~{whole|quotation|quotations}", n,
                   NUMBER("whole", whole));
    if (evidence->kind == EVIDENCE_SPEAKER)
        return SAY(wording, "{n}~{n|quotation|quotations}", n);
    return SAY(wording, "{n}~{vote?{n|story|stories}/{n|article|articles}}", n,
               FLAG("vote", edition->findings->one_vote));
}

/* "12 quotations, newest first." or "8 of 102 articles, the newest; all are in ..." */
static struct span subtitle_of(struct edition *edition, const struct evidence *evidence,
                               size_t rows)
{
    struct slot count = TEXT("count", rows_counted(edition, evidence));
    struct slot slug = TEXT("slug", evidence->slug);
    bool dated = edition->findings->dated;

    if (evidence->kind == EVIDENCE_DISCOVERED)
        return SAY(
            &edition->wording,
            "The {n}~{n|article|articles} with most of its terms, one a story. Hits: how many "
            "of them. In evidence.csv under slug {slug}.",
            NUMBER("n", rows), slug);
    if (rows < evidence->count)
        return SAY(&edition->wording,
                   "{count}, here the {dated?{rows} newest/first {rows}}; all are in evidence.csv "
                   "under slug {slug}.",
                   count, slug, NUMBER("rows", rows), FLAG("dated", dated));
    return SAY(&edition->wording,
               "{count}{newest?, newest first}. In evidence.csv under slug {slug}.", count, slug,
               FLAG("newest", dated && rows > 1));
}

static void add_list(struct edition *edition, const struct edition_listed *listed)
{
    const struct evidence *evidence = listed->evidence;
    size_t most = listed->featured ? ROWS_FEATURED : ROWS_LINKED;
    size_t rows = evidence->count < most ? evidence->count : most;
    struct cells cells = cells_of(&edition->wording, rows, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    struct span name = name_of(edition, evidence);

    for (size_t i = 0; i < rows; i++) {
        cells_none(&cells);
        add_item(edition, &cells, evidence, &evidence->items[i]);
    }
    *grid = (struct grid){
        .title = SAY(&edition->wording, "Evidence: {name}", TEXT("name", name)),
        .subtitle = subtitle_of(edition, evidence, rows),
        .note = back_link(edition, listed->from),
        .columns = columns_of(edition, evidence->kind),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, edition_dest(edition->arena, evidence));
}

static bool is_short(const struct edition_listed *listed)
{
    return !listed->featured && listed->evidence->count <= ROWS_SHORT;
}

/* The rows of one short list; its name, on the first, leads back to where it was linked from. */
static void add_short(struct edition *edition, struct cells *cells,
                      const struct edition_listed *listed)
{
    const struct evidence *evidence = listed->evidence;

    for (size_t i = 0; i < evidence->count; i++) {
        if (i == 0)
            cells_text(cells, name_of(edition, evidence))->target =
                wording_print(edition->arena, "#%s", listed->from);
        else
            cells_text(cells, span_of(""));
        add_item(edition, cells, evidence, &evidence->items[i]);
    }
}

/* All short lists of a kind in one table, each with its own destination. */
static void add_shorts(struct edition *edition, enum evidence_kind kind)
{
    struct cells cells = cells_of(&edition->wording, edition->listed_count * ROWS_SHORT, COLUMNS);
    struct span *dests =
        arena_new(edition->arena, edition->listed_count * ROWS_SHORT, sizeof *dests);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    size_t rows = 0;

    for (size_t i = 0; i < edition->listed_count; i++) {
        const struct edition_listed *listed = &edition->listed[i];

        if (listed->evidence->kind != kind || !is_short(listed))
            continue;
        dests[rows] = edition_dest(edition->arena, listed->evidence);
        add_short(edition, &cells, listed);
        rows += listed->evidence->count;
    }
    if (!rows)
        return;
    *grid = (struct grid){
        .title =
            SAY(&edition->wording, looks[kind].shorts, FLAG("vote", edition->findings->one_vote)),
        .subtitle = saying_plain(&edition->wording, "A name leads back to the page that links to "
                                                    "it. All are in evidence.csv."),
        .columns = columns_of(edition, kind),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
        .dests = dests,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

void page_evidence(struct edition *edition)
{
    if (edition->listed_count == 0 && panel_names_joined(edition->findings) == 0)
        return;
    edition_section(edition, "Evidence", "Evidence", "evidence");
    for (size_t i = 0; i < edition->listed_count; i++)
        if (!is_short(&edition->listed[i]))
            add_list(edition, &edition->listed[i]);
    add_shorts(edition, EVIDENCE_TOPIC);
    add_shorts(edition, EVIDENCE_SPEAKER);
    add_shorts(edition, EVIDENCE_TERM);
    add_shorts(edition, EVIDENCE_DISCOVERED);
    panel_names_add(edition);
}
