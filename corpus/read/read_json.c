#include "corpus/read/read_json.h"

#include "corpus/base/bytes.h"
#include "corpus/base/json.h"
#include "corpus/base/memory.h"
#include "corpus/read/fields.h"
#include "corpus/read/fragment.h"
#include "corpus/read/json_items.h"

#include <stdlib.h>

/* What is kept from one article to the next. */
struct state {
    struct fields_plan plan;
    struct json_document *document;
    struct json_items items; /* of JSON that is no JSON Lines */
    struct bytes where;
};

static struct state *state_of(struct format_job *job)
{
    struct state *state = job->state;

    if (!state) {
        state = job->state = memory_new(1, sizeof *state);
        state->plan = fields_plan(job->config);
        state->document = json_open();
    }
    return state;
}

static void close(struct format_job *job)
{
    struct state *state = job->state;

    if (!state)
        return;
    json_close(state->document);
    bytes_release(&state->where);
    free(state);
    job->state = NULL;
}

/* --- one object -------------------------------------------------------------------- */

/* How many members deep names may reach: "source.name", and what the configuration names. */
enum { DEPTH_USUAL = 2, DEPTH_CONFIGURED = 5, NAME_LONGEST = 128 };

struct search {
    struct fields fields;
    const struct fields_plan *plan;
    struct arena *arena;
    char name[NAME_LONGEST]; /* of the member at hand, from the outermost object on */
};

/* Puts `name` behind the first `used` bytes of the search's name; false where there is no room. */
static bool set_name(struct search *search, size_t used, struct span name, struct span *whole)
{
    if (used + name.length >= NAME_LONGEST)
        return false;
    memcpy(search->name + used, name.bytes, name.length);
    *whole = (struct span){search->name, used + name.length};
    return true;
}

static struct span joined(struct arena *arena, const struct json *value)
{
    struct bytes texts = BYTES_EMPTY;
    struct span copy;

    json_join_value(&texts, value);
    copy = arena_copy(arena, bytes_span(&texts));
    bytes_release(&texts);
    return copy;
}

/* Offers what `object` holds; its own name, with a dot, is the search's first `used` bytes. */
static void search_object(struct search *search, const struct json *object, size_t used,
                          unsigned depth)
{
    for (const struct json *member = json_first(object); member; member = json_after(member)) {
        struct span value = json_value(member), name = json_name(member);
        struct fields_place place;

        if (used && !set_name(search, used, json_name(member), &name))
            continue;
        if (json_is_object(member)) {
            if (depth > 1 && set_name(search, used, json_name(member), &name) &&
                set_name(search, name.length, span_of("."), &name))
                search_object(search, member, name.length, depth - 1);
            continue;
        }
        if (!fields_find(&place, search->plan, name))
            continue;
        if (!value.length && (place.kind == FIELDS_AUTHOR || place.kind == FIELDS_SECTION))
            value = joined(search->arena, member);
        fields_offer(&search->fields, place, value);
    }
}

static struct span html_text(struct arena *arena, struct span html)
{
    struct bytes text = BYTES_EMPTY;
    struct span copy;

    fragment_html(&text, html);
    copy = arena_copy(arena, bytes_span(&text));
    bytes_release(&text);
    return copy;
}

/* The article of one object, borrowed from the document and from `text`. */
static enum format_result read_object(struct format_job *job, struct article *article,
                                      struct span text, struct fault *fault)
{
    struct state *state = state_of(job);
    struct search search = {.plan = &state->plan, .arena = job->arena};

    if (!json_read_plain(state->document, text) &&
        !json_read(state->document, input_mended(job->input, text), fault))
        return FORMAT_SKIP;
    search_object(&search, json_root(state->document), 0,
                  state->plan.configured ? DEPTH_CONFIGURED : DEPTH_USUAL);
    fields_fill(article, job->arena, &search.fields);
    if (!article->text.length)
        article->text = html_text(job->arena, search.fields.values[FIELDS_HTML]);
    if (article->text.length)
        return FORMAT_ARTICLE;
    (void)fault_set(fault, FAULT_INPUT, "the object has no `text`");
    return FORMAT_SKIP;
}

/* --- which files ------------------------------------------------------------------- */

/* The first byte that is no blank from `at` on; NUL at the end. */
static char first_of(struct span text, size_t at)
{
    struct span rest = span_trim(span_cut(text, at, text.length));

    if (!rest.length)
        return '\0';
    return rest.bytes[0];
}

/* True where the line end at `end` lies within the object that `text` begins with. */
static bool is_spread(struct span text, size_t end)
{
    struct span line = span_trim(span_cut(text, 0, end));
    char before = line.bytes[line.length - 1], after = first_of(text, end);

    if (after == '\0')
        return false;
    return strchr("}],:", after) || before == ':' || before == '[' ||
           ((before == '{' || before == ',') && after == '"');
}

static bool is_named_json(struct span path)
{
    return span_ends(path, ".json");
}

static bool is_named_lines(struct span path)
{
    return span_ends(path, ".jsonl") || span_ends(path, ".ndjson");
}

static bool claims(struct span path, struct span start)
{
    const struct fields_plan plan = fields_plan(NULL);
    struct span text = span_trim(start);
    const char *end;
    char second;

    if (!text.length)
        return false;
    second = first_of(text, 1);
    if (span_starts(text, "["))
        return second == '{' || is_named_json(path) || is_named_lines(path);
    if (!span_starts(text, "{") || (second != '"' && second != '}'))
        return false;
    end = memchr(text.bytes, '\n', text.length);
    if (end && is_spread(text, (size_t)(end - text.bytes)))
        return true;
    return json_items_wrapped(text, &plan) || (!end && is_named_json(path));
}

static bool claims_lines(struct span path, struct span start)
{
    struct span text = span_trim(start);
    char second;

    if (!span_starts(text, "{"))
        return false;
    second = first_of(text, 1);
    return second == '"' || second == '}' || is_named_json(path) || is_named_lines(path);
}

/* --- JSON Lines ---------------------------------------------------------------------- */

/* "line 4", or "item 3 (line 57)". */
static void note_place(struct format_job *job, uint64_t item, uint64_t line)
{
    struct bytes *where = &state_of(job)->where;

    bytes_clear(where);
    if (item) {
        bytes_add_text(where, "item ");
        bytes_add_number(where, item);
        bytes_add_text(where, " (");
    }
    bytes_add_text(where, "line ");
    bytes_add_number(where, line);
    if (item)
        bytes_add_byte(where, ')');
    job->where = bytes_span(where);
}

static enum format_result refuse(struct fault *fault, enum fault_kind kind, const char *why)
{
    (void)fault_set(fault, kind, "%s", why);
    return FORMAT_SKIP;
}

static enum format_result next_line(struct format_job *job, struct article *article,
                                    struct fault *fault)
{
    struct span line;

    do
        if (!input_line(job->input, &line))
            return FORMAT_END;
    while (line.bytes && span_trim(line).length == 0);
    note_place(job, 0, input_line_number(job->input));
    if (!line.bytes)
        return refuse(fault, FAULT_LIMIT, "the line is longer than 16 MB");
    return read_object(job, article, line, fault);
}

const struct format read_json_lines_format = {
    .name = "JSON Lines",
    .many = true,
    .text = true,
    .mends = true,
    .markup = true,
    .claims = claims_lines,
    .next = next_line,
    .close = close,
};

/* --- other JSON ---------------------------------------------------------------------- */

static enum format_result next_item(struct format_job *job, struct article *article,
                                    struct fault *fault)
{
    struct state *state = state_of(job);
    struct json_item item;
    enum json_items_step step = json_items_next(&state->items, job->input, &state->plan, &item);

    if (step == JSON_ITEMS_END)
        return FORMAT_END;
    note_place(job, item.number, item.line);
    switch (step) {
    case JSON_ITEMS_TOO_LONG:
        return refuse(fault, FAULT_LIMIT, "the object is longer than 16 MB");
    case JSON_ITEMS_CUT_OFF:
        return refuse(fault, FAULT_INPUT, "the file ends within an object or array");
    case JSON_ITEMS_BROKEN:
        return refuse(fault, FAULT_INPUT, "what stands here is no JSON; nothing after it is read");
    case JSON_ITEMS_TEXT:
        return refuse(fault, FAULT_INPUT,
                      "the object that ends here was read for its list; its own text was not");
    case JSON_ITEMS_OTHER:
        (void)fault_set(fault, FAULT_INPUT, "the array holds %llu other than objects here",
                        (unsigned long long)item.count);
        return FORMAT_SKIP;
    case JSON_ITEMS_OBJECT:
    case JSON_ITEMS_END:
    default:
        return read_object(job, article, item.object, fault);
    }
}

const struct format read_json_format = {
    .name = "JSON",
    .many = true,
    .text = true,
    .mends = true,
    .markup = true,
    .claims = claims,
    .next = next_item,
    .close = close,
};
