#include "reports/cli/pairing.h"

#include "corpus/base/day.h"

enum { MONTH_LENGTH = sizeof "2022-06" - 1 };

/* "2022-06": from its first day to the day before the next month's. */
static bool read_month(struct pairing_side *side)
{
    char text[] = "2022-06-01";

    if (side->name.length != MONTH_LENGTH)
        return false;
    memcpy(text, side->name.bytes, MONTH_LENGTH);
    if (!day_read(&side->first, span_of(text)))
        return false;
    side->last = side->first;
    while (day_civil(side->last + 1).month == day_civil(side->first).month)
        side->last++;
    return true;
}

static bool read_span(struct pairing_side *side)
{
    size_t slash = 0;

    while (slash < side->name.length && side->name.bytes[slash] != '/')
        slash++;
    if (!day_read(&side->first, span_cut(side->name, 0, slash)))
        return false;
    side->last = side->first;
    return slash == side->name.length ||
           day_read(&side->last, span_cut(side->name, slash + 1, side->name.length));
}

static bool read_week(struct pairing_side *side)
{
    int32_t week;

    if (!week_read(&week, side->name))
        return false;
    side->first = week_monday(week);
    side->last = side->first + 6;
    return true;
}

/* False for the name of an outlet. */
static bool read_days(struct pairing_side *side)
{
    if (read_week(side) || read_month(side) || read_span(side))
        return true;
    side->first = side->last = DAY_NONE;
    return false;
}

static bool is_store(struct span name)
{
    return name.length > 3 &&
           span_equal(span_cut(name, name.length - 3, name.length), span_of(".db"));
}

bool pairing_read(struct pairing *pairing, const char *a, const char *b, struct fault *fault)
{
    struct pairing_side *sides = pairing->sides;
    bool days[PAIRING_SIDES];

    *pairing = (struct pairing){.sides = {{.name = span_of(a)}, {.name = span_of(b)}}, .study = 1};
    if (strcmp(a, b) == 0)
        return fault_set(fault, FAULT_USAGE, "'%s' is given for both sides; name two to compare",
                         a);
    if (is_store(sides[0].name) && is_store(sides[1].name))
        return fault_set(fault, FAULT_USAGE,
                         "two stores can't be compared; merge them and compare two periods or two "
                         "outlets of the whole");
    for (int i = 0; i < PAIRING_SIDES; i++) {
        days[i] = read_days(&sides[i]);
        if (days[i] && sides[i].last < sides[i].first)
            return fault_set(fault, FAULT_USAGE, "%.*s: the first day lies after the last",
                             SPAN_PRINT(sides[i].name));
    }
    if (days[0] != days[1])
        return fault_set(fault, FAULT_USAGE,
                         "'%s' is a period and '%s' is none; compare two periods or two outlets",
                         days[0] ? a : b, days[0] ? b : a);
    pairing->against = days[0] ? WEEKS_AGAINST_DAYS : WEEKS_AGAINST_OUTLET;
    return true;
}
