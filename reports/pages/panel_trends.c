#include "reports/pages/panel_trends.h"

#include "corpus/base/day.h"
#include "reports/charts/chart_heat.h"
#include "reports/charts/chart_multiples.h"
#include "reports/pages/drawn.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/titles.h"
#include "reports/pages/titles_trends.h"
#include "reports/pages/wording.h"

#include <inttypes.h>
#include <math.h>

/* --- trends ----------------------------------------------------------------------------- */

/* The topics of a chart, largest first. */
struct chosen {
    const struct topic_finding **topics;
    size_t count;
};

/* Topics with at least so many articles in the weeks and the study, up to `most`. */
static struct chosen choose(const struct edition *edition, uint32_t least, size_t most)
{
    const struct findings *findings = edition->findings;
    struct chosen chosen = {
        .topics = arena_new(edition->arena, findings->topic_count + 1, sizeof(void *))};

    for (size_t i = 0; i < findings->topic_count && chosen.count < most; i++)
        if (findings->topics[i].articles + findings->topics[i].baseline_articles >= least)
            chosen.topics[chosen.count++] = &findings->topics[i];
    return chosen;
}

/* Which weeks of the chart are change points of this topic; NULL where none is. */
static bool *change_points(struct edition *edition, struct span key, struct period_weeks weeks)
{
    const struct findings *findings = edition->findings;
    const struct trend_finding *trend = NULL;
    bool *points;
    bool any = false;

    for (size_t i = 0; i < findings->trend_count; i++)
        if (strcmp(findings->trends[i].kind, "topic") == 0 &&
            span_equal(findings->trends[i].key, key))
            trend = &findings->trends[i];
    if (!trend || trend->change_weeks.length == 0)
        return NULL;
    points = arena_new(edition->arena, weeks.count, sizeof *points);
    for (size_t w = 0; w < weeks.count; w++) {
        char name[WEEK_TEXT_SIZE];
        size_t length;

        week_text(name, findings->weeks[weeks.first + w].week);
        length = strlen(name);
        for (size_t at = 0; at + length <= trend->change_weeks.length; at++)
            points[w] |= memcmp(trend->change_weeks.bytes + at, name, length) == 0;
        any |= points[w];
    }
    return any ? points : NULL;
}

static struct chart_trend trend_of(struct edition *edition, const struct topic_finding *topic,
                                   struct period_weeks weeks, const char *from)
{
    double *values = arena_new(edition->arena, 3 * weeks.count, sizeof *values);
    double *lows = values + weeks.count;
    double *highs = lows + weeks.count;

    for (size_t w = 0; w < weeks.count; w++) {
        const struct estimate *share = &topic->weeks[weeks.first + w];

        values[w] = drawn_value(share);
        lows[w] = drawn_low(share);
        highs[w] = drawn_high(share);
    }
    return (struct chart_trend){.label = topic->label,
                                .key = wording_key(edition->arena, "topic", topic->key),
                                .target = edition_link(edition, topic->evidence, from),
                                .values = values,
                                .lows = lows,
                                .highs = highs,
                                .changes = change_points(edition, topic->key, weeks)};
}

/* Panels side by side: so many that the last row is not left with one alone. */
static int panel_columns(size_t count)
{
    return count == 5 || count == 6 || count == 9 ? 3 : 4;
}

static struct chart_multiples *trends_data(struct edition *edition, const struct chosen *chosen,
                                           struct period_weeks weeks, const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_multiples *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_trend *trends = arena_new(edition->arena, chosen->count, sizeof *trends);
    bool *partial = arena_new(edition->arena, weeks.count, sizeof *partial);

    for (size_t i = 0; i < chosen->count; i++)
        trends[i] = trend_of(edition, chosen->topics[i], weeks, from);
    for (size_t w = 0; w < weeks.count; w++)
        partial[w] = findings->weeks[weeks.first + w].partial;
    *data = (struct chart_multiples){.trends = trends,
                                     .count = chosen->count,
                                     .first_week = findings->weeks[weeks.first].week,
                                     .week_count = weeks.count,
                                     .partial = partial,
                                     .unit = UNIT_SHARE,
                                     .columns = panel_columns(chosen->count)};
    return data;
}

/* "Weeks run Monday to Sunday; 10–12 articles a week. ..." */
static struct prose *weeks_note(struct edition *edition, struct period_weeks weeks)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);
    double least = UINT32_MAX;
    double most = 0;
    bool gap = false;

    for (size_t w = weeks.first; w < weeks.first + weeks.count; w++) {
        const struct findings_week *week = &findings->weeks[w];

        gap |= week->gap;
        if (week->gap)
            continue;
        least = fmin(least, week->articles);
        most = fmax(most, week->articles);
    }
    TELL(
        note, &edition->wording,
        "Weeks run Monday to Sunday; {range} {vote?{most|story|stories}/{most|article|articles}} a "
        "week.{cut? Weeks that the set covers in part are left out.}{gap? A gap: a week without "
        "articles.}",
        FIGURE("range", format_range(edition->wording.tongue, least, most, UNIT_COUNT)),
        NUMBER("most", most), FLAG("vote", findings->one_vote),
        FLAG("cut",
             weeks.count < findings->week_count && findings->week_count <= PERIOD_WEEKS_SHOWN),
        FLAG("gap", gap));
    return note;
}

static bool ends_in_part(const struct findings *findings, struct period_weeks weeks)
{
    return findings->weeks[weeks.first + weeks.count - 1].partial;
}

static struct prose *trends_note(struct edition *edition, const struct chosen *chosen,
                                 struct period_weeks weeks)
{
    const struct findings *findings = edition->findings;
    struct prose *note = weeks_note(edition, weeks);
    bool changes = false;

    if (ends_in_part(findings, weeks))
        saying_add_plain(note, &edition->wording,
                         " Hollow: a week that the set covers in part, not tested.");
    for (size_t i = 0; i < chosen->count && !changes; i++)
        changes = change_points(edition, chosen->topics[i]->key, weeks) != NULL;
    if (changes)
        saying_add_plain(note, &edition->wording,
                         " Triangle: from this week on the level is another one.");
    return note;
}

/* Weeks of the chart whose shares have an interval. */
static size_t weeks_with_interval(const struct findings *findings, struct period_weeks weeks)
{
    size_t count = 0;

    for (size_t w = weeks.first; w < weeks.first + weeks.count; w++)
        count += findings->topics[0].weeks[w].has_interval;
    return count;
}

/* The band is promised only where one is drawn. */
static struct span lines_subtitle(struct edition *edition, struct period_weeks weeks, size_t shown,
                                  bool enough)
{
    const struct findings *findings = edition->findings;
    size_t with = weeks_with_interval(findings, weeks);

    return SAY(
        &edition->wording,
        "Share of {vote?stories/articles} each week, %, for {several?{all?{n} topics/the {n} "
        "{enough?topics with at least {least} of them/largest topics}}/the one topic {enough?with "
        "at least {least} of them/found}}.{band? Band: 95% interval{some?, in weeks of at "
        "least {least} {vote?stories/articles}}.}{several? Grey: the others shown.}",
        FLAG("vote", findings->one_vote), FLAG("several", shown > 1),
        FLAG("all", shown == findings->topic_count), NUMBER("n", shown), FLAG("enough", enough),
        FLAG("band", with > 1), FLAG("some", with < weeks.count),
        NUMBER("least", findings->minimum_articles));
}

static struct figure lines_figure(struct edition *edition, const struct chosen *chosen, bool enough,
                                  const char *from)
{
    const struct wording *wording = &edition->wording;
    struct period_weeks weeks = period_weeks_of(edition->findings);
    const struct topic_finding *first = chosen->topics[0];
    const struct topic_finding *other = chosen->topics[chosen->count - 1];
    size_t last = weeks.first + weeks.count - 1;

    return (struct figure){
        .title = SAY(wording, "Topics over {n} {n|week|weeks}", NUMBER("n", weeks.count)),
        .subtitle = lines_subtitle(edition, weeks, chosen->count, enough),
        .alternative = SAY(
            wording,
            "{n} small line charts on one scale, {weeks} weeks each. In the last week: {first} "
            "{high}, {last} {low}.",
            NUMBER("n", chosen->count), NUMBER("weeks", weeks.count), TEXT("first", first->label),
            FIGURE("high", wording_value(wording, &first->weeks[last], UNIT_SHARE)),
            TEXT("last", other->label),
            FIGURE("low", wording_value(wording, &other->weeks[last], UNIT_SHARE))),
        .note = trends_note(edition, chosen, weeks),
        .csv = span_of("topics.csv"),
        .recipe = &chart_multiples,
        .data = trends_data(edition, chosen, weeks, from),
        .columns = 12};
}

struct figure panel_trends_lines(struct edition *edition, const char *from)
{
    size_t shown = panel_topics_shown(edition->findings, PANEL_TREND_TOPICS);
    struct chosen chosen = choose(edition, 0, shown);

    return lines_figure(edition, &chosen, false, from);
}

/* --- every topic with enough articles --------------------------------------------------- */

size_t panel_trends_enough(const struct findings *findings)
{
    size_t enough = 0;

    for (size_t i = 0; i < findings->topic_count; i++)
        enough += findings->topics[i].articles + findings->topics[i].baseline_articles >=
                  findings->minimum_articles;
    return enough < PANEL_ALL_TOPICS ? enough : PANEL_ALL_TOPICS;
}

struct figure panel_trends_all(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    struct chosen chosen = choose(edition, findings->minimum_articles, PANEL_ALL_TOPICS);
    struct period_weeks weeks = period_weeks_of(findings);
    struct figure figure = lines_figure(edition, &chosen, true, from);
    struct prose *note = trends_note(edition, &chosen, weeks);

    if (chosen.count < findings->topic_count)
        TELL(note, &edition->wording, " {n^} smaller {n|topic is|topics are} in topics.csv alone.",
             NUMBER("n", findings->topic_count - chosen.count));
    figure.title = titles_trends(&edition->wording, findings, weeks);
    figure.note = note;
    return figure;
}

/* --- topic by week ---------------------------------------------------------------------- */

static struct chart_heat *heat_data(struct edition *edition, size_t shown,
                                    struct period_weeks weeks, const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_heat *heat = arena_new(edition->arena, 1, sizeof *heat);
    struct chart_heat_row *rows = arena_new(edition->arena, shown, sizeof *rows);
    bool week = edition->period.kind == PERIOD_WEEK;

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &findings->topics[i];
        double *values = arena_new(edition->arena, weeks.count, sizeof *values);

        for (size_t w = 0; w < weeks.count; w++)
            values[w] = drawn_value(&topic->weeks[weeks.first + w]);
        rows[i] = (struct chart_heat_row){.label = topic->label,
                                          .key = wording_key(edition->arena, "topic", topic->key),
                                          .target = edition_link(edition, topic->evidence, from),
                                          .values = values};
    }
    *heat = (struct chart_heat){
        .rows = rows,
        .count = shown,
        .columns = chart_heat_weeks(edition->arena, edition->wording.tongue,
                                    findings->weeks[weeks.first].week, weeks.count),
        .names = chart_heat_week_names(edition->arena, edition->wording.tongue,
                                       findings->weeks[weeks.first].week, weeks.count),
        .column_count = weeks.count,
        .unit = UNIT_SHARE,
        .last_title = week ? saying_plain(&edition->wording, "{!column}this week") : SPAN_EMPTY};
    return heat;
}

static const struct prose *heat_note(struct edition *edition, struct period_weeks weeks)
{
    struct prose *note = weeks_note(edition, weeks);

    if (ends_in_part(edition->findings, weeks))
        saying_add_plain(note, &edition->wording, " The set covers the last week in part.");
    return note;
}

struct figure panel_trends_heat(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, PANEL_HEAT_TOPICS);
    struct period_weeks weeks = period_weeks_of(findings);

    return (struct figure){
        .title = titles_peak(&edition->wording, findings, &edition->period),
        .subtitle =
            SAY(&edition->wording,
                "Share of {vote?stories/articles} by topic and week, %. The largest week of "
                "each topic is labelled.",
                FLAG("vote", findings->one_vote)),
        .alternative =
            SAY(&edition->wording,
                "Heat map of {n} topics by {weeks} weeks, darker for a larger share of "
                "{vote?stories/articles}; the first row is {first}, the last {last}.",
                NUMBER("n", shown), NUMBER("weeks", weeks.count), FLAG("vote", findings->one_vote),
                TEXT("first", findings->topics[0].label),
                TEXT("last", findings->topics[shown - 1].label)),
        .note = heat_note(edition, weeks),
        .csv = span_of("topics.csv"),
        .recipe = &chart_heat,
        .data = heat_data(edition, shown, weeks, from),
        .columns = 12};
}
