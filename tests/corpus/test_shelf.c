#include "tests/sample_batch.h"
#include "tests/support.h"

#include "corpus/base/day.h"
#include "corpus/store/idlist.h"
#include "corpus/store/shelf.h"

#include <stdio.h>
#include <stdlib.h>

/* --- a shelf and a store of the run alone, given the same batches ---------------------- */

struct pair {
    struct shelf *shelf;
    struct store *store;
    struct annotator *annotators[2]; /* each numbers its terms for one receiver */
    struct store_tally shelved, stored;
};

static struct pair pair_open(void)
{
    const struct store_run run = {.shard = SHARD_WHOLE};
    struct pair pair = {.shelf = shelf_open(), .annotators = {annotate_open(), annotate_open()}};
    struct fault fault = FAULT_EMPTY;

    if (!store_open(&pair.store, NULL, STORE_WRITE, 1, &fault) ||
        !store_start_run(pair.store, &run, &fault))
        fail_msg("%s", fault.message);
    return pair;
}

static void pair_close(struct pair *pair)
{
    shelf_close(pair->shelf);
    store_close(pair->store);
    annotate_close(pair->annotators[0]);
    annotate_close(pair->annotators[1]);
}

static void pair_add(struct pair *pair, const struct sample *list, size_t count)
{
    struct batch shelved = BATCH_EMPTY, stored = BATCH_EMPTY;
    struct fault fault = FAULT_EMPTY;

    samples_annotate(&shelved, pair->annotators[0], list, count);
    samples_annotate(&stored, pair->annotators[1], list, count);
    if (!shelf_add(pair->shelf, &shelved, &pair->shelved, &fault) ||
        !store_add(pair->store, &stored, &pair->stored, &fault))
        fail_msg("%s", fault.message);
    batch_release(&shelved);
    batch_release(&stored);
}

/* --- what both must say alike ----------------------------------------------------------- */

struct walk {
    const struct table *terms;
    struct bytes out;
};

static bool write_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct walk *walk = context;
    struct span ids = article->terms;
    uint32_t id;

    (void)fault;
    bytes_print(&walk->out, "%d %.*s %.*s %u %llx:", article->day, SPAN_PRINT(article->source),
                SPAN_PRINT(article->id), article->words, (unsigned long long)article->content);
    while (idlist_next(&ids, &id)) {
        bytes_add_byte(&walk->out, ' ');
        bytes_add(&walk->out, id ? table_text(walk->terms, id - 1) : span_of("."));
    }
    bytes_add_byte(&walk->out, '\n');
    return true;
}

static void write_days(struct bytes *out, int32_t *days, size_t count, uint64_t articles)
{
    bytes_print(out, "%llu articles on", (unsigned long long)articles);
    for (size_t i = 0; i < count; i++)
        bytes_print(out, " %d", days[i]);
    bytes_add_byte(out, '\n');
    free(days);
}

static void write_shelf(struct walk *walk, struct shelf *shelf, struct store_days days)
{
    struct fault fault = FAULT_EMPTY;
    int32_t *listed;
    uint64_t articles;
    size_t count;

    walk->terms = shelf_terms(shelf);
    shelf_list_days(shelf, &listed, &count, &articles);
    write_days(&walk->out, listed, count, articles);
    if (!shelf_walk(shelf, days, write_article, walk, &fault))
        fail_msg("%s", fault.message);
}

static void write_store(struct walk *walk, struct store *store, struct store_days days)
{
    struct fault fault = FAULT_EMPTY;
    int32_t *listed = NULL;
    uint64_t articles;
    size_t count;

    walk->terms = store_terms(store);
    store_list_days(store, &listed, &count, &articles);
    write_days(&walk->out, listed, count, articles);
    if (!store_walk(store, days, write_article, walk, &fault))
        fail_msg("%s", fault.message);
}

static void assert_alike(const struct pair *pair, struct store_days days)
{
    struct walk shelved = {0}, stored = {0};

    write_shelf(&shelved, pair->shelf, days);
    write_store(&stored, pair->store, days);
    assert_string_equal(bytes_text(&shelved.out), bytes_text(&stored.out));
    assert_int_equal(pair->shelved.added, pair->stored.added);
    assert_int_equal(pair->shelved.revised, pair->stored.revised);
    assert_int_equal(pair->shelved.known, pair->stored.known);
    bytes_release(&shelved.out);
    bytes_release(&stored.out);
}

/* --- tests ------------------------------------------------------------------------------ */

static const struct sample first[] = {
    {"b", "Tribune", "2025-12-01", "The council met, and nothing came of it."},
    {"a", "Tribune", "2025-12-01", "Another day at the harbour of the town."},
    {"9", "Courier", "2025-12-01", "The ferry left the harbour late, at noon."},
    {"8", "Courier", "", "An article that has no date at all."},
    {"7", "Courier", "2025-11-24T22:30:00Z", "Herring prices rose; the harbour was full."},
    {"7", "Courier", "2025-11-24T22:30:00Z", "Herring prices rose; the harbour was full."},
};

/* Of each article several revisions: the last published of them holds, wherever it stands. */
static const struct sample revisions[] = {
    {"7", "Courier", "2025-11-24T23:10:00Z", "Herring prices rose and fell again."},
    {"7", "Courier", "2025-11-24T22:50:00Z", "Herring prices rose and rose."},
    {"b", "Tribune", "2025-11-30", "The council has not met yet, says an older version."},
    {"a", "Tribune", "2025-12-01", "A text of the same day, one of three."},
    {"a", "Tribune", "2025-12-01", "A text of the same day, two of three."},
    {"a", "Tribune", "2025-12-01", "A text of the same day, three of three."},
    {"8", "Courier", "2025-12-02", "The article that had no date has one now."},
    {"b", "Tribune", "2025-12-01", "The council met, and nothing came of it."},
    {"7", "Courier", "2025-11-24T22:50:00Z", "Herring prices rose and rose."},
};

static void a_shelf_walks_as_a_store_does(void **state)
{
    struct pair pair = pair_open();

    (void)state;
    assert_alike(&pair, STORE_ALL_DAYS); /* empty */
    pair_add(&pair, first, COUNT_OF(first));
    assert_alike(&pair, STORE_ALL_DAYS);
    assert_int_equal(pair.shelved.added, 5);
    assert_int_equal(pair.shelved.known, 1);
    pair_close(&pair);
}

static void a_shelf_holds_the_revisions_that_a_store_holds(void **state)
{
    struct pair pair = pair_open();

    (void)state;
    pair_add(&pair, first, COUNT_OF(first));
    pair_add(&pair, revisions, COUNT_OF(revisions));
    assert_alike(&pair, STORE_ALL_DAYS);
    assert_int_equal(pair.shelved.revised, 7);
    assert_int_equal(pair.shelved.known, 3);
    pair_close(&pair);
}

static void the_order_of_the_input_does_not_matter(void **state)
{
    struct walk forward = {0}, backward = {0};
    struct pair one = pair_open(), other = pair_open();

    (void)state;
    pair_add(&one, first, COUNT_OF(first));
    pair_add(&one, revisions, COUNT_OF(revisions));
    for (size_t i = COUNT_OF(revisions); i-- > 0;)
        pair_add(&other, &revisions[i], 1);
    for (size_t i = COUNT_OF(first); i-- > 0;)
        pair_add(&other, &first[i], 1);
    assert_alike(&other, STORE_ALL_DAYS);
    write_shelf(&forward, one.shelf, STORE_ALL_DAYS);
    write_shelf(&backward, other.shelf, STORE_ALL_DAYS);
    assert_string_equal(bytes_text(&forward.out), bytes_text(&backward.out));
    bytes_release(&forward.out);
    bytes_release(&backward.out);
    pair_close(&one);
    pair_close(&other);
}

static void days_are_chosen_as_in_a_store(void **state)
{
    const int32_t december = day_from_civil((struct day_civil){2025, 12, 1}),
                  november = day_from_civil((struct day_civil){2025, 11, 24});
    const struct store_days cases[] = {
        {november, december, false}, {november, november, true}, {december, december, false},
        {december, november, true},  {0, november - 1, false},
    };
    struct pair pair = pair_open();

    (void)state;
    pair_add(&pair, first, COUNT_OF(first));
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_alike(&pair, cases[i]);
    pair_close(&pair);
}

/* More articles than the first table of keys has room for, of which every third comes twice. */
static void many_articles_are_all_there(void **state)
{
    enum { MANY = 3000 };
    struct pair pair = pair_open();

    (void)state;
    for (int i = 0; i < MANY; i++) {
        char id[16], text[64];

        (void)snprintf(id, sizeof id, "%d", i % 3 ? i : i / 6);
        (void)snprintf(text, sizeof text, "The %d ferries of the harbour.", i % 3 ? i : i / 6);
        pair_add(&pair, &(struct sample){id, "Courier", "2025-12-01", text}, 1);
    }
    assert_true(pair.shelved.known > 0);
    assert_alike(&pair, STORE_ALL_DAYS);
    pair_close(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shelf_walks_as_a_store_does),
        cmocka_unit_test(a_shelf_holds_the_revisions_that_a_store_holds),
        cmocka_unit_test(the_order_of_the_input_does_not_matter),
        cmocka_unit_test(days_are_chosen_as_in_a_store),
        cmocka_unit_test(many_articles_are_all_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
