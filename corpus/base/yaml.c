#include "corpus/base/yaml.h"

#include "corpus/base/memory.h"

#include <yaml.h>

enum { DEPTH_MAX = 32 };

struct reading {
    yaml_parser_t parser;
    struct arena *arena;
    const char *name;
    struct yaml_node *open[DEPTH_MAX]; /* the sequences and mappings around the next node */
    struct yaml_node *last[DEPTH_MAX]; /* the last child of each */
    size_t depth;
    struct span key; /* of the mapping's next value; its bytes are NULL while a key is due */
    struct yaml_node *root;
};

static bool refuse(const struct reading *reading, size_t line, const char *why, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, "%s line %zu: %s", reading->name, line, why);
}

/* Hangs `node` below the one that is open. */
static void hang(struct reading *reading, struct yaml_node *node)
{
    size_t top = reading->depth;

    node->key = reading->key;
    reading->key = SPAN_EMPTY;
    if (top == 0) {
        reading->root = node;
        return;
    }
    if (reading->last[top - 1])
        reading->last[top - 1]->next = node;
    else
        reading->open[top - 1]->first = node;
    reading->last[top - 1] = node;
}

static bool key_is_due(const struct reading *reading)
{
    return reading->depth > 0 && reading->open[reading->depth - 1]->kind == YAML_MAPPING &&
           reading->key.bytes == NULL;
}

static struct yaml_node *new_node(struct reading *reading, enum yaml_kind kind,
                                  const yaml_event_t *event)
{
    struct yaml_node *node = arena_new(reading->arena, 1, sizeof *node);

    node->kind = kind;
    node->line = (uint32_t)event->start_mark.line + 1;
    return node;
}

static bool take_scalar(struct reading *reading, const yaml_event_t *event)
{
    struct span text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    struct yaml_node *node;

    text = arena_copy(reading->arena, text);
    if (key_is_due(reading)) {
        reading->key = text;
        return true;
    }
    node = new_node(reading, YAML_SCALAR, event);
    node->text = text;
    hang(reading, node);
    return true;
}

static bool take_start(struct reading *reading, const yaml_event_t *event, enum yaml_kind kind,
                       struct fault *fault)
{
    struct yaml_node *node;

    if (reading->depth == DEPTH_MAX)
        return refuse(reading, event->start_mark.line + 1, "more than 32 levels", fault);
    if (key_is_due(reading))
        return refuse(reading, event->start_mark.line + 1, "a key must be a text", fault);
    node = new_node(reading, kind, event);
    hang(reading, node);
    reading->open[reading->depth] = node;
    reading->last[reading->depth++] = NULL;
    return true;
}

/* What stands before the content, or after it. */
static bool take_frame(struct reading *reading, const yaml_event_t *event, bool *ended,
                       struct fault *fault)
{
    *ended = event->type == YAML_STREAM_END_EVENT;
    if (event->type == YAML_DOCUMENT_START_EVENT && reading->root)
        return refuse(reading, event->start_mark.line + 1, "a second document begins here", fault);
    return true;
}

/* Takes one event; sets `ended` at the stream's end. */
static bool take_event(struct reading *reading, const yaml_event_t *event, bool *ended,
                       struct fault *fault)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return take_scalar(reading, event);
    case YAML_SEQUENCE_START_EVENT:
        return take_start(reading, event, YAML_SEQUENCE, fault);
    case YAML_MAPPING_START_EVENT:
        return take_start(reading, event, YAML_MAPPING, fault);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reading->depth--;
        return true;
    case YAML_ALIAS_EVENT:
        return refuse(reading, event->start_mark.line + 1, "aliases (*name) are not read", fault);
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
    case YAML_STREAM_END_EVENT:
    default:
        return take_frame(reading, event, ended, fault);
    }
}

static bool read_events(struct reading *reading, struct fault *fault)
{
    bool ended = false, done = true;

    while (done && !ended) {
        yaml_event_t event;

        if (!yaml_parser_parse(&reading->parser, &event)) {
            const char *why = reading->parser.problem;

            if (reading->parser.error == YAML_MEMORY_ERROR)
                memory_exhausted(1, sizeof event);
            return refuse(reading, reading->parser.problem_mark.line + 1,
                          why ? why : "this is no YAML", fault);
        }
        done = take_event(reading, &event, &ended, fault);
        yaml_event_delete(&event);
    }
    return done;
}

bool yaml_read(struct yaml *yaml, struct span text, const char *name, struct fault *fault)
{
    struct reading reading = {.arena = &yaml->arena, .name = name};
    bool done;

    if (!yaml_parser_initialize(&reading.parser))
        memory_exhausted(1, sizeof reading.parser);
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &reading.parser, (const unsigned char *)(text.bytes ? text.bytes : ""), text.length);
    done = read_events(&reading, fault);
    yaml_parser_delete(&reading.parser);
    yaml->root = reading.root;
    if (!done)
        yaml_release(yaml);
    return done;
}

const struct yaml_node *yaml_member(const struct yaml_node *mapping, const char *key)
{
    if (!mapping || mapping->kind != YAML_MAPPING)
        return NULL;
    for (const struct yaml_node *node = mapping->first; node; node = node->next) {
        if (span_is(node->key, key))
            return node;
    }
    return NULL;
}

struct span yaml_text(const struct yaml_node *mapping, const char *key)
{
    const struct yaml_node *node = yaml_member(mapping, key);

    return node && node->kind == YAML_SCALAR ? node->text : SPAN_EMPTY;
}

void yaml_release(struct yaml *yaml)
{
    arena_release(&yaml->arena);
    *yaml = YAML_EMPTY;
}
