/*
 * Metadata: what a page says of its article beside the text.
 *
 *     struct metadata metadata;
 *
 *     metadata_find(&metadata, &arena, &markup, &blocks);
 *
 * Each field has sources of falling rank, and the best that says something
 * usable wins: JSON-LD (of NewsArticle and its kin, in arrays and @graph),
 * <meta> of Open Graph, article:, Parsely, Dublin Core and others, itemprop,
 * rel, <time>, the address, and at last what stands near the headline. The
 * title is the headline that readers see where the page's other titles bear it
 * out; from <title> the outlet's name is stripped.
 */
#ifndef CORPUS_READ_METADATA_H
#define CORPUS_READ_METADATA_H

#include "corpus/base/arena.h"
#include "corpus/read/blocks.h"
#include "corpus/read/markup.h"

/* UTF-8, on one line each but for the body; empty where the page does not say. */
struct metadata {
    struct span title;
    struct span author; /* several are parted by ", " */
    struct span source;
    struct span section;
    struct span url;
    struct span published; /* one that dates_read() reads */
    struct span language;  /* the primary tag alone: "en" */
    bool article;          /* it calls itself an article, in JSON-LD or og:type */
    struct span body;      /* the article's text, of JSON-LD's articleBody */
};

/* Texts are copies in `arena`; `blocks` are those of `markup`. */
void metadata_find(struct metadata *metadata, struct arena *arena, const struct markup *markup,
                   const struct blocks *blocks);

#endif
