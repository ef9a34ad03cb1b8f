#include "analysis/windows.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* Where a node stands. */
struct windows_place {
    uint32_t node, at;
};

/* What is near it is visited for one node at a time. */
struct visiting {
    const struct windows *windows;
    const uint32_t *words;
    size_t length;
    const struct windows_place *places; /* of this node */
    size_t count;
    struct windows_visitor visitor;
};

static int by_node(const void *left, const void *right)
{
    const struct windows_place *a = left, *b = right;

    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* The nodes' places, by node and then position. */
static size_t list_places(struct windows *windows, const uint32_t *words, size_t count)
{
    size_t places = 0, others = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t node = windows->node_of[words[i]];

        if (node == WINDOWS_NONE)
            continue;
        windows->places =
            memory_grow(windows->places, &windows->capacity, places + 1, sizeof *windows->places);
        others += places && windows->places[places - 1].node != node;
        windows->places[places++] = (struct windows_place){node, (uint32_t)i};
    }
    if (others)
        qsort(windows->places, places, sizeof *windows->places, by_node);
    return places;
}

/* True where no other place of the node is near the p-th. */
static bool is_alone(const struct visiting *visiting, size_t p)
{
    const struct windows *windows = visiting->windows;
    const struct windows_place *places = visiting->places;
    size_t at = places[p].at;

    return !(p && at - places[p - 1].at <= windows->right) &&
           !(p + 1 < visiting->count && places[p + 1].at - at <= windows->left);
}

static bool visit_node(const struct visiting *visiting, struct fault *fault)
{
    const struct windows *windows = visiting->windows;
    size_t next = 0; /* all before it were decided about */

    for (size_t p = 0; p < visiting->count; p++) {
        size_t at = visiting->places[p].at;
        size_t end =
            visiting->length - at > windows->right + 1 ? at + windows->right + 1 : visiting->length;

        /* The next place decides about itself. */
        if (p + 1 < visiting->count && visiting->places[p + 1].at < end)
            end = visiting->places[p + 1].at;
        if (next + windows->left < at)
            next = at - windows->left;
        for (; next < end; next++) {
            if (next == at && is_alone(visiting, p))
                continue;
            if (!visiting->visitor.near(visiting->visitor.context, visiting->places[p].node,
                                        visiting->words[next], fault))
                return false;
        }
    }
    return true;
}

bool windows_visit(struct windows *windows, const uint32_t *words, size_t count,
                   struct windows_visitor visitor, struct fault *fault)
{
    size_t places = list_places(windows, words, count);
    struct visiting visiting = {
        .windows = windows, .words = words, .length = count, .visitor = visitor};

    for (size_t first = 0, end; first < places; first = end) {
        end = first + 1;
        while (end < places && windows->places[end].node == windows->places[first].node)
            end++;
        visiting.places = windows->places + first;
        visiting.count = end - first;
        if (!visit_node(&visiting, fault))
            return false;
    }
    return true;
}

void windows_release(struct windows *windows)
{
    free(windows->places);
    windows->places = NULL;
    windows->capacity = 0;
}
