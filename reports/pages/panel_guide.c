#include "reports/pages/panel_guide.h"

#include "reports/charts/chart_dots.h"
#include "reports/charts/chart_heat.h"
#include "reports/charts/chart_keyness.h"
#include "reports/charts/chart_matrix.h"
#include "reports/charts/chart_multiples.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/phrases.h"
#include "reports/pages/wording.h"

#include <math.h>

/* An example: what is said below it says it to those who do not see it, too. */
static struct figure example(struct edition *edition, const char *title, const char *how,
                             const struct recipe *recipe, const void *data)
{
    struct span text = saying_plain(&edition->wording, how);

    return (struct figure){
        .title = saying_plain(&edition->wording, title),
        .alternative = SAY(&edition->wording, "Example of a chart: {text}", TEXT("text", text)),
        .note = edition_note(edition, text),
        .recipe = recipe,
        .data = data,
        .columns = 4};
}

static struct figure dots(struct edition *edition)
{
    const struct wording *wording = &edition->wording;
    struct chart_dots *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_dot *rows = arena_new(edition->arena, 3, sizeof *rows);

    rows[0] = (struct chart_dot){.label = saying_plain(wording, "clearly more"),
                                 .value = 0.34,
                                 .low = 0.29,
                                 .high = 0.395,
                                 .reference = 0.22,
                                 .tone = TONE_MORE};
    rows[1] = (struct chart_dot){.label = saying_plain(wording, "no clear change"),
                                 .value = 0.22,
                                 .low = 0.175,
                                 .high = 0.27,
                                 .reference = 0.25};
    rows[2] = (struct chart_dot){.label = saying_plain(wording, "clearly less"),
                                 .value = 0.1,
                                 .low = 0.07,
                                 .high = 0.14,
                                 .reference = 0.21,
                                 .tone = TONE_LESS};
    *data = (struct chart_dots){.rows = rows, .count = 3, .unit = UNIT_SHARE};
    return example(edition, "Dots with intervals",
                   "Dot: the value. Bar: its 95% interval. Tick: the value before. Coloured and "
                   "bold only where a test of the difference says that the change is clear.",
                   &chart_dots, data);
}

static struct figure trend(struct edition *edition)
{
    enum { WEEKS = 13, GAP = 4, CHANGE = 8, REACH = 3 }; /* REACH: per cent to each side */
    static const double shares[WEEKS] = {0.11, 0.12, 0.1,  0.12, 0,   0.11, 0.1,
                                         0.12, 0.21, 0.23, 0.22, 0.2, 0.17};
    struct period_weeks weeks = period_weeks_of(edition->findings);
    struct chart_multiples *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_trend *one = arena_new(edition->arena, 1, sizeof *one);
    double *values = arena_new(edition->arena, (size_t)3 * WEEKS, sizeof *values);
    bool *changes = arena_new(edition->arena, WEEKS, sizeof *changes);
    bool *partial = arena_new(edition->arena, WEEKS, sizeof *partial);

    for (size_t w = 0; w < WEEKS; w++) {
        values[w] = w == GAP ? (double)NAN : shares[w];
        values[WEEKS + w] = values[w] - REACH / 100.0;
        values[(size_t)2 * WEEKS + w] = values[w] + REACH / 100.0;
    }
    changes[CHANGE] = partial[WEEKS - 1] = true;
    *one = (struct chart_trend){.label = saying_plain(&edition->wording, "share by week"),
                                .values = values,
                                .lows = values + WEEKS,
                                .highs = values + (size_t)2 * WEEKS,
                                .changes = changes};
    *data = (struct chart_multiples){
        .trends = one,
        .count = 1,
        .first_week = edition->findings->weeks[weeks.first + weeks.count - 1].week - WEEKS + 1,
        .week_count = WEEKS,
        .partial = partial,
        .unit = UNIT_SHARE,
        .columns = 1};
    return example(edition, "Weekly trends",
                   "Band: 95% interval. Gap: a week without articles. Triangle: another level from "
                   "this week on. Hollow: a week that the set covers in part, which is not tested.",
                   &chart_multiples, data);
}

static struct figure heat(struct edition *edition)
{
    enum { ROWS = 3, WEEKS = 6, MISSING = 3 };
    static const char *const labels[ROWS] = {"dark: much", "light: little", "slash: none"};
    static const double shares[ROWS][WEEKS] = {{0.2, 0.24, 0.27, 0.31, 0.36, 0.3},
                                               {0.02, 0.04, 0.03, 0.05, 0.03, 0.02},
                                               {0.12, 0.15, 0.1, 0, 0.14, 0.11}};
    struct chart_heat *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_heat_row *rows = arena_new(edition->arena, ROWS, sizeof *rows);

    for (size_t r = 0; r < ROWS; r++) {
        double *values = arena_new(edition->arena, WEEKS, sizeof *values);

        for (size_t w = 0; w < WEEKS; w++)
            values[w] = r == 2 && w == MISSING ? (double)NAN : shares[r][w];
        rows[r] = (struct chart_heat_row){.label = saying_plain(&edition->wording, labels[r]),
                                          .values = values};
    }
    *data =
        (struct chart_heat){.rows = rows, .count = ROWS, .column_count = WEEKS, .unit = UNIT_SHARE};
    return example(edition, "Heat maps",
                   "A row a topic or an outlet, a column a week. The number stands in the row’s "
                   "largest cell. What is missing is never shown as little.",
                   &chart_heat, data);
}

static struct figure ratios(struct edition *edition)
{
    const struct wording *wording = &edition->wording;
    struct chart_keyness *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_key_term *rows = arena_new(edition->arena, 2, sizeof *rows);

    rows[0] = (struct chart_key_term){.label = saying_plain(wording, "used four times as often"),
                                      .log_ratio = 2,
                                      .low = 1.1,
                                      .high = 2.9};
    rows[1] = (struct chart_key_term){.label = saying_plain(wording, "used half as often"),
                                      .log_ratio = -1,
                                      .low = -1.7,
                                      .high = -0.3};
    *data = (struct chart_keyness){.rows = rows, .count = 2};
    return example(edition, "Words more and less used",
                   "Bar: how many times more (×) or less (÷) often per word than before. Line: 95% "
                   "interval; it never reaches “same”, for only clear changes are shown.",
                   &chart_keyness, data);
}

static struct figure matrix(struct edition *edition)
{
    enum { ROWS = 2, COLUMNS = 3 };
    static const char *const titles[COLUMNS] = {"more than elsewhere", "much as elsewhere",
                                                "less than elsewhere"};
    static const double shares[ROWS][COLUMNS] = {{0.36, 0.17, 0.04}, {0.24, 0.18, 0.09}};
    const struct wording *wording = &edition->wording;
    struct chart_matrix *data = arena_new(edition->arena, 1, sizeof *data);
    struct span *names = arena_new(edition->arena, ROWS + COLUMNS, sizeof *names);
    struct chart_matrix_cell *cells =
        arena_new(edition->arena, (size_t)ROWS * COLUMNS, sizeof *cells);

    names[0] = saying_plain(wording, "clear");
    names[1] = saying_plain(wording, "not clear");
    for (size_t c = 0; c < COLUMNS; c++)
        names[ROWS + c] = saying_plain(wording, titles[c]);
    for (size_t r = 0; r < ROWS; r++)
        for (size_t c = 0; c < COLUMNS; c++)
            cells[r * COLUMNS + c].value = shares[r][c];
    cells[0].tone = TONE_MORE;
    cells[COLUMNS - 1].tone = TONE_LESS;
    *data = (struct chart_matrix){.rows = names,
                                  .row_count = ROWS,
                                  .columns = names + ROWS,
                                  .column_count = COLUMNS,
                                  .cells = cells,
                                  .unit = UNIT_SHARE};
    return example(edition, "Dots by row and column",
                   "A dot’s area is its share. Blue: clearly more than elsewhere; brown: clearly "
                   "less; grey: not clear.",
                   &chart_matrix, data);
}

void panel_guide_add(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct figure row[3];

    if (!phrases_enough(findings))
        return;
    document_heading(edition->document, saying_plain(&edition->wording, "How to read the charts"),
                     SPAN_EMPTY);
    edition_paragraph(
        edition, saying_plain(&edition->wording, "The numbers of these examples are invented."));
    if (panel_topics_weekly(findings)) {
        row[0] = dots(edition);
        row[1] = trend(edition);
        row[2] = heat(edition);
        document_figures(edition->document, row, 3);
        row[0] = ratios(edition);
        row[1] = matrix(edition);
    } else {
        row[0] = dots(edition);
        row[1] = matrix(edition);
    }
    row[0].columns = row[1].columns = 6;
    document_figures(edition->document, row, 2);
}
