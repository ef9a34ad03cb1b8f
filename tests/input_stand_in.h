/* Temporary stand-in for corpus/read/input.c until it lands. */
#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/read/input.h"
#include <errno.h>
#include <stdlib.h>
struct input {
    struct input_about about;
    struct input_source source;
    struct arena arena;
    struct bytes buffer;
    struct span held;
    size_t used;
    uint64_t read;
    int error;
    bool ended, borrowed;
};
static struct input *input_make(struct input_about about)
{
    struct input *input = memory_new(1, sizeof *input);
    input->about = about;
    input->about.path = arena_copy(&input->arena, about.path);
    input->about.url = arena_copy(&input->arena, about.url);
    input->about.published = arena_copy(&input->arena, about.published);
    input->about.charset = arena_copy(&input->arena, about.charset);
    return input;
}
struct input *input_open(struct input_about about, struct input_source source)
{
    struct input *input = input_make(about);
    input->source = source;
    return input;
}
struct input *input_of(struct input_about about, struct span bytes)
{
    struct input *input = input_make(about);
    input->borrowed = input->ended = true;
    input->held = bytes;
    return input;
}
const struct input_about *input_about(const struct input *input)
{
    return &input->about;
}
struct span input_ahead(struct input *input, size_t wanted)
{
    if (input->borrowed)
        return span_cut(input->held, input->used, input->held.length);
    while (!input->ended && input->buffer.count - input->used < wanted) {
        ssize_t got;
        if (input->used) {
            memmove(input->buffer.items, input->buffer.items + input->used,
                    input->buffer.count - input->used);
            input->buffer.count -= input->used;
            input->used = 0;
        }
        got = input->source.read(input->source.context, bytes_room(&input->buffer, 65536), 65536);
        if (got > 0)
            bytes_grown(&input->buffer, (size_t)got);
        else
            input->ended = true;
        if (got < 0)
            input->error = errno;
    }
    return span_cut(bytes_span(&input->buffer), input->used, input->buffer.count);
}
void input_take(struct input *input, size_t count)
{
    input->used += count;
    input->read += count;
}
uint64_t input_bytes(const struct input *input)
{
    return input->read;
}
const char *input_error(const struct input *input)
{
    return input->error ? strerror(input->error) : NULL;
}
void input_close(struct input *input)
{
    if (!input)
        return;
    if (input->source.close)
        input->source.close(input->source.context);
    arena_release(&input->arena);
    bytes_release(&input->buffer);
    free(input);
}
