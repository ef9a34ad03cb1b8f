#include "corpus/read/reader.h"

#include "corpus/base/bytes.h"
#include "corpus/read/input.h"
#include "tests/support.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- a folder of its own for each test -------------------------------------------------- */

static char folder[64];

static const char *path_of(const char *name)
{
    static char paths[4][192];
    static size_t next;
    char *path = paths[next++ % COUNT_OF(paths)];

    (void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void make_folder(const char *name)
{
    assert_int_equal(mkdir(path_of(name), 0777), 0);
}

static void write_bytes(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(path_of(name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

static int set_up(void **state)
{
    (void)state;
    (void)mkdir("build", 0777);
    (void)snprintf(folder, sizeof folder, "build/test_reader.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    char command[96];

    (void)state;
    (void)snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* --- reading all into one text ----------------------------------------------------------- */

/* What was read, as one line an article, then one line a skip. */
static struct bytes read_all(const char *const *paths, size_t count, const struct config *config)
{
    struct reader *reader = NULL;
    struct bytes shown = BYTES_EMPTY;
    struct article article;
    struct reader_totals totals;
    struct fault fault = FAULT_EMPTY;
    size_t prefix = strlen(folder) + 1;

    if (!reader_open(&reader, paths, count, config, &fault)) {
        bytes_print(&shown, "open: %d %s\n", (int)fault.kind, fault.message);
        return shown;
    }
    while (reader_next(reader, &article))
        bytes_print(&shown, "%.*s|%.*s|%.*s|%.*s|%.*s|%zu\n", SPAN_PRINT(article.id),
                    SPAN_PRINT(article.source), SPAN_PRINT(article.published),
                    SPAN_PRINT(article.title), SPAN_PRINT(article.text), article.replaced);
    totals = reader_totals(reader);
    for (size_t i = 0; i < totals.skip_count; i++)
        bytes_print(
            &shown, "skip %.*s: %.*s\n",
            SPAN_PRINT(span_cut(totals.skips[i].origin, prefix, totals.skips[i].origin.length)),
            SPAN_PRINT(totals.skips[i].reason));
    if (!reader_end(reader, &fault))
        bytes_print(&shown, "end: %d %s\n", (int)fault.kind, fault.message);
    reader_release(reader);
    return shown;
}

static void assert_reads(const char *name, const char *expected)
{
    const char *path = *name ? path_of(name) : folder;
    struct bytes shown = read_all(&path, 1, NULL);

    assert_string_equal(bytes_text(&shown), expected);
    bytes_release(&shown);
}

/* --- files and folders ---------------------------------------------------------------------- */

static void a_folder_is_read_in_byte_order_with_all_below_it(void **state)
{
    (void)state;
    make_folder("b");
    make_folder("b/2022-06-14");
    write_text("b/2022-06-14/one.txt", "One");
    write_text("b/Z.txt", "Zed");
    write_text("b/a.txt", "Ay");
    write_text("b/.hidden.txt", "no");
    write_text("b/broadsheet.yaml", "zone: UTC\n");
    write_text("b/no.extension.v2", "Kept");
    assert_reads("b", "2022-06-14/one|2022-06-14|2022-06-14|One|One|0\n"
                      "Z|b||Zed|Zed|0\n"
                      "a|b||Ay|Ay|0\n"
                      "no.extension.v2|b||Kept|Kept|0\n");
}

static void a_single_file_has_its_base_name_as_id(void **state)
{
    (void)state;
    make_folder("Gazette");
    write_text("Gazette/2022-06-14-vote.txt", "Vote\n\nIt passed.\n");
    assert_reads("Gazette/2022-06-14-vote.txt",
                 "2022-06-14-vote|Gazette|2022-06-14|Vote|Vote\n\nIt passed.\n|0\n");
}

static void a_file_named_without_a_folder_keeps_its_date(void **state)
{
    const char *path = "2022-06-14.txt";
    char home[4096];
    struct bytes shown;

    (void)state;
    write_text(path, "Here");
    assert_non_null(getcwd(home, sizeof home));
    assert_int_equal(chdir(folder), 0);
    shown = read_all(&path, 1, NULL);
    assert_string_equal(bytes_text(&shown), "2022-06-14||2022-06-14|Here|Here|0\n");
    bytes_release(&shown);
    path = ".";
    shown = read_all(&path, 1, NULL);
    assert_string_equal(bytes_text(&shown), "2022-06-14||2022-06-14|Here|Here|0\n");
    bytes_release(&shown);
    assert_int_equal(chdir(home), 0);
}

static void what_is_no_regular_file_is_listed_and_never_waited_for(void **state)
{
    const char *device = "/dev/zero";
    struct bytes shown;

    (void)state;
    make_folder("odd");
    assert_int_equal(symlink(".", path_of("odd/loop")), 0);
    assert_int_equal(symlink("nowhere", path_of("odd/lost")), 0);
    assert_int_equal(mkfifo(path_of("odd/pipe"), 0600), 0);
    write_text("odd/real.txt", "Real");
    assert_int_equal(symlink("real.txt", path_of("odd/same.txt")), 0);
    assert_reads("odd", "real|odd||Real|Real|0\n"
                        "same|odd||Real|Real|0\n"
                        "skip odd/loop: a link to a folder is not followed\n"
                        "skip odd/lost: No such file or directory\n"
                        "skip odd/pipe: this is neither a file nor a folder\n");
    shown = read_all(&device, 1, NULL);
    assert_non_null(strstr(bytes_text(&shown), "end: 3 no article could be read"));
    bytes_release(&shown);
}

static void a_path_that_is_not_there_is_a_fault_at_once(void **state)
{
    char expected[256];

    (void)state;
    (void)snprintf(expected, sizeof expected, "open: 3 %s/none: there is no such file or folder\n",
                   folder);
    assert_reads("none", expected);
}

static void a_folder_without_articles_is_a_fault_at_the_end(void **state)
{
    char expected[512];

    (void)state;
    make_folder("empty");
    (void)snprintf(expected, sizeof expected, "end: 3 %s/empty: there is nothing to read here\n",
                   folder);
    assert_reads("empty", expected);
    write_bytes("empty/a.bin", "\0\1\2", 3);
    (void)snprintf(expected, sizeof expected,
                   "skip empty/a.bin: it is no text\n"
                   "end: 3 no article could be read; the first reason: %s/empty/a.bin: it is no "
                   "text\n",
                   folder);
    assert_reads("empty", expected);
}

/* FAULT_INPUT is 3 in the enumeration as in the exit codes; the texts above rely on it. */
static void kinds_are_numbered_as_the_texts_say(void **state)
{
    (void)state;
    assert_int_equal(FAULT_INPUT, 3);
}

static void one_id_from_two_paths_names_both(void **state)
{
    char first[192], second[192], expected[640];
    const char *paths[] = {first, second};
    struct bytes shown;

    (void)state;
    make_folder("x");
    make_folder("y");
    write_text("x/a.txt", "One");
    write_text("y/a.txt", "Two");
    (void)snprintf(first, sizeof first, "%s/x", folder);
    (void)snprintf(second, sizeof second, "%s/y", folder);
    (void)snprintf(expected, sizeof expected,
                   "a|x||One|One|0\n"
                   "end: 3 the id 'a' comes from both %s and %s; read them apart, or give their "
                   "articles ids of their own\n",
                   first, second);
    shown = read_all(paths, 2, NULL);
    assert_string_equal(bytes_text(&shown), expected);
    bytes_release(&shown);
}

static void a_dictionary_among_the_articles_is_none_by_whatever_path(void **state)
{
    char with[128], topics[128];
    const char *path = with;
    struct config config = CONFIG_EMPTY;
    struct bytes shown;

    (void)state;
    make_folder("z");
    make_folder("z/in");
    write_text("z/a.txt", "One");
    write_text("z/own.txt", "a dictionary");
    write_text("z/in/own.txt", "Two");
    (void)snprintf(with, sizeof with, "%s/z", folder);
    (void)snprintf(topics, sizeof topics, "%s/z/in/..//own.txt", folder);
    config.topics = span_of(topics);
    shown = read_all(&path, 1, &config);
    assert_string_equal(bytes_text(&shown), "a|z||One|One|0\n"
                                            "in/own|in||Two|Two|0\n");
    bytes_release(&shown);
}

/* --- what is not said --------------------------------------------------------------------- */

static void an_outlet_is_the_folder_and_without_one_the_host(void **state)
{
    const char *path = "one.jsonl";
    char home[4096];
    struct bytes shown;

    (void)state;
    write_text(path, "{\"id\": \"a\", \"text\": \"T\", \"title\": \"R&amp;D <b>up</b>\", "
                     "\"url\": \"https://www.courier.example:8080/a?utm_source=x\"}\n"
                     "{\"id\": \"b\", \"text\": \"T\", \"url\": \"https://[::1]/a\"}\n"
                     "{\"id\": \"c\", \"text\": \"T\", \"source\": \"www.post.example\"}\n");
    assert_non_null(getcwd(home, sizeof home));
    assert_int_equal(chdir(folder), 0);
    shown = read_all(&path, 1, NULL);
    assert_int_equal(chdir(home), 0);
    assert_string_equal(bytes_text(&shown), "a|courier.example||R&D up|T|0\n"
                                            "b||||T|0\n"
                                            "c|post.example|||T|0\n");
    bytes_release(&shown);
    make_folder("Gazette");
    write_text("Gazette/two.jsonl",
               "{\"id\": \"a\", \"text\": \"T\", \"url\": \"http://x.example\"}\n");
    assert_reads("Gazette", "a|Gazette|||T|0\n");
}

static void a_plain_texts_title_is_what_stands_there(void **state)
{
    (void)state;
    make_folder("p");
    write_text("p/a.txt", "R&amp;D  <b>up</b> \n\nText.\n");
    assert_reads("p", "a|p||R&amp;D <b>up</b>|R&amp;D  <b>up</b> \n\nText.\n|0\n");
}

/* --- bytes ----------------------------------------------------------------------------------- */

static const struct refused {
    const char *name;
    const char *bytes;
    size_t length;
    const char *reason;
} refused[] = {
    {"a.txt", "", 0, "it is empty"},
    {"b.txt", " \n\t\n", 4, "it is empty"},
    {"c.txt", "\xEF\xBB\xBF", 3, "it is empty"},
    {"d.txt", "text\0text", 9, "it is no text"},
    {"e.txt", "\1\2\3\4\5\6text", 10, "it is no text"},
    {"h.pdf", "%PDF-1.7 text", 13, "it is no text"},
    {"j.docx", "PK\3\4\24\0\6\0\10\0\0\0!\0AAAABBBBCCCC\23\0\0\0[Content_Types].xml", 49,
     "it is an office document or a book; save it as plain text or HTML"},
    {"k.html", "<!DOCTYPE html><p>text", 22, "the page holds no article: no run of prose in it"},
    {"l.xml", "\xEF\xBB\xBF <?xml version", 17,
     "its first element does not stand in its first 4 KB"},
    {"q.yaml", "topics:\n", 8, "YAML is no article"},
};

static void what_is_no_article_is_refused_with_its_reason(void **state)
{
    struct bytes expected = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        write_bytes(refused[i].name, refused[i].bytes, refused[i].length);
        bytes_print(&expected, "skip %s: %s\n", refused[i].name, refused[i].reason);
    }
    bytes_print(&expected, "end: 3 no article could be read; the first reason: %s/a.txt: %s\n",
                folder, refused[0].reason);
    assert_reads("", bytes_text(&expected));
    bytes_release(&expected);
}

static void a_byte_order_mark_tells_the_charset(void **state)
{
    (void)state;
    make_folder("u");
    write_bytes("u/a.txt", "\xFF\xFE\x16\x04\xE9\0", 6);
    write_bytes("u/b.txt", "\xFE\xFF\x04\x16\0\xE9", 6);
    write_bytes("u/c.txt", "\xFF\xFE\0\0\x16\x04\0\0", 8);
    write_bytes("u/d.txt", "\0\0\xFE\xFF\0\0\x04\x16", 8);
    write_bytes("u/e.txt", "\xFE\xFF\xD8\x01\0A", 6);
    assert_reads("u", "a|u||Жé|Жé|0\n"
                      "b|u||Жé|Жé|0\n"
                      "c|u||Ж|Ж|0\n"
                      "d|u||Ж|Ж|0\n"
                      "e|u||\xEF\xBF\xBD\x41|\xEF\xBF\xBD\x41|2\n");
}

static void bytes_that_are_no_utf_8_are_mended_and_counted(void **state)
{
    (void)state;
    make_folder("s");
    write_text("s/a.txt", "caf\xE9");
    write_text("s/b.txt", "\xEF\xBB\xBFna\xC3\xAFve \xC0\xAF");
    write_text("s/c.jsonl",
               "{\"id\": \"1\", \"text\": \"\xFF\"}\n{\"id\": \"2\", \"text\": \"ok\"}\n"
               "{\"id\": \"3\", \"text\": \"\xFE\xFE\"}\n");
    assert_reads("s", "a|s||caf\xEF\xBF\xBD|caf\xEF\xBF\xBD|1\n"
                      "b|s||naïve \xEF\xBF\xBD\xEF\xBF\xBD|naïve \xEF\xBF\xBD\xEF\xBF\xBD|2\n"
                      "1|s|||\xEF\xBF\xBD|1\n"
                      "2|s|||ok|0\n"
                      "3|s|||\xEF\xBF\xBD\xEF\xBF\xBD|2\n");
}

static void names_that_are_no_utf_8_are_mended(void **state)
{
    (void)state;
    make_folder("n");
    write_text("n/a\xFF.txt", "Text");
    assert_reads("n", "a\xEF\xBF\xBD|n||Text|Text|0\n");
}

static void a_long_file_or_line_is_skipped_and_the_rest_is_read(void **state)
{
    enum { LONG = INPUT_MAX + 100 };
    char *bytes = malloc(LONG + 64);

    (void)state;
    assert_non_null(bytes);
    make_folder("l");
    memset(bytes, 'a', LONG);
    write_bytes("l/a.txt", bytes, LONG);
    memcpy(bytes, "{\"id\": \"1\", \"text\": \"", 21);
    memcpy(bytes + LONG - 3, "\"}\n", 3);
    memcpy(bytes + LONG, "{\"id\": \"2\", \"text\": \"b\"}\n", 26);
    write_bytes("l/b.jsonl", bytes, LONG + 25);
    free(bytes);
    assert_reads("l", "2|l|||b|0\n"
                      "skip l/a.txt: it is longer than 16 MB\n"
                      "skip l/b.jsonl line 1: the line is longer than 16 MB\n");
}

/* --- forms ---------------------------------------------------------------------------------- */

static void a_head_of_fields_is_no_part_of_the_text(void **state)
{
    (void)state;
    make_folder("h");
    write_text("h/2020-01-01.txt", "Title: A vote\r\nDate: 2022-06-14\r\nSource: Post\r\n"
                                   "Author: Ann\r\nURL: http://example.org\r\n\r\nIt passed.\n");
    write_text("h/b.txt", "Title: Only\nDate: 2022-06-15\n\nDate: in the text\n");
    write_text("h/c.txt", "A title\nDate: in the text\n");
    assert_reads("h", "2020-01-01|Post|2022-06-14|A vote|It passed.\n|0\n"
                      "b|h|2022-06-15|Only|Date: in the text\n|0\n"
                      "c|h||A title|A title\nDate: in the text\n|0\n");
}

static void json_lines_become_articles_and_bad_lines_are_listed(void **state)
{
    (void)state;
    make_folder("j");
    write_text(
        "j/a.jsonl",
        "{\"id\": \"n1\", \"title\": \"T\", \"text\": \"One\", \"date\": \"2022-06-14 10:00\","
        " \"source\": \"Post\"}\n"
        "\n"
        "{\"text\": \"Two\", \"lang\": \"de\"}\n"
        "not json\n"
        "{\"title\": \"no text\"}\n"
        "{\"id\": 7, \"text\": \"Three\"}");
    assert_reads("j", "n1|Post|2022-06-14 10:00|T|One|0\n"
                      "a#2|j|||Two|0\n"
                      "7|j|||Three|0\n"
                      "skip j/a.jsonl line 4: this is no JSON object (null expected)\n"
                      "skip j/a.jsonl line 5: the object has no `text`\n");
}

static void markdown_is_read_by_its_front_matter(void **state)
{
    (void)state;
    make_folder("m");
    write_text("m/a.md", "---\ntitle: Hello\ndate: 2022-06-14\nauthors: [Ann, Bob]\n---\n\n"
                         "# Head\n\nSome *bold* [link](http://x) text\nwraps.\n\n"
                         "![alt](i.png)\n\n    code\n\n<div>html</div>\n\n- one\n- two\n");
    write_text("m/b.md", "# Only a body\n\nText.\n");
    write_text("m/c.md", "---\ntitle: [\n---\nText\n");
    write_text("m/d.txt", "---\nA rule, then text.\n");
    assert_reads("m", "a|m|2022-06-14|Hello|Head\n\nSome bold link text wraps.\n\none\n\ntwo|0\n"
                      "b|m||Only a body|Only a body\n\nText.|0\n"
                      "d|m||---|---\nA rule, then text.\n|0\n"
                      "skip m/c.md: front matter line 2: did not find expected node content\n");
}

/* --- totals ----------------------------------------------------------------------------------- */

static void totals_are_parted_by_form_and_charset_and_reason(void **state)
{
    const char *path = folder;
    struct reader *reader = NULL;
    struct article article;
    struct reader_totals totals;
    struct fault fault = FAULT_EMPTY;
    struct skip_reason *reasons;
    size_t count;

    (void)state;
    make_folder("t");
    write_text("t/a.txt", "One");
    write_bytes("t/b.txt", "\xFF\xFEO\0n\0e\0", 8);
    write_text("t/c.jsonl", "{\"text\":\"T\"}\n{\"text\":\"U\"}\n{\"text\":\"V\"}\n{}\n");
    write_text("t/d.txt", "");
    write_text("t/e.txt", "");
    assert_true(reader_open(&reader, &path, 1, NULL, &fault));
    while (reader_next(reader, &article))
        if (span_ends(article.origin, "a.txt"))
            reader_skip(reader, &article, span_of("it is too long"));
    assert_true(reader_end(reader, &fault));
    totals = reader_totals(reader);
    assert_int_equal(totals.files, 5);
    assert_int_equal(totals.articles, 5);
    assert_int_equal(totals.formats.count, 2);
    assert_string_equal(totals.formats.items[0].name, "JSON Lines");
    assert_int_equal(totals.formats.items[0].articles, 3);
    assert_int_equal(totals.formats.items[1].files, 2);
    assert_int_equal(totals.charsets.count, 2);
    assert_string_equal(totals.charsets.items[0].name, "UTF-8");
    assert_int_equal(totals.charsets.items[0].articles, 4);
    assert_string_equal(totals.charsets.items[1].name, "UTF-16LE");
    assert_int_equal(totals.skip_count, 4);
    assert_true(span_is(totals.skips[1].name, "t/c.jsonl line 4"));
    reasons = skips_reasons(totals.skips, totals.skip_count, &count);
    assert_int_equal(count, 3);
    assert_true(span_is(reasons[0].reason, "it is empty"));
    assert_int_equal(reasons[0].count, 2);
    assert_true(span_is(reasons[1].reason, "it is too long"));
    free(reasons);
    reader_release(reader);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_folder_is_read_in_byte_order_with_all_below_it),
        TEST(a_single_file_has_its_base_name_as_id),
        TEST(a_file_named_without_a_folder_keeps_its_date),
        TEST(what_is_no_regular_file_is_listed_and_never_waited_for),
        TEST(a_path_that_is_not_there_is_a_fault_at_once),
        TEST(a_folder_without_articles_is_a_fault_at_the_end),
        TEST(kinds_are_numbered_as_the_texts_say),
        TEST(one_id_from_two_paths_names_both),
        TEST(a_dictionary_among_the_articles_is_none_by_whatever_path),
        TEST(an_outlet_is_the_folder_and_without_one_the_host),
        TEST(a_plain_texts_title_is_what_stands_there),
        TEST(what_is_no_article_is_refused_with_its_reason),
        TEST(a_byte_order_mark_tells_the_charset),
        TEST(bytes_that_are_no_utf_8_are_mended_and_counted),
        TEST(names_that_are_no_utf_8_are_mended),
        TEST(a_long_file_or_line_is_skipped_and_the_rest_is_read),
        TEST(a_head_of_fields_is_no_part_of_the_text),
        TEST(json_lines_become_articles_and_bad_lines_are_listed),
        TEST(markdown_is_read_by_its_front_matter),
        TEST(totals_are_parted_by_form_and_charset_and_reason),
    };

    return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}
