/*
 * Stores to test with, in a folder of their own: make_folder() and remove_folder() are the
 * group's fixtures.
 */
#ifndef TESTS_CORPUS_STORE_FOLDER_H
#define TESTS_CORPUS_STORE_FOLDER_H

#include "tests/sample_batch.h"
#include "tests/support.h"

#include "corpus/base/hash.h"
#include "corpus/store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/broadsheet-store-XXXXXX";

static inline int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static inline const char *path_of(const char *name)
{
    static char paths[4][128];
    static int turn;
    char *path = paths[turn++ % 4];

    (void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline const char *fresh(const char *name)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    const char *path = path_of(name);

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        char file[160];

        (void)snprintf(file, sizeof file, "%s%s", path, endings[i]);
        (void)unlink(file);
    }
    return path;
}

static inline int remove_folder(void **state)
{
    static const char *const names[] = {"a.db", "b.db", "c.db", "old.db", "flip.db", "x.db"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        (void)fresh(names[i]);
    return rmdir(folder);
}

static const struct sample samples[] = {
    {"1", "Courier", "2025-11-24", "The ferry left the harbour. \"It is late,\" said Anna Harker."},
    {"2", "Courier", "2025-11-25T10:00:00Z",
     "Herring prices rose; the harbour was full of ferries."},
    {"3", "Tribune", "2025-12-01",
     "The council met. \"No vote today,\" Piet Vorsk said on Monday."},
    {"4", "Tribune", "", "An article that has no date at all."},
    {"5", "Courier", "1969-12-30", "An old article about the harbour and the ferry."},
};

static const struct sample corrections[] = {
    {"1", "Courier", "2025-11-24", "The ferry stayed in the harbour, a correction says."},
    {"3", "Tribune", "2025-12-09", "The council met again. \"A vote at last,\" Piet Vorsk said."},
};

static inline bool add(struct store *store, const struct sample *list, size_t count,
                       struct store_tally *tally, struct fault *fault)
{
    const struct store_run run = {.shard = SHARD_WHOLE};
    struct store_input input = {.articles = count};
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    bool done;

    for (size_t i = 0; i < count; i++)
        input.identities += hash_bytes(span_of(list[i].text), i);
    samples_annotate(&batch, annotator, list, count);
    done = store_start_run(store, &run, fault) && store_add(store, &batch, tally, fault) &&
           store_end_run(store, &input, fault);
    batch_release(&batch);
    annotate_close(annotator);
    return done;
}

static inline struct store *opened(const char *path, enum store_mode mode)
{
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    if (!store_open(&store, path, mode, 1, &fault))
        fail_msg("%s", fault.message);
    return store;
}

static inline void grow(const char *path, const struct sample *list, size_t count)
{
    struct store *store = opened(path, STORE_WRITE);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    if (!add(store, list, count, &tally, &fault))
        fail_msg("%s", fault.message);
    store_close(store);
}

#endif
