#include "corpus/store/schema.h"

/* Tables that version 1 did not have. */
#define SINCE_2                                                                                    \
    /* What the walk of a day must add up to; day -2147483648 holds the undated. */                \
    "CREATE TABLE days("                                                                           \
    " day INTEGER PRIMARY KEY,"                                                                    \
    " articles INTEGER NOT NULL," /* not superseded */                                             \
    " rows_sum INTEGER NOT NULL," /* of their checksums, modulo 2^64 */                            \
    " quotes_sum INTEGER NOT NULL);"                                                               \
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

/* Tables that version 2 had otherwise or not at all. */
#define SINCE_3                                                                                    \
    /* The terms that one transaction brought, a line each; ids count from `first`. */             \
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

const char schema_sql[] =
    "CREATE TABLE articles("
    " number INTEGER PRIMARY KEY,"
    " day INTEGER,"                           /* days since 1970-01-01, NULL when undated */
    " superseded INTEGER NOT NULL DEFAULT 0," /* 1 once a later revision is there */
    " article_id TEXT NOT NULL,"
    " source TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " author TEXT NOT NULL,"
    " section TEXT NOT NULL,"
    " url TEXT NOT NULL,"
    " published TEXT NOT NULL," /* as the input has it */
    " origin TEXT NOT NULL,"    /* the file it came from */
    " declared TEXT NOT NULL,"  /* the language the input states */
    " language TEXT NOT NULL,"  /* the language found */
    " seconds INTEGER,"         /* since 1970 in UTC, NULL where no time was given */
    " words INTEGER NOT NULL,"
    " quotes INTEGER NOT NULL,"
    " left_out INTEGER NOT NULL,"    /* paragraphs kept but not counted */
    " replaced INTEGER NOT NULL,"    /* bytes that were no UTF-8 */
    " content INTEGER NOT NULL,"     /* hash of the text */
    " fingerprint INTEGER NOT NULL," /* hash of all the input gave */
    " run INTEGER NOT NULL,"         /* the first run that brought it */
    " annotator INTEGER NOT NULL,"   /* version that found words and quotes */
    " quotes_sum INTEGER NOT NULL,"  /* of its quotes' hashes, modulo 2^64 */
    " checksum INTEGER NOT NULL,"    /* of this row */
    " terms BLOB NOT NULL,"          /* term ids in text order, see idlist.h */
    " title_terms BLOB NOT NULL,"
    " signature BLOB NOT NULL," /* the smallest shingles, see shingles.h */
    " text BLOB NOT NULL);"     /* last, so that nothing else lies behind a long one */
    "CREATE TABLE quotes("
    " article INTEGER NOT NULL,"
    " start INTEGER NOT NULL," /* bytes of the text */
    " end INTEGER NOT NULL,"
    " number INTEGER NOT NULL,"
    " words INTEGER NOT NULL,"
    " kind INTEGER NOT NULL,"
    " speaker TEXT NOT NULL,"
    " mention TEXT NOT NULL,"
    " cue TEXT NOT NULL,"
    " rule TEXT NOT NULL,"
    " PRIMARY KEY(article, start)) WITHOUT ROWID;" SINCE_2 SINCE_3;

const char schema_index[] =
    "CREATE INDEX IF NOT EXISTS articles_day ON articles(day) WHERE superseded = 0;";

/* Versions 1 and 2 had the texts in a table of their own. */
#define TEXTS_MOVED                                                                                \
    "ALTER TABLE articles ADD COLUMN text BLOB NOT NULL DEFAULT x'';"                              \
    "UPDATE articles SET text ="                                                                   \
    " COALESCE((SELECT x.text FROM texts x WHERE x.article = number), x'');"                       \
    "DROP TABLE texts;"

const char schema_from_1_before[] =
    "DROP TABLE runs;"
    "DROP INDEX articles_key;"
    "DROP INDEX articles_day;"
    "ALTER TABLE articles ADD COLUMN declared TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE articles ADD COLUMN fingerprint INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE articles ADD COLUMN run INTEGER NOT NULL DEFAULT 1;"
    "ALTER TABLE articles ADD COLUMN annotator INTEGER NOT NULL DEFAULT 1;"
    "ALTER TABLE articles ADD COLUMN quotes_sum INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE articles ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE articles ADD COLUMN terms BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE articles ADD COLUMN title_terms BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE articles ADD COLUMN signature BLOB NOT NULL DEFAULT x'';"
    "UPDATE articles SET declared = language;";

const char schema_from_1_after[] =
    "DROP TABLE tokens; DROP TABLE terms;" TEXTS_MOVED SINCE_2 SINCE_3;

const char schema_from_2[] = "DROP INDEX articles_key; DROP TABLE terms; DROP TABLE weekly;"
                             "DELETE FROM weekly_due;" TEXTS_MOVED SINCE_3;
