/*
 * What went wrong, and where, in words a person can act on.
 *
 * A function that can fail returns bool, and takes a `struct fault *` as its
 * last parameter. It returns true when its work is done. When it returns
 * false it has filled the fault, and its results are as they were before,
 * unless its own comment says what else they are.
 *
 * The caller owns the fault, usually on its stack; it holds no pointer, so it
 * needs no release and may be copied. Threads share nothing through it.
 *
 * The kind decides the program's exit code, by the one table in fault.c.
 */
#ifndef CORPUS_BASE_FAULT_H
#define CORPUS_BASE_FAULT_H

#include <stdbool.h>

enum fault_kind {
    FAULT_NONE,    /* exit 0: nothing is wrong */
    FAULT_PARTIAL, /* exit 1: done, but articles were skipped or characters replaced */
    FAULT_USAGE,   /* exit 2: the command line or the configuration is not understood */
    FAULT_INPUT,   /* exit 3: no article could be read */
    FAULT_OUTPUT,  /* exit 4: a file, the disk or standard output refused to be written */
    FAULT_BUSY,    /* exit 5: another process holds the store */
    FAULT_DAMAGED, /* exit 6: the store is not what broadsheet wrote */
    FAULT_MEMORY,  /* exit 7: no memory left; only memory.c and the painters' handler use it */
    FAULT_LIMIT,   /* exit 8: an input is larger than we accept */
    FAULT_DOMAIN,  /* a measure has no value for these numbers; it stays inside analysis/ */
    FAULT_KINDS
};

struct fault {
    enum fault_kind kind;
    char message[480]; /* one sentence, no full stop, no newline, no control characters */
};

#define FAULT_EMPTY ((struct fault){0})

/*
 * Fills `fault` from a printf format and returns false, ready to return.
 * Control characters that came in with names are shown as \xNN; a message that
 * is too long is cut at a character's border.
 */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The program's exit code for this kind, 0 to 8. */
int fault_exit_code(enum fault_kind kind);

#endif
