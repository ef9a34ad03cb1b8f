#include "reports/pages/titles.h"

#include "corpus/base/day.h"
#include "reports/draw/format.h"
#include "reports/pages/wording.h"

/* A title of a figure half a page wide holds so many bytes of names. */
enum { TITLE_NAMES_MAX = 46, TITLE_NAMES = 3 };

/* The names of what went one way: its first few and how many there are. */
struct movers {
    struct span names[TITLE_NAMES];
    size_t shown, count, bytes;
};

static void movers_add(struct movers *movers, struct span name)
{
    if (movers->count++ < TITLE_NAMES) {
        movers->names[movers->shown++] = name;
        movers->bytes += name.length;
    }
}

/* "A and B up; C down", or in counts where the names are many or long. */
static struct span movers_title(struct arena *arena, const struct movers *up,
                                const struct movers *down, const char *one, const char *many)
{
    bool named = up->count <= TITLE_NAMES && down->count <= TITLE_NAMES &&
                 up->bytes + down->bytes <= TITLE_NAMES_MAX;
    struct span higher = named ? wording_list(arena, up->names, up->shown)
                               : wording_count(arena, (double)up->count, one, many);
    struct span lower = named ? wording_list(arena, down->names, down->shown)
                              : wording_count(arena, (double)down->count, one, many);

    if (up->count && down->count)
        return wording_print(arena, "%.*s up; %.*s down", SPAN_PRINT(higher), SPAN_PRINT(lower));
    if (up->count)
        return wording_print(arena, "%.*s up", SPAN_PRINT(higher));
    return wording_print(arena, "%.*s down", SPAN_PRINT(lower));
}

struct span titles_topics(struct arena *arena, const struct findings *findings,
                          const struct period *period)
{
    struct movers up = {.count = 0};
    struct movers down = {.count = 0};

    for (size_t i = 0; i < findings->topic_count; i++) {
        const struct topic_finding *topic = &findings->topics[i];

        if (topic->change.direction == CHANGE_UP)
            movers_add(&up, topic->label);
        else if (topic->change.direction == CHANGE_DOWN)
            movers_add(&down, topic->label);
    }
    if (up.count + down.count)
        return movers_title(arena, &up, &down, "topic", "topics");
    if (findings->topics_tested)
        return span_of("No clear change in any topic");
    return wording_print(arena, "Topics %s", period->here);
}

struct span titles_ranks(struct arena *arena, const struct findings *findings)
{
    if (findings->topic_count == 0 ||
        (findings->topic_count > 1 && findings->topics[0].articles == findings->topics[1].articles))
        return span_of("Ranks of topics");
    return wording_print(arena, "%.*s ranks first",
                         SPAN_PRINT(wording_shorten(arena, findings->topics[0].label, 34)));
}

/* The week with the largest share of this topic, or week_count where two share it. */
static size_t peak_week(const struct findings *findings, const struct topic_finding *topic)
{
    size_t peak = findings->week_count;
    bool tied = false;

    for (size_t i = 0; i < findings->week_count; i++) {
        if (!topic->weeks[i].has_value || findings->weeks[i].partial)
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
        return wording_print(arena, "%.*s: its highest share is this week's",
                             SPAN_PRINT(wording_shorten(arena, topic->label, 40)));
    return wording_print(arena, "%.*s: its highest share was in the week of %s",
                         SPAN_PRINT(wording_shorten(arena, topic->label, 40)),
                         format_day_short(week_monday(findings->weeks[peak].week)).text);
}

struct span titles_speakers(struct arena *arena, const struct findings *findings)
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
    if (tied)
        return span_of("The speakers quoted most");
    return wording_print(arena, "%.*s was quoted %s",
                         SPAN_PRINT(wording_shorten(arena, first->name, 40)),
                         named == 1 ? "alone" : "most");
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
        if (findings->risen[i].direction == CHANGE_UP && up.shown < 2)
            movers_add(&up, quoted(arena, findings->risen[i].term));
    for (size_t i = 0; i < findings->fallen_count; i++)
        if (findings->fallen[i].direction == CHANGE_DOWN && down.shown < 2)
            movers_add(&down, quoted(arena, findings->fallen[i].term));
    if (up.count + down.count)
        return movers_title(arena, &up, &down, "term", "terms");
    if (findings->terms_tested)
        return span_of("No clear change in any term");
    return wording_print(arena, "Words %s", period->here);
}
