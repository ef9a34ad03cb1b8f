#include "corpus/base/pool.h"

#include "corpus/base/memory.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct slot {
    void *job;
    bool done;
};

struct pool {
    struct pool_work work;
    void *kept;  /* by the caller, where it does the work itself */
    int threads; /* started; 0 where the work is done by the caller */
    pthread_t ids[POOL_THREADS_MAX];
    pthread_mutex_t lock;
    pthread_cond_t given, finished;
    struct slot *slots; /* a ring; the three numbers below count since the start */
    size_t size;
    size_t gave, begun, taken;
    bool stopping;
};

/* The next job to work on; NULL once the pool stops. Called with the lock held. */
static struct slot *next_slot(struct pool *pool)
{
    while (pool->begun == pool->gave && !pool->stopping)
        pthread_cond_wait(&pool->given, &pool->lock);
    return pool->begun < pool->gave ? &pool->slots[pool->begun++ % pool->size] : NULL;
}

static void *open_kept(const struct pool *pool)
{
    return pool->work.open ? pool->work.open() : NULL;
}

static void close_kept(const struct pool *pool, void *kept)
{
    if (pool->work.close)
        pool->work.close(kept);
}

static void *worker(void *shared)
{
    struct pool *pool = shared;
    void *kept = open_kept(pool);
    struct slot *slot;

    pthread_mutex_lock(&pool->lock);
    while ((slot = next_slot(pool)) != NULL) {
        void *job = slot->job;

        pthread_mutex_unlock(&pool->lock);
        pool->work.work(kept, job);
        pthread_mutex_lock(&pool->lock);
        slot->done = true;
        pthread_cond_signal(&pool->finished);
    }
    pthread_mutex_unlock(&pool->lock);
    close_kept(pool, kept);
    return NULL;
}

struct pool *pool_start(int threads, const struct pool_work *work)
{
    struct pool *pool = memory_new(1, sizeof *pool);

    pool->work = *work;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->given, NULL);
    pthread_cond_init(&pool->finished, NULL);
    if (threads > POOL_THREADS_MAX)
        threads = POOL_THREADS_MAX;
    while (threads > 1 && pool->threads < threads &&
           pthread_create(&pool->ids[pool->threads], NULL, worker, pool) == 0)
        pool->threads++;
    if (pool->threads == 0)
        pool->kept = open_kept(pool);
    pool->size = POOL_JOBS_A_THREAD;
    if (pool->threads)
        pool->size = (size_t)pool->threads *
                     (size_t)(work->jobs_a_thread ? work->jobs_a_thread : POOL_JOBS_A_THREAD);
    /* Workers touch the slots only once a job was given, under the lock. */
    pthread_mutex_lock(&pool->lock);
    pool->slots = memory_new(pool->size, sizeof *pool->slots);
    pthread_mutex_unlock(&pool->lock);
    return pool;
}

bool pool_full(const struct pool *pool)
{
    return pool->gave - pool->taken == pool->size;
}

void pool_give(struct pool *pool, void *job)
{
    struct slot *slot = &pool->slots[pool->gave % pool->size];

    if (pool->threads == 0)
        pool->work.work(pool->kept, job);
    pthread_mutex_lock(&pool->lock);
    *slot = (struct slot){.job = job, .done = pool->threads == 0};
    pool->gave++;
    pthread_cond_signal(&pool->given);
    pthread_mutex_unlock(&pool->lock);
}

void *pool_take(struct pool *pool)
{
    struct slot *slot = &pool->slots[pool->taken % pool->size];

    if (pool->taken == pool->gave)
        return NULL;
    pthread_mutex_lock(&pool->lock);
    while (!slot->done)
        pthread_cond_wait(&pool->finished, &pool->lock);
    pool->taken++;
    pthread_mutex_unlock(&pool->lock);
    return slot->job;
}

void pool_stop(struct pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    pool->stopping = true;
    pthread_cond_broadcast(&pool->given);
    pthread_mutex_unlock(&pool->lock);
    for (int i = 0; i < pool->threads; i++)
        pthread_join(pool->ids[i], NULL);
    if (pool->threads == 0)
        close_kept(pool, pool->kept);
    pthread_cond_destroy(&pool->finished);
    pthread_cond_destroy(&pool->given);
    pthread_mutex_destroy(&pool->lock);
    free(pool->slots);
    free(pool);
}

int pool_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count < 1 ? 1 : count > POOL_THREADS_MAX ? POOL_THREADS_MAX : (int)count;
}
