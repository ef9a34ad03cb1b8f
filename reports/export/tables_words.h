/*
 * The tables of words: collocations, diversity, dispersion, keyness with every
 * measure, and concordances. As those of tables.h; reports/README.md lists their
 * columns.
 */
#ifndef REPORTS_EXPORT_TABLES_WORDS_H
#define REPORTS_EXPORT_TABLES_WORDS_H

#include "analysis/collocations.h"
#include "analysis/concordance.h"
#include "analysis/contrasts.h"
#include "analysis/evenness.h"
#include "analysis/richness.h"
#include "corpus/base/bytes.h"

/* `period`: that of a report, part of the rows' ids; empty for none. */
void tables_collocations(struct bytes *out, const struct collocations *found,
                         const struct collocations_wish *wish, struct span period);

void tables_diversity(struct bytes *out, const struct richness *richness);

void tables_dispersion(struct bytes *out, const struct evenness *evenness,
                       const struct evenness_wish *wish);

/* keyness.csv's first rows with further columns before `note`. */
void tables_contrasts(struct bytes *out, const struct findings *findings,
                      const struct contrasts *contrasts);

/* Rows come one by one, after their header. */
void tables_kwic_header(struct bytes *out);
void tables_kwic(struct bytes *out, const struct concordance_line *line);

#endif
