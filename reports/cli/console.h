/*
 * A table for people's eyes: our own CSV in columns, numbers to the right,
 * for standard output when it is a terminal.
 *
 *     struct bytes text = BYTES_EMPTY;
 *     console_table(&text, bytes_span(&csv));
 *
 * What would steer a terminal, or turn the direction of what follows, is shown as \x1b or
 * \u202e; a line end as \n. A cell of more than CONSOLE_LETTERS is cut with an
 * ellipsis, a fraction to four digits; columns without any value are left out. The CSV has it all.
 */
#ifndef REPORTS_CLI_CONSOLE_H
#define REPORTS_CLI_CONSOLE_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

enum { CONSOLE_LETTERS = 48 };

/* `csv` is as csvfile.h writes it, a header first. */
void console_table(struct bytes *out, struct span csv);

/* Appends all of `text` with its controls shown. */
void console_whole(struct bytes *out, struct span text);

/* Appends `text` with its controls shown, in at most CONSOLE_LETTERS letters. */
void console_text(struct bytes *out, struct span text);

#endif
