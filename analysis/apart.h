/*
 * Apart: which shares of a matrix lie apart from the share of the whole, and how many would by
 * chance alone.
 *
 *     struct apart apart = APART_EMPTY;
 *     for each share of the matrix
 *         direction = apart_add(&apart, &share, whole);
 *     apart.clear         so many of apart.tested lie apart; apart_by_chance() of them anyway
 *     apart.furthest      the first of the furthest off, by the order in which they were added
 *
 * A share lies apart where its interval leaves out the share of the whole.
 */
#ifndef ANALYSIS_APART_H
#define ANALYSIS_APART_H

#include "analysis/findings.h"

struct apart {
    size_t added, tested; /* tested: those with an interval */
    size_t clear;         /* of these, apart */
    size_t furthest;      /* of the clear: its place among those added; only where there is one */
    double by;            /* that one minus the whole; 0 where there is none */
};

#define APART_EMPTY ((struct apart){0})

/* On which side of the whole a share lies; CHANGE_UNTESTED without an interval. */
enum direction apart_add(struct apart *apart, const struct estimate *share, double whole);

/* How many of those tested lie apart where none differs from the whole. */
double apart_by_chance(const struct apart *apart);

/* Whether more lie apart than would by chance alone: below that none is worth naming. */
bool apart_beyond_chance(const struct apart *apart);

#endif
