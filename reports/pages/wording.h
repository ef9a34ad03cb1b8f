/*
 * Words put together: formatted texts, lists, counts with their noun. All
 * results live in the arena given.
 *
 *     wording_print(&arena, "%s of %s", "12", "40")             12 of 40
 *     wording_count(&arena, 1, "article", "articles")           1 article
 *     wording_list(&arena, names, 3)                            A, B and C
 */
#ifndef REPORTS_PAGES_WORDING_H
#define REPORTS_PAGES_WORDING_H

#include "analysis/findings.h"
#include "reports/draw/format.h"
#include "reports/draw/theme.h"

struct span wording_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "3,412 articles", "1 article", "0 articles"; the blank between them does not break. */
struct span wording_count(struct arena *arena, double count, const char *one, const char *many);

/* "574 articles", or "540 stories" where each story has one vote. */
struct span wording_counted(struct arena *arena, const struct findings *findings, double count);

/* What is counted: "article" and "articles", or "story" and "stories" where each has one vote. */
const char *wording_vote(const struct findings *findings);
const char *wording_votes(const struct findings *findings);

/* The same as a column's title: "Articles", "Stories". */
const char *wording_votes_title(const struct findings *findings);

/* The same as wording_count() with small numbers in words, to start a sentence: "One article",
 * "Twelve outlets". */
struct span wording_count_start(struct arena *arena, double count, const char *one,
                                const char *many);

/* "one", "twelve", "13": a number within a sentence. */
struct span wording_number(struct arena *arena, double count);

/* "One", "Twelve", "13": a number that starts a sentence. */
struct span wording_number_start(struct arena *arena, double count);

/* "A", "A and B", "A, B and C"; empty for none. */
struct span wording_list(struct arena *arena, const struct span *items, size_t count);

/* "14.1%", or an en dash where there is no value. */
struct format_text wording_value(const struct estimate *estimate, enum unit unit);

/* "13.0–15.3%", or an en dash where there is no interval. */
struct format_text wording_interval(const struct estimate *estimate, enum unit unit);

/* " (13.0–15.3%)" to follow a value, or nothing. */
struct format_text wording_bracket(const struct estimate *estimate, enum unit unit);

/* A difference of shares with its sign, "+4.3", and its interval, "+2.9 to +5.7", in points. */
struct format_text wording_difference(const struct estimate *difference);
struct format_text wording_difference_interval(const struct estimate *difference);

/* "2.9–5.7 points": how far it went, whichever way; needs an interval that excludes 0. */
struct format_text wording_moved(const struct estimate *difference);

/* `text` in at most `limit` code points, cut at a blank where one is near, with an ellipsis. */
struct span wording_shorten(struct arena *arena, struct span text, size_t limit);

/* Letters of `text`: its code points. */
size_t wording_letters(struct span text);

/* The colour that a tested direction has: plain unless the change is clear. */
enum tone wording_tone(enum direction direction);

/* Whether the change is clear: up or down. */
bool wording_clear(enum direction direction);

#endif
