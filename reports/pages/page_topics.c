#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/phrases.h"

static const char topics[] = "topics";

static void add_table(struct edition *edition)
{
    static const struct column columns[] = {
        {.title = "Topic", .share = 3, .bold = true},
        {.title = "Articles", .share = 0.9, .align = ALIGN_RIGHT},
        {.title = "Share", .share = 0.9, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.3, .align = ALIGN_RIGHT, .muted = true},
        {.title = "Before", .share = 0.9, .align = ALIGN_RIGHT},
        {.title = "Difference", .share = 1.2, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.7, .align = ALIGN_RIGHT, .muted = true},
        {.title = "q", .share = 0.9, .align = ALIGN_RIGHT},
    };
    const struct findings *findings = edition->findings;
    struct cells cells = cells_of(edition->arena, findings->topic_count, 8);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < findings->topic_count; i++) {
        const struct topic_finding *topic = &findings->topics[i];

        cells_text(&cells, topic->label)->target = edition_link(edition, topic->evidence, topics);
        cells_count(&cells, topic->articles);
        cells_value(&cells, &topic->share, UNIT_SHARE);
        cells_interval(&cells, &topic->share, UNIT_SHARE);
        cells_value(&cells, &topic->baseline_share, UNIT_SHARE);
        cells_change(&cells, &topic->change);
    }
    *grid = (struct grid){
        .title = span_of("All topics"),
        .subtitle = phrases_compared(edition->arena, &edition->period, findings->topics_tested,
                                     findings->clear_topics, "topic"),
        .csv = span_of("topics.csv"),
        .note = edition_note(edition,
                             span_of("An article carries a topic with two hits of its entries in "
                                     "the text or one in the title, and may carry several.")),
        .columns = columns,
        .column_count = 8,
        .cells = cells.items,
        .rows = findings->topic_count,
    };
    document_table(edition->document, grid, SPAN_EMPTY);
}

void page_topics(struct edition *edition)
{
    struct figure heat;

    edition_section(edition, "Topics", "Topics", topics);
    if (panel_weekly(edition->findings)) {
        heat = panel_topics_heat(edition, topics);
        document_figures(edition->document, &heat, 1);
    }
    add_table(edition);
}
