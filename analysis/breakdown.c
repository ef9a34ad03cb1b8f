#include "analysis/breakdown.h"

#include "analysis/arrivals.h"
#include "analysis/speaker_groups.h"
#include "analysis/speaker_topics.h"
#include "analysis/topic_groups.h"
#include "analysis/voice_spread.h"

static void find_speakers(struct findings *findings, const struct groups *groups, bool study_only,
                          const struct speakers *speakers, const struct counts *counts, int threads)
{
    struct speaker_rows rows = speaker_groups_find(
        findings, &(struct speaker_groups_wish){groups, threads, study_only}, speakers, counts);

    findings->speaker_groups = rows.items;
    findings->speaker_group_count = rows.count;
}

static void find_attributes(struct findings *findings, const struct speakers *speakers,
                            const struct counts *counts, int threads)
{
    findings->attributes =
        arena_new(&findings->arena, findings->roster_column_count, sizeof *findings->attributes);
    for (size_t column = 0; column < findings->roster_column_count; column++) {
        struct groups groups;
        struct speaker_rows rows;

        groups_find(&groups, (struct grouping){GROUPING_ATTRIBUTE, column}, counts,
                    &speakers->people);
        rows = speaker_groups_find(findings, &(struct speaker_groups_wish){&groups, threads, false},
                                   speakers, counts);
        findings->attributes[column] = (struct attribute_rows){rows.items, rows.count};
        groups_release(&groups);
    }
}

/* The tables' rows by day or month, in place of those by week. */
static void find_series(struct findings *findings, const struct topics *topics,
                        const struct speakers *speakers, const struct counts *counts, int threads)
{
    struct groups groups;
    struct topic_rows topic_rows;
    struct speaker_rows speaker_rows;

    groups_of_articles(&groups, GROUPING_NONE, counts);
    topic_rows = topic_groups_find(findings, &groups, topics, speakers, counts);
    speaker_rows = speaker_groups_find(
        findings, &(struct speaker_groups_wish){&groups, threads, false}, speakers, counts);
    findings->topic_rows = topic_rows.items;
    findings->topic_row_count = topic_rows.count;
    findings->speaker_rows = speaker_rows.items;
    findings->speaker_row_count = speaker_rows.count;
    groups_release(&groups);
}

void breakdown_find(struct findings *findings, const struct breakdown_wish *wish,
                    const struct topics *topics, const struct speakers *speakers,
                    const struct counts *counts, int threads)
{
    struct grouping grouping = wish->grouping;
    struct groups groups;

    if (wish->report)
        grouping.kind = GROUPING_OUTLET;
    if (findings->series != WEEKS_BY_WEEK)
        find_series(findings, topics, speakers, counts, threads);
    if (!wish->topics && !wish->speakers && !wish->report)
        return;
    groups_find(&groups, grouping, counts, &speakers->people);
    if (wish->topics || wish->report) {
        struct topic_rows rows = topic_groups_find(findings, &groups, topics, speakers, counts);

        findings->topic_groups = rows.items;
        findings->topic_group_count = rows.count;
    }
    if (wish->speakers || wish->report)
        find_speakers(findings, &groups, wish->report, speakers, counts, threads);
    groups_release(&groups);
    if (!wish->report)
        return;
    find_attributes(findings, speakers, counts, threads);
    speaker_topics_find(findings, speakers, topics, counts, threads);
    voice_spread_find(findings, speakers, counts);
    arrivals_find(findings, speakers, counts);
}
