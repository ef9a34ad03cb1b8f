/*
 * A prose is a text of runs: plain, bold, linked, or a page's number that is
 * known only when all pages are placed.
 *
 *     struct prose text = PROSE_IN(&arena);
 *     prose_add(&text, (struct run){.text = label, .bold = true});
 *     prose_print(&text, " rose most, to %s (", format_share(tongue, x).text);
 *     prose_see(&text, "method", "method: page ", "method");
 *     prose_print(&text, ").");
 *
 * Nothing is markup: any byte that came from outside prints as itself.
 */
#ifndef REPORTS_DRAW_PROSE_H
#define REPORTS_DRAW_PROSE_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"

#include <stdbool.h>
#include <stdint.h>

/* A piece of text of one look. */
struct run {
    struct span text;   /* of a page run: the name of the destination */
    struct span target; /* a link: "#name" for a destination, else a URI; empty for none */
    uint32_t colour;    /* 0 for the style's own */
    bool bold;
    bool page;          /* the number of the page that holds the destination `text` */
    struct span lead;   /* of a page run: what stands before the number, "method: page " */
    struct span screen; /* and what it reads where nothing has pages; empty: the section's name */
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

/* `target` is "#name" of a destination, or a URI. */
void prose_link(struct prose *prose, const char *target, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * The number of the page that holds this destination, as a link to it, after `lead`; where nothing
 * has pages it reads `screen`, or the name of the destination's section where that is empty.
 */
void prose_see(struct prose *prose, const char *dest, const char *lead, const char *screen);

/* All of it as one text in the prose's arena; a page's number reads as an en dash. */
struct span prose_plain(const struct prose *prose);

#endif
