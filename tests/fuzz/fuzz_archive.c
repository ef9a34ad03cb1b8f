/*
 * Any bytes at all as an archive: members end, what comes out keeps within
 * what packing_refusal() allows, and an input_error() of a member is followed
 * by a reason.
 */
#include "corpus/base/memory.h"
#include "corpus/read/packing.h"
#include "corpus/read/read_archive.h"

#include <stdint.h>
#include <stdlib.h>

/* A read beyond the first that is refused may have handed out this much. */
enum { SLACK = 128 << 10 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t drain(struct input *member)
{
    uint64_t total = 0;
    size_t length;

    while ((length = input_ahead(member, 1).length) > 0) {
        total += length;
        input_take(member, length);
    }
    return total;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span bytes = {(const char *)data, size};
    struct input *member, *input;
    struct fault fault = FAULT_EMPTY;
    enum format_result result;
    uint64_t total = 0;
    bool owed = false; /* a reason */
    void *state = NULL;

    if (!read_archive_container.claims(SPAN_EMPTY, bytes))
        return 0;
    input = input_of((struct input_about){.path = {"a.zip", 5}}, bytes);
    while ((result = read_archive_container.next(&state, input, &member, &fault)) != FORMAT_END) {
        if (owed && result != FORMAT_SKIP)
            abort();
        owed = false;
        if (result == FORMAT_SKIP) {
            if (fault.kind == FAULT_NONE || !fault.message[0])
                abort();
            fault = FAULT_EMPTY;
            continue;
        }
        total += drain(member);
        owed = input_error(member) != NULL;
        input_close(member);
        if (total > SLACK && packing_refusal(size, total - SLACK))
            abort();
    }
    if (owed && fault.kind == FAULT_NONE)
        abort();
    read_archive_container.close(state);
    input_close(input);
    return 0;
}
