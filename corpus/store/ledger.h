/*
 * The ledger: what the articles of each day must add up to.
 *
 * SQLite notices some damage to a file, but not an entry of an index that is
 * gone or a number that changed. So each article has a checksum, and the
 * ledger the sums of them by day: a walk over days adds up what it saw and
 * compares. Sums are modulo 2^64, so articles may come in any order.
 */
#ifndef CORPUS_STORE_LEDGER_H
#define CORPUS_STORE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ledger_sums {
    uint64_t articles;
    uint64_t rows; /* of the articles' checksums */
};

struct ledger_day {
    int32_t day; /* DAY_NONE for the undated */
    struct ledger_sums sums;
    bool changed; /* since it was last stored; the owner clears it */
};

struct ledger {
    struct ledger_day *days; /* rising; the undated first */
    size_t count, capacity;
};

#define LEDGER_EMPTY ((struct ledger){0})

/* The day's entry, made where there is none. */
struct ledger_day *ledger_day(struct ledger *ledger, int32_t day);

void ledger_sums_add(struct ledger_sums *sums, struct ledger_sums more);
bool ledger_sums_equal(struct ledger_sums left, struct ledger_sums right);

/* Add to what a day's articles must add up to, and take away from it. */
void ledger_add(struct ledger *ledger, int32_t day, struct ledger_sums more);
void ledger_take(struct ledger *ledger, int32_t day, struct ledger_sums less);

/* Over the days first to last, both included, and the undated where `undated`. */
struct ledger_sums ledger_total(const struct ledger *ledger, int32_t first, int32_t last,
                                bool undated);

/* A hash of all days. */
uint64_t ledger_hash(const struct ledger *ledger);

void ledger_release(struct ledger *ledger);

#endif
