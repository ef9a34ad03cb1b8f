/*
 * Linked data: the article that a page's JSON-LD describes.
 *
 *     struct linked_data data = LINKED_DATA_EMPTY;
 *
 *     linked_data_read(&data, script);                once for each script
 *     const struct json *article = linked_data_article(&data, title);
 *     use(json_text(article, "headline"));
 *     linked_data_release(&data);
 *
 * An article is an object whose @type ends in Article, Posting or Report; it
 * stands at the top, in an array, in @graph or in mainEntity.
 */
#ifndef CORPUS_READ_LINKED_DATA_H
#define CORPUS_READ_LINKED_DATA_H

#include "corpus/base/bytes.h"
#include "corpus/base/json.h"

struct linked_data {
    struct json_document **scripts; /* owned, with the array */
    size_t script_count, script_capacity;
    const struct json **articles; /* parts of the scripts; the array is owned */
    size_t count, capacity;
    const struct json **objects; /* all that were looked at, so too */
    size_t object_count, object_capacity;
};

#define LINKED_DATA_EMPTY ((struct linked_data){0})

/* Adds what a script holds; what is no JSON adds nothing. */
void linked_data_read(struct linked_data *data, struct span script);

/* The article with this title, else the only one, else the first; NULL for none. */
const struct json *linked_data_article(const struct linked_data *data, struct span title);

/*
 * Adds the names of the article's `field`, parted by ", ": texts, objects with
 * a `name`, objects whose @id is that of one with a name; one or an array.
 */
void linked_data_names(struct bytes *out, const struct linked_data *data,
                       const struct json *article, const char *field);

void linked_data_release(struct linked_data *data);

/* True where organisations alone stand in the field, objects that say so of themselves. */
bool linked_data_is_of_house(const struct json *article, const char *field);

#endif
