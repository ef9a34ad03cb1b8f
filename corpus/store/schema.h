/*
 * The store's tables, as SQL. corpus/README.md describes them for people who
 * read a store with other programs.
 */
#ifndef CORPUS_STORE_SCHEMA_H
#define CORPUS_STORE_SCHEMA_H

/* Raised with every change of the tables; a store of another version is refused. */
enum { SCHEMA_VERSION = 2 };

/* Marks a SQLite file as ours: "BSHT". */
enum { SCHEMA_APPLICATION_ID = 0x42534854 };

/* Creates all tables in an empty database. */
extern const char schema_sql[];

#endif
