/*
 * Richness: the lexical diversity of the articles of an outlet, of a week, and of
 * the whole set, as means over articles.
 *
 *     struct richness richness = RICHNESS_EMPTY;
 *     if (!richness_find(&richness, source, &(struct richness_wish){...}, &fault))
 *         ...
 *     richness.rows[i].values[RICHNESS_MATTR].value
 *     richness_release(&richness);
 *
 * Articles of fewer than RICHNESS_WORDS words are counted, but measured by none:
 * below that MTLD is unsteady, so all four are means over the same articles. The
 * interval is Student's, mean -+ t sd / sqrt G over G articles.
 */
#ifndef ANALYSIS_RICHNESS_H
#define ANALYSIS_RICHNESS_H

#include "analysis/estimate.h"
#include "analysis/texts.h"

enum { RICHNESS_WORDS = 100 };

enum richness_measure {
    RICHNESS_MATTR,
    RICHNESS_MTLD,
    RICHNESS_HDD,
    RICHNESS_YULE_K,
    RICHNESS_MEASURES
};

struct richness_wish {
    struct texts_wish texts;
    uint32_t minimum; /* articles for an interval */
};

struct richness_row {
    const char *kind; /* "set", "outlet", "week" */
    struct span key;  /* empty for the set */
    uint64_t words;
    uint32_t articles, too_short;
    struct estimate values[RICHNESS_MEASURES];
};

struct richness {
    struct richness_row *rows; /* owned; the set, outlets by name, weeks by time */
    size_t count;
    struct arena arena; /* of keys */
};

#define RICHNESS_EMPTY ((struct richness){0})

/* Fails as the source does; `richness` is then to be released all the same. */
bool richness_find(struct richness *richness, struct counts_source source,
                   const struct richness_wish *wish, struct fault *fault);

void richness_release(struct richness *richness);

#endif
