#include "corpus/read/read_json.h"

#include "corpus/base/bytes.h"
#include "corpus/base/json.h"

/* The name that the configuration gives the field; its own where it gives none. */
static const char *configured(const struct config *config, const char *field)
{
    struct span name = config ? config_field(config, field) : SPAN_EMPTY;

    return name.length ? name.bytes : field; /* a YAML text ends in a NUL */
}

static struct span first_of(const struct json *json, const struct config *config,
                            const char *const names[2])
{
    struct span text = json_text(json, configured(config, names[0]));

    if (text.length == 0)
        text = json_text(json, names[0]);

    return text.length || !names[1] ? text : json_text(json, names[1]);
}

bool read_json(struct article *article, struct arena *arena, struct span line,
               const struct config *config, struct fault *fault)
{
    const struct {
        struct span *field;
        const char *names[2];
    } fields[] = {
        {&article->id, {"id", NULL}},         {&article->title, {"title", NULL}},
        {&article->text, {"text", NULL}},     {&article->published, {"date", "published"}},
        {&article->source, {"source", NULL}}, {&article->section, {"section", NULL}},
        {&article->url, {"url", NULL}},       {&article->language, {"language", "lang"}},
    };
    struct bytes authors = BYTES_EMPTY;
    struct json *json = NULL;

    if (!json_read(&json, line, "", fault))
        return false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        *fields[i].field = arena_copy(arena, first_of(json, config, fields[i].names));
    json_join(&authors, json, configured(config, "author"));
    if (authors.count == 0)
        json_join(&authors, json, "authors");
    article->author = arena_copy(arena, bytes_span(&authors));
    bytes_release(&authors);
    json_release(json);
    if (article->text.length == 0)
        return fault_set(fault, FAULT_INPUT, "the object has no `text`");
    return true;
}
