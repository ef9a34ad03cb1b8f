#include "reports/cli/checking.h"

#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "reports/export/tables_check.h"

#include <stdlib.h>

bool checking_open(struct session *session, const struct options *options, struct fault *fault)
{
    if (options->operand_count == 0 && !options->store)
        return session_open_topics(session, options, fault);
    return session_open(session, options, fault);
}

/* Term ids of one text. */
struct ids {
    uint32_t *items;
    size_t count, capacity;
};

static void decode(struct ids *ids, struct span list)
{
    uint32_t number;

    ids->count = 0;
    ids->items = memory_grow(ids->items, &ids->capacity, list.length, sizeof *ids->items);
    while (idlist_next(&list, &number)) /* of a byte at least */
        ids->items[ids->count++] = number;
}

struct checking {
    struct dictionary_check *check;
    struct store *store;
    struct ids text, title;
    /* For the examples: */
    struct arena arena;
    struct shown *shown; /* by their articles' numbers */
    size_t count;
    struct tables_check_place *places; /* by problem */
    struct bytes body, context;
};

static bool look_at(void *context, const struct stored_article *article, struct fault *fault)
{
    struct checking *checking = context;

    decode(&checking->text, article->terms);
    decode(&checking->title, article->title_terms);
    return dictionary_check_add(checking->check,
                                &(struct dictionary_checked){
                                    .number = article->number,
                                    .language = article->language,
                                    .text = checking->text.items,
                                    .text_count = checking->text.count,
                                    .title = checking->title.items,
                                    .title_count = checking->title.count,
                                },
                                fault);
}

/* A problem with an example. */
struct shown {
    uint32_t article, problem;
};

static int by_article(const void *left, const void *right)
{
    const struct shown *a = left, *b = right;

    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return (a->problem > b->problem) - (a->problem < b->problem);
}

/* Puts the problems with an example in the order of their articles. */
static void order_examples(struct checking *checking)
{
    const struct dictionary_check *check = checking->check;

    checking->shown = memory_new(check->problem_count, sizeof *checking->shown);
    for (uint32_t i = 0; i < check->problem_count; i++) {
        if (check->problems[i].example.count)
            checking->shown[checking->count++] =
                (struct shown){check->problems[i].example.article, i};
    }
    qsort(checking->shown, checking->count, sizeof *checking->shown, by_article);
}

/* The first example of this article, or one behind the last of all. */
static size_t find_examples(const struct checking *checking, uint32_t article)
{
    size_t low = 0, high = checking->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (checking->shown[middle].article < article)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The examples of this article, each in its words. */
static bool show_examples(void *context, const struct stored_article *article, struct fault *fault)
{
    struct checking *checking = context;
    size_t at = find_examples(checking, article->number);
    struct span id;

    if (at == checking->count || checking->shown[at].article != article->number)
        return true;
    if (!store_text(checking->store, article->number, &checking->body, fault))
        return false;
    id = arena_copy(&checking->arena, article->id);
    for (; at < checking->count && checking->shown[at].article == article->number; at++) {
        uint32_t problem = checking->shown[at].problem;
        const struct dictionary_example *example = &checking->check->problems[problem].example;

        (void)dictionary_example_show(&checking->context, checking->check, example,
                                      example->in_title ? article->title
                                                        : bytes_span(&checking->body));
        checking->places[problem] = (struct tables_check_place){
            .article_id = id,
            .context = arena_copy(&checking->arena, bytes_span(&checking->context)),
        };
    }
    return true;
}

bool checking_write(struct bytes *csv, struct session *session, struct fault *fault)
{
    const struct table nothing = TABLE_EMPTY;
    struct dictionary_check check = DICTIONARY_CHECK_EMPTY;
    struct checking checking = {.check = &check, .store = session->store};
    bool done = true;

    dictionary_check_start(&check, &session->dictionary,
                           session->store ? store_terms(session->store) : &nothing);
    if (session->store)
        done = store_walk(session->store, STORE_ALL_DAYS, look_at, &checking, fault);
    if (done) {
        dictionary_check_end(&check);
        checking.places = memory_new(check.problem_count, sizeof *checking.places);
        order_examples(&checking);
    }
    if (done && checking.count)
        done = store_walk(session->store, STORE_ALL_DAYS, show_examples, &checking, fault);
    if (done)
        tables_check(csv, &check, checking.places);
    free(checking.text.items);
    free(checking.title.items);
    free(checking.shown);
    free(checking.places);
    bytes_release(&checking.body);
    bytes_release(&checking.context);
    arena_release(&checking.arena);
    dictionary_check_release(&check);
    return done;
}
