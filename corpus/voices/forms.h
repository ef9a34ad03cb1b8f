/*
 * Forms: the words of names and roles as numbers, so that the same word is the same number
 * however it is written.
 *
 *     struct forms forms = FORMS_EMPTY;
 *
 *     forms_of(&forms, &passage, word)          that of "miller", for "MILLER" and "Miller's"
 *     forms_key(&forms, &passage, word)         that of "песков", for "Пескова" and "Пескову"
 *     forms_release(&forms);
 *
 * A form is folded, and without 's. A key is a form without a Cyrillic case ending and without
 * the "al-" of "al-Ansari". Both are found out once for each term of a vocabulary.
 */
#ifndef CORPUS_VOICES_FORMS_H
#define CORPUS_VOICES_FORMS_H

#include "corpus/base/table.h"
#include "corpus/text/recall.h"
#include "corpus/voices/passage.h"

struct forms {
    struct table texts; /* forms and keys, by their numbers */
    struct recall terms;
};

#define FORMS_EMPTY ((struct forms){0})

/* True while the numbers hold for the vocabulary of the passage; else they are to be released. */
bool forms_hold(const struct forms *forms, const struct passage *passage);

/* The number of the form of a word of the passage. */
uint32_t forms_of(struct forms *forms, const struct passage *passage, uint32_t word);

/* The number of its key. */
uint32_t forms_key(struct forms *forms, const struct passage *passage, uint32_t word);

/* Sends for what is known of the word, which soon will be asked for. */
void forms_expect(struct forms *forms, const struct passage *passage, uint32_t word);

static inline struct span forms_text(const struct forms *forms, uint32_t form)
{
    return table_text(&forms->texts, form);
}

void forms_release(struct forms *forms);

#endif
