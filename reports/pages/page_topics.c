#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/panel_trends.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

static const char topics[] = "topics";

/* What no article has, now or before, needs no row. */
static bool told(const struct topic_finding *topic)
{
    return topic->articles || topic->baseline_articles;
}

/* Of one article alone the hits say more than that it is the whole. */
static void add_row(struct edition *edition, struct cells *cells, const struct topic_finding *topic)
{
    cells_text(cells, topic->label)->target = edition_link(edition, topic->evidence, topics);
    if (edition->findings->articles == 1) {
        cells_count(cells, topic->hits);
        cells_none(cells);
        cells_none(cells);
    } else {
        cells_none(cells);
        cells_count(cells, topic->articles);
        cells_value(cells, &topic->share, UNIT_SHARE);
    }
    cells_interval(cells, &topic->share, UNIT_SHARE);
    cells_value(cells, &topic->baseline_share, UNIT_SHARE);
    cells_change(cells, &topic->change);
}

static const struct prose *table_note(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct span *none = arena_new(edition->arena, findings->topic_count, sizeof *none);
    struct prose *note = edition_prose(edition);
    size_t count = 0;

    for (size_t i = 0; i < findings->topic_count; i++)
        if (!told(&findings->topics[i]))
            none[count++] = findings->topics[i].label;
    TELL(note, &edition->wording,
         "An article carries a topic with two hits of its entries in the text or one in the title, "
         "unless its dictionary has another rule, and may carry several.{none? In no article: "
         "{none}.}",
         TEXT("none", wording_list(&edition->wording, none, count)));
    return note;
}

enum { COLUMNS = 9, COUNTED = 2 };

static const struct column table_columns[COLUMNS] = {
    {.title = "Topic", .share = 3, .bold = true},
    {.title = "Hits", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "Articles", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "Share", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.3, .align = ALIGN_RIGHT, .muted = true},
    {.title = "Before", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "Difference", .share = 1.2, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.7, .align = ALIGN_RIGHT, .muted = true},
    {.title = "q", .share = 0.9, .align = ALIGN_RIGHT},
};

/* What is counted has its name over its column. */
static struct column *columns_of(struct edition *edition)
{
    struct column *columns = cells_titles(&edition->wording, table_columns, COLUMNS);

    columns[COUNTED].title = wording_votes_title(&edition->wording, edition->findings);
    return columns;
}

static void add_table(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct cells cells = cells_of(&edition->wording, findings->topic_count, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    size_t rows = 0;

    for (size_t i = 0; i < findings->topic_count; i++)
        if (told(&findings->topics[i])) {
            add_row(edition, &cells, &findings->topics[i]);
            rows++;
        }
    if (!rows) {
        edition_paragraph(edition,
                          saying_plain(&edition->wording, "No entry of the topics’ dictionary "
                                                          "matches these articles."));
        return;
    }
    *grid = (struct grid){
        .title = saying_plain(&edition->wording, "All topics"),
        .subtitle =
            phrases_compared(&edition->wording, findings, &edition->period, findings->topics_tested,
                             findings->clear_topics, PHRASES_TOPICS),
        .csv = span_of(edition->period.compared ? "topics.csv, changes.csv" : "topics.csv"),
        .note = table_note(edition),
        .columns = columns_of(edition),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

void page_topics(struct edition *edition)
{
    struct figure heat;

    edition_section(edition, "Topics", "Topics", topics);
    if (panel_topics_weekly(edition->findings)) {
        heat = panel_trends_heat(edition, topics);
        document_figures(edition->document, &heat, 1);
    }
    add_table(edition);
}
