#include "reports/pages/panel_balance.h"

#include "reports/charts/chart_heat.h"
#include "reports/charts/chart_multiples.h"
#include "reports/charts/chart_scatter.h"
#include "reports/charts/chart_speakers.h"
#include "reports/pages/drawn.h"
#include "reports/pages/panel_speakers.h"
#include "reports/pages/titles_voices.h"
#include "reports/pages/wording.h"

static const char all[] = "(all)", unknown[] = "(unknown)";

/* --- ranks ------------------------------------------------------------------------------ */

static const struct chart_scatter *ranks_data(struct edition *edition, size_t named,
                                              const char *from)
{
    const struct speaker_finding *speakers = edition->findings->speakers;
    struct chart_scatter *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_point *points = arena_new(edition->arena, named, sizeof *points);
    bool tied = false; /* a name among others of the same rank would be read as one's own */

    for (size_t i = 0; i < named; i++) {
        points[i] = (struct chart_point){.x = (double)i + 1, .y = speakers[i].words};
        tied = tied || (i + 1 < named && speakers[i].words == speakers[i + 1].words);
        if (i >= PANEL_BALANCE_LABELS || tied)
            continue;
        points[i].label = speakers[i].name;
        points[i].target = edition_link(edition, speakers[i].evidence, from);
    }
    *data = (struct chart_scatter){.points = points,
                                   .count = named,
                                   .log_x = true,
                                   .log_y = true,
                                   .unit_x = UNIT_COUNT,
                                   .unit_y = UNIT_COUNT,
                                   .title_x = saying_plain(&edition->wording, "rank"),
                                   .title_y = saying_plain(&edition->wording, "quoted words")};
    return data;
}

struct figure panel_balance_ranks(struct edition *edition, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    size_t named = panel_speakers_named(findings);
    size_t once = 0;

    for (size_t i = 0; i < named; i++)
        once += findings->speakers[i].quotes == 1;
    return (struct figure){
        .title = titles_voices_ranks(wording, once, named),
        .subtitle = saying_plain(wording, "Each dot is a speaker, by quoted words and rank. Both "
                                          "scales are logarithmic."),
        .alternative =
            SAY(wording,
                "Scatter plot of {n} {n|speaker|speakers} by rank; the first, {name}, has {words} "
                "quoted words, the last {least}.",
                NUMBER("n", named), TEXT("name", findings->speakers[0].name),
                NUMBER("words", findings->speakers[0].words),
                NUMBER("least", findings->speakers[named - 1].words)),
        .note = edition_note(
            edition, saying_plain(wording, "The steeper the fall, the more a few voices have. The "
                                           "first are named as far as there is room.")),
        .csv = span_of("speakers.csv"),
        .recipe = &chart_scatter,
        .data = ranks_data(edition, named, from),
        .columns = columns};
}

/* --- week by week ------------------------------------------------------------------------ */

bool panel_balance_weekly(const struct findings *findings)
{
    struct period_weeks weeks = period_weeks_of(findings);
    size_t known = 0;

    for (size_t w = weeks.first; w < weeks.first + weeks.count; w++)
        known += findings->weeks[w].voices.top_ten.has_value;
    return findings->dated && known > 1;
}

/* One number of each week, with its interval. */
struct weekly {
    double *values, *lows, *highs;
};

static struct weekly weekly_of(struct arena *arena, size_t count)
{
    double *values = arena_new(arena, 3 * count, sizeof *values);

    return (struct weekly){values, values + count, values + 2 * count};
}

static void put_week(struct weekly *weekly, size_t week, const struct estimate *estimate)
{
    weekly->values[week] = drawn_value(estimate);
    weekly->lows[week] = drawn_low(estimate);
    weekly->highs[week] = drawn_high(estimate);
}

static struct chart_trend trend_of(struct span label, const char *key, const struct weekly *weekly)
{
    return (struct chart_trend){.label = label,
                                .key = span_of(key),
                                .values = weekly->values,
                                .lows = weekly->lows,
                                .highs = weekly->highs};
}

static const struct chart_multiples *weeks_data(struct edition *edition, struct period_weeks weeks,
                                                int side_by_side)
{
    enum { SERIES = 2 };
    const struct findings_week *from = &edition->findings->weeks[weeks.first];
    struct chart_multiples *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_trend *trends = arena_new(edition->arena, SERIES, sizeof *trends);
    struct weekly top = weekly_of(edition->arena, weeks.count);
    struct weekly apart = weekly_of(edition->arena, weeks.count);
    bool *partial = arena_new(edition->arena, weeks.count, sizeof *partial);

    for (size_t w = 0; w < weeks.count; w++) {
        put_week(&top, w, &from[w].voices.top_ten);
        put_week(&apart, w, &from[w].unattributed);
        partial[w] = from[w].partial;
    }
    trends[0] =
        trend_of(saying_plain(&edition->wording, "The ten quoted most"), "voices:top-ten", &top);
    trends[1] = trend_of(saying_plain(&edition->wording, "Words without a speaker"),
                         "voices:unattributed", &apart);
    *data = (struct chart_multiples){.trends = trends,
                                     .count = SERIES,
                                     .first_week = from->week,
                                     .week_count = weeks.count,
                                     .partial = partial,
                                     .unit = UNIT_SHARE,
                                     .columns = side_by_side};
    return data;
}

/* Whether a band is drawn: two weeks side by side with an interval. */
static bool any_band(const struct findings *findings, struct period_weeks weeks)
{
    bool any = false;

    for (size_t w = weeks.first + 1; w < weeks.first + weeks.count; w++)
        any |= (findings->weeks[w].voices.top_ten.has_interval &&
                findings->weeks[w - 1].voices.top_ten.has_interval) ||
               (findings->weeks[w].unattributed.has_interval &&
                findings->weeks[w - 1].unattributed.has_interval);
    return any;
}

struct figure panel_balance_weeks(struct edition *edition, int columns)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct period_weeks weeks = period_weeks_of(findings);
    const struct findings_week *last = &findings->weeks[weeks.first + weeks.count - 1];

    return (struct figure){
        .title = saying_plain(wording, "The balance week by week"),
        .subtitle =
            SAY(wording,
                "Share of the words with a speaker, and of all quoted words, %.{band? Band: "
                "95% interval.}",
                FLAG("band", any_band(findings, weeks))),
        .alternative =
            SAY(wording,
                "Two line charts over {n} weeks: the share of the ten quoted most, in "
                "the last week {top}, and of words without a speaker, {apart}.",
                NUMBER("n", weeks.count),
                FIGURE("top", wording_value(wording, &last->voices.top_ten, UNIT_SHARE)),
                FIGURE("apart", wording_value(wording, &last->unattributed, UNIT_SHARE))),
        .note = edition_note(
            edition,
            saying_plain(wording,
                         "A week with few people quoted is always more concentrated: ten have all "
                         "where ten are quoted. Words without a speaker: speakers.csv.")),
        .csv = span_of("concentration.csv"),
        .recipe = &chart_multiples,
        .data = weeks_data(edition, weeks, columns == 12 ? 2 : 1),
        .columns = columns};
}

/* --- by a column of the roster ----------------------------------------------------------- */

/* What all people of one value said, in the study: in all outlets, or in one. */
static bool is_value(const struct findings *findings, const struct speaker_row *row,
                     struct span outlet)
{
    return span_equal(row->period, findings->period) && span_is(row->name, all) &&
           span_equal(row->outlet, outlet);
}

/* The values shown: most words first, what nobody knows apart. */
struct values {
    const struct speaker_row *rows[PANEL_BALANCE_VALUES];
    size_t count, all;
    const struct speaker_row *apart[2]; /* "(unknown)", "(unattributed)"; NULL for none */
};

static void insert(struct values *values, const struct speaker_row *row)
{
    size_t at = values->count < PANEL_BALANCE_VALUES ? values->count : PANEL_BALANCE_VALUES;

    values->all++;
    while (at > 0 && values->rows[at - 1]->words < row->words) {
        if (at < PANEL_BALANCE_VALUES)
            values->rows[at] = values->rows[at - 1];
        at--;
    }
    if (at == PANEL_BALANCE_VALUES)
        return;
    values->rows[at] = row;
    values->count += values->count < PANEL_BALANCE_VALUES;
}

static struct values values_of(const struct findings *findings, size_t column)
{
    const struct attribute_rows *rows = &findings->attributes[column];
    struct values values = {.count = 0};

    for (size_t i = 0; i < rows->count; i++) {
        const struct speaker_row *row = &rows->rows[i];

        if (!is_value(findings, row, span_of(all)) || !row->words)
            continue;
        if (span_is(row->group, unknown))
            values.apart[0] = row;
        else if (span_is(row->group, "(unattributed)"))
            values.apart[1] = row;
        else
            insert(&values, row);
    }
    return values;
}

bool panel_balance_known(const struct findings *findings, size_t column)
{
    return values_of(findings, column).count > 0;
}

static struct chart_speaker value_bar(struct edition *edition, const struct speaker_row *row,
                                      bool apart)
{
    return (struct chart_speaker){.name = row->group,
                                  .key = wording_key(edition->arena, "group", row->group),
                                  .share = row->share.value,
                                  .low = drawn_low(&row->share),
                                  .high = drawn_high(&row->share),
                                  .first = row->quotes,
                                  .second = row->articles,
                                  .apart = apart};
}

static const struct chart_speakers *bars_data(struct edition *edition, const struct values *values)
{
    struct chart_speakers *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_speaker *rows = arena_new(edition->arena, values->count + 2, sizeof *rows);
    size_t count = 0;

    for (size_t i = 0; i < values->count; i++)
        rows[count++] = value_bar(edition, values->rows[i], false);
    for (size_t i = 0; i < 2; i++)
        if (values->apart[i])
            rows[count++] = value_bar(edition, values->apart[i], true);
    *data = (struct chart_speakers){.rows = rows,
                                    .count = count,
                                    .first_title = saying_plain(&edition->wording, "quotes"),
                                    .second_title = saying_plain(&edition->wording, "articles")};
    return data;
}

/* The table of a column: of the files "speakers_by_..." beside the report the one in its place. */
static struct span attribute_csv(const struct edition *edition, size_t column)
{
    static const char start[] = "csv/speakers_by_";
    size_t length = strlen(start);

    for (size_t i = 0; i < edition->about->file_count; i++) {
        struct span file = edition->about->files[i];

        if (file.length < length || memcmp(file.bytes, start, length) != 0 ||
            span_is(file, "csv/speakers_by_outlet.csv"))
            continue;
        if (column-- == 0)
            return span_cut(file, strlen("csv/"), file.length);
    }
    return SPAN_EMPTY;
}

static const struct prose *attribute_note(struct edition *edition, const struct values *values)
{
    struct prose *note = edition_prose(edition);

    saying_add_plain(note, &edition->wording,
                     "As the roster has it. (unknown): quoted, but without a value there; "
                     "(unattributed): nobody was found for the words.");
    if (values->all > values->count)
        TELL(note, &edition->wording, " {n^} smaller {n|value is|values are} left out.",
             NUMBER("n", values->all - values->count));
    return note;
}

struct figure panel_balance_attribute(struct edition *edition, size_t column, int columns)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct values values = values_of(findings, column);
    const struct speaker_row *first = values.rows[0];
    double unknown_share = values.apart[0] ? values.apart[0]->share.value : 0;

    return (struct figure){
        .title = titles_voices_attribute(wording, findings->roster_columns[column], first,
                                         unknown_share),
        .subtitle = SAY(
            wording, "Share of {n} quoted {n|word|words}, %.{line? Line: 95% interval by story.}",
            NUMBER("n", findings->quoted_words), FLAG("line", first->share.has_interval)),
        .alternative =
            SAY(wording,
                "Bars: {n} {n|value|values} of {column} by share of quoted words; the first is "
                "{name} with {share}{range}. Unknown: {unknown}.",
                NUMBER("n", values.count), TEXT("column", findings->roster_columns[column]),
                TEXT("name", first->group),
                FIGURE("share", wording_value(wording, &first->share, UNIT_SHARE)),
                FIGURE("range", wording_bracket(wording, &first->share, UNIT_SHARE)),
                FIGURE("unknown", format_share(wording->tongue, unknown_share))),
        .note = attribute_note(edition, &values),
        .csv = attribute_csv(edition, column),
        .recipe = &chart_speakers,
        .data = bars_data(edition, &values),
        .columns = columns};
}

/* --- by outlet and value ----------------------------------------------------------------- */

/* Outlets of the study that quote somebody, most articles first. */
static size_t quoting(const struct findings *findings, size_t column, const struct span **outlets)
{
    const struct attribute_rows *rows = &findings->attributes[column];
    size_t count = 0;

    for (size_t o = 0; o < findings->outlet_count && count < PANEL_BALANCE_OUTLETS; o++) {
        bool quotes = false;

        for (size_t i = 0; i < rows->count && !quotes; i++)
            quotes = rows->rows[i].words &&
                     is_value(findings, &rows->rows[i], findings->outlets[o].name);
        if (quotes)
            outlets[count++] = &findings->outlets[o].name;
    }
    return count;
}

bool panel_balance_by_outlet(const struct findings *findings, size_t column)
{
    const struct span *outlets[PANEL_BALANCE_OUTLETS];

    return quoting(findings, column, outlets) > 1 && values_of(findings, column).count > 1;
}

static double share_in(const struct findings *findings, size_t column, struct span value,
                       struct span outlet)
{
    const struct attribute_rows *rows = &findings->attributes[column];

    for (size_t i = 0; i < rows->count; i++)
        if (span_equal(rows->rows[i].group, value) && is_value(findings, &rows->rows[i], outlet))
            return rows->rows[i].share.value;
    return 0;
}

struct figure panel_balance_outlets(struct edition *edition, size_t column)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    const struct span *outlets[PANEL_BALANCE_OUTLETS];
    struct values values = values_of(findings, column);
    size_t count = quoting(findings, column, outlets);
    size_t width = values.count + (values.apart[0] != NULL);
    struct chart_heat *heat = arena_new(edition->arena, 1, sizeof *heat);
    struct chart_heat_row *rows = arena_new(edition->arena, count, sizeof *rows);
    struct span *names = arena_new(edition->arena, width, sizeof *names);

    for (size_t v = 0; v < width; v++)
        names[v] = v < values.count ? values.rows[v]->group : values.apart[0]->group;
    for (size_t o = 0; o < count; o++) {
        double *shares = arena_new(edition->arena, width, sizeof *shares);

        for (size_t v = 0; v < width; v++)
            shares[v] = share_in(findings, column, names[v], *outlets[o]);
        rows[o] = (struct chart_heat_row){.label = *outlets[o],
                                          .key = wording_key(edition->arena, "outlet", *outlets[o]),
                                          .values = shares};
    }
    *heat = (struct chart_heat){.rows = rows,
                                .count = count,
                                .columns = names,
                                .column_count = width,
                                .unit = UNIT_SHARE,
                                .label_all = true};
    return (struct figure){
        .title = SAY(wording, "Whom outlets quote, by {column}",
                     TEXT("column", findings->roster_columns[column])),
        .subtitle = saying_plain(wording, "Share of each outlet’s quoted words, %. The rest has no "
                                          "speaker."),
        .alternative =
            SAY(wording,
                "Heat map of {outlets} outlets by {values} {values|value|values}, darker "
                "for a larger share of the outlet’s quoted words.",
                NUMBER("outlets", count), NUMBER("values", width)),
        .note = edition_note(edition,
                             saying_plain(wording, "Intervals are in the table: of an outlet with "
                                                   "few stories they are wide, or there is none.")),
        .csv = attribute_csv(edition, column),
        .recipe = &chart_heat,
        .data = heat,
        .columns = 12};
}
