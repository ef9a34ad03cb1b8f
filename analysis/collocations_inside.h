/*
 * What the two halves of collocations share: collocations_search.c counts the
 * pairs and lists rows, collocations_spread.c sees how these spread over articles.
 */
#ifndef ANALYSIS_COLLOCATIONS_INSIDE_H
#define ANALYSIS_COLLOCATIONS_INSIDE_H

#include "analysis/collocations.h"
#include "analysis/stretches.h"
#include "analysis/windows.h"

/* Windows and stretches as the wish has them; windows.node_of is still to be set. */
struct windows collocations_windows(const struct collocations_wish *wish);
struct stretches collocations_stretches(const struct collocations_wish *wish,
                                        struct counts_source source);

/* A table by term of the vocabulary, none of them a node; the caller frees it. */
uint32_t *collocations_no_nodes(const struct table *vocabulary);

/*
 * Gives each row's PMI its interval from the articles, which are those of the source.
 * `node_of`, by term, is the row's node, or WINDOWS_NONE. Fails as the source does.
 */
bool collocations_spread(struct collocations *found, struct texts *texts,
                         struct counts_source source, const struct collocations_wish *wish,
                         const uint32_t *node_of, struct fault *fault);

#endif
