/* Yoshikoder's .ykd: XML with categories (cnode) in each other and patterns (pnode) in them. */
#include "analysis/dictionary/dictionary_inside.h"
#include "corpus/base/xml.h"

/* Where the text's tags are looked for, to say the line of a node. */
struct lines {
    struct dictionary_source *source;
    size_t at;
};

static bool starts_at(struct span text, size_t at, const char *what)
{
    return span_starts(span_cut(text, at, text.length), what);
}

/* Sets the source's line to that of the next cnode or pnode: nodes come in the text's order. */
static void find_line(struct lines *lines)
{
    struct span text = lines->source->text;

    for (; lines->at < text.length; lines->at++) {
        if (text.bytes[lines->at] == '\n')
            lines->source->line++;
        if (starts_at(text, lines->at, "<!--")) {
            while (lines->at < text.length && !starts_at(text, lines->at, "-->")) {
                lines->source->line += text.bytes[lines->at] == '\n';
                lines->at++;
            }
        } else if (starts_at(text, lines->at, "<cnode") || starts_at(text, lines->at, "<pnode")) {
            lines->at++;
            return;
        }
    }
}

static bool is_element(const struct xml_node *node, const char *name)
{
    return span_is(node->name, name);
}

/* A cnode that holds cnodes alone, and is the only one, names the dictionary. */
static bool names_dictionary(const struct xml_node *node)
{
    bool holds = false;

    for (const struct xml_node *child = node->parent->first; child; child = child->next) {
        if (child != node && is_element(child, "cnode"))
            return false;
    }
    for (const struct xml_node *child = node->first; child; child = child->next) {
        if (is_element(child, "pnode"))
            return false;
        holds |= is_element(child, "cnode");
    }
    return holds;
}

/* The levels of xml.h are limited, and so are those of categories. */
static bool add_nodes(struct lines *lines, const struct xml_node *parent, uint32_t category,
                      struct fault *fault)
{
    struct dictionary_source *source = lines->source;

    for (const struct xml_node *node = parent->first; node; node = node->next) {
        uint32_t own = category;

        if (is_element(node, "pnode")) {
            find_line(lines);
            if (category == DICTIONARY_NONE)
                return dictionary_refuse(source, fault, "a pattern stands outside of a category");
            if (!dictionary_add_entry(source, category, xmltree_attribute(node, "name"), fault))
                return false;
        } else if (is_element(node, "cnode")) {
            find_line(lines);
            if (!(category == DICTIONARY_NONE && names_dictionary(node)) &&
                !dictionary_add_category(&own, source, category, xmltree_attribute(node, "name"),
                                         fault))
                return false;
            if (!add_nodes(lines, node, own, fault))
                return false;
        }
    }
    return true;
}

bool dictionary_yoshikoder(struct dictionary_source *source, struct fault *fault)
{
    struct xml *xml = xml_open(NULL);
    struct lines lines = {.source = source};
    const struct xml_node *root;
    bool done = true;

    source->line = 1;
    (void)xml_push(xml, source->text, true);
    root = xml_root(xml);
    if (xml_fault(xml)->kind != FAULT_NONE)
        done = fault_set(fault, FAULT_USAGE, "%s: %s", source->name, xml_fault(xml)->message);
    else if (!root || !is_element(root, "dictionary"))
        done = dictionary_refuse(source, fault,
                                 "this XML is no dictionary of Yoshikoder: its root must be "
                                 "<dictionary>");
    else if (span_is(xmltree_attribute(root, "patternengine"), "regexp"))
        done = dictionary_refuse(source, fault,
                                 "its patterns are regular expressions; write them in YAML, "
                                 "each word between slashes");
    else
        done = add_nodes(&lines, root, DICTIONARY_NONE, fault);
    xml_close(xml);
    return done;
}
