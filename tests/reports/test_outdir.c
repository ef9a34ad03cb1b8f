#include "reports/export/outdir.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/broadsheet-outdir-XXXXXX";

static void a_file_written_in_pieces_is_the_whole(void **state)
{
    struct outdir dir = OUTDIR_EMPTY;
    struct fault fault;
    struct outdir_file *file;

    (void)state;
    assert_true(outdir_open(&dir, folder, &fault));
    file = outdir_begin(&dir, "pieces.csv", &fault);
    assert_non_null(file);
    assert_true(outdir_add(file, span_of("one,"), &fault));
    assert_true(outdir_write(&dir, "whole.csv", span_of("one,two\n"), &fault));
    assert_true(outdir_add(file, span_of("two\n"), &fault));
    assert_true(outdir_end(file, &fault));
    assert_string_equal(dir.files[0].name, "pieces.csv");
    assert_int_equal(dir.files[0].bytes, dir.files[1].bytes);
    assert_string_equal(dir.files[0].sha256, dir.files[1].sha256);
    /* printf 'one,two\n' | sha256sum */
    assert_string_equal(dir.files[0].sha256,
                        "522d45a4d29c8cc69b7525211ceccfaa45bd7c06385ac7c71e1231b5fe0d111f");
    outdir_release(&dir);
}

static void much_is_moved_to_the_file_and_little_stays(void **state)
{
    struct outdir dir = OUTDIR_EMPTY;
    struct bytes bytes = BYTES_EMPTY;
    struct fault fault;
    struct outdir_file *file;

    (void)state;
    assert_true(outdir_open(&dir, folder, &fault));
    file = outdir_begin(&dir, "rows.csv", &fault);
    assert_non_null(file);
    bytes_add_text(&bytes, "row\n");
    assert_true(outdir_spill(file, &bytes, &fault));
    assert_int_equal(bytes.count, 4);
    while (bytes.count < 1 << 20)
        bytes_add_text(&bytes, "row\n");
    assert_true(outdir_spill(NULL, &bytes, &fault));
    assert_int_equal(bytes.count, 1 << 20);
    assert_true(outdir_spill(file, &bytes, &fault));
    assert_int_equal(bytes.count, 0);
    assert_int_equal(file->bytes, 1 << 20);
    bytes_release(&bytes);
    outdir_release(&dir);
}

static void what_was_begun_and_not_committed_is_removed(void **state)
{
    struct outdir dir = OUTDIR_EMPTY;
    struct bytes path = BYTES_EMPTY;
    struct fault fault;

    (void)state;
    bytes_print(&path, "%s/half.csv.part", folder);
    assert_true(outdir_open(&dir, folder, &fault));
    assert_non_null(outdir_begin(&dir, "half.csv", &fault));
    assert_int_equal(access(bytes_text(&path), F_OK), 0);
    outdir_release(&dir);
    assert_int_not_equal(access(bytes_text(&path), F_OK), 0);
    bytes_release(&path);
}

static bool is_there(const char *name)
{
    struct bytes path = BYTES_EMPTY;
    bool there;

    bytes_print(&path, "%s/%s", folder, name);
    there = access(bytes_text(&path), F_OK) == 0;
    bytes_release(&path);
    return there;
}

static void folders_that_were_made_are_removed_with_it(void **state)
{
    struct outdir dir = OUTDIR_EMPTY;
    struct bytes path = BYTES_EMPTY;
    struct fault fault;

    (void)state;
    bytes_print(&path, "%s/new//deep/", folder);
    assert_true(outdir_open(&dir, bytes_text(&path), &fault));
    assert_non_null(outdir_begin(&dir, "csv/half.csv", &fault));
    assert_true(is_there("new/deep/csv/half.csv.part"));
    outdir_release(&dir);
    assert_false(is_there("new"));
    assert_true(is_there(""));
    bytes_release(&path);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_written_in_pieces_is_the_whole),
        cmocka_unit_test(much_is_moved_to_the_file_and_little_stays),
        cmocka_unit_test(what_was_begun_and_not_committed_is_removed),
        cmocka_unit_test(folders_that_were_made_are_removed_with_it),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
