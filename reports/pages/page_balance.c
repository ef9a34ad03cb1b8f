#include "analysis/arrivals.h"
#include "corpus/base/day.h"
#include "reports/pages/cells.h"
#include "reports/pages/drawn.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_balance.h"
#include "reports/pages/panel_speakers.h"
#include "reports/pages/titles_voices.h"
#include "reports/pages/wording.h"

#include <math.h>

static const char balance[] = "balance";

/* --- how few have how much ---------------------------------------------------------------- */

/* A measure of concentration, and how it is printed. */
struct measure {
    const char *name;
    size_t offset; /* of its estimate in a concentration_finding */
    bool share;    /* printed as a share, else with so many decimals */
    int places;
};

static const struct measure measures[] = {
    {"Share of the ten quoted most", offsetof(struct concentration_finding, top_ten), true, 0},
    {"Effective number of voices", offsetof(struct concentration_finding, effective), false, 1},
    {"Gini coefficient", offsetof(struct concentration_finding, gini), false, 2},
    {"Herfindahl–Hirschman index", offsetof(struct concentration_finding, hhi), false, 3},
};

enum { MEASURES = sizeof measures / sizeof *measures, COLUMNS = 7 };

static const struct estimate *value_of(const struct concentration_finding *voices,
                                       const struct measure *measure)
{
    return (const struct estimate *)((const char *)voices + measure->offset);
}

static struct format_text number(const struct edition *edition, const struct measure *measure,
                                 double value)
{
    const struct tongue *tongue = edition->wording.tongue;

    return measure->share ? format_share(tongue, value)
                          : format_fixed(tongue, value, measure->places);
}

static void add_range(struct edition *edition, struct cells *cells, const struct measure *measure,
                      double low, double high)
{
    if (isfinite(low) && isfinite(high) && measure->share)
        cells_format(cells, format_range(edition->wording.tongue, low, high, UNIT_SHARE));
    else if (isfinite(low) && isfinite(high))
        cells_text(cells,
                   wording_print(edition->arena, "%s\u2013%s", number(edition, measure, low).text,
                                 number(edition, measure, high).text));
    else
        cells_none(cells);
}

static void add_estimate(struct edition *edition, struct cells *cells,
                         const struct measure *measure, const struct estimate *estimate)
{
    if (estimate->has_value)
        cells_format(cells, number(edition, measure, estimate->value));
    else
        cells_none(cells);
    add_range(edition, cells, measure, drawn_low(estimate), drawn_high(estimate));
}

/* Whole weeks before the study in which somebody was quoted. */
static bool is_week_before(const struct findings_week *week)
{
    return week->in_baseline && !week->in_study && !week->partial && week->voices.people;
}

/* The lowest and highest of the weeks before: sets of like size, unlike all of them together. */
static void add_weeks_before(struct edition *edition, struct cells *cells,
                             const struct measure *measure)
{
    const struct findings *findings = edition->findings;
    double low = HUGE_VAL;
    double high = -HUGE_VAL;

    for (size_t w = 0; w < findings->week_count; w++) {
        const struct estimate *estimate = value_of(&findings->weeks[w].voices, measure);

        if (!is_week_before(&findings->weeks[w]) || !estimate->has_value)
            continue;
        low = fmin(low, estimate->value);
        high = fmax(high, estimate->value);
    }
    add_range(edition, cells, measure, low, high);
}

static void add_spark(struct edition *edition, struct cells *cells, const struct measure *measure)
{
    const struct findings *findings = edition->findings;
    struct period_weeks weeks = period_weeks_of(findings);
    double *values = arena_new(edition->arena, weeks.count + 1, sizeof *values);

    for (size_t w = 0; w < weeks.count; w++) {
        const struct estimate *estimate =
            value_of(&findings->weeks[weeks.first + w].voices, measure);

        values[w] = drawn_value(estimate);
    }
    cells_spark(cells, values, findings->dated ? weeks.count : 0);
}

static void add_measure(struct edition *edition, struct cells *cells, const struct measure *measure)
{
    const struct findings *findings = edition->findings;
    bool week = edition->period.kind == PERIOD_WEEK;

    cells_text(cells, saying_plain(&edition->wording, measure->name));
    add_estimate(edition, cells, measure, value_of(&findings->voices, measure));
    if (week || !edition->period.compared) {
        cells_none(cells);
        cells_none(cells);
    } else {
        add_estimate(edition, cells, measure, value_of(&findings->baseline_voices, measure));
    }
    if (week)
        add_weeks_before(edition, cells, measure);
    else
        cells_none(cells);
    add_spark(edition, cells, measure);
}

static const struct prose *measures_note(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);

    saying_add_plain(note, &edition->wording,
                     "Of words with a speaker. Effective number: so many voices of equal length "
                     "would be as concentrated, 1 / HHI. Gini: 0 if all have the same, near 1 if "
                     "one has all. All depend on how many stories there are: only spans of like "
                     "size compare.");
    if (!findings->voices.top_ten.has_interval)
        saying_add_plain(note, &edition->wording,
                         " Too few stories with a quotation for an interval.");
    return note;
}

static void add_measures(struct edition *edition)
{
    static const struct column columns[COLUMNS] = {
        {.title = "Measure", .share = 2.6, .bold = true},
        {.title = "Value", .share = 0.8, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.2, .align = ALIGN_RIGHT, .muted = true},
        {.title = "Before", .share = 0.8, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.2, .align = ALIGN_RIGHT, .muted = true},
        {.title = "Weeks before, from–to", .share = 1.6, .align = ALIGN_RIGHT, .muted = true},
        {.title = "Weeks", .share = 1.4, .align = ALIGN_RIGHT},
    };
    const struct findings *findings = edition->findings;
    struct cells cells = cells_of(&edition->wording, MEASURES, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < MEASURES; i++)
        add_measure(edition, &cells, &measures[i]);
    *grid = (struct grid){
        .title = titles_voices_balance(&edition->wording, findings),
        .subtitle = SAY(&edition->wording,
                        "How few voices have how much: {n}~{n|person|people} "
                        "quoted {here}",
                        NUMBER("n", findings->voices.people), TEXT("here", edition->period.here)),
        .csv = span_of("concentration.csv"),
        .note = measures_note(edition),
        .columns = cells_titles(&edition->wording, columns, COLUMNS),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = MEASURES,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

/* --- by the roster ------------------------------------------------------------------------ */

enum { ATTRIBUTES_SHOWN = 4 };

/* Two figures side by side; then, of each, where two outlets quote people, those by outlet. */
static void add_attributes(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    size_t known[ATTRIBUTES_SHOWN];
    size_t count = 0;

    for (size_t c = 0; c < findings->roster_column_count && count < ATTRIBUTES_SHOWN; c++)
        if (panel_balance_known(findings, c))
            known[count++] = c;
    for (size_t i = 0; i < count; i += 2) {
        struct figure row[2];
        size_t side = i + 1 < count ? 2 : 1;

        for (size_t j = 0; j < side; j++)
            row[j] = panel_balance_attribute(edition, known[i + j], side == 2 ? 6 : 12);
        document_figures(edition->document, row, side);
    }
    for (size_t i = 0; i < count; i++)
        if (panel_balance_by_outlet(findings, known[i])) {
            struct figure heat = panel_balance_outlets(edition, known[i]);

            document_figures(edition->document, &heat, 1);
        }
}

/* --- who is new, who returns --------------------------------------------------------------- */

enum { NEW_SHOWN = 12, RETURNING_SHOWN = 8, ARRIVAL_COLUMNS = 5 };

/* Whether the speaker has a name: what an office or a group says is no arrival. */
static bool is_named(const struct findings *findings, const struct speaker_finding *speaker)
{
    for (size_t i = 0; i < findings->speaker_row_count; i++) {
        const struct speaker_row *row = &findings->speaker_rows[i];

        if (span_equal(row->name, speaker->name) && span_equal(row->period, findings->period))
            return row->kind && strcmp(row->kind, "person") == 0;
    }
    return false;
}

/* The arrivals that are shown, and how many there are. */
struct arrivals {
    const struct arrival_finding *rows[NEW_SHOWN + RETURNING_SHOWN];
    size_t count, fresh, returning, nameless;
};

static struct arrivals arrivals_of(const struct findings *findings)
{
    struct arrivals arrivals = {.count = 0};

    for (size_t i = 0; i < findings->arrival_count; i++) {
        const struct arrival_finding *arrival = &findings->arrivals[i];
        size_t *number = arrival->returns ? &arrivals.returning : &arrivals.fresh;

        if (!is_named(findings, &findings->speakers[arrival->speaker])) {
            arrivals.nameless++;
            continue;
        }
        if (*number < (arrival->returns ? RETURNING_SHOWN : NEW_SHOWN))
            arrivals.rows[arrivals.count++] = arrival;
        (*number)++;
    }
    return arrivals;
}

static void add_arrival(struct edition *edition, struct cells *cells,
                        const struct arrival_finding *arrival)
{
    const struct speaker_finding *speaker = &edition->findings->speakers[arrival->speaker];
    const struct wording *wording = &edition->wording;

    cells_text(cells, speaker->name)->target = edition_link(edition, speaker->evidence, balance);
    cells_count(cells, speaker->quotes);
    cells_count(cells, speaker->words);
    cells_count(cells, speaker->articles);
    if (arrival->returns)
        cells_text(cells, SAY(wording, "week of {day}",
                              FIGURE("day", format_day_short(wording->tongue,
                                                             week_monday(arrival->last_week)))));
    else
        cells_text(cells, saying_plain(wording, "{!arrival}new"));
}

static const struct prose *arrivals_note(struct edition *edition, const struct arrivals *arrivals)
{
    struct prose *note = edition_prose(edition);

    TELL(note, &edition->wording,
         "Known of these weeks alone: who was quoted before them is new too.{more? {more^} more "
         "{more|person is|people are} in the table.}{nameless? {nameless^} more "
         "{nameless|speaker has|speakers have} no name of a person: offices, groups, what is "
         "unclear.}",
         NUMBER("more", arrivals->fresh + arrivals->returning - arrivals->count),
         NUMBER("nameless", arrivals->nameless));
    return note;
}

static void add_arrivals(struct edition *edition)
{
    static const struct column columns[ARRIVAL_COLUMNS] = {
        {.title = "Speaker", .share = 3, .bold = true},
        {.title = "Quotations", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Words", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Articles", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Last quoted", .share = 1.4, .align = ALIGN_RIGHT},
    };
    struct arrivals arrivals = arrivals_of(edition->findings);
    struct cells cells = cells_of(&edition->wording, arrivals.count, ARRIVAL_COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    bool *rules = arena_new(edition->arena, arrivals.count + 1, sizeof *rules);

    if (!arrivals.count)
        return;
    for (size_t i = 0; i < arrivals.count; i++) {
        add_arrival(edition, &cells, arrivals.rows[i]);
        rules[i] = i > 0 && arrivals.rows[i]->returns && !arrivals.rows[i - 1]->returns;
    }
    *grid = (struct grid){
        .title = titles_voices_arrivals(&edition->wording, arrivals.fresh, arrivals.returning),
        .subtitle =
            SAY(&edition->wording,
                "New: not quoted {before}. Returning: quoted earlier, but not in the last {away} "
                "weeks with articles.",
                TEXT("before", edition->period.in_before), NUMBER("away", ARRIVALS_AWAY)),
        .csv = span_of("arrivals.csv"),
        .note = arrivals_note(edition, &arrivals),
        .columns = cells_titles(&edition->wording, columns, ARRIVAL_COLUMNS),
        .column_count = ARRIVAL_COLUMNS,
        .cells = cells.items,
        .rows = arrivals.count,
        .rule_above = rules,
    };
    document_table(edition->document, grid, SPAN_EMPTY);
}

/* --- the page ------------------------------------------------------------------------------ */

void page_balance(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    size_t named = panel_speakers_named(findings);
    bool ranks = named >= PANEL_BALANCE_PEOPLE;
    bool weekly = panel_balance_weekly(findings);
    struct figure row[2];
    size_t count = 0;

    /* Of one voice there is no balance, and one article is one writer's choice. */
    if (findings->voices.people < 2 || named < 2 || findings->articles < 2)
        return;
    edition_section(edition, "Balance of voices", "Balance of voices", balance);
    add_measures(edition);
    if (ranks)
        row[count++] = panel_balance_ranks(edition, balance, weekly ? 6 : 12);
    if (weekly)
        row[count++] = panel_balance_weeks(edition, ranks ? 6 : 12);
    if (count)
        document_figures(edition->document, row, count);
    add_attributes(edition);
    add_arrivals(edition);
}
