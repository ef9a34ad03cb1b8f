/*
 * Text of the HTML edition: escaped, with its links, and with a record of
 * which letters each face of the fonts is needed for.
 *
 *     webtext_add(web, FACE_TEXT, section->title);
 *     webtext_prose(web, FACE_TEXT, block->prose);
 *
 * A `struct web` is one page being written; webtext_open() makes it.
 */
#ifndef REPORTS_EXPORT_WEBTEXT_H
#define REPORTS_EXPORT_WEBTEXT_H

#include "reports/draw/document.h"
#include "reports/draw/page_index.h"

/* The page's own words, in the report's language. */
struct web_words {
    const char *contents, *skip, *numbers, *rows_more, *method;
};

/* Colours in use, each once. */
struct palette {
    uint32_t *colours; /* owned */
    size_t count, capacity;
};

struct web {
    struct bytes *out;               /* the page's body */
    const struct document *document; /* borrowed */
    struct typeset *typeset;         /* borrowed */
    const struct web_words *words;
    struct arena arena;         /* scratch of one block */
    struct page_index sections; /* destination to its section's block, 1 for the first block */
    uint8_t *letters[FACES];    /* a bit a code point; owned */
    struct palette marks, texts;
    int level;               /* of headings inside the present section */
    size_t pictures, tables; /* so far: they number what needs an id */
    struct span nowhere;     /* the first destination of a link that no block has */
};

void webtext_open(struct web *web, struct bytes *out, const struct document *document,
                  struct typeset *typeset);
void webtext_release(struct web *web);

void webtext_add(struct web *web, enum face face, struct span text);

/* The same, and no line ends within a range of numbers: "13.0–15.3%". */
void webtext_sentence(struct web *web, enum face face, struct span text);

/* Notes that the face needs these letters, which are written elsewhere. */
void webtext_letters(struct web *web, enum face face, struct span text);
bool webtext_has(const struct web *web, enum face face, uint32_t code);

/* `<a href=...>`, where the target is one that a reader may be led to; false where it is not. */
bool webtext_link(struct web *web, struct span target, const char *classes);

/* The name of a section, by its block: of one that holds the contents its title, for the page has
 * its outline elsewhere. */
struct span webtext_section(const struct web *web, size_t block);

/* A heading of the present level. */
void webtext_heading(struct web *web, struct span text);

/* Runs, bold in FACE_TEXT_BOLD; a page's number becomes the name of its section. */
void webtext_prose(struct web *web, enum face face, const struct prose *prose);

/* ` id="name"`; nothing where it is empty. */
void webtext_id(struct web *web, struct span name);

/* The class of a text in this tone: "more", "less", ...; "" for plain. */
const char *webtext_tone(enum tone tone);

void webtext_colour(struct palette *palette, uint32_t colour);

#endif
