/*
 * An explanation: an id, and the row of a table that has it, found anew.
 *
 *     struct explanation explanation = {.session = SESSION_EMPTY, ...};
 *     if (!explanation_find(&explanation, &fault))
 *         ...
 *     show(&explanation.cells);
 */
#ifndef REPORTS_CLI_EXPLANATION_H
#define REPORTS_CLI_EXPLANATION_H

#include "analysis/collocations.h"
#include "reports/cli/explaining.h"
#include "reports/cli/session.h"
#include "reports/cli/witness.h"

/* What is explained, and with what. */
struct explanation {
    struct span text; /* the id as given */
    struct rowid id;
    const struct explaining *how;
    struct session session;
    struct findings other;      /* A against B, of a comparison */
    char *sides[PAIRING_SIDES]; /* as the id names them; owned */
    struct options options;     /* with the id's period, unless another was asked for */
    struct texts_wish texts;
    struct bytes csv; /* the table that has the row */
    struct rowid_cells cells;
    struct bytes out;
    struct witness witness;
};

/*
 * Takes the sides off the id of a comparison, whose key is left; two stores are those that
 * stand as operands. Fails as pairing_read() does, and where the id names no sides.
 */
bool explanation_read_sides(struct explanation *explanation, struct fault *fault);

/* Fails with FAULT_USAGE: the table has no such row. */
bool explanation_refuse(const struct explanation *explanation, struct fault *fault);

/*
 * Finds the row as the report at hand has it; where it has none, as the report on the
 * id's own period does. A place in a text has no row.
 */
bool explanation_find(struct explanation *explanation, struct fault *fault);

/* Counts the id's key, a term or phrase, into `csv`: in the id's week, or without one in all. */
bool explanation_count_terms(struct explanation *explanation, struct fault *fault);

/* A collocation's id taken apart. */
struct explanation_pair {
    struct collocations_wish wish;
    struct span node, collocate;
};

/* False where the id's key is that of no collocation. */
bool explanation_read_pair(struct explanation_pair *pair, const struct explanation *explanation);

#endif
