/*
 * Headline: which of a page's titles is the article's.
 *
 *     struct span title = headline_choose(&blocks, &markup, names, source);
 */
#ifndef CORPUS_READ_HEADLINE_H
#define CORPUS_READ_HEADLINE_H

#include "corpus/read/blocks.h"
#include "corpus/read/markup.h"

/* What the page calls itself, the most trusted first; empty where it does not. */
enum headline_name { HEADLINE_JSON, HEADLINE_OPEN_GRAPH, HEADLINE_META, HEADLINE_TITLE, HEADLINES };

/*
 * The first <h1> that one of the names bears out, without the kicker that the
 * names lack; else a name, that of <title> without the outlet's; else, or where
 * that stands nowhere near, the last heading before the prose; part of the
 * blocks or of the names. `source` is the outlet where it is known.
 */
struct span headline_choose(const struct blocks *blocks, const struct markup *markup,
                            const struct span names[HEADLINES], struct span source);

/*
 * The index of the block with which prose begins: long, little linked, and another such soon
 * behind it; 0 for none.
 */
size_t headline_first_prose(const struct blocks *blocks);

/* The index of the block that says this title, alone or with little else; blocks->count for none.
 */
size_t headline_block(const struct blocks *blocks, struct span title);

/* True where the block says the title, which is plain, with no more than a kicker beside it. */
bool headline_says(const struct blocks *blocks, size_t index, const struct bytes *title);

/* Adds letters and digits of `text`, folded: what titles are compared by. */
void headline_plain(struct bytes *plain, struct span text);

#endif
