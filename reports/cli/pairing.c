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

/* One, or from one up to another; false for what is no period. */
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

static bool is_store(const struct pairing_side *side)
{
    return side->name.length > strlen(".db") && span_ends(side->name, ".db");
}

/* Stores are called by their files' names, unless these are the same. */
static void name_stores(struct pairing_side sides[static PAIRING_SIDES])
{
    struct span names[PAIRING_SIDES];

    for (int i = 0; i < PAIRING_SIDES; i++) {
        size_t start = sides[i].name.length;

        while (start > 0 && sides[i].name.bytes[start - 1] != '/')
            start--;
        names[i] = span_cut(sides[i].name, start, sides[i].name.length - strlen(".db"));
    }
    if (span_equal(names[0], names[1]) || !names[0].length || !names[1].length)
        return;
    for (int i = 0; i < PAIRING_SIDES; i++)
        sides[i].name = names[i];
}

/* What both sides are, where they are the same. */
static bool find_sort(struct pairing *pairing, struct fault *fault)
{
    static const char *const sorts[] = {
        [WEEKS_AGAINST_DAYS] = "a period",
        [WEEKS_AGAINST_OUTLET] = "an outlet",
        [WEEKS_AGAINST_STORE] = "a store",
    };
    struct pairing_side *sides = pairing->sides;
    enum weeks_against against[PAIRING_SIDES];

    for (int i = 0; i < PAIRING_SIDES; i++)
        against[i] = read_days(&sides[i])  ? WEEKS_AGAINST_DAYS
                     : is_store(&sides[i]) ? WEEKS_AGAINST_STORE
                                           : WEEKS_AGAINST_OUTLET;
    pairing->against = against[0];
    return against[0] == against[1] ||
           fault_set(fault, FAULT_USAGE,
                     "'%s' is %s and '%s' is %s; compare two periods, two outlets or two stores",
                     sides[0].typed, sorts[against[0]], sides[1].typed, sorts[against[1]]);
}

bool pairing_read(struct pairing *pairing, const char *a, const char *b, struct fault *fault)
{
    struct pairing_side *sides = pairing->sides;

    *pairing = (struct pairing){
        .sides = {{.typed = a, .name = span_of(a)}, {.typed = b, .name = span_of(b)}}, .study = 1};
    if (strcmp(a, b) == 0)
        return fault_set(fault, FAULT_USAGE, "'%s' is given for both sides; name two to compare",
                         a);
    if (!find_sort(pairing, fault))
        return false;
    for (int i = 0; i < PAIRING_SIDES; i++) {
        if (sides[i].last < sides[i].first)
            return fault_set(fault, FAULT_USAGE, "%s: the first day lies after the last",
                             sides[i].typed);
    }
    if (pairing->against == WEEKS_AGAINST_STORE)
        name_stores(sides);
    return true;
}

bool pairing_check(const struct pairing *pairing, const struct options *options,
                   struct fault *fault)
{
    bool days = options->week != WEEK_NONE || options->from != DAY_NONE || options->to != DAY_NONE;

    if (options->series)
        return fault_set(fault, FAULT_USAGE, "--series: two sides are compared by weeks alone");
    if (days && pairing->against == WEEKS_AGAINST_DAYS)
        return fault_set(
            fault, FAULT_USAGE,
            "--week, --from and --to choose the days of two outlets or two stores; two "
            "periods are days already");
    if (options->week != WEEK_NONE && (options->from != DAY_NONE || options->to != DAY_NONE))
        return fault_set(fault, FAULT_USAGE, "--week and --from or --to: give one of them");
    if (pairing->against == WEEKS_AGAINST_STORE &&
        (options->store || options->refresh || options->operand_count > 0))
        return fault_set(fault, FAULT_USAGE,
                         "two stores hold the articles that are compared; leave out PATHs, --store "
                         "and --refresh");
    return true;
}
