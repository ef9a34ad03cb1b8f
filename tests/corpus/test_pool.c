#include "tests/support.h"

#include "corpus/base/pool.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

/* --- jobs: a number to be doubled, the earlier ones slowly ----------------------------- */

struct job {
    int number, result;
    bool slow;
};

/* What the threads do; read once they are stopped. */
static atomic_int opened, closed, worked;

static void *open_kept(void)
{
    opened++;
    return calloc(1, sizeof(int));
}

static void double_number(void *kept, void *item)
{
    struct job *job = item;

    if (job->slow)
        (void)nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    ++*(int *)kept;
    job->result = job->number * 2;
}

static void close_kept(void *kept)
{
    worked += *(int *)kept;
    closed++;
    free(kept);
}

static const struct pool_work doubling = {
    .open = open_kept, .work = double_number, .close = close_kept};

static int reset(void **state)
{
    (void)state;
    opened = closed = worked = 0;
    return 0;
}

enum { JOBS = 200 };

static void assert_job(const struct job *job, const struct job *jobs, int place)
{
    assert_ptr_equal(job, &jobs[place]);
    assert_int_equal(job->result, place * 2);
}

static void run_jobs(int threads)
{
    struct pool *pool = pool_start(threads, &doubling);
    struct job jobs[JOBS];
    struct job *job;
    int taken = 0;

    for (int i = 0; i < JOBS; i++) {
        jobs[i] = (struct job){.number = i, .slow = i % 7 == 0};
        if (pool_full(pool))
            assert_job(pool_take(pool), jobs, taken++);
        pool_give(pool, &jobs[i]);
    }
    while ((job = pool_take(pool)) != NULL)
        assert_job(job, jobs, taken++);
    assert_int_equal(taken, JOBS);
    pool_stop(pool);
}

/* --- tests ----------------------------------------------------------------------------- */

static void results_come_in_the_order_of_the_jobs_whatever_the_threads(void **state)
{
    static const int threads[] = {1, 2, 3, 8, POOL_THREADS_MAX, POOL_THREADS_MAX + 1};

    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        int most = threads[i] < POOL_THREADS_MAX ? threads[i] : POOL_THREADS_MAX;

        (void)reset(state);
        run_jobs(threads[i]);
        assert_int_equal(worked, JOBS); /* each job once */
        assert_in_range(opened, 1, most);
        assert_int_equal(closed, opened);
    }
}

static void a_pool_is_full_with_as_many_jobs_a_thread_as_the_work_says(void **state)
{
    static const struct {
        int threads, jobs_a_thread, full;
    } pools[] = {{1, 0, 2}, {2, 0, 4}, {5, 0, 10}, {1, 7, 2}, {2, 7, 14}, {3, 1, 3}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pools); i++) {
        struct pool_work work = doubling;
        struct pool *pool;
        struct job jobs[16] = {{0}};
        int given = 0;

        work.jobs_a_thread = pools[i].jobs_a_thread;
        pool = pool_start(pools[i].threads, &work);
        while (!pool_full(pool))
            pool_give(pool, &jobs[given++]);
        assert_int_equal(given, pools[i].full);
        assert_ptr_equal(pool_take(pool), &jobs[0]);
        assert_false(pool_full(pool));
        while (pool_take(pool))
            continue;
        pool_stop(pool);
    }
}

static void a_pool_without_jobs_gives_none_and_stops(void **state)
{
    struct pool *pool = pool_start(4, &doubling);

    (void)state;
    assert_null(pool_take(pool));
    pool_stop(pool);
    assert_int_equal(worked, 0);
    assert_int_equal(closed, opened);
}

static void jobs_that_were_not_taken_are_done_before_the_pool_stops(void **state)
{
    struct pool *pool = pool_start(2, &doubling);
    struct job jobs[4] = {{.number = 1}, {.number = 2}, {.number = 3, .slow = true}, {.number = 4}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(jobs); i++)
        pool_give(pool, &jobs[i]);
    pool_stop(pool);
    for (size_t i = 0; i < COUNT_OF(jobs); i++)
        assert_int_equal(jobs[i].result, jobs[i].number * 2);
}

static void there_is_a_processor(void **state)
{
    (void)state;
    assert_in_range(pool_processors(), 1, POOL_THREADS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(results_come_in_the_order_of_the_jobs_whatever_the_threads, reset),
        cmocka_unit_test_setup(a_pool_is_full_with_as_many_jobs_a_thread_as_the_work_says, reset),
        cmocka_unit_test_setup(a_pool_without_jobs_gives_none_and_stops, reset),
        cmocka_unit_test_setup(jobs_that_were_not_taken_are_done_before_the_pool_stops, reset),
        cmocka_unit_test(there_is_a_processor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
