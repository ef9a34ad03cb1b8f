/*
 * The report's fonts: named files and no others, so that a page is measured
 * the same on every machine. The system's font configuration takes no part.
 *
 *     struct fonts fonts = FONTS_EMPTY;
 *     if (!fonts_open(&fonts, &fault))
 *         return false;
 *     ...
 *     fonts_release(&fonts);
 *
 * Inter and Noto Serif must be there; Noto Sans for other scripts is used
 * where it is installed.
 */
#ifndef REPORTS_DRAW_FONTS_H
#define REPORTS_DRAW_FONTS_H

#include "corpus/base/fault.h"
#include "corpus/base/hash.h"

#include <stddef.h>

enum { FONTS_MAX = 64 };

struct font_file {
    const char *name; /* the file's name without its folder */
    const char *path;
    char sha256[HASH_HEX_SIZE];
};

struct fonts {
    void *map; /* a PangoFontMap, owned */
    struct font_file files[FONTS_MAX];
    size_t count;
};

#define FONTS_EMPTY ((struct fonts){0})

/*
 * Fails with FAULT_INPUT where a file that must be there is not, naming the
 * file and the Debian package; `fonts` is then empty.
 */
bool fonts_open(struct fonts *fonts, struct fault *fault);

/* The files that every report is set in come first; the others are for further scripts. */
enum { FONTS_SET_IN = 4 };

/* Fills the SHA-256 of the first `count` files; fails with FAULT_INPUT where one can't be read. */
bool fonts_hash(struct fonts *fonts, size_t count, struct fault *fault);

/* Whether the file at `path` is there; else the fault names it and its package. */
bool fonts_check(const char *path, const char *package, struct fault *fault);

void fonts_release(struct fonts *fonts);

#endif
