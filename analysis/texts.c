#include "analysis/texts.h"

#include "analysis/placing.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"

#include <stdlib.h>

struct walking {
    const struct counts_side *side; /* or NULL */
    texts_visitor *visit;
    void *context;
    struct placing *placing; /* NULL where articles count as published */
    struct table sources;
    uint32_t *ids;
    size_t id_capacity;
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
    struct text text = {.article = article};
    struct span list = article->terms;
    size_t at;

    if (walking->side && !counts_side_has(walking->side, article))
        return true;
    at = walking->at++;
    if (walking->placing && placing_place(walking->placing, at).story != at)
        return true;
    walking->ids =
        memory_grow(walking->ids, &walking->id_capacity, list.length + 1, sizeof *walking->ids);
    while (idlist_next(&list, &walking->ids[text.count])) /* of a byte at least */
        text.count++;
    text.ids = walking->ids;
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
    free(walking.ids);
    return done;
}
