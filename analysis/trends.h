/*
 * Trends: which topics and speakers rose or fell over the report's complete
 * weeks, or over the days or months of its series.
 *
 * For each topic quasi-Poisson regression of its articles on the step, with all
 * articles as exposure; Mann-Kendall and Theil-Sen on the shares. Partial steps
 * and steps without articles are left out. Days are fitted with the week's
 * round, where all its days have articles. The dispersion is at least 1, and
 * learns from the other series of its kind (spread.h). q is Benjamini and
 * Hochberg's over all that were fitted. Where two sides are compared the trends are
 * the study's: of the weeks up to its last, or of its outlet's.
 *
 * For the TRENDS_SPEAKERS who have most quoted words in the whole series the same of
 * their words, with all quoted words as exposure; the model's dispersion carries
 * that words come in quotations. Change points are not sought of them.
 *
 * `within` is the slope of the same model with a level for each outlet, so that
 * an outlet that falls silent, or starts, is exposure and no trend: those with a
 * twentieth of the articles or more, at most TRENDS_OUTLETS, and all others
 * together. Change points are found by PELT on the counts, with the
 * articles that would carry the topic if each outlet kept its level as exposure.
 */
#ifndef ANALYSIS_TRENDS_H
#define ANALYSIS_TRENDS_H

#include "analysis/findings.h"
#include "analysis/speakers.h"
#include "analysis/topics.h"

enum {
    TRENDS_WEEKS_LEAST = 8, /* complete weeks, or months, for a trend */
    TRENDS_DAYS_LEAST = 28,
    TRENDS_OUTLETS = 7, /* with a level of their own */
    TRENDS_SPEAKERS = 20,
    TRENDS_SPEAKER_STEPS = 5 /* in which a speaker must be quoted */
};

/* Fills the findings' trends: topics in their order, then speakers. */
void trends_find(struct findings *findings, const struct topics *topics,
                 const struct speakers *speakers, const struct counts *counts);

#endif
