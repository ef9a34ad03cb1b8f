/*
 * Nouns: a noun of no list that says something, and the genitives that go with one.
 *
 *     if (nouns_read(&phrase, &passage, word))
 *         ...                        the words that are the subject, "the narrator"
 *
 * Which words those are depends on the language:
 *   - with articles ("The old narrator said"): an article, a few words, and a verb of saying
 *     behind them or, behind a quotation, before them;
 *   - where nouns have capitals ("Der 23-jährige Bogenschütze sagte"): an article in a form that
 *     a subject has, words in small letters, a noun, perhaps a genitive ("eines Vereins");
 *   - without articles: "один из бывших тренеров" anywhere, other words only between a
 *     verb of saying behind a quotation and a mark.
 */
#ifndef CORPUS_VOICES_NOUNS_H
#define CORPUS_VOICES_NOUNS_H

#include "corpus/voices/passage.h"

struct noun_phrase {
    uint32_t first, end; /* words, without the article but of "one of" */
    uint32_t head;       /* the noun, or PASSAGE_NONE */
};

enum { NOUNS_MAX = 6 }; /* words of a phrase */

/* Reads the phrase that starts at `word`, which is its article if it has one; false for none. */
bool nouns_read(struct noun_phrase *phrase, const struct passage *passage, uint32_t word);

/*
 * The end of the genitive behind a noun that ends at `word`, "der neuen Behörde", where nouns have
 * capitals; `word` itself for none.
 */
uint32_t nouns_genitive_end(const struct passage *passage, uint32_t word);

/* Without articles: true for a word that has a genitive's ending, "транспорта". */
bool nouns_may_be_genitive(const struct passage *passage, uint32_t word);

/* True for a German article in a form that no subject has, "den", "einem"; not behind a source. */
bool nouns_is_oblique(const struct passage *passage, uint32_t word);

#endif
