#include "corpus/read/fragment.h"

#include "corpus/base/memory.h"
#include "corpus/base/xmlsafe.h"

#include <libxml/HTMLparser.h>

enum { DEPTH_MAX = 512, ATTRIBUTES_MAX = 4096 };

/* What an element does to the text around and in it. */
enum role {
    ROLE_INLINE, /* nothing */
    ROLE_BLOCK,  /* parts it from what stands before and after */
    ROLE_CELL,   /* a blank parts it */
    ROLE_BREAK,  /* a new line */
    ROLE_HIDDEN, /* left out with all in it */
};

/* The text while it is put together. */
struct flow {
    struct bytes *out;
    size_t start;    /* in `out`, where this text begins */
    bool blank;      /* white space came since the last character */
    size_t lines;    /* line ends that come before the next character: 0, 1, or 2 */
    size_t newlines; /* in the white space that came last */
    bool loose;      /* no paragraphs are marked: empty lines part them */
    size_t hidden;   /* open elements that are left out */
    size_t depth;
};

/* --- the flow of text -------------------------------------------------------------- */

static void break_lines(struct flow *flow, size_t lines)
{
    if (flow->lines < lines)
        flow->lines = lines;
}

/* Writes the white space that is due, unless the text only begins here. */
static void settle(struct flow *flow)
{
    bool first = flow->out->count == flow->start;

    for (size_t i = 0; !first && i < flow->lines; i++)
        bytes_add_byte(flow->out, '\n');
    if (!first && flow->lines == 0 && flow->blank)
        bytes_add_byte(flow->out, ' ');
    flow->blank = false;
    flow->lines = 0;
    flow->newlines = 0;
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The bytes of white space at the front: a blank, or U+00A0 where a line begins. */
static size_t space_width(const struct flow *flow, struct span text)
{
    bool begins = flow->lines || flow->out->count == flow->start;

    if (is_blank(text.bytes[0]))
        return 1;
    return begins && span_starts(text, "\xC2\xA0") ? 2 : 0;
}

/*
 * Adds a word. Characters that Unicode has for controls, U+0080 to U+009F, are
 * meant as windows-1252's, as every browser reads them.
 */
static void add_word(struct flow *flow, struct span word)
{
    static const uint16_t meant[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
    };
    const char *mark;

    while (word.length && (mark = memchr(word.bytes, 0xC2, word.length)) != NULL) {
        size_t at = (size_t)(mark - word.bytes);
        unsigned char second = at + 1 < word.length ? (unsigned char)mark[1] : 0;

        bytes_add(flow->out, span_cut(word, 0, at));
        if (second >= 0x80 && second <= 0x9F)
            bytes_add_point(flow->out, meant[second - 0x80]);
        else
            bytes_add(flow->out, span_cut(word, at, second ? at + 2 : at + 1));
        word = span_cut(word, second ? at + 2 : at + 1, word.length);
    }
    bytes_add(flow->out, word);
}

static void add_text(struct flow *flow, struct span text)
{
    size_t from = 0;

    for (size_t at = 0; at < text.length;) {
        size_t width = space_width(flow, span_cut(text, at, text.length));

        if (width == 0) {
            if (flow->blank || flow->lines)
                settle(flow);
            flow->newlines = 0;
            from = at;
            while (at < text.length && !is_blank(text.bytes[at]))
                at++;
            add_word(flow, span_cut(text, from, at));
            continue;
        }
        flow->newlines += text.bytes[at] == '\n';
        flow->blank = true;
        if (flow->loose && flow->newlines > 1)
            break_lines(flow, 2);
        at += width;
    }
}

/* --- elements ------------------------------------------------------------------------ */

static enum role role_of(struct span name)
{
    /* HTML's, then those that NITF adds. */
    static const struct {
        enum role role;
        const char *names;
    } rows[] = {
        {ROLE_BLOCK, " p div li h1 h2 h3 h4 h5 h6 blockquote section article header footer main "
                     "aside address pre ul ol dl dt dd table tr hr center body tbody thead details "
                     "summary figure "},
        {ROLE_CELL, " td th "},
        {ROLE_BREAK, " br "},
        {ROLE_HIDDEN, " script style noscript template iframe object embed applet audio video "
                      "canvas svg math figcaption form select button textarea nav head title map "},
        {ROLE_BLOCK, " block bq hl1 hl2 note nitf-table fn credit "},
        {ROLE_HIDDEN,
         " media media-caption media-metadata media-producer tobject docdata pubdata "},
    };
    char wanted[24];

    if (name.length == 0 || name.length > sizeof wanted - 3)
        return ROLE_INLINE;
    wanted[0] = ' ';
    for (size_t i = 0; i < name.length; i++)
        wanted[i + 1] = (char)(name.bytes[i] >= 'A' && name.bytes[i] <= 'Z' ? name.bytes[i] | 0x20
                                                                            : name.bytes[i]);
    wanted[name.length + 1] = ' ';
    wanted[name.length + 2] = '\0';
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strstr(rows[i].names, wanted))
            return rows[i].role;
    return ROLE_INLINE;
}

static void begin(struct flow *flow, struct span name)
{
    enum role role = role_of(name);

    if (role == ROLE_BLOCK)
        break_lines(flow, 2);
    else if (role == ROLE_CELL)
        flow->blank = true;
    else if (role == ROLE_BREAK)
        flow->lines += flow->lines < 2;
    else if (role == ROLE_HIDDEN)
        flow->hidden++;
}

static void end(struct flow *flow, struct span name)
{
    enum role role = role_of(name);

    if (role == ROLE_BLOCK)
        break_lines(flow, 2);
    else if (role == ROLE_HIDDEN && flow->hidden)
        flow->hidden--;
}

static struct flow flow_into(struct bytes *out)
{
    if (out->count && !span_ends(bytes_span(out), "\n\n"))
        bytes_add_text(out, "\n\n");
    return (struct flow){.out = out, .start = out->count};
}

/* Takes the empty line back that nothing came after. */
static void flow_end(struct flow *flow)
{
    struct bytes *out = flow->out;

    if (out->count > flow->start)
        return;
    while (out->count && out->items[out->count - 1] == '\n')
        out->items[--out->count] = '\0';
}

/* --- HTML ------------------------------------------------------------------------------ */

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    htmlParserCtxtPtr context = data;
    struct flow *flow = context->_private;

    (void)attributes;
    if (++flow->depth > DEPTH_MAX)
        xmlStopParser(context);
    begin(flow, span_of((const char *)name));
}

static void on_end(void *data, const xmlChar *name)
{
    htmlParserCtxtPtr context = data;
    struct flow *flow = context->_private;

    flow->depth -= flow->depth > 0;
    end(flow, span_of((const char *)name));
}

static void on_text(void *data, const xmlChar *text, int length)
{
    htmlParserCtxtPtr context = data;
    struct flow *flow = context->_private;

    if (!flow->hidden)
        add_text(flow, (struct span){(const char *)text, (size_t)length});
}

static void on_error(void *data, xmlErrorPtr error)
{
    (void)data;
    (void)error;
}

/* True where paragraphs or lines are marked; else empty lines part them. */
static bool has_paragraphs(struct span html)
{
    static const char *const names[] = {"p", "br", "div"};

    for (size_t at = 0; at + 2 < html.length; at++) {
        const char *mark = memchr(html.bytes + at, '<', html.length - at);

        if (!mark)
            return false;
        at = (size_t)(mark - html.bytes);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            size_t end = at + 1 + strlen(names[i]);

            if (end < html.length && span_is_as(span_cut(html, at + 1, end), names[i]) &&
                strchr(" >/\t\r\n", html.bytes[end]))
                return true;
        }
    }
    return false;
}

static bool is_letter(struct span text, size_t at)
{
    return at < text.length && (unsigned char)((text.bytes[at] | 0x20) - 'a') < 26;
}

/*
 * What stands before a tag with very many attributes, or all: libxml2 compares
 * each with each. A blank or an equals sign parts them; long values have few.
 */
static struct span before_overload(struct span html)
{
    size_t start = html.length; /* of the tag; none is open at first */
    size_t count = 0;

    for (size_t at = 0; at < html.length; at++) {
        char byte = html.bytes[at];

        if (byte == '<' || byte == '>') {
            start = byte == '<' && is_letter(html, at + 1) ? at : html.length;
            count = 0;
        }
        count += byte == '=' || is_blank(byte);
        if (count > ATTRIBUTES_MAX && start < html.length)
            return span_cut(html, 0, start);
    }
    return html;
}

void fragment_html(struct bytes *out, struct span html)
{
    htmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
    };
    struct flow flow = flow_into(out);
    htmlParserCtxtPtr context;

    xmlsafe_prepare();
    context = htmlNewParserCtxt();
    if (!context)
        memory_exhausted(1, sizeof handler);
    html = before_overload(html);
    flow.loose = !has_paragraphs(html);
    *context->sax = handler;
    context->_private = &flow;
    if (html.length)
        (void)htmlCtxtReadMemory(context, html.bytes, (int)html.length, NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    htmlFreeParserCtxt(context);
    flow_end(&flow);
}

/* --- trees and plain text ---------------------------------------------------------------- */

void fragment_tree(struct bytes *out, const struct xml_node *node)
{
    struct flow flow = flow_into(out);
    const struct xml_node *at = node->first;

    while (at) {
        if (!at->name.length && !flow.hidden)
            add_text(&flow, at->text);
        begin(&flow, at->name);
        if (at->first) {
            at = at->first;
            continue;
        }
        end(&flow, at->name);
        while (!at->next && at->parent != node) {
            at = at->parent;
            end(&flow, at->name);
        }
        at = at->next;
    }
    flow_end(&flow);
}

void fragment_plain(struct bytes *out, struct span plain)
{
    struct flow flow = flow_into(out);

    flow.loose = true;
    add_text(&flow, plain);
    flow_end(&flow);
}
