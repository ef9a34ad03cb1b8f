/*
 * JSON that is not plain, read by json-c: what it says of a text counts, and
 * it takes much that the standard does not.
 */
#ifndef CORPUS_BASE_JSONLOOSE_H
#define CORPUS_BASE_JSONLOOSE_H

#include "corpus/base/fault.h"
#include "corpus/base/jsontree.h"

enum jsonloose_rule {
    JSONLOOSE_OBJECT, /* one object that the text holds whole */
    JSONLOOSE_ANY,    /* any value, with commas too many, remarks, and anything behind it */
};

struct jsonloose;

/*
 * Reads a value; its names and texts are valid until the release. Of two
 * members of one name the later counts, in the place of the earlier.
 * Fails with FAULT_INPUT, saying what is wrong, and with FAULT_LIMIT where the
 * text has 2 GB or more.
 */
bool jsonloose_read(struct jsonloose **loose, struct jsontree *tree, struct span text,
                    enum jsonloose_rule rule, struct fault *fault);

void jsonloose_release(struct jsonloose *loose); /* NULL is allowed */

#endif
