/*
 * The rows of stories.csv, and how many stories the study has.
 *
 * Both are as published, whatever has a vote: a story that is one article is a
 * story too, so the articles of all rows are those that were read.
 */
#ifndef ANALYSIS_STORY_ROWS_H
#define ANALYSIS_STORY_ROWS_H

#include "analysis/counts.h"
#include "analysis/findings.h"

/* Fills the findings' story rows, what they say of stories, repeats and copies. */
void story_rows_fill(struct findings *findings, const struct counts *counts);

#endif
