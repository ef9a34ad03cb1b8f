/*
 * Provenance: what a report was made from, as hashes, and the command that
 * shaped it, for the colophon and the manifest.
 *
 *     struct provenance provenance = PROVENANCE_EMPTY;
 *     provenance_find(&provenance, "report", &session, &options);
 *     ...
 *     provenance_release(&provenance);
 */
#ifndef REPORTS_CLI_PROVENANCE_H
#define REPORTS_CLI_PROVENANCE_H

#include "reports/cli/session.h"

struct provenance {
    struct bytes command;      /* "broadsheet report --week 2025-W48": no path, no thread count */
    char input[HASH_HEX_SIZE]; /* of the articles of the report's days, in the store's order:
                                 day, outlet, id, title and the text's own hash */
    char settings[HASH_HEX_SIZE]; /* of all that shapes a report beside the articles */
    uint64_t articles;
};

#define PROVENANCE_EMPTY ((struct provenance){.articles = 0})

/* Needs session_survey(); `command` is the one that is run, with what it takes. */
void provenance_find(struct provenance *provenance, const char *command,
                     const struct session *session, const struct options *options);

void provenance_release(struct provenance *provenance);

#endif
