#include "analysis/topics.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* Entries of several languages or categories may be written alike: in tables they are one. */
static void find_spellings(struct topics *topics)
{
    const struct dictionary *dictionary = topics->dictionary;
    uint32_t *first = memory_new(dictionary->entry_count, sizeof *first);
    struct table texts = TABLE_EMPTY;

    for (uint32_t e = 0; e < dictionary->entry_count; e++) {
        size_t before = texts.count;
        uint32_t id = table_add(&texts, dictionary->entries[e].text);

        if (id == before)
            first[id] = e;
        topics->spelled[e] = first[id];
    }
    table_release(&texts);
    free(first);
}

void topics_start(struct topics *topics, const struct dictionary *dictionary, uint32_t levels,
                  const struct table *vocabulary, const struct counts *counts)
{
    size_t count = dictionary->category_count;
    size_t weeks = counts->plan.week_count > 0 ? (size_t)counts->plan.week_count : 0;

    *topics = (struct topics){
        .dictionary = dictionary,
        .matchers = matchers_of(dictionary, vocabulary),
        .shown = memory_new(count, sizeof *topics->shown),
        .spelled = memory_new(dictionary->entry_count, sizeof *topics->spelled),
        .weeks = weeks,
        .series = memory_new(count * weeks, sizeof *topics->series),
        .study = memory_new(count, sizeof *topics->study),
        .baseline = memory_new(count, sizeof *topics->baseline),
        .week_articles = memory_new(weeks, sizeof *topics->week_articles),
        .in_text = memory_new(count, sizeof *topics->in_text),
        .in_title = memory_new(count, sizeof *topics->in_title),
        .counted = memory_new(count, sizeof *topics->counted),
    };
    for (uint32_t c = 0; c < count; c++) {
        if (dictionary->categories[c].depth < levels)
            topics->shown[topics->count++] = c;
    }
    find_spellings(topics);
}

/* Counts each hit for its category and those above, which count a place once. */
static void count_hits(const struct topics *topics, const struct matcher_hits *hits,
                       uint32_t *by_category)
{
    const struct dictionary *dictionary = topics->dictionary;

    memset(by_category, 0, dictionary->category_count * sizeof *by_category);
    if (hits->count)
        memset(topics->counted, 0, dictionary->category_count * sizeof *topics->counted);
    for (size_t i = 0; i < hits->count; i++) {
        uint32_t category = dictionary->entries[hits->items[i].entry].category;

        for (; category != DICTIONARY_NONE; category = dictionary->categories[category].parent) {
            if (topics->counted[category] == hits->items[i].at + 1)
                continue;
            topics->counted[category] = hits->items[i].at + 1;
            by_category[category]++;
        }
    }
}

static bool carries(const struct topics *topics, uint32_t category)
{
    return dictionary_rule_met(topics->dictionary->categories[category].rule,
                               topics->in_text[category], topics->in_title[category]);
}

static void add_count(struct topic_count *count, uint32_t hits)
{
    count->hits += hits;
    count->articles++;
}

/* True when the hit is of the category, or one below it. */
static bool is_of(const struct topics *topics, const struct matcher_hit *hit, uint32_t category)
{
    return dictionary_lies_in(topics->dictionary, topics->dictionary->entries[hit->entry].category,
                              category);
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
                      const struct matcher_hits *hits, uint32_t category)
{
    for (size_t i = 0; i < hits->count; i++) {
        if (!is_of(topics, &hits->items[i], category) || named_before(hits, i))
            continue;
        if (words->count)
            bytes_add_text(words, ", ");
        bytes_add(words, topics->dictionary->entries[hits->items[i].entry].text);
    }
}

static void keep_evidence(struct topics *topics, uint32_t category, uint32_t article, uint32_t hits)
{
    struct bytes words = BYTES_EMPTY;

    add_words(&words, topics, &topics->text_hits, category);
    if (words.count == 0)
        add_words(&words, topics, &topics->title_hits, category);
    topics->evidence = memory_grow(topics->evidence, &topics->evidence_capacity,
                                   topics->evidence_count + 1, sizeof *topics->evidence);
    topics->evidence[topics->evidence_count++] = (struct topic_evidence){
        .topic = category,
        .article = article,
        .hits = hits,
        .words = arena_copy(&topics->arena, bytes_span(&words)),
    };
    bytes_release(&words);
}

/* Keeps the words of the hits that `use`, which says all else, is made of. */
static void keep_words(struct topics *topics, struct topic_words_use use,
                       const struct counted_terms *terms)
{
    const struct matcher_hits *hits = use.in_title ? &topics->title_hits : &topics->text_hits;
    const struct matcher_hit *hit;

    for (size_t i = 0;
         (hit = matcher_next_of(hits, topics->dictionary, use.category, &i)) != NULL;) {
        use.entry = topics->spelled[hit->entry];
        use.terms = (use.in_title ? terms->title : terms->text) + hit->at;
        use.count = topics->dictionary->entries[hit->entry].phrase.count;
        topic_words_add(&topics->words, &use);
    }
}

/* Of text and title. */
static void keep_all_words(struct topics *topics, struct topic_words_use use,
                           const struct counted_terms *terms)
{
    keep_words(topics, use, terms);
    use.in_title = true;
    keep_words(topics, use, terms);
}

/* What an article counts for. */
struct counting {
    bool in_series, in_study, in_baseline;
    bool apart; /* the study is no week: its words are counted for themselves */
};

static void count_topic(struct topics *topics, const struct counts *counts, uint32_t index,
                        uint32_t category, struct counting counting)
{
    size_t week = (size_t)counts->articles[index].week;
    uint32_t hits = topics->in_text[category];

    if (counting.in_series)
        add_count(&topics->series[category * topics->weeks + week], hits);
    if (counting.in_baseline)
        add_count(&topics->baseline[category], hits);
    if (counting.in_study) {
        add_count(&topics->study[category], hits);
        keep_evidence(topics, category, index, hits);
    }
}

static void match(struct topics *topics, struct matcher *matcher, struct counted_terms terms)
{
    matcher_match(matcher, terms.text, terms.text_count, &topics->text_hits);
    matcher_match(matcher, terms.title, terms.title_count, &topics->title_hits);
    count_hits(topics, &topics->text_hits, topics->in_text);
    count_hits(topics, &topics->title_hits, topics->in_title);
}

bool topics_add(struct topics *topics, const struct counts *counts, uint32_t index,
                struct counted_terms terms, struct fault *fault)
{
    const struct counted_article *article = &counts->articles[index];
    struct matcher *matcher;
    struct counting counting = {
        .in_series = article->in_week && article->week >= 0,
        .in_study = article->in_period && article->period == PERIOD_STUDY,
        .in_baseline = article->in_period && article->period == PERIOD_BASELINE,
        .apart = counts->plan.study_week == WEEK_NONE,
    };

    if ((article->week < 0 && counts->plan.dated) ||
        !(article->in_week || article->in_step || article->in_period))
        return true;
    if (!matchers_find(&matcher, &topics->matchers,
                       table_text(&counts->languages, article->language), fault))
        return false;
    if (!matcher) {
        topics->study_foreign += counting.in_study;
        return true;
    }
    match(topics, matcher, terms);
    if (counting.in_series)
        topics->week_articles[article->week]++;
    topics->study_articles += counting.in_study;
    topics->baseline_articles += counting.in_baseline;
    for (size_t i = 0; i < topics->count; i++) {
        struct topic_words_use use = {.category = topics->shown[i], .article = index};

        if (!carries(topics, use.category))
            continue;
        carried_add(&topics->carried,
                    (struct carried_topic){index, use.category, topics->in_text[use.category]});
        count_topic(topics, counts, index, use.category, counting);
        use.week = (uint32_t)article->week;
        if (counting.in_series)
            keep_all_words(topics, use, &terms);
        use.week = TOPIC_WORDS_STUDY;
        if (counting.in_study && counting.apart)
            keep_all_words(topics, use, &terms);
    }
    return true;
}

struct span topics_key(const struct topics *topics, uint32_t category)
{
    return topics->dictionary->categories[category].path;
}

bool topics_cover(const struct topics *topics, const struct counts *counts, uint32_t index)
{
    struct span language = table_text(&counts->languages, counts->articles[index].language);

    return dictionary_language(topics->dictionary, language) != DICTIONARY_NONE;
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
    matchers_release(&topics->matchers);
    free(topics->shown);
    free(topics->spelled);
    topic_words_release(&topics->words);
    matcher_hits_release(&topics->text_hits);
    matcher_hits_release(&topics->title_hits);
    free(topics->series);
    free(topics->study);
    free(topics->baseline);
    free(topics->week_articles);
    free(topics->evidence);
    free(topics->in_text);
    free(topics->in_title);
    free(topics->counted);
    carried_release(&topics->carried);
    arena_release(&topics->arena);
    *topics = TOPICS_EMPTY;
}
