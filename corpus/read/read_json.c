#include "corpus/read/read_json.h"

#include "corpus/base/bytes.h"
#include "corpus/base/json.h"
#include "corpus/read/signature.h"

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

static bool claims(struct span path, struct span start)
{
    return !signature_refusal(path, start) && span_starts(span_trim(start), "{");
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    struct bytes where = BYTES_EMPTY;
    struct span line;

    do
        if (!input_line(job->input, &line))
            return FORMAT_END;
    while (line.bytes && span_trim(line).length == 0);
    bytes_print(&where, "line %llu", (unsigned long long)input_line_number(job->input));
    job->where = arena_copy(job->arena, bytes_span(&where));
    bytes_release(&where);
    if (!line.bytes)
        return (void)fault_set(fault, FAULT_LIMIT, "the line is longer than 16 MB"), FORMAT_SKIP;
    return read_json(article, job->arena, line, job->config, fault) ? FORMAT_ARTICLE : FORMAT_SKIP;
}

const struct format read_json_format = {
    .name = "JSON Lines", .many = true, .text = true, .claims = claims, .next = next};
