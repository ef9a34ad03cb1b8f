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
        {"Jane Doe (www.example.org)", "", "Jane Doe"},
        {"(www.example.org)", "", "(www.example.org)"},
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

static void addresses_lose_what_names_no_page(void **state)
{
    static const struct tidy_case cases[] = {
        {"https://example.org/a", "https://example.org/a"},
        {"HTTPS://Example.ORG/A?B=C", "https://example.org/A?B=C"},
        {"https://example.org/a?utm_source=rss&id=7&UTM_medium=x", "https://example.org/a?id=7"},
        {"https://example.org/a?fbclid=1", "https://example.org/a"},
        {"https://example.org/a?id=7&gclid=1#top", "https://example.org/a?id=7"},
        {"http://example.org:80/a", "http://example.org/a"},
        {"https://example.org:443/", "https://example.org/"},
        {"http://example.org:8080/a", "http://example.org:8080/a"},
        {"https://example.org/a.do;jsessionid=1A2B?x=1", "https://example.org/a.do?x=1"},
        {"https://example.org/a;v=1/b?PHPSESSID=ab", "https://example.org/a;v=1/b"},
        {"https://example.org/#!/story/7", "https://example.org/#!/story/7"},
        {"https://example.org?a&&b=", "https://example.org?a&b="},
        {" https://User:Pw@Example.org/ ", "https://User:Pw@example.org/"},
        {"http://example.org/a b ?utm_source=x", "http://example.org/a b ?utm_source=x"},
        {"http://example.org:80:80/", "http://example.org/"},
        {"urn:uuid:7bd2#A", "urn:uuid:7bd2#A"},
        {"/news/1?utm_source=x", "/news/1?utm_source=x"},
        {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes out = BYTES_EMPTY;
        struct bytes again = BYTES_EMPTY;

        tidy_url(&out, span_of(cases[i].text));
        check(cases[i].text, &out, cases[i].tidy);
        tidy_url(&again, bytes_span(&out));
        check(cases[i].tidy, &again, cases[i].tidy);
        bytes_release(&out);
        bytes_release(&again);
    }
}

static void articles_are_tidied_field_by_field(void **state)
{
    static const struct {
        const char *title, *source, *url, *tidy_title, *tidy_source, *tidy_url;
        bool markup;
    } cases[] = {
        {"Budget &amp; <i>tax</i>", "A &amp; B", "http://x.org/?utm_id=1", "Budget & tax", "A & B",
         "http://x.org/", true},
        {"GM <GM> &  sons ", "The Post", "", "GM <GM> & sons", "The Post", "", false},
        {" One\ttwo ", "www.courier.example", "", "One two", "courier.example", "", true},
        {"", "https://www.courier.example/news", "", "", "courier.example", "", true},
        {"", "www. or not", "", "", "www. or not", "", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = ARENA_EMPTY;
        struct article article = {.title = span_of(cases[i].title),
                                  .source = span_of(cases[i].source),
                                  .url = span_of(cases[i].url),
                                  .author = span_of("By Jane Doe")};

        tidy_article(&article, &arena, cases[i].markup);
        assert_true(span_is(article.title, cases[i].tidy_title));
        assert_true(span_is(article.source, cases[i].tidy_source));
        assert_true(span_is(article.url, cases[i].tidy_url));
        assert_true(span_is(article.author, "Jane Doe"));
        arena_release(&arena);
    }
}

static void what_is_tidy_is_not_copied(void **state)
{
    struct arena arena = ARENA_EMPTY;
    struct span title = span_of("A & B: “no”"), url = span_of("https://x.org/a");
    struct article article = {.title = title, .url = url};

    (void)state;
    tidy_article(&article, &arena, false);
    assert_ptr_equal(article.title.bytes, title.bytes);
    assert_ptr_equal(article.url.bytes, url.bytes);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_become_one_line_without_markup),
        cmocka_unit_test(bylines_become_names),
        cmocka_unit_test(addresses_lose_what_names_no_page),
        cmocka_unit_test(articles_are_tidied_field_by_field),
        cmocka_unit_test(what_is_tidy_is_not_copied),
    };

    return cmocka_run_group_tests_name("tidy", tests, NULL, NULL);
}
