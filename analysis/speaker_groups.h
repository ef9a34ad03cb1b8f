/*
 * Speaker groups: who was quoted how much in each group, and what share of all
 * quoted words each group had.
 *
 *     struct speaker_groups_wish wish = {.groups = &groups, .threads = 2};
 *     struct speaker_rows rows = speaker_groups_find(&findings, &wish, &speakers, &counts);
 *
 * By group, a span has these rows, group after group: "(all)", what the group had of
 * all quoted words of the span; then each speaker of the group, whose share is
 * of the group's words. With a roster's column further ones for the study: the
 * group's share of the words of each outlet. All intervals are those of
 * blocks.h. The groups' quotes and words add up to the whole. An outlet's
 * speakers have the rows of a report on that outlet alone, so long as that
 * report takes the same people for one and the same articles for one story.
 *
 * Without a grouping the rows are those of speakers.csv, for any series.
 */
#ifndef ANALYSIS_SPEAKER_GROUPS_H
#define ANALYSIS_SPEAKER_GROUPS_H

#include "analysis/findings.h"
#include "analysis/grouping.h"

struct speaker_groups_wish {
    const struct groups *groups;
    int threads;
    bool study_only; /* else every step of the series, and the study where it is none */
};

struct speaker_rows {
    struct speaker_row *items; /* in the findings' arena */
    size_t count;
};

struct speaker_rows speaker_groups_find(struct findings *findings,
                                        const struct speaker_groups_wish *wish,
                                        const struct speakers *speakers,
                                        const struct counts *counts);

#endif
