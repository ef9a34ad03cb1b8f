/*
 * JSON items: the objects of a JSON file, one after the other, cut out of the
 * input without its ever being held whole.
 *
 *     struct json_items items = JSON_ITEMS_EMPTY;
 *     struct json_item item;
 *
 *     while (json_items_next(&items, input, &plan, &item) != JSON_ITEMS_END)
 *         ...
 *
 * Items are the objects that stand one after another at the top, or in arrays
 * there, or in the list of a wrapper: an object without a text of its own in
 * which names like `articles`, `items`, `results` or `docs`, within one
 * another ("response", "docs"), lead to an array of objects. Whether an object
 * is whole JSON is left to json_read(): only brackets and strings are looked
 * at. An object longer than INPUT_MAX is passed over.
 */
#ifndef CORPUS_READ_JSON_ITEMS_H
#define CORPUS_READ_JSON_ITEMS_H

#include "corpus/read/fields.h"
#include "corpus/read/input.h"

#include <stdint.h>

enum { JSON_ITEMS_DEPTH = 16, JSON_ITEMS_NAME = 64 };

enum json_items_step {
    JSON_ITEMS_OBJECT,
    JSON_ITEMS_OTHER,    /* values that are no objects: `count` of them */
    JSON_ITEMS_TOO_LONG, /* an object was passed over */
    JSON_ITEMS_TEXT,     /* a wrapper that was read for its list has a text after it, passed over */
    JSON_ITEMS_CUT_OFF,  /* the input ends within an object or array; nothing follows */
    JSON_ITEMS_BROKEN,   /* what stands there is no JSON; nothing follows */
    JSON_ITEMS_END,
};

struct json_item {
    struct span object; /* valid until the next call on the input */
    uint64_t line;      /* on which the item begins, from 1 */
    uint64_t number;    /* among the input's items, from 1 */
    uint64_t count;     /* 1, or how many values are no objects */
};

/* How far an object has been looked through. */
struct json_items_scan {
    size_t at;                  /* bytes of the unread ones */
    uint32_t depth;             /* brackets open */
    uint32_t chain;             /* of them, from the outermost on, those of wrappers */
    bool quoted, escaped;       /* within a string; after a backslash */
    bool leads, holds, opened;  /* the value to come is named as a list, as a text; `[` of a list */
    bool article;               /* the object has a text of its own */
    uint32_t name_length;       /* of the last string; longer ones are cut */
    char name[JSON_ITEMS_NAME]; /* the last string, where it may be a name */
};

struct json_items {
    uint32_t depth;                  /* containers that were entered and not left */
    bool wrappers[JSON_ITEMS_DEPTH]; /* which of them are objects */
    size_t unused;                   /* bytes of the item handed out last, still unread */
    uint64_t lines, number;          /* line ends and items so far */
    bool over;
};

#define JSON_ITEMS_EMPTY ((struct json_items){0})

enum json_items_step json_items_next(struct json_items *items, struct input *input,
                                     const struct fields_plan *plan, struct json_item *item);

/* True for a text that begins with an object which turns out to be a wrapper. */
bool json_items_wrapped(struct span start, const struct fields_plan *plan);

#endif
