#include "corpus/read/fields.h"

#include "corpus/read/tidy.h"

/* By their first letter; ranks from 1, since 0 is the configuration's. */
static const struct usual {
    struct span name;
    struct fields_place place;
} usual[] = {
    {SPAN_LITERAL("article"), {FIELDS_TEXT, 9}},
    {SPAN_LITERAL("article_body"), {FIELDS_TEXT, 7}},
    {SPAN_LITERAL("article_content"), {FIELDS_TEXT, 7}},
    {SPAN_LITERAL("article_id"), {FIELDS_ID, 2}},
    {SPAN_LITERAL("article_text"), {FIELDS_TEXT, 6}},
    {SPAN_LITERAL("article_title"), {FIELDS_TITLE, 5}},
    {SPAN_LITERAL("article_url"), {FIELDS_URL, 3}},
    {SPAN_LITERAL("articlebody"), {FIELDS_TEXT, 8}},
    {SPAN_LITERAL("articlecontent"), {FIELDS_TEXT, 7}},
    {SPAN_LITERAL("articletext"), {FIELDS_TEXT, 6}},
    {SPAN_LITERAL("auteur"), {FIELDS_AUTHOR, 8}},
    {SPAN_LITERAL("author"), {FIELDS_AUTHOR, 1}},
    {SPAN_LITERAL("author.name"), {FIELDS_AUTHOR, 2}},
    {SPAN_LITERAL("authors"), {FIELDS_AUTHOR, 3}},
    {SPAN_LITERAL("autor"), {FIELDS_AUTHOR, 8}},
    {SPAN_LITERAL("body"), {FIELDS_TEXT, 3}},
    {SPAN_LITERAL("bodytext"), {FIELDS_TEXT, 4}},
    {SPAN_LITERAL("byline"), {FIELDS_AUTHOR, 4}},
    {SPAN_LITERAL("byline.original"), {FIELDS_AUTHOR, 5}},
    {SPAN_LITERAL("canonical_url"), {FIELDS_URL, 4}},
    {SPAN_LITERAL("category"), {FIELDS_SECTION, 3}},
    {SPAN_LITERAL("contenido"), {FIELDS_TEXT, 12}},
    {SPAN_LITERAL("content"), {FIELDS_TEXT, 5}},
    {SPAN_LITERAL("content.rendered"), {FIELDS_HTML, 3}},
    {SPAN_LITERAL("content_html"), {FIELDS_HTML, 1}},
    {SPAN_LITERAL("content_text"), {FIELDS_TEXT, 2}},
    {SPAN_LITERAL("created_at"), {FIELDS_PUBLISHED, 13}},
    {SPAN_LITERAL("creator"), {FIELDS_AUTHOR, 7}},
    {SPAN_LITERAL("date"), {FIELDS_PUBLISHED, 1}},
    {SPAN_LITERAL("date_publish"), {FIELDS_PUBLISHED, 5}},
    {SPAN_LITERAL("date_published"), {FIELDS_PUBLISHED, 5}},
    {SPAN_LITERAL("date_time"), {FIELDS_PUBLISHED, 9}},
    {SPAN_LITERAL("datepublished"), {FIELDS_PUBLISHED, 5}},
    {SPAN_LITERAL("datetime"), {FIELDS_PUBLISHED, 9}},
    {SPAN_LITERAL("datum"), {FIELDS_PUBLISHED, 12}},
    {SPAN_LITERAL("domain"), {FIELDS_SOURCE, 9}},
    {SPAN_LITERAL("fecha"), {FIELDS_PUBLISHED, 12}},
    {SPAN_LITERAL("fields.body"), {FIELDS_HTML, 2}},
    {SPAN_LITERAL("fields.bodytext"), {FIELDS_TEXT, 10}},
    {SPAN_LITERAL("fields.byline"), {FIELDS_AUTHOR, 6}},
    {SPAN_LITERAL("fields.headline"), {FIELDS_TITLE, 3}},
    {SPAN_LITERAL("full_text"), {FIELDS_TEXT, 6}},
    {SPAN_LITERAL("fulltext"), {FIELDS_TEXT, 6}},
    {SPAN_LITERAL("guid"), {FIELDS_ID, 4}},
    {SPAN_LITERAL("headline"), {FIELDS_TITLE, 2}},
    {SPAN_LITERAL("headline.main"), {FIELDS_TITLE, 2}},
    {SPAN_LITERAL("id"), {FIELDS_ID, 1}},
    {SPAN_LITERAL("journalist"), {FIELDS_AUTHOR, 8}},
    {SPAN_LITERAL("lang"), {FIELDS_LANGUAGE, 2}},
    {SPAN_LITERAL("language"), {FIELDS_LANGUAGE, 1}},
    {SPAN_LITERAL("link"), {FIELDS_URL, 2}},
    {SPAN_LITERAL("maintext"), {FIELDS_TEXT, 2}},
    {SPAN_LITERAL("media_name"), {FIELDS_SOURCE, 5}},
    {SPAN_LITERAL("newspaper"), {FIELDS_SOURCE, 5}},
    {SPAN_LITERAL("outlet"), {FIELDS_SOURCE, 2}},
    {SPAN_LITERAL("outlet_name"), {FIELDS_SOURCE, 3}},
    {SPAN_LITERAL("permalink"), {FIELDS_URL, 4}},
    {SPAN_LITERAL("post_date"), {FIELDS_PUBLISHED, 8}},
    {SPAN_LITERAL("pub_date"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("pub_time"), {FIELDS_PUBLISHED, 5}},
    {SPAN_LITERAL("pubdate"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("publication"), {FIELDS_SOURCE, 4}},
    {SPAN_LITERAL("publication_date"), {FIELDS_PUBLISHED, 6}},
    {SPAN_LITERAL("publication_name"), {FIELDS_SOURCE, 4}},
    {SPAN_LITERAL("publicationdate"), {FIELDS_PUBLISHED, 6}},
    {SPAN_LITERAL("publish_date"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("publish_time"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("publishdate"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("published"), {FIELDS_PUBLISHED, 2}},
    {SPAN_LITERAL("published_at"), {FIELDS_PUBLISHED, 3}},
    {SPAN_LITERAL("published_date"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("publishedat"), {FIELDS_PUBLISHED, 3}},
    {SPAN_LITERAL("publisheddate"), {FIELDS_PUBLISHED, 4}},
    {SPAN_LITERAL("publisher"), {FIELDS_SOURCE, 5}},
    {SPAN_LITERAL("publisher.name"), {FIELDS_SOURCE, 6}},
    {SPAN_LITERAL("ressort"), {FIELDS_SECTION, 4}},
    {SPAN_LITERAL("section"), {FIELDS_SECTION, 1}},
    {SPAN_LITERAL("section_name"), {FIELDS_SECTION, 2}},
    {SPAN_LITERAL("sectionname"), {FIELDS_SECTION, 2}},
    {SPAN_LITERAL("seendate"), {FIELDS_PUBLISHED, 11}},
    {SPAN_LITERAL("site_name"), {FIELDS_SOURCE, 5}},
    {SPAN_LITERAL("source"), {FIELDS_SOURCE, 1}},
    {SPAN_LITERAL("source.name"), {FIELDS_SOURCE, 1}},
    {SPAN_LITERAL("source.title"), {FIELDS_SOURCE, 3}},
    {SPAN_LITERAL("source_domain"), {FIELDS_SOURCE, 8}},
    {SPAN_LITERAL("source_name"), {FIELDS_SOURCE, 3}},
    {SPAN_LITERAL("story"), {FIELDS_TEXT, 11}},
    {SPAN_LITERAL("testo"), {FIELDS_TEXT, 12}},
    {SPAN_LITERAL("text"), {FIELDS_TEXT, 1}},
    {SPAN_LITERAL("texte"), {FIELDS_TEXT, 12}},
    {SPAN_LITERAL("texto"), {FIELDS_TEXT, 12}},
    {SPAN_LITERAL("thread.site"), {FIELDS_SOURCE, 7}},
    {SPAN_LITERAL("timestamp"), {FIELDS_PUBLISHED, 10}},
    {SPAN_LITERAL("titel"), {FIELDS_TITLE, 6}},
    {SPAN_LITERAL("title"), {FIELDS_TITLE, 1}},
    {SPAN_LITERAL("title.rendered"), {FIELDS_TITLE, 1}},
    {SPAN_LITERAL("titolo"), {FIELDS_TITLE, 6}},
    {SPAN_LITERAL("titre"), {FIELDS_TITLE, 6}},
    {SPAN_LITERAL("titulo"), {FIELDS_TITLE, 6}},
    {SPAN_LITERAL("url"), {FIELDS_URL, 1}},
    {SPAN_LITERAL("uuid"), {FIELDS_ID, 3}},
    {SPAN_LITERAL("web_url"), {FIELDS_URL, 3}},
    {SPAN_LITERAL("webpublicationdate"), {FIELDS_PUBLISHED, 7}},
    {SPAN_LITERAL("webtitle"), {FIELDS_TITLE, 4}},
    {SPAN_LITERAL("weburl"), {FIELDS_URL, 3}},
};

enum { COUNT = sizeof usual / sizeof *usual };

struct fields_plan fields_plan(const struct config *config)
{
    static const char *const own[FIELDS_COUNT] = {
        [FIELDS_ID] = "id",           [FIELDS_TITLE] = "title",   [FIELDS_TEXT] = "text",
        [FIELDS_PUBLISHED] = "date",  [FIELDS_SOURCE] = "source", [FIELDS_AUTHOR] = "author",
        [FIELDS_SECTION] = "section", [FIELDS_URL] = "url",       [FIELDS_LANGUAGE] = "language",
        [FIELDS_HTML] = "html",
    };
    struct fields_plan plan = {0};
    uint32_t at = 0;

    for (size_t letter = 0; letter <= FIELDS_LETTERS; letter++) {
        plan.usual[letter] = at;
        while (at < COUNT && usual[at].name.bytes[0] == (char)('a' + letter))
            at++;
    }
    for (size_t kind = 0; config && kind < FIELDS_COUNT; kind++) {
        plan.names[kind] = config_field(config, own[kind]);
        plan.configured = plan.configured || plan.names[kind].length;
    }
    return plan;
}

static bool same_name(struct span left, struct span right)
{
    if (left.length != right.length)
        return false;
    for (size_t i = 0; i < left.length; i++) {
        unsigned char a = (unsigned char)left.bytes[i], b = (unsigned char)right.bytes[i];

        if (a != b && ((a ^ b) != 0x20 || (unsigned char)((a | 0x20) - 'a') > 25))
            return false;
    }
    return true;
}

bool fields_find(struct fields_place *place, const struct fields_plan *plan, struct span name)
{
    size_t letter = name.length ? ((unsigned char)name.bytes[0] | 0x20U) - 'a' : FIELDS_LETTERS;

    for (size_t kind = 0; plan->configured && kind < FIELDS_COUNT; kind++) {
        if (plan->names[kind].length && same_name(plan->names[kind], name)) {
            *place = (struct fields_place){(enum fields_kind)kind, 0};
            return true;
        }
    }
    if (letter >= FIELDS_LETTERS)
        return false;
    for (size_t i = plan->usual[letter]; i < plan->usual[letter + 1]; i++) {
        if (same_name(usual[i].name, name)) {
            *place = usual[i].place;
            return true;
        }
    }
    return false;
}

static bool is_blank(struct span text)
{
    return span_trim(text).length == 0;
}

void fields_offer(struct fields *fields, struct fields_place place, struct span value)
{
    if ((fields->values[place.kind].length && fields->ranks[place.kind] <= place.rank) ||
        is_blank(value))
        return;
    fields->values[place.kind] = value;
    fields->ranks[place.kind] = place.rank;
}

static bool is_control(char byte)
{
    return byte >= '\t' && byte <= '\r';
}

struct span fields_line(struct arena *arena, struct span text)
{
    struct span line;
    char *bytes;
    size_t length = 0;

    text = span_trim(text);
    if (!tidy_is_loose(text))
        return text;
    line = arena_copy(arena, text);
    bytes = (char *)line.bytes;
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        bool controls = false;

        while (text.bytes[end] == ' ' || is_control(text.bytes[end]))
            controls = is_control(text.bytes[end++]) || controls;
        if (controls)
            bytes[length++] = ' ';
        else
            for (end += end == at; at < end; at++)
                bytes[length++] = text.bytes[at];
        at = end;
    }
    return span_cut(line, 0, length);
}

void fields_fill(struct article *article, struct arena *arena, const struct fields *fields)
{
    const struct {
        enum fields_kind kind;
        struct span *field;
    } lines[] = {
        {FIELDS_ID, &article->id},
        {FIELDS_TITLE, &article->title},
        {FIELDS_SOURCE, &article->source},
        {FIELDS_AUTHOR, &article->author},
        {FIELDS_SECTION, &article->section},
        {FIELDS_URL, &article->url},
        {FIELDS_LANGUAGE, &article->language},
        {FIELDS_PUBLISHED, &article->published},
    };

    article->text = fields->values[FIELDS_TEXT];
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        *lines[i].field = fields_line(arena, fields->values[lines[i].kind]);
}
