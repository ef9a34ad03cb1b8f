#include "reports/cli/operands.h"

#include "corpus/base/memory.h"

#include <stdlib.h>
#include <unistd.h>

static bool is_path(const char *operand)
{
    return strcmp(operand, "-") == 0 || access(operand, F_OK) == 0;
}

static void split(struct operands *operands, const struct options *options, bool first_is_term)
{
    *operands = (struct operands){
        .terms = memory_new(options->operand_count + 1, sizeof *operands->terms),
        .rest = *options,
    };
    operands->rest.operands = memory_new(options->operand_count + 1, sizeof *operands->terms);
    operands->rest.operand_count = 0;
    if (options->term)
        operands->terms[operands->term_count++] = options->term;
    for (size_t i = 0; i < options->operand_count; i++) {
        const char *operand = options->operands[i];
        bool is_term = !options->term && (first_is_term ? i == 0 : !is_path(operand));

        if (is_term)
            operands->terms[operands->term_count++] = operand;
        else
            operands->rest.operands[operands->rest.operand_count++] = operand;
    }
}

void operands_split(struct operands *operands, const struct options *options)
{
    split(operands, options, false);
}

void operands_split_first(struct operands *operands, const struct options *options)
{
    split(operands, options, true);
}

void operands_release(struct operands *operands)
{
    free((void *)operands->terms);
    free((void *)operands->rest.operands);
    *operands = (struct operands){0};
}
