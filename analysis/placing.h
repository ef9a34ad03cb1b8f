/*
 * Placing: articles find their stories on a thread of their own, while the
 * caller reads the next ones.
 *
 *     struct placing *placing = placing_start(window, threads);
 *     for each article, in the order of stories.h
 *         placing_add(placing, &(struct story_article){...});
 *     placing_end(placing);
 *     place = placing_place(placing, index);
 *     placing_free(placing);
 *
 * Places are those of stories_add(), whatever the number of threads.
 */
#ifndef ANALYSIS_PLACING_H
#define ANALYSIS_PLACING_H

#include "analysis/stories.h"

#include <stddef.h>

struct placing;

/* `window` as in stories_start(); with one thread the caller does the work. */
struct placing *placing_start(int32_t window, int threads);

/* Takes the next article; its signature is copied. */
void placing_add(struct placing *placing, const struct story_article *article);

/* Waits until all have a place. Nothing may be added after it. */
void placing_end(struct placing *placing);

/* Where the article with this index belongs; its story is named by its first article. */
struct story_place placing_place(const struct placing *placing, size_t index);

void placing_free(struct placing *placing); /* NULL is allowed; also before the end */

#endif
