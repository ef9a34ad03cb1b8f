/*
 * Topic groups: what share of each group's articles carried a topic, day by
 * day, week by week or month by month, and in the study.
 *
 *     struct topic_rows rows = topic_groups_find(&findings, &groups, &topics, &speakers, &counts);
 *     use(rows.items[0].share);
 *
 * A share is of the group's articles, with Wilson's interval. Groups of outlets
 * or languages part the articles, so that their counts add up to the whole; an
 * article is in the group of each value of a roster's column that somebody
 * quoted in it has, so that these may overlap. Articles that quote nobody are
 * then in no group.
 *
 * Without a grouping there is a row for each topic and step with articles; by
 * group, a topic without an article has one only where the group has as many
 * articles as an interval needs.
 */
#ifndef ANALYSIS_TOPIC_GROUPS_H
#define ANALYSIS_TOPIC_GROUPS_H

#include "analysis/findings.h"
#include "analysis/grouping.h"
#include "analysis/topics.h"

struct topic_rows {
    struct topic_row *items; /* in the findings' arena: by period, group, then falling articles */
    size_t count;
};

/* The study has rows of its own unless it is a step. */
struct topic_rows topic_groups_find(struct findings *findings, const struct groups *groups,
                                    const struct topics *topics, const struct speakers *speakers,
                                    const struct counts *counts);

#endif
