/*
 * English articles in a line each, annotated into a batch.
 */
#ifndef TESTS_SAMPLE_BATCH_H
#define TESTS_SAMPLE_BATCH_H

#include "corpus/annotate.h"
#include "corpus/store/revision.h"

struct sample {
    const char *id, *source, *published, *text;
};

/* Adds the samples to the batch, which is empty; the caller releases it before the annotator. */
static inline void samples_annotate(struct batch *batch, struct annotator *annotator,
                                    const struct sample *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct article article = {
            .id = span_of(list[i].id),
            .source = span_of(list[i].source),
            .title = span_of("A title"),
            .published = span_of(list[i].published),
            .language = span_of("en"),
            .text = span_of(list[i].text),
        };

        batch_add(batch, &article, revision_hashes(&article));
    }
    annotate_batch(annotator, batch);
}

#endif
