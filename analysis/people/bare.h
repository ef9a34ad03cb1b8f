/*
 * Bare letters: a name without what typing leaves out or puts in.
 *
 *     bare_letters(&bare, span_of("Łukasz"));        "lukasz"
 *     bare_letters(&bare, span_of("O’Brien-Müller"));  "obrienmuller"
 *
 * Case is folded, accents are dropped (й is и, ё is е, ø is o), hyphens,
 * apostrophes and points are left out. Scripts other than Latin, Cyrillic and
 * Greek keep their marks, which are vowels there.
 */
#ifndef ANALYSIS_BARE_H
#define ANALYSIS_BARE_H

#include "corpus/base/bytes.h"

/* Replaces `bare` by the word's bare letters. */
void bare_letters(struct bytes *bare, struct span word);

/*
 * The same with ä, ö, ü, ø and å written out as ae, oe, ue, oe and aa, as
 * keyboards without them do. False where the word has none; `bare` is then empty.
 */
bool bare_written_out(struct bytes *bare, struct span word);

#endif
