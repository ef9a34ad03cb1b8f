/*
 * Titles of the figures on voices, by the rules of titles.h: what is clear,
 * else that nothing is, else what is shown.
 */
#ifndef REPORTS_PAGES_TITLES_VOICES_H
#define REPORTS_PAGES_TITLES_VOICES_H

#include "reports/pages/period.h"

/* "Ten of 202 people have 43.0% of the words with a speaker"; "13 people were quoted". */
struct span titles_voices_balance(const struct wording *wording, const struct findings *findings);

/* "24 of 31 people were quoted once", of those who were quoted in the study. */
struct span titles_voices_ranks(const struct wording *wording, size_t once, size_t people);

/*
 * Of the values of a roster's column: "Party: Liberal has 41.0% of quoted words", the first
 * value; or how much is unknown, where that is more. `first` may be NULL.
 */
struct span titles_voices_attribute(const struct wording *wording, struct span column,
                                    const struct speaker_row *first, double unknown);

/* "Five voices are new; two return", "Nobody is new". */
struct span titles_voices_arrivals(const struct wording *wording, size_t fresh, size_t returning);

#endif
