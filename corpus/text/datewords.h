/*
 * The words of dates, in the languages of the lexicon: Bulgarian, Czech,
 * Dutch, English, French, German, Italian, Polish, Portuguese, Russian,
 * Spanish, Ukrainian; and of Danish, Norwegian, Swedish and Turkish. Case does
 * not matter.
 */
#ifndef CORPUS_TEXT_DATEWORDS_H
#define CORPUS_TEXT_DATEWORDS_H

#include "corpus/base/span.h"

#include <stdint.h>

/*
 * The month, 1 to 12, of a name in full or cut to three letters or more; 0 for
 * none, and where the letters could be two months.
 */
int32_t datewords_month(struct span word);

/* True for the name of a weekday, in full or cut to two letters or more. */
bool datewords_is_weekday(struct span word);

/* True for a month's or a weekday's name in full. */
bool datewords_is_calendar(struct span word);

/* True for words that say nothing of the day: "at", "Updated", "года", "Uhr". */
bool datewords_is_filler(struct span word);

/* A clock's place. */
struct datewords_zone {
    const char *word;
    int32_t offset;   /* seconds east of UTC */
    const char *name; /* of the IANA data base, where the season decides; else NULL */
};

/* The zone of "EST", "MSK", "ET" and the like; NULL for what is none, or several. */
const struct datewords_zone *datewords_zone(struct span word);

#endif
