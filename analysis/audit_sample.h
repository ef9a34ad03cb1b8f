/*
 * The sample of an audit: quotations and passages, drawn at random.
 *
 *     struct audit_sample sample = {.size = 200, .seed = 1};
 *     if (!audit_sample_draw(&sample, &audit, &findings, store, &fault))
 *         return false;
 *     ...
 *     audit_sample_release(&sample);
 *
 * Quotations: all quoted words of the study, by outlet, day and article, are cut
 * into `size` equal stretches, and in each one word is drawn. So a quotation is
 * drawn in proportion to its words, as shares count it; a long one may be drawn
 * more than once, which its row says. Passages: the paragraphs of the study's
 * articles, in the same order, are cut into half as many stretches, and one
 * is drawn in each; they show what was missed.
 *
 * The same articles, settings, size and seed give the same sample.
 */
#ifndef ANALYSIS_AUDIT_SAMPLE_H
#define ANALYSIS_AUDIT_SAMPLE_H

#include "analysis/audit.h"

enum { AUDIT_SAMPLE_SIZE = 200, AUDIT_SAMPLE_MOST = 10000 };

struct audit_row {
    bool passage;        /* else a quotation */
    uint32_t article;    /* index into findings.articles_shown */
    uint32_t draws;      /* of a quotation */
    uint32_t speaker;    /* of a quotation: index into findings.speakers */
    uint32_t found;      /* of a passage: quotations that were found in it */
    struct span id;      /* "quote:OUTLET:ARTICLE:START" */
    struct span check;   /* changes with the row and with all that the sample is drawn from */
    struct span text;    /* the quotation; empty for a passage */
    struct span context; /* sentences around it, or the passage, with [[ ]] around what was found */
};

struct audit_sample {
    struct arena arena;
    struct audit_row *rows; /* quotations, then passages */
    size_t count, capacity;
    uint32_t size; /* words drawn; set by the caller, as is the seed */
    uint64_t seed;
};

#define AUDIT_SAMPLE_EMPTY ((struct audit_sample){0})

/*
 * Draws. Fails with FAULT_INPUT where the study has no quotation, and as
 * store_text() does.
 */
bool audit_sample_draw(struct audit_sample *sample, const struct audit *audit,
                       const struct findings *findings, struct store *store, struct fault *fault);

void audit_sample_release(struct audit_sample *sample);

#endif
