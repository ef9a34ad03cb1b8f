#include "corpus/store/schema.h"

#include <stddef.h>

/* What version 1 did not have, the days apart. */
#define SINCE_2                                                                                    \
    "CREATE TABLE manifest("                                                                       \
    " number INTEGER PRIMARY KEY CHECK(number = 1),"                                               \
    " annotator INTEGER NOT NULL," /* the oldest version among the articles */                     \
    " tokens_rule INTEGER NOT NULL,"                                                               \
    " zone TEXT NOT NULL,"             /* in which instants became days */                         \
    " configuration INTEGER NOT NULL," /* hash of what shaped the articles */                      \
    " shards INTEGER NOT NULL,"        /* how many there are */                                    \
    " held TEXT NOT NULL,"             /* which of them are here: '1,4,5' */                       \
    " articles INTEGER NOT NULL,"      /* revisions too */                                         \
    " identities INTEGER NOT NULL,"    /* sum of their fingerprints, modulo 2^64 */                \
    " terms INTEGER NOT NULL,"                                                                     \
    " terms_hash INTEGER NOT NULL,"                                                                \
    " days_hash INTEGER NOT NULL,"                                                                 \
    " weekly_through INTEGER NOT NULL," /* articles up to this number are in weekly */             \
    " weekly_sum INTEGER NOT NULL,"     /* of weekly's checksums, modulo 2^64 */                   \
    " seal INTEGER NOT NULL);"          /* hash of all these */                                    \
    "" /* Inputs that were read to their end, and the one that is being read. */                   \
    "CREATE TABLE runs("                                                                           \
    " number INTEGER NOT NULL,"                                                                    \
    " articles INTEGER NOT NULL,"   /* that the input held, of all shards */                       \
    " identities INTEGER NOT NULL," /* sum of their fingerprints, modulo 2^64 */                   \
    " complete INTEGER NOT NULL);"                                                                 \
    "" /* Articles up to weekly_through that weekly must still gain (1) or lose (-1). */           \
    "CREATE TABLE weekly_due(article INTEGER PRIMARY KEY, sign INTEGER NOT NULL);"

/* What versions 1 and 2 had otherwise or not at all. */
#define SINCE_3                                                                                    \
    "" /* The terms that one transaction brought, a line each; ids count from `first`. */          \
    "CREATE TABLE terms(first INTEGER PRIMARY KEY, words TEXT NOT NULL);"                          \
    "" /* The articles that one transaction brought: key and fingerprint of each. */               \
    "CREATE TABLE identities("                                                                     \
    " first INTEGER PRIMARY KEY," /* number of the first */                                        \
    " hashes BLOB NOT NULL,"                                                                       \
    " checksum INTEGER NOT NULL);"                                                                 \
    "" /* The weeks of the terms whose ids differ in their last 8 bits only. */                    \
    "CREATE TABLE weekly("                                                                         \
    " block INTEGER PRIMARY KEY," /* the ids without these */                                      \
    " counts BLOB NOT NULL,"      /* of each term the length, and what weekcounts.h writes */      \
    " checksum INTEGER NOT NULL);"

/* What all versions before had otherwise. */
#define SINCE_4                                                                                    \
    "CREATE TABLE articles("                                                                       \
    " number INTEGER PRIMARY KEY,"                                                                 \
    " day INTEGER,"                 /* days since 1970-01-01, NULL when undated */                 \
    " superseded INTEGER NOT NULL," /* 1 once a later revision is there */                         \
    " run INTEGER NOT NULL,"        /* the first run that brought it */                            \
    " annotator INTEGER NOT NULL,"  /* version that found words and quotes */                      \
    " checksum INTEGER NOT NULL,"   /* of number, day, annotator and record */                     \
    " record BLOB NOT NULL,"        /* see record.h */                                             \
    " text BLOB NOT NULL);"         /* last, so that nothing else lies behind a long one */        \
    "CREATE TABLE days("                                                                           \
    " day INTEGER PRIMARY KEY,"                                                                    \
    " articles INTEGER NOT NULL,"  /* not superseded */                                            \
    " rows_sum INTEGER NOT NULL);" /* of their checksums, modulo 2^64 */

const char schema_sql[] = SINCE_2 SINCE_3 SINCE_4;

const char schema_index[] =
    "CREATE INDEX IF NOT EXISTS articles_day ON articles(day) WHERE superseded = 0;";

#define OLD_ARTICLES                                                                               \
    "DROP INDEX IF EXISTS articles_day;"                                                           \
    "ALTER TABLE articles RENAME TO old_articles;"                                                 \
    "ALTER TABLE quotes RENAME TO old_quotes;"
#define OLD_TERMS "DROP INDEX articles_key; ALTER TABLE terms RENAME TO old_terms;"
#define OLD_DAYS "ALTER TABLE days RENAME TO old_days;"

static const char before_1[] = OLD_TERMS OLD_ARTICLES "DROP TABLE runs;" SINCE_2 SINCE_3 SINCE_4;
static const char before_2[] =
    OLD_TERMS OLD_ARTICLES OLD_DAYS "DROP TABLE weekly; DELETE FROM weekly_due;" SINCE_3 SINCE_4;
static const char before_3[] = OLD_ARTICLES OLD_DAYS SINCE_4;

#define DROP_OLD "DROP TABLE old_articles; DROP TABLE old_quotes;"

static const char after_1[] = DROP_OLD "DROP TABLE old_terms; DROP TABLE tokens; DROP TABLE texts;";
static const char after_2[] =
    DROP_OLD "DROP TABLE old_terms; DROP TABLE old_days; DROP TABLE texts;";
static const char after_3[] = DROP_OLD "DROP TABLE old_days;";

const char *const schema_before[SCHEMA_VERSION] = {NULL, before_1, before_2, before_3};
const char *const schema_after[SCHEMA_VERSION] = {NULL, after_1, after_2, after_3};
