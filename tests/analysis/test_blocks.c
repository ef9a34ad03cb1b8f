#include "analysis/blocks.h"
#include "analysis/measures/bootstrap.h"
#include "analysis/measures/numeric.h"
#include "analysis/speakers.h"
#include "tests/numbers.h"

#include <stdlib.h>

enum { ARTICLES = 60, KEYS = 700 };

/* Articles of three outlets; every third repeats the story of the one before. */
static struct counts articles(struct counted_article *items)
{
    for (uint32_t i = 0; i < ARTICLES; i++)
        items[i] = (struct counted_article){.source = i % 3, .story = i % 3 == 2 ? i - 1 : i};
    return (struct counts){.articles = items, .count = ARTICLES};
}

static void sums_are_those_of_the_cells(void **state)
{
    static const struct block_cell cells[] = {
        {0, 7, 1, 10}, {1, 7, 2, 20}, {2, 7, 1, 5}, {1, 3, 1, 15}, {1, 7, 0, 2}, {3, 3, 1, 8},
    };
    struct counted_article items[ARTICLES];
    struct counts counts = articles(items);
    struct block block = {.counts = &counts, .seed = 1, .minimum = 15, .nobody = true};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cells); i++)
        block_add(&block, cells[i]);
    blocks_work.work(NULL, &block);
    assert_int_equal(block.words, 60);
    assert_int_equal(block.row_count, 3);
    assert_int_equal(block.rows[1].key, 7);
    assert_int_equal(block.rows[1].quotes, 4);
    assert_int_equal(block.rows[1].words, 37);
    assert_int_equal(block.rows[1].articles, 3);
    assert_int_equal(block.rows[1].stories, 2); /* of articles 1 and 2 there is one */
    assert_int_equal(block.rows[1].outlets, 3);
    assert_near(block.rows[1].share.value, 37 / 60.0, 1e-15);
    assert_false(block.rows[1].share.has_interval); /* three stories are too few */
    assert_non_null(block.rows[1].share.note);
    assert_ptr_equal(block_row(&block, 3), &block.rows[0]);
    assert_null(block_row(&block, 5));
    assert_int_equal(block.rows[2].key, SPEAKERS_NOBODY);
    assert_int_equal(block.rows[2].words, 0);
    block_release(&block);
}

/* More keys than are resampled at a time: each has the interval it would have among all. */
static void intervals_are_those_of_one_run(void **state)
{
    struct counted_article items[ARTICLES];
    struct counts counts = articles(items);
    struct block block = {.counts = &counts, .seed = 99, .minimum = 15};
    struct bootstrap_entry *entries = calloc(ARTICLES * 30, sizeof *entries);
    uint32_t sizes[ARTICLES] = {0}, strata[ARTICLES] = {0};
    struct bootstrap_sample sample = {
        .sizes = sizes, .strata = strata, .entries = entries, .statistic_count = KEYS};
    struct bootstrap_plan plan = BOOTSTRAP_PLAN(99);
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct fault fault;
    uint64_t seed = 5;
    size_t intervals = 0;

    (void)state;
    for (uint32_t a = 0, key = 0; a < ARTICLES; a++) {
        for (int i = 0; i < 13; i++, key = (key + 1) % KEYS) {
            uint32_t words = 1 + numbers_below(&seed, 40);

            block_add(&block, (struct block_cell){a, key, 1, words});
            if (items[a].story == a && i == 0) {
                strata[sample.cluster_count] = items[a].source;
                sample.cluster_count++;
            }
            sizes[sample.cluster_count - 1] += words;
            entries[sample.entry_count++] =
                (struct bootstrap_entry){(uint32_t)sample.cluster_count - 1, key, words};
        }
    }
    blocks_work.work(NULL, &block);
    assert_int_equal(block.row_count, KEYS);
    assert_true(bootstrap_run(&run, &sample, plan, &fault));
    for (size_t key = 0; key < KEYS; key++) {
        struct interval share;

        if (!bootstrap_interval(&share, &run, key, ESTIMATE_LEVEL, &fault)) {
            assert_false(block.rows[key].share.has_interval);
            continue;
        }
        intervals++;
        assert_near(block.rows[key].share.value, share.value, 0);
        assert_near(block.rows[key].share.low, share.low, 0);
        assert_near(block.rows[key].share.high, share.high, 0);
    }
    assert_true(intervals > 600);
    bootstrap_release(&run);
    block_release(&block);
    free(entries);
}

static void nothing_said_has_no_share(void **state)
{
    struct counted_article items[ARTICLES];
    struct counts counts = articles(items);
    struct block block = {.counts = &counts, .minimum = 15, .nobody = true};

    (void)state;
    blocks_work.work(NULL, &block);
    assert_int_equal(block.row_count, 1);
    assert_false(block.rows[0].share.has_value);
    assert_string_equal(block.rows[0].share.note, "nobody was quoted");
    block_release(&block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_cells),
        cmocka_unit_test(intervals_are_those_of_one_run),
        cmocka_unit_test(nothing_said_has_no_share),
    };

    numeric_start();
    return cmocka_run_group_tests_name("blocks", tests, NULL, NULL);
}
