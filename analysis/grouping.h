/*
 * Grouping: by what a table is parted: outlets, languages, or the values of a
 * column of the roster.
 *
 *     struct grouping grouping;
 *     if (!grouping_read(&grouping, span_of("outlet"), roster, &fault))
 *         return false;
 *
 * An article has one outlet and one language. A column is of people: its groups
 * hold what the people with that value said; who is not in the roster, or has an
 * empty cell, is of the group "(unknown)", and what has no speaker of
 * "(unattributed)".
 *
 *     struct groups groups = GROUPS_EMPTY;
 *     groups_find(&groups, grouping, &counts, &speakers.people);
 *     groups.names[groups_of_article(&groups, article)]
 *     groups_release(&groups);
 *
 * Groups are numbered in the order of their names.
 */
#ifndef ANALYSIS_GROUPING_H
#define ANALYSIS_GROUPING_H

#include "analysis/counts.h"
#include "analysis/speakers.h"

enum grouping_kind { GROUPING_NONE, GROUPING_OUTLET, GROUPING_LANGUAGE, GROUPING_ATTRIBUTE };

struct grouping {
    enum grouping_kind kind;
    size_t column; /* of the roster, for an attribute */
};

/*
 * "outlet", "language", or the name of a column of the roster, which may be
 * NULL. Fails with FAULT_USAGE, naming what there is.
 */
bool grouping_read(struct grouping *grouping, struct span text, const struct roster *roster,
                   struct fault *fault);

extern const char grouping_no_outlet[]; /* "(no outlet given)", the name of the empty one */

struct groups {
    struct grouping grouping;
    struct span *names; /* by group */
    size_t count;
    uint32_t *of_table;    /* by id of the outlet or language */
    uint32_t *in_order;    /* by group: that id */
    uint32_t *of_person;   /* by person, for an attribute */
    uint32_t unattributed; /* the group of nobody, for an attribute */
    struct arena arena;    /* of the names */
};

#define GROUPS_EMPTY ((struct groups){0})

void groups_find(struct groups *groups, struct grouping grouping, const struct counts *counts,
                 const struct people *people);

/* The same of what is no attribute. */
void groups_of_articles(struct groups *groups, enum grouping_kind kind,
                        const struct counts *counts);

/* Not of an attribute. */
uint32_t groups_of_article(const struct groups *groups, const struct counted_article *article);

/* Of an attribute; of SPEAKERS_NOBODY too. */
uint32_t groups_of_person(const struct groups *groups, uint32_t person);

/*
 * By article, the first article of its story in the same outlet: one outlet's
 * rows are then those of a report on it alone. The caller frees it.
 */
uint32_t *groups_outlet_stories(const struct counts *counts);

void groups_release(struct groups *groups);

#endif
