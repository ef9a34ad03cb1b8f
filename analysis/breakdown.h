/*
 * Breakdown: what the findings say by outlet, by language, by attribute of
 * speakers, and of the voices as a whole; and by day or month, where the series
 * is not of weeks: topic_rows and speaker_rows are then replaced.
 *
 *     struct breakdown_wish wish = {.grouping = {GROUPING_OUTLET}, .topics = true};
 *     breakdown_find(&findings, &wish, &topics, &speakers, &counts, threads);
 */
#ifndef ANALYSIS_BREAKDOWN_H
#define ANALYSIS_BREAKDOWN_H

#include "analysis/findings.h"
#include "analysis/grouping.h"
#include "analysis/topics.h"

struct breakdown_wish {
    struct grouping grouping; /* of what the next line asks for, and of the rows of terms */
    bool topics, speakers;    /* topic_groups and speaker_groups are wanted */
    bool report; /* everything is, these two by outlet, speakers in the study alone; no grouping */
};

/* Fills the findings' tables by group, voices and arrivals: the same for any number of threads. */
void breakdown_find(struct findings *findings, const struct breakdown_wish *wish,
                    const struct topics *topics, const struct speakers *speakers,
                    const struct counts *counts, int threads);

#endif
