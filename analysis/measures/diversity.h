/*
 * Lexical diversity: how many different words does a text use?
 *
 *     double ttr, hdd;
 *     struct diversity_mtld mtld;
 *     if (!diversity_hdd(&hdd, frequencies, types, DIVERSITY_SAMPLE, &fault) ||
 *         !diversity_mtld(&mtld, words, count, DIVERSITY_THRESHOLD, &fault))
 *         return false;
 *
 * Two kinds of input. `words` is the text in order, each word by the number of
 * its type (equal numbers are the same word). `frequencies` says how often each
 * type occurs, in any order; types that occur 0 times do not matter.
 *
 * A longer text repeats itself more, so TTR falls with length: compare it only
 * between texts of one length. The other four hold length still: MATTR by a
 * window, MTLD by a threshold, HD-D by a sample, K by its formula. MTLD needs
 * some 100 words to be steady, HD-D and MATTR more than their sample or window.
 *
 * When not: a set of articles is not one text. At the seams between articles
 * the subject changes and MATTR and MTLD rise; measure each article and take
 * the mean.
 *
 * All functions are pure. They fail with FAULT_DOMAIN for a text without words
 * and as said below, and then leave their result as it was.
 */
#ifndef ANALYSIS_MEASURES_DIVERSITY_H
#define ANALYSIS_MEASURES_DIVERSITY_H

#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

enum { DIVERSITY_WINDOW = 50, DIVERSITY_SAMPLE = 42 };
#define DIVERSITY_THRESHOLD 0.72

/* Types by tokens, V / N: above 0, 1 when no word is repeated. */
bool diversity_ttr(double *ttr, const uint64_t *frequencies, size_t types, struct fault *fault);

/*
 * Yule's characteristic K (1944), 10^4 (sum f^2 - N) / N^2: 0 when no word is
 * repeated, below 10^4; the higher, the fewer words do the work.
 */
bool diversity_yule_k(double *k, const uint64_t *frequencies, size_t types, struct fault *fault);

/*
 * HD-D (McCarthy and Jarvis 2007): the mean TTR of all samples of `sample`
 * words drawn without replacement; 1 / sample to 1. Fails also when the text has
 * fewer words than the sample, or the sample is 0.
 */
bool diversity_hdd(double *hdd, const uint64_t *frequencies, size_t types, uint64_t sample,
                   struct fault *fault);

/*
 * MATTR (Covington and McFall 2010): the mean TTR of all stretches of `window`
 * words; 1 / window to 1. Fails also when the text is shorter than the window,
 * or the window is 0.
 */
bool diversity_mattr(double *mattr, const uint32_t *words, size_t count, size_t window,
                     struct fault *fault);

struct diversity_mtld {
    double value; /* words, the mean of the two; 1 or more */
    double forward;
    double backward;
};

/*
 * MTLD (McCarthy and Jarvis 2010): the mean number of words it takes until TTR
 * falls below `threshold`. A stretch ends with the word that takes it below;
 * what is left at the end counts as the part (1 - TTR) / (1 - threshold) of a
 * stretch. Fails also when no word is repeated, as it then never falls, and
 * when the threshold is not between 0 and 1.
 */
bool diversity_mtld(struct diversity_mtld *mtld, const uint32_t *words, size_t count,
                    double threshold, struct fault *fault);

#endif
