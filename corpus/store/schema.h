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
enum { SCHEMA_VERSION = 3 };

/* Marks a SQLite file as ours: "BSHT". */
enum { SCHEMA_APPLICATION_ID = 0x42534854 };

/* Creates all tables in an empty database. */
extern const char schema_sql[];

/*
 * Makes the index by day where there is none. A new store gets it when its first
 * run ends: made at once it costs less than kept up to date article by article.
 */
extern const char schema_index[];

/* What turns version 1's tables into these, before and after its rows are sealed anew. */
extern const char schema_from_1_before[], schema_from_1_after[];

/* What turns version 2's tables into these, once its terms are read. */
extern const char schema_from_2[];

#endif
