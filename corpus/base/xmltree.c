#include "corpus/base/xmltree.h"

const struct xml_node *xmltree_first(const struct xml_node *node)
{
    const struct xml_node *child = node->first;

    while (child && !child->name.length)
        child = child->next;
    return child;
}

const struct xml_node *xmltree_child(const struct xml_node *node, const char *name)
{
    const struct xml_node *child = node ? node->first : NULL;

    while (child && !span_is(child->name, name))
        child = child->next;
    return child;
}

const struct xml_node *xmltree_next(const struct xml_node *node, const struct xml_node *top)
{
    if (node->first)
        return node->first;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

const struct xml_node *xmltree_find(const struct xml_node *node, const char *name)
{
    const struct xml_node *found = node ? node->first : NULL;

    while (found && !span_is(found->name, name))
        found = xmltree_next(found, node);
    return found;
}

struct span xmltree_attribute(const struct xml_node *node, const char *name)
{
    const struct xml_attribute *attribute = node ? node->attributes : NULL;

    while (attribute && !span_is(attribute->name, name))
        attribute = attribute->next;
    return attribute ? attribute->value : SPAN_EMPTY;
}

void xmltree_text(struct bytes *out, const struct xml_node *node)
{
    const struct xml_node *at = node;

    while (at) {
        bytes_add(out, at->text);
        at = xmltree_next(at, node);
    }
}
