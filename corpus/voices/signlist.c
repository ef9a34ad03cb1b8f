#include "corpus/voices/signlist.h"

#include <assert.h>

static_assert((unsigned)SIGN_END <= (unsigned)FEATURES_MAX, "the features fit");

static const char *const fact_names[FACTS] = {
    "always",
    "whole-paragraph",
    "starts-paragraph",
    "starts-sentence",
    "fragment",
    "short",
    "phrase",
    "long",
    "comma",
    "stop",
    "asks",
    "colon",
    "said-behind",
    "said-before",
    "first",
    "same-paragraph",
    "same-sentence",
    "adjacent",
};

static const char *const class_names[CLASSES] = {"nobody", "before", "clause", "other"};

static const char *const rule_feature_names[FEATURE_RULES_END - RULES] = {
    "cue-weak",
    "cue-participle",
    "subject-loose",
    "name",
    "pronoun",
    "pronoun-open",
    "first-person",
    "role",
    "group",
    "writing",
    "no-subject",
    "person",
    "no-person",
    "new-sentence",
    "next-quotation",
    "gap-some",
    "gap-wide",
    "plain-between",
    "plain-many",
    "other-between",
    "same-between",
    "whole-paragraph",
    "starts-paragraph",
    "fragment",
    "paragraph-before",
    "other-meaning",
};

struct sign_row {
    const char *name;
    unsigned first, count;
};

#define OWN_ROW(id, name, count) {name, OWN_##id, count},
static const struct sign_row own_rows[] = {OWN_LIST(OWN_ROW)};

#define SIGN_ROW(id, name, count) {name, SIGN_##id, count},
static const struct sign_row sign_rows[] = {SIGN_LIST(SIGN_ROW)};

static bool row_name(struct bytes *name, const struct sign_row *rows, size_t count,
                     unsigned feature)
{
    for (size_t i = 0; i < count; i++) {
        if (feature < rows[i].first || feature >= rows[i].first + rows[i].count)
            continue;
        bytes_add_text(name, rows[i].name);
        if (rows[i].count > 1)
            bytes_print(name, ".%u", feature - rows[i].first);
        return true;
    }
    return false;
}

bool signlist_name(struct bytes *name, unsigned feature)
{
    if (feature < RULES) {
        bytes_add_text(name, candidates_rule_name((enum attribution_rule)feature));
        return true;
    }
    if (feature < FEATURE_RULES_END) {
        bytes_add_text(name, rule_feature_names[feature - RULES]);
        return true;
    }
    if (feature >= SIGN_OWN && feature <= SIGN_OWN_LAST) {
        feature -= SIGN_OWN;
        bytes_print(name, "%s.", class_names[1 + feature / OWN_END]);
        return row_name(name, own_rows, sizeof own_rows / sizeof *own_rows, feature % OWN_END);
    }
    if (feature >= SIGN_FACT && feature <= SIGN_FACT_LAST) {
        feature -= SIGN_FACT;
        bytes_print(name, "%s.%s", class_names[feature / FACTS], fact_names[feature % FACTS]);
        return true;
    }
    return row_name(name, sign_rows, sizeof sign_rows / sizeof *sign_rows, feature);
}
