#include "analysis/languages.h"
#include "tests/support.h"

/* `codes` are parted by blanks; "-" is a language that is not known. */
static void assert_main(const char *codes, const char *expected)
{
    struct languages languages = LANGUAGES_EMPTY;

    for (const char *at = codes; *at; at += strcspn(at, " "), at += strspn(at, " ")) {
        struct span code = {at, strcspn(at, " ")};

        languages_add(&languages, span_is(code, "-") ? SPAN_EMPTY : code);
    }
    assert_true(span_is(languages_main(&languages), expected));
    languages_release(&languages);
}

static void the_main_language_is_that_of_most_articles(void **state)
{
    (void)state;
    assert_main("", "");
    assert_main("en", "en");
    assert_main("de en en", "en");
    assert_main("de en - en - -", "");
    assert_main("a b c d e f g h i j k l m n o p q q", "q");
}

static void of_several_it_is_the_first_added(void **state)
{
    (void)state;
    assert_main("de en", "de");
    assert_main("de en en de", "de");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_main_language_is_that_of_most_articles),
        cmocka_unit_test(of_several_it_is_the_first_added),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
