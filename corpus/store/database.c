#include "corpus/store/database.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <errno.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

enum { QUERIES = 64, PAUSE_MILLISECONDS = 20 };

struct query {
    struct database *database;
    sqlite3_stmt *statement;
    const char *sql;
    int wrong; /* the first result of binding that was not SQLITE_OK */
};

struct database {
    sqlite3 *handle;
    struct query queries[QUERIES]; /* in the order of first use */
    size_t query_count;
    char *name;
};

const char *database_name(const struct database *database)
{
    return database->name;
}

bool database_damaged(const struct database *database, const char *what, struct fault *fault)
{
    return fault_set(fault, FAULT_DAMAGED,
                     "%s: the store is damaged (%s); make it again from the articles",
                     database->name, what);
}

static bool busy(const struct database *database, struct fault *fault)
{
    return fault_set(fault, FAULT_BUSY,
                     "%s: another process is using this store (it writes it, or makes a report "
                     "from it); try again when it is done, or wait longer with --wait SECONDS",
                     database->name);
}

/* Fills the fault from SQLite's result. Returns false. */
static bool refuse(const struct database *database, int result, struct fault *fault)
{
    int reason = sqlite3_system_errno(database->handle);

    /* A writer's journal was there just now, which a reader of a file not its own cannot touch. */
    if (sqlite3_extended_errcode(database->handle) == SQLITE_READONLY_ROLLBACK)
        return busy(database, fault);
    switch (result & 0xFF) {
    case SQLITE_NOMEM:
        memory_exhausted(1, 0);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return busy(database, fault);
    case SQLITE_FULL:
        return fault_set(fault, FAULT_OUTPUT,
                         "%s: the disk is full; what was stored before is kept, run the command "
                         "again when there is room",
                         database->name);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
        return fault_set(fault, FAULT_OUTPUT, "%s: the store cannot be read or written (%s)",
                         database->name, reason ? strerror(reason) : sqlite3_errstr(result));
    default:
        return database_damaged(database, sqlite3_errmsg(database->handle), fault);
    }
}

/* --- opening ---------------------------------------------------------------------- */

const char *database_shared_system(long magic)
{
    static const struct {
        long magic; /* statfs(2) */
        const char *name;
    } systems[] = {
        {0x6969, "NFS"},        {0x47504653, "GPFS"}, {0x0BD00BD0, "Lustre"}, {0xFF534D42, "CIFS"},
        {0xFE534D42, "SMB"},    {0x517B, "SMB"},      {0x00C36400, "Ceph"},   {0x5346414F, "AFS"},
        {0x19830326, "BeeGFS"}, {0x73757245, "Coda"}, {0x7461636F, "OCFS2"},  {0x01161970, "GFS2"},
    };

    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        if (systems[i].magic == magic)
            return systems[i].name;
    }
    return NULL;
}

/* Refuses a folder shared between machines: the write-ahead log needs shared memory. */
static bool check_system(const char *path, struct fault *fault)
{
    const char *slash = strrchr(path, '/'), *name;
    struct bytes folder = BYTES_EMPTY;
    struct statfs system = {0};
    int result;

    bytes_add(&folder, slash ? (struct span){path, (size_t)(slash - path) + 1} : span_of("."));
    result = statfs(bytes_text(&folder), &system);
    bytes_release(&folder);
    name = result == 0 ? database_shared_system((long)system.f_type) : NULL;
    if (!name)
        return true; /* a folder that is not there is said by opening the file */
    return fault_set(fault, FAULT_OUTPUT,
                     "%s: a store cannot lie on %s, which is shared between machines; keep it on a "
                     "local disk and copy it when it is done",
                     path, name);
}

/* True for a file that this user may read but not write. */
static bool read_only(const char *path, enum database_mode mode)
{
    return path && mode == DATABASE_READ && access(path, R_OK) == 0 && access(path, W_OK) != 0;
}

/* True for a file whose changes go to a write-ahead log, as its head says. */
static bool takes_log(const char *path)
{
    enum { WRITES = 18, LOGS = 2 }; /* SQLite's file format, section 1.3.3 */
    FILE *file = fopen(path, "rb");
    unsigned char head[WRITES + 1] = {0};
    bool takes = file && fread(head, sizeof head, 1, file) == 1 && head[WRITES] == LOGS;

    if (file)
        (void)fclose(file);
    return takes;
}

/*
 * The path as a URI that asks for no lock where the file takes a log and there
 * is none, so that no writer can be at work: the log's shared memory could not
 * be created beside the file.
 */
static void name_read_only(struct bytes *uri, const char *path)
{
    struct bytes log = BYTES_EMPTY;

    bytes_add_text(uri, "file:");
    for (const char *at = path; *at; at++) {
        if (*at == '?' || *at == '#' || *at == '%')
            bytes_print(uri, "%%%02X", (unsigned)*at);
        else
            bytes_add_byte(uri, *at);
    }
    bytes_print(&log, "%s-wal", path);
    bytes_add_text(uri, takes_log(path) && access(bytes_text(&log), F_OK) != 0 ? "?immutable=1"
                                                                               : "?mode=ro");
    bytes_release(&log);
}

static pthread_once_t configured = PTHREAD_ONCE_INIT;

/* Nobody asks how much memory SQLite uses: counting it locks a mutex at each allocation. */
static void configure(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static int open_handle(struct database *database, const char *path, enum database_mode mode)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                (mode == DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0);
    struct bytes uri = BYTES_EMPTY;
    int result;

    (void)pthread_once(&configured, configure);
    if (!read_only(path, mode))
        return sqlite3_open_v2(path ? path : "", &database->handle, flags, NULL);
    name_read_only(&uri, path);
    result = sqlite3_open_v2(bytes_text(&uri), &database->handle,
                             SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    bytes_release(&uri);
    return result;
}

/*
 * How the file is written; a database of one run needs no journal: when it ends, so does it.
 * A new file begins with SQLite's rollback journal: see database_settle().
 */
static const char *settings(const char *path, enum database_mode mode)
{
    if (!path)
        return "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
               "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -98304;";
    if (read_only(path, mode))
        return "PRAGMA cache_size = -32768; PRAGMA cell_size_check = ON;";
    return "PRAGMA page_size = 16384; PRAGMA synchronous = FULL;"
           "PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384;"
           "PRAGMA cell_size_check = ON;";
}

/*
 * Runs the settings. Another process that takes the file's log away just now
 * is waited for here: SQLite itself gives up at once.
 */
static bool set(struct database *database, const char *commands, uint32_t wait, struct fault *fault)
{
    const struct timespec pause = {.tv_nsec = PAUSE_MILLISECONDS * 1000000L};
    uint64_t waited = 0;

    while (!database_run(database, commands, fault)) {
        if (fault->kind != FAULT_BUSY || waited >= (uint64_t)wait * 1000)
            return false;
        (void)nanosleep(&pause, NULL);
        waited += PAUSE_MILLISECONDS;
    }
    return true;
}

static bool open_file(struct database *database, const char *path, enum database_mode mode,
                      uint32_t wait, struct fault *fault)
{
    int result = open_handle(database, path, mode);

    if (!database->handle)
        memory_exhausted(1, 0);
    if (result == SQLITE_CANTOPEN && mode == DATABASE_READ &&
        sqlite3_system_errno(database->handle) == ENOENT)
        return fault_set(fault, FAULT_INPUT, "%s: there is no store here", path);
    if (result != SQLITE_OK)
        return refuse(database, result, fault);
    result = sqlite3_busy_timeout(database->handle, (int)(wait < 86400 ? wait : 86400) * 1000);
    if (result != SQLITE_OK)
        return refuse(database, result, fault);
    return set(database, settings(path, mode), wait, fault);
}

bool database_open(struct database **database, const char *path, enum database_mode mode,
                   uint32_t wait, struct fault *fault)
{
    struct database *opened;

    if (path && !check_system(path, fault))
        return false;
    opened = memory_new(1, sizeof *opened);
    opened->name = memory_text(span_of(path ? path : "the run's own store"));
    if (!open_file(opened, path, mode, wait, fault)) {
        database_close(opened);
        return false;
    }
    *database = opened;
    return true;
}

void database_close(struct database *database)
{
    if (!database)
        return;
    for (size_t i = 0; i < database->query_count; i++)
        (void)sqlite3_finalize(database->queries[i].statement);
    (void)sqlite3_close(database->handle);
    free(database->name);
    free(database);
}

void database_settle(struct database *database)
{
    (void)sqlite3_exec(database->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
}

bool database_run(struct database *database, const char *commands, struct fault *fault)
{
    int result = sqlite3_exec(database->handle, commands, NULL, NULL, NULL);

    return result == SQLITE_OK || refuse(database, result, fault);
}

bool database_number(struct database *database, const char *question, int64_t none, int64_t *number,
                     struct fault *fault)
{
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(database->handle, question, -1, &statement, NULL);

    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    *number = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : none;
    (void)sqlite3_finalize(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE || refuse(database, result, fault);
}

struct query *database_query(struct database *database, const char *sql, struct fault *fault)
{
    struct query *query = database->queries;
    struct query *end = query + database->query_count;
    int result;

    while (query < end && query->sql != sql)
        query++;
    if (query < end) {
        (void)sqlite3_reset(query->statement);
        return query;
    }
    if (database->query_count == QUERIES) {
        (void)fault_set(fault, FAULT_LIMIT, "%s: more than %d queries", database->name, QUERIES);
        return NULL;
    }
    *query = (struct query){.database = database, .sql = sql};
    result = sqlite3_prepare_v3(database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                &query->statement, NULL);
    if (result != SQLITE_OK) {
        (void)refuse(database, result, fault);
        return NULL;
    }
    database->query_count++;
    return query;
}

/* --- queries ---------------------------------------------------------------------- */

static void note(struct query *query, int result)
{
    if (query->wrong == SQLITE_OK)
        query->wrong = result;
}

void query_bind_number(struct query *query, int at, int64_t number)
{
    note(query, sqlite3_bind_int64(query->statement, at, number));
}

void query_bind_none(struct query *query, int at)
{
    note(query, sqlite3_bind_null(query->statement, at));
}

void query_bind_text(struct query *query, int at, struct span text)
{
    note(query, sqlite3_bind_text64(query->statement, at, text.bytes ? text.bytes : "", text.length,
                                    SQLITE_STATIC, SQLITE_UTF8));
}

void query_bind_blob(struct query *query, int at, struct span bytes)
{
    note(query, sqlite3_bind_blob64(query->statement, at, bytes.bytes ? bytes.bytes : "",
                                    bytes.length, SQLITE_STATIC));
}

bool query_next(struct query *query, bool *row, struct fault *fault)
{
    int result = query->wrong == SQLITE_OK ? sqlite3_step(query->statement) : query->wrong;

    *row = result == SQLITE_ROW;
    if (*row)
        return true;
    query_end(query);
    return result == SQLITE_DONE || refuse(query->database, result, fault);
}

bool query_run(struct query *query, struct fault *fault)
{
    bool row;

    if (!query_next(query, &row, fault))
        return false;
    if (row)
        query_end(query);
    return true;
}

void query_end(struct query *query)
{
    (void)sqlite3_reset(query->statement);
    query->wrong = SQLITE_OK;
}

int64_t query_number(const struct query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

bool query_is_none(const struct query *query, int column)
{
    return sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

struct span query_bytes(const struct query *query, int column)
{
    const void *bytes = sqlite3_column_blob(query->statement, column);

    if (!bytes && sqlite3_errcode(query->database->handle) == SQLITE_NOMEM)
        memory_exhausted(1, 0);
    return (struct span){.bytes = bytes ? bytes : "",
                         .length = (size_t)sqlite3_column_bytes(query->statement, column)};
}
