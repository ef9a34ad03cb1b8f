/*
 * A JSON document as its parsers leave it: the values one after another, each
 * followed by those within it, in the order of the input.
 *
 * The parsers' doors (jsonplain.h, jsonloose.h) fill it, json.h looks at it.
 * Names and texts are borrowed from the parser that read them.
 */
#ifndef CORPUS_BASE_JSONTREE_H
#define CORPUS_BASE_JSONTREE_H

#include "corpus/base/span.h"

#include <stdint.h>

enum json_kind {
    JSON_NULL,
    JSON_TRUTH, /* true or false */
    JSON_NUMBER,
    JSON_TEXT,
    JSON_ARRAY,
    JSON_OBJECT,
};

struct json {
    enum json_kind kind;
    bool filled;      /* an array or object with something in it; the first of it stands next */
    uint32_t after;   /* how much further on the next of the same parent stands; 0 for the last */
    struct span name; /* of an object's member; else empty */
    struct span text; /* of a text; a number as it is written; else empty */
};

struct jsontree {
    struct json *values; /* owned; the first is the root */
    size_t count, capacity;
    size_t numbers; /* how many of the values are */
};

#define JSONTREE_EMPTY ((struct jsontree){0})

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Adds a value without a `text` yet and returns where it stands. `elder` is where the one
 * before it of the same parent does, 0 for none; it is set to this one.
 */
size_t jsontree_add(struct jsontree *tree, size_t *elder, enum json_kind kind, struct span name);

#ifdef __cplusplus
}
#endif

/*
 * Gives each number its text, out of `text`, which is the JSON that the tree was read from:
 * for a parser that keeps but the numbers' values.
 */
void jsontree_find_numbers(struct jsontree *tree, struct span text);

/* How many numbers the JSON has: more than the tree, where a name came again. */
size_t jsontree_count_numbers(struct span text);

/* Empties the tree and keeps its memory. */
void jsontree_clear(struct jsontree *tree);

void jsontree_release(struct jsontree *tree);

#endif
