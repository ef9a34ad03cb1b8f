#include "reports/pages/chosen.h"

#include "reports/pages/wording.h"

enum { RISEN_MOST = 8, FALLEN_MOST = 4 };

static bool has(const struct chosen *chosen, struct span term)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (span_equal(chosen->terms[i]->term, term))
            return true;
    return false;
}

/* Adds up to `most` of a list that the study uses, those that changed alone where asked. */
static void choose(struct chosen *chosen, const struct term_finding *terms, size_t count,
                   size_t most, bool clear)
{
    for (size_t i = 0; i < count && most && chosen->count < CHOSEN_TERMS; i++) {
        const struct term_finding *term = &terms[i];

        if (!term->evidence || !term->evidence->count || has(chosen, term->term) ||
            (clear && !wording_clear(term->direction)))
            continue;
        chosen->terms[chosen->count++] = term;
        chosen->moved += clear;
        most--;
    }
}

struct chosen chosen_terms(const struct findings *findings, bool moved_alone)
{
    struct chosen chosen = {.count = 0};

    choose(&chosen, findings->risen, findings->risen_count, RISEN_MOST, true);
    choose(&chosen, findings->fallen, findings->fallen_count, FALLEN_MOST, true);
    choose(&chosen, findings->risen, findings->risen_count, CHOSEN_TERMS, true);
    if (!moved_alone || !chosen.moved)
        choose(&chosen, findings->frequent, findings->frequent_count, CHOSEN_TERMS, false);
    return chosen;
}

bool chosen_any(const struct chosen *chosen, enum direction direction)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->terms[i]->direction == direction)
            return true;
    return false;
}
