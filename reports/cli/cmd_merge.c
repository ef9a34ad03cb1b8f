#include "corpus/store/store_merge.h"
#include "reports/cli/commands.h"

#include <stdio.h>

bool cmd_merge(const struct options *options, struct fault *fault)
{
    const struct store_merge merge = {
        .paths = options->operands,
        .count = options->operand_count,
        .wait = options_small(options->wait),
        .partial = options->partial,
    };
    struct store_tally tally = {0};

    if (!options->output || options->operand_count == 0)
        return fault_set(fault, FAULT_USAGE,
                         "merge needs stores and --output FILE; see 'broadsheet merge --help'");
    if (!store_merge(options->output, &merge, &tally, fault))
        return false;
    if (!options->quiet)
        printf("%zu stores: %llu articles, %llu revisions, %llu in more than one\n",
               options->operand_count, (unsigned long long)tally.added,
               (unsigned long long)tally.revised, (unsigned long long)tally.known);
    return true;
}
