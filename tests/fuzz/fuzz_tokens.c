/*
 * Any bytes at all: tokens_cut() either refuses them, or its tokens are in
 * order, do not overlap, and lie within the text; what utf8_repair() mended is
 * never refused; and a term folds to itself.
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
    check_terms(bytes_span(&mended), &list);
    bytes_release(&mended);
    tokens_release(&list);
    return 0;
}
