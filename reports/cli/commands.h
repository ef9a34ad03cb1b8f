/*
 * The commands: each takes the options read from its command line, prints
 * its result, and returns false with a fault filled where it failed. A fault
 * of kind FAULT_PARTIAL says: done, but something was skipped.
 */
#ifndef REPORTS_CLI_COMMANDS_H
#define REPORTS_CLI_COMMANDS_H

#include "corpus/base/fault.h"
#include "reports/cli/options.h"

/* The weekly report: PDF and CSV into a folder. */
bool cmd_report(const struct options *options, struct fault *fault);

/* Two periods or two outlets side by side: PDF, HTML and CSV into a folder. */
bool cmd_compare(const struct options *options, struct fault *fault);

/* Adds articles to a store. */
bool cmd_ingest(const struct options *options, struct fault *fault);

/* Adds stores up into a new one. */
bool cmd_merge(const struct options *options, struct fault *fault);

/* Refits the weights by which speakers are chosen, from labelled articles. */
bool cmd_train(const struct options *options, struct fault *fault);

/* Writes a sample of quotations to judge, or prints what a judged one says. */
bool cmd_audit(const struct options *options, struct fault *fault);

/*
 * One table on standard output: CSV in a pipe, columns on a terminal, where
 * cmd_quotes() shows each quotation in its sentence instead.
 */
bool cmd_terms(const struct options *options, struct fault *fault);
bool cmd_articles(const struct options *options, struct fault *fault);
bool cmd_stories(const struct options *options, struct fault *fault);
bool cmd_quotes(const struct options *options, struct fault *fault);
bool cmd_speakers(const struct options *options, struct fault *fault);
bool cmd_people(const struct options *options, struct fault *fault);
bool cmd_topics(const struct options *options, struct fault *fault);
bool cmd_check(const struct options *options, struct fault *fault);
bool cmd_keyness(const struct options *options, struct fault *fault);
bool cmd_discover(const struct options *options, struct fault *fault);
bool cmd_trends(const struct options *options, struct fault *fault);

/* Tables of words, for the TERMs among the operands. */
bool cmd_collocations(const struct options *options, struct fault *fault);
bool cmd_diversity(const struct options *options, struct fault *fault);
bool cmd_dispersion(const struct options *options, struct fault *fault);

/* A concordance: CSV in a pipe, aligned on the node on a terminal. */
bool cmd_kwic(const struct options *options, struct fault *fault);

/* What stands behind the number that has an id. */
bool cmd_explain(const struct options *options, struct fault *fault);

#endif
