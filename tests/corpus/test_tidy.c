#include "corpus/read/tidy.h"

#include "tests/support.h"

struct tidy_case {
    const char *text;
    const char *tidy;
};

static void check(const char *text, const struct bytes *out, const char *tidy)
{
    if (!span_is(bytes_span(out), tidy))
        fail_msg("'%s' becomes '%s', not '%s'", text, bytes_text(out), tidy);
}

static void titles_become_one_line_without_markup(void **state)
{
    static const struct tidy_case cases[] = {
        {"The <b>R&amp;D</b> budget", "The R&D budget"},
        {" Two\n  lines ", "Two lines"},
        {"One<br/>two<p>three</p>", "One two three"},
        {"x < y and R&D", "x < y and R&D"},
        {"&#8220;Yes&#8221; &mdash; mayor", "“Yes” — mayor"},
        {"plain", "plain"},
        {"", ""},
        {"<img src='x'>", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes out = BYTES_EMPTY;

        tidy_title(&out, span_of(cases[i].text));
        check(cases[i].text, &out, cases[i].tidy);
        bytes_release(&out);
    }
}

static void bylines_become_names(void **state)
{
    static const struct {
        const char *text, *language, *tidy;
    } cases[] = {
        {"By Jane Doe", "", "Jane Doe"},
        {"BY JANE DOE", "en", "JANE DOE"},
        {"by Reuters", "", "Reuters"},
        {"By <a href='x'>Jane Doe</a> &amp; John Roe", "", "Jane Doe & John Roe"},
        {"Written by Jane Doe", "", "Jane Doe"},
        {"Byron Katie", "", "Byron Katie"},
        {"By the sea", "", "By the sea"},
        {"Von Jana Müller", "", "Jana Müller"},
        {"Von Miller", "", "Von Miller"},
        {"von Jana Müller", "en", "von Jana Müller"},
        {"Par Émile Dupont", "fr", "Émile Dupont"},
        {"Por Ana Díaz", "", "Ana Díaz"},
        {"di Anna Rossi", "it", "Anna Rossi"},
        {"Di Anna Rossi", "", "Di Anna Rossi"},
        {"Di Maio", "it", "Di Maio"},
        {"Door Jan Jansen", "nl", "Jan Jansen"},
        {"АВТОР: Иван Петров", "ru", "Иван Петров"},
        {"jane@example.org (Jane Doe)", "", "Jane Doe"},
        {"jane@example.org", "", "jane@example.org"},
        {"Jane Doe (AP)", "", "Jane Doe (AP)"},
        {"", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes out = BYTES_EMPTY;

        tidy_author(&out, span_of(cases[i].text), span_of(cases[i].language));
        check(cases[i].text, &out, cases[i].tidy);
        bytes_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_become_one_line_without_markup),
        cmocka_unit_test(bylines_become_names),
    };

    return cmocka_run_group_tests_name("tidy", tests, NULL, NULL);
}
