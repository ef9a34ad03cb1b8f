/*
 * Grammar: the small words and the endings by which a language says what the
 * words around them do.
 *
 *     const struct grammar *grammar = grammar_of(span_of("de"));
 *
 *     if (grammar_is(grammar, GRAMMAR_OBLIQUE, span_of("dem")))      an object follows
 *     if (grammar_ends(grammar, GRAMMAR_ADVERB, span_of("sadly")))   English: -ly
 *
 * corpus/lexicon/LANG/grammar.txt lists them, a line `form<TAB>job`; a form with
 * a hyphen before it is an ending. A language without any of a job has none: English articles
 * show no case, German adverbs have no ending. Unlike the lexicon's classes, which are known of
 * every word of a text, these are asked for where a rule needs one.
 *
 * The lists are read once, when the first thread asks (pthread_once), and never change.
 */
#ifndef CORPUS_VOICES_GRAMMAR_H
#define CORPUS_VOICES_GRAMMAR_H

#include "corpus/base/span.h"

enum grammar_job {
    GRAMMAR_THAT,        /* a reported clause starts: "that", "dass" */
    GRAMMAR_INDEFINITE,  /* before a role, somebody not named before: "a", "one" */
    GRAMMAR_AGENT,       /* before who does what a passive says: "by" */
    GRAMMAR_FINITE,      /* a form of a verb that is no noun too, and endings: "said", "-ed" */
    GRAMMAR_INFINITIVE,  /* before a verb, which then has no subject of its own: "to" */
    GRAMMAR_AS,          /* before what somebody is quoted as: "as" */
    GRAMMAR_AUTHOR,      /* leads from a writing to whose it is: "by", "from" */
    GRAMMAR_IMPERSONAL,  /* a verb by which "it" says what stands in a writing: "heißt" */
    GRAMMAR_BELONGING,   /* leads from a role to whose it is: "of", "for" */
    GRAMMAR_OBLIQUE,     /* an article that no subject has: "dem" */
    GRAMMAR_DATIVE,      /* an article, as a sentence starts, that no subject need have: "Der" */
    GRAMMAR_GENITIVE,    /* an article that leads to an owner: "des" */
    GRAMMAR_NAME_HEAD,   /* a role that family names end in too: "mann" */
    GRAMMAR_QUALIFIES,   /* a role that may also tell of what kind something is: "general" */
    GRAMMAR_NATIVE,      /* an ending of who is from somewhere, one person: "-an" */
    GRAMMAR_LINK,        /* goes on with an office's name: "of" of "the Study of War" */
    GRAMMAR_FIELD,       /* what an office is for, in its name: "Budget" */
    GRAMMAR_NUMBERED,    /* a short form before a number: "No" of "No. 2" */
    GRAMMAR_TIME,        /* a stretch of time, which says nothing: "week" */
    GRAMMAR_NAME_PREFIX, /* what a name may start with in small letters: "al-" of "al-Ansari" */
    GRAMMAR_CLIPPED,     /* a word whose beginning an apostrophe replaces: "twas" */
    GRAMMAR_ADVERB,      /* an ending of adverbs: "-ly" */
    GRAMMAR_ADJECTIVE,   /* of adjectives alone: "-ous" */
    GRAMMAR_DESCRIPTIVE, /* of adjectives, and of nouns too: "-ive" */
    GRAMMAR_COMPOUND,    /* of adjectives that a hyphen makes of a name: "-based" */
    GRAMMAR_INFLECTED,   /* of adjectives as they stand before a noun: "-er" */
    GRAMMAR_AGE,         /* of what says somebody's age: "-year-old" */
    GRAMMAR_PARTICIPLE,  /* of participles: "-ing" */
    GRAMMAR_SEVERAL,     /* of verbs that several do: "-en" */
    GRAMMAR_PLURAL,      /* of nouns in the plural: "-s" */
    GRAMMAR_ABSTRACT,    /* of nouns that are no names: "-ung" */
    GRAMMAR_OWNER,       /* of nouns in the genitive: "-ого" */
    GRAMMAR_JOBS
};

struct grammar;

/* The grammar of a language's two letters; empty for one without a list. */
const struct grammar *grammar_of(struct span language) __attribute__((returns_nonnull));

/* True for a word that has this job, as its list writes it: "week", but "No" of "No. 2". */
bool grammar_is(const struct grammar *grammar, enum grammar_job job, struct span word);

/* True for a longer word that starts with a form of this job. */
bool grammar_starts(const struct grammar *grammar, enum grammar_job job, struct span word);

/* True for a longer word that ends in an ending of this job. */
bool grammar_ends(const struct grammar *grammar, enum grammar_job job, struct span word);

#endif
