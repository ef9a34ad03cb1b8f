#include "corpus/read/markup.h"

#include "corpus/base/memory.h"
#include "corpus/base/xmlsafe.h"
#include "corpus/text/utf8.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>

/*
 * libxml2 looks through all open elements for one that a stray end tag could
 * close: this many looks, about a second, are what a page may cost.
 */
enum { LOOKS_MAX = 200000000, LOOKS_EACH = 64 };

/* --- names -------------------------------------------------------------------------------- */

/* In byte order of the names. */
static const struct {
    const char *name;
    enum markup_tag tag;
} tags[] = {
    {"a", TAG_A},
    {"address", TAG_ADDRESS},
    {"amp-ad", TAG_UNSEEN},
    {"amp-embed", TAG_UNSEEN},
    {"amp-sidebar", TAG_UNSEEN},
    {"applet", TAG_UNSEEN},
    {"article", TAG_ARTICLE},
    {"aside", TAG_ASIDE},
    {"audio", TAG_UNSEEN},
    {"b", TAG_B},
    {"blockquote", TAG_BLOCKQUOTE},
    {"body", TAG_BODY},
    {"br", TAG_BR},
    {"button", TAG_BUTTON},
    {"canvas", TAG_UNSEEN},
    {"caption", TAG_UNSEEN},
    {"center", TAG_BLOCK},
    {"datalist", TAG_UNSEEN},
    {"dd", TAG_BLOCK},
    {"details", TAG_BLOCK},
    {"dialog", TAG_UNSEEN},
    {"dir", TAG_LIST},
    {"div", TAG_DIV},
    {"dl", TAG_BLOCK},
    {"dt", TAG_BLOCK},
    {"em", TAG_EM},
    {"embed", TAG_UNSEEN},
    {"fieldset", TAG_BLOCK},
    {"figcaption", TAG_UNSEEN},
    {"figure", TAG_FIGURE},
    {"footer", TAG_FOOTER},
    {"form", TAG_FORM},
    {"frameset", TAG_BLOCK},
    {"h1", TAG_H1},
    {"h2", TAG_H2},
    {"h3", TAG_H3},
    {"h4", TAG_H4},
    {"h5", TAG_H5},
    {"h6", TAG_H6},
    {"head", TAG_HEAD},
    {"header", TAG_HEADER},
    {"hgroup", TAG_BLOCK},
    {"hr", TAG_BLOCK},
    {"html", TAG_HTML},
    {"i", TAG_EM},
    {"iframe", TAG_UNSEEN},
    {"input", TAG_INPUT},
    {"legend", TAG_BLOCK},
    {"li", TAG_LI},
    {"link", TAG_LINK},
    {"main", TAG_MAIN},
    {"map", TAG_UNSEEN},
    {"menu", TAG_LIST},
    {"meta", TAG_META},
    {"nav", TAG_NAV},
    {"noembed", TAG_UNSEEN},
    {"noframes", TAG_UNSEEN},
    {"noscript", TAG_UNSEEN},
    {"object", TAG_UNSEEN},
    {"ol", TAG_LIST},
    {"optgroup", TAG_UNSEEN},
    {"option", TAG_UNSEEN},
    {"p", TAG_P},
    {"pre", TAG_PRE},
    {"rp", TAG_UNSEEN},
    {"rt", TAG_UNSEEN},
    {"script", TAG_SCRIPT},
    {"section", TAG_SECTION},
    {"select", TAG_UNSEEN},
    {"strong", TAG_B},
    {"style", TAG_UNSEEN},
    {"summary", TAG_BLOCK},
    {"svg", TAG_UNSEEN},
    {"table", TAG_TABLE},
    {"tbody", TAG_BLOCK},
    {"td", TAG_CELL},
    {"template", TAG_UNSEEN},
    {"textarea", TAG_UNSEEN},
    {"tfoot", TAG_BLOCK},
    {"th", TAG_CELL},
    {"thead", TAG_BLOCK},
    {"time", TAG_TIME},
    {"title", TAG_TITLE},
    {"tr", TAG_BLOCK},
    {"ul", TAG_LIST},
    {"video", TAG_UNSEEN},
    {"xml", TAG_UNSEEN},
};

static const struct {
    const char *name;
    enum markup_attribute attribute;
} attributes[] = {
    {"aria-hidden", ATTRIBUTE_ARIA_HIDDEN},
    {"class", ATTRIBUTE_CLASS},
    {"content", ATTRIBUTE_CONTENT},
    {"datetime", ATTRIBUTE_DATETIME},
    {"hidden", ATTRIBUTE_HIDDEN},
    {"href", ATTRIBUTE_HREF},
    {"http-equiv", ATTRIBUTE_HTTP_EQUIV},
    {"id", ATTRIBUTE_ID},
    {"itemprop", ATTRIBUTE_ITEMPROP},
    {"itemtype", ATTRIBUTE_ITEMTYPE},
    {"lang", ATTRIBUTE_LANG},
    {"name", ATTRIBUTE_NAME},
    {"property", ATTRIBUTE_PROPERTY},
    {"rel", ATTRIBUTE_REL},
    {"role", ATTRIBUTE_ROLE},
    {"style", ATTRIBUTE_STYLE},
    {"type", ATTRIBUTE_TYPE},
};

static enum markup_tag tag_of(const char *name)
{
    size_t low = 0, high = sizeof tags / sizeof *tags;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, tags[middle].name);

        if (order == 0)
            return tags[middle].tag;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return TAG_OTHER;
}

static int attribute_of(const char *name)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (name[0] == attributes[i].name[0] && strcmp(name, attributes[i].name) == 0)
            return (int)attributes[i].attribute;
    return -1;
}

struct span markup_value(const struct markup *markup, uint32_t node,
                         enum markup_attribute attribute)
{
    const struct markup_node *element = &markup->nodes[node];

    if (element->tag == TAG_TEXT)
        return SPAN_EMPTY;
    for (uint32_t i = 0; i < element->length; i++) {
        const struct markup_value *value = &markup->values[element->text + i];

        if (value->attribute == attribute)
            return (struct span){bytes_text(&markup->text) + value->text, value->length};
    }
    return SPAN_EMPTY;
}

/* --- what libxml2 calls ------------------------------------------------------------------- */

/* What is being read: the open element is `open`, and open_names holds libxml2's name of each. */
struct reading {
    struct markup *markup;
    htmlParserCtxtPtr parser;
    uint32_t open;
    uint64_t looks;
    const char *reason; /* why reading stopped; NULL where it did not */
};

static void stop(struct reading *reading, const char *reason)
{
    reading->reason = reason;
    xmlStopParser(reading->parser);
}

static uint32_t keep(struct markup *markup, struct span text)
{
    uint32_t at = (uint32_t)markup->text.count;

    bytes_add(&markup->text, text);
    return at;
}

static struct markup_node *add_node(struct reading *reading, enum markup_tag tag)
{
    struct markup *markup = reading->markup;
    struct markup_node *node;

    markup->nodes = memory_grow(markup->nodes, &markup->capacity, markup->count + 1, sizeof *node);
    node = &markup->nodes[markup->count++];
    *node = (struct markup_node){.parent = reading->open, .tag = tag};
    node->end = (uint32_t)markup->count;
    if (markup->count > MARKUP_NODES_MAX)
        stop(reading, "the page has more than 1,000,000 elements");
    return node;
}

static void add_values(struct markup *markup, struct markup_node *node, const xmlChar **pairs)
{
    node->text = (uint32_t)markup->value_count;
    for (; pairs && pairs[0]; pairs += 2) {
        int attribute = attribute_of((const char *)pairs[0]);
        struct span value = pairs[1] ? span_of((const char *)pairs[1]) : SPAN_EMPTY;

        if (attribute < 0)
            continue;
        markup->values = memory_grow(markup->values, &markup->value_capacity,
                                     markup->value_count + 1, sizeof *markup->values);
        markup->values[markup->value_count++] = (struct markup_value){
            .attribute = (enum markup_attribute)attribute,
            .text = keep(markup, value),
            .length = (uint32_t)value.length,
        };
        node->length++;
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **pairs)
{
    struct reading *reading = context;
    struct markup_node *node;

    if (reading->reason)
        return;
    node = add_node(reading, tag_of((const char *)name));
    add_values(reading->markup, node, pairs);
    reading->open = (uint32_t)(node - reading->markup->nodes);
}

static void on_end(void *context, const xmlChar *name)
{
    struct reading *reading = context;
    struct markup_node *node = &reading->markup->nodes[reading->open];

    /* Of <html>, <body> and <head> libxml2 reports ends that had no start. */
    if (reading->reason || reading->open == 0 || node->tag != tag_of((const char *)name))
        return;
    node->end = (uint32_t)reading->markup->count;
    reading->open = node->parent;
}

static void on_text(void *context, const xmlChar *text, int length)
{
    struct reading *reading = context;
    struct markup *markup = reading->markup;
    struct span span = {(const char *)text, (size_t)length};
    struct markup_node *last = &markup->nodes[markup->count - 1];

    if (reading->reason)
        return;
    /* libxml2 gives a long text in pieces. */
    if (last->tag != TAG_TEXT || last->parent != reading->open) {
        last = add_node(reading, TAG_TEXT);
        last->text = (uint32_t)markup->text.count;
    }
    (void)keep(markup, span);
    last->length += (uint32_t)length;
}

/* Its first parameter's type is what libxml2 2.9 to 2.11 asks for. */
static void on_error(void *context, xmlErrorPtr error)
{
    struct reading *reading = context;

    (void)error;
    if (reading->reason)
        return;
    reading->looks += (uint64_t)reading->parser->nameNr + LOOKS_EACH;
    if (reading->looks > LOOKS_MAX)
        stop(reading, "the page closes too many tags that it never opened");
}

/* --- attributes without end --------------------------------------------------------------- */

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* True when `needle`, in lower case, stands in `page` at `at`. */
static bool stands_at(struct span page, size_t at, const char *needle)
{
    for (; *needle; needle++, at++)
        if (at >= page.length || (page.bytes[at] | 0x20) != (*needle | 0x20))
            return false;
    return true;
}

/* Where `needle` stands in `page` from `at` on, else the page's end. */
static size_t find(struct span page, size_t at, const char *needle)
{
    while (at < page.length) {
        const char *found = memchr(page.bytes + at, needle[0], page.length - at);

        if (!found)
            break;
        at = (size_t)(found - page.bytes);
        if (stands_at(page, at, needle))
            return at;
        at++;
    }
    return page.length;
}

/* Moves `at` past the tag whose name it stands on, and returns how many attributes that has. */
static size_t count_attributes(struct span page, size_t *at)
{
    size_t i = *at, count = 0;
    bool within = true, valued = false; /* in a word; behind `=` */

    for (; i < page.length && page.bytes[i] != '>'; i++) {
        char byte = page.bytes[i];

        if (valued && (byte == '"' || byte == '\'')) {
            const char *end = memchr(page.bytes + i + 1, byte, page.length - i - 1);

            i = end ? (size_t)(end - page.bytes) : page.length - 1;
            within = valued = false;
        } else if (is_space(byte) || byte == '/') {
            within = false;
        } else {
            count += !within && byte != '=';
            within = true;
            valued = byte == '=';
        }
    }
    *at = i;
    return count;
}

/* libxml2 compares each attribute of an element with each: quadratic, so counted before. */
static bool has_endless_tag(struct span page)
{
    static const char *const raw[][2] = {{"script", "</script"}, {"style", "</style"}};
    size_t at = 0;

    while ((at = find(page, at, "<")) < page.length) {
        size_t name = ++at;

        if (stands_at(page, name, "!--")) {
            at = find(page, at + 3, "-->");
            continue;
        }
        if (name == page.length || !is_letter(page.bytes[name]))
            continue;
        if (count_attributes(page, &at) > MARKUP_ATTRIBUTES_MAX)
            return true;
        for (size_t i = 0; i < sizeof raw / sizeof *raw; i++)
            if (stands_at(page, name, raw[i][0]))
                at = find(page, at, raw[i][1]);
    }
    return false;
}

/* --- reading ------------------------------------------------------------------------------ */

static void parse(struct reading *reading, struct span page)
{
    htmlParserCtxtPtr parser;

    xmlsafe_prepare();
    parser = htmlCreateMemoryParserCtxt(page.bytes, (int)page.length);
    if (!parser)
        memory_exhausted(1, page.length);
    reading->parser = parser;
    parser->userData = reading;
    *parser->sax = (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC, /* so that serror is called */
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
    };
    (void)htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD |
                                         HTML_PARSE_IGNORE_ENC);
    parser->charset = XML_CHAR_ENCODING_UTF8; /* so that it does not guess */
    (void)htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
}

bool markup_read(struct markup *markup, struct span page, struct fault *fault)
{
    struct reading reading = {.markup = markup};

    if (page.length >= 1U << 30)
        return fault_set(fault, FAULT_LIMIT, "the page has more than 1 GB");
    if (has_endless_tag(page))
        return fault_set(fault, FAULT_LIMIT, "a tag of the page has more than %d attributes",
                         MARKUP_ATTRIBUTES_MAX);
    (void)add_node(&reading, TAG_OTHER);
    if (page.length)
        parse(&reading, page);
    for (; reading.open; reading.open = markup->nodes[reading.open].parent)
        markup->nodes[reading.open].end = (uint32_t)markup->count;
    markup->nodes[0].end = (uint32_t)markup->count;
    if (!reading.reason)
        return true;
    markup_release(markup);
    return fault_set(fault, FAULT_LIMIT, "%s", reading.reason);
}

void markup_release(struct markup *markup)
{
    free(markup->nodes);
    free(markup->values);
    bytes_release(&markup->text);
    *markup = MARKUP_EMPTY;
}

/* --- entities alone ----------------------------------------------------------------------- */

/* The code point that `name` (between & and ;) stands for; 0 for none. */
static uint32_t entity(struct span name)
{
    char text[16];
    const htmlEntityDesc *known;

    if (name.length == 0 || name.length >= sizeof text)
        return 0;
    memcpy(text, name.bytes, name.length);
    text[name.length] = '\0';
    if (text[0] == '#') {
        bool hex = (text[1] | 0x20) == 'x';
        char *end = NULL;
        unsigned long code = strtoul(text + (hex ? 2 : 1), &end, hex ? 16 : 10);

        return *end == '\0' && end != text && code <= 0x10FFFF ? (uint32_t)code : 0;
    }
    if (strcmp(text, "apos") == 0) /* of XML, not of HTML 4 */
        return '\'';
    known = htmlEntityLookup((const xmlChar *)text);
    return known ? known->value : 0;
}

void markup_decode(struct bytes *out, struct span text)
{
    size_t at = 0;

    while (at < text.length) {
        const char *sign = memchr(text.bytes + at, '&', text.length - at);
        size_t start = sign ? (size_t)(sign - text.bytes) : text.length;
        size_t end = start;
        uint32_t code;

        bytes_add(out, span_cut(text, at, start));
        if (!sign)
            break;
        while (end < text.length && end - start < 16 && text.bytes[end] != ';')
            end++;
        code = end < text.length && text.bytes[end] == ';' ? entity(span_cut(text, start + 1, end))
                                                           : 0;
        if (code)
            bytes_add_point(out, code);
        else
            bytes_add_byte(out, '&');
        at = code ? end + 1 : start + 1;
    }
}
