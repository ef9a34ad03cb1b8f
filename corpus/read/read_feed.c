#include "corpus/read/read_feed.h"

#include "corpus/base/memory.h"
#include "corpus/base/xmlhead.h"
#include "corpus/read/fragment.h"
#include "corpus/read/tidy.h"
#include "corpus/read/xmlrecords.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

struct feed {
    struct xmlrecords records;
    struct article common; /* what the feed says of all its items, as far as it was read */
    struct arena arena;    /* of `common` */
    size_t pushes;         /* of the records, when `common` was filled */
    size_t items;          /* so far */
    bool told;             /* what ended it early */
};

/* --- vocabularies ---------------------------------------------------------------------- */

/* Whose word an element is, by its name space or, undeclared, by its prefix. */
enum space {
    SPACE_PLAIN, /* RSS's and Atom's own */
    SPACE_DC,    /* Dublin Core, elements and terms */
    SPACE_CONTENT,
    SPACE_XHTML,
    SPACE_BURNER, /* FeedBurner keeps the original link */
    SPACE_ITUNES,
    SPACE_WORDPRESS, /* an export of a whole site is a feed with more in it */
    SPACE_OTHER,
};

static enum space space_of(const struct xml_node *node)
{
    static const struct {
        const char *begin;
        enum space space;
    } rows[] = {
        {"http://purl.org/rss/1.0/modules/content", SPACE_CONTENT},
        {"content", SPACE_CONTENT},
        {"http://purl.org/rss/1.0/modules/", SPACE_OTHER},
        {"http://purl.org/rss/", SPACE_PLAIN},
        {"http://purl.org/net/rss", SPACE_PLAIN},
        {"http://backend.userland.com/", SPACE_PLAIN},
        {"http://blogs.law.harvard.edu/tech/rss", SPACE_PLAIN},
        {"http://my.netscape.com/", SPACE_PLAIN},
        {"http://channel.netscape.com/", SPACE_PLAIN},
        {"http://www.w3.org/2005/Atom", SPACE_PLAIN},
        {"http://purl.org/atom/", SPACE_PLAIN},
        {"http://purl.org/dc/", SPACE_DC},
        {"dc", SPACE_DC},
        {"http://www.w3.org/1999/xhtml", SPACE_XHTML},
        {"xhtml", SPACE_XHTML},
        {"http://rssnamespace.org/feedburner", SPACE_BURNER},
        {"feedburner", SPACE_BURNER},
        {"http://www.itunes.com/", SPACE_ITUNES},
        {"itunes", SPACE_ITUNES},
        {"http://wordpress.org/export/", SPACE_WORDPRESS},
        {"wp", SPACE_WORDPRESS},
    };

    if (node->space.length == 0)
        return SPACE_PLAIN;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (span_starts(node->space, rows[i].begin))
            return rows[i].space;
    /* A feed may declare a name space of its own for all that is RSS in it. */
    if (node->parent && span_equal(node->space, node->parent->space))
        return SPACE_PLAIN;
    return SPACE_OTHER;
}

/* Elements that can fill a field; in lower case, for ill-formed feeds write pubdate. */
struct choice {
    enum space space;
    const char *name;
};

/* The first child that is this choice, after `after` where that is not NULL. */
static const struct xml_node *find_choice(const struct xml_node *item, struct choice choice,
                                          const struct xml_node *after)
{
    const struct xml_node *node = after ? after->next : item->first;

    for (; node; node = node->next) {
        /* The first letter leaves few to compare. */
        if (!node->name.length || (node->name.bytes[0] | 0x20) != choice.name[0])
            continue;
        if (span_is_as(node->name, choice.name) && space_of(node) == choice.space)
            break;
    }
    return node;
}

/* --- texts ------------------------------------------------------------------------------ */

/* Appends what is encoded by sixes of bits; characters that are no digits are passed over. */
static void decode_base64(struct bytes *out, struct span text)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = 0;
    int count = 0;

    for (size_t i = 0; i < text.length && text.bytes[i] != '='; i++) {
        const char *digit = text.bytes[i] ? strchr(digits, text.bytes[i]) : NULL;

        if (!digit)
            continue;
        bits = bits << 6 | (uint32_t)(digit - digits);
        count += 6;
        if (count < 8)
            continue;
        count -= 8;
        bytes_add_byte(out, (char)(bits >> count & 0xFF));
    }
}

/*
 * The element's text with its markup, where that is escaped; `*is_html` where
 * it is markup. RSS does not say; of Atom's plain text, what holds end tags is
 * taken for markup as well, for so it is meant.
 */
static void add_raw(struct bytes *out, bool *is_html, const struct xml_node *node)
{
    struct span type = xmltree_attribute(node, "type");
    struct bytes text = BYTES_EMPTY;

    xmltree_text(&text, node);
    if (span_is_as(xmltree_attribute(node, "mode"), "base64"))
        decode_base64(out, bytes_span(&text));
    else
        bytes_add(out, bytes_span(&text));
    bytes_release(&text);
    *is_html = !(span_is_as(type, "text") || span_is_as(type, "text/plain")) ||
               (out->count && strstr(bytes_text(out), "</"));
}

/* True for content that is no text: audio, or a page kept elsewhere. */
static bool is_foreign(const struct xml_node *node)
{
    struct span type = xmltree_attribute(node, "type");

    return type.length && memchr(type.bytes, '/', type.length) && !span_starts(type, "text/") &&
           !span_ends(type, "xml") && !span_is_as(xmltree_attribute(node, "mode"), "base64");
}

static void add_body(struct bytes *out, const struct xml_node *node)
{
    struct bytes raw = BYTES_EMPTY;
    struct bytes mended = BYTES_EMPTY;
    bool is_html;

    if (is_foreign(node))
        return;
    if (xmltree_first(node)) {
        fragment_tree(out, node);
        return;
    }
    add_raw(&raw, &is_html, node);
    (void)utf8_repair(&mended, bytes_span(&raw));
    if (is_html)
        fragment_html(out, bytes_span(&mended));
    else
        fragment_plain(out, bytes_span(&mended));
    bytes_release(&raw);
    bytes_release(&mended);
}

/* As add_body(), in one line. */
static void add_line(struct bytes *out, const struct xml_node *node)
{
    struct bytes raw = BYTES_EMPTY;
    struct bytes mended = BYTES_EMPTY;
    bool is_html = false;

    if (xmltree_first(node))
        fragment_tree(&raw, node);
    else
        add_raw(&raw, &is_html, node);
    (void)utf8_repair(&mended, bytes_span(&raw));
    if (is_html)
        tidy_title(out, bytes_span(&mended));
    else
        fragment_plain(out, bytes_span(&mended));
    bytes_release(&raw);
    bytes_release(&mended);
}

/* Keeps what was put together, in the article's arena, and empties it for the next. */
static struct span keep(struct arena *arena, struct bytes *text)
{
    struct span kept = arena_copy(arena, span_trim(bytes_span(text)));

    bytes_clear(text);
    return kept;
}

/* --- fields -------------------------------------------------------------------------------- */

/* The first of the choices that has text; `choices` ends in a name of NULL. */
static void add_first(struct bytes *out, const struct xml_node *item, const struct choice *choices,
                      void (*add)(struct bytes *, const struct xml_node *))
{
    for (; out->count == 0 && choices->name; choices++) {
        const struct xml_node *node = find_choice(item, *choices, NULL);

        for (; node && out->count == 0; node = find_choice(item, *choices, node))
            add(out, node);
    }
}

/* A person: Atom's has a name in it. */
static void add_person(struct bytes *out, const struct xml_node *node)
{
    const struct xml_node *name = xmltree_child(node, "name");
    struct bytes raw = BYTES_EMPTY;

    if (!name && (name = xmltree_child(node, "email")) == NULL)
        name = node;
    xmltree_text(&raw, name);
    if (span_trim(bytes_span(&raw)).length && out->count)
        bytes_add_text(out, ", ");
    tidy_author(out, span_trim(bytes_span(&raw)), SPAN_EMPTY);
    bytes_release(&raw);
}

static void add_authors(struct bytes *out, const struct xml_node *item)
{
    static const struct choice choices[] = {{SPACE_PLAIN, "author"},
                                            {SPACE_DC, "creator"},
                                            {SPACE_DC, "author"},
                                            {SPACE_ITUNES, "author"}};

    for (size_t i = 0; i < sizeof choices / sizeof *choices && out->count == 0; i++) {
        const struct xml_node *node = find_choice(item, choices[i], NULL);

        for (; node; node = find_choice(item, choices[i], node))
            add_person(out, node);
    }
}

/* Atom says the link in an attribute, RSS in the text. */
static void add_link(struct bytes *out, const struct xml_node *node)
{
    struct span relation = xmltree_attribute(node, "rel");
    struct span address = xmltree_attribute(node, "href");

    if (relation.length && !span_is(relation, "alternate"))
        return;
    if (address.length)
        bytes_add(out, address);
    else
        add_line(out, node);
}

/* A guid is an address unless it says that it is none. */
static void add_guid_link(struct bytes *out, const struct xml_node *node)
{
    struct bytes text = BYTES_EMPTY;

    xmltree_text(&text, node);
    if (!span_is(xmltree_attribute(node, "isPermaLink"), "false") &&
        (span_starts(span_trim(bytes_span(&text)), "http://") ||
         span_starts(span_trim(bytes_span(&text)), "https://")))
        bytes_add(out, span_trim(bytes_span(&text)));
    bytes_release(&text);
}

/* Atom says the category in an attribute, RSS in the text. */
static void add_category(struct bytes *out, const struct xml_node *node)
{
    struct span label = xmltree_attribute(node, "label");
    struct span term = xmltree_attribute(node, "term");

    if (label.length || term.length)
        bytes_add(out, label.length ? label : term);
    else
        add_line(out, node);
}

/* The outlet of an item taken over from another feed. */
static void add_source(struct bytes *out, const struct xml_node *node)
{
    const struct xml_node *title = xmltree_child(node, "title");

    if (title || !xmltree_first(node))
        add_line(out, title ? title : node);
}

static void add_address(struct bytes *out, const struct xml_node *item)
{
    static const struct choice links[] = {
        {SPACE_BURNER, "origlink"}, {SPACE_PLAIN, "link"}, {0, NULL}};
    static const struct choice guids[] = {{SPACE_PLAIN, "guid"}, {0, NULL}};

    add_first(out, item, links, add_link);
    add_first(out, item, guids, add_guid_link);
    if (out->count == 0)
        bytes_add(out, xmltree_attribute(item, "about"));
}

/* xml:lang of the element or of what it is in, up to the root. */
static struct span language_around(const struct xml_node *node)
{
    struct span language = SPAN_EMPTY;

    for (; node && language.length == 0; node = node->parent)
        language = xmltree_attribute(node, "lang");
    return language;
}

static void fill(struct article *article, struct arena *arena, const struct xml_node *item)
{
    static const struct choice titles[] = {{SPACE_PLAIN, "title"}, {SPACE_DC, "title"}, {0, NULL}};
    static const struct choice dates[] = {{SPACE_PLAIN, "published"},
                                          {SPACE_PLAIN, "issued"},
                                          {SPACE_PLAIN, "pubdate"},
                                          {SPACE_DC, "date"},
                                          {SPACE_DC, "issued"},
                                          {SPACE_DC, "created"},
                                          {SPACE_PLAIN, "created"},
                                          {SPACE_PLAIN, "updated"},
                                          {SPACE_PLAIN, "modified"},
                                          {SPACE_DC, "modified"},
                                          {0, NULL}};
    static const struct choice bodies[] = {
        {SPACE_CONTENT, "encoded"}, {SPACE_PLAIN, "content"},     {SPACE_XHTML, "body"},
        {SPACE_XHTML, "div"},       {SPACE_PLAIN, "description"}, {SPACE_PLAIN, "summary"},
        {SPACE_DC, "description"},  {SPACE_ITUNES, "summary"},    {0, NULL}};
    static const struct choice sections[] = {
        {SPACE_PLAIN, "category"}, {SPACE_DC, "subject"}, {0, NULL}};
    static const struct choice sources[] = {{SPACE_PLAIN, "source"}, {0, NULL}};
    static const struct choice languages[] = {
        {SPACE_DC, "language"}, {SPACE_PLAIN, "language"}, {0, NULL}};
    static const struct choice ids[] = {{SPACE_PLAIN, "guid"}, {SPACE_PLAIN, "id"}, {0, NULL}};
    struct bytes text = BYTES_EMPTY;

    add_first(&text, item, titles, add_line);
    article->title = keep(arena, &text);
    add_first(&text, item, dates, add_line);
    article->published = keep(arena, &text);
    add_first(&text, item, bodies, add_body);
    article->text = keep(arena, &text);
    add_first(&text, item, sections, add_category);
    article->section = keep(arena, &text);
    add_first(&text, item, sources, add_source);
    article->source = keep(arena, &text);
    add_first(&text, item, languages, add_line);
    if (text.count == 0)
        bytes_add(&text, language_around(item));
    article->language = keep(arena, &text);
    add_authors(&text, item);
    article->author = keep(arena, &text);
    add_address(&text, item);
    article->url = keep(arena, &text);
    add_first(&text, item, ids, xmltree_text);
    article->id = keep(arena, &text);
    if (article->id.length == 0)
        article->id = article->url;
    bytes_release(&text);
}

/* What the feed says of all its items. */
static void fill_common(struct article *common, struct arena *arena, const struct xml_node *root)
{
    static const struct choice titles[] = {{SPACE_PLAIN, "title"}, {SPACE_DC, "title"}, {0, NULL}};
    static const struct choice languages[] = {
        {SPACE_PLAIN, "language"}, {SPACE_DC, "language"}, {0, NULL}};
    const struct xml_node *channel = xmltree_child(root, "channel");
    const struct xml_node *feed = channel ? channel : root;
    struct bytes text = BYTES_EMPTY;

    add_first(&text, feed, titles, add_line);
    common->source = keep(arena, &text);
    add_first(&text, feed, languages, add_line);
    common->language = keep(arena, &text);
    if (span_is(feed->name, "feed"))
        add_authors(&text, feed);
    common->author = keep(arena, &text);
    bytes_release(&text);
}

/* Fills what the item does not say itself. */
static void fill_from_feed(struct article *article, struct feed *feed)
{
    if (feed->pushes != feed->records.pushes) {
        arena_clear(&feed->arena);
        fill_common(&feed->common, &feed->arena, xml_root(feed->records.xml));
        feed->pushes = feed->records.pushes;
    }
    if (article->source.length == 0)
        article->source = feed->common.source;
    if (article->language.length == 0)
        article->language = feed->common.language;
    if (article->author.length == 0)
        article->author = feed->common.author;
}

/* --- as a format --------------------------------------------------------------------------- */

static bool claims(struct span path, struct span start)
{
    static const char *const roots[] = {"rss", "rdf", "feed", "channel"};
    char root[XMLHEAD_ROOM];

    (void)path;
    if (!xmlhead_root(root, start))
        return false;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (span_is_as(span_of(root), roots[i]))
            return true;
    return false;
}

/* After the last item: one more skip where the file ended early or held none. */
static enum format_result finish(struct feed *feed, struct fault *fault)
{
    const struct fault *why = xml_fault(feed->records.xml);

    if (feed->told)
        return FORMAT_END;
    feed->told = true;
    if (why->kind != FAULT_NONE)
        *fault = *why;
    else if (feed->items == 0)
        (void)fault_set(fault, FAULT_INPUT, "the feed has no items");
    else
        return FORMAT_END;
    return FORMAT_SKIP;
}

/* Fails for what a site's export holds beside its articles: drafts, what was thrown away. */
static bool is_published(const struct xml_node *item, struct fault *fault)
{
    static const struct choice state = {SPACE_WORDPRESS, "status"};
    const struct xml_node *node = find_choice(item, state, NULL);
    struct bytes text = BYTES_EMPTY;
    bool is;

    xmltree_text(&text, node);
    is = !node || span_is(span_trim(bytes_span(&text)), "publish");
    if (!is)
        (void)fault_set(fault, FAULT_INPUT, "the item is not published: its status is '%s'",
                        bytes_text(&text));
    bytes_release(&text);
    return is;
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    static const char *const names[] = {"item", "entry", NULL};
    struct feed *feed = job->state;
    const struct xml_node *item;
    struct bytes where = BYTES_EMPTY;

    if (!feed) {
        job->state = feed = memory_new(1, sizeof *feed);
        xmlrecords_open(&feed->records, names, job->input);
    }
    job->where = SPAN_EMPTY;
    item = xmlrecords_next(&feed->records, job->input);
    if (!item)
        return finish(feed, fault);
    bytes_print(&where, "item %zu", ++feed->items);
    job->where = keep(job->arena, &where);
    bytes_release(&where);
    fill(article, job->arena, item);
    fill_from_feed(article, feed);
    article->replaced = xmlrecords_replaced(&feed->records);
    if (!is_published(item, fault))
        return FORMAT_SKIP;
    if (article->text.length)
        return FORMAT_ARTICLE;
    (void)fault_set(fault, FAULT_INPUT, "the item has no text");
    return FORMAT_SKIP;
}

static void close(struct format_job *job)
{
    struct feed *feed = job->state;

    if (feed) {
        xmlrecords_release(&feed->records);
        arena_release(&feed->arena);
    }
    free(feed);
    job->state = NULL;
}

const struct format read_feed_format = {
    .name = "feed", .many = true, .text = false, .claims = claims, .next = next, .close = close};
