/*
 * Worker threads for jobs that share nothing, whose results come back in the
 * order in which the jobs were given, whatever thread finished first.
 *
 *     struct pool *pool = pool_start(threads, &work);
 *     while (next job) {
 *         if (pool_full(pool))
 *             use(pool_take(pool));
 *         pool_give(pool, job);
 *     }
 *     while ((job = pool_take(pool)))
 *         use(job);
 *     pool_stop(pool);
 *
 * With one thread the work is done in pool_give() itself and no thread is
 * started. Only the thread that started the pool may call these functions.
 */
#ifndef CORPUS_BASE_POOL_H
#define CORPUS_BASE_POOL_H

#include <stdbool.h>

struct pool;

enum {
    POOL_THREADS_MAX = 64,
    POOL_JOBS_A_THREAD = 2, /* under way at most, unless the work says otherwise */
};

/* What is done with a job, and what each thread keeps from one job to the next: maybe nothing. */
struct pool_work {
    void *(*open)(void); /* called by the thread before its first job; may be NULL */
    void (*work)(void *kept, void *job);
    void (*close)(void *kept); /* may be NULL */
    int jobs_a_thread;         /* under way at most; 0: POOL_JOBS_A_THREAD, as without threads */
};

/* Starts `threads` workers (1 to POOL_THREADS_MAX; fewer if the system gives fewer). */
struct pool *pool_start(int threads, const struct pool_work *work);

/* True when a job must be taken before the next is given: enough are under way. */
bool pool_full(const struct pool *pool);

/* Hands over a job; it belongs to the workers until pool_take() returns it. */
void pool_give(struct pool *pool, void *job);

/* The oldest job, once it is done; NULL when none is under way. */
void *pool_take(struct pool *pool);

/* Waits for the workers and frees the pool; jobs not taken are not freed. */
void pool_stop(struct pool *pool);

/* The processors this process may run on, at least 1. */
int pool_processors(void);

#endif
