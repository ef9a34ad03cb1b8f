/*
 * Text: shaped and measured with Pango in the report's own fonts, cut into
 * lines that fit. What is laid out here is placed as whole lines, so a
 * painter decides nothing.
 *
 *     struct typeset *typeset;
 *     if (!typeset_open(&typeset, &fault))
 *         return false;
 *     double width = typeset_width(typeset, span_of("Energy"), STYLE_LABEL);
 *     ...
 *     typeset_release(typeset);
 *
 * What is not UTF-8 prints as U+FFFD; control characters print as blanks.
 */
#ifndef REPORTS_DRAW_TYPESET_H
#define REPORTS_DRAW_TYPESET_H

#include "corpus/base/arena.h"
#include "corpus/base/fault.h"
#include "corpus/base/span.h"
#include "reports/draw/fonts.h"
#include "reports/draw/prose.h"
#include "reports/draw/theme.h"

struct typeset;

/* A run of one line, placed: `x` from the line's left, `width` in points. */
struct piece {
    struct span text; /* in the arena given */
    struct span target;
    uint32_t colour; /* 0 for the style's own */
    enum style style;
    double x, width;
    size_t line; /* 0 for the first */
};

/* Lines of a paragraph; line i has its baseline at `ascent + i * leading` below the top. */
struct lines {
    struct piece *pieces; /* in the arena given */
    size_t piece_count;
    size_t count; /* lines */
    double ascent, leading;
    double width;  /* of the widest line */
    double height; /* of all lines; more where other fonts' letters reach below the last one */
    bool cut;      /* the end was replaced by an ellipsis */
};

/* Opens the fonts; fails with FAULT_INPUT, naming file and package, where one is missing. */
bool typeset_open(struct typeset **typeset, struct fault *fault);
void typeset_release(struct typeset *typeset); /* NULL is allowed */

/* The width of `text` on one line, in points. */
double typeset_width(struct typeset *typeset, struct span text, enum style style);

/* `text` cut to `width` with an ellipsis where it is wider; the copy lives in `arena`. */
struct span typeset_fit(struct typeset *typeset, struct arena *arena, struct span text,
                        enum style style, double width);

/*
 * Sets `prose` in lines of `width`, at most `limit` of them (0 for any
 * number); what is past the limit ends in an ellipsis.
 */
struct lines typeset_lines(struct typeset *typeset, const struct prose *prose, enum style style,
                           double width, size_t limit);

/* From the top of a line to its baseline, in points, in lines of the style's leading. */
double typeset_ascent(enum style style);

/* Height of `count` lines. */
double typeset_height(enum style style, size_t count);

/* Glyphs that no font has, among all texts measured so far, and the first text with one. */
size_t typeset_unknown(const struct typeset *typeset);
struct span typeset_unknown_text(const struct typeset *typeset);

/* The font files in use, for the colophon. */
struct fonts *typeset_fonts(struct typeset *typeset);

/* `text` as valid UTF-8 on one line, copied into `arena`; see the head of this file. */
struct span typeset_clean(struct arena *arena, struct span text);

/* Whether a line of this text starts at its right, as in Arabic. */
bool typeset_from_right(struct typeset *typeset, struct span text);

/* For painters: the PangoLayout of one line, valid until the next call. */
void *typeset_layout(struct typeset *typeset, struct span text, enum style style);

#endif
