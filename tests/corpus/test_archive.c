#include "corpus/base/bytes.h"
#include "corpus/read/packing.h"
#include "corpus/read/read_archive.h"
#include "tests/file_input.h"
#include "tests/support.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>

/* --- archives made here -------------------------------------------------------------- */

struct part {
    const char *name;
    const char *text;
    unsigned type;    /* 0: a file */
    const char *link; /* hard link's target */
};

struct recipe {
    int format;
    int filter;
    const char *options;
};

static la_ssize_t write_bytes(struct archive *archive, void *context, const void *buffer,
                              size_t size)
{
    (void)archive;
    bytes_add(context, (struct span){buffer, size});
    return (la_ssize_t)size;
}

static struct bytes pack(struct recipe recipe, const struct part *parts, size_t count)
{
    struct bytes packed = BYTES_EMPTY;
    struct archive *archive = archive_write_new();

    assert_int_equal(archive_write_set_format(archive, recipe.format), ARCHIVE_OK);
    assert_int_equal(archive_write_add_filter(archive, recipe.filter), ARCHIVE_OK);
    if (recipe.options) {
        assert_int_equal(archive_write_set_options(archive, recipe.options), ARCHIVE_OK);
        (void)archive_write_set_passphrase(archive, "open sesame");
    }
    (void)archive_write_set_bytes_per_block(archive, 0);
    assert_int_equal(archive_write_open(archive, &packed, NULL, write_bytes, NULL), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        size_t size = parts[i].text ? strlen(parts[i].text) : 0;

        archive_entry_set_pathname(entry, parts[i].name);
        archive_entry_set_filetype(entry, parts[i].type ? parts[i].type : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)size);
        if (parts[i].type == AE_IFLNK)
            archive_entry_set_symlink(entry, parts[i].link);
        else if (parts[i].link)
            archive_entry_set_hardlink(entry, parts[i].link);
        assert_true(archive_write_header(archive, entry) >= ARCHIVE_WARN);
        assert_int_equal(archive_write_data(archive, parts[i].text, size), size);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
    return packed;
}

#define PACK(format, filter, parts)                                                                \
    pack((struct recipe){ARCHIVE_FORMAT_##format, ARCHIVE_FILTER_##filter, NULL}, (parts),         \
         COUNT_OF(parts))

/* One text, compressed and no tar. */
static struct bytes squeeze(int filter, const char *text)
{
    const struct part part = {.name = "text", .text = text};

    return pack((struct recipe){ARCHIVE_FORMAT_RAW, filter, NULL}, &part, 1);
}

/* --- archives taken apart --------------------------------------------------------------- */

enum { TEXT_SHOWN = 40 };

static void list_member(struct bytes *list, struct input *member)
{
    struct bytes text = BYTES_EMPTY;
    struct span ahead;

    while ((ahead = input_ahead(member, 1)).length) {
        bytes_add(&text, ahead);
        input_take(member, ahead.length);
    }
    bytes_print(list, "%.*s: ", SPAN_PRINT(input_about(member)->path));
    if (text.count > TEXT_SHOWN)
        bytes_print(list, "%zu bytes", text.count);
    else
        bytes_add(list, bytes_span(&text));
    bytes_add_text(list, input_error(member) ? " (breaks off)\n" : "\n");
    bytes_release(&text);
}

/* Each member on a line, its path and text, then the reasons and the end. */
static struct bytes list_input(struct input *input)
{
    struct bytes list = BYTES_EMPTY;
    struct input *member;
    struct fault fault = FAULT_EMPTY;
    enum format_result result;
    void *state = NULL;

    while ((result = read_archive_container.next(&state, input, &member, &fault)) != FORMAT_END) {
        if (result == FORMAT_SKIP) {
            bytes_print(&list, "skip %s\n", fault.message);
            continue;
        }
        list_member(&list, member);
        input_close(member);
    }
    if (fault.kind != FAULT_NONE)
        bytes_print(&list, "end %d %s\n", fault_exit_code(fault.kind), fault.message);
    result = read_archive_container.next(&state, input, &member, &fault);
    assert_int_equal(result, FORMAT_END);
    assert_int_equal(fault.kind, FAULT_NONE);
    read_archive_container.close(state);
    input_close(input);
    return list;
}

static struct input *pipe_of(const char *path, struct span bytes)
{
    return input_of((struct input_about){.path = span_of(path)}, bytes);
}

/* From a file and from a pipe it is the same. */
static struct bytes list_span(const char *path, struct span packed)
{
    struct file file = {.bytes = packed};
    struct bytes listed, again;

    assert_true(read_archive_container.claims(span_of(path), packed));
    listed = list_input(pipe_of(path, packed));
    again = list_input(file_input(span_of(path), &file));
    assert_string_equal(bytes_text(&listed), bytes_text(&again));
    bytes_release(&again);
    return listed;
}

static struct bytes list(const char *path, struct bytes *packed)
{
    struct bytes listed = list_span(path, bytes_span(packed));

    bytes_release(packed);
    return listed;
}

static void assert_lists(const char *path, struct bytes packed, const char *expected)
{
    struct bytes listed = list(path, &packed);

    assert_string_equal(bytes_text(&listed), expected);
    bytes_release(&listed);
}

/* --- members ------------------------------------------------------------------------------ */

static const struct part three[] = {
    {.name = "b/one.txt", .text = "first"},
    {.name = "a/two.txt", .text = "second"},
    {.name = "c.txt", .text = ""},
};

static void members_come_in_the_archives_order_with_its_path(void **state)
{
    static const struct recipe recipes[] = {
        {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:compression=store"},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_BZIP2, NULL},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ, NULL},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD, NULL},
        {ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(recipes); i++)
        assert_lists("in/news.pack", pack(recipes[i], three, COUNT_OF(three)),
                     "in/news.pack/b/one.txt: first\n"
                     "in/news.pack/a/two.txt: second\n"
                     "in/news.pack/c.txt: \n");
}

static void a_compressed_file_is_one_member_without_its_ending(void **state)
{
    (void)state;
    assert_lists("a/b.txt.gz", squeeze(ARCHIVE_FILTER_GZIP, "text"), "a/b.txt: text\n");
    assert_lists("a/b.txt.bz2", squeeze(ARCHIVE_FILTER_BZIP2, "text"), "a/b.txt: text\n");
    assert_lists("a/b.txt.xz", squeeze(ARCHIVE_FILTER_XZ, "text"), "a/b.txt: text\n");
    assert_lists("a/b.txt.zst", squeeze(ARCHIVE_FILTER_ZSTD, "text"), "a/b.txt: text\n");
    assert_lists("a/b.txt.zst", squeeze(ARCHIVE_FILTER_GZIP, "text"), "a/b.txt.zst: text\n");
    assert_lists("a/.gz", squeeze(ARCHIVE_FILTER_GZIP, "text"), "a/.gz: text\n");
    assert_lists("-", squeeze(ARCHIVE_FILTER_GZIP, "text"), "-: text\n");
}

static void a_compressed_file_keeps_what_is_known_of_it(void **state)
{
    const struct input_about about = {
        .path = span_of("in/crawl.warc#7"),
        .root = 3,
        .url = span_of("https://example.org/"),
        .published = span_of("2025-03-04"),
        .charset = span_of("koi8-r"),
    };
    struct bytes packed = squeeze(ARCHIVE_FILTER_GZIP, "text");
    struct input *input = input_of(about, bytes_span(&packed)), *member = NULL;
    struct fault fault = FAULT_EMPTY;
    void *unpacking = NULL;

    (void)state;
    assert_int_equal(read_archive_container.next(&unpacking, input, &member, &fault),
                     FORMAT_ARTICLE);
    assert_true(span_equal(input_about(member)->path, about.path));
    assert_int_equal(input_about(member)->root, 3);
    assert_true(span_equal(input_about(member)->url, about.url));
    assert_true(span_equal(input_about(member)->published, about.published));
    assert_true(span_equal(input_about(member)->charset, about.charset));
    input_close(member);
    read_archive_container.close(unpacking);
    input_close(input);
    bytes_release(&packed);
}

static void several_gzip_members_are_one_text(void **state)
{
    struct bytes packed = squeeze(ARCHIVE_FILTER_GZIP, "one ");
    struct bytes second = squeeze(ARCHIVE_FILTER_GZIP, "two");

    (void)state;
    bytes_add(&packed, bytes_span(&second));
    bytes_release(&second);
    assert_lists("n.gz", packed, "n: one two\n");
}

static void what_is_packed_twice_is_unpacked_once(void **state)
{
    struct bytes twice = BYTES_EMPTY, listed;
    struct archive *archive = archive_write_new();
    struct archive_entry *entry = archive_entry_new();

    (void)state;
    (void)archive_write_set_format_raw(archive);
    (void)archive_write_add_filter_bzip2(archive);
    (void)archive_write_add_filter_gzip(archive); /* the last one added is the outermost */
    assert_int_equal(archive_write_open(archive, &twice, NULL, write_bytes, NULL), ARCHIVE_OK);
    archive_entry_set_filetype(entry, AE_IFREG);
    assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
    assert_int_equal(archive_write_data(archive, "text", 4), 4);
    archive_entry_free(entry);
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
    assert_int_equal(packing_of(bytes_span(&twice)), PACKING_GZIP);
    listed = list("n.bz2.gz", &twice);
    assert_true(span_starts(bytes_span(&listed), "n.bz2: BZh"));
    bytes_release(&listed);
}

static void links_and_devices_are_left_out_with_a_reason(void **state)
{
    static const struct part parts[] = {
        {.name = "a.txt", .text = "text"},
        {.name = "soft", .type = AE_IFLNK, .link = "/etc/passwd"},
        {.name = "hard", .link = "a.txt"},
        {.name = "device", .type = AE_IFCHR},
        {.name = "pipe", .type = AE_IFIFO},
        {.name = "folder/", .type = AE_IFDIR},
        {.name = "b.txt", .text = "text"},
    };
    static const struct part in_zip[] = {
        {.name = "soft", .type = AE_IFLNK, .link = "/etc/passwd"},
        {.name = "folder/", .type = AE_IFDIR},
        {.name = "b.txt", .text = "text"},
    };

    (void)state;
    assert_lists("n.tar", PACK(TAR_PAX_INTERCHANGE, NONE, parts),
                 "n.tar/a.txt: text\n"
                 "skip soft: a link is not followed\n"
                 "skip hard: a link is not followed\n"
                 "skip device: it is neither a file nor a folder\n"
                 "skip pipe: it is neither a file nor a folder\n"
                 "n.tar/b.txt: text\n");
    assert_lists("n.zip", PACK(ZIP, NONE, in_zip),
                 "skip soft: a link is not followed\n"
                 "n.zip/b.txt: text\n");
}

static void what_a_folder_would_hide_is_passed_over(void **state)
{
    static const struct part parts[] = {
        {.name = "./a.txt", .text = "a"},           {.name = ".b.txt", .text = "b"},
        {.name = "x/.git/c.txt", .text = "c"},      {.name = "__MACOSX/d.txt", .text = "d"},
        {.name = "x/broadsheet.yaml", .text = "e"}, {.name = "x/f.txt", .text = "f"},
    };

    (void)state;
    assert_lists("n.tar", PACK(TAR_USTAR, NONE, parts), "n.tar/a.txt: a\nn.tar/x/f.txt: f\n");
}

static void names_that_climb_are_only_names(void **state)
{
    static const struct part parts[] = {
        {.name = "../../up.txt", .text = "a"},
        {.name = "/etc/root.txt", .text = "b"},
        {.name = "//host/share.txt", .text = "c"},
        {.name = "bad\x1B[31m\n.txt", .type = AE_IFLNK, .link = "x"},
    };

    (void)state;
    assert_lists("n.tar", PACK(TAR_GNUTAR, NONE, parts),
                 "n.tar/../../up.txt: a\n"
                 "n.tar/etc/root.txt: b\n"
                 "n.tar/host/share.txt: c\n"
                 "skip bad\\x1b[31m\\x0a.txt: a link is not followed\n");
}

static void a_name_of_64_kilobytes_is_refused_and_shown_cut(void **state)
{
    struct bytes name = BYTES_EMPTY, expected = BYTES_EMPTY;
    struct part parts[2] = {{.text = "a"}, {.name = "b.txt", .text = "b"}};

    (void)state;
    for (int i = 0; i < 65000; i++)
        bytes_add_byte(&name, 'n');
    parts[0].name = bytes_text(&name);
    bytes_print(&expected, "skip %.160s: its name is longer than 4,096 bytes\nn.pack/b.txt: b\n",
                parts[0].name);
    assert_lists("n.pack", PACK(TAR_PAX_INTERCHANGE, NONE, parts), bytes_text(&expected));
    assert_lists("n.pack", PACK(ZIP, NONE, parts), bytes_text(&expected));
    bytes_release(&name);
    bytes_release(&expected);
}

static void names_of_any_script_are_kept_in_any_locale(void **state)
{
    static const struct part parts[] = {{.name = "новости/ä.txt", .text = "a"},
                                        {.name = "caf\xE9.txt", .text = "b"}};

    (void)state;
    assert_lists("n.tar", PACK(TAR_GNUTAR, NONE, parts),
                 "n.tar/новости/ä.txt: a\nn.tar/caf\xE9.txt: b\n");
    assert_lists("n.zip", PACK(ZIP, NONE, parts), "n.zip/новости/ä.txt: a\nn.zip/caf\xE9.txt: b\n");
}

static void an_encrypted_member_is_refused(void **state)
{
    static const char *const options[] = {"zip:encryption=zipcrypt", "zip:encryption=aes256"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(options); i++)
        assert_lists(
            "n.zip",
            pack((struct recipe){ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, options[i]}, three, 2),
            "skip b/one.txt: it is encrypted; unpack it first\n"
            "skip a/two.txt: it is encrypted; unpack it first\n");
}

/* --- limits ----------------------------------------------------------------------------------- */

static char *repeated(char byte, size_t count)
{
    char *text = malloc(count + 1);

    assert_non_null(text);
    memset(text, byte, count);
    text[count] = '\0';
    return text;
}

static void a_bomb_ends_with_a_limit(void **state)
{
    static const char end[] = "end 8 more than 200 times its size comes out of it, as of a "
                              "decompression bomb; the rest is not read\n";
    static const struct recipe recipes[] = {
        {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL},
        {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, NULL},
        {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD, NULL},
        {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2, NULL},
        {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, NULL},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL},
    };
    char *text = repeated('a', 24 << 20);
    /* The last one is passed over, and counts all the same. */
    const struct part parts[] = {{.name = "a.txt", .text = text}, {.name = ".b", .text = text}};

    (void)state;
    for (size_t i = 0; i < 2 * COUNT_OF(recipes); i++) {
        size_t hidden = i / COUNT_OF(recipes);
        struct recipe recipe = recipes[i % COUNT_OF(recipes)];
        struct bytes packed, listed;

        if (hidden && recipe.format == ARCHIVE_FORMAT_RAW)
            continue;
        packed = pack(recipe, &parts[hidden], 1);
        assert_true(packed.count * 200 < 24 << 20);
        listed = list("n", &packed);
        assert_true(span_ends(bytes_span(&listed), end));
        assert_true(hidden || strstr(bytes_text(&listed), "(breaks off)"));
        bytes_release(&listed);
    }
    free(text);
}

static void a_small_text_may_shrink_as_it_likes(void **state)
{
    char *text = repeated('a', 1 << 20);

    (void)state;
    assert_lists("n.gz", squeeze(ARCHIVE_FILTER_GZIP, text), "n: 1048576 bytes\n");
    free(text);
}

static void too_much_is_told_by_ratio_and_by_size(void **state)
{
    const uint64_t giga = UINT64_C(1) << 30, mega = 1 << 20;

    (void)state;
    assert_null(packing_refusal(1, mega));
    assert_non_null(packing_refusal(1, mega + 1));
    assert_null(packing_refusal(mega, 200 * mega));
    assert_non_null(packing_refusal(mega, 201 * mega));
    assert_null(packing_refusal(giga, 4 * giga));
    assert_non_null(packing_refusal(giga, 4 * giga + 1));
}

/* Past what is held: from a pipe a ZIP is read as it comes, and from a file by its list. */
static void a_long_archive_is_read_as_far_as_it_can_be(void **state)
{
    static const struct {
        struct recipe recipe;
        const char *from_pipe, *from_file;
    } cases[] = {
        {{ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, "zip:compression=store"},
         "n/a: 17825792 bytes\nn/b: b\n",
         "n/a: 17825792 bytes\nn/b: b\n"},
        {{ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, "7zip:compression=store"},
         "end 8 a 7z archive within another or in a pipe is read up to 16 MB\n",
         "n/a: 17825792 bytes\nn/b: b\n"},
    };
    char *text = repeated('a', 17 << 20);
    const struct part parts[] = {{.name = "a", .text = text}, {.name = "b", .text = "b"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes packed = pack(cases[i].recipe, parts, 2);
        struct bytes listed = list_input(pipe_of("n", bytes_span(&packed)));
        struct file file = {.bytes = bytes_span(&packed)};

        assert_string_equal(bytes_text(&listed), cases[i].from_pipe);
        bytes_release(&listed);
        listed = list_input(file_input(span_of("n"), &file));
        assert_string_equal(bytes_text(&listed), cases[i].from_file);
        bytes_release(&listed);
        bytes_release(&packed);
    }
    free(text);
}

/* --- damage --------------------------------------------------------------------------------- */

enum { ARTICLES = 12, WORDS = 400 };

/* Texts that do not shrink much, the same in each run. */
static void write_articles(struct bytes texts[static ARTICLES])
{
    uint64_t seed = 7;

    for (size_t i = 0; i < ARTICLES; i++)
        for (size_t word = 0; word < WORDS; word++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
            bytes_print(&texts[i], "%llx ", (unsigned long long)(seed >> 40));
        }
}

/* Whole members are the first ones of the whole archive; the end is told with its byte. */
static void assert_cut_off_honestly(struct recipe recipe, const struct part *parts, size_t count)
{
    struct bytes packed = pack(recipe, parts, count), whole, cut;

    whole = list_span("n", bytes_span(&packed));
    for (size_t percent = 1; percent < 100; percent++) {
        struct span part = span_cut(bytes_span(&packed), 0, packed.count * percent / 100);
        const char *end;
        size_t kept = 0;

        cut = list_span("n", part);
        end = strstr(bytes_text(&cut), "end 3 ");
        assert_non_null(end);
        assert_non_null(strstr(end, "byte "));
        while (kept < whole.count && cut.items[kept] == whole.items[kept])
            kept++;
        /* What differs is the member that breaks off, or the end itself. */
        assert_true(cut.items + kept == end || strstr(cut.items + kept, "(breaks off)\nend 3 ") ||
                    recipe.format == ARCHIVE_FORMAT_RAW);
        bytes_release(&cut);
    }
    bytes_release(&whole);
    bytes_release(&packed);
}

static void an_archive_cut_off_anywhere_keeps_its_whole_members(void **state)
{
    static const int filters[] = {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_XZ,
                                  ARCHIVE_FILTER_BZIP2};
    static const char *const names[ARTICLES] = {"a", "b", "c", "d", "e", "f",
                                                "g", "h", "i", "j", "k", "l"};
    struct bytes texts[ARTICLES] = {BYTES_EMPTY}, joined = BYTES_EMPTY;
    struct part parts[ARTICLES], one;

    (void)state;
    write_articles(texts);
    for (size_t i = 0; i < ARTICLES; i++) {
        parts[i] = (struct part){.name = names[i], .text = bytes_text(&texts[i])};
        bytes_add(&joined, bytes_span(&texts[i]));
    }
    one = (struct part){.name = "one", .text = bytes_text(&joined)};
    assert_cut_off_honestly((struct recipe){ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL}, parts,
                            ARTICLES);
    for (size_t i = 0; i < COUNT_OF(filters); i++) {
        assert_cut_off_honestly((struct recipe){ARCHIVE_FORMAT_RAW, filters[i], NULL}, &one, 1);
        assert_cut_off_honestly((struct recipe){ARCHIVE_FORMAT_TAR_USTAR, filters[i], NULL}, parts,
                                ARTICLES);
    }
    for (size_t i = 0; i < ARTICLES; i++)
        bytes_release(&texts[i]);
    bytes_release(&joined);
}

static void an_end_that_is_none_is_told(void **state)
{
    struct bytes followed = squeeze(ARCHIVE_FILTER_GZIP, "text");
    struct bytes empty = squeeze(ARCHIVE_FILTER_GZIP, "");
    struct bytes expected = BYTES_EMPTY;

    (void)state;
    bytes_print(&expected,
                "n: text\nend 3 what follows byte %zu is not packed the same way and is not read\n",
                followed.count);
    bytes_add_text(&followed, "and more");
    assert_lists("n.gz", followed, bytes_text(&expected));
    bytes_clear(&expected);
    bytes_print(&expected,
                "end 3 nothing comes out of it: it is empty, or cut off or damaged near byte %zu\n",
                empty.count);
    assert_lists("n.gz", empty, bytes_text(&expected));
    bytes_release(&expected);
}

/* --- what is packed how ------------------------------------------------------------------- */

static void packing_is_told_by_bytes_not_by_names(void **state)
{
    struct bytes zip = PACK(ZIP, NONE, three), tar = PACK(TAR, NONE, three);
    static const struct part document[] = {{.name = "mimetype", .text = "application/epub+zip"}};
    struct bytes book = PACK(ZIP, NONE, document);

    (void)state;
    assert_int_equal(packing_of(bytes_span(&zip)), PACKING_ZIP);
    assert_int_equal(packing_of(bytes_span(&tar)), PACKING_TAR);
    assert_int_equal(packing_of(bytes_span(&book)), PACKING_NONE);
    assert_int_equal(packing_of(span_of("BZh9 is how this text begins")), PACKING_NONE);
    assert_int_equal(packing_of(span_of("PK")), PACKING_NONE);
    assert_int_equal(packing_of(SPAN_EMPTY), PACKING_NONE);
    tar.items[0] ^= 1; /* the header's sum is no longer right */
    assert_int_equal(packing_of(bytes_span(&tar)), PACKING_NONE);
    bytes_release(&zip);
    bytes_release(&tar);
    bytes_release(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_come_in_the_archives_order_with_its_path),
        cmocka_unit_test(a_compressed_file_is_one_member_without_its_ending),
        cmocka_unit_test(a_compressed_file_keeps_what_is_known_of_it),
        cmocka_unit_test(several_gzip_members_are_one_text),
        cmocka_unit_test(what_is_packed_twice_is_unpacked_once),
        cmocka_unit_test(links_and_devices_are_left_out_with_a_reason),
        cmocka_unit_test(what_a_folder_would_hide_is_passed_over),
        cmocka_unit_test(names_that_climb_are_only_names),
        cmocka_unit_test(a_name_of_64_kilobytes_is_refused_and_shown_cut),
        cmocka_unit_test(names_of_any_script_are_kept_in_any_locale),
        cmocka_unit_test(an_encrypted_member_is_refused),
        cmocka_unit_test(a_bomb_ends_with_a_limit),
        cmocka_unit_test(a_small_text_may_shrink_as_it_likes),
        cmocka_unit_test(too_much_is_told_by_ratio_and_by_size),
        cmocka_unit_test(a_long_archive_is_read_as_far_as_it_can_be),
        cmocka_unit_test(an_archive_cut_off_anywhere_keeps_its_whole_members),
        cmocka_unit_test(an_end_that_is_none_is_told),
        cmocka_unit_test(packing_is_told_by_bytes_not_by_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
