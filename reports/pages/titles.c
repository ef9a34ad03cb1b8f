#include "reports/pages/titles.h"

#include "analysis/headlines.h"
#include "corpus/base/day.h"
#include "corpus/text/utf8.h"
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
static struct span ups_and_downs(const struct wording *wording, struct span higher,
                                 struct span lower)
{
    return SAY(wording, "{higher?{higher} up{lower?; {lower} down}/{lower} down}",
               TEXT("higher", higher), TEXT("lower", lower));
}

static struct span movers_named(const struct wording *wording, const struct movers *up,
                                const struct movers *down, size_t most)
{
    return ups_and_downs(
        wording, wording_list(wording, up->names, up->shown < most ? up->shown : most),
        wording_list(wording, down->names, down->shown < most ? down->shown : most));
}

struct span titles_topics(const struct wording *wording, const struct findings *findings,
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
        struct span named = movers_named(wording, &up, &down, TITLE_NAMES);

        if (up.count == up.shown && down.count == down.shown && utf8_count(named) <= TITLE_LETTERS)
            return named;
        return SAY(wording,
                   "{up?{up^}~{up|topic|topics} up{down?; {down#} down}/"
                   "{down^}~{down|topic|topics} down}",
                   NUMBER("up", up.count), NUMBER("down", down.count));
    }
    if (findings->topics_tested)
        return saying_plain(wording, others ? "No clear change in the largest topics"
                                            : "No clear change in any topic");
    return SAY(wording, "Topics {here}", TEXT("here", period->here));
}

struct span titles_ranks(const struct wording *wording, const struct findings *findings,
                         const struct period *period)
{
    /* Of a longer span the chart's last week is only a part, and may rank otherwise. */
    if (findings->topic_count == 0 || period->kind != PERIOD_WEEK ||
        (findings->topic_count > 1 && findings->topics[0].articles == findings->topics[1].articles))
        return saying_plain(wording, "Ranks of topics, week by week");
    return SAY(wording, "{topic} ranks first",
               TEXT("topic", wording_shorten(wording->arena, findings->topics[0].label, 34)));
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

struct span titles_peak(const struct wording *wording, const struct findings *findings,
                        const struct period *period)
{
    const struct topic_finding *topic = findings->topics;
    struct slot name;
    size_t peak;

    for (size_t i = 0; i < findings->headline_count; i++)
        if (findings->headlines[i].kind == HEADLINE_TOPIC_CHANGE)
            topic = &findings->topics[findings->headlines[i].index];
    if (findings->topic_count == 0 || !topic->weeks)
        return saying_plain(wording, "Topics by week");
    peak = peak_week(findings, topic);
    if (peak == findings->week_count)
        return saying_plain(wording, "Topics by week");
    name = TEXT("topic", wording_shorten(wording->arena, topic->label, 40));
    if (period->kind == PERIOD_WEEK && findings->weeks[peak].week == findings->study_week)
        return SAY(wording, "{topic}: its highest share is this week’s", name);
    return SAY(
        wording, "{topic}: its highest share was in the week of {day}", name,
        FIGURE("day", format_day_short(wording->tongue, week_monday(findings->weeks[peak].week))));
}

struct span titles_speakers(const struct wording *wording, const struct findings *findings,
                            const struct period *period)
{
    const struct speaker_finding *first = NULL;
    struct slot name;
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
        return saying_plain(wording, "No speaker was found");
    if (tied || (named > 1 && !headlines_speaker_leads(findings)))
        return SAY(wording, "Who was quoted {here}", TEXT("here", period->here));
    name = TEXT("name", wording_shorten(wording->arena, first->name, 40));
    return named == 1 ? SAY(wording, "{name} alone was quoted", name)
                      : SAY(wording, "{name} was quoted at greatest length", name);
}

struct span titles_outlets(const struct wording *wording, size_t steady, size_t all)
{
    if (steady == all)
        return saying_plain(wording, "Every outlet has articles in every week");
    if (steady == 0)
        return SAY(wording, "None of {all#} {all|outlet|outlets} has articles in every week",
                   NUMBER("all", all));
    return SAY(wording,
               "{steady^} of {all#} {all|outlet|outlets} {steady|has|have} articles in every week",
               NUMBER("steady", steady), NUMBER("all", all));
}

struct span titles_terms(const struct wording *wording, const struct findings *findings,
                         const struct period *period)
{
    struct movers up = {.count = 0};
    struct movers down = {.count = 0};

    for (size_t i = 0; i < findings->risen_count; i++)
        if (findings->risen[i].direction == CHANGE_UP)
            movers_add(&up, wording_quoted(wording, findings->risen[i].term));
    for (size_t i = 0; i < findings->fallen_count; i++)
        if (findings->fallen[i].direction == CHANGE_DOWN)
            movers_add(&down, wording_quoted(wording, findings->fallen[i].term));
    /* The lists hold the surest changes only: to count them would say too little. */
    for (size_t most = 2; most && up.count + down.count; most--) {
        struct span named = movers_named(wording, &up, &down, most);

        if (utf8_count(named) <= TITLE_LETTERS)
            return named;
    }
    if (up.count + down.count)
        return SAY(wording, "{n^}~{n|term|terms} changed clearly",
                   NUMBER("n", findings->clear_terms));
    if (findings->terms_tested)
        return saying_plain(wording, "No clear change in any term");
    return SAY(wording, "Words {here}", TEXT("here", period->here));
}
