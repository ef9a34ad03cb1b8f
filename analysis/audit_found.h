/*
 * What an audit found: how right quotations and speakers are, and the shares set
 * right.
 *
 *     if (!audit_found_fill(&findings, &audit, &sample, &judgements, &fault))
 *         return false;
 *
 * Fills the findings' audit: the part of drawn words that are speech, the part
 * of speech given to somebody that is that one's, the part of quotations that
 * were found, and each speaker's share as counted and corrected
 * (measures/correction.h). Draws whose speaker could not be told are left out of
 * the second and of the shares: they are taken to be like the others.
 *
 * A right speaker is known by the name or by any spelling of people.csv;
 * "nobody" is who has no name in the article; any other name is somebody who has
 * no quotation in the study.
 */
#ifndef ANALYSIS_AUDIT_FOUND_H
#define ANALYSIS_AUDIT_FOUND_H

#include "analysis/audit_sample.h"
#include "analysis/judgements.h"

/*
 * `sample` must be drawn with the size and the seed of the judgements, read from the file `name`.
 * Fails with FAULT_USAGE, naming file and line, where a judgement is of no row of
 * the sample, of one that was another when it was drawn, or of one twice.
 */
bool audit_found_fill(struct findings *findings, const struct audit *audit,
                      const struct audit_sample *sample, const struct judgements *judgements,
                      const char *name, struct fault *fault);

#endif
