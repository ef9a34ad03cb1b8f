#include "analysis/topics.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

void topics_start(struct topics *topics, const struct dictionary *dictionary,
                  const struct table *vocabulary, const struct counts *counts)
{
    size_t count = dictionary->topic_count;
    size_t weeks = counts->plan.week_count > 0 ? (size_t)counts->plan.week_count : 0;

    *topics = (struct topics){
        .dictionary = dictionary,
        .weeks = weeks,
        .series = memory_new(count * weeks, sizeof *topics->series),
        .study = memory_new(count, sizeof *topics->study),
        .baseline = memory_new(count, sizeof *topics->baseline),
        .week_articles = memory_new(weeks, sizeof *topics->week_articles),
        .in_text = memory_new(count, sizeof *topics->in_text),
        .in_title = memory_new(count, sizeof *topics->in_title),
    };
    matcher_compile(&topics->matcher, dictionary, vocabulary);
}

static void count_hits(const struct topics *topics, const struct matcher_hits *hits,
                       uint32_t *by_topic)
{
    memset(by_topic, 0, topics->dictionary->topic_count * sizeof *by_topic);
    for (size_t i = 0; i < hits->count; i++)
        by_topic[topics->dictionary->entries[hits->items[i].entry].topic]++;
}

static void add_count(struct topic_count *count, uint32_t hits)
{
    count->hits += hits;
    count->articles++;
}

/* True when an earlier one of `hits` matched by the same entry. */
static bool named_before(const struct matcher_hits *hits, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (hits->items[i].entry == hits->items[at].entry)
            return true;
    }
    return false;
}

static void add_words(struct bytes *words, const struct topics *topics,
                      const struct matcher_hits *hits, uint32_t topic)
{
    for (size_t i = 0; i < hits->count; i++) {
        const struct dictionary_entry *entry = &topics->dictionary->entries[hits->items[i].entry];

        if (entry->topic != topic || named_before(hits, i))
            continue;
        if (words->count)
            bytes_add_text(words, ", ");
        bytes_add(words, entry->text);
    }
}

static void keep_evidence(struct topics *topics, uint32_t topic, uint32_t article, uint32_t hits)
{
    struct bytes words = BYTES_EMPTY;

    add_words(&words, topics, &topics->text_hits, topic);
    if (words.count == 0)
        add_words(&words, topics, &topics->title_hits, topic);
    topics->evidence = memory_grow(topics->evidence, &topics->evidence_capacity,
                                   topics->evidence_count + 1, sizeof *topics->evidence);
    topics->evidence[topics->evidence_count++] = (struct topic_evidence){
        .topic = topic,
        .article = article,
        .hits = hits,
        .words = arena_copy(&topics->arena, bytes_span(&words)),
    };
    bytes_release(&words);
}

void topics_add(struct topics *topics, const struct counts *counts, uint32_t index,
                struct counted_terms terms)
{
    const struct counted_article *article = &counts->articles[index];
    bool in_series, in_study, in_baseline;

    if ((article->week < 0 && counts->plan.dated) ||
        !(article->in_week || article->in_step || article->in_period))
        return;
    matcher_match(&topics->matcher, terms.text, terms.text_count, &topics->text_hits);
    matcher_match(&topics->matcher, terms.title, terms.title_count, &topics->title_hits);
    count_hits(topics, &topics->text_hits, topics->in_text);
    count_hits(topics, &topics->title_hits, topics->in_title);
    in_series = article->in_week && article->week >= 0;
    in_study = article->in_period && article->period == PERIOD_STUDY;
    in_baseline = article->in_period && article->period == PERIOD_BASELINE;
    if (in_series)
        topics->week_articles[article->week]++;
    topics->study_articles += in_study;
    topics->baseline_articles += in_baseline;
    for (uint32_t topic = 0; topic < topics->dictionary->topic_count; topic++) {
        uint32_t hits = topics->in_text[topic];

        if (hits < TOPICS_TEXT_HITS && topics->in_title[topic] < TOPICS_TITLE_HITS)
            continue;
        carried_add(&topics->carried, (struct carried_topic){index, topic, hits});
        if (in_series)
            add_count(&topics->series[topic * topics->weeks + (size_t)article->week], hits);
        if (in_baseline)
            add_count(&topics->baseline[topic], hits);
        if (in_study) {
            add_count(&topics->study[topic], hits);
            keep_evidence(topics, topic, index, hits);
        }
    }
}

struct span topics_label(struct arena *arena, struct span key)
{
    struct span label = arena_copy(arena, key);
    char *letters = (char *)label.bytes; /* our own copy */

    for (size_t i = 0; i < label.length; i++) {
        if (letters[i] == '-' || letters[i] == '_')
            letters[i] = ' ';
    }
    if (label.length && letters[0] >= 'a' && letters[0] <= 'z')
        letters[0] = (char)(letters[0] & ~0x20);
    return label;
}

void topics_release(struct topics *topics)
{
    matcher_release(&topics->matcher);
    matcher_hits_release(&topics->text_hits);
    matcher_hits_release(&topics->title_hits);
    free(topics->series);
    free(topics->study);
    free(topics->baseline);
    free(topics->week_articles);
    free(topics->evidence);
    free(topics->in_text);
    free(topics->in_title);
    carried_release(&topics->carried);
    arena_release(&topics->arena);
    *topics = TOPICS_EMPTY;
}
