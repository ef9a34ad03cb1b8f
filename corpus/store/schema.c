#include "corpus/store/schema.h"

const char schema_sql[] =
    "CREATE TABLE articles("
    " number INTEGER PRIMARY KEY,"
    " article_id TEXT NOT NULL,"
    " source TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " author TEXT NOT NULL,"
    " section TEXT NOT NULL,"
    " url TEXT NOT NULL,"
    " published TEXT NOT NULL," /* as the input has it */
    " origin TEXT NOT NULL,"    /* the file it came from */
    " language TEXT NOT NULL,"
    " day INTEGER,"     /* days since 1970-01-01, NULL when undated */
    " seconds INTEGER," /* since 1970 in UTC, NULL where no time was given */
    " words INTEGER NOT NULL,"
    " quotes INTEGER NOT NULL,"
    " left_out INTEGER NOT NULL,"              /* paragraphs kept but not counted */
    " replaced INTEGER NOT NULL,"              /* bytes that were no UTF-8 */
    " content INTEGER NOT NULL,"               /* hash of the text */
    " superseded INTEGER NOT NULL DEFAULT 0);" /* 1 once a later revision is there */
    "CREATE INDEX articles_key ON articles(source, article_id) WHERE superseded = 0;"
    "CREATE INDEX articles_day ON articles(day, source, article_id, number);"
    "CREATE TABLE texts("
    " article INTEGER PRIMARY KEY,"
    " text BLOB NOT NULL,"
    " checksum INTEGER NOT NULL);"
    "CREATE TABLE tokens("
    " article INTEGER PRIMARY KEY,"
    " terms BLOB NOT NULL," /* term ids in text order, see idlist.h */
    " title_terms BLOB NOT NULL,"
    " signature BLOB NOT NULL,"    /* the smallest shingles, see shingles.h */
    " checksum INTEGER NOT NULL);" /* hash of the three */
    "CREATE TABLE terms(id INTEGER PRIMARY KEY, term TEXT NOT NULL);"
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
    " PRIMARY KEY(article, start)) WITHOUT ROWID;"
    "CREATE TABLE runs("
    " number INTEGER PRIMARY KEY,"
    " annotator INTEGER NOT NULL,"
    " tokens_rule INTEGER NOT NULL,"
    " added INTEGER NOT NULL,"
    " revised INTEGER NOT NULL,"
    " known INTEGER NOT NULL);";
