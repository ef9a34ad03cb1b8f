/*
 * Labels: whom the label of a transcript's turn names.
 *
 *     struct span speaker = labels_speaker(&article, quote);
 *
 * A label is its speaker's name as it stands ("THE PRESIDENT", "MR. CARNEY"):
 * within one transcript two labels are two speakers, for a last name alone is
 * often shared ("VICE PRESIDENT BIDEN", "DR. BIDEN"). Two exceptions:
 *   - A last name alone, without title, is completed where the article has it in full
 *     ("Miller" is "Ann Miller").
 *   - A letter is nobody's name, nor is "Question". Of these the one that asks the largest part of
 * the time (of its first turns) does the asking, and stays unattributed; another is the one person
 * whom the article names in full before the first turn, if there is one only.
 */
#ifndef CORPUS_VOICES_LABELS_H
#define CORPUS_VOICES_LABELS_H

#include "corpus/voices/attribution.h"

/* The name of who speaks in the turn `quote`; empty where nobody is named. */
struct span labels_speaker(const struct attribution_article *article, uint32_t quote);

#endif
