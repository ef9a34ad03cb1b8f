#include "corpus/store/shard.h"

/* Takes a number of up to four digits off the front of `text`; 0 where there is none. */
static uint32_t take_number(struct span *text)
{
    uint32_t number = 0;
    size_t at = 0;

    while (at < text->length && at < 4 && text->bytes[at] >= '0' && text->bytes[at] <= '9')
        number = number * 10 + (uint32_t)(text->bytes[at++] - '0');
    *text = span_cut(*text, at, text->length);
    return number;
}

/* The next number of a list; 0 at its end. */
static uint32_t next(struct span *list)
{
    uint32_t number = take_number(list);

    if (list->length)
        *list = span_cut(*list, 1, list->length);
    return number;
}

bool shard_read(struct shard *shard, struct span text, struct fault *fault)
{
    struct span rest = text;
    uint32_t number = take_number(&rest), count = 0;

    if (span_starts(rest, "/")) {
        rest = span_cut(rest, 1, rest.length);
        count = take_number(&rest);
    }
    if (rest.length || number == 0 || number > count || count > SHARD_MOST)
        return fault_set(fault, FAULT_USAGE,
                         "--shard %.*s: a part of a number of parts is needed, such as 3/7, of at "
                         "most %d",
                         SPAN_PRINT(text), SHARD_MOST);
    *shard = (struct shard){number, count};
    return true;
}

bool shard_unite(struct bytes *all, struct span left, struct span right)
{
    uint32_t a = next(&left), b = next(&right);

    while (a || b) {
        bool first = b == 0 || (a && a < b);

        if (a == b)
            return false;
        bytes_print(all, all->count ? ",%u" : "%u", first ? a : b);
        if (first)
            a = next(&left);
        else
            b = next(&right);
    }
    return true;
}

bool shard_complete(struct span list, uint32_t count)
{
    uint32_t expected = 1;

    while (list.length && next(&list) == expected)
        expected++;
    return list.length == 0 && expected == count + 1;
}
