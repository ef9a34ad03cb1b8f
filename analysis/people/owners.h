/*
 * Owners: whose a last name alone is.
 *
 *     owners_clear(&owners);
 *     owners_add(&owners, week, person, quotes);         for each full name of the block
 *     owners_sum(&owners);
 *     person = owners_find(&owners, week, sexes, sex, &any);
 *
 * It is the person's with at least 80 % of the quotations under full names
 * with that last name. Those of the other sex are not counted.
 */
#ifndef ANALYSIS_OWNERS_H
#define ANALYSIS_OWNERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { OWNERS_PERCENT = 80 };

#define OWNERS_ALL_WEEKS INT32_MIN
#define OWNERS_NOBODY UINT32_MAX

/* How often a person was quoted under a full name. */
struct owner {
    int32_t week; /* or OWNERS_ALL_WEEKS */
    uint32_t person;
    uint64_t quotes;
};

struct owners {
    struct owner *items;
    size_t count, capacity;
};

#define OWNERS_EMPTY ((struct owners){0})

void owners_clear(struct owners *owners);
void owners_add(struct owners *owners, int32_t week, uint32_t person, uint64_t quotes);

/* Adds up what was added of one person and week; before owners_find(). */
void owners_sum(struct owners *owners);

/*
 * The owner in this week (or OWNERS_ALL_WEEKS), or OWNERS_NOBODY. `sexes` is
 * by person; `sex` 0 fits all, as do persons with 0 and with both. `any` says
 * whether anybody who fits was quoted.
 */
uint32_t owners_find(const struct owners *owners, int32_t week, const uint32_t *sexes, uint32_t sex,
                     bool *any);

/* True where the sexes do not speak against each other. */
bool owners_sexes_fit(uint32_t one, uint32_t other);

void owners_release(struct owners *owners);

#endif
