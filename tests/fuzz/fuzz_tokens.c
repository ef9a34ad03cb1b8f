/*
 * Any bytes at all: tokens_cut() either refuses them, or its tokens are in
 * order, do not overlap, and lie within the text; a number holds no letter and
 * a mark is one code point; blanks before a text move its tokens and change
 * none, wherever blocks of bytes then begin; a text up to a blank has the
 * tokens that it has as part of the whole; what utf8_repair() mended is never
 * refused; and a term folds to itself.
 */
#include "corpus/text/tokens.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_terms(struct span text, const struct token_list *list)
{
    struct bytes term = BYTES_EMPTY, again = BYTES_EMPTY;

    for (size_t i = 0; i < list->count; i++) {
        tokens_fold(&term, tokens_span(text, list->items[i]));
        tokens_fold(&again, bytes_span(&term));
        if (!span_equal(bytes_span(&term), bytes_span(&again)))
            abort();
        if (list->items[i].kind != TOKEN_MARK && term.count == 0)
            abort();
    }
    bytes_release(&again);
    bytes_release(&term);
}

static void check_kinds(struct span text, const struct token_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct span bytes = tokens_span(text, list->items[i]);

        if (list->items[i].kind == TOKEN_MARK && utf8_count(bytes) != 1)
            abort();
        for (size_t at = 0; at < bytes.length && list->items[i].kind == TOKEN_NUMBER; at++)
            if ((unsigned char)((bytes.bytes[at] | 0x20) - 'a') < 26)
                abort();
    }
}

/* The tokens of `text` alone, cut from memory of just its size, are the first ones of `whole`,
 * `shift` bytes on. */
static void check_part(struct span text, size_t shift, const struct token_list *whole)
{
    struct token_list list = TOKEN_LIST_EMPTY;
    char *copy = malloc(text.length + 1);
    struct fault fault;

    if (!copy)
        abort();
    memcpy(copy + 1, text.bytes, text.length);
    if (!tokens_cut(&list, (struct span){copy + 1, text.length}, &fault))
        abort();
    if (list.count > whole->count ||
        (list.count < whole->count && whole->items[list.count].start + shift < text.length))
        abort();
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].start != whole->items[i].start + shift ||
            list.items[i].length != whole->items[i].length ||
            list.items[i].kind != whole->items[i].kind)
            abort();
    tokens_release(&list);
    free(copy);
}

static void check_neighbours(struct span text, size_t blanks, const struct token_list *list)
{
    struct bytes moved = BYTES_EMPTY;

    for (size_t i = 0; i < blanks; i++)
        bytes_add_byte(&moved, ' ');
    bytes_add(&moved, text);
    check_part(bytes_span(&moved), blanks, list);
    bytes_release(&moved);
    for (size_t at = 0, parts = 0; at < text.length && parts < 8; at++)
        if (text.bytes[at] == ' ' || text.bytes[at] == '\n') {
            check_part(span_cut(text, 0, at), 0, list);
            parts++;
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct token_list list = TOKEN_LIST_EMPTY;
    struct bytes mended = BYTES_EMPTY;
    struct fault fault;
    size_t end = 0;

    if (!tokens_cut(&list, (struct span){(const char *)data, size}, &fault) && list.count != 0)
        abort();
    (void)utf8_repair(&mended, (struct span){(const char *)data, size});
    if (!tokens_cut(&list, bytes_span(&mended), &fault))
        abort();
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i].start < end || list.items[i].length == 0)
            abort();
        end = (size_t)list.items[i].start + list.items[i].length;
    }
    if (end > mended.count)
        abort();
    check_kinds(bytes_span(&mended), &list);
    check_neighbours(bytes_span(&mended), size ? 1 + data[0] % 64 : 1, &list);
    check_terms(bytes_span(&mended), &list);
    bytes_release(&mended);
    tokens_release(&list);
    return 0;
}
