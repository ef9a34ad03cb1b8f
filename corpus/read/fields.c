#include "corpus/read/fields.h"

enum { NAME_MAX_LENGTH = 40 };

/* In byte order of names; ranks from 1, since 0 is the configuration's. */
static const struct usual {
    const char *name;
    struct fields_place place;
} usual[] = {
    {"article", {FIELDS_TEXT, 9}},
    {"article_body", {FIELDS_TEXT, 7}},
    {"article_id", {FIELDS_ID, 2}},
    {"article_text", {FIELDS_TEXT, 6}},
    {"articlebody", {FIELDS_TEXT, 8}},
    {"articletext", {FIELDS_TEXT, 6}},
    {"author", {FIELDS_AUTHOR, 1}},
    {"author.name", {FIELDS_AUTHOR, 2}},
    {"authors", {FIELDS_AUTHOR, 3}},
    {"body", {FIELDS_TEXT, 3}},
    {"bodytext", {FIELDS_TEXT, 4}},
    {"byline", {FIELDS_AUTHOR, 4}},
    {"byline.original", {FIELDS_AUTHOR, 5}},
    {"category", {FIELDS_SECTION, 3}},
    {"content", {FIELDS_TEXT, 5}},
    {"content.rendered", {FIELDS_HTML, 3}},
    {"content_html", {FIELDS_HTML, 1}},
    {"content_text", {FIELDS_TEXT, 2}},
    {"creator", {FIELDS_AUTHOR, 7}},
    {"date", {FIELDS_PUBLISHED, 1}},
    {"date_publish", {FIELDS_PUBLISHED, 5}},
    {"date_published", {FIELDS_PUBLISHED, 5}},
    {"datepublished", {FIELDS_PUBLISHED, 5}},
    {"datetime", {FIELDS_PUBLISHED, 9}},
    {"domain", {FIELDS_SOURCE, 9}},
    {"fields.body", {FIELDS_HTML, 2}},
    {"fields.bodytext", {FIELDS_TEXT, 10}},
    {"fields.byline", {FIELDS_AUTHOR, 6}},
    {"fields.headline", {FIELDS_TITLE, 3}},
    {"guid", {FIELDS_ID, 4}},
    {"headline", {FIELDS_TITLE, 2}},
    {"headline.main", {FIELDS_TITLE, 2}},
    {"id", {FIELDS_ID, 1}},
    {"lang", {FIELDS_LANGUAGE, 2}},
    {"language", {FIELDS_LANGUAGE, 1}},
    {"link", {FIELDS_URL, 2}},
    {"maintext", {FIELDS_TEXT, 2}},
    {"outlet", {FIELDS_SOURCE, 2}},
    {"permalink", {FIELDS_URL, 4}},
    {"pub_date", {FIELDS_PUBLISHED, 4}},
    {"pubdate", {FIELDS_PUBLISHED, 4}},
    {"publication", {FIELDS_SOURCE, 4}},
    {"publication_date", {FIELDS_PUBLISHED, 6}},
    {"publicationdate", {FIELDS_PUBLISHED, 6}},
    {"published", {FIELDS_PUBLISHED, 2}},
    {"published_at", {FIELDS_PUBLISHED, 3}},
    {"publishedat", {FIELDS_PUBLISHED, 3}},
    {"publisher", {FIELDS_SOURCE, 5}},
    {"publisher.name", {FIELDS_SOURCE, 6}},
    {"section", {FIELDS_SECTION, 1}},
    {"section_name", {FIELDS_SECTION, 2}},
    {"sectionname", {FIELDS_SECTION, 2}},
    {"source", {FIELDS_SOURCE, 1}},
    {"source.name", {FIELDS_SOURCE, 1}},
    {"source.title", {FIELDS_SOURCE, 3}},
    {"source_domain", {FIELDS_SOURCE, 8}},
    {"source_name", {FIELDS_SOURCE, 3}},
    {"text", {FIELDS_TEXT, 1}},
    {"thread.site", {FIELDS_SOURCE, 7}},
    {"timestamp", {FIELDS_PUBLISHED, 10}},
    {"title", {FIELDS_TITLE, 1}},
    {"title.rendered", {FIELDS_TITLE, 1}},
    {"url", {FIELDS_URL, 1}},
    {"uuid", {FIELDS_ID, 3}},
    {"web_url", {FIELDS_URL, 3}},
    {"webpublicationdate", {FIELDS_PUBLISHED, 7}},
    {"webtitle", {FIELDS_TITLE, 4}},
    {"weburl", {FIELDS_URL, 3}},
};

struct fields_plan fields_plan(const struct config *config)
{
    static const char *const own[FIELDS_COUNT] = {
        [FIELDS_ID] = "id",           [FIELDS_TITLE] = "title",   [FIELDS_TEXT] = "text",
        [FIELDS_PUBLISHED] = "date",  [FIELDS_SOURCE] = "source", [FIELDS_AUTHOR] = "author",
        [FIELDS_SECTION] = "section", [FIELDS_URL] = "url",       [FIELDS_LANGUAGE] = "language",
        [FIELDS_HTML] = "html",
    };
    struct fields_plan plan = {0};

    for (size_t kind = 0; config && kind < FIELDS_COUNT; kind++) {
        plan.names[kind] = config_field(config, own[kind]);
        plan.configured = plan.configured || plan.names[kind].length;
    }
    return plan;
}

/* `name` in lower case (ASCII) in `folded`; at most NAME_MAX_LENGTH bytes. */
static struct span fold(char *folded, struct span name)
{
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];

        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte | 0x20);
        folded[i] = byte;
    }
    return (struct span){folded, name.length};
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

/* The row of `usual` for a name in lower case; NULL for none. */
static const struct usual *find_usual(struct span name)
{
    size_t low = 0, high = sizeof usual / sizeof *usual;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strncmp(name.bytes, usual[middle].name, name.length);

        if (order == 0 && strlen(usual[middle].name) == name.length)
            return &usual[middle];
        if (order > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool fields_find(struct fields_place *place, const struct fields_plan *plan, struct span name)
{
    char folded[NAME_MAX_LENGTH];
    const struct usual *row;

    for (size_t kind = 0; plan->configured && kind < FIELDS_COUNT; kind++) {
        if (plan->names[kind].length && same_name(plan->names[kind], name)) {
            *place = (struct fields_place){(enum fields_kind)kind, 0};
            return true;
        }
    }
    if (name.length > NAME_MAX_LENGTH)
        return false;
    row = find_usual(fold(folded, name));
    if (row)
        *place = row->place;
    return row != NULL;
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
    size_t at = 0, length = 0;

    text = span_trim(text);
    while (at < text.length && !is_control(text.bytes[at]))
        at++;
    if (at == text.length)
        return text;
    line = arena_copy(arena, text);
    bytes = (char *)line.bytes;
    for (at = 0; at < text.length;) {
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
