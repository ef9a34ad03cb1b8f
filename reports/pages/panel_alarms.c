#include "reports/pages/panel_alarms.h"

#include "analysis/watched.h"
#include "corpus/text/utf8.h"
#include "reports/charts/chart_bursts.h"
#include "reports/charts/chart_heat.h"
#include "reports/pages/cells.h"
#include "reports/pages/wording.h"

#include <math.h>
#include <stdlib.h>

/* A topic's label, a term in quotation marks, a speaker's name. */
static struct span name_of(struct edition *edition, const struct watched_series *series)
{
    const struct findings *findings = edition->findings;

    for (size_t i = 0; series->kind == WATCHED_TOPIC && i < findings->topic_count; i++)
        if (span_equal(findings->topics[i].key, series->key))
            return findings->topics[i].label;
    return series->kind == WATCHED_TERM ? wording_quoted(&edition->wording, series->key)
                                        : series->key;
}

/* What stands behind the series in the study; NULL where nothing is listed. */
static const struct evidence *evidence_of(const struct findings *findings,
                                          const struct watched_series *series)
{
    enum evidence_kind kind = series->kind == WATCHED_TOPIC  ? EVIDENCE_TOPIC
                              : series->kind == WATCHED_TERM ? EVIDENCE_TERM
                                                             : EVIDENCE_SPEAKER;

    for (size_t i = 0; i < findings->evidence_count; i++)
        if (findings->evidence[i].kind == kind &&
            span_equal(findings->evidence[i].key, series->key))
            return &findings->evidence[i];
    return NULL;
}

/* --- alarms --------------------------------------------------------------------------------- */

enum { ALARM_COLUMNS = 7, METHODS_MOST = 3 };

static const struct column alarm_columns[ALARM_COLUMNS] = {
    {.title = "Series", .share = 2, .bold = true},
    {.title = "Counted", .share = 2, .muted = true},
    {.title = "This week", .share = 1.15, .align = ALIGN_RIGHT},
    {.title = "Expected", .share = 1, .align = ALIGN_RIGHT},
    {.title = "Upper limit", .share = 1.1, .align = ALIGN_RIGHT},
    {.title = "q", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "By", .share = 2.4, .muted = true, .align = ALIGN_RIGHT},
};

/* What is counted of a series. */
static struct span counted_of(const struct wording *wording, const struct watched_series *series)
{
    return saying_plain(wording, series->kind == WATCHED_TOPIC ? "articles with the topic"
                                 : series->kind == WATCHED_TERM
                                     ? "uses of the term"
                                     : "articles that quote the speaker");
}

static struct span method_name(const struct wording *wording, const char *method)
{
    if (strcmp(method, "farrington") == 0)
        return saying_plain(wording, "Farrington");
    return span_of(strcmp(method, "u'") == 0 ? "u\u2032" : "EWMA");
}

/* The week's hits of a series. */
static double hits_of(const struct findings *findings, const struct watched_series *series)
{
    for (size_t w = 0; w < findings->week_count; w++)
        if (findings->weeks[w].in_study)
            return (double)series->weeks[w].hits;
    return 0;
}

/* The row of the alarms [from, end) of one series, of which at least one is raised. */
static void add_alarm(struct edition *edition, struct cells *cells, size_t from, size_t end,
                      const char *page)
{
    const struct findings *findings = edition->findings;
    const struct tongue *tongue = edition->wording.tongue;
    const struct watched_series *series = findings->alarms[from].series;
    const struct alarm_finding *surest = &findings->alarms[from];
    struct span methods[METHODS_MOST];
    size_t count = 0;

    for (size_t i = from; i < end; i++) {
        const struct alarm_finding *alarm = &findings->alarms[i];

        if (!alarm->alarm)
            continue;
        if (!surest->alarm || alarm->q < surest->q)
            surest = alarm;
        if (count < METHODS_MOST)
            methods[count++] = method_name(&edition->wording, alarm->method);
    }
    cells_text(cells, name_of(edition, series))->target =
        edition_link(edition, evidence_of(findings, series), page);
    cells_text(cells, counted_of(&edition->wording, series));
    cells_count(cells, hits_of(findings, series));
    cells_format(cells, format_fixed(tongue, surest->expected, 1));
    cells_format(cells, format_fixed(tongue, surest->upper, 1));
    cells_format(cells, format_p(tongue, surest->q));
    cells_text(cells, wording_list(&edition->wording, methods, count));
}

/* Where the alarms of the series at `from` end, and whether one of them is raised. */
static size_t series_end(const struct findings *findings, size_t from, bool *raised)
{
    size_t end = from;

    *raised = false;
    for (; end < findings->alarm_count &&
           findings->alarms[end].series == findings->alarms[from].series;
         end++)
        *raised |= findings->alarms[end].alarm;
    return end;
}

static size_t count_series(const struct findings *findings, bool raised_alone)
{
    size_t count = 0;
    bool raised;

    for (size_t i = 0; i < findings->alarm_count; i = series_end(findings, i, &raised)) {
        (void)series_end(findings, i, &raised);
        count += raised || !raised_alone;
    }
    return count;
}

static void add_table(struct edition *edition, size_t rows, const char *from)
{
    const struct findings *findings = edition->findings;
    struct cells cells = cells_of(&edition->wording, rows, ALARM_COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    bool raised;

    for (size_t i = 0, end; i < findings->alarm_count; i = end) {
        end = series_end(findings, i, &raised);
        if (raised)
            add_alarm(edition, &cells, i, end, from);
    }
    *grid = (struct grid){
        .title = SAY(&edition->wording, "{n^}~{n|series is|series are} out of the ordinary",
                     NUMBER("n", rows)),
        .subtitle = SAY(&edition->wording,
                        "{tests}~{tests|test|tests} of {series} series against the weeks "
                        "before: above the upper limit, with q at most 0.05 over all tests.",
                        NUMBER("tests", findings->alarms_tested),
                        NUMBER("series", count_series(findings, false))),
        .csv = span_of("alarms.csv"),
        .note = edition_note(
            edition,
            saying_plain(&edition->wording,
                         "Expected and limit: of the surest of the methods named. Farrington: "
                         "quasi-Poisson forecast; u′: Laney’s chart; EWMA: a weighted mean of "
                         "the last weeks, which also sees a slow rise.")),
        .columns = cells_titles(&edition->wording, alarm_columns, ALARM_COLUMNS),
        .column_count = ALARM_COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    document_table(edition->document, grid, SPAN_EMPTY);
}

void panel_alarms_add(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    size_t rows = count_series(findings, true);

    if (!findings->alarms_tested)
        return;
    if (rows) {
        add_table(edition, rows, from);
        return;
    }
    document_heading(edition->document, saying_plain(&edition->wording, "Nothing unusual"),
                     SPAN_EMPTY);
    edition_paragraph(
        edition,
        SAY(&edition->wording,
            "{tests}~{tests|test|tests} held topics, frequent terms and frequent speakers against "
            "the weeks before; none of them is out of the ordinary (alarms.csv).",
            NUMBER("tests", findings->alarms_tested)));
}

/* --- bursts --------------------------------------------------------------------------------- */

/* A series with the bursts that the chart shows: findings.bursts [from, end). */
struct bursting {
    size_t from, end;
    double weight; /* of its weightiest */
    bool now;
};

static bool is_shown(const struct burst_finding *burst, struct period_weeks weeks)
{
    return burst->last >= weeks.first && burst->first < weeks.first + weeks.count;
}

static int by_now_and_weight(const void *left, const void *right)
{
    const struct bursting *a = left, *b = right;

    if (a->now != b->now)
        return a->now ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

/* All series with a burst, in the order shown; `all` has room for as many as there are bursts. */
static size_t list_bursting(const struct findings *findings, struct period_weeks weeks,
                            struct bursting *all)
{
    size_t count = 0;

    for (size_t i = 0, end; i < findings->burst_count; i = end) {
        struct bursting series = {.from = i};
        bool shown = false;

        for (end = i; end < findings->burst_count &&
                      findings->bursts[end].series == findings->bursts[i].series;
             end++) {
            const struct burst_finding *burst = &findings->bursts[end];

            if (!is_shown(burst, weeks))
                continue;
            shown = true;
            series.weight = fmax(series.weight, burst->weight);
            series.now |= burst->last + 1 >= weeks.first + weeks.count;
        }
        series.end = end;
        if (shown)
            all[count++] = series;
    }
    if (count)
        qsort(all, count, sizeof *all, by_now_and_weight);
    return count;
}

size_t panel_alarms_bursts(const struct findings *findings)
{
    struct period_weeks weeks = period_weeks_of(findings);
    size_t count = 0;

    for (size_t i = 0; i < findings->burst_count; i++)
        count += is_shown(&findings->bursts[i], weeks) &&
                 (i == 0 || findings->bursts[i - 1].series != findings->bursts[i].series ||
                  !is_shown(&findings->bursts[i - 1], weeks));
    return count;
}

/* "W45–W48", of the latest burst that is shown. */
static struct span weeks_named(struct edition *edition, const struct bursting *series,
                               struct period_weeks weeks)
{
    const struct findings *findings = edition->findings;
    const struct burst_finding *latest = &findings->bursts[series->from];
    const char *week = edition->wording.tongue->week;

    for (size_t i = series->from + 1; i < series->end; i++)
        if (is_shown(&findings->bursts[i], weeks))
            latest = &findings->bursts[i];
    if (latest->first == latest->last)
        return wording_print(edition->arena, "%s%s", week,
                             format_week_number(findings->weeks[latest->first].week).text);
    return wording_print(edition->arena, "%s%s–%s%s", week,
                         format_week_number(findings->weeks[latest->first].week).text, week,
                         format_week_number(findings->weeks[latest->last].week).text);
}

static struct chart_burst_row row_of(struct edition *edition, const struct bursting *bursting,
                                     struct period_weeks weeks, const char *from)
{
    const struct findings *findings = edition->findings;
    const struct watched_series *series = findings->bursts[bursting->from].series;
    double *values = arena_new(edition->arena, weeks.count, sizeof *values);
    bool *bursts = arena_new(edition->arena, weeks.count, sizeof *bursts);

    for (size_t w = 0; w < weeks.count; w++) {
        values[w] = watched_share(series, weeks.first + w);
        for (size_t i = bursting->from; i < bursting->end; i++)
            bursts[w] |= weeks.first + w >= findings->bursts[i].first &&
                         weeks.first + w <= findings->bursts[i].last;
    }
    return (struct chart_burst_row){
        .label = name_of(edition, series),
        .key = wording_key(edition->arena, watched_kind_name(series->kind), series->key),
        .target = edition_link(edition, evidence_of(findings, series), from),
        .values = values,
        .bursts = bursts,
        .weeks = weeks_named(edition, bursting, weeks),
        .now = bursting->now && edition->period.kind == PERIOD_WEEK};
}

/* The names of those whose burst reaches this week, as far as a title holds them. */
static struct span strip_title(struct edition *edition, const struct bursting *all, size_t count)
{
    enum { NAMES_MOST = 3, LETTERS_MOST = 70 };
    const struct wording *wording = &edition->wording;
    struct span names[NAMES_MOST], list;
    size_t now = 0;

    for (; now < count && all[now].now; now++)
        if (now < NAMES_MOST)
            names[now] = name_of(edition, edition->findings->bursts[all[now].from].series);
    if (edition->period.kind != PERIOD_WEEK)
        return saying_plain(wording, "Weeks that stand out");
    if (!now)
        return saying_plain(wording, "No burst reaches this week");
    list = wording_list(wording, names, now < NAMES_MOST ? now : NAMES_MOST);
    if (now <= NAMES_MOST && utf8_count(list) <= LETTERS_MOST)
        return SAY(wording, "In a burst this week: {names}", TEXT("names", list));
    return SAY(wording, "{n^}~{n|series is|series are} in a burst this week", NUMBER("n", now));
}

static struct chart_bursts *strip_data(struct edition *edition, const struct bursting *all,
                                       size_t shown, struct period_weeks weeks, const char *from)
{
    struct chart_bursts *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_burst_row *rows = arena_new(edition->arena, shown, sizeof *rows);
    int32_t first = edition->findings->weeks[weeks.first].week;

    for (size_t i = 0; i < shown; i++)
        rows[i] = row_of(edition, &all[i], weeks, from);
    *data = (struct chart_bursts){
        .rows = rows,
        .count = shown,
        .columns = chart_heat_weeks(edition->arena, edition->wording.tongue, first, weeks.count),
        .names = chart_heat_week_names(edition->arena, edition->wording.tongue, first, weeks.count),
        .week_count = weeks.count,
        .weeks_title = saying_plain(&edition->wording, "Latest burst")};
    return data;
}

struct figure panel_alarms_strip(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct period_weeks weeks = period_weeks_of(findings);
    struct bursting *all = arena_new(edition->arena, findings->burst_count, sizeof *all);
    size_t count = list_bursting(findings, weeks, all);
    size_t shown = count < PANEL_ALARMS_BURSTS ? count : PANEL_ALARMS_BURSTS;
    size_t now = 0;

    while (now < count && all[now].now)
        now++;
    return (struct figure){
        .title = strip_title(edition, all, count),
        .subtitle = saying_plain(
            wording, "Share each week, each row to its own largest: of articles with the topic, of "
                     "words that are the term, of articles with quotations that quote the "
                     "speaker. Dark: weeks of a burst."),
        .alternative =
            SAY(wording,
                "Bars by week of {n} series with a burst, over {weeks} {weeks|week|weeks}; "
                "{now#} of them {now|is|are} in a burst in the last week.",
                NUMBER("n", shown), NUMBER("weeks", weeks.count), NUMBER("now", now)),
        .note = edition_note(
            edition, SAY(wording,
                         "A burst: weeks in which a share twice the usual one fits better "
                         "(Kleinberg); a description, not a test.{blue? Blue: it reaches the last "
                         "week.}{more? {more}~more {more|series is|series are} in the table.}",
                         FLAG("blue", now && edition->period.kind == PERIOD_WEEK),
                         NUMBER("more", count - shown))),
        .csv = span_of("bursts.csv"),
        .recipe = &chart_bursts,
        .data = strip_data(edition, all, shown, weeks, from),
        .columns = 12};
}
