/*
 * Bytes in memory as an input that can be read from any place, as a file's.
 */
#ifndef TESTS_FILE_INPUT_H
#define TESTS_FILE_INPUT_H

#include "corpus/read/input.h"

#include <stdio.h>

struct file {
    struct span bytes;
    size_t at;
};

static inline ssize_t read_file(void *context, char *room, size_t size)
{
    struct file *file = context;
    size_t left = file->bytes.length - file->at, count = left < size ? left : size;

    if (count)
        memcpy(room, file->bytes.bytes + file->at, count);
    file->at += count;
    return (ssize_t)count;
}

static inline int64_t seek_file(void *context, int64_t offset, int whence)
{
    struct file *file = context;
    int64_t at = offset + (whence == SEEK_END ? (int64_t)file->bytes.length : 0);

    if (at < 0 || at > (int64_t)file->bytes.length)
        return -1;
    file->at = (size_t)at;
    return at;
}

/* `file` must outlive it. */
static inline struct input *file_input(struct span path, struct file *file)
{
    return input_open((struct input_about){.path = path},
                      (struct input_source){.context = file, .read = read_file, .seek = seek_file});
}

#endif
