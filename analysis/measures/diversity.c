#include "analysis/measures/diversity.h"

#include "corpus/base/memory.h"

#include <gsl/gsl_sort_uint.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

static bool tokens_of(uint64_t *tokens, const uint64_t *frequencies, size_t types,
                      struct fault *fault)
{
    *tokens = 0;
    for (size_t i = 0; i < types; i++)
        *tokens += frequencies[i];
    if (*tokens > 0)
        return true;
    return fault_set(fault, FAULT_DOMAIN, "a text without words has no diversity");
}

bool diversity_ttr(double *ttr, const uint64_t *frequencies, size_t types, struct fault *fault)
{
    uint64_t tokens;
    size_t used = 0;

    if (!tokens_of(&tokens, frequencies, types, fault))
        return false;
    for (size_t i = 0; i < types; i++)
        used += frequencies[i] > 0;
    *ttr = (double)used / (double)tokens;
    return true;
}

bool diversity_yule_k(double *k, const uint64_t *frequencies, size_t types, struct fault *fault)
{
    uint64_t tokens;
    double repeats = 0;

    if (!tokens_of(&tokens, frequencies, types, fault))
        return false;
    /* f (f - 1) in place of f^2: sum f is N, so nothing need be taken away. */
    for (size_t i = 0; i < types; i++)
        repeats += frequencies[i] > 1 ? (double)frequencies[i] * ((double)frequencies[i] - 1) : 0;
    *k = 1e4 * repeats / ((double)tokens * (double)tokens);
    return true;
}

/* The chance that a sample holds a type at all, 1 - the hypergeometric chance of none. */
static double chance_of(uint64_t frequency, uint64_t tokens, uint64_t sample)
{
    double none = 0; /* its logarithm */

    if (frequency + sample > tokens)
        return 1;
    for (uint64_t drawn = 0; drawn < sample; drawn++)
        none += log1p(-(double)frequency / (double)(tokens - drawn));
    return -expm1(none);
}

bool diversity_hdd(double *hdd, const uint64_t *frequencies, size_t types, uint64_t sample,
                   struct fault *fault)
{
    uint64_t tokens;
    double sum = 0;

    if (!tokens_of(&tokens, frequencies, types, fault))
        return false;
    if (sample == 0 || tokens < sample)
        return fault_set(fault, FAULT_DOMAIN,
                         "a text of %" PRIu64 " words gives no sample of %" PRIu64, tokens, sample);
    for (size_t i = 0; i < types; i++)
        sum += chance_of(frequencies[i], tokens, sample);
    *hdd = sum / (double)sample;
    return true;
}

/* A text with its types numbered from 0 on, and a number for each of them. */
struct numbered {
    size_t *types; /* of each word */
    size_t *marks; /* of each type, 0 at first */
};

static void numbered_release(struct numbered *text)
{
    free(text->marks);
    free(text->types);
}

static void numbered_start(struct numbered *text, const uint32_t *words, size_t count)
{
    size_t *order = memory_new(count, sizeof *order);
    size_t type = 0;

    text->types = memory_new(count, sizeof *text->types);
    text->marks = memory_new(count, sizeof *text->marks);
    gsl_sort_uint_index(order, words, 1, count);
    for (size_t i = 1; i < count; i++) {
        type += words[order[i]] != words[order[i - 1]];
        text->types[order[i]] = type;
    }
    free(order);
}

bool diversity_mattr(double *mattr, const uint32_t *words, size_t count, size_t window,
                     struct fault *fault)
{
    struct numbered text;
    size_t distinct = 0;
    double sum = 0;

    if (window == 0 || count < window)
        return fault_set(fault, FAULT_DOMAIN, "a text of %zu words has no window of %zu", count,
                         window);
    numbered_start(&text, words, count);
    for (size_t i = 0; i < count; i++) {
        if (i >= window)
            distinct -= --text.marks[text.types[i - window]] == 0;
        distinct += text.marks[text.types[i]]++ == 0;
        if (i + 1 >= window)
            sum += (double)distinct;
    }
    numbered_release(&text);
    *mattr = sum / (double)window / (double)(count - window + 1);
    return true;
}

/* How many stretches the text has, read forward or backward from its end. */
static double stretches(struct numbered *text, size_t count, double threshold, bool backward)
{
    double whole = 0;
    double ttr = 1;
    size_t start = 0, distinct = 0;

    /* A mark is the place after the last one of its type: old stretches need no clearing. */
    for (size_t i = 0; i < count; i++)
        text->marks[i] = 0;
    for (size_t i = 0; i < count; i++) {
        size_t type = text->types[backward ? count - 1 - i : i];

        distinct += text->marks[type] <= start;
        text->marks[type] = i + 1;
        ttr = (double)distinct / (double)(i + 1 - start);
        if (ttr >= threshold)
            continue;
        whole++;
        start = i + 1;
        distinct = 0;
        ttr = 1;
    }
    return whole + (1 - ttr) / (1 - threshold);
}

bool diversity_mtld(struct diversity_mtld *mtld, const uint32_t *words, size_t count,
                    double threshold, struct fault *fault)
{
    struct numbered text;
    double forward, backward;

    if (!(threshold > 0 && threshold < 1))
        return fault_set(fault, FAULT_DOMAIN, "mtld: the threshold %g is not between 0 and 1",
                         threshold);
    if (count == 0)
        return fault_set(fault, FAULT_DOMAIN, "a text without words has no diversity");
    numbered_start(&text, words, count);
    forward = stretches(&text, count, threshold, false);
    backward = stretches(&text, count, threshold, true);
    numbered_release(&text);
    if (forward == 0)
        return fault_set(fault, FAULT_DOMAIN,
                         "no word of the text is repeated, so mtld has no value");
    mtld->forward = (double)count / forward;
    mtld->backward = (double)count / backward;
    mtld->value = (mtld->forward + mtld->backward) / 2;
    return true;
}
