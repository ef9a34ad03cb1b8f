/*
 * The audit: how right the quotations and their speakers are, told by people.
 *
 * What may be judged are the quotations of the study that count, and the
 * paragraphs of its articles. audit_sample.h draws from them, judgements.h reads
 * what people wrote, audit_found.h makes estimates of it.
 *
 *     struct audit audit = AUDIT_EMPTY;
 *     struct survey_options options = {.audit = &audit, ...};
 *     survey_make(&findings, store, &options, &fault);
 *     ...
 *     audit_release(&audit);
 */
#ifndef ANALYSIS_AUDIT_H
#define ANALYSIS_AUDIT_H

#include "analysis/findings.h"
#include "analysis/speakers.h"

/* A piece of a quotation of the study. */
struct audit_quote {
    uint32_t article; /* index into findings.articles_shown */
    uint32_t number;  /* of the article in the store */
    uint32_t story;
    uint32_t start, end, words;
    uint32_t speaker; /* index into findings.speakers */
};

/* An article of the study that counts. */
struct audit_article {
    uint32_t article, number; /* as above */
    uint32_t quote, quotes;   /* its first among the quotes, and how many it has */
};

struct audit {
    struct audit_quote *quotes; /* by outlet, article and place in the text */
    size_t quote_count;
    struct audit_article *articles; /* by outlet, then in the study's order */
    size_t article_count;
    uint64_t words; /* quoted */
};

#define AUDIT_EMPTY ((struct audit){0})

/* Fills what may be judged; the findings' speakers must be found. */
void audit_take(struct audit *audit, const struct findings *findings,
                const struct speakers *speakers, const struct counts *counts);

void audit_release(struct audit *audit);

#endif
