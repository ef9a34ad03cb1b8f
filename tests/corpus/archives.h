/*
 * Archives made by libarchive, and what read_archive.h finds in them as text.
 */
#ifndef TESTS_CORPUS_ARCHIVES_H
#define TESTS_CORPUS_ARCHIVES_H

#include "tests/file_input.h"
#include "tests/support.h"

#include "corpus/base/bytes.h"
#include "corpus/read/read_archive.h"

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

static inline la_ssize_t write_bytes(struct archive *archive, void *context, const void *buffer,
                                     size_t size)
{
    (void)archive;
    bytes_add(context, (struct span){buffer, size});
    return (la_ssize_t)size;
}

static inline struct bytes pack(struct recipe recipe, const struct part *parts, size_t count)
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
static inline struct bytes squeeze(int filter, const char *text)
{
    const struct part part = {.name = "text", .text = text};

    return pack((struct recipe){ARCHIVE_FORMAT_RAW, filter, NULL}, &part, 1);
}

/* --- archives taken apart ------------------------------------------------------------ */

enum { TEXT_SHOWN = 40 };

static inline void list_member(struct bytes *list, struct input *member)
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
static inline struct bytes list_input(struct input *input)
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

static inline struct input *pipe_of(const char *path, struct span bytes)
{
    return input_of((struct input_about){.path = span_of(path)}, bytes);
}

/* From a file and from a pipe it is the same. */
static inline struct bytes list_span(const char *path, struct span packed)
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

static inline struct bytes list(const char *path, struct bytes *packed)
{
    struct bytes listed = list_span(path, bytes_span(packed));

    bytes_release(packed);
    return listed;
}

static inline void assert_lists(const char *path, struct bytes packed, const char *expected)
{
    struct bytes listed = list(path, &packed);

    assert_string_equal(bytes_text(&listed), expected);
    bytes_release(&listed);
}

#endif
