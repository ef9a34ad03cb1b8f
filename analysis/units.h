/*
 * Units: the content words of articles, and the phrases of two or three of
 * them that hold together: "prime minister", "roe v wade".
 *
 *     struct units units = UNITS_EMPTY;
 *     units_start(&units, vocabulary, &counts.languages);
 *     for each article                         first time
 *         units_count(&units, text, votes);
 *     for each article                         second time
 *         units_pair(&units, text);
 *     units_hold(&units);
 *     for each article                         third time
 *         units_list(&units, text);
 *         ... units.listed[0 .. units.listed_count - 1] ...
 *     units_release(&units);
 *
 * A content word is no stop word of the article's language, no letter by
 * itself, begins with no digit and names no month or day of the week.
 * "Vorsk's" is "vorsk" where that is a word too. Two content words are a pair
 * where nothing but blanks and at most two stop words or letters stand
 * between; never over a mark, so never over a sentence's end.
 *
 * Words of fewer than UNITS_USES uses are not listed. A pair holds together when
 * it is found so often and makes up UNITS_BOUND of the rarer word's uses, or when its
 * Dice coefficient, 2 f / (f1 + f2), is UNITS_DICE or more (logDice 12). Two such
 * pairs that share their middle word are a phrase of three.
 *
 * What every article of a column says is nobody's topic: words between two marks
 * that stand so, UNITS_SET_WORDS of them or more, in UNITS_SET articles with a vote are
 * passed over, and so are the first ones of a text where they are
 * UNITS_DATELINE at most ("BRUSSELS (Reuters)").
 *
 * Pairs are too many to be counted one by one. The first time a byte for many
 * of them is counted up; only those whose byte reaches UNITS_USES can have as
 * many, and they alone are counted the second time (Park, Chen and Yu 1995).
 * What comes out does not depend on it.
 */
#ifndef ANALYSIS_UNITS_H
#define ANALYSIS_UNITS_H

#include "analysis/chains.h"
#include "corpus/base/bytes.h"
#include "corpus/base/table.h"

#include <stdint.h>

enum {
    UNITS_USES = 5,
    UNITS_SET_WORDS = 6,
    UNITS_SET = 4,
    UNITS_DATELINE = 3,
};

#define UNITS_BOUND 0.6
#define UNITS_DICE 0.25

struct units {
    const struct table *vocabulary; /* borrowed */
    const struct table *languages;  /* borrowed */
    uint32_t *bases;                /* by term: itself, or the word it is the possessive of */
    uint8_t **classes;              /* by language, then term; see units.c */
    uint32_t *uses;                 /* by term */
    uint8_t *filter;                /* of pairs, as above */
    uint8_t *runs;                  /* the same for words between two marks, by their hash */
    struct chains links;            /* what stands between the words of pairs */
    struct chains pairs;            /* found UNITS_USES times, perhaps */
    uint32_t *pair_uses;            /* by pair */
    size_t pair_capacity;
    struct chains held; /* by unit number less vocabulary->count: pairs, then what was listed */
    size_t held_pairs;
    uint32_t *listed; /* the units of the article listed last, each once */
    size_t listed_count, listed_capacity;
    uint32_t *seen; /* by unit: the article in which it was listed last, plus 1 */
    size_t seen_count, seen_capacity;
    uint32_t articles; /* listed */
};

#define UNITS_EMPTY ((struct units){0})

/* `units` must be empty; vocabulary and languages stay as they are meanwhile. */
void units_start(struct units *units, const struct table *vocabulary,
                 const struct table *languages);

/* An article's words: ids plus 1, with 0 for a break. */
struct units_text {
    const uint32_t *ids;
    size_t count;
    uint32_t language; /* number */
};

/* `votes`: the article is none that repeats another. */
void units_count(struct units *units, struct units_text text, bool votes);
void units_pair(struct units *units, struct units_text text);
void units_hold(struct units *units);
void units_list(struct units *units, struct units_text text);

/* How many units there are so far: their numbers are below it. */
size_t units_total(const struct units *units);

/* Appends its words as a reader would have them, folded: "roe v wade". */
void units_write(struct bytes *text, const struct units *units, uint32_t unit);

void units_release(struct units *units);

#endif
