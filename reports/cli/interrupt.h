/*
 * Interrupts: what an unfinished report leaves behind is removed when the
 * program is told to stop (SIGINT, SIGTERM, SIGHUP), aborts or has no memory left.
 *
 *     interrupt_guard(&dir);       from now on
 *     ...
 *     interrupt_guard(NULL);       before `dir` is released
 *
 * After a signal the program ends by that signal, as its caller expects; a
 * signal that is ignored (nohup) stays so. GLib, below Pango, ends by SIGTRAP
 * when it gets no memory or no thread: that ends the run with exit code 7.
 * One folder at a time; the main thread alone calls this.
 */
#ifndef REPORTS_CLI_INTERRUPT_H
#define REPORTS_CLI_INTERRUPT_H

#include "reports/export/outdir.h"

void interrupt_guard(const struct outdir *dir);

#endif
