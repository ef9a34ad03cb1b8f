/*
 * Steps: the days, weeks or months of a series, over the plan's weeks.
 *
 *     for (int32_t step = 0; step < steps_count(&plan); step++) {
 *         steps_text(name, &plan, step);            "2022-06-14", "2022-W24", "2022-06"
 *         if (!steps_partial(&plan, step))
 *             ...
 *     }
 *
 * Steps are numbered from that of the plan's first Monday to that of its last
 * Sunday. A week is partial as weeks.h says, a month where it is not wholly
 * within the plan's weeks and the set's days. A day is whole always: whether
 * the first and the last were read to their end nobody can know.
 */
#ifndef ANALYSIS_STEPS_H
#define ANALYSIS_STEPS_H

#include "analysis/weeks.h"

enum { STEPS_TEXT_SIZE = 16 };

struct steps_days {
    int32_t first, last;
};

/* "day", "week" or "month", and back; false where `text` is none of them. */
const char *steps_name(enum weeks_series series);
bool steps_read(enum weeks_series *series, struct span text);

/* 0 where nothing is dated. */
int32_t steps_count(const struct weeks_plan *plan);

/* The day's step, or -1 outside the plan's weeks. */
int32_t steps_index(const struct weeks_plan *plan, int32_t day);

/* All days of the step, also those outside the plan's weeks. */
struct steps_days steps_days(const struct weeks_plan *plan, int32_t step);

bool steps_partial(const struct weeks_plan *plan, int32_t step);

/* The step that is the study, day by day; -1 where none is. */
int32_t steps_study(const struct weeks_plan *plan);

/* The step's name; empty for -1. */
void steps_text(char text[static STEPS_TEXT_SIZE], const struct weeks_plan *plan, int32_t step);

#endif
