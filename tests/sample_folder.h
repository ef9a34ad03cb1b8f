/*
 * The files of a folder of samples, read by a format.
 */
#ifndef TESTS_SAMPLE_FOLDER_H
#define TESTS_SAMPLE_FOLDER_H

#include "tests/articles_read.h"
#include "tests/support.h"

#include <dirent.h>

/* The bytes of a file; empty where it cannot be read. */
static inline void read_file(struct bytes *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    size_t got = 0;

    if (!file)
        return;
    do {
        got = fread(bytes_room(out, 1 << 16), 1, 1 << 16, file);
        bytes_grown(out, got);
    } while (got);
    (void)fclose(file);
}

/*
 * Lets `format` read each file of a folder that it claims; each gives articles
 * or a reason. Returns how many files it read, -1 where there is no folder.
 */
static inline int read_folder(const struct format *format, const char *folder,
                              void (*each)(const struct article *))
{
    DIR *files = opendir(folder);
    const struct dirent *entry;
    int count = 0;

    if (!files)
        return -1;
    while ((entry = readdir(files)) != NULL) {
        char path[512];
        struct bytes bytes = BYTES_EMPTY;
        struct bytes out = BYTES_EMPTY;
        struct span start;

        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        read_file(&bytes, path);
        start =
            span_cut(bytes_span(&bytes), 0, bytes.count < FORMAT_LOOK ? bytes.count : FORMAT_LOOK);
        if (format->claims(span_of(path), start)) {
            (void)articles_read(&out, format, (struct input_about){.path = span_of(path)},
                                bytes_span(&bytes), each);
            if (out.count == 0)
                fail_msg("%s: neither an article nor a reason", path);
            count++;
        }
        bytes_release(&bytes);
        bytes_release(&out);
    }
    (void)closedir(files);
    return count;
}

#endif
