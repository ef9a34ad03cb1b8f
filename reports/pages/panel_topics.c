#include "reports/pages/panel_topics.h"

#include "corpus/base/bytes.h"
#include "reports/charts/chart_bump.h"
#include "reports/charts/chart_dots.h"
#include "reports/pages/drawn.h"
#include "reports/pages/phrases.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"

#include <math.h>

bool panel_topics_weekly(const struct findings *findings)
{
    return period_whole_weeks(findings) >= PANEL_WEEKS_LEAST && panel_topics_shown(findings, 1);
}

size_t panel_topics_shown(const struct findings *findings, size_t most)
{
    size_t shown = 0;

    while (shown < findings->topic_count && shown < most && findings->topics[shown].articles)
        shown++;
    return shown;
}

struct span panel_topics_key(struct arena *arena, const struct topic_finding *topic)
{
    return wording_print(arena, "topic:%.*s", SPAN_PRINT(topic->key));
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
        .empty_reason = span_of("No entry of the topics’ dictionary matches these articles.")};
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
    bool single = edition->findings->articles == 1;

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &edition->findings->topics[i];

        rows[i] = (struct chart_dot){.label = topic->label,
                                     .key = panel_topics_key(edition->arena, topic),
                                     .target = edition_link(edition, topic->evidence, from),
                                     .value = single ? topic->hits : drawn_value(&topic->share),
                                     .low = drawn_low(&topic->share),
                                     .high = drawn_high(&topic->share),
                                     .reference = edition->period.before && !single
                                                      ? drawn_value(&topic->baseline_share)
                                                      : NAN,
                                     .tone = wording_tone(topic->change.direction)};
    }
    *dots =
        (struct chart_dots){.rows = rows, .count = shown, .unit = single ? UNIT_COUNT : UNIT_SHARE};
    return dots;
}

static struct span dots_subtitle(struct edition *edition)
{
    const char *votes = wording_votes(edition->findings);
    bool intervals = phrases_enough(edition->findings);

    if (edition->findings->articles == 1)
        return span_of("Hits of each topic in the article.");
    if (edition->period.before)
        return wording_print(edition->arena, "Share of %s by topic, %%. Dot: %s.%s Tick: %s.",
                             votes, edition->period.subject, intervals ? " Bar: 95% interval." : "",
                             edition->period.before);
    return wording_print(edition->arena, "Share of %s by topic, %%.%s", votes,
                         intervals ? " Bar: 95% interval." : "");
}

static const struct prose *dots_note(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    struct prose *note = edition_prose(edition);
    struct span minimum = phrases_minimum(edition->arena, findings);

    if (!phrases_enough(findings) && findings->articles > 1)
        prose_print(note, "%.*s ", SPAN_PRINT(minimum));
    else if (edition->period.before && findings->topics_tested)
        prose_print(note, "Coloured where the difference is clear (%s compared). ",
                    format_count(findings->topics_tested).text);
    prose_print(note, "An article may carry several topics.");
    if (panel_topics_shown(findings, shown + 1) > shown)
        prose_print(note, " The %zu largest of %s.", shown,
                    format_count((double)findings->topic_count).text);
    return note;
}

/* What the dots say to who cannot see them. */
static struct span dots_words(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    const struct topic_finding *first = findings->topics;
    const struct topic_finding *last = &first[shown - 1];
    struct span topics = wording_count(edition->arena, (double)shown, "topic", "topics");

    if (findings->articles == 1)
        return wording_print(edition->arena,
                             "Dot chart: %.*s by hits in the article. Most: %.*s, %u; fewest "
                             "shown: %.*s, %u.",
                             SPAN_PRINT(topics), SPAN_PRINT(first->label), first->hits,
                             SPAN_PRINT(last->label), last->hits);
    return wording_print(
        edition->arena,
        "Dot chart: %.*s by share of %.*s. Largest: %.*s, %s%s; smallest shown: %.*s, %s.%.*s",
        SPAN_PRINT(topics),
        SPAN_PRINT(wording_counted(edition->arena, findings, findings->articles)),
        SPAN_PRINT(first->label), wording_value(&first->share, UNIT_SHARE).text,
        wording_bracket(&first->share, UNIT_SHARE).text, SPAN_PRINT(last->label),
        wording_value(&last->share, UNIT_SHARE).text, SPAN_PRINT(changed_topics(edition, shown)));
}

struct figure panel_topics_dots(struct edition *edition, size_t most, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, most);

    if (shown == 0)
        return no_topics(edition, "No topic to show", columns);
    return (struct figure){.title =
                               titles_topics(edition->arena, findings, &edition->period, shown),
                           .subtitle = dots_subtitle(edition),
                           .alternative = dots_words(edition, shown),
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
                                     struct period_weeks weeks, const char *from)
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
                                          .key = panel_topics_key(edition->arena, topic),
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

static struct period_weeks ranks_weeks(const struct findings *findings)
{
    struct period_weeks weeks = period_weeks_of(findings);
    size_t count = weeks.count < PANEL_RANKS_WEEKS ? weeks.count : PANEL_RANKS_WEEKS;

    return (struct period_weeks){.first = weeks.first + weeks.count - count, .count = count};
}

struct figure panel_topics_ranks(struct edition *edition, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, PANEL_RANKS_TOPICS);
    struct period_weeks weeks = ranks_weeks(findings);
    int32_t first = findings->weeks[weeks.first].week;
    int32_t last = first + (int32_t)weeks.count - 1;

    return (struct figure){
        .title = titles_ranks(edition->arena, findings, &edition->period),
        .subtitle = wording_print(
            edition->arena, "Rank of the %zu largest topics by share of %s, weeks %s to %s.", shown,
            wording_votes(findings), format_week_number(first).text, format_week_number(last).text),
        .alternative = wording_print(
            edition->arena,
            "Lines of rank over %zu weeks for %zu topics. In the last week %.*s is rank %d, %.*s "
            "rank %d.",
            weeks.count, shown, SPAN_PRINT(findings->topics[0].label),
            rank_in(findings, shown, 0, weeks.first + weeks.count - 1),
            SPAN_PRINT(findings->topics[shown - 1].label),
            rank_in(findings, shown, shown - 1, weeks.first + weeks.count - 1)),
        .note = edition_note(edition, span_of("Neighbouring ranks may be tied within their "
                                              "intervals; equal shares are in the order of the "
                                              "dot chart.")),
        .csv = span_of("topics.csv"),
        .recipe = &chart_bump,
        .data = ranks_data(edition, shown, weeks, from),
        .columns = columns};
}
