/*
 * Sentences: each paragraph's passages that end in a full stop, a question
 * or exclamation mark, or an ellipsis.
 *
 *     struct passage_list sentences = PASSAGE_LIST_EMPTY;
 *
 *     sentences_cut(&sentences, text, span_of("en"));
 *     ...
 *     passages_release(&sentences);
 *
 * The rule: a sentence ends after a terminator and the closing quotation
 * marks and brackets that follow it, where a blank or the paragraph's end
 * comes next and the next word does not begin in lower case. (After the full
 * width 。！？ no blank is asked for.) A full stop does not end it
 *   - after an abbreviation of corpus/lexicon/LANG/abbreviations.txt (of "en"
 *     for a language without one) that never ends a sentence ("Mr.");
 *   - after one that may ("Inc."), an initial ("J."), or letters parted by
 *     full stops ("U.S."), unless the next word is one that commonly starts
 *     sentences ("The"): those stand in the same file;
 *   - after one or two digits in languages that write ordinals so ("3. Mai").
 * A paragraph's end always ends a sentence, so headings are sentences too.
 */
#ifndef CORPUS_TEXT_SENTENCES_H
#define CORPUS_TEXT_SENTENCES_H

#include "corpus/text/paragraphs.h"

/* Replaces what `list` held; `text` is one that tokens_cut() took. */
void sentences_cut(struct passage_list *list, struct span text, struct span language);

#endif
