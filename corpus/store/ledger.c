#include "corpus/store/ledger.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

struct ledger_day *ledger_day(struct ledger *ledger, int32_t day)
{
    size_t low = 0, high = ledger->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (ledger->days[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < ledger->count && ledger->days[low].day == day)
        return &ledger->days[low];
    ledger->days =
        memory_grow(ledger->days, &ledger->capacity, ledger->count + 1, sizeof *ledger->days);
    memmove(ledger->days + low + 1, ledger->days + low,
            (ledger->count - low) * sizeof *ledger->days);
    ledger->count++;
    ledger->days[low] = (struct ledger_day){.day = day};
    return &ledger->days[low];
}

void ledger_sums_add(struct ledger_sums *sums, struct ledger_sums more)
{
    sums->articles += more.articles;
    sums->rows += more.rows;
}

void ledger_add(struct ledger *ledger, int32_t day, struct ledger_sums more)
{
    struct ledger_day *entry = ledger_day(ledger, day);

    ledger_sums_add(&entry->sums, more);
    entry->changed = true;
}

void ledger_take(struct ledger *ledger, int32_t day, struct ledger_sums less)
{
    struct ledger_day *entry = ledger_day(ledger, day);

    entry->sums.articles -= less.articles;
    entry->sums.rows -= less.rows;
    entry->changed = true;
}

bool ledger_sums_equal(struct ledger_sums left, struct ledger_sums right)
{
    return left.articles == right.articles && left.rows == right.rows;
}

struct ledger_sums ledger_total(const struct ledger *ledger, int32_t first, int32_t last,
                                bool undated)
{
    struct ledger_sums total = {0};

    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_day *day = &ledger->days[i];

        if (day->day == DAY_NONE ? undated : day->day >= first && day->day <= last)
            ledger_sums_add(&total, day->sums);
    }
    return total;
}

uint64_t ledger_hash(const struct ledger *ledger)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_day *day = &ledger->days[i];
        const uint64_t record[] = {(uint64_t)day->day, day->sums.articles, day->sums.rows};

        hash = hash_bytes((struct span){(const char *)record, sizeof record}, hash);
    }
    return hash;
}

void ledger_release(struct ledger *ledger)
{
    free(ledger->days);
    *ledger = LEDGER_EMPTY;
}
