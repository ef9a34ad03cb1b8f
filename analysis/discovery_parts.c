#include "analysis/discovery_inside.h"

#include <string.h>

/* Parts of their articles in which a word, and a phrase, stand within a longer phrase that is them.
 */
#define WORD_MOSTLY 0.5
#define PHRASE_MOSTLY 0.8

bool discovery_parts_stands_in(struct span part, struct span whole)
{
    for (size_t at = 0; at + part.length <= whole.length; at++) {
        bool begins = at == 0 || whole.bytes[at - 1] == ' ';
        bool ends = at + part.length == whole.length || whole.bytes[at + part.length] == ' ';

        if (begins && ends && span_equal(span_cut(whole, at, at + part.length), part))
            return part.length < whole.length;
    }
    return false;
}

/* True where `one` is `other` without a last s. */
static bool is_singular(struct span one, struct span other)
{
    return other.length == one.length + 1 && other.bytes[one.length] == 's' &&
           span_starts(other, one.bytes);
}

/*
 * The phrase that holds most of the riser's articles, where those are so many;
 * else the same word in the other number, where that has more articles.
 */
static uint32_t find_whole(const struct risers *risers, uint32_t part, const uint64_t *study)
{
    const struct riser *items = risers->items;
    uint32_t all = riser_shared(risers, &items[part], &items[part], study), most = 0, whole = part;
    double least =
        memchr(items[part].text.bytes, ' ', items[part].text.length) ? PHRASE_MOSTLY : WORD_MOSTLY;

    for (uint32_t i = 0; i < risers->count; i++) {
        uint32_t shared;

        if (!discovery_parts_stands_in(items[part].text, items[i].text))
            continue;
        shared = riser_shared(risers, &items[part], &items[i], study);
        if (shared >= least * all && shared > most) {
            most = shared;
            whole = i;
        }
    }
    for (uint32_t i = 0; whole == part && i < risers->count; i++) {
        uint32_t others = riser_shared(risers, &items[i], &items[i], study);

        if ((is_singular(items[i].text, items[part].text) && others >= all) ||
            (is_singular(items[part].text, items[i].text) && others > all))
            whole = i;
    }
    return whole;
}

void discovery_parts_join(struct risers *risers, const uint64_t *study)
{
    for (uint32_t i = 0; i < risers->count; i++)
        risers->items[i].within = find_whole(risers, i, study);
    for (uint32_t i = 0; i < risers->count; i++) {
        uint32_t whole = risers->items[i].within;

        while (risers->items[whole].within != whole)
            whole = risers->items[whole].within;
        risers->items[i].within = whole;
        risers->items[whole].sure |= risers->items[i].sure;
        for (size_t w = 0; w < risers->words; w++)
            risers->items[whole].articles[w] |= risers->items[i].articles[w];
    }
}
