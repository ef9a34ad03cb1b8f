#include "corpus/read/input.h"

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/read/charset.h"
#include "corpus/text/utf8.h"

#include <errno.h>
#include <stdlib.h>

enum { CHUNK = 64 << 10 };

struct input {
    struct input_about about;
    struct input_source source;
    struct arena arena;
    struct bytes window; /* bytes from `used` on are unread */
    size_t used;
    size_t searched; /* unread bytes known to hold no line feed */
    bool ended;      /* the source has no more */
    uint64_t line, read, replaced;
    const char *error;
    bool mends;
    struct charset_stream *stream; /* NULL while bytes are handed out as they are */
    const char *charset;           /* that they are converted from */
    struct bytes raw;              /* a chunk to be converted */
    struct bytes mended;           /* what was handed out last, where it had to be mended */
    struct span held;              /* what input_of() reads from */
};

/* --- bytes in memory as a source -------------------------------------------------- */

static ssize_t read_held(void *context, char *room, size_t size)
{
    struct span *held = context;
    size_t count = held->length < size ? held->length : size;

    if (count)
        memcpy(room, held->bytes, count);
    *held = span_cut(*held, count, held->length);
    return (ssize_t)count;
}

struct input *input_of(struct input_about about, struct span bytes)
{
    struct input *input = input_open(about, (struct input_source){.read = read_held});

    input->held = bytes;
    input->source.context = &input->held;
    return input;
}

/* --- opening and closing ----------------------------------------------------------- */

struct input *input_open(struct input_about about, struct input_source source)
{
    struct input *input = memory_new(1, sizeof *input);

    input->source = source;
    input->about = (struct input_about){
        .path = arena_copy(&input->arena, about.path),
        .root = about.root,
        .url = arena_copy(&input->arena, about.url),
        .published = arena_copy(&input->arena, about.published),
        .charset = arena_copy(&input->arena, about.charset),
    };
    return input;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    if (input->source.close)
        input->source.close(input->source.context);
    charset_close(input->stream);
    bytes_release(&input->window);
    bytes_release(&input->raw);
    bytes_release(&input->mended);
    arena_release(&input->arena);
    free(input);
}

const struct input_about *input_about(const struct input *input)
{
    return &input->about;
}

uint64_t input_line_number(const struct input *input)
{
    return input->line;
}

uint64_t input_bytes(const struct input *input)
{
    return input->read;
}

uint64_t input_replaced(const struct input *input)
{
    return input->replaced;
}

const char *input_error(const struct input *input)
{
    return input->error;
}

/* --- conversion ---------------------------------------------------------------------- */

void input_mend(struct input *input)
{
    input->mends = true;
}

/* Moves what was read last into the window, converted. */
static void convert(struct input *input)
{
    input->replaced +=
        charset_add(input->stream, &input->window, bytes_span(&input->raw), input->ended);
    bytes_clear(&input->raw);
}

bool input_convert(struct input *input, const char *charset)
{
    struct charset_stream *stream = charset_open(charset);

    if (!stream)
        return false;
    bytes_add(&input->raw, input_ahead(input, 0));
    bytes_clear(&input->window);
    input->used = input->searched = 0;
    input->stream = stream;
    input->charset = charset;
    input->about.charset = span_of("UTF-8");
    convert(input);
    return true;
}

const char *input_charset(const struct input *input)
{
    return input->charset ? input->charset : "UTF-8";
}

struct span input_mended(struct input *input, struct span bytes)
{
    if (utf8_valid_length(bytes) == bytes.length)
        return bytes;
    bytes_clear(&input->mended);
    input->replaced += utf8_repair(&input->mended, bytes);
    return bytes_span(&input->mended);
}

/* --- the window ------------------------------------------------------------------------ */

static struct span unread(const struct input *input)
{
    return span_cut(bytes_span(&input->window), input->used, input->window.count);
}

/* Only where no more than that is moved, so that moving costs no more than reading. */
static void drop_used(struct input *input)
{
    size_t rest = input->window.count - input->used;

    if (input->used < rest || input->used == 0)
        return;
    memmove(input->window.items, input->window.items + input->used, rest);
    input->window.count = rest;
    input->used = 0;
}

/* Reads one more chunk; false where there is none. */
static bool read_chunk(struct input *input)
{
    struct bytes *into = input->stream ? &input->raw : &input->window;
    ssize_t got;

    if (input->ended)
        return false;
    drop_used(input);
    do
        got = input->source.read(input->source.context, bytes_room(into, CHUNK), CHUNK);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        input->error = strerror(errno);
    if (got <= 0)
        input->ended = true;
    else {
        bytes_grown(into, (size_t)got);
        input->read += (uint64_t)got;
    }
    if (input->stream)
        convert(input);
    return true;
}

struct span input_ahead(struct input *input, size_t wanted)
{
    while (input->window.count - input->used < wanted && read_chunk(input))
        ;
    return unread(input);
}

void input_take(struct input *input, size_t count)
{
    input->used += count;
    input->searched = input->searched > count ? input->searched - count : 0;
}

int64_t input_seek(struct input *input, int64_t offset, int whence)
{
    int64_t at = -1;

    if (input->source.seek && !input->stream)
        at = input->source.seek(input->source.context, offset, whence);
    if (at < 0)
        return -1;
    bytes_clear(&input->window);
    input->used = input->searched = 0;
    input->ended = false;
    input->read = (uint64_t)at;
    return at;
}

/* Drops what is left of a line that is too long. */
static void drop_line(struct input *input)
{
    const char *end;

    do {
        struct span rest = unread(input);

        end = memchr(rest.bytes, '\n', rest.length);
        input_take(input, end ? (size_t)(end - rest.bytes) + 1 : rest.length);
    } while (!end && read_chunk(input));
}

bool input_line(struct input *input, struct span *line)
{
    for (;;) {
        struct span rest = unread(input);
        const char *end = memchr(rest.bytes + input->searched, '\n', rest.length - input->searched);
        size_t length = end ? (size_t)(end - rest.bytes) : rest.length;

        if (length > INPUT_MAX) {
            *line = SPAN_EMPTY;
            drop_line(input);
            break;
        }
        if (end || (input->ended && length && !input->error)) {
            *line = span_cut(rest, 0, length);
            if (input->mends)
                *line = input_mended(input, *line);
            input_take(input, length + (end != NULL));
            break;
        }
        input->searched = length;
        if (!read_chunk(input))
            return false;
    }
    input->searched = 0;
    input->line++;
    return true;
}

bool input_whole(struct input *input, struct span *bytes)
{
    *bytes = input_ahead(input, (size_t)INPUT_MAX + 1);
    if (bytes->length > INPUT_MAX)
        return false;
    input_take(input, bytes->length);
    if (input->mends)
        *bytes = input_mended(input, *bytes);
    return true;
}
