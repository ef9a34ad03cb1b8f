#include "analysis/units.h"

#include "corpus/base/memory.h"
#include "corpus/text/datewords.h"
#include "corpus/text/stopwords.h"

#include <stdlib.h>

enum { FILTER_SIZE = 1 << 23, LINK_MOST = 2 };

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
    uint32_t language;
    const uint32_t *ids;
    size_t count, at;
    uint32_t word;     /* the content word at hand */
    struct chain pair; /* the word before and it, where they are a pair */
    bool is_pair;
};

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
    uint32_t between[LINK_MOST], before = reading->word;
    size_t links = 0;
    bool near = reading->at > 0 && reading->ids[reading->at - 1];

    for (; reading->at < reading->count; reading->at++) {
        uint32_t id = reading->ids[reading->at];
        uint32_t term = id ? reading->units->bases[id - 1] : 0;
        uint8_t class = id ? find_class(reading->units, reading->language, term) : CLASS_BREAK;

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

static struct reading read_words(struct units *units, uint32_t language, const uint32_t *ids,
                                 size_t count)
{
    return (struct reading){.units = units, .language = language, .ids = ids, .count = count};
}

static uint8_t *filter_of(struct units *units, struct chain pair)
{
    return &units->filter[chains_hash(pair) >> 32 & (FILTER_SIZE - 1)];
}

void units_count(struct units *units, uint32_t language, const uint32_t *ids, size_t count)
{
    struct reading reading = read_words(units, language, ids, count);

    while (next_word(&reading)) {
        units->uses[reading.word]++;
        if (reading.is_pair) {
            uint8_t *seen = filter_of(units, reading.pair);

            *seen = (uint8_t)(*seen + (*seen < UNITS_USES));
        }
    }
}

void units_pair(struct units *units, uint32_t language, const uint32_t *ids, size_t count)
{
    struct reading reading = read_words(units, language, ids, count);

    while (next_word(&reading)) {
        size_t known = units->pairs.count;
        uint32_t pair;

        if (!reading.is_pair || *filter_of(units, reading.pair) < UNITS_USES)
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

void units_list(struct units *units, uint32_t language, const uint32_t *ids, size_t count)
{
    struct reading reading = read_words(units, language, ids, count);
    uint32_t words = (uint32_t)units->vocabulary->count, before = CHAINS_NONE;

    units->listed_count = 0;
    units->articles++;
    while (next_word(&reading)) {
        uint32_t pair = reading.is_pair ? chains_find(&units->held, reading.pair) : CHAINS_NONE;

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

void units_text(struct bytes *text, const struct units *units, uint32_t unit)
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
    chains_release(&units->links);
    chains_release(&units->pairs);
    chains_release(&units->held);
    free(units->pair_uses);
    free(units->listed);
    free(units->seen);
    *units = UNITS_EMPTY;
}
