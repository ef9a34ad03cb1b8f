/*
 * Any bytes at all as an archive, from a pipe and from a file: members end, what comes out keeps
 * within what packing_refusal() allows, and an input_error() of a member is followed by a reason.
 */
#include "corpus/read/packing.h"
#include "corpus/read/read_archive.h"
#include "tests/file_input.h"

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

/* Takes over `input`, of so many bytes. */
static void walk(struct input *input, size_t size)
{
    struct input *member;
    struct fault fault = FAULT_EMPTY;
    enum format_result result;
    uint64_t total = 0;
    bool owed = false; /* a reason */
    void *state = NULL;

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
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct input_about about = {.path = {"a.zip", 5}};
    struct file file = {.bytes = {(const char *)data, size}};

    if (!read_archive_container.claims(about.path, file.bytes))
        return 0;
    walk(input_of(about, file.bytes), size);
    walk(file_input(about.path, &file), size);
    return 0;
}
