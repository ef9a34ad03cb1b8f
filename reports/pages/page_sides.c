#include "reports/pages/page_sides.h"

#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/side_findings.h"
#include "reports/pages/side_table.h"
#include "reports/pages/wording.h"

enum { SPEAKERS_SHOWN = 20, OUTLETS_SHOWN = 40, TERMS_SHOWN = 30 };

static const char front[] = "front", topics[] = "topics", speakers[] = "speakers",
                  words[] = "words";

struct span page_sides_title(const struct panel_sides *panel)
{
    return SAY(&panel->edition->wording, "{a} and {b}", TEXT("a", panel->sides.a.name),
               TEXT("b", panel->sides.b.inside));
}

/* --- front --------------------------------------------------------------------------------- */

static struct kpi kpi_of(const struct panel_sides *panel, const char *label, struct span a,
                         struct span b)
{
    const struct wording *wording = &panel->edition->wording;

    return (struct kpi){
        .label = saying_plain(wording, label),
        .value = b,
        .note = SAY(wording, "{a}: {value}", TEXT("a", panel->sides.a.name), TEXT("value", a))};
}

static struct kpi kpi_count(const struct panel_sides *panel, const char *label, double a, double b)
{
    const struct tongue *tongue = panel->edition->wording.tongue;
    struct arena *arena = panel->edition->arena;

    return kpi_of(panel, label, arena_copy(arena, span_of(format_short(tongue, a).text)),
                  arena_copy(arena, span_of(format_short(tongue, b).text)));
}

static struct span share_of(const struct panel_sides *panel, const struct estimate *share)
{
    return arena_copy(panel->edition->arena,
                      span_of(wording_value(&panel->edition->wording, share, UNIT_SHARE).text));
}

static void add_kpis(const struct panel_sides *panel)
{
    const struct findings *a = panel->versus->a, *b = panel->versus->b;
    struct kpi strip[] = {
        kpi_count(panel, b->one_vote ? "Stories" : "Articles", a->articles, b->articles),
        kpi_count(panel, "Words", (double)a->words, (double)b->words),
        kpi_count(panel, "Quotations", a->quotes, b->quotes),
        kpi_count(panel, "People quoted", a->people, b->people),
        kpi_of(panel, "Quoted words unattributed", share_of(panel, &a->unattributed),
               share_of(panel, &b->unattributed)),
    };

    document_kpis(panel->edition->document, strip, sizeof strip / sizeof *strip);
}

static void add_standfirst(const struct panel_sides *panel)
{
    const struct findings *a = panel->versus->a, *b = panel->versus->b;
    const struct wording *wording = &panel->edition->wording;
    struct prose *prose = edition_prose(panel->edition);

    TELL(prose, wording,
         "{n_b^}~{n_b|article|articles} {in_b}{days? ({days})}, against {n_a} {in_a}. A difference "
         "is what {b} has more than {a}; it is called clear only where its 95%~interval excludes "
         "zero and q~≤~0.05 ({@method|method: page~|method}).",
         NUMBER("n_a", a->published), NUMBER("n_b", b->published),
         TEXT("days", weeks_are_shared(b->against) ? panel->edition->period.days : SPAN_EMPTY),
         TEXT("a", panel->sides.a.inside), TEXT("b", panel->sides.b.inside),
         TEXT("in_a", panel->sides.a.in), TEXT("in_b", panel->sides.b.in));
    document_standfirst(panel->edition->document, prose);
}

/* What a reader has to know. */
static void add_notices(const struct panel_sides *panel)
{
    const struct findings *a = panel->versus->a, *b = panel->versus->b;
    const struct wording *wording = &panel->edition->wording;

    if (a->articles < b->minimum_articles || b->articles < b->minimum_articles)
        document_notice(
            panel->edition->document,
            edition_note(panel->edition,
                         SAY(wording,
                             "An interval needs at least {least} "
                             "{vote?stories/articles} on each side; there are {n_a} "
                             "and {n_b}.",
                             NUMBER("least", b->minimum_articles), FLAG("vote", b->one_vote),
                             NUMBER("n_a", a->articles), NUMBER("n_b", b->articles))));
    if (!findings_may_claim(b))
        document_notice(panel->edition->document,
                        edition_note(panel->edition,
                                     saying_plain(wording, "There are too few weeks to know how "
                                                           "much weeks differ anyway, so nothing "
                                                           "is called a clear difference.")));
}

void page_sides_front(const struct panel_sides *panel)
{
    struct document *document = panel->edition->document;
    struct figure row[2];

    document_section(document, (struct section){
                                   .title = page_sides_title(panel),
                                   .running = saying_plain(&panel->edition->wording, "Overview"),
                                   .dest = span_of(front),
                                   .front = true,
                               });
    add_standfirst(panel);
    add_notices(panel);
    side_findings_add(panel);
    add_kpis(panel);
    row[0] = panel_sides_topics(panel, front, 6);
    row[1] = panel_sides_terms_differ(panel) ? panel_sides_terms(panel, front, 6)
                                             : panel_sides_speakers(panel, front, 6);
    document_figures(document, row, 2);
    document_contents(document);
}

/* --- tables -------------------------------------------------------------------------------- */

static bool any_trend(const struct versus_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct versus_row *row = &rows->items[i];

        if ((row->trend_a && row->trend_a->slope.has_interval) ||
            (row->trend_b && row->trend_b->slope.has_interval))
            return true;
    }
    return false;
}

static const struct prose *topics_note(const struct panel_sides *panel)
{
    struct prose *note = edition_prose(panel->edition);

    saying_add_plain(note, &panel->edition->wording,
                     any_trend(&panel->versus->topics)
                         ? "Shares lead to their articles. Trend: change of the share from one "
                           "whole week to the next; compare.csv has its interval."
                         : "Shares lead to their articles. There is no trend: it needs 8 whole "
                           "weeks up to the side’s last.");
    return note;
}

void page_sides_topics(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;
    struct figure weeks;

    if (panel->versus->topics.count == 0)
        return;
    edition_section(panel->edition, "Topics", "Topics", topics);
    side_table_add(
        panel,
        &(struct side_table){
            .title = "All topics",
            .name = "Topic",
            .counted = b->one_vote ? "Stories" : "Articles",
            .rows = &panel->versus->topics,
            .most = panel->versus->topics.count,
            .unit = UNIT_SHARE,
            .subtitle = SAY(&panel->edition->wording,
                            "{n?{n}~{n|topic|topics} compared, {clear} "
                            "{clear|differs|differ} clearly. Difference: {b} less {a}, "
                            "in points/Topics were not compared}.",
                            NUMBER("n", b->topics_tested), NUMBER("clear", b->clear_topics),
                            TEXT("a", panel->sides.a.inside), TEXT("b", panel->sides.b.inside)),
            .note = topics_note(panel),
            .from = topics,
        });
    if (!panel_sides_weekly(panel))
        return;
    weeks = panel_sides_weeks(panel, topics);
    document_figures(panel->edition->document, &weeks, 1);
}

void page_sides_speakers(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;
    struct figure dots;

    if (panel->versus->speakers.count < 2) /* nobody but "(unattributed)" */
        return;
    dots = panel_sides_speakers(panel, speakers, 12);
    edition_section(panel->edition, "Speakers", "Speakers", speakers);
    if (panel_sides_terms_differ(panel)) /* else the front page has it */
        document_figures(panel->edition->document, &dots, 1);
    side_table_add(panel, &(struct side_table){
                              .title = "Speakers of both sides",
                              .name = "Speaker",
                              .counted = "Words",
                              .rows = &panel->versus->speakers,
                              .most = SPEAKERS_SHOWN,
                              .unit = UNIT_SHARE,
                              .subtitle = SAY(&panel->edition->wording,
                                              "{n?{n}~{n|speaker|speakers} compared, {clear} "
                                              "{clear|differs|differ} clearly/Speakers were not "
                                              "compared}. Words and shares of what is quoted.",
                                              NUMBER("n", b->speakers_tested),
                                              NUMBER("clear", b->clear_speakers)),
                              .from = speakers,
                          });
}

void page_sides_words(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;

    if (panel->versus->terms.count == 0)
        return;
    edition_section(panel->edition, "Words", "Words", words);
    side_table_add(
        panel, &(struct side_table){
                   .title = "Terms that set the sides apart",
                   .name = "Term",
                   .counted = "Uses",
                   .rows = &panel->versus->terms,
                   .most = TERMS_SHOWN,
                   .content = true,
                   .unit = UNIT_PER_MILLION,
                   .subtitle = SAY(&panel->edition->wording,
                                   "Uses and rates per million words, by keyness (G²). "
                                   "{n?{n}~{n|term|terms} compared, {clear} "
                                   "{clear|differs|differ} clearly/Terms were not compared}.",
                                   NUMBER("n", b->terms_tested), NUMBER("clear", b->clear_terms)),
                   .from = words,
               });
}

/* --- coverage ------------------------------------------------------------------------------ */

static void add_counted(const struct panel_sides *panel, struct cells *cells, const char *label,
                        double a, double b)
{
    cells_text(cells, saying_plain(&panel->edition->wording, label));
    cells_count(cells, a);
    cells_count(cells, b);
}

static struct column *side_columns(const struct panel_sides *panel, const char *first)
{
    static const struct column columns[] = {
        {.title = "", .share = 2, .bold = true},
        {.title = "", .share = 1, .align = ALIGN_RIGHT},
        {.title = "", .share = 1, .align = ALIGN_RIGHT},
    };
    struct column *named = cells_titles(&panel->edition->wording, columns, 3);

    named[0].title = first;
    named[1].title = panel->sides.a.name.bytes;
    named[2].title = panel->sides.b.name.bytes;
    return named;
}

static void add_totals(const struct panel_sides *panel)
{
    enum { ROWS = 8 };
    const struct findings *a = panel->versus->a, *b = panel->versus->b;
    struct cells cells = cells_of(&panel->edition->wording, ROWS, 3);
    struct grid *grid = arena_new(panel->edition->arena, 1, sizeof *grid);

    add_counted(panel, &cells, "Articles", a->published, b->published);
    add_counted(panel, &cells, "Stories", a->stories, b->stories);
    add_counted(panel, &cells, "Outlets", a->outlets_heard, b->outlets_heard);
    add_counted(panel, &cells, "Words", (double)a->words, (double)b->words);
    add_counted(panel, &cells, "Quotations", a->quotes, b->quotes);
    add_counted(panel, &cells, "Quoted words", (double)a->quoted_words, (double)b->quoted_words);
    add_counted(panel, &cells, "People quoted", a->people, b->people);
    cells_text(&cells, saying_plain(&panel->edition->wording, "Quoted words unattributed"));
    cells_value(&cells, &a->unattributed, UNIT_SHARE);
    cells_value(&cells, &b->unattributed, UNIT_SHARE);

    *grid = (struct grid){.title = saying_plain(&panel->edition->wording, "What either side holds"),
                          .columns = side_columns(panel, ""),
                          .column_count = 3,
                          .cells = cells.items,
                          .rows = ROWS};
    document_table(panel->edition->document, grid, SPAN_EMPTY);
}

static void add_outlets(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;
    size_t rows = b->outlet_count < OUTLETS_SHOWN ? b->outlet_count : OUTLETS_SHOWN;
    struct cells cells = cells_of(&panel->edition->wording, rows, 3);
    struct grid *grid = arena_new(panel->edition->arena, 1, sizeof *grid);
    struct prose *note = edition_prose(panel->edition);

    if (b->against == WEEKS_AGAINST_OUTLET || b->outlet_count < 2)
        return;
    for (size_t i = 0; i < rows; i++) {
        struct span name = b->outlets[i].name;

        cells_text(&cells, name.length
                               ? name
                               : saying_plain(&panel->edition->wording, "(no outlet given)"));
        cells_count(&cells, b->outlets[i].baseline_articles);
        cells_count(&cells, b->outlets[i].articles);
    }
    if (b->outlet_count > rows)
        TELL(note, &panel->edition->wording, "The {shown} largest of {all}.", NUMBER("shown", rows),
             NUMBER("all", b->outlet_count));
    *grid = (struct grid){
        .title = saying_plain(&panel->edition->wording, "Articles by outlet"),
        .columns = side_columns(panel, saying_plain(&panel->edition->wording, "Outlet").bytes),
        .column_count = 3,
        .cells = cells.items,
        .rows = rows,
        .note = note};
    document_table(panel->edition->document, grid, SPAN_EMPTY);
}

void page_sides_coverage(const struct panel_sides *panel)
{
    edition_section(panel->edition, "What was read", "Coverage", "coverage");
    add_totals(panel);
    add_outlets(panel);
}

/* --- method -------------------------------------------------------------------------------- */

void page_sides_method(const struct panel_sides *panel)
{
    const struct findings *b = panel->versus->b;
    const struct wording *wording = &panel->edition->wording;
    struct prose *prose = edition_prose(panel->edition);

    edition_section(panel->edition, "Method and uncertainty", "Method", "method");
    document_heading(panel->edition->document, saying_plain(wording, "How two sides are compared"),
                     SPAN_EMPTY);
    TELL(prose, wording,
         "A difference is {b} less {a}; of a term, the ratio of the two rates. It is called clear "
         "only when its 95% interval excludes 0 and its q is at most 0.05, the false discovery "
         "rate after Benjamini and Hochberg over all topics, all speakers or all terms compared. "
         "Weeks differ by more than chance, so each test must also stand out from how much they do "
         "(their dispersion, moderated over all series; the larger p of a quasi-likelihood F test "
         "and of a beta-binomial one).",
         TEXT("a", panel->sides.a.inside), TEXT("b", panel->sides.b.inside));
    TELL(prose, wording,
         weeks_are_shared(b->against)
             ? " That is known here from {n}~{n|whole week|whole weeks} of the two "
               "{store?stores/outlets}, each held against its own level. What the "
               "{store?stores hold/outlets write about} differs for many reasons; the difference "
               "says nothing of why."
             : " That is known here from {n}~{n|whole week|whole weeks}: the weeks within either "
               "side, and the set’s other weeks, held against the level they have together. A "
               "change that went on through these weeks widens them, so that differences are "
               "found less often, not more. Of several outlets, the difference within outlets "
               "(Mantel and Haenszel) must agree with p at most 0.05.",
         NUMBER("n", b->spread_weeks), FLAG("store", b->against == WEEKS_AGAINST_STORE));
    TELL(prose, wording,
         " {any?Compared were {topics}~{topics|topic|topics}, "
         "{speakers}~{speakers|speaker|speakers} and {terms}~{terms|term|terms}/Nothing could be "
         "compared}. Whoever exchanges the sides finds the same differences "
         "turned around. A trend is a quasi-Poisson slope over {weeks?the {store?store/outlet}’s "
         "own "
         "whole weeks/the whole weeks up to and with that side}, 8 of them at least.",
         NUMBER("topics", b->topics_tested), NUMBER("speakers", b->speakers_tested),
         NUMBER("terms", b->terms_tested), FLAG("store", b->against == WEEKS_AGAINST_STORE),
         FLAG("weeks", weeks_are_shared(b->against)),
         FLAG("any", b->topics_tested + b->speakers_tested + b->terms_tested > 0));
    document_paragraph(panel->edition->document, prose);
    page_method_rules(panel->edition, false);
}
