/*
 * Any text at all, pushed whole or in small steps: each record is a tree whose
 * children know their parent, no deeper than promised, and all of it is UTF-8.
 */
#include "corpus/base/xml.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_record(struct bytes *out, const struct xml_node *record)
{
    const struct xml_node *node = record;

    for (; node; node = xmltree_next(node, record)) {
        size_t depth = 0;

        for (const struct xml_node *above = node; above != record; above = above->parent)
            depth++;
        if (depth > XML_DEPTH_MAX)
            abort();
        bytes_print(out, "<%.*s>%.*s", SPAN_PRINT(node->name), SPAN_PRINT(node->text));
        for (const struct xml_attribute *at = node->attributes; at; at = at->next)
            bytes_print(out, " %.*s=%.*s", SPAN_PRINT(at->name), SPAN_PRINT(at->value));
        for (const struct xml_node *child = node->first; child; child = child->next)
            if (child->parent != node)
                abort();
    }
}

static void read_in_steps(struct bytes *out, struct span text, size_t step)
{
    static const char *const names[] = {"item", NULL};
    struct xml *xml = xml_open(names);
    bool more = true;
    size_t at = 0;

    while (more) {
        size_t end = at + step < text.length ? at + step : text.length;
        const struct xml_node *record;

        while (end < text.length && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
            end++;
        more = xml_push(xml, span_cut(text, at, end), end == text.length);
        at = end;
        while ((record = xml_record(xml)) != NULL)
            add_record(out, record);
    }
    xml_close(xml);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes text = BYTES_EMPTY;
    struct bytes whole = BYTES_EMPTY;
    struct bytes parts = BYTES_EMPTY;

    (void)utf8_repair(&text, (struct span){(const char *)data, size});
    read_in_steps(&whole, bytes_span(&text), text.count + 1);
    read_in_steps(&parts, bytes_span(&text), 7);
    if (utf8_valid_length(bytes_span(&whole)) != whole.count ||
        utf8_valid_length(bytes_span(&parts)) != parts.count)
        abort();
    bytes_release(&text);
    bytes_release(&whole);
    bytes_release(&parts);
    return 0;
}
