#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_apart.h"
#include "reports/pages/wording.h"

static const char voices[] = "voices";

enum { COLUMNS = 7 };

static const struct column lead_columns[COLUMNS] = {
    {.title = "Topic", .share = 2.4, .bold = true},
    {.title = "Quotations", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "Quoted at greatest length", .share = 2.2},
    {.title = "Share", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.2, .align = ALIGN_RIGHT, .muted = true},
    {.title = "Next", .share = 2.2},
    {.title = "Share", .share = 0.8, .align = ALIGN_RIGHT},
};

/* Who has most of a topic's quoted words, and who comes next. */
struct leads {
    const struct speaker_topic_row *first, *second; /* NULL for none */
    uint32_t quotes;                                /* of all on the topic */
};

static struct leads leads_of(const struct findings *findings, struct span topic)
{
    struct leads leads = {.quotes = 0};

    for (size_t i = 0; i < findings->speaker_topic_row_count; i++) {
        const struct speaker_topic_row *row = &findings->speaker_topic_rows[i];

        if (!span_is(row->outlet, "(all)") || !span_equal(row->topic, topic))
            continue;
        leads.quotes += row->quotes;
        if (span_is(row->name, "(unattributed)"))
            continue;
        if (!leads.first)
            leads.first = row;
        else if (!leads.second)
            leads.second = row;
    }
    return leads;
}

/* The evidence of a speaker of this name, where it is kept. */
static struct evidence *evidence_of(const struct findings *findings, struct span name)
{
    for (size_t i = 0; i < findings->speaker_count; i++)
        if (span_equal(findings->speakers[i].name, name))
            return findings->speakers[i].evidence;
    return NULL;
}

static void add_speaker(struct edition *edition, struct cells *cells,
                        const struct speaker_topic_row *row)
{
    if (!row) {
        cells_none(cells);
        return;
    }
    cells_text(cells, row->name)->target =
        edition_link(edition, evidence_of(edition->findings, row->name), voices);
}

static void add_lead(struct edition *edition, struct cells *cells,
                     const struct topic_finding *topic, const struct leads *leads)
{
    static const struct estimate none = {.has_value = false};
    const struct estimate *first = leads->first ? &leads->first->share : &none;
    const struct estimate *second = leads->second ? &leads->second->share : &none;

    cells_text(cells, topic->label)->target = edition_link(edition, topic->evidence, voices);
    cells_count(cells, leads->quotes);
    add_speaker(edition, cells, leads->first);
    cells_value(cells, first, UNIT_SHARE);
    cells_interval(cells, first, UNIT_SHARE);
    add_speaker(edition, cells, leads->second);
    cells_value(cells, second, UNIT_SHARE);
}

static bool is_told(const struct leads *leads)
{
    return leads->first && leads->quotes >= PANEL_APART_QUOTES;
}

static void add_leads(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct cells cells = cells_of(&edition->wording, findings->topic_count, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    size_t rows = 0;
    size_t quoted = 0;

    for (size_t i = 0; i < findings->topic_count; i++) {
        struct leads leads = leads_of(findings, findings->topics[i].key);

        quoted += leads.quotes > 0;
        if (!is_told(&leads))
            continue;
        add_lead(edition, &cells, &findings->topics[i], &leads);
        rows++;
    }
    *grid = (struct grid){
        .title = saying_plain(&edition->wording, "Who leads on each topic"),
        .subtitle =
            SAY(&edition->wording,
                "Share of the quoted words in the topic’s articles; the topics with {least} "
                "quotations or more{few?, {few} with fewer left out}",
                NUMBER("least", PANEL_APART_QUOTES), NUMBER("few", quoted - rows)),
        .csv = span_of("speaker_topics.csv"),
        .columns = cells_titles(&edition->wording, lead_columns, COLUMNS),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

void page_voices(struct edition *edition)
{
    struct figure figure;

    if (!panel_apart_voices_has(edition->findings))
        return;
    edition_section(edition, "Who speaks on what", "Who speaks on what", voices);
    figure = panel_apart_voices(edition, voices);
    document_figures(edition->document, &figure, 1);
    add_leads(edition);
}
