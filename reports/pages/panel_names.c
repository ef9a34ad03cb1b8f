#include "reports/pages/panel_names.h"

#include "reports/pages/cells.h"
#include "reports/pages/wording.h"

enum { ROWS_MOST = 40, COLUMNS = 4 };

static bool is_joined(const struct person_row *row)
{
    return row->quotes && !span_equal(row->spelling, row->name) && strcmp(row->rule, "alone") != 0;
}

size_t panel_names_joined(const struct findings *findings)
{
    size_t joined = 0;

    for (size_t i = 0; i < findings->person_row_count; i++)
        joined += is_joined(&findings->person_rows[i]);
    return joined;
}

/* A person's name stands on the first of its rows. */
static void add_rows(struct edition *edition, struct cells *cells, size_t rows)
{
    const struct findings *findings = edition->findings;
    struct span before = SPAN_EMPTY;

    for (size_t i = 0; rows > 0; i++) {
        const struct person_row *row = &findings->person_rows[i];

        if (!is_joined(row))
            continue;
        cells_text(cells, span_equal(row->name, before) ? span_of("") : row->name);
        cells_text(cells, row->spelling);
        cells_count(cells, row->quotes);
        cells_text(cells, span_of(row->rule));
        before = row->name;
        rows--;
    }
}

void panel_names_add(struct edition *edition)
{
    static const struct column columns[COLUMNS] = {
        {.title = "Person", .share = 2, .bold = true},
        {.title = "Also named", .share = 2},
        {.title = "Quotations", .share = 0.8, .align = ALIGN_RIGHT},
        {.title = "Rule", .share = 1, .muted = true},
    };
    size_t joined = panel_names_joined(edition->findings);
    size_t rows = joined < ROWS_MOST ? joined : ROWS_MOST;
    bool table = !edition->other; /* a comparison writes no people.csv */
    struct cells cells = cells_of(&edition->wording, rows, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    if (!rows)
        return;
    add_rows(edition, &cells, rows);
    *grid = (struct grid){
        .title = saying_plain(&edition->wording, "Evidence: Names taken for one person"),
        .subtitle = SAY(&edition->wording,
                        "Of all weeks of this report{vote?, as published}; {more?{more}~{more|more "
                        "name|more names} {table?and all spellings are in people.csv/{more|is|are} "
                        "not shown}/a roster overrules them (--people)}.",
                        FLAG("vote", edition->findings->one_vote), NUMBER("more", joined - rows),
                        FLAG("table", table)),
        .csv = table ? span_of("people.csv") : SPAN_EMPTY,
        .columns = cells_titles(&edition->wording, columns, COLUMNS),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    document_table(edition->document, grid, SPAN_EMPTY);
}
