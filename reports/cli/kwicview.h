/*
 * A concordance for people's eyes: the node in one column, its context on both
 * sides, and where it stands.
 *
 *     kwicview_line(&out, &line, 8, terminal);
 *
 *             said the ferry would sail on  Monday  ; the port had no      a12 2025-11-24
 *
 * Contexts are cut to KWICVIEW_LETTERS at the far end. On a terminal the node is
 * bold. Controls are shown as console.h shows them.
 */
#ifndef REPORTS_CLI_KWICVIEW_H
#define REPORTS_CLI_KWICVIEW_H

#include "analysis/concordance.h"
#include "corpus/base/bytes.h"

enum { KWICVIEW_LETTERS = 44 };

void kwicview_line(struct bytes *out, const struct concordance_line *line, bool terminal);

#endif
