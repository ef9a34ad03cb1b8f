/* What a store has counted by week is what its articles add up to. */
#include "tests/corpus/store_folder.h"
#include "tests/corpus/store_recount.h"

#include "corpus/store/store_refresh.h"

static void weekly_counts_equal_a_recount_after_adds_revisions_and_refreshing(void **state)
{
    const char *path = fresh("a.db");
    struct store *store = opened(path, STORE_WRITE);
    const struct store_refresh refresh = {.threads = 1, .all = true};
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    uint64_t refreshed = 0;

    (void)state;
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_weeks_equal_recount(store);
    assert_true(add(store, corrections, COUNT_OF(corrections), &tally, &fault));
    assert_weeks_equal_recount(store);
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_int_equal(tally.revised, COUNT_OF(corrections));
    assert_true(store_refresh(store, &refresh, &refreshed, &fault));
    assert_int_equal(refreshed, COUNT_OF(samples) + COUNT_OF(corrections));
    assert_weeks_equal_recount(store);
    store_close(store);
    store = opened(path, STORE_READ);
    assert_weeks_equal_recount(store);
    store_close(store);
}

static void weekly_counts_are_complete_before_a_run_has_ended(void **state)
{
    const struct store_run run = {.shard = SHARD_WHOLE};
    struct store *store = opened(NULL, STORE_WRITE);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    const struct article article = {.id = span_of("n"),
                                    .source = span_of("S"),
                                    .published = span_of("2025-11-24"),
                                    .text = span_of("A harbour, a ferry.")};

    (void)state;
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    batch_add(&batch, &article, revision_hashes(&article));
    annotate_batch(annotator, &batch);
    assert_true(store_start_run(store, &run, &fault));
    assert_true(store_add(store, &batch, &tally, &fault));
    assert_weeks_equal_recount(store);
    batch_release(&batch);
    annotate_close(annotator);
    store_close(store);
}

static void weekly_counts_come_back_from_their_bytes(void **state)
{
    static const struct week_count weeks[] = {
        {-1000000, 1, 1}, {-1, 5, 2}, {0, 4000000000U, 7}, {1, 0, 0}, {2900, 1, 1}};
    struct bytes blob = BYTES_EMPTY;
    struct weekcounts_reader reader;
    struct week_count week;

    (void)state;
    weekcounts_write(&blob, weeks, COUNT_OF(weeks));
    reader = (struct weekcounts_reader){.rest = bytes_span(&blob)};
    for (size_t i = 0; i < COUNT_OF(weeks); i++) {
        if (weeks[i].words == 0)
            continue;
        assert_true(weekcounts_next(&reader, &week));
        assert_int_equal(week.week, weeks[i].week);
        assert_int_equal(week.words, weeks[i].words);
        assert_int_equal(week.articles, weeks[i].articles);
    }
    assert_false(weekcounts_next(&reader, &week));
    bytes_release(&blob);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekly_counts_equal_a_recount_after_adds_revisions_and_refreshing),
        cmocka_unit_test(weekly_counts_are_complete_before_a_run_has_ended),
        cmocka_unit_test(weekly_counts_come_back_from_their_bytes),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
