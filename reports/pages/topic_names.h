/*
 * Topic names: what the topics of broadsheet's own dictionary are called in the
 * report's language.
 *
 *     topic_names_set(&findings, tongue);     "Economy and business" is "Wirtschaft"
 *
 * The names stand among the sayings (sayings.h); a sub-topic's is its path's, piece by
 * piece. Keys, and so the tables, stay as the dictionary has them.
 */
#ifndef REPORTS_PAGES_TOPIC_NAMES_H
#define REPORTS_PAGES_TOPIC_NAMES_H

#include "analysis/findings.h"
#include "reports/draw/tongue.h"

/* Sets the labels; a name that the language's table lacks stays English. */
void topic_names_set(struct findings *findings, const struct tongue *tongue);

#endif
