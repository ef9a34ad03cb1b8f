/*
 * Progress: one line on standard error, while it is a terminal, that says how
 * much was read and how fast.
 *
 *     struct progress progress = progress_start(!options->quiet);
 *     progress_add(&progress, batch->count, batch->bytes);
 *     progress_end(&progress);                       the line is gone again
 */
#ifndef REPORTS_CLI_PROGRESS_H
#define REPORTS_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool wanted; /* standard error is a terminal, and nobody asked for silence */
    bool shown;  /* the line stands there now */
    uint64_t articles, bytes;
    double started, said; /* seconds of a clock that never goes back */
};

struct progress progress_start(bool wanted);

/* Counts, and renews the line at most five times a second. */
void progress_add(struct progress *progress, uint64_t articles, uint64_t bytes);

/* Takes the line away, for good. */
void progress_end(struct progress *progress);

enum { PROGRESS_TEXT_SIZE = 96 };

/* "1,234 articles, 12.3 MB, 45.6 MB/s"; no rate before a tenth of a second has passed. */
void progress_text(char text[static PROGRESS_TEXT_SIZE], uint64_t articles, uint64_t bytes,
                   double seconds);

#endif
