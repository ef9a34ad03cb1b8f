#include "corpus/base/jsontree.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

size_t jsontree_add(struct jsontree *tree, size_t *elder, enum json_kind kind, struct span name)
{
    size_t at = tree->count++;

    if (tree->count > tree->capacity)
        tree->values = memory_grow(tree->values, &tree->capacity, tree->count, sizeof(struct json));
    if (*elder)
        tree->values[*elder].after = (uint32_t)(at - *elder);
    *elder = at;
    tree->values[at] = (struct json){.kind = kind, .name = name};
    tree->numbers += kind == JSON_NUMBER;
    return at;
}

/* --- numbers as they are written ------------------------------------------------------------- */

static bool begins_number(char byte)
{
    return byte == '-' || (byte >= '0' && byte <= '9');
}

static bool is_of_number(char byte)
{
    return begins_number(byte) || byte == '.' || byte == '+' || (byte | 0x20) == 'e';
}

/* The bytes of the string that `text` begins with, its quotes included. */
static size_t string_width(struct span text)
{
    size_t at = 0, slashes;

    do {
        const char *quote = memchr(text.bytes + at + 1, '"', text.length - at - 1);

        if (!quote)
            return text.length;
        at = (size_t)(quote - text.bytes);
        for (slashes = 0; text.bytes[at - slashes - 1] == '\\'; slashes++)
            ;
    } while (slashes % 2); /* two of them stand for one, and the quote for itself */
    return at + 1;
}

/* Takes the next number off the front of `text`, with all before it. */
static struct span take_number(struct span *text)
{
    size_t start = 0, end;

    while (start < text->length && !begins_number(text->bytes[start]))
        start += text->bytes[start] == '"' ? string_width(span_cut(*text, start, text->length)) : 1;
    end = start;
    while (end < text->length && is_of_number(text->bytes[end]))
        end++;
    *text = span_cut(*text, end, text->length);
    return (struct span){text->bytes - (end - start), end - start};
}

size_t jsontree_count_numbers(struct span text)
{
    size_t count = 0;

    while (take_number(&text).length)
        count++;
    return count;
}

void jsontree_find_numbers(struct jsontree *tree, struct span text)
{
    size_t left = tree->numbers;

    for (struct json *value = tree->values; left; value++) {
        if (value->kind != JSON_NUMBER)
            continue;
        value->text = take_number(&text);
        left--;
    }
}

/* --- memory ------------------------------------------------------------------------------------
 */

void jsontree_clear(struct jsontree *tree)
{
    tree->count = tree->numbers = 0;
}

void jsontree_release(struct jsontree *tree)
{
    free(tree->values);
    *tree = JSONTREE_EMPTY;
}
