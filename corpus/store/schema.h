/*
 * The store's tables, as SQL. corpus/README.md describes them for people who
 * read a store with other programs.
 */
#ifndef CORPUS_STORE_SCHEMA_H
#define CORPUS_STORE_SCHEMA_H

/*
 * Raised with every change of the tables. An older store is brought up to
 * date when it is opened (store_migrate.h); a newer one is refused.
 */
enum { SCHEMA_VERSION = 4 };

/* Marks a SQLite file as ours: "BSHT". */
enum { SCHEMA_APPLICATION_ID = 0x42534854 };

/* Creates all tables in an empty database. */
extern const char schema_sql[];

/*
 * Makes the index by day where there is none. A new store gets it when its first
 * run ends: made at once it costs less than kept up to date article by article.
 */
extern const char schema_index[];

/*
 * By older version, from 1: what sets its tables aside as old_articles, old_quotes, old_terms
 * and old_days (those whose form is another now) and makes today's, and what drops them once
 * their rows are read.
 */
extern const char *const schema_before[SCHEMA_VERSION], *const schema_after[SCHEMA_VERSION];

#endif
