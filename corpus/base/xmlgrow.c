#include "corpus/base/xmlgrow.h"

#include <assert.h>

void xmlgrow_batch(struct xmlgrow *grow)
{
    grow->next_record = grow->last_record = NULL;
    grow->batch = grow->open ? 1 - grow->open_batch : 0;
    arena_clear(&grow->batches[grow->batch]);
    if (!grow->open)
        arena_clear(&grow->batches[1]);
}

static struct arena *arena_now(struct xmlgrow *grow)
{
    return grow->open ? &grow->batches[grow->open_batch] : &grow->head;
}

/* Counts bytes held; false where they are too many. */
static bool hold(struct xmlgrow *grow, size_t bytes)
{
    size_t *held = grow->open ? &grow->open_held : &grow->head_held;

    *held += bytes;
    if (*held > XML_HELD_MAX && !grow->excess)
        grow->excess = grow->open || grow->whole ? "the article is longer than 16 MB"
                                                 : "what stands around articles is longer than "
                                                   "16 MB";
    return !grow->excess;
}

static void append(struct xml_node *parent, struct xml_node *node)
{
    node->parent = parent;
    if (!parent)
        return;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

static bool flush_text(struct xmlgrow *grow)
{
    struct xml_node *node;

    /* Blanks between records are many, and say nothing. */
    if (grow->names && !grow->open && !grow->whole &&
        span_trim(bytes_span(&grow->pending)).length == 0)
        bytes_clear(&grow->pending);
    if (grow->pending.count == 0)
        return !grow->excess;
    if (hold(grow, sizeof *node + grow->pending.count)) {
        node = arena_new(arena_now(grow), 1, sizeof *node);
        node->text = arena_copy(arena_now(grow), bytes_span(&grow->pending));
        append(grow->current, node);
    }
    bytes_clear(&grow->pending);
    return !grow->excess;
}

bool xmlgrow_text(struct xmlgrow *grow, struct span text)
{
    if (grow->current && !grow->excess)
        bytes_add(&grow->pending, text);
    return grow->pending.count <= XML_HELD_MAX || flush_text(grow);
}

/* Ends the innermost element; after a record the tree goes on around it. */
static void end_current(struct xmlgrow *grow)
{
    struct xml_node *node = grow->current;

    assert(node);
    if (node == grow->open || (grow->whole && node == grow->root)) {
        if (grow->last_record)
            grow->last_record->next = node;
        else
            grow->next_record = node;
        grow->last_record = node;
        grow->open = NULL;
    }
    grow->current = node->parent;
    grow->depth--;
}

bool xmlgrow_end(struct xmlgrow *grow, struct span name)
{
    const struct xml_node *node = grow->current;
    const struct xml_node *outside;

    if (!flush_text(grow))
        return false;
    while (node && !span_equal(node->name, name))
        node = node->parent;
    if (!node)
        return true;
    outside = node->parent;
    while (grow->current != outside)
        end_current(grow);
    return true;
}

static bool is_record(const struct xmlgrow *grow, struct span name)
{
    for (size_t i = 0; grow->names && grow->names[i]; i++)
        if (span_is(name, grow->names[i]))
            return true;
    return false;
}

bool xmlgrow_begin(struct xmlgrow *grow, struct span name, struct span space)
{
    struct xml_node *node;

    if (!flush_text(grow))
        return false;
    if (grow->open && span_equal(grow->open->name, name))
        (void)xmlgrow_end(grow, name);
    if (grow->depth == XML_DEPTH_MAX)
        grow->excess = "elements lie more than 256 deep";
    if (!grow->root)
        grow->whole = is_record(grow, name);
    if (!hold(grow, sizeof *node + name.length + space.length))
        return false;
    if (!grow->open && grow->root && !grow->whole && is_record(grow, name)) {
        /* Not in its parent's list, which outlives it. */
        node = arena_new(&grow->batches[grow->batch], 1, sizeof *node);
        node->parent = grow->current;
        grow->open = node;
        grow->open_batch = grow->batch;
        grow->open_held = 0;
    } else {
        node = arena_new(arena_now(grow), 1, sizeof *node);
        append(grow->current, node);
    }
    node->name = arena_copy(arena_now(grow), name);
    node->space = arena_copy(arena_now(grow), space);
    if (!grow->root)
        grow->root = node;
    grow->current = node;
    grow->depth++;
    return true;
}

bool xmlgrow_attribute(struct xmlgrow *grow, struct span name, struct span space, struct span value)
{
    struct arena *arena = arena_now(grow);
    struct xml_attribute *attribute;

    if (!hold(grow, sizeof *attribute + name.length + space.length + value.length))
        return false;
    attribute = arena_new(arena, 1, sizeof *attribute);
    attribute->name = arena_copy(arena, name);
    attribute->space = arena_copy(arena, space);
    attribute->value = arena_copy(arena, value);
    attribute->next = grow->current->attributes;
    grow->current->attributes = attribute;
    return true;
}

void xmlgrow_finish(struct xmlgrow *grow)
{
    if (!flush_text(grow))
        return;
    while (grow->current)
        end_current(grow);
}

const struct xml_node *xmlgrow_record(struct xmlgrow *grow)
{
    const struct xml_node *record = grow->next_record;

    if (record)
        grow->next_record = record->next;
    return record;
}

void xmlgrow_release(struct xmlgrow *grow)
{
    arena_release(&grow->head);
    arena_release(&grow->batches[0]);
    arena_release(&grow->batches[1]);
    bytes_release(&grow->pending);
    *grow = XMLGROW_EMPTY;
}
