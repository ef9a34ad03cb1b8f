/*
 * Labels that would touch are moved apart as little as possible, in order:
 * least squares with a least pitch, by pooling adjacent violators (Barlow et
 * al. 1972, isotonic regression).
 */
#ifndef REPORTS_DRAW_DODGE_H
#define REPORTS_DRAW_DODGE_H

#include <stddef.h>

/*
 * Moves the rising `places` to lie within low to high, at least `pitch`
 * apart. Where they can't all fit, the pitch shrinks until they do.
 */
void dodge_labels(double *places, size_t count, double pitch, double low, double high);

#endif
