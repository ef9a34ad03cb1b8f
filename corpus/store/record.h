/*
 * The record of an article: all that is stored of it but its text, in one
 * piece of bytes with one checksum, its quotations included.
 *
 * First its content's and its whole input's hash and its seconds since 1970, 8
 * bytes each, low byte first; then, as LEB128 numbers (idlist.h), its words,
 * quotations, paragraphs left out and bytes replaced, and the lengths of its
 * texts; then these: id, outlet, title, author, section, URL, date as given,
 * origin, language declared, language found, terms, the title's terms,
 * signature, quotations.
 *
 * A quotation is, as such numbers, its first byte in the text, its length, its
 * number, words and kind, and the lengths of its texts; then these: speaker,
 * mention, cue, rule.
 *
 *     record_write(&record, &article);
 *     if (!record_read(&again, bytes_span(&record)))
 *         ...
 *     done = record_visit_quotes(&again, visit, context, &fault);
 */
#ifndef CORPUS_STORE_RECORD_H
#define CORPUS_STORE_RECORD_H

#include "corpus/base/bytes.h"
#include "corpus/store/store.h"

/* Replaces what `record` held. */
void record_write(struct bytes *record, const struct stored_article *article);

/*
 * Sets what the record holds; its texts are those of the record. False where it is cut short
 * or too long.
 */
bool record_read(struct stored_article *article, struct span record);

/* Adds a quotation to the end of those of its article, as `article.said` has them. */
void record_add_quote(struct bytes *said, const struct stored_quote *quote);

/*
 * Calls `visit` for each of the article's quotations, in the text's order. Stops, failing,
 * when it returns false.
 */
bool record_visit_quotes(const struct stored_article *article, store_quote_visitor *visit,
                         void *context, struct fault *fault);

#endif
