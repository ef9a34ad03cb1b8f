#include "tests/corpus/archives.h"

#include "corpus/read/packing.h"

/* --- members ------------------------------------------------------------------------- */

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

/* --- what is packed how -------------------------------------------------------------- */

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
        cmocka_unit_test(packing_is_told_by_bytes_not_by_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
