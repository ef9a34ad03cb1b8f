/* Archives that are too much, cut off or damaged. */
#include "tests/corpus/archives.h"

#include "corpus/read/packing.h"

/* --- limits -------------------------------------------------------------------------- */

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

/* --- damage -------------------------------------------------------------------------- */

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bomb_ends_with_a_limit),
        cmocka_unit_test(a_small_text_may_shrink_as_it_likes),
        cmocka_unit_test(too_much_is_told_by_ratio_and_by_size),
        cmocka_unit_test(a_long_archive_is_read_as_far_as_it_can_be),
        cmocka_unit_test(an_archive_cut_off_anywhere_keeps_its_whole_members),
        cmocka_unit_test(an_end_that_is_none_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
