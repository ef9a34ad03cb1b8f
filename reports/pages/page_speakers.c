#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_speakers.h"
#include "reports/pages/phrases.h"

enum { SPEAKERS_SHOWN = 20 };

static const char speakers[] = "speakers";

static void add_table(struct edition *edition)
{
    static const struct column columns[] = {
        {.title = "Speaker", .share = 3, .bold = true},
        {.title = "Words", .share = 0.8, .align = ALIGN_RIGHT},
        {.title = "Share", .share = 0.9, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.3, .align = ALIGN_RIGHT, .muted = true},
        {.title = "Before", .share = 0.9, .align = ALIGN_RIGHT},
        {.title = "Difference", .share = 1.2, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.7, .align = ALIGN_RIGHT, .muted = true},
        {.title = "q", .share = 0.9, .align = ALIGN_RIGHT},
    };
    const struct findings *findings = edition->findings;
    size_t named = panel_speakers_named(findings);
    size_t rows = named < SPEAKERS_SHOWN ? named : SPEAKERS_SHOWN;
    struct cells cells = cells_of(&edition->wording, rows, 8);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < rows; i++) {
        const struct speaker_finding *speaker = &findings->speakers[i];

        cells_text(&cells, speaker->name)->target =
            edition_link(edition, speaker->evidence, speakers);
        cells_count(&cells, speaker->words);
        cells_value(&cells, &speaker->share, UNIT_SHARE);
        cells_interval(&cells, &speaker->share, UNIT_SHARE);
        cells_value(&cells, &speaker->baseline_share, UNIT_SHARE);
        cells_change(&cells, &speaker->change);
    }
    *grid = (struct grid){
        .title = SAY(&edition->wording, "{against^}", TEXT("against", edition->period.against)),
        .subtitle =
            phrases_compared(&edition->wording, findings, &edition->period,
                             findings->speakers_tested, findings->clear_speakers, PHRASES_SPEAKERS),
        .csv = span_of("speakers.csv, changes.csv"),
        .columns = cells_titles(&edition->wording, columns, 8),
        .column_count = 8,
        .cells = cells.items,
        .rows = rows,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

void page_speakers(struct edition *edition)
{
    struct figure bars = panel_speakers_shares(edition, SPEAKERS_SHOWN, speakers, 12);

    edition_section(edition, "Speakers", "Speakers", speakers);
    document_figures(edition->document, &bars, 1);
    if (edition->findings->speakers_tested && edition->period.compared &&
        panel_speakers_named(edition->findings))
        add_table(edition);
}
