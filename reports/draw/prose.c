#include "reports/draw/prose.h"

#include "corpus/base/bytes.h"
#include "reports/draw/theme.h"

#include <stdarg.h>
#include <stdio.h>

void prose_add(struct prose *prose, struct run run)
{
    if (prose->count == prose->capacity) {
        size_t capacity = prose->capacity ? 2 * prose->capacity : 4;
        struct run *moved = arena_new(prose->arena, capacity, sizeof *moved);

        if (prose->count)
            memcpy(moved, prose->runs, prose->count * sizeof *moved);
        prose->runs = moved;
        prose->capacity = capacity;
    }
    run.text = arena_copy(prose->arena, run.text);
    run.target = arena_copy(prose->arena, run.target);
    run.lead = arena_copy(prose->arena, run.lead);
    run.screen = arena_copy(prose->arena, run.screen);
    prose->runs[prose->count++] = run;
}

void prose_text(struct prose *prose, struct span text)
{
    prose_add(prose, (struct run){.text = text});
}

/* What printf would print, as a run that otherwise looks like `run`. */
__attribute__((format(printf, 3, 0))) static void add_print(struct prose *prose, struct run run,
                                                            const char *format, va_list values)
{
    struct bytes text = BYTES_EMPTY;
    va_list again;
    int length;

    va_copy(again, values);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length > 0) {
        (void)vsnprintf(bytes_room(&text, (size_t)length + 1), (size_t)length + 1, format, values);
        bytes_grown(&text, (size_t)length);
    }
    run.text = bytes_span(&text);
    prose_add(prose, run);
    bytes_release(&text);
}

void prose_print(struct prose *prose, const char *format, ...)
{
    va_list values;

    va_start(values, format);
    add_print(prose, (struct run){.bold = false}, format, values);
    va_end(values);
}

void prose_link(struct prose *prose, const char *target, const char *format, ...)
{
    va_list values;

    va_start(values, format);
    add_print(prose, (struct run){.target = span_of(target), .colour = COLOUR_MORE}, format,
              values);
    va_end(values);
}

void prose_see(struct prose *prose, const char *dest, const char *lead, const char *screen)
{
    prose_add(prose, (struct run){.text = span_of(dest),
                                  .page = true,
                                  .lead = span_of(lead),
                                  .screen = span_of(screen)});
}

struct span prose_plain(const struct prose *prose)
{
    struct bytes text = BYTES_EMPTY;
    struct span copy;

    for (size_t r = 0; r < prose->count; r++) {
        bytes_add(&text, prose->runs[r].lead);
        bytes_add(&text, prose->runs[r].page ? span_of("\u2013") : prose->runs[r].text);
    }
    copy = arena_copy(prose->arena, bytes_span(&text));
    bytes_release(&text);
    return copy;
}
