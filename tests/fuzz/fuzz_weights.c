/*
 * Any bytes at all: ranker_read() refuses them and leaves the ranker as it
 * was, or what it read is written and read back the same, and its steps rise.
 */
#include "corpus/voices/ranker.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct ranker ranker, again;
    struct bytes text = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    ranker = (struct ranker){.threshold = -7};
    if (!ranker_read(&ranker, (struct span){(const char *)data, size}, "fuzz", &fault)) {
        if (ranker.threshold != -7 || fault.kind != FAULT_INPUT)
            abort();
        return 0;
    }
    for (size_t i = 1; i < ranker.step_count; i++) {
        if (ranker.steps[i].lead <= ranker.steps[i - 1].lead ||
            ranker.steps[i].confidence < ranker.steps[i - 1].confidence)
            abort();
    }
    ranker_write(&text, &ranker, "fuzz");
    /* A file of zeros alone is written without weights, which is no file. */
    if (ranker_read(&again, bytes_span(&text), "again", &fault) &&
        (memcmp(again.weights, ranker.weights, sizeof ranker.weights) != 0 ||
         again.threshold != ranker.threshold || again.step_count != ranker.step_count))
        abort();
    bytes_release(&text);
    return 0;
}
