#include "corpus/voices/sexes.h"

enum { VOTES = 2 };

/* The "he" or "she" right behind word `at`, or behind one more word ("that"); or NULL. */
static const struct mention *pronoun_behind(const struct passage *passage,
                                            const struct mention_list *mentions, uint32_t at)
{
    for (uint32_t i = at; i < at + 2 && passage_outside(passage, i); i++) {
        uint32_t id = passage->words[i].mention;

        if (passage->words[i].mark)
            return NULL;
        if (id != PASSAGE_NONE)
            return mentions->items[id].kind == MENTION_PRONOUN &&
                           mentions->items[id].is & LEXICON_SEX &&
                           !(mentions->items[id].is & LEXICON_OTHER_FORM)
                       ? &mentions->items[id]
                       : NULL;
    }
    return NULL;
}

void sexes_vote(struct speaker_list *speakers, const struct passage *passage,
                const struct mention_list *mentions, const struct clause_list *clauses,
                const struct cue_list *cues)
{
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        const struct mention *subject =
            clause->subject == PASSAGE_NONE ? NULL : &mentions->items[clause->subject];
        const struct mention *pronoun = NULL;
        struct person *person = NULL;

        if (!subject || subject->kind != MENTION_NAME || subject->person == PASSAGE_NONE ||
            (clause->order != CLAUSE_SUBJECT_FIRST && clause->order != CLAUSE_APPOSITION))
            continue;
        pronoun = pronoun_behind(passage, mentions, cues->items[clause->cue].end);
        if (!pronoun)
            continue;
        person = &speakers->items[subject->person];
        person->male += pronoun->is & LEXICON_MALE ? VOTES : 0;
        person->female += pronoun->is & LEXICON_FEMALE ? VOTES : 0;
    }
}
