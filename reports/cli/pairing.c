#include "reports/cli/pairing.h"

#include "corpus/base/day.h"

enum { YEAR_LENGTH = sizeof "2022" - 1, MONTH_LENGTH = sizeof "2022-06" - 1 };

struct stretch {
    int32_t first, last;
};

/* "2022-06": from its first day to the day before the next month's. */
static bool read_month(struct stretch *days, struct span text)
{
    char first[] = "2022-06-01";

    if (text.length != MONTH_LENGTH)
        return false;
    memcpy(first, text.bytes, MONTH_LENGTH);
    if (!day_read(&days->first, span_of(first)))
        return false;
    days->last = days->first;
    while (day_civil(days->last + 1).month == day_civil(days->first).month)
        days->last++;
    return true;
}

/* "2022", to its last day. */
static bool read_year(struct stretch *days, struct span text)
{
    char first[] = "2022-01-01", last[] = "2022-12-31";

    if (text.length != YEAR_LENGTH)
        return false;
    memcpy(first, text.bytes, YEAR_LENGTH);
    memcpy(last, text.bytes, YEAR_LENGTH);
    return day_read(&days->first, span_of(first)) && day_read(&days->last, span_of(last));
}

static bool read_week(struct stretch *days, struct span text)
{
    int32_t week;

    if (!week_read(&week, text))
        return false;
    days->first = week_monday(week);
    days->last = days->first + 6;
    return true;
}

static bool read_day(struct stretch *days, struct span text)
{
    if (!day_read(&days->first, text))
        return false;
    days->last = days->first;
    return true;
}

static bool read_stretch(struct stretch *days, struct span text)
{
    return read_week(days, text) || read_year(days, text) || read_month(days, text) ||
           read_day(days, text);
}

/* One, or from one up to another; false for the name of an outlet. */
static bool read_days(struct pairing_side *side)
{
    struct stretch from, to;
    size_t slash = 0;

    side->first = side->last = DAY_NONE;
    while (slash < side->name.length && side->name.bytes[slash] != '/')
        slash++;
    if (!read_stretch(&from, span_cut(side->name, 0, slash)))
        return false;
    to = from;
    if (slash < side->name.length &&
        !read_stretch(&to, span_cut(side->name, slash + 1, side->name.length)))
        return false;
    side->first = from.first;
    side->last = to.last;
    return true;
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
