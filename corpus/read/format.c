#include "corpus/read/format.h"

enum format_result format_whole(struct format_job *job, struct span *bytes, struct fault *fault)
{
    if (job->count)
        return FORMAT_END;
    if (input_whole(job->input, bytes))
        return FORMAT_ARTICLE;
    (void)fault_set(fault, FAULT_LIMIT, "it is longer than %d MB", INPUT_MAX >> 20);
    return FORMAT_SKIP;
}
