#include "corpus/base/spool.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static bool refuse(const char *what, struct fault *fault)
{
    return fault_set(fault, FAULT_OUTPUT,
                     "the run's temporary file cannot be %s: %s; make room, or name another "
                     "folder in TMPDIR",
                     what, strerror(errno ? errno : EIO));
}

/* tmpfile() does not look at TMPDIR. */
static FILE *open_nameless(void)
{
    struct bytes path = BYTES_EMPTY;
    const char *folder = getenv("TMPDIR");
    FILE *file = NULL;
    int descriptor;

    bytes_print(&path, "%s/broadsheet-XXXXXX", folder && *folder ? folder : "/tmp");
    descriptor = mkstemp(path.items);
    if (descriptor >= 0) {
        (void)unlink(path.items);
        file = fdopen(descriptor, "w+");
    }
    if (descriptor >= 0 && !file)
        (void)close(descriptor);
    bytes_release(&path);
    return file;
}

static bool file_tail(struct spool *spool, struct fault *fault)
{
    errno = 0;
    if (!spool->file)
        spool->file = open_nameless();
    if (!spool->file)
        return refuse("made", fault);
    if (fwrite(spool->tail.items, 1, spool->tail.count, spool->file) != spool->tail.count ||
        fflush(spool->file) != 0)
        return refuse("written", fault);
    spool->filed += spool->tail.count;
    bytes_clear(&spool->tail);
    return true;
}

bool spool_add(struct spool *spool, struct span bytes, struct fault *fault)
{
    size_t memory = spool->memory ? spool->memory : SPOOL_MEMORY;

    if (spool->tail.count && spool->tail.count + bytes.length > memory && !file_tail(spool, fault))
        return false;
    bytes_add(&spool->tail, bytes);
    spool->length += bytes.length;
    return true;
}

/* Reads `length` bytes of the file from `at` on into `room`. */
static bool read_file(const struct spool *spool, uint64_t at, size_t length, struct bytes *room,
                      struct fault *fault)
{
    size_t got = 0;

    while (got < length) {
        ssize_t read =
            pread(fileno(spool->file), room->items + got, length - got, (off_t)(at + got));

        if (read < 0 && errno == EINTR)
            continue;
        if (read <= 0)
            return refuse("read", fault);
        got += (size_t)read;
    }
    bytes_grown(room, length);
    return true;
}

bool spool_read(const struct spool *spool, uint64_t at, size_t length, struct bytes *room,
                struct span *bytes, struct fault *fault)
{
    struct span tail = bytes_span(&spool->tail);
    size_t filed = 0; /* of what is wanted */

    if (at >= spool->filed) {
        at -= spool->filed;
        *bytes = span_cut(tail, (size_t)at, (size_t)at + length);
        return true;
    }
    filed = spool->filed - at < length ? (size_t)(spool->filed - at) : length;
    bytes_clear(room);
    (void)bytes_room(room, length);
    if (!read_file(spool, at, filed, room, fault))
        return false;
    bytes_add(room, span_cut(tail, 0, length - filed));
    *bytes = bytes_span(room);
    return true;
}

void spool_release(struct spool *spool)
{
    if (spool->file)
        (void)fclose(spool->file);
    bytes_release(&spool->tail);
    *spool = SPOOL_EMPTY;
}
