/*
 * Signature: what a file's first bytes and its name say it is not.
 *
 *     const char *reason = signature_refusal(path, start);
 *
 *     if (reason)
 *         skip(path, reason);
 */
#ifndef CORPUS_READ_SIGNATURE_H
#define CORPUS_READ_SIGNATURE_H

#include "corpus/base/span.h"

/* Bytes of a file's beginning that signature_refusal() wants to see. */
enum { SIGNATURE_LOOK = 8 << 10 };

/*
 * Why the file cannot be read as text or Markdown: a text that
 * lives with the program; NULL where nothing speaks against it. Binary is what
 * has a NUL in its first 8 KB, or more than 30 % control characters there.
 */
const char *signature_refusal(struct span path, struct span start);

#endif
