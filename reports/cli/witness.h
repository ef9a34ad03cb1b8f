/*
 * Witnesses: the articles and sentences behind a number, as 'explain' prints
 * them, with the bytes of the article's text they stand at.
 *
 *     struct witness witness = {.out = &out, .store = store, .most = 100};
 *     if (!witness_pattern(&witness, &texts, &pattern, &fault))
 *         ...
 *     witness_end(&witness);                       "and 12 more"
 *     witness_release(&witness);
 *
 *     a12  2025-11-24  Morning Courier  The title
 *         bytes 120-126  The [[ferry]] did not sail.
 */
#ifndef REPORTS_CLI_WITNESS_H
#define REPORTS_CLI_WITNESS_H

#include "analysis/dictionary.h"
#include "analysis/pattern.h"
#include "analysis/people/roster.h"
#include "analysis/texts.h"
#include "corpus/base/bytes.h"
#include "corpus/store/positions.h"
#include "corpus/text/sentences.h"

struct witness {
    struct bytes *out; /* borrowed, as the store is */
    struct store *store;
    uint64_t most; /* places printed; 0: all */
    uint64_t shown, found;
    uint32_t heading_of; /* number of the article whose head was printed last, plus 1 */
    uint32_t text_of;    /* of that in `text`, plus 1 */
    struct bytes text;
    struct positions positions;
    struct passage_list sentences;
};

/* Each place of the pattern. Fails as the store does. */
bool witness_pattern(struct witness *witness, const struct texts_wish *texts,
                     const struct pattern *pattern, struct fault *fault);

/*
 * Each place of `collocate` with `node` near it: `left` and `right` words of the
 * window, or by sentence.
 */
struct witness_pair {
    const struct pattern *node, *collocate; /* of one word each */
    uint32_t left, right;
    bool by_sentence;
};

bool witness_collocation(struct witness *witness, const struct texts_wish *texts,
                         const struct witness_pair *pair, struct fault *fault);

/* Each hit of the topic, with the entry and its line, in articles that carry it. */
bool witness_topic(struct witness *witness, const struct texts_wish *texts,
                   const struct dictionary *dictionary, struct span topic, struct fault *fault);

/* The word of this article that begins at byte `start`; *found says whether there is one. */
bool witness_word(struct witness *witness, const struct text *text, uint32_t start, bool *found,
                  struct fault *fault);

/* A quotation with what is known of it; the text is that of quote->article. */
bool witness_quote(struct witness *witness, const struct stored_quote *quote, struct fault *fault);

/* "and 12 more places", where not all were printed. */
void witness_end(struct witness *witness);

void witness_release(struct witness *witness);

#endif
