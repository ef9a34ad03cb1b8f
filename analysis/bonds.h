/*
 * Bonds: the collocations of the study that a page may show.
 *
 *     if (!collocations_find(&found, source, &wish, &fault))
 *         ...
 *     bonds_keep(&findings, &found);
 *
 * Of the pairs found those stay whose words are both content words of the
 * language that most articles of the study are in, and whose PMI has an
 * interval from articles above 0: not one text put them together. A pair found
 * from both its words stays once, as the one that has it closer.
 */
#ifndef ANALYSIS_BONDS_H
#define ANALYSIS_BONDS_H

#include "analysis/collocations.h"
#include "analysis/findings.h"

/* Fills the findings' bonds; needs their language. The texts are copied. */
void bonds_keep(struct findings *findings, const struct collocations *found);

#endif
