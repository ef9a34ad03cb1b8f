#include "analysis/topic_words.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { KEY_NUMBERS = 3 }; /* before the words */

void topic_words_add(struct topic_words *words, const struct topic_words_use *use)
{
    const uint32_t head[KEY_NUMBERS] = {use->week, use->category, use->entry};
    size_t before = words->keys.count;
    struct topic_words_row *row;
    uint32_t id;

    bytes_clear(&words->key);
    bytes_add(&words->key, (struct span){(const char *)head, sizeof head});
    bytes_add(&words->key,
              (struct span){(const char *)use->terms, use->count * sizeof *use->terms});
    id = table_add(&words->keys, bytes_span(&words->key));
    words->rows =
        memory_grow(words->rows, &words->capacity, words->keys.count, sizeof *words->rows);
    row = &words->rows[id];
    if (id == before)
        *row = (struct topic_words_row){
            .week = use->week, .category = use->category, .entry = use->entry};
    row->hits += !use->in_title;
    row->title_hits += use->in_title;
    row->articles += row->last_article != use->article + 1;
    row->last_article = use->article + 1;
}

void topic_words_text(struct bytes *text, const struct topic_words *words, uint32_t row,
                      const struct table *vocabulary)
{
    struct span key = table_text(&words->keys, row);

    bytes_clear(text);
    for (size_t at = KEY_NUMBERS * sizeof(uint32_t); at < key.length; at += sizeof(uint32_t)) {
        uint32_t term;

        memcpy(&term, key.bytes + at, sizeof term);
        if (text->count)
            bytes_add_byte(text, ' ');
        bytes_add(text, table_text(vocabulary, term - 1));
    }
}

void topic_words_release(struct topic_words *words)
{
    table_release(&words->keys);
    bytes_release(&words->key);
    free(words->rows);
    *words = TOPIC_WORDS_EMPTY;
}
