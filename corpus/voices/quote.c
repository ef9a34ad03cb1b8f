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

struct quote_decision quote_decision_read(struct span decision)
{
    size_t end = decision.length;
    int confidence = 0;
    int digit = 1;

    while (end && decision.bytes[end - 1] >= '0' && decision.bytes[end - 1] <= '9' &&
           digit <= 1000) {
        confidence += (decision.bytes[--end] - '0') * digit;
        digit *= 10;
    }
    if (end == 0 || end == decision.length || decision.bytes[end - 1] != ':')
        return (struct quote_decision){decision, -1};
    return (struct quote_decision){span_cut(decision, 0, end - 1), confidence};
}
