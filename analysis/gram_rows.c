#include "analysis/gram_rows.h"

#include "analysis/measures/dispersion.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* A phrase's articles: its hits there and their words. */
struct part {
    uint32_t hits, words;
};

/* What is known of one phrase. */
struct phrase {
    uint32_t ranks[GRAM_ROWS_MAX];
    struct part *parts; /* owned */
    size_t count, capacity;
    uint32_t article; /* of the last part */
};

void gram_rows_start(struct gram_rows *rows, const struct table *vocabulary,
                     struct gram_options options, struct term_sink sink)
{
    *rows = GRAM_ROWS_EMPTY;
    rows->vocabulary = vocabulary;
    rows->options = options;
    rows->sink = sink;
    rows->rate = RATIO_PER_MILLION;
    rows->rate.minimum = options.minimum;
    rows->rank_of = table_ranks(vocabulary);
    rows->term_at = memory_new(vocabulary->count + 1, sizeof *rows->term_at);
    rows->week = -1;
    for (uint32_t term = 0; term < vocabulary->count; term++)
        rows->term_at[rows->rank_of[term]] = term;
}

/* --- rows --------------------------------------------------------------------------- */

/* A row as it waits for its turn: behind the count, falling, and the words. */
struct waiting {
    uint32_t count, articles;
    struct estimate rate;
    double dp;
    bool has_dp;
};

/* Puts the phrase's row among those of the week, if it is frequent enough. */
static bool add_row(struct gram_rows *rows, const struct phrase *phrase, struct fault *fault)
{
    struct ratio_sums sums = rows->all;
    struct dispersion_sum spread;
    struct waiting row = {.articles = (uint32_t)phrase->count};
    struct fault none;

    for (size_t i = 0; i < phrase->count; i++) {
        ratio_wide x = phrase->parts[i].hits, n = phrase->parts[i].words;

        sums.x += phrase->parts[i].hits;
        sums.xx += x * x;
        sums.xn += x * n;
    }
    if (sums.x < rows->options.least)
        return true;
    spread = dispersion_start(sums.x, sums.n);
    for (size_t i = 0; i < phrase->count; i++)
        dispersion_add(&spread,
                       (struct dispersion_part){phrase->parts[i].hits, phrase->parts[i].words});
    row.count = (uint32_t)sums.x;
    row.rate = estimate_rate(&sums, rows->rate);
    row.has_dp = dispersion_dp(&row.dp, &spread, &none);
    bytes_clear(&rows->record);
    sorter_number(&rows->record, UINT32_MAX - row.count);
    for (uint32_t w = 0; w < rows->options.words; w++)
        sorter_number(&rows->record, phrase->ranks[w]);
    bytes_add(&rows->record, (struct span){(const char *)&row, sizeof row});
    return sorter_add(&rows->found, bytes_span(&rows->record), fault);
}

static bool hand_over(struct gram_rows *rows, struct span week, struct fault *fault)
{
    struct span record;
    bool done = sorter_end(&rows->found, fault);

    fault->kind = FAULT_NONE;
    while (done && sorter_next(&rows->found, &record, fault)) {
        struct term_row row = {.week = week, .tokens = rows->all.n};
        struct waiting waiting;

        memcpy(&waiting, record.bytes + record.length - sizeof waiting, sizeof waiting);
        bytes_clear(&rows->text);
        for (uint32_t w = 0; w < rows->options.words; w++) {
            uint32_t rank = sorter_number_at(record, 4 * (1 + (size_t)w));

            if (w)
                bytes_add_byte(&rows->text, ' ');
            bytes_add(&rows->text, table_text(rows->vocabulary, rows->term_at[rank]));
        }
        row.term = bytes_span(&rows->text);
        row.count = waiting.count;
        row.articles = waiting.articles;
        row.rate = waiting.rate;
        row.dp = waiting.dp;
        row.has_dp = waiting.has_dp;
        done = rows->sink.row(rows->sink.context, &row, fault);
    }
    sorter_release(&rows->found);
    return done && fault->kind == FAULT_NONE;
}

/* --- one week's words ----------------------------------------------------------------- */

static void add_part(struct phrase *phrase, uint32_t article, struct part part)
{
    if (phrase->count && phrase->article == article) {
        phrase->parts[phrase->count - 1].hits += part.hits;
        return;
    }
    phrase->parts =
        memory_grow(phrase->parts, &phrase->capacity, phrase->count + 1, sizeof *phrase->parts);
    phrase->parts[phrase->count++] = part;
    phrase->article = article;
}

/* How often each word is among those held, by rank plus 1. */
static uint32_t *count_words(const struct gram_rows *rows)
{
    uint32_t *times = memory_new(rows->vocabulary->count + 2, sizeof *times);

    for (size_t i = 0; i < rows->word_count; i++)
        times[rows->words[i]]++;
    return times;
}

/*
 * The places where a phrase begins. Where the week is whole those are passed over
 * of which a word alone is too rare.
 */
static uint32_t *list_places(const struct gram_rows *rows, const uint32_t *times, size_t *count)
{
    uint32_t least = rows->spilled ? 1 : rows->options.least;
    uint32_t *places = memory_take((rows->word_count + 1) * sizeof *places);
    uint32_t run = 0; /* words before the next place that may be of one phrase with it */

    *count = 0;
    for (size_t i = 0; i < rows->word_count; i++) {
        run = rows->words[i] && times[rows->words[i]] >= least ? run + 1 : 0;
        if (run >= rows->options.words)
            places[(*count)++] = (uint32_t)(i + 1 - rows->options.words);
    }
    return places;
}

/* Sorts the places by the words of their phrases, then by themselves: from the last word on. */
static uint32_t *sort_places(const struct gram_rows *rows, uint32_t *places, size_t count)
{
    size_t buckets = rows->vocabulary->count + 2;
    uint32_t *sorted = memory_take((count + 1) * sizeof *sorted);
    uint32_t *next = memory_new(buckets + 1, sizeof *next);

    for (uint32_t w = rows->options.words; w-- > 0;) {
        const uint32_t *words = rows->words + w;
        uint32_t *other = places;

        memset(next, 0, (buckets + 1) * sizeof *next);
        for (size_t i = 0; i < count; i++)
            next[words[places[i]] + 1]++;
        for (size_t b = 0; b < buckets; b++)
            next[b + 1] += next[b];
        for (size_t i = 0; i < count; i++)
            sorted[next[words[places[i]]]++] = places[i];
        places = sorted;
        sorted = other;
    }
    free(sorted);
    free(next);
    return places;
}

/* The index of the article that holds this place. */
static size_t article_at(const struct gram_rows *rows, size_t place)
{
    size_t low = 0, high = rows->article_count;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;

        if (rows->articles[middle].first <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Adds the phrase's articles to those that wait for the week's end. */
static bool add_uses(struct gram_rows *rows, const uint32_t *places, size_t count,
                     struct fault *fault)
{
    uint32_t first = rows->article - (uint32_t)rows->article_count;
    bool done = true;

    for (size_t i = 0, end; done && i < count; i = end) {
        size_t article = article_at(rows, places[i]);
        size_t behind = article + 1 < rows->article_count ? rows->articles[article + 1].first
                                                          : rows->word_count;

        for (end = i; end < count && places[end] < behind;)
            end++;
        bytes_clear(&rows->record);
        for (uint32_t w = 0; w < rows->options.words; w++)
            sorter_number(&rows->record, rows->words[places[i] + w] - 1);
        sorter_number(&rows->record, first + (uint32_t)article);
        sorter_number(&rows->record, (uint32_t)(end - i));
        sorter_number(&rows->record, rows->articles[article].words);
        done = sorter_add(&rows->uses, bytes_span(&rows->record), fault);
    }
    return done;
}

/* One phrase of a week that is whole: its row. */
static bool add_phrase(struct gram_rows *rows, struct phrase *phrase, const uint32_t *places,
                       size_t count, struct fault *fault)
{
    if (count < rows->options.least)
        return true;
    phrase->count = 0;
    for (uint32_t w = 0; w < rows->options.words; w++)
        phrase->ranks[w] = rows->words[places[0] + w] - 1;
    for (size_t i = 0; i < count; i++) {
        size_t article = article_at(rows, places[i]);

        add_part(phrase, (uint32_t)article, (struct part){1, rows->articles[article].words});
    }
    return add_row(rows, phrase, fault);
}

/* The words held become rows, or with `spilled` uses. */
static bool count_held(struct gram_rows *rows, struct fault *fault)
{
    uint32_t *times = count_words(rows);
    size_t count = 0;
    uint32_t *places = list_places(rows, times, &count);
    struct phrase phrase = {0};
    bool done = true;

    free(times);
    places = sort_places(rows, places, count);
    for (size_t i = 0, end; done && i < count; i = end) {
        size_t bytes = rows->options.words * sizeof *rows->words;

        for (end = i + 1;
             end < count && memcmp(&rows->words[places[i]], &rows->words[places[end]], bytes) == 0;)
            end++;
        done = rows->spilled ? add_uses(rows, places + i, end - i, fault)
                             : add_phrase(rows, &phrase, places + i, end - i, fault);
    }
    free(phrase.parts);
    free(places);
    rows->word_count = rows->article_count = 0;
    return done;
}

/* The rows of a week whose uses were spilled. */
static bool merge_uses(struct gram_rows *rows, struct fault *fault)
{
    struct phrase phrase = {0};
    size_t key = 4 * (size_t)rows->options.words;
    struct bytes last = BYTES_EMPTY;
    struct span use;
    bool done = sorter_end(&rows->uses, fault);

    fault->kind = FAULT_NONE;
    while (done && sorter_next(&rows->uses, &use, fault)) {
        if (last.count == 0 || memcmp(last.items, use.bytes, key) != 0) {
            done = phrase.count == 0 || add_row(rows, &phrase, fault);
            phrase.count = 0;
            bytes_clear(&last);
            bytes_add(&last, span_cut(use, 0, key));
            for (uint32_t w = 0; w < rows->options.words; w++)
                phrase.ranks[w] = sorter_number_at(use, 4 * (size_t)w);
        }
        add_part(&phrase, sorter_number_at(use, key),
                 (struct part){sorter_number_at(use, key + 4), sorter_number_at(use, key + 8)});
    }
    done =
        done && fault->kind == FAULT_NONE && (phrase.count == 0 || add_row(rows, &phrase, fault));
    free(phrase.parts);
    bytes_release(&last);
    sorter_release(&rows->uses);
    return done;
}

/* --- week by week ------------------------------------------------------------------ */

bool gram_rows_end(struct gram_rows *rows, const struct counts *counts, struct fault *fault)
{
    char week[WEEK_TEXT_SIZE];
    bool done;

    if (rows->article == 0)
        return true;
    week_text(week, counts->plan.dated ? counts->plan.week_first + rows->week : WEEK_NONE);
    rows->rate.t = ratio_t(rows->rate.level, rows->all.clusters);
    done = count_held(rows, fault) && (!rows->spilled || merge_uses(rows, fault)) &&
           hand_over(rows, span_of(week), fault);
    rows->all = RATIO_SUMS_EMPTY;
    rows->article = 0;
    rows->spilled = false;
    return done;
}

/* Makes room for an article's words, at the cost of those of the week so far. */
static bool make_room(struct gram_rows *rows, size_t count, struct fault *fault)
{
    size_t most = rows->most ? rows->most : GRAM_ROWS_WORDS;

    if (rows->word_count == 0 || rows->word_count + count <= most)
        return true;
    rows->spilled = true;
    return count_held(rows, fault);
}

bool gram_rows_add(struct gram_rows *rows, const struct counts *counts, uint32_t index,
                   struct counted_terms terms, struct fault *fault)
{
    const struct counted_article *article = &counts->articles[index];

    if ((article->week < 0 && counts->plan.dated) || !article->in_week)
        return true;
    if (article->week != rows->week && !gram_rows_end(rows, counts, fault))
        return false;
    rows->week = article->week;
    if (!make_room(rows, terms.text_count + 1, fault))
        return false;
    ratio_add(&rows->all, 0, article->words);
    rows->articles = memory_grow(rows->articles, &rows->article_capacity, rows->article_count + 1,
                                 sizeof *rows->articles);
    rows->articles[rows->article_count++] = (struct gram_article){rows->word_count, article->words};
    rows->article++;
    rows->words = memory_grow(rows->words, &rows->word_capacity,
                              rows->word_count + terms.text_count + 1, sizeof *rows->words);
    for (size_t i = 0; i < terms.text_count; i++)
        rows->words[rows->word_count++] = terms.text[i] ? rows->rank_of[terms.text[i] - 1] + 1 : 0;
    rows->words[rows->word_count++] = 0;
    return true;
}

void gram_rows_release(struct gram_rows *rows)
{
    free(rows->rank_of);
    free(rows->term_at);
    free(rows->words);
    free(rows->articles);
    sorter_release(&rows->uses);
    sorter_release(&rows->found);
    bytes_release(&rows->record);
    bytes_release(&rows->text);
    *rows = GRAM_ROWS_EMPTY;
}
