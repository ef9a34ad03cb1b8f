/*
 * Spread: how evenly terms are spread over articles, or over outlets by weeks.
 *
 *     struct spread spread = SPREAD_EMPTY;
 *     struct spread_wish wish = {.texts = {.days = STORE_ALL_DAYS}, .patterns = patterns, .count =
 * 2}; if (!spread_find(&spread, source, &wish, &fault))
 *         ...
 *     spread.rows[i].value.dp                            of patterns[i]
 *     spread_release(&spread);
 *
 * Parts without counted words are none. All articles of an outlet without a day
 * are one part.
 */
#ifndef ANALYSIS_SPREAD_H
#define ANALYSIS_SPREAD_H

#include "analysis/measures/dispersion.h"
#include "analysis/pattern.h"
#include "analysis/texts.h"

struct spread_wish {
    struct texts_wish texts;
    bool by_outlet_week; /* parts; else articles */
    const struct pattern *patterns;
    size_t count;
};

struct spread_row {
    uint64_t hits;
    struct dispersion value;
    const char *note; /* why there is no value; NULL where there is one */
};

struct spread {
    struct spread_row *rows; /* owned; one a pattern */
    size_t parts;
    uint64_t words; /* of all parts */
};

#define SPREAD_EMPTY ((struct spread){0})

/* Fails as the source does; `spread` is then to be released all the same. */
bool spread_find(struct spread *spread, struct counts_source source, const struct spread_wish *wish,
                 struct fault *fault);

void spread_release(struct spread *spread);

#endif
