/* The forms of dictionaries, read and refused. */
#include "analysis/dictionary.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>

static const char liwc[] = "%\r\n1\tjoy\r\n2\tgrief  (deep)\r\n%\r\n\r\nlaugh*\t1\r\n"
                           "cry*\t1\t2\r\ntears of joy\t1\r\nsob 02\r\n:)\t1\r\n";

static const char liwc_tabs[] = "%\n1\taffect (Affect)\n\t2\tposemo\n\t3\tnegemo\n\t\t4\tanx\n"
                                "5\tsocial\n%\nnice\t1\t2\nworr*\t1\t3\t4\nfriend*\t5\n";

static const char lexicoder[] = "+GOOD\nfine\n  very fine  \n+BAD\nawful*\n";

static const char wordstat[] = "SOUTH\n\tBW\n\t\tBotswana (1)\n\t\tBotswanan* (1)\n"
                               "   \tZA\n   \t\tSouth_Africa (1)\nNORTH\n\tCanada (1)\n";

static const char yoshikoder[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<dictionary style=\"050805\">\n<!-- <pnode name=\"no\"/>\n -->\n"
    " <cnode name=\"All\">\n  <cnode name=\"WAR\" desc=\"\"><pnode name=\"tank*\"/>\n"
    "   <cnode name=\"AIR\"><pnode name=\"air raid\"/></cnode></cnode>\n"
    "  <cnode name=\"PEACE\"><pnode name=\"truce &amp; talks\"/></cnode>\n"
    " </cnode>\n</dictionary>\n";

static const char nested[] =
    "\xEF\xBB\xBF# a comment\nAFRICA:\n  EAST:\n    'KE': [Kenya, Nairobi]\n"
    "  cape: Cape Town\nOTHER:\n  - word\n  - SUB: [below]\n";

static const char reread[] = "a: [x]\nb: [y]\na: [z]\n";

/* The entries as LINE category:entry, `!` behind those that can never match. */
static const struct form {
    const char *text, *entries;
} forms[] = {
    {liwc, "6 joy:laugh* | 7 joy:cry* | 7 grief  (deep):cry* | 8 joy:tears of joy | "
           "9 grief  (deep):sob | 10 joy::)!"},
    {liwc_tabs, "8 affect (Affect)/posemo:nice | 9 affect (Affect)/negemo/anx:worr* | "
                "10 social:friend*"},
    {lexicoder, "2 GOOD:fine | 3 GOOD:very fine | 5 BAD:awful*"},
    {wordstat, "3 SOUTH/BW:Botswana | 4 SOUTH/BW:Botswanan* | 6 SOUTH/ZA:South Africa | "
               "8 NORTH:Canada"},
    {yoshikoder, "6 WAR:tank* | 7 WAR/AIR:air raid | 8 PEACE:truce & talks!"},
    {nested, "4 AFRICA/EAST/KE:Kenya | 4 AFRICA/EAST/KE:Nairobi | 5 AFRICA/cape:Cape Town | "
             "7 OTHER:word | 8 OTHER/SUB:below"},
    {reread, "1 a:x | 2 b:y | 3 a:z"},
    {"a: ['24', formula 1, U.S., '#tag', 'x NEAR/2 5', \"it's\", covid-19, '...']\n",
     "1 a:24! | 1 a:formula 1! | 1 a:U.S.! | 1 a:#tag! | 1 a:x NEAR/2 5! | 1 a:it's | "
     "1 a:covid-19 | 1 a:...!"},
};

static void show(struct bytes *shown, const struct dictionary *dictionary)
{
    for (size_t e = 0; e < dictionary->entry_count; e++) {
        const struct dictionary_entry *entry = &dictionary->entries[e];

        bytes_print(shown, "%s%u %.*s:%.*s%s", e ? " | " : "", entry->line,
                    SPAN_PRINT(dictionary->categories[entry->category].path),
                    SPAN_PRINT(entry->text), entry->never.length ? "!" : "");
    }
}

static void each_form_is_told_by_content_and_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        struct dictionary dictionary = DICTIONARY_EMPTY;
        struct bytes shown = BYTES_EMPTY;
        struct fault fault = FAULT_EMPTY;

        if (!dictionary_read(&dictionary, span_of(forms[i].text), "d", SPAN_EMPTY, &fault))
            fail_msg("%s", fault.message);
        show(&shown, &dictionary);
        assert_string_equal(bytes_text(&shown), forms[i].entries);
        bytes_release(&shown);
        dictionary_release(&dictionary);
    }
}

static const struct never {
    const char *entry, *why;
} nevers[] = {
    {"24", "'24' is a number, and numbers are not counted as words"},
    {"formula 1", "'1' is a number, and numbers are not counted as words"},
    {"U.S.", "'.' is never part of a word"},
    {"good NOT AFTER/2 not | -", "'-' is never part of a word"},
};

static void an_entry_that_can_never_match_says_why(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(nevers); i++) {
        struct dictionary dictionary = DICTIONARY_EMPTY;
        struct bytes yaml = BYTES_EMPTY;
        struct fault fault;

        bytes_print(&yaml, "a: ['%s']\n", nevers[i].entry);
        assert_true(dictionary_read(&dictionary, bytes_span(&yaml), "d", SPAN_EMPTY, &fault));
        assert_true(span_is(dictionary.entries[0].never, nevers[i].why));
        bytes_release(&yaml);
        dictionary_release(&dictionary);
    }
}

static void rules_hold_for_what_is_below_them(void **state)
{
    static const char yaml[] = "rule: {hits: 4}\n"
                               "a:\n"
                               "  b: [x]\n"
                               "  rule: {title: 0, unless: [not]}\n"
                               "  c:\n"
                               "    rule: {hits: 1}\n"
                               "    d: [y]\n"
                               "e: [z]\n"
                               "rule-of-law: [court]\n";
    static const struct {
        const char *path;
        uint32_t hits, title;
        bool unless;
    } wanted[] = {
        {"a", 4, 0, true},     {"a/b", 4, 0, true}, {"a/c", 1, 0, true},
        {"a/c/d", 1, 0, true}, {"e", 4, 1, false},  {"rule-of-law", 4, 1, false},
    };
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(dictionary_read(&dictionary, span_of(yaml), "d", SPAN_EMPTY, &fault));
    assert_int_equal(dictionary.category_count, COUNT_OF(wanted));
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        const struct dictionary_category *category = &dictionary.categories[i];

        assert_true(span_is(category->path, wanted[i].path));
        assert_int_equal(category->rule.hits, wanted[i].hits);
        assert_int_equal(category->rule.title, wanted[i].title);
        assert_int_equal(category->unless != DICTIONARY_NONE, wanted[i].unless);
        assert_true(dictionary_lies_in(&dictionary, (uint32_t)i, category->topic));
    }
    assert_true(dictionary_lies_in(&dictionary, 3, 2) && !dictionary_lies_in(&dictionary, 3, 1));
    dictionary_release(&dictionary);
}

static const struct refused {
    const char *text, *message;
} refused[] = {
    {"", "t: there are no entries in this dictionary"},
    {"# nothing\n", "t: there are no entries in this dictionary"},
    {"a: []\n", "t: there are no entries in this dictionary"},
    {"- a\n", "t line 1: a topic and a colon must stand here"},
    {"a:\n  - '*'\n", "t line 2: '*' fits any word: an entry needs a word with a letter"},
    {"a:\n  - '?* *'\n", "t line 2: '?* *' fits any word: an entry needs a word with a letter"},
    {"a:\n  - '* oil'\n",
     "t line 2: in '* oil' a * alone may only stand inside, between two words"},
    {"a:\n  - ''\n", "t line 2: an entry has 1 to 32 words"},
    {"a:\n  - [b]\n", "t line 2: an entry must be a word or a phrase"},
    {"a:\n  - b\n'': [c]\n", "t line 3: a category has no name"},
    {"a:\n  - b NEAR/0 c\n", "t line 2: in 'b NEAR/0 c' the distance must be 1 to 50 words"},
    {"a:\n  - b NEAR/4000000000 c\n",
     "t line 2: in 'b NEAR/4000000000 c' the distance must be 1 to 50 words"},
    {"a:\n  - b NEAR/3\n", "t line 2: in 'b NEAR/3' nothing stands after an operator"},
    {"a:\n  - NOT NEAR/3 c\n", "t line 2: in 'NOT NEAR/3 c' nothing stands before an operator"},
    {"a:\n  - b NEAR/3 c |\n", "t line 2: an entry has 1 to 32 words"},
    {"a:\n  - /(/\n", "t line 2: /(/ is no regular expression: missing closing parenthesis, at "
                      "byte 1 of it"},
    {"a:\n  rule: {hits: 0}\n  b: [c]\n", "t line 2: hits must be a number from 1 to 1000000"},
    {"a:\n  rule: {within: x}\n  b: [c]\n", "t line 2: within must be a number from 1 to 50"},
    {"rule: {except: [x]}\na: [c]\n", "t line 1: except must be a list of entries, in a category"},
    {"a:\n  rule: {unless: not}\n  b: [c]\n",
     "t line 2: unless must be a list of words, as [not, no]"},
    {"a: [\xFF]\n", "t line 1: a dictionary must be a text in UTF-8"},
    {"%\n1\ta\nword\t1\n",
     "t line 3: a category's number and name must stand here, or a % that ends the head"},
    {"%\n1\ta\n", "t line 2: the head's second % is missing"},
    {"%\n1\ta\n%\nword\t2\n", "t line 4: there is no category 2 in the head"},
    {"%\n1\ta\n1\tb\n%\n", "t line 3: category 1 stands here a second time"},
    {"%\n1\ta\n\t\t2\tb\n%\n", "t line 3: this category stands too many tabs to the right"},
    {"%\n1\ta\n%\nword\n", "t line 4: a word and the numbers of its categories must stand here"},
    {"%\n1\ta\n%\nkind\t(02 1)1\n",
     "t line 4: a word and the numbers of its categories must stand here"},
    {"# x\n+a\nb\n", "t line 1: an entry stands here before any +category"},
    {"A\n\t\tb (1)\n", "t line 2: this line stands too many tabs to the right"},
    {"b (1)\n", "t line 1: an entry stands here outside of a category"},
    {"A\n\tb (0.5)\n", "t line 2: the weight (0.5) is not read: every entry counts 1"},
    {"A\n\t@rule [b NEAR c] (1)\n",
     "t line 2: rules (@) are not read; write them in YAML, as 'gas NEAR/5 price*'"},
    {"<html><p>x</p></html>",
     "t line 1: this XML is no dictionary of Yoshikoder: its root must be <dictionary>"},
    {"<dictionary>\n<pnode name='x'/></dictionary>",
     "t line 2: a pattern stands outside of a category"},
    {"<dictionary>\n<cnode name='a'>\n<pnode name='*'/></cnode></dictionary>",
     "t line 3: '*' fits any word: an entry needs a word with a letter"},
    {"<dictionary patternengine='regexp'/>",
     "t line 1: its patterns are regular expressions; write them in YAML, each word between "
     "slashes"},
};

static void dictionaries_that_make_no_sense_are_refused_with_their_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct dictionary dictionary = DICTIONARY_EMPTY;
        struct fault fault = FAULT_EMPTY;

        if (dictionary_read(&dictionary, span_of(refused[i].text), "t", SPAN_EMPTY, &fault))
            fail_msg("read: %s", refused[i].text);
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_string_equal(fault.message, refused[i].message);
        assert_int_equal(dictionary.category_count, 0);
    }
}

/* Adds `text` so many times. */
static void repeat(struct bytes *bytes, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        bytes_add_text(bytes, text);
}

static void refuses(const struct bytes *text, enum fault_kind kind, const char *message)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct fault fault = FAULT_EMPTY;

    assert_false(dictionary_read(&dictionary, bytes_span(text), "t", SPAN_EMPTY, &fault));
    assert_int_equal(fault.kind, kind);
    assert_non_null(strstr(fault.message, message));
    assert_int_equal(dictionary.entry_count, 0);
}

static void what_is_too_large_is_refused_in_words(void **state)
{
    struct bytes text = BYTES_EMPTY;

    (void)state;
    bytes_add_text(&text, "a:\n  - ");
    repeat(&text, "x", 1 << 20);
    refuses(&text, FAULT_USAGE, "t line 2: a word of an entry is longer than 256 bytes");
    bytes_clear(&text);
    bytes_add_text(&text, "a:\n  - ");
    repeat(&text, "x ", 1 << 19);
    refuses(&text, FAULT_USAGE, "t line 2: an entry has 1 to 32 words");
    bytes_clear(&text);
    bytes_add_text(&text, "a:\n  - /");
    repeat(&text, "x", 1 << 20);
    bytes_add_text(&text, "/");
    refuses(&text, FAULT_LIMIT, "t line 2: a regular expression is longer than 1024 bytes");
    bytes_clear(&text);
    repeat(&text, "{a: ", 20);
    bytes_add_text(&text, "[x]");
    repeat(&text, "}", 20);
    refuses(&text, FAULT_LIMIT, "t line 1: more than 16 categories in each other");
    bytes_clear(&text);
    bytes_add_text(&text, "<dictionary>");
    repeat(&text, "<cnode name='a'>", 300);
    refuses(&text, FAULT_USAGE, "t: ");
    bytes_clear(&text);
    for (int i = 0; i <= DICTIONARY_CATEGORIES_MAX; i++)
        bytes_print(&text, "c%d: [x]\n", i);
    refuses(&text, FAULT_LIMIT, "t line 4097: more than 4096 categories");
    bytes_clear(&text);
    bytes_add_text(&text, "a:\n");
    repeat(&text, "  - /x/\n", DICTIONARY_REGEXES_MAX + 1);
    refuses(&text, FAULT_LIMIT, "t line 1002: more than 1000 regular expressions");
    bytes_release(&text);
}

static void the_default_dictionaries_have_the_same_topics(void **state)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    uint32_t entries[512][3] = {{0}};
    struct bytes text = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    if (!dictionary_read_default(&dictionary, &text, &fault))
        fail_msg("%s", fault.message);
    assert_int_equal(dictionary.language_count, 3);
    assert_true(text.count > 1000);
    for (size_t i = 0; i < dictionary.entry_count; i++) {
        const struct dictionary_entry *entry = &dictionary.entries[i];

        if (entry->never.length)
            fail_msg("%.*s: %.*s", SPAN_PRINT(entry->text), SPAN_PRINT(entry->never));
        assert_true(entry->topic < COUNT_OF(entries));
        entries[entry->topic][entry->language - 1]++;
    }
    for (size_t c = 0; c < dictionary.category_count; c++) {
        for (size_t l = 0; dictionary.categories[c].depth == 0 && l < 3; l++) {
            if (entries[c][l] < 20)
                fail_msg("%.*s has %u entries in %.*s", SPAN_PRINT(dictionary.categories[c].path),
                         entries[c][l], SPAN_PRINT(dictionary.languages[l]));
        }
    }
    bytes_release(&text);
    dictionary_release(&dictionary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_is_told_by_content_and_read),
        cmocka_unit_test(an_entry_that_can_never_match_says_why),
        cmocka_unit_test(rules_hold_for_what_is_below_them),
        cmocka_unit_test(dictionaries_that_make_no_sense_are_refused_with_their_line),
        cmocka_unit_test(what_is_too_large_is_refused_in_words),
        cmocka_unit_test(the_default_dictionaries_have_the_same_topics),
    };

    return cmocka_run_group_tests_name("dictionary", tests, NULL, NULL);
}
