#include "analysis/dictionary/regex.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Steps, nested steps and KB that one word may cost: a thousand times what sound patterns need. */
enum { STEPS_MAX = 100000, NESTED_MAX = 1000, KILOBYTES_MAX = 1024 };

struct regex {
    pcre2_code *code;
    pcre2_match_context *context;
    pcre2_match_data *data; /* written by each match; the regex itself is not changed */
    char *pattern;          /* for messages */
};

static bool refuse(struct fault *fault, struct span pattern, int error, size_t at)
{
    char why[128];

    if (error == PCRE2_ERROR_NOMEMORY)
        memory_exhausted(1, pattern.length);
    if (pcre2_get_error_message(error, (PCRE2_UCHAR *)why, sizeof why) < 0)
        why[0] = '\0';
    return fault_set(fault, FAULT_USAGE, "/%.*s/ is no regular expression: %s, at byte %zu of it",
                     SPAN_PRINT(pattern), why, at);
}

bool regex_compile(struct regex **regex, struct span pattern, struct fault *fault)
{
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_ANCHORED |
                             PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C;
    int error = 0;
    PCRE2_SIZE at = 0;
    struct regex *made;
    pcre2_code *code;

    if (pattern.length > REGEX_BYTES_MAX)
        return fault_set(fault, FAULT_LIMIT, "a regular expression is longer than %d bytes",
                         REGEX_BYTES_MAX);
    code = pcre2_compile((PCRE2_SPTR)(pattern.bytes ? pattern.bytes : ""), pattern.length, options,
                         &error, &at, NULL);
    if (!code)
        return refuse(fault, pattern, error, at);
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); /* without it, the slower way */
    made = memory_new(1, sizeof *made);
    made->code = code;
    made->context = pcre2_match_context_create(NULL);
    made->data = pcre2_match_data_create(1, NULL);
    if (!made->context || !made->data)
        memory_exhausted(1, sizeof *made);
    (void)pcre2_set_match_limit(made->context, STEPS_MAX);
    (void)pcre2_set_depth_limit(made->context, NESTED_MAX);
    (void)pcre2_set_heap_limit(made->context, KILOBYTES_MAX);
    made->pattern = memory_text(pattern);
    *regex = made;
    return true;
}

bool regex_fits(bool *fits, const struct regex *regex, struct span word, struct fault *fault)
{
    int found = pcre2_match(regex->code, (PCRE2_SPTR)(word.bytes ? word.bytes : ""), word.length, 0,
                            PCRE2_NO_UTF_CHECK, regex->data, regex->context);

    *fits = found >= 0;
    return found >= 0 || found == PCRE2_ERROR_NOMATCH ||
           fault_set(fault, FAULT_LIMIT,
                     "the regular expression /%s/ takes too long on the word '%.*s'; make it "
                     "simpler",
                     regex->pattern, SPAN_PRINT(word));
}

void regex_release(struct regex *regex)
{
    if (!regex)
        return;
    pcre2_match_data_free(regex->data);
    pcre2_match_context_free(regex->context);
    pcre2_code_free(regex->code);
    free(regex->pattern);
    free(regex);
}
