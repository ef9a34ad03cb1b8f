/*
 * The laws of a scene, which tests hold every page and figure to:
 *
 *   - all of it lies within the frame, and nothing is NaN;
 *   - no two texts overlap, and none is empty or below 6.5 pt;
 *   - a text is as wide as it says, so that none is cut but by its ellipsis;
 *   - text has a contrast of 4.5 with what lies behind it, a mark of data 3;
 *   - tags are closed in order, a figure has its text alternative;
 *   - links lead somewhere: "#name" or a URI.
 */
#ifndef REPORTS_DRAW_LAWS_H
#define REPORTS_DRAW_LAWS_H

#include "reports/draw/scene.h"

/* Fails with FAULT_INPUT at the first law that is broken, with the text or the place. */
bool laws_check(const struct scene *scene, struct box frame, struct fault *fault);

/*
 * What a figure shows is what it was given: its marks of data of this kind are as
 * many as the values that are known (not NaN), in their order, and their sizes are
 * in proportion: of MARK_RECT the width, of MARK_DOT the area. A value of 0 may
 * have a mark of no size, or none. Fails as laws_check().
 */
bool laws_sizes(const struct scene *scene, enum mark_kind kind, const double *values, size_t count,
                struct fault *fault);

/* As many marks of data of this kind as `count`; what only clears the ground is none. */
bool laws_count(const struct scene *scene, enum mark_kind kind, size_t count, struct fault *fault);

#endif
