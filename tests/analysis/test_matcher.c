#include "analysis/matcher.h"
#include "corpus/text/tokens.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>

static const char topics[] = "weather:\n"
                             "  storms:\n"
                             "    - storm*\n"
                             "    - storm surge\n"
                             "    - heavy rain\n"
                             "  heat: [heatwave]\n"
                             "disasters:\n"
                             "  - flood*\n"
                             "  - storm surge*\n";

/* Each text, and its hits as TOPIC:entry in text order. */
static const struct match {
    const char *text, *hits;
} matches[] = {
    {"a storm came", "0:storm*"},
    {"Storms and FLOODING", "0:storm* 1:flood*"},
    {"a storm surge rose", "0:storm surge 1:storm surge*"},
    {"the storm, surge and all", "0:storm*"}, /* a comma parts the phrase */
    {"heavy rain, heavy rains", "0:heavy rain"},
    {"heavy heatwave", "0:heatwave"},
    {"nothing here", ""},
    {"brainstorm", ""}, /* a prefix is one of the word's start */
    {"storm storm surge surge", "0:storm* 0:storm surge 1:storm surge*"},
};

/* The text's terms as annotation writes them: ids plus 1, with 0 for a break. */
static size_t cut(uint32_t *terms, struct table *vocabulary, const char *text)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct bytes term = BYTES_EMPTY;
    struct span span = span_of(text);
    struct fault fault;
    size_t count = 0;

    assert_true(tokens_cut(&tokens, span, &fault));
    for (size_t i = 0; i < tokens.count; i++) {
        terms[count] = 0;
        if (tokens.items[i].kind == TOKEN_WORD) {
            tokens_fold(&term, tokens_span(span, tokens.items[i]));
            terms[count] = table_add(vocabulary, bytes_span(&term)) + 1;
        }
        count++;
    }
    tokens_release(&tokens);
    bytes_release(&term);
    return count;
}

static void entries_are_found_as_listed(void **state)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(dictionary_read(&dictionary, span_of(topics), "t.yaml", &fault));
    for (size_t i = 0; i < COUNT_OF(matches); i++) {
        struct table vocabulary = TABLE_EMPTY;
        struct matcher matcher = MATCHER_EMPTY;
        struct matcher_hits hits = MATCHER_HITS_EMPTY;
        struct bytes shown = BYTES_EMPTY;
        uint32_t terms[32];
        size_t count = cut(terms, &vocabulary, matches[i].text);

        matcher_compile(&matcher, &dictionary, &vocabulary);
        matcher_match(&matcher, terms, count, &hits);
        for (size_t h = 0; h < hits.count; h++) {
            const struct dictionary_entry *entry = &dictionary.entries[hits.items[h].entry];

            bytes_print(&shown, "%s%u:%.*s", h ? " " : "", entry->topic, SPAN_PRINT(entry->text));
        }
        assert_string_equal(bytes_text(&shown), matches[i].hits);
        bytes_release(&shown);
        matcher_hits_release(&hits);
        matcher_release(&matcher);
        table_release(&vocabulary);
    }
    dictionary_release(&dictionary);
}

static void terms_past_the_vocabulary_match_nothing(void **state)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct table vocabulary = TABLE_EMPTY;
    struct matcher matcher = MATCHER_EMPTY;
    struct matcher_hits hits = MATCHER_HITS_EMPTY;
    const uint32_t terms[] = {5, 0, 4000000000U};
    struct fault fault;

    (void)state;
    assert_true(dictionary_read(&dictionary, span_of(topics), "t.yaml", &fault));
    matcher_compile(&matcher, &dictionary, &vocabulary);
    matcher_match(&matcher, terms, COUNT_OF(terms), &hits);
    assert_int_equal(hits.count, 0);
    matcher_hits_release(&hits);
    matcher_release(&matcher);
    dictionary_release(&dictionary);
}

static const struct refused {
    const char *yaml, *message;
} refused[] = {
    {"", "t.yaml: there are no topics in this dictionary"},
    {"a: b\n", "t.yaml line 1: a list of entries must stand here, at the second level at most"},
    {"a:\n  - s*m\n", "t.yaml line 2: in 's*m' a * may only stand at the end of a word"},
    {"a:\n  - '*'\n", "t.yaml line 2: in '*' a * may only stand at the end of a word"},
    {"a:\n  - ''\n", "t.yaml line 2: an entry has 1 to 8 words"},
    {"a:\n  b:\n    c: [d]\n",
     "t.yaml line 3: a list of entries must stand here, at the second level at most"},
    {"a:\n  - [b]\n", "t.yaml line 2: an entry must be a word or a phrase"},
};

static void dictionaries_that_make_no_sense_are_refused_with_their_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct dictionary dictionary = DICTIONARY_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_false(dictionary_read(&dictionary, span_of(refused[i].yaml), "t.yaml", &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_string_equal(fault.message, refused[i].message);
        assert_int_equal(dictionary.topic_count, 0);
    }
}

static void the_default_dictionary_has_its_topics(void **state)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    uint32_t entries[64] = {0};
    struct fault fault;

    (void)state;
    assert_true(dictionary_read(&dictionary, dictionary_default(), "default", &fault));
    assert_true(dictionary.topic_count >= 16 && dictionary.topic_count <= 64);
    for (size_t i = 0; i < dictionary.entry_count; i++)
        entries[dictionary.entries[i].topic]++;
    for (size_t t = 0; t < dictionary.topic_count; t++)
        assert_true(entries[t] >= 40);
    dictionary_release(&dictionary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_found_as_listed),
        cmocka_unit_test(terms_past_the_vocabulary_match_nothing),
        cmocka_unit_test(dictionaries_that_make_no_sense_are_refused_with_their_line),
        cmocka_unit_test(the_default_dictionary_has_its_topics),
    };

    return cmocka_run_group_tests_name("matcher", tests, NULL, NULL);
}
