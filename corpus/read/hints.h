/*
 * Hints: what the words of a class or an id say of the element's part in the
 * page: `share-bar`, `relatedArticles`, `comment_list`. Weak evidence: the
 * same words stand on whole pages, so who asks weighs them.
 *
 *     if (hints_comment(class))
 *         leave(element);
 */
#ifndef CORPUS_READ_HINTS_H
#define CORPUS_READ_HINTS_H

#include "corpus/base/span.h"

#include <stdint.h>

enum { HINTS_MAX = 192 }; /* more than there are words */

enum { HINTS_NONE = -1 };

/*
 * The first word of `value` that names something beside an article, as its
 * number, from 0 to HINTS_MAX - 1; HINTS_NONE for none.
 */
int hints_beside(struct span value);

/* True when a word of `value` speaks of readers' comments. */
bool hints_comment(struct span value);

/* True when a word of `value` is exactly this one, which is lower case. */
bool hints_word(struct span value, const char *word);

#endif
