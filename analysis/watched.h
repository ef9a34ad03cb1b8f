/*
 * Watched: the series that are looked at for alarms and bursts.
 *
 *     watched_add_topics(findings, &topics);
 *     watched_add_terms(findings, &terms, language);
 *     watched_add_speakers(findings, &speakers, counts);
 *
 * All topics, and the WATCHED_MOST terms and people with most in the baseline:
 * what the study itself chose would be out of the ordinary by the choice.
 */
#ifndef ANALYSIS_WATCHED_H
#define ANALYSIS_WATCHED_H

#include "analysis/findings.h"
#include "analysis/speakers.h"
#include "analysis/terms.h"
#include "analysis/topics.h"

enum { WATCHED_MOST = 20 };

/* Each adds to the findings' watched series; the findings' weeks must be filled. */
void watched_add_topics(struct findings *findings, const struct topics *topics);

/* Content words of `language`. */
void watched_add_terms(struct findings *findings, const struct terms *terms, struct span language);

void watched_add_speakers(struct findings *findings, const struct speakers *speakers,
                          const struct counts *counts);

/* "topic", "term" or "speaker". */
const char *watched_kind_name(enum watched_kind kind);

/* The series' share in a week, an index into the findings' weeks; NAN where nothing was counted. */
double watched_share(const struct watched_series *series, size_t week);

#endif
