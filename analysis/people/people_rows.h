/*
 * The alias table: which spellings are which person, and by which rule.
 */
#ifndef ANALYSIS_PEOPLE_ROWS_H
#define ANALYSIS_PEOPLE_ROWS_H

#include "analysis/findings.h"
#include "analysis/people/people.h"

/* Fills the findings' person rows, the names of the roster's columns and how many it names. */
void people_rows_fill(struct findings *findings, const struct people *people);

/* What the roster says of the person, by column, copied into `arena`; NULL for nothing. */
struct span *people_rows_attributes(struct arena *arena, const struct people *people,
                                    uint32_t person);

#endif
