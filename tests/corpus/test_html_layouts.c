/* Pages of many layouts and outlets yield their article. */
#include "tests/corpus/html_page.h"

#include "corpus/base/json.h"
#include "corpus/base/table.h"
#include "corpus/read/blocks.h"
#include "corpus/text/utf8.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#define LAYOUTS "tests/articles/html"
#define SAMPLES "../shared/samples/html"

/* --- files --------------------------------------------------------------------------- */

static bool read_file(struct bytes *bytes, const char *folder, const char *name)
{
    char path[512];
    FILE *file;
    size_t got;

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (!file)
        return false;
    while ((got = fread(bytes_room(bytes, 65536), 1, 65536, file)) > 0)
        bytes_grown(bytes, got);
    assert_int_equal(fclose(file), 0);
    return true;
}

static struct json_document *read_json_file(const char *folder, const char *name)
{
    struct bytes bytes = BYTES_EMPTY;
    struct json_document *document = json_open();
    struct fault fault = FAULT_EMPTY;

    assert_true(read_file(&bytes, folder, name));
    if (!json_read(document, bytes_span(&bytes), &fault))
        fail_msg("%s: %s", name, fault.message);
    bytes_release(&bytes);
    return document;
}

/* --- how alike two texts are --------------------------------------------------------- */

/* Counts the words of `text`; of a script without blanks each character is one. */
static void count_words(int *counts, struct table *words, struct span text)
{
    size_t start = 0;

    for (size_t at = 0; at <= text.length;) {
        struct utf8_point point = utf8_at(text, at);
        size_t width = point.width ? point.width : 1;
        bool wide = at < text.length && point.code >= 0x2E80;

        if (at == text.length || point.code <= ' ' || wide) {
            if (at > start)
                counts[2 * table_add(words, span_cut(text, start, at))]++;
            if (wide)
                counts[2 * table_add(words, span_cut(text, at, at + width))]++;
            start = at + width;
        }
        at += width;
    }
}

/* Twice the shared words over all words, 0 to 1. */
static double token_f1(struct span got, struct span wanted)
{
    struct table words = TABLE_EMPTY;
    int *counts = calloc(2 * (got.length + wanted.length + 2), sizeof *counts);
    double shared = 0, all = 0;

    assert_non_null(counts);
    count_words(counts, &words, got);
    count_words(counts + 1, &words, wanted);
    for (size_t i = 0; i < words.count; i++) {
        shared += counts[2 * i] < counts[2 * i + 1] ? counts[2 * i] : counts[2 * i + 1];
        all += counts[2 * i] + counts[2 * i + 1];
    }
    free(counts);
    table_release(&words);
    return all > 0 ? 2 * shared / all : 0;
}

/* --- the layouts --------------------------------------------------------------------- */

struct score {
    int pages, titles, days;
    double f1; /* the sum over pages */
};

static void check_fields(const char *name, const struct article *article,
                         const struct json *expected)
{
    const struct {
        const char *field;
        struct span value;
    } fields[] = {
        {"author", article->author},     {"source", article->source}, {"section", article->section},
        {"language", article->language}, {"url", article->url},
    };

    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        struct span wanted = json_text(expected, fields[i].field);

        if (wanted.length && !span_equal(wanted, fields[i].value))
            fail_msg("%s: %s is '%.*s', not '%.*s'", name, fields[i].field,
                     SPAN_PRINT(fields[i].value), SPAN_PRINT(wanted));
    }
}

static void score_page(struct score *score, const char *name)
{
    struct bytes page = BYTES_EMPTY, wanted = BYTES_EMPTY;
    struct json_document *document;
    const struct json *expected, *line;
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct fault fault = FAULT_EMPTY;
    char other[256];
    double f1;

    (void)snprintf(other, sizeof other, "%.*s.expected.json", (int)strlen(name) - 5, name);
    document = read_json_file(LAYOUTS, other);
    expected = json_root(document);
    assert_true(read_file(&page, LAYOUTS, name));
    if (!read_page(&article, &arena, bytes_span(&page), &fault))
        fail_msg("%s: %s", name, fault.message);
    for (line = json_first(json_member(expected, "text")); line; line = json_after(line)) {
        bytes_add(&wanted, json_value(line));
        bytes_add_byte(&wanted, '\n');
    }
    f1 = token_f1(article.text, bytes_span(&wanted));
    score->pages++;
    score->f1 += f1;
    score->titles += span_equal(article.title, json_text(expected, "title"));
    score->days += is_same_day(article.published, json_text(expected, "date"));
    if (f1 < 0.9)
        fail_msg("%s: token F1 is %.3f", name, f1);
    check_fields(name, &article, expected);
    json_close(document);
    bytes_release(&page);
    bytes_release(&wanted);
    arena_release(&arena);
}

static int is_page(const struct dirent *entry)
{
    return span_ends(span_of(entry->d_name), ".html");
}

static void pages_of_many_layouts_yield_their_article(void **state)
{
    struct score score = {0};
    struct dirent **entries = NULL;
    int count = scandir(LAYOUTS, &entries, is_page, alphasort);

    (void)state;
    assert_true(count >= 20);
    for (int i = 0; i < count; i++) {
        score_page(&score, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    print_message("%d layouts: mean token F1 %.4f, %d titles, %d days\n", score.pages,
                  score.f1 / score.pages, score.titles, score.days);
    assert_true(score.f1 / score.pages >= 0.95);
    assert_true(score.titles * 100 >= score.pages * 95);
    assert_true(score.days * 100 >= score.pages * 95);
}

/* --- pages of outlets ---------------------------------------------------------------- */

static size_t count_items(const struct json *array)
{
    size_t count = 0;

    for (const struct json *item = json_first(array); item; item = json_after(item))
        count++;
    return count;
}

/* How many of `passages` stand in the text (or do not), white space folded. */
static size_t count_passages(struct span text, const struct json *passages, bool wanted)
{
    size_t right = 0;

    for (const struct json *one = json_first(passages); one; one = json_after(one)) {
        struct bytes folded = BYTES_EMPTY, all = BYTES_EMPTY;

        blocks_fold(&folded, json_value(one));
        blocks_fold(&all, text);
        if ((strstr(bytes_text(&all), bytes_text(&folded)) != NULL) == wanted)
            right++;
        else
            print_message("%s: '%s'\n", wanted ? "missing" : "too much", bytes_text(&folded));
        bytes_release(&folded);
        bytes_release(&all);
    }
    return right;
}

static void outlets_pages_hold_the_passages_they_should(void **state)
{
    static const char *const names[] = {
        "bbc.com.52241221.html",          "dw.com-elephants.html",
        "edition.cnn.com-royal.html",     "elpais.com.ciencia.html",
        "faz.net.streaming.html",         "madame.lefigaro.fr.dintestin.html",
        "nytimes.com.blackouts.html",     "reuters.com.parasite.html",
        "spiegel.de.albtraum.html",       "tagesschau.de.rheinmetall.html",
        "theguardian.com.academics.html", "zeit.de.zugverkehr.html",
    };
    struct bytes found = BYTES_EMPTY;
    struct json_document *expected;
    size_t right = 0, all = 0;

    (void)state;
    if (!read_file(&found, SAMPLES, names[0])) {
        print_message("skip: there is no folder " SAMPLES "\n");
        skip();
    }
    bytes_release(&found);
    expected = read_json_file(SAMPLES, "expected.json");
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct json *page = json_member(json_root(expected), names[i]);
        const struct json *with = json_member(page, "with");
        const struct json *without = json_member(page, "without");
        struct bytes bytes = BYTES_EMPTY;
        struct article article = ARTICLE_EMPTY;
        struct arena arena = ARENA_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_true(read_file(&bytes, SAMPLES, names[i]));
        if (!read_page(&article, &arena, bytes_span(&bytes), &fault))
            fail_msg("%s: %s", names[i], fault.message);
        all += count_items(with) + count_items(without);
        right += count_passages(article.text, with, true);
        right += count_passages(article.text, without, false);
        bytes_release(&bytes);
        arena_release(&arena);
    }
    json_close(expected);
    print_message("%zu of %zu passages are right\n", right, all);
    assert_true(right * 10 >= all * 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_of_many_layouts_yield_their_article),
        cmocka_unit_test(outlets_pages_hold_the_passages_they_should),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
