/*
 * The laws of a scene, which tests hold every page and figure to:
 *
 *   - all of it lies within the frame, and nothing is NaN;
 *   - no two texts overlap, and none is empty or below 6.5 pt;
 *   - text has a contrast of 4.5 with what lies behind it;
 *   - tags are closed in order, a figure has its text alternative;
 *   - links lead somewhere: "#name" or a URI.
 */
#ifndef REPORTS_DRAW_LAWS_H
#define REPORTS_DRAW_LAWS_H

#include "reports/draw/scene.h"

/* Fails with FAULT_INPUT at the first law that is broken, with the text or the place. */
bool laws_check(const struct scene *scene, struct box frame, struct fault *fault);

#endif
