/*
 * Lexicon: what a language's word lists say of a word.
 *
 *     const struct lexicon *lexicon = lexicon_of(span_of("en"));
 *     uint32_t is = lexicon_find(lexicon, span_of("spokeswoman"));
 *
 *     if (is & LEXICON_ROLE && is & LEXICON_FEMALE)
 *         ...
 *
 * The lists stand in corpus/lexicon/LANGUAGE/, a line `form<TAB>class`, forms
 * folded as tokens_fold() folds:
 *
 *     cues.txt           strong, weak, source; "-participle" behind the first two;
 *                        source-behind: "zufolge"
 *     titles.txt         male, female, either       "mr", "president"
 *     roles.txt          male, female, either, plural
 *     given.txt          male, female, either       given names
 *     groups.txt         group ("police"), text ("report")
 *     organisations.txt  name                       words that end or head an organisation's name
 *     particles.txt      particle ("van"), suffix ("jr")
 *     pronouns.txt       male, female, plural, thing, first; "-other" behind: not a subject's form
 *     words.txt          the rest: article, auxiliary, adverb, preposition, ...
 *     grammar.txt        is grammar.h's
 *
 * A form may stand in several lists; its classes add up. Where nouns have capitals,
 * the given names of all languages are known, but for those that are other words too. A form of
 * several words has one blank between them and may have four at most.
 *
 * The lexicons are built once, when the first thread asks (pthread_once), and
 * never change: that cache is the module's only state.
 */
#ifndef CORPUS_VOICES_LEXICON_H
#define CORPUS_VOICES_LEXICON_H

#include "corpus/base/span.h"
#include "corpus/voices/grammar.h"

#include <stdint.h>

enum lexicon_class {
    LEXICON_STRONG = 1 << 0,     /* a verb of saying: enough beside a quotation */
    LEXICON_WEAK = 1 << 1,       /* may say or not: counts only with a subject beside marks */
    LEXICON_SOURCE = 1 << 2,     /* stands before the speaker: "according to" */
    LEXICON_PARTICIPLE = 1 << 3, /* of a cue: its subject is the clause's, "adding"; of a source:
                                    it stands behind the speaker */
    LEXICON_LONGER = 1 << 4,     /* a form of several words starts so */
    LEXICON_TITLE = 1 << 5,      /* stands before a name */
    LEXICON_ROLE = 1 << 6,       /* what a person is: "spokesman" */
    LEXICON_GIVEN = 1 << 7,
    LEXICON_GROUP = 1 << 8,         /* many that speak as one: "police" */
    LEXICON_WRITING = 1 << 9,       /* a text that speaks: "report" */
    LEXICON_ORGANISATION = 1 << 10, /* part of an organisation's name: "Council" */
    LEXICON_PARTICLE = 1 << 11,     /* inside names: "van" */
    LEXICON_SUFFIX = 1 << 12,       /* behind names: "jr" */
    LEXICON_PRONOUN = 1 << 13,      /* a personal pronoun in a subject's form */
    LEXICON_OTHER_FORM = 1 << 14,   /* a personal pronoun in another form: "his" */
    LEXICON_MALE = 1 << 15,
    LEXICON_FEMALE = 1 << 16,
    LEXICON_PLURAL = 1 << 17,
    LEXICON_FIRST = 1 << 18, /* "I", "we" */
    LEXICON_ARTICLE = 1 << 19,
    LEXICON_AUXILIARY = 1 << 20,
    LEXICON_ADVERB = 1 << 21,
    LEXICON_PREPOSITION = 1 << 22,
    LEXICON_CONJUNCTION = 1 << 23,
    LEXICON_RELATIVE = 1 << 24, /* "who" */
    LEXICON_FUNCTION = 1 << 25, /* any other word that is no name even with a capital */
    LEXICON_NAMING = 1 << 26,   /* a title or nickname in marks follows: "called", "film" */
    LEXICON_CALENDAR = 1 << 27, /* "Monday" */
    LEXICON_ORIGIN = 1 << 28,   /* "Russian" */
    LEXICON_PLACE = 1 << 29,
    LEXICON_PASSIVE = 1 << 30, /* an auxiliary that turns a cue into no cue: "was told" */
};

/* The last bit, which an enumeration cannot hold: stands behind the first in a form of several
 * words. */
#define LEXICON_FURTHER (UINT32_C(1) << 31)

/* Any kind of cue, any word that is no part of a name, either sex. */
#define LEXICON_CUE (LEXICON_STRONG | LEXICON_WEAK | LEXICON_SOURCE)
#define LEXICON_SEX (LEXICON_MALE | LEXICON_FEMALE)
#define LEXICON_PLAIN                                                                              \
    (LEXICON_PRONOUN | LEXICON_OTHER_FORM | LEXICON_ARTICLE | LEXICON_AUXILIARY | LEXICON_ADVERB | \
     LEXICON_PREPOSITION | LEXICON_CONJUNCTION | LEXICON_RELATIVE | LEXICON_FUNCTION |             \
     LEXICON_CALENDAR)

enum { LEXICON_FORM_WORDS = 4 };

struct lexicon;

/* The lexicon of "en", "ru", "de" (or "de-AT"), "es", "fr", "it"; English for any other language.
 */
const struct lexicon *lexicon_of(struct span language) __attribute__((returns_nonnull));

enum { LEXICON_LANGUAGES = 6 };

/* Which of them it is, 0 to LEXICON_LANGUAGES - 1. */
size_t lexicon_number(const struct lexicon *lexicon);

/*
 * The classes of a folded form, as LEXICON_ bits; 0 for a form in no list. In
 * languages that elide, an article or preposition before it is passed over ("l'avocat").
 */
uint32_t lexicon_find(const struct lexicon *lexicon, struct span form);

/*
 * The classes of the role or group that a compound noun ends in
 * ("flughafenmanager", "bka-präsident"), or of the given name that it starts with
 * ("hans-joachim"), in languages that write nouns with capitals; 0 elsewhere. Roles that
 * family names end in too ("neumann") are none.
 */
uint32_t lexicon_find_compound(const struct lexicon *lexicon, struct span form);

/* The list of its language's given names, given.txt as it stands above. */
struct span lexicon_given_names(const struct lexicon *lexicon);

/* True where common nouns have capitals, so that a capital is no sign of a name. */
bool lexicon_nouns_have_capitals(const struct lexicon *lexicon);

/* True where an attribution may stand inside speech, between commas: ", dit Marie,". */
bool lexicon_speech_holds_attribution(const struct lexicon *lexicon);

/* True where an object may stand between verb and subject: "explicó a los vecinos el alcalde". */
bool lexicon_objects_come_first(const struct lexicon *lexicon);

/* Its small words and endings. */
const struct grammar *lexicon_grammar(const struct lexicon *lexicon)
    __attribute__((returns_nonnull));

/* True where a noun needs no article, so that any word may start one. */
bool lexicon_has_no_articles(const struct lexicon *lexicon);

#endif
