#include "analysis/pattern.h"
#include "tests/support.h"

/* The vocabulary; a text names its words by number, from 1, with 0 for a break. */
static const char *const words[] = {"climate",   "change", "changes",  "the",      "u",     "s",
                                    "president", "don't",  "covid-19", "exchange", "naïve", "中"};

enum { CLIMATE = 1, CHANGE, CHANGES, THE, U, S, PRESIDENT, DONT, COVID, EXCHANGE, NAIVE, MIDDLE };

static const struct pattern_case {
    const char *name, *pattern, *shown;
    uint32_t text[8];
    size_t count, at, length;
} cases[] = {
    {"a word", "change", "change", {CHANGE}, 1, 0, 1},
    {"folded", "ChAnGe", "change", {CHANGE}, 1, 0, 1},
    {"folded beyond ASCII", "NAÏVE", "naïve", {NAIVE}, 1, 0, 1},
    {"another word", "change", "change", {CHANGES}, 1, 0, 0},
    {"not part of a word", "change", "change", {EXCHANGE}, 1, 0, 0},
    {"an ending", "change*", "change*", {CHANGES}, 1, 0, 1},
    {"no ending", "change*", "change*", {CHANGE}, 1, 0, 1},
    {"a beginning", "*change", "*change", {EXCHANGE}, 1, 0, 1},
    {"both", "*chan*e*", "*chan*e*", {EXCHANGE}, 1, 0, 1},
    {"in the middle", "c*e", "c*e", {CLIMATE}, 1, 0, 1},
    {"in the middle, another end", "c*e", "c*e", {CHANGES}, 1, 0, 0},
    {"any word", "*", "*", {THE}, 1, 0, 1},
    {"a break is no word", "*", "*", {0}, 1, 0, 0},
    {"a phrase", "climate change", "climate change", {CLIMATE, CHANGE}, 2, 0, 2},
    {"further on", "climate change", "climate change", {THE, CLIMATE, CHANGE}, 3, 1, 2},
    {"blanks do not matter", "  climate   change ", "climate change", {CLIMATE, CHANGE}, 2, 0, 2},
    {"not over a break", "climate change", "climate change", {CLIMATE, 0, CHANGE}, 3, 0, 0},
    {"not past the end", "climate change", "climate change", {CLIMATE}, 1, 0, 0},
    {"a phrase with a star", "climate chang*", "climate chang*", {CLIMATE, CHANGES}, 2, 0, 2},
    {"a word between", "the * change", "the * change", {THE, CLIMATE, CHANGE}, 3, 0, 3},
    {"over marks", "U.S. president", "u. s. president", {U, 0, S, 0, PRESIDENT}, 5, 0, 5},
    {"marks must be there", "U.S. president", "u. s. president", {U, S, PRESIDENT}, 3, 0, 0},
    {"what is shown reads back",
     "u. s. president",
     "u. s. president",
     {U, 0, S, 0, PRESIDENT},
     5,
     0,
     5},
    {"an apostrophe", "don’t", "don't", {DONT}, 1, 0, 1},
    {"a hyphen", "covid-19", "covid-19", {COVID}, 1, 0, 1},
    {"a star behind a hyphen", "covid-*", "covid-*", {COVID}, 1, 0, 1},
    {"a star within an apostrophe", "d*'t", "d*'t", {DONT}, 1, 0, 1},
    {"a star at a script without blanks", "中*", "中", {MIDDLE}, 1, 0, 1},
    {"before it too", "*中", "中", {MIDDLE}, 1, 0, 1},
    {"a star behind a mark", "u.*", "u. *", {U, 0, S}, 3, 0, 3},
    {"a mark before is none", "“change", "change", {CHANGE}, 1, 0, 1},
    {"a word that is not there", "xyzzy", "xyzzy", {THE}, 1, 0, 0},
};

static void make_vocabulary(struct table *vocabulary)
{
    for (size_t i = 0; i < COUNT_OF(words); i++)
        (void)table_add(vocabulary, span_of(words[i]));
}

static void patterns_match_as_said(void **state)
{
    struct table vocabulary = TABLE_EMPTY;

    (void)state;
    make_vocabulary(&vocabulary);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct pattern_case *known = &cases[i];
        struct pattern pattern = PATTERN_EMPTY;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(pattern_read(&pattern, span_of(known->pattern), &vocabulary, &fault));
        assert_string_equal(bytes_text(&pattern.text), known->shown);
        assert_int_equal(pattern_at(&pattern, known->text, known->count, known->at), known->length);
        pattern_release(&pattern);
    }
    table_release(&vocabulary);
}

static void patterns_without_a_word_are_refused(void **state)
{
    static const char *const refused[][2] = {
        {"", "'' holds no word to look for"},
        {"7", "'7' holds no word to look for"},
        {"...", "'...' holds no word to look for"},
        {"*\u02BC", "'*\u02BC' holds no word to look for"}, /* a letter that is folded to ' */
        {"\u017E\u02BC5", "'\u017E\u02BC5' holds no word to look for"},
        {"a a a a a a a a a a a a a a a a a",
         "'a a a a a a a a a a a a a a a a a' has more than 16 words"},
        {"\xff", "the term that is looked for: the text is not UTF-8 at byte 0"},
    };
    struct table vocabulary = TABLE_EMPTY;

    (void)state;
    make_vocabulary(&vocabulary);
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct pattern pattern = PATTERN_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_false(pattern_read(&pattern, span_of(refused[i][0]), &vocabulary, &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_string_equal(fault.message, refused[i][1]);
        assert_int_equal(pattern.count, 0);
    }
    table_release(&vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_as_said),
        cmocka_unit_test(patterns_without_a_word_are_refused),
    };

    return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
