/*
 * Evenness: how evenly terms are spread over articles, or over outlets by weeks.
 *
 *     struct evenness evenness = EVENNESS_EMPTY;
 *     struct evenness_wish wish = {.texts = {.days = STORE_ALL_DAYS}, .patterns = patterns,
 *                                  .count = 2};
 *     if (!evenness_find(&evenness, source, &wish, &fault))
 *         ...
 *     evenness.rows[i].value.dp                            of patterns[i]
 *     evenness_release(&evenness);
 *
 * Parts without counted words are none. All articles of an outlet without a day
 * are one part.
 */
#ifndef ANALYSIS_EVENNESS_H
#define ANALYSIS_EVENNESS_H

#include "analysis/estimate.h"
#include "analysis/measures/dispersion.h"
#include "analysis/pattern.h"
#include "analysis/texts.h"

struct evenness_wish {
    struct texts_wish texts;
    bool by_outlet_week; /* parts; else articles */
    const struct pattern *patterns;
    size_t count;
};

struct evenness_row {
    uint64_t hits;
    struct estimate rate; /* per million words of all parts, without an interval */
    struct dispersion value;
    const char *note; /* why there is no value; NULL where there is one */
};

struct evenness {
    struct evenness_row *rows; /* owned; one a pattern */
    size_t parts;
    uint64_t words; /* of all parts */
};

#define EVENNESS_EMPTY ((struct evenness){0})

/* Fails as the source does; `evenness` is then to be released all the same. */
bool evenness_find(struct evenness *evenness, struct counts_source source,
                   const struct evenness_wish *wish, struct fault *fault);

void evenness_release(struct evenness *evenness);

#endif
