#include "analysis/mix.h"

#include "analysis/measures/stratified.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static const double chance = 0.05;

struct mixing {
    const struct topics *topics;
    const struct counts *counts;
    struct stratified_pair *pairs; /* by source: study and baseline; hits of the topic at hand */
    size_t outlets;                /* how many sources have an article in either */
};

static bool is_compared(const struct counted_article *article)
{
    return article->in_period && article->period != PERIOD_OTHER;
}

/* Of an article that is compared. */
static struct proportion *side_of(struct mixing *mixing, const struct counted_article *article)
{
    return article->period == PERIOD_STUDY ? &mixing->pairs[article->source].one
                                           : &mixing->pairs[article->source].other;
}

static void count_articles(struct mixing *mixing)
{
    for (size_t i = 0; i < mixing->counts->count; i++) {
        if (is_compared(&mixing->counts->articles[i]) &&
            topics_cover(mixing->topics, mixing->counts, (uint32_t)i))
            side_of(mixing, &mixing->counts->articles[i])->of++;
    }
    for (size_t s = 0; s < mixing->counts->sources.count; s++)
        mixing->outlets += mixing->pairs[s].one.of || mixing->pairs[s].other.of;
}

static void count_topic(struct mixing *mixing, uint32_t category)
{
    const struct carried *carried = &mixing->topics->carried;

    for (size_t s = 0; s < mixing->counts->sources.count; s++)
        mixing->pairs[s].one.hits = mixing->pairs[s].other.hits = 0;
    for (size_t i = 0; i < carried->count; i++) {
        const struct counted_article *article =
            &mixing->counts->articles[carried->items[i].article];

        if (carried->items[i].topic == category && is_compared(article))
            side_of(mixing, article)->hits++;
    }
}

static void compare(struct topic_finding *topic, struct mixing *mixing, uint32_t minimum)
{
    struct stratified_difference found;
    struct fault fault;

    count_topic(mixing, topic->category);
    topic->within_p = 1;
    if (!stratified_difference_find(&found, mixing->pairs, mixing->counts->sources.count,
                                    ESTIMATE_LEVEL, &fault)) {
        topic->within = ESTIMATE_NONE("no outlet to compare in both periods");
        return;
    }
    topic->within = estimate_of(found.difference);
    if (found.ones >= minimum && found.others >= minimum) {
        topic->within_p = found.p;
        return;
    }
    topic->within.has_interval = false;
    topic->within.note = "fewer articles of outlets in both periods than the minimum";
}

/* A change of the whole that outlets do not show. */
static bool is_of_the_mix(const struct topic_finding *topic)
{
    bool up = topic->change.direction == CHANGE_UP;

    if (!up && topic->change.direction != CHANGE_DOWN)
        return false;
    return topic->within_p > chance || !topic->within.has_interval ||
           (up ? topic->within.value <= 0 : topic->within.value >= 0);
}

void mix_find(struct findings *findings, const struct topics *topics, const struct counts *counts)
{
    struct mixing mixing = {
        .topics = topics,
        .counts = counts,
        .pairs = memory_new(counts->sources.count, sizeof *mixing.pairs),
    };

    count_articles(&mixing);
    for (size_t i = 0; i < findings->topic_count; i++) {
        struct topic_finding *topic = &findings->topics[i];

        topic->within = ESTIMATE_NONE("there is one outlet, so nothing within outlets");
        if (mixing.outlets < 2)
            continue;
        compare(topic, &mixing, findings->minimum_articles);
        if (!is_of_the_mix(topic))
            continue;
        topic->change.direction = CHANGE_NONE;
        findings->clear_topics--;
        findings->mixed_topics++;
    }
    free(mixing.pairs);
}
