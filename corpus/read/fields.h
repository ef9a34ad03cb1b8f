/*
 * Fields: which column or member holds what of an article, by its name.
 *
 *     struct fields_plan plan = fields_plan(config);
 *     struct fields fields = FIELDS_EMPTY;
 *     struct fields_place place;
 *
 *     while (next(&name, &value))
 *         if (fields_find(&place, &plan, name))
 *             fields_offer(&fields, place, value);
 *     fields_fill(&article, &arena, &fields);
 *
 * Names are compared without regard to case (ASCII). Of several names for one
 * field the best known one with a value wins: the configuration's, then the
 * field's own ("date"), then the usual others ("published", "pubDate", ...).
 * A name with a dot stands for a member within a member: "source.name".
 */
#ifndef CORPUS_READ_FIELDS_H
#define CORPUS_READ_FIELDS_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/config.h"

#include <stdint.h>

enum fields_kind {
    FIELDS_ID,
    FIELDS_TITLE,
    FIELDS_TEXT,
    FIELDS_PUBLISHED,
    FIELDS_SOURCE,
    FIELDS_AUTHOR,
    FIELDS_SECTION,
    FIELDS_URL,
    FIELDS_LANGUAGE,
    FIELDS_HTML, /* the text as HTML */
    FIELDS_COUNT
};

enum { FIELDS_LETTERS = 26 };

/* How names are found. */
struct fields_plan {
    struct span
        names[FIELDS_COUNT]; /* the configuration's, borrowed; empty where it says nothing */
    bool configured;         /* one of them is not empty */
    uint32_t usual[FIELDS_LETTERS + 1]; /* where each letter's usual names begin in their table */
};

struct fields_place {
    enum fields_kind kind;
    unsigned rank; /* from 0, the best */
};

/* The best values so far, borrowed. */
struct fields {
    struct span values[FIELDS_COUNT];
    unsigned ranks[FIELDS_COUNT];
};

#define FIELDS_EMPTY ((struct fields){0})

/* `config` may be NULL. */
struct fields_plan fields_plan(const struct config *config);

/* False where `name` stands for no field. */
bool fields_find(struct fields_place *place, const struct fields_plan *plan, struct span name);

/* Keeps `value` unless it is blank or a better name has given one. */
void fields_offer(struct fields *fields, struct fields_place place, struct span value);

/*
 * Fills the article. The text is borrowed as it is; of the others line ends
 * and tabs are made blanks, in `arena` where there are any. HTML is left out.
 */
void fields_fill(struct article *article, struct arena *arena, const struct fields *fields);

/* `text` on one line, trimmed: each run of blanks with a line end or tab in it is one blank. */
struct span fields_line(struct arena *arena, struct span text);

#endif
