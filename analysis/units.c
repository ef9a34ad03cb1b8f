#include "analysis/units.h"

#include "corpus/base/memory.h"
#include "corpus/text/datewords.h"
#include "corpus/text/stopwords.h"

#include <stdlib.h>

enum { FILTER_SIZE = 1 << 23, RUNS_SIZE = 1 << 22, LINK_MOST = 2 };

/* What a term is in a language; 0 is not known yet. */
enum { CLASS_CONTENT = 1, CLASS_LINK, CLASS_BREAK };

/* Marks a phrase of three among the held: `first` and `second` are then pairs. */
enum { LINK_OF_PAIRS = UINT32_MAX - 1 };

void units_start(struct units *units, const struct table *vocabulary, const struct table *languages)
{
    units->vocabulary = vocabulary;
    units->languages = languages;
    units->bases = memory_new(vocabulary->count, sizeof *units->bases);
    units->uses = memory_new(vocabulary->count, sizeof *units->uses);
    units->classes = memory_new(languages->count, sizeof *units->classes);
    units->filter = memory_new(FILTER_SIZE, 1);
    units->runs = memory_new(RUNS_SIZE, 1);
    for (uint32_t term = 0; term < vocabulary->count; term++) {
        struct span text = table_text(vocabulary, term);
        uint32_t base = text.length > 3 && span_ends(text, "'s")
                            ? table_find(vocabulary, span_cut(text, 0, text.length - 2))
                            : TABLE_NONE;

        units->bases[term] = base == TABLE_NONE ? term : base;
    }
}

static bool is_letter(struct span word)
{
    size_t points = 0;

    for (size_t i = 0; i < word.length; i++)
        points += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
    return points == 1;
}

static uint8_t class_of(struct span language, struct span word)
{
    if (stopwords_has(language, word) || is_letter(word))
        return CLASS_LINK;
    if ((word.bytes[0] >= '0' && word.bytes[0] <= '9') || datewords_is_calendar(word))
        return CLASS_BREAK;
    return CLASS_CONTENT;
}

static uint8_t find_class(struct units *units, uint32_t language, uint32_t term)
{
    uint8_t **classes = &units->classes[language];

    if (!*classes)
        *classes = memory_new(units->vocabulary->count, 1);
    if (!(*classes)[term])
        (*classes)[term] =
            class_of(table_text(units->languages, language), table_text(units->vocabulary, term));
    return (*classes)[term];
}

/* Goes through an article's content words. */
struct reading {
    struct units *units;
    struct units_text text;
    size_t at, run_end; /* the run is the words between two breaks */
    bool all;           /* no run is passed over */
    uint32_t word;      /* the content word at hand */
    struct chain pair;  /* the word before and it, where they are a pair */
    bool is_pair;
};

/* By its words' texts, so that what collides does not depend on their numbers. */
static uint8_t *run_count(struct units *units, const uint32_t *ids, size_t count)
{
    uint64_t hash = count;

    for (size_t i = 0; i < count; i++)
        hash = (hash ^ units->vocabulary->hashes[ids[i] - 1]) * UINT64_C(0x9E3779B97F4A7C15);
    return &units->runs[hash >> 32 & (RUNS_SIZE - 1)];
}

static size_t find_run_end(struct units_text text, size_t at)
{
    while (at < text.count && text.ids[at])
        at++;
    return at;
}

static void count_runs(struct units *units, struct units_text text)
{
    for (size_t at = 0; at < text.count;) {
        size_t end = find_run_end(text, at);
        uint8_t *seen;

        if (end - at >= UNITS_SET_WORDS) {
            seen = run_count(units, text.ids + at, end - at);
            *seen = (uint8_t)(*seen + (*seen < UNITS_SET));
        }
        at = end + 1;
    }
}

/* At a run's beginning: finds its end, and passes over it where nobody's topic is in it. */
static void enter_run(struct reading *reading)
{
    size_t at = reading->at, words;

    reading->run_end = find_run_end(reading->text, at);
    words = reading->run_end - at;
    if (!reading->all && ((at == 0 && words <= UNITS_DATELINE && words < reading->text.count) ||
                          (words >= UNITS_SET_WORDS &&
                           *run_count(reading->units, reading->text.ids + at, words) >= UNITS_SET)))
        reading->at = reading->run_end;
}

/* The number of what stands between two words of a pair, plus 1; 0 for nothing. */
static uint32_t link_number(struct units *units, const uint32_t *between, size_t count)
{
    if (count == 0)
        return 0;
    return chains_add(&units->links,
                      (struct chain){between[0], count > 1 ? between[1] : TABLE_NONE, 0}) +
           1;
}

/* Moves on to the next content word. */
static bool next_word(struct reading *reading)
{
    const uint32_t *ids = reading->text.ids;
    uint32_t between[LINK_MOST], before = reading->word;
    size_t links = 0;
    bool near = reading->at > 0 && reading->at < reading->run_end;

    for (; reading->at < reading->text.count; reading->at++) {
        uint32_t term;
        uint8_t class;

        if (reading->at == 0 || !ids[reading->at - 1])
            enter_run(reading);
        if (reading->at == reading->run_end) {
            near = false;
            continue;
        }
        term = reading->units->bases[ids[reading->at] - 1];
        class = find_class(reading->units, reading->text.language, term);
        if (class == CLASS_CONTENT) {
            reading->at++;
            reading->word = term;
            reading->is_pair = near && links <= LINK_MOST && before != term;
            if (reading->is_pair)
                reading->pair =
                    (struct chain){before, term, link_number(reading->units, between, links)};
            return true;
        }
        near = near && class == CLASS_LINK;
        if (links < LINK_MOST)
            between[links] = term;
        links++;
    }
    return false;
}

static uint8_t *filter_of(struct units *units, struct chain pair)
{
    return &units->filter[chains_hash(pair) >> 32 & (FILTER_SIZE - 1)];
}

void units_count(struct units *units, struct units_text text, bool votes)
{
    struct reading reading = {.units = units, .text = text, .all = true};

    if (votes)
        count_runs(units, text);
    while (next_word(&reading)) {
        units->uses[reading.word]++;
        if (reading.is_pair) {
            uint8_t *seen = filter_of(units, reading.pair);

            *seen = (uint8_t)(*seen + (*seen < UNITS_USES));
        }
    }
}

/* True where a pair is at hand of two words that each have uses enough. */
static bool is_common(const struct reading *reading)
{
    const uint32_t *uses = reading->units->uses;

    return reading->is_pair && uses[reading->pair.first] >= UNITS_USES &&
           uses[reading->pair.second] >= UNITS_USES;
}

void units_pair(struct units *units, struct units_text text)
{
    struct reading reading = {.units = units, .text = text};

    while (next_word(&reading)) {
        size_t known = units->pairs.count;
        uint32_t pair;

        if (!is_common(&reading) || *filter_of(units, reading.pair) < UNITS_USES)
            continue;
        pair = chains_add(&units->pairs, reading.pair);
        if (pair == known) {
            units->pair_uses = memory_grow(units->pair_uses, &units->pair_capacity, known + 1,
                                           sizeof *units->pair_uses);
            units->pair_uses[pair] = 0;
        }
        units->pair_uses[pair]++;
    }
}

static bool holds(const struct units *units, struct chain pair, uint32_t uses)
{
    double first = units->uses[pair.first], second = units->uses[pair.second];
    double rarer = first < second ? first : second;

    return uses >= UNITS_USES &&
           (uses >= UNITS_BOUND * rarer || 2.0 * uses >= UNITS_DICE * (first + second));
}

void units_hold(struct units *units)
{
    for (size_t i = 0; i < units->pairs.count; i++) {
        if (holds(units, units->pairs.items[i], units->pair_uses[i]))
            (void)chains_add(&units->held, units->pairs.items[i]);
    }
    units->held_pairs = units->held.count;
    chains_release(&units->pairs);
    free(units->pair_uses);
    free(units->filter);
    units->pair_uses = NULL;
    units->filter = NULL;
}

static void list_unit(struct units *units, uint32_t unit)
{
    if (unit >= units->seen_count) {
        size_t known = units->seen_count;

        units->seen =
            memory_grow(units->seen, &units->seen_capacity, (size_t)unit + 1, sizeof *units->seen);
        units->seen_count = (size_t)unit + 1;
        memset(units->seen + known, 0, (units->seen_count - known) * sizeof *units->seen);
    }
    if (units->seen[unit] == units->articles)
        return;
    units->seen[unit] = units->articles;
    units->listed = memory_grow(units->listed, &units->listed_capacity, units->listed_count + 1,
                                sizeof *units->listed);
    units->listed[units->listed_count++] = unit;
}

void units_list(struct units *units, struct units_text text)
{
    struct reading reading = {.units = units, .text = text};
    uint32_t words = (uint32_t)units->vocabulary->count, before = CHAINS_NONE;

    units->listed_count = 0;
    units->articles++;
    while (next_word(&reading)) {
        uint32_t pair = is_common(&reading) ? chains_find(&units->held, reading.pair) : CHAINS_NONE;

        if (units->uses[reading.word] >= UNITS_USES)
            list_unit(units, reading.word);
        if (pair != CHAINS_NONE)
            list_unit(units, words + pair);
        if (pair != CHAINS_NONE && before != CHAINS_NONE)
            list_unit(units, words + chains_add(&units->held,
                                                (struct chain){before, pair, LINK_OF_PAIRS}));
        before = pair;
    }
}

size_t units_total(const struct units *units)
{
    return units->vocabulary->count + units->held.count;
}

static void add_word(struct bytes *text, const struct units *units, uint32_t term)
{
    if (text->count)
        bytes_add_byte(text, ' ');
    bytes_add(text, table_text(units->vocabulary, term));
}

/* The pair's second word and what leads to it. */
static void add_second(struct bytes *text, const struct units *units, struct chain pair)
{
    if (pair.link) {
        struct chain between = units->links.items[pair.link - 1];

        add_word(text, units, between.first);
        if (between.second != TABLE_NONE)
            add_word(text, units, between.second);
    }
    add_word(text, units, pair.second);
}

void units_write(struct bytes *text, const struct units *units, uint32_t unit)
{
    const struct chain *held = units->held.items;
    struct chain chain;

    if (unit < units->vocabulary->count) {
        add_word(text, units, unit);
        return;
    }
    chain = held[unit - units->vocabulary->count];
    if (chain.link != LINK_OF_PAIRS) {
        add_word(text, units, chain.first);
        add_second(text, units, chain);
        return;
    }
    add_word(text, units, held[chain.first].first);
    add_second(text, units, held[chain.first]);
    add_second(text, units, held[chain.second]);
}

void units_release(struct units *units)
{
    for (size_t i = 0; units->languages && i < units->languages->count; i++)
        free(units->classes[i]);
    free(units->classes);
    free(units->bases);
    free(units->uses);
    free(units->filter);
    free(units->runs);
    chains_release(&units->links);
    chains_release(&units->pairs);
    chains_release(&units->held);
    free(units->pair_uses);
    free(units->listed);
    free(units->seen);
    *units = UNITS_EMPTY;
}
