#include "reports/pages/titles_trends.h"

#include "reports/pages/wording.h"

#include <math.h>

enum { NAME_LETTERS = 40 };

struct span titles_topic_label(const struct findings *findings, struct span key)
{
    for (size_t i = 0; i < findings->topic_count; i++)
        if (span_equal(findings->topics[i].key, key))
            return findings->topics[i].label;
    return key;
}

struct titles_slopes titles_slopes_of(const struct findings *findings)
{
    struct titles_slopes slopes = {.fitted = 0};

    for (size_t i = 0; i < findings->trend_count; i++) {
        const struct trend_finding *trend = &findings->trends[i];
        enum direction direction = findings_trend_direction(trend);

        if (strcmp(trend->kind, "topic") != 0 || direction == CHANGE_UNTESTED)
            continue;
        slopes.fitted++;
        slopes.rising += direction == CHANGE_UP;
        slopes.falling += direction == CHANGE_DOWN;
        if (wording_clear(direction) &&
            (!slopes.steepest || fabs(trend->slope.value) > fabs(slopes.steepest->slope.value)))
            slopes.steepest = trend;
    }
    return slopes;
}

struct span titles_trends(const struct wording *wording, const struct findings *findings,
                          struct period_weeks weeks)
{
    struct titles_slopes slopes = titles_slopes_of(findings);

    if (slopes.steepest && slopes.rising + slopes.falling == 1)
        return SAY(
            wording, "{topic} {up?rises/falls} by {share} a week",
            TEXT("topic",
                 wording_shorten(wording->arena, titles_topic_label(findings, slopes.steepest->key),
                                 NAME_LETTERS)),
            FLAG("up", slopes.rising),
            FIGURE("share", format_share(wording->tongue, fabs(slopes.steepest->slope.value))));
    if (slopes.rising + slopes.falling)
        return SAY(wording,
                   "{up?{up^}~{up|topic|topics} rising{down?; {down#} falling}/"
                   "{down^}~{down|topic|topics} falling}",
                   NUMBER("up", slopes.rising), NUMBER("down", slopes.falling));
    if (slopes.fitted)
        return SAY(wording, "No clear trend over {n}~{n|week|weeks}", NUMBER("n", weeks.count));
    return SAY(wording, "Topics over {n} {n|week|weeks}", NUMBER("n", weeks.count));
}

struct span titles_apart(const struct wording *wording, const struct titles_cell *cell,
                         const char *neutral)
{
    if (!cell->what.length)
        return saying_plain(wording, neutral);
    return SAY(wording, "{what}: {who} differs most",
               TEXT("what", wording_shorten(wording->arena, cell->what, NAME_LETTERS)),
               TEXT("who", wording_shorten(wording->arena, cell->who, NAME_LETTERS)));
}
