#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_bonds.h"
#include "reports/pages/panel_words.h"
#include "reports/pages/phrases.h"

#include <math.h>

enum { TERMS_FREQUENT = 15 };

static const char words[] = "words";

static void add_term(struct edition *edition, struct cells *cells, const struct term_finding *term)
{
    struct period_weeks weeks = period_weeks_of(edition->findings);
    struct cell *times;
    double *series = arena_new(edition->arena, weeks.count + 1, sizeof *series);

    for (size_t w = 0; w < weeks.count; w++) {
        double rate = term->weeks[weeks.first + w];

        series[w] = rate < 0 ? NAN : rate;
    }
    cells_text(cells, term->term)->target = edition_link(edition, term->evidence, words);
    cells_count(cells, term->articles);
    cells_value(cells, &term->rate, UNIT_PER_MILLION);
    cells_interval(cells, &term->rate, UNIT_PER_MILLION);
    cells_value(cells, &term->baseline_rate, UNIT_PER_MILLION);
    times = cells_value(cells, &term->log_ratio, UNIT_LOG2);
    times->tone = wording_tone(term->direction);
    if (term->baseline_count == 0)
        times->text = saying_plain(&edition->wording, "new");
    else if (term->count == 0)
        times->text = saying_plain(&edition->wording, "gone");
    cells_interval(cells, &term->log_ratio, UNIT_LOG2);
    cells_format(cells, format_p(edition->wording.tongue, term->q_articles));
    cells_format(cells, term->has_dp ? format_fixed(edition->wording.tongue, term->dp, 2)
                                     : (struct format_text){"\u2013"});
    if (weeks.count > 1)
        cells_spark(cells, series, weeks.count);
    else
        cells_none(cells);
}

enum { COLUMNS = 10, COUNTED = 1 };

static const struct column table_columns[COLUMNS] = {
    {.title = "Term", .share = 1.8, .bold = true},
    {.title = "Articles", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "Per million", .share = 1.1, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.7, .align = ALIGN_RIGHT, .muted = true},
    {.title = "Before", .share = 1, .align = ALIGN_RIGHT},
    {.title = "Times", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.3, .align = ALIGN_RIGHT, .muted = true},
    {.title = "q", .share = 1, .align = ALIGN_RIGHT},
    {.title = "DP", .share = 0.6, .align = ALIGN_RIGHT},
    {.title = "Weeks", .share = 1.2, .align = ALIGN_RIGHT},
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
    size_t rows = findings->risen_count + findings->fallen_count;
    struct cells cells = cells_of(&edition->wording, rows, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < findings->risen_count; i++)
        add_term(edition, &cells, &findings->risen[i]);
    for (size_t i = 0; i < findings->fallen_count; i++)
        add_term(edition, &cells, &findings->fallen[i]);
    *grid = (struct grid){
        .title = saying_plain(&edition->wording, "Terms that moved"),
        .subtitle = phrases_compared(&edition->wording, findings, &edition->period,
                                     findings->terms_tested, findings->clear_terms, PHRASES_TERMS),
        .csv = span_of("keyness.csv, words.csv"),
        .note = edition_note(
            edition, saying_plain(&edition->wording,
                                  "Times: how many times as often per word as before; new and "
                                  "gone: none on the other side. DP: 0 spread evenly over the "
                                  "articles, towards 1 in few of them.")),
        .columns = columns_of(edition),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    if (rows)
        document_table(edition->document, grid, SPAN_EMPTY);
}

void page_words(struct edition *edition)
{
    bool changed = panel_words_changed(edition->findings);
    struct figure row[2];
    size_t count = 0;

    edition_section(edition, "Words", "Words", words);
    if (changed)
        row[count++] = panel_words_keyness(edition, words, 6);
    row[count++] = panel_words_frequent(edition, TERMS_FREQUENT, words, changed ? 6 : 12);
    document_figures(edition->document, row, count);
    if (panel_bonds_drawn(edition->findings)) {
        struct figure network = panel_bonds_network(edition, words);

        document_figures(edition->document, &network, 1);
    }
    add_table(edition);
}
