#include "corpus/read/read_newsxml.h"

#include "corpus/base/memory.h"
#include "corpus/base/xmlhead.h"
#include "corpus/read/fragment.h"
#include "corpus/read/tidy.h"
#include "corpus/read/xmlrecords.h"

#include <stdlib.h>

/* --- where the fields stand ------------------------------------------------------------ */

enum field {
    FIELD_ID,
    FIELD_TITLE,
    FIELD_AUTHOR,
    FIELD_PUBLISHED,
    FIELD_URL,
    FIELD_SOURCE,
    FIELD_SECTION,
    FIELD_LANGUAGE,
    FIELDS
};

/*
 * One place: the first element of this name within the child `within`, and in
 * it the child `inner`, or an attribute. NULL: anywhere in the item; the
 * element itself; its text. An element of NULL is the item.
 */
struct place {
    enum field field;
    const char *within, *element, *inner, *attribute;
};

/* The better places of a field stand first. */
static const struct place g2_places[] = {
    {FIELD_ID, NULL, NULL, NULL, "guid"},
    {FIELD_TITLE, "contentMeta", "headline", NULL, NULL},
    {FIELD_TITLE, "itemMeta", "title", NULL, NULL},
    {FIELD_AUTHOR, "contentMeta", "by", NULL, NULL},
    {FIELD_PUBLISHED, "itemMeta", "versionCreated", NULL, NULL},
    {FIELD_PUBLISHED, "itemMeta", "firstCreated", NULL, NULL},
    {FIELD_PUBLISHED, "contentMeta", "contentCreated", NULL, NULL},
    {FIELD_SOURCE, "itemMeta", "provider", "name", NULL},
    {FIELD_SOURCE, "contentMeta", "infoSource", "name", NULL},
    {FIELD_SOURCE, "itemMeta", "provider", NULL, "literal"},
    {FIELD_SOURCE, "itemMeta", "provider", NULL, "qcode"},
    {FIELD_SECTION, "contentMeta", "subject", "name", NULL},
    {FIELD_SECTION, "itemMeta", "service", "name", NULL},
    {FIELD_SECTION, "contentMeta", "slugline", NULL, NULL},
    {FIELD_LANGUAGE, "contentMeta", "language", NULL, "tag"},
    {FIELD_LANGUAGE, NULL, NULL, NULL, "lang"},
};

/* Looked at after the NITF within, whose byline names the writers better. */
static const struct place g2_last_places[] = {
    {FIELD_AUTHOR, "contentMeta", "creator", "name", NULL},
};

static const struct place nitf_places[] = {
    {FIELD_ID, "head", "doc-id", NULL, "id-string"},
    {FIELD_TITLE, "body", "hl1", NULL, NULL},
    {FIELD_TITLE, "body", "hedline", NULL, NULL},
    {FIELD_TITLE, "head", "title", NULL, NULL},
    {FIELD_AUTHOR, "body", "byline", NULL, NULL},
    {FIELD_PUBLISHED, "head", "pubdata", NULL, "date.publication"},
    {FIELD_PUBLISHED, "head", "date.issue", NULL, "norm"},
    {FIELD_PUBLISHED, "head", "date.release", NULL, "norm"},
    {FIELD_PUBLISHED, "body", "story.date", NULL, "norm"},
    {FIELD_URL, "head", "pubdata", NULL, "ex-ref"},
    {FIELD_SOURCE, "head", "pubdata", NULL, "name"},
    {FIELD_SOURCE, "body", "distributor", NULL, NULL},
    {FIELD_SOURCE, "head", "doc.copyright", NULL, "holder"},
    {FIELD_SECTION, "head", "pubdata", NULL, "position.section"},
    {FIELD_SECTION, "head", "series", NULL, "series.name"},
    {FIELD_SECTION, "head", "tobject.subject", NULL, "tobject.subject.type"},
    {FIELD_LANGUAGE, NULL, NULL, NULL, "lang"},
    {FIELD_LANGUAGE, NULL, "body", NULL, "lang"},
};

static const struct place newsml_places[] = {
    {FIELD_ID, "Identification", "PublicIdentifier", NULL, NULL},
    {FIELD_ID, "Identification", "NewsItemId", NULL, NULL},
    {FIELD_TITLE, NULL, "HeadLine", NULL, NULL},
    {FIELD_AUTHOR, NULL, "ByLine", NULL, NULL},
    {FIELD_PUBLISHED, "NewsManagement", "ThisRevisionCreated", NULL, NULL},
    {FIELD_PUBLISHED, "NewsManagement", "FirstCreated", NULL, NULL},
    {FIELD_PUBLISHED, "Identification", "DateId", NULL, NULL},
    {FIELD_SOURCE, NULL, "Provider", "Party", "FormalName"},
    {FIELD_SOURCE, NULL, "Source", "Party", "FormalName"},
    {FIELD_SOURCE, "Identification", "ProviderId", NULL, NULL},
    {FIELD_SECTION, NULL, "Subject", NULL, "FormalName"},
    {FIELD_SECTION, NULL, "SlugLine", NULL, NULL},
    {FIELD_LANGUAGE, NULL, "Language", NULL, "FormalName"},
    {FIELD_LANGUAGE, NULL, NULL, NULL, "lang"},
};

static const struct place reuters_places[] = {
    {FIELD_ID, NULL, NULL, NULL, "itemid"},      {FIELD_TITLE, NULL, "headline", NULL, NULL},
    {FIELD_TITLE, NULL, "title", NULL, NULL},    {FIELD_AUTHOR, NULL, "byline", NULL, NULL},
    {FIELD_PUBLISHED, NULL, NULL, NULL, "date"}, {FIELD_LANGUAGE, NULL, NULL, NULL, "lang"},
};

#define PLACES(places) (places), sizeof(places) / sizeof *(places)

static struct span *field_of(struct article *article, enum field field)
{
    struct span *const fields[FIELDS] = {
        [FIELD_ID] = &article->id,           [FIELD_TITLE] = &article->title,
        [FIELD_AUTHOR] = &article->author,   [FIELD_PUBLISHED] = &article->published,
        [FIELD_URL] = &article->url,         [FIELD_SOURCE] = &article->source,
        [FIELD_SECTION] = &article->section, [FIELD_LANGUAGE] = &article->language,
    };

    return fields[field];
}

/* Text without a byline's job titles. */
static void add_text(struct bytes *out, const struct xml_node *node)
{
    for (const struct xml_node *child = node->first; child; child = child->next) {
        bytes_add(out, child->text);
        if (child->name.length && !span_is(child->name, "byttl"))
            add_text(out, child);
    }
}

static struct span without_comma(struct span text)
{
    text = span_trim(text);
    while (span_ends(text, ","))
        text = span_trim(span_cut(text, 0, text.length - 1));
    return text;
}

/* All elements of this name beside `node`; but one of a class says the same in another form. */
static void add_people(struct bytes *out, const struct xml_node *node, const char *inner)
{
    const struct xml_node *first = node;

    for (; node; node = node->next) {
        const struct xml_node *name = inner ? xmltree_child(node, inner) : node;
        struct bytes text = BYTES_EMPTY;

        if (!span_equal(node->name, first->name) || !name)
            continue;
        add_text(&text, name);
        if (out->count && without_comma(bytes_span(&text)).length)
            bytes_add_text(out, ", ");
        tidy_author(out, without_comma(bytes_span(&text)), SPAN_EMPTY);
        bytes_release(&text);
        if (xmltree_attribute(node, "class").length)
            break;
    }
}

static void add_place(struct bytes *out, const struct xml_node *item, const struct place *place)
{
    const struct xml_node *node = place->within ? xmltree_child(item, place->within) : item;
    struct bytes text = BYTES_EMPTY;

    if (place->element)
        node = xmltree_find(node, place->element);
    if (node && place->field == FIELD_AUTHOR) {
        add_people(out, node, place->inner);
        return;
    }
    if (place->inner)
        node = xmltree_child(node, place->inner);
    if (place->attribute)
        bytes_add(&text, xmltree_attribute(node, place->attribute));
    else if (node)
        fragment_tree(&text, node);
    /* Of a code, "nprov:REUTERS", the part that its scheme does not say. */
    if (place->attribute && strcmp(place->attribute, "qcode") == 0 && text.count &&
        memchr(text.items, ':', text.count))
        bytes_add_text(out, strchr(text.items, ':') + 1);
    else
        fragment_plain(out, bytes_span(&text));
    bytes_release(&text);
}

/* Fills the fields that are still empty. */
static void fill(struct article *article, struct arena *arena, const struct xml_node *item,
                 const struct place *places, size_t count)
{
    struct bytes text = BYTES_EMPTY;

    for (size_t i = 0; item && i < count; i++) {
        struct span *field = field_of(article, places[i].field);

        if (field->length)
            continue;
        add_place(&text, item, &places[i]);
        *field = arena_copy(arena, span_trim(bytes_span(&text)));
        bytes_clear(&text);
    }
    bytes_release(&text);
}

/* --- texts -------------------------------------------------------------------------------- */

static bool holds(struct span text, const char *part)
{
    size_t length = strlen(part);

    for (size_t at = 0; at + length <= text.length; at++)
        if (memcmp(text.bytes + at, part, length) == 0)
            return true;
    return false;
}

/* The body's paragraphs; where a block is marked as the full text, that alone. */
static void add_nitf(struct bytes *out, const struct xml_node *nitf)
{
    const struct xml_node *body = xmltree_find(nitf, "body.content");
    const struct xml_node *part = body;

    while (part && !span_is(xmltree_attribute(part, "class"), "full_text"))
        part = xmltree_next(part, body);
    if (!body)
        body = xmltree_find(nitf, "abstract");
    if (body)
        fragment_tree(out, part ? part : body);
}

/* What an item holds as elements: NITF, XHTML, or nothing that we know. */
static void add_elements(struct bytes *out, const struct xml_node *node)
{
    const struct xml_node *nitf = xmltree_find(node, "nitf");
    const struct xml_node *html = xmltree_find(node, "html");
    const struct xml_node *child = xmltree_first(node);

    if (nitf)
        add_nitf(out, nitf);
    else if (html)
        fragment_tree(out, xmltree_child(html, "body") ? xmltree_child(html, "body") : html);
    else if (child && (holds(child->space, "xhtml") || span_is(child->name, "p") ||
                       span_is(child->name, "body.content")))
        fragment_tree(out, node);
}

/* What an item holds as characters, which may be HTML. */
static void add_characters(struct bytes *out, const struct xml_node *node)
{
    struct bytes text = BYTES_EMPTY;
    bool html = holds(xmltree_attribute(node, "contenttype"), "html");

    xmltree_text(&text, node);
    if (html || holds(bytes_span(&text), "</p>"))
        fragment_html(out, bytes_span(&text));
    else
        fragment_plain(out, bytes_span(&text));
    bytes_release(&text);
}

/* The first rendition that is text. */
static void add_g2(struct bytes *out, const struct xml_node *item)
{
    const struct xml_node *set = xmltree_child(item, "contentSet");
    const struct xml_node *part = set ? set->first : NULL;

    for (; part && out->count == 0; part = part->next) {
        if (span_is(part->name, "inlineXML"))
            add_elements(out, part);
        else if (span_is(part->name, "inlineData") && !xmltree_attribute(part, "encoding").length)
            add_characters(out, part);
    }
}

static void add_newsml(struct bytes *out, const struct xml_node *item)
{
    const struct xml_node *part = item;

    for (; part && out->count == 0; part = xmltree_next(part, item)) {
        if (!span_is(part->name, "DataContent"))
            continue;
        if (xmltree_first(part))
            add_elements(out, part);
        else
            add_characters(out, part);
    }
}

static void add_reuters(struct bytes *out, const struct xml_node *item)
{
    const struct xml_node *text = xmltree_child(item, "text");

    if (text)
        fragment_tree(out, text);
}

/* --- items ---------------------------------------------------------------------------------- */

struct kind {
    const char *name; /* of the element */
    void (*add)(struct bytes *, const struct xml_node *);
    const struct place *places;
    size_t place_count;
    const char *refusal; /* NULL where it may be an article */
};

static const struct kind kinds[] = {
    {"newsItem", add_g2, PLACES(g2_places), NULL},
    {"NewsItem", add_newsml, PLACES(newsml_places), NULL},
    {"newsitem", add_reuters, PLACES(reuters_places), NULL},
    {"nitf", add_nitf, PLACES(nitf_places), NULL},
    {"packageItem", NULL, NULL, 0, "a package names articles and holds none"},
    {"conceptItem", NULL, NULL, 0, "it describes a concept and is no article"},
    {"knowledgeItem", NULL, NULL, 0, "it is a list of concepts and no article"},
    {"planningItem", NULL, NULL, 0, "it plans coverage and is no article"},
    {"catalogItem", NULL, NULL, 0, "it is a catalogue and no article"},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct kind *kind_of(const struct xml_node *item)
{
    const struct kind *kind = kinds;

    while (!span_is(item->name, kind->name))
        kind++;
    return kind;
}

/* The code of the item's state, "usable" or "canceled"; empty where it has none. */
static struct span status_of(const struct xml_node *item)
{
    const struct xml_node *g2 = xmltree_child(xmltree_child(item, "itemMeta"), "pubStatus");
    const struct xml_node *newsml = xmltree_child(xmltree_child(item, "NewsManagement"), "Status");
    struct span code = xmltree_attribute(g2 ? g2 : newsml, g2 ? "qcode" : "FormalName");
    const char *colon = code.length ? memchr(code.bytes, ':', code.length) : NULL;

    return colon ? span_cut(code, (size_t)(colon - code.bytes) + 1, code.length) : code;
}

/* True for states in which an item is not to be published. */
static bool is_withheld(struct span status)
{
    static const char *const names[] = {"canceled", "Canceled", "Cancelled", "cancelled",
                                        "withheld", "Withheld", "Embargoed"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_is(status, names[i]))
            return true;
    return false;
}

static const char *why_empty(const struct xml_node *item)
{
    if (xmltree_find(item, "remoteContent"))
        return "its content lies in another file";
    if (xmltree_find(item, "inlineXML") && xmltree_first(xmltree_find(item, "inlineXML")))
        return "its content is neither NITF nor XHTML";
    return "the item has no text";
}

/* Fills the article, or says why it is none. */
static bool read_item(struct article *article, struct arena *arena, const struct xml_node *item,
                      struct fault *fault)
{
    const struct kind *kind = kind_of(item);
    const struct xml_node *nitf = xmltree_find(item, "nitf");
    struct bytes text = BYTES_EMPTY;

    if (kind->refusal)
        return fault_set(fault, FAULT_INPUT, "%s", kind->refusal);
    if (is_withheld(status_of(item)))
        return fault_set(fault, FAULT_INPUT, "the item's status is '%.*s'",
                         SPAN_PRINT(status_of(item)));
    kind->add(&text, item);
    article->text = arena_copy(arena, span_trim(bytes_span(&text)));
    bytes_release(&text);
    fill(article, arena, item, kind->places, kind->place_count);
    fill(article, arena, nitf, PLACES(nitf_places));
    if (kind->add == add_g2)
        fill(article, arena, item, PLACES(g2_last_places));
    return article->text.length || fault_set(fault, FAULT_INPUT, "%s", why_empty(item));
}

/* --- as a format ------------------------------------------------------------------------------ */

struct newsxml {
    struct xmlrecords records;
    const char *names[KINDS + 1]; /* of records */
    size_t items;                 /* so far */
    bool told;                    /* what ended it early */
};

static bool claims(struct span path, struct span start)
{
    static const char *const roots[] = {"newsMessage", "NewsML"};
    char root[XMLHEAD_ROOM];

    (void)path;
    if (!xmlhead_root(root, start))
        return false;
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(root, kinds[i].name) == 0)
            return true;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (strcmp(root, roots[i]) == 0)
            return true;
    return holds(start, "<nitf") || holds(start, "<newsItem");
}

/* After the last item: one more skip where the file ended early or held none. */
static enum format_result finish(struct newsxml *news, struct fault *fault)
{
    const struct fault *why = xml_fault(news->records.xml);

    if (news->told)
        return FORMAT_END;
    news->told = true;
    if (why->kind != FAULT_NONE)
        *fault = *why;
    else if (news->items == 0)
        (void)fault_set(fault, FAULT_INPUT, "there is no news item in it");
    else
        return FORMAT_END;
    return FORMAT_SKIP;
}

static struct newsxml *begin(struct input *input)
{
    struct newsxml *news = memory_new(1, sizeof *news);

    for (size_t i = 0; i < KINDS; i++)
        news->names[i] = kinds[i].name;
    xmlrecords_open(&news->records, news->names, input);
    return news;
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    struct newsxml *news = job->state;
    const struct xml_node *item;
    struct bytes where = BYTES_EMPTY;

    if (!news)
        job->state = news = begin(job->input);
    job->where = SPAN_EMPTY;
    item = xmlrecords_next(&news->records, job->input);
    if (!item)
        return finish(news, fault);
    bytes_print(&where, "item %zu", ++news->items);
    job->where = arena_copy(job->arena, bytes_span(&where));
    bytes_release(&where);
    article->replaced = xmlrecords_replaced(&news->records);
    return read_item(article, job->arena, item, fault) ? FORMAT_ARTICLE : FORMAT_SKIP;
}

static void close(struct format_job *job)
{
    struct newsxml *news = job->state;

    if (news)
        xmlrecords_release(&news->records);
    free(news);
    job->state = NULL;
}

const struct format read_newsxml_format = {.name = "news XML",
                                           .many = true,
                                           .text = false,
                                           .claims = claims,
                                           .next = next,
                                           .close = close};
