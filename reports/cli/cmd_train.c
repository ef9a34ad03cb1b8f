#include "corpus/base/bytes.h"
#include "corpus/voices/training.h"
#include "reports/cli/commands.h"
#include "reports/export/outdir.h"

#include <stdio.h>

static struct span file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return span_of(slash ? slash + 1 : path);
}

/* "fitted on 1200 quotations of a.jsonl, b.jsonl, ..." */
static void print_about(struct bytes *about, const struct options *options,
                        const struct training *training)
{
    bytes_print(about, "fitted on %u quotations of", training->judged);
    for (size_t i = 0; i < options->operand_count; i++)
        bytes_print(about, "%s %.*s", i ? "," : "", SPAN_PRINT(file_name(options->operands[i])));
    bytes_add_text(about, ", as they are and without line breaks");
}

static bool read_all(struct gold *gold, const struct options *options, struct fault *fault)
{
    if (!options->output || options->operand_count == 0)
        return fault_set(fault, FAULT_USAGE, "it needs files of labelled articles and -o FILE");
    for (size_t i = 0; i < options->operand_count; i++) {
        if (!gold_read(gold, options->operands[i], fault))
            return false;
    }
    gold_add_flat(gold);
    return true;
}

bool cmd_train(const struct options *options, struct fault *fault)
{
    struct gold gold = GOLD_EMPTY;
    struct training training = TRAINING_EMPTY;
    struct ranker ranker = {.learnt = false};
    struct bytes text = BYTES_EMPTY;
    struct bytes about = BYTES_EMPTY;
    bool done = read_all(&gold, options, fault);

    if (done) {
        training_run(&training, &gold, &ranker);
        done = training.judged ||
               fault_set(fault, FAULT_INPUT, "no quotation with a speaker is in the files");
    }
    if (done) {
        print_about(&about, options, &training);
        ranker_write(&text, &ranker, bytes_text(&about));
        done = outdir_replace(options->output, bytes_span(&text), fault);
    }
    if (done && !options->quiet)
        (void)fprintf(stderr,
                      "%u quotations: %u have a right candidate, %u chosen while left out\n",
                      training.judged, training.within, training.right);
    bytes_release(&about);
    bytes_release(&text);
    gold_release(&gold);
    return done;
}
