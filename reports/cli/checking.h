/*
 * What `broadsheet check` does with a session: its dictionary held against its
 * articles.
 */
#ifndef REPORTS_CLI_CHECKING_H
#define REPORTS_CLI_CHECKING_H

#include "reports/cli/session.h"

/*
 * Opens the dictionary of options->topics, and the articles where some are
 * named; without any, session->store stays NULL. Fails as session_open().
 */
bool checking_open(struct session *session, const struct options *options, struct fault *fault);

/* Appends the table of the dictionary's problems. Fails as the store does. */
bool checking_write(struct bytes *csv, struct session *session, struct fault *fault);

#endif
