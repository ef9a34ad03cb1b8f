/*
 * Dashes: speech that starts its paragraph with a dash.
 *
 *     — Военные риски растут, — сказал он. — Ситуация похожа на крепость.
 *     — Military risks are increasing," he said.
 *     — The strategy is one of the most relevant topics, Daria Saprynskaya is sure.
 *
 * Speech ends before a dash that stands behind , . ! ? … and soon before a
 * cue, or a raya hugs one («—Voy —dijo Ana—, pero tarde»), or, where the language
 * puts attributions inside speech, at a comma before one («, dit Marie,»);
 * else before a closing mark that nothing opened; else before the last
 * comma, where a subject and a cue follow it to the paragraph's end. Behind
 * such an attribution speech goes on at the next dash behind a mark; behind one
 * that a comma alone opened, with the next sentence. A
 * paragraph without any of these is speech as a whole, unless it looks like a
 * list: a hyphen, or three such paragraphs in a row without a cue and a question,
 * and no talk around them.
 *
 * In languages that write speech with dashes, a paragraph may also hold speech behind
 * a colon and a dash («Он сказал: — Пора.»), or have lost the mark that opened it («Пора, —
 * сказал он, — домой.»).
 */
#ifndef CORPUS_VOICES_DASHES_H
#define CORPUS_VOICES_DASHES_H

#include "corpus/voices/marks.h"

/*
 * Appends the paragraph's speech by dashes. False where there is none; nothing
 * is then appended.
 */
bool dashes_cut(struct marked_list *list, const struct passage *passage, uint32_t paragraph);

/*
 * Replaces the list's stretches from `from` on that are pairs of marks with
 * their own attribution between dashes («Траншею копали сами, — говорит
 * Апраушев, — наплевал я на запреты») by the speech before and behind it.
 */
void dashes_split(struct marked_list *list, const struct passage *passage, size_t from);

/* The width of the dash at `word`, 2 for "--"; 0 where none stands there. */
uint32_t dashes_width(const struct passage *passage, uint32_t word);

/* True where speech that runs up to `word`, of a text that ends at `end`, ends before an
 * attribution. */
bool dashes_speech_ends(const struct passage *passage, uint32_t word, uint32_t end);

/* Appends the speech behind the dash at `dash`, up to word `end`. */
void dashes_add(struct marked_list *list, const struct passage *passage, uint32_t dash,
                uint32_t end);

#endif
