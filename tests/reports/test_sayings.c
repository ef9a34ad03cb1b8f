#include "tests/support.h"

#include "corpus/base/bytes.h"
#include "reports/pages/saying.h"
#include "reports/pages/sayings.h"

#include <stdlib.h>
#include <string.h>

#define NB "\u00A0"

static struct arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct wording in(enum tongue_name name)
{
    return (struct wording){.arena = &arena, .tongue = &tongues[name]};
}

static void expect(struct span text, const char *expected)
{
    if (!span_is(text, expected))
        fail_msg("'%.*s' is not '%s'", SPAN_PRINT(text), expected);
}

/* --- patterns ------------------------------------------------------------------------------ */

static void slots_are_filled_and_never_read(void **state)
{
    struct wording english = in(TONGUE_ENGLISH);

    (void)state;
    expect(SAY(&english, "{a} and {b}", TEXT("b", span_of("{a}<b>~")), TEXT("a", span_of("one"))),
           "one and {a}<b>~");
    expect(SAY(&english, "{n}~{n|word|words}", NUMBER("n", 1)), "1" NB "word");
    expect(SAY(&english, "{n}~{n|word|words}", NUMBER("n", 12345)), "12,345" NB "words");
    expect(SAY(&english, "{n#}, {n^}", NUMBER("n", 0)), "no, No");
    expect(SAY(&english, "{before^}", TEXT("before", span_of("the week"))), "The week");
    expect(saying_plain(&english, "{!subject}this week"), "this week");
    expect(SAY(&english, "{name} leads", TEXT("name", span_of("דוד"))), "\u200Eדוד leads");
    expect(SAY(&english, "led by {name}", TEXT("name", span_of("דוד"))), "led by דוד");
    expect(SAY(&english, "{name} leads", TEXT("name", span_of("Ждан"))), "Ждан leads");
}

static void parts_are_chosen_and_nest(void **state)
{
    static const struct {
        double vote, n;
        const char *text;
    } cases[] = {{0, 1, "1 article"}, {0, 2, "2 articles"}, {1, 1, "1 story"}, {1, 2, "2 stories"}};
    struct wording english = in(TONGUE_ENGLISH);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        expect(SAY(&english, "{n} {vote?{n|story|stories}/{n|article|articles}}",
                   NUMBER("n", cases[i].n), NUMBER("vote", cases[i].vote)),
               cases[i].text);
    expect(SAY(&english, "a{b? and {b}}.", TEXT("b", SPAN_EMPTY)), "a.");
    expect(SAY(&english, "a{b? and {b}}.", TEXT("b", span_of("c"))), "a and c.");
}

static void a_prose_has_bold_runs_and_pages(void **state)
{
    struct wording english = in(TONGUE_ENGLISH);
    struct prose prose = PROSE_IN(&arena);

    (void)state;
    TELL(&prose, &english, "<{name}> rose (page {@method}).", TEXT("name", span_of("Energy")));
    assert_int_equal(prose.count, 4);
    assert_true(prose.runs[0].bold);
    expect(prose.runs[0].text, "Energy");
    expect(prose.runs[1].text, " rose (page ");
    assert_false(prose.runs[1].bold);
    assert_true(prose.runs[2].page);
    expect(prose.runs[2].text, "method");
    expect(prose.runs[3].text, ").");
}

/* Russian: 1 and 21, 2 to 4 and 22 to 24, else; 11 to 14 are else. */
static void each_language_counts_in_its_own_way(void **state)
{
    static const struct {
        double number;
        int english, russian;
    } cases[] = {{0, 1, 2},   {1, 0, 0},   {2, 1, 1},    {4, 1, 1},  {5, 1, 2},  {11, 1, 2},
                 {12, 1, 2},  {14, 1, 2},  {21, 1, 0},   {22, 1, 1}, {25, 1, 2}, {101, 1, 0},
                 {111, 1, 2}, {112, 1, 2}, {1001, 1, 0}, {2.5, 1, 1}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(tongue_form(&tongues[TONGUE_ENGLISH], cases[i].number), cases[i].english);
        assert_int_equal(tongue_form(&tongues[TONGUE_GERMAN], cases[i].number), cases[i].english);
        assert_int_equal(tongue_form(&tongues[TONGUE_RUSSIAN], cases[i].number), cases[i].russian);
    }
}

static void sentences_are_in_their_language(void **state)
{
    struct wording german = in(TONGUE_GERMAN), russian = in(TONGUE_RUSSIAN);
    struct slot n = NUMBER("n", 3412), vote = FLAG("vote", false);
    const char *title = "The week in {n}~{vote?{n|story|stories}/{n|article|articles}}";

    (void)state;
    expect(SAY(&german, title, n, vote), "Die Woche in 3.412" NB "Artikeln");
    expect(SAY(&russian, title, n, vote), "Неделя в 3" NB "412" NB "статьях");
    expect(SAY(&russian, title, NUMBER("n", 21), vote), "Неделя в 21" NB "статье");
    expect(saying_plain(&german, "Not in any table"), "Not in any table");
}

/* --- the tables ------------------------------------------------------------------------------ */

enum { NAMES_MAX = 64 };

/* The names of the slots of a pattern, each once, in the order of bytes. */
struct names {
    struct span items[NAMES_MAX];
    size_t count;
};

static void add_name(struct names *names, struct span name)
{
    for (size_t i = 0; i < names->count; i++)
        if (span_equal(names->items[i], name))
            return;
    assert_in_range(names->count, 0, NAMES_MAX - 1);
    names->items[names->count++] = name;
}

static struct names names_of(struct span pattern)
{
    struct names names = {.count = 0};

    for (size_t i = 0; i < pattern.length; i++) {
        size_t end = i + 1;

        if (pattern.bytes[i] != '{' || pattern.bytes[end] == '!')
            continue;
        while (end < pattern.length && !strchr("|?#^}", pattern.bytes[end]))
            end++;
        add_name(&names, span_cut(pattern, i + 1, end));
    }
    return names;
}

static bool has_name(const struct names *names, struct span name)
{
    for (size_t i = 0; i < names->count; i++)
        if (span_equal(names->items[i], name))
            return true;
    return false;
}

static int depth_of(struct span pattern, char open, char close)
{
    int depth = 0;

    for (size_t i = 0; i < pattern.length; i++)
        depth += (pattern.bytes[i] == open) - (pattern.bytes[i] == close);
    return depth;
}

/* Names that a language may use besides those of the English saying: the code gives them too. */
static bool is_given(struct span english, struct span name)
{
    return span_starts(english, "Compared with {before}") && span_is(name, "against");
}

static void each_saying_has_the_slots_of_the_english_one(void **state)
{
    (void)state;
    for (size_t t = TONGUE_GERMAN; t < TONGUES; t++) {
        struct span table = sayings_table(&tongues[t]), english, own;

        while (sayings_next(&table, &english, &own)) {
            struct names known = names_of(english), used = names_of(own);

            if (!english.length || depth_of(own, '{', '}') || depth_of(own, '<', '>'))
                fail_msg("%s: '%.*s' is not whole", tongues[t].code, SPAN_PRINT(own));
            for (size_t i = 0; i < used.count; i++)
                if (!has_name(&known, used.items[i]) && !is_given(english, used.items[i]))
                    fail_msg("%s: '%.*s' has no slot '%.*s'", tongues[t].code, SPAN_PRINT(english),
                             SPAN_PRINT(used.items[i]));
        }
    }
}

static void each_saying_stands_once_and_in_every_table(void **state)
{
    size_t counts[TONGUES] = {0};

    (void)state;
    for (size_t t = TONGUE_GERMAN; t < TONGUES; t++) {
        struct span table = sayings_table(&tongues[t]), english, own;

        for (; sayings_next(&table, &english, &own); counts[t]++) {
            struct span first = sayings_find(&tongues[t], english);

            if (first.bytes != own.bytes)
                fail_msg("%s: '%.*s' stands twice", tongues[t].code, SPAN_PRINT(english));
            for (size_t other = TONGUE_GERMAN; other < TONGUES; other++)
                if (!sayings_find(&tongues[other], english).length)
                    fail_msg("%s: '%.*s' is missing", tongues[other].code, SPAN_PRINT(english));
        }
    }
    assert_true(counts[TONGUE_GERMAN] > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(slots_are_filled_and_never_read, tear_down),
        cmocka_unit_test_teardown(parts_are_chosen_and_nest, tear_down),
        cmocka_unit_test_teardown(a_prose_has_bold_runs_and_pages, tear_down),
        cmocka_unit_test_teardown(each_language_counts_in_its_own_way, tear_down),
        cmocka_unit_test_teardown(sentences_are_in_their_language, tear_down),
        cmocka_unit_test_teardown(each_saying_has_the_slots_of_the_english_one, tear_down),
        cmocka_unit_test_teardown(each_saying_stands_once_and_in_every_table, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
