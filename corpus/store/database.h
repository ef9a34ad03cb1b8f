/*
 * A SQLite file and questions to it: the one door to SQLite.
 *
 *     struct database *database = NULL;
 *     struct query *query;
 *     bool row;
 *
 *     if (!database_open(&database, "news.db", DATABASE_CREATE, 10, &fault))
 *         return false;
 *     query = database_query(database, "SELECT title FROM articles WHERE day = ?1", &fault);
 *     if (query) {
 *         query_bind_number(query, 1, day);
 *         while (query_next(query, &row, &fault) && row)
 *             print(query_bytes(query, 0));
 *     }
 *     database_close(database);
 *
 * Every result of SQLite is looked at: no memory left ends the program as
 * memory.h says; a full disk or a failing one is FAULT_OUTPUT with the
 * system's reason; a lock held by others longer than the wait is FAULT_BUSY;
 * whatever SQLite finds wrong in the file is FAULT_DAMAGED.
 */
#ifndef CORPUS_STORE_DATABASE_H
#define CORPUS_STORE_DATABASE_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct database;
struct query;

enum database_mode {
    DATABASE_READ,   /* an existing file; it is written only to bring its tables up to date */
    DATABASE_CREATE, /* created where there is none */
};

/*
 * Opens the file at `path`; NULL for a database of this run alone, held in
 * memory and spilled to an unnamed file when large. Another writer's lock is
 * waited for `wait` seconds.
 *
 * Fails with FAULT_INPUT where there is none to read, and with FAULT_OUTPUT
 * on a file system on which SQLite's write-ahead log does not work.
 */
bool database_open(struct database **database, const char *path, enum database_mode mode,
                   uint32_t wait, struct fault *fault);

void database_close(struct database *database);

/*
 * Gives a new file, outside transactions, the write-ahead log, so that others
 * may read whenever one writes. Until then a page that is new is written once
 * instead of twice, but a transaction waits for readers to end. Where others
 * use the file longer than a lock is waited for, it is settled another time.
 */
void database_settle(struct database *database);

/* Runs commands that yield nothing. */
bool database_run(struct database *database, const char *commands, struct fault *fault);

/* The first number that `question` yields; `none` where it yields nothing. */
bool database_number(struct database *database, const char *question, int64_t none, int64_t *number,
                     struct fault *fault);

/*
 * The query for `sql`, ready for its values; NULL with the fault filled where
 * it is refused. It is prepared once and belongs to the database; `sql` must
 * outlive it, and one text stands for one query at a time.
 */
struct query *database_query(struct database *database, const char *sql, struct fault *fault);

/* The path, for messages. */
const char *database_name(const struct database *database);

/* Fills the fault: the file is not as it was written, with `what` of it. Returns false. */
bool database_damaged(const struct database *database, const char *what, struct fault *fault);

/* The name of a file system, by its magic number, that a store must not lie on; else NULL. */
const char *database_shared_system(long magic);

/*
 * Values of ?1, ?2, ...; texts and blobs must stay where they are until the
 * query was run. What goes wrong here is reported by the run.
 */
void query_bind_number(struct query *query, int at, int64_t number);
void query_bind_none(struct query *query, int at);
void query_bind_text(struct query *query, int at, struct span text);
void query_bind_blob(struct query *query, int at, struct span bytes);

/* Goes to the next row; `row` is false past the last one, and the query is then ready again. */
bool query_next(struct query *query, bool *row, struct fault *fault);

/* Runs a query that yields no rows. */
bool query_run(struct query *query, struct fault *fault);

/* Ends a query before its last row. */
void query_end(struct query *query);

/* Of the row at hand, columns from 0; bytes are valid until the query goes on. */
int64_t query_number(const struct query *query, int column);
bool query_is_none(const struct query *query, int column);
struct span query_bytes(const struct query *query, int column);

#endif
