#include "corpus/read/metadata.h"

#include "corpus/base/json.h"
#include "corpus/read/bylines.h"
#include "corpus/read/datelines.h"
#include "corpus/read/headline.h"
#include "corpus/read/linked_data.h"
#include "corpus/read/metanames.h"
#include "corpus/read/naming.h"
#include "corpus/read/tidy.h"

#include <stdio.h>

/* Smaller is better. */
enum {
    RANK_JSON = 0,
    RANK_NEAR = 9, /* near the headline */
    RANK_BYLINE = 6,
    RANK_CLASS = 7,  /* an element that its class calls the author's */
    RANK_HOUSE = 20, /* an organisation */
    RANK_LAST = 100,
    NODES_MAX = 100, /* within an element whose text is a name */
    NAME_MAX = 300,  /* bytes of any field but the url's */
    URL_MAX = 2000,
    NAME_LEAST = 4, /* letters of a name that a host may bear out */
    NEAR = 12,      /* blocks around the headline in which a date may stand */
};

/* What is known so far: the best value of each field and its rank. */
struct finding {
    struct arena *arena;
    const struct markup *markup;
    const struct blocks *blocks;
    struct span values[FIELDS];
    int ranks[FIELDS];
    struct span second_author; /* the next best: the best may be the outlet itself */
    int second_rank;
    struct span names[HEADLINES];
    struct linked_data data;
    bool article;       /* og:type says so */
    bool headline_seen; /* an <h1> came already: a <time> before may be today's */
};

/* --- what a value is good for ------------------------------------------------------------- */

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
}

static bool is_address(struct span text)
{
    return span_starts(text, "http://") || span_starts(text, "https://");
}

/* The primary tag of `en-GB` or `en_GB`. */
static struct span primary(struct span tag)
{
    size_t length = 0;

    while (length < tag.length && lower(tag.bytes[length]) >= 'a' &&
           lower(tag.bytes[length]) <= 'z')
        length++;
    return length == 2 || length == 3 ? span_cut(tag, 0, length) : SPAN_EMPTY;
}

static struct span author_of(struct arena *arena, struct span value)
{
    struct bytes author = BYTES_EMPTY;
    struct span kept;

    tidy_author(&author, value, SPAN_EMPTY);
    kept = arena_copy(arena, bytes_span(&author));
    bytes_release(&author);
    return kept;
}

/* A name has no year in it and no time. */
static bool is_author(struct span name)
{
    size_t digits = 0;

    for (size_t i = 0; i < name.length; i++)
        digits += name.bytes[i] >= '0' && name.bytes[i] <= '9';
    return digits < 3;
}

/* Takes `raw` for the field where it is usable and of a better rank than what is there. */
static void offer(struct finding *finding, enum field field, int rank, struct span raw)
{
    struct bytes folded = BYTES_EMPTY, decoded = BYTES_EMPTY;
    struct span value;
    size_t most = field == FIELD_URL ? URL_MAX : NAME_MAX;

    if (rank >= (field == FIELD_AUTHOR ? finding->second_rank : finding->ranks[field]) ||
        raw.length == 0 || raw.length > (size_t)2 * URL_MAX)
        return;
    markup_decode(&decoded, raw);
    blocks_fold(&folded, bytes_span(&decoded));
    value = arena_copy(finding->arena, bytes_span(&folded));
    bytes_release(&decoded);
    bytes_release(&folded);
    if (field == FIELD_LANGUAGE || field == FIELD_LOCALE)
        value = primary(value);
    if (field == FIELD_AUTHOR)
        value = author_of(finding->arena, value);
    if (field == FIELD_PUBLISHED)
        value = datelines_usable(finding->arena, value);
    if (value.length == 0 || value.length > most || is_address(value) != (field == FIELD_URL) ||
        (field == FIELD_AUTHOR && !is_author(value)))
        return;
    if (field == FIELD_AUTHOR && rank >= finding->ranks[field]) {
        finding->second_author = value;
        finding->second_rank = rank;
        return;
    }
    if (field == FIELD_AUTHOR) {
        finding->second_author = finding->values[field];
        finding->second_rank = finding->ranks[field];
    }
    finding->values[field] = value;
    finding->ranks[field] = rank;
}

/* --- <meta> ------------------------------------------------------------------------------- */

static void offer_title(struct finding *finding, enum headline_name name, struct span raw)
{
    struct bytes folded = BYTES_EMPTY;

    if (finding->names[name].length || raw.length > URL_MAX)
        return;
    blocks_fold(&folded, raw);
    finding->names[name] = arena_copy(finding->arena, bytes_span(&folded));
    bytes_release(&folded);
}

static void read_meta(struct finding *finding, uint32_t node)
{
    static const enum markup_attribute keys[] = {ATTRIBUTE_PROPERTY, ATTRIBUTE_NAME,
                                                 ATTRIBUTE_ITEMPROP, ATTRIBUTE_HTTP_EQUIV};
    struct span content = markup_value(finding->markup, node, ATTRIBUTE_CONTENT);

    for (size_t k = 0; k < sizeof keys / sizeof *keys && content.length; k++) {
        struct span name = markup_value(finding->markup, node, keys[k]);
        const struct metaname *meta;

        if (name.length == 0)
            continue;
        meta = metanames_find(name);
        if (meta && meta->field == FIELD_TITLE)
            offer_title(finding, (enum headline_name)meta->rank, content);
        else if (meta)
            offer(finding, meta->field, meta->rank, content);
        finding->article |= span_is_as(name, "og:type") && span_is_as(content, "article");
    }
}

/* --- other elements ----------------------------------------------------------------------- */

/* The text within a node, as it stands; `between` parts its pieces. */
static struct span inner_text(struct finding *finding, uint32_t node, const char *between)
{
    const struct markup *markup = finding->markup;
    struct bytes text = BYTES_EMPTY;
    struct span copy;

    for (uint32_t i = node + 1;
         i < markup->nodes[node].end && i < node + NODES_MAX && text.count < NAME_MAX; i++)
        if (markup->nodes[i].tag == TAG_TEXT) {
            bytes_add(&text, markup_text(markup, i));
            bytes_add_text(&text, between);
        }
    copy = arena_copy(finding->arena, bytes_span(&text));
    bytes_release(&text);
    return copy;
}

static void read_property(struct finding *finding, uint32_t node, struct span property)
{
    struct span content = markup_value(finding->markup, node, ATTRIBUTE_CONTENT);
    struct span time = markup_value(finding->markup, node, ATTRIBUTE_DATETIME);

    if (span_is_as(property, "datepublished")) {
        offer(finding, FIELD_PUBLISHED, 2, content.length ? content : time);
        offer(finding, FIELD_PUBLISHED, RANK_NEAR, inner_text(finding, node, ""));
    } else if (span_is_as(property, "author")) {
        offer(finding, FIELD_AUTHOR, 4, inner_text(finding, node, ""));
    } else if (span_is_as(property, "articlesection")) {
        offer(finding, FIELD_SECTION, 4, inner_text(finding, node, ""));
    }
}

static void read_class(struct finding *finding, uint32_t node)
{
    struct bytes folded = BYTES_EMPTY;

    if (!finding->headline_seen || finding->ranks[FIELD_AUTHOR] <= RANK_CLASS ||
        !bylines_is_one(finding->markup, node))
        return;
    blocks_fold(&folded, inner_text(finding, node, " "));
    offer(finding, FIELD_AUTHOR, RANK_CLASS, bylines_bare(finding->arena, bytes_span(&folded)));
    bytes_release(&folded);
}

static void read_time(struct finding *finding, uint32_t node, int rank)
{
    const struct markup *markup = finding->markup;

    if (!span_is_as(markup_value(markup, node, ATTRIBUTE_ITEMPROP), "datemodified"))
        offer(finding, FIELD_PUBLISHED, rank, markup_value(markup, node, ATTRIBUTE_DATETIME));
}

/* A time before the first <h1> is today's, unless both stand in one <article>. */
static void see_headline(struct finding *finding, uint32_t node)
{
    const struct markup_node *nodes = finding->markup->nodes;
    uint32_t whole = node;

    if (finding->headline_seen)
        return;
    finding->headline_seen = true;
    while (whole && nodes[whole].tag != TAG_ARTICLE)
        whole = nodes[whole].parent;
    for (uint32_t i = whole ? whole : node; i < node; i++)
        if (nodes[i].tag == TAG_TIME)
            read_time(finding, i, 7);
}

static void read_element(struct finding *finding, uint32_t node)
{
    const struct markup *markup = finding->markup;
    enum markup_tag tag = markup->nodes[node].tag;
    struct span rel = markup_value(markup, node, ATTRIBUTE_REL);
    struct span property = markup_value(markup, node, ATTRIBUTE_ITEMPROP);

    if (tag == TAG_META)
        read_meta(finding, node);
    else if (property.length)
        read_property(finding, node, property);
    read_class(finding, node);
    if (tag == TAG_HTML)
        offer(finding, FIELD_LANGUAGE, 0, markup_value(markup, node, ATTRIBUTE_LANG));
    else if (tag == TAG_LINK && span_is_as(rel, "canonical"))
        offer(finding, FIELD_URL, 0, markup_value(markup, node, ATTRIBUTE_HREF));
    else if (tag == TAG_A && span_is_as(rel, "author"))
        offer(finding, FIELD_AUTHOR, 5, inner_text(finding, node, ""));
    else if (tag == TAG_TITLE)
        offer_title(finding, HEADLINE_TITLE, inner_text(finding, node, ""));
    else if (tag == TAG_H1)
        see_headline(finding, node);
    else if (tag == TAG_TIME)
        read_time(finding, node, finding->headline_seen ? 7 : 8);
    else if (tag == TAG_SCRIPT && markup->nodes[node].end > node + 1 &&
             span_is_as(markup_value(markup, node, ATTRIBUTE_TYPE), "application/ld+json"))
        linked_data_read(&finding->data, markup_text(markup, node + 1));
}

/* --- JSON-LD ------------------------------------------------------------------------------ */

static struct span names_of(struct finding *finding, const struct json *article, const char *field)
{
    struct bytes names = BYTES_EMPTY;
    struct span copy;

    linked_data_names(&names, &finding->data, article, field);
    copy = arena_copy(finding->arena, bytes_span(&names));
    bytes_release(&names);
    return copy;
}

static struct span first_of(const struct json *article, const char *field)
{
    const struct json *value = json_member(article, field);
    const struct json *item = json_is_object(value) ? NULL : json_first(value);

    return json_value(item ? item : value);
}

static struct span read_data(struct finding *finding)
{
    struct span title = finding->names[HEADLINE_OPEN_GRAPH].length
                            ? finding->names[HEADLINE_OPEN_GRAPH]
                            : finding->names[HEADLINE_TITLE];
    const struct json *article = linked_data_article(&finding->data, title);
    struct bytes decoded = BYTES_EMPTY;
    struct span body;

    if (!article)
        return SPAN_EMPTY;
    markup_decode(&decoded, json_text(article, "headline"));
    offer_title(finding, HEADLINE_JSON, bytes_span(&decoded));
    offer(finding, FIELD_PUBLISHED, RANK_JSON, json_text(article, "datePublished"));
    offer(finding, FIELD_PUBLISHED, 5, json_text(article, "dateCreated"));
    offer(finding, FIELD_AUTHOR,
          linked_data_is_of_house(article, "author") ? RANK_HOUSE : RANK_JSON,
          names_of(finding, article, "author"));
    offer(finding, FIELD_AUTHOR, linked_data_is_of_house(article, "creator") ? RANK_HOUSE : 3,
          names_of(finding, article, "creator"));
    offer(finding, FIELD_PUBLISHER, 0, names_of(finding, article, "publisher"));
    offer(finding, FIELD_SOURCE, 1, finding->values[FIELD_PUBLISHER]);
    offer(finding, FIELD_SECTION, RANK_JSON, first_of(article, "articleSection"));
    offer(finding, FIELD_URL, 2, json_text(article, "url"));
    offer(finding, FIELD_URL, 3, json_text(article, "mainEntityOfPage"));
    offer(finding, FIELD_URL, 3, json_text(json_member(article, "mainEntityOfPage"), "@id"));
    offer(finding, FIELD_LANGUAGE, 4, json_text(article, "inLanguage"));
    bytes_clear(&decoded);
    markup_decode(&decoded, json_text(article, "articleBody"));
    body = arena_copy(finding->arena, bytes_span(&decoded));
    bytes_release(&decoded);
    return body;
}

/* --- what stands near the headline -------------------------------------------------------- */

static void look_at(struct finding *finding, size_t index)
{
    struct span line = blocks_text(finding->blocks, index);

    offer(finding, FIELD_PUBLISHED, RANK_NEAR, datelines_find(finding->arena, line));
    if (!finding->blocks->items[index].ends)
        offer(finding, FIELD_AUTHOR, RANK_BYLINE, bylines_find(finding->arena, line));
}

/*
 * Behind the headline first, where an article says when it appeared and who wrote it: in lines
 * and then in sentences. Before it, the nearest first, for the masthead has today's date.
 */
static void look_around(struct finding *finding, struct span title)
{
    const struct blocks *blocks = finding->blocks;
    size_t headline = headline_block(blocks, title);
    size_t first = headline < blocks->count ? headline : headline_first_prose(blocks);
    size_t end = first + NEAR < blocks->count ? first + NEAR : blocks->count;

    for (size_t i = first; i < end; i++)
        if (!blocks->items[i].ends)
            look_at(finding, i);
    for (size_t i = first; i-- > 0 && first - i <= NEAR / 2;)
        if (!blocks->items[i].ends)
            look_at(finding, i);
    for (size_t i = first > NEAR / 2 ? first - NEAR / 2 : 0; i < end; i++)
        if (blocks->items[i].ends)
            look_at(finding, i);
}

/* --- where a page contradicts itself ------------------------------------------------------ */

/* True where the name, as one word in lower case, stands in the host. */
static bool is_in_host(struct span name, struct span host)
{
    char word[NAME_MAX + 1];
    size_t length = 0, at = 0;

    for (size_t i = 0; i < name.length && i < NAME_MAX; i++)
        if ((lower(name.bytes[i]) >= 'a' && lower(name.bytes[i]) <= 'z') ||
            (name.bytes[i] >= '0' && name.bytes[i] <= '9'))
            word[length++] = lower(name.bytes[i]);
    word[length] = '\0';
    while (at < host.length && !span_starts(span_cut(host, at, host.length), word))
        at++;
    return length >= NAME_LEAST && at < host.length;
}

/* og:site_name is a section's at times ("U.S."): the publisher, where the host bears it out alone.
 */
static struct span choose_source(const struct finding *finding)
{
    struct span source = finding->values[FIELD_SOURCE];
    struct span publisher = finding->values[FIELD_PUBLISHER];
    struct span host = naming_host(finding->values[FIELD_URL]);

    return is_in_host(publisher, host) && !is_in_host(source, host) ? publisher : source;
}

/* Templates leave a language behind in either place; where the two differ, the text tells. */
static struct span choose_language(const struct finding *finding)
{
    struct span language = finding->values[FIELD_LANGUAGE];
    struct span locale = finding->values[FIELD_LOCALE];

    if (!language.length)
        return locale;
    return !locale.length || span_equal(language, locale) ? language : SPAN_EMPTY;
}

/* --- all of it ---------------------------------------------------------------------------- */

/* `Jutta Kranz, Elbtaler Bote` without the outlet; empty where it alone is named. */
static struct span without_source(struct span author, struct span source)
{
    char tail[NAME_MAX + 4];

    (void)snprintf(tail, sizeof tail, ", %.*s", SPAN_PRINT(source));
    if (source.length && source.length < NAME_MAX && span_ends(author, tail))
        author.length -= strlen(tail);
    return span_equal(author, source) ? SPAN_EMPTY : author;
}

void metadata_find(struct metadata *metadata, struct arena *arena, const struct markup *markup,
                   const struct blocks *blocks)
{
    struct finding finding = {.arena = arena, .markup = markup, .blocks = blocks};

    *metadata = (struct metadata){0};
    for (size_t i = 0; i < FIELDS; i++)
        finding.ranks[i] = finding.second_rank = RANK_LAST;
    for (uint32_t i = 1; i < markup->count; i++)
        if (markup->nodes[i].tag != TAG_TEXT)
            read_element(&finding, i);
    if (!finding.headline_seen) { /* there is none to be behind */
        finding.headline_seen = true;
        for (uint32_t i = 1; i < markup->count; i++)
            if (markup->nodes[i].tag != TAG_TEXT)
                read_class(&finding, i);
    }
    metadata->body = read_data(&finding);
    metadata->article = finding.article || finding.data.count == 1;
    metadata->source = choose_source(&finding);
    metadata->title =
        arena_copy(arena, headline_choose(blocks, markup, finding.names, metadata->source));
    metadata->url = finding.values[FIELD_URL];
    offer(&finding, FIELD_PUBLISHED, 6, datelines_address(arena, metadata->url));
    if (finding.ranks[FIELD_PUBLISHED] > RANK_NEAR || finding.ranks[FIELD_AUTHOR] > RANK_BYLINE)
        look_around(&finding, metadata->title);
    metadata->published = finding.values[FIELD_PUBLISHED];
    metadata->author = without_source(finding.values[FIELD_AUTHOR], metadata->source);
    if (metadata->author.length == 0)
        metadata->author = without_source(finding.second_author, metadata->source);
    metadata->section = finding.values[FIELD_SECTION];
    metadata->language = choose_language(&finding);
    linked_data_release(&finding.data);
}
