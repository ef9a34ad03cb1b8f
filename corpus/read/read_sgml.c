#include "corpus/read/read_sgml.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/read/fields.h"

#include <stdio.h>
#include <stdlib.h>

/* The longest tag within an item, and the longest reference, in bytes. */
enum { TAG_MAX = 128, REFERENCE_MAX = 12 };

struct reading {
    struct bytes item;     /* from its tag on, as far as it was read */
    struct bytes line;     /* what stood behind an item's end on its line */
    size_t line_used;      /* of `line` */
    uint64_t item_line;    /* on which the item begins */
    bool inside, too_long; /* an item is being read; it is longer than INPUT_MAX */
};

static const char item_tag[] = "<REUTERS", item_end[] = "</REUTERS>";

/* --- finding ------------------------------------------------------------------------------ */

/* Where `wanted` begins in `text`; the text's length where it does not stand in it. */
static size_t find(struct span text, const char *wanted)
{
    for (size_t at = 0; at < text.length; at++) {
        const char *first = memchr(text.bytes + at, wanted[0], text.length - at);

        if (!first)
            break;
        at = (size_t)(first - text.bytes);
        if (span_starts(span_cut(text, at, text.length), wanted))
            return at;
    }
    return text.length;
}

/* What stands between `<NAME>` or `<NAME ...>` and `</NAME>`; false where one of them is missing.
 */
static bool find_element(struct span *inner, struct span text, const char *name)
{
    char open[16], close[16];
    size_t end;

    (void)snprintf(open, sizeof open, "<%s", name);
    (void)snprintf(close, sizeof close, "</%s>", name);
    do {
        size_t at = find(text, open);

        if (text.length - at <= strlen(open))
            return false;
        text = span_cut(text, at + strlen(open), text.length);
    } while (text.bytes[0] != '>' && text.bytes[0] != ' ');
    end = find(text, ">");
    if (end == text.length)
        return false;
    text = span_cut(text, end + 1, text.length);
    end = find(text, close);
    *inner = span_cut(text, 0, end);
    return end < text.length;
}

static struct span element(struct span text, const char *name)
{
    struct span inner;

    return find_element(&inner, text, name) ? inner : SPAN_EMPTY;
}

/* The value of NEWID="..." in the item's own tag. */
static struct span new_id(struct span item)
{
    struct span tag = span_cut(item, 0, find(item, ">"));
    size_t at = find(tag, " NEWID=\"");

    if (at == tag.length)
        return SPAN_EMPTY;
    tag = span_cut(tag, at + strlen(" NEWID=\""), tag.length);
    return span_cut(tag, 0, find(tag, "\""));
}

/* --- characters ----------------------------------------------------------------------------- */

/* The code point of `#60` or `#x3C`; 0 where it is none. */
static uint32_t numbered(struct span name)
{
    uint32_t base = 10, code = 0;
    size_t at = 1;

    if (name.length < 2 || name.bytes[0] != '#')
        return 0;
    if (name.bytes[1] == 'x' || name.bytes[1] == 'X') {
        base = 16;
        at++;
    }
    for (; at < name.length; at++) {
        const char *digit = strchr("0123456789abcdef", name.bytes[at] | 0x20);
        uint32_t value = digit && *digit ? (uint32_t)(digit - "0123456789abcdef") : base;

        if (value >= base || code > 0x10FFFF)
            return 0;
        code = code * base + value;
    }
    return code;
}

static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\n' && code != '\t') || code == 0x7F;
}

/* Adds the character that the reference at the front stands for; its length, or 0 for none. */
static size_t add_reference(struct bytes *out, struct span text)
{
    static const struct {
        const char *name;
        char byte;
    } named[] = {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    size_t limit = text.length < REFERENCE_MAX ? text.length : REFERENCE_MAX;
    size_t end = find(span_cut(text, 0, limit), ";");
    struct span name;
    uint32_t code;

    if (end == limit)
        return 0;
    name = span_cut(text, 1, end);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (span_is(name, named[i].name)) {
            bytes_add_byte(out, named[i].byte);
            return end + 1;
        }
    }
    code = numbered(name);
    if (!code)
        return 0;
    if (!is_control(code))
        bytes_add_point(out, code);
    return end + 1;
}

/* The bytes of the tag that `text` begins with; 0 where it is none. */
static size_t tag_width(struct span text)
{
    struct span start = span_cut(text, 0, text.length < TAG_MAX ? text.length : TAG_MAX);
    size_t end = find(start, ">");

    return end < start.length ? end + 1 : 0;
}

/* Adds `text` with its references resolved and without control characters and tags. */
static void add_characters(struct bytes *out, struct span text, bool tags)
{
    for (size_t at = 0; at < text.length;) {
        struct span rest = span_cut(text, at, text.length);
        size_t width = rest.bytes[0] == '&' ? add_reference(out, rest) : 0;

        if (tags && rest.bytes[0] == '<')
            width = tag_width(rest);
        if (!width) {
            width = 1;
            if (!is_control((unsigned char)rest.bytes[0]))
                bytes_add_byte(out, rest.bytes[0]);
        }
        at += width;
    }
}

static struct span characters(struct arena *arena, struct span text)
{
    struct bytes out = BYTES_EMPTY;
    struct span copy;

    add_characters(&out, text, false);
    copy = arena_copy(arena, bytes_span(&out));
    bytes_release(&out);
    return copy;
}

/* --- the text ----------------------------------------------------------------------------------
 */

/* Takes the next line off the front, without its end. */
static struct span take_line(struct span *rest)
{
    size_t length = find(*rest, "\n");
    struct span line = span_cut(*rest, 0, length);

    *rest = span_cut(*rest, length < rest->length ? length + 1 : length, rest->length);
    return line;
}

/* Leaves the agency's name off the end, where it stands behind a whole sentence or line. */
static struct span without_signature(struct span text)
{
    struct span before, kept;

    text = span_trim(text);
    if (!span_ends(text, "Reuter") && !span_ends(text, "REUTER"))
        return text;
    before = span_cut(text, 0, text.length - strlen("Reuter"));
    kept = span_trim(before);
    if (kept.length == 0 || memchr(before.bytes + kept.length, '\n', before.length - kept.length))
        return kept;
    return kept.length < before.length && strchr(".?!\"", kept.bytes[kept.length - 1]) ? kept
                                                                                       : text;
}

/* Joins wrapped lines: one that is indented, or follows an empty one, begins a paragraph. */
static struct span unwrapped(struct arena *arena, struct span text)
{
    struct bytes out = BYTES_EMPTY;
    bool parted = false;
    struct span copy;

    while (text.length) {
        struct span line = take_line(&text);

        parted = parted || span_starts(line, "  ") || span_starts(line, "\t");
        line = span_trim(line);
        if (!line.length) {
            parted = true;
            continue;
        }
        if (out.count)
            bytes_add_byte(&out, parted ? '\n' : ' ');
        bytes_add(&out, line);
        parted = false;
    }
    copy = arena_copy(arena, bytes_span(&out));
    bytes_release(&out);
    return copy;
}

static struct span text_of_body(struct arena *arena, struct span dateline, struct span body)
{
    struct bytes out = BYTES_EMPTY;
    struct span text;

    add_characters(&out, dateline, false);
    add_characters(&out, body, false);
    text = unwrapped(arena, without_signature(bytes_span(&out)));
    bytes_release(&out);
    return text;
}

/* The text of an item without a body, and its title, which is the first line where there is none.
 */
static struct span text_of_flash(struct arena *arena, struct span whole, struct span *title)
{
    static const char filler[] = "Blah blah blah.";
    struct bytes out = BYTES_EMPTY;
    struct span text, first;

    add_characters(&out, whole, true);
    text = without_signature(bytes_span(&out));
    while (span_starts(text, "*"))
        text = span_cut(text, 1, text.length);
    if (span_ends(text, filler))
        text.length -= strlen(filler);
    text = span_trim(text);
    if (!title->length) {
        struct bytes parted = BYTES_EMPTY;

        first = take_line(&text);
        *title = arena_copy(arena, first);
        bytes_print(&parted, "%.*s\n\n", SPAN_PRINT(first));
        bytes_add(&parted, text);
        text = unwrapped(arena, bytes_span(&parted));
        bytes_release(&parted);
    } else {
        text = unwrapped(arena, text);
    }
    bytes_release(&out);
    return text;
}

/* --- items
 * ---------------------------------------------------------------------------------------- */

/* The texts of the <D> elements, parted by ", ". */
static struct span topics(struct arena *arena, struct span list)
{
    struct bytes out = BYTES_EMPTY;
    struct span topic, copy;

    while (find_element(&topic, list, "D")) {
        if (out.count)
            bytes_add_text(&out, ", ");
        add_characters(&out, topic, false);
        list = span_cut(list, (size_t)(topic.bytes - list.bytes) + topic.length, list.length);
    }
    copy = arena_copy(arena, bytes_span(&out));
    bytes_release(&out);
    return copy;
}

static struct span author(struct arena *arena, struct span text)
{
    struct span name = fields_line(arena, characters(arena, text));

    return span_starts(name, "By ") || span_starts(name, "by ") ? span_cut(name, 3, name.length)
                                                                : name;
}

static bool read_item(struct article *article, struct arena *arena, struct span item,
                      struct fault *fault)
{
    struct span whole, body;

    if (!find_element(&whole, item, "TEXT"))
        return fault_set(fault, FAULT_INPUT, "the item has no <TEXT>");
    article->id = arena_copy(arena, new_id(item));
    article->source = span_of("Reuters");
    article->published = fields_line(arena, characters(arena, element(item, "DATE")));
    article->section = topics(arena, element(item, "TOPICS"));
    article->title = fields_line(arena, characters(arena, element(whole, "TITLE")));
    article->author = author(arena, element(whole, "AUTHOR"));
    article->text = find_element(&body, whole, "BODY")
                        ? text_of_body(arena, element(whole, "DATELINE"), body)
                        : text_of_flash(arena, whole, &article->title);
    return article->text.length || fault_set(fault, FAULT_INPUT, "the item has no text");
}

/* --- lines
 * ------------------------------------------------------------------------------------------ */

/* What is left of the last line, else the next one; false at the end. */
static bool next_line(struct format_job *job, struct span *line)
{
    struct reading *reading = job->state;

    if (reading->line_used < reading->line.count) {
        *line = span_cut(bytes_span(&reading->line), reading->line_used, reading->line.count);
        return true;
    }
    bytes_clear(&reading->line);
    reading->line_used = 0;
    return input_line(job->input, line);
}

/* Keeps what of `line` follows its first `used` bytes for next_line(). */
static void keep_rest(struct reading *reading, struct span line, size_t used)
{
    if (reading->line.count) {
        reading->line_used += used;
    } else if (used < line.length) {
        bytes_add(&reading->line, line);
        reading->line_used = used;
    }
}

/* Adds a line to the item at hand; true when the item ends on it. */
static bool add_line(struct reading *reading, struct span line)
{
    size_t end = find(line, item_end);
    bool ends = end < line.length;

    reading->too_long = reading->too_long || reading->item.count + line.length > INPUT_MAX;
    if (!reading->too_long) {
        bytes_add(&reading->item, span_cut(line, 0, end));
        bytes_add_byte(&reading->item, '\n');
    }
    keep_rest(reading, line, ends ? end + strlen(item_end) : line.length);
    return ends;
}

static void begin_item(struct format_job *job)
{
    struct reading *reading = job->state;

    bytes_clear(&reading->item);
    reading->item_line = input_line_number(job->input);
    reading->inside = true;
    reading->too_long = false;
}

enum reading_end { ITEM_WHOLE, ITEM_BROKEN, LINE_TOO_LONG, NO_ITEM };

/* Reads up to the end of the next item. */
static enum reading_end read_lines(struct format_job *job)
{
    struct reading *reading = job->state;
    struct span line;

    reading->inside = false;
    while (next_line(job, &line)) {
        size_t at;

        if (!line.bytes) {
            reading->item_line = input_line_number(job->input);
            return LINE_TOO_LONG;
        }
        at = find(line, item_tag);
        if (reading->inside && at < find(line, item_end)) {
            keep_rest(reading, line, at);
            return ITEM_BROKEN;
        }
        if (!reading->inside && at == line.length) {
            keep_rest(reading, line, line.length);
            continue;
        }
        if (!reading->inside) {
            begin_item(job);
            /* Its own tag would begin the next one. */
            at += strlen(item_tag);
            keep_rest(reading, line, at);
            continue;
        }
        if (add_line(reading, line))
            return ITEM_WHOLE;
    }
    return reading->inside ? ITEM_BROKEN : NO_ITEM;
}

/* --- the format
 * ------------------------------------------------------------------------------------------ */

static bool claims(struct span path, struct span start)
{
    struct span text = span_trim(start);

    (void)path;
    if (span_starts(text, "<!DOCTYPE lewis"))
        return true;
    return span_starts(text, item_tag) ||
           (span_starts(text, "<!DOCTYPE ") && find(text, item_tag) < text.length);
}

static enum format_result refuse(struct fault *fault, enum fault_kind kind, const char *why)
{
    (void)fault_set(fault, kind, "%s", why);
    return FORMAT_SKIP;
}

static enum format_result next(struct format_job *job, struct article *article, struct fault *fault)
{
    struct reading *reading = job->state;
    struct bytes where = BYTES_EMPTY;
    enum reading_end end;

    if (!reading)
        job->state = reading = memory_new(1, sizeof *reading);
    end = read_lines(job);
    if (end == NO_ITEM)
        return FORMAT_END;
    bytes_print(&where, "line %llu", (unsigned long long)reading->item_line);
    job->where = arena_copy(job->arena, bytes_span(&where));
    bytes_release(&where);
    if (end == LINE_TOO_LONG)
        return refuse(fault, FAULT_LIMIT, "the line is longer than 16 MB");
    if (end == ITEM_BROKEN)
        return refuse(fault, FAULT_INPUT, "the item has no end (</REUTERS>)");
    if (reading->too_long)
        return refuse(fault, FAULT_LIMIT, "the item is longer than 16 MB");
    return read_item(article, job->arena, bytes_span(&reading->item), fault) ? FORMAT_ARTICLE
                                                                             : FORMAT_SKIP;
}

static void close_reading(struct format_job *job)
{
    struct reading *reading = job->state;

    if (!reading)
        return;
    bytes_release(&reading->item);
    bytes_release(&reading->line);
    free(reading);
    job->state = NULL;
}

const struct format read_sgml_format = {
    .name = "SGML",
    .many = true,
    .text = true,
    .claims = claims,
    .next = next,
    .close = close_reading,
};
