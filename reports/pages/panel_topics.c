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

/* A panel that says why nothing is drawn. */
static struct figure no_topics(struct edition *edition, int columns)
{
    const struct wording *wording = &edition->wording;

    return (struct figure){
        .title = saying_plain(wording, "No topic to show"),
        .alternative = SAY(wording, "Nothing is drawn: {subject} has no topic.",
                           TEXT("subject", edition->period.subject)),
        .columns = columns,
        .empty_title = saying_plain(wording, "No topic was found"),
        .empty_reason =
            saying_plain(wording, "No entry of the topics’ dictionary matches these articles.")};
}

/* "Energy +4.3 points, Health −1.4 points": those that changed clearly. */
static struct span changed_topics(struct edition *edition, size_t shown)
{
    struct span *changes = arena_new(edition->arena, shown + 1, sizeof *changes);
    size_t count = 0;

    for (size_t i = 0; i < shown; i++) {
        const struct topic_finding *topic = &edition->findings->topics[i];

        if (wording_clear(topic->change.direction))
            changes[count++] = wording_print(
                edition->arena, "%.*s %s", SPAN_PRINT(topic->label),
                format_points(edition->wording.tongue, topic->change.difference.value).text);
    }
    return wording_list(&edition->wording, changes, count);
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
                                     .key = wording_key(edition->arena, "topic", topic->key),
                                     .target = edition_link(edition, topic->evidence, from),
                                     .value = single ? topic->hits : drawn_value(&topic->share),
                                     .low = drawn_low(&topic->share),
                                     .high = drawn_high(&topic->share),
                                     .reference = edition->period.compared && !single
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
    const struct wording *wording = &edition->wording;

    if (edition->findings->articles == 1)
        return saying_plain(wording, "Hits of each topic in the article.");
    return SAY(wording,
               "Share of {vote?stories/articles} by topic, %.{before? Dot: {subject}.}"
               "{intervals? Bar: 95% interval.}{before? Tick: {before}.}",
               FLAG("vote", edition->findings->one_vote), TEXT("subject", edition->period.subject),
               FLAG("intervals", phrases_enough(edition->findings)),
               TEXT("before", edition->period.before));
}

static const struct prose *dots_note(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct prose *note = edition_prose(edition);

    if (!phrases_enough(findings) && findings->articles > 1)
        prose_print(note, "%.*s ", SPAN_PRINT(phrases_minimum(wording, findings)));
    else if (edition->period.compared && findings->topics_tested)
        TELL(note, wording, "Coloured where the difference is clear ({n} compared). ",
             NUMBER("n", findings->topics_tested));
    TELL(note, wording, "An article may carry several topics.{more? The {shown} largest of {all}.}",
         FLAG("more", panel_topics_shown(findings, shown + 1) > shown), NUMBER("shown", shown),
         NUMBER("all", findings->topic_count));
    return note;
}

/* What the dots say to who cannot see them. */
static struct span dots_words(struct edition *edition, size_t shown)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    const struct topic_finding *first = findings->topics;
    const struct topic_finding *last = &first[shown - 1];
    struct slot n = NUMBER("n", shown);
    struct slot most = TEXT("first", first->label), least = TEXT("last", last->label);

    if (findings->articles == 1)
        return SAY(wording,
                   "Dot chart: {n}~{n|topic|topics} by hits in the article. Most: {first}, {most}; "
                   "fewest shown: {last}, {least}.",
                   n, most, least, NUMBER("most", first->hits), NUMBER("least", last->hits));
    return SAY(wording,
               "Dot chart: {n}~{n|topic|topics} by share of "
               "{all}~{vote?{all|story|stories}/{all|article|articles}}. Largest: {first}, {most}"
               "{range}; smallest shown: {last}, {least}.{changed? Changed clearly: {changed}.}",
               n, most, least, NUMBER("all", findings->articles), FLAG("vote", findings->one_vote),
               FIGURE("most", wording_value(wording, &first->share, UNIT_SHARE)),
               FIGURE("range", wording_bracket(wording, &first->share, UNIT_SHARE)),
               FIGURE("least", wording_value(wording, &last->share, UNIT_SHARE)),
               TEXT("changed", changed_topics(edition, shown)));
}

struct figure panel_topics_dots(struct edition *edition, size_t most, const char *from, int columns)
{
    const struct findings *findings = edition->findings;
    size_t shown = panel_topics_shown(findings, most);

    if (shown == 0)
        return no_topics(edition, columns);
    return (struct figure){.title =
                               titles_topics(&edition->wording, findings, &edition->period, shown),
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
                                          .key = wording_key(edition->arena, "topic", topic->key),
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
        .title = titles_ranks(&edition->wording, findings, &edition->period),
        .subtitle = SAY(&edition->wording,
                        "Rank of the {n} largest topics by share of {vote?stories/articles}, weeks "
                        "{first} to {last}.",
                        NUMBER("n", shown), FLAG("vote", findings->one_vote),
                        FIGURE("first", format_week_number(first)),
                        FIGURE("last", format_week_number(last))),
        .alternative =
            SAY(&edition->wording,
                "Lines of rank over {weeks} weeks for {n} topics. In the last week {best} is rank "
                "{high}, {worst} rank {low}.",
                NUMBER("weeks", weeks.count), NUMBER("n", shown),
                TEXT("best", findings->topics[0].label),
                NUMBER("high", rank_in(findings, shown, 0, weeks.first + weeks.count - 1)),
                TEXT("worst", findings->topics[shown - 1].label),
                NUMBER("low", rank_in(findings, shown, shown - 1, weeks.first + weeks.count - 1))),
        .note = edition_note(
            edition, saying_plain(&edition->wording,
                                  "Neighbouring ranks may be tied within their intervals; equal "
                                  "shares are in the order of the dot chart.")),
        .csv = span_of("topics.csv"),
        .recipe = &chart_bump,
        .data = ranks_data(edition, shown, weeks, from),
        .columns = columns};
}
