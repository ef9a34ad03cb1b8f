/*
 * Arrivals: who is quoted in the study and was not in the weeks before, or not
 * of late.
 *
 *     arrivals_find(&findings, &speakers, &counts);
 *     for (size_t i = 0; i < findings.arrival_count; i++)
 *         name(findings.speakers[findings.arrivals[i].speaker]);
 *
 * It is known of the report's weeks alone: who was quoted before them is new
 * too. So there are no arrivals without a baseline of WEEKS_CLAIM weeks. A
 * speaker returns who was not quoted in ARRIVALS_AWAY weeks with articles, or
 * more, before the study.
 */
#ifndef ANALYSIS_ARRIVALS_H
#define ANALYSIS_ARRIVALS_H

#include "analysis/findings.h"
#include "analysis/speakers.h"

enum { ARRIVALS_AWAY = 4 };

/* Fills arrivals from the findings' weeks and speakers. */
void arrivals_find(struct findings *findings, const struct speakers *speakers,
                   const struct counts *counts);

#endif
