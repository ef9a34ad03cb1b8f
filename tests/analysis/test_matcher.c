#include "analysis/matcher.h"
#include "corpus/text/tokens.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>

/* Dictionaries, each with texts and their hits as category:entry in text order. */
static const char topics[] = "weather:\n"
                             "  storms:\n"
                             "    - storm*\n"
                             "    - storm surge\n"
                             "    - heavy rain\n"
                             "  heat: [heatwave]\n"
                             "disasters:\n"
                             "  - flood*\n"
                             "  - storm surge*\n";

static const char wildcards[] = "a: ['wom?n', '*berg', 'colo*r', '*rain*', 's?a', "
                                "'anti-*ism']\n"
                                "b: [war * drugs, the * * end, 'h?t * d*g']\n";

static const char regexes[] = "a: ['/infla(tion|ry)/', '/[a-c]+/ cab']\n"
                              "b: ['/(?i)Ü.*ß/', '/straße?n/']\n";

static const char exclusions[] = "money:\n"
                                 "  - bank*\n"
                                 "  - central bank\n"
                                 "  - NOT bank holiday*\n"
                                 "  - NOT river bank*\n"
                                 "  - notes: [bank note*, holiday]\n"
                                 "travel:\n"
                                 "  - holiday\n"
                                 "  - by-water: [river, NOT river mouth]\n"
                                 "  - by-land: [mouth]\n";

static const char conditions[] = "a:\n"
                                 "  - bank* NEAR/2 loan* | credit line\n"
                                 "  - gas BEFORE/2 price*\n"
                                 "  - good NOT AFTER/3 not | never | far from\n"
                                 "  - left AFTER/1 the BEFORE/1 party\n"
                                 "  - strike NOT NEAR/2 air\n"
                                 "  - NOT strike NEAR/1 lightning\n";

static const char negation[] = "mood:\n"
                               "  rule: {unless: [not, no], within: 2}\n"
                               "  good: [fine, great]\n"
                               "  bad:\n"
                               "    rule: {unless: [hardly], within: 1}\n"
                               "    words: [awful]\n";

static const char exceptions[] = "rule: {hits: 3}\n"
                                 "crime:\n"
                                 "  rule: {except: [war crime*, NEAR miss]}\n"
                                 "  acts: [crime*, miss]\n";

static const char equals[] = "feeling:\n"
                             "  joy: [tears, cry*, cry*]\n"
                             "  grief: [tears, cry*]\n"
                             "other: [tears]\n";

static const char scripts[] = "a: [阿富汗, '日本*', ё?к*, \"N'Djamena\", São Tomé*]\n";

static const struct match {
    const char *yaml, *text, *hits;
} matches[] = {
    {topics, "a storm came", "weather/storms:storm*"},
    {topics, "Storms and FLOODING", "weather/storms:storm* disasters:flood*"},
    {topics, "a storm surge rose", "weather/storms:storm surge disasters:storm surge*"},
    {topics, "the storm, surge and all", "weather/storms:storm*"}, /* a comma parts the phrase */
    {topics, "heavy rain, heavy rains", "weather/storms:heavy rain"},
    {topics, "heavy heatwave", "weather/heat:heatwave"},
    {topics, "nothing here", ""},
    {topics, "brainstorm", ""}, /* a prefix is one of the word's start */
    {topics, "storm storm surge surge",
     "weather/storms:storm* weather/storms:storm surge disasters:storm surge*"},
    {wildcards, "women woman womn womaan", "a:wom?n a:wom?n"},
    {wildcards, "iceberg, bergs, berg", "a:*berg a:*berg"},
    {wildcards, "color colour colr coloring", "a:colo*r a:colo*r"},
    {wildcards, "brain rainy drainage rrain", "a:*rain* a:*rain* a:*rain* a:*rain*"},
    {wildcards, "sea söa sa sooa", "a:s?a a:s?a"}, /* ö is one letter */
    {wildcards, "anti-racism antiracism anti-ism", "a:anti-*ism a:anti-*ism"},
    {wildcards, "a war on drugs, war drugs, war against hard drugs", "b:war * drugs"},
    {wildcards, "the very bitter end; the end", "b:the * * end"},
    {wildcards, "hot unheard dog", "b:h?t * d*g"}, /* its second word is in no entry */
    {regexes, "inflation, inflationary, Inflary", "a:/infla(tion|ry)/ a:/infla(tion|ry)/"},
    {regexes, "bac cab cab", "a:/[a-c]+/ cab"},
    {regexes, "übergroß Straßen strassen", "b:/(?i)Ü.*ß/ b:/straße?n/"},
    {exclusions, "the bank and the banks", "money:bank* money:bank*"},
    {exclusions, "a bank holiday", "travel:holiday"}, /* money's exclusion is not travel's */
    {exclusions, "the central bank holiday", "travel:holiday"},
    {exclusions, "river bank notes", "travel/by-water:river"},
    {exclusions, "river mouth", "travel/by-land:mouth"}, /* only of its own category */
    {exclusions, "bank notes", "money/notes:bank note*"},
    {conditions, "bank of loans", "a:bank* NEAR/2 loan* | credit line"},
    {conditions, "loan at the bank", ""},
    {conditions, "loan, the bank", "a:bank* NEAR/2 loan* | credit line"}, /* marks don't count */
    {conditions, "credit line in bank", "a:bank* NEAR/2 loan* | credit line"},
    {conditions, "credit line held in bank", ""},
    {conditions, "bank a credit line", "a:bank* NEAR/2 loan* | credit line"},
    {conditions, "bank of a credit line", ""},
    {conditions, "gas and prices", "a:gas BEFORE/2 price*"},
    {conditions, "prices of gas", ""},
    {conditions, "good", "a:good NOT AFTER/3 not | never | far from"},
    {conditions, "not very very good", ""},
    {conditions, "not at all very good", "a:good NOT AFTER/3 not | never | far from"},
    {conditions, "far from any real good", ""},
    {conditions, "far from any very real good", "a:good NOT AFTER/3 not | never | far from"},
    {conditions, "good, not bad", "a:good NOT AFTER/3 not | never | far from"},
    {conditions, "the left party", "a:left AFTER/1 the BEFORE/1 party"},
    {conditions, "the left side party left the", ""},
    {conditions, "air strike", ""},
    {conditions, "strike by lightning", "a:strike NOT NEAR/2 air"},
    {conditions, "lightning strike", ""},
    {negation, "fine, not fine, no great deal, not at all great", "mood/good:fine mood/good:great"},
    {negation, "not awful, hardly awful", "mood/bad/words:awful"},
    {exceptions, "crimes, war crimes and a near miss", "crime/acts:crime*"},
    {equals, "tears cry",
     "feeling/joy:tears feeling/grief:tears other:tears "
     "feeling/joy:cry* feeling/grief:cry*"},
    {scripts, "在阿富汗。日本人", "a:阿富汗 a:日本*"},
    {scripts, "Ёлки ёжик N’Djamena sao tome são tomé", "a:ё?к* a:N'Djamena a:São Tomé*"},
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

static void show_hits(struct bytes *shown, const struct dictionary *dictionary,
                      const struct matcher_hits *hits)
{
    for (size_t h = 0; h < hits->count; h++) {
        const struct dictionary_entry *entry = &dictionary->entries[hits->items[h].entry];

        bytes_print(shown, "%s%.*s:%.*s", h ? " " : "",
                    SPAN_PRINT(dictionary->categories[entry->category].path),
                    SPAN_PRINT(entry->text));
    }
}

/* A text matched by a dictionary. */
struct matched {
    struct dictionary dictionary;
    struct table vocabulary;
    struct matcher matcher;
    struct matcher_hits hits;
};

static void match(struct matched *matched, const char *yaml, const char *text)
{
    struct fault fault = FAULT_EMPTY;
    uint32_t terms[64];
    size_t count;

    memset(matched, 0, sizeof *matched);
    count = cut(terms, &matched->vocabulary, text);
    if (!dictionary_read(&matched->dictionary, span_of(yaml), "t.yaml", SPAN_EMPTY, &fault))
        fail_msg("%s", fault.message);
    assert_true(
        matcher_compile(&matched->matcher, &matched->dictionary, 0, &matched->vocabulary, &fault));
    matcher_match(&matched->matcher, terms, count, &matched->hits);
}

static void release_matched(struct matched *matched)
{
    matcher_hits_release(&matched->hits);
    matcher_release(&matched->matcher);
    table_release(&matched->vocabulary);
    dictionary_release(&matched->dictionary);
}

static void entries_are_found_as_listed(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(matches); i++) {
        struct bytes shown = BYTES_EMPTY;
        struct matched found;

        match(&found, matches[i].yaml, matches[i].text);
        show_hits(&shown, &found.dictionary, &found.hits);
        if (strcmp(bytes_text(&shown), matches[i].hits) != 0)
            fail_msg("in '%s': '%s', not '%s'", matches[i].text, bytes_text(&shown),
                     matches[i].hits);
        bytes_release(&shown);
        release_matched(&found);
    }
}

/* Each candidate of a text: its entry, and the one that keeps it from counting. */
static const struct kept {
    const char *yaml, *text, *candidates;
} kept[] = {
    {topics, "storm surge", "storm*<storm surge storm surge storm surge*"},
    {topics, "storm heavy rain", "storm* heavy rain"},
    {exclusions, "river bank", "NOT river bank* river bank*<NOT river bank*"},
    {"a: [big red bus, red*, bus*]\n", "big red bus",
     "big red bus red*<big red bus bus*<big red bus"},
    {"a: [cat, 'c*t']\n", "cat", "cat c*t<cat"},
};

static void what_does_not_count_names_what_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        struct bytes shown = BYTES_EMPTY;
        struct matched found;

        match(&found, kept[i].yaml, kept[i].text);
        for (size_t c = 0; c < found.matcher.candidate_count; c++) {
            const struct matcher_candidate *candidate = &found.matcher.candidates[c];

            bytes_print(&shown, "%s%.*s", c ? " " : "",
                        SPAN_PRINT(found.dictionary.entries[candidate->entry].text));
            if (candidate->taken_by != MATCHER_COUNTS)
                bytes_print(&shown, "<%.*s",
                            SPAN_PRINT(found.dictionary.entries[candidate->taken_by].text));
        }
        assert_string_equal(bytes_text(&shown), kept[i].candidates);
        bytes_release(&shown);
        release_matched(&found);
    }
}

/* Two sub-topics hold the same word: their topic has the place once, each of them too. */
static void a_category_has_a_place_once(void **state)
{
    static const size_t wanted[] = {3, 2, 2}; /* of money, and of those below it */
    struct matched found;

    (void)state;
    match(&found, "money:\n  banks: [bank, teller]\n  loans: [bank, credit]\n",
          "bank and teller and credit");
    assert_int_equal(found.hits.count, 4);
    for (uint32_t category = 0; category < COUNT_OF(wanted); category++) {
        size_t count = 0;

        for (size_t next = 0; matcher_next_of(&found.hits, &found.dictionary, category, &next);)
            count++;
        assert_int_equal(count, wanted[category]);
    }
    release_matched(&found);
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
    assert_true(dictionary_read(&dictionary, span_of(topics), "t.yaml", SPAN_EMPTY, &fault));
    assert_true(matcher_compile(&matcher, &dictionary, 0, &vocabulary, &fault));
    matcher_match(&matcher, terms, COUNT_OF(terms), &hits);
    assert_int_equal(hits.count, 0);
    matcher_hits_release(&hits);
    matcher_release(&matcher);
    dictionary_release(&dictionary);
}

static void an_entry_of_a_language_matches_that_language_alone(void **state)
{
    static const struct {
        const char *language, *hits;
    } cases[] = {
        {"en", "a:wall"}, {"de", "a:wa*"}, {"und", "a:wall"}, /* the first */
    };
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct table vocabulary = TABLE_EMPTY;
    struct fault fault;
    uint32_t terms[8];
    size_t count = cut(terms, &vocabulary, "wall");

    (void)state;
    assert_true(
        dictionary_read(&dictionary, span_of("a: [wall]\n"), "e.yaml", span_of("en"), &fault));
    assert_true(
        dictionary_read(&dictionary, span_of("a: [wa*]\n"), "d.yaml", span_of("de"), &fault));
    assert_int_equal(dictionary.category_count, 1);
    assert_int_equal(dictionary_language(&dictionary, span_of("fr")), DICTIONARY_NONE);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint32_t language = dictionary_language(&dictionary, span_of(cases[i].language));
        struct matcher matcher = MATCHER_EMPTY;
        struct matcher_hits hits = MATCHER_HITS_EMPTY;
        struct bytes shown = BYTES_EMPTY;

        assert_true(matcher_compile(&matcher, &dictionary, language, &vocabulary, &fault));
        matcher_match(&matcher, terms, count, &hits);
        show_hits(&shown, &dictionary, &hits);
        assert_string_equal(bytes_text(&shown), cases[i].hits);
        bytes_release(&shown);
        matcher_hits_release(&hits);
        matcher_release(&matcher);
    }
    table_release(&vocabulary);
    dictionary_release(&dictionary);
}

static void a_regex_that_takes_too_long_is_a_fault_in_words(void **state)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct table vocabulary = TABLE_EMPTY;
    struct matcher matcher = MATCHER_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    (void)table_add(&vocabulary, span_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"));
    assert_true(dictionary_read(&dictionary, span_of("a: ['/(a+)+(a+)+[x-z]/']\n"), "t", SPAN_EMPTY,
                                &fault));
    assert_false(matcher_compile(&matcher, &dictionary, 0, &vocabulary, &fault));
    assert_int_equal(fault.kind, FAULT_LIMIT);
    assert_non_null(strstr(fault.message, "/(a+)+(a+)+[x-z]/ takes too long on the word 'aaaa"));
    table_release(&vocabulary);
    dictionary_release(&dictionary);
}

/* Every entry of many stands for a word of its own, and is found in it alone. */
static void ten_thousand_entries_are_found_each(void **state)
{
    enum { MANY = 10000 };
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct table vocabulary = TABLE_EMPTY;
    struct matcher matcher = MATCHER_EMPTY;
    struct matcher_hits hits = MATCHER_HITS_EMPTY;
    struct bytes yaml = BYTES_EMPTY, word = BYTES_EMPTY;
    uint32_t *terms = malloc(MANY * sizeof *terms);
    struct fault fault;

    (void)state;
    assert_non_null(terms);
    bytes_add_text(&yaml, "many:\n");
    for (int i = 0; i < MANY; i++) {
        static const char *const ends[][2] = {{"", "y"}, {"", "y*"}, {"*", "y"}, {"", "?"}};

        bytes_print(&yaml, "  - '%sx%04d%s'\n", ends[i % 4][0], i, ends[i % 4][1]);
        bytes_print(&word, "x%04dy", i);
        terms[i] = table_add(&vocabulary, bytes_span(&word)) + 1;
        bytes_clear(&word);
    }
    assert_true(dictionary_read(&dictionary, bytes_span(&yaml), "many.yaml", SPAN_EMPTY, &fault));
    assert_true(matcher_compile(&matcher, &dictionary, 0, &vocabulary, &fault));
    matcher_match(&matcher, terms, MANY, &hits);
    assert_int_equal(hits.count, MANY);
    for (uint32_t i = 0; i < MANY; i++)
        assert_true(hits.items[i].entry == i && hits.items[i].at == i);
    free(terms);
    bytes_release(&yaml);
    bytes_release(&word);
    matcher_hits_release(&hits);
    matcher_release(&matcher);
    table_release(&vocabulary);
    dictionary_release(&dictionary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_found_as_listed),
        cmocka_unit_test(what_does_not_count_names_what_does),
        cmocka_unit_test(a_category_has_a_place_once),
        cmocka_unit_test(terms_past_the_vocabulary_match_nothing),
        cmocka_unit_test(an_entry_of_a_language_matches_that_language_alone),
        cmocka_unit_test(a_regex_that_takes_too_long_is_a_fault_in_words),
        cmocka_unit_test(ten_thousand_entries_are_found_each),
    };

    return cmocka_run_group_tests_name("matcher", tests, NULL, NULL);
}
