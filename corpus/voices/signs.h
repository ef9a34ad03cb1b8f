/*
 * Signs: what a ranker may weigh of a candidate beyond the rule it came by.
 *
 *     struct signs signs = SIGNS_EMPTY;
 *     signs_read(&signs, &article);                     once an article
 *     signs_look(&candidates, &signs, quote, &history); sets features 64 and up
 *     signs_spoke(&signs, who.person);                  for each quotation that is speech
 *     signs_release(&signs);
 *
 * signlist.h names them. Where the candidate's mention stands: kind, words,
 * sentences and paragraphs between, its place in its sentence. Who the person
 * is: evidence, how often seen, heard and quoted so far. For who spoke before:
 * what lies between. For a pronoun: where the person it may mean stands. And
 * of the quotation itself, once for each class of candidates: nobody, who
 * spoke before, a clause's subject, others.
 */
#ifndef CORPUS_VOICES_SIGNS_H
#define CORPUS_VOICES_SIGNS_H

#include "corpus/voices/attribution.h"

/* What is counted of an article's people. */
struct signs_person {
    uint32_t seen;  /* mentions by name */
    uint32_t says;  /* of those the subject of a cue */
    uint32_t spoke; /* quotations so far */
    uint32_t first; /* the first of those mentions */
};

struct signs {
    const struct attribution_article *article;
    struct signs_person *people;
    size_t person_capacity;
};

#define SIGNS_EMPTY ((struct signs){0})

/* Begins an article, which must outlive the use of its signs. */
void signs_read(struct signs *signs, const struct attribution_article *article);

/* Sets the signs of all candidates of quotation `quote`. */
void signs_look(struct candidate_list *list, const struct signs *signs, uint32_t quote,
                const struct history *history);

/* Counts a quotation of this person, or of PASSAGE_NONE. */
void signs_spoke(struct signs *signs, uint32_t person);

void signs_release(struct signs *signs);

#endif
