/*
 * Operands of the commands that look for terms: which of them are TERMs, and
 * which are PATHs to read.
 *
 *     struct operands operands;
 *     operands_split(&operands, options);
 *     ... operands.terms[0], &operands.rest ...
 *     operands_release(&operands);
 *
 * With --term that one is the TERM and all operands are PATHs. Else an operand
 * that names a file or folder, or is -, is a PATH, and any other a TERM.
 */
#ifndef REPORTS_CLI_OPERANDS_H
#define REPORTS_CLI_OPERANDS_H

#include "reports/cli/options.h"

struct operands {
    const char **terms; /* owned array of borrowed texts */
    size_t term_count;
    struct options rest; /* the options, with the PATHs alone as operands; its array is owned */
};

void operands_split(struct operands *operands, const struct options *options);

/* The same for a command whose first operand is its TERM, whatever there is of that name. */
void operands_split_first(struct operands *operands, const struct options *options);

void operands_release(struct operands *operands);

#endif
