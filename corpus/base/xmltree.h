/*
 * A light tree of XML, as xml.h reads it: elements with their attributes, and
 * the texts between them. It is only looked at; who made it owns it.
 */
#ifndef CORPUS_BASE_XMLTREE_H
#define CORPUS_BASE_XMLTREE_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

struct xml_attribute {
    struct span name;  /* without its prefix */
    struct span space; /* as of an element */
    struct span value;
    struct xml_attribute *next;
};

/* An element, or a piece of text. */
struct xml_node {
    struct span name;  /* of an element, without its prefix; of a text empty */
    struct span space; /* the address its prefix is declared for, else the prefix; or empty */
    struct span text;  /* of a text */
    struct xml_attribute *attributes;
    struct xml_node *parent;       /* NULL for the root */
    struct xml_node *first, *last; /* what is in it */
    struct xml_node *next;         /* the next of the same parent */
};

/* The first element in `node`, or NULL. */
const struct xml_node *xmltree_first(const struct xml_node *node);

/* The first element of this name in `node`, or NULL; `node` may be NULL, here and below. */
const struct xml_node *xmltree_child(const struct xml_node *node, const char *name);

/* The same at any depth, in document order. */
const struct xml_node *xmltree_find(const struct xml_node *node, const char *name);

/* The node after `node` in document order within `top`; NULL at the end. */
const struct xml_node *xmltree_next(const struct xml_node *node, const struct xml_node *top);

/* The value of the attribute, or an empty span. */
struct span xmltree_attribute(const struct xml_node *node, const char *name);

/* Adds all text in `node`, as it stands. */
void xmltree_text(struct bytes *out, const struct xml_node *node);

#endif
