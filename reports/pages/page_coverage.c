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
    struct slot n = NUMBER("n", findings->repeats);
    struct slot stories = NUMBER("stories", findings->stories);
    struct slot vote = FLAG("vote", findings->one_vote);

    if (!findings->repeats && findings->published > 1)
        saying_add_plain(prose, &edition->wording, " No article repeats another.");
    if (!findings->repeats)
        return;
    if (findings->copies && findings->copies < findings->repeats)
        TELL(prose, &edition->wording,
             " {n^}~{n|article repeats|articles repeat} another, {copies#} of them word for word: "
             "{stories#}~{stories|story|stories}.",
             n, stories, NUMBER("copies", findings->copies));
    else
        TELL(prose, &edition->wording,
             " {n^}~{n|article repeats|articles repeat} another{copies?, {several?all }word for "
             "word}: {stories#}~{stories|story|stories}.",
             n, stories, NUMBER("copies", findings->copies),
             FLAG("several", findings->repeats > 1));
    TELL(prose, &edition->wording,
         "{vote? Each story has one vote: its first article counts./ All are counted, as "
         "published.}",
         vote);
}

static void add_left_out(struct edition *edition, struct prose *prose)
{
    uint32_t count = edition->findings->left_out;

    if (count)
        TELL(prose, &edition->wording,
             " {n^}~{n|paragraph in another language is|paragraphs in another language are} kept "
             "but not counted.",
             NUMBER("n", count));
}

static void add_replaced(struct edition *edition, struct prose *prose)
{
    uint64_t count = edition->findings->replaced;

    if (count)
        TELL(prose, &edition->wording,
             " {n^}~{n|byte fits|bytes fit} no charset: U+FFFD stands in {n|its|their} place.",
             NUMBER("n", count));
}

/* What this run read, which may be more than the report's weeks; a store does not know. */
static void add_reading(struct edition *edition, struct prose *prose)
{
    static void (*const sentences[])(struct bytes *, const struct wording *,
                                     const struct reader_totals *) = {
        reading_files, reading_formats, reading_charsets, reading_skips};
    struct bytes text = BYTES_EMPTY;

    if (!edition->about->read)
        saying_add_plain(prose, &edition->wording,
                         " The store keeps no record of files seen or skipped.");
    for (size_t i = 0; edition->about->read && i < sizeof sentences / sizeof *sentences; i++) {
        bytes_clear(&text);
        sentences[i](&text, &edition->wording, edition->about->read);
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

    TELL(prose, &edition->wording,
         "{n^}~{n|article|articles}{days? of {days}} from {source}, with {words}~{words|counted "
         "word|counted words} and {quotes}~{quotes|quotation|quotations}.",
         NUMBER("n", findings->published),
         TEXT("days", edition->period.kind != PERIOD_UNDATED ? edition->period.days : SPAN_EMPTY),
         TEXT("source", phrases_source(&edition->wording, findings)),
         NUMBER("words", words_read(findings)), NUMBER("quotes", quotes_read(findings)));
    add_stories(edition, prose);
    add_left_out(edition, prose);
    add_replaced(edition, prose);
    add_reading(edition, prose);
    document_paragraph(edition->document, prose);
}

static void add_outlet(struct edition *edition, struct cells *cells,
                       const struct findings_outlet *outlet)
{
    cells_text(cells, outlet->name.length ? outlet->name
                                          : saying_plain(&edition->wording, "(no outlet given)"));
    cells_count(cells, outlet->articles);
    cells_count(cells, outlet->words);
    cells_count(cells, outlet->quotes);
    if (edition->period.compared)
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
    struct cells cells = cells_of(&edition->wording, rows, 5);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    if (findings->outlet_count < 2)
        return; /* the totals above are the one outlet's */
    for (size_t i = 0; i < rows; i++)
        add_outlet(edition, &cells, &findings->outlets[i]);
    *grid = (struct grid){
        .title = saying_plain(&edition->wording, "Articles by outlet"),
        .subtitle = edition->period.compared ? SAY(&edition->wording, "{days}, and {before}",
                                                   TEXT("days", edition->period.days),
                                                   TEXT("before", edition->period.before))
                                             : SPAN_EMPTY,
        .csv = span_of("coverage.csv"),
        .note = rows < findings->outlet_count
                    ? edition_note(edition, SAY(&edition->wording,
                                                "The {shown} of {all} with the most articles.",
                                                NUMBER("shown", rows),
                                                NUMBER("all", findings->outlet_count)))
                    : NULL,
        .columns = cells_titles(&edition->wording, columns, 5),
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
    struct span *names = arena_new(edition->arena, findings->outlet_count + 1, sizeof *names);
    struct prose *prose = edition_prose(edition);
    size_t silent = 0;

    for (size_t i = 0; i < findings->outlet_count; i++)
        if (findings->outlets[i].silent)
            names[silent++] = findings->outlets[i].name;
    if (silent == 0)
        return;
    TELL(prose, &edition->wording,
         "No articles in this period, but some before: {outlets}. That is exposure, not a trend.",
         TEXT("outlets", wording_list(&edition->wording, names, silent)));
    document_notice(edition->document, prose);
}

void page_coverage(struct edition *edition)
{
    struct figure heat;

    edition_section(edition, "What was read", "Contents and coverage", "coverage");
    document_contents(edition->document);
    document_heading(edition->document, saying_plain(&edition->wording, "Coverage"), SPAN_EMPTY);
    add_totals(edition);
    add_silent(edition);
    for (size_t i = 0; i < edition->findings->notice_count; i++) {
        if (!edition->findings->notices[i].serious) /* those stand on the front page */
            edition_paragraph(edition, phrases_notice(&edition->wording, edition->findings,
                                                      &edition->findings->notices[i]));
    }
    if (panel_outlets_weekly(edition->findings)) {
        heat = panel_outlets_heat(edition);
        document_figures(edition->document, &heat, 1);
    }
    add_outlets(edition);
}
