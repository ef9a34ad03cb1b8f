/*
 * Finishing: what is done with every article, whatever format it comes from:
 * its texts become UTF-8, its fields are tidied, and what it does not say of
 * itself its file's path and address say.
 *
 *     finishing_article(&article, &(struct finishing){.about = input_about(input), ...});
 */
#ifndef CORPUS_READ_FINISHING_H
#define CORPUS_READ_FINISHING_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/config.h"
#include "corpus/read/format.h"
#include "corpus/read/input.h"

struct finishing {
    const struct input_about *about; /* of the input that holds it */
    const struct format *format;
    const struct config *config; /* whose names of outlets are taken; or NULL */
    uint64_t place;              /* among the input's articles, from 1 */
    struct arena *arena;         /* for what is made new */
};

/* Bytes that were no UTF-8 become U+FFFD and are added to article->replaced. */
void finishing_article(struct article *article, const struct finishing *finishing);

#endif
