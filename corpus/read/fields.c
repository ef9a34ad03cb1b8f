#include "corpus/read/fields.h"

#include "corpus/read/tidy.h"

#define NAME(text)                                                                                 \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

/* By their first letter; ranks from 1, since 0 is the configuration's. */
static const struct usual {
    struct span name;
    struct fields_place place;
} usual[] = {
    {NAME("article"), {FIELDS_TEXT, 9}},
    {NAME("article_body"), {FIELDS_TEXT, 7}},
    {NAME("article_id"), {FIELDS_ID, 2}},
    {NAME("article_text"), {FIELDS_TEXT, 6}},
    {NAME("articlebody"), {FIELDS_TEXT, 8}},
    {NAME("articletext"), {FIELDS_TEXT, 6}},
    {NAME("author"), {FIELDS_AUTHOR, 1}},
    {NAME("author.name"), {FIELDS_AUTHOR, 2}},
    {NAME("authors"), {FIELDS_AUTHOR, 3}},
    {NAME("body"), {FIELDS_TEXT, 3}},
    {NAME("bodytext"), {FIELDS_TEXT, 4}},
    {NAME("byline"), {FIELDS_AUTHOR, 4}},
    {NAME("byline.original"), {FIELDS_AUTHOR, 5}},
    {NAME("category"), {FIELDS_SECTION, 3}},
    {NAME("content"), {FIELDS_TEXT, 5}},
    {NAME("content.rendered"), {FIELDS_HTML, 3}},
    {NAME("content_html"), {FIELDS_HTML, 1}},
    {NAME("content_text"), {FIELDS_TEXT, 2}},
    {NAME("creator"), {FIELDS_AUTHOR, 7}},
    {NAME("date"), {FIELDS_PUBLISHED, 1}},
    {NAME("date_publish"), {FIELDS_PUBLISHED, 5}},
    {NAME("date_published"), {FIELDS_PUBLISHED, 5}},
    {NAME("datepublished"), {FIELDS_PUBLISHED, 5}},
    {NAME("datetime"), {FIELDS_PUBLISHED, 9}},
    {NAME("domain"), {FIELDS_SOURCE, 9}},
    {NAME("fields.body"), {FIELDS_HTML, 2}},
    {NAME("fields.bodytext"), {FIELDS_TEXT, 10}},
    {NAME("fields.byline"), {FIELDS_AUTHOR, 6}},
    {NAME("fields.headline"), {FIELDS_TITLE, 3}},
    {NAME("guid"), {FIELDS_ID, 4}},
    {NAME("headline"), {FIELDS_TITLE, 2}},
    {NAME("headline.main"), {FIELDS_TITLE, 2}},
    {NAME("id"), {FIELDS_ID, 1}},
    {NAME("lang"), {FIELDS_LANGUAGE, 2}},
    {NAME("language"), {FIELDS_LANGUAGE, 1}},
    {NAME("link"), {FIELDS_URL, 2}},
    {NAME("maintext"), {FIELDS_TEXT, 2}},
    {NAME("outlet"), {FIELDS_SOURCE, 2}},
    {NAME("permalink"), {FIELDS_URL, 4}},
    {NAME("pub_date"), {FIELDS_PUBLISHED, 4}},
    {NAME("pubdate"), {FIELDS_PUBLISHED, 4}},
    {NAME("publication"), {FIELDS_SOURCE, 4}},
    {NAME("publication_date"), {FIELDS_PUBLISHED, 6}},
    {NAME("publicationdate"), {FIELDS_PUBLISHED, 6}},
    {NAME("published"), {FIELDS_PUBLISHED, 2}},
    {NAME("published_at"), {FIELDS_PUBLISHED, 3}},
    {NAME("publishedat"), {FIELDS_PUBLISHED, 3}},
    {NAME("publisher"), {FIELDS_SOURCE, 5}},
    {NAME("publisher.name"), {FIELDS_SOURCE, 6}},
    {NAME("section"), {FIELDS_SECTION, 1}},
    {NAME("section_name"), {FIELDS_SECTION, 2}},
    {NAME("sectionname"), {FIELDS_SECTION, 2}},
    {NAME("source"), {FIELDS_SOURCE, 1}},
    {NAME("source.name"), {FIELDS_SOURCE, 1}},
    {NAME("source.title"), {FIELDS_SOURCE, 3}},
    {NAME("source_domain"), {FIELDS_SOURCE, 8}},
    {NAME("source_name"), {FIELDS_SOURCE, 3}},
    {NAME("text"), {FIELDS_TEXT, 1}},
    {NAME("thread.site"), {FIELDS_SOURCE, 7}},
    {NAME("timestamp"), {FIELDS_PUBLISHED, 10}},
    {NAME("title"), {FIELDS_TITLE, 1}},
    {NAME("title.rendered"), {FIELDS_TITLE, 1}},
    {NAME("url"), {FIELDS_URL, 1}},
    {NAME("uuid"), {FIELDS_ID, 3}},
    {NAME("web_url"), {FIELDS_URL, 3}},
    {NAME("webpublicationdate"), {FIELDS_PUBLISHED, 7}},
    {NAME("webtitle"), {FIELDS_TITLE, 4}},
    {NAME("weburl"), {FIELDS_URL, 3}},
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
