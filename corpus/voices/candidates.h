/*
 * Candidates: who may have said a quotation, and what speaks for each.
 *
 *     struct candidate_list candidates = CANDIDATE_LIST_EMPTY;
 *
 *     attribution_candidates(&candidates, &article, quote, &history);
 *     signs_look(&candidates, &signs, quote, &history);
 *     candidates_score(&candidates, ranker->weights);
 *     best = candidates_best(&candidates);
 *
 * A candidate has features, each there or not; its score is the sum of its
 * features' weights, and the best wins if it beats nobody's. Features up to
 * FEATURE_RULES_END are attribution.h's; the weights set by hand know them
 * alone. The others, of signs.h, only a ranker can weigh.
 *
 * Every candidate came by one rule, whose name is kept as evidence. Q is the
 * quotation:
 *
 *     after-cue            Q, NAME cue
 *     after-cue-inverted   Q, cue NAME
 *     after-apposition     Q, NAME, a role, cue
 *     before-cue           NAME cue, Q     NAME cue that Q
 *     before-cue-inverted  cue NAME: Q
 *     source               according to NAME, Q     Q, according to NAME
 *     colon                NAME: Q     NAME (Q)
 *     colon-sentence       NAME's answer was short: Q
 *     paragraph-colon      the paragraph before ends in a colon
 *     dash-name            Q — NAME
 *     sentence             a clause before Q in its sentence
 *     sentence-after       a clause behind Q in its sentence
 *     inherit-paragraph    the speaker of the quotation before, in this paragraph
 *     inherit-chain        the speaker of the quotation before, in the paragraph before
 *     continued            the same quotation, begun in the paragraph before or ended behind
 *     inherit-earlier      who spoke before that, or before that one
 *     context              the subject of the sentence before Q
 *     near-before          any other mention before Q
 *     near-after           any other mention behind Q
 *     turn                 a transcript's label
 *     none                 nobody
 */
#ifndef CORPUS_VOICES_CANDIDATES_H
#define CORPUS_VOICES_CANDIDATES_H

#include "corpus/voices/passage.h"

enum attribution_rule {
    RULE_AFTER_CUE,
    RULE_AFTER_INVERTED,
    RULE_AFTER_APPOSITION,
    RULE_BEFORE_CUE,
    RULE_BEFORE_INVERTED,
    RULE_SOURCE,
    RULE_COLON,
    RULE_COLON_SENTENCE,
    RULE_PARAGRAPH_COLON,
    RULE_DASH_NAME,
    RULE_SENTENCE,
    RULE_SENTENCE_AFTER,
    RULE_INHERIT_PARAGRAPH,
    RULE_INHERIT_CHAIN,
    RULE_INHERIT_EARLIER,
    RULE_CONTINUED,
    RULE_CONTEXT,
    RULE_NEAR_BEFORE,
    RULE_NEAR_AFTER,
    RULE_TURN,
    RULE_NONE,
    RULES
};

/* The first RULES features are the rules themselves. */
enum attribution_feature {
    FEATURE_CUE_WEAK = RULES, /* the clause's cue is no verb of saying */
    FEATURE_CUE_PARTICIPLE,
    FEATURE_SUBJECT_LOOSE, /* the subject is only the sentence's */
    FEATURE_NAME,
    FEATURE_PRONOUN,
    FEATURE_PRONOUN_OPEN, /* a pronoun whose person is not known */
    FEATURE_FIRST_PERSON, /* "I", "we" */
    FEATURE_ROLE,
    FEATURE_GROUP,
    FEATURE_WRITING,
    FEATURE_NO_SUBJECT,      /* the cue's subject is not understood */
    FEATURE_PERSON,          /* evidence that the name is a person's */
    FEATURE_NO_PERSON,       /* none, or against */
    FEATURE_NEW_SENTENCE,    /* Q ended its sentence before the clause behind it */
    FEATURE_NEXT_QUOTATION,  /* the clause behind Q leads on to another quotation */
    FEATURE_GAP_SOME,        /* four words or more between clause and Q */
    FEATURE_GAP_WIDE,        /* twelve or more */
    FEATURE_PLAIN_BETWEEN,   /* a sentence without speech stands between Q and the one before */
    FEATURE_PLAIN_MANY,      /* three or more of them */
    FEATURE_OTHER_BETWEEN,   /* another person is the subject of such a sentence */
    FEATURE_SAME_BETWEEN,    /* the speaker before is its subject */
    FEATURE_WHOLE_PARAGRAPH, /* Q fills its paragraph */
    FEATURE_STARTS_PARAGRAPH,
    FEATURE_FRAGMENT,         /* Q is no sentence of its own */
    FEATURE_PARAGRAPH_BEFORE, /* the candidate stands in the paragraph before */
    FEATURE_OTHER_MEANING,    /* a pronoun or role taken for another person than it seemed */
    FEATURE_RULES_END,
};

enum { FEATURE_WORDS = 8, FEATURES_MAX = FEATURE_WORDS * 64 };

/* Who was found to speak: a mention's person, else the mention's own words. */
struct attribution {
    uint32_t mention; /* PASSAGE_NONE: nobody */
    uint32_t person;  /* PASSAGE_NONE: a role, a group */
    uint32_t cue;     /* PASSAGE_NONE: none */
    enum attribution_rule rule;
};

#define ATTRIBUTION_NOBODY                                                                         \
    ((struct attribution){PASSAGE_NONE, PASSAGE_NONE, PASSAGE_NONE, RULE_NONE})

struct candidate {
    struct attribution who;
    uint64_t features[FEATURE_WORDS]; /* bit feature % 64 of word feature / 64 */
    int score;
};

enum { CANDIDATES_MAX = 48 };

struct candidate_list {
    struct candidate items[CANDIDATES_MAX];
    size_t count;
};

#define CANDIDATE_LIST_EMPTY ((struct candidate_list){.count = 0})

/* The rule's name, which lives as long as the program. */
const char *candidates_rule_name(enum attribution_rule rule);

/* True for the rules of a clause behind the quotation: Q, NAME cue. */
static inline bool candidates_rule_is_behind(enum attribution_rule rule)
{
    return rule == RULE_AFTER_CUE || rule == RULE_AFTER_INVERTED || rule == RULE_AFTER_APPOSITION;
}

/* True for the rules that take the speaker of a quotation before. */
static inline bool candidates_rule_inherits(enum attribution_rule rule)
{
    return rule == RULE_INHERIT_PARAGRAPH || rule == RULE_INHERIT_CHAIN ||
           rule == RULE_INHERIT_EARLIER || rule == RULE_CONTINUED;
}

/* FEATURES_MAX weights, set by hand. */
const int *candidates_hand_weights(void);

/* The feature's bit in its word. */
static inline uint64_t candidates_bit(unsigned feature)
{
    return (uint64_t)1 << feature % 64;
}

static inline bool candidates_has(const struct candidate *candidate, unsigned feature)
{
    return (candidate->features[feature / 64] & candidates_bit(feature)) != 0;
}

static inline void candidates_set(struct candidate *candidate, unsigned feature)
{
    candidate->features[feature / 64] |= candidates_bit(feature);
}

/* Appends the candidate, with its rule among its features; a full list stays as it is. */
void candidates_add(struct candidate_list *list, const struct candidate *candidate);

/* Sets each score: the sum of its features' weights, of which there are FEATURES_MAX. */
void candidates_score(struct candidate_list *list, const int *weights);

/* The best candidate; the first of equals. The list must not be empty. */
const struct candidate *candidates_best(const struct candidate_list *list);

#endif
