#include "corpus/base/xml.h"

#include "corpus/base/memory.h"
#include "corpus/base/xmlentity.h"
#include "corpus/base/xmlmend.h"
#include "corpus/base/xmlsafe.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>

enum {
    RESTARTS_FREE = 256,   /* places at which libxml2 gives up and is begun anew, and one more */
    RESTART_BYTES = 4096,  /* for each so many bytes */
    ATTRIBUTES_MAX = 8192, /* of a tag; libxml2 compares each with each */
    TAG_MAX = 4 << 20,     /* bytes */
    PIECE = 32 << 10,      /* bytes that libxml2 gets at a time, so that little is read twice */
    SHELLS = 32,           /* elements opened around what is read anew */
    NAME_ROOM = 64,
};

#define AFTER_ROOT "line %d: what follows the first root element is not read"

struct xml {
    struct xmlgrow grow;
    xmlParserCtxtPtr context; /* NULL before the first text */
    struct bytes mended;      /* a push without what XML does not allow */
    size_t replaced;
    bool over;
    struct fault fault;

    struct bytes rest; /* what another context is to read */
    bool restart;
    int shells; /* start tags of ours that are still to come */
    size_t restarts, pushed;
    int line;               /* lines before those of this context */
    char ending[NAME_ROOM]; /* the name on an end tag that libxml2 did not expect */

    struct xmlentity entities;
    xmlEntity entity; /* what libxml2 is shown of one */
    struct bytes value;
};

/* --- ending early ------------------------------------------------------------------------ */

static void stop(struct xml *xml)
{
    xml->over = true;
    xmlStopParser(xml->context);
}

static int line_number(const struct xml *xml)
{
    return xml->line + (xml->context->input ? xml->context->input->line : 0);
}

/*
 * Ends this context; the next begins with `instead`, and with what the text
 * goes on from `from`, which lies in this one's input.
 */
static void read_anew(struct xml *xml, const char *instead, const xmlChar *from)
{
    xmlParserInputPtr input = xml->context->input;

    if (xml->over || xml->restart)
        return;
    if (++xml->restarts > RESTARTS_FREE + xml->pushed / RESTART_BYTES) {
        (void)fault_set(&xml->fault, FAULT_LIMIT,
                        "line %d: it is ill-formed in more than %zu places; the rest is not read",
                        line_number(xml), xml->restarts - 1);
        stop(xml);
        return;
    }
    bytes_clear(&xml->rest);
    bytes_add_text(&xml->rest, instead);
    bytes_add(&xml->rest, (struct span){(const char *)from, (size_t)(input->end - from)});
    xml->restart = true;
    xml->line += input->line - 1;
    xmlStopParser(xml->context);
}

/* --- the tree ---------------------------------------------------------------------------- */

static struct span span_of_xml(const xmlChar *text)
{
    return text ? span_of((const char *)text) : SPAN_EMPTY;
}

/* Tells `kept`: a limit that the tree passed ends the reading. */
static void keep(struct xml *xml, bool kept)
{
    if (kept || xml->over)
        return;
    (void)fault_set(&xml->fault, FAULT_LIMIT, "line %d: %s", line_number(xml), xml->grow.excess);
    stop(xml);
}

/* --- entities ------------------------------------------------------------------------------ */

/* Tells `refusal`: an entity that is refused ends the reading. */
static void refuse(struct xml *xml, struct span name, const char *refusal)
{
    if (!refusal || xml->over)
        return;
    (void)fault_set(&xml->fault, FAULT_LIMIT, "line %d: the entity '%.*s' %s", line_number(xml),
                    SPAN_PRINT(name), refusal);
    stop(xml);
}

// NOLINTNEXTLINE(readability-function-size): libxml2 gives the parameters
static void declare_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                           const xmlChar *system_id, xmlChar *content)
{
    struct xml *xml = data;
    bool external = type != XML_INTERNAL_GENERAL_ENTITY;

    (void)public_id;
    (void)system_id;
    if (type != XML_INTERNAL_PARAMETER_ENTITY && type != XML_EXTERNAL_PARAMETER_ENTITY)
        refuse(
            xml, span_of_xml(name),
            xmlentity_declare(&xml->entities, span_of_xml(name), span_of_xml(content), external));
}

/*
 * libxml2 expands nothing itself: of a text it is told that the entity is one
 * of XML's own, which it copies; of an attribute's value, that the reference
 * stays, and value_of() decodes it.
 */
static xmlEntityPtr find_entity(void *data, const xmlChar *name)
{
    static xmlChar none[] = "";
    struct xml *xml = data;

    if (xml->context->inSubset)
        return NULL;
    bytes_clear(&xml->value);
    xml->entity = (xmlEntity){
        .type = XML_ENTITY_DECL, .name = name, .orig = none, .etype = XML_INTERNAL_GENERAL_ENTITY};
    if (xml->context->instate == XML_PARSER_ATTRIBUTE_VALUE)
        return &xml->entity;
    refuse(xml, span_of_xml(name), xmlentity_add(&xml->value, &xml->entities, span_of_xml(name)));
    bytes_add_byte(&xml->value, '\0');
    xml->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    xml->entity.content = (xmlChar *)xml->value.items;
    xml->entity.length = (int)xml->value.count - 1;
    return &xml->entity;
}

static xmlEntityPtr refuse_parameter(void *data, const xmlChar *name)
{
    refuse(data, span_of_xml(name), "is a parameter of its DTD, which is not read");
    return NULL;
}

/* --- what libxml2 reports --------------------------------------------------------------------- */

/* An attribute's value: libxml2 left `&#38;` and our entities in it. */
static struct span value_of(struct xml *xml, struct span raw)
{
    struct span name = SPAN_EMPTY;
    const char *refusal;

    if (!raw.length || !memchr(raw.bytes, '&', raw.length))
        return raw;
    bytes_clear(&xml->value);
    refusal = xmlentity_add_all(&xml->value, &xml->entities, raw, &name);
    refuse(xml, name, refusal);
    return bytes_span(&xml->value);
}

// NOLINTNEXTLINE(readability-function-size): libxml2 gives the parameters
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                     int space_count, const xmlChar **spaces, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct xml *xml = data;

    (void)space_count;
    (void)spaces;
    (void)defaulted;
    if (xml->shells > 0) {
        xml->shells--;
        return;
    }
    if (xml->over || xml->restart)
        return;
    /* Else it leaves out all references that come after its first complaint. */
    xml->context->wellFormed = 1;
    if (xml->grow.root && !xml->grow.current) {
        (void)fault_set(&xml->fault, FAULT_INPUT, AFTER_ROOT, line_number(xml));
        stop(xml);
        return;
    }
    keep(xml, xmlgrow_begin(&xml->grow, span_of_xml(name), span_of_xml(space ? space : prefix)));
    for (int i = 0; i < count && !xml->over; i++, attributes += 5) {
        struct span raw = {(const char *)attributes[3], (size_t)(attributes[4] - attributes[3])};
        struct span value = value_of(xml, raw);

        if (!xml->over)
            keep(xml, xmlgrow_attribute(&xml->grow, span_of_xml(attributes[0]),
                                        span_of_xml(attributes[2] ? attributes[2] : attributes[1]),
                                        value));
    }
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    struct xml *xml = data;
    const char *colon = strchr(xml->ending, ':');
    struct span written = colon ? span_of(colon + 1) : span_of(xml->ending);

    (void)prefix;
    (void)space;
    if (xml->over || xml->restart)
        return;
    xml->context->wellFormed = 1;
    keep(xml, xmlgrow_end(&xml->grow, written.length ? written : span_of_xml(name)));
    xml->ending[0] = '\0';
    /* It takes the document for done when its last element ends, which may be one too early. */
    if (xml->grow.current && xml->context->nameNr <= 1 &&
        xml->context->instate == XML_PARSER_END_TAG)
        read_anew(xml, "", xml->context->input->cur);
}

static void on_text(void *data, const xmlChar *text, int length)
{
    struct xml *xml = data;

    xml->context->wellFormed = 1;
    if (!xml->over && !xml->restart)
        keep(xml, xmlgrow_text(&xml->grow, (struct span){(const char *)text, (size_t)length}));
}

/* The last `mark` before what libxml2 reads next, or NULL. */
static const xmlChar *last_mark(xmlParserInputPtr input, char mark)
{
    const xmlChar *at = input->cur;

    while (at > input->base && at[-1] != (xmlChar)mark)
        at--;
    return at > input->base ? at - 1 : NULL;
}

/* A start tag with an `&` that begins no reference is read again, mended. */
static void read_tag_anew(struct xml *xml)
{
    const xmlChar *start = last_mark(xml->context->input, '<');
    const xmlChar *end = start ? xmlStrchr(start, '>') : NULL;
    struct bytes tag = BYTES_EMPTY;

    if (!end)
        return;
    xmlmend_ampersands(&tag, (struct span){(const char *)start, (size_t)(end - start)});
    read_anew(xml, bytes_text(&tag), end);
    bytes_release(&tag);
}

/* An `&` that begins no reference stands for itself. */
static void keep_ampersand(struct xml *xml)
{
    xmlParserInputPtr input = xml->context->input;
    const xmlChar *mark = last_mark(input, '&');

    if (xml->context->instate == XML_PARSER_ATTRIBUTE_VALUE)
        read_tag_anew(xml);
    else if (xml->context->instate == XML_PARSER_CONTENT && mark)
        on_text(xml, mark, (int)(input->cur - mark));
}

static void keep_name(struct xml *xml, const char *name)
{
    size_t length = strlen(name);

    length = length < NAME_ROOM - 1 ? length : NAME_ROOM - 1;
    memcpy(xml->ending, name, length);
    xml->ending[length] = '\0';
}

static void on_error(void *data, xmlErrorPtr error)
{
    struct xml *xml = data;
    xmlParserInputPtr input = xml->context->input;
    xmlParserInputState state = xml->context->instate;

    if (!input || xml->over)
        return;
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str2)
        keep_name(xml, error->str2);
    else if (error->code == XML_ERR_DOCUMENT_END && state == XML_PARSER_EPILOG)
        (void)fault_set(&xml->fault, FAULT_INPUT, AFTER_ROOT, line_number(xml));
    else if (!xml->grow.current)
        return;
    else if (error->code == XML_ERR_ENTITYREF_SEMICOL_MISSING ||
             (error->code == XML_ERR_NAME_REQUIRED && state != XML_PARSER_START_TAG))
        keep_ampersand(xml);
    /* These would end the reading, although all that is wrong is a `<` that begins no tag. */
    else if (error->code == XML_ERR_NAME_REQUIRED)
        read_anew(xml, "&#60;", input->cur);
    else if (error->code == XML_ERR_INTERNAL_ERROR && state == XML_PARSER_CONTENT &&
             input->cur < input->end && *input->cur == '<')
        read_anew(xml, "&#60;", input->cur + 1);
}

/* --- pushing ------------------------------------------------------------------------------- */

static void close_context(struct xml *xml)
{
    if (!xml->context)
        return;
    /* libxml2 makes one to keep a DTD's declarations in. */
    if (xml->context->myDoc)
        xmlFreeDoc(xml->context->myDoc);
    xmlFreeParserCtxt(xml->context);
    xml->context = NULL;
}

static void open_context(struct xml *xml)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .getEntity = find_entity,
        .getParameterEntity = refuse_parameter,
        .entityDecl = declare_entity,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
    };

    close_context(xml);
    xml->context = xmlCreatePushParserCtxt(&handler, xml, NULL, 0, NULL);
    if (!xml->context)
        memory_exhausted(1, sizeof handler);
    (void)xmlCtxtUseOptions(xml->context, XML_PARSE_RECOVER | XML_PARSE_NONET |
                                              XML_PARSE_IGNORE_ENC | XML_PARSE_NOXINCNODE);
}

/* Another context reads what the last one left, within elements that we do not look at. */
static void parse_rest(struct xml *xml, bool last)
{
    struct bytes rest = xml->rest;

    xml->rest = BYTES_EMPTY;
    xml->restart = false;
    xml->shells = SHELLS;
    open_context(xml);
    for (int i = 0; i < SHELLS; i++)
        (void)xmlParseChunk(xml->context, "<x>", 3, 0);
    (void)xmlParseChunk(xml->context, bytes_text(&rest), (int)rest.count, last);
    bytes_release(&rest);
}

/* A tag that is not whole yet may not be long already, nor have many attributes. */
static void check_tag(struct xml *xml)
{
    xmlParserInputPtr input = xml->context->input;
    size_t length = input ? (size_t)(input->end - input->cur) : 0;
    size_t count = 0;

    if (length < PIECE || *input->cur != '<' || strchr("!?", input->cur[1]) || xml->over)
        return;
    for (size_t i = 0; i < length && length <= TAG_MAX; i++)
        count += input->cur[i] == '=';
    if (length <= TAG_MAX && count <= ATTRIBUTES_MAX)
        return;
    (void)fault_set(&xml->fault, FAULT_LIMIT,
                    "line %d: a tag is longer than 4 MB, or has more than %d attributes",
                    line_number(xml), ATTRIBUTES_MAX);
    stop(xml);
}

static void parse(struct xml *xml, struct span text, bool last)
{
    xml->pushed += text.length;
    do {
        size_t length = text.length < PIECE ? text.length : PIECE;
        bool ends = last && length == text.length;

        (void)xmlParseChunk(xml->context, text.bytes, (int)length, ends);
        while (xml->restart && !xml->over)
            parse_rest(xml, ends);
        check_tag(xml);
        text = span_cut(text, length, text.length);
    } while (text.length && !xml->over);
}

/* libxml2 has given up, which it does not tell in another way. */
static bool has_halted(const struct xml *xml)
{
    return xml->context && xml->context->disableSAX;
}

/* Says why the reading ends before the document does. */
static void explain(struct xml *xml)
{
    const struct xml_node *node = xml->grow.open ? xml->grow.open : xml->grow.current;
    const xmlError *error = has_halted(xml) ? xmlCtxtGetLastError(xml->context) : NULL;

    if (!xml->grow.root)
        (void)fault_set(&xml->fault, FAULT_INPUT, "there is no XML in it");
    else if (node && error && error->code == XML_ERR_INTERNAL_ERROR)
        (void)fault_set(&xml->fault, FAULT_LIMIT,
                        "line %d: a comment or the like is longer than 10 MB; the rest is not read",
                        line_number(xml));
    else if (node && error && error->message)
        (void)fault_set(&xml->fault, FAULT_INPUT, "line %d: %.*s; the rest is not read",
                        line_number(xml), SPAN_PRINT(span_trim(span_of(error->message))));
    else if (node)
        (void)fault_set(&xml->fault, FAULT_INPUT, "it ends within the element '%.*s'",
                        SPAN_PRINT(node->name));
}

bool xml_push(struct xml *xml, struct span text, bool last)
{
    xmlgrow_batch(&xml->grow);
    if (xml->over)
        return false;
    text = xmlmend_characters(&xml->mended, text, &xml->replaced);
    if (!xml->context) {
        const char *mark = text.length ? memchr(text.bytes, '<', text.length) : NULL;

        text = span_cut(text, mark ? (size_t)(mark - text.bytes) : text.length, text.length);
        if (mark)
            open_context(xml);
    }
    if (xml->context)
        parse(xml, text, last);
    if (!xml->over && !last && !has_halted(xml))
        return true;
    if (xml->fault.kind == FAULT_NONE)
        explain(xml);
    /* What a limit cut short is no article. */
    if (xml->fault.kind != FAULT_LIMIT)
        xmlgrow_finish(&xml->grow);
    xml->over = true;
    return false;
}

/* --- in use -------------------------------------------------------------------------------- */

struct xml *xml_open(const char *const *records)
{
    struct xml *xml = memory_new(1, sizeof *xml);

    xmlsafe_prepare();
    xml->grow.names = records;
    return xml;
}

const struct xml_node *xml_record(struct xml *xml)
{
    return xmlgrow_record(&xml->grow);
}

const struct xml_node *xml_root(const struct xml *xml)
{
    return xml->grow.root;
}

const struct fault *xml_fault(const struct xml *xml)
{
    return &xml->fault;
}

size_t xml_replaced(const struct xml *xml)
{
    return xml->replaced;
}

void xml_close(struct xml *xml)
{
    if (!xml)
        return;
    close_context(xml);
    xmlgrow_release(&xml->grow);
    xmlentity_release(&xml->entities);
    bytes_release(&xml->mended);
    bytes_release(&xml->rest);
    bytes_release(&xml->value);
    free(xml);
}
