/*
 * Pairing: the two sides of a comparison, A and B, as they were typed.
 *
 *     struct pairing pairing;
 *     if (!pairing_read(&pairing, "2022-W21", "2022-W24", &fault))
 *         return false;
 *
 * A side is an ISO week (2022-W21), a year, a month (2022-06) or a day (2022-06-14), or from one
 * of them to another (2022-06-01/2022-06-14), or a store (press.db), else the name of an outlet;
 * both are of the same sort.
 */
#ifndef REPORTS_CLI_PAIRING_H
#define REPORTS_CLI_PAIRING_H

#include "analysis/weeks.h"
#include "corpus/base/span.h"
#include "reports/cli/options.h"

enum { PAIRING_SIDES = 2 }; /* A and B */

struct pairing {
    enum weeks_against against;
    struct pairing_side {
        const char *typed;   /* borrowed */
        struct span name;    /* the same; of a store, its file's without .db */
        int32_t first, last; /* days; DAY_NONE of an outlet or a store */
    } sides[PAIRING_SIDES];
    int study; /* the side that is the study: 1, unless the sides were exchanged */
};

/* Fails with FAULT_USAGE where the two are no pair. */
bool pairing_read(struct pairing *pairing, const char *a, const char *b, struct fault *fault);

/*
 * Fails with FAULT_USAGE where options do not go with the two sides; the operands are the
 * PATHs alone.
 */
bool pairing_check(const struct pairing *pairing, const struct options *options,
                   struct fault *fault);

/* What the one that is not the study is. */
static inline int pairing_baseline(const struct pairing *pairing)
{
    return 1 - pairing->study;
}

#endif
