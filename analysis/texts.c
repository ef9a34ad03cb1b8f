#include "analysis/texts.h"

#include "analysis/placing.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/records.h"
#include "corpus/store/idlist.h"

#include <stdlib.h>

/* An article's ids; reused from one to the next. */
struct id_room {
    uint32_t *ids;
    size_t capacity;
};

/* The article with its ids, which are valid until the next is read. */
static struct text text_of(struct id_room *room, const struct stored_article *article,
                           struct span list)
{
    struct text text = {.article = article};

    text.count = idlist_read(&room->ids, &room->capacity, list);
    text.ids = room->ids;
    return text;
}

struct walking {
    const struct counts_side *side; /* or NULL */
    texts_visitor *visit;
    void *context;
    struct placing *placing; /* NULL where articles count as published */
    struct table sources;
    struct id_room room;
    size_t at; /* of the article at hand among those of the side */
};

static bool place(void *context, const struct stored_article *article, struct fault *fault)
{
    struct walking *walking = context;

    (void)fault;
    if (walking->side && !counts_side_has(walking->side, article))
        return true;
    placing_add(walking->placing,
                &(struct story_article){
                    .day = article->day,
                    .source = article->source.length ? table_add(&walking->sources, article->source)
                                                     : TABLE_NONE,
                    .content = article->content,
                    .empty = article->words == 0,
                    .signature = article->signature,
                });
    return true;
}

static bool hand_over(void *context, const struct stored_article *article, struct fault *fault)
{
    struct walking *walking = context;
    struct text text;
    size_t at;

    if (walking->side && !counts_side_has(walking->side, article))
        return true;
    at = walking->at++;
    if (walking->placing && placing_place(walking->placing, at).story != at)
        return true;
    text = text_of(&walking->room, article, article->terms);
    return walking->visit(walking->context, &text, fault);
}

static bool walk(struct counts_source source, struct store_days days, store_visitor *visit,
                 struct walking *walking, struct fault *fault)
{
    return source.store ? store_walk(source.store, days, visit, walking, fault)
                        : shelf_walk(source.shelf, days, visit, walking, fault);
}

bool texts_walk(struct counts_source source, const struct texts_wish *wish, texts_visitor *visit,
                void *context, struct fault *fault)
{
    struct walking walking = {.side = wish->side, .visit = visit, .context = context};
    bool done = true;

    if (wish->one_vote) {
        walking.placing = placing_start(wish->story_window, wish->threads);
        done = walk(source, wish->days, place, &walking, fault);
        placing_end(walking.placing);
    }
    done = done && walk(source, wish->days, hand_over, &walking, fault);
    placing_free(walking.placing);
    table_release(&walking.sources);
    free(walking.room.ids);
    return done;
}

/* --- kept ----------------------------------------------------------------------------- */

enum { HELD = 8 << 20 }; /* bytes in memory */

struct texts {
    struct records *records; /* of each article a head, its language and its terms */
    struct bytes record;     /* of the article at hand */
    struct id_room room;
    texts_visitor *visit;
    void *context;
};

struct head {
    uint32_t number, language_length;
};

static bool keep(void *context, const struct text *text, struct fault *fault)
{
    struct texts *texts = context;
    const struct head head = {text->article->number, (uint32_t)text->article->language.length};

    bytes_clear(&texts->record);
    bytes_add(&texts->record, (struct span){(const char *)&head, sizeof head});
    bytes_add(&texts->record, text->article->language);
    bytes_add(&texts->record, text->article->terms);
    return records_add(texts->records, bytes_span(&texts->record), fault);
}

struct texts *texts_open(struct counts_source source, const struct texts_wish *wish,
                         struct fault *fault)
{
    struct texts *texts = memory_new(1, sizeof *texts);

    texts->records = records_open(HELD);
    if (texts_walk(source, wish, keep, texts, fault))
        return texts;
    texts_close(texts);
    return NULL;
}

static bool visit_record(void *context, size_t index, struct span record, struct fault *fault)
{
    struct texts *texts = context;
    struct stored_article article = {0};
    struct head head;
    struct text text;
    size_t terms;

    (void)index;
    memcpy(&head, record.bytes, sizeof head);
    terms = sizeof head + head.language_length;
    article.number = head.number;
    article.language = span_cut(record, sizeof head, terms);
    text = text_of(&texts->room, &article, span_cut(record, terms, record.length));
    return texts->visit(texts->context, &text, fault);
}

bool texts_visit(struct texts *texts, texts_visitor *visit, void *context, struct fault *fault)
{
    texts->visit = visit;
    texts->context = context;
    return records_visit(texts->records, visit_record, texts, fault);
}

void texts_close(struct texts *texts)
{
    if (!texts)
        return;
    records_close(texts->records);
    bytes_release(&texts->record);
    free(texts->room.ids);
    free(texts);
}
