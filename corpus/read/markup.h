/*
 * Markup: an HTML page as a flat list of elements and texts, in the order of
 * the document. The only door to libxml2's HTML parser.
 *
 *     struct markup markup = MARKUP_EMPTY;
 *
 *     if (!markup_read(&markup, page, &fault))
 *         return false;
 *     for (uint32_t i = 0; i < markup.count; i = i + 1)
 *         if (markup.nodes[i].tag == TAG_H1)
 *             use(i + 1, markup.nodes[i].end);        what lies within it
 *     markup_release(&markup);
 *
 * A parent stands before its children, and what a node holds lies between it
 * and `end`: whoever walks the list once has walked the tree, however deep it
 * is, without a stack. Entities are decoded, comments are gone, nothing is
 * fetched. Attributes that say nothing of an article are left out.
 */
#ifndef CORPUS_READ_MARKUP_H
#define CORPUS_READ_MARKUP_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"

#include <stdint.h>

/* Those that stand within a line come first. */
enum markup_tag {
    TAG_TEXT,  /* no element but a text */
    TAG_OTHER, /* span, u, font, anything that is not known */
    TAG_A,
    TAG_B, /* b, strong */
    TAG_BR,
    TAG_BUTTON,
    TAG_EM, /* em, i */
    TAG_INPUT,
    TAG_LINK,
    TAG_META,
    TAG_SCRIPT,
    TAG_TIME,
    TAG_LINES, /* from here on, on lines of their own; itself no element */
    TAG_ADDRESS,
    TAG_ARTICLE,
    TAG_ASIDE,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_CELL, /* td, th */
    TAG_DIV,
    TAG_FIGURE,
    TAG_FOOTER,
    TAG_FORM,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEAD,
    TAG_HEADER,
    TAG_HTML,
    TAG_LI,
    TAG_LIST, /* ul, ol */
    TAG_MAIN,
    TAG_NAV,
    TAG_P,
    TAG_PRE,
    TAG_SECTION,
    TAG_TABLE,
    TAG_TITLE,
    TAG_BLOCK,  /* any other */
    TAG_UNSEEN, /* style, svg, noscript, iframe, select, figcaption, ...: no part of a text */
};

enum markup_attribute {
    ATTRIBUTE_ARIA_HIDDEN,
    ATTRIBUTE_CLASS,
    ATTRIBUTE_CONTENT,
    ATTRIBUTE_DATETIME,
    ATTRIBUTE_HIDDEN,
    ATTRIBUTE_HREF,
    ATTRIBUTE_HTTP_EQUIV,
    ATTRIBUTE_ID,
    ATTRIBUTE_ITEMPROP,
    ATTRIBUTE_ITEMTYPE,
    ATTRIBUTE_LANG,
    ATTRIBUTE_NAME,
    ATTRIBUTE_PROPERTY,
    ATTRIBUTE_REL,
    ATTRIBUTE_ROLE,
    ATTRIBUTE_STYLE,
    ATTRIBUTE_TYPE,
    MARKUP_ATTRIBUTES
};

struct markup_node {
    uint32_t parent; /* itself for the first */
    uint32_t end;    /* past the last node within it */
    uint32_t text;   /* where its text begins, or the first of its attributes */
    uint32_t length; /* bytes of the text, or how many attributes */
    enum markup_tag tag;
};

struct markup_value {
    enum markup_attribute attribute;
    uint32_t text, length;
};

struct markup {
    struct markup_node *nodes; /* owned; the first holds all others and is no element */
    size_t count, capacity;
    struct markup_value *values; /* owned */
    size_t value_count, value_capacity;
    struct bytes text; /* all texts and values */
};

#define MARKUP_EMPTY ((struct markup){0})

/* Most elements and texts of a page, and attributes of an element. */
enum { MARKUP_NODES_MAX = 1000000, MARKUP_ATTRIBUTES_MAX = 1000 };

/*
 * Reads a page of UTF-8, shorter than 1 GB; markup is MARKUP_EMPTY before.
 * Fails with FAULT_LIMIT past the numbers above and where so many tags are
 * closed that were never opened that reading on would take too long.
 */
bool markup_read(struct markup *markup, struct span page, struct fault *fault);

void markup_release(struct markup *markup);

/* The text of a text node. */
static inline struct span markup_text(const struct markup *markup, uint32_t node)
{
    return (struct span){bytes_text(&markup->text) + markup->nodes[node].text,
                         markup->nodes[node].length};
}

/* An element's attribute; empty where it has none, or none of that value. */
struct span markup_value(const struct markup *markup, uint32_t node,
                         enum markup_attribute attribute);

/* Adds `text` with its entities (`&amp;`, `&#8217;`) decoded; for texts that were not markup. */
void markup_decode(struct bytes *out, struct span text);

#endif
