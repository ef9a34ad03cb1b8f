#include "corpus/voices/history.h"

void history_add(struct history *history, uint32_t quote, const struct attribution *who)
{
    struct attribution before = history->previous;

    history->previous = *who;
    history->previous_quote = quote;
    if (before.mention == PASSAGE_NONE || before.person == PASSAGE_NONE ||
        before.person == who->person)
        return;
    if (before.person != history->earlier[0].person)
        history->earlier[1] = history->earlier[0];
    history->earlier[0] = before;
}
