#include "corpus/voices/between.h"

enum {
    BETWEEN_MAX = 12, /* sentences looked at, from the quotation back */
    SENTENCE_MAX = 60 /* words of one in which its subject is looked for */
};

/* Who says something in the sentence of words `start` to `end`, the last; else its subject. */
static uint32_t main_person(const struct attribution_article *article, uint32_t start, uint32_t end)
{
    uint32_t near = end - start > SENTENCE_MAX ? start + SENTENCE_MAX : end;

    for (size_t i = clauses_from(article->clauses, article->cues, end); i > 0; i--) {
        const struct clause *clause = &article->clauses->items[i - 1];
        const struct cue *cue = &article->cues->items[clause->cue];

        if (cue->first < start)
            break;
        if (cue->is & LEXICON_STRONG && clause->subject != PASSAGE_NONE &&
            clause->order != CLAUSE_LOOSE &&
            article->mentions->items[clause->subject].person != PASSAGE_NONE)
            return clause->subject;
    }
    return subjects_within(article->passage, article->mentions, start, near);
}

/* Looks at the sentence of words `start` to `end`, which stands between two quotations. */
static void look_between(const struct attribution_article *article, struct between *between,
                         uint32_t start, uint32_t end, const struct attribution *previous)
{
    uint32_t subject = main_person(article, start, end);
    const struct mention *mention = NULL;

    between->plain++;
    if (subject == PASSAGE_NONE)
        return;
    mention = &article->mentions->items[subject];
    if (mention->kind == MENTION_GROUP && between->plain == 1)
        between->group = subject;
    if (mention->person == PASSAGE_NONE)
        return;
    if (between->subject == PASSAGE_NONE) {
        between->subject = subject;
        between->subject_paragraph = article->passage->words[start].paragraph;
    }
    between->same |= mention->person == previous->person;
    between->other |= mention->person != previous->person;
}

struct between between_of(const struct attribution_article *article, uint32_t from, uint32_t quote,
                          const struct attribution *previous)
{
    const struct passage *passage = article->passage;
    struct between between = {.subject = PASSAGE_NONE, .group = PASSAGE_NONE};
    uint32_t at = quote;

    for (int i = 0; i < BETWEEN_MAX && at > from; i++) {
        uint32_t start = passage_sentence_start(passage, at - 1);

        if (start < from)
            break; /* the end of the sentence that the quotation before stands in */
        if (start != quote)
            look_between(article, &between, start, at, previous);
        at = start;
    }
    return between;
}
