#include "corpus/text/wordlist.h"

/* The line of `list` that holds byte `at`, without its newline; `start` is where it begins. */
static struct span line_around(struct span list, size_t at, size_t *start)
{
    const char *end = NULL;

    while (at > 0 && list.bytes[at - 1] != '\n')
        at--;
    *start = at;
    end = memchr(list.bytes + at, '\n', list.length - at);
    return span_cut(list, at, end ? (size_t)(end - list.bytes) : list.length);
}

bool wordlist_has(struct span list, struct span line)
{
    size_t low = 0;
    size_t high = list.length;

    while (low < high) {
        size_t start;
        struct span middle = line_around(list, low + (high - low) / 2, &start);
        int order = span_compare(line, middle);

        if (order == 0)
            return true;
        if (order < 0)
            high = start;
        else
            low = start + middle.length + 1;
    }
    return false;
}

bool wordlist_is_sound(struct span list)
{
    struct span last = SPAN_EMPTY;

    while (list.length) {
        size_t start;
        struct span line = line_around(list, 0, &start);

        if (line.length == list.length || line.length == 0 || span_compare(last, line) >= 0)
            return false;
        last = line;
        list = span_cut(list, line.length + 1, list.length);
    }
    return true;
}
