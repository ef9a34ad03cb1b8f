#include "reports/pages/panel_topics.h"

#include "corpus/base/bytes.h"
#include "corpus/base/day.h"
#include "reports/charts/chart_bump.h"
#include "reports/charts/chart_dots.h"
#include "reports/charts/chart_heat.h"
#include "reports/charts/chart_multiples.h"
#include "reports/pages/phrases.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"

#include <math.h>

#define EN_DASH "\u2013"

struct panel_weeks panel_weeks_of(const struct findings *findings, size_t most)
{
    size_t count = findings->week_count < most ? findings->week_count : most;

    return (struct panel_weeks){.first = findings->week_count - count, .count = count};
}

bool panel_weekly(const struct findings *findings)
{
    return period_whole_weeks(findings) >= PANEL_WEEKS_LEAST;
}

size_t panel_topics_shown(const struct findings *findings, size_t most)
{
    size_t shown = 0;

    while (shown < findings->topic_count && shown < most && findings->topics[shown].articles)
        shown++;
    return shown;
}

static struct span topic_key(struct arena *arena, const struct topic_finding *topic)
{
    return wording_print(arena, "topic:%.*s", SPAN_PRINT(topic->key));
}

static double low_of(const struct estimate *estimate)
{
    return estimate->has_value && estimate->has_interval ? estimate->low : NAN;
}

static double high_of(const struct estimate *estimate)
{
    return estimate->has_value && estimate->has_interval ? estimate->high : NAN;
}

static double value_of(const struct estimate *estimate)
{
    return estimate->has_value ? estimate->value : NAN;
}

/* A panel that says why nothing is drawn. */
static struct figure no_topics(struct edition *edition, const char *title, int columns)
{
    return (struct figure){
        .title = span_of(title),
        .alternative = wording_print(edition->arena, "Nothing is drawn: %s has no topic.",
                                     edition->period.subject),
        .columns = columns,
        .empty_title = span_of("No topic was found"),
        .empty_reason = span_of("No entry of the topics' dictionary matches these articles.")};
}

/* "Clearly changed: Energy +4.3 points, Health −1.4 points." */
static struct span changed_topics(struct edition *edition, size_t shown)
{
    struct bytes text = BYTES_EMPTY;
    struct span copy;

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &edition->findings->topics[i];

        if (!wording_clear(topic->change.direction))
            continue;
        bytes_print(&text, "%s%.*s %s",
                    text.count ? ", " : " Changed clearly: ", SPAN_PRINT(topic->label),
                    format_points(topic->change.difference.value).text);
    }
    if (text.count)
        bytes_add_byte(&text, '.');
    copy = arena_copy(edition->arena, bytes_span(&text));
    bytes_release(&text);
    return copy;
}

/* --- dots ------------------------------------------------------------------------------- */

static struct chart_dots *dots_data(struct edition *edition, size_t shown, const char *from)
{
    struct chart_dots *dots = arena_new(edition->arena, 1, sizeof *dots);
    struct chart_dot *rows = arena_new(edition->arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &edition->findings->topics[i];

        rows[i] = (struct chart_dot){
            .label = topic->label,
            .key = topic_key(edition->arena, topic),
            .target = edition_link(edition, topic->evidence, from),
            .value = value_of(&topic->share),
            .low = low_of(&topic->share),
            .high = high_of(&topic->share),
            .reference = edition->period.before ? value_of(&topic->baseline_share) : NAN,
            .tone = wording_tone(topic->change.direction)};
    }
    *dots = (struct chart_dots){.rows = rows, .count = shown, .unit = UNIT_SHARE};
    return dots;
}

static struct span dots_subtitle(struct edition *edition)
{
    bool intervals = phrases_enough(edition->findings);

    if (edition->period.before)
        return wording_print(edition->arena, "Share of articles by topic, %%. Dot: %s.%s Tick: %s.",
                             edition->period.subject, intervals ? " Bar: 95% interval." : "",
                             edition->period.before);
    return wording_print(edition->arena, "Share of articles by topic, %%.%s",
                         intervals ? " Bar: 95% interval." : "");
}

static const struct prose *dots_note(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);
    struct span minimum = phrases_minimum(edition->arena, findings);

    if (!phrases_enough(findings))
        prose_print(note, "%.*s ", SPAN_PRINT(minimum));
    else if (edition->period.before && findings->topics_tested)
        prose_print(note, "Coloured where the difference is clear (%s compared). ",
                    format_count(findings->topics_tested).text);
    prose_print(note, "An article may carry several topics.");
    if (shown < findings->topic_count)
        prose_print(note, " The %zu largest of %s.", shown,
                    format_count((double)findings->topic_count).text);
    return note;
}

struct figure panel_topics_dots(struct edition *edition, size_t most, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, most);
    const struct topic_finding *first = findings->topics;
    struct span changed;

    if (shown == 0)
        return no_topics(edition, "No topic to show", columns);
    changed = changed_topics(edition, shown);
    return (struct figure){
        .title = titles_topics(edition->arena, findings, &edition->period),
        .subtitle = dots_subtitle(edition),
        .alternative = wording_print(
            edition->arena,
            "Dot chart: %zu %s by share of %s %s. Largest: %.*s, %s%s; smallest shown: %.*s, "
            "%s.%.*s",
            shown, format_plural((double)shown, "topic", "topics"),
            format_count(findings->articles).text,
            format_plural(findings->articles, "article", "articles"), SPAN_PRINT(first->label),
            wording_value(&first->share, UNIT_SHARE).text,
            wording_bracket(&first->share, UNIT_SHARE).text,
            SPAN_PRINT(findings->topics[shown - 1].label),
            wording_value(&findings->topics[shown - 1].share, UNIT_SHARE).text,
            SPAN_PRINT(changed)),
        .note = dots_note(edition, shown),
        .csv = span_of("topics.csv"),
        .recipe = &chart_dots,
        .data = dots_data(edition, shown, from),
        .columns = columns};
}

/* --- ranks ------------------------------------------------------------------------------ */

/* The place of topic `i` among the first `shown` in week `week`; 0 in a gap. */
static int rank_in(const struct findings *findings, size_t shown, size_t i, size_t week)
{
    const struct estimate *own = &findings->topics[i].weeks[week];
    int rank = 1;

    if (!own->has_value)
        return 0;
    for (size_t other = 0; other < shown; other++) {
        const struct estimate *share = &findings->topics[other].weeks[week];

        if (other != i && share->has_value &&
            (share->value > own->value || (share->value == own->value && other < i)))
            rank++;
    }
    return rank;
}

static struct chart_bump *ranks_data(struct edition *edition, size_t shown,
                                     struct panel_weeks weeks, const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_bump *bump = arena_new(edition->arena, 1, sizeof *bump);
    struct chart_bump_row *rows = arena_new(edition->arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &findings->topics[i];
        int *ranks = arena_new(edition->arena, weeks.count, sizeof *ranks);

        for (size_t w = 0; w < weeks.count; w++)
            ranks[w] = rank_in(findings, shown, i, weeks.first + w);
        rows[i] = (struct chart_bump_row){.label = topic->label,
                                          .key = topic_key(edition->arena, topic),
                                          .target = edition_link(edition, topic->evidence, from),
                                          .ranks = ranks,
                                          .tone = wording_tone(topic->change.direction)};
    }
    *bump = (struct chart_bump){.rows = rows,
                                .count = shown,
                                .first_week = findings->weeks[weeks.first].week,
                                .week_count = weeks.count};
    return bump;
}

struct figure panel_topics_ranks(struct edition *edition, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, PANEL_RANKS_TOPICS);
    struct panel_weeks weeks = panel_weeks_of(findings, PANEL_RANKS_WEEKS);
    int32_t first = findings->weeks[weeks.first].week;
    int32_t last = first + (int32_t)weeks.count - 1;

    return (struct figure){
        .title = titles_ranks(edition->arena, findings),
        .subtitle =
            wording_print(edition->arena,
                          "Rank of the %zu largest topics by share of articles, weeks %s "
                          "to %s.",
                          shown, format_week_number(first).text, format_week_number(last).text),
        .alternative = wording_print(
            edition->arena,
            "Lines of rank over %zu weeks for %zu topics. In the last week %.*s is rank %d, %.*s "
            "rank %d.",
            weeks.count, shown, SPAN_PRINT(findings->topics[0].label),
            rank_in(findings, shown, 0, findings->week_count - 1),
            SPAN_PRINT(findings->topics[shown - 1].label),
            rank_in(findings, shown, shown - 1, findings->week_count - 1)),
        .note = edition_note(edition, span_of("Neighbouring ranks may be tied within their "
                                              "intervals; see the dot chart.")),
        .csv = span_of("topics.csv"),
        .recipe = &chart_bump,
        .data = ranks_data(edition, shown, weeks, from),
        .columns = columns};
}

/* --- trends ----------------------------------------------------------------------------- */

/* Which weeks of the chart are change points of this topic; NULL where none is. */
static bool *change_points(struct edition *edition, struct span key, struct panel_weeks weeks)
{
    const struct findings *findings = edition->findings;
    const struct trend_finding *trend = NULL;
    bool *points;

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
    }
    return points;
}

static struct chart_trend trend_of(struct edition *edition, const struct topic_finding *topic,
                                   struct panel_weeks weeks, const char *from)
{
    double *values = arena_new(edition->arena, 3 * weeks.count, sizeof *values);
    double *lows = values + weeks.count;
    double *highs = lows + weeks.count;

    for (size_t w = 0; w < weeks.count; w++) {
        const struct estimate *share = &topic->weeks[weeks.first + w];

        values[w] = value_of(share);
        lows[w] = low_of(share);
        highs[w] = high_of(share);
    }
    return (struct chart_trend){.label = topic->label,
                                .key = topic_key(edition->arena, topic),
                                .target = edition_link(edition, topic->evidence, from),
                                .values = values,
                                .lows = lows,
                                .highs = highs,
                                .changes = change_points(edition, topic->key, weeks)};
}

static struct chart_multiples *trends_data(struct edition *edition, size_t shown,
                                           struct panel_weeks weeks, const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_multiples *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_trend *trends = arena_new(edition->arena, shown, sizeof *trends);
    bool *partial = arena_new(edition->arena, weeks.count, sizeof *partial);

    for (size_t i = 0; i < shown; i++)
        trends[i] = trend_of(edition, &findings->topics[i], weeks, from);
    for (size_t w = 0; w < weeks.count; w++)
        partial[w] = findings->weeks[weeks.first + w].partial;
    *data = (struct chart_multiples){.trends = trends,
                                     .count = shown,
                                     .first_week = findings->weeks[weeks.first].week,
                                     .week_count = weeks.count,
                                     .partial = partial,
                                     .unit = UNIT_SHARE};
    return data;
}

/* "Weeks run Monday to Sunday; 10–12 articles a week. ..." */
static const struct prose *trends_note(struct edition *edition, struct panel_weeks weeks)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);
    uint32_t least = UINT32_MAX;
    uint32_t most = 0;
    bool partial = false;
    bool gap = false;

    for (size_t w = weeks.first; w < weeks.first + weeks.count; w++) {
        const struct findings_week *week = &findings->weeks[w];

        partial |= week->partial;
        gap |= week->gap;
        if (week->gap)
            continue;
        least = week->articles < least ? week->articles : least;
        most = week->articles > most ? week->articles : most;
    }
    prose_print(note, "Weeks run Monday to Sunday; %s" EN_DASH "%s articles a week.",
                format_count(least).text, format_count(most).text);
    if (partial)
        prose_print(note, " Hollow: a week that the set covers in part, not tested.");
    if (gap)
        prose_print(note, " A break in the lines: a week without articles.");
    return note;
}

struct figure panel_topics_trends(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, PANEL_TREND_TOPICS);
    struct panel_weeks weeks = panel_weeks_of(findings, PANEL_WEEKS_MAX);
    bool all = shown == findings->topic_count;

    return (struct figure){
        .title = wording_print(edition->arena, "Topics over %zu weeks", weeks.count),
        .subtitle = wording_print(edition->arena,
                                  "Share of articles each week, %%, for %s%zu %s. Band: 95%% "
                                  "interval. Grey: the others shown.",
                                  all ? "" : "the ", shown, all ? "topics" : "largest topics"),
        .alternative = wording_print(
            edition->arena,
            "%zu small line charts on one scale, %zu weeks each. In the last week: %.*s %s, %.*s "
            "%s.",
            shown, weeks.count, SPAN_PRINT(findings->topics[0].label),
            wording_value(&findings->topics[0].weeks[findings->week_count - 1], UNIT_SHARE).text,
            SPAN_PRINT(findings->topics[shown - 1].label),
            wording_value(&findings->topics[shown - 1].weeks[findings->week_count - 1], UNIT_SHARE)
                .text),
        .note = trends_note(edition, weeks),
        .csv = span_of("topics.csv"),
        .recipe = &chart_multiples,
        .data = trends_data(edition, shown, weeks, from),
        .columns = 12};
}

/* --- topic by week ---------------------------------------------------------------------- */

static struct chart_heat *heat_data(struct edition *edition, size_t shown, struct panel_weeks weeks,
                                    const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_heat *heat = arena_new(edition->arena, 1, sizeof *heat);
    struct chart_heat_row *rows = arena_new(edition->arena, shown, sizeof *rows);
    bool week = edition->period.kind == PERIOD_WEEK;

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &findings->topics[i];
        double *values = arena_new(edition->arena, weeks.count, sizeof *values);

        for (size_t w = 0; w < weeks.count; w++)
            values[w] = value_of(&topic->weeks[weeks.first + w]);
        rows[i] = (struct chart_heat_row){.label = topic->label,
                                          .key = topic_key(edition->arena, topic),
                                          .target = edition_link(edition, topic->evidence, from),
                                          .values = values};
    }
    *heat = (struct chart_heat){
        .rows = rows,
        .count = shown,
        .columns = chart_heat_weeks(edition->arena, findings->weeks[weeks.first].week, weeks.count),
        .column_count = weeks.count,
        .unit = UNIT_SHARE,
        .last_title = week ? span_of("this week") : SPAN_EMPTY};
    return heat;
}

struct figure panel_topics_heat(struct edition *edition, const char *from)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, PANEL_HEAT_TOPICS);
    struct panel_weeks weeks = panel_weeks_of(findings, PANEL_WEEKS_MAX);

    return (struct figure){
        .title = titles_peak(edition->arena, findings, &edition->period),
        .subtitle = span_of("Share of articles by topic and week, %. The largest week of each "
                            "topic is labelled."),
        .alternative =
            wording_print(edition->arena,
                          "Heat map of %zu topics by %zu weeks, darker for a larger share of "
                          "articles; the first row is %.*s, the last %.*s.",
                          shown, weeks.count, SPAN_PRINT(findings->topics[0].label),
                          SPAN_PRINT(findings->topics[shown - 1].label)),
        .note = trends_note(edition, weeks),
        .csv = span_of("topics.csv"),
        .recipe = &chart_heat,
        .data = heat_data(edition, shown, weeks, from),
        .columns = 12};
}
