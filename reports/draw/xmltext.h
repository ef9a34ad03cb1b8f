/*
 * Pieces of XML: texts, attributes and numbers, so that what came from outside
 * never reads as anything but text.
 *
 *     xmltext_add(&out, title);                      a &lt; b
 *     xmltext_attribute(&out, "aria-label", name);    aria-label="..." after a blank
 *     xmltext_number(&out, 12.5);                    12.5, never 12.50 or -0
 *
 * What is no UTF-8 is written as U+FFFD; characters that XML forbids are left out.
 */
#ifndef REPORTS_DRAW_XMLTEXT_H
#define REPORTS_DRAW_XMLTEXT_H

#include "corpus/base/bytes.h"

#include <stdbool.h>

/* As the content of an element or of an attribute in double quotes. */
void xmltext_add(struct bytes *out, struct span text);

/* ` name="value"`, and nothing at all where the value is empty. */
void xmltext_attribute(struct bytes *out, const char *name, struct span value);

/* To 0.01, without zeros at the end. */
void xmltext_number(struct bytes *out, double number);

/* ` name="12.5"`. */
void xmltext_measure(struct bytes *out, const char *name, double number);

/* ` name="#0F5499"`. */
void xmltext_colour(struct bytes *out, const char *name, uint32_t colour);

/*
 * Whether a link may lead there: "#name", or an address that begins with
 * http:// or https://. A script's address from an article is none.
 */
bool xmltext_leads(struct span target);

#endif
