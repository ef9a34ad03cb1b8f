/*
 * Inputs held in memory, for programs that link no corpus/read/input: as much
 * of input.h as the formats of XML ask for.
 */
#ifndef TESTS_HELD_INPUT_H
#define TESTS_HELD_INPUT_H

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/read/input.h"

#include <iconv.h>
#include <stdlib.h>

struct input {
    struct input_about about;
    struct bytes converted;
    struct span unread;
};

struct input *input_of(struct input_about about, struct span bytes)
{
    struct input *input = memory_new(1, sizeof *input);

    input->about = about;
    input->unread = bytes;
    return input;
}

const struct input_about *input_about(const struct input *input)
{
    return &input->about;
}

struct span input_ahead(struct input *input, size_t wanted)
{
    return span_cut(input->unread, 0,
                    wanted < input->unread.length ? wanted : input->unread.length);
}

void input_take(struct input *input, size_t count)
{
    input->unread = span_cut(input->unread, count, input->unread.length);
}

bool input_convert(struct input *input, const char *charset)
{
    iconv_t convert = iconv_open("UTF-8", charset);
    char *from = (char *)(size_t)input->unread.bytes;
    size_t left = input->unread.length;

    if (convert == (iconv_t)-1)
        return false;
    while (left) {
        char *to = bytes_room(&input->converted, 4 * left + 4);
        size_t room = 4 * left + 4;
        size_t before = room;
        bool done = iconv(convert, &from, &left, &to, &room) != (size_t)-1;

        bytes_grown(&input->converted, before - room);
        if (done)
            break;
        bytes_add_text(&input->converted, "\xEF\xBF\xBD");
        from++;
        left--;
    }
    (void)iconv_close(convert);
    input->unread = bytes_span(&input->converted);
    return true;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    bytes_release(&input->converted);
    free(input);
}

#endif
