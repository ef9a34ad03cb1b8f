#include "corpus/base/xmlentity.h"

#include "corpus/base/memory.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>

enum {
    TEXT_MAX = 1024,          /* bytes that one may stand for */
    EXPANDED_MAX = 256 << 10, /* bytes that all of a document's may stand for */
    DECLARED_MAX = 4096,
    NAME_ROOM = 32,
};

struct xmlentity_own {
    struct span text;    /* in the table's arena */
    const char *refusal; /* why it is not used; NULL where it is */
};

/* Names and numbers that need no declaration; false where `name` is none. */
static bool add_known(struct bytes *out, struct span name)
{
    char text[NAME_ROOM] = "";
    const htmlEntityDesc *known;

    if (name.length < 2 || name.length >= sizeof text)
        return false;
    memcpy(text, name.bytes, name.length);
    if (text[0] == '#') {
        bool hex = text[1] == 'x' || text[1] == 'X';
        char *end = NULL;
        unsigned long code = strtoul(text + (hex ? 2 : 1), &end, hex ? 16 : 10);

        if (*end)
            return false;
        bytes_add_point(out, code > UINT32_MAX ? UINT32_MAX : (uint32_t)code);
        return true;
    }
    known = htmlEntityLookup((const xmlChar *)text);
    if (known)
        bytes_add_point(out, known->value);
    else if (span_is(name, "apos"))
        bytes_add_byte(out, '\'');
    return known || span_is(name, "apos");
}

/* Adds a declared text with what its references stand for; false where one is not known. */
static bool add_decoded(struct bytes *out, struct span text)
{
    while (text.length) {
        const char *mark = memchr(text.bytes, '&', text.length);
        const char *end =
            mark ? memchr(mark, ';', text.length - (size_t)(mark - text.bytes)) : NULL;
        size_t start = mark ? (size_t)(mark - text.bytes) : text.length;

        bytes_add(out, span_cut(text, 0, start));
        text = span_cut(text, start, text.length);
        if (!mark)
            break;
        if (!end || !add_known(out, span_cut(text, 1, (size_t)(end - text.bytes))))
            return false;
        text = span_cut(text, (size_t)(end - text.bytes) + 1, text.length);
    }
    return true;
}

static struct xmlentity_own judge(struct xmlentity *entities, struct span text, bool external)
{
    struct xmlentity_own own = {0};
    struct bytes decoded = BYTES_EMPTY;

    if (external)
        own.refusal = "stands for another file, which is not opened";
    else if (text.length > TEXT_MAX)
        own.refusal = "stands for too much text";
    else if (text.length && memchr(text.bytes, '<', text.length))
        own.refusal = "stands for markup";
    else if (!add_decoded(&decoded, text))
        own.refusal = "stands for other entities";
    else
        own.text = arena_copy(&entities->names.arena, bytes_span(&decoded));
    bytes_release(&decoded);
    return own;
}

const char *xmlentity_declare(struct xmlentity *entities, struct span name, struct span text,
                              bool external)
{
    size_t known = entities->names.count;
    uint32_t id = table_add(&entities->names, name);

    if (entities->names.count == known)
        return NULL;
    if (entities->names.count > DECLARED_MAX)
        return "is one of more than 4096 that the DTD declares";
    entities->own =
        memory_grow(entities->own, &entities->capacity, (size_t)id + 1, sizeof *entities->own);
    entities->own[id] = judge(entities, text, external);
    return NULL;
}

const char *xmlentity_add(struct bytes *out, struct xmlentity *entities, struct span name)
{
    uint32_t id = table_find(&entities->names, name);

    if (id == TABLE_NONE) {
        if (!add_known(out, name))
            bytes_print(out, "&%.*s;", SPAN_PRINT(name));
        return NULL;
    }
    if (entities->own[id].refusal)
        return entities->own[id].refusal;
    entities->expanded += entities->own[id].text.length;
    if (entities->expanded > EXPANDED_MAX)
        return "is used so often that it stands for too much text";
    bytes_add(out, entities->own[id].text);
    return NULL;
}

const char *xmlentity_add_all(struct bytes *out, struct xmlentity *entities, struct span text,
                              struct span *name)
{
    const char *refusal = NULL;

    while (text.length && !refusal) {
        const char *mark = memchr(text.bytes, '&', text.length);
        size_t start = mark ? (size_t)(mark - text.bytes) : text.length;
        const char *end = mark ? memchr(mark, ';', text.length - start) : NULL;

        bytes_add(out, span_cut(text, 0, end ? start : text.length));
        if (!end)
            break;
        *name = span_cut(text, start + 1, (size_t)(end - text.bytes));
        refusal = xmlentity_add(out, entities, *name);
        text = span_cut(text, (size_t)(end - text.bytes) + 1, text.length);
    }
    return refusal;
}

void xmlentity_release(struct xmlentity *entities)
{
    table_release(&entities->names);
    free(entities->own);
    *entities = XMLENTITY_EMPTY;
}
