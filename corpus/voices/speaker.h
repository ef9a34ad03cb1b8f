/*
 * Speakers: the people of one article, and which mention means whom.
 *
 *     struct speaker_list speakers = SPEAKER_LIST_EMPTY;
 *
 *     speaker_know(&speakers, &passage, &mentions);
 *     person = mentions.items[i].person;
 *     name = speaker_name(&speakers, &passage, person);      "Alexander Lukashenko"
 *
 * A full name is a person by its last name and its first (an initial fits
 * every first name that starts with it). A name of one word joins the person
 * last seen who has it as last name and whose sex its title allows, unless one of three
 * words that begins with it was seen later ("Kim": Kim Jong Un), else the
 * one who has it as first name, else stands for itself. A doubtful name that
 * joins nobody is no name, and so is a single word that the article has in small letters too, but
 * for a subject of a verb of saying. Case is folded; Cyrillic names are compared without
 * their endings.
 */
#ifndef CORPUS_VOICES_SPEAKER_H
#define CORPUS_VOICES_SPEAKER_H

#include "corpus/voices/forms.h"
#include "corpus/voices/mentions.h"

struct person {
    uint32_t first_key, last_key;  /* forms of its names, without Cyrillic endings */
    uint32_t same_last;            /* the person before with the same last name, or PASSAGE_NONE */
    uint32_t name_first, name_end; /* the words that name it best */
    uint32_t last_seen;            /* a mention, while names are joined; then the last of all */
    int male, female;              /* votes from titles, given names, roles and pronouns */
    int evidence;                  /* that this is a person: above 0 for, below 0 against */
};

/* A word of a name or a role, and who has it in the article at hand. */
struct speaker_form {
    /* The newest person with that name, last, first, or last but one; or PASSAGE_NONE. */
    uint32_t by_last, by_first, by_inner;
    uint32_t holder;  /* the one person who has that role, or PASSAGE_NONE */
    bool held;        /* somebody has it; without a holder it is several */
    uint64_t article; /* that this is of */
};

struct speaker_list {
    struct person *items; /* in the order of their first full mention */
    size_t count, capacity;
    uint64_t article; /* how many were read */

    /* Kept from article to article. */
    struct forms forms;
    struct speaker_form *holders; /* by form and key */
    size_t holder_capacity;
};

#define SPEAKER_LIST_EMPTY ((struct speaker_list){0})

/* Replaces what the list held, and writes each name's `person`. */
void speaker_know(struct speaker_list *list, const struct passage *passage,
                  struct mention_list *mentions);

/* The person's best name, as it stands in the text. */
struct span speaker_name(const struct speaker_list *list, const struct passage *passage,
                         uint32_t person);

/* LEXICON_MALE, LEXICON_FEMALE, or 0 where nothing tells or the votes are even. */
uint32_t speaker_sex(const struct speaker_list *list, uint32_t person);

/* True unless the person's sex is known and the LEXICON_ bits `is` tell another alone. */
bool speaker_sex_fits(const struct speaker_list *list, uint32_t person, uint32_t is);

/* The one person of the article who has this mention's role, or PASSAGE_NONE. */
uint32_t speaker_of_role(struct speaker_list *list, const struct passage *passage,
                         const struct mention *mention);

void speaker_release(struct speaker_list *list);

#endif
