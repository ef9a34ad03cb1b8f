/*
 * A user's regular expression for one word, by PCRE2: the only door to it.
 *
 *     struct regex *regex = NULL;
 *     bool fits;
 *
 *     if (!regex_compile(&regex, span_of("infla(tion|ry)"), &fault) ||
 *         !regex_fits(&fits, regex, term, &fault))
 *         ...
 *     regex_release(regex);
 *
 * The whole word must match, in UTF-8, without regard to case. What a pattern
 * may cost is limited, so that none can hold up a run.
 */
#ifndef ANALYSIS_REGEX_H
#define ANALYSIS_REGEX_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"

struct regex;

/* The longest pattern, in bytes. */
enum { REGEX_BYTES_MAX = 1024 };

/*
 * Fails with FAULT_USAGE, saying why and at which letter, where `pattern` is
 * no regular expression, and with FAULT_LIMIT where it is too long. `pattern`
 * is copied.
 */
bool regex_compile(struct regex **regex, struct span pattern, struct fault *fault);

/* Fails with FAULT_LIMIT where it would take too long on this word. */
bool regex_fits(bool *fits, const struct regex *regex, struct span word, struct fault *fault);

void regex_release(struct regex *regex); /* NULL is allowed */

#endif
