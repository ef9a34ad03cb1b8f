#include "corpus/read/json_items.h"

/* --- looking through an object ------------------------------------------------------------- */

enum scan_result {
    SCAN_MORE, /* the bytes end before the object does */
    SCAN_WHOLE,
    SCAN_LIST, /* the array that was opened is a wrapper's list; `at` is its first item */
};

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static struct span name_of(const struct json_items_scan *scan)
{
    return (struct span){scan->name, scan->name_length};
}

/* True for the names under which wrappers keep their lists. */
static bool names_list(struct span name)
{
    static const struct span names[] = {
        SPAN_LITERAL("articles"), SPAN_LITERAL("items"),     SPAN_LITERAL("results"),
        SPAN_LITERAL("docs"),     SPAN_LITERAL("documents"), SPAN_LITERAL("posts"),
        SPAN_LITERAL("stories"),  SPAN_LITERAL("news"),      SPAN_LITERAL("data"),
        SPAN_LITERAL("hits"),     SPAN_LITERAL("entries"),   SPAN_LITERAL("records"),
        SPAN_LITERAL("response"), SPAN_LITERAL("result"),    SPAN_LITERAL("feed"),
        SPAN_LITERAL("value"),
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_equal(name, names[i]))
            return true;
    return false;
}

static bool names_text(struct span name, const struct fields_plan *plan)
{
    struct fields_place place;

    return fields_find(&place, plan, name) &&
           (place.kind == FIELDS_TEXT || place.kind == FIELDS_HTML);
}

/* Keeps what is new of a string that may be a name, as far as there is room. */
static void keep_name(struct json_items_scan *scan, struct span part)
{
    size_t room = JSON_ITEMS_NAME - scan->name_length;
    size_t count = part.length < room ? part.length : room;

    if (scan->depth != scan->chain || !count)
        return;
    memcpy(scan->name + scan->name_length, part.bytes, count);
    scan->name_length += (uint32_t)count;
}

/* Goes through a string to its end or that of the bytes. */
static void scan_string(struct json_items_scan *scan, struct span bytes)
{
    const char *at = bytes.bytes + scan->at, *end = bytes.bytes + bytes.length;

    while (at < end) {
        const char *start = at;

        at += scan->escaped;
        scan->escaped = false;
        while (at < end && *at != '"' && *at != '\\')
            at++;
        scan->escaped = at < end && *at == '\\';
        at += scan->escaped;
        keep_name(scan, (struct span){start, (size_t)(at - start)});
        if (at < end && *at == '"' && !scan->escaped) {
            scan->quoted = false;
            at++;
            break;
        }
    }
    scan->at = (size_t)(at - bytes.bytes);
}

static void open_string(struct json_items_scan *scan)
{
    scan->article = scan->article || (scan->holds && scan->depth == 1);
    scan->quoted = true;
    scan->name_length = 0;
    scan->leads = scan->holds = scan->opened = false;
}

/* An opening bracket outside strings. */
static void open_bracket(struct json_items_scan *scan, char byte)
{
    bool led = scan->leads && !scan->article && scan->chain < JSON_ITEMS_DEPTH / 2;

    if (byte == '{' && led)
        scan->chain++;
    scan->opened = byte == '[' && led;
    scan->depth++;
    scan->leads = scan->holds = false;
}

static void close_bracket(struct json_items_scan *scan)
{
    scan->depth--;
    if (scan->chain > scan->depth)
        scan->chain = scan->depth;
    scan->leads = scan->holds = scan->opened = false;
}

static enum scan_result scan(struct json_items_scan *scan, struct span bytes,
                             const struct fields_plan *plan)
{
    while (scan->at < bytes.length) {
        char byte;

        if (scan->quoted) {
            scan_string(scan, bytes);
            continue;
        }
        byte = bytes.bytes[scan->at];
        if (scan->opened && byte == '{')
            return SCAN_LIST;
        scan->at++;
        if (byte == '"') {
            open_string(scan);
        } else if (byte == '{' || byte == '[') {
            open_bracket(scan, byte);
        } else if (byte == '}' || byte == ']') {
            close_bracket(scan);
            if (!scan->depth)
                return SCAN_WHOLE;
        } else if (byte == ':' && scan->depth == scan->chain) {
            scan->leads = names_list(name_of(scan));
            scan->holds = scan->depth == 1 && names_text(name_of(scan), plan);
        } else if (!is_blank(byte)) {
            scan->leads = scan->holds = scan->opened = false;
        }
    }
    return SCAN_MORE;
}

/* --- the input ----------------------------------------------------------------------------------
 */

/* Takes bytes and counts their line ends. */
static void take(struct json_items *items, struct input *input, size_t count)
{
    struct span taken = span_cut(input_ahead(input, count), 0, count);
    const char *end;

    while ((end = memchr(taken.bytes, '\n', taken.length)) != NULL) {
        items->lines++;
        taken = span_cut(taken, (size_t)(end - taken.bytes) + 1, taken.length);
    }
    input_take(input, count);
}

/* Takes what parts values; the byte after it, or 0 at the end. */
static char skip_separators(struct json_items *items, struct input *input)
{
    for (;;) {
        struct span ahead = input_ahead(input, 1);
        size_t at = 0;

        while (at < ahead.length && (is_blank(ahead.bytes[at]) || ahead.bytes[at] == ','))
            at++;
        if (at < ahead.length || !ahead.length) {
            char byte = 0;

            if (ahead.length)
                byte = ahead.bytes[at];
            take(items, input, at);
            return byte;
        }
        take(items, input, at);
    }
}

/* Takes a value that is no object or array: a string, or what reaches to the next mark. */
static void skip_scalar(struct json_items *items, struct input *input, char first)
{
    struct json_items_scan string = {.quoted = first == '"', .depth = 1};

    if (string.quoted)
        take(items, input, 1);
    for (;;) {
        struct span ahead = input_ahead(input, 1);

        string.at = 0;
        if (!ahead.length)
            return;
        if (string.quoted) {
            scan_string(&string, ahead);
            take(items, input, string.at);
            if (!string.quoted)
                return;
            continue;
        }
        while (string.at < ahead.length && !strchr(",]}[{\"", ahead.bytes[string.at]))
            string.at++;
        take(items, input, string.at);
        if (string.at < ahead.length)
            return;
    }
}

/* --- containers
 * ------------------------------------------------------------------------------------ */

static bool enter(struct json_items *items, bool wrapper)
{
    if (items->depth == JSON_ITEMS_DEPTH)
        return false;
    items->wrappers[items->depth++] = wrapper;
    return true;
}

static bool enter_list(struct json_items *items, uint32_t wrappers)
{
    bool room = true;

    while (wrappers--)
        room = enter(items, true) && room;
    return enter(items, false) && room;
}

static enum json_items_step stop(struct json_items *items, enum json_items_step step)
{
    items->over = true;
    return step;
}

/*
 * Looks through an object from its brace on and yields it, or enters its list.
 * False: the list was entered, and there is no item yet.
 */
static bool take_object(struct json_items *items, struct input *input,
                        const struct fields_plan *plan, struct json_item *item,
                        enum json_items_step *step)
{
    struct json_items_scan object = {.at = 1, .depth = 1, .chain = 1};
    bool too_long = false;

    for (;;) {
        struct span ahead = input_ahead(input, object.at + 1);
        size_t before = object.at;
        enum scan_result result = scan(&object, ahead, plan);

        if (result == SCAN_LIST) {
            take(items, input, object.at);
            if (enter_list(items, object.chain))
                return false;
            *step = stop(items, JSON_ITEMS_BROKEN);
            return true;
        }
        if (result == SCAN_MORE && object.at == before) {
            *step = stop(items, JSON_ITEMS_CUT_OFF);
            return true;
        }
        too_long = too_long || object.at > INPUT_MAX;
        if (result == SCAN_WHOLE && !too_long) {
            item->object = span_cut(ahead, 0, object.at);
            items->unused = object.at;
            *step = JSON_ITEMS_OBJECT;
            return true;
        }
        if (too_long) {
            take(items, input, object.at);
            object.at = 0;
        }
        if (result == SCAN_WHOLE) {
            *step = JSON_ITEMS_TOO_LONG;
            return true;
        }
    }
}

/*
 * Goes on through a wrapper to its next list, or leaves it. False where there
 * is something to say: the wrapper has a text of its own, or the input ends.
 */
static bool leave_wrapper(struct json_items *items, struct input *input,
                          const struct fields_plan *plan, enum json_items_step *step)
{
    struct json_items_scan rest = {.depth = 1, .chain = 1};

    for (;;) {
        struct span ahead = input_ahead(input, 1);
        enum scan_result result;

        *step = JSON_ITEMS_CUT_OFF;
        if (!ahead.length)
            return false;
        rest.at = 0;
        result = scan(&rest, ahead, plan);
        take(items, input, rest.at);
        if (result == SCAN_LIST)
            return enter_list(items, rest.chain - 1);
        if (result == SCAN_WHOLE) {
            items->depth--;
            *step = JSON_ITEMS_TEXT;
            return !rest.article;
        }
    }
}

/* Takes a run of values that are no objects. */
static void take_others(struct json_items *items, struct input *input, struct json_item *item,
                        char byte)
{
    item->count = 0;
    while (byte && !strchr("{}[]", byte)) {
        skip_scalar(items, input, byte);
        item->count++;
        byte = skip_separators(items, input);
    }
    items->number += item->count - 1;
}

static bool in_wrapper(const struct json_items *items)
{
    return items->depth && items->wrappers[items->depth - 1];
}

/* What it means that no item begins with `byte`, which may be the end's NUL. */
static enum json_items_step without_item(const struct json_items *items, struct input *input,
                                         char byte)
{
    if (byte || input_ahead(input, 1).length)
        return JSON_ITEMS_BROKEN;
    return items->depth ? JSON_ITEMS_CUT_OFF : JSON_ITEMS_END;
}

/* Takes what parts items, and brackets of arrays up to a wrapper's; the byte that comes then. */
static char find_item(struct json_items *items, struct input *input)
{
    for (;;) {
        char byte = skip_separators(items, input);

        if (byte == ']' && items->depth)
            items->depth--;
        else if (byte != '[' || !enter(items, false))
            return byte;
        take(items, input, 1);
        if (in_wrapper(items))
            return ']';
    }
}

enum json_items_step json_items_next(struct json_items *items, struct input *input,
                                     const struct fields_plan *plan, struct json_item *item)
{
    take(items, input, items->unused);
    items->unused = 0;
    while (!items->over) {
        enum json_items_step step;
        char byte;

        *item =
            (struct json_item){.line = items->lines + 1, .number = items->number + 1, .count = 1};
        if (in_wrapper(items)) {
            if (leave_wrapper(items, input, plan, &step))
                continue;
            return step == JSON_ITEMS_CUT_OFF ? stop(items, step) : step;
        }
        byte = find_item(items, input);
        if (in_wrapper(items))
            continue;
        item->line = items->lines + 1;
        if (!byte || strchr("}[]", byte) || (byte != '{' && !items->depth))
            return stop(items, without_item(items, input, byte));
        if (byte == '{') {
            if (!take_object(items, input, plan, item, &step))
                continue;
            items->number++;
            return step;
        }
        items->number++;
        take_others(items, input, item, byte);
        return JSON_ITEMS_OTHER;
    }
    return JSON_ITEMS_END;
}

bool json_items_wrapped(struct span start, const struct fields_plan *plan)
{
    struct json_items_scan object = {.at = 1, .depth = 1, .chain = 1};

    return span_starts(start, "{") && scan(&object, start, plan) == SCAN_LIST;
}
