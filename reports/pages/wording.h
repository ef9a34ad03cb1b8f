/*
 * Words put together: lists, values with their intervals, shortened names.
 * All results live in the wording's arena or are values.
 *
 *     wording_print(&arena, "%zu of %zu", i, n)                 2 of 7
 *     wording_key(&arena, "topic", key)                         topic:energy
 *     wording_list(&wording, names, 3)                          A, B and C
 */
#ifndef REPORTS_PAGES_WORDING_H
#define REPORTS_PAGES_WORDING_H

#include "analysis/findings.h"
#include "reports/draw/format.h"
#include "reports/draw/theme.h"
#include "reports/pages/saying.h"

/* For what is in no language: names, numbers, keys. */
struct span wording_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The name of the marks that a thing has in figures: its kind and its key in tables. */
struct span wording_key(struct arena *arena, const char *kind, struct span key);

/* The column's title over what is counted: "Articles", "Stories" where each has one vote. */
const char *wording_votes_title(const struct wording *wording, const struct findings *findings);

/* "A", "A and B", "A, B and C"; empty for none. */
struct span wording_list(const struct wording *wording, const struct span *items, size_t count);

/* A term in quotation marks. */
struct span wording_quoted(const struct wording *wording, struct span term);

/* "14.1%", or an en dash where there is no value. */
struct format_text wording_value(const struct wording *wording, const struct estimate *estimate,
                                 enum unit unit);

/* "13.0–15.3%", or an en dash where there is no interval. */
struct format_text wording_interval(const struct wording *wording, const struct estimate *estimate,
                                    enum unit unit);

/* " (13.0–15.3%)" to follow a value, or nothing. */
struct format_text wording_bracket(const struct wording *wording, const struct estimate *estimate,
                                   enum unit unit);

/* A difference of shares with its sign, "+4.3", and its interval, "+2.9 to +5.7", in points. */
struct format_text wording_difference(const struct wording *wording,
                                      const struct estimate *difference);
struct format_text wording_difference_interval(const struct wording *wording,
                                               const struct estimate *difference);

/* "2.9–5.7 points": how far it went, whichever way; needs an interval that excludes 0. */
struct format_text wording_moved(const struct wording *wording, const struct estimate *difference);

/* `text` in at most `limit` code points, cut at a blank where one is near, with an ellipsis. */
struct span wording_shorten(struct arena *arena, struct span text, size_t limit);

/* The colour that a tested direction has: plain unless the change is clear. */
enum tone wording_tone(enum direction direction);

/* Whether the change is clear: up or down. */
bool wording_clear(enum direction direction);

#endif
