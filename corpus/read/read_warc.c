#include "corpus/read/read_warc.h"

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/read/encodings.h"
#include "corpus/read/http.h"
#include "corpus/read/record.h"

#include <stdint.h>
#include <stdlib.h>

enum {
    STEP = 64 << 10,     /* bytes looked at in one go when looking for a record */
    HEAD_MAX = 64 << 10, /* the longest head of a record */
    BEHIND = 16 << 10,   /* bytes behind a block that show whether its length was right */
    STATUS_COUNT = 1000, /* HTTP has three digits */
};

#define BLOCK_MAX ((uint64_t)INPUT_MAX - BEHIND)

struct scan {
    struct input *input; /* of the archive */
    bool arc;
    uint64_t number;                 /* of the record at hand, from 1 */
    size_t held;                     /* unread bytes that the member at hand looks into */
    bool lost;                       /* the last record's end was not where it said */
    bool over;                       /* nothing more can be read, but ... */
    struct fault ending;             /* ... this is to be said */
    uint64_t statuses[STATUS_COUNT]; /* responses left out, by status */
    uint64_t encoded;                /* left out for their encoding */
    struct arena arena;              /* what is known of the record at hand */
    struct bytes unchunked, decoded; /* its body, where it was sent so */
};

/* --- finding records ------------------------------------------------------------------ */

static struct span first_line(struct span bytes)
{
    const char *end = bytes.length ? memchr(bytes.bytes, '\n', bytes.length) : NULL;

    return end ? span_cut(bytes, 0, (size_t)(end - bytes.bytes)) : SPAN_EMPTY;
}

/* True where a record begins. */
static bool begins(const struct scan *scan, struct span bytes)
{
    struct record record;

    if (!scan->arc)
        return span_starts(bytes, "WARC/");
    return record_read_arc(&record, span_trim(first_line(bytes)));
}

/* Where the line behind this one begins; the end where no line feed is left. */
static size_t next_line(struct span bytes, size_t at)
{
    const char *end = at < bytes.length ? memchr(bytes.bytes + at, '\n', bytes.length - at) : NULL;

    return end ? (size_t)(end - bytes.bytes) + 1 : bytes.length;
}

/* Moves to where the next record begins; returns how many bytes, line ends apart, lie before. */
static uint64_t find_record(struct scan *scan)
{
    uint64_t passed = 0;

    for (;;) {
        struct span ahead = input_ahead(scan->input, STEP);
        size_t at = 0;

        if (ahead.length == 0 || begins(scan, ahead))
            return passed;
        do {
            size_t next = next_line(ahead, at);

            /* A line that the window cuts off is looked at again with what follows. */
            if (at && ahead.bytes[next - 1] != '\n')
                break;
            passed += span_trim(span_cut(ahead, at, next)).length;
            at = next;
        } while (at < ahead.length && !begins(scan, span_cut(ahead, at, ahead.length)));
        input_take(scan->input, at);
    }
}

/*
 * Where the head ends that begins here; false where another record begins
 * before, or nothing is left: `end` is that place.
 */
static bool find_head_end(const struct scan *scan, struct span ahead, size_t *end)
{
    size_t at = next_line(ahead, 0);

    *end = at;
    if (scan->arc)
        return true;
    while (*end < ahead.length && !begins(scan, span_cut(ahead, *end, ahead.length))) {
        at = *end;
        *end = next_line(ahead, at);
        if (span_is(span_cut(ahead, at, *end), "\r\n") || span_is(span_cut(ahead, at, *end), "\n"))
            return true;
    }
    return false;
}

enum head_result { HEAD_READ, HEAD_BROKEN, HEAD_CUT_OFF };

/* Reads the head of the record that begins here, and takes it. */
static enum head_result read_head(struct scan *scan, struct record *record)
{
    struct span ahead = input_ahead(scan->input, HEAD_MAX);
    size_t length;
    bool done;

    if (ahead.length > HEAD_MAX)
        ahead.length = HEAD_MAX;
    if (!find_head_end(scan, ahead, &length)) {
        input_take(scan->input, length);
        return length == ahead.length && length < HEAD_MAX ? HEAD_CUT_OFF : HEAD_BROKEN;
    }
    ahead.length = length;
    done = scan->arc ? record_read_arc(record, span_trim(ahead)) : record_read_warc(record, ahead);
    arena_clear(&scan->arena);
    record_keep(record, &scan->arena);
    input_take(scan->input, length);
    return done ? HEAD_READ : HEAD_BROKEN;
}

/* --- blocks ----------------------------------------------------------------------------- */

static void pass_over(struct scan *scan, uint64_t length)
{
    size_t ahead;

    while (length && (ahead = input_ahead(scan->input, STEP).length) > 0) {
        size_t step = length < ahead ? (size_t)length : ahead;

        input_take(scan->input, step);
        length -= step;
    }
}

/* Where within a block that should hold none a record begins; its end for nowhere. */
static size_t find_within(const struct scan *scan, struct span block)
{
    size_t at = next_line(block, 0);

    while (at < block.length && !begins(scan, span_cut(block, at, block.length)))
        at = next_line(block, at);
    return at;
}

/* True where a record's length was right: behind it begins another, or nothing is left. */
static bool ends_well(const struct scan *scan, struct span behind)
{
    size_t at = 0;

    while (at < behind.length && (behind.bytes[at] == '\r' || behind.bytes[at] == '\n'))
        at++;
    behind = span_cut(behind, at, behind.length);
    return behind.length == 0 || begins(scan, behind) ||
           (behind.length < BEHIND / 2 && next_line(behind, 0) == behind.length);
}

enum block_result { BLOCK_READ, BLOCK_WRONG, BLOCK_CUT_OFF };

/*
 * The block of the record at hand, which stays unread in the window:
 * `scan->held` bytes of it. Where its length is wrong they are what lies
 * before the next record, as far as that is in sight.
 */
static enum block_result read_block(struct scan *scan, size_t length, struct span *block)
{
    struct span ahead = input_ahead(scan->input, length + BEHIND);

    if (ahead.length >= length) {
        *block = span_cut(ahead, 0, length);
        scan->held = length;
        if (ends_well(scan, span_cut(ahead, length, ahead.length)))
            return BLOCK_READ;
        scan->held = find_within(scan, *block);
        return BLOCK_WRONG;
    }
    scan->held = find_within(scan, ahead);
    return scan->held < ahead.length ? BLOCK_WRONG : BLOCK_CUT_OFF;
}

/* --- what is wanted ------------------------------------------------------------------------ */

static bool is_text(struct span type)
{
    static const char *const names[] = {"text/html",        "text/plain",
                                        "text/xml",         "application/xml",
                                        "application/json", "application/x-ndjson"};

    if (type.length == 0 ||
        (!span_starts(type, "image/") && (span_ends(type, "+xml") || span_ends(type, "+json"))))
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (http_same(type, names[i]))
            return true;
    return false;
}

/* True where the head leaves it open that this is something to read. */
static bool is_wanted(const struct record *record)
{
    if (span_starts(record->url, "filedesc:") || span_starts(record->url, "dns:") ||
        span_ends(record->url, "/robots.txt"))
        return false;
    if (http_same(record->type, "response"))
        return true;
    /* Under these names crawlers keep logs, and what they made of the pages themselves. */
    if (span_starts(record->url, "metadata:") || span_starts(record->url, "urn:"))
        return false;
    return (http_same(record->type, "resource") || http_same(record->type, "conversion")) &&
           is_text(http_type(record->content).name);
}

/* Undoes how the body was sent; says why where that cannot be done. */
static const char *undo(struct scan *scan, const struct http_response *response, struct span *body)
{
    if (response->chunked) {
        bytes_clear(&scan->unchunked);
        if (!http_unchunk(&scan->unchunked, *body))
            return "its chunks are broken or cut off";
        *body = bytes_span(&scan->unchunked);
    }
    if (response->encoding.length) {
        bytes_clear(&scan->decoded);
        if (!encodings_undo(&scan->decoded, response->encoding, *body, INPUT_MAX))
            return "its content encoding is broken, or more than 16 MB come out of it";
        *body = bytes_span(&scan->decoded);
    }
    return NULL;
}

/*
 * What a block holds, and its type; false where it is left out. What is left
 * out in numbers is counted; else `reason` is set where there is one.
 */
static bool unwrap(struct scan *scan, struct span *body, struct http_type *type,
                   const char **reason)
{
    struct http_response response;

    if (!span_starts(*body, "HTTP/"))
        return is_text(type->name);
    if (!http_response(&response, *body)) {
        *reason = "its HTTP head cannot be read";
        return false;
    }
    *body = response.body;
    *type = response.type;
    if (response.status != 200) {
        scan->statuses[response.status]++;
        return false;
    }
    if (!is_text(type->name))
        return false;
    if (!encodings_known(response.encoding)) {
        scan->encoded++;
        return false;
    }
    *reason = undo(scan, &response, body);
    return !*reason;
}

static struct input *open_member(const struct scan *scan, const struct record *record,
                                 struct span charset, struct span body)
{
    const struct input_about *outer = input_about(scan->input);
    struct bytes path = BYTES_EMPTY;
    struct input *member;

    bytes_print(&path, "%.*s#%llu", SPAN_PRINT(outer->path), (unsigned long long)scan->number);
    member = input_of(
        (struct input_about){
            .path = bytes_span(&path),
            .root = outer->root,
            .url = record->url,
            .published = record->date,
            .charset = charset,
        },
        body);
    bytes_release(&path);
    return member;
}

/* --- the container ---------------------------------------------------------------------------- */

static enum format_result skip(const struct scan *scan, enum fault_kind kind, const char *reason,
                               struct fault *fault)
{
    (void)fault_set(fault, kind, "record %llu: %s", (unsigned long long)scan->number, reason);
    return FORMAT_SKIP;
}

static enum format_result cut_off(struct scan *scan)
{
    scan->over = true;
    (void)fault_set(&scan->ending, FAULT_INPUT,
                    "record %llu is cut off near byte %llu; those before are read",
                    (unsigned long long)scan->number, (unsigned long long)input_bytes(scan->input));
    return FORMAT_END;
}

/* The record whose head was read; FORMAT_END where it is passed over. */
static enum format_result take_record(struct scan *scan, const struct record *record,
                                      struct input **member, struct fault *fault)
{
    bool wanted = is_wanted(record);
    struct http_type type = http_type(record->content);
    const char *reason = NULL;
    struct span block;

    if (record->length > BLOCK_MAX) {
        pass_over(scan, record->length);
        return wanted ? skip(scan, FAULT_LIMIT, "it is longer than 16 MB", fault) : FORMAT_END;
    }
    switch (read_block(scan, (size_t)record->length, &block)) {
    case BLOCK_CUT_OFF:
        return cut_off(scan);
    case BLOCK_WRONG:
        scan->lost = true;
        return wanted ? skip(scan, FAULT_INPUT, "its length is wrong", fault) : FORMAT_END;
    case BLOCK_READ:
        break;
    }
    if (!wanted)
        return FORMAT_END;
    if (unwrap(scan, &block, &type, &reason)) {
        *member = open_member(scan, record, type.charset, block);
        return FORMAT_ARTICLE;
    }
    return reason ? skip(scan, FAULT_INPUT, reason, fault) : FORMAT_END;
}

/* Likewise, from wherever the last one ended. */
static enum format_result next_record(struct scan *scan, struct input **member, struct fault *fault)
{
    struct record record = {0};
    bool lost = scan->lost;
    uint64_t passed;

    input_take(scan->input, scan->held);
    scan->held = 0;
    scan->lost = false;
    passed = find_record(scan);
    if (passed && !lost) {
        (void)fault_set(fault, FAULT_INPUT, "%llu bytes behind record %llu are no record",
                        (unsigned long long)passed, (unsigned long long)scan->number);
        return FORMAT_SKIP;
    }
    if (input_ahead(scan->input, 1).length == 0) {
        scan->over = true;
        if (input_error(scan->input))
            (void)cut_off(scan);
        return FORMAT_END;
    }
    scan->number++;
    switch (read_head(scan, &record)) {
    case HEAD_CUT_OFF:
        return cut_off(scan);
    case HEAD_BROKEN:
        scan->lost = true;
        /* Of several in a row the first is told. */
        return lost ? FORMAT_END : skip(scan, FAULT_INPUT, "its head cannot be read", fault);
    case HEAD_READ:
        break;
    }
    return take_record(scan, &record, member, fault);
}

/* What was left out in numbers, one kind at a time; then the end. */
static enum format_result tell(struct scan *scan, struct fault *fault)
{
    for (int i = 0; i < STATUS_COUNT; i++) {
        uint64_t count = scan->statuses[i];

        if (count == 0)
            continue;
        scan->statuses[i] = 0;
        (void)fault_set(fault, FAULT_INPUT, "responses left out for their HTTP status, %d: %llu", i,
                        (unsigned long long)count);
        return FORMAT_SKIP;
    }
    if (scan->encoded) {
        (void)fault_set(fault, FAULT_INPUT,
                        "responses left out for an encoding that is not read: %llu",
                        (unsigned long long)scan->encoded);
        scan->encoded = 0;
        return FORMAT_SKIP;
    }
    *fault = scan->ending;
    scan->ending = FAULT_EMPTY;
    return FORMAT_END;
}

static struct scan *start(struct input *input)
{
    struct scan *scan = memory_new(1, sizeof *scan);

    scan->input = input;
    scan->arc = span_starts(input_ahead(input, FORMAT_LOOK), "filedesc:");
    return scan;
}

static enum format_result next(void **state, struct input *input, struct input **member,
                               struct fault *fault)
{
    struct scan *scan = *state;

    if (!scan)
        *state = scan = start(input);
    while (!scan->over) {
        enum format_result result = next_record(scan, member, fault);

        if (result != FORMAT_END)
            return result;
    }
    return tell(scan, fault);
}

static bool claims(struct span path, struct span start)
{
    (void)path;
    return span_starts(start, "WARC/0.") || span_starts(start, "WARC/1.") ||
           span_starts(start, "filedesc://");
}

static void close_state(void *state)
{
    struct scan *scan = state;

    if (!scan)
        return;
    arena_release(&scan->arena);
    bytes_release(&scan->unchunked);
    bytes_release(&scan->decoded);
    free(scan);
}

const struct container read_warc_container = {
    .name = "WARC",
    .claims = claims,
    .next = next,
    .close = close_state,
};
