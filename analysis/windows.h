/*
 * Windows: the positions near a node in a stretch of words.
 *
 *     struct windows windows = {.left = 5, .right = 5, .node_of = node_of};
 *     if (!windows_visit(&windows, words, count, (struct windows_visitor){context, count_near},
 * &fault))
 *         ...
 *     windows_release(&windows);
 *
 * A position is near a node that stands at most `left` words behind it or `right` words
 * before it: the window reaches `left` words to the node's left. It is visited once for
 * each node, however many of that node's places it is near. A node's own place is
 * near that node only where another of its places is.
 */
#ifndef ANALYSIS_WINDOWS_H
#define ANALYSIS_WINDOWS_H

#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

/* No node, in `node_of`. */
#define WINDOWS_NONE UINT32_MAX

struct windows_place;

struct windows {
    size_t left, right;      /* words, at most WINDOWS_MOST */
    const uint32_t *node_of; /* borrowed; by term: the node that it is, or WINDOWS_NONE */
    struct windows_place *places;
    size_t capacity;
};

/* More than any stretch has. */
#define WINDOWS_MOST ((size_t)1 << 30)

struct windows_visitor {
    void *context;
    bool (*near)(void *context, uint32_t node, uint32_t term, struct fault *fault);
};

/* Visits by node, then position. Stops, failing, when the visitor does. */
bool windows_visit(struct windows *windows, const uint32_t *words, size_t count,
                   struct windows_visitor visitor, struct fault *fault);

void windows_release(struct windows *windows);

#endif
