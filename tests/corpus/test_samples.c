/*
 * The samples of ../shared in rows and items: every one is claimed by its own
 * format, and every article in it is read, dated, or refused with a reason.
 */
#include "corpus/base/bytes.h"
#include "corpus/read/read_csv.h"
#include "corpus/read/read_json.h"
#include "corpus/read/read_sgml.h"
#include "corpus/text/dates.h"
#include "tests/support.h"

#include <dirent.h>
#include <stdio.h>

static const struct format *const formats[] = {
    &read_json_format,
    &read_json_lines_format,
    &read_sgml_format,
    &read_csv_format,
};

/* What stands once before each article of a format, in these samples. */
static const struct sample {
    const char *path; /* a folder, or a file */
    const struct format *format;
    const char *mark;
} samples[] = {
    {"csv", &read_csv_format, "wikinews.org//wiki/"},
    {"sgml", &read_sgml_format, "<REUTERS "},
    {"json-newsplease", &read_json_format, "\"date_publish\":"},
    {"feeds/feed.json", &read_json_format, "\"content_html\":"},
};

static bool read_file(struct bytes *bytes, const char *path)
{
    char chunk[1 << 14];
    size_t count;
    FILE *file = fopen(path, "rb");

    if (!file)
        return false;
    bytes_clear(bytes);
    while ((count = fread(chunk, 1, sizeof chunk, file)) > 0)
        bytes_add(bytes, (struct span){chunk, count});
    (void)fclose(file);
    return bytes->count > 0;
}

static size_t count_of(struct span text, const char *mark)
{
    size_t count = 0, length = strlen(mark);

    for (size_t at = 0; at + length <= text.length; at++)
        count += memcmp(text.bytes + at, mark, length) == 0;
    return count;
}

static const struct format *claiming(const char *path, struct span bytes)
{
    struct span start = bytes;

    if (start.length > FORMAT_LOOK)
        start.length = FORMAT_LOOK;
    for (size_t i = 0; i < COUNT_OF(formats); i++)
        if (formats[i]->claims(span_of(path), start))
            return formats[i];
    return NULL;
}

static void check_article(const struct article *article)
{
    const struct zone utc = ZONE_UTC;
    struct fault fault = FAULT_EMPTY;
    struct date date;

    assert_true(article->text.length > 0);
    assert_true(article->title.length > 0);
    if (!dates_read(&date, article->published, &utc, &fault))
        fail_msg("%s", fault.message);
}

/* How many articles the format makes of the bytes. */
static size_t read_all(const struct format *format, const char *path, struct span bytes)
{
    struct arena arena = ARENA_EMPTY;
    struct format_job job = {
        .input = input_of((struct input_about){.path = span_of(path)}, bytes),
        .arena = &arena,
    };
    size_t count = 0;

    for (;; count++) {
        struct article article = ARTICLE_EMPTY;
        struct fault fault = FAULT_EMPTY;
        enum format_result result;

        arena_clear(&arena);
        result = format->next(&job, &article, &fault);
        if (result == FORMAT_END)
            break;
        if (result == FORMAT_ARTICLE)
            check_article(&article);
        else
            fail_msg("%s %.*s: %s", path, SPAN_PRINT(job.where), fault.message);
    }
    if (format->close)
        format->close(&job);
    input_close(job.input);
    arena_release(&arena);
    return count;
}

static void check_file(const struct sample *sample, const char *path)
{
    struct bytes bytes = BYTES_EMPTY;

    assert_true(read_file(&bytes, path));
    assert_ptr_equal(claiming(path, bytes_span(&bytes)), sample->format);
    /* The content tells, not the name. */
    assert_ptr_equal(claiming("nameless", bytes_span(&bytes)), sample->format);
    assert_int_equal(read_all(sample->format, path, bytes_span(&bytes)),
                     count_of(bytes_span(&bytes), sample->mark));
    bytes_release(&bytes);
}

static void all_articles_of_the_samples_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        char path[512];
        struct dirent *entry;
        DIR *folder;

        (void)snprintf(path, sizeof path, "../shared/samples/%s", samples[i].path);
        folder = opendir(path);
        if (!folder) {
            FILE *file = fopen(path, "rb");

            if (!file) {
                print_message("skipped: %s is not there\n", path);
                skip();
            }
            (void)fclose(file);
            check_file(&samples[i], path);
            continue;
        }
        while ((entry = readdir(folder)) != NULL) {
            if (entry->d_name[0] == '.')
                continue;
            (void)snprintf(path, sizeof path, "../shared/samples/%s/%s", samples[i].path,
                           entry->d_name);
            check_file(&samples[i], path);
        }
        (void)closedir(folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_articles_of_the_samples_are_found),
    };

    return cmocka_run_group_tests_name("samples", tests, NULL, NULL);
}
