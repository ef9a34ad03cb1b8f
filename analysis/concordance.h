/*
 * A concordance: each place where a pattern stands in the texts, with the words
 * around it (KWIC, key word in context).
 *
 *     struct concordance_wish wish = {.texts = {.days = STORE_ALL_DAYS}, .pattern = &pattern,
 * .words = 8}; if (!concordance_find(store, &wish, (struct concordance_sink){context, show},
 * &fault))
 *         ...
 *
 * Contexts are pieces of the text as it is printed, numbers, marks and paragraphs that are not
 * counted included; runs of white space are one blank. They end with the text.
 * Places inside paragraphs that are not counted are not found.
 *
 * Order is the articles' and then the text's; or that of the folded words to the
 * right, read on from the node; or to the left, read back from it. With `random`
 * so many places are drawn: those of the smallest hashes of seed, article and
 * place, so the draw depends neither on order nor on threads.
 */
#ifndef ANALYSIS_CONCORDANCE_H
#define ANALYSIS_CONCORDANCE_H

#include "analysis/pattern.h"
#include "analysis/texts.h"

enum { CONCORDANCE_WORDS_MAX = 100, CONCORDANCE_RANDOM_MAX = 1000000 };

enum concordance_order { CONCORDANCE_BY_PLACE, CONCORDANCE_BY_LEFT, CONCORDANCE_BY_RIGHT };

struct concordance_wish {
    struct texts_wish texts;
    const struct pattern *pattern;
    uint32_t words; /* of context on each side, at most CONCORDANCE_WORDS_MAX */
    enum concordance_order order;
    uint64_t random; /* lines drawn, at most CONCORDANCE_RANDOM_MAX; 0: all */
    uint64_t seed;
};

/* One place; its texts are valid during the call. */
struct concordance_line {
    struct span left, node, right;
    struct span article_id, source;
    int32_t day;         /* DAY_NONE when undated */
    uint32_t start, end; /* of the node in the article's text, in bytes */
};

struct concordance_sink {
    void *context;
    bool (*line)(void *context, const struct concordance_line *line, struct fault *fault);
};

/* Fails as the store, positions_find() and the sink do. */
bool concordance_find(struct store *store, const struct concordance_wish *wish,
                      struct concordance_sink sink, struct fault *fault);

#endif
