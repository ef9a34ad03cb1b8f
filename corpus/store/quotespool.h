/*
 * The quotations of many articles, in the articles' order, kept for reading
 * them again without the store: there they lie within the articles' records,
 * scattered over the whole file.
 *
 *     struct quotespool *spool = quotespool_open();
 *     while (next article)
 *         if (!quotespool_add(spool, &article, &fault))
 *             ...
 *     if (!quotespool_visit(spool, visit, context, &fault))
 *         ...
 *     quotespool_close(spool);
 */
#ifndef CORPUS_STORE_QUOTESPOOL_H
#define CORPUS_STORE_QUOTESPOOL_H

#include "corpus/store/store.h"

struct quotespool;

struct quotespool *quotespool_open(void);

/* Copies the article's quotations; one without any is passed over. Fails as a spool does. */
bool quotespool_add(struct quotespool *spool, const struct stored_article *article,
                    struct fault *fault);

/* Visits all of them, in order. Stops, failing, when `visit` or the spool fails. */
bool quotespool_visit(const struct quotespool *spool, store_quote_visitor *visit, void *context,
                      struct fault *fault);

void quotespool_close(struct quotespool *spool); /* NULL is allowed */

#endif
