/*
 * Input: the bytes of one file, or of one member of an archive, as a window
 * that moves forward and grows on demand.
 *
 *     struct input *input = input_open(path, source);
 *     struct span line;
 *     while (input_line(input, &line))
 *         use(line);
 *     input_close(input);
 *
 * Spans it hands out are valid until the next call on the same input. Memory
 * is bounded: a line or a whole input longer than INPUT_MAX is not held.
 */
#ifndef CORPUS_READ_INPUT_H
#define CORPUS_READ_INPUT_H

#include "corpus/base/span.h"

#include <stdint.h>
#include <sys/types.h>

/* The longest line, record or whole input that is held, in bytes. */
enum { INPUT_MAX = 16 << 20 };

/* Where the bytes come from. */
struct input_source {
    void *context;
    /* Up to `size` bytes into `room`: how many, 0 at the end, -1 with errno set. */
    ssize_t (*read)(void *context, char *room, size_t size);
    void (*close)(void *context); /* or NULL */
    /* As lseek() with SEEK_SET and SEEK_END; NULL where only the next bytes can be read. */
    int64_t (*seek)(void *context, int64_t offset, int whence);
};

/* What is known of an input besides its bytes; empty where nothing is. */
struct input_about {
    struct span path;      /* "news.zip/2025/a.html"; for ids and messages */
    size_t root;           /* bytes of `path` that ids leave out */
    struct span url;       /* of the page, from a web archive's record */
    struct span published; /* when the record was made, of any form */
    struct span charset; /* declared outside the bytes (an HTTP head); they are not converted yet */
};

struct input;

/* Takes over `source`; the texts of `about` are copied. */
struct input *input_open(struct input_about about, struct input_source source);

/* Bytes held in memory, borrowed until input_close(). */
struct input *input_of(struct input_about about, struct span bytes);

const struct input_about *input_about(const struct input *input);

/* The unread bytes: at least `wanted` of them unless the input ends before. */
struct span input_ahead(struct input *input, size_t wanted);

/* Counts `count` of the unread bytes as read. */
void input_take(struct input *input, size_t count);

/*
 * The next line without its line feed; false at the end, and where an
 * input_error() cuts a line off. One longer than INPUT_MAX is passed over:
 * `line` then has NULL for bytes.
 */
bool input_line(struct input *input, struct span *line);

/* All unread bytes; false where they are more than INPUT_MAX. */
bool input_whole(struct input *input, struct span *bytes);

/* The number of the line that input_line() yielded last, from 1. */
uint64_t input_line_number(const struct input *input);

/* Bytes read so far, before conversion. */
uint64_t input_bytes(const struct input *input);

/*
 * Moves to a place in the source, counted from its start (SEEK_SET) or its end
 * (SEEK_END), and returns it counted from the start; input_bytes() goes on
 * from there. -1, and nothing is changed, where the source cannot do so or
 * the bytes are converted.
 */
int64_t input_seek(struct input *input, int64_t offset, int whence);

/* Why reading stopped before the end; NULL where it did not. */
const char *input_error(const struct input *input);

/*
 * From here on lines and wholes are UTF-8: each byte that is none becomes
 * U+FFFD. input_ahead() still shows the bytes as they are.
 */
void input_mend(struct input *input);

/* The same of bytes that it has just handed out: themselves where they are UTF-8. */
struct span input_mended(struct input *input, struct span bytes);

/*
 * From here on the unread bytes are converted from this charset to UTF-8; what
 * cannot be is U+FFFD. False where the charset is not known; nothing is
 * changed then. The input's declared charset is UTF-8 from then on. At most
 * once for an input.
 */
bool input_convert(struct input *input, const char *charset);

/* The charset it is converted from, else "UTF-8". */
const char *input_charset(const struct input *input);

/* How many bytes mending and conversion have replaced so far. */
uint64_t input_replaced(const struct input *input);

void input_close(struct input *input); /* NULL is allowed */

#endif
