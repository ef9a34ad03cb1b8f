/*
 * Sign list: which signs there are, and what they are called in a file of
 * weights.
 *
 *     struct bytes name = BYTES_EMPTY;
 *     if (signlist_name(&name, feature))        "after-cue", "clause.words-before.2"
 *
 * A sign is a feature, or a row of them of which one holds (a number in bins).
 * One that changes its meaning changes its name. signs.h sets them.
 */
#ifndef CORPUS_VOICES_SIGNLIST_H
#define CORPUS_VOICES_SIGNLIST_H

#include "corpus/base/bytes.h"
#include "corpus/voices/candidates.h"
#include "corpus/voices/mentions.h"

/* Classes of candidates: nobody, who spoke before, a clause's subject, others. */
enum { CLASS_NOBODY, CLASS_BEFORE, CLASS_CLAUSE, CLASS_OTHER, CLASSES };

/* Facts of the quotation, which count for each class of candidates apart. */
enum fact {
    FACT_ALWAYS,
    FACT_WHOLE_PARAGRAPH,
    FACT_STARTS_PARAGRAPH,
    FACT_STARTS_SENTENCE,
    FACT_FRAGMENT,
    FACT_SHORT,           /* two words at most */
    FACT_PHRASE,          /* three to five */
    FACT_LONG,            /* twenty or more */
    FACT_COMMA,           /* ends in one, or one follows */
    FACT_STOP,            /* ends in a full stop, or one follows */
    FACT_ASKS,            /* ends in ? or ! */
    FACT_COLON,           /* one stands before it */
    FACT_GOVERNED_BEHIND, /* a clause beside it has a verb of saying */
    FACT_GOVERNED_BEFORE,
    FACT_FIRST,          /* of the article */
    FACT_SAME_PARAGRAPH, /* as the quotation before */
    FACT_SAME_SENTENCE,
    FACT_ADJACENT, /* no word stands between it and the quotation before */
    FACTS
};

enum { KINDS = MENTION_WRITING + 1 };

/* Each sign of a candidate, its name, and how many features it has; for each class but nobody. */
#define OWN_LIST(X)                                                                                \
    X(KIND_BEFORE, "kind-before", KINDS)                                                           \
    X(KIND_BEHIND, "kind-behind", KINDS)                                                           \
    X(WORDS_BEFORE, "words-before", 6)                                                             \
    X(WORDS_BEHIND, "words-behind", 6)                                                             \
    X(SENTENCES, "sentences", 5)                                                                   \
    X(PARAGRAPHS, "paragraphs", 3)                                                                 \
    X(FIRST, "first-in-sentence", 1)                                                               \
    X(POSSESSIVE, "possessive", 1)                                                                 \
    X(OBLIQUE, "behind-preposition", 1)                                                            \
    X(DOUBTFUL, "doubtful", 1)                                                                     \
    X(SAYS, "says", 1)                                                                             \
    X(NEAREST, "nearest-name", 1)                                                                  \
    X(TITLED, "titled", 1)                                                                         \
    X(EVIDENCE, "evidence", 4)                                                                     \
    X(SEX, "sex-known", 1)                                                                         \
    X(SEEN, "seen", 4)                                                                             \
    X(SPOKE, "spoke", 3)                                                                           \
    X(HEARD, "heard", 3)                                                                           \
    X(PREVIOUS, "is-previous", 1)                                                                  \
    X(EARLIER, "is-earlier", 1)                                                                    \
    X(FULL, "full-name", 1)                                                                        \
    X(NEW, "introduced", 2)                                                                        \
    X(LAST, "last-meant", 1)

#define OWN_NUMBER(id, name, count) OWN_##id, OWN_##id##_LAST = OWN_##id + (count)-1,
enum { OWN_LIST(OWN_NUMBER) OWN_END };

/* The other signs. */
#define SIGN_LIST(X)                                                                               \
    X(OWN, "", (CLASSES - 1) * OWN_END)                                                            \
    X(FACT, "", CLASSES *FACTS)                                                                    \
    X(GAP_SENTENCES, "gap-sentences", 5)                                                           \
    X(GAP_PARAGRAPHS, "gap-paragraphs", 4)                                                         \
    X(GAP_NAMES, "gap-names", 3)                                                                   \
    X(GAP_SAME, "gap-same", 1)                                                                     \
    X(GAP_NEW, "gap-introduced", 1)                                                                \
    X(GAP_ONE, "gap-one-other", 1)                                                                 \
    X(BEFORE_BY, "before-by", CLASSES)                                                             \
    X(BEFORE_CUE, "before-cue-between", 1)                                                         \
    X(MEANT_SENTENCES, "meant-sentences", 5)                                                       \
    X(MEANT_FIRST, "meant-first", 1)                                                               \
    X(MEANT_FIRST_NAME, "meant-first-name", 1)                                                     \
    X(MEANT_SAYS, "meant-says", 1)                                                                 \
    X(MEANT_SAYS_NEAR, "meant-says-near", 1)                                                       \
    X(MEANT_OBLIQUE, "meant-oblique", 1)                                                           \
    X(MEANT_EVIDENCE, "meant-evidence", 4)                                                         \
    X(MEANT_SEX, "meant-sex-known", 1)                                                             \
    X(MEANT_PREVIOUS, "meant-previous", 1)                                                         \
    X(MEANT_EARLIER, "meant-earlier", 1)                                                           \
    X(MEANT_NEAREST, "meant-nearest", 1)                                                           \
    X(MEANT_LAST, "meant-last", 1)                                                                 \
    X(MEANT_NEW, "meant-introduced", 2)                                                            \
    X(MEANT_SEEN, "meant-seen", 4)                                                                 \
    X(MEANT_BY_ROLE, "meant-by-role", 2)                                                           \
    X(RULE_KIND, "rule-kind", (RULES - 1) * KINDS)

#define SIGN_NUMBER(id, name, count) SIGN_##id, SIGN_##id##_LAST = SIGN_##id + (count)-1,
enum { SIGN_BEFORE_ALL = 63, SIGN_LIST(SIGN_NUMBER) SIGN_END };

/* Appends the name of a feature, of a rule or a sign; false past the last. */
bool signlist_name(struct bytes *name, unsigned feature);

#endif
