#include "corpus/voices/quote.h"

#include <assert.h>

const char *quote_kind_name(enum quote_kind kind)
{
    static const char *const names[] = {
        [QUOTE_DIRECT] = "direct",
        [QUOTE_MIXED] = "mixed",
        [QUOTE_INDIRECT] = "indirect",
        [QUOTE_TURN] = "turn",
    };

    assert(kind <= QUOTE_TURN);
    return names[kind];
}
