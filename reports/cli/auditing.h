/*
 * Auditing: writes the sheet that people fill, and brings what people judged into a session's
 * findings.
 *
 *     session.audited = true;
 *     if (!session_open(&session, options, fault) || !session_survey(&session, options, fault) ||
 *         !auditing_judge(&session, "sample.csv", fault))
 *         ...
 */
#ifndef REPORTS_CLI_AUDITING_H
#define REPORTS_CLI_AUDITING_H

#include "reports/cli/session.h"

/*
 * Draws a sample of --size and --seed and writes its sheet to --output, with a word on
 * how to fill it. Fails with FAULT_USAGE where that file exists: it may be filled.
 */
bool auditing_write_sheet(struct session *session, const struct options *options,
                          struct fault *fault);

/*
 * Reads the sheet, draws its sample anew and fills the findings' audit. Fails with
 * FAULT_USAGE where the file cannot be read, is of another period, or as
 * judgements_read() and audit_found_fill() do.
 */
bool auditing_judge(struct session *session, const char *path, struct fault *fault);

#endif
