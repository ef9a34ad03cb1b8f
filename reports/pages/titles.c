#include "reports/pages/titles.h"

#include "corpus/base/day.h"
#include "reports/draw/format.h"
#include "reports/pages/wording.h"

/* A title of a figure half a page wide holds so many letters, and so many names a side. */
enum { TITLE_LETTERS = 50, TITLE_NAMES = 3 };

/* The names of what went one way: its first few and how many there are. */
struct movers {
    struct span names[TITLE_NAMES];
    size_t shown, count;
};

static void movers_add(struct movers *movers, struct span name)
{
    if (movers->count++ < TITLE_NAMES)
        movers->names[movers->shown++] = name;
}

/* "higher up; lower down", or the one of the two that there is. */
static struct span ups_and_downs(struct arena *arena, struct span higher, struct span lower)
{
    if (higher.length && lower.length)
        return wording_print(arena, "%.*s up; %.*s down", SPAN_PRINT(higher), SPAN_PRINT(lower));
    if (higher.length)
        return wording_print(arena, "%.*s up", SPAN_PRINT(higher));
    return wording_print(arena, "%.*s down", SPAN_PRINT(lower));
}

static struct span movers_named(struct arena *arena, const struct movers *up,
                                const struct movers *down, size_t most)
{
    return ups_and_downs(arena, wording_list(arena, up->names, up->shown < most ? up->shown : most),
                         wording_list(arena, down->names, down->shown < most ? down->shown : most));
}

/* "Two topics up; one down". */
static struct span movers_counted(struct arena *arena, const struct movers *up,
                                  const struct movers *down, const char *one, const char *many)
{
    struct span higher = SPAN_EMPTY;
    struct span lower = SPAN_EMPTY;

    if (up->count)
        higher = wording_count_start(arena, (double)up->count, one, many);
    if (down->count)
        lower = up->count ? wording_number(arena, (double)down->count)
                          : wording_count_start(arena, (double)down->count, one, many);
    return ups_and_downs(arena, higher, lower);
}

struct span titles_topics(struct arena *arena, const struct findings *findings,
                          const struct period *period, size_t shown)
{
    size_t others = 0; /* that changed and are not shown */

    struct movers up = {.count = 0};
    struct movers down = {.count = 0};

    for (size_t i = 0; i < findings->topic_count; i++) {
        const struct topic_finding *topic = &findings->topics[i];

        if (i >= shown)
            others += topic->change.direction != CHANGE_NONE;
        else if (topic->change.direction == CHANGE_UP)
            movers_add(&up, topic->label);
        else if (topic->change.direction == CHANGE_DOWN)
            movers_add(&down, topic->label);
    }
    if (up.count + down.count) {
        struct span named = movers_named(arena, &up, &down, TITLE_NAMES);

        return up.count == up.shown && down.count == down.shown &&
                       wording_letters(named) <= TITLE_LETTERS
                   ? named
                   : movers_counted(arena, &up, &down, "topic", "topics");
    }
    if (findings->topics_tested)
        return span_of(others ? "No clear change in the largest topics"
                              : "No clear change in any topic");
    return wording_print(arena, "Topics %s", period->here);
}

struct span titles_ranks(struct arena *arena, const struct findings *findings,
                         const struct period *period)
{
    /* Of a longer span the chart's last week is only a part, and may rank otherwise. */
    if (findings->topic_count == 0 || period->kind != PERIOD_WEEK ||
        (findings->topic_count > 1 && findings->topics[0].articles == findings->topics[1].articles))
        return span_of("Ranks of topics, week by week");
    return wording_print(arena, "%.*s ranks first",
                         SPAN_PRINT(wording_shorten(arena, findings->topics[0].label, 34)));
}

/* The week with the largest share of this topic, or week_count where two share it. */
static size_t peak_week(const struct findings *findings, const struct topic_finding *topic)
{
    struct period_weeks shown = period_weeks_of(findings);
    size_t peak = findings->week_count;
    bool tied = false;

    for (size_t i = shown.first; i < shown.first + shown.count; i++) {
        if (!topic->weeks[i].has_value)
            continue;
        if (peak == findings->week_count || topic->weeks[i].value > topic->weeks[peak].value) {
            peak = i;
            tied = false;
        } else if (topic->weeks[i].value == topic->weeks[peak].value) {
            tied = true;
        }
    }
    return tied ? findings->week_count : peak;
}

struct span titles_peak(struct arena *arena, const struct findings *findings,
                        const struct period *period)
{
    const struct topic_finding *topic = findings->topics;
    size_t peak;

    for (size_t i = 0; i < findings->headline_count; i++)
        if (findings->headlines[i].kind == HEADLINE_TOPIC_CHANGE)
            topic = &findings->topics[findings->headlines[i].index];
    if (findings->topic_count == 0 || !topic->weeks)
        return span_of("Topics by week");
    peak = peak_week(findings, topic);
    if (peak == findings->week_count)
        return span_of("Topics by week");
    if (period->kind == PERIOD_WEEK && findings->weeks[peak].week == findings->study_week)
        return wording_print(arena, "%.*s: its highest share is this week’s",
                             SPAN_PRINT(wording_shorten(arena, topic->label, 40)));
    return wording_print(arena, "%.*s: its highest share was in the week of %s",
                         SPAN_PRINT(wording_shorten(arena, topic->label, 40)),
                         format_day_short(week_monday(findings->weeks[peak].week)).text);
}

struct span titles_speakers(struct arena *arena, const struct findings *findings,
                            const struct period *period)
{
    const struct speaker_finding *first = NULL;
    size_t named = 0;
    bool tied = false;

    for (size_t i = 0; i < findings->speaker_count; i++) {
        if (findings->speakers[i].unattributed || findings->speakers[i].words == 0)
            continue;
        if (!first)
            first = &findings->speakers[i];
        else if (findings->speakers[i].words == first->words)
            tied = true;
        named++;
    }
    if (named == 0)
        return span_of("No speaker was found");
    if (tied || (named > 1 && !first->share.has_interval && first->quotes < 2))
        return wording_print(arena, "Who was quoted %s", period->here);
    return wording_print(arena, "%.*s %s", SPAN_PRINT(wording_shorten(arena, first->name, 40)),
                         named == 1 ? "alone was quoted" : "was quoted at greatest length");
}

struct span titles_outlets(struct arena *arena, size_t steady, size_t all)
{
    struct span number = wording_number(arena, (double)all);
    struct span some;

    if (steady == all)
        return span_of("Every outlet has articles in every week");
    if (steady == 0)
        return wording_print(arena, "None of %.*s outlets has articles in every week",
                             SPAN_PRINT(number));
    some = wording_number_start(arena, (double)steady);
    return wording_print(arena, "%.*s of %.*s outlets %s articles in every week", SPAN_PRINT(some),
                         SPAN_PRINT(number), steady == 1 ? "has" : "have");
}

static struct span quoted(struct arena *arena, struct span term)
{
    return wording_print(arena, "“%.*s”", SPAN_PRINT(term));
}

struct span titles_terms(struct arena *arena, const struct findings *findings,
                         const struct period *period)
{
    struct movers up = {.count = 0};
    struct movers down = {.count = 0};

    for (size_t i = 0; i < findings->risen_count; i++)
        if (findings->risen[i].direction == CHANGE_UP)
            movers_add(&up, quoted(arena, findings->risen[i].term));
    for (size_t i = 0; i < findings->fallen_count; i++)
        if (findings->fallen[i].direction == CHANGE_DOWN)
            movers_add(&down, quoted(arena, findings->fallen[i].term));
    /* The lists hold the surest changes only: to count them would say too little. */
    for (size_t most = 2; most && up.count + down.count; most--) {
        struct span named = movers_named(arena, &up, &down, most);

        if (wording_letters(named) <= TITLE_LETTERS)
            return named;
    }
    if (up.count + down.count)
        return wording_print(
            arena, "%.*s changed clearly",
            SPAN_PRINT(wording_count_start(arena, findings->clear_terms, "term", "terms")));
    if (findings->terms_tested)
        return span_of("No clear change in any term");
    return wording_print(arena, "Words %s", period->here);
}
