/*
 * The one way from GSL's errors to ours, and the quantiles every measure uses.
 *
 *     numeric_start();                              once, in main() or a test's main()
 *     half_width = numeric_z(0.95) * error;         1.9599... standard errors
 *
 * GSL ends the program on an error unless it is told otherwise; numeric_start()
 * tells it. After that a GSL function with an `_e` form is called in that form,
 * and its status goes through numeric_check(). Level means the confidence of a
 * two-sided interval, above 0 and below 1: 0.95 for a 95 % interval.
 */
#ifndef ANALYSIS_MEASURES_NUMERIC_H
#define ANALYSIS_MEASURES_NUMERIC_H

#include "corpus/base/fault.h"

#include <stdint.h>

/* Keeps GSL from ending the program; before any other analysis, before any thread. */
void numeric_start(void);

/* True for GSL_SUCCESS; else fills `fault` with FAULT_DOMAIN, naming `measure`. */
bool numeric_check(int gsl_status, const char *measure, struct fault *fault);

/* True where 0 < level < 1; else fills `fault` with FAULT_DOMAIN, naming `measure`. */
bool numeric_level(double level, const char *measure, struct fault *fault);

/* The normal deviate of a two-sided interval at `level`: 1.959964 for 0.95. */
double numeric_z(double level);

/* Student's deviate of a two-sided interval at `level`, with `freedom` > 0 degrees. */
double numeric_t(double level, double freedom);

/* The two-sided p, 0 to 1, of a normal deviate `z`. */
double numeric_p_of_z(double z);

/* The two-sided p, 0 to 1, of Student's `t` with `freedom` > 0 degrees. */
double numeric_p_of_t(double t, double freedom);

/* A seed for GSL's generators, which take 32 bits: all 64 bits of `seed` count. */
unsigned long numeric_seed(uint64_t seed);

#endif
