/* Stores that are joined keep their articles apart. */
#include "tests/corpus/store_folder.h"

#include "corpus/store/idlist.h"
#include "corpus/store/store_merge.h"

static struct store *joined(const char *const *paths, size_t count, struct store_part *parts)
{
    const struct store_merge merge = {.paths = paths, .count = count, .wait = 1};
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    if (!store_join(&store, &merge, parts, &fault))
        fail_msg("%s", fault.message);
    return store;
}

struct listed {
    struct store *store;
    struct bytes out;
};

/* "1:1|Courier|the ferry ...|" with the article's number first. */
static bool list_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct listed *listed = context;
    struct span ids = article->terms;
    uint32_t id;

    (void)fault;
    bytes_print(&listed->out, "%u:%.*s|%.*s|", article->number, SPAN_PRINT(article->id),
                SPAN_PRINT(article->source));
    while (idlist_next(&ids, &id))
        if (id)
            bytes_print(&listed->out, "%.*s ",
                        SPAN_PRINT(table_text(store_terms(listed->store), id - 1)));
    bytes_add_byte(&listed->out, '\n');
    return true;
}

static bool list_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct listed *listed = context;

    (void)fault;
    bytes_print(&listed->out, "%u:%.*s ", quote->article, SPAN_PRINT(quote->speaker));
    return true;
}

static void assert_lists(struct store *store, const char *articles, const char *quotes)
{
    struct listed listed = {.store = store, .out = BYTES_EMPTY};
    struct fault fault;

    assert_true(store_walk(store, STORE_ALL_DAYS, list_article, &listed, &fault));
    assert_string_equal(bytes_text(&listed.out), articles);
    bytes_clear(&listed.out);
    assert_true(store_walk_quotes(store, STORE_ALL_DAYS, list_quote, &listed, &fault));
    assert_string_equal(bytes_text(&listed.out), quotes);
    bytes_release(&listed.out);
}

static void what_two_stores_hold_is_there_twice(void **state)
{
    static const struct sample one[] = {
        {"1", "Courier", "2025-11-24", "\"It is late,\" said Anna Harker."},
        {"2", "Courier", "2025-11-25", "Herring prices rose."},
    };
    static const struct sample two[] = {
        {"9", "Bote", "2025-11-23", "Prices fell."},
        {"1", "Courier", "2025-11-24", "\"It is late,\" said Anna Harker."},
    };
    const char *const paths[] = {fresh("a.db"), fresh("b.db")};
    struct store_part parts[2];
    struct store *store;

    (void)state;
    grow(paths[0], one, COUNT_OF(one));
    grow(paths[1], two, COUNT_OF(two));
    store = joined(paths, 2, parts);
    assert_int_equal(parts[0].first, 1);
    assert_int_equal(parts[0].last, 2);
    assert_int_equal(parts[1].first, 3);
    assert_int_equal(parts[1].last, 4);
    assert_lists(store,
                 "3:9|Bote|prices fell \n"
                 "1:1|Courier|it is late said anna harker \n"
                 "4:1|Courier|it is late said anna harker \n"
                 "2:2|Courier|herring prices rose \n",
                 "1:Anna Harker 4:Anna Harker ");
    store_close(store);
}

/* Of revisions each store shows the one that holds there. */
static void revisions_are_settled_within_each_store(void **state)
{
    const char *const paths[] = {fresh("a.db"), fresh("b.db")};
    struct store_part parts[2];
    struct store *store;
    int32_t *days = NULL;
    size_t count = 0;
    uint64_t articles = 0;

    (void)state;
    grow(paths[0], samples, COUNT_OF(samples));
    grow(paths[1], samples, COUNT_OF(samples));
    grow(paths[1], corrections, COUNT_OF(corrections));
    store = joined(paths, 2, parts);
    assert_int_equal(parts[0].last, COUNT_OF(samples));
    assert_int_equal(parts[1].last - parts[1].first + 1, COUNT_OF(samples) + COUNT_OF(corrections));
    store_list_days(store, &days, &count, &articles);
    assert_int_equal(articles, 2 * COUNT_OF(samples));
    free(days);
    store_close(store);
}

static void a_store_alone_or_an_empty_one_is_joined_too(void **state)
{
    const char *const paths[] = {fresh("a.db"), fresh("b.db")};
    struct store_part parts[2];
    struct store *store;

    (void)state;
    store_close(opened(paths[0], STORE_WRITE));
    grow(paths[1], samples, 1);
    store = joined(paths, 2, parts);
    assert_true(parts[0].last < parts[0].first);
    assert_int_equal(parts[1].first, 1);
    assert_int_equal(parts[1].last, 1);
    store_close(store);
    store = joined(paths + 1, 1, parts);
    assert_int_equal(parts[0].last, 1);
    store_close(store);
}

static void a_store_that_is_not_there_is_a_fault(void **state)
{
    const char *const paths[] = {fresh("a.db"), fresh("x.db")};
    const struct store_merge merge = {.paths = paths, .count = 2, .wait = 1};
    struct store_part parts[2];
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    grow(paths[0], samples, 1);
    assert_false(store_join(&store, &merge, parts, &fault));
    assert_int_equal(fault.kind, FAULT_INPUT);
    assert_null(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_two_stores_hold_is_there_twice),
        cmocka_unit_test(revisions_are_settled_within_each_store),
        cmocka_unit_test(a_store_alone_or_an_empty_one_is_joined_too),
        cmocka_unit_test(a_store_that_is_not_there_is_a_fault),
    };

    return cmocka_run_group_tests_name("store_join", tests, make_folder, remove_folder);
}
