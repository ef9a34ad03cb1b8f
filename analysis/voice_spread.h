/*
 * Voice spread: how few voices have how much, in the study, the baseline and
 * each week.
 *
 *     voice_spread_find(&findings, &speakers, &counts);
 *     use(findings.voices.effective);
 *
 * The set is of the people quoted in the span; quotations without a speaker are
 * nobody's and left out. Clusters are stories; at least VOICE_SPREAD_STORIES of
 * them must quote somebody for an interval, and as many as any interval needs:
 * of 15 stories those of HHI held what they should in less than 92 of 100 simulated weeks.
 */
#ifndef ANALYSIS_VOICE_SPREAD_H
#define ANALYSIS_VOICE_SPREAD_H

#include "analysis/findings.h"
#include "analysis/speakers.h"

enum {
    VOICE_SPREAD_TOP = 10, /* whose share is top_ten */
    VOICE_SPREAD_STORIES = 20
};

/* Fills voices and baseline_voices, and the voices of each week. */
void voice_spread_find(struct findings *findings, const struct speakers *speakers,
                       const struct counts *counts);

#endif
