#include "tests/corpus/store_dump.h"
#include "tests/corpus/store_folder.h"

#include "corpus/store/database.h"
#include "corpus/store/identities.h"
#include "corpus/store/store_merge.h"

/* --- what is kept -------------------------------------------------------------------- */

static void adding_again_changes_nothing(void **state)
{
    struct store *store = opened(fresh("a.db"), STORE_WRITE);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    struct bytes once = BYTES_EMPTY, twice = BYTES_EMPTY;

    (void)state;
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_true(dump_store(&once, store, &fault));
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_true(dump_store(&twice, store, &fault));
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_int_equal(tally.known, COUNT_OF(samples));
    assert_string_equal(bytes_text(&once), bytes_text(&twice));
    bytes_release(&once);
    bytes_release(&twice);
    store_close(store);
}

static void merged_stores_equal_one_store_in_any_order(void **state)
{
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    const char *const paths[] = {fresh("a.db"), fresh("b.db")};
    const char *const turned[] = {paths[1], paths[0]};
    struct store_merge merge = {.paths = paths, .count = 2, .wait = 1};
    const char *one, *other;

    (void)state;
    grow(paths[0], samples, COUNT_OF(samples));
    grow(paths[1], corrections + 1, 1); /* published later: it holds, whatever the run */
    one = fresh("c.db");
    if (!store_merge(one, &merge, &tally, &fault))
        fail_msg("%s", fault.message);
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_int_equal(tally.revised, 1);
    merge.paths = turned;
    other = fresh("x.db");
    if (!store_merge(other, &merge, &tally, &fault))
        fail_msg("%s", fault.message);
    assert_same(path_of("c.db"), path_of("x.db"));
    grow(path_of("a.db"), corrections + 1, 1);
    assert_same(path_of("a.db"), path_of("c.db"));
}

/* --- the small parts ----------------------------------------------------------------- */

static void identities_of_a_key_are_found_and_no_others(void **state)
{
    enum { KEYS = 2000 };
    struct identities known = IDENTITIES_EMPTY;

    (void)state;
    assert_int_equal(identities_find(&known, (struct identity){0, 0}), 0);
    for (uint64_t i = 0; i < KEYS; i++) { /* keys that meet in a slot, or in all but their ends */
        identities_add(&known, (struct identity){i << 40, i});
        if (i % 3 == 0)
            identities_add(&known, (struct identity){i << 40, KEYS + i});
    }
    for (uint64_t i = 0; i < KEYS; i++) {
        struct identity_search search = identities_search(&known, i << 40);
        size_t found = 0;
        uint32_t number;

        while ((number = identities_next(&search)) != 0) {
            assert_int_equal(known.items[number - 1].key, i << 40);
            found++;
        }
        assert_int_equal(found, i % 3 ? 1 : 2);
        number = identities_find(&known, (struct identity){i << 40, i});
        assert_int_equal(known.items[number - 1].fingerprint, i);
        assert_int_equal(identities_find(&known, (struct identity){i << 40, KEYS + i}) != 0,
                         i % 3 == 0);
        assert_int_equal(identities_find(&known, (struct identity){i << 40 | 1, i}), 0);
    }
    identities_release(&known);
}

static void shards_are_read_united_and_known_to_be_complete(void **state)
{
    static const struct {
        const char *left, *right, *all;
        uint32_t count;
        bool complete;
    } cases[] = {{"1,3", "2", "1,2,3", 3, true},
                 {"1", "3", "1,3", 3, false},
                 {"2", "1", "1,2", 2, true},
                 {"1,3", "3", NULL, 3, false},
                 {"", "1", "1", 1, true},
                 {"4", "1,2", "1,2,4", 4, false},
                 {"10,11", "9", "9,10,11", 3, false}};
    static const char *const wrong[] = {"",   "1",       "0/3", "4/3", "1/",
                                        "/2", "1/99999", "a/b", "1/2x"};
    struct shard shard;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes all = BYTES_EMPTY;

        assert_int_equal(shard_unite(&all, span_of(cases[i].left), span_of(cases[i].right)),
                         cases[i].all != NULL);
        if (cases[i].all) {
            assert_string_equal(bytes_text(&all), cases[i].all);
            assert_int_equal(shard_complete(bytes_span(&all), cases[i].count), cases[i].complete);
        }
        bytes_release(&all);
    }
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        assert_false(shard_read(&shard, span_of(wrong[i]), &fault));
    assert_true(shard_read(&shard, span_of("64/64"), &fault));
    assert_int_equal(shard.number, 64);
    assert_true(shard_has(shard, 127));
    assert_false(shard_has(shard, 128));
}

static void file_systems_between_machines_are_known(void **state)
{
    (void)state;
    assert_string_equal(database_shared_system(0x6969), "NFS");
    assert_string_equal(database_shared_system(0x47504653), "GPFS");
    assert_string_equal(database_shared_system(0x0BD00BD0), "Lustre");
    assert_null(database_shared_system(0xEF53)); /* ext4 */
}

static void a_store_that_is_missing_is_said(void **state)
{
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(store_open(&store, fresh("x.db"), STORE_READ, 1, &fault));
    assert_int_equal(fault.kind, FAULT_INPUT);
    assert_null(store);
}

/* A new store takes the write-ahead log when its first run has ended, or a later one. */
static void a_new_store_is_settled_when_nobody_else_reads_it(void **state)
{
    const char *path = fresh("a.db");
    struct store *store = opened(path, STORE_WRITE), *reader = opened(path, STORE_READ);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(
        add(store, samples, COUNT_OF(samples), &tally, &fault)); /* the reader's snapshot */
    assert_int_equal(fault.kind, FAULT_BUSY);
    store_close(reader);
    store_close(store);
    grow(path, samples, COUNT_OF(samples));
    reader = opened(path, STORE_READ);
    grow(path, corrections, COUNT_OF(corrections));
    store_close(reader);
}

static void a_lock_held_too_long_is_busy(void **state)
{
    const char *path = fresh("a.db");
    struct database *holder = NULL;
    struct store *store = NULL;
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    grow(path, samples, COUNT_OF(samples));
    assert_true(database_open(&holder, path, DATABASE_READ, 0, &fault));
    assert_true(database_run(holder, "BEGIN IMMEDIATE", &fault));
    assert_true(store_open(&store, path, STORE_WRITE, 0, &fault));
    assert_false(add(store, corrections, COUNT_OF(corrections), &tally, &fault));
    assert_int_equal(fault.kind, FAULT_BUSY);
    store_close(store);
    database_close(holder);
}

/* A reader sees the store as it was when it was opened. */
static void a_reader_keeps_its_snapshot(void **state)
{
    const char *path = fresh("a.db");
    struct store *reader;
    struct bytes before = BYTES_EMPTY, after = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    grow(path, samples, COUNT_OF(samples));
    reader = opened(path, STORE_READ);
    assert_true(dump_store(&before, reader, &fault));
    grow(path, corrections, COUNT_OF(corrections));
    assert_true(dump_store(&after, reader, &fault));
    assert_string_equal(bytes_text(&before), bytes_text(&after));
    store_close(reader);
    bytes_release(&before);
    bytes_release(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adding_again_changes_nothing),
        cmocka_unit_test(merged_stores_equal_one_store_in_any_order),
        cmocka_unit_test(identities_of_a_key_are_found_and_no_others),
        cmocka_unit_test(shards_are_read_united_and_known_to_be_complete),
        cmocka_unit_test(file_systems_between_machines_are_known),
        cmocka_unit_test(a_store_that_is_missing_is_said),
        cmocka_unit_test(a_new_store_is_settled_when_nobody_else_reads_it),
        cmocka_unit_test(a_lock_held_too_long_is_busy),
        cmocka_unit_test(a_reader_keeps_its_snapshot),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
