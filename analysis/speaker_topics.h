/*
 * Speaker topics: who speaks on what, and where, in the study.
 *
 *     speaker_topics_find(&findings, &speakers, &topics, &counts, threads);
 *     use(findings.speaker_topic_rows[0].share);
 *     use(findings.matrix[speaker * findings.topic_count + topic].share);
 *
 * A quotation belongs to a topic when its article carries the topic: the words
 * of a topic's entries may stand outside the quotation that is about it, and
 * mostly do. An article of two topics gives its quotations to both. A share is
 * of the quoted words of the topic's articles, in all outlets or in one, with
 * the interval of blocks.h; "(unattributed)" is a speaker of its own.
 */
#ifndef ANALYSIS_SPEAKER_TOPICS_H
#define ANALYSIS_SPEAKER_TOPICS_H

#include "analysis/findings.h"
#include "analysis/speakers.h"
#include "analysis/topics.h"

/* Fills the findings' speaker_topic_rows and matrix from their topics and speakers. */
void speaker_topics_find(struct findings *findings, const struct speakers *speakers,
                         const struct topics *topics, const struct counts *counts, int threads);

#endif
