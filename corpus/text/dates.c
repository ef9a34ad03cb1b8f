#include "corpus/text/dates.h"

#include "corpus/base/day.h"
#include "corpus/text/datefields.h"

enum { DAY = 86400, HOUR = 3600, MINUTE = 60, DATE_TEXT_MAX = 80 };

/* --- dates in numbers ------------------------------------------------------------------------ */

/* The `Z` that most dates end in, without a look at the words of sixteen languages. */
static bool take_utc(struct datefields *fields, struct span text)
{
    fields->placed = datefields_take(&text, 'Z') && !text.length;
    return fields->placed;
}

/* `T081530Z`, and `T08Z`; `text` begins behind the T. */
static bool read_joined_time(struct datefields *fields, struct span text, bool basic)
{
    if (datefields_digits(text) == 2 && (text.length == 2 || strchr("Zz+-", text.bytes[2]))) {
        fields->timed = true;
        if (!datefields_number(&fields->hour, &text, 2) || fields->hour > 23)
            return false;
    } else if (!datefields_clock(fields, &text, basic)) {
        return false;
    }
    return take_utc(fields, text) || datefields_pieces(fields, text);
}

/* `Z`, `+01:00`: the zone of a day without a time (XML Schema), which says nothing of the day. */
static bool is_zone(struct span text)
{
    struct datefields ignored = {0};

    return span_is(text, "Z") || ((text.bytes[0] == '+' || text.bytes[0] == '-') &&
                                  datefields_offset(&ignored, &text) && text.length == 0);
}

/* What may follow a date in numbers: a time joined to it, or a blank or mark and pieces. */
static bool read_tail(struct datefields *fields, struct span text, bool basic)
{
    struct span time;

    if (!span_trim(text).length || is_zone(text))
        return true;
    if (datefields_take(&text, 'T') || datefields_take(&text, 't'))
        return read_joined_time(fields, text, basic);
    time = span_trim(text);
    if (basic &&
        (datefields_digits(time) == 6 || datefields_digits(time) == 4)) /* `20220614 0815` */
        return read_joined_time(fields, time, basic);
    return strchr(" ,.", text.bytes[0]) && datefields_pieces(fields, text);
}

static void set_day(struct datefields *fields, int32_t day)
{
    struct day_civil civil = day_civil(day);

    fields->year = civil.year;
    fields->month = civil.month;
    fields->day = civil.day;
}

/* `2022-W24-2`, `2022W242`: the year was taken. */
static bool read_week_day(struct datefields *fields, struct span text, bool basic)
{
    int32_t week, weekday;

    if (!datefields_take(&text, 'W') || !datefields_number(&week, &text, 2) ||
        (!basic && !datefields_take(&text, '-')) || !datefields_number(&weekday, &text, 1) ||
        weekday < 1 || weekday > 7)
        return false;
    week = week_from_name((struct day_week){fields->year, week});
    if (week == WEEK_NONE)
        return false;
    set_day(fields, week_monday(week) + weekday - 1);
    return read_tail(fields, text, basic);
}

/* `2022-165`, `2022165`: the year was taken. */
static bool read_day_of_year(struct datefields *fields, struct span text, bool basic)
{
    int32_t first = day_from_civil((struct day_civil){fields->year, 1, 1});
    int32_t next = day_from_civil((struct day_civil){fields->year + 1, 1, 1});
    int32_t day;

    if (first == DAY_NONE || next == DAY_NONE || !datefields_number(&day, &text, 3) || day < 1 ||
        day > next - first)
        return false;
    set_day(fields, first + day - 1);
    return read_tail(fields, text, basic);
}

static bool read_month_day(struct datefields *fields, struct span text, char separator)
{
    return datefields_month_day(fields, &text, separator) && read_tail(fields, text, !separator);
}

/*
 * `2022-06-14`, `2022/06/14`, `2022:06:14`, `20220614`, `20220614081530`, ISO 8601's weeks and
 * days of the year, and a time.
 */
static bool read_year_first(struct datefields *fields, struct span text)
{
    size_t digits = datefields_digits(text);
    char separator;

    if (digits != 4 && digits != 7 && digits != 8 && digits != 14)
        return false;
    if (!datefields_number(&fields->year, &text, 4) || !text.length)
        return false;
    if (digits == 7)
        return read_day_of_year(fields, text, true);
    if (digits >= 8)
        return read_month_day(fields, text, '\0');
    if (text.bytes[0] == 'W')
        return read_week_day(fields, text, true);
    separator = text.bytes[0];
    if (!separator || !strchr("-/.:", separator) || !datefields_take(&text, separator) ||
        !text.length)
        return false;
    if (separator == '-' && text.bytes[0] == 'W')
        return read_week_day(fields, text, false);
    if (separator == '-' && datefields_digits(text) == 3)
        return read_day_of_year(fields, text, false);
    return read_month_day(fields, text, separator);
}

/* `14.06.2022`, `14/06/2022`, `06/14/2022`, and a time. */
static bool read_year_last(struct datefields *fields, struct span text)
{
    return datefields_year_last(fields, &text) && read_tail(fields, text, false);
}

/* Seconds, thousandths or millionths of seconds since 1970. */
static bool read_epoch(struct datefields *fields, struct span text)
{
    size_t digits, whole;
    int64_t seconds = 0;

    if (span_starts(text, "/Date(") && span_ends(text, ")/")) /* as ASP.NET writes it in JSON */
        text = span_cut(text, strlen("/Date("), text.length - strlen(")/"));
    digits = datefields_digits(text);
    if (digits != 9 && digits != 10 && digits != 13 && digits != 16)
        return false;
    whole = digits < 10 ? digits : 10;
    for (size_t i = 0; i < whole; i++)
        seconds = seconds * 10 + (text.bytes[i] - '0');
    text = span_cut(text, digits, text.length);
    datefields_fraction(&text);
    *fields = (struct datefields){
        .hour = (int32_t)(seconds % DAY / HOUR),
        .minute = (int32_t)(seconds % HOUR / MINUTE),
        .second = (int32_t)(seconds % MINUTE),
        .timed = true,
        .placed = true,
    };
    set_day(fields, (int32_t)(seconds / DAY));
    return text.length == 0;
}

static bool read_fields(struct datefields *fields, struct span text)
{
    static bool (*const forms[])(struct datefields *, struct span) = {
        read_epoch, read_year_first, read_year_last, datefields_pieces};

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        *fields = (struct datefields){0};
        if (forms[i](fields, text))
            return true;
    }
    return false;
}

/* --- on the calendar ------------------------------------------------------------------------ */

/* The day on which the zone's clocks show the instant. */
static int32_t day_at(int64_t instant, const struct zone *zone)
{
    int64_t local = instant + zones_offset(zone, instant);

    return (int32_t)((local - (local < 0 ? DAY - 1 : 0)) / DAY);
}

/* False where the date names a zone whose seasons are not to be had. */
static bool place(struct date *date, struct datefields fields, int32_t day, const struct zone *zone)
{
    int32_t second = fields.hour * HOUR + fields.minute * MINUTE + fields.second;
    int64_t local = (int64_t)day * DAY + second;
    struct zone named = ZONE_UTC;
    struct fault fault;

    *date = (struct date){.day = day, .timed = fields.timed};
    if (!fields.timed)
        return true;
    if (fields.zone && !zones_open(&named, span_of(fields.zone), &fault))
        return false;
    if (fields.zone)
        date->instant = zones_instant(&named, local);
    else
        date->instant = fields.placed ? local - fields.offset : zones_instant(zone, local);
    if (fields.placed)
        date->day = day_at(date->instant, zone);
    zones_release(&named);
    return true;
}

bool dates_read(struct date *date, struct span published, const struct zone *zone,
                struct fault *fault)
{
    struct span text = span_trim(published);
    struct span shown = text;
    struct datefields fields;
    int32_t day;

    if (shown.length > DATE_TEXT_MAX)
        shown.length = DATE_TEXT_MAX;
    if (!text.length)
        return fault_set(fault, FAULT_INPUT, "there is no date");
    if (text.length > DATE_TEXT_MAX || !read_fields(&fields, text))
        return fault_set(fault, FAULT_INPUT, "the date '%.*s' is of no known form",
                         SPAN_PRINT(shown));
    if (fields.ambiguous)
        return fault_set(fault, FAULT_INPUT, "nobody can tell the day from the month of '%.*s'",
                         SPAN_PRINT(shown));
    day = day_from_civil((struct day_civil){fields.year, fields.month, fields.day});
    if (day == DAY_NONE)
        return fault_set(fault, FAULT_INPUT, "the day of '%.*s' does not exist", SPAN_PRINT(shown));
    if (fields.year < DATES_YEAR_MIN || fields.year > DATES_YEAR_MAX)
        return fault_set(fault, FAULT_INPUT, "the year of '%.*s' lies outside %d to %d",
                         SPAN_PRINT(shown), DATES_YEAR_MIN, DATES_YEAR_MAX);
    return place(date, fields, day, zone) ||
           fault_set(fault, FAULT_INPUT, "the zone of '%.*s' is not on this machine (tzdata)",
                     SPAN_PRINT(shown));
}
