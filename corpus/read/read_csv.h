/*
 * CSV: a header and one article a row. Columns are found by name: see
 * fields.h, and corpus/base/csv.h for what CSV is. A first line of `sep=;`
 * names the separator.
 *
 * A row is refused, with its line, where it has no text, where it has more
 * fields than the header (its columns have shifted), or where a quote in it is
 * never closed. A row that stops short is read as far as it goes. A file whose
 * header names no text is refused as a whole, with the columns that it has.
 */
#ifndef CORPUS_READ_READ_CSV_H
#define CORPUS_READ_READ_CSV_H

#include "corpus/read/format.h"

/*
 * Claims what is named .csv, .tsv or .tab, and what begins with a header under
 * a separator that all further rows fit: short names, two of fields.h among
 * them, or the text's and single words.
 */
extern const struct format read_csv_format;

#endif
