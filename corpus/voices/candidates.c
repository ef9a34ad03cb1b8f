#include "corpus/voices/candidates.h"

#include <assert.h>

static const char *const rule_names[RULES] = {
    [RULE_AFTER_CUE] = "after-cue",
    [RULE_AFTER_INVERTED] = "after-cue-inverted",
    [RULE_AFTER_APPOSITION] = "after-apposition",
    [RULE_BEFORE_CUE] = "before-cue",
    [RULE_BEFORE_INVERTED] = "before-cue-inverted",
    [RULE_SOURCE] = "source",
    [RULE_COLON] = "colon",
    [RULE_COLON_SENTENCE] = "colon-sentence",
    [RULE_PARAGRAPH_COLON] = "paragraph-colon",
    [RULE_DASH_NAME] = "dash-name",
    [RULE_SENTENCE] = "sentence",
    [RULE_SENTENCE_AFTER] = "sentence-after",
    [RULE_INHERIT_PARAGRAPH] = "inherit-paragraph",
    [RULE_INHERIT_CHAIN] = "inherit-chain",
    [RULE_INHERIT_EARLIER] = "inherit-earlier",
    [RULE_CONTINUED] = "continued",
    [RULE_CONTEXT] = "context",
    [RULE_NEAR_BEFORE] = "near-before",
    [RULE_NEAR_AFTER] = "near-after",
    [RULE_TURN] = "turn",
    [RULE_NONE] = "none",
};

enum { NEVER = -10000 }; /* no guesses without learning */

static const int hand_weights[FEATURES_MAX] = {
    [RULE_AFTER_CUE] = 100,
    [RULE_AFTER_INVERTED] = 100,
    [RULE_AFTER_APPOSITION] = 98,
    [RULE_BEFORE_CUE] = 90,
    [RULE_BEFORE_INVERTED] = 80,
    [RULE_SOURCE] = 80,
    [RULE_COLON] = 84,
    [RULE_COLON_SENTENCE] = 62,
    [RULE_PARAGRAPH_COLON] = 66,
    [RULE_DASH_NAME] = 72,
    [RULE_SENTENCE] = 70,
    [RULE_SENTENCE_AFTER] = 56,
    [RULE_INHERIT_PARAGRAPH] = 60,
    [RULE_INHERIT_CHAIN] = 46,
    [RULE_INHERIT_EARLIER] = NEVER,
    [RULE_CONTINUED] = 300,
    [RULE_CONTEXT] = 44,
    [RULE_NEAR_BEFORE] = NEVER,
    [RULE_NEAR_AFTER] = NEVER,
    [RULE_NONE] = 30,
    [FEATURE_CUE_WEAK] = -8,
    [FEATURE_CUE_PARTICIPLE] = -4,
    [FEATURE_SUBJECT_LOOSE] = -8,
    [FEATURE_NAME] = 4,
    [FEATURE_PRONOUN] = 4,
    [FEATURE_PRONOUN_OPEN] = -20,
    [FEATURE_FIRST_PERSON] = -20,
    [FEATURE_ROLE] = 0,
    [FEATURE_GROUP] = -6,
    [FEATURE_WRITING] = -6,
    [FEATURE_NO_SUBJECT] = -16,
    [FEATURE_PERSON] = 4,
    [FEATURE_NO_PERSON] = -4,
    [FEATURE_NEW_SENTENCE] = -52,
    [FEATURE_NEXT_QUOTATION] = -30,
    [FEATURE_GAP_SOME] = -4,
    [FEATURE_GAP_WIDE] = -10,
    [FEATURE_PLAIN_BETWEEN] = -6,
    [FEATURE_PLAIN_MANY] = -8,
    [FEATURE_OTHER_BETWEEN] = -14,
    [FEATURE_SAME_BETWEEN] = 6,
    [FEATURE_WHOLE_PARAGRAPH] = 4,
    [FEATURE_STARTS_PARAGRAPH] = 0,
    [FEATURE_FRAGMENT] = 0,
    [FEATURE_PARAGRAPH_BEFORE] = -24,
    [FEATURE_OTHER_MEANING] = NEVER,
};

const char *candidates_rule_name(enum attribution_rule rule)
{
    assert(rule < RULES);
    return rule_names[rule];
}

const int *candidates_hand_weights(void)
{
    return hand_weights;
}

void candidates_add(struct candidate_list *list, const struct candidate *candidate)
{
    if (list->count == CANDIDATES_MAX)
        return;
    list->items[list->count] = *candidate;
    candidates_set(&list->items[list->count++], candidate->who.rule);
}

void candidates_score(struct candidate_list *list, const int *weights)
{
    for (size_t i = 0; i < list->count; i++) {
        struct candidate *candidate = &list->items[i];

        candidate->score = 0;
        for (unsigned w = 0; w < FEATURE_WORDS; w++) {
            for (uint64_t left = candidate->features[w]; left; left &= left - 1)
                candidate->score += weights[w * 64 + (unsigned)__builtin_ctzll(left)];
        }
    }
}

const struct candidate *candidates_best(const struct candidate_list *list)
{
    const struct candidate *best = &list->items[0];

    assert(list->count > 0);
    for (size_t i = 1; i < list->count; i++) {
        if (list->items[i].score > best->score)
            best = &list->items[i];
    }
    return best;
}
