/*
 * The theme's colours on a dark screen. A colour keeps its hue and turns its
 * lightness around (in OKLab), so that paper becomes nearly black, ink nearly
 * white, a ramp still runs from the ground's side to the far one, and what
 * stood out stands out as much.
 *
 *     dark_mark(COLOUR_PAPER)     the ground
 *     dark_text(COLOUR_INK)       what is written on it
 *
 * Text keeps 4.5 on the ground, and on any colour of the ramps if it had it
 * there by day; marks keep 3.
 */
#ifndef REPORTS_DRAW_DARK_H
#define REPORTS_DRAW_DARK_H

#include <stdint.h>

uint32_t dark_mark(uint32_t colour);
uint32_t dark_text(uint32_t colour);

#endif
