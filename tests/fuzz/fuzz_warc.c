/*
 * Any bytes at all behind the first bytes of a web archive: it ends, and each
 * member is no longer than what HTTP may make of it, has a path of its own in
 * rising order, and is the same however the bytes drip in.
 */
#include "corpus/base/bytes.h"
#include "corpus/base/hash.h"
#include "corpus/read/read_warc.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct drip {
    struct span bytes;
    size_t step;
};

static ssize_t read_drip(void *context, char *room, size_t size)
{
    struct drip *drip = context;
    size_t count = drip->bytes.length < drip->step ? drip->bytes.length : drip->step;

    count = count < size ? count : size;
    if (count)
        memcpy(room, drip->bytes.bytes, count);
    drip->bytes = span_cut(drip->bytes, count, drip->bytes.length);
    return (ssize_t)count;
}

/* The record's number, behind the last #. */
static unsigned long number_of(const struct input *member)
{
    struct span path = input_about(member)->path;
    size_t at = path.length;

    while (at && path.bytes[at - 1] != '#')
        at--;
    return strtoul(path.bytes + at, NULL, 10);
}

static uint64_t walk(struct span bytes, size_t step)
{
    struct drip drip = {bytes, step};
    struct input *member, *input = input_open((struct input_about){.path = {"a.warc", 6}},
                                              (struct input_source){&drip, read_drip, NULL, NULL});
    struct fault fault = FAULT_EMPTY;
    enum format_result result;
    unsigned long last = 0;
    uint64_t hash = 0;
    void *state = NULL;

    while ((result = read_warc_container.next(&state, input, &member, &fault)) != FORMAT_END) {
        struct span whole;

        if (result == FORMAT_SKIP) {
            if (fault.kind == FAULT_NONE)
                abort();
            hash = hash_bytes(span_of(fault.message), hash);
            fault = FAULT_EMPTY;
            continue;
        }
        if (number_of(member) <= last)
            abort();
        last = number_of(member);
        if (!input_whole(member, &whole))
            abort();
        hash = hash_bytes(input_about(member)->url, hash_bytes(whole, hash));
        input_close(member);
    }
    read_warc_container.close(state);
    input_close(input);
    return hash_bytes(span_of(fault.message), hash);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const starts[] = {"WARC/1.0\r\n", "filedesc://"};
    struct bytes archive = BYTES_EMPTY;

    if (size == 0)
        return 0;
    bytes_add_text(&archive, starts[data[0] & 1]);
    bytes_add(&archive, (struct span){(const char *)data + 1, size - 1});
    if (walk(bytes_span(&archive), 1 << 20) != walk(bytes_span(&archive), 1 + data[0] / 2))
        abort();
    bytes_release(&archive);
    return 0;
}
