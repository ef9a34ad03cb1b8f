/*
 * Fuzz target: any bytes as a judged sheet of an audit.
 *
 * Invariants: a sheet that is read names its sample, and no judgement of it contradicts
 * itself; a refused one is empty and its fault names the file.
 */
#include "analysis/judgements.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct judgements judgements = JUDGEMENTS_EMPTY;
    struct fault fault = FAULT_EMPTY;
    struct span text = {.bytes = (const char *)data, .length = size};

    if (!judgements_read(&judgements, text, "s.csv", &fault)) {
        assert(judgements.count == 0 && strstr(fault.message, "s.csv"));
        return 0;
    }
    assert(judgements.size > 0);
    for (size_t i = 0; i < judgements.count; i++) {
        const struct judgement *judgement = &judgements.items[i];

        assert(judgement->line > 0 && judgement->missed <= 1000);
        assert(judgement->is_speech != ANSWER_UNKNOWN);
        assert(judgement->speaker_right == ANSWER_NONE || judgement->is_speech != ANSWER_NONE);
        assert(judgement->right_speaker.length == 0 || judgement->speaker_right == ANSWER_NO);
    }
    judgements_release(&judgements);
    return 0;
}
