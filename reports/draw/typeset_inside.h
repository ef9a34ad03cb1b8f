/*
 * What typeset_line.c and typeset_paragraph.c share: Pango's objects, as pointers
 * to void, for no header of ours includes one of Pango's.
 */
#ifndef REPORTS_DRAW_TYPESET_INSIDE_H
#define REPORTS_DRAW_TYPESET_INSIDE_H

#include "reports/draw/typeset.h"

/* The style's PangoFontDescription, PangoAttrList and a PangoLayout with both; the caller frees. */
void *typeset_description(enum style style);
void *typeset_attributes(enum style style);
void *typeset_new_layout(struct typeset *typeset, enum style style);

/* Counts the glyphs that no font has in the layout of `text`. */
void typeset_note_unknown(struct typeset *typeset, void *layout, struct span text);

#endif
