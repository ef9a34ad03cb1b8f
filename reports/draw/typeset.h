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
 * A prose is a text of runs: plain, bold, linked, or a page's number that is
 * known only when all pages are placed.
 *
 *     struct prose text = PROSE_IN(&arena);
 *     prose_bold(&text, "%s", "Energy & climate");
 *     prose_print(&text, " rose most, to %s; method on page ", format_share(x).text);
 *     prose_page(&text, "method");
 *
 * Nothing is markup: any byte that came from outside prints as itself. What
 * is not UTF-8 prints as U+FFFD; control characters print as blanks.
 */
#ifndef REPORTS_DRAW_TYPESET_H
#define REPORTS_DRAW_TYPESET_H

#include "corpus/base/arena.h"
#include "corpus/base/fault.h"
#include "corpus/base/span.h"
#include "reports/draw/fonts.h"
#include "reports/draw/theme.h"

struct typeset;

/* A piece of text of one look. */
struct run {
    struct span text;   /* of a page run: the name of the destination */
    struct span target; /* a link: "#name" for a destination, else a URI; empty for none */
    uint32_t colour;    /* 0 for the style's own */
    bool bold;
    bool page; /* the number of the page that holds the destination `text` */
};

struct prose {
    struct arena *arena; /* borrowed; holds runs and texts */
    struct run *runs;
    size_t count, capacity;
};

#define PROSE_IN(place) ((struct prose){.arena = (place)})

void prose_add(struct prose *prose, struct run run); /* copies text and target */
void prose_text(struct prose *prose, struct span text);
void prose_print(struct prose *prose, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void prose_bold(struct prose *prose, const char *format, ...) __attribute__((format(printf, 2, 3)));
void prose_link(struct prose *prose, const char *target, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void prose_page(struct prose *prose, const char *dest);

/* All of it as one text in the prose's arena, without the page numbers. */
struct span prose_plain(const struct prose *prose);

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
    double width; /* of the widest line */
    bool cut;     /* the end was replaced by an ellipsis */
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
const struct fonts *typeset_fonts(const struct typeset *typeset);

/* For painters: the PangoLayout of one line, valid until the next call. */
void *typeset_layout(struct typeset *typeset, struct span text, enum style style);

#endif
